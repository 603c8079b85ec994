//! The heat map as a table: provinces by headline scores, the rank in each cell, its quarter as colour.

use leptos::prelude::*;
use messages::{arguments, common as m, fill, overview as w, standing as sw};

use domain::{ProvinceId, ProvinceList, chart::HeatFill};

use crate::{
    components::share::SharePanel,
    context::{PageContext, page_context},
    export::{DerivedView, View, ViewForm, ViewKind, data::Shared},
    links::with_query,
    route::Route,
    views::{
        heat::model::{self, Cell, Column, HeatLine, HeatSort, HeatView},
        overview::model::is_headline,
        ranking::strip,
    },
};

/// The map where it is shared.
const VIEW: DerivedView = DerivedView {
    kind: ViewKind::Overview,
    indicator: None,
    year: None,
    province: None,
    form: ViewForm::Heat,
};

#[component]
pub(super) fn HeatTable<'a>(map: &'a HeatView<'a>, own: Option<ProvinceId>) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let heads = map
        .columns
        .iter()
        .map(|column| view! { <HeatColumnHead map own column/> });
    let heads = heads.collect_view();
    let span = map.columns.len() + 1;
    let groups = map.groups.iter().map(|group| view! { <HeatGroup group span/> });
    let groups = groups.collect_view();
    let lines = map.groups.iter().flat_map(|group| &group.rows);
    let followed = lines.filter(|line| line.followed).map(|line| view! { <HeatRow line/> });
    let followed = followed.collect::<Vec<_>>();
    let pinned = (!followed.is_empty()).then(|| view! { <tbody class="own">{followed}</tbody> });
    let shared = Shared::new(View::Derived(VIEW), map.query.state(cx));
    view! {
        <section aria-labelledby="heat-h" class="heat" id="heat">
            <h2 id="heat-h">{w::HEAT.get(lang)}</h2>
            <HeatKey/>
            <HeatChoice map own/>
            <div class="scroll" tabindex="0" role="region" aria-label=map.subtitle.clone()>
            <table class="heatmap">
                <caption class="vh">{map.subtitle.clone()}</caption>
                <thead><tr><HeatNameHead map own/>{heads}</tr></thead>
                {pinned}
                {groups}
            </table></div>
            <SharePanel shared=shared about=w::HEAT.get(lang)/>
        </section>
    }
    .into_any()
}

/// The page under another order, list or choice of columns; an empty value removes a parameter.
fn link(cx: &PageContext, map: &HeatView<'_>, own: Option<ProvinceId>, changed: &[(&'static str, &str)]) -> String {
    let province = own.map_or("", |id| &cx.snapshot().catalogue.provinces.get(id).slug);
    let state = map.query.state(cx);
    let mut all: Vec<(&str, &str)> = vec![("province", province)];
    // The own province is marked without being named a second time.
    let kept = state.iter().filter(|(name, _)| *name != "highlight");
    all.extend(kept.map(|(name, value)| (*name, value.as_str())));
    for (name, value) in changed {
        match all.iter_mut().find(|(known, _)| known == name) {
            Some(slot) => slot.1 = value,
            None => all.push((name, value)),
        }
    }
    let edition = cx.links.edition.map(|n| n.to_string()).unwrap_or_default();
    all.push(("edition", &edition));
    format!("{}#heat", with_query(&cx.links.bare(Route::Overview), &all))
}

#[component]
fn HeatNameHead<'a>(map: &'a HeatView<'a>, own: Option<ProvinceId>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let (sorted, to, words) = match map.query.sort {
        HeatSort::Name => (Some("ascending"), "", w::BY_REGION),
        _ => (None, "name", w::BY_NAME),
    };
    let href = link(cx, map, own, &[("sort", to)]);
    view! { <th scope="col" aria-sort=sorted><a href=href title=words.get(lang)>{m::PROVINCE.get(lang)}</a></th> }
}

/// Sorts by the column; its year leads to the ranking.
#[component]
fn HeatColumnHead<'a>(map: &'a HeatView<'a>, own: Option<ProvinceId>, column: &'a Column<'a>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let current = map.query.sort == HeatSort::Column(column.indicator());
    let to = if current { "" } else { column.slug };
    let sort = link(cx, map, own, &[("sort", to)]);
    let title = fill!(m::SORT_BY, lang, column = &column.short);
    let ranking = cx.links.ranking(column.slug, column.year());
    let label = fill!(
        m::SEE_RANKING,
        lang,
        indicator = &column.short,
        year = &column.year().to_string()
    );
    let computed = column
        .computed()
        .then(|| view! { <small>{w::RANK_COMPUTED.get(lang)}</small> });
    view! {
        <th scope="col" class="num" aria-sort=current.then_some("ascending")>
            <a href=sort title=title>{column.short.clone()}</a>" "<a class="year" href=ranking aria-label=label>{column.year()}</a>{computed}</th>
    }
}

