//! Metadata of a CSV file as the W3C specifies it ("Metadata Vocabulary for Tabular Data", CSVW): what its columns hold,
//! how its numbers are written, and what must be known of the table.

use domain::data_table::{DataColumn, DataKind, DataTable};
use serde::Serialize;
use serde_json::{Value, json};

use super::{
    csv_file::CsvDialect,
    json_file::{self, Note},
};
use crate::{ExportError, ExportFormat, export::write_error};

#[derive(Serialize)]
struct Metadata<'a> {
    #[serde(rename = "@context")]
    context: Value,
    url: &'a str,
    #[serde(rename = "dc:title")]
    title: &'a str,
    #[serde(rename = "dc:description")]
    description: &'a str,
    #[serde(rename = "dc:creator")]
    creator: &'a str,
    #[serde(rename = "dc:publisher")]
    publisher: &'a str,
    #[serde(rename = "dc:issued")]
    issued: String,
    #[serde(rename = "dc:bibliographicCitation")]
    citation: &'a str,
    #[serde(rename = "dc:source")]
    sources: Vec<&'a str>,
    notes: Vec<Note<'a>>,
    dialect: Value,
    #[serde(rename = "tableSchema")]
    schema: Value,
}

/// Describes the CSV file of a table in a dialect, which is found at `address`.
///
/// # Errors
/// [`ExportError::NotWritten`] if the description cannot be written.
pub fn csv_metadata(table: &DataTable, dialect: CsvDialect, address: &str) -> Result<Vec<u8>, ExportError> {
    let lang = table.lang.code();
    let sources = table.sources.iter().map(|of| match of.url.as_str() {
        "" => of.title.as_str(),
        url => url,
    });
    let columns: Vec<Value> = table.columns.iter().map(|of| column(of, lang, dialect)).collect();
    let metadata = Metadata {
        context: json!(["http://www.w3.org/ns/csvw", { "@language": lang }]),
        url: address,
        title: &table.title,
        description: &table.subtitle,
        creator: &table.citation.author,
        publisher: &table.citation.publisher,
        issued: table.citation.published.iso(),
        citation: &table.citation.text,
        sources: sources.collect(),
        notes: json_file::readme(table),
        dialect: json!({
            "delimiter": dialect.delimiter(),
            "encoding": "utf-8",
            "header": true,
            "lineTerminators": ["\r\n"],
            "quoteChar": "\"",
        }),
        schema: json!({ "columns": columns }),
    };
    serde_json::to_vec(&metadata).map_err(|e| write_error(ExportFormat::Json, e))
}

fn column(column: &DataColumn, lang: &str, dialect: CsvDialect) -> Value {
    let datatype = match (column.kind, dialect) {
        (DataKind::Text, _) => json!("string"),
        (DataKind::Whole, _) => json!("integer"),
        (DataKind::Number(_), CsvDialect::Programs) => json!("decimal"),
        (DataKind::Number(_), CsvDialect::Vietnamese) => {
            json!({ "base": "decimal", "format": { "decimalChar": "," } })
        }
    };
    json!({ "name": column.key, "titles": { lang: &column.label }, "datatype": datatype })
}
