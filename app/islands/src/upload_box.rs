//! A file dropped onto its form, and how far it has been sent. Without it the form is an
//! ordinary one.

use leptos::{html::Progress, prelude::*};
use wasm_bindgen::JsCast as _;
use web_sys::{
    DragEvent, Element, Event, File, FormData, HtmlElement, HtmlFormElement, HtmlInputElement, ProgressEvent,
    XmlHttpRequest,
};

use super::dom;

/// How far a file is.
#[derive(Clone, PartialEq, Eq)]
enum Upload {
    Idle,
    /// Name and size.
    Chosen(String, String),
    /// Larger than the server takes: said before it is sent.
    TooLarge,
    /// Per cent that were sent.
    Sending(i32),
    Sent,
    Failed,
}

/// Wakes the form that it stands in. What it says waits on the page beside the field.
#[island]
pub fn UploadBox() -> impl IntoView {
    let upload = RwSignal::new(Upload::Idle);
    let bar = NodeRef::<Progress>::new();
    Effect::new(move |_| {
        let form = bar.get().and_then(|bar| bar.closest("form").ok().flatten());
        let island = bar.get().and_then(|bar| bar.closest("leptos-island").ok().flatten());
        let parts = form
            .zip(island)
            .and_then(|(form, island)| Parts::of(&form, upload, island));
        if let Some(parts) = parts {
            wake(&parts);
        }
    });
    let percent = move || match upload.get() {
        Upload::Sending(percent) => percent,
        Upload::Sent => 100,
        _ => 0,
    };
    let hidden = move || !matches!(upload.get(), Upload::Sending(_) | Upload::Sent);
    // Hidden from screen readers: they hear the sentence beside it.
    view! { <progress max="100" value=percent hidden=hidden aria-hidden="true" node_ref=bar></progress> }
}

/// A form with its field and the sentence under it.
#[derive(Clone)]
struct Parts {
    form: HtmlFormElement,
    field: HtmlInputElement,
    says: Element,
    upload: RwSignal<Upload>,
    /// The bar, in its island.
    island: Element,
}

impl Parts {
    fn of(form: &Element, upload: RwSignal<Upload>, island: Element) -> Option<Self> {
        let find = |selector: &str| form.query_selector(selector).ok().flatten();
        Some(Self {
            form: form.clone().dyn_into().ok()?,
            field: find("input[type=file]")?.dyn_into().ok()?,
            says: find("[data-sending]")?,
            upload,
            island,
        })
    }

    fn file(&self) -> Option<File> {
        self.field.files()?.get(0)
    }

    /// One of the sentences that wait on the page, with `{0}` and `{1}` filled in.
    fn say(&self, which: &str, values: [&str; 2]) {
        let text = self.says.get_attribute(which).unwrap_or_default();
        self.says.set_text_content(Some(&dom::fill(&text, values)));
    }

    /// Says how far it is. Every tenth is said: each step would drown a screen reader.
    fn follow(&self, upload: &Upload, before: Option<&Upload>) {
        match upload {
            Upload::Idle => {}
            Upload::Chosen(file, size) => self.say("data-chosen", [file, size]),
            Upload::TooLarge => self.say("data-large", ["", ""]),
            Upload::Sending(now) => {
                let said = matches!(before, Some(Upload::Sending(then)) if then / 10 == now / 10);
                if !said {
                    self.say("data-sending", [&now.to_string(), ""]);
                }
            }
            Upload::Sent => self.say("data-sent", ["", ""]),
            Upload::Failed => self.say("data-failed", ["", ""]),
        }
        // The server decides about the button until something happens.
        if before.is_none() {
            return;
        }
        let busy = matches!(upload, Upload::Sending(_) | Upload::Sent);
        if let Ok(Some(button)) = self.form.query_selector("button") {
            let _ = button.toggle_attribute_with_force("disabled", busy);
        }
    }

    fn too_large(&self) -> bool {
        let limit = self.field.get_attribute("data-limit");
        let limit = limit.and_then(|limit| dom::number(&limit));
        self.file().zip(limit).is_some_and(|(file, limit)| file.size() > limit)
    }

