//! The tile map.

use domain::{ComponentId, IndicatorId, ProvinceList};
use leptos::prelude::*;
use messages::{common as m, fill, map as w};

use super::model::{self as map, MapKind, MapPage, MapQuery};
use crate::{
    ChartSize, PageResponse,
    components::{
        chart::ChartCard,
        figure::SourceNotes,
        layout::{Document, Frame, Section},
        share::{self, SharePanel},
        sources::CitedSources,
        years::{self, YearSlider},
    },
    context::{PageContext, page_context},
    export::{DerivedView, View, ViewForm, ViewKind, data::Shared},
    findings::headline as finding,
    query::Parameters,
    response,
    route::Route,
    views::error::page as error,
};

/// `/map` leads to the first map that there is.
pub(crate) fn first(cx: &PageContext) -> PageResponse {
    match map::first(cx) {
        Some((indicator, year)) => {
            let slug = &cx.snapshot().catalogue.indicator(indicator).slug;
            response::redirect(cx.links.map_with(slug, year, &[]))
        }
        None => response::fail(error::not_found(cx, Some(no_map(cx))), 404),
    }
}

fn no_map(cx: &PageContext) -> String {
    fill!(
        w::NO_MAP,
        cx.lang(),
        edition = &cx.snapshot().edition.number.to_string()
    )
}

pub(crate) fn map(cx: &PageContext, of: (IndicatorId, i32), parameters: &Parameters) -> PageResponse {
    let query = match MapQuery::read(cx, of, parameters) {
        Ok(query) => query,
        Err(bad) => return response::fail(error::bad_request(cx, &bad), 400),
    };
    let (component, basis) = (query.component, query.basis);
    match map::map(cx, query) {
        Some(page) => response::page(view! { <MapView page=&page/> }.into_any()),
        None => response::fail(error::not_found(cx, Some(missing(cx, of, (component, basis)))), 404),
    }
}

/// Why there is no such map.
fn missing(
    cx: &PageContext,
    (indicator, year): (IndicatorId, i32),
    asked: (ComponentId, Option<ProvinceList>),
) -> String {
    let lang = cx.lang();
    let tiles = &cx.snapshot().catalogue.tiles;
    if !tiles.has(ProvinceList::Before2025) && !tiles.has(ProvinceList::Since2025) {
        return no_map(cx);
    }
    let years = cx.snapshot().years(indicator, asked.0);
    if let Some(basis) = asked.1.filter(|_| years.contains(&year)) {
        return fill!(w::NO_MAP_OF, lang, count = basis.code());
    }
    let years: Vec<String> = years.iter().map(ToString::to_string).collect();
    let short = cx.snapshot().catalogue.indicator(indicator).short.get(lang);
    fill!(
        m::NO_YEAR,
        lang,
        indicator = short,
        year = &year.to_string(),
        years = &years.join(", ")
    )
}

/// The page's own address with some parameters changed; an empty value removes one.
fn link(cx: &PageContext, page: &MapPage<'_>, year: i32, changed: &[(&'static str, &str)]) -> String {
    let slug = &cx.snapshot().catalogue.indicator(page.query.indicator).slug;
    let kind = page.query.kind.map_or("", MapKind::word);
    let state = page.state(cx);
    let mut all: Vec<(&str, &str)> = vec![("kind", kind)];
    all.extend(state.iter().map(|(name, value)| (*name, value.as_str())));
    for (name, value) in changed {
        match all.iter_mut().find(|(known, _)| known == name) {
            Some(slot) => slot.1 = value,
            None => all.push((name, value)),
        }
    }
    cx.links.map_with(slug, year, &all)
}

