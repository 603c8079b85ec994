//! Tests that every row of the figures survives a round trip through every format.

use std::collections::HashSet;
use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Reader as _, Xlsx};
use dataset::{ExportFormat, Files, export};
use domain::{Catalogue, Date, Edition, Snapshot, Text};
use polars::prelude::{AnyValue, ParquetReader, SerReader as _};

fn edition() -> Edition {
    Edition {
        number: 7,
        published: Date::new(2026, 4, 30).unwrap(),
        note: Text::new("=Ghi chú", "=Note"),
        rows: 3,
    }
}

fn bundled() -> (Files, Snapshot) {
    let files = Files::from_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")).unwrap();
    let loaded = dataset::load(&files).unwrap();
    (files, loaded.snapshot(edition()).unwrap())
}

/// Returns the header and the rows of the files, read independently of the crate's own reader.
fn rows(files: &Files, catalogue: &Catalogue) -> (Vec<String>, Vec<Vec<String>>) {
    let mut head = vec!["indicator".to_owned()];
    let mut rows = Vec::new();
    for (_, indicator) in catalogue.indicators() {
        let Some(bytes) = files.get(&format!("bundled/{}.csv", indicator.slug)) else {
            continue;
        };
        let mut reader = csv::Reader::from_reader(bytes);
        head.truncate(1);
        head.extend(reader.headers().unwrap().iter().map(str::to_owned));
        head.push("value_origin".to_owned());
        for record in reader.records() {
            let cells = record.unwrap();
            let cells = cells.iter().map(|cell| cell.trim().to_owned());
            let mut row: Vec<String> = std::iter::once(indicator.slug.clone()).chain(cells).collect();
            let value = head.iter().position(|field| field == "value").unwrap();
            let origin = if row[value].is_empty() { "" } else { "published" };
            row.push(origin.to_owned());
            rows.push(row);
        }
    }
    assert!(rows.len() > 20_000);
    (head, rows)
}

const NUMBERS: [&str; 8] = ["value", "of", "low", "high", "se", "year", "rank", "rank_of"];

/// Returns whether cells are equal: numbers numerically, all others as text.
fn cells_equal(field: &str, expected: &str, found: &str) -> bool {
    if NUMBERS.contains(&field) && !expected.is_empty() {
        return expected.parse::<f64>().unwrap().to_bits() == found.parse::<f64>().unwrap().to_bits();
    }
    expected == found
}

fn compare(head: &[String], expected: &[Vec<String>], found: &[Vec<String>], format: &str) {
    assert_eq!(expected.len(), found.len(), "{format}");
    for (expected, found) in expected.iter().zip(found) {
        for ((field, expected_cell), cell) in head.iter().zip(expected).zip(found) {
            assert!(
                cells_equal(field, expected_cell, cell),
                "{format} {field}: {expected:?} {found:?}"
            );
        }
    }
}

fn from_csv(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap();
    let mut reader = csv::Reader::from_reader(text);
    let cells = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
    reader.records().map(|record| cells(record.unwrap())).collect()
}

fn from_xlsx(bytes: &[u8], width: usize) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["figures", "sources", "readme"]);
    let range = book.worksheet_range("figures").unwrap();
    let cell = |value: Option<&Data>| match value {
        Some(Data::Float(number)) => format!("{number}"),
        Some(Data::Int(number)) => format!("{number}"),
        Some(Data::String(text)) => text.clone(),
        None | Some(Data::Empty) => String::new(),
        other => panic!("{other:?}"),
    };
    (1..range.height())
        .map(|row| (0..width).map(|column| cell(range.get((row, column)))).collect())
        .collect()
}

fn from_parquet(bytes: &[u8], head: &[String]) -> Vec<Vec<String>> {
    let frame = ParquetReader::new(Cursor::new(bytes)).finish().unwrap();
    let columns = frame.columns();
    let names: Vec<&str> = columns.iter().map(|column| column.name().as_str()).collect();
    assert_eq!(names, head);
    let cell = |value: AnyValue<'_>| match value {
        AnyValue::Null => String::new(),
        AnyValue::String(text) => text.to_owned(),
        AnyValue::Float64(number) => format!("{number}"),
        AnyValue::Int32(number) => format!("{number}"),
        other => panic!("{other:?}"),
    };
    (0..frame.height())
        .map(|row| columns.iter().map(|column| cell(column.get(row).unwrap())).collect())
        .collect()
}

