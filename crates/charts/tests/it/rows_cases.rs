//! Chart models for the tests: several marks per row, steps from one total to another, small multiples.

use domain::chart::*;

use crate::cases::{NAMES, emphasis, model, name};

/// Formats a value with two decimals, as in Vietnamese.
fn formatted(value: f64) -> String {
    format!("{value:.2}").replace('.', ",").replace('-', "−")
}

fn series(label: &str, emphasis: Emphasis) -> DotSeries {
    DotSeries {
        label: label.into(),
        emphasis,
    }
}

fn mark(series: usize, value: f64) -> DotMark {
    DotMark {
        series,
        value,
        text: formatted(value),
    }
}

/// Two years of `count` provinces, linked by arrows; every seventh is not comparable.
pub(crate) fn movement(count: usize) -> ChartModel {
    let row = |index: usize| {
        let (from, to) = (
            62.0 - index as f64 * 0.2 + ((index * 7) % 5) as f64 * 1.3,
            65.0 - index as f64 * 0.23,
        );
        let incomparable = index % 7 == 6;
        DotRow {
            label: name(index),
            marks: if index % 11 == 10 {
                vec![mark(1, to)]
            } else {
                vec![mark(0, from), mark(1, to)]
            },
            link: if incomparable { DotLink::None } else { DotLink::Arrow },
            note: if incomparable {
                "≠".into()
            } else {
                format!("{:+.2}", to - from).replace('.', ",").replace('-', "−")
            },
            scale: None,
            emphasis: emphasis(&[2], index),
        }
    };
    model(ChartBody::Dots(Dots {
        series: vec![
            series("2015", Emphasis::Context),
            series("2016", Emphasis::Highlight(0)),
        ],
        rows: (0..count).map(row).collect(),
        min: 45.0,
        max: 75.0,
        reference: Some(Reference {
            value: 58.89,
            label: "Trung bình 58,89".into(),
        }),
    }))
}

/// Eight provinces in components with their own scales; some values are equal.
pub(crate) fn profile() -> ChartModel {
    let names = [
        "Công tác chỉ đạo, điều hành cải cách hành chính của Ủy ban nhân dân tỉnh, thành phố",
        "Cải cách thể chế",
        "Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức",
        "Tài chính công ở Ẵ, ỷ, Đ, ợ",
    ];
    let row = |index: usize| {
        let max = [10.0, 14.5, 9.5, 1.0][index];
        DotRow {
            label: names[index].into(),
            marks: (0..8)
                .filter(|at| *at != index)
                .map(|at| mark(at, max * [0.9, 0.9, 0.52, 0.7, 0.705, 0.71, 0.3, 1.0][(at + index) % 8]))
                .collect(),
            link: DotLink::Range,
            note: if index == 1 {
                "Một nơi không công bố điểm thành phần".into()
            } else {
                String::new()
            },
            scale: Some((0.0, max)),
            emphasis: Emphasis::Context,
        }
    };
    model(ChartBody::Dots(Dots {
        series: (0..8)
            .map(|at| series(NAMES[at + 4], Emphasis::Highlight(at as u8)))
            .collect(),
        rows: (0..4).map(row).collect(),
        ..Dots::default()
    }))
}

/// Edge cases of rows: no marks, all equal, below zero, one mark.
pub(crate) fn edge_cases() -> ChartModel {
    let row = |label: &str, values: &[f64], link: DotLink, note: &str| DotRow {
        label: label.into(),
        marks: values.iter().enumerate().map(|(at, value)| mark(at, *value)).collect(),
        link,
        note: note.into(),
        scale: None,
        emphasis: Emphasis::Context,
    };
    model(ChartBody::Dots(Dots {
        series: ["Thấp nhất", "Giữa", "Cao nhất"]
            .map(|label| series(label, Emphasis::Highlight(1)))
            .to_vec(),
        rows: vec![
            row("Hà Tây", &[], DotLink::Range, "Không còn là tỉnh từ ngày 1/8/2008"),
            row("Bằng nhau", &[2.0, 2.0, 2.0], DotLink::Arrow, "0,00"),
            row("Dưới không", &[-9.5, -3.0], DotLink::Arrow, "+6,50"),
            row("Lùi", &[9.0, -9.9], DotLink::Arrow, "−18,90"),
            row(
                "Một cái tên rất dài của một đơn vị hành chính mới được sắp xếp lại từ ba tỉnh cũ",
                &[10.0],
                DotLink::Range,
                "",
            ),
        ],
        min: -10.0,
        max: 10.0,
        reference: Some(Reference {
            value: 11.0,
            label: "Mục tiêu của cả nước đến năm 2030: 11,00".into(),
        }),
    }))
}

