//! Parquet: typed columns by key, null for empty cells; the notes on the table are in the file's metadata, lists as
//! JSON.

use domain::data_table::{DataCell, DataKind, DataTable};
use polars::io::parquet::write::KeyValueMetadata;
use polars::prelude::{Column, DataFrame, NamedFrom as _, ParquetWriter, Series};

use super::json_file;
use crate::{ExportError, ExportFormat, export::write_error};

pub(super) fn write(table: &DataTable) -> Result<Vec<u8>, ExportError> {
    let to_error = |e: polars::error::PolarsError| write_error(ExportFormat::Parquet, e);
    let facts = facts(table).map_err(|e| write_error(ExportFormat::Parquet, e))?;
    let columns = (0..table.columns.len()).map(|index| column(table, index)).collect();
    let mut frame = DataFrame::new(table.rows.len(), columns).map_err(to_error)?;
    let mut out = Vec::new();
    ParquetWriter::new(&mut out)
        .with_key_value_metadata(Some(KeyValueMetadata::from_static(facts)))
        .finish(&mut frame)
        .map_err(to_error)?;
    Ok(out)
}

fn facts(table: &DataTable) -> Result<Vec<(String, String)>, serde_json::Error> {
    let facts = [
        ("title", table.title.clone()),
        ("subtitle", table.subtitle.clone()),
        ("lang", table.lang.code().to_owned()),
        ("columns", serde_json::to_string(&json_file::columns(table))?),
        ("readme", serde_json::to_string(&json_file::readme(table))?),
        ("sources", serde_json::to_string(&json_file::sources(table))?),
        (
            "citation",
            serde_json::to_string(&json_file::citation(&table.citation))?,
        ),
    ];
    Ok(facts.map(|(key, value)| (key.to_owned(), value)).to_vec())
}

fn column(table: &DataTable, index: usize) -> Column {
    let column = &table.columns[index];
    let cells = table.rows.iter().map(|row| &row[index]);
    let series = match column.kind {
        DataKind::Text => {
            let texts = cells.map(|cell| match cell {
                DataCell::Text(text) => Some(text.as_str()),
                _ => None,
            });
            Series::new(column.key.into(), texts.collect::<Vec<_>>())
        }
        DataKind::Number(_) => {
            let numbers = cells.map(|cell| match cell {
                DataCell::Number(value) => Some(*value),
                _ => None,
            });
            Series::new(column.key.into(), numbers.collect::<Vec<_>>())
        }
        DataKind::Whole => {
            let numbers = cells.map(|cell| match cell {
                DataCell::Whole(value) => Some(*value),
                _ => None,
            });
            Series::new(column.key.into(), numbers.collect::<Vec<_>>())
        }
    };
    series.into()
}
