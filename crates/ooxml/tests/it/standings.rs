//! Strips, tables of a province's standings, and heat maps on slides and in sheets.

use std::collections::BTreeSet;

use calamine::Data;
use domain::chart::{ChangeSign, ChartBody, ChartModel, Emphasis, HeatFill, Spine, Strip};
use ooxml::{OfficeError, Shape, pptx, xlsx};

use crate::{
    decks, decks_standings,
    parts::{self, Element, clean, parse, unzip},
};

fn slide_of(model: &ChartModel) -> Element {
    parse(&unzip(&pptx(&decks::single(model.clone())).unwrap())["ppt/slides/slide1.xml"])
}

/// Returns the alternative texts and the texts of all shapes of the drawing.
fn shape_texts(slide: &Element) -> (Vec<String>, Vec<String>) {
    let shapes = slide.all("p:grpSp")[0].all("p:sp");
    let alternatives = shapes
        .iter()
        .map(|shape| shape.all("p:cNvPr")[0].attributes["descr"].clone());
    (
        alternatives.collect(),
        shapes.iter().map(|shape| shape.words()).collect(),
    )
}

#[test]
fn every_shape_is_inside_its_group_and_has_a_unique_id() {
    for model in decks_standings::all() {
        for shape in [Shape::Wide, Shape::Standard] {
            let deck = ooxml::Deck {
                shape,
                ..decks::single(model.clone())
            };
            let slide = parse(&unzip(&pptx(&deck).unwrap())["ppt/slides/slide1.xml"]);
            let ids: Vec<&str> = slide
                .all("p:cNvPr")
                .iter()
                .map(|it| it.attributes["id"].as_str())
                .collect();
            assert_eq!(
                ids.iter().collect::<BTreeSet<_>>().len(),
                ids.len(),
                "{}",
                model.body.kind()
            );
            let groups = slide.all("p:grpSp");
            let Some(group) = groups.first() else { continue };
            let number = |element: &Element, name: &str| element.attributes[name].parse::<i64>().unwrap();
            let (at, size) = (group.all("a:off")[0], group.all("a:ext")[0]);
            let [left, top] = ["x", "y"].map(|name| number(at, name));
            let (right, bottom) = (left + number(size, "cx"), top + number(size, "cy"));
            for shape in group.all("p:sp") {
                let (at, size) = (shape.all("a:off")[0], shape.all("a:ext")[0]);
                let name = shape.all("p:cNvPr")[0].attributes["name"].clone();
                let slack = 12_700;
                assert!(
                    number(at, "x") >= left - slack && number(at, "y") >= top - slack,
                    "{name}"
                );
                assert!(number(at, "x") + number(size, "cx") <= right + slack, "{name}");
                assert!(
                    number(at, "y") + number(size, "cy") <= bottom + slack,
                    "{name} {bottom}"
                );
                assert!(number(size, "cx") >= 0 && number(size, "cy") >= 0, "{name}");
            }
        }
    }
}

#[test]
fn a_strip_has_one_mark_per_province_with_its_labels() {
    let model = decks_standings::strip();
    let ChartBody::Strip(strip) = &model.body else {
        unreachable!()
    };
    let slide = slide_of(&model);
    assert_eq!(
        slide.all("p:grpSp")[0].all("p:cNvPr")[0].attributes["descr"],
        model.description
    );
    let (alternatives, texts) = shape_texts(&slide);
    for mark in &strip.marks {
        let description = clean(&format!("{}: {}", mark.label, mark.text));
        assert_eq!(
            alternatives.iter().filter(|text| **text == description).count(),
            1,
            "{description}"
        );
        assert!(
            mark.says.is_empty() || texts.contains(&clean(&mark.says)),
            "{}",
            mark.says
        );
        if let Some(before) = &mark.before {
            let description = clean(&format!("{} {}: {}", mark.label, before.label, before.text));
            assert_eq!(
                alternatives.iter().filter(|text| **text == description).count(),
                2,
                "hollow mark and line"
            );
        }
    }
    assert!(texts.contains(&"Cả nước 66,00".to_owned()));
    let dots = slide.all("a:prstGeom");
    let dots = dots.iter().filter(|form| form.attributes["prst"] == "ellipse").count();
    let highlighted = strip
        .marks
        .iter()
        .filter(|mark| mark.emphasis != Emphasis::Context)
        .count();
    assert_eq!(dots, 2 * highlighted);
}

#[test]
fn a_row_of_the_standings_has_its_figures_shape_and_strip() {
    let model = decks_standings::spine();
    let ChartBody::Spine(spine) = &model.body else {
        unreachable!()
    };
    let slide = slide_of(&model);
    let (alternatives, texts) = shape_texts(&slide);
    let forms: Vec<String> = slide
        .all("a:prstGeom")
        .iter()
        .map(|form| form.attributes["prst"].clone())
        .collect();
    for row in &spine.rows {
        for text in [&row.label, &row.value, &row.rank, &row.change.text, &row.note] {
            assert!(text.is_empty() || texts.contains(text), "{text} in {texts:?}");
        }
        let form = match row.change.sign {
            ChangeSign::Up => "triangle",
            ChangeSign::Down => "flowChartMerge",
            ChangeSign::Same => "mathEqual",
            ChangeSign::Apart => "mathNotEqual",
            ChangeSign::None => continue,
        };
        assert_eq!(forms.iter().filter(|name| *name == form).count(), 1, "{form}");
        assert!(alternatives.contains(&row.change.words), "{}", row.change.words);
    }
}

