//! Chart models for the tests.

use charts::{Options, RenderError, Size, Theme, svg};
use domain::Lang;
use domain::chart::*;

use crate::{map_cases, rows_cases, standings_cases};

pub(crate) fn options(width: u32) -> Options {
    Options {
        id: "c7".into(),
        size: Size { width, height: 0 },
        theme: Theme::Light,
        frame: true,
    }
}

pub(crate) fn model(body: ChartBody) -> ChartModel {
    ChartModel {
        lang: Lang::Vi,
        title: "Đà Nẵng dẫn đầu năm thứ tư liên tiếp, Nghệ An lên 7 bậc".into(),
        subtitle: "PCI, điểm 0–100, cao hơn là tốt hơn, 63/63 tỉnh, thành phố".into(),
        source: "Nguồn: VCCI, PCI 2009–2016. Thước Đo, bản dữ liệu số 1.".into(),
        notes: Vec::new(),
        description: "Đà Nẵng 70,00 điểm & hạng 1.".into(),
        body,
    }
}

pub(crate) const NAMES: [&str; 12] = [
    "Đà Nẵng",
    "Quảng Ninh",
    "Đồng Tháp",
    "Bình Dương",
    "Lào Cai",
    "Vĩnh Long",
    "Thái Nguyên",
    "TP. Hồ Chí Minh",
    "Bà Rịa - Vũng Tàu",
    "Thừa Thiên Huế",
    "Điện Biên",
    "Kỳ Sơn <b>\"&",
];

/// Returns a distinct name for any number of provinces.
pub(crate) fn name(index: usize) -> String {
    let name = NAMES[index % NAMES.len()];
    if index < NAMES.len() {
        name.to_owned()
    } else {
        format!("{name} {index}")
    }
}

pub(crate) fn emphasis(highlights: &[usize], index: usize) -> Emphasis {
    highlights
        .iter()
        .position(|other| *other == index)
        .map_or(Emphasis::Context, |n| Emphasis::Highlight(n as u8))
}

pub(crate) fn bars(count: usize) -> ChartModel {
    let row = |index: usize| {
        let value = 70.0 - index as f64 * 0.27;
        BarRow {
            label: name(index),
            rank: (index + 1).to_string(),
            value,
            text: format!("{value:.2}").replace('.', ","),
            emphasis: emphasis(&[2], index),
        }
    };
    model(ChartBody::Bars(Bars {
        rows: (0..count).map(row).collect(),
        min: 0.0,
        max: 100.0,
        reference: Some(Reference {
            value: 58.89,
            label: "Trung bình 58,89".into(),
        }),
    }))
}

/// Changes in points: bars on both sides of zero.
pub(crate) fn changes() -> ChartModel {
    let row = |index: usize| {
        let value = 4.68 - index as f64 * 0.9;
        BarRow {
            label: name(index),
            rank: String::new(),
            value,
            text: format!("{value:+.2}").replace('.', ",").replace('-', "−"),
            emphasis: emphasis(&[9], index),
        }
    };
    model(ChartBody::Bars(Bars {
        rows: (0..11).map(row).collect(),
        min: -5.0,
        max: 5.0,
        reference: None,
    }))
}

/// Ranks of `count` provinces over eight years with a break before 2013; the highlighted ones end on adjacent ranks.
pub(crate) fn bump(count: usize, highlights: &[usize]) -> ChartModel {
    let rank = |index: usize, year: i32| {
        let years_left = 2016 - year;
        (index * (1 + 6 * years_left as usize) + 5 * years_left as usize) % count + 1
    };
    let series = |index: usize| TrendSeries {
        label: format!("{}. {}", rank(index, 2016), name(index)),
        emphasis: emphasis(highlights, index),
        points: (2009..=2016)
            .map(|year| TrendPoint {
                year,
                value: rank(index, year) as f64,
                text: format!("{}/{count}", rank(index, year)),
            })
            .collect(),
    };
    model(ChartBody::Bump(Trend {
        years: (2009..=2016).collect(),
        series: (0..count).map(series).collect(),
        breaks: vec![Break {
            before: 2013,
            label: "Phương pháp mới từ 2013".into(),
        }],
        min: 1.0,
        max: count as f64,
    }))
}

/// Scores with a gap in 2011 and breaks before 2014 and 2016.
pub(crate) fn lines() -> ChartModel {
    let series = |index: usize| TrendSeries {
        label: name(index),
        emphasis: emphasis(&[0, 1, 2], index),
        points: (2009..=2016)
            .filter(|year| *year != 2011)
            .map(|year| {
                let value = 60.5 - index as f64 + f64::from((year * 7) % 5);
                TrendPoint {
                    year,
                    value,
                    text: format!("{value:.1}").replace('.', ","),
                }
            })
            .collect(),
    };
    let br = |before, label: &str| Break {
        before,
        label: label.into(),
    };
    model(ChartBody::Lines(Trend {
        years: (2009..=2016).collect(),
        series: (0..4).map(series).collect(),
        breaks: vec![
            br(2014, "Phương pháp mới theo Quyết định 876/QĐ-BNV"),
            br(2016, "Khảo sát đổi mẫu"),
        ],
        min: 40.0,
        max: 80.0,
    }))
}

