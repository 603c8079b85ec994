//! Choices that have no control on the page: they travel along unseen, so that saving one
//! choice never loses another.

use crate::admin::fields::HiddenField;
use std::collections::BTreeSet;

use leptos::prelude::*;

use super::{columns, file, indicator, method, places, sheet::Sheet};

/// Names of the fields that the form shows.
fn shown(sheet: &Sheet<'_>) -> BTreeSet<String> {
    let reading = sheet.draft.reading;
    let mut names: BTreeSet<String> = [
        "header",
        "header_rows",
        "decimal",
        "indicator",
        "year",
        "as_of",
        "fractions",
        "mode",
        "source",
        "source_title",
        "source_publisher",
        "source_url",
        "source_published",
        "source_kind",
    ]
    .map(str::to_owned)
    .into();
    if file::has_sheets(sheet) {
        names.insert("sheet".to_owned());
    }
    if file::is_text(sheet) {
        names.extend(["encoding", "separator"].map(str::to_owned));
    }
    names.extend(file::also_fields(sheet));
    names.extend(columns::fields(sheet));
    names.extend(places::fields(sheet));
    names.extend(indicator::fields());
    names.extend(method::fields(sheet));
    if !reading.absent.is_empty() {
        names.insert("absent.*".to_owned());
        names.extend(places::absent_slugs(sheet).map(|slug| format!("absent.{slug}")));
    }
    names
}

#[component]
pub(super) fn HiddenFields<'a>(sheet: &'a Sheet<'a>) -> AnyView {
    let shown = shown(sheet);
    let pairs = sheet.draft.choices.to_pairs();
    let fields = pairs.iter().filter(|(name, _)| !shown.contains(name));
    fields
        .map(|(name, value)| view! { <HiddenField name value/> }.into_any())
        .collect_view()
        .into_any()
}
