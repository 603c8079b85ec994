//! The page of one chart or table: how it looks, and everything to copy or download.

use islands::CopyButtons;
use leptos::prelude::*;

use crate::{
    Reply,
    components::{
        layout::{self, Frame, Section},
        share::{self, Chosen},
        snippets,
    },
    context::Here,
    messages as m,
    query::Parameters,
    reply,
    shared::{self, Look, Shared, View, Want, charts, panel_words as w},
};

/// The page for the view at `path`, such as `rankings/pci/2016/bars`. Its own language is in its
/// address; `lang` is that of the picture.
pub(crate) fn share(here: &Here<'_>, path: &str) -> Reply {
    // The last of a name counts: what the address says comes after.
    let query = format!("lang={}&{}", here.lang().code(), here.query);
    let want = if path.ends_with("/table") {
        Want::Table
    } else {
        Want::Picture
    };
    let made = shared::shared(here.backend, path, &query, want);
    let shared = match made {
        Ok(shared) => shared,
        Err(refused) => return refused,
    };
    let view = View::parse(&here.snapshot.catalogue, &shared.view);
    let found = view.and_then(|view| charts::find(here, view, &Parameters::parse(&query), &mut Vec::new()));
    let Some(found) = found else {
        return reply::fail(crate::views::error::page::not_found(here, None), 404);
    };
    let chosen = Chosen {
        view: &shared.view,
        found: &found,
        look: shared.look,
        lang: shared.lang,
        frozen: shared.frozen,
    };
    let here = here.around_shared();
    reply::page(page(&here, &shared, &chosen))
}

fn page(here: &Here<'_>, shared: &Shared, chosen: &Chosen<'_>) -> AnyView {
    let lang = here.lang();
    let title = w::SHARE_TITLE.fill(lang, &[&shared.title]);
    let number = shared.edition.to_string();
    let which = if shared.frozen { w::LINKS_FROZEN } else { w::LINKS_LIVE };
    let body = view! {
        <p class="crumb"><a href=own_page(here, shared)>{w::BACK_TO_PAGE.get(lang)}</a></p>
        <h1>{title.clone()}</h1>
        <p class="lead">{w::SHARE_LEAD.get(lang)}</p>
        <div class="sharing">
            {preview(here, shared)}
            <section aria-labelledby="choices-h">
                <h2 id="choices-h">{w::CHOICES.get(lang)}</h2>
                {share::form(here, chosen, w::UPDATE)}
            </section>
        </div>
        <section aria-labelledby="links-h">
            <h2 id="links-h">{w::LINKS.get(lang)}</h2>
            <p class="note">{which.fill(lang, &[&number])}</p>
            {snippets::list(here, snippets::all(here, shared))}
            <CopyButtons/>
            <p>{w::CITE_FILES.get(lang)}": "{files(shared)}</p>
            <p><a href=here.links.embedding()>{w::HOW_TO.get(lang)}</a></p>
        </section>
        {said(here, shared)}
    };
    let frame = Frame {
        indexed: false,
        ..Frame::new(title, shared.title.clone(), Section::None)
    };
    layout::page(here, &frame, body.into_any())
}

/// The page of the figures in this page's language.
fn own_page(here: &Here<'_>, shared: &Shared) -> String {
    let (_, rest) = reply::split_language(&shared.page);
    let (path, place) = rest.split_once('#').unwrap_or((rest, ""));
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let query = Parameters::parse(query).without(if here.links.edition.is_some() {
        &[]
    } else {
        &["edition"]
    });
    format!("/{}{path}{query}#{place}", here.lang().code())
}

fn preview(here: &Here<'_>, shared: &Shared) -> Option<AnyView> {
    if !shared.is_chart() {
        return None;
    }
    let lang = here.lang();
    let look = Look {
        scale: Look::default().scale,
        ..shared.look
    };
    // Under its edition: what is seen here is what the frozen address will show.
    let image = shared.address("/charts", ".svg", true, &look);
    let (width, height) = shared.look.shape.size();
    let height = (height > 0).then(|| height.to_string());
    let view = view! {
        <section class="preview" aria-labelledby="preview-h">
            <h2 id="preview-h">{w::PREVIEW.get(lang)}</h2>
            <img src=image alt=snippets::alt(shared) lang=shared.lang.code() width=width.to_string() height=height/>
        </section>
    };
    Some(view.into_any())
}

/// Files that programs for references read.
fn files(shared: &Shared) -> impl IntoView + use<> {
    let look = Look::default();
    let link = |ending: &str, words: &'static str| {
        let href = shared.address("/charts", ending, shared.frozen, &look);
        let href = format!("{href}{}download=1", if href.contains('?') { "&" } else { "?" });
        view! { <a href=href>{words}</a> }
    };
    view! { {link(".bib", "BibTeX")}" · "{link(".csl.json", "CSL-JSON")} }
}

/// The verdict on the method, coverage, terms of use and sources, which belong to the figures wherever
/// they go.
fn said(here: &Here<'_>, shared: &Shared) -> impl IntoView + use<> {
    let lang = here.lang();
    // The citation closes what a speaker says; it stands among the snippets.
    let lines = shared.speaker.split_last().map_or(&[][..], |(_, rest)| rest);
    let lines = lines.iter().skip(1).map(|line| view! { <li>{line.clone()}</li> });
    let sources = shared.sources.iter().map(|line| view! { <li>{line.clone()}</li> });
    view! {
        <section class="said" aria-labelledby="said-h">
            <h2 id="said-h">{w::SAYS_WITH_IT.get(lang)}</h2>
            <ul lang=shared.lang.code()>{lines.collect_view()}</ul>
            <h2>{m::SOURCES.get(lang)}</h2>
            <ol class="sourcelist">{sources.collect_view()}</ol>
        </section>
    }
}
