//! The list of provinces: the 34 of today, what each was formed from, and the former ones.

use leptos::prelude::*;
use messages::{common as m, fill, mergers as w};

use domain::{Listed, Province, ProvinceId, ProvinceList, Region, RegionId};

use crate::{
    components::{
        layout::{Document, Frame, Section},
        ways::BriefingLinks,
    },
    context::page_context,
    words,
};

#[component]
pub(crate) fn ProvincesView() -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let register = &cx.snapshot().catalogue.provinces;
    let now = register.scheme(ProvinceList::Since2025.scheme()).map(|(region, about)| {
        let members = register
            .alphabetical()
            .filter(|(_, p)| p.listed != Listed::Before2025 && p.in_region(region))
            .map(|(id, p)| view! { <ProvincesPresent id province=p/> }.into_any());
        view! { <section class="region"><h3>{about.name.get(lang)}</h3><ProvincesWay region=about/><ul>{members.collect_view()}</ul></section> }
    });
    let before = register.scheme(ProvinceList::Before2025.scheme()).map(|(region, about)| {
        view! { <section class="region"><h3>{about.name.get(lang)}</h3><ProvincesWay region=about/><ul><ProvincesFormer region/></ul></section> }
    });
    let older = register
        .alphabetical()
        .filter(|(_, p)| p.to.is_some_and(|to| to.year() < 2025))
        .map(|(_, p)| view! { <ProvincesOld province=p/> }.into_any());
    let title = m::PROVINCES.get(lang);
    let body = view! {
        <h1>{title}</h1>
        <p class="lead">{m::PROVINCES_LEAD.get(lang)}</p>
        <h2>{m::PROVINCES_NOW.get(lang)}</h2>
        <div class="regions">{now.collect_view()}</div>
        <h2>{m::PROVINCES_BEFORE.get(lang)}</h2>
        <div class="regions">{before.collect_view()}</div>
        <h2>{m::PROVINCES_FORMER.get(lang)}</h2>
        <ul>{older.collect_view()}</ul>
    }
    .into_any();
    view! { <Document frame=Frame::new(title, m::PROVINCES_LEAD.get(lang), Section::Provinces)>{body}</Document> }
        .into_any()
}

/// The briefing of a region.
#[component]
fn ProvincesWay<'a>(region: &'a Region) -> AnyView {
    let cx = &*page_context();
    let path = format!("/regions/{}", region.slug);
    view! { <BriefingLinks path=path name=region.name.get(cx.lang())/> }.into_any()
}

#[component]
fn ProvincesPresent<'a>(id: ProvinceId, province: &'a Province) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let parts: Vec<String> = cx
        .snapshot()
        .catalogue
        .provinces
        .predecessors(id)
        .map(|(_, p)| p.name.get(lang).to_owned())
        .collect();
    let from = if province.listed == Listed::Both {
        m::UNCHANGED.get(lang).to_owned()
    } else {
        fill!(m::FORMED_FROM, lang, provinces = &words::list(lang, &parts))
    };
    let href = cx.links.province(&province.slug);
    view! { <li><a href=href>{province.name.get(lang).to_owned()}</a>" "<small>{from}</small></li> }.into_any()
}

#[component]
fn ProvincesFormer(region: RegionId) -> AnyView {
    let cx = &*page_context();
    let register = &cx.snapshot().catalogue.provinces;
    let day = domain::Date::new(2025, 6, 30);
    register
        .alphabetical()
        .filter(|(_, p)| p.listed != Listed::Since2025 && p.in_region(region) && day.is_some_and(|d| p.exists_on(d)))
        .map(|(_, p)| view! { <ProvincesOld province=p/> }.into_any())
        .collect_view()
        .into_any()
}

#[component]
fn ProvincesOld<'a>(province: &'a Province) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let register = &cx.snapshot().catalogue.provinces;
    let now = province.successor.map(|id| register.get(id)).map(|now| {
        let href = cx.links.province(&now.slug);
        view! { {w::NOW_IS.get(lang)}" "<a class="to" href=href>{now.name.get(lang).to_owned()}</a> }
    });
    let until = province.to.filter(|to| to.year() < 2025);
    let until = until.map(|to| format!("{}, ", fill!(w::UNTIL, lang, date = &to.format(lang))));
    let href = cx.links.province(&province.slug);
    view! { <li><a href=href>{words::province(lang, province)}</a>" "<small>{until}{now}</small></li> }.into_any()
}
