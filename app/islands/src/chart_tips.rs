//! Tooltips of charts: on hover, and mark by mark with the arrow keys.

use leptos::{html::Div, prelude::*};
use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, KeyboardEvent, MouseEvent};

use super::dom;

/// One tooltip for all charts of a page. It is a live region, so that the arrow keys
/// read the marks out. The charts' tables say the same without it.
#[island]
pub fn ChartTips() -> impl IntoView {
    let tip = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let (Some(tip), Some(document)) = (tip.get(), dom::document()) else {
            return;
        };
        let tip: Element = (*tip).clone().into();
        if let Some(root) = document.document_element() {
            // A drawing for another width is hidden: the browser gives it no focus.
            dom::all(&root, ".plot:has([data-tip])").iter().for_each(stop);
        }
        hover(&document, &tip);
        by_keyboard(&document, &tip);
    });
    view! { <div class="tip" role="status" node_ref=tip></div> }
}

/// Shows the text of a mark near a point of the window, and not beyond its edges; in whole
/// pixels (formatting floats is heavy).
fn show(document: &Document, tip: &Element, mark: &Element, x: i32, y: i32) {
    let (Some(window), Some(box_)) = (document.document_element(), dom::as_html(tip)) else {
        return;
    };
    tip.set_text_content(mark.get_attribute("data-tip").as_deref());
    let style = box_.style();
    // Near the right edge the text would be broken, and measured, too narrow.
    let _ = style.set_property("left", "0");
    let left = (x + 12).min(window.client_width() - tip.client_width() - 8).max(4);
    let height = tip.client_height();
    let below = y + 14;
    let top = if below + height > window.client_height() - 8 {
        (y - height - 14).min(window.client_height() - height - 8).max(4)
    } else {
        below
    };
    let _ = style.set_property("left", &format!("{left}px"));
    let _ = style.set_property("top", &format!("{top}px"));
    let _ = tip.class_list().add_1("on");
}

/// The mark that the arrow keys chose.
fn chosen(document: &Document) -> Option<Element> {
    document.query_selector(".m.on").ok().flatten()
}

fn hide(document: &Document, tip: &Element) {
    if let Some(mark) = chosen(document) {
        let _ = mark.class_list().remove_1("on");
    }
    tip.set_text_content(None);
    let _ = tip.class_list().remove_1("on");
}

fn hover(document: &Document, tip: &Element) {
    let (page, tip) = (document.clone(), tip.clone());
    dom::listen(document, "pointermove", move |event| {
        let mark = dom::origin(&event).and_then(|e| e.closest("[data-tip]").ok().flatten());
        if let (Some(mark), Some(at)) = (mark, event.dyn_ref::<MouseEvent>()) {
            if let Some(other) = chosen(&page) {
                let _ = other.class_list().remove_1("on");
            }
            show(&page, &tip, &mark, at.client_x(), at.client_y());
        } else if tip.class_list().contains("on") && chosen(&page).is_none() {
            hide(&page, &tip);
        }
    });
}

/// A plot takes the focus as one stop.
fn stop(plot: &Element) {
    let title = plot.query_selector("title").ok().flatten();
    let title = title.and_then(|t| t.text_content()).unwrap_or_default();
    for (name, value) in [("tabindex", "0"), ("role", "group"), ("aria-label", &title)] {
        let _ = plot.set_attribute(name, value);
    }
}

/// The arrows go from mark to mark of the plot that has the focus; the chosen mark has the
/// class `on`.
fn by_keyboard(document: &Document, tip: &Element) {
    let (page, shown) = (document.clone(), tip.clone());
    dom::listen(document, "keydown", move |event| {
        let plot = dom::origin(&event).filter(|e| e.class_list().contains("plot") && e.client_width() > 0);
        let (Some(plot), Some(key)) = (plot, event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key)) else {
            return;
        };
        let marks = dom::all(&plot, "[data-tip]");
        let at = marks.iter().position(|mark| mark.class_list().contains("on"));
        let last = marks.len().saturating_sub(1);
        let next = match (key.as_str(), at) {
            ("ArrowRight" | "ArrowDown", None) | ("Home", _) => Some(0),
            ("ArrowRight" | "ArrowDown", Some(i)) => Some((i + 1).min(last)),
            ("ArrowLeft" | "ArrowUp", None) | ("End", _) => Some(last),
            ("ArrowLeft" | "ArrowUp", Some(i)) => Some(i.saturating_sub(1)),
            ("Escape", _) => None,
            _ => return,
        };
        event.prevent_default();
        hide(&page, &shown);
        if let Some(mark) = next.and_then(|i| marks.get(i)) {
            let _ = mark.class_list().add_1("on");
            let place = mark.get_bounding_client_rect();
            #[expect(clippy::cast_possible_truncation, reason = "a place in the window, in pixels")]
            let (x, y) = (place.right() as i32, place.bottom() as i32);
            show(&page, &shown, mark, x, y);
        }
    });
    let (page, tip) = (document.clone(), tip.clone());
    dom::listen(document, "focusout", move |_| hide(&page, &tip));
}
