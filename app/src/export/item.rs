//! How decks name views.

use crate::links::with_query;

/// How a deck names a view: its path with what changes what it says.
pub(super) fn item(view: &str, state: &[(&'static str, String)]) -> String {
    let all: Vec<(&str, &str)> = state.iter().map(|(n, v)| (*n, v.as_str())).collect();
    with_query(view, &all)
}
