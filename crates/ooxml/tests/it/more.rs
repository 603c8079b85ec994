//! Comparisons, explanations and maps on slides and in sheets.

use calamine::Data;
use domain::chart::{ChartBody, TileFill};
use ooxml::{pptx, xlsx};

use crate::{
    decks, decks_more,
    parts::{self, Element, clean, parse, unzip},
};

fn slide_of(model: &domain::chart::ChartModel) -> Element {
    parse(&unzip(&pptx(&decks::single(model.clone())).unwrap())["ppt/slides/slide1.xml"])
}

#[test]
fn a_map_has_one_shape_per_tile_with_text_colour_and_description() {
    let model = decks_more::tiles(false);
    let ChartBody::Tiles(tiles) = &model.body else {
        unreachable!()
    };
    let slide = slide_of(&model);
    let group = slide.all("p:grpSp")[0];
    assert_eq!(group.all("p:cNvPr")[0].attributes["descr"], model.description);
    let shapes = group.all("p:sp");
    let inside = [&group.all("a:off")[0].attributes, &group.all("a:ext")[0].attributes];
    let number = |text: &str| text.parse::<i64>().unwrap();
    let (right, bottom) = (
        number(&inside[0]["x"]) + number(&inside[1]["cx"]),
        number(&inside[0]["y"]) + number(&inside[1]["cy"]),
    );
    let mut fills = std::collections::BTreeSet::new();
    for (tile, shape) in tiles.tiles.iter().zip(&shapes) {
        let words = shape.words();
        assert!(
            words == tile.short || (words == clean(&tile.name) && tile.fill != TileFill::Place),
            "{words}"
        );
        let about = &shape.all("p:cNvPr")[0].attributes;
        assert_eq!(about["name"], clean(&tile.name));
        assert!(about["descr"].contains(&clean(&tile.text)));
        let properties = shape.child("p:spPr").unwrap();
        let kinds = ["a:solidFill", "a:pattFill", "a:noFill"];
        let fill = kinds.into_iter().find_map(|kind| properties.child(kind)).unwrap();
        match tile.fill {
            TileFill::Class(class) => {
                fills.insert((class, format!("{:?}", fill.all("a:lumMod")[0].attributes)));
            }
            TileFill::NoData => assert_eq!(fill.name, "a:pattFill"),
            TileFill::Place => {
                assert_eq!(fill.name, "a:noFill");
                assert_eq!(properties.all("a:prstDash")[0].val(), "dash");
            }
        }
        let wide = number(&properties.all("a:ln")[0].attributes["w"]);
        assert_eq!(wide > 20_000, tile.marked);
        let at = |element: &str, name: &str| number(&properties.all(element)[0].attributes[name]);
        assert!(at("a:off", "x") + at("a:ext", "cx") <= right);
        assert!(at("a:off", "y") + at("a:ext", "cy") <= bottom);
    }
    assert_eq!(fills.len(), 5, "one colour per class: {fills:?}");
    let key: Vec<String> = shapes[tiles.tiles.len()..].iter().map(|shape| shape.words()).collect();
    for class in &tiles.classes {
        assert!(key.contains(&format!("{} ({})", class.label, class.count)), "{key:?}");
    }
    assert!(
        key.contains(&"Không có số liệu (1)".to_owned()) && key.contains(&"HS: Hoàng Sa (thuộc Đà Nẵng)".to_owned())
    );
    let mut ids: Vec<&str> = slide
        .all("p:cNvPr")
        .iter()
        .map(|it| it.attributes["id"].as_str())
        .collect();
    let total = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), total, "every shape has a unique id");
}

#[test]
fn a_sheet_has_the_map_in_cells_next_to_its_table() {
    let model = decks_more::tiles(true);
    let ChartBody::Tiles(tiles) = &model.body else {
        unreachable!()
    };
    let bytes = xlsx(&decks::single(model.clone())).unwrap();
    let sheets = parts::sheets(&bytes);
    let sheet = sheets.values().find(|sheet| sheet.get_value((3, 0)).is_some()).unwrap();
    let text = |row: u32, column: u32| match sheet.get_value((row, column)) {
        Some(Data::String(text)) => text.clone(),
        _ => String::new(),
    };
    for tile in &tiles.tiles {
        assert_eq!(text(3 + u32::from(tile.row), 5 + u32::from(tile.column)), tile.short);
    }
    let shown: Vec<_> = tiles.tiles.iter().filter(|tile| tile.fill != TileFill::Place).collect();
    let table = model.table();
    assert_eq!(table.rows.len(), shown.len());
    for (row, (tile, cells)) in (4..).zip(shown.iter().zip(&table.rows)) {
        assert_eq!(
            [text(row, 0), text(row, 2), text(row, 3)],
            [clean(&cells[0]), cells[1].clone(), cells[2].clone()]
        );
        assert_eq!(text(row, 1), tile.short);
    }
    let styles = parse(&unzip(&bytes)["xl/styles.xml"]);
    let patterns: Vec<String> = styles
        .all("patternFill")
        .iter()
        .map(|fill| fill.attributes["patternType"].clone())
        .collect();
    assert!(patterns.contains(&"lightUp".to_owned()), "{patterns:?}");
    assert!(
        patterns.iter().filter(|kind| *kind == "solid").count() >= 5,
        "{patterns:?}"
    );
}

