//! A slider of years made of ordinary links: years on a line, which is broken where the method is.

use leptos::prelude::*;
use messages::{Msg, Template, arguments, fill};

use domain::{ComponentId, IndicatorId, Lang, Snapshot, TableKey, Verdict};

use crate::words;

/// A year on the line.
pub(crate) struct Year {
    pub(crate) year: i32,
    pub(crate) href: String,
    pub(crate) current: bool,
    /// What may be said about it and the next year on the line; nothing for the last.
    pub(crate) with_next: Option<Verdict>,
}

/// Years on a line, ascending, with what may be said about each and the next.
pub(crate) fn of(
    snapshot: &Snapshot,
    (indicator, component): (IndicatorId, ComponentId),
    (years, current): (&[i32], i32),
    href: impl Fn(i32) -> String,
) -> Vec<Year> {
    let verdict = |from: i32, year: i32| {
        let basis = snapshot.bases(indicator, component, year).first().copied()?;
        let key = TableKey {
            indicator,
            component,
            basis,
            year,
        };
        snapshot.comparison(key, from).verdict()
    };
    let one = |(at, year): (usize, &i32)| Year {
        year: *year,
        href: href(*year),
        current: *year == current,
        with_next: years.get(at + 1).and_then(|next| verdict(*year, *next)),
    };
    years.iter().enumerate().map(one).collect()
}

/// The slider. The keyboard goes from link to link.
#[component]
pub(crate) fn YearSlider<'a>(lang: Lang, label: Msg, years: &'a [Year]) -> AnyView {
    let at = years.iter().position(|year| year.current);
    let step = |to: Option<&Year>, rel: &'static str, words: Template| {
        let to = to?;
        let said = words.fill(lang, &arguments![year = &to.year.to_string()]);
        let sign = if rel == "prev" { "‹" } else { "›" };
        let href = to.href.clone();
        Some(
            view! { <a class="step" rel=rel href=href title=said.clone()><span aria-hidden="true">{sign}</span><span class="vh">{said.clone()}</span></a> },
        )
    };
    let before = at.and_then(|at| years.get(at.checked_sub(1)?));
    let after = at.and_then(|at| years.get(at + 1));
    let items = years.iter().zip(years.iter().skip(1).map(Some).chain([None])).map(|(year, next)| {
        let gap = year.with_next.filter(|verdict| !verdict.comparable()).zip(next).map(|(verdict, next)| {
            let ends = [year.year, next.year].map(|year| year.to_string());
            let why = words::verdict(verdict).get(lang).to_lowercase();
            let said = fill!(
                messages::common::BREAK,
                lang,
                from = &ends[0],
                to = &ends[1],
                reason = &why
            );
            view! { <li class="gap" title=said.clone()><svg class="i" aria-hidden="true"><use href="#i-ne"/></svg><span class="vh">{said.clone()}</span></li> }
        });
        let href = year.href.clone();
        view! { <li><a href=href aria-current=year.current.then_some("page")>{year.year}</a></li>{gap} }
    });
    view! {
        <nav class="slider" aria-label=label.get(lang)>
            {step(before, "prev", messages::common::PREVIOUS)}
            <ol>{items.collect_view()}</ol>
            {step(after, "next", messages::common::NEXT)}
        </nav>
    }
    .into_any()
}
