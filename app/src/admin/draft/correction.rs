//! A draft that corrects one figure: nothing of a file is to be decided.

use leptos::prelude::*;
use messages::fill;

use super::sheet::Sheet;
use crate::admin::{changes, figure, words as w};

/// "Bản nháp: sửa PCI 2016, Hà Nội"; `None` if the file says nothing.
pub(super) fn title(sheet: &Sheet<'_>) -> Option<String> {
    let entry = sheet.draft.reading.entries.first()?;
    let what = changes::named(sheet.lang(), sheet.draft.after, &entry.key);
    Some(fill!(w::CORRECTION_TITLE, sheet.lang(), figure = &what))
}

/// What it is, the reason, and the way back to the form.
#[component]
pub(super) fn DraftCorrectionSection<'a>(sheet: &'a Sheet<'a>) -> AnyView {
    let lang = sheet.lang();
    let draft = sheet.draft;
    let again = draft.reading.entries.first().filter(|_| sheet.open()).map(|entry| {
        let href = figure::link_of(sheet.at, &sheet.draft.after.catalogue, &entry.key);
        view! { " "<a href=href>{w::CORRECTION_AGAIN.get(lang)}</a> }
    });
    let reason = (!draft.note.is_empty()).then(|| view! { " "{w::REASON.get(lang)}": "{draft.note.to_owned()}"." });
    view! { <p class="note none">{w::CORRECTION_NOTE.get(lang)}{reason}{again}</p> }.into_any()
}