    /// Takes note of the file that was chosen.
    fn choose(&self) {
        let Some(file) = self.file() else { return };
        if self.too_large() {
            return self.upload.set(Upload::TooLarge);
        }
        // In whole units: the browser writes the number, formatting floats is heavy.
        let (size, unit) = if file.size() < 1e6 {
            (file.size() / 1e3, " kB")
        } else {
            (file.size() / 1e6, " MB")
        };
        let size = js_sys::Number::from(size.ceil()).to_locale_string(&dom::language());
        self.upload.set(Upload::Chosen(file.name(), String::from(size) + unit));
    }
}

fn wake(parts: &Parts) {
    let said = parts.clone();
    Effect::new(move |before: Option<Upload>| {
        let upload = said.upload.get();
        said.follow(&upload, before.as_ref());
        upload
    });
    let chosen = parts.clone();
    dom::listen(&parts.field, "change", move |_| chosen.choose());
    for event in ["dragenter", "dragover", "dragleave", "drop"] {
        let dragged_over = parts.clone();
        dom::listen(&parts.form, event, move |e| dragged(&dragged_over, event, &e));
    }
    let sent = parts.clone();
    dom::listen(&parts.form, "submit", move |event| {
        if sent.too_large() {
            sent.upload.set(Upload::TooLarge);
            event.prevent_default();
        } else if send(&sent).is_some() {
            event.prevent_default();
        }
    });
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
        parts.choose();
    }
}

/// Sends the form and shows the progress; `None` if the browser has to send it itself.
fn send(parts: &Parts) -> Option<()> {
    let request = XmlHttpRequest::new().ok()?;
    let data = FormData::new_with_form(&parts.form).ok()?;
    request.open("POST", &parts.form.action()).ok()?;
    let upload = parts.upload;
    let sent = request.upload().ok()?;
    dom::listen(&sent, "progress", move |event| {
        if let Some(event) = event.dyn_ref::<ProgressEvent>().filter(|e| e.length_computable()) {
            #[expect(clippy::cast_possible_truncation, reason = "per cent")]
            let percent = (event.loaded() / event.total() * 100.0) as i32;
            upload.set(Upload::Sending(percent));
        }
    });
    dom::listen(&sent, "load", move |_| upload.set(Upload::Sent));
    dom::listen(&request, "error", move |_| upload.set(Upload::Failed));
    let (answer, island) = (request.clone(), parts.island.clone());
    dom::listen(&request, "load", move |_| {
        if show(&answer, upload, &island).is_none() {
            upload.set(Upload::Failed);
        }
    });
    request.send_with_opt_form_data(Some(&data)).ok()?;
    upload.set(Upload::Sending(0));
    Some(())
}

/// Goes where the answer leads; one that refuses takes the place of this page. Nothing when
/// the answer is none of our pages.
fn show(answer: &XmlHttpRequest, upload: RwSignal<Upload>, island: &Element) -> Option<()> {
    let document = dom::document()?;
    if answer.status().is_ok_and(|s| s < 400) {
        return dom::window()?.location().assign(&answer.response_url()).ok();
    }
    let beside = dom::parse(&answer.response_text().ok()??)?;
    let now = document.query_selector("main").ok()??;
    let then = beside.query_selector("main").ok()??;
    now.replace_with_with_node_1(&then).ok()?;
    if let Some(form) = then.query_selector("form.drop").ok().flatten() {
        // This island goes on in the form that was sent.
        if let Some(other) = form.query_selector("leptos-island").ok().flatten() {
            let _ = other.replace_with_with_node_1(island);
        }
        upload.set(Upload::Idle);
        if let Some(parts) = Parts::of(&form, upload, island.clone()) {
            wake(&parts);
        }
    }
    let problem = dom::by_id("problem").and_then(|p| p.dyn_into::<HtmlElement>().ok());
    if let Some(problem) = problem {
        let _ = problem.focus();
    }
    Some(())
}
