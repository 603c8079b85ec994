//! Buttons that copy a snippet. Without them the snippet is selected and copied by hand.

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlTextAreaElement};

use super::dom;

/// Shows the buttons with `data-copy`, and lets each copy the field that it names. What is said then
/// waits on the page in `#copied`.
#[island]
pub fn CopyButtons() -> impl IntoView {
    Effect::new(move |_| {
        let Some(body) = dom::document().and_then(|d| d.document_element()) else {
            return;
        };
        show(&body);
        dom::listen(&body, "click", move |event| {
            let named = dom::origin(&event).and_then(|origin| origin.get_attribute("data-copy"));
            let field = named.and_then(|id| dom::by_id(&id)?.dyn_into::<HtmlTextAreaElement>().ok());
            if let Some(field) = field {
                copy(&field);
            }
        });
    });
}

/// Shows the buttons that wait hidden within an element.
pub(super) fn show(within: &Element) {
    for button in dom::all(within, "[data-copy]") {
        let _ = button.remove_attribute("hidden");
    }
}

fn copy(field: &HtmlTextAreaElement) {
    // Selected in any case: where the browser does not let us copy, a key does.
    field.select();
    let clipboard = dom::window().map(|w| w.navigator().clipboard());
    // There is none on a page that came over an insecure line.
    let Some(clipboard) = clipboard.filter(|c| !c.is_undefined()) else {
        return say("data-selected");
    };
    let copied = JsFuture::from(clipboard.write_text(&field.value()));
    spawn_local(async move {
        let done = copied.await.is_ok();
        say(if done { "data-done" } else { "data-selected" });
    });
}

fn say(which: &str) {
    if let Some(says) = dom::by_id("copied") {
        says.set_text_content(says.get_attribute(which).as_deref());
    }
}
