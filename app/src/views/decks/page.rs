//! Ready decks: the country, each region, each province.

use leptos::prelude::*;
use messages::{Msg, fill, share as w};

use domain::{Listed, Province, ProvinceId, ProvinceList};

use crate::{
    PageResponse,
    components::layout::{Document, Frame, Section},
    context::{PageContext, page_context},
    export::{self, Ready},
    links::with_query,
    query::Parameters,
    response,
    views::{deck::page::address, parameters::provinces},
    words,
};

/// The list of ready decks; those of the reader's own province come first.
pub(crate) fn decks(cx: &PageContext, parameters: &Parameters) -> PageResponse {
    match provinces(cx, "highlight", parameters) {
        Ok(own) => response::page(view! { <DecksView own=&own/> }.into_any()),
        Err(bad) => response::fail(crate::views::error::page::bad_request(cx, &bad.into()), 400),
    }
}

#[component]
fn DecksView<'a>(own: &'a [ProvinceId]) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let number = cx.snapshot().edition.number.to_string();
    let provinces = &cx.snapshot().catalogue.provinces;
    let regions = |basis: ProvinceList| {
        let regions = provinces.scheme(basis.scheme());
        let regions = regions.filter(|(id, _)| export::region_has_charts(cx.snapshot(), *id));
        let entries = regions.map(|(_, region)| (format!("regions/{}", region.slug), region.name.get(lang).to_owned()));
        entries.collect::<Vec<_>>()
    };
    let of = |kept: &dyn Fn(&Province) -> bool| {
        let found = provinces
            .alphabetical()
            .filter(|(id, p)| kept(p) && export::has_charts(cx.snapshot(), *id));
        let entries = found.map(|(_, p)| (format!("provinces/{}", p.slug), words::province(lang, p)));
        entries.collect::<Vec<_>>()
    };
    let own_first = own.iter().filter(|id| export::has_charts(cx.snapshot(), **id));
    let own_first = own_first.map(|id| {
        let about = provinces.get(*id);
        (format!("provinces/{}", about.slug), words::province(lang, about))
    });
    let slugs: Vec<&str> = own.iter().map(|id| provinces.get(*id).slug.as_str()).collect();
    let marked = slugs.join(",");
    let list = |heading, entries| list(cx, &marked, (heading, entries));
    let country = vec![("country".to_owned(), messages::common::NATION.get(lang).to_owned())];
    let body = view! {
        <h1>{w::READY.get(lang)}</h1>
        <p class="lead">{w::READY_LEAD.get(lang)}</p>
        <p class="note none">{fill!(w::READY_MADE, lang, edition = &number)}</p>
        {list(Some(w::READY_OWN), own_first.collect())}
        {list(Some(w::READY_COUNTRY), country)}
        {list(Some(w::READY_REGIONS_34), regions(ProvinceList::Since2025))}
        {list(Some(w::READY_REGIONS_63), regions(ProvinceList::Before2025))}
        {list(Some(w::READY_34), of(&|p| p.listed != Listed::Before2025))}
        {list(Some(w::READY_63), of(&|p| p.listed == Listed::Before2025))}
    }
    .into_any();
    let frame = Frame::new(w::READY.get(lang), w::READY_LEAD.get(lang), Section::None);
    view! { <Document frame>{body}</Document> }.into_any()
}

/// Decks with their files, each also as a start for one's own.
fn list(cx: &PageContext, marked: &str, (heading, entries): (Option<Msg>, Vec<(String, String)>)) -> Option<AnyView> {
    let lang = cx.lang();
    if entries.is_empty() {
        return None;
    }
    let number = cx.snapshot().edition.number.to_string();
    let items = entries.into_iter().map(|(which, name)| {
        // The deck of a province marks that province.
        let marked = if which.starts_with("provinces/") { "" } else { marked };
        let parameters = [
            ("lang", lang.code()),
            ("edition", number.as_str()),
            ("highlight", marked),
        ];
        let file = |ending: &str| with_query(&format!("/decks/{which}.{ending}"), &parameters);
        let open = cx.links.ready(&which, &[("highlight", marked)]);
        let said = |words: &str| format!("{words}: {name}");
        view! {
            <li><b>{name.clone()}</b><span>
                <a href=file("pptx") aria-label=said("PPTX")>"PPTX"</a>" "
                <a href=file("xlsx") aria-label=said("XLSX")>"XLSX"</a>" "
                <a href=open aria-label=said(w::READY_OPEN.get(lang))>{w::READY_OPEN.get(lang)}</a>
            </span></li>
        }
    });
    let list = view! {
        {heading.map(|words| view! { <h2>{words.get(lang)}</h2> })}
        <ul class="ready">{items.collect_view()}</ul>
    };
    Some(list.into_any())
}

/// Leads to the deck builder with the charts of a ready deck, frozen at the edition that is read.
pub(crate) fn open(cx: &PageContext, which: &[&str]) -> PageResponse {
    let which = match which {
        ["country"] => Ready::Country,
        ["regions", slug] => Ready::Region(slug),
        ["provinces", slug] => Ready::Province(slug),
        _ => return response::fail(crate::views::error::page::not_found(cx, None), 404),
    };
    let query = format!("lang={}&{}", cx.lang().code(), cx.query());
    match export::ready(cx.backend(), which, &query) {
        Ok(deck) => response::redirect(address(cx.lang(), &deck, true, false)),
        Err(refused) => refused,
    }
}
