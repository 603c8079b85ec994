//! The user's choices for an uploaded file. A file that is parsed without problems needs none.

use std::collections::BTreeMap;

use strum::{EnumString, IntoStaticStr};

use super::{
    ComponentChoice, ComponentPart, CorrectionChoice, Decimal, Encoding, IssueKind, MethodAnswers, NewIndicator, Role,
    TableRef, method::MethodForm, rows_code, rows_from_code,
};
use crate::{AsOf, Date, Missing, SourceKind};

/// How publishing handles existing figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Mode {
    /// New figures are added; existing ones stay unchanged.
    Add,
    /// The file's figures replace existing ones; all others stay unchanged.
    #[default]
    Update,
    /// All existing figures of the indicator in the file's years are replaced by the file's figures.
    ReplaceYear,
    /// The file is an additional source: its figures are added to the existing ones, and both are shown if they
    /// disagree.
    Beside,
}

impl Mode {
    /// All modes, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Add, Self::Update, Self::ReplaceYear, Self::Beside];

    /// Returns its name in forms and on the command line.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Returns the mode with this name. `None` if there is none.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }
}

/// A source that is not yet in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSource {
    /// Title as published; must not be empty.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// URL; may be empty.
    pub url: String,
    /// Day, month or year of publication in ISO 8601 format; may be empty.
    pub published: String,
    /// The kind of source.
    pub kind: SourceKind,
}

/// Where the figures were published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceChoice {
    /// A source in the catalogue, by its slug.
    Known(String),
    /// A new source.
    New(NewSource),
}

/// All choices of the user. Empty fields are determined from the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// The sheet, by name.
    pub sheet: Option<String>,
    /// First and last row to read, if the sheet has several tables one below the other.
    pub rows: Option<(u32, u32)>,
    /// Additional tables of the same draft, such as the sheets of other dimensions, by their numbers from 1, which
    /// determine the numbers of their columns.
    pub also: BTreeMap<usize, TableRef>,
    /// First row of the header, from 1, and its number of rows.
    pub header: Option<(u32, u32)>,
    /// The encoding of a text file.
    pub encoding: Option<Encoding>,
    /// The separator of a text file.
    pub separator: Option<char>,
    /// The decimal mark, if numbers are ambiguous.
    pub decimal: Option<Decimal>,
    /// The indicator, by its slug.
    pub indicator: Option<String>,
    /// The year of figures whose year is not in the file.
    pub year: Option<i32>,
    /// The moment of the figures, for counts of a day.
    pub as_of: Option<AsOf>,
    /// True if values are fractions of 1, to be multiplied by 100.
    pub fractions: bool,
    /// How columns are interpreted, by their number from 1 (rows, if provinces are in columns).
    pub columns: BTreeMap<u32, Role>,
    /// Meanings of province names: the unit's slug, `vn`, `region:…`, or empty to exclude the rows.
    pub places: BTreeMap<String, String>,
    /// How existing figures are handled.
    pub mode: Mode,
    /// Why provinces have no row, by the unit's slug; `*` for all others.
    pub absent: BTreeMap<String, Missing>,
    /// Reasons for publishing despite warnings.
    pub reasons: BTreeMap<IssueKind, String>,
    /// Where the figures were published.
    pub source: Option<SourceChoice>,
    /// The new indicator, as typed, if [`Self::indicator`] is [`super::NEW_INDICATOR`].
    pub new_indicator: NewIndicator,
    /// Which method applies to years that are not in the catalogue.
    pub method: MethodAnswers,
    /// Whether components of the catalogue continue or end in the file's years, by their slugs.
    pub components: BTreeMap<String, ComponentChoice>,
    /// Columns (by number) and names in rows that become new components.
    pub begin: BTreeMap<String, ComponentPart>,
    /// The correction, if the file is a correction of one figure.
    pub correction: Option<CorrectionChoice>,
}

/// A form field that cannot be parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadField {
    /// Name of the field.
    pub name: String,
    /// Its content.
    pub found: String,
}

