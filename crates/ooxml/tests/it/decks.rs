//! Decks to write. The figures are fictitious and used only in tests.

use domain::{Date, Lang, chart::*};
use ooxml::{Deck, Rows, Shape, Slide};

pub(crate) const NAMES: [&str; 12] = [
    "Đà Nẵng",
    "Thừa Thiên Huế",
    "Bà Rịa – Vũng Tàu",
    "Ẵ ỷ Đ ợ",
    "TP. Hồ Chí Minh",
    "Kỳ Sơn <b>\"&' \u{1}\u{b}",
    "Quảng Ninh",
    "Đồng Tháp",
    "Vĩnh Long",
    "Thái Nguyên",
    "Hue\u{302}\u{301}",
    "Đắk Nông",
];

pub(crate) fn name(index: usize) -> String {
    let name = NAMES[index % NAMES.len()];
    if index < NAMES.len() {
        name.to_owned()
    } else {
        format!("{name} {index}")
    }
}

pub(crate) fn emphasis_of(highlights: &[usize], index: usize) -> Emphasis {
    highlights
        .iter()
        .position(|other| *other == index)
        .map_or(Emphasis::Context, |n| Emphasis::Highlight(n as u8))
}

pub(crate) fn model(body: ChartBody) -> ChartModel {
    ChartModel {
        lang: Lang::Vi,
        title: "Đà Nẵng dẫn đầu năm thứ tư liên tiếp, Nghệ An lên 7 bậc".into(),
        subtitle: "PCI, năm 2016, điểm 0–100, cao hơn là tốt hơn, 63/63 tỉnh, thành phố".into(),
        source: "Nguồn: VCCI, PCI 2009–2016. Thước Đo, bản dữ liệu số 1.".into(),
        notes: vec![
            "Phương pháp tính đổi từ năm 2013, không so sánh được với các năm trước.".into(),
            "Dữ liệu mở, được dùng lại khi ghi nguồn.".into(),
        ],
        description: "Đà Nẵng 70,00 điểm & hạng 1; <thấp nhất> là \"Đắk Nông\".".into(),
        body,
    }
}

