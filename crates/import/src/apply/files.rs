//! The data files as bytes: finds, retains, replaces and adds rows.

use std::collections::HashMap;

use domain::{
    Alias, AsOf, Catalogue, Claim, FIGURE_COLUMNS, FigureKey, Indicator, IndicatorId, Place, Provinces, Source,
};

use super::{
    ApplyError,
    normal::{approx, number},
};

/// The file of all sources, relative to the data folder.
pub(super) const SOURCES: &str = "bundled/sources.csv";
/// The file of additional spellings, relative to the data folder.
pub(super) const ALIASES: &str = "catalogue/aliases.csv";
const COMPONENT: usize = 0;
const PROVINCE: usize = 1;
const YEAR: usize = 2;
const AS_OF: usize = 3;
const RANK_OF: usize = 7;

/// Returns the path of the file that describes an indicator in the catalogue.
pub(super) fn indicator_file(indicator: &Indicator) -> String {
    format!("catalogue/indicators/{}.toml", indicator.slug)
}

/// Returns the path of the file with the figures of an indicator.
pub(super) fn figures_file(indicator: &Indicator) -> String {
    format!("bundled/{}.csv", indicator.slug)
}

/// A file of figures, split into its rows.
pub(super) struct Rows<'a> {
    /// The header, including its line ending.
    pub(super) head: &'a [u8],
    /// The rows, including their line endings, each with the key of its figure.
    pub(super) rows: Vec<(FigureKey, &'a [u8])>,
}

impl<'a> Rows<'a> {
    /// Splits a file of figures into rows; fails if a row or the header cannot be read.
    pub(super) fn read(
        file: &str,
        bytes: &'a [u8],
        id: IndicatorId,
        catalogue: &Catalogue,
    ) -> Result<Self, ApplyError> {
        let broken = |what: String| ApplyError::BrokenFile {
            file: file.to_owned(),
            what,
        };
        let keys = Keys::new(id, catalogue);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
        let mut record = csv::StringRecord::new();
        let mut starts = Vec::new();
        let mut found_keys = Vec::new();
        while reader.read_record(&mut record).map_err(|e| broken(e.to_string()))? {
            let start = record.position().map_or(0, |p| usize::try_from(p.byte()).unwrap_or(0));
            if starts.is_empty() {
                if record.iter().ne(FIGURE_COLUMNS) {
                    return Err(broken("unexpected header".to_owned()));
                }
            } else {
                let line = record.position().map_or(0, csv::Position::line);
                found_keys.push(keys.of(&record).ok_or_else(|| broken(format!("line {line}")))?);
            }
            starts.push(start);
        }
        let end = |at: usize| starts.get(at + 1).copied().unwrap_or(bytes.len());
        let row = |at: usize| bytes.get(starts[at]..end(at)).unwrap_or_default();
        let rows = found_keys
            .into_iter()
            .enumerate()
            .map(|(at, key)| (key, row(at + 1)))
            .collect();
        let head = if starts.is_empty() { &[][..] } else { row(0) };
        Ok(Self { head, rows })
    }
}

/// Reads the figure key of a row in the same way as the loader.
struct Keys<'a> {
    id: IndicatorId,
    provinces: &'a Provinces,
    components: HashMap<&'a str, domain::ComponentId>,
}

impl<'a> Keys<'a> {
    fn new(id: IndicatorId, catalogue: &'a Catalogue) -> Self {
        let components = catalogue.indicator(id).components();
        Self {
            id,
            provinces: &catalogue.provinces,
            components: components.map(|(id, c)| (c.slug.as_str(), id)).collect(),
        }
    }

