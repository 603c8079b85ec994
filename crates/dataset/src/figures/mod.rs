//! Reads `bundled/<indicator>.csv`: one row per published figure.
//!
//! A file is read as typed columns ([`typed`]). If anything is unusual or wrong, it is read cell by cell
//! ([`by_cell`]), which reports each problem with its line and column. Both have the same result: the first is for
//! speed, the second for people.

mod agreed;
mod by_cell;
mod claims;
mod references;
mod shape;
mod typed;

use domain::{Approx, Catalogue, ComponentId, Figure, IndicatorId, Missing};
use polars::prelude::PolarsResult;

pub(crate) use by_cell::{as_of, place};
/// Columns of an indicator's file.
pub(crate) use domain::FIGURE_COLUMNS as HEAD;

use crate::{
    catalogue::source_index,
    files::Files,
    frames::side_by_side,
    problem::{Location, Problems},
};
use references::References;

/// Qualifications of a number, as files name them.
pub(crate) const APPROX: [(&str, Approx); 3] = [
    ("about", Approx::About),
    ("over", Approx::Over),
    ("under", Approx::Under),
];

/// Reads the files of all indicators; returns the figures and the number of rows.
pub(crate) fn read(files: &Files, catalogue: &Catalogue, problems: &mut Problems) -> (Vec<Figure>, usize) {
    reject_unknown_files(files, catalogue, problems);
    let references = References::new(catalogue);
    let sources = source_index(&catalogue.sources);
    let mut figures: Vec<Figure> = Vec::new();
    let mut rows = 0;
    let indicators = catalogue.indicators();
    let files_of = indicators.filter_map(|(id, indicator)| {
        let path = format!("bundled/{}.csv", indicator.slug);
        files.get(&path).map(|bytes| (id, path, bytes))
    });
    let files_of: Vec<(IndicatorId, String, &[u8])> = files_of.collect();
    // An error of Polars is like any other irregularity: reading by cells finds its reason, or has none.
    let by_columns = side_by_side(&files_of, |(id, _, bytes)| {
        let references = references.as_ref().ok()?;
        by_columns(bytes, catalogue, *id, references).ok().flatten()
    });
    for ((id, path, _), columns) in files_of.into_iter().zip(by_columns) {
        let (found, count) = columns.unwrap_or_else(|| {
            let reader = by_cell::Reader::new(catalogue, id, &sources);
            reader.file(files, &path, problems)
        });
        rows += count;
        if figures.is_empty() {
            figures = found;
        } else {
            figures.extend(found);
        }
    }
    (figures, rows)
}

/// Returns the figures of a file and its number of rows. `None` if it must be read cell by cell.
fn by_columns(
    bytes: &[u8],
    catalogue: &Catalogue,
    id: IndicatorId,
    references: &References,
) -> PolarsResult<Option<(Vec<Figure>, usize)>> {
    let Some(rows) = typed::rows(bytes, catalogue, id, references)? else {
        return Ok(None);
    };
    let figures = claims::figures(&rows, catalogue, id)?;
    Ok(figures.map(|figures| (figures, rows.frame.height())))
}

/// Rejects files that belong to no indicator, whose figures would otherwise be ignored silently.
fn reject_unknown_files(files: &Files, catalogue: &Catalogue, problems: &mut Problems) {
    for path in files.below("bundled/", ".csv") {
        let name = path.trim_start_matches("bundled/").trim_end_matches(".csv");
        if !matches!(name, "sources" | "left-out" | "decisions") && catalogue.indicator_by_slug(name).is_none() {
            let found = format!("figures of `{name}`");
            problems.add(
                &Location::file(path),
                found,
                "an indicator of that name in the catalogue",
                "rename the file, or add the indicator",
            );
        }
    }
}

/// Returns the id with a number that comes from the catalogue.
fn component_id(number: Option<u32>) -> ComponentId {
    let id = number.and_then(|number| u16::try_from(number).ok());
    ComponentId(id.unwrap_or_default())
}

fn approx(id: u32) -> Option<Approx> {
    APPROX.get(usize::try_from(id).ok()?).map(|(_, approx)| *approx)
}

fn missing(id: u32) -> Option<Missing> {
    Missing::GIVEN.get(usize::try_from(id).ok()?).copied()
}
