//! Comparisons, explanations and maps to write. The figures are fictitious and used only in tests.

use domain::chart::*;

use crate::{
    decks::{self, emphasis_of, model, name, point},
    decks_standings,
};

/// One mark per series in each row; with `own_scales`, each row has its own scale and one row has two marks of the
/// second series.
pub(crate) fn dots(rows: usize, series: usize, own_scales: bool) -> ChartModel {
    let dot_series = |at: usize| DotSeries {
        label: if own_scales { name(at) } else { (2015 + at).to_string() },
        emphasis: if series == 2 {
            emphasis_of(&[1], at)
        } else {
            Emphasis::Highlight((at % 5) as u8)
        },
    };
    let mark = |row: usize, at: usize, value: f64| DotMark {
        series: at,
        value: value - row as f64 * 0.11,
        text: format!("{:.2}", value - row as f64 * 0.11).replace('.', ","),
    };
    let row = |index: usize| {
        let mut marks: Vec<DotMark> = (0..series).map(|at| mark(index, at, 8.0 - at as f64 * 0.5)).collect();
        if own_scales && index == 1 {
            marks.push(mark(index, 1, 9.25));
        }
        if index == 2 {
            marks.remove(0);
        }
        DotRow {
            label: name(index),
            marks,
            link: DotLink::Arrow,
            note: if index == 0 { "+1,23".into() } else { String::new() },
            scale: own_scales.then_some((0.0, if index.is_multiple_of(2) { 10.0 } else { 12.5 })),
            emphasis: Emphasis::Context,
        }
    };
    model(ChartBody::Dots(Dots {
        series: (0..series).map(dot_series).collect(),
        rows: (0..rows).map(row).collect(),
        min: 0.0,
        max: 10.0,
        reference: None,
    }))
}

pub(crate) fn steps() -> ChartModel {
    let end = |label: &str, value: f64| StepEnd {
        label: label.into(),
        value,
        text: format!("{value:.2}").replace('.', ","),
    };
    let step = |at: usize, delta: f64| Step {
        label: name(at),
        delta,
        text: format!("{delta:+.2}").replace('.', ",").replace('-', "−"),
        note: if at == 1 { "−3 bậc".into() } else { String::new() },
        remainder: at == 4,
    };
    let deltas = [1.25, -0.75, 0.5, -2.125, 0.0625];
    let to = 58.5 + deltas.iter().sum::<f64>();
    model(ChartBody::Steps(Steps {
        from: end("2015", 58.5),
        steps: deltas.iter().enumerate().map(|(at, delta)| step(at, *delta)).collect(),
        to: end("2016", to),
        min: 55.0,
        max: 61.0,
    }))
}

pub(crate) fn panels() -> ChartModel {
    let series = |label: String, emphasis, add: f64| TrendSeries {
        label,
        emphasis,
        points: (2009..=2016)
            .filter(|year| *year != 2011)
            .map(|year| point(year, 55.0 + add + f64::from((year * 7) % 5)))
            .collect(),
    };
    let panel = |at: usize| Panel {
        label: name(at),
        trend: Trend {
            years: (2009..=2016).collect(),
            series: vec![
                series("Trung bình cả nước".into(), Emphasis::Context, 0.0),
                series(name(at), Emphasis::Highlight(0), at as f64),
            ],
            breaks: vec![Break {
                before: 2014,
                label: "Phương pháp mới".into(),
            }],
            min: 40.0,
            max: 80.0,
        },
    };
    model(ChartBody::Panels(Panels {
        panels: (0..6).map(panel).collect(),
        ranks: false,
    }))
}

/// A map as tall as that of the 63 provinces, with tiles of each kind.
pub(crate) fn tiles(diverging: bool) -> ChartModel {
    let tile = |at: usize| Tile {
        column: (at % 6) as u8,
        row: (at / 3) as u8,
        short: if at == 5 { "BRVT".into() } else { format!("T{at}") },
        name: name(at),
        text: format!("{at},50"),
        fill: if at == 9 {
            TileFill::NoData
        } else {
            TileFill::Class(at % 5)
        },
        marked: at == 3,
    };
    let place = Tile {
        column: 8,
        row: 9,
        short: "HS".into(),
        name: "Hoàng Sa".into(),
        text: "thuộc Đà Nẵng".into(),
        fill: TileFill::Place,
        marked: false,
    };
    let class = |at: usize| TileClass {
        label: format!("{}–{}", at * 10, at * 10 + 9),
        count: 12,
    };
    model(ChartBody::Tiles(Tiles {
        tiles: (0..63).map(tile).chain([place]).collect(),
        classes: (0..5).map(class).collect(),
        diverging,
        no_data: "Không có số liệu".into(),
        no_data_count: 1,
    }))
}

/// Counts in three parts for a number of provinces.
pub(crate) fn stacked(count: usize) -> ChartModel {
    let piece = |value: usize| StackedPiece {
        value: value as f64,
        text: value.to_string(),
    };
    let row = |at: usize| StackedRow {
        label: format!("Tỉnh {at}"),
        pieces: vec![piece(1100 - at * 20), piece(900 + at * 11), piece(10 + at)],
        text: (2010 - at * 8).to_string(),
        emphasis: Emphasis::Context,
    };
    model(ChartBody::Stacked(Stacked {
        parts: ["Toàn trình", "Một phần", "Chưa cung cấp"].map(str::to_owned).into(),
        whole: "Tổng số thủ tục".into(),
        rows: (0..count).map(row).collect(),
    }))
}

/// Models of all kinds of chart.
pub(crate) fn all() -> Vec<ChartModel> {
    let more = vec![
        dots(12, 2, false),
        dots(34, 3, false),
        dots(8, 4, true),
        steps(),
        panels(),
        tiles(false),
        tiles(true),
        stacked(29),
        model(ChartBody::Dots(Dots::default())),
        model(ChartBody::Steps(Steps::default())),
        model(ChartBody::Panels(Panels::default())),
        model(ChartBody::Tiles(Tiles::default())),
    ];
    decks::all()
        .into_iter()
        .chain(more)
        .chain(decks_standings::all())
        .collect()
}
