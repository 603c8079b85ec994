//! Search: a page without scripts, and the fragment that the search island shows.

use leptos::prelude::*;

use domain::{Hit, Lang, Province};

use super::{
    model::{self as answers, Answer},
    words as aw,
};
use crate::{
    components::layout::{self, Frame, Section},
    context::Here,
    findings::merger_words as w,
    messages as m, words,
};

/// Results shown as suggestions.
const SUGGESTED: usize = 8;

pub(crate) fn search(here: &Here<'_>, query: &str) -> AnyView {
    let lang = here.lang();
    let catalogue = &here.snapshot.catalogue;
    let parsed = catalogue.parse_query(query);
    let found = answers::answers(here, &parsed);
    let mut hits = catalogue.search(query);
    if hits.is_empty() {
        hits = answers::pages_of(&parsed);
    }
    let says = match (query.is_empty(), found.is_empty(), hits.len()) {
        (true, ..) => m::SEARCH_EMPTY.get(lang).to_owned(),
        (false, true, 0) => m::SEARCH_NONE.fill(lang, &[query]),
        (false, true, n) => m::SEARCH_RESULTS.fill(lang, &[&n.to_string(), query]),
        (false, false, _) => aw::UNDERSTOOD.fill(lang, &[&answers::understood(here, &parsed)]),
    };
    // A name that is only begun is unknown as a whole, and found all the same.
    let unknown = parsed.unknown.iter().filter(|_| parsed.understood() || hits.is_empty());
    let unknown = unknown.map(|part| not_understood(here, &aw::UNKNOWN.fill(lang, &[&part.text]), &part.meant));
    let related = (!found.is_empty() && !hits.is_empty()).then(|| view! { <h2>{aw::PAGES.get(lang)}</h2> });
    let body = view! {
        <h1>{m::SEARCH_TITLE.get(lang)}</h1>
        <p class="lead" role="status">{says}</p>
        {unknown.collect_view()}
        {answer_list(found)}
        {related}
        <ul class="hits">{hit_items(here, &hits)}</ul>
        <p><a href=here.links.provinces()>{m::PROVINCES.get(lang)}</a>" · "<a href=here.links.indicators()>{m::INDICATORS.get(lang)}</a></p>
    };
    let frame = Frame {
        searched: query.to_owned(),
        indexed: false,
        ..Frame::new(m::SEARCH_TITLE.get(lang), m::SEARCH_EMPTY.get(lang), Section::None)
    };
    layout::page(here, &frame, body.into_any())
}

/// Figures with their rank and ways on.
pub(crate) fn answer_list(found: Vec<Answer>) -> Option<AnyView> {
    let item = |answer: Answer| {
        let links = answer.links.into_iter().enumerate().map(|(at, (href, text))| {
            let dot = if at == 0 { "" } else { " · " };
            view! { {dot}<a href=href>{text}</a> }
        });
        view! { <li><a href=answer.href>{answer.title}</a><br/>{answer.text}<br/><small>{links.collect_view()}</small></li> }
    };
    (!found.is_empty())
        .then(|| view! { <ol class="answers">{found.into_iter().map(item).collect_view()}</ol> }.into_any())
}

/// A sentence about words that are not known, with the pages that may have been meant.
pub(crate) fn not_understood(here: &Here<'_>, sentence: &str, meant: &[Hit]) -> AnyView {
    let names = meant.iter().enumerate().map(|(at, hit)| {
        let (name, _, href) = said(here, *hit);
        let comma = if at == 0 { " " } else { ", " };
        view! { {comma}<a href=href>{name}</a> }
    });
    let offer = (!meant.is_empty()).then(|| view! { " "{aw::MEANT.get(here.lang())}{names.collect_view()} });
    view! { <p>{sentence.to_owned()}{offer}</p> }.into_any()
}

fn hit_items(here: &Here<'_>, hits: &[Hit]) -> AnyView {
    let items = hits.iter().map(|hit| {
        let (name, kind, href) = said(here, *hit);
        view! { <li><a href=href>{name}</a>" "<small>{kind}</small></li> }
    });
    items.collect_view().into_any()
}

/// The first results as options of a list box; empty when there are none.
pub(crate) fn suggestions(here: &Here<'_>, query: &str) -> AnyView {
    let catalogue = &here.snapshot.catalogue;
    let mut hits = catalogue.search(query);
    if hits.is_empty() {
        hits = answers::pages_of(&catalogue.parse_query(query));
    }
    hits.into_iter()
        .take(SUGGESTED)
        .enumerate()
        .map(|(i, hit)| {
            let (name, kind, href) = said(here, hit);
            view! { <li role="option" id=format!("sug{i}") aria-selected="false"><a href=href tabindex="-1">{name}" "<small>{kind}</small></a></li> }
        })
        .collect_view()
        .into_any()
}

/// What a province is, its code, the days of both, and what became of it: a name and a code may mean two units.
fn about(here: &Here<'_>, province: &Province) -> String {
    let lang = here.lang();
    let kind = if province.city {
        m::PROVINCE_CITY
    } else {
        m::PROVINCE_KIND
    };
    let mut says = vec![kind.get(lang).to_owned(), w::CODE_SHORT.fill(lang, &[&province.code])];
    says.extend(province.from.map(|day| w::SINCE.fill(lang, &[&day.format(lang)])));
    says.extend(province.to.map(|day| w::UNTIL.fill(lang, &[&day.format(lang)])));
    let now = province.successor.map(|id| here.snapshot.catalogue.provinces.get(id));
    says.extend(now.map(|now| m::NOW.fill(lang, &[now.name.get(lang)])));
    says.join(" · ")
}

/// Name, kind and address of something found.
fn said(here: &Here<'_>, hit: Hit) -> (String, String, String) {
    let lang: Lang = here.lang();
    let catalogue = &here.snapshot.catalogue;
    match hit {
        Hit::Province(id) => {
            let province = catalogue.provinces.get(id);
            let kind = about(here, province);
            (
                words::province(lang, province),
                kind,
                here.links.province(&province.slug),
            )
        }
        Hit::Indicator(id) => {
            let indicator = catalogue.indicator(id);
            let short = indicator.short.get(lang);
            let long = indicator.name.get(lang);
            let name = if short == long {
                short.to_owned()
            } else {
                format!("{short} – {long}")
            };
            (
                name,
                m::INDICATOR.get(lang).to_owned(),
                here.links.indicator(&indicator.slug),
            )
        }
    }
}
