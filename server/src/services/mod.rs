//! What the program does for requests and for commands: editions, uploads, publishing, files to download.

pub(crate) mod csv_table;
mod drawn_charts;
pub mod edition_loader;
pub(crate) mod embedded;
pub(crate) mod export_file;
pub(crate) mod file_name;
pub(crate) mod jobs;
mod kept_sparks;
pub(crate) mod program;
pub(crate) mod reader;
pub(crate) mod refresh;
pub(crate) mod remarks;
pub mod start;
