//! Reads the catalogue: indicators from TOML, provinces and sources from CSV.

mod indicator_file;
mod indicators;
mod populations;
mod provinces;
mod sources;
mod sums;
mod tiles;
mod wholes;

use domain::Catalogue;

pub(crate) use sources::index as source_index;

use crate::{files::Files, problem::Problems};

pub(crate) fn read(files: &Files, problems: &mut Problems) -> Catalogue {
    let provinces = provinces::read(files, problems);
    let sources = sources::read(files, problems);
    let populations = populations::read(files, &provinces, &sources::index(&sources), problems);
    let provinces = provinces.with_populations(populations);
    let left_out = sources::read_left_out(files, &sources, problems);
    let tiles = tiles::read(files, &provinces, problems);
    Catalogue {
        indicators: indicators::read(files, problems),
        provinces,
        sources,
        left_out,
        tiles,
    }
}
