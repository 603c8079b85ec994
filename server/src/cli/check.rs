//! `thuocdo check`: are the data files right?

use std::path::Path;

use dataset::Loaded;

use super::{Failure, say};
use crate::services::start;

pub(super) fn run(folder: Option<&Path>) -> Result<(), Failure> {
    say(&counts(&start::load(folder)?));
    Ok(())
}

fn counts(loaded: &Loaded) -> String {
    let catalogue = &loaded.catalogue;
    format!(
        "Right: {} indicators, {} sources, {} figures from {} rows; {} rows left out, each with its reason.",
        catalogue.indicators.len(),
        catalogue.sources.len(),
        loaded.figures.len(),
        loaded.rows,
        catalogue.left_out.len(),
    )
}
