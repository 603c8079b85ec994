//! Search: a page without scripts, and the fragment that the search island shows.

use leptos::prelude::*;
use messages::{common as m, fill, mergers as w, search as aw};

use domain::{Hit, Lang, Province};

use super::model::{self as answers, Answer};
use crate::{
    components::layout::{Document, Frame, Section},
    context::{PageContext, page_context},
    words,
};

/// Results shown as suggestions.
const SUGGESTED: usize = 8;

#[component]
pub(crate) fn SearchView<'a>(query: &'a str) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let catalogue = &cx.snapshot().catalogue;
    let parsed = catalogue.parse_query(query);
    let found = answers::answers(cx, &parsed);
    let mut hits = catalogue.search(query);
    if hits.is_empty() {
        hits = answers::pages_of(&parsed);
    }
    let says = match (query.is_empty(), found.is_empty(), hits.len()) {
        (true, ..) => m::SEARCH_EMPTY.get(lang).to_owned(),
        (false, true, 0) => fill!(m::SEARCH_NONE, lang, query = query),
        (false, true, n) => fill!(m::SEARCH_RESULTS, lang, count = n, query = query),
        (false, false, _) => fill!(aw::UNDERSTOOD, lang, list = &answers::understood(cx, &parsed)),
    };
    // A name that is only begun is unknown as a whole, and found all the same.
    let unknown = parsed.unknown.iter().filter(|_| parsed.understood() || hits.is_empty());
    let unknown = unknown.map(|part| {
        view! { <NotUnderstood sentence={fill!(aw::UNKNOWN, lang, part = &part.text)} meant=&part.meant/> }.into_any()
    });
    let related = (!found.is_empty() && !hits.is_empty()).then(|| view! { <h2>{aw::PAGES.get(lang)}</h2> });
    let body = view! {
        <h1>{m::SEARCH_TITLE.get(lang)}</h1>
        <p class="lead" role="status">{says}</p>
        {unknown.collect_view()}
        <SearchAnswerList found/>
        {related}
        <ul class="hits"><SearchHitItems hits=&hits/></ul>
        <p><a href=cx.links.provinces()>{m::PROVINCES.get(lang)}</a>" · "<a href=cx.links.indicators()>{m::INDICATORS.get(lang)}</a></p>
    }
    .into_any();
    let frame = Frame {
        searched: query.to_owned(),
        indexed: false,
        ..Frame::new(m::SEARCH_TITLE.get(lang), m::SEARCH_EMPTY.get(lang), Section::None)
    };
    view! { <Document frame>{body}</Document> }.into_any()
}

/// Figures with their rank and ways on.
#[component]
pub(crate) fn SearchAnswerList(found: Vec<Answer>) -> Option<AnyView> {
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
#[component]
pub(crate) fn NotUnderstood<'a>(#[prop(into)] sentence: String, meant: &'a [Hit]) -> AnyView {
    let cx = &*page_context();
    let names = meant.iter().enumerate().map(|(at, hit)| {
        let (name, _, href) = said(cx, *hit);
        let comma = if at == 0 { " " } else { ", " };
        view! { {comma}<a href=href>{name}</a> }
    });
    let offer = (!meant.is_empty()).then(|| view! { " "{aw::MEANT.get(cx.lang())}{names.collect_view()} });
    view! { <p>{sentence.to_owned()}{offer}</p> }.into_any()
}

#[component]
fn SearchHitItems<'a>(hits: &'a [Hit]) -> AnyView {
    let cx = &*page_context();
    let items = hits.iter().map(|hit| {
        let (name, kind, href) = said(cx, *hit);
        view! { <li><a href=href>{name}</a>" "<small>{kind}</small></li> }
    });
    items.collect_view().into_any()
}

/// The first results as options of a list box; empty when there are none.
#[component]
pub(crate) fn Suggestions<'a>(query: &'a str) -> AnyView {
    let cx = &*page_context();
    let catalogue = &cx.snapshot().catalogue;
    let mut hits = catalogue.search(query);
    if hits.is_empty() {
        hits = answers::pages_of(&catalogue.parse_query(query));
    }
    hits.into_iter()
        .take(SUGGESTED)
        .enumerate()
        .map(|(i, hit)| {
            let (name, kind, href) = said(cx, hit);
            view! { <li role="option" id=format!("sug{i}") aria-selected="false"><a href=href tabindex="-1">{name}" "<small>{kind}</small></a></li> }
        })
        .collect_view()
        .into_any()
}

/// What a province is, its code, the days of both, and what became of it: a name and a code may mean two units.
fn about(cx: &PageContext, province: &Province) -> String {
    let lang = cx.lang();
    let kind = if province.city {
        m::PROVINCE_CITY
    } else {
        m::PROVINCE_KIND
    };
    let mut says = vec![
        kind.get(lang).to_owned(),
        fill!(w::CODE_SHORT, lang, code = &province.code),
    ];
    says.extend(province.from.map(|day| fill!(w::SINCE, lang, date = &day.format(lang))));
    says.extend(province.to.map(|day| fill!(w::UNTIL, lang, date = &day.format(lang))));
    let now = province.successor.map(|id| cx.snapshot().catalogue.provinces.get(id));
    says.extend(now.map(|now| fill!(m::NOW, lang, province = now.name.get(lang))));
    says.join(" · ")
}

/// Name, kind and address of something found.
fn said(cx: &PageContext, hit: Hit) -> (String, String, String) {
    let lang: Lang = cx.lang();
    let catalogue = &cx.snapshot().catalogue;
    match hit {
        Hit::Province(id) => {
            let province = catalogue.provinces.get(id);
            let kind = about(cx, province);
            (words::province(lang, province), kind, cx.links.province(&province.slug))
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
                cx.links.indicator(&indicator.slug),
            )
        }
    }
}
