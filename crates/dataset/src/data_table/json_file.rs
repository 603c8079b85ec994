//! JSON: one object with the table and its metadata; rows are objects by key, and numbers have their published
//! decimals.

use domain::data_table::{Citation, DataCell, DataColumn, DataKind, DataSource, DataTable};
use serde::{Serialize, Serializer, ser::SerializeMap as _};
use serde_json::value::RawValue;

use super::exact_number;
use crate::{ExportError, ExportFormat, export::write_error};

#[derive(Serialize)]
struct TableFacts<'a> {
    title: &'a str,
    subtitle: &'a str,
    lang: &'static str,
    columns: Vec<ColumnFacts<'a>>,
    rows: Vec<Row<'a>>,
    readme: Vec<Note<'a>>,
    sources: Vec<SourceFacts<'a>>,
    citation: CitationFacts<'a>,
}

/// A column; `decimals` is `None` for texts.
#[derive(Serialize)]
pub(super) struct ColumnFacts<'a> {
    key: &'static str,
    label: &'a str,
    kind: &'static str,
    decimals: Option<u8>,
}

/// A note that readers need to interpret the table.
#[derive(Serialize)]
pub(super) struct Note<'a> {
    heading: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
pub(super) struct SourceFacts<'a> {
    title: &'a str,
    publisher: &'a str,
    url: &'a str,
    published: &'a str,
}

#[derive(Serialize)]
pub(super) struct CitationFacts<'a> {
    key: &'a str,
    author: &'a str,
    title: &'a str,
    publisher: &'a str,
    edition: u32,
    published: String,
    url: &'a str,
    text: &'a str,
}

pub(super) fn columns(table: &DataTable) -> Vec<ColumnFacts<'_>> {
    table.columns.iter().map(ColumnFacts::from).collect()
}

impl<'a> From<&'a DataColumn> for ColumnFacts<'a> {
    fn from(column: &'a DataColumn) -> Self {
        let (kind, decimals) = match column.kind {
            DataKind::Text => ("text", None),
            DataKind::Number(decimals) => ("number", Some(decimals)),
            DataKind::Whole => ("whole", Some(0)),
        };
        Self {
            key: column.key,
            label: &column.label,
            kind,
            decimals,
        }
    }
}

pub(super) fn readme(table: &DataTable) -> Vec<Note<'_>> {
    let notes = table.readme.iter();
    notes
        .map(|(heading, note)| Note {
            heading,
            text: &note.text,
        })
        .collect()
}

pub(super) fn sources(table: &DataTable) -> Vec<SourceFacts<'_>> {
    table.sources.iter().map(SourceFacts::from).collect()
}

impl<'a> From<&'a DataSource> for SourceFacts<'a> {
    fn from(source: &'a DataSource) -> Self {
        Self {
            title: &source.title,
            publisher: &source.publisher,
            url: &source.url,
            published: &source.published,
        }
    }
}

pub(super) fn citation(citation: &Citation) -> CitationFacts<'_> {
    CitationFacts {
        key: &citation.key,
        author: &citation.author,
        title: &citation.title,
        publisher: &citation.publisher,
        edition: citation.edition,
        published: citation.published.iso(),
        url: &citation.url,
        text: &citation.text,
    }
}

/// A row: all keys, with null for empty cells.
struct Row<'a> {
    columns: &'a [DataColumn],
    cells: &'a [DataCell],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.columns.len()))?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            match cell {
                DataCell::Empty => map.serialize_entry(column.key, &())?,
                DataCell::Text(text) => map.serialize_entry(column.key, text)?,
                DataCell::Number(value) => {
                    let decimals = match column.kind {
                        DataKind::Number(decimals) => decimals,
                        DataKind::Text | DataKind::Whole => 0,
                    };
                    let raw =
                        RawValue::from_string(exact_number(*value, decimals)).map_err(serde::ser::Error::custom)?;
                    map.serialize_entry(column.key, &raw)?;
                }
                DataCell::Whole(value) => map.serialize_entry(column.key, value)?,
            }
        }
        map.end()
    }
}

pub(super) fn write(table: &DataTable) -> Result<Vec<u8>, ExportError> {
    let columns = &table.columns;
    let rows = table.rows.iter().map(|cells| Row { columns, cells });
    let facts = TableFacts {
        title: &table.title,
        subtitle: &table.subtitle,
        lang: table.lang.code(),
        columns: self::columns(table),
        rows: rows.collect(),
        readme: readme(table),
        sources: sources(table),
        citation: citation(&table.citation),
    };
    serde_json::to_vec(&facts).map_err(|e| write_error(ExportFormat::Json, e))
}
