//! Brings a page to the content that a call returned, and leaves alone what did not change.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement, Node};

use super::dom;

/// Parts that are merged part by part; every other that differs is replaced.
const NESTED: &str = "form.choices, fieldset.bare, form.deck, ol.slides";

/// The content of a page as the server sent it last, before anything was typed into it.
pub(super) struct ServedContent {
    live: Element,
    served: Element,
}

impl ServedContent {
    /// The content of this page.
    pub(super) fn of_page() -> Option<Self> {
        let live = dom::by_id("main")?;
        let served = live.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
        Some(Self { live, served })
    }

    /// False when something else, such as the answer to an upload, took the place of this content.
    pub(super) fn is_on_page(&self) -> bool {
        self.live.is_connected()
    }

    /// The page's content.
    pub(super) fn live(&self) -> &Element {
        &self.live
    }

    /// Brings the page to what was sent, where that differs from what was sent before: whatever else was typed,
    /// unfolded, chosen or focused stays.
    pub(super) fn update(&mut self, sent: Element) {
        let texts = typed(&self.live);
        merge(&self.live, &self.served, &sent);
        restore(&self.live, &texts);
        self.served = sent;
    }
}

fn merge(live: &Element, before: &Element, after: &Element) {
    let (olds, news) = (children(before), children(after));
    let lives = children(live);
    // A page that something else changed is not taken apart.
    if lives.len() != olds.len() {
        live.set_inner_html(&after.inner_html());
        return;
    }
    let mut used = 0;
    for new in &news {
        let same = (used..olds.len()).find(|at| key(&olds[*at]) == key(new));
        let Some(at) = same else {
            let next: Option<&Node> = lives.get(used).map(|next| -> &Node { next });
            let _ = live.insert_before(new, next);
            continue;
        };
        for gone in &lives[used..at] {
            let _ = live.remove_child(gone);
        }
        used = at + 1;
        if olds[at].outer_html() == new.outer_html() {
            continue;
        }
        if new.matches(NESTED).unwrap_or_default() {
            merge(&lives[at], &olds[at], new);
        } else if has_chosen_file(&lives[at]) || differ_in_hidden_fields(&olds[at], new) {
            // A file that was chosen cannot be put into another field.
            copy_hidden_fields(&lives[at], new);
        } else if let Some(fresh) = copy(new) {
            let _ = lives[at].replace_with_with_node_1(&fresh);
        }
    }
    // Not `remove()`: a form whose button has that name does not have the method.
    for gone in lives.get(used..).unwrap_or_default() {
        let _ = live.remove_child(gone);
    }
}

fn copy(of: &Element) -> Option<Element> {
    of.clone_node_with_deep(true).ok()?.dyn_into().ok()
}

fn has_chosen_file(part: &Element) -> bool {
    let fields = dom::all(part, "input[type=file]").into_iter();
    fields
        .filter_map(|field| field.dyn_into::<HtmlInputElement>().ok())
        .any(|field| field.files().is_some_and(|files| files.length() > 0))
}

/// True when nothing that is shown differs.
fn differ_in_hidden_fields(old: &Element, new: &Element) -> bool {
    copy(old).is_some_and(|old| {
        copy_hidden_fields(&old, new);
        old.outer_html() == new.outer_html()
    })
}

/// Gives the hidden fields of a part, such as the revision that it is about, their new values.
fn copy_hidden_fields(live: &Element, new: &Element) {
    let news = dom::all(new, "input[type=hidden]");
    for field in dom::all(live, "input[type=hidden]") {
        let name = field.get_attribute("name");
        let fresh = news.iter().find(|new| new.get_attribute("name") == name);
        if let Some(value) = fresh.and_then(|new| new.get_attribute("value")) {
            let _ = field.set_attribute("value", &value);
        }
    }
}

/// Text fields that were changed and not sent, by name: notes and reasons are in forms of their own.
fn typed(content: &Element) -> Vec<(String, String)> {
    let changed = |field: &HtmlTextAreaElement| field.default_value().is_ok_and(|sent| sent != field.value());
    let fields = text_fields(content).into_iter().filter(changed);
    fields.map(|field| (field.name(), field.value())).collect()
}

/// Puts what was typed back into the fields of the same names.
fn restore(content: &Element, typed: &[(String, String)]) {
    for field in text_fields(content) {
        if let Some((_, text)) = typed.iter().find(|(name, _)| *name == field.name()) {
            field.set_value(text);
        }
    }
}

fn text_fields(content: &Element) -> Vec<HtmlTextAreaElement> {
    let fields = dom::all(content, "textarea[name]").into_iter();
    fields.filter_map(|field| field.dyn_into().ok()).collect()
}

fn children(of: &Element) -> Vec<Element> {
    let all = of.children();
    (0..all.length()).filter_map(|at| all.item(at)).collect()
}

/// What makes a part the same as before: its element, id and class, and the name of a hidden field.
fn key(part: &Element) -> [String; 4] {
    let attribute = |name: &str| part.get_attribute(name).unwrap_or_default();
    [part.tag_name(), attribute("id"), attribute("class"), attribute("name")]
}
