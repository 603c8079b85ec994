//! Ready decks: the country, each region, each province.

use leptos::prelude::*;

use domain::{Basis, Listed, Province, ProvinceId};

use crate::{
    Reply,
    components::layout::{self, Frame, Section},
    context::Here,
    links::with_query,
    messages::Msg,
    query::Parameters,
    reply,
    shared::{self, Ready, panel_words as w},
    views::{deck::page::address, ranking::params as ranking_query},
    words,
};

/// The list of ready decks; those of the reader's own province come first.
pub(crate) fn decks(here: &Here<'_>, parameters: &Parameters) -> Reply {
    let mut bad = Vec::new();
    let highlight = parameters.get("highlight").unwrap_or_default();
    let own = ranking_query::followed(here.snapshot, here.lang(), highlight, &mut bad);
    if !bad.is_empty() {
        return reply::fail(crate::views::error::page::bad_request(here, &bad), 400);
    }
    reply::page(listed(here, &own))
}

fn listed(here: &Here<'_>, own: &[ProvinceId]) -> AnyView {
    let lang = here.lang();
    let number = here.snapshot.edition.number.to_string();
    let provinces = &here.snapshot.catalogue.provinces;
    let regions = |basis: Basis| {
        let regions = provinces.scheme(basis.scheme());
        let regions = regions.filter(|(id, _)| shared::region_has_charts(here.snapshot, *id));
        let entries = regions.map(|(_, region)| (format!("regions/{}", region.slug), region.name.get(lang).to_owned()));
        entries.collect::<Vec<_>>()
    };
    let of = |kept: &dyn Fn(&Province) -> bool| {
        let found = provinces
            .alphabetical()
            .filter(|(id, p)| kept(p) && shared::has_charts(here.snapshot, *id));
        let entries = found.map(|(_, p)| (format!("provinces/{}", p.slug), words::province(lang, p)));
        entries.collect::<Vec<_>>()
    };
    let own_first = own.iter().filter(|id| shared::has_charts(here.snapshot, **id));
    let own_first = own_first.map(|id| {
        let about = provinces.get(*id);
        (format!("provinces/{}", about.slug), words::province(lang, about))
    });
    let slugs: Vec<&str> = own.iter().map(|id| provinces.get(*id).slug.as_str()).collect();
    let marked = slugs.join(",");
    let list = |heading, entries| list(here, &marked, (heading, entries));
    let country = vec![("country".to_owned(), crate::messages::NATION.get(lang).to_owned())];
    let body = view! {
        <h1>{w::READY.get(lang)}</h1>
        <p class="lead">{w::READY_LEAD.get(lang)}</p>
        <p class="note none">{w::READY_MADE.fill(lang, &[&number])}</p>
        {list(Some(w::READY_OWN), own_first.collect())}
        {list(Some(w::READY_COUNTRY), country)}
        {list(Some(w::READY_REGIONS_34), regions(Basis::Of34))}
        {list(Some(w::READY_REGIONS_63), regions(Basis::Of63))}
        {list(Some(w::READY_34), of(&|p| p.listed != Listed::Of63))}
        {list(Some(w::READY_63), of(&|p| p.listed == Listed::Of63))}
    };
    let frame = Frame::new(w::READY.get(lang), w::READY_LEAD.get(lang), Section::None);
    layout::page(here, &frame, body.into_any())
}

/// Decks with their files, each also as a start for one's own.
fn list(here: &Here<'_>, marked: &str, (heading, entries): (Option<Msg>, Vec<(String, String)>)) -> Option<AnyView> {
    let lang = here.lang();
    if entries.is_empty() {
        return None;
    }
    let number = here.snapshot.edition.number.to_string();
    let items = entries.into_iter().map(|(which, name)| {
        // The deck of a province marks that province.
        let marked = if which.starts_with("provinces/") { "" } else { marked };
        let parameters = [
            ("lang", lang.code()),
            ("edition", number.as_str()),
            ("highlight", marked),
        ];
        let file = |ending: &str| with_query(&format!("/decks/{which}.{ending}"), &parameters);
        let open = here.links.ready(&which, &[("highlight", marked)]);
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
pub(crate) fn open(here: &Here<'_>, which: &[&str]) -> Reply {
    let which = match which {
        ["country"] => Ready::Country,
        ["regions", slug] => Ready::Region(slug),
        ["provinces", slug] => Ready::Province(slug),
        _ => return reply::fail(crate::views::error::page::not_found(here, None), 404),
    };
    let query = format!("lang={}&{}", here.lang().code(), here.query);
    match shared::ready(here.backend, which, &query) {
        Ok(deck) => reply::redirect(address(here.lang(), &deck, true, false)),
        Err(refused) => refused,
    }
}
