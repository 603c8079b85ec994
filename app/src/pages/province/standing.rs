//! Where a province stands: one line per indicator, in the year in which enough of the others are known.

use leptos::prelude::*;

use super::value;
use crate::{
    components::{figure, shapes},
    messages as m,
    models::{
        Here,
        province::{IndicatorPart, YearLine},
    },
    words::{ChangeCell, Mark},
};

pub(super) fn standing(here: &Here<'_>, parts: &[IndicatorPart]) -> impl IntoView + use<> {
    let lang = here.lang();
    let rows = parts
        .iter()
        .filter_map(|part| Some(row(here, part, part.years.get(part.shown)?)));
    let rows = rows.collect_view();
    view! {
        <section aria-labelledby="standing-h">
            <h2 id="standing-h">{m::STANDING.get(lang)}</h2>
            <table class="stack standing">
                <caption class="vh">{m::STANDING.get(lang)}</caption>
                <thead><tr>
                    <th scope="col">{m::INDICATOR.get(lang)}</th>
                    <th scope="col">{m::YEAR.get(lang)}</th>
                    <th scope="col" class="num">{m::VALUE.get(lang)}</th>
                    <th scope="col" class="num">{m::RANK.get(lang)}</th>
                    <th scope="col" class="num">{m::PLACES.get(lang)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

fn row(here: &Here<'_>, part: &IndicatorPart, line: &YearLine) -> impl IntoView + use<> {
    let lang = here.lang();
    let group = line.group.map(|g| figure::group(lang, g));
    let newer = part.years[..part.shown].iter().map(|newer| {
        view! { <small><a href=newer.link.clone()>{newer.year}</a>": "{value(lang, newer)}</small> }
    });
    let newer = newer.collect_view();
    view! {
        <tr>
            <th scope="row"><a href=format!("#{}", part.slug)>{part.short.clone()}</a><small>{part.name.clone()}</small></th>
            <td data-h=m::YEAR.get(lang)><span><a href=line.link.clone()>{line.year}</a></span></td>
            <td class="num" data-h=m::VALUE.get(lang)><span>{value(lang, line)}" "{figure::notes(&line.sources)}{newer}</span></td>
            <td class="num rank" data-h=m::RANK.get(lang)><span>{group}" "{figure::rank(lang, &line.rank, false)}</span></td>
            <td class="num" data-h=m::PLACES.get(lang)><span>{shapes::change(&without_number(&line.places))}</span></td>
        </tr>
    }
}

/// A difference that may not be read as a movement keeps its sign and its reason, not its number.
fn without_number(cell: &ChangeCell) -> ChangeCell {
    match cell.mark {
        Mark::NotComparable => ChangeCell {
            text: String::new(),
            ..cell.clone()
        },
        _ => cell.clone(),
    }
}