#[test]
fn the_base_of_a_step_is_invisible_and_has_no_legend() {
    let parts = unzip(&pptx(&decks::single(decks_more::steps())).unwrap());
    let chart = parse(&parts["ppt/charts/chart1.xml"]);
    assert_eq!(chart.all("c:grouping")[0].val(), "stacked");
    assert_eq!(chart.all("c:overlap")[0].val(), "100");
    let series = chart.all("c:ser");
    let paint = |at: usize| series[at].child("c:spPr").unwrap().children[0].name.clone();
    assert_eq!(paint(0), "a:noFill");
    assert_eq!(paint(4), "a:pattFill", "what no component explains is hatched");
    assert!(chart.all("c:legend").is_empty());
    assert!(chart.words().contains("Trục bắt đầu từ 55,00"));
}

#[test]
fn rows_with_own_scales_are_drawn_as_shares_and_keep_the_published_figures_as_text() {
    let model = decks_more::dots(8, 4, true);
    let bytes = pptx(&decks::single(model.clone())).unwrap();
    let parts = unzip(&bytes);
    let chart = parse(&parts["ppt/charts/chart1.xml"]);
    assert!(chart.words().contains("Phần trăm của thang riêng mỗi dòng"));
    let notes = parse(&parts["ppt/notesSlides/notesSlide1.xml"]).words();
    let ChartBody::Dots(dots) = &model.body else {
        unreachable!()
    };
    let book = parts::sheets(&parts["ppt/embeddings/workbook1.xlsx"]);
    let cells: Vec<String> = book["Số liệu"].rows().flatten().map(ToString::to_string).collect();
    for mark in dots.rows.iter().flat_map(|row| &row.marks) {
        assert!(notes.contains(&mark.text), "{}", mark.text);
        assert!(cells.iter().any(|cell| cell.contains(&mark.text)), "{}", mark.text);
    }
    // Both marks of a series in one row are present.
    let names: Vec<String> = parts::series(&chart).into_iter().map(|series| series.name).collect();
    assert_eq!(names.len(), 5, "{names:?}");
}

#[test]
fn a_line_in_several_panels_is_drawn_once() {
    let parts = unzip(&pptx(&decks::single(decks_more::panels())).unwrap());
    let series = parts::series(&parse(&parts["ppt/charts/chart1.xml"]));
    assert_eq!(series.iter().filter(|it| it.name == "Trung bình cả nước").count(), 1);
    assert_eq!(series.len(), 7);
}

#[test]
fn hostile_names_are_escaped_on_a_map() {
    let mut model = decks_more::tiles(false);
    let ChartBody::Tiles(tiles) = &mut model.body else {
        unreachable!()
    };
    tiles.tiles[0].name = "</p:cNvPr><x> & \u{0}\u{b} \"'\u{fffe}".into();
    tiles.tiles[0].text = "=1+1<\u{8}".into();
    tiles.tiles[0].short = "<&\u{1}>".into();
    tiles.classes[0].label = "</a:t>\u{0}".into();
    let slide = slide_of(&model);
    let shapes = slide.all("p:grpSp")[0].all("p:sp");
    assert_eq!(shapes[0].words(), "<&>");
    assert_eq!(shapes[0].all("p:cNvPr")[0].attributes["name"], "</p:cNvPr><x> &  \"'");
    let sheets = parts::sheets(&xlsx(&decks::single(model)).unwrap());
    let formula = sheets
        .values()
        .flat_map(|sheet| sheet.rows().flatten())
        .any(|cell| *cell == Data::String("=1+1<".into()));
    assert!(formula, "text, not a formula");
}
