//! `thuocdo coverage`: how much of each indicator and year the data files hold.

use std::path::Path;

use super::{Failure, say};
use crate::services::start;

pub(super) fn run(folder: Option<&Path>) -> Result<(), Failure> {
    say(dataset::coverage(&start::first_edition(folder)?).trim_end());
    Ok(())
}