    fn of(&self, row: &csv::StringRecord) -> Option<FigureKey> {
        let cell = |at: usize| row.get(at).map_or("", str::trim);
        let place = match cell(PROVINCE) {
            "vn" => Place::Nation,
            name => match name.strip_prefix("region:") {
                Some(region) => Place::Region(self.provinces.region_by_slug(region)?),
                None => Place::Province(self.provinces.by_slug(name)?),
            },
        };
        let year: Option<i32> = optional(cell(YEAR))?;
        let as_of: Option<AsOf> = optional(cell(AS_OF))?;
        let rank_of: Option<u16> = optional(cell(RANK_OF))?;
        Some(FigureKey {
            indicator: self.id,
            component: *self.components.get(cell(COMPONENT))?,
            place,
            basis: self.provinces.basis(place, year, as_of, rank_of),
            year,
            as_of,
        })
    }
}

/// Parses a cell: `Some(None)` if it is empty, `None` if it cannot be read.
fn optional<T: std::str::FromStr>(cell: &str) -> Option<Option<T>> {
    if cell.is_empty() {
        return Some(None);
    }
    cell.parse().ok().map(Some)
}

/// A writer of comma-separated rows.
pub(crate) struct Writer(csv::Writer<Vec<u8>>);

impl Writer {
    pub(crate) fn new() -> Self {
        Self(csv::Writer::from_writer(Vec::new()))
    }

    /// Appends a row.
    pub(crate) fn row<I: IntoIterator<Item = T>, T: AsRef<[u8]>>(&mut self, cells: I) {
        // Writing to memory does not fail, and all rows of a file have the same number of cells.
        let written = self.0.write_record(cells);
        debug_assert!(written.is_ok());
    }

    /// Returns the rows written so far.
    pub(crate) fn bytes(self) -> Vec<u8> {
        self.0.into_inner().unwrap_or_default()
    }
}

/// Returns a claim as a row of its indicator's file; `source` is the slug of its source.
pub(crate) fn figure_row(catalogue: &Catalogue, key: &FigureKey, claim: &Claim, source: &str) -> [String; 18] {
    let provinces = &catalogue.provinces;
    let place = match key.place {
        Place::Nation => "vn".to_owned(),
        Place::Region(id) => format!("region:{}", provinces.region(id).slug),
        Place::Province(id) => provinces.get(id).slug.clone(),
    };
    let value = claim.value;
    let plain = |value: Option<f64>| value.map(|v| v.to_string()).unwrap_or_default();
    let whole = |value: Option<u16>| value.map(|v| v.to_string()).unwrap_or_default();
    let note = claim.note.as_ref();
    [
        catalogue.indicator(key.indicator).component(key.component).slug.clone(),
        place,
        key.year.map(|y| y.to_string()).unwrap_or_default(),
        key.as_of.map(|m| m.to_string()).unwrap_or_default(),
        value.map(|q| number(q.value, q.digits)).unwrap_or_default(),
        plain(claim.of),
        whole(claim.rank),
        whole(claim.rank_of),
        claim.tier.clone().unwrap_or_default(),
        value.and_then(|q| q.approx).map(approx).unwrap_or_default().to_owned(),
        plain(claim.interval.map(|i| i.low)),
        plain(claim.interval.map(|i| i.high)),
        plain(claim.interval.and_then(|i| i.standard_error)),
        claim.missing.map(|m| m.code().to_owned()).unwrap_or_default(),
        source.to_owned(),
        claim.origin.clone(),
        note.map(|n| n.vi.clone()).unwrap_or_default(),
        note.map(|n| n.en.clone()).unwrap_or_default(),
    ]
}

/// Returns a source as a row of [`SOURCES`].
pub(super) fn source_row(source: &Source) -> [String; 7] {
    [
        source.slug.clone(),
        source.title.clone(),
        source.publisher.clone(),
        source.url.clone(),
        source.published.clone(),
        source.kind.code().to_owned(),
        source.note.clone(),
    ]
}

/// Returns a spelling as a row of [`ALIASES`].
pub(super) fn alias_row(catalogue: &Catalogue, alias: &Alias) -> [String; 4] {
    let day = |day: Option<domain::Date>| day.map(|d| d.iso()).unwrap_or_default();
    [
        alias.spelling.clone(),
        catalogue.provinces.get(alias.province).slug.clone(),
        day(alias.from),
        day(alias.to),
    ]
}
