//! Reads and checks the data files: the catalogue (what is known about indicators,
//! provinces and sources) and the published figures. The only crate that sees Polars;
//! nothing of it shows outside.

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

/// The catalogue and all figures, checked.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What is known about indicators, provinces and sources.
    pub catalogue: Arc<Catalogue>,
    /// Every published figure, with all claims on it.
    pub figures: Vec<Figure>,
    /// Number of rows that the figures were read from.
    pub rows: usize,
}

/// Reads the catalogue below `catalogue/` and the figures below `bundled/`.
///
/// # Errors
/// Everything that is wrong with the files, each with file, line, column and what to
/// fix. Nothing is used unless everything is right.
pub fn load(files: &Files) -> Result<Loaded, LoadError> {
    let mut problems = problem::Problems::default();
    let catalogue = catalogue::read(files, &mut problems);
    if !problems.0.is_empty() {
        return Err(LoadError(problems.0));
    }
    let (mut figures, rows) = figures::read(files, &catalogue, &mut problems);
    decisions::settle(files, &catalogue, &mut figures, &mut problems);
    if !problems.0.is_empty() {
        return Err(LoadError(problems.0));
    }
    Ok(Loaded {
        catalogue: Arc::new(catalogue),
        figures,
        rows,
    })
}
