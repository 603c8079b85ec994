//! What differs between two states of the figures: of a draft, or of two editions.

use messages::{arguments, fill};
use std::collections::BTreeSet;

use leptos::prelude::*;

use domain::{
    FigureKey, Lang, Place, Snapshot, number,
    upload::{Counts, Difference, FigureChange, Kind, Moved, RankMove},
};

mod cells;

use cells::{Cells, cells, place, what};
pub(super) use cells::{named, place_code, said};

use super::{context::At, paging::page_number, words as w};
use crate::{
    components::{paging::Window, shapes},
    links::with_query,
    query::Parameters,
    words::{ChangeCell, Mark},
};

/// Rows of a table on one page.
const ROWS: usize = 40;
/// Ranks that are listed; a year that comes anew gives every province one.
const MOST_RANKS: usize = 40;

/// A difference and where it is shown.
pub(super) struct Shown<'a> {
    pub(super) difference: &'a Difference,
    /// Figures of the later state, for names.
    pub(super) after: &'a Snapshot,
    /// Address of the page, and what of its query stays when another part is chosen.
    pub(super) path: String,
    pub(super) keep: Vec<(&'static str, String)>,
    pub(super) parameters: &'a Parameters,
}

/// Everything that differs.
#[component]
pub(super) fn Changes<'a>(at: &'a At<'a>, shown: &'a Shown<'a>) -> AnyView {
    let lang = at.lang();
    let difference = shown.difference;
    let nothing = (difference.changes.is_empty() && difference.files.is_empty())
        .then(|| view! { <p><b>{w::NOTHING_DIFFERS.get(lang)}</b></p> });
    view! {
        <ChangesFigures lang counts=&difference.counts/>
        {nothing}
        <ChangesFiles lang files=&difference.files/>
        <ChangesMovers at shown/>
        <ChangesRanks at shown/>
        <ChangesTable at shown/>
    }
    .into_any()
}

/// The counts, large.
#[component]
fn ChangesFigures<'a>(lang: Lang, counts: &'a Counts) -> AnyView {
    let entries = [
        (w::ADDED, counts.added),
        (w::CHANGED, counts.changed),
        (w::REMOVED, counts.removed),
        (w::UNCHANGED, counts.unchanged),
    ];
    let kept = (counts.kept > 0).then_some((w::KEPT, counts.kept));
    let items = entries
        .into_iter()
        .chain(kept)
        .map(|(words, n)| view! { <div><dt>{words.get(lang)}</dt><dd>{number::count(lang, n)}</dd></div> });
    view! { <dl class="counts">{items.collect_view()}</dl> }.into_any()
}

#[component]
fn ChangesFiles<'a>(lang: Lang, files: &'a [String]) -> Option<AnyView> {
    if files.is_empty() {
        return None;
    }
    let items = files.iter().map(|f| view! { <li><code>{f.clone()}</code></li> });
    Some(view! { <h3>{w::FILES_DIFFER.get(lang)}</h3><ul>{items.collect_view()}</ul> }.into_any())
}

#[component]
fn ChangesMovers<'a>(at: &'a At<'a>, shown: &'a Shown<'a>) -> Option<AnyView> {
    let lang = at.lang();
    let row = |moved: &Moved| {
        let change = shown.difference.changes.get(moved.change)?;
        Some(row(lang, cells(at, shown.after, change), None))
    };
    let rows: Vec<AnyView> = shown.difference.movers.iter().filter_map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let view = view! {
        <h3>{w::MOVERS.get(lang)}</h3>
        <table class="plain stack changes"><caption class="vh">{w::MOVERS.get(lang)}</caption>
            <ChangesHead lang kinds=false/><tbody>{rows.collect_view()}</tbody></table>
    };
    Some(view.into_any())
}

#[component]
fn ChangesHead(lang: Lang, kinds: bool) -> AnyView {
    view! {
        <thead><tr>
            <th scope="col">{w::PLACE.get(lang)}</th><th scope="col">{w::FIGURE.get(lang)}</th>
            {kinds.then(|| view! { <th scope="col">{w::CHANGE.get(lang)}</th> })}
            <th scope="col" class="num">{w::BEFORE.get(lang)}</th><th scope="col" class="num">{w::AFTER.get(lang)}</th>
            <th scope="col" class="num">{w::BY_HOW_MUCH.get(lang)}</th>
        </tr></thead>
    }
    .into_any()
}

