//! What no slide may do: bars that are not proportional to their values, ticks that are not round, texts that depend on
//! the settings of the computer, labels that overlap, text that is too small.

use domain::{Lang, chart::*};
use ooxml::{Deck, Rows, Shape, Slide, pptx};

use crate::{
    decks, decks_more,
    parts::{self, Element, Parts, parse, unzip},
};

/// Points per unit of the file format.
const EMU: f64 = 12_700.0;

/// A chart on a slide, with its frame in points: left, top, width, height.
struct Placed {
    chart: Element,
    overlay: Option<Element>,
    frame: [f64; 4],
}

fn written(model: &ChartModel, rows: Rows, shape: Shape) -> Parts {
    let deck = decks::single(model.clone());
    let slides = deck
        .slides
        .iter()
        .map(|slide| Slide { rows, ..slide.clone() })
        .collect();
    unzip(&pptx(&Deck { slides, shape, ..deck }).unwrap())
}

fn placed(parts: &Parts) -> Vec<Placed> {
    let slide = parse(&parts["ppt/slides/slide1.xml"]);
    let frames = slide.all("p:graphicFrame");
    let number = |frame: &Element, element: &str, name: &str| {
        frame.all(element)[0].attributes[name].parse::<f64>().unwrap() / EMU
    };
    (1..)
        .zip(frames)
        .map(|(n, frame)| Placed {
            chart: parse(&parts[&format!("ppt/charts/chart{n}.xml")]),
            overlay: parts.get(&format!("ppt/drawings/drawing{n}.xml")).map(|xml| parse(xml)),
            frame: [
                number(frame, "a:off", "x"),
                number(frame, "a:off", "y"),
                number(frame, "a:ext", "cx"),
                number(frame, "a:ext", "cy"),
            ],
        })
        .collect()
}

fn value(element: &Element, name: &str) -> f64 {
    element.all(name)[0].val().parse().unwrap()
}

/// Left, top, width and height of the plot area, in points of the slide.
fn plot_area(it: &Placed) -> [f64; 4] {
    let layout = it.chart.all("c:plotArea")[0].child("c:layout").unwrap();
    let [x, y, w, h] = ["c:x", "c:y", "c:w", "c:h"].map(|name| value(layout, name));
    let [left, top, width, height] = it.frame;
    [left + x * width, top + y * height, w * width, h * height]
}

fn all_ways() -> impl Iterator<Item = (ChartModel, Rows, Shape)> {
    let models = decks_more::all()
        .into_iter()
        .flat_map(|model| [decks::english(model.clone()), model]);
    models.flat_map(|model| {
        [Rows::Ends, Rows::All]
            .into_iter()
            .flat_map(move |rows| [Shape::Wide, Shape::Standard].map(|shape| (model.clone(), rows, shape)))
    })
}

#[test]
fn bars_of_a_slide_are_proportional_to_their_values() {
    for (model, rows, shape) in all_ways() {
        let parts = written(&model, rows, shape);
        let mut points_per_unit: Vec<f64> = Vec::new();
        for it in placed(&parts) {
            let bars = it.chart.all("c:barChart");
            if bars.is_empty() || bars[0].all("c:barDir")[0].val() != "bar" {
                continue;
            }
            let axis = it.chart.all("c:valAx")[0];
            let (min, max) = (value(axis, "c:min"), value(axis, "c:max"));
            points_per_unit.push(plot_area(&it)[2] / (max - min));
            let steps = matches!(model.body, ChartBody::Steps(_));
            for series in parts::series(&it.chart)
                .iter()
                .filter(|series| !series.hidden && !steps)
            {
                for v in series.values.iter().flatten() {
                    assert!(
                        (min..=max).contains(v),
                        "{} is cut off at {min} or {max}: {}",
                        v,
                        model.title
                    );
                    assert!(min <= 0.0, "a bar that does not start at zero: {}", model.title);
                }
            }
        }
        let same = points_per_unit
            .windows(2)
            .all(|pair| (pair[0] - pair[1]).abs() < pair[0] * 1e-3);
        assert!(same, "{rows:?} {shape:?} {}: {points_per_unit:?}", model.body.kind());
    }
}

#[test]
fn ends_and_distances_of_axes_are_round() {
    for (model, rows, shape) in all_ways() {
        for it in placed(&written(&model, rows, shape)) {
            for axis in it.chart.all("c:valAx") {
                let step = value(axis, "c:majorUnit");
                let digits = step / 10_f64.powf(step.log10().floor());
                assert!(
                    [1.0, 2.0, 5.0].iter().any(|round| (digits - round).abs() < 1e-9),
                    "{step}: {}",
                    model.body.kind()
                );
                for name in ["c:min", "c:max"] {
                    let text = axis.all(name)[0].val();
                    let times = text.parse::<f64>().unwrap() / step;
                    assert!(
                        (times - times.round()).abs() < 1e-9,
                        "{name} {text} of {step}: {}",
                        model.body.kind()
                    );
                    assert!(text.len() <= 6, "{name} {text}");
                }
            }
        }
    }
}