#[test]
fn a_heat_map_has_one_cell_per_figure_in_the_colour_of_its_quarter() {
    let model = decks_standings::heat();
    let ChartBody::Heat(heat) = &model.body else {
        unreachable!()
    };
    let slide = slide_of(&model);
    let shapes = slide.all("p:grpSp")[0].all("p:sp");
    let mut fills = BTreeSet::new();
    for (group, row) in heat.rows() {
        assert!(!group.label.is_empty());
        for (cell, column) in row.cells.iter().zip(&heat.columns) {
            let description = clean(&format!("{}, {}: {}", row.label, column.heading(), cell.says));
            let found = shapes
                .iter()
                .find(|shape| shape.all("p:cNvPr")[0].attributes["descr"] == description);
            let shape = found.unwrap_or_else(|| panic!("{description}"));
            assert_eq!(shape.words(), cell.text);
            let properties = shape.child("p:spPr").unwrap();
            match cell.fill {
                HeatFill::NoData => assert!(properties.child("a:pattFill").is_some(), "{description}"),
                HeatFill::Plain => assert_eq!(
                    properties.child("a:solidFill").unwrap().all("a:schemeClr")[0].val(),
                    "bg1"
                ),
                HeatFill::Quarter(quarter) => {
                    let fill = properties.child("a:solidFill").unwrap();
                    let colour = fill.all("a:schemeClr")[0].val().to_owned();
                    fills.insert((quarter, colour, format!("{:?}", fill.all("a:lumMod")[0].attributes)));
                }
            }
        }
    }
    assert_eq!(fills.len(), 4, "one colour per quarter: {fills:?}");
    let (_, texts) = shape_texts(&slide);
    for text in heat.quarters.iter().chain([&heat.no_data, &heat.plain]) {
        assert!(texts.contains(text), "{text}");
    }
}

#[test]
fn sheets_have_figures_as_numbers_and_cells_in_colours() {
    let open = |model: &ChartModel| {
        let bytes = xlsx(&decks::single(model.clone())).unwrap();
        let sheets = parts::sheets(&bytes);
        let sheet = sheets
            .values()
            .find(|sheet| sheet.get_value((3, 0)).is_some())
            .unwrap()
            .clone();
        (bytes, sheet)
    };
    let model = decks_standings::strip();
    let ChartBody::Strip(strip) = &model.body else {
        unreachable!()
    };
    let (_, sheet) = open(&model);
    for (row, mark) in (4..).zip(&strip.marks) {
        assert_eq!(sheet.get_value((row, 0)).unwrap().to_string(), clean(&mark.label));
        assert_eq!(sheet.get_value((row, 1)), Some(&Data::Float(mark.value)));
        assert_eq!(sheet.get_value((row, 2)).unwrap().to_string(), mark.text);
    }
    let model = decks_standings::spine();
    let (_, sheet) = open(&model);
    for (row, cells) in (4..).zip(&model.table().rows) {
        for (column, cell) in (0..).zip(cells) {
            assert_eq!(
                sheet
                    .get_value((row, column))
                    .map(ToString::to_string)
                    .unwrap_or_default(),
                *cell
            );
        }
    }
    let model = decks_standings::heat();
    let (bytes, sheet) = open(&model);
    assert_eq!(sheet.get_value((4, 0)).unwrap().to_string(), "Vùng 0");
    assert_eq!(sheet.get_value((5, 2)).unwrap().to_string(), "83,94%");
    assert_eq!(sheet.get_value((5, 3)), Some(&Data::Float(3.0)));
    let styles = parse(&unzip(&bytes)["xl/styles.xml"]);
    let patterns = styles.all("patternFill");
    let count_of = |kind: &str| {
        patterns
            .iter()
            .filter(|fill| fill.attributes["patternType"] == kind)
            .count()
    };
    assert!(count_of("solid") >= 4 && count_of("lightUp") >= 1);
}

#[test]
fn hostile_texts_are_escaped_and_nan_is_rejected() {
    let mut model = decks_standings::strip();
    let ChartBody::Strip(strip) = &mut model.body else {
        unreachable!()
    };
    strip.marks[0].label = "</p:cNvPr><x> & \u{0}\u{b} \"'\u{fffe} Ẵ ỷ Đ ợ".into();
    strip.marks[0].says = "=1+1<\u{8}".into();
    let (_, texts) = shape_texts(&slide_of(&model));
    assert!(texts.contains(&"=1+1<".to_owned()), "{texts:?}");
    assert!(xlsx(&decks::single(model.clone())).is_ok());
    let ChartBody::Strip(strip) = &mut model.body else {
        unreachable!()
    };
    strip.marks[5].value = f64::NAN;
    let rejected = pptx(&decks::single(model.clone()));
    assert!(matches!(rejected, Err(OfficeError::NotFinite(_))), "{rejected:?}");
    assert!(matches!(xlsx(&decks::single(model)), Err(OfficeError::NotFinite(_))));
    let mut rows = decks_standings::spine();
    if let ChartBody::Spine(Spine { rows, .. }) = &mut rows.body {
        rows[0].strip = Strip {
            left: f64::INFINITY,
            ..Strip::default()
        };
    }
    assert!(matches!(pptx(&decks::single(rows)), Err(OfficeError::NotFinite(_))));
}
