//! Word documents: what stands in them, and that their parts belong together.

use domain::{
    Date, Lang,
    briefing::{Block, BriefChart, BriefColumn, BriefSource, BriefTable, Briefing, Paper, Phrase, Section},
    chart::ChartModel,
    data_table::Citation,
};
use ooxml::{Picture, docx};

use crate::{
    decks, decks_standings,
    package::assert_rels_resolve,
    parts::{Element, Parts, assert_caches_match, parse, series, unzip},
};

const TRAP: &str = "Ẵ \"ỷ\" <b>&[x]";

fn phrase(text: &str, sources: &[usize]) -> Phrase {
    Phrase::sourced(text.to_owned(), sources.to_vec())
}

fn chart(model: ChartModel) -> Block {
    Block::Chart(Box::new(BriefChart {
        model,
        width: 656,
        height: 0,
        decimals: 2,
    }))
}

fn section(id: &'static str, blocks: Vec<Block>) -> Section {
    Section {
        id,
        heading: format!("{id} {TRAP}"),
        yields: 0,
        blocks,
    }
}

/// Three of the four sources are referred to.
fn briefing() -> Briefing {
    let table = BriefTable {
        caption: "Bảng".to_owned(),
        columns: vec![BriefColumn::text("Chỉ số"), BriefColumn::number("Giá trị")],
        rows: vec![
            vec![phrase("PCI", &[]), phrase("62,27", &[3, 1])],
            vec![phrase("PAPI", &[]), phrase("44,72", &[3])],
        ],
        notes: vec!["Ghi chú".to_owned()],
    };
    let source = |number: usize| BriefSource {
        text: format!("Nguồn {number} {TRAP}"),
        url: if number == 2 {
            String::new()
        } else {
            format!("https://thuocdo.example.vn/{number}")
        },
    };
    Briefing {
        lang: Lang::Vi,
        title: format!("Nghệ An {TRAP}"),
        subtitle: "Bản dữ liệu số 1".to_owned(),
        sections: vec![
            section(
                "short",
                vec![
                    Block::List(vec![phrase("Một", &[2]), phrase("Hai", &[])]),
                    chart(decks_standings::spine()),
                ],
            ),
            section(
                "standing",
                vec![Block::Table(table), chart(decks::bars(63)), chart(decks::lines())],
            ),
            section("sources", vec![Block::Sources((1..=4).map(source).collect())]),
            section("cite", vec![Block::Small("Trích dẫn".to_owned())]),
        ],
        paper: Paper {
            head: "Đầu trang".to_owned(),
            foot: "https://thuocdo.example.vn/vi".to_owned(),
        },
        citation: Citation {
            key: "k".to_owned(),
            author: String::new(),
            title: String::new(),
            publisher: String::new(),
            edition: 1,
            published: Date::new(2026, 11, 21).unwrap(),
            url: String::new(),
            text: String::new(),
        },
        frozen: true,
        page: String::new(),
        name: "nghe-an-briefing".to_owned(),
    }
}

fn picture(_: &ChartModel, (width, _): (u32, u32)) -> Option<Picture> {
    Some(Picture {
        png: b"\x89PNG".to_vec(),
        size: (width, 300),
    })
}

fn parts() -> Parts {
    unzip(&docx(&briefing(), &picture).unwrap())
}

fn styles<'a>(document: &'a Element, style: &str) -> Vec<&'a Element> {
    let is = |p: &&Element| {
        p.all("w:pStyle")
            .first()
            .is_some_and(|s| s.attributes["w:val"] == style)
    };
    document.all("w:p").into_iter().filter(is).collect()
}

#[test]
fn parts_belong_together_and_the_same_briefing_gives_the_same_bytes() {
    assert_rels_resolve(&parts());
    assert_eq!(docx(&briefing(), &picture), docx(&briefing(), &picture));
    let types = String::from_utf8(parts()["[Content_Types].xml"].clone()).unwrap();
    for part in parts()
        .keys()
        .filter(|path| path.ends_with(".xml") && *path != "[Content_Types].xml")
    {
        assert!(types.contains(&format!("\"/{part}\"")), "{part}");
    }
    assert!(types.contains("image/png"));
}

