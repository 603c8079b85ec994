//! Parquet: typed columns, null for empty cells.

use polars::io::parquet::write::KeyValueMetadata;
use polars::prelude::{Column, DataFrame, NamedFrom as _, ParquetWriter, Series};

use super::{ExportError, FIELDS, Format, Kind, Table, cell, kind, parse_number, write_error};

pub(super) fn write(table: &Table<'_>) -> Result<Vec<u8>, ExportError> {
    let to_error = |e: polars::error::PolarsError| write_error(Format::Parquet, e);
    let indicators: Vec<&str> = table.rows().map(|(indicator, _)| indicator).collect();
    let mut columns: Vec<Column> = vec![Series::new("indicator".into(), indicators).into()];
    columns.extend(FIELDS.map(|field| column(table, field)));
    let mut frame = DataFrame::new(table.len(), columns).map_err(to_error)?;
    let edition = &table.snapshot.edition;
    let facts = [
        ("edition", edition.number.to_string()),
        ("published", edition.published.iso()),
        ("note_vi", edition.note.vi.clone()),
        ("note_en", edition.note.en.clone()),
    ];
    let facts = facts.map(|(key, value)| (key.to_owned(), value)).to_vec();
    let mut out = Vec::new();
    ParquetWriter::new(&mut out)
        .with_key_value_metadata(Some(KeyValueMetadata::from_static(facts)))
        .finish(&mut frame)
        .map_err(to_error)?;
    Ok(out)
}

fn column(table: &Table<'_>, field: &'static str) -> Column {
    let texts = table.rows().map(|(_, row)| cell(row, field));
    let series = match kind(field) {
        Kind::Text => {
            let texts: Vec<Option<&str>> = texts.map(|text| Some(text).filter(|t| !t.is_empty())).collect();
            Series::new(field.into(), texts)
        }
        Kind::Number => {
            let numbers: Vec<Option<f64>> = texts.map(parse_number).collect();
            Series::new(field.into(), numbers)
        }
        Kind::Whole => {
            let numbers: Vec<Option<i32>> = texts.map(|text| text.parse().ok()).collect();
            Series::new(field.into(), numbers)
        }
    };
    series.into()
}