/// As in PCI: ranks or scores of 2005 to 2016 and of 2020 to 2022, a break before every year from 2017 on, and a mean
/// that ends in 2016.
pub(crate) fn gap(kind: fn(Trend) -> ChartBody, mean: &str) -> ChartModel {
    let point = |value: f64, year: i32| TrendPoint {
        year,
        value,
        text: format!("{value:.1}").replace('.', ","),
    };
    let years = || (2005..=2016).chain(2020..=2022);
    let series = |index: usize| TrendSeries {
        label: format!("{}. {}", index + 1, name(index)),
        emphasis: emphasis(&[0, 5], index),
        points: years()
            .filter(|year| index.is_multiple_of(3) || *year < 2020)
            .map(|year| point(60.0 - index as f64 + f64::from((year * 7) % 5), year))
            .collect(),
    };
    let mut all_series: Vec<TrendSeries> = (0..8).map(series).collect();
    all_series.push(TrendSeries {
        label: mean.into(),
        emphasis: Emphasis::Highlight(2),
        points: (2005..=2016).map(|year| point(43.0, year)).collect(),
    });
    model(kind(Trend {
        years: (2005..=2022).collect(),
        series: all_series,
        breaks: [2009, 2013, 2017, 2018, 2019, 2020, 2021, 2022]
            .map(|before| Break {
                before,
                label: String::new(),
            })
            .to_vec(),
        min: 40.0,
        max: 70.0,
    }))
}

/// Scores and ranks of one province, with a gap and breaks as in PCI.
pub(crate) fn combined() -> ChartModel {
    let trend = |label: &str, (low, high): (f64, f64), text: fn(f64) -> String, value: fn(i32) -> f64| Trend {
        years: (2005..=2022).collect(),
        series: vec![TrendSeries {
            label: label.into(),
            emphasis: Emphasis::Highlight(0),
            points: (2005..=2016)
                .chain(2020..=2022)
                .map(|year| TrendPoint {
                    year,
                    value: value(year),
                    text: text(value(year)),
                })
                .collect(),
        }],
        breaks: [(2013, "Phương pháp mới từ 2013"), (2021, "Chỉ số đổi bộ câu hỏi")]
            .map(|(before, label)| Break {
                before,
                label: label.into(),
            })
            .to_vec(),
        min: low,
        max: high,
    };
    let mut scores = trend(
        "Thừa Thiên Huế 63,61",
        (50.0, 70.0),
        |value| format!("{value:.2}").replace('.', ","),
        |year| 55.0 + f64::from((year * 7) % 11),
    );
    scores.series.push(TrendSeries {
        label: "Trung bình cả nước 58,89".into(),
        emphasis: Emphasis::Highlight(1),
        points: (2005..=2022)
            .map(|year| TrendPoint {
                year,
                value: 58.0 + f64::from(year % 3),
                text: "58,00".into(),
            })
            .collect(),
    });
    let ranks = trend(
        "16. Thừa Thiên Huế",
        (1.0, 63.0),
        |value| format!("{value}/63"),
        |year| f64::from((year * 13) % 40 + 1),
    );
    model(ChartBody::Combined(Combined {
        score_label: "Điểm".into(),
        scores,
        rank_label: "Hạng".into(),
        ranks,
    }))
}

/// A slope chart of two years that are not comparable.
pub(crate) fn incomparable(count: usize, highlights: &[usize]) -> ChartModel {
    let mut model = slope(count, highlights);
    if let ChartBody::Slope(slope) = &mut model.body {
        slope.joined = false;
    }
    model
}

pub(crate) fn slope(count: usize, highlights: &[usize]) -> ChartModel {
    let row = |index: usize| SlopeRow {
        label: name(index),
        left: ((index * 5) % count + 1) as f64,
        right: (index + 1) as f64,
        left_text: format!("{}/{count}", (index * 5) % count + 1),
        right_text: format!("{}/{count}", index + 1),
        emphasis: emphasis(highlights, index),
    };
    model(ChartBody::Slope(Slope {
        left: "2015".into(),
        right: "2016".into(),
        rows: (0..count).map(row).collect(),
        min: count as f64,
        max: 1.0,
        ranks: true,
        joined: true,
        without: vec!["Hà Tây".into(), "Đắk Nông".into()],
    }))
}

