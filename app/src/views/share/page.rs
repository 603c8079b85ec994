//! The page of one chart or table: how it looks, and everything to copy or download.

use islands::CopyButtons;
use leptos::prelude::*;
use messages::{common as m, fill, share as w};

use crate::{
    PageResponse,
    components::{
        layout::{Document, Frame, Section},
        share::{Chosen, ShareForm},
        snippets::{self, Snippets},
    },
    context::{PageContext, page_context},
    export::{self, Export, ExportParts, ImageOptions, TableLayout, View, charts, data::Shared},
    query::Parameters,
    response,
};

/// The page for the view at `path`, such as `rankings/pci/2016/bars`. Its own language is in its
/// address; `lang` is that of the picture.
pub(crate) fn share(cx: &PageContext, path: &str) -> PageResponse {
    // The last of a name counts: what the address says comes after. What is offered here has the newest layout.
    let query = format!(
        "lang={}&{}&{}={}",
        cx.lang().code(),
        cx.query(),
        TableLayout::NAME,
        TableLayout::default().word(true)
    );
    let want = if path.ends_with("/table") {
        ExportParts::Table
    } else {
        ExportParts::Picture
    };
    let made = export::export(cx.backend(), path, &query, want);
    let export = match made {
        Ok(export) => export,
        Err(refused) => return refused,
    };
    let view = View::parse(&cx.snapshot().catalogue, &export.view);
    let shared = view.and_then(|view| {
        let found = charts::find(cx, view, (&Parameters::parse(&query), export.layout))
            .ok()
            .flatten()?;
        Some(Shared::found(cx, view, found))
    });
    let Some(shared) = shared else {
        return response::fail(crate::views::error::page::not_found(cx, None), 404);
    };
    let chosen = Chosen {
        shared: &shared,
        look: export.look,
        lang: export.lang,
        frozen: export.frozen,
        all: true,
    };
    cx.around_shared().provide();
    response::page(view! { <SharePage export=&export chosen=&chosen/> }.into_any())
}

#[component]
fn SharePage<'a>(export: &'a Export, chosen: &'a Chosen<'a>) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let title = fill!(w::SHARE_TITLE, lang, title = &export.title);
    let number = export.edition.to_string();
    let which = if export.frozen {
        fill!(w::LINKS_FROZEN, lang, edition = &number)
    } else {
        w::LINKS_LIVE.get(lang).to_owned()
    };
    let body = view! {
        <p class="crumb"><a href=own_page(cx, export)>{w::BACK_TO_PAGE.get(lang)}</a></p>
        <h1>{title.clone()}</h1>
        <p class="lead">{w::SHARE_LEAD.get(lang)}</p>
        <div class="sharing">
            <SharePreview export/>
            <section aria-labelledby="choices-h">
                <h2 id="choices-h">{w::CHOICES.get(lang)}</h2>
                <ShareForm chosen main=w::UPDATE/>
            </section>
        </div>
        <section aria-labelledby="links-h">
            <h2 id="links-h">{w::LINKS.get(lang)}</h2>
            <p class="note">{which}</p>
            <Snippets snippets=snippets::all(cx, export)/>
            <CopyButtons/>
            <p>{w::CITE_FILES.get(lang)}": "<ShareFiles export/></p>
            <p><a href=cx.links.embedding()>{w::HOW_TO.get(lang)}</a></p>
        </section>
        <ShareSource export/>
    }
    .into_any();
    let frame = Frame {
        indexed: false,
        ..Frame::new(title, export.title.clone(), Section::None)
    };
    view! { <Document frame>{body}</Document> }.into_any()
}

/// The page of the figures in this page's language.
fn own_page(cx: &PageContext, export: &Export) -> String {
    let (_, rest) = response::split_language(&export.page);
    let (path, place) = rest.split_once('#').unwrap_or((rest, ""));
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let query = Parameters::parse(query).without(if cx.links.edition.is_some() { &[] } else { &["edition"] });
    format!("/{}{path}{query}#{place}", cx.lang().code())
}

#[component]
fn SharePreview<'a>(export: &'a Export) -> Option<AnyView> {
    let cx = &*page_context();
    if !export.is_chart() {
        return None;
    }
    let lang = cx.lang();
    let look = ImageOptions {
        scale: ImageOptions::default().scale,
        ..export.look
    };
    // Under its edition: what is seen here is what the frozen address will show.
    let image = export.address("/charts", ".svg", true, &look);
    let (width, height) = export.look.shape.size();
    let height = (height > 0).then(|| height.to_string());
    let view = view! {
        <section class="preview" aria-labelledby="preview-h">
            <h2 id="preview-h">{w::PREVIEW.get(lang)}</h2>
            <img src=image alt=snippets::alt(export) lang=export.lang.code() width=width.to_string() height=height/>
        </section>
    };
    Some(view.into_any())
}

/// Files that programs for references read.
#[component]
fn ShareFiles<'a>(export: &'a Export) -> impl IntoView + use<> {
    let look = ImageOptions::default();
    let link = |ending: &str, words: &'static str| {
        let href = export.address("/charts", ending, export.frozen, &look);
        let href = format!("{href}{}download=1", if href.contains('?') { "&" } else { "?" });
        view! { <a href=href>{words}</a> }
    };
    view! { {link(".bib", "BibTeX")}" · "{link(".csl.json", "CSL-JSON")} }
}

/// The verdict on the method, coverage, terms of use and sources, which belong to the figures wherever
/// they go.
#[component]
fn ShareSource<'a>(export: &'a Export) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    // The citation closes what a speaker says; it stands among the snippets.
    let lines = export.speaker.split_last().map_or(&[][..], |(_, rest)| rest);
    let lines = lines.iter().skip(1).map(|line| view! { <li>{line.clone()}</li> });
    let sources = export.sources.iter().map(|line| view! { <li>{line.text()}</li> });
    view! {
        <section class="said" aria-labelledby="said-h">
            <h2 id="said-h">{w::SAYS_WITH_IT.get(lang)}</h2>
            <ul lang=export.lang.code()>{lines.collect_view()}</ul>
            <h2>{m::SOURCES.get(lang)}</h2>
            <ol class="sourcelist">{sources.collect_view()}</ol>
        </section>
    }
}
