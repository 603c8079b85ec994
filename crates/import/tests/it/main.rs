//! Uploads as analysts prepare them, tested against the real figures.

#![expect(
    clippy::unwrap_used,
    reason = "clippy recognises only test functions as tests, not their shared helpers"
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
