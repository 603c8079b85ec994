//! Tables for export to files: typed columns, with all that a reader of the file must know about them.
//!
//! Values that a page shows as formatted texts are numbers here, so that spreadsheets can compute with them. A
//! cell without a value is [`DataCell::Empty`], never 0, and the table has a column with the reason.

use crate::{Date, Lang, chart::Note};

/// Maximum number of rows of a worksheet in a workbook, including the header.
pub const WORKSHEET_ROWS: usize = 1_048_576;

/// A table for export to a file.
#[derive(Clone, Debug, PartialEq)]
pub struct DataTable {
    /// Language of titles, labels and texts.
    pub lang: Lang,
    /// What the table shows, in one short sentence.
    pub title: String,
    /// Measure, place, period and scale.
    pub subtitle: String,
    /// Columns, in order.
    pub columns: Vec<DataColumn>,
    /// Rows, each as long as `columns`.
    pub rows: Vec<Vec<DataCell>>,
    /// Notes for readers, each with heading and text: coverage, method, whether the years are comparable, the meaning
    /// of empty cells, terms of use.
    pub readme: Vec<(String, Note)>,
    /// Where the figures were published.
    pub sources: Vec<DataSource>,
    /// How to cite the table.
    pub citation: Citation,
}

/// Key of the column with the observation status of SDMX, which only programs read.
pub const OBS_STATUS: &str = "obs_status";

impl DataTable {
    /// Removes the columns that only programs read.
    pub fn keep_what_people_read(&mut self) {
        let Some(at) = self.columns.iter().position(|column| column.key == OBS_STATUS) else {
            return;
        };
        self.columns.remove(at);
        for row in &mut self.rows {
            row.remove(at);
        }
    }
}

/// A column of a [`DataTable`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataColumn {
    /// Machine-readable name, the same in both languages, such as `rank`.
    pub key: &'static str,
    /// Heading for readers.
    pub label: String,
    /// Type of its cells.
    pub kind: DataKind,
}

/// The type of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataKind {
    /// Text.
    Text,
    /// Numbers with this number of decimals; their unit is in the heading.
    Number(u8),
    /// Integers: years, ranks, numbers of places.
    Whole,
}

/// A cell of a [`DataTable`].
#[derive(Clone, Debug, PartialEq)]
pub enum DataCell {
    /// No value.
    Empty,
    /// Text; in a [`DataKind::Text`] column.
    Text(String),
    /// A finite number; in a [`DataKind::Number`] column.
    Number(f64),
    /// An integer; in a [`DataKind::Whole`] column.
    Whole(i64),
}

/// Where figures of a [`DataTable`] were published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataSource {
    /// Title.
    pub title: String,
    /// Publisher.
    pub publisher: String,
    /// URL; empty if not known.
    pub url: String,
    /// Day, month or year of publication in ISO 8601 format; empty if not known.
    pub published: String,
}

/// How to cite a table or a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Machine-readable key, such as `thuocdo-rankings-pci-2016-bars-1`.
    pub key: String,
    /// Who published the figures.
    pub author: String,
    /// Title with indicator and year.
    pub title: String,
    /// Who made the table: the product, with the number of the edition.
    pub publisher: String,
    /// Number of the edition.
    pub edition: u32,
    /// Date on which the edition was published.
    pub published: Date,
    /// Permanent URL that always returns the same bytes.
    pub url: String,
    /// The citation as one sentence in the table's language.
    pub text: String,
}
