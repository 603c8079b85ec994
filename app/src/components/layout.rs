//! The frame of every page: head, navigation, search, footer.

use islands::{ChartTips, SearchBox};
use leptos::{html, prelude::*};

use domain::{Basis, Lang};

use super::shapes::{RULER, sprite};
use crate::{
    context::Here,
    links::with_query,
    messages as m,
    query::Parameters,
    shared::panel_words as w,
    views::{compare::words as compare, feeds::words as fw, map::words as map, wall::words as ww},
};

/// Which entry of the navigation a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    Overview,
    Rankings,
    Provinces,
    Map,
    Compare,
    Indicators,
    Sources,
    None,
}

/// A chart of a page as other sites show it.
pub(crate) struct Picture {
    /// Address of the image, 1200 × 630.
    pub(crate) image: String,
    /// What it shows, in words.
    pub(crate) alt: String,
    /// Address under which it can be embedded.
    pub(crate) embed: String,
}

/// What a page puts into the frame.
pub(crate) struct Frame {
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) section: Section,
    /// What stands in the search box.
    pub(crate) searched: String,
    /// False for error pages: they have no address worth keeping.
    pub(crate) indexed: bool,
    /// Parameters that make a page of its own; without any other its address is the one to keep.
    pub(crate) kept: &'static [&'static str],
    /// What other sites show beside a link to it.
    pub(crate) picture: Option<Picture>,
    /// Address of the feed of what it shows, below the language, such as `/feeds/all.atom`.
    pub(crate) feed: Option<String>,
    /// Who is signed in: on pages of the desk only, because all others are kept for everybody.
    pub(crate) viewer: Option<String>,
}

impl Frame {
    pub(crate) fn new(title: impl Into<String>, description: impl Into<String>, section: Section) -> Self {
        Self {
            title: title.into(),
            description: description.into(),
            section,
            searched: String::new(),
            indexed: true,
            kept: &[],
            picture: None,
            feed: None,
            viewer: None,
        }
    }
}

/// A whole page whose body is ready HTML of our own.
pub(crate) fn framed(here: &Here<'_>, frame: &Frame, html: &str) -> AnyView {
    page(
        here,
        frame,
        view! { <div class="own" inner_html=html.to_owned()></div> }.into_any(),
    )
}

/// A whole page.
pub(crate) fn page(here: &Here<'_>, frame: &Frame, body: AnyView) -> AnyView {
    let lang = here.lang();
    let assets = here.backend.assets().clone();
    let scripts = !assets.script.is_empty();
    view! {
        <html lang=lang.code()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width,initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <title>{format!("{} – {}", frame.title, m::SITE.get(lang))}</title>
                <meta name="description" content={frame.description.clone()}/>
                {(!frame.indexed).then(|| view! { <meta name="robots" content="noindex"/> })}
                {assets.fonts.iter().map(|font| view! {
                    <link rel="preload" href={font.clone()} as="font" type="font/woff2" crossorigin="anonymous"/>
                }).collect_view()}
                {(!assets.stylesheet.is_empty()).then(|| view! { <link rel="stylesheet" href=assets.stylesheet.clone()/> })}
                {(!assets.icon.is_empty()).then(|| view! { <link rel="icon" href=assets.icon.clone() type="image/svg+xml"/> })}
                {frame.indexed.then(|| alternates(here, frame))}
                {frame.picture.as_ref().map(|picture| beside_links(here, frame, picture))}
                {frame.feed.as_ref().map(|path| {
                    let href = format!("{}/{}{path}", here.backend.origin(), lang.code());
                    view! { <link rel="alternate" type="application/atom+xml" href=href title="Atom"/> }
                })}
                {scripts.then(|| view! { <script type="module" src=assets.script.clone()></script> })}
            </head>
            <body>
                <a class="skip" href="#main">{m::SKIP.get(lang)}</a>
                {sprite()}
                {header(here, frame)}
                {pinned(here)}
                <main id="main" class="wrap">{body}</main>
                {footer(here)}
                <ChartTips/>
            </body>
        </html>
    }
    .into_any()
}

/// The same page in the other language.
fn in_other_language(here: &Here<'_>) -> String {
    let query = Parameters::parse(here.query).without(&[]);
    format!("/{}{}{query}", here.lang().other().code(), here.path)
}

/// The one address of a page among its sorted, filtered and pinned forms.
fn canonical(here: &Here<'_>, frame: &Frame) -> String {
    let parameters = Parameters::parse(here.query);
    let kept = frame
        .kept
        .iter()
        .map(|name| (*name, parameters.get(name).unwrap_or_default()));
    let path = format!("{}/{}{}", here.backend.origin(), here.lang().code(), here.path);
    with_query(&path, &kept.collect::<Vec<_>>())
}

/// What other sites read to show a card, and to embed the page's chart.
fn beside_links(here: &Here<'_>, frame: &Frame, picture: &Picture) -> impl IntoView + use<> {
    let locale = match here.lang() {
        Lang::Vi => "vi_VN",
        Lang::En => "en_GB",
    };
    let tags = [
        ("og:type", "website".to_owned()),
        ("og:site_name", m::SITE.get(here.lang()).to_owned()),
        ("og:locale", locale.to_owned()),
        ("og:title", frame.title.clone()),
        ("og:description", frame.description.clone()),
        ("og:url", canonical(here, frame)),
        ("og:image", picture.image.clone()),
        ("og:image:width", "1200".to_owned()),
        ("og:image:height", "630".to_owned()),
        ("og:image:alt", picture.alt.clone()),
    ];
    let asked = [("json", "application/json+oembed"), ("xml", "text/xml+oembed")].map(|(format, kind)| {
        let origin = here.backend.origin();
        let href = with_query(
            &format!("{origin}/oembed"),
            &[("url", &picture.embed), ("format", format)],
        );
        view! { <link rel="alternate" type=kind href=href title=picture.alt.clone()/> }
    });
    view! {
        {tags.into_iter().map(|(name, text)| html::meta().attr("property", name).content(text)).collect_view()}
        <meta name="twitter:card" content="summary_large_image"/>
        {asked.into_iter().collect_view()}
    }
}