impl Choices {
    /// Returns the choices as form fields, in a fixed order. Choices that were not made have no field.
    #[must_use]
    pub fn to_pairs(&self) -> Vec<(String, String)> {
        let mut pairs: Vec<(String, String)> = Vec::new();
        let mut add = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                pairs.push((name.to_owned(), value));
            }
        };
        add("sheet", self.sheet.clone());
        add("rows", self.rows.map(rows_code));
        for (number, table) in &self.also {
            add(&format!("also.{number}"), Some(table.to_string()));
        }
        add("header", self.header.map(|(first, _)| first.to_string()));
        add("header_rows", self.header.map(|(_, rows)| rows.to_string()));
        add("encoding", self.encoding.map(|e| e.code().to_owned()));
        add("separator", self.separator.and_then(separator_code).map(str::to_owned));
        add("decimal", self.decimal.map(|d| d.code().to_owned()));
        add("indicator", self.indicator.clone());
        add("year", self.year.map(|y| y.to_string()));
        add("as_of", self.as_of.map(|m| m.to_string()));
        add("fractions", self.fractions.then(|| "on".to_owned()));
        add("mode", Some(self.mode.code().to_owned()));
        match &self.source {
            None => {}
            Some(SourceChoice::Known(id)) => add("source", Some(id.clone())),
            Some(SourceChoice::New(source)) => {
                add("source", Some("new".to_owned()));
                add("source_title", Some(source.title.clone()));
                add("source_publisher", Some(source.publisher.clone()));
                add("source_url", Some(source.url.clone()));
                add("source_published", Some(source.published.clone()));
                add("source_kind", Some(source.kind.code().to_owned()));
            }
        }
        let columns = self
            .columns
            .iter()
            .map(|(at, role)| (format!("column.{at}"), role.to_string()));
        let places = self
            .places
            .iter()
            .map(|(found, to)| (format!("place.{found}"), to.clone()));
        let absent = self
            .absent
            .iter()
            .map(|(unit, reason)| (format!("absent.{unit}"), reason.code().to_owned()));
        let reasons = self
            .reasons
            .iter()
            .map(|(kind, reason)| (format!("reason.{}", kind.code()), reason.clone()));
        pairs.extend(columns.chain(places).chain(absent).chain(reasons));
        let indicator_fields = self.new_indicator.fields();
        let indicator_fields = indicator_fields.into_iter().filter(|(_, value)| !value.is_empty());
        pairs.extend(indicator_fields.map(|(name, value)| (name.to_owned(), value.to_owned())));
        pairs.extend(MethodForm::pairs(self));
        pairs.extend(self.correction.iter().flat_map(CorrectionChoice::pairs));
        pairs
    }

    /// Parses form fields. Empty fields are choices that were not made, except for `place.…`, where empty means
    /// "exclude these rows" and `?` means not chosen. Unknown fields are ignored, because forms have others as well.
    ///
    /// # Errors
    /// All fields that cannot be parsed.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Vec<BadField>> {
        let (choices, bad) = Self::readable(pairs);
        if bad.is_empty() { Ok(choices) } else { Err(bad) }
    }

    /// Parses form fields as far as possible, and returns those that cannot be parsed, so that the form can be shown
    /// again with everything that the user typed.
    #[must_use]
    pub fn readable<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> (Self, Vec<BadField>) {
        let mut form = Form::default();
        for (name, value) in pairs {
            form.take(name, value.trim());
        }
        form.finish()
    }
}

/// Converts a day, month or year in Vietnamese notation (14/3/2017, 3/2017, 2017) or ISO 8601 (2017-03-14, 2017-03)
/// to ISO 8601. `None` for other texts.
fn publication_date(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['/', '-', '.']).map(str::trim).collect();
    let digits = |part: &&str| !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    if !parts.iter().all(digits) {
        return None;
    }
    let (year, month, day) = match parts[..] {
        [year] => (year, None, None),
        [year, month] if year.len() == 4 => (year, Some(month), None),
        [month, year] => (year, Some(month), None),
        [year, month, day] if year.len() == 4 => (year, Some(month), Some(day)),
        [day, month, year] => (year, Some(month), Some(day)),
        _ => return None,
    };
    let year = year.parse().ok().filter(|year| (1900..=2200).contains(year))?;
    let number = |part: Option<&str>| {
        part.map(|text| text.parse::<u8>().ok())
            .map_or(Some(None), |n| n.map(Some))
    };
    let (month, day) = (number(month)?, number(day)?);
    let date = Date::new(year, month.unwrap_or(1), day.unwrap_or(1))?;
    Some(match (month, day) {
        (None, _) => format!("{year}"),
        (Some(month), None) => format!("{year}-{month:02}"),
        (Some(_), Some(_)) => date.iso(),
    })
}

/// Returns the name of a separator in forms. `None` for unsupported separators.
#[must_use]
pub const fn separator_code(separator: char) -> Option<&'static str> {
    match separator {
        ',' => Some("comma"),
        ';' => Some("semicolon"),
        '\t' => Some("tab"),
        '|' => Some("pipe"),
        _ => None,
    }
}

/// Returns the separator with this name. `None` if there is none.
#[must_use]
pub fn separator_from_code(code: &str) -> Option<char> {
    [',', ';', '\t', '|']
        .into_iter()
        .find(|s| separator_code(*s) == Some(code))
}

/// The upper limit of table numbers in a draft, which bounds the numbers of their columns.
const MAX_TABLES: usize = 1_000;

/// Collects the fields of a form.
#[derive(Default)]
struct Form {
    choices: Choices,
    header: (Option<u32>, Option<u32>),
    source: Option<String>,
    new_source: [String; 4],
    source_kind: Option<SourceKind>,
    correction: String,
    correction_reason: String,
    bad: Vec<BadField>,
}

impl Form {
    /// Parses a field. `None` if it is empty, or if it cannot be parsed, which is recorded.
    fn read<T>(&mut self, name: &str, value: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        if value.is_empty() {
            return None;
        }
        let found = read(value);
        if found.is_none() {
            self.bad.push(BadField {
                name: name.to_owned(),
                found: value.to_owned(),
            });
        }
        found
    }

