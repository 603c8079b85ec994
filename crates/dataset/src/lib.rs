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
mod frames;
mod problem;
mod sheet;

use std::sync::Arc;

use domain::{Catalogue, Edition, Figure, Snapshot};

pub use coverage::coverage;
pub use data_table::{CsvDialect, bibtex, csl_json, csv_file, csv_metadata, html_fragment, table_file};
pub use export::{ExportError, Format as ExportFormat, check_size, export, export_to};
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

impl Loaded {
    /// Computes tables, ranks and changes of all figures at once; the result is that of [`Snapshot::new`].
    ///
    /// # Errors
    /// Returns a problem of the folder `bundled` if the figures cannot be computed with, such as for lack of memory.
    pub fn snapshot(self, edition: Edition) -> Result<Snapshot, LoadError> {
        let derive =
            |catalogue: &Catalogue, figures: &[Figure]| frames::on_own_thread(|| frames::tables(catalogue, figures));
        Snapshot::with_tables(edition, self.catalogue, self.figures, derive).map_err(|error| {
            let mut problems = problem::Problems::default();
            problems.add(
                &problem::Location::file("bundled"),
                error.to_string(),
                "figures that can be computed with",
                "report this as an error of the program",
            );
            LoadError(problems.0)
        })
    }
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
    let (mut figures, rows) = frames::on_own_thread(|| figures::read(files, &catalogue, &mut problems));
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
