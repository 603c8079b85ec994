//! Suggestions under the search box. The box itself is an ordinary form.

use leptos::{html::Ul, prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlInputElement, KeyboardEvent, Response};

use super::dom;

/// What is offered, and what the arrow keys chose.
#[derive(Clone, Copy)]
struct SearchState {
    /// The options, as the server writes them: views of their own would make the wasm 6 kB larger.
    options: RwSignal<String>,
    open: RwSignal<bool>,
    chosen: RwSignal<Option<usize>>,
    list: NodeRef<Ul>,
}

impl SearchState {
    fn show(self, options: String) {
        self.chosen.set(None);
        self.open.set(!options.is_empty());
        self.options.set(options);
    }

    fn close(self) {
        self.chosen.set(None);
        self.open.set(false);
    }

    fn elements(self) -> Vec<Element> {
        let list = self.list.get_untracked();
        list.map(|list| dom::all(&list, "[role=option]")).unwrap_or_default()
    }
}

/// A list of suggestions that follows what is typed; the form's address with `/suggest`
/// answers with its options. Without properties, no JSON reader is needed in the browser.
#[island]
pub fn SearchBox() -> impl IntoView {
    let state = SearchState {
        options: RwSignal::new(String::new()),
        open: RwSignal::new(false),
        chosen: RwSignal::new(None),
        list: NodeRef::new(),
    };
    let label = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        let form = state.list.get().and_then(|list| list.closest("form").ok().flatten());
        let input = form
            .as_ref()
            .and_then(|form| form.query_selector("input[type=search]").ok().flatten());
        let input = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
        if let (Some(form), Some(input)) = (form, input) {
            label.set(input.get_attribute("aria-label"));
            connect(&form, &input, state);
        }
    });
    view! {
        <ul id="suggestions" class="suggestions" class:on=move || state.open.get() role="listbox"
            aria-label=move || label.get() node_ref=state.list inner_html=move || state.options.get()></ul>
    }
}

fn connect(form: &Element, input: &HtmlInputElement, state: SearchState) {
    for (name, value) in [
        ("role", "combobox"),
        ("aria-autocomplete", "list"),
        ("aria-controls", "suggestions"),
    ] {
        let _ = input.set_attribute(name, value);
    }
    let field = input.clone();
    Effect::new(move |_| {
        let _ = field.set_attribute("aria-expanded", if state.open.get() { "true" } else { "false" });
        let chosen = state.chosen.get();
        let _ = field.remove_attribute("aria-activedescendant");
        for (at, option) in state.elements().iter().enumerate() {
            let selected = chosen == Some(at);
            let _ = option.set_attribute("aria-selected", if selected { "true" } else { "false" });
            if selected {
                let _ = field.set_attribute("aria-activedescendant", &option.id());
            }
        }
    });
    // A pinned edition stays pinned.
    let edition = form.query_selector("input[name=edition]").ok().flatten();
    let edition = edition.and_then(|field| field.get_attribute("value"));
    let edition = edition.map(|n| "edition=".to_owned() + &n + "&").unwrap_or_default();
    let address = form.get_attribute("action").unwrap_or_default() + "/suggest?" + &edition + "q=";
    // Answers can overtake each other: only the newest question is answered.
    let asked = StoredValue::new(0u32);
    let field = input.clone();
    dom::listen(input, "input", move |_| {
        let turn = asked.get_value().wrapping_add(1);
        asked.set_value(turn);
        let query = String::from(js_sys::encode_uri_component(&field.value()));
        let url = address.clone() + &query;
        spawn_local(async move {
            let found = fetch(&url).await.unwrap_or_default();
            if asked.get_value() == turn {
                state.show(found);
            }
        });
    });
    dom::listen(input, "keydown", move |event| {
        let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
        if key.is_some_and(|key| state.press(&key)) {
            event.prevent_default();
        }
    });
    dom::listen(form, "focusout", move |event| {
        let next = event
            .dyn_ref::<web_sys::FocusEvent>()
            .and_then(web_sys::FocusEvent::related_target);
        let next = next.and_then(|next| next.dyn_into::<Element>().ok());
        let list = state.list.get_untracked();
        if !list.zip(next).is_some_and(|(list, next)| list.contains(Some(&next))) {
            state.close();
        }
    });
}

impl SearchState {
    /// Follows a key; true when it was one of the list's.
    fn press(self, key: &str) -> bool {
        let options = self.elements();
        if !self.open.get_untracked() || options.is_empty() {
            return false;
        }
        let last = options.len() - 1;
        let chosen = self.chosen.get_untracked();
        match key {
            "ArrowDown" => self.chosen.set(Some(chosen.map_or(0, |at| (at + 1).min(last)))),
            "ArrowUp" => self.chosen.set(chosen.map(|at| at.saturating_sub(1))),
            "Escape" => self.close(),
            // Without a chosen suggestion Enter searches, as the form does.
            "Enter" => {
                let link = chosen.and_then(|at| options.get(at)?.query_selector("a").ok().flatten());
                let Some(link) = link.as_ref().and_then(dom::as_html) else {
                    return false;
                };
                link.click();
            }
            _ => return false,
        }
        true
    }
}

async fn fetch(url: &str) -> Result<String, JsValue> {
    let Some(window) = dom::window() else {
        return Ok(String::new());
    };
    let response: Response = JsFuture::from(window.fetch_with_str(url)).await?.dyn_into()?;
    let text = JsFuture::from(response.text()?).await?.as_string();
    Ok(text.filter(|_| response.ok()).unwrap_or_default())
}