fn step(label: &str, delta: f64, note: &str) -> Step {
    Step {
        label: label.into(),
        delta,
        text: format!("{delta:+.2}").replace('.', ",").replace('-', "−"),
        note: note.into(),
        remainder: label.starts_with("Phần"),
    }
}

fn end(label: &str, value: f64) -> StepEnd {
    StepEnd {
        label: label.into(),
        value,
        text: formatted(value),
    }
}

/// The components of a change, and an unexplained remainder.
pub(crate) fn steps() -> ChartModel {
    model(ChartBody::Steps(Steps {
        from: end("2015", 34.96),
        steps: vec![
            step("Tham gia của người dân ở cấp cơ sở", 0.42, "+6 bậc"),
            step("Công khai, minh bạch trong việc ra quyết định", -0.35, "−11 bậc"),
            step("Trách nhiệm giải trình với người dân", 0.07, ""),
            step("Kiểm soát tham nhũng trong khu vực công", 0.61, "+14 bậc"),
            step("Thủ tục hành chính công", 0.0, "không đổi"),
            step("Cung ứng dịch vụ công", -0.12, "−2 bậc"),
            step("Phần do làm tròn của nguồn", 0.03, ""),
        ],
        to: end("2016", 35.62),
        min: 34.0,
        max: 36.0,
    }))
}

/// Totals on both sides of zero, a long name, a long note.
pub(crate) fn steps_below() -> ChartModel {
    model(ChartBody::Steps(Steps {
        from: end("Trước khi sắp xếp: Ẵ, ỷ, Đ, ợ", -3.0),
        steps: vec![
            step(
                "Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức của tỉnh, thành phố, đặc khu",
                9.5,
                "Thứ hạng của thành phần này không được công bố trong năm 2016",
            ),
            step("Phần còn lại", -2.25, ""),
        ],
        to: end("Sau", 4.25),
        min: -4.0,
        max: 4.0,
    }))
}

/// Two equal totals without steps.
pub(crate) fn steps_none() -> ChartModel {
    model(ChartBody::Steps(Steps {
        from: end("2015", 5.0),
        to: end("2016", 5.0),
        min: 5.0,
        max: 5.0,
        ..Steps::default()
    }))
}

/// Panels of `count` provinces over PCI's years: one line highlighted, three in grey; the third line ends early, the
/// fourth is empty.
pub(crate) fn panels(count: usize, ranks: bool) -> ChartModel {
    let line = |index: usize, emphasis: Emphasis| TrendSeries {
        label: name(index),
        emphasis,
        points: (2005..=2016)
            .chain(2020..=2022)
            .filter(|year| index % 12 != 2 || *year < 2015)
            .filter(|_| index % 12 != 3)
            .map(|year| {
                let value = ((year as usize * 7 + index * 5) % 22) as f64 + 1.0;
                let value = if ranks { value } else { value / 2.0 + 55.0 };
                TrendPoint {
                    year,
                    value,
                    text: if ranks {
                        format!("{value}/63")
                    } else {
                        format!("{value:.2}").replace('.', ",")
                    },
                }
            })
            .collect(),
    };
    let panel = |index: usize| Panel {
        label: if index == 1 {
            "Quảng Ninh trước khi sắp xếp, tên rất dài Ẵ ỷ".into()
        } else {
            name(index)
        },
        trend: Trend {
            years: (2005..=2022).collect(),
            series: [(index, Emphasis::Highlight(0)), (index + 4, Emphasis::Context)]
                .into_iter()
                .chain([(index + 6, Emphasis::Context), (index + 9, Emphasis::Context)])
                .map(|(index, emphasis)| line(index, emphasis))
                .collect(),
            breaks: vec![Break {
                before: 2013,
                label: "Phương pháp mới từ 2013".into(),
            }],
            min: if ranks { 1.0 } else { 50.0 + index as f64 / 4.0 },
            max: if ranks { 63.0 } else { 70.0 },
        },
    };
    model(ChartBody::Panels(Panels {
        panels: (0..count).map(panel).collect(),
        ranks,
    }))
}
