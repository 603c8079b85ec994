//! Which method applies to a year that the catalogue does not list, and which components begin or continue.
//! All of it is plain fields of the draft's form.

mod answer;
mod components;
mod subject;

use leptos::prelude::*;
use messages::fill;
use subject::asked;

use domain::upload::Questions;

use super::sheet::Sheet;
use crate::{
    admin::{
        draft::method::{answer::MethodAnswerQuestion, components::MethodComponents},
        words as w,
    },
    words,
};

/// The file asks something that belongs here.
pub(super) fn is_shown(sheet: &Sheet<'_>) -> bool {
    let Questions { ended, unknown, .. } = &sheet.draft.reading.questions;
    !(asked(sheet).is_empty() && ended.is_empty() && unknown.is_empty())
}

/// Names of the fields that the section has.
pub(super) fn fields(sheet: &Sheet<'_>) -> Vec<String> {
    if !is_shown(sheet) {
        return Vec::new();
    }
    let mut names = answer::fields(sheet);
    names.extend(components::fields(sheet));
    names
}

#[component]
pub(super) fn MethodSection<'a>(sheet: &'a Sheet<'a>) -> Option<AnyView> {
    if !is_shown(sheet) {
        return None;
    }
    let lang = sheet.lang();
    let view = view! {
        <section id="method" aria-labelledby="method-h"><h2 id="method-h">{w::METHOD_TITLE.get(lang)}</h2>
            <MethodAnswerQuestion sheet/>
            <MethodVerdicts sheet/>
            <MethodComponents sheet/>
            {sheet.update("method")}
        </section>
    };
    Some(view.into_any())
}

/// What would be said of the years and their neighbours, once the answer can be used.
#[component]
fn MethodVerdicts<'a>(sheet: &'a Sheet<'a>) -> Option<AnyView> {
    let lang = sheet.lang();
    let about = sheet.indicator()?;
    let years = asked(sheet);
    let listed = |year: &i32| about.method(*year).is_some();
    let mut all: Vec<i32> = about.methods.iter().flat_map(|m| [m.span.from, m.span.to]).collect();
    // Within a method that was extended, the year right beside this one is its neighbour.
    all.extend(years.iter().flat_map(|y| [y - 1, *y, y + 1]).filter(listed));
    all.sort_unstable();
    all.dedup();
    let mut pairs: Vec<(i32, i32)> = Vec::new();
    for year in years.iter().filter(|year| listed(year)) {
        let before = all.iter().rev().find(|other| *other < year);
        let after = all.iter().find(|other| *other > year);
        let next = [before.map(|b| (*b, *year)), after.map(|a| (*year, *a))];
        pairs.extend(next.into_iter().flatten());
    }
    pairs.dedup();
    if pairs.is_empty() {
        return None;
    }
    let items = pairs.into_iter().map(|(from, to)| {
        let compared = about.compare(from, to);
        let verdict = words::verdict(compared.verdict).get(lang).to_lowercase();
        let text = fill!(
            w::METHOD_PAIR,
            lang,
            from = &from.to_string(),
            to = &to.to_string(),
            verdict = &verdict
        );
        let reason = compared.pair.map(|pair| pair.reason.get(lang).to_owned());
        view! { <li>{text}{reason.map(|reason| view! { " "<span class="soft">{reason}</span> })}</li> }
    });
    let view = view! { <h3>{w::METHOD_RESULT.get(lang)}</h3><ul class="verdicts">{items.collect_view()}</ul> };
    Some(view.into_any())
}