#[test]
fn headings_lists_and_tables_are_those_of_word() {
    let document = parse(&parts()["word/document.xml"]);
    let headings: Vec<String> = styles(&document, "Heading1").iter().map(|p| p.words()).collect();
    let expected = ["short", "standing", "sources", "cite"].map(|id| format!("{id} {TRAP}"));
    assert_eq!(headings, expected);
    assert_eq!(
        styles(&document, "ListBullet").len(),
        2 + 1,
        "the items and the source that nothing mentions"
    );
    let tables = document.all("w:tbl");
    assert_eq!(tables.len(), 1);
    let rows = tables[0].all("w:tr");
    let heads: Vec<bool> = rows.iter().map(|row| !row.all("w:tblHeader").is_empty()).collect();
    assert_eq!(heads, [true, false, false]);
    let numbers = styles(tables[0], "TableNumber");
    assert_eq!(numbers.len(), 3, "a heading and two numbers on the right");
    let widths: u32 = tables[0]
        .all("w:gridCol")
        .iter()
        .map(|c| c.attributes["w:w"].parse::<u32>().unwrap())
        .sum();
    assert!(
        (9_600..=9_638).contains(&widths),
        "the table is as wide as the text: {widths}"
    );
}

#[test]
fn a_source_has_one_footnote_and_later_mentions_refer_to_it() {
    let parts = parts();
    let document = parse(&parts["word/document.xml"]);
    let ids: Vec<&str> = document
        .all("w:footnoteReference")
        .iter()
        .map(|r| r.attributes["w:id"].as_str())
        .collect();
    assert_eq!(
        ids,
        ["1", "2", "3"],
        "in the order in which they are mentioned: 2, 3, 1"
    );
    let footnotes = parse(&parts["word/footnotes.xml"]);
    let texts: Vec<String> = footnotes
        .all("w:footnote")
        .iter()
        .filter(|note| !note.attributes.contains_key("w:type"))
        .map(|note| note.words())
        .collect();
    for (text, number) in texts.iter().zip([2, 3, 1]) {
        assert!(text.contains(&format!("Nguồn {number} {TRAP}")), "{text}");
    }
    assert_eq!(texts.len(), 3);
    let again: Vec<String> = document.all("w:instrText").iter().map(|i| i.words()).collect();
    assert_eq!(again.len(), 1);
    assert!(again[0].contains("NOTEREF _Source3 "), "{again:?}");
    let marks = document.all("w:bookmarkStart");
    assert!(marks.iter().any(|mark| mark.attributes["w:name"] == "_Source3"));
}

#[test]
fn charts_are_native_where_a_chart_type_fits_and_have_alternative_text() {
    let parts = parts();
    let document = parse(&parts["word/document.xml"]);
    let drawings = document.all("wp:docPr");
    assert_eq!(drawings.len(), 3);
    assert!(drawings.iter().all(|d| !d.attributes["descr"].is_empty()));
    assert_eq!(document.all("c:chart").len(), 2);
    assert_eq!(document.all("pic:pic").len(), 1, "a spine is an image");
    for (path, workbook) in [("word/charts/chart2.xml", "2"), ("word/charts/chart3.xml", "3")] {
        let all = series(&parse(&parts[path]));
        assert!(!all.is_empty(), "{path}");
        assert_caches_match(&all, &parts[&format!("word/embeddings/workbook{workbook}.xlsx")]);
    }
    let bars = series(&parse(&parts["word/charts/chart2.xml"]));
    assert!(bars[0].categories.len() < 20, "the first and the last of 63");
}

#[test]
fn without_pictures_the_texts_remain() {
    let without = unzip(&docx(&briefing(), &|_, _| None).unwrap());
    assert!(!without.keys().any(|path| path.contains("media")));
    assert_eq!(parse(&without["word/document.xml"]).all("w:tbl").len(), 1);
    if let Ok(folder) = std::env::var("THUOCDO_OFFICE_OUT") {
        std::fs::write(
            format!("{folder}/briefing.docx"),
            docx(&briefing(), &|_, _| None).unwrap(),
        )
        .unwrap();
    }
}
