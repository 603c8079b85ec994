//! Numbers of pages and editions, and sizes of files.

use domain::{Lang, number};

use crate::query::Parameters;

/// The page that is asked for, from 1.
pub(super) fn page_number(parameters: &Parameters) -> usize {
    parameters.get("page").and_then(|p| p.parse().ok()).unwrap_or(1)
}

/// The numbers after `base` up to `newest`: "5, 6".
pub(super) fn numbers(base: u32, newest: u32) -> String {
    let numbers = (base.saturating_add(1)..=newest).map(|n| n.to_string());
    numbers.collect::<Vec<_>>().join(", ")
}

/// "812 kB".
pub(crate) fn size(lang: Lang, bytes: u64) -> String {
    let count = |n: u64| number::count(lang, usize::try_from(n).unwrap_or(usize::MAX));
    match bytes {
        0..1_000 => format!("{} B", count(bytes)),
        1_000..1_000_000 => format!("{} kB", count(bytes.div_ceil(1_000))),
        _ => format!("{} MB", count(bytes.div_ceil(1_000_000))),
    }
}
