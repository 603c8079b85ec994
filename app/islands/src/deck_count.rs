//! How many charts the reader's own deck has, in the header of every page. Pages are the same for everybody, so the
//! browser puts the number there.

use js_sys::{Array, JsString, Reflect, RegExp};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::dom;

/// Shows the way to the reader's deck as soon as it has a chart.
#[island]
pub fn DeckCount() -> impl IntoView {
    Effect::new(|_| show());
}

/// Writes the number that the browser remembers into the header.
pub(super) fn show() {
    let Some(way) = dom::by_id("mydeck") else { return };
    let count = remembered().filter(|count| count != "0");
    let _ = way.toggle_attribute_with_force("hidden", count.is_none());
    let (count, words) = (
        count.unwrap_or_default(),
        way.get_attribute("data-says").unwrap_or_default(),
    );
    way.set_text_content(Some(&dom::fill(&words, [&count, ""])));
}

/// The cookie that the server sets next to the deck.
fn remembered() -> Option<String> {
    let document = dom::document()?;
    let cookies: JsString = Reflect::get(&document, &"cookie".into()).ok()?.dyn_into().ok()?;
    let found = cookies.match_(&RegExp::new("thuocdo-deck-count=(\\d+)", ""))?;
    found.dyn_into::<Array>().ok()?.get(1).as_string()
}
