//! Answers on the page of a draft, stored as soon as they are given. Without it the form is an ordinary one.

use std::{cell::RefCell, rc::Rc};

use leptos::{html::P, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlElement, HtmlFormElement, HtmlSelectElement};

use super::{
    calls::{CallError, Fragment, answer_draft},
    dom,
    in_place::{self, Submission},
    merge::ServedContent,
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
        let Some(content) = ServedContent::of_page().filter(|_| line.get().is_some()) else {
            return;
        };
        let answers = Answers {
            progress,
            waiting: StoredValue::new(false),
            held: Rc::default(),
            content: Rc::new(RefCell::new(content)),
        };
        let submitted = answers.clone();
        let Some(window) = dom::window() else { return };
        dom::listen(&window, "change", move |event| {
            if let Some(question) = question(&event) {
                answers.send(Some(position(&question)));
            }
        });
        // First: a form with a file is sent by an island of its own.
        dom::capture(&window, "submit", move |event| submitted.hold(&event));
    });
    let said = move || {
        let host = line.get().and_then(|line| line.closest("[data-stored]").ok().flatten());
        let text = |name: &str| {
            let text = host.as_ref().and_then(|host| host.get_attribute(name));
            text.unwrap_or_default()
        };
        match progress.get() {
            Progress::Idle => String::new(),
            Progress::Sending => text("data-sending"),
            Progress::Stored(0) => text("data-complete"),
            Progress::Stored(left) => dom::fill(&text("data-stored"), [&left.to_string(), ""]),
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
    /// A form that was submitted while an answer was being sent.
    held: Rc<RefCell<Option<Submission>>>,
    content: Rc<RefCell<ServedContent>>,
}

impl Answers {
    /// Keeps a form back until the answer is stored: it must name the revision that the answer leads to.
    fn hold(&self, event: &Event) {
        let submission = Submission::of(event).filter(|_| self.progress.get_untracked() == Progress::Sending);
        if submission.is_some() {
            event.prevent_default();
            event.stop_propagation();
            self.held.replace(submission);
        }
    }

    /// Sends all answers; focus goes to the open question at this position, or stays where it is.
    fn send(&self, focus: Option<usize>) {
        // The page that took the place of this one is an ordinary form: nothing here would show what was stored.
        if !self.content.borrow().is_on_page() {
            return;
        }
        if self.progress.get_untracked() == Progress::Sending {
            self.waiting.set_value(true);
            return;
        }
        let form = dom::document().and_then(|page| page.query_selector(FORM).ok().flatten());
        let form = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
        let Some(fields) = form.as_ref().and_then(in_place::fields) else {
            return;
        };
        self.progress.set(Progress::Sending);
        let this = self.clone();
        spawn_local(async move {
            let answer = answer_draft(fields).await;
            this.finish(answer, focus);
            if this.waiting.get_value() {
                this.waiting.set_value(false);
                this.send(None);
            } else if let Some(held) = this.held.take() {
                again(&held);
            }
        });
    }

    fn finish(&self, answer: Result<Fragment, CallError>, focus: Option<usize>) {
        let Some(sent) = answer.ok().and_then(|Fragment(html)| dom::parse(&html)) else {
            self.progress.set(Progress::Failed);
            return;
        };
        let mut content = self.content.borrow_mut();
        content.update(sent);
        let open = dom::all(content.live(), OPEN);
        if let Some(at) = focus {
            let next = open.get(at).or(open.last()).cloned();
            let next = next.or_else(|| dom::by_id("provinces-h"));
            let _ = next.as_ref().and_then(dom::as_html).map(HtmlElement::focus);
        }
        self.progress.set(Progress::Stored(open.len()));
    }
}

/// Submits a form that was held back, or the one that took its place on the page.
fn again(held: &Submission) {
    if held.button.is_connected() {
        let _ = held.form.request_submit_with_submitter(Some(&held.button));
        return;
    }
    let (name, value) = held.pressed();
    let buttons = dom::by_id("main").map(|content| dom::all(&content, "form button"));
    let same = buttons.unwrap_or_default().into_iter().find(|button| {
        let form = button.closest("form").ok().flatten();
        let action = form.and_then(|form| form.get_attribute("action"));
        let attribute = |name: &str| button.get_attribute(name).unwrap_or_default();
        action == held.form.get_attribute("action") && attribute("name") == name && attribute("value") == value
    });
    if let Some(button) = same.as_ref().and_then(dom::as_html) {
        button.click();
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
    let all = dom::by_id("main").map(|content| dom::all(&content, OPEN));
    let mut all = all.unwrap_or_default().into_iter();
    all.position(|other| other == *question).unwrap_or_default()
}
