//! What is said when a chart was added to the reader's own deck.

use leptos::prelude::*;
use messages::{fill, share as w};

use crate::{context::page_context, query::Parameters};

/// The parameter of a page to which one comes back after adding a chart: how many charts the deck has. It changes
/// nothing that the page shows of the figures, so no link takes it along.
pub(crate) const ADDED: &str = "added";

/// How many charts the deck has now, and the way to it.
#[component]
pub(crate) fn ChartAdded(charts: usize) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let said = fill!(w::DECK_ADDED, lang, count = charts);
    view! { <span>{said}" "<a href=cx.links.deck()>{w::DECK_OPEN.get(lang)}</a></span> }
}

/// The same above a page, for those who came back to it without scripts.
#[component]
pub(crate) fn AddedToDeck() -> Option<AnyView> {
    let charts = Parameters::parse(page_context().query()).get(ADDED)?.parse().ok()?;
    let possible = (1..=crate::export::MOST_CHARTS).contains(&charts);
    possible.then(|| view! { <p id="added" class="note" role="status"><ChartAdded charts/></p> }.into_any())
}
