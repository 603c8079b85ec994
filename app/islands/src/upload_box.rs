//! A file dropped onto its form, and how far it has been sent. Without it the form is an
//! ordinary one.

use std::cell::Cell;

use leptos::{html::Progress, prelude::*};
use wasm_bindgen::JsCast as _;
use web_sys::{
    DragEvent, Element, Event, File, FormData, HtmlElement, HtmlFormElement, HtmlInputElement, ProgressEvent,
    XmlHttpRequest,
};

use super::dom;

/// Wakes the form that it stands in. What it says waits on the page beside the field.
#[island]
pub fn UploadBox() -> impl IntoView {
    let bar = NodeRef::<Progress>::new();
    Effect::new(move |_| {
        let Some(bar) = bar.get() else { return };
        let bar: Element = (*bar).clone().into();
        if let Some(form) = bar.closest("form").ok().flatten() {
            wake(&form);
        }
    });
    // Hidden from screen readers: they hear the sentence beside it.
    view! { <progress max="100" value="0" hidden=true aria-hidden="true" node_ref=bar></progress> }
}

/// A form with its field, the sentence under it and the bar.
#[derive(Clone)]
struct Parts {
    form: HtmlFormElement,
    field: HtmlInputElement,
    says: Element,
    bar: Element,
}

impl Parts {
    fn of(form: &Element) -> Option<Self> {
        let find = |selector: &str| form.query_selector(selector).ok().flatten();
        Some(Self {
            form: form.clone().dyn_into().ok()?,
            field: find("input[type=file]")?.dyn_into().ok()?,
            says: find("[data-sending]")?,
            bar: find("progress")?,
        })
    }

    fn file(&self) -> Option<File> {
        self.field.files()?.get(0)
    }

    /// One of the sentences that wait on the page, with `{0}` and `{1}` filled in.
    fn say(&self, which: &str, values: [&str; 2]) {
        let text = js_sys::JsString::from(self.says.get_attribute(which).unwrap_or_default());
        let text = text.replace("{0}", values[0]).replace("{1}", values[1]);
        self.says.set_text_content(Some(&String::from(text)));
    }

    /// True when the file is larger than the server takes: said before it is sent.
    fn too_large(&self) -> bool {
        let limit = self
            .field
            .get_attribute("data-limit")
            .and_then(|n| n.parse::<f64>().ok());
        let large = self.file().zip(limit).is_some_and(|(file, limit)| file.size() > limit);
        if large {
            self.say("data-large", ["", ""]);
        }
        large
    }

    fn sending(&self, on: bool) {
        let _ = self.bar.toggle_attribute_with_force("hidden", !on);
        if let Ok(Some(button)) = self.form.query_selector("button") {
            let _ = button.toggle_attribute_with_force("disabled", on);
        }
    }
}

fn wake(form: &Element) {
    let Some(parts) = Parts::of(form) else { return };
    let chosen = parts.clone();
    dom::listen(&parts.field, "change", move |_| name(&chosen));
    for event in ["dragenter", "dragover", "dragleave", "drop"] {
        let parts = parts.clone();
        dom::listen(form, event, move |e| dragged(&parts, event, &e));
    }
    let sent = parts.clone();
    dom::listen(form, "submit", move |event| {
        if sent.too_large() || send(&sent).is_some() {
            event.prevent_default();
        }
    });
}

/// Name and size of what was chosen.
fn name(parts: &Parts) {
    let Some(file) = parts.file() else { return };
    if parts.too_large() {
        return;
    }
    let language = dom::document()
        .and_then(|d| d.document_element())
        .and_then(|e| e.get_attribute("lang"))
        .unwrap_or_default();
    // In whole units: the browser writes the number, formatting floats is heavy.
    let (size, unit) = if file.size() < 1e6 {
        (file.size() / 1e3, " kB")
    } else {
        (file.size() / 1e6, " MB")
    };
    let size = js_sys::Number::from(size.ceil()).to_locale_string(&language);
    parts.say("data-chosen", [&file.name(), &(String::from(size) + unit)]);
}

fn dragged(parts: &Parts, event: &str, what: &Event) {
    what.prevent_default();
    let over = matches!(event, "dragenter" | "dragover");
    let _ = if over {
        parts.form.class_list().add_1("over")
    } else {
        parts.form.class_list().remove_1("over")
    };
    if event != "drop" {
        return;
    }
    let files = what
        .dyn_ref::<DragEvent>()
        .and_then(DragEvent::data_transfer)
        .and_then(|d| d.files());
    if let Some(files) = files.filter(|f| f.length() > 0) {
        parts.field.set_files(Some(&files));
        name(parts);
    }
}

/// Sends the form and shows the progress; `None` if the browser has to send it itself.
fn send(parts: &Parts) -> Option<()> {
    let request = XmlHttpRequest::new().ok()?;
    let data = FormData::new_with_form(&parts.form).ok()?;
    request.open("POST", &parts.form.action()).ok()?;
    // Every tenth is said: each step would drown a screen reader.
    let said = Cell::new(-1);
    let progress = parts.clone();
    let upload = request.upload().ok()?;
    dom::listen(&upload, "progress", move |event| {
        let Some(event) = event.dyn_ref::<ProgressEvent>().filter(|e| e.length_computable()) else {
            return;
        };
        let share = js_sys::Number::from((event.loaded() / event.total() * 100.0).floor());
        let share = String::from(share.to_locale_string("en"));
        let _ = progress.bar.set_attribute("value", &share);
        let tenth = share.parse::<i32>().unwrap_or(0) / 10;
        if said.replace(tenth) != tenth {
            progress.say("data-sending", [&share, ""]);
        }
    });
    let sent = parts.clone();
    dom::listen(&upload, "load", move |_| sent.say("data-sent", ["", ""]));
    let (failed, answered, answer) = (parts.clone(), parts.clone(), request.clone());
    dom::listen(&request, "error", move |_| {
        failed.sending(false);
        failed.say("data-failed", ["", ""]);
    });
    dom::listen(&request, "load", move |_| {
        answered.sending(false);
        if show(&answer).is_none() {
            answered.say("data-failed", ["", ""]);
        }
    });
    request.send_with_opt_form_data(Some(&data)).ok()?;
    parts.sending(true);
    Some(())
}

/// Goes where the answer leads; one that refuses takes the place of this page. Nothing when
/// the answer is none of our pages.
fn show(answer: &XmlHttpRequest) -> Option<()> {
    let document = dom::document()?;
    if answer.status().is_ok_and(|s| s < 400) {
        return dom::window()?.location().assign(&answer.response_url()).ok();
    }
    // Parsed beside the page: nothing in it is run.
    let beside = document.create_element("div").ok()?;
    beside.set_inner_html(&answer.response_text().ok()??);
    let now = document.query_selector("main").ok()??;
    let then = beside.query_selector("main").ok()??;
    now.replace_with_with_node_1(&then).ok()?;
    if let Some(form) = then.query_selector("form.drop").ok().flatten() {
        wake(&form);
    }
    let problem = dom::by_id("problem").and_then(|p| p.dyn_into::<HtmlElement>().ok());
    if let Some(problem) = problem {
        let _ = problem.focus();
    }
    Some(())
}
