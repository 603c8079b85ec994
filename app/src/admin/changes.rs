//! What differs between two states of the figures: of a draft, or of two editions.

use messages::{arguments, fill};
use std::collections::BTreeSet;

use leptos::prelude::*;

use domain::{
    FigureKey, Indicator, Kind as Measure, Lang, Place, ProvinceList, Snapshot, number,
    upload::{Counts, Difference, FigureChange, Kind, Moved, RankMove, Side},
};

use super::{
    context::At,
    paging::{Window, page_number},
    words as w,
};
use crate::{
    components::shapes,
    links::with_query,
    query::Parameters,
    words::{self, ChangeCell, Mark},
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

/// What stands in the cells of a change.
struct Cells {
    place: String,
    what: String,
    before: String,
    after: String,
    by: Option<ChangeCell>,
}

fn cells(at: &At<'_>, after: &Snapshot, change: &FigureChange) -> Cells {
    let lang = at.lang();
    let key = &change.key;
    let indicator = after.catalogue.indicator(key.indicator);
    // Both sides with as many decimals as the finer one, so that they stand under each other.
    let digits = change
        .before
        .iter()
        .chain(change.after.iter())
        .filter_map(|c| c.value)
        .map(|q| q.digits);
    let digits = digits.max().unwrap_or(0).max(indicator.decimals(key.component)).min(9);
    let say = |side: &Side| side_text(lang, indicator, key, side, digits);
    let (before, mut now) = (say(&change.before), say(&change.after));
    let values = |side: &Side| side.figure(*key).value.value();
    let by = values(&change.before)
        .zip(values(&change.after))
        .map(|(a, b)| moved(lang, b - a, digits));
    if change.kind == Kind::Changed && before == now {
        now = format!("{now} ({})", w::SOURCE_DIFFERS.get(lang));
    }
    Cells {
        place: place(lang, after, key),
        what: what(lang, indicator, key),
        before,
        after: now,
        by: by.filter(|_| change.kind == Kind::Changed),
    }
}

fn moved(lang: Lang, by: f64, digits: u8) -> ChangeCell {
    let mark = match number::round(by, digits).total_cmp(&0.0) {
        std::cmp::Ordering::Greater => Mark::Up,
        std::cmp::Ordering::Less => Mark::Down,
        std::cmp::Ordering::Equal => Mark::Same,
    };
    ChangeCell {
        mark,
        text: number::format_signed(lang, by, digits),
        words: String::new(),
    }
}

/// The place of a figure, by its name at that time.
fn place(lang: Lang, after: &Snapshot, key: &FigureKey) -> String {
    let provinces = &after.catalogue.provinces;
    match key.place {
        Place::Nation => messages::common::NATION.get(lang).to_owned(),
        Place::Region(id) => provinces.region(id).name.get(lang).to_owned(),
        Place::Province(id) => {
            let province = provinces.get(id);
            match key.year {
                Some(year) if key.basis == ProvinceList::Before2025 => province.name_in(year).get(lang).to_owned(),
                _ => words::province(lang, province),
            }
        }
    }
}

/// "PCI 2016: Gia nhập thị trường".
fn what(lang: Lang, indicator: &Indicator, key: &FigureKey) -> String {
    let when = match (key.as_of, key.year) {
        (Some(moment), _) => moment.format(lang),
        (None, Some(year)) => year.to_string(),
        (None, None) => String::new(),
    };
    let component = indicator.component(key.component).name_in(key.year).get(lang);
    let short = indicator.short.get(lang);
    let head = format!("{short} {when}");
    let head = head.trim();
    if component == short || component == indicator.name.get(lang) {
        head.to_owned()
    } else {
        format!("{head}: {component}")
    }
}

/// "PCI 2016: Gia nhập thị trường, Hà Nội".
pub(super) fn named(lang: Lang, snapshot: &Snapshot, key: &FigureKey) -> String {
    let indicator = snapshot.catalogue.indicator(key.indicator);
    format!("{}, {}", what(lang, indicator, key), place(lang, snapshot, key))
}

/// A place as it is called in files and addresses.
pub(super) fn place_code(catalogue: &domain::Catalogue, place: Place) -> String {
    match place {
        Place::Nation => "vn".to_owned(),
        Place::Region(id) => format!("region:{}", catalogue.provinces.region(id).slug),
        Place::Province(id) => catalogue.provinces.get(id).slug.clone(),
    }
}

/// What is said of a figure, with the decimals that it was given with.
pub(super) fn said(lang: Lang, indicator: &Indicator, key: &FigureKey, side: &Side) -> String {
    let digits = side
        .iter()
        .filter_map(|claim| claim.value)
        .map(|value| value.digits)
        .max();
    let digits = digits.unwrap_or(0).max(indicator.decimals(key.component)).min(9);
    side_text(lang, indicator, key, side, digits)
}

/// What the sources say on one side, each different saying once; the chosen one first, if one was chosen.
fn side_text(lang: Lang, indicator: &Indicator, key: &FigureKey, side: &Side, digits: u8) -> String {
    let mut sayings: Vec<String> = Vec::new();
    let chosen = side.decision.as_ref().and_then(|decision| side.get(decision.claim));
    for claim in chosen.into_iter().chain(side.iter()) {
        let value = claim.value.map(|q| {
            let text = words::quantity_with(lang, indicator, key.component, q, digits);
            match claim.of.filter(|_| indicator.kind == Measure::Coverage) {
                Some(of) => format!("{text}/{}", number::format(lang, of, 0)),
                None => text,
            }
        });
        let rank = claim.rank.map(|rank| {
            let of = claim.rank_of.map(|of| format!("/{of}")).unwrap_or_default();
            fill!(w::RANK_SAYS, lang, rank = &format!("{rank}{of}"))
        });
        let missing = claim.missing.filter(|_| claim.value.is_none() && claim.rank.is_none());
        let missing = missing.map(|why| words::missing(why).get(lang).to_owned());
        // A comma is part of numbers.
        let rank = if value.is_some() {
            rank.map(|r| format!("({r})"))
        } else {
            rank
        };
        let parts: Vec<String> = [value, rank, claim.tier.clone(), missing]
            .into_iter()
            .flatten()
            .collect();
        let saying = parts.join(" ");
        if !sayings.contains(&saying) {
            sayings.push(saying);
        }
    }
    if chosen.is_some() && sayings.len() > 1 {
        let others = sayings.split_off(1).join("; ");
        return fill!(w::SIDE_CHOSEN, lang, value = &sayings.concat(), other_values = &others);
    }
    sayings.join("; ")
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
