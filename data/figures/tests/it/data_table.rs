//! Tables of pages come back from every format, whatever stands in them.

use std::io::Cursor;

use calamine::{Data, Range, Reader as _, Xlsx};
use domain::data_table::{Citation, DataCell, DataColumn, DataKind, DataSource, DataTable};
use domain::{Date, Lang};
use figures::{ExportError, ExportFormat, bibtex, csl_json, html_fragment, table_file};
use polars::prelude::{AnyValue, DataType, ParquetReader, SerReader as _};
use proptest::prelude::*;
use serde_json::{Value, value::RawValue};

/// Texts that other programs trip over.
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

fn column(key: &'static str, label: &str, kind: DataKind) -> DataColumn {
    DataColumn {
        key,
        label: label.to_owned(),
        kind,
    }
}

fn citation() -> Citation {
    Citation {
        key: "thuocdo-rankings-pci-2016-bars-7".to_owned(),
        author: "VCCI & USAID".to_owned(),
        title: "PCI 2016: 63 tỉnh, thành phố".to_owned(),
        publisher: "Thước Đo, ấn bản 7".to_owned(),
        edition: 7,
        published: Date::new(2026, 4, 30).unwrap(),
        url: "https://thuocdo.vn/vi/rankings/pci/2016?edition=7&view=bars".to_owned(),
        text: "VCCI (2017). PCI 2016. Thước Đo, ấn bản 7, 30/4/2026. \
               https://thuocdo.vn/vi/rankings/pci/2016?edition=7&view=bars"
            .to_owned(),
    }
}

/// A ranking of four rows, one of them without figures.
fn table(lang: Lang) -> DataTable {
    let (number, text, whole) = (
        DataCell::Number,
        |t: &str| DataCell::Text(t.to_owned()),
        DataCell::Whole,
    );
    DataTable {
        lang,
        title: "Đà Nẵng đứng đầu PCI 2016".to_owned(),
        subtitle: "Điểm, thang 100".to_owned(),
        columns: vec![
            column("rank", "Hạng", DataKind::Whole),
            column("province", "Tỉnh, thành phố", DataKind::Text),
            column("value", "Điểm", DataKind::Number(2)),
            column("note", "Ghi chú", DataKind::Text),
        ],
        rows: vec![
            vec![whole(1), text("Đà Nẵng"), number(70.0), DataCell::Empty],
            vec![whole(2), text("Quảng Ninh"), number(65.604), text("=1+1")],
            vec![whole(1685), text("Đồng Tháp"), number(-1234.5), DataCell::Empty],
            vec![
                DataCell::Empty,
                text("Đắk Nông"),
                DataCell::Empty,
                text("không công bố"),
            ],
        ],
        readme: vec![("Ô trống".to_owned(), "Không có số liệu đã công bố.".to_owned())],
        sources: vec![DataSource {
            title: "Báo cáo PCI 2016".to_owned(),
            publisher: "VCCI".to_owned(),
            url: "https://pcivietnam.vn/2016".to_owned(),
            published: "2017-03".to_owned(),
        }],
        citation: citation(),
    }
}

/// A table of one text column and its lengths.
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
        readme: vec![(texts[0].clone(), texts[0].clone())],
        sources: vec![DataSource {
            title: texts[0].clone(),
            publisher: texts[0].clone(),
            url: texts[0].clone(),
            published: texts[0].clone(),
        }],
        ..table(Lang::En)
    }
}

fn hostile() -> DataTable {
    texts(&HOSTILE.map(str::to_owned))
}

fn bytes(table: &DataTable, format: ExportFormat) -> Vec<u8> {
    table_file(table, format).unwrap()
}

fn csv_rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    let cells = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
    reader.records().map(|record| cells(record.unwrap())).collect()
}

