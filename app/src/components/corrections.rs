//! The notice of corrected figures.

use leptos::prelude::*;
use messages::{arguments, cited as w, fill};

use crate::{context::page_context, findings::corrections::Correction, links::with_query};

/// Most figures that a notice names; the rest is a link away.
const MOST: usize = 5;

/// Says that figures of this page were corrected, or (on a page of an earlier edition) that they have been since.
#[component]
pub(crate) fn CorrectionNotice(corrections: Vec<Correction>) -> Option<AnyView> {
    let cx = &*page_context();
    let lang = cx.lang();
    let newest = corrections.first()?;
    let named = corrections.iter().take(MOST).map(|one| {
        let year = one.year.to_string();
        let (before, after) = one.texts(lang);
        let values = arguments![
            province = &one.province,
            year = &year,
            before = &before,
            after = after.as_deref().unwrap_or_else(|| w::NO_VALUE.get(lang))
        ];
        w::CORRECTION.fill(lang, &values)
    });
    let mut text = named.collect::<Vec<_>>().join("; ");
    if corrections.len() > MOST {
        text = fill!(
            w::CORRECTIONS_MORE,
            lang,
            list = &text,
            count = corrections.len() - MOST
        );
    }
    let words = if newest.later { w::CORRECTED_LATER } else { w::CORRECTED };
    let (edition, date) = (newest.edition.to_string(), newest.published.format(lang));
    let notice = words.fill(lang, &arguments![edition = &edition, date = &date, list = &text]);
    let from = if newest.later {
        cx.snapshot().edition.number
    } else {
        newest.edition.saturating_sub(1)
    };
    let (from, to) = (from.to_string(), newest.edition.to_string());
    let compare = with_query(
        &format!("/{}/editions/compare", lang.code()),
        &[("from", &from), ("to", &to)],
    );
    let view = view! { <p class="note corrected">{notice}" "<a href=compare>{w::WHAT_CHANGED.get(lang)}</a></p> };
    Some(view.into_any())
}
