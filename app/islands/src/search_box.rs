//! Suggestions under the search box. The box itself is an ordinary form.

use std::{cell::Cell, rc::Rc};

use leptos::{html::Ul, prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent, Response};

use super::dom;

/// A list of suggestions that follows what is typed; the form's address with `/suggest`
/// answers with its options. Without properties, no JSON reader is needed in the browser.
#[island]
pub fn SearchBox() -> impl IntoView {
    let list = NodeRef::<Ul>::new();
    Effect::new(move |_| {
        let Some(list) = list.get() else { return };
        let list: Element = (*list).clone().into();
        let Some(form) = list.closest("form").ok().flatten() else {
            return;
        };
        // A pinned edition stays pinned.
        let edition = form
            .query_selector("input[name=edition]")
            .ok()
            .flatten()
            .and_then(|e| e.get_attribute("value"));
        let edition = edition.map(|n| "edition=".to_owned() + &n + "&").unwrap_or_default();
        let address = form.get_attribute("action").unwrap_or_default() + "/suggest?" + &edition + "q=";
        let input = form.query_selector("input[type=search]").ok().flatten();
        if let Some(input) = input.and_then(|i| i.dyn_into::<HtmlInputElement>().ok()) {
            connect(&input, &list, address);
        }
    });
    view! { <ul id="suggestions" class="suggestions" node_ref=list></ul> }
}

fn connect(input: &HtmlInputElement, list: &Element, address: String) {
    for (name, value) in [
        ("role", "combobox"),
        ("aria-autocomplete", "list"),
        ("aria-controls", "suggestions"),
        ("aria-expanded", "false"),
    ] {
        let _ = input.set_attribute(name, value);
    }
    let _ = list.set_attribute("role", "listbox");
    let _ = list.set_attribute("aria-label", &input.get_attribute("aria-label").unwrap_or_default());
    // Answers can overtake each other: only the newest question is answered.
    let asked = Rc::new(Cell::new(0u32));
    let (field, options) = (input.clone(), list.clone());
    dom::listen(input, "input", move |_| {
        let turn = asked.get().wrapping_add(1);
        asked.set(turn);
        let query = String::from(js_sys::encode_uri_component(&field.value()));
        let (field, options, asked) = (field.clone(), options.clone(), Rc::clone(&asked));
        let url = address.clone() + &query;
        spawn_local(async move {
            let html = fetch(&url).await.unwrap_or_default();
            if asked.get() == turn {
                options.set_inner_html(&html);
                open(&field, &options, !html.is_empty());
            }
        });
    });
    let (field, options) = (input.clone(), list.clone());
    dom::listen(input, "keydown", move |event| key(&event, &field, &options));
    let (field, options) = (input.clone(), list.clone());
    if let Some(form) = input.closest("form").ok().flatten() {
        dom::listen(&form, "focusout", move |event| {
            let next = event
                .dyn_ref::<web_sys::FocusEvent>()
                .and_then(web_sys::FocusEvent::related_target);
            let inside = next
                .and_then(|n| n.dyn_into::<Element>().ok())
                .is_some_and(|e| options.contains(Some(&e)));
            if !inside {
                open(&field, &options, false);
            }
        });
    }
}

async fn fetch(url: &str) -> Result<String, JsValue> {
    let Some(window) = dom::window() else {
        return Ok(String::new());
    };
    let response: Response = JsFuture::from(window.fetch_with_str(url)).await?.dyn_into()?;
    let text = JsFuture::from(response.text()?).await?;
    Ok(if response.ok() {
        text.as_string().unwrap_or_default()
    } else {
        String::new()
    })
}

fn open(input: &HtmlInputElement, list: &Element, open: bool) {
    let _ = input.set_attribute("aria-expanded", if open { "true" } else { "false" });
    let _ = input.remove_attribute("aria-activedescendant");
    let _ = if open {
        list.class_list().add_1("on")
    } else {
        list.class_list().remove_1("on")
    };
}

fn key(event: &Event, input: &HtmlInputElement, list: &Element) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key) else {
        return;
    };
    let options = dom::all(list, "[role=option]");
    let current = options
        .iter()
        .position(|o| o.get_attribute("aria-selected").as_deref() == Some("true"));
    if !list.class_list().contains("on") || options.is_empty() {
        return;
    }
    let last = options.len() - 1;
    let next = match key.as_str() {
        "ArrowDown" => Some(current.map_or(0, |i| (i + 1).min(last))),
        "ArrowUp" => current.map(|i| i.saturating_sub(1)),
        "Escape" => {
            open(input, list, false);
            event.prevent_default();
            return;
        }
        "Enter" => {
            // Without a chosen suggestion Enter searches, as the form does.
            let link = current.and_then(|i| options[i].query_selector("a").ok().flatten());
            if let Some(link) = link.as_ref().and_then(dom::as_html) {
                event.prevent_default();
                link.click();
            }
            return;
        }
        _ => return,
    };
    event.prevent_default();
    for (i, option) in options.iter().enumerate() {
        let _ = option.set_attribute("aria-selected", if next == Some(i) { "true" } else { "false" });
    }
    if let Some(option) = next.and_then(|i| options.get(i)) {
        let _ = input.set_attribute("aria-activedescendant", &option.id());
    }
}
