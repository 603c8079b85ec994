//! Reads and validates the data files: the catalogue (indicators, provinces and sources) and the published figures.
//! The only crate that depends on Polars, which is not part of its public API.

#![warn(missing_docs)]

mod catalogue;
mod cells;
mod coverage;
mod data_table;
mod decisions;
mod export;
mod figures;
mod files;
mod problem;
mod sheet;

use std::sync::Arc;

use domain::{Catalogue, Figure};

pub use coverage::coverage;
pub use data_table::{bibtex, csl_json, html_fragment, table_file};
pub use export::{ExportError, Format as ExportFormat, export};
pub use files::Files;
pub use problem::{LoadError, Problem};

/// The validated catalogue and all figures.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The indicators, provinces and sources.
    pub catalogue: Arc<Catalogue>,
    /// Every published figure, with all its claims.
    pub figures: Vec<Figure>,
    /// Number of rows that the figures were read from.
    pub rows: usize,
}

/// Reads the catalogue in `catalogue/` and the figures in `bundled/`.
///
/// # Errors
/// Returns every problem of the files, each with file, line, column and how to fix it. No data is returned if there is
/// any problem.
pub fn load(files: &Files) -> Result<Loaded, LoadError> {
    let mut problems = problem::Problems::default();
    let catalogue = catalogue::read(files, &mut problems);
    if !problems.0.is_empty() {
        return Err(LoadError(problems.0));
    }
    let (mut figures, rows) = figures::read(files, &catalogue, &mut problems);
    decisions::apply(files, &catalogue, &mut figures, &mut problems);
    if !problems.0.is_empty() {
        return Err(LoadError(problems.0));
    }
    Ok(Loaded {
        catalogue: Arc::new(catalogue),
        figures,
        rows,
    })
}
