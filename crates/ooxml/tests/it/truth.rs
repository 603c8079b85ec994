//! What no slide may do: bars that are not proportional to their values, ticks that are not round, texts that depend on
//! the settings of the computer, labels that overlap, text that is too small.

use domain::{Lang, chart::*};
use ooxml::{Deck, Rows, Shape, Slide, pptx};

use crate::{
    decks, decks_more,
    parts::{self, Element, Parts, parse, unzip},
};

/// Points per unit of the file format.
pub(crate) const EMU: f64 = 12_700.0;

/// A chart on a slide, with its frame in points: left, top, width, height.
pub(crate) struct Placed {
    pub(crate) chart: Element,
    pub(crate) overlay: Option<Element>,
    pub(crate) frame: [f64; 4],
}

pub(crate) fn written(model: &ChartModel, rows: Rows, shape: Shape) -> Parts {
    let deck = decks::single(model.clone());
    let slides = deck
        .slides
        .iter()
        .map(|slide| Slide { rows, ..slide.clone() })
        .collect();
    unzip(&pptx(&Deck { slides, shape, ..deck }).unwrap())
}

pub(crate) fn placed(parts: &Parts) -> Vec<Placed> {
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

pub(crate) fn value(element: &Element, name: &str) -> f64 {
    element.all(name)[0].val().parse().unwrap()
}

/// Left, top, width and height of the plot area, in points of the slide.
pub(crate) fn plot_area(it: &Placed) -> [f64; 4] {
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
