//! `thuocdo`, the program. What it does is in the library part of this crate.

use std::process::ExitCode;

fn main() -> ExitCode {
    server::cli::run()
}