#[component]
fn MapView<'a>(page: &'a MapPage<'a>) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(page.query.indicator);
    let shared = |form| {
        let view = DerivedView {
            kind: ViewKind::Map,
            indicator: Some(page.query.indicator),
            year: Some(page.query.year),
            province: None,
            form,
        };
        Shared::new(View::Derived(view), page.state_of(cx, form))
    };
    let drawn = shared(page.kind.form());
    let frame = Frame {
        kept: &["kind", "component", "basis", "from"],
        picture: Some(share::picture(cx, &drawn, &page.model.title)),
        ..Frame::new(page.model.title.clone(), page.model.description.clone(), Section::Map)
    };
    let size = ChartSize { width: 866, height: 0 };
    let body = view! {
        <h1>{page.model.title.clone()}</h1>
        <p class="lead"><a href=cx.links.indicator(&indicator.slug)>{indicator.name.get(lang)}</a>" · "<b>{crate::views::ranking::model::coverage(cx, page.table)}</b>" · "
            <a href=to_ranking(cx, page)>{fill!(w::TO_RANKING, lang, indicator = indicator.short.get(lang), year = &page.query.year.to_string())}</a></p>
        <div class="mapways"><MapKinds page/><MapBases page/><MapFilters page/></div>
        {years(cx, page)}
        <MapFinding page/>
        <div class="mapped">
            <section aria-labelledby="map-h">
                <h2 id="map-h" class="vh">{w::HEADING_MAP.get(lang)}</h2>
                <ChartCard model=&page.model id="map" size shared=Some(drawn)/>
            </section>
            <section aria-labelledby="key-h">
                <h2 id="key-h" class="vh">{w::HEADING_KEY.get(lang)}</h2>
                <ul class="mapnotes">{page.notes.iter().skip(1).map(|note| view! { <li>{note.text.clone()}</li> }).collect_view()}</ul>
                <details>
                    <summary>{w::HEADING_KEY.get(lang)}</summary>
                    <MapKey page/>
                </details>
                <MapOthers page/>
            </section>
        </div>
        <section aria-labelledby="table-h">
            <h2 id="table-h">{w::HEADING_TABLE.get(lang)}</h2>
            <MapTable page/>
            <SharePanel shared=shared(ViewForm::Table) about=w::HEADING_TABLE.get(lang)/>
        </section>
        <CitedSources sources=&page.sources/>
    }
    .into_any();
    view! { <Document frame>{body}</Document> }.into_any()
}

/// The ranking of the same figures.
fn to_ranking(cx: &PageContext, page: &MapPage<'_>) -> String {
    let slug = &cx.snapshot().catalogue.indicator(page.query.indicator).slug;
    let state = page.state(cx);
    let kept = state.iter().filter(|(name, _)| *name != "from");
    let kept: Vec<(&str, &str)> = kept.map(|(name, value)| (*name, value.as_str())).collect();
    cx.links.ranking_with(slug, page.query.year, &kept)
}

#[component]
fn MapOption<'a>(value: &'a str, #[prop(into)] text: String, selected: bool) -> impl IntoView + use<> {
    view! { <option value=value.to_owned() selected=selected>{text.to_owned()}</option> }
}

