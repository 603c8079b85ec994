//! What changes the table: one folded line that states the selection, and the line of years.

use leptos::prelude::*;
use messages::{common as m, fill, ranking as w, since as sw};

use domain::{ComponentId, ProvinceList};

use crate::{
    components::{
        province_options,
        years::{self, YearSlider},
    },
    context::{PageContext, page_context},
    findings::headline as finding,
    route::Route,
    views::{ranking::model::RankingPage, rebased::page::BasisChoice},
};

#[component]
fn RankingOption<'a>(value: &'a str, text: &'a str, selected: bool) -> impl IntoView + use<> {
    view! { <option value=value.to_owned() selected=selected>{text.to_owned()}</option> }
}

/// The names of the followed provinces, and what stands for them in addresses.
fn followed(cx: &PageContext, page: &RankingPage<'_>) -> (String, String) {
    let provinces = &cx.snapshot().catalogue.provinces;
    let (mut names, mut slugs) = (Vec::new(), Vec::new());
    for id in &page.query.followed {
        names.push(finding::name(cx.snapshot(), cx.lang(), *id, page.table.key));
        slugs.push(provinces.get(*id).slug.as_str());
    }
    (names.join(", "), slugs.join(","))
}

/// "Tổng hợp · cả nước · danh sách 63 tỉnh, thành · đánh dấu Nghệ An".
fn selection(cx: &PageContext, page: &RankingPage<'_>) -> String {
    let (lang, query) = (cx.lang(), &page.query);
    let catalogue = &cx.snapshot().catalogue;
    let component = if query.component == ComponentId::TOTAL {
        w::OVERALL.get(lang).to_owned()
    } else {
        let part = catalogue.indicator(query.indicator).component(query.component);
        part.name_in(Some(query.year)).get(lang).to_owned()
    };
    let region = query.region.map(|id| catalogue.provinces.region(id).name.get(lang));
    let mut parts = vec![component, region.unwrap_or(w::COUNTRY.get(lang)).to_owned()];
    parts.push(fill!(w::BASIS, lang, count = page.table.key.basis.code()));
    if !query.name.is_empty() {
        parts.push(fill!(w::FILTERED, lang, query = &query.name));
    }
    let (names, _) = followed(cx, page);
    if !names.is_empty() {
        parts.push(fill!(w::MARKED, lang, provinces = &names));
    }
    parts.join(" · ")
}

/// The form, folded under what is selected.
#[component]
pub(super) fn RankingControls<'a>(page: &'a RankingPage<'a>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let query = &page.query;
    let edition = cx
        .links
        .edition
        .map(|n| view! { <input type="hidden" name="edition" value=n.to_string()/> });
    view! {
        <details class="choice">
            <summary><span>{selection(cx, page)}</span>" "<small>{w::CHOOSE.get(lang)}</small></summary>
            <form class="filters" method="get" action=cx.links.bare(Route::Rankings)>
                <input type="hidden" name="year" value=query.year.to_string()/>
                {edition}
                <RankingIndicatorChoice page/>
                <RankingRowFilters page/>
                <button type="submit">{m::SHOW.get(lang)}</button>
            </form>
        </details>
    }
}

/// Indicator, component and list.
#[component]
fn RankingIndicatorChoice<'a>(page: &'a RankingPage<'a>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let (lang, query) = (cx.lang(), &page.query);
    let catalogue = &cx.snapshot().catalogue;
    let indicators = catalogue.indicators().map(
        |(id, i)| view! { <RankingOption value=&i.slug text=i.short.get(lang) selected={id == query.indicator}/> },
    );
    let indicator = catalogue.indicator(query.indicator);
    let components = indicator
        .components()
        .filter(|(id, c)| {
            let key = domain::TableKey {
                component: *id,
                ..page.table.key
            };
            c.exists_in(query.year) && cx.snapshot().table(key).is_some_and(|t| !t.rows.is_empty())
        })
        .map(|(id, c)| view! { <RankingOption value=&c.slug text=c.name_in(Some(query.year)).get(lang) selected={id == query.component}/> });
    view! {
        <label>{m::INDICATOR.get(lang)}<select name="indicator">{indicators.collect_view()}</select></label>
        <label>{m::COMPONENT.get(lang)}<select name="component">{components.collect_view()}</select></label>
        <BasisChoice bases=&page.bases chosen=Some(page.table.key.basis)/>
    }
}

