//! Tests that tables of pages survive a round trip through every format.

mod citations;
mod hostile;

use std::io::Cursor;

use calamine::{Data, Range, Reader as _, Xlsx};
use dataset::{CsvDialect, ExportError, ExportFormat, csv_file, csv_metadata, html_fragment, table_file};
use domain::data_table::{Citation, DataCell, DataColumn, DataKind, DataSource, DataTable};
use domain::{Date, Lang};
use polars::prelude::{AnyValue, DataType, ParquetReader, SerReader as _};
use serde_json::{Value, json};

use hostile::hostile;

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
        readme: vec![("Ô trống".to_owned(), "Không có số liệu đã công bố.".into())],
        sources: vec![DataSource {
            title: "Báo cáo PCI 2016".to_owned(),
            publisher: "VCCI".to_owned(),
            url: "https://pcivietnam.vn/2016".to_owned(),
            published: "2017-03".to_owned(),
        }],
        citation: citation(),
    }
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

fn sheets(bytes: &[u8]) -> Vec<(String, Range<Data>)> {
    Xlsx::new(Cursor::new(bytes)).unwrap().worksheets()
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
fn csv_for_vietnamese_spreadsheets_has_semicolons_and_decimal_commas() {
    let text = String::from_utf8(csv_file(&table(Lang::Vi), CsvDialect::Vietnamese).unwrap()).unwrap();
    assert_eq!(
        text,
        "\u{feff}Hạng;Tỉnh, thành phố;Điểm;Ghi chú\r\n\
         1;Đà Nẵng;70,00;\r\n\
         2;Quảng Ninh;65,604;'=1+1\r\n\
         1685;Đồng Tháp;-1234,50;\r\n\
         ;Đắk Nông;;không công bố\r\n"
    );
    let same = csv_file(&table(Lang::Vi), CsvDialect::Programs).unwrap();
    assert_eq!(same, bytes(&table(Lang::Vi), ExportFormat::Csv));
}

#[test]
fn metadata_describe_the_file_in_its_dialect() {
    for (dialect, delimiter, decimal) in [
        (CsvDialect::Programs, ",", json!("decimal")),
        (
            CsvDialect::Vietnamese,
            ";",
            json!({ "base": "decimal", "format": { "decimalChar": "," } }),
        ),
    ] {
        let made = csv_metadata(&table(Lang::Vi), dialect, "https://thuocdo.vn/t.csv").unwrap();
        let made: Value = serde_json::from_slice(&made).unwrap();
        assert_eq!(
            made["@context"],
            json!(["http://www.w3.org/ns/csvw", { "@language": "vi" }])
        );
        assert_eq!(made["url"], "https://thuocdo.vn/t.csv");
        assert_eq!(made["dialect"]["delimiter"], delimiter);
        let columns = &made["tableSchema"]["columns"];
        assert_eq!(columns[2]["datatype"], decimal);
        assert_eq!(
            (&columns[0]["name"], &columns[0]["titles"]["vi"]),
            (&json!("rank"), &json!("Hạng"))
        );
        assert_eq!(columns.as_array().unwrap().len(), table(Lang::Vi).columns.len());
        assert_eq!(made["dc:source"], json!(["https://pcivietnam.vn/2016"]));
    }
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
fn integers_that_a_workbook_cannot_represent_become_texts() {
    let mut table = table(Lang::Vi);
    table.rows[0][0] = DataCell::Whole(i64::MAX);
    table.rows[1][0] = DataCell::Whole(-(1 << 53));
    let book = sheets(&bytes(&table, ExportFormat::Xlsx));
    assert_eq!(book[0].1[(1, 0)], Data::String(i64::MAX.to_string()));
    assert_eq!(book[0].1[(2, 0)], Data::Float(-9_007_199_254_740_992.0));
}

#[test]
fn json_has_keys_numbers_and_notes() {
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
fn parquet_has_typed_columns_and_metadata() {
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
fn the_same_table_yields_the_same_bytes() {
    for table in [table(Lang::Vi), table(Lang::En), hostile()] {
        for format in ExportFormat::ALL {
            assert!(bytes(&table, format) == bytes(&table, format), "{}", format.extension());
        }
        assert_eq!(html_fragment(&table), html_fragment(&table));
    }
}

#[test]
fn a_table_without_rows_can_be_written() {
    let mut table = table(Lang::Vi);
    table.rows.clear();
    for format in ExportFormat::ALL {
        assert!(!bytes(&table, format).is_empty());
    }
    assert_eq!(csv_rows(&bytes(&table, ExportFormat::Csv)).len(), 1);
    assert_eq!(sheets(&bytes(&table, ExportFormat::Xlsx))[0].1.height(), 1);
}

#[test]
fn an_invalid_table_is_rejected_with_the_reason() {
    type Corrupt = fn(&mut DataTable);
    let cases: [(Corrupt, &str); 7] = [
        (|t| t.columns.clear(), "no columns"),
        (|t| t.columns[3].key = "rank", "two columns have the key `rank`"),
        (|t| drop(t.rows[1].pop()), "row 2 has 3 cells"),
        (|t| t.rows[0][2] = DataCell::Number(f64::NAN), "row 1: `value`"),
        (|t| t.rows[2][2] = DataCell::Number(f64::INFINITY), "row 3: `value`"),
        (|t| t.rows[0][0] = DataCell::Number(1.0), "row 1: `rank`"),
        (|t| t.rows[0][2] = DataCell::Text("70".to_owned()), "row 1: `value`"),
    ];
    for (corrupt, reason) in cases {
        let mut table = table(Lang::Vi);
        corrupt(&mut table);
        for format in ExportFormat::ALL {
            let error = table_file(&table, format).unwrap_err().to_string();
            assert!(error.contains(reason), "{error}");
            assert!(error.contains(format.extension()), "{error}");
        }
    }
}

#[test]
fn a_workbook_reports_what_it_cannot_hold() {
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
