//! Tooltips of charts: on hover, and mark by mark with the arrow keys.

use leptos::{html::Div, prelude::*};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, KeyboardEvent, MouseEvent};

use super::dom;

/// One tooltip for all charts of a page. It is a live region, so that the arrow keys
/// read the marks out. The charts' tables say the same without it.
#[island]
pub fn ChartTips() -> impl IntoView {
    let tip = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let Some(tip) = tip.get() else { return };
        let tip: Element = (*tip).clone().into();
        hover(&tip);
        let Some(body) = dom::document().and_then(|d| d.document_element()) else {
            return;
        };
        for plot in dom::all(&body, ".plot") {
            if !dom::all(&plot, "[data-tip]").is_empty() {
                by_keyboard(&plot, &tip);
            }
        }
    });
    view! { <div class="tip" role="status" node_ref=tip></div> }
}

/// Shows a text near a point of the window, in whole pixels (formatting floats is heavy).
fn show(tip: &Element, text: &str, x: i32, y: i32) {
    tip.set_text_content(Some(text));
    let width = dom::document()
        .and_then(|d| d.document_element())
        .map_or(0, |e| e.client_width());
    let left = (x + 12).min(width - tip.client_width() - 8).max(4);
    if let Some(html) = dom::as_html(tip) {
        let _ = html.style().set_property("left", &format!("{left}px"));
        let _ = html.style().set_property("top", &format!("{}px", y + 14));
        let _ = html.class_list().add_1("on");
    }
}

fn hide(tip: &Element) {
    tip.set_text_content(None);
    let _ = tip.class_list().remove_1("on");
}

fn hover(tip: &Element) {
    let Some(document) = dom::document() else { return };
    let tip = tip.clone();
    dom::listen(&document, "pointermove", move |event| {
        let mark = dom::origin(&event).and_then(|e| e.closest("[data-tip]").ok().flatten());
        match (
            mark.and_then(|m| m.get_attribute("data-tip")),
            event.dyn_ref::<MouseEvent>(),
        ) {
            (Some(text), Some(at)) => show(&tip, &text, at.client_x(), at.client_y()),
            _ if tip.class_name() == "tip on"
                && dom::document()
                    .and_then(|d| d.active_element())
                    .is_none_or(|e| e.class_name() != "plot") =>
            {
                hide(&tip);
            }
            _ => {}
        }
    });
}

/// The plot takes the focus as one stop; the arrows go from mark to mark.
fn by_keyboard(plot: &Element, tip: &Element) {
    let _ = plot.set_attribute("tabindex", "0");
    let _ = plot.set_attribute("role", "group");
    let title = plot
        .query_selector("title")
        .ok()
        .flatten()
        .and_then(|t| t.text_content())
        .unwrap_or_default();
    let _ = plot.set_attribute("aria-label", &title);
    let marks = dom::all(plot, "[data-tip]");
    let mut at: Option<usize> = None;
    let shown = tip.clone();
    dom::listen(plot, "keydown", move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key) else {
            return;
        };
        let last = marks.len() - 1;
        at = match (key.as_str(), at) {
            ("ArrowRight" | "ArrowDown", None) | ("Home", _) => Some(0),
            ("ArrowRight" | "ArrowDown", Some(i)) => Some((i + 1).min(last)),
            ("ArrowLeft" | "ArrowUp", None) | ("End", _) => Some(last),
            ("ArrowLeft" | "ArrowUp", Some(i)) => Some(i.saturating_sub(1)),
            ("Escape", _) => {
                hide(&shown);
                None
            }
            _ => return,
        };
        event.prevent_default();
        if let Some(mark) = at.and_then(|i| marks.get(i)) {
            let place = mark.get_bounding_client_rect();
            #[expect(clippy::cast_possible_truncation, reason = "a place in the window, in pixels")]
            let (x, y) = (place.right() as i32, place.bottom() as i32);
            show(&shown, &mark.get_attribute("data-tip").unwrap_or_default(), x, y);
        }
    });
    let tip = tip.clone();
    dom::listen(plot, "blur", move |_| hide(&tip));
}
