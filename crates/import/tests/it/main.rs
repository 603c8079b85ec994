//! Uploads as analysts prepare them, tested against the real figures.

#![expect(
    clippy::unwrap_used,
    reason = "clippy sees only the test functions as tests, not the functions that they share"
)]

mod alarms;
mod bytes;
mod correction;
mod export;
mod limits;
mod mutations;
mod nasty;
mod new_year;
mod office;
mod properties;
mod publish;
mod shapes;
mod shared;
mod survey;
mod workbooks;
