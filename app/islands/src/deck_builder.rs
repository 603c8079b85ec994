//! The deck builder: charts moved and removed in place. Without it each button leads to the changed deck.

use std::{cell::RefCell, rc::Rc};

use leptos::{html::P, prelude::*, task::spawn_local};
use web_sys::{Element, HtmlElement};

use super::{
    calls::{Fragment, edit_deck},
    copy_buttons, deck_count, dom,
    in_place::Submission,
    merge::ServedContent,
};

/// What was done last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    None,
    /// A chart stands at this place now, counted from 1.
    Moved(usize),
    Removed,
}

/// Changes the deck on the page, and its address with it; focus follows the chart. The sentences wait on the page,
/// around the island.
#[island]
pub fn DeckBuilder() -> impl IntoView {
    let change = RwSignal::new((Change::None, 0));
    let line = NodeRef::<P>::new();
    Effect::new(move |_| {
        let Some(content) = ServedContent::of_page().filter(|_| line.get().is_some()) else {
            return;
        };
        let content = Rc::new(RefCell::new(content));
        let waiting = StoredValue::new(false);
        let Some(window) = dom::window() else { return };
        dom::listen(&window, "submit", move |event| {
            let sent = Submission::of(&event).filter(|sent| !sent.is_plain());
            let Some((sent, next)) = sent.and_then(|sent| asked(&sent).map(|next| (sent, next))) else {
                return;
            };
            let Some(fields) = sent.fields() else { return };
            event.prevent_default();
            // The next change is one of the deck that this one leads to.
            if waiting.get_value() {
                return;
            }
            waiting.set_value(true);
            let content = Rc::clone(&content);
            spawn_local(async move {
                let answer = edit_deck(fields).await.ok();
                waiting.set_value(false);
                match answer.and_then(|Fragment(html)| dom::parse(&html)) {
                    Some(deck) => {
                        change.set((next, show(&mut content.borrow_mut(), deck, &sent, next)));
                        deck_count::show();
                    }
                    None => sent.send(),
                }
            });
        });
    });
    let said = move || {
        let (change, count) = change.get();
        let (name, place) = match change {
            Change::None => return String::new(),
            Change::Moved(place) => ("data-moved", place),
            Change::Removed => ("data-removed", 0),
        };
        let host = line.get().and_then(|line| line.closest("[data-moved]").ok().flatten());
        let text = host.and_then(|host| host.get_attribute(name)).unwrap_or_default();
        dom::fill(&text, [&place.to_string(), &count.to_string()])
    };
    view! { <p class="answered" role="status" node_ref=line>{said}</p> }
}

/// What a button asks for; `None` for buttons that lead elsewhere.
fn asked(sent: &Submission) -> Option<Change> {
    let (name, value) = sent.pressed();
    let place: usize = value.parse().ok()?;
    match name.as_str() {
        "up" => Some(Change::Moved(place.checked_sub(1)?)),
        "down" => Some(Change::Moved(place + 1)),
        "remove" => Some(Change::Removed),
        _ => None,
    }
}

/// Shows the changed deck and returns how many charts it has.
fn show(content: &mut ServedContent, deck: Element, sent: &Submission, change: Change) -> usize {
    content.update(deck);
    let live = content.live();
    let address = live.query_selector("data#deck-address").ok().flatten();
    if let Some(address) = address.and_then(|address| address.get_attribute("value")) {
        dom::replace_address(&address);
    }
    copy_buttons::show(live);
    let (name, value) = sent.pressed();
    let slides = dom::all(live, "ol.slides > li");
    let place = match change {
        Change::Moved(place) => place,
        _ => value.parse::<usize>().unwrap_or(1).min(slides.len()),
    };
    let slide = place.checked_sub(1).and_then(|at| slides.get(at));
    let button = |selector: &str| slide.and_then(|slide| slide.query_selector(selector).ok().flatten());
    // At either end the button that was pressed is gone.
    let next = button(&("button[name=".to_owned() + &name + "]"))
        .or_else(|| button("button"))
        .or_else(|| dom::by_id("deck-h"));
    let _ = next.as_ref().and_then(dom::as_html).map(HtmlElement::focus);
    slides.len()
}