#[test]
fn no_visible_number_depends_on_the_settings_of_the_computer() {
    for (model, rows, shape) in all_ways() {
        for it in placed(&written(&model, rows, shape)) {
            for axis in it.chart.all("c:valAx") {
                if axis.all("c:delete")[0].val() == "1" {
                    continue;
                }
                let format = &axis.child("c:numFmt").unwrap().attributes["formatCode"];
                let outside: String = format.split('"').step_by(2).collect();
                let sections = outside.split(']').skip(1).step_by(1);
                let digits: String = sections
                    .map(|part| part.split('[').next().unwrap_or_default())
                    .collect();
                assert!(!digits.contains(['.', ',', '#']), "{format}");
                assert_ne!(format, "General");
                let largest = value(axis, "c:max").abs().max(value(axis, "c:min").abs());
                assert!(
                    format.contains('"') || (largest < 1000.0 && value(axis, "c:majorUnit").fract() == 0.0),
                    "{format} up to {largest}"
                );
            }
            for label in it.chart.all("c:dLbl") {
                assert!(label.child("c:numFmt").is_none());
                assert_eq!(label.all("a:fld")[0].attributes["type"], "CELLRANGE");
                assert!(
                    !label.words().is_empty(),
                    "the text of programs that do not know such labels"
                );
            }
            for series in it.chart.all("c:ser") {
                let labels: Vec<String> = series.all("c:dLbl").iter().map(|label| label.words()).collect();
                let cells: Vec<String> = series
                    .all("c15:dlblRangeCache")
                    .iter()
                    .flat_map(|cache| cache.all("c:v"))
                    .map(|v| v.text.clone())
                    .collect();
                assert_eq!(labels, cells);
            }
        }
    }
}

#[test]
fn labels_are_cells_of_the_workbook() {
    for (model, rows, shape) in all_ways() {
        let parts = written(&model, rows, shape);
        for (n, it) in (1..).zip(placed(&parts)) {
            let sheets = parts::sheets(&parts[&format!("ppt/embeddings/workbook{n}.xlsx")]);
            for range in it.chart.all("c15:datalabelsRange") {
                let cells = parts::cells(&sheets, &range.child("c15:f").unwrap().text);
                let cells: Vec<String> = cells
                    .iter()
                    .map(ToString::to_string)
                    .filter(|text| !text.is_empty())
                    .collect();
                let texts: Vec<String> = range.all("c:v").iter().map(|v| v.text.clone()).collect();
                assert_eq!(cells, texts, "{}", model.body.kind());
            }
        }
    }
}

#[test]
fn decimals_are_equal_within_a_chart() {
    for lang in Lang::ALL {
        let mut model = decks_more::dots(12, 2, false);
        model.lang = lang;
        let point = if lang == Lang::Vi { ',' } else { '.' };
        let it = &placed(&written(&model, Rows::Ends, Shape::Wide))[0];
        let labels = it.chart.all("c:dLbl");
        assert!(!labels.is_empty());
        for label in labels {
            for number in label.words().split(" | ").filter(|text| *text != "–") {
                let decimals = number.split(point).nth(1).map(str::len);
                assert_eq!(decimals, Some(2), "{number}");
            }
        }
    }
}

/// The rows of all charts of a slide as drawn: top and bottom of each row with its label's height.
#[test]
fn labels_of_rows_do_not_overlap() {
    for (model, rows, shape) in all_ways() {
        for it in placed(&written(&model, rows, shape)) {
            let bars = it.chart.all("c:barChart");
            if bars.is_empty() || bars[0].all("c:barDir")[0].val() != "bar" {
                continue;
            }
            let count = parts::series(&it.chart)[0].categories.len() as f64;
            let height = plot_area(&it)[3] / count;
            for label in it.chart.all("c:dLbl") {
                let size: f64 = label.all("a:rPr")[0].attributes["sz"].parse::<f64>().unwrap() / 100.0;
                assert!(
                    size * 1.15 <= height + 0.5,
                    "{size} pt in rows of {height}: {}",
                    model.body.kind()
                );
            }
            // One label per row and series of labels.
            for series in it.chart.all("c:ser") {
                let mut points: Vec<&str> = series
                    .all("c:dLbl")
                    .iter()
                    .map(|label| label.child("c:idx").unwrap().val())
                    .collect();
                let total = points.len();
                points.sort_unstable();
                points.dedup();
                assert_eq!(points.len(), total);
            }
            let labelled = it
                .chart
                .all("c:ser")
                .into_iter()
                .filter(|ser| ser.child("c:dLbls").is_some());
            let mut seen = std::collections::BTreeSet::new();
            for (at, series) in labelled.enumerate() {
                let hidden = series.child("c:spPr").unwrap().child("a:noFill").is_some();
                for label in series.all("c:dLbl") {
                    let row = label.child("c:idx").unwrap().val().to_owned();
                    assert!(
                        seen.insert((hidden, row.clone())),
                        "two labels in row {row} of series {at}"
                    );
                }
            }
        }
    }
}

#[test]
fn no_text_is_smaller_than_12_points() {
    for (model, rows, _) in all_ways() {
        let parts = written(&model, rows, Shape::Wide);
        let of_slide = parts.iter().filter(|(path, _)| {
            ["ppt/slides/slide", "ppt/charts/chart", "ppt/drawings/drawing"]
                .iter()
                .any(|start| path.starts_with(start))
        });
        for (path, xml) in of_slide {
            let xml = parse(xml);
            let sized = ["a:rPr", "a:defRPr"].into_iter().flat_map(|name| xml.all(name));
            for size in sized.filter_map(|run| run.attributes.get("sz")) {
                assert!(
                    size.parse::<u32>().unwrap() >= 1200,
                    "{path} {size}: {}",
                    model.body.kind()
                );
            }
        }
    }
}

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