pub(crate) fn components(count: usize) -> ChartModel {
    let names = [
        "Công tác chỉ đạo, điều hành cải cách hành chính của Ủy ban nhân dân tỉnh, thành phố",
        "Cải cách thể chế",
        "Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức",
        "Tài chính công",
    ];
    let row = |index: usize| ComponentRow {
        label: names[index % names.len()].into(),
        value: 6.0 + index as f64 * 0.25,
        text: format!("{},00/10", 6 + index % 4),
        average: (index != 1).then_some(6.5),
        average_text: if index == 1 { "–".into() } else { "6,50".into() },
        best: Some(9.4),
        best_text: "9,40 (Bà Rịa - Vũng Tàu)".into(),
        max: 10.0,
    };
    model(ChartBody::Components(Components {
        rows: (0..count).map(row).collect(),
        average_label: "Trung bình cả nước".into(),
        best_label: "Cao nhất".into(),
        value_label: "Thừa Thiên Huế".into(),
    }))
}

pub(crate) fn spark() -> ChartModel {
    let ChartBody::Lines(mut trend) = lines().body else {
        unreachable!("lines() returns a line chart");
    };
    trend.series.truncate(1);
    model(ChartBody::Spark(trend))
}

/// At least one model of each kind, in realistic sizes.
pub(crate) fn all() -> Vec<(&'static str, ChartModel)> {
    let mut all = vec![
        ("bars-63", bars(63)),
        ("bars-3", bars(3)),
        ("changes", changes()),
        ("bump-neighbours", bump(63, &[0, 1, 2, 3, 4])),
        ("bump-last", bump(63, &[62, 61, 60, 59, 58])),
        ("bump-spread", bump(63, &[0, 8, 20, 40, 62])),
        ("bump-34", bump(34, &[7, 8])),
        ("bump-none", bump(34, &[])),
        ("lines", lines()),
        ("gap-lines", gap(ChartBody::Lines, "Trung bình cả nước")),
        ("gap-bump", gap(ChartBody::Bump, "Trung bình")),
        ("apart-63", incomparable(63, &[0, 1, 2, 3, 4])),
        ("apart-all", incomparable(12, &[])),
        ("slope-all", slope(12, &[0, 7])),
        ("slope-63", slope(63, &[0, 1, 2, 3, 4])),
        ("components", components(8)),
        ("combined", combined()),
        ("dots-12", rows_cases::movement(12)),
        ("dots-63", rows_cases::movement(63)),
        ("dots-1", rows_cases::movement(1)),
        ("dots-profile", rows_cases::profile()),
        ("dots-corners", rows_cases::edge_cases()),
        ("tiles-63", map_cases::map_63()),
        ("tiles-34", map_cases::map_34()),
        ("tiles-sparse", map_cases::sparse()),
        ("steps", rows_cases::steps()),
        ("steps-below", rows_cases::steps_below()),
        ("steps-none", rows_cases::steps_none()),
        ("panels-12", rows_cases::panels(12, false)),
        ("panels-ranks", rows_cases::panels(4, true)),
        ("panels-1", rows_cases::panels(1, false)),
        ("empty", model(ChartBody::Bars(Bars::default()))),
    ];
    all.extend(standings_cases::all());
    all
}

/// Replaces the texts by what a catalogue or an editor might enter: long texts, markup, and characters with every tone.
pub(crate) fn hostile(mut model: ChartModel) -> ChartModel {
    model.title = format!(
        "Ẵ ỷ Đ ợ <script>alert(\"1\")</script> & {}",
        "một câu dài ".repeat(14).trim_end()
    );
    model.subtitle = "Khôngcódấucáchnàotrongmộttừrấtdài".repeat(4);
    model.source = "Nguồn: a & b, 'c' <d>, bản dữ liệu số 1.".into();
    model.notes = vec!["Ghi chú ]]> ".repeat(12).into(), "Giấy phép: CC BY 4.0".into()];
    model
}

/// Draws a model in a size; a chart that needs more space is drawn in the size that the error states.
pub(crate) fn draw_fitting(model: &ChartModel, options: &Options) -> Result<String, RenderError> {
    match svg(model, options) {
        Err(RenderError::TooSmall {
            needed_width: width,
            needed_height: height,
            ..
        }) => svg(
            model,
            &Options {
                size: Size { width, height },
                ..options.clone()
            },
        ),
        image => image,
    }
}

/// Returns the model in English, with notes as the product writes them.
pub(crate) fn english(mut model: ChartModel) -> ChartModel {
    model.lang = Lang::En;
    model.title = "Đà Nẵng leads for the fourth year in a row".into();
    model.subtitle = "PCI, points 0–100, higher is better, 63 of 63 provinces".into();
    model.source = "Source: VCCI, PCI 2009–2016. Thước Đo, bản dữ liệu số 1.".into();
    model.notes = vec!["Points of 2013 and later cannot be compared with earlier ones.".into()];
    model
}

/// Returns the model with notes as the product writes them.
pub(crate) fn noted(mut model: ChartModel) -> ChartModel {
    model.notes = vec![
        "Điểm từ năm 2013 không so sánh được với các năm trước: phương pháp đã đổi.".into(),
        "63/63 tỉnh, thành phố. Giấy phép CC BY 4.0.".into(),
    ];
    model
}