#[component]
fn HeatGroup<'a>(group: &'a model::HeatGroupView, span: usize) -> impl IntoView + use<> {
    let name = (!group.name.is_empty()).then(|| {
        view! { <tr class="region"><th scope="rowgroup" colspan=span.to_string()>{group.name.clone()}</th></tr> }
    });
    let rows = group.rows.iter().map(|line| view! { <HeatRow line/> });
    view! { <tbody>{name}{rows.collect_view()}</tbody> }
}

#[component]
fn HeatRow<'a>(line: &'a HeatLine) -> impl IntoView + use<> {
    let href = page_context().links.province(&line.slug);
    let cells = line.cells.iter().map(|cell| view! { <HeatCell cell/> });
    view! {
        <tr class=line.followed.then_some("me")>
            <th scope="row"><a href=href>{line.name.clone()}</a></th>{cells.collect_view()}
        </tr>
    }
}

#[component]
fn HeatCell<'a>(cell: &'a Cell) -> impl IntoView + use<> {
    let (class, text) = match cell.fill {
        HeatFill::Quarter(quarter) => (Some(format!("q{quarter}")), cell.text.clone()),
        HeatFill::Plain => (None, cell.text.clone()),
        HeatFill::NoData => (Some("q0".to_owned()), "–".to_owned()),
    };
    view! { <td class=class title=cell.says.clone()>{text}</td> }
}

/// What colour, hatching and number mean.
#[component]
fn HeatKey() -> impl IntoView + use<> {
    let lang = page_context().lang();
    let quarters = (1..=4).map(|quarter| {
        view! { <li><i class=format!("q{quarter}")></i>{strip::quarter_words(quarter).get(lang)}</li> }
    });
    view! {
        <ul class="heatkey">
            {quarters.collect_view()}
            <li><i class="q0"></i>{sw::NO_DATA.get(lang)}</li>
            <li>{w::HEAT_NUMBER.get(lang)}</li>
        </ul>
    }
}

/// Which columns and which list of provinces, folded.
#[component]
fn HeatChoice<'a>(map: &'a HeatView<'a>, own: Option<ProvinceId>) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let names: Vec<String> = map.columns.iter().map(|column| column.short.clone()).collect();
    let said = format!(
        "{} · {}",
        names.join(", "),
        fill!(w::LIST, lang, count = map.basis.code())
    );
    let lists = map.bases.iter().filter(|basis| **basis != map.basis).map(|basis| {
        let words = match basis {
            ProvinceList::Before2025 => m::BASIS_63,
            ProvinceList::Since2025 => m::BASIS_34,
        };
        view! { <a class="btn" href=link(cx, map, own, &[("basis", basis.code())])>{words.get(lang)}</a> }
    });
    let shown = |slug: &str| map.columns.iter().any(|column| column.slug == slug);
    let columns = cx
        .snapshot()
        .catalogue
        .indicators()
        .filter(|(_, indicator)| is_headline(indicator))
        .map(|(_, indicator)| {
            let now: Vec<&str> = map.columns.iter().map(|column| column.slug).collect();
            let mut next: Vec<&str> = now.iter().copied().filter(|slug| *slug != indicator.slug).collect();
            if !shown(&indicator.slug) {
                next.push(&indicator.slug);
            }
            let words = if shown(&indicator.slug) { w::COLUMN_LESS } else { w::COLUMN_MORE };
            let text = words.fill(lang, &arguments![indicator = indicator.short.get(lang)]);
            let fits = !next.is_empty() && next.len() <= model::MOST_COLUMNS;
            fits.then(|| view! { <li><a href=link(cx, map, own, &[("columns", &next.join(",")), ("sort", "")])>{text}</a></li> })
        });
    view! {
        <details class="choice">
            <summary><span>{said}</span>" "<small>{w::CHOOSE.get(lang)}</small></summary>
            <ul class="columns">{columns.collect_view()}</ul>
            <p>{lists.collect_view()}</p>
        </details>
    }
    .into_any()
}
