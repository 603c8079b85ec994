//! Forms whose answer is a sentence on the same page. Without scripts they lead to another page.

use std::future::Future;

use leptos::{html::Span, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast as _;
use web_sys::{Event, FormData, HtmlElement, HtmlFormElement, SubmitEvent};

use super::{
    calls::{CallError, FormFields, Fragment, edit_deck, follow_province},
    deck_count, dom,
};

/// A form that was submitted, and the button that did it.
#[derive(Clone)]
pub(super) struct Submission {
    pub(super) form: HtmlFormElement,
    pub(super) button: HtmlElement,
}

impl Submission {
    pub(super) fn of(event: &Event) -> Option<Self> {
        let button = event.dyn_ref::<SubmitEvent>()?.submitter()?;
        let form = event.target()?.dyn_into().ok()?;
        Some(Self { form, button })
    }

    /// Name and value of the button.
    pub(super) fn pressed(&self) -> (String, String) {
        let attribute = |name: &str| self.button.get_attribute(name).unwrap_or_default();
        (attribute("name"), attribute("value"))
    }

    /// What the browser would send.
    pub(super) fn fields(&self) -> Option<FormFields> {
        let mut fields = fields(&self.form)?;
        fields.0.push(self.pressed());
        Some(fields)
    }

    /// Sends the form as it would have been sent without scripts: the page that comes says what was wrong.
    pub(super) fn send(&self) {
        let _ = self.form.set_attribute("data-plain", "");
        let _ = self.form.request_submit_with_submitter(Some(&self.button));
    }

    /// True for a form that [`Submission::send`] sends.
    pub(super) fn is_plain(&self) -> bool {
        self.form.has_attribute("data-plain")
    }
}

/// The fields of a form and the language of its page.
pub(super) fn fields(form: &HtmlFormElement) -> Option<FormFields> {
    let data = FormData::new_with_form(form).ok()?;
    let mut fields = Vec::new();
    for entry in data.entries() {
        let entry: js_sys::Array = entry.ok()?.dyn_into().ok()?;
        fields.push((entry.get(0).as_string()?, entry.get(1).as_string()?));
    }
    fields.push(("page_lang".to_owned(), dom::language()));
    Some(FormFields(fields))
}

/// Says after "add to the deck" how many charts the deck has.
#[island]
pub fn ChartAdd() -> impl IntoView {
    sentence("add", edit_deck)
}

/// Says after "follow" what is remembered.
#[island]
pub fn ProvinceFollow() -> impl IntoView {
    sentence("province", follow_province)
}

/// The sentence that answers a form when the button of this name is pressed. Focus stays on the button.
fn sentence<C, A>(button: &'static str, call: C) -> impl IntoView
where
    C: Fn(FormFields) -> A + Copy + 'static,
    A: Future<Output = Result<Fragment, CallError>> + 'static,
{
    let answer = RwSignal::new(String::new());
    let line = NodeRef::<Span>::new();
    Effect::new(move |_| {
        let form = line.get().and_then(|line| line.closest("form").ok().flatten());
        let Some(form) = form else { return };
        dom::listen(&form, "submit", move |event| {
            let Some(sent) = Submission::of(&event).filter(|sent| !sent.is_plain()) else {
                return;
            };
            if sent.pressed().0 != button {
                return;
            }
            let Some(fields) = sent.fields() else { return };
            event.prevent_default();
            spawn_local(async move {
                match call(fields).await {
                    Ok(Fragment(html)) => {
                        answer.set(html);
                        deck_count::show();
                    }
                    Err(_) => sent.send(),
                }
            });
        });
    });
    view! { <span class="answered" role="status" node_ref=line inner_html=move || answer.get()></span> }
}