    /// Sets the choice for a field; ignores unknown fields.
    fn take(&mut self, name: &str, value: &str) {
        let text = || Some(value.to_owned()).filter(|v| !v.is_empty());
        match name {
            "sheet" => self.choices.sheet = text(),
            "rows" => self.choices.rows = self.read(name, value, rows_from_code),
            "indicator" => self.choices.indicator = text(),
            "source" => self.source = text(),
            "source_title" => value.clone_into(&mut self.new_source[0]),
            "source_publisher" => value.clone_into(&mut self.new_source[1]),
            "source_url" => value.clone_into(&mut self.new_source[2]),
            "source_published" => value.clone_into(&mut self.new_source[3]),
            "source_kind" => self.source_kind = self.read(name, value, SourceKind::from_code),
            "header" => self.header.0 = self.read(name, value, |v| v.parse().ok().filter(|n| *n > 0)),
            "header_rows" => self.header.1 = self.read(name, value, |v| v.parse().ok().filter(|n| (1..=9).contains(n))),
            "encoding" => self.choices.encoding = self.read(name, value, Encoding::from_code),
            "separator" => self.choices.separator = self.read(name, value, separator_from_code),
            "decimal" => self.choices.decimal = self.read(name, value, Decimal::from_code),
            "year" => {
                self.choices.year = self.read(name, value, |v| v.parse().ok().filter(|y| (1990..=2100).contains(y)));
            }
            "as_of" => self.choices.as_of = self.read(name, value, |v| v.parse().ok()),
            "fractions" => self.choices.fractions = value == "on",
            "correction" => value.clone_into(&mut self.correction),
            "correction_reason" => value.clone_into(&mut self.correction_reason),
            "mode" => self.choices.mode = self.read(name, value, Mode::from_code).unwrap_or_default(),
            _ => self.take_prefixed(name, value),
        }
    }

    /// Sets the choice of a field whose name has a prefix or belongs to another part of the form.
    fn take_prefixed(&mut self, name: &str, value: &str) {
        let is_taken = self.choices.new_indicator.take(name, value);
        if is_taken || MethodForm::take(&mut self.choices, &mut self.bad, name, value) {
            return;
        }
        let Some((prefix, key)) = name.split_once('.') else {
            return;
        };
        match prefix {
            "column" => {
                if let Some(role) = self.read(name, value, |v| v.parse().ok())
                    && let Ok(at) = key.parse()
                {
                    self.choices.columns.insert(at, role);
                }
            }
            "also" => {
                let number = key
                    .parse::<usize>()
                    .ok()
                    .filter(|number| (1..MAX_TABLES).contains(number));
                if let Some((number, table)) = number.zip(self.read(name, value, |v| v.parse().ok())) {
                    self.choices.also.insert(number, table);
                }
            }
            "place" if value != "?" => {
                self.choices.places.insert(key.to_owned(), value.to_owned());
            }
            "absent" => {
                if let Some(reason) = self.read(name, value, Missing::from_code) {
                    self.choices.absent.insert(key.to_owned(), reason);
                }
            }
            "reason" => {
                if let Some(kind) = IssueKind::from_code(key).filter(|_| !value.is_empty()) {
                    self.choices.reasons.insert(kind, value.to_owned());
                }
            }
            _ => {}
        }
    }

    /// Returns the chosen source. A typed source takes precedence over the list; if another source is selected in the
    /// list, this is recorded as a bad field, because only the user knows which of the two is a mistake.
    fn source_choice(&mut self) -> Option<SourceChoice> {
        let [title, publisher, url, published] = std::mem::take(&mut self.new_source);
        let chosen = self.source.take().filter(|slug| slug != "new");
        let typed = [&title, &publisher, &url, &published]
            .into_iter()
            .any(|text| !text.is_empty());
        if !typed {
            return chosen.map(SourceChoice::Known);
        }
        if let Some(slug) = chosen {
            self.bad.push(BadField {
                name: "source".to_owned(),
                found: slug,
            });
        }
        let published = self
            .read("source_published", &published, publication_date)
            .unwrap_or(published);
        Some(SourceChoice::New(NewSource {
            title,
            publisher,
            url,
            published,
            kind: self.source_kind.unwrap_or(SourceKind::Publisher),
        }))
    }

    fn finish(mut self) -> (Choices, Vec<BadField>) {
        MethodForm::finish(&mut self.choices);
        self.choices.header = self.header.0.map(|first| (first, self.header.1.unwrap_or(1)));
        self.choices.source = self.source_choice();
        let (what, reason) = (
            std::mem::take(&mut self.correction),
            std::mem::take(&mut self.correction_reason),
        );
        self.choices.correction = self.read("correction", &what, |what| CorrectionChoice::parse(what, &reason));
        (self.choices, self.bad)
    }
}

#[cfg(test)]
mod tests;
