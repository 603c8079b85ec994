//! The pages that search engines are told of (sitemaps.org): each under its own address, in both languages, without
//! edition.

use std::io;

use domain::{ComponentId, Lang};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

use crate::{
    SharedBackend,
    context::PageContext,
    links::Links,
    problem::without_figures,
    response::PageResponse,
    route::Route,
    views::{dispersion::model::dispersion, map::model as map},
};

/// The protocol allows no more addresses in one file.
const MOST: usize = 50_000;

/// The sitemap of the newest edition, in XML.
///
/// # Errors
/// A page with status 503 without any edition.
pub fn sitemap(backend: &SharedBackend) -> Result<String, PageResponse> {
    let newest = backend.snapshot(None).ok_or_else(without_figures)?;
    let links = Links {
        lang: Lang::default(),
        edition: None,
        unmarked: false,
    };
    let cx = PageContext::new(backend, newest, links, ("", ""));
    Ok(written(&cx))
}

fn written(cx: &PageContext) -> String {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 0);
    let done = document(&mut xml, cx);
    debug_assert!(done.is_ok(), "memory takes every text");
    String::from_utf8(xml.into_inner()).unwrap_or_default()
}

fn document(xml: &mut Writer<Vec<u8>>, cx: &PageContext) -> io::Result<()> {
    let changed = cx.snapshot().edition.published.iso();
    let addresses = paths(cx)
        .into_iter()
        .flat_map(|path| Lang::ALL.map(|lang| format!("{}/{}{path}", cx.backend().origin(), lang.code())));
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let root = xml
        .create_element("urlset")
        .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"));
    root.write_inner_content(|xml| {
        addresses.take(MOST).try_for_each(|address| {
            let page = xml.create_element("url");
            page.write_inner_content(|xml| {
                element(xml, "loc", &address)?;
                element(xml, "lastmod", &changed)
            })
            .map(drop)
        })
    })?;
    xml.write_event(Event::Text(BytesText::new("\n")))
}

fn element(xml: &mut Writer<Vec<u8>>, name: &str, text: &str) -> io::Result<()> {
    xml.create_element(name)
        .write_text_content(BytesText::new(text))
        .map(drop)
}

/// Paths below the language: general pages first, then those that hold most.
fn paths(cx: &PageContext) -> Vec<String> {
    let (snapshot, catalogue) = (cx.snapshot(), &cx.snapshot().catalogue);
    let general = [
        Route::Overview,
        Route::Provinces,
        Route::Indicators,
        Route::Compare,
        Route::Sources,
        Route::NationalBriefing,
        Route::Decks,
        Route::Embedding,
        Route::Feeds,
    ];
    let mut all: Vec<String> = general.into_iter().map(|route| route.path().into_owned()).collect();
    let mut add = |route: Route<'_>| all.push(route.path().into_owned());
    for (id, about) in catalogue.indicators() {
        let indicator = about.slug.as_str();
        add(Route::Indicator { indicator });
        if dispersion(cx, id).is_some() {
            add(Route::Dispersion { indicator });
        }
        for year in snapshot.years(id, ComponentId::TOTAL) {
            let mapped = snapshot
                .bases(id, ComponentId::TOTAL, year)
                .first()
                .is_some_and(|basis| map::offered(cx, *basis));
            let year = &year.to_string();
            add(Route::Ranking { indicator, year });
            if mapped {
                add(Route::Map { indicator, year });
            }
        }
    }
    for (_, province) in catalogue.provinces.alphabetical() {
        let province = province.slug.as_str();
        add(Route::Province { province });
    }
    all
}