/// What a spreadsheet must be given so that it shows the text and runs nothing.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn sheets(bytes: &[u8]) -> Vec<(String, Range<Data>)> {
    Xlsx::new(Cursor::new(bytes)).unwrap().worksheets()
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
    assert_eq!(csv[0][0], harmless(texts[0]));
    let json: Value = serde_json::from_slice(&bytes(table, ExportFormat::Json)).unwrap();
    let book = sheets(&bytes(table, ExportFormat::Xlsx));
    let cells = &book[0].1;
    assert_eq!(csv.len(), texts.len() + 1);
    for (index, text) in texts.iter().enumerate() {
        assert_eq!(csv[index + 1][0], harmless(text));
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
fn csv_has_labels_published_decimals_and_no_formulas() {
    let text = String::from_utf8(bytes(&table(Lang::Vi), ExportFormat::Csv)).unwrap();
    assert_eq!(
        text,
        "\u{feff}Hạng,\"Tỉnh, thành phố\",Điểm,Ghi chú\r\n\
         1,Đà Nẵng,70.00,\r\n\
         2,Quảng Ninh,65.604,'=1+1\r\n\
         1685,Đồng Tháp,-1234.50,\r\n\
         ,Đắk Nông,,không công bố\r\n"
    );
}

#[test]
fn a_workbook_has_typed_cells_a_readme_and_sources() {
    let book = sheets(&bytes(&table(Lang::Vi), ExportFormat::Xlsx));
    let names: Vec<&str> = book.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Bảng", "Đọc tôi", "Nguồn"]);
    let text = |text: &str| Data::String(text.to_owned());
    let rows: Vec<Vec<Data>> = book[0].1.rows().map(<[Data]>::to_vec).collect();
    assert_eq!(
        rows,
        [
            [text("Hạng"), text("Tỉnh, thành phố"), text("Điểm"), text("Ghi chú")],
            [Data::Float(1.0), text("Đà Nẵng"), Data::Float(70.0), Data::Empty],
            [Data::Float(2.0), text("Quảng Ninh"), Data::Float(65.604), text("=1+1")],
            [
                Data::Float(1685.0),
                text("Đồng Tháp"),
                Data::Float(-1234.5),
                Data::Empty
            ],
            [Data::Empty, text("Đắk Nông"), Data::Empty, text("không công bố")],
        ]
    );
    let readme: Vec<Vec<Data>> = book[1].1.rows().map(<[Data]>::to_vec).collect();
    let citation = citation();
    for (name, what) in [
        ("Tiêu đề", "Đà Nẵng đứng đầu PCI 2016"),
        ("Nội dung", "Điểm, thang 100"),
        ("Ô trống", "Không có số liệu đã công bố."),
        ("Trích dẫn", &citation.text),
        ("Ấn bản", "7"),
        ("Ngày công bố", "30/4/2026"),
        ("Đường dẫn", &citation.url),
    ] {
        assert!(readme.contains(&vec![text(name), text(what)]), "{name}");
    }
    let sources: Vec<Vec<Data>> = book[2].1.rows().map(<[Data]>::to_vec).collect();
    let source = ["Báo cáo PCI 2016", "VCCI", "tháng 3/2017", "https://pcivietnam.vn/2016"];
    assert_eq!(sources[1], source.map(text));
    let english = sheets(&bytes(&table(Lang::En), ExportFormat::Xlsx));
    let names: Vec<&str> = english.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Table", "Readme", "Sources"]);
}

#[test]
fn whole_numbers_that_a_workbook_cannot_hold_are_texts() {
    let mut table = table(Lang::Vi);
    table.rows[0][0] = DataCell::Whole(i64::MAX);
    table.rows[1][0] = DataCell::Whole(-(1 << 53));
    let book = sheets(&bytes(&table, ExportFormat::Xlsx));
    assert_eq!(book[0].1[(1, 0)], Data::String(i64::MAX.to_string()));
    assert_eq!(book[0].1[(2, 0)], Data::Float(-9_007_199_254_740_992.0));
}

#[test]
fn json_has_keys_numbers_and_what_must_be_known() {
    let bytes = bytes(&table(Lang::Vi), ExportFormat::Json);
    let all: Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(all["title"], "Đà Nẵng đứng đầu PCI 2016");
    assert_eq!(all["lang"], "vi");
    assert_eq!(
        all["columns"][2],
        serde_json::json!({"key": "value", "label": "Điểm", "kind": "number", "decimals": 2})
    );
    assert_eq!(all["columns"][1]["decimals"], Value::Null);
    assert_eq!(
        all["rows"][1],
        serde_json::json!({"rank": 2, "province": "Quảng Ninh", "value": 65.604, "note": "=1+1"})
    );
    assert_eq!(
        all["rows"][3],
        serde_json::json!({"rank": null, "province": "Đắk Nông", "value": null, "note": "không công bố"})
    );
    assert_eq!(all["readme"][0]["heading"], "Ô trống");
    assert_eq!(all["sources"][0]["published"], "2017-03");
    assert_eq!(all["citation"]["edition"], 7);
    assert_eq!(all["citation"]["published"], "2026-04-30");
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains(r#""value":70.00,"#), "published decimals");
    assert!(
        text.contains(r#"{"rank":1,"province":"#),
        "keys in the order of the columns"
    );
}

#[test]
fn parquet_has_typed_columns_and_tells_what_it_is() {
    let bytes = bytes(&table(Lang::Vi), ExportFormat::Parquet);
    let frame = ParquetReader::new(Cursor::new(&bytes)).finish().unwrap();
    let columns: Vec<(&str, DataType)> = frame
        .columns()
        .iter()
        .map(|column| (column.name().as_str(), column.dtype().clone()))
        .collect();
    assert_eq!(
        columns,
        [
            ("rank", DataType::Int64),
            ("province", DataType::String),
            ("value", DataType::Float64),
            ("note", DataType::String),
        ]
    );
    let row = |index: usize| -> Vec<AnyValue<'_>> {
        let columns = frame.columns().iter();
        columns.map(|column| column.get(index).unwrap()).collect()
    };
    let second = [
        AnyValue::Int64(2),
        AnyValue::String("Quảng Ninh"),
        AnyValue::Float64(65.604),
        AnyValue::String("=1+1"),
    ];
    assert_eq!(row(1), second);
    let none = AnyValue::Null;
    assert_eq!(row(3)[..3], [none.clone(), AnyValue::String("Đắk Nông"), none]);
    let mut reader = ParquetReader::new(Cursor::new(&bytes));
    let metadata = reader.get_metadata().unwrap().key_value_metadata().clone().unwrap();
    let fact = |key: &str| {
        metadata
            .iter()
            .find(|fact| fact.key == key)
            .unwrap()
            .value
            .clone()
            .unwrap()
    };
    assert_eq!(fact("title"), "Đà Nẵng đứng đầu PCI 2016");
    let json = |key: &str| serde_json::from_str::<Value>(&fact(key)).unwrap();
    assert_eq!(json("citation")["key"], "thuocdo-rankings-pci-2016-bars-7");
    assert_eq!(json("sources")[0]["publisher"], "VCCI");
    assert_eq!(json("readme")[0]["text"], "Không có số liệu đã công bố.");
    assert_eq!(json("columns")[0]["label"], "Hạng");
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
fn the_same_table_gives_the_same_bytes() {
    for table in [table(Lang::Vi), table(Lang::En), hostile()] {
        for format in ExportFormat::ALL {
            assert!(bytes(&table, format) == bytes(&table, format), "{}", format.extension());
        }
        assert_eq!(html_fragment(&table), html_fragment(&table));
    }
}

#[test]
fn a_table_without_rows_is_a_file() {
    let mut table = table(Lang::Vi);
    table.rows.clear();
    for format in ExportFormat::ALL {
        assert!(!bytes(&table, format).is_empty());
    }
    assert_eq!(csv_rows(&bytes(&table, ExportFormat::Csv)).len(), 1);
    assert_eq!(sheets(&bytes(&table, ExportFormat::Xlsx))[0].1.height(), 1);
}

#[test]
fn a_table_that_is_none_is_refused_with_its_reason() {
    type Break = fn(&mut DataTable);
    let cases: [(Break, &str); 7] = [
        (|t| t.columns.clear(), "no columns"),
        (|t| t.columns[3].key = "rank", "two columns have the key `rank`"),
        (|t| drop(t.rows[1].pop()), "row 2 has 3 cells"),
        (|t| t.rows[0][2] = DataCell::Number(f64::NAN), "row 1: `value`"),
        (|t| t.rows[2][2] = DataCell::Number(f64::INFINITY), "row 3: `value`"),
        (|t| t.rows[0][0] = DataCell::Number(1.0), "row 1: `rank`"),
        (|t| t.rows[0][2] = DataCell::Text("70".to_owned()), "row 1: `value`"),
    ];
    for (break_it, reason) in cases {
        let mut table = table(Lang::Vi);
        break_it(&mut table);
        for format in ExportFormat::ALL {
            let error = table_file(&table, format).unwrap_err().to_string();
            assert!(error.contains(reason), "{error}");
            assert!(error.contains(format.extension()), "{error}");
        }
    }
}

#[test]
fn a_workbook_says_what_it_cannot_hold() {
    let mut table = table(Lang::Vi);
    table.columns.truncate(1);
    table.rows = vec![vec![DataCell::Empty]; 1_048_576];
    let error = table_file(&table, ExportFormat::Xlsx).unwrap_err();
    assert!(matches!(error, ExportError::TooManyRows(1_048_576)), "{error}");
    table.rows.truncate(1);
    table.columns[0].kind = DataKind::Text;
    table.rows[0][0] = DataCell::Text("đ".repeat(32_768));
    let error = table_file(&table, ExportFormat::Xlsx).unwrap_err();
    assert!(matches!(error, ExportError::NotWritten { .. }), "{error}");
    assert!(table_file(&table, ExportFormat::Csv).is_ok());
}

#[test]
fn the_fragment_is_a_table_with_headings_and_what_must_be_known() {
    let html = html_fragment(&table(Lang::Vi));
    for part in [
        r#"<table lang="vi" style=""#,
        "<strong>Đà Nẵng đứng đầu PCI 2016</strong><br>Điểm, thang 100</caption>",
        ">70,00</td>",
        ">65,60</td>",
        ">\u{2212}1.234,50</td>",
        ">1685</td>",
        "<strong>Nguồn:</strong> Báo cáo PCI 2016, VCCI, tháng 3/2017, <a href=\"https://pcivietnam.vn/2016\">",
        "<strong>Ô trống:</strong> Không có số liệu đã công bố.",
        r#"<a href="https://thuocdo.vn/vi/rankings/pci/2016?edition=7&amp;view=bars">"#,
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert_eq!(html.matches(r#"<th scope="col""#).count(), 4);
    assert_eq!(html.matches(r#"<th scope="row""#).count(), 4);
    for province in ["Đà Nẵng", "Quảng Ninh", "Đồng Tháp", "Đắk Nông"] {
        assert!(html.contains(&format!(">{province}</th>")), "{province} heads its row");
    }
    assert_eq!(html.matches("edition=7&amp;view=bars").count(), 2, "one link, once");
    for foreign in ["class=", "<script", "<link", "<img", "src=", "url("] {
        assert!(!html.contains(foreign), "{foreign}");
    }
    let english = html_fragment(&table(Lang::En));
    assert!(english.contains(">\u{2212}1,234.50</td>") && english.contains("<strong>Sources:</strong>"));
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

#[test]
fn bibtex_has_the_citation() {
    assert_eq!(
        bibtex(&citation()),
        "@misc{thuocdo-rankings-pci-2016-bars-7,\n  \
           author       = {{VCCI \\& USAID}},\n  \
           title        = {{PCI 2016: 63 tỉnh, thành phố}},\n  \
           year         = {2026},\n  \
           month        = apr,\n  \
           howpublished = {Thước Đo, ấn bản 7},\n  \
           note         = {Ấn bản 7, 30/4/2026},\n  \
           url          = {https://thuocdo.vn/vi/rankings/pci/2016?edition=7&view=bars}\n}\n"
    );
    let nasty = Citation {
        author: r"50% {of} \command_$#~^".to_owned(),
        url: String::new(),
        ..citation()
    };
    let written = bibtex(&nasty);
    assert!(written.contains(
        r"{{50\% \textbraceleft{}of\textbraceright{} \textbackslash{}command\_\$\#\textasciitilde{}\textasciicircum{}}}"
    ));
    assert!(!written.contains("url "), "{written}");
}

#[test]
fn csl_has_the_citation() {
    let found: Value = serde_json::from_str(&csl_json(&citation())).unwrap();
    assert_eq!(
        found,
        serde_json::json!([{
            "type": "dataset",
            "id": "thuocdo-rankings-pci-2016-bars-7",
            "title": "PCI 2016: 63 tỉnh, thành phố",
            "author": [{"literal": "VCCI & USAID"}],
            "publisher": "Thước Đo, ấn bản 7",
            "issued": {"date-parts": [[2026, 4, 30]]},
            "version": "7",
            "URL": "https://thuocdo.vn/vi/rankings/pci/2016?edition=7&view=bars",
            "language": "vi",
        }])
    );
    let bare = Citation {
        url: String::new(),
        ..citation()
    };
    let found: Value = serde_json::from_str(&csl_json(&bare)).unwrap();
    assert_eq!((found[0].get("URL"), found[0].get("language")), (None, None));
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
        let json: std::collections::HashMap<String, Box<RawValue>> = serde_json::from_slice(&json).unwrap();
        let rows: Vec<std::collections::HashMap<String, Box<RawValue>>> = serde_json::from_str(json["rows"].get()).unwrap();
        prop_assert_eq!(rows[0]["value"].get().parse::<f64>().unwrap(), value);
        prop_assert_eq!(rows[0]["rank"].get().parse::<i64>().unwrap(), whole);
        let book = sheets(&bytes(&table, ExportFormat::Xlsx));
        prop_assert_eq!(&book[0].1[(1, 2)], &Data::Float(value));
        prop_assert!(!html_fragment(&table).contains("NaN"));
    }
}
