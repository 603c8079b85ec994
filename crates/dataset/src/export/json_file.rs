//! JSON: numbers keep their published decimals.

use std::io::{BufWriter, Write};

use domain::Text;
use serde::Serialize;
use serde_json::value::RawValue;

use super::{ExportError, FIELDS, Format, Kind, Table, cells, kind, write_error};
use crate::sheet::Row;

#[derive(Serialize)]
struct Export<'a> {
    edition: EditionFacts,
    indicators: Vec<IndicatorFacts<'a>>,
    sources: Vec<SourceFacts<'a>>,
    figures: FigureRows<'a>,
}

#[derive(Serialize)]
struct EditionFacts {
    number: u32,
    published: String,
    note: Both,
    rows: usize,
}

#[derive(Serialize)]
struct Both {
    vi: String,
    en: String,
}

impl From<&Text> for Both {
    fn from(text: &Text) -> Self {
        Self {
            vi: text.vi.clone(),
            en: text.en.clone(),
        }
    }
}

#[derive(Serialize)]
struct IndicatorFacts<'a> {
    id: &'a str,
    name: Both,
    publisher: Both,
    licence: Both,
}

#[derive(Serialize)]
struct SourceFacts<'a> {
    id: &'a str,
    title: &'a str,
    publisher: &'a str,
    url: &'a str,
    published: &'a str,
    kind: &'a str,
    note: &'a str,
}

/// All rows. A file of the edition is read when its rows are written.
struct FigureRows<'a>(&'a Table<'a>);

impl Serialize for FigureRows<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::{Error as _, SerializeSeq as _};
        let mut rows = serializer.serialize_seq(None)?;
        for sheet in self.0.sheets() {
            let (indicator, sheet) = sheet.map_err(S::Error::custom)?;
            for row in sheet.rows() {
                rows.serialize_element(&FigureRow { indicator, row })?;
            }
        }
        rows.end()
    }
}

/// A row; empty cells are omitted.
struct FigureRow<'a> {
    indicator: &'a str,
    row: Row<'a, 'a>,
}

impl Serialize for FigureRow<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap as _;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("indicator", self.indicator)?;
        for (field, text) in FIELDS.into_iter().zip(cells(self.row)) {
            match (text, kind(field)) {
                ("", _) => {}
                (text, Kind::Text) => map.serialize_entry(field, text)?,
                // A validated number is also one in JSON, except for forms such as `.5` and `007`.
                (text, _) => match RawValue::from_string(text.to_owned()) {
                    Ok(raw) => map.serialize_entry(field, &raw)?,
                    Err(_) => map.serialize_entry(field, &super::parse_number(text))?,
                },
            }
        }
        map.end()
    }
}

pub(super) fn write(table: &Table<'_>, out: impl Write) -> Result<(), ExportError> {
    let edition = &table.snapshot.edition;
    let export = Export {
        edition: EditionFacts {
            number: edition.number,
            published: edition.published.iso(),
            note: (&edition.note).into(),
            rows: table.len(),
        },
        indicators: table
            .snapshot
            .catalogue
            .indicators()
            .map(|(_, indicator)| IndicatorFacts {
                id: &indicator.slug,
                name: (&indicator.name).into(),
                publisher: (&indicator.publisher).into(),
                licence: (&indicator.licence).into(),
            })
            .collect(),
        sources: table
            .snapshot
            .catalogue
            .sources
            .iter()
            .map(|source| SourceFacts {
                id: &source.slug,
                title: &source.title,
                publisher: &source.publisher,
                url: &source.url,
                published: &source.published,
                kind: source.kind.code(),
                note: &source.note,
            })
            .collect(),
        figures: FigureRows(table),
    };
    let mut out = BufWriter::new(out);
    serde_json::to_writer(&mut out, &export).map_err(|e| write_error(Format::Json, e))?;
    out.flush().map_err(|e| write_error(Format::Json, e))
}
