//! Parquet: typed columns, null for empty cells; the rows of an indicator are a row group.

use std::io::Write;

use polars::{
    io::parquet::write::KeyValueMetadata,
    prelude::{Column, DataFrame, DataType, Field, NamedFrom as _, ParquetWriter, Schema, Series},
};

use super::{ExportError, FIELDS, Format, Kind, Table, cells, kind, parse_number, write_error};
use crate::sheet::Sheet;

pub(super) fn write(table: &Table<'_>, out: impl Write + Send) -> Result<(), ExportError> {
    let to_error = |e: polars::error::PolarsError| write_error(Format::Parquet, e);
    let edition = &table.snapshot.edition;
    let facts = [
        ("edition", edition.number.to_string()),
        ("published", edition.published.iso()),
        ("note_vi", edition.note.vi.clone()),
        ("note_en", edition.note.en.clone()),
    ];
    let facts = facts.map(|(key, value)| (key.to_owned(), value)).to_vec();
    let mut groups = ParquetWriter::new(out)
        .with_key_value_metadata(Some(KeyValueMetadata::from_static(facts)))
        .batched(&schema())
        .map_err(to_error)?;
    for sheet in table.sheets() {
        let (indicator, sheet) = sheet?;
        let mut columns: Vec<Column> = vec![Series::new("indicator".into(), vec![indicator; sheet.len()]).into()];
        columns.extend((0..).zip(FIELDS).map(|(at, field)| column(&sheet, at, field)));
        let frame = DataFrame::new(sheet.len(), columns).map_err(to_error)?;
        groups.write_batch(&frame).map_err(to_error)?;
    }
    groups.finish().map_err(to_error)?;
    Ok(())
}

fn schema() -> Schema {
    let fields = FIELDS.map(|field| {
        let kind = match kind(field) {
            Kind::Text => DataType::String,
            Kind::Number => DataType::Float64,
            Kind::Whole => DataType::Int32,
        };
        Field::new(field.into(), kind)
    });
    let indicator = Field::new("indicator".into(), DataType::String);
    Schema::from_iter(std::iter::once(indicator).chain(fields))
}

fn column(sheet: &Sheet<'_>, at: usize, field: &'static str) -> Column {
    let texts = sheet.rows().map(|row| cells(row)[at]);
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
