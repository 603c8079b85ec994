//! Texts and numbers that are problematic for other programs survive a round trip.

use std::collections::HashMap;
use std::io::Cursor;

use calamine::Data;
use dataset::{ExportFormat, html_fragment};
use domain::Lang;
use domain::data_table::{DataCell, DataKind, DataSource, DataTable};
use polars::prelude::{AnyValue, ParquetReader, SerReader as _};
use proptest::prelude::*;
use serde_json::{Value, value::RawValue};

use super::{bytes, column, csv_rows, sheets, table};

/// Texts that are problematic for other programs.
const HOSTILE: [&str; 15] = [
    "Ẵ ỷ Đ ợ — Bà Rịa - Vũng Tàu",
    "=HYPERLINK(\"https://x.vn\")",
    "+84",
    "-2+3",
    "@SUM(A1)",
    "\tcmd",
    "\rcmd",
    "a, \"b\"; c",
    "two\nlines\r\nand three ",
    "<script>alert(1)</script> & 'more'",
    "<r><t>raw</t></r>",
    "<r></si></sst>_x0041_</r>",
    "_x0041_ \u{1}\u{b}\u{ffff}",
    " ",
    "😀\u{301}\u{202e}",
];

/// A table with a text column and the lengths of the texts.
fn texts(texts: &[String]) -> DataTable {
    let row = |text: &String| {
        let length = i64::try_from(text.len()).unwrap();
        vec![DataCell::Text(text.clone()), DataCell::Whole(length)]
    };
    DataTable {
        columns: vec![
            column("text", &texts[0], DataKind::Text),
            column("bytes", "Byte", DataKind::Whole),
        ],
        rows: texts.iter().map(row).collect(),
        title: texts[0].clone(),
        subtitle: texts[0].clone(),
        readme: vec![(texts[0].clone(), texts[0].clone().into())],
        sources: vec![DataSource {
            title: texts[0].clone(),
            publisher: texts[0].clone(),
            url: texts[0].clone(),
            published: texts[0].clone(),
        }],
        ..table(Lang::En)
    }
}

pub(super) fn hostile() -> DataTable {
    texts(&HOSTILE.map(str::to_owned))
}

/// Returns the form in which a spreadsheet shows the text without evaluating it.
fn escape_formula(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn assert_texts_survive(table: &DataTable) {
    let texts: Vec<&str> = table
        .rows
        .iter()
        .map(|row| match &row[0] {
            DataCell::Text(text) => text.as_str(),
            other => panic!("{other:?}"),
        })
        .collect();
    let csv = csv_rows(&bytes(table, ExportFormat::Csv));
    assert_eq!(csv[0][0], escape_formula(texts[0]));
    let json: Value = serde_json::from_slice(&bytes(table, ExportFormat::Json)).unwrap();
    let book = sheets(&bytes(table, ExportFormat::Xlsx));
    let cells = &book[0].1;
    assert_eq!(csv.len(), texts.len() + 1);
    for (index, text) in texts.iter().enumerate() {
        assert_eq!(csv[index + 1][0], escape_formula(text));
        assert_eq!(csv[index + 1][1], text.len().to_string());
        assert_eq!(json["rows"][index]["text"], *text);
        let line = u32::try_from(index + 1).unwrap();
        match cells.get_value((line, 0)) {
            Some(Data::String(found)) => assert_eq!(found, text),
            Some(Data::Empty) | None => assert_eq!(*text, ""),
            other => panic!("{text:?} {other:?}"),
        }
    }
}

#[test]
fn hostile_texts_survive_every_file() {
    let table = hostile();
    assert_texts_survive(&table);
    let parquet = bytes(&table, ExportFormat::Parquet);
    let frame = ParquetReader::new(Cursor::new(parquet)).finish().unwrap();
    let book = sheets(&bytes(&table, ExportFormat::Xlsx));
    assert_eq!(book.len(), 3);
    for (index, text) in HOSTILE.iter().enumerate() {
        let found = frame.columns()[0].get(index).unwrap();
        assert_eq!(found, AnyValue::String(text));
    }
}

#[test]
fn hostile_texts_are_escaped_in_the_fragment() {
    let mut table = hostile();
    table.citation.text = "</p><script>".to_owned();
    table.citation.url = "javascript:alert(1)".to_owned();
    table.sources[0].url = r#"https://x.vn/"onclick="a"#.to_owned();
    let html = html_fragment(&table);
    assert!(!html.contains("<script") && !html.contains("<r>"), "{html}");
    assert!(!html.contains(r#"href="javascript"#), "{html}");
    assert!(html.contains(r#"href="https://x.vn/&quot;onclick=&quot;a""#), "{html}");
    let read = html
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    for text in HOSTILE {
        let visible: String = text
            .chars()
            .filter(|c| !c.is_control() || "\n\t".contains(*c))
            .collect();
        assert!(read.contains(&visible), "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_survives(texts in proptest::collection::vec(any::<String>(), 1..6)) {
        assert_texts_survive(&self::texts(&texts));
    }

    #[test]
    fn any_markup_survives(texts in proptest::collection::vec("(<r>)?[<>&\"'_xA-F0-9 \t\r\n/=-]{0,12}(</r>)?", 1..6)) {
        assert_texts_survive(&self::texts(&texts));
    }

    #[test]
    fn any_number_survives(value in proptest::num::f64::NORMAL | proptest::num::f64::ZERO, whole in any::<i64>(), decimals in 0u8..6) {
        let mut table = table(Lang::Vi);
        table.columns[2].kind = DataKind::Number(decimals);
        table.rows[0][2] = DataCell::Number(value);
        table.rows[0][0] = DataCell::Whole(whole);
        let csv = csv_rows(&bytes(&table, ExportFormat::Csv));
        prop_assert_eq!(csv[1][2].parse::<f64>().unwrap(), value);
        prop_assert_eq!(csv[1][0].parse::<i64>().unwrap(), whole);
        let json = bytes(&table, ExportFormat::Json);
        let json: HashMap<String, Box<RawValue>> = serde_json::from_slice(&json).unwrap();
        let rows: Vec<HashMap<String, Box<RawValue>>> = serde_json::from_str(json["rows"].get()).unwrap();
        prop_assert_eq!(rows[0]["value"].get().parse::<f64>().unwrap(), value);
        prop_assert_eq!(rows[0]["rank"].get().parse::<i64>().unwrap(), whole);
        let book = sheets(&bytes(&table, ExportFormat::Xlsx));
        prop_assert_eq!(&book[0].1[(1, 2)], &Data::Float(value));
        prop_assert!(!html_fragment(&table).contains("NaN"));
    }
}