fn row(lang: Lang, cells: Cells, kind: Option<Kind>) -> AnyView {
    let kind = kind.map(|kind| {
        let (class, words) = kind_words(kind);
        view! { <td data-h=w::CHANGE.get(lang)><span class=class>{words.get(lang)}</span></td> }
    });
    let none = || view! { <span class="soft">{w::NO_FIGURE.get(lang)}</span> }.into_any();
    let or_none = |text: String| {
        if text.is_empty() {
            none()
        } else {
            view! { <span>{text}</span> }.into_any()
        }
    };
    view! {
        <tr><th scope="row">{cells.place}</th><td data-h=w::FIGURE.get(lang)>{cells.what}</td>{kind}
            <td class="num" data-h=w::BEFORE.get(lang)>{or_none(cells.before)}</td>
            <td class="num" data-h=w::AFTER.get(lang)>{or_none(cells.after)}</td>
            <td class="num" data-h=w::BY_HOW_MUCH.get(lang)>{match cells.by {
                Some(by) => shapes::change(&by),
                None => view! { <span></span> }.into_any(),
            }}</td></tr>
    }
    .into_any()
}

const fn kind_words(kind: Kind) -> (&'static str, messages::Msg) {
    match kind {
        Kind::Added => ("kind plus", w::KIND_ADDED),
        Kind::Changed => ("kind other", w::KIND_CHANGED),
        Kind::Removed => ("kind minus", w::KIND_REMOVED),
    }
}

#[component]
fn ChangesRanks<'a>(at: &'a At<'a>, shown: &'a Shown<'a>) -> Option<AnyView> {
    let lang = at.lang();
    let moves = &shown.difference.ranks;
    if moves.is_empty() {
        return None;
    }
    let title = fill!(w::RANKS_CHANGE, lang, count = moves.len());
    let bands = moves.iter().any(|m| m.bands.is_some());
    let rest = moves.len().saturating_sub(MOST_RANKS);
    let rest = (rest > 0).then(|| view! { <p class="small">{fill!(w::RANKS_REST, lang, count = rest)}</p> });
    let rows = moves.iter().take(MOST_RANKS);
    let rows = rows.map(|m| view! { <RankRow at after=shown.after moved=m bands/> }.into_any());
    // A year that comes anew gives every province a rank: said, but not spread out.
    let many = moves.len() > 20;
    let table = view! {
        <table class="plain stack changes"><caption class="vh">{title.clone()}</caption>
            <thead><tr><th scope="col">{w::PLACE.get(lang)}</th><th scope="col">{w::TABLE.get(lang)}</th>
                <th scope="col" class="num">{w::RANK_BEFORE.get(lang)}</th><th scope="col" class="num">{w::RANK_AFTER.get(lang)}</th>
                <th scope="col" class="num">{w::BY_PLACES.get(lang)}</th>
                {bands.then(|| view! { <th scope="col">{w::BAND.get(lang)}</th> })}</tr></thead>
            <tbody>{rows.collect_view()}</tbody></table>{rest}
    };
    Some(if many {
        view! { <details><summary>{title}</summary>{table}</details> }.into_any()
    } else {
        view! { <h3>{title}</h3>{table} }.into_any()
    })
}

