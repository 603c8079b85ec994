//! The frame of every page: head, navigation, search, footer.

use islands::{ChartTips, DeckCount, SearchBox};
use leptos::{html, prelude::*};
use messages::{common as m, compare, feeds as fw, fill, map, share as w, slideshow as ww};

use domain::{Lang, ProvinceList};

use super::shapes::RULER;
use crate::{
    components::{
        added::{ADDED, AddedToDeck},
        dataset_ld::{Dataset, DatasetDescription},
        html_document::{HtmlDocument, PageFiles},
        shapes::Sprite,
    },
    context::{PageContext, page_context},
    links::with_query,
    query::Parameters,
    response::ContentOnly,
    route::Route,
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
    /// The figures that it shows, for search engines.
    pub(crate) dataset: Option<Dataset>,
    /// Address of the feed of what it shows, below the language, such as `/feeds/all.atom`.
    pub(crate) feed: Option<String>,
    /// Who is signed in: on admin pages only, because all others are kept for everybody.
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
            dataset: None,
            feed: None,
            viewer: None,
        }
    }
}

/// A whole page.
#[component]
pub(crate) fn Document(frame: Frame, children: Children) -> AnyView {
    if use_context::<ContentOnly>().is_some() {
        return children();
    }
    let cx = &*page_context();
    let lang = cx.lang();
    let assets = cx.backend().assets();
    let files = PageFiles {
        stylesheet: &assets.stylesheet,
        fonts: &assets.fonts,
        icon: &assets.icon,
        module: &assets.script,
        script: "",
    };
    let head = view! { <FrameHead frame=&frame/> }.into_any();
    let body = view! {
        <a class="skip" href="#main">{m::SKIP.get(lang)}</a>
        <Sprite/>
        <PageHeader frame=&frame/>
        <PinnedEdition/>
        <main id="main" class="wrap"><AddedToDeck/>{children()}</main>
        <PageFooter/>
        <ChartTips/>
        <DeckCount/>
    }
    .into_any();
    view! { <HtmlDocument lang title=&frame.title indexed=frame.indexed files head=Some(head)>{body}</HtmlDocument> }
        .into_any()
}

/// What search engines, feed readers and other sites read of a page.
#[component]
fn FrameHead<'a>(frame: &'a Frame) -> impl IntoView + use<> {
    let cx = &*page_context();
    view! {
        <meta name="description" content=frame.description.clone()/>
        {frame.indexed.then(|| view! { <LanguageAlternates frame/> })}
        {frame.picture.as_ref().map(|picture| view! { <PictureLinks frame picture/> })}
        {frame.dataset.as_ref().filter(|_| frame.indexed && cx.links.edition.is_none()).map(|dataset| {
            let address = canonical(cx, frame);
            view! { <DatasetDescription dataset description=&frame.description address=&address/> }
        })}
        {frame.feed.as_ref().map(|path| {
            let href = format!("{}/{}{path}", cx.backend().origin(), cx.lang().code());
            view! { <link rel="alternate" type="application/atom+xml" href=href title="Atom"/> }
        })}
    }
}

/// The same page in the other language.
fn in_other_language(cx: &PageContext) -> String {
    let query = Parameters::parse(cx.query()).without(&[ADDED]);
    format!("/{}{}{query}", cx.lang().other().code(), cx.path())
}

/// The one address of a page among its sorted, filtered and pinned forms.
fn canonical(cx: &PageContext, frame: &Frame) -> String {
    let parameters = Parameters::parse(cx.query());
    let kept = frame
        .kept
        .iter()
        .map(|name| (*name, parameters.get(name).unwrap_or_default()));
    let path = format!("{}/{}{}", cx.backend().origin(), cx.lang().code(), cx.path());
    with_query(&path, &kept.collect::<Vec<_>>())
}