pub(crate) fn bars(count: usize) -> ChartModel {
    let row = |index: usize| {
        let value = 70.0 - index as f64 * 0.27;
        BarRow {
            label: name(index),
            rank: (index + 1).to_string(),
            value,
            text: format!("{value:.2}").replace('.', ","),
            emphasis: emphasis_of(&[2, 7], index),
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

/// Changes: bars on both sides of zero, without ranks.
pub(crate) fn changes() -> ChartModel {
    let row = |index: usize| {
        let value = 4.68 - index as f64 * 0.9;
        BarRow {
            label: name(index),
            rank: String::new(),
            value,
            text: format!("{value:+.2}").replace('.', ","),
            emphasis: emphasis_of(&[3], index),
        }
    };
    model(ChartBody::Bars(Bars {
        rows: (0..12).map(row).collect(),
        min: -6.0,
        max: 6.0,
        reference: None,
    }))
}

pub(crate) fn point(year: i32, value: f64) -> TrendPoint {
    TrendPoint {
        year,
        value,
        text: value.to_string(),
    }
}

fn rank(index: usize, year: i32, count: usize) -> usize {
    let left = (2016 - year).unsigned_abs() as usize;
    (index * (1 + 6 * left) + 5 * left) % count + 1
}

/// Ranks of eight years, with a break before 2013.
pub(crate) fn bump(count: usize, highlights: &[usize]) -> ChartModel {
    let series = |index: usize| TrendSeries {
        label: format!("{}. {}", rank(index, 2016, count), name(index)),
        emphasis: emphasis_of(highlights, index),
        points: (2009..=2016)
            .map(|year| point(year, rank(index, year, count) as f64))
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

/// Scores without 2011, with breaks before 2014 and 2016.
pub(crate) fn lines() -> ChartModel {
    let series = |index: usize| TrendSeries {
        label: format!("{} {},5", name(index), 60 - index),
        emphasis: emphasis_of(&[0, 1, 2], index),
        points: (2009..=2016)
            .filter(|year| *year != 2011)
            .map(|year| point(year, 60.57 - index as f64 + f64::from((year * 7) % 5)))
            .collect(),
    };
    let br = |before, label: &str| Break {
        before,
        label: label.into(),
    };
    model(ChartBody::Lines(Trend {
        years: (2009..=2016).collect(),
        series: (0..5).map(series).collect(),
        breaks: vec![br(2014, "Phương pháp mới theo Quyết định 876/QĐ-BNV"), br(2016, "")],
        min: 40.0,
        max: 80.0,
    }))
}

pub(crate) fn slope(count: usize, highlights: &[usize], joined: bool) -> ChartModel {
    let row = |index: usize| SlopeRow {
        label: name(index),
        left: ((index * 5) % count + 1) as f64,
        right: (index + 1) as f64,
        left_text: format!("{}/{count}", (index * 5) % count + 1),
        right_text: format!("{}/{count}", index + 1),
        emphasis: emphasis_of(highlights, index),
    };
    model(ChartBody::Slope(Slope {
        left: "2015".into(),
        right: "2016".into(),
        rows: (0..count).map(row).collect(),
        min: count as f64,
        max: 1.0,
        ranks: true,
        joined,
        without: vec!["Hà Tây".into(), "Đắk Nông".into()],
    }))
}

pub(crate) fn components(own_scales: bool) -> ChartModel {
    let names = [
        "Công tác chỉ đạo, điều hành cải cách hành chính của Ủy ban nhân dân tỉnh, thành phố",
        "Cải cách thể chế",
        "Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức",
        "Tài chính công",
        "Chi phí không chính thức",
        "Thiết chế pháp lý & an ninh trật tự",
        "Đào tạo lao động",
        "Gia nhập thị trường",
    ];
    let row = |index: usize| ComponentRow {
        label: names[index].into(),
        value: 6.0 + index as f64 * 0.25,
        text: format!("{},00/10", 6 + index % 4),
        average: (index != 1).then_some(6.5),
        average_text: if index == 1 { "–".into() } else { "6,50".into() },
        best: Some(9.4),
        best_text: "9,40 (Bà Rịa – Vũng Tàu)".into(),
        max: if own_scales && index > 4 { 12.5 } else { 10.0 },
    };
    model(ChartBody::Components(Components {
        rows: (0..names.len()).map(row).collect(),
        average_label: "Trung bình cả nước".into(),
        best_label: "Cao nhất".into(),
        value_label: "Thừa Thiên Huế".into(),
    }))
}

/// Scores and ranks with a break before 2013, and without 2015.
pub(crate) fn combined() -> ChartModel {
    score_and_rank(2009, &[2013], |year| year != 2015)
}

/// A series like the PCI: many years, three of them missing, and a break before each of the last.
pub(crate) fn long() -> ChartModel {
    score_and_rank(2001, &[2009, 2013, 2014, 2015, 2016], |year| {
        !(2005..=2007).contains(&year)
    })
}

fn score_and_rank(first: i32, breaks: &[i32], has: fn(i32) -> bool) -> ChartModel {
    let trend = |label: &str, points: Vec<TrendPoint>, max: f64| Trend {
        years: (first..=2016).collect(),
        series: vec![TrendSeries {
            label: label.into(),
            emphasis: Emphasis::Highlight(0),
            points,
        }],
        breaks: breaks
            .iter()
            .map(|before| Break {
                before: *before,
                label: "Phương pháp mới".into(),
            })
            .collect(),
        min: 0.0,
        max,
    };
    let years = || (first..=2016).filter(|year| has(*year));
    let mut scores = trend(
        "Nghệ An",
        years()
            .map(|y| point(y, 52.0 + f64::from((y * 7) % 9) + 0.38))
            .collect(),
        100.0,
    );
    scores.series.push(TrendSeries {
        label: "Trung bình cả nước".into(),
        emphasis: Emphasis::Context,
        points: years().map(|y| point(y, 56.12)).collect(),
    });
    model(ChartBody::Combined(Combined {
        score_label: "Điểm".into(),
        scores,
        rank_label: "Hạng".into(),
        ranks: trend(
            "Nghệ An",
            years().map(|y| point(y, f64::from((y * 13) % 50 + 4))).collect(),
            63.0,
        ),
    }))
}

pub(crate) fn spark() -> ChartModel {
    let ChartBody::Lines(trend) = lines().body else {
        unreachable!("lines() makes lines");
    };
    model(ChartBody::Spark(trend))
}

/// Models of each kind, in realistic sizes.
pub(crate) fn all() -> Vec<ChartModel> {
    vec![
        bars(63),
        bars(34),
        bars(12),
        bars(3),
        changes(),
        lines(),
        bump(63, &[0, 1, 2, 3, 40]),
        bump(34, &[7]),
        slope(63, &[0, 1, 2, 30, 62], true),
        slope(12, &[0, 7], true),
        slope(34, &[0, 5], false),
        components(false),
        components(true),
        combined(),
        long(),
        model(ChartBody::Bars(Bars::default())),
    ]
}

pub(crate) fn english(mut model: ChartModel) -> ChartModel {
    model.lang = Lang::En;
    model.title = "Da Nang leads for the fourth year, Nghe An gained 7 places".into();
    model.subtitle = "PCI, 2016, points 0–100, higher is better, 63 of 63 provinces".into();
    model.source = "Source: VCCI, PCI 2009–2016. Thước Đo, data edition 1.".into();
    model
}

pub(crate) fn slide(model: ChartModel) -> Slide {
    Slide {
        model,
        decimals: 2,
        notes: vec!["Đà Nẵng dẫn đầu.".into(), "Phương pháp: so sánh được từ 2013.".into()],
        link: "https://thuocdo.example/vi/pci/2016?an-ban=1&tinh=Huế".into(),
        rows: Rows::All,
        title: true,
        remarks: true,
    }
}

pub(crate) fn deck(models: Vec<ChartModel>) -> Deck {
    Deck {
        lang: models.first().map_or(Lang::Vi, |m| m.lang),
        title: "Cải cách hành chính: <Nghệ An> năm 2016".into(),
        subtitle: "Bản dữ liệu số 1, ngày 30/6/2025".into(),
        published: Date::new(2025, 6, 30).unwrap(),
        summary: None,
        source_details: Vec::new(),
        slides: models.into_iter().map(slide).collect(),
        sources: (1..=30)
            .map(|n| {
                format!(
                    "{n}. VCCI và USAID: Chỉ số năng lực cạnh tranh cấp tỉnh, báo cáo năm {}.",
                    2000 + n
                )
            })
            .collect(),
        framed: true,
        shape: Shape::Wide,
    }
}

/// A deck of one chart.
pub(crate) fn single(model: ChartModel) -> Deck {
    Deck {
        framed: false,
        sources: Vec::new(),
        ..deck(vec![model])
    }
}
