//! A table that leaves the program as a file: typed columns, and all that a reader of the
//! file must know about it.
//!
//! What a page shows as finished texts stands here as numbers, so that a spreadsheet can
//! go on computing. A cell without a value is [`DataCell::Empty`], never 0, and the table
//! has a column that says why.

use crate::{Date, Lang};

/// A table for files.
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
    /// Rows; every row is as long as `columns`.
    pub rows: Vec<Vec<DataCell>>,
    /// Heading and text of what a reader must know: coverage, method, whether the years may
    /// be compared, what empty cells mean, terms of use.
    pub readme: Vec<(String, String)>,
    /// Where the figures were published.
    pub sources: Vec<DataSource>,
    /// How to cite the table.
    pub citation: Citation,
}

/// A column of a [`DataTable`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataColumn {
    /// Name for programs, the same in both languages, such as `rank`.
    pub key: &'static str,
    /// Heading for people.
    pub label: String,
    /// What its cells hold.
    pub kind: DataKind,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataKind {
    /// Text.
    Text,
    /// Numbers, shown with so many decimals; their unit is in the heading.
    Number(u8),
    /// Whole numbers: years, ranks, counts of places.
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
    /// A whole number; in a [`DataKind::Whole`] column.
    Whole(i64),
}

/// Where figures of a [`DataTable`] were published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DataSource {
    /// Title.
    pub title: String,
    /// Publisher.
    pub publisher: String,
    /// Address; empty where none is known.
    pub url: String,
    /// Day, month or year of publication, ISO; empty where it is not known.
    pub published: String,
}

/// How to cite a table or a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Name for programs, such as `thuocdo-rankings-pci-2016-bars-1`.
    pub key: String,
    /// Who published the figures.
    pub author: String,
    /// Title with indicator and year.
    pub title: String,
    /// Who made the table: the product, with the number of the edition.
    pub publisher: String,
    /// Number of the edition.
    pub edition: u32,
    /// Day on which the edition was published.
    pub published: Date,
    /// Address under which the same bytes will always be found.
    pub url: String,
    /// The citation as one sentence in the table's language.
    pub text: String,
}
