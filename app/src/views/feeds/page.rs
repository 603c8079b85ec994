//! Atom feeds, and the page that lists them.

use messages::{common as m, feeds as w, fill};
use std::fmt::Write as _;

use domain::{Listed, Province};
use leptos::prelude::*;

use super::model::{self, Entry, Feed, Followed};
use crate::{
    Body, Cache, NEWS, PageResponse,
    components::{
        layout::{self, Frame, Section},
        shapes::escape,
    },
    context::PageContext,
    query::Parameters,
    response,
    views::error::page as error,
    words,
};

pub(crate) fn feeds(cx: &PageContext<'_>, which: &[&str], _parameters: &Parameters) -> PageResponse {
    let catalogue = &cx.snapshot.catalogue;
    let slug = |file: &str| file.strip_suffix(".atom").map(str::to_owned);
    let followed = match which {
        [] => return response::page(page(cx)),
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

/// The feed as Atom (RFC 4287).
fn atom(cx: &PageContext<'_>, feed: &Feed) -> String {
    let code = cx.lang().code();
    let home = format!("{}/{code}", cx.backend.origin());
    let own = format!("{home}{}", feed.path);
    let page = format!("{home}{}", feed.page);
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    put(
        &mut xml,
        format_args!("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{code}\">\n"),
    );
    put(&mut xml, format_args!("<id>{}</id>\n", text(&own)));
    put(&mut xml, format_args!("<title>{}</title>\n", text(&feed.title)));
    let subtitle = text(w::FEED_SUBTITLE.get(cx.lang()));
    put(&mut xml, format_args!("<subtitle>{subtitle}</subtitle>\n"));
    put(&mut xml, format_args!("<updated>{}</updated>\n", moment(feed.updated)));
    let site = m::SITE.get(cx.lang());
    put(
        &mut xml,
        format_args!(
            "<author><name>{}</name><uri>{}</uri></author>\n",
            text(site),
            text(&home)
        ),
    );
    let link = |rel: &str, kind: &str, href: &str| {
        format!(
            "<link rel=\"{rel}\" type=\"{kind}\" hreflang=\"{code}\" href=\"{}\"/>\n",
            text(href)
        )
    };
    xml.push_str(&link("self", "application/atom+xml", &own));
    xml.push_str(&link("alternate", "text/html", &page));
    for entry in &feed.entries {
        put_entry(&mut xml, entry, &page, &link);
    }
    xml.push_str("</feed>\n");
    xml
}

/// Its name for ever is the address of the page under the edition.
fn put_entry(xml: &mut String, entry: &Entry, page: &str, link: &dyn Fn(&str, &str, &str) -> String) {
    let address = format!("{page}?edition={}", entry.number);
    let day = moment(entry.published);
    put(
        xml,
        format_args!(
            "<entry>\n<id>{}</id>\n<title>{}</title>\n",
            text(&address),
            text(&entry.title)
        ),
    );
    put(
        xml,
        format_args!("<updated>{day}</updated>\n<published>{day}</published>\n"),
    );
    xml.push_str(&link("alternate", "text/html", &address));
    let items: String = entry
        .lines
        .iter()
        .map(|line| format!("<li>{}</li>", text(line)))
        .collect();
    let html = format!("<ul>{items}</ul>");
    put(
        xml,
        format_args!("<content type=\"html\">{}</content>\n</entry>\n", escape(&html)),
    );
}

/// Text for XML: in NFC, without characters that XML does not have.
fn text(text: &str) -> String {
    let allowed = |c: &char| matches!(c, '\t' | '\n' | '\r') || *c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}');
    let kept: String = text.chars().filter(allowed).collect();
    escape(&kept)
}

/// The beginning of a day in Viet Nam.
fn moment(day: domain::Date) -> String {
    format!("{}T00:00:00+07:00", day.iso())
}

fn put(xml: &mut String, text: std::fmt::Arguments<'_>) {
    let written = xml.write_fmt(text);
    debug_assert!(written.is_ok(), "a string takes every text");
}

/// The page that explains and lists the feeds.
fn page(cx: &PageContext<'_>) -> AnyView {
    let lang = cx.lang();
    let provinces = &cx.snapshot.catalogue.provinces;
    let of = |kept: &dyn Fn(&Province) -> bool| {
        let found = provinces.alphabetical().filter(|(_, province)| kept(province));
        let entries = found.map(|(id, p)| (Followed::Province(id), words::province(lang, p)));
        entries.collect::<Vec<_>>()
    };
    let indicators = cx.snapshot.catalogue.indicators();
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
        {list(cx, all)}
        <h2>{w::FEEDS_INDICATORS.get(lang)}</h2>
        {list(cx, indicators.collect())}
        <h2>{m::PROVINCES_NOW.get(lang)}</h2>
        {list(cx, of(&|p| p.listed != Listed::Before2025))}
        <h2>{m::BASIS_63.get(lang)}</h2>
        {list(cx, of(&|p| p.listed == Listed::Before2025))}
        <h2>{w::FEEDS_NEWEST.get(lang)}</h2>
        <div class="entries">{newest.collect_view()}</div>
    };
    let frame = Frame {
        feed: Some(Followed::All.paths(cx).1),
        ..Frame::new(w::FEEDS.get(lang), w::FEEDS_LEAD.get(lang), Section::None)
    };
    layout::page(cx, &frame, body.into_any())
}

fn list(cx: &PageContext<'_>, entries: Vec<(Followed, String)>) -> impl IntoView + use<> {
    let lang = cx.lang();
    let items = entries.into_iter().map(|(followed, name)| {
        let href = format!("/{}{}", lang.code(), followed.paths(cx).1);
        let said = format!("Atom: {name}");
        view! { <li><b>{name}</b><span><a href=href type="application/atom+xml" aria-label=said>"Atom"</a></span></li> }
    });
    view! { <ul class="ready">{items.collect_view()}</ul> }
}
