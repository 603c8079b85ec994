//! Strips, tables of a province's standings, and heat maps to write. The figures are fictitious and used only in
//! tests.

use domain::chart::*;

use crate::decks::{emphasis_of, model, name};

pub(crate) fn strip_of(count: usize, highlights: &[usize]) -> Strip {
    let mark = |index: usize| {
        let value = 70.0 - index as f64 * 0.25;
        let text = format!("{value:.2}").replace('.', ",");
        let emphasis = emphasis_of(highlights, index);
        let highlighted = emphasis != Emphasis::Context;
        let named = highlighted || index == 0 || index + 1 == count;
        StripMark {
            label: name(index),
            value,
            says: if named {
                format!("{} {text}", name(index))
            } else {
                String::new()
            },
            text,
            emphasis,
            before: highlighted.then(|| StripPoint {
                label: "2015".into(),
                value: value - 1.5,
                text: "1,50 thấp hơn".into(),
            }),
        }
    };
    let right = 70.0;
    let left = right - count as f64 * 0.25 - 1.5;
    let step = (right - left) / 4.0;
    let quarter = |at: usize| StripQuarter {
        from: left + step * at as f64,
        to: left + step * (at + 1) as f64,
        label: format!("một phần tư {at}"),
    };
    Strip {
        left,
        right,
        ranks: false,
        marks: (0..count).map(mark).collect(),
        quarters: (0..4).map(quarter).collect(),
        reference: Some(Reference {
            value: right - step,
            label: "Cả nước 66,00".into(),
        }),
    }
}

pub(crate) fn strip() -> ChartModel {
    model(ChartBody::Strip(strip_of(63, &[4, 20])))
}

pub(crate) fn spine() -> ChartModel {
    let signs = [
        (ChangeSign::Up, "2", "lên 2 bậc"),
        (ChangeSign::Down, "11", "xuống 11 bậc"),
        (ChangeSign::Same, "", "giữ nguyên hạng"),
        (ChangeSign::Apart, "", "không so sánh được"),
        (ChangeSign::None, "", "chưa có số năm 2021 để so sánh"),
    ];
    let row = |(index, (sign, text, words)): (usize, &(ChangeSign, &str, &str))| SpineRow {
        label: format!("CHỈ SỐ {index}"),
        year: "2022".into(),
        value: "59,45".into(),
        rank: format!("{}/63", index + 9),
        change: SpineChange {
            sign: *sign,
            text: (*text).into(),
            words: (*words).into(),
        },
        strip: if index == 4 {
            Strip::default()
        } else {
            strip_of(63, &[index * 3])
        },
        note: if index == 4 {
            "chưa đủ số".into()
        } else {
            String::new()
        },
    };
    model(ChartBody::Spine(Spine {
        heads: ["Chỉ số", "Năm", "Giá trị", "Hạng", "Thay đổi hạng"].map(String::from),
        rows: signs.iter().enumerate().map(row).collect(),
        worse: "kém hơn".into(),
        better: "tốt hơn".into(),
        hollow: "Chấm rỗng: năm trước".into(),
    }))
}

pub(crate) fn heat() -> ChartModel {
    let fill = |at: usize| match at % 7 {
        0 => HeatFill::NoData,
        1 => HeatFill::Plain,
        n => HeatFill::Quarter((n % 4 + 1) as u8),
    };
    let row = |index: usize| HeatRow {
        label: name(index),
        cells: (0..5)
            .map(|column| {
                let fill = fill(index + column);
                HeatCell {
                    text: match fill {
                        HeatFill::NoData => String::new(),
                        HeatFill::Plain => "83,94%".into(),
                        HeatFill::Quarter(_) => (index + column + 1).to_string(),
                    },
                    says: format!("ô {index} {column}"),
                    fill,
                }
            })
            .collect(),
        marked: index == 3,
    };
    let group = |at: usize, rows: std::ops::Range<usize>| HeatGroup {
        label: format!("Vùng {at}"),
        rows: rows.map(row).collect(),
    };
    model(ChartBody::Heat(Heat {
        columns: (0..5)
            .map(|at| HeatColumn {
                label: format!("C{at}"),
                year: "2022".into(),
            })
            .collect(),
        groups: vec![group(0, 0..11), group(1, 11..25), group(2, 25..63)],
        quarters: ["tốt nhất", "thứ hai", "thứ ba", "thấp nhất"].map(String::from),
        no_data: "chưa có số".into(),
        plain: "chưa chia được".into(),
    }))
}

/// All of these models, also without figures.
pub(crate) fn all() -> Vec<ChartModel> {
    vec![
        strip(),
        spine(),
        heat(),
        model(ChartBody::Strip(Strip::default())),
        model(ChartBody::Spine(Spine::default())),
        model(ChartBody::Heat(Heat::default())),
    ]
}