/// What the links do not choose: component, earlier year, marked province.
#[component]
fn MapFilters<'a>(page: &'a MapPage<'a>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let catalogue = &cx.snapshot().catalogue;
    let indicator = catalogue.indicator(page.query.indicator);
    let key = page.table.key;
    let action = cx.links.bare(Route::Map {
        indicator: &indicator.slug,
        year: &key.year.to_string(),
    });
    let components = indicator
        .components()
        .filter(|(id, part)| {
            let key = domain::TableKey { component: *id, ..key };
            part.exists_in(key.year) && cx.snapshot().table(key).is_some_and(|table| !table.rows.is_empty())
        })
        .map(|(id, part)| {
            let name = part.name_in(Some(key.year)).get(lang);
            view! { <MapOption value=&part.slug text=name selected={id == key.component}/> }
        });
    let froms = (page.kind == MapKind::Change && !page.froms.is_empty()).then(|| {
        let options = page.froms.iter().map(|(from, comparable)| {
            let year = from.to_string();
            let text = if *comparable {
                year.clone()
            } else {
                fill!(w::AGAINST_NOT, lang, year = &year)
            };
            view! { <MapOption value=&year text=text selected={*from == page.from}/> }
        });
        view! { <label>{w::AGAINST.get(lang)}<select name="from">{options.collect_view()}</select></label> }
    });
    let followed: Vec<&str> = page
        .query
        .followed
        .iter()
        .map(|id| catalogue.provinces.get(*id).slug.as_str())
        .collect();
    let all = followed.join(",");
    let names: Vec<String> = page
        .query
        .followed
        .iter()
        .map(|id| finding::name(cx.snapshot(), lang, *id, key))
        .collect();
    let several = (followed.len() > 1).then(|| view! { <MapOption value=&all text=names.join(", ") selected=true/> });
    let provinces = catalogue.provinces.existing(key.year, key.basis).map(|(id, province)| {
        let name = finding::name(cx.snapshot(), lang, id, key);
        view! { <MapOption value=&province.slug text=name selected={province.slug == all}/> }
    });
    let basis = (page.query.basis.is_some() && page.bases.len() > 1).then(|| key.basis.code());
    let edition = cx.links.edition.map(|number| number.to_string());
    let hidden = [
        ("kind", page.query.kind.map(|kind| kind.word().to_owned())),
        ("basis", basis.map(str::to_owned)),
        ("edition", edition),
    ];
    let hidden = hidden
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| view! { <input type="hidden" name=name value=value/> }));
    let part = indicator.component(key.component);
    let mut chosen = vec![part.name_in(Some(key.year)).get(lang).to_owned()];
    if !names.is_empty() {
        chosen.push(fill!(w::MARKED, lang, provinces = &names.join(", ")));
    }
    view! {
        <details class="choice">
        <summary><span>{chosen.join(" · ")}</span>" "<small>{w::CHOOSE.get(lang)}</small></summary>
        <form class="filters" method="get" action=action>
            {hidden.collect_view()}
            <label>{m::COMPONENT.get(lang)}<select name="component">{components.collect_view()}</select></label>
            {froms}
            <label>{m::FOLLOW.get(lang)}<select name="highlight"><MapOption value="" text=m::FOLLOW_NONE.get(lang) selected=followed.is_empty()/>{several}{provinces.collect_view()}</select></label>
            <button type="submit">{m::SHOW.get(lang)}</button>
        </form>
        </details>
    }
}

/// Years as links on a line that is broken where two of them may not be compared.
fn years(cx: &PageContext, page: &MapPage<'_>) -> AnyView {
    let of = (page.query.indicator, page.table.key.component);
    let all = years::of(cx.snapshot(), of, (&page.years, page.query.year), |year| {
        link(cx, page, year, &[("basis", ""), ("from", "")])
    });
    view! { <YearSlider lang=cx.lang() label=m::YEAR years=&all/> }.into_any()
}

#[component]
fn MapKinds<'a>(page: &'a MapPage<'a>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let items = page.kinds.iter().map(|(kind, words)| {
        let href = link(cx, page, page.query.year, &[("kind", kind.word())]);
        view! { <a href=href aria-current=(*kind == page.kind).then_some("page")>{words.get(lang)}</a> }
    });
    view! { <nav class="tabs" aria-label=w::KINDS.get(lang)>{items.collect_view()}</nav> }
}

#[component]
fn MapBases<'a>(page: &'a MapPage<'a>) -> Option<AnyView> {
    let cx = &*page_context();
    let lang = cx.lang();
    if page.bases.len() < 2 {
        return None;
    }
    let items = page.bases.iter().map(|basis| {
        let words = match basis {
            ProvinceList::Before2025 => m::BASIS_63,
            ProvinceList::Since2025 => m::BASIS_34,
        };
        let href = link(cx, page, page.query.year, &[("basis", basis.code())]);
        let current = (*basis == page.table.key.basis).then_some("page");
        view! { <a href=href aria-current=current>{words.get(lang)}</a> }
    });
    Some(view! { <nav class="tabs" aria-label=w::BASES.get(lang)>{items.collect_view()}</nav> }.into_any())
}

/// Whether the two years of a change may be compared, or why nothing is drawn. A map of one year compares none.
#[component]
fn MapFinding<'a>(page: &'a MapPage<'a>) -> Option<AnyView> {
    if page.kind != MapKind::Change && page.refused.is_none() {
        return None;
    }
    let apart = page.verdict.comparable == Some(false);
    let (class, text) = match &page.refused {
        Some(reason) if !apart => ("note none", reason.clone()),
        _ if apart => ("note ne", page.verdict.text()),
        _ => ("note same", page.verdict.text()),
    };
    // The fonts have no such sign: it is drawn, and said in words after it.
    let shape = apart.then(|| view! { <svg class="i" aria-hidden="true"><use href="#i-ne"/></svg> });
    Some(view! { <p class=class>{shape}{text}</p> }.into_any())
}

