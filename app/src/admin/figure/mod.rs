//! The form for one figure: which one, what is published, what it should be.

mod choose;
mod form;
mod meant;
mod published;
mod wrong;

use crate::admin::{
    figure::{
        choose::FigureChooseSection,
        form::FigureFormSection,
        published::{FigurePublishedDisputed, FigurePublishedSection},
    },
    frame::AdminPage,
};
use leptos::prelude::*;

use domain::upload::Issue;

use super::{FigureView, context::At, frame::Leaf, issues, words as w};

use meant::{Meant, named};
pub(super) use published::link_of;
pub(super) use wrong::line;

#[component]
pub(super) fn FigurePage<'a>(at: &'a At<'a>, view: &'a FigureView<'a>) -> AnyView {
    let lang = at.lang();
    let snapshot = at.admin.snapshot;
    let body = match view.subject {
        None => view! { <FigureChooseSection at view/><FigurePublishedDisputed at/> }.into_any(),
        Some(subject) => {
            let meant = Meant {
                at,
                view,
                subject,
                figure: subject.figure(snapshot),
            };
            view! {
                <FigurePublishedSection meant=&meant/>
                <FigureFound at issues=view.issues/>
                <FigureFormSection meant=&meant/>
                <FigureChooseSection at view/>
            }
            .into_any()
        }
    };
    let title = view.subject.map_or_else(
        || w::FIGURE_TITLE.get(lang).to_owned(),
        |subject| format!("{}: {}", w::FIGURE_TITLE.get(lang), named(at, snapshot, &subject)),
    );
    view! { <AdminPage at leaf={Leaf { title, lead: w::FIGURE_LEAD.get(lang).to_owned(), refusal: view.refusal, public: false, body, }}/> }.into_any()
}

/// What the checks found.
#[component]
fn FigureFound<'a>(at: &'a At<'a>, issues: &'a [Issue]) -> Option<AnyView> {
    if issues.is_empty() {
        return None;
    }
    let lang = at.lang();
    let items = issues.iter().map(|issue| {
        let said = issues::sentences(lang, issue);
        let text = [said.what, said.expected, said.fix];
        let text: Vec<&str> = text
            .iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        view! { <li>{text.join(" ")}</li> }
    });
    let view = view! {
        <section id="issues" aria-labelledby="issues-h"><h2 id="issues-h">{w::FIGURE_CHECKS.get(lang)}</h2>
            <ul>{items.collect_view()}</ul></section>
    };
    Some(view.into_any())
}