/// Region and name.
#[component]
fn RankingFilterFields<'a>(page: &'a RankingPage<'a>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let (lang, query, basis) = (cx.lang(), &page.query, page.table.key.basis);
    let provinces = &cx.snapshot().catalogue.provinces;
    let regions = provinces.scheme(basis.scheme()).map(
        |(id, r)| view! { <RankingOption value=&r.slug text=r.name.get(lang) selected={query.region == Some(id)}/> },
    );
    view! {
        <label>{m::REGION.get(lang)}<select name="region"><RankingOption value="" text=m::ALL_REGIONS.get(lang) selected=query.region.is_none()/>{regions.collect_view()}</select></label>
        <label>{m::FILTER_NAME.get(lang)}<input type="search" name="q" id="filter" maxlength="60" autocomplete="off" value=query.name.clone()/></label>
    }
}

/// Region, name and followed province.
#[component]
fn RankingRowFilters<'a>(page: &'a RankingPage<'a>) -> AnyView {
    let cx = &*page_context();
    let (lang, query, basis) = (cx.lang(), &page.query, page.table.key.basis);
    let provinces = &cx.snapshot().catalogue.provinces;
    let (names, slugs) = followed(cx, page);
    if province_options::too_many(cx.snapshot()) {
        return view! {
            <RankingFilterFields page/>
            <label>{m::FOLLOW.get(lang)}<input type="text" name="highlight" value=slugs maxlength="200" autocomplete="off"/></label>
        }
        .into_any();
    }
    let one = provinces
        .existing(query.year, basis)
        .map(|(_, p)| view! { <RankingOption value=&p.slug text=p.name_in(query.year).get(lang) selected={p.slug == slugs}/> });
    // Several followed provinces stay one choice of the list.
    let several = (query.followed.len() > 1).then(|| view! { <RankingOption value=&slugs text=&names selected=true/> });
    view! {
        <RankingFilterFields page/>
        <label>{m::FOLLOW.get(lang)}<select name="highlight"><RankingOption value="" text=m::FOLLOW_NONE.get(lang) selected=query.followed.is_empty()/>{several}{one.collect_view()}</select></label>
    }
    .into_any()
}

/// The component as it stands in addresses; nothing for the headline figure.
fn component<'a>(cx: &'a PageContext, page: &RankingPage<'_>) -> &'a str {
    let query = &page.query;
    match query.component {
        ComponentId::TOTAL => "",
        id => &cx.snapshot().catalogue.indicator(query.indicator).component(id).slug,
    }
}

/// The line of years.
#[component]
pub(super) fn RankingYears<'a>(page: &'a RankingPage<'a>) -> AnyView {
    let cx = &*page_context();
    let indicator = cx.snapshot().catalogue.indicator(page.query.indicator);
    let (_, followed) = followed(cx, page);
    let parameters = [("component", component(cx, page)), ("highlight", followed.as_str())];
    let of = (page.query.indicator, page.query.component);
    let all = years::of(cx.snapshot(), of, (&page.years, page.query.year), |year| {
        cx.links.ranking_with(&indicator.slug, year, &parameters)
    });
    view! { <YearSlider lang=cx.lang() label=m::YEAR years=&all/> }.into_any()
}

/// The way to changes over several years.
#[component]
pub(super) fn RankingSince<'a>(page: &'a RankingPage<'a>) -> Option<AnyView> {
    let cx = &*page_context();
    let earlier = page.years.first().is_some_and(|first| *first < page.query.year);
    let indicator = cx.snapshot().catalogue.indicator(page.query.indicator);
    let (_, followed) = followed(cx, page);
    let basis = page.query.basis.map_or("", ProvinceList::code);
    let of_since = [
        ("component", component(cx, page)),
        ("basis", basis),
        ("highlight", followed.as_str()),
    ];
    let href = cx.links.since(&indicator.slug, page.query.year, &of_since);
    earlier.then(|| view! { <p class="sinceway"><a href=href>{sw::SINCE_LINK.get(cx.lang())}</a></p> }.into_any())
}