/// The key as a table: what the colours say, in words and numbers.
#[component]
fn MapKey<'a>(page: &'a MapPage<'a>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let without = page
        .made
        .readings
        .iter()
        .filter(|reading| reading.tiled && reading.class.is_none())
        .count();
    let classes = page.made.classes.iter().map(|class| (class.label.clone(), class.count));
    let none = (without > 0).then(|| (page.no_data().to_owned(), without));
    let rows = classes.chain(none).map(|(label, count)| {
        view! { <tr><th scope="row">{label}</th><td class="num">{count}</td></tr> }
    });
    view! {
        <table class="plain mapkey">
            <caption>{w::KEY_CAPTION.get(lang)}</caption>
            <thead><tr><th scope="col">{w::KEY_CLASS.get(lang)}</th><th scope="col" class="num">{w::KEY_COUNT.get(lang)}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// Maps of the other indicators, each of its newest year.
#[component]
fn MapOthers<'a>(page: &'a MapPage<'a>) -> Option<AnyView> {
    let cx = &*page_context();
    let lang = cx.lang();
    let all = cx.snapshot().catalogue.indicators();
    let others: Vec<(String, String)> = all
        .filter(|(id, _)| *id != page.query.indicator)
        .filter_map(|(id, indicator)| {
            let year = map::default_year(cx, id)?;
            let text = format!("{} {year}", indicator.short.get(lang));
            Some((cx.links.map_with(&indicator.slug, year, &[]), text))
        })
        .collect();
    if others.is_empty() {
        return None;
    }
    let items = others.into_iter().map(|(href, text)| view! { <a href=href>{text}</a> });
    let view = view! {
        <h3 id="others-h">{w::OTHER_MAPS.get(lang)}</h3>
        <nav class="tabs" aria-labelledby="others-h">{items.collect_view()}</nav>
    };
    Some(view.into_any())
}

/// Every province with its value and class.
#[component]
fn MapTable<'a>(page: &'a MapPage<'a>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let (snapshot, key) = (cx.snapshot(), page.table.key);
    let rows = page.made.readings.iter().zip(&page.noted).map(|(reading, numbers)| {
        let slug = &snapshot.catalogue.provinces.get(reading.province).slug;
        let name = finding::name(snapshot, lang, reading.province, key);
        let region = finding::region(snapshot, lang, reading.province, key);
        let letters = snapshot.catalogue.tiles.tile(key.basis, reading.province);
        let class = match (reading.class, reading.tiled) {
            (Some(at), _) => page
                .made
                .classes
                .get(at)
                .map(|class| class.label.clone())
                .unwrap_or_default(),
            (None, true) => page.no_data().to_owned(),
            (None, false) => w::NO_TILE.get(lang).to_owned(),
        };
        let value = match reading.value {
            Some(_) => reading.text.clone().into_any(),
            None => view! { <span class="soft">{reading.text.clone()}</span> }.into_any(),
        };
        let followed = page.query.followed.contains(&reading.province);
        let mark = followed.then(|| view! { <span class="vh">" ("{m::HIGHLIGHTED.get(lang)}")"</span> });
        view! {
            <tr class=followed.then_some("me")>
                <th scope="row"><a href=cx.links.province(slug)>{name}</a>{mark}<small>{region}</small></th>
                <td>{letters.map(|tile| tile.short.clone())}</td>
                <td>{value}</td>
                <td>{class}</td>
                <td><SourceNotes numbers/></td>
            </tr>
        }
    });
    let heads = [m::PROVINCE, w::LETTERS, m::VALUE, w::CLASS, m::SOURCE];
    let label = fill!(w::TABLE_CAPTION, lang, subtitle = &page.model.subtitle);
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label.clone()>
            <table class="plain maptable">
                <caption class="vh">{label.clone()}</caption>
                <thead><tr>{heads.map(|head| view! { <th scope="col">{head.get(lang)}</th> }).into_iter().collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}
