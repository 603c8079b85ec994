//! Tooltips of charts: on hover, and mark by mark with the arrow keys.

use leptos::{html::Div, prelude::*};
use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, HtmlElement, KeyboardEvent, MouseEvent};

use super::dom;

/// The text of a mark, and the point of the window that it is about, in whole pixels (formatting floats is heavy).
#[derive(Clone, PartialEq, Eq)]
struct Tip {
    text: Option<String>,
    x: i32,
    y: i32,
}

impl Tip {
    fn of(mark: &Element, x: i32, y: i32) -> Self {
        let text = mark.get_attribute("data-tip");
        Self { text, x, y }
    }
}

/// What the tooltip shows.
#[derive(Clone, Copy)]
struct TipState {
    tip: RwSignal<Option<Tip>>,
    /// The mark that the arrow keys chose; it has the class `on`.
    chosen: RwSignal<Option<Element>, LocalStorage>,
}

/// One tooltip for all charts of a page. It is a live region, so that the arrow keys
/// read the marks out. The charts' tables say the same without it.
#[island]
pub fn ChartTips() -> impl IntoView {
    let state = TipState {
        tip: RwSignal::new(None),
        chosen: RwSignal::new_local(None),
    };
    // Where it stands; before that its text is on the page, because only then its size is known.
    let placed = RwSignal::new(false);
    let element = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let Some(document) = dom::document() else { return };
        if let Some(root) = document.document_element() {
            // A drawing for another width is hidden: the browser gives it no focus.
            dom::all(&root, ".plot:has([data-tip])").iter().for_each(stop);
        }
        hover(&document, state);
        by_keyboard(&document, state);
    });
    Effect::new(move |_| {
        let Some(tip) = state.tip.get() else {
            return placed.set(false);
        };
        request_animation_frame(move || {
            if let Some(element) = element.get_untracked() {
                place(&element, tip.x, tip.y);
                placed.set(state.tip.with_untracked(Option::is_some));
            }
        });
    });
    Effect::new(move |before: Option<Option<Element>>| {
        let chosen = state.chosen.get();
        if let Some(Some(mark)) = before {
            let _ = mark.class_list().remove_1("on");
        }
        if let Some(mark) = &chosen {
            let _ = mark.class_list().add_1("on");
        }
        chosen
    });
    view! {
        <div class="tip" class:on=move || placed.get() role="status" node_ref=element>
            {move || state.tip.get().and_then(|tip| tip.text)}
        </div>
    }
}

/// Places the tooltip near a point of the window, and not beyond its edges. The policy of the page allows no styles in
/// its markup: they are set here.
fn place(tip: &HtmlElement, x: i32, y: i32) {
    let Some(window) = dom::document().and_then(|document| document.document_element()) else {
        return;
    };
    let style = tip.style();
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
}

fn hover(document: &Document, TipState { tip, chosen }: TipState) {
    dom::listen(document, "pointermove", move |event| {
        let mark = dom::origin(&event).and_then(|e| e.closest("[data-tip]").ok().flatten());
        if let (Some(mark), Some(at)) = (mark, event.dyn_ref::<MouseEvent>()) {
            chosen.set(None);
            tip.set(Some(Tip::of(&mark, at.client_x(), at.client_y())));
        } else if tip.with_untracked(Option::is_some) && chosen.with_untracked(Option::is_none) {
            tip.set(None);
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

/// The arrows go from mark to mark of the plot that has the focus.
fn by_keyboard(document: &Document, TipState { tip, chosen }: TipState) {
    dom::listen(document, "keydown", move |event| {
        let plot = dom::origin(&event).filter(|e| e.class_list().contains("plot") && e.client_width() > 0);
        let (Some(plot), Some(key)) = (plot, event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key)) else {
            return;
        };
        let marks = dom::all(&plot, "[data-tip]");
        let current = chosen.get_untracked();
        let at = marks.iter().position(|mark| Some(mark) == current.as_ref());
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
        let mark = next.and_then(|i| marks.get(i));
        tip.set(mark.map(|mark| {
            let place = mark.get_bounding_client_rect();
            #[expect(clippy::cast_possible_truncation, reason = "a place in the window, in pixels")]
            let (x, y) = (place.right() as i32, place.bottom() as i32);
            Tip::of(mark, x, y)
        }));
        chosen.set(mark.cloned());
    });
    dom::listen(document, "focusout", move |_| {
        chosen.set(None);
        tip.set(None);
    });
}
