//! The content of workbooks.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use ooxml::xlsx;

use crate::{
    decks, decks_more, expected,
    parts::{self, parse, unzip},
};

fn open(bytes: &[u8]) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes.to_vec())).unwrap()
}

#[test]
fn charts_refer_to_cells_with_the_figures_of_the_model() {
    for model in decks_more::all() {
        let bytes = xlsx(&decks::single(model.clone())).unwrap();
        let parts = unzip(&bytes);
        let Some(chart) = parts.get("xl/charts/chart1.xml") else {
            use domain::chart::ChartBody::{Heat, Spine, Strip, Tiles};
            let shapes = matches!(model.body, Tiles(_) | Strip(_) | Spine(_) | Heat(_));
            assert!(
                shapes || model.table().rows.iter().flatten().all(String::is_empty),
                "no chart"
            );
            continue;
        };
        let chart = parse(chart);
        let sheets = parts::sheets(&bytes);
        let values = |ser: &parts::Element, name: &str| {
            let formula = &ser.child(name).unwrap().all("c:f")[0].text;
            (formula.clone(), parts::cells(&sheets, formula))
        };
        let series = ["c:barChart", "c:lineChart"].into_iter().flat_map(|kind| {
            let groups = chart.all(kind);
            let line = kind == "c:lineChart";
            let all: Vec<parts::Series> = groups
                .iter()
                .flat_map(|group| group.all("c:ser"))
                .map(|ser| {
                    let [name, categories, numbers] = ["c:tx", "c:cat", "c:val"].map(|part| values(ser, part));
                    parts::Series {
                        name: name.1[0].to_string(),
                        categories: categories.1.iter().map(ToString::to_string).collect(),
                        values: numbers.1.iter().map(number).collect(),
                        formulas: [name.0, categories.0, numbers.0],
                        drawn: line && ser.child("c:spPr").unwrap().all("a:noFill").is_empty(),
                        hidden: false,
                    }
                })
                .collect();
            all
        });
        expected::assert_matches(&model, &series.collect::<Vec<_>>());
    }
}

fn number(data: &Data) -> Option<f64> {
    match data {
        Data::Empty => None,
        Data::Float(value) => Some(*value),
        other => panic!("{other:?} is not a number"),
    }
}

#[test]
fn a_sheet_has_its_texts_and_its_chart_alternative_text() {
    let model = decks::slope(12, &[1], false);
    let bytes = xlsx(&decks::single(model.clone())).unwrap();
    let mut book = open(&bytes);
    let names = book.sheet_names();
    assert_eq!(names.last().unwrap(), "Nguồn");
    let cells = book.worksheet_range(&names[0]).unwrap();
    let text: Vec<String> = cells.rows().map(|row| row[0].to_string()).collect();
    for expected_text in [&model.title, &model.subtitle, &model.source, &model.notes[0].text] {
        assert!(text.contains(expected_text), "{expected_text}");
    }
    assert!(text.iter().any(|line| line.contains("Hà Tây, Đắk Nông")));
    let chart = parse(&unzip(&bytes)["xl/charts/chart1.xml"]);
    let dots = chart.all("c:symbol");
    assert_eq!(dots.len(), 12, "points that are not joined are visible");
    assert!(dots.iter().all(|dot| dot.val() == "circle"));
    let drawing = parse(&unzip(&bytes)["xl/drawings/drawing1.xml"]);
    assert_eq!(drawing.all("xdr:cNvPr")[0].attributes["descr"], model.description);
}

#[test]
fn sheet_names_are_valid_and_sources_come_last() {
    let mut model = decks::bars(3);
    model.title = "a/b [c]: 'Đà Nẵng' dẫn đầu năm thứ tư liên tiếp".into();
    let deck = decks::deck(vec![model; 12]);
    let mut book = open(&xlsx(&deck).unwrap());
    let names = book.sheet_names();
    assert_eq!(names.len(), 13);
    assert_eq!(names[11], "12. ab c Đà Nẵng dẫn đầu năm th");
    let sources = book.worksheet_range(&names[12]).unwrap();
    let text: Vec<String> = sources.rows().map(|row| row[0].to_string()).collect();
    assert!(deck.sources.iter().all(|source| text.contains(source)));
}

#[test]
fn axes_have_the_right_range_and_direction() {
    let axis = |model, kind: &str, at: usize| {
        let parts = unzip(&xlsx(&decks::single(model)).unwrap());
        let axis = parse(&parts["xl/charts/chart1.xml"]).all(kind)[at].clone();
        let end = |name: &str| axis.all(name).first().map(|end| end.val().to_owned());
        (
            axis.all("c:orientation")[0].val().to_owned(),
            end("c:min"),
            end("c:max"),
        )
    };
    let some = |text: &str| Some(text.to_owned());
    let bars = || decks::bars(34);
    assert_eq!(axis(bars(), "c:catAx", 0).0, "maxMin", "the best on top");
    assert_eq!(
        axis(bars(), "c:valAx", 0),
        ("minMax".to_owned(), some("0"), some("100"))
    );
    assert_eq!(axis(decks::bump(34, &[0]), "c:valAx", 0).0, "maxMin", "rank 1 on top");
    assert_eq!(
        axis(decks::lines(), "c:valAx", 0),
        ("minMax".to_owned(), some("40"), some("80"))
    );
    let (upwards, downwards) = (
        axis(decks::combined(), "c:valAx", 0),
        axis(decks::combined(), "c:valAx", 1),
    );
    assert_eq!(
        upwards,
        ("minMax".to_owned(), some("0"), some("250")),
        "scores in the lower half"
    );
    assert_eq!(downwards.0, "maxMin", "rank 1 on top");
    let last: f64 = downwards.2.unwrap().parse().unwrap();
    assert!(last >= 2.0 * 63.0, "ranks in the upper half");
}
