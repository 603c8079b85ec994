//! The little of the browser that the islands touch.

use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{Document, Element, Event, EventTarget, HtmlElement, Window};

pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// Code of the page's language.
pub(super) fn language() -> String {
    let root = document().and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute("lang")).unwrap_or_default()
}

/// Changes the address of the page, so that it can be shared as it stands.
pub(super) fn replace_address(address: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(address));
    }
}

pub(super) fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

pub(super) fn as_html(element: &Element) -> Option<&HtmlElement> {
    element.dyn_ref()
}

/// Listens as long as the page lives: every page is loaded whole, so nothing is taken back.
pub(super) fn listen(target: &EventTarget, name: &str, heard: impl FnMut(Event) + 'static) {
    let callback = Closure::<dyn FnMut(Event)>::new(heard).into_js_value();
    // A listener that cannot be added leaves the page as it is without scripts.
    let _ = target.add_event_listener_with_callback(name, callback.unchecked_ref());
}

/// The same, before the event reaches the element that it is about.
pub(super) fn capture(target: &EventTarget, name: &str, heard: impl FnMut(Event) + 'static) {
    let callback = Closure::<dyn FnMut(Event)>::new(heard).into_js_value();
    let _ = target.add_event_listener_with_callback_and_bool(name, callback.unchecked_ref(), true);
}

/// The element that an event came from.
pub(super) fn origin(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Reads HTML beside the page: nothing in it is run.
pub(super) fn parse(html: &str) -> Option<Element> {
    let parser = web_sys::DomParser::new().ok()?;
    let page = parser.parse_from_string(html, web_sys::SupportedType::TextHtml).ok()?;
    page.body().map(Into::into)
}

/// All elements that a selector meets.
pub(super) fn all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|i| found.item(i)?.dyn_into().ok())
        .collect()
}

/// A sentence that waits on the page, with `{0}` and `{1}` filled in. The browser searches: Rust's own search would be
/// compiled in for it.
pub(super) fn fill(sentence: &str, values: [&str; 2]) -> String {
    let text = js_sys::JsString::from(sentence).replace("{0}", values[0]);
    text.replace("{1}", values[1]).into()
}

/// A number, read by the browser: Rust's own reader would be compiled in for it.
pub(super) fn number(text: &str) -> Option<f64> {
    Some(js_sys::parse_float(text)).filter(|number| !number.is_nan())
}

/// [`domain::fold`], with the browser's own tables.
pub(super) fn fold(text: &str) -> String {
    let text = js_sys::JsString::from(text).normalize("NFD").to_lower_case();
    domain::fold_prepared(String::from(text).chars())
}
