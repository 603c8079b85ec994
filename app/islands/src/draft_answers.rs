//! Answers on the page of a draft, stored as soon as they are given. Without it the form is an ordinary one.

use std::{cell::RefCell, rc::Rc};

use leptos::{ev, html::P, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast as _;
use web_sys::{
    DomParser, Element, Event, FormData, HtmlFormElement, HtmlSelectElement, HtmlTextAreaElement, Node, SupportedType,
};

use super::{
    calls::{CallError, FormFields, Fragment, answer_draft},
    dom,
};

/// The form of all answers.
const FORM: &str = "form.choices";
/// The questions without an answer.
const OPEN: &str = "form.choices .decide select, form.choices .decide input";

/// What happens to the answer given last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Progress {
    Idle,
    Sending,
    /// Stored, with the number of questions that are left.
    Stored(usize),
    Failed,
}

/// Stores each answer in place: what it leads to changes on the page, and focus moves to the next question. The
/// sentences wait on the page, around the island.
#[island]
pub fn DraftAnswers() -> impl IntoView {
    let progress = RwSignal::new(Progress::Idle);
    let line = NodeRef::<P>::new();
    Effect::new(move |_| {
        let Some(content) = dom::by_id("main").filter(|_| line.get().is_some()) else {
            return;
        };
        let Ok(Ok(served)) = content.clone_node_with_deep(true).map(Node::dyn_into::<Element>) else {
            return;
        };
        let answers = Answers {
            progress,
            waiting: StoredValue::new(false),
            served: Rc::new(RefCell::new(served)),
        };
        let changed = answers.clone();
        window_event_listener(ev::change, move |event| {
            if let Some(question) = question(&event) {
                changed.send(Some(position(&question)));
            }
        });
        window_event_listener(ev::submit, move |event| answers.submit(&event));
    });
    let said = move || {
        let host = line.get().and_then(|line| line.closest("[data-stored]").ok().flatten());
        let text = |name: &str| {
            host.as_ref()
                .and_then(|host| host.get_attribute(name))
                .unwrap_or_default()
        };
        match progress.get() {
            Progress::Idle => String::new(),
            Progress::Sending => text("data-sending"),
            Progress::Stored(0) => text("data-complete"),
            Progress::Stored(left) => text("data-stored").replace("{0}", &left.to_string()),
            Progress::Failed => text("data-failed"),
        }
    };
    view! { <p class="answered" role="status" node_ref=line>{said}</p> }
}

#[derive(Clone)]
struct Answers {
    progress: RwSignal<Progress>,
    /// Another answer was given while one was being sent.
    waiting: StoredValue<bool>,
    /// The content as the server sent it last, before anything was typed into it.
    served: Rc<RefCell<Element>>,
}

impl Answers {
    /// Sends the form of all answers in place, unless its button leads to another page.
    fn submit(&self, event: &Event) {
        let submitter = event
            .dyn_ref::<web_sys::SubmitEvent>()
            .and_then(web_sys::SubmitEvent::submitter);
        // `at` names the section to come back to, which in place is where one is.
        let other = |name: String| name != "at";
        let elsewhere = submitter.is_some_and(|button| {
            button.get_attribute("name").is_some_and(other) || button.has_attribute("formaction")
        });
        let own = dom::origin(event).is_some_and(|form| form.matches(FORM).unwrap_or_default());
        if own && !elsewhere {
            event.prevent_default();
            self.send(Some(0));
        }
    }

    /// Sends all answers; focus goes to the open question at this position, or stays where it is.
    fn send(&self, focus: Option<usize>) {
        if self.progress.get_untracked() == Progress::Sending {
            self.waiting.set_value(true);
            return;
        }
        let Some(fields) = fields() else { return };
        self.progress.set(Progress::Sending);
        let this = self.clone();
        spawn_local(async move {
            let answer = answer_draft(fields).await;
            this.finish(answer, focus);
            if this.waiting.get_value() {
                this.waiting.set_value(false);
                this.send(None);
            }
        });
    }

    fn finish(&self, answer: Result<Fragment, CallError>, focus: Option<usize>) {
        let content = dom::by_id("main");
        let sent = answer.ok().and_then(|Fragment(html)| parsed(&html));
        let (Some(content), Some(sent)) = (content, sent) else {
            self.progress.set(Progress::Failed);
            return;
        };
        let texts = typed(&content);
        merge(&content, &self.served.borrow(), &sent);
        restore(&content, &texts);
        self.served.replace(sent);
        let open = dom::all(&content, OPEN);
        if let Some(at) = focus {
            let next = open.get(at).or(open.last());
            let heading = || dom::by_id("provinces-h");
            if let Some(next) = next.cloned().or_else(heading) {
                let _ = next.set_attribute("tabindex", if next.tag_name() == "H2" { "-1" } else { "0" });
                let _ = dom::as_html(&next).map(web_sys::HtmlElement::focus);
            }
        }
        self.progress.set(Progress::Stored(open.len()));
    }
}

/// The open question that a change answers.
fn question(event: &Event) -> Option<Element> {
    let control = dom::origin(event)?;
    let answered = match control.dyn_ref::<HtmlSelectElement>() {
        Some(select) => select.value() != "?",
        None => control.get_attribute("type").is_some_and(|kind| kind == "radio"),
    };
    (answered && control.matches(OPEN).ok()?).then_some(control)
}

/// Where a question is among the open ones.
fn position(question: &Element) -> usize {
    let all = dom::by_id("main")
        .map(|content| dom::all(&content, OPEN))
        .unwrap_or_default();
    all.iter().position(|other| other == question).unwrap_or_default()
}

/// All fields of the form, as submitting it would send them.
fn fields() -> Option<FormFields> {
    let form: HtmlFormElement = dom::document()?.query_selector(FORM).ok()??.dyn_into().ok()?;
    let data = FormData::new_with_form(&form).ok()?;
    let mut fields = Vec::new();
    for entry in data.entries() {
        let entry: js_sys::Array = entry.ok()?.dyn_into().ok()?;
        fields.push((entry.get(0).as_string()?, entry.get(1).as_string()?));
    }
    Some(FormFields(fields))
}

/// The content that the server sent, as the page's own parser reads it.
fn parsed(html: &str) -> Option<Element> {
    let page = DomParser::new()
        .ok()?
        .parse_from_string(html, SupportedType::TextHtml)
        .ok()?;
    page.body().map(Into::into)
}

/// Brings the page to what was sent, where that differs from what was sent before: whatever else was typed, unfolded
/// or focused stays.
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
            let next: Option<Node> = lives.get(used).map(|next| next.clone().into());
            let _ = live.insert_before(new, next.as_ref());
            continue;
        };
        for gone in &lives[used..at] {
            gone.remove();
        }
        used = at + 1;
        if olds[at].outer_html() == new.outer_html() {
            continue;
        }
        if new.matches("form.choices, fieldset.bare").unwrap_or_default() {
            merge(&lives[at], &olds[at], new);
        } else if let Ok(Ok(fresh)) = new.clone_node_with_deep(true).map(Node::dyn_into::<Element>) {
            let _ = lives[at].replace_with_with_node_1(&fresh);
        }
    }
    for gone in lives.get(used..).unwrap_or_default() {
        gone.remove();
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
