//! Where a province stands: one line per indicator, in the year in which enough of the others are known.

use leptos::prelude::*;
use messages::{common as m, fill, standing as w};

use crate::{
    components::{
        figure::{FigureRank, QuarterChip, SourceNotes},
        shapes,
        share::SharePanel,
        sources::DisputedValue,
    },
    context::page_context,
    export::{DerivedView, View, data::Shared},
    views::{
        province::model::{IndicatorPart, YearLine},
        ranking::rows::{RankCell, ValueCell},
        standing::model::{StandingRow, StandingView},
    },
    words::{self, ChangeCell, Mark},
};

#[component]
pub(super) fn ProvinceStanding<'a>(all: &'a StandingView<'a>, parts: &'a [IndicatorPart]) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let rows = all.rows.iter().filter_map(|own| {
        let part = parts.iter().find(|part| part.slug == own.slug)?;
        let of_year = || part.years.iter().find(|line| line.year == own.year());
        let line = part.standing.as_ref().or_else(of_year)?;
        Some(view! { <StandingLine own part line/> })
    });
    let rows = rows.collect_view();
    let of_all = Shared::new(View::Derived(DerivedView::standing(all.province)), Vec::new());
    let panel =
        (!all.rows.is_empty()).then(|| view! { <SharePanel shared=of_all about=m::STANDING.get(lang)/> }.into_any());
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
                    <th scope="col"><span class="scale-ends"><span>{w::WORSE.get(lang)}</span><span>{w::BETTER.get(lang)}</span></span></th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="small">{w::HOLLOW.get(lang)}"."</p>
            {panel}
        </section>
    }
    .into_any()
}

#[component]
fn StandingLine<'a>(own: &'a StandingRow<'a>, part: &'a IndicatorPart, line: &'a YearLine) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let group = line.group.map(|g| view! { <QuarterChip lang group=g/> }.into_any());
    let shown = if own.valued || line.claims.len() > 1 {
        view! { <StandingValue lang line/> }.into_any()
    } else {
        view! { <small class="soft">{own.value.clone()}</small> }.into_any()
    };
    // A strip says where the province stands; a screen reader has the rank and the quarter in words.
    let quarter = own
        .quarter
        .as_ref()
        .map(|(_, words)| view! { <span class="vh">{words.clone()}</span> });
    let known = |newer: &&YearLine| {
        let ranked = matches!(newer.rank, RankCell::Known { .. });
        newer.year > line.year && (ranked || matches!(newer.value, ValueCell::Known(_)))
    };
    let newer = part.years.iter().filter(known).map(|newer| {
        let valued =
            matches!(newer.value, ValueCell::Known(_)).then(|| view! { <StandingValue lang line=newer/> }.into_any());
        let rank = match newer.rank {
            RankCell::Known { rank, .. } => Some(fill!(w::RANK_IN, lang, rank = &words::rank_said(lang, rank))),
            _ => None,
        };
        let between = (valued.is_some() && rank.is_some()).then_some(", ");
        view! { <small class="newer"><a href=newer.link.clone()>{newer.year}</a>": "{valued}{between}{rank}</small> }
    });
    let newer = newer.collect_view();
    let name = (part.name != part.short).then(|| view! { <small>{part.name.clone()}</small> });
    view! {
        <tr>
            <th scope="row"><a href=format!("#{}", part.slug)>{own.short.clone()}</a>{name}</th>
            <td data-h=m::YEAR.get(lang)><span><a href=line.link.clone()>{line.year}</a></span></td>
            <td class="num" data-h=m::VALUE.get(lang)><span>{shown}" "<SourceNotes numbers=&line.sources/>{newer}</span></td>
            <td class="num rank" data-h=m::RANK.get(lang)><span>{group}" "<FigureRank lang cell=&line.rank said=false/></span></td>
            <td class="num" data-h=m::PLACES.get(lang)><span>{shapes::change(&without_number(&line.places))}</span></td>
            <td class="where"><span inner_html=own.inline(cx)></span>{quarter}</td>
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

/// A value; a dispute is told where it stands, so that no link is needed.
#[component]
pub(super) fn StandingValue<'a>(lang: domain::Lang, line: &'a YearLine) -> AnyView {
    view! { <DisputedValue lang cell=&line.value given=&line.claims/> }.into_any()
}