fn alternates(here: &Here<'_>, frame: &Frame) -> impl IntoView + use<> {
    let query = Parameters::parse(here.query).without(&[]);
    let own = format!("/{}{}{query}", here.lang().code(), here.path);
    view! {
        <link rel="canonical" href=canonical(here, frame)/>
        <link rel="alternate" hreflang=here.lang().code() href=own/>
        <link rel="alternate" hreflang=here.lang().other().code() href=in_other_language(here)/>
    }
}

fn header(here: &Here<'_>, frame: &Frame) -> impl IntoView + use<> {
    let lang = here.lang();
    let links = here.links;
    let entries = [
        (Section::Overview, links.home(), m::OVERVIEW),
        (Section::Rankings, links.rankings(), m::RANKINGS),
        (Section::Provinces, links.provinces(), m::PROVINCES),
        (Section::Map, links.map(), map::HEADING_MAP),
        (Section::Compare, links.compare(&[]), compare::COMPARE),
        (Section::Indicators, links.indicators(), m::INDICATORS),
        (Section::Sources, links.sources(), m::SOURCES_SHORT),
    ];
    // Editions from before the map place no province on it.
    let mapped = [Basis::Of63, Basis::Of34].map(|basis| here.snapshot.catalogue.tiles.has(basis));
    let offered = |section: &Section| *section != Section::Map || mapped.contains(&true);
    let edition = links
        .edition
        .map(|n| view! { <input type="hidden" name="edition" value=n.to_string()/> });
    let search = format!("/{}/search", lang.code());
    view! {
        <header class="top"><div class="wrap">
            <a class="brand" href=links.home()><span inner_html=RULER></span><strong>{m::SITE.get(lang)}</strong></a>
            <nav aria-label=m::NAV.get(lang)>
                {entries.into_iter().filter(|(section, ..)| offered(section)).map(|(section, href, words)| view! {
                    <a href=href aria-current=(section == frame.section).then_some("page")>{words.get(lang)}</a>
                }).collect_view()}
            </nav>
            <form role="search" class="search" action=search method="get">
                <input type="search" id="search" name="q" maxlength="120" autocomplete="off"
                    value=frame.searched.clone() placeholder=m::SEARCH.get(lang) aria-label=m::SEARCH.get(lang)/>
                {edition}
                <button type="submit">{m::SEARCH_BUTTON.get(lang)}</button>
                <SearchBox/>
            </form>
            <a class="lang" href=in_other_language(here) lang=lang.other().code() hreflang=lang.other().code()>
                {m::OTHER_LANGUAGE.get(lang)}
            </a>
            {frame.viewer.as_deref().map(|name| signed_in(here, name))}
        </div></header>
    }
}

/// Whose page it is, and the way out.
fn signed_in(here: &Here<'_>, name: &str) -> impl IntoView + use<> {
    let lang = here.lang();
    view! {
        <form class="who" method="post" action=here.links.sign_out()>
            <a href=here.links.desk("/account")>{name.to_owned()}</a>
            <button type="submit" class="quiet">{m::SIGN_OUT.get(lang)}</button>
        </form>
    }
}

/// Says so when an older edition is being read.
fn pinned(here: &Here<'_>) -> Option<AnyView> {
    let lang = here.lang();
    let number = here.links.edition?.to_string();
    let query = Parameters::parse(here.query).without(&["edition"]);
    let latest = format!("/{}{}{query}", lang.code(), here.path);
    let view = view! {
        <p class="pinned wrap">{m::EDITION_PINNED.fill(lang, &[&number])}" "<a href=latest>{m::EDITION_LATEST.get(lang)}</a></p>
    };
    Some(view.into_any())
}

fn footer(here: &Here<'_>) -> impl IntoView + use<> {
    let lang = here.lang();
    let edition = &here.snapshot.edition;
    let day = edition.published.format(lang);
    let ways = [
        (here.links.deck(), w::DECK),
        (here.links.decks(), w::READY),
        (here.links.embedding(), w::EMBEDDING),
        (here.links.feeds(), fw::FEEDS),
        (here.links.wall(), ww::WALL),
        (here.links.api(), w::API),
    ];
    view! {
        <footer class="foot"><div class="wrap">
            <p>{m::FOOT_TRUTH.get(lang)}" "<a href=here.links.sources()>{m::SOURCES.get(lang)}</a></p>
            <p><a href=here.links.editions()>{m::FOOT_EDITION.fill(lang, &[&edition.number.to_string(), &day])}</a></p>
            <p class="ways-more">{ways.into_iter().map(|(href, words)| view! { <a href=href>{words.get(lang)}</a>" " }).collect_view()}</p>
            <p class="deskway"><a href=here.links.desk("")>{m::FOOT_DESK.get(lang)}</a></p>
        </div></footer>
    }
}