/// What other sites read to show a card, and to embed the page's chart.
#[component]
fn PictureLinks<'a>(frame: &'a Frame, picture: &'a Picture) -> impl IntoView + use<> {
    let cx = &*page_context();
    let locale = match cx.lang() {
        Lang::Vi => "vi_VN",
        Lang::En => "en_GB",
    };
    let tags = [
        ("og:type", "website".to_owned()),
        ("og:site_name", m::SITE.get(cx.lang()).to_owned()),
        ("og:locale", locale.to_owned()),
        ("og:title", frame.title.clone()),
        ("og:description", frame.description.clone()),
        ("og:url", canonical(cx, frame)),
        ("og:image", picture.image.clone()),
        ("og:image:width", "1200".to_owned()),
        ("og:image:height", "630".to_owned()),
        ("og:image:alt", picture.alt.clone()),
    ];
    let asked = [("json", "application/json+oembed"), ("xml", "text/xml+oembed")].map(|(format, kind)| {
        let origin = cx.backend().origin();
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

#[component]
fn LanguageAlternates<'a>(frame: &'a Frame) -> impl IntoView + use<> {
    let cx = &*page_context();
    let query = Parameters::parse(cx.query()).without(&[ADDED]);
    let own = format!("/{}{}{query}", cx.lang().code(), cx.path());
    view! {
        <link rel="canonical" href=canonical(cx, frame)/>
        <link rel="alternate" hreflang=cx.lang().code() href=own/>
        <link rel="alternate" hreflang=cx.lang().other().code() href=in_other_language(cx)/>
    }
}

#[component]
fn PageHeader<'a>(frame: &'a Frame) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let links = cx.links;
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
    let mapped =
        [ProvinceList::Before2025, ProvinceList::Since2025].map(|basis| cx.snapshot().catalogue.tiles.has(basis));
    let offered = |section: &Section| *section != Section::Map || mapped.contains(&true);
    let edition = links
        .edition
        .map(|n| view! { <input type="hidden" name="edition" value=n.to_string()/> });
    let search = cx.links.bare(Route::Search);
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
            // Waits hidden for the island `DeckCount`: pages are the same for everybody.
            <a id="mydeck" hidden href=cx.links.deck() data-says=fill!(w::MY_DECK, lang, count = "{0}")></a>
            <a class="lang" href=in_other_language(cx) lang=lang.other().code() hreflang=lang.other().code()>
                {m::OTHER_LANGUAGE.get(lang)}
            </a>
            {frame.viewer.as_deref().map(|name| view! { <SignedIn name/> })}
        </div></header>
    }
}

/// Whose page it is, and the way out.
#[component]
fn SignedIn<'a>(name: &'a str) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    view! {
        <form class="who" method="post" action=cx.links.sign_out()>
            <a href=cx.links.admin("/account")>{name.to_owned()}</a>
            <button type="submit" class="quiet">{m::SIGN_OUT.get(lang)}</button>
        </form>
    }
}

/// Says so when an older edition is being read.
#[component]
fn PinnedEdition() -> Option<AnyView> {
    let cx = &*page_context();
    let lang = cx.lang();
    let number = cx.links.edition?.to_string();
    let query = Parameters::parse(cx.query()).without(&["edition", ADDED]);
    let latest = format!("/{}{}{query}", lang.code(), cx.path());
    let view = view! {
        <p class="pinned wrap">{fill!(m::EDITION_PINNED, lang, edition = &number)}" "<a href=latest>{m::EDITION_LATEST.get(lang)}</a></p>
    };
    Some(view.into_any())
}

#[component]
fn PageFooter() -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let edition = &cx.snapshot().edition;
    let day = edition.published.format(lang);
    let ways = [
        (cx.links.deck(), w::DECK),
        (cx.links.decks(), w::READY),
        (cx.links.embedding(), w::EMBEDDING),
        (cx.links.feeds(), fw::FEEDS),
        (cx.links.slideshow(), ww::WALL),
        (cx.links.api(), w::API),
    ];
    view! {
        <footer class="foot"><div class="wrap">
            <p>{m::FOOT_TRUTH.get(lang)}" "<a href=cx.links.sources()>{m::SOURCES.get(lang)}</a></p>
            <p><a href=cx.links.editions()>{fill!(m::FOOT_EDITION, lang, edition = &edition.number.to_string(), date = &day)}</a></p>
            <p class="ways-more">{ways.into_iter().map(|(href, words)| view! { <a href=href>{words.get(lang)}</a>" " }).collect_view()}</p>
            <p class="deskway"><a href=cx.links.admin("")>{m::FOOT_DESK.get(lang)}</a></p>
        </div></footer>
    }
}