fn from_json(bytes: &[u8], head: &[String]) -> Vec<Vec<String>> {
    let all: serde_json::Value = serde_json::from_slice(bytes).unwrap();
    assert_eq!(all["edition"]["number"], 7);
    assert_eq!(all["edition"]["published"], "2026-04-30");
    assert_eq!(all["edition"]["note"]["en"], "=Note");
    let sources: HashSet<&str> = all["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|source| source["id"].as_str().unwrap())
        .collect();
    let rows = all["figures"].as_array().unwrap();
    assert!(rows.iter().all(|row| sources.contains(row["source"].as_str().unwrap())));
    let cell = |value: Option<&serde_json::Value>| match value {
        None => String::new(),
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(serde_json::Value::Number(number)) => number.to_string(),
        other => panic!("{other:?}"),
    };
    rows.iter()
        .map(|row| head.iter().map(|field| cell(row.get(field))).collect())
        .collect()
}

#[test]
fn every_row_round_trips_through_every_format() {
    let (files, snapshot) = bundled();
    let (head, expected) = rows(&files, &snapshot.catalogue);
    for format in ExportFormat::ALL {
        let bytes = export(&files, &snapshot, format).unwrap();
        let found = match format {
            ExportFormat::Csv => from_csv(&bytes),
            ExportFormat::Xlsx => from_xlsx(&bytes, head.len()),
            ExportFormat::Parquet => from_parquet(&bytes, &head),
            ExportFormat::Json => from_json(&bytes, &head),
        };
        let (published, computed) = found.split_at(expected.len());
        compare(&head, &expected, published, format.extension());
        let computed_figures = snapshot.figures.iter().filter(|figure| figure.computed());
        assert_eq!(computed.len(), computed_figures.count());
        assert!(computed.iter().all(|row| row.last().unwrap() == "computed_by_rule"));
        // Huế 2020 is computed from its 29 parts; for 2023 its total is published and not computed.
        let of_hue = |year: &str| {
            let cells = |row: &&Vec<String>| [&row[1], &row[2], &row[3]] == ["total", "hue", year];
            computed.iter().filter(cells).count()
        };
        assert_eq!((of_hue("2020"), of_hue("2023")), (1, 0));
        let again = export(&files, &snapshot, format).unwrap();
        assert!(bytes == again, "{} differs from run to run", format.extension());
    }
}

#[test]
fn decimals_are_preserved() {
    let (files, snapshot) = bundled();
    let (head, expected) = rows(&files, &snapshot.catalogue);
    let value = head.iter().position(|field| field == "value").unwrap();
    let ends_in_zero = expected
        .iter()
        .find(|row| row[value].contains('.') && row[value].ends_with('0'));
    let Some(row) = ends_in_zero else { return };
    let json = export(&files, &snapshot, ExportFormat::Json).unwrap();
    let written = format!("\"value\":{}", row[value]);
    assert!(String::from_utf8(json).unwrap().contains(&written), "{written}");
}

#[test]
fn formulas_are_escaped() {
    let (mut files, snapshot) = bundled();
    let path = "bundled/mass_mobilisation_models.csv";
    let text = String::from_utf8(files.get(path).unwrap().to_vec()).unwrap();
    let (first, second) = text.trim_end().split_once('\n').unwrap();
    let mut cells: Vec<String> = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(second.as_bytes())
        .records()
        .next()
        .unwrap()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    cells[16] = "=HYPERLINK(1)".to_owned();
    cells[17] = "-2+3".to_owned();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&cells).unwrap();
    let row = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    files.insert(path, format!("{first}\n{row}").into_bytes());
    let csv = export(&files, &snapshot, ExportFormat::Csv).unwrap();
    let csv = String::from_utf8(csv).unwrap();
    assert!(csv.contains(",'=HYPERLINK(1),'-2+3"));
    let xlsx = export(&files, &snapshot, ExportFormat::Xlsx).unwrap();
    let found = from_xlsx(&xlsx, 20);
    assert!(found.iter().any(|row| row[17] == "=HYPERLINK(1)"));
}
