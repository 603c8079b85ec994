//! What is said when a chart was added to the reader's own deck.

use leptos::prelude::*;
use messages::{fill, share as w};

use crate::context::page_context;

/// How many charts the deck has now, and the way to it.
#[component]
pub(crate) fn ChartAdded(charts: usize) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let said = fill!(w::DECK_ADDED, lang, count = charts);
    view! { <span>{said}" "<a href=cx.links.deck()>{w::DECK_OPEN.get(lang)}</a></span> }
}
