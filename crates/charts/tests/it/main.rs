//! Integration tests: one binary, one module per area.

#![expect(
    clippy::unwrap_used,
    reason = "test helpers may panic like tests; clippy.toml only exempts test functions"
)]

mod cases;
mod figures;
mod fonts;
mod labels;
mod map;
mod map_cases;
mod palette;
mod panels;
mod pictures;
mod pictures_pdf;
mod pictures_png;
mod reading;
mod root;
mod rows;
mod rows_cases;
mod snapshots;
mod standings;
mod standings_cases;
