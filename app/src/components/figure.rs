//! Cells of figures: values, ranks, notes that lead to sources.

use leptos::prelude::*;
use messages::{common as m, fill};

use domain::Lang;

use crate::{
    views::ranking::rows::{RankCell, ValueCell},
    words,
};

/// A value, or in words why there is none. A dispute says so.
#[component]
pub(crate) fn FigureValue<'a>(lang: Lang, cell: &'a ValueCell) -> AnyView {
    match cell {
        ValueCell::Known(text) => text.clone().into_any(),
        ValueCell::Conflict(n) => {
            let words = fill!(m::CONFLICT_CELL, lang, count = &n.to_string());
            view! { <a class="chip dispute" href="#conflicts">{words}</a> }.into_any()
        }
        ValueCell::Missing(why) => view! { <span class="soft">{*why}</span> }.into_any(),
    }
}

/// A rank with its denominator. A computed one is marked, unless the column says so.
#[component]
pub(crate) fn FigureRank<'a>(lang: Lang, cell: &'a RankCell, said: bool) -> AnyView {
    match cell {
        RankCell::Known { rank, computed } => {
            let mark = (*computed && !said).then(|| view! { <small class="soft">" "{m::COMPUTED_SHORT.get(lang)}</small> });
            view! { <b>{rank.place}</b><small>"/"{rank.of}</small>{mark} }.into_any()
        }
        RankCell::Conflict => view! { <span class="soft">{m::RANK_CONFLICT.get(lang)}</span> }.into_any(),
        RankCell::Unknown => {
            view! { <span class="soft" title=m::UNKNOWN_RANK.get(lang)>"–"<span class="vh">" "{m::UNKNOWN_RANK.get(lang)}</span></span> }
                .into_any()
        }
    }
}

/// A group with its number of four, also shown by a shape.
#[component]
pub(crate) fn QuarterChip(lang: Lang, group: u8) -> AnyView {
    let class = format!("chip g{group}");
    view! { <span class=class>{words::group(group).get(lang)}</span> }.into_any()
}

/// Numbers that lead to the sources below.
#[component]
pub(crate) fn SourceNotes<'a>(numbers: &'a [usize]) -> AnyView {
    view! { <span class="notes"><NoteLinks numbers/></span> }.into_any()
}

/// How many sources a row of a table names without being asked.
const NOTES_IN_ROW: usize = 3;

/// As [`notes`], in a row of a table: many are folded, so that the row is as high as the others.
#[component]
pub(crate) fn SourceNotesInRow<'a>(lang: Lang, numbers: &'a [usize]) -> AnyView {
    if numbers.len() <= NOTES_IN_ROW + 1 {
        return view! { <SourceNotes numbers/> }.into_any();
    }
    let (first, rest) = numbers.split_at(NOTES_IN_ROW);
    let more = fill!(m::MORE_SOURCES, lang, count = &rest.len().to_string());
    view! {
        <span class="notes"><NoteLinks numbers=first/></span>
        <details class="notes rest"><summary aria-label=more>"+"{rest.len()}</summary>
            <span><NoteLinks numbers=rest/></span></details>
    }
    .into_any()
}

#[component]
fn NoteLinks<'a>(numbers: &'a [usize]) -> Option<AnyView> {
    let link = |number: &usize| view! { <a href=format!("#s{number}")>{*number}</a> };
    let (first, rest) = numbers.split_first()?;
    let rest = rest.iter().map(|number| view! { " "{link(number)} });
    Some(view! { {link(first)}{rest.collect_view()} }.into_any())
}
