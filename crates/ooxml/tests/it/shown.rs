//! Which rows, lines and tables slides show.

use domain::chart::{ChartBody, Emphasis, TrendSeries};
use ooxml::{Deck, Rows, Shape, pptx};

use crate::{
    decks, decks_more,
    parts::{self, Element, parse, unzip},
    truth::{EMU, placed, plot_area, value, written},
};

#[test]
fn a_long_ranking_shows_the_first_the_chosen_and_the_last_with_a_mark_between() {
    let parts = written(&decks::bars(63), Rows::Ends, Shape::Wide);
    let charts = placed(&parts);
    assert_eq!(charts.len(), 1);
    let series = parts::series(&charts[0].chart);
    let names = &series[0].categories;
    assert!(names[0].starts_with("1. ") && names[9].starts_with("10. "), "{names:?}");
    assert_eq!(names[10], "…");
    assert_eq!(series[0].values[10], None, "a mark has no bar");
    assert!(names[11].starts_with("61. ") && names.last().unwrap().starts_with("63. "));
    assert!(
        parse(&parts["ppt/slides/slide1.xml"])
            .words()
            .contains("13/63 tỉnh, thành")
    );
    // One that is chosen is shown, wherever it is.
    let mut chosen = decks::bars(63);
    let ChartBody::Bars(bars) = &mut chosen.body else {
        unreachable!()
    };
    bars.rows[30].emphasis = Emphasis::Highlight(0);
    let chart = &placed(&written(&chosen, Rows::Ends, Shape::Wide))[0].chart;
    let names = parts::series(chart)[0].categories.clone();
    assert_eq!(names[10], "…");
    assert!(names[11].starts_with("31. "), "{names:?}");
    assert_eq!(names[12], "…");
}

#[test]
fn rows_that_are_not_neighbours_in_rank_have_a_mark_between_them() {
    let mut model = decks::bars(6);
    let ChartBody::Bars(bars) = &mut model.body else {
        unreachable!()
    };
    for (row, rank) in bars.rows.iter_mut().zip(["1", "2", "2", "4", "8", "9"]) {
        row.rank = rank.to_owned();
    }
    let parts = written(&model, Rows::Ends, Shape::Wide);
    let names = parts::series(&placed(&parts)[0].chart)[0].categories.clone();
    let marks: Vec<usize> = names
        .iter()
        .enumerate()
        .filter(|(_, name)| *name == "…")
        .map(|(at, _)| at)
        .collect();
    assert_eq!(marks, [4], "{names:?}");
}

#[test]
fn the_mean_is_a_line_at_its_value() {
    for rows in [Rows::Ends, Rows::All] {
        for it in placed(&written(&decks::bars(63), rows, Shape::Wide)) {
            let axis = it.chart.all("c:valAx")[0];
            let (min, max) = (value(axis, "c:min"), value(axis, "c:max"));
            let area = plot_area(&it);
            let expected = area[0] + area[2] * (58.89 - min) / (max - min);
            let over = it.overlay.as_ref().expect("a line over the chart");
            let lines: Vec<&Element> = over
                .all("cdr:relSizeAnchor")
                .into_iter()
                .filter(|anchor| anchor.child("cdr:cxnSp").is_some())
                .collect();
            assert!(!lines.is_empty());
            for line in lines {
                let x: f64 = line.all("cdr:x")[0].text.parse().unwrap();
                assert!((it.frame[0] + x * it.frame[2] - expected).abs() < 0.5);
            }
            assert!(over.words().contains("Trung bình 58,89"));
        }
    }
}

#[test]
fn a_line_that_is_grey_in_the_panels_of_others_is_highlighted_on_a_slide() {
    let mut model = decks_more::panels();
    let ChartBody::Panels(panels) = &mut model.body else {
        unreachable!()
    };
    let lines: Vec<TrendSeries> = panels
        .panels
        .iter()
        .map(|panel| panel.trend.series[1].clone())
        .collect();
    for (at, panel) in panels.panels.iter_mut().enumerate() {
        panel.trend.series = lines.clone();
        for (other, line) in panel
            .trend
            .series
            .iter_mut()
            .enumerate()
            .filter(|(other, _)| *other != at)
        {
            line.emphasis = Emphasis::Context;
            line.label = decks::name(other);
        }
    }
    let chart = &placed(&written(&model, Rows::Ends, Shape::Wide))[0].chart;
    assert_eq!(
        chart.all("c:dLbl").len(),
        lines.len(),
        "each province is named at its line"
    );
}

#[test]
fn a_deck_begins_with_its_summary_as_a_table() {
    let summary = ooxml::Summary {
        title: "Nghệ An: vị trí theo từng chỉ số".into(),
        subtitle: "Năm mới nhất của từng chỉ số".into(),
        columns: ["Chỉ số", "Năm", "Hạng"].map(str::to_owned).into(),
        widths: vec![60, 20, 20],
        rows: (0..9)
            .map(|at| {
                vec![
                    format!("Chỉ số <{at}> & phần tên rất dài của nó"),
                    "2023".into(),
                    format!("{at}/63"),
                ]
            })
            .collect(),
        notes: vec!["≠: không so sánh được.".into()],
    };
    let deck = Deck {
        summary: Some(summary.clone()),
        source_details: vec!["Bảng tính PCI 2016, VCCI, https://example.vn/a".into()],
        ..decks::deck(vec![decks::bars(12)])
    };
    let parts = unzip(&pptx(&deck).unwrap());
    let slide = parse(&parts["ppt/slides/slide2.xml"]);
    let cells: Vec<String> = slide.all("a:tc").iter().map(|cell| cell.words()).collect();
    assert_eq!(cells, [&[summary.columns], &summary.rows[..]].concat().concat());
    let height: f64 = slide
        .all("a:tr")
        .iter()
        .map(|row| row.attributes["h"].parse::<f64>().unwrap())
        .sum();
    let top: f64 = slide.all("p:xfrm")[0].all("a:off")[0].attributes["y"].parse().unwrap();
    assert!(top + height < 530.0 * EMU, "the table is on the slide");
    for size in slide.all("a:rPr").iter().filter_map(|run| run.attributes.get("sz")) {
        assert!(size.parse::<u32>().unwrap() >= 1200);
    }
    // Addresses are in the notes, not over the slide.
    let sources = parse(&parts["ppt/slides/slide4.xml"]).words();
    assert!(!sources.contains("http"));
    assert!(
        parse(&parts["ppt/notesSlides/notesSlide4.xml"])
            .words()
            .contains("https://example.vn/a")
    );
}