#[component]
fn RankRow<'a>(at: &'a At<'a>, after: &'a Snapshot, moved: &'a RankMove, bands: bool) -> AnyView {
    let lang = at.lang();
    let indicator = after.catalogue.indicator(moved.table.indicator);
    let key = FigureKey {
        indicator: moved.table.indicator,
        component: moved.table.component,
        place: Place::Province(moved.province),
        basis: moved.table.basis,
        year: Some(moved.table.year),
        as_of: None,
    };
    let rank = |rank: Option<u16>| match rank {
        Some(rank) => view! { <span>{rank}</span> }.into_any(),
        None => view! { <span class="soft">{w::NO_RANK.get(lang)}</span> }.into_any(),
    };
    let by = moved.before.zip(moved.after).map(|(a, b)| {
        let places = i32::from(a) - i32::from(b);
        let steps = places.unsigned_abs().to_string();
        let (mark, words) = match places {
            0 => (Mark::Same, messages::common::SAME_PLACE.get(lang).to_owned()),
            1.. => (Mark::Up, fill!(messages::common::UP_PLACES, lang, places = &steps)),
            _ => (Mark::Down, fill!(messages::common::DOWN_PLACES, lang, places = &steps)),
        };
        let text = if places == 0 { String::new() } else { steps };
        shapes::change(&ChangeCell { mark, text, words })
    });
    let band = bands.then(|| {
        let words = moved.bands.as_ref().map(|(a, b)| {
            let name = |band: &Option<String>| band.clone().unwrap_or_else(|| w::NO_BAND.get(lang).to_owned());
            fill!(w::FROM_TO, lang, band_before = &name(a), band = &name(b))
        });
        view! { <td data-h=w::BAND.get(lang)><span>{words}</span></td> }
    });
    let by = by.unwrap_or_else(|| view! { <span></span> }.into_any());
    view! {
        <tr><th scope="row">{place(lang, after, &key)}</th><td data-h=w::TABLE.get(lang)>{what(lang, indicator, &key)}</td>
            <td class="num" data-h=w::RANK_BEFORE.get(lang)>{rank(moved.before)}</td>
            <td class="num" data-h=w::RANK_AFTER.get(lang)>{rank(moved.after)}</td>
            <td class="num" data-h=w::BY_PLACES.get(lang)>{by}</td>{band}</tr>
    }
    .into_any()
}

/// Every change, in parts and pages.
#[component]
fn ChangesTable<'a>(at: &'a At<'a>, shown: &'a Shown<'a>) -> Option<AnyView> {
    let lang = at.lang();
    let difference = shown.difference;
    if difference.changes.is_empty() {
        return None;
    }
    let parts = [
        ("", None, w::PART_ALL),
        ("added", Some(Kind::Added), w::PART_ADDED),
        ("changed", Some(Kind::Changed), w::PART_CHANGED),
        ("removed", Some(Kind::Removed), w::PART_REMOVED),
    ];
    let asked = shown.parameters.get("part").unwrap_or_default();
    let (part, kind, _) = parts.into_iter().find(|(code, ..)| *code == asked).unwrap_or(parts[0]);
    let wanted: Vec<&FigureChange> = difference
        .changes
        .iter()
        .filter(|c| kind.is_none_or(|kind| c.kind == kind))
        .collect();
    // The page of a table of issues is not the page of this one.
    let page = shown
        .parameters
        .get("kind")
        .map_or_else(|| page_number(shown.parameters), |_| 1);
    let window = Window::new(ROWS, wanted.len(), page);
    let link = |part: &str, page: usize| {
        let page = if page > 1 { page.to_string() } else { String::new() };
        let mut query: Vec<(&str, &str)> = shown.keep.iter().map(|(n, v)| (*n, v.as_str())).collect();
        query.extend([("part", part), ("page", page.as_str())]);
        format!("{}#changes", with_query(&shown.path, &query))
    };
    let present: BTreeSet<Kind> = difference.changes.iter().map(|c| c.kind).collect();
    let tabs = parts
        .into_iter()
        .filter(|(_, kind, _)| kind.is_none_or(|k| present.contains(&k)));
    let tabs = tabs.map(|(code, kind, words)| {
        let n = difference
            .changes
            .iter()
            .filter(|c| kind.is_none_or(|k| c.kind == k))
            .count();
        let text = words.fill(lang, &arguments![count = n]);
        view! { <a href=link(code, 1) aria-current=(code == part).then_some("true")>{text}</a> }
    });
    let rows = wanted[window.range()]
        .iter()
        .map(|c| row(lang, cells(at, shown.after, c), Some(c.kind)));
    let caption = window.says(lang);
    let view = view! {
        <h3 id="changes">{w::EVERY_CHANGE.get(lang)}</h3>
        <nav class="tabs" aria-label=w::EVERY_CHANGE.get(lang)>{tabs.collect_view()}</nav>
        <table class="plain stack changes"><caption>{caption}</caption>
            <ChangesHead lang kinds=true/><tbody>{rows.collect_view()}</tbody></table>
        {window.ways(lang, |page| link(part, page))}
    };
    Some(view.into_any())
}
