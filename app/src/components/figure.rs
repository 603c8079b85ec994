//! Cells of figures: values, ranks, notes that lead to sources.

use leptos::prelude::*;

use domain::Lang;

use crate::{
    messages as m,
    models::ranking_rows::{RankCell, ValueCell},
    words,
};

/// A value, or in words why there is none. A dispute says so.
pub(crate) fn value(lang: Lang, cell: &ValueCell) -> AnyView {
    match cell {
        ValueCell::Known(text) => text.clone().into_any(),
        ValueCell::Conflict(n) => {
            let words = m::CONFLICT_CELL.fill(lang, &[&n.to_string()]);
            view! { <a class="chip dispute" href="#conflicts">{words}</a> }.into_any()
        }
        ValueCell::Missing(why) => view! { <span class="soft">{*why}</span> }.into_any(),
    }
}

/// A rank with its denominator. A computed one is marked, unless the column says so.
pub(crate) fn rank(lang: Lang, cell: &RankCell, said: bool) -> AnyView {
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

/// A group with its number of four, told by a shape as well.
pub(crate) fn group(lang: Lang, group: u8) -> AnyView {
    let class = format!("chip g{group}");
    view! { <span class=class>{words::group(group).get(lang)}</span> }.into_any()
}

/// Numbers that lead to the sources below.
pub(crate) fn notes(numbers: &[usize]) -> AnyView {
    let links: String = numbers
        .iter()
        .map(|n| format!(r##"<a href="#s{n}">{n}</a>"##))
        .collect::<Vec<_>>()
        .join(" ");
    view! { <span class="notes" inner_html=links></span> }.into_any()
}
