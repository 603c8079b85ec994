//! The addresses of feeds, and the page that lists them.

use messages::{common as m, feeds as w, fill};

use domain::{Listed, Province};
use leptos::prelude::*;

use super::{
    atom::atom,
    model::{self, Followed},
};
use crate::{
    Body, Cache, NEWS, PageResponse,
    components::layout::{Document, Frame, Section},
    context::{PageContext, page_context},
    query::Parameters,
    response,
    views::error::page as error,
    words,
};

pub(crate) fn feeds(cx: &PageContext, which: &[&str], _parameters: &Parameters) -> PageResponse {
    let catalogue = &cx.snapshot().catalogue;
    let slug = |file: &str| file.strip_suffix(".atom").map(str::to_owned);
    let followed = match which {
        [] => return response::page(view! { <FeedsPage/> }.into_any()),
        ["all.atom"] => Some(Followed::All),
        ["provinces", file] => {
            let id = slug(file).and_then(|slug| catalogue.provinces.by_slug(&slug));
            id.map(Followed::Province)
        }
        ["indicators", file] => {
            let id = slug(file).and_then(|slug| catalogue.indicator_by_slug(&slug));
            id.map(Followed::Indicator)
        }
        _ => None,
    };
    match followed {
        Some(followed) => PageResponse {
            status: 200,
            body: Body::Feed(atom(cx, &model::feed(cx, followed))),
            cache: Cache::Revalidate,
        },
        None => response::fail(error::not_found(cx, None), 404),
    }
}

/// The page that explains and lists the feeds.
#[component]
fn FeedsPage() -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let provinces = &cx.snapshot().catalogue.provinces;
    let of = |kept: &dyn Fn(&Province) -> bool| {
        let found = provinces.alphabetical().filter(|(_, province)| kept(province));
        let entries = found.map(|(id, p)| (Followed::Province(id), words::province(lang, p)));
        entries.collect::<Vec<_>>()
    };
    let indicators = cx.snapshot().catalogue.indicators();
    let indicators = indicators.map(|(id, of)| (Followed::Indicator(id), of.short.get(lang).to_owned()));
    let all = vec![(Followed::All, w::FEEDS_ALL.get(lang).to_owned())];
    let newest = model::feed(cx, Followed::All).entries.into_iter().take(3).map(|entry| {
        let lines = entry.lines.into_iter().map(|line| view! { <li>{line}</li> });
        view! { <h3>{entry.title}</h3><ul>{lines.collect_view()}</ul> }
    });
    let body = view! {
        <h1>{w::FEEDS.get(lang)}</h1>
        <p class="lead">{w::FEEDS_LEAD.get(lang)}</p>
        <p class="prose">{fill!(w::FEEDS_HOW, lang, limit = &NEWS.to_string())}</p>
        <FeedsList entries=all/>
        <h2>{w::FEEDS_INDICATORS.get(lang)}</h2>
        <FeedsList entries=indicators.collect()/>
        <h2>{m::PROVINCES_NOW.get(lang)}</h2>
        <FeedsList entries=of(&|p| p.listed != Listed::Before2025)/>
        <h2>{m::BASIS_63.get(lang)}</h2>
        <FeedsList entries=of(&|p| p.listed == Listed::Before2025)/>
        <h2>{w::FEEDS_NEWEST.get(lang)}</h2>
        <div class="entries">{newest.collect_view()}</div>
    }
    .into_any();
    let frame = Frame {
        feed: Some(Followed::All.paths(cx).1),
        ..Frame::new(w::FEEDS.get(lang), w::FEEDS_LEAD.get(lang), Section::None)
    };
    view! { <Document frame>{body}</Document> }.into_any()
}

#[component]
fn FeedsList(entries: Vec<(Followed, String)>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let items = entries.into_iter().map(|(followed, name)| {
        let href = format!("/{}{}", lang.code(), followed.paths(cx).1);
        let said = format!("Atom: {name}");
        view! { <li><b>{name}</b><span><a href=href type="application/atom+xml" aria-label=said>"Atom"</a></span></li> }
    });
    view! { <ul class="ready">{items.collect_view()}</ul> }
}
