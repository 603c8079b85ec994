//! How to take a chart along: into slides, reports, web pages.

use islands::CopyButtons;
use leptos::{html, prelude::*};
use messages::{Msg, Template, arguments, embedding as w, fill};

use crate::{
    components::{
        layout::{Document, Frame, Section},
        snippets::{self, Snippet, Snippets},
    },
    context::{PageContext, page_context},
    export::{self, Export, ExportParts, RankingKind, View},
};

/// What to do; some steps name this site.
#[derive(Clone, Copy)]
enum Step {
    Plain(Msg),
    Of(Template),
}

/// Places and how to get there, step by step.
const WAYS: [(&str, Msg, &[Step]); 9] = [
    (
        "powerpoint",
        w::POWERPOINT,
        &[
            Step::Plain(w::POWERPOINT_1),
            Step::Plain(w::POWERPOINT_2),
            Step::Plain(w::POWERPOINT_3),
        ],
    ),
    (
        "word",
        w::WORD,
        &[Step::Plain(w::WORD_1), Step::Plain(w::WORD_2), Step::Plain(w::WORD_3)],
    ),
    ("excel", w::EXCEL, &[Step::Plain(w::EXCEL_1), Step::Plain(w::EXCEL_2)]),
    (
        "google",
        w::GOOGLE,
        &[Step::Plain(w::GOOGLE_1), Step::Plain(w::GOOGLE_2)],
    ),
    (
        "wordpress",
        w::WORDPRESS,
        &[Step::Plain(w::WORDPRESS_1), Step::Plain(w::WORDPRESS_2)],
    ),
    (
        "portal",
        w::PORTAL,
        &[
            Step::Plain(w::PORTAL_1),
            Step::Of(w::PORTAL_2),
            Step::Plain(w::PORTAL_3),
        ],
    ),
    (
        "reveal",
        w::REVEAL,
        &[Step::Plain(w::REVEAL_1), Step::Plain(w::REVEAL_2)],
    ),
    ("latex", w::LATEX, &[Step::Plain(w::LATEX_1), Step::Plain(w::LATEX_2)]),
    ("markdown", w::MARKDOWN, &[Step::Plain(w::MARKDOWN_1)]),
];

/// The page.
#[component]
pub(crate) fn EmbeddingView() -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let example = example(cx);
    let host = cx.backend().origin();
    let ways = WAYS.iter().map(|(id, heading, steps)| {
        let steps = steps.iter().map(|step| match step {
            Step::Plain(text) => text.get(lang).to_owned(),
            Step::Of(text) => text.fill(lang, &arguments![site = host]),
        });
        let steps = steps.map(|step| view! { <li>{step}</li> });
        view! {
            <section aria-labelledby=*id>
                <h3 id=*id>{heading.get(lang)}</h3>
                <ol>{steps.collect_view()}</ol>
            </section>
        }
    });
    let body = view! {
        <h1>{w::EMBED_H1.get(lang)}</h1>
        <p class="lead">{w::EMBED_LEAD.get(lang)}</p>
        <div class="prose">
            <h2>{w::WHICH_ONE.get(lang)}</h2>
            <dl>
                <dt>{w::FROZEN_HEAD.get(lang)}</dt><dd>{w::FROZEN_TEXT.get(lang)}</dd>
                <dt>{w::LIVE_HEAD.get(lang)}</dt><dd>{w::LIVE_TEXT.get(lang)}</dd>
            </dl>
            <h2>{w::PLACES.get(lang)}</h2>
            {ways.collect_view()}
        </div>
        {example.as_ref().map(|export| view! { <EmbeddingShown export/> })}
        <Addresses example=example.as_ref()/>
        <section class="prose" aria-labelledby="terms">
            <h2 id="terms">{w::TERMS.get(lang)}</h2>
            <p>{w::TERMS_TEXT.get(lang)}</p>
        </section>
    }
    .into_any();
    let frame = Frame::new(w::EMBED_H1.get(lang), w::EMBED_LEAD.get(lang), Section::None);
    view! { <Document frame>{body}</Document> }.into_any()
}

/// The ranking that can be drawn as bars, of the first indicator that has one.
fn example(cx: &PageContext) -> Option<Export> {
    let catalogue = &cx.snapshot().catalogue;
    let edition = cx.links.edition.map(|n| format!("&edition={n}")).unwrap_or_default();
    let query = format!("lang={}{edition}", cx.lang().code());
    catalogue.indicators().find_map(|(indicator, _)| {
        let year = cx.snapshot().default_year(indicator)?;
        let kind = RankingKind::Bars;
        let path = View::Ranking { indicator, year, kind }.path(catalogue);
        export::export(cx.backend(), &path, &query, ExportParts::Picture).ok()
    })
}

/// The example as code, and as other sites show it.
#[component]
fn EmbeddingShown<'a>(export: &'a Export) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let [_, (label, text)] = snippets::frames(cx, export);
    let height = snippets::frame_height(cx, export).to_string();
    let address = export::embed_address(export, export.frozen, "");
    let frame = html::iframe()
        .class("example")
        .src(address)
        .title(export.title.clone())
        .width("100%")
        .height(height)
        .attr("loading", "lazy");
    let ours = cx.links.share(&export.view);
    view! {
        <section aria-labelledby="example">
            <h2 id="example">{w::EXAMPLE.get(lang)}</h2>
            <p>{w::EXAMPLE_TEXT.get(lang)}" "<a href=ours>{w::EXAMPLE_SHARE.get(lang)}</a></p>
            <Snippets snippets={vec![Snippet { label, text }]}/>
            <CopyButtons/>
            {frame}
        </section>
    }
}

/// The addresses and their parameters.
#[component]
fn Addresses<'a>(example: Option<&'a Export>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let view = example.map_or_else(|| "rankings/pci/2016/bars".to_owned(), |export| export.view.clone());
    let rows = [
        (format!("/charts/{view}.svg"), w::ADDRESS_PICTURE),
        (format!("/charts/{view}.pptx"), w::ADDRESS_SLIDE),
        (format!("/charts/{view}.csv"), w::ADDRESS_TABLE),
        (format!("/embed/{view}"), w::ADDRESS_FRAME),
        ("/decks/custom.pptx?c=…&c=…".to_owned(), w::ADDRESS_DECK),
        ("/oembed?url=…".to_owned(), w::ADDRESS_OEMBED),
    ];
    let parameters = [
        ("edition", w::PARAMETER_EDITION),
        ("lang", w::PARAMETER_LANG),
        ("theme", w::PARAMETER_THEME),
        ("size", w::PARAMETER_SIZE),
        ("title, notes", w::PARAMETER_SWITCH),
        ("scale", w::PARAMETER_SCALE),
        ("highlight", w::PARAMETER_HIGHLIGHT),
        ("component, region, basis, year", w::PARAMETER_STATE),
        ("download", w::PARAMETER_DOWNLOAD),
    ];
    let address = |(address, words): (String, Msg)| view! { <tr><th scope="row"><code>{address}</code></th><td>{words.get(lang)}</td></tr> };
    let parameter = |(name, words): (&'static str, Msg)| view! { <tr><th scope="row"><code>{name}</code></th><td>{words.get(lang)}</td></tr> };
    view! {
        <section aria-labelledby="addresses">
            <h2 id="addresses">{w::ADDRESSES.get(lang)}</h2>
            <p>{fill!(w::ADDRESSES_TEXT, lang, site = cx.backend().origin())}</p>
            <table class="plain addresses"><caption class="vh">{w::ADDRESSES.get(lang)}</caption>
                <thead><tr><th scope="col">{w::ADDRESS.get(lang)}</th><th scope="col">{w::GIVES.get(lang)}</th></tr></thead>
                <tbody>{rows.map(address).collect_view()}</tbody></table>
            <table class="plain addresses"><caption class="vh">{w::PARAMETERS.get(lang)}</caption>
                <thead><tr><th scope="col">{w::PARAMETER.get(lang)}</th><th scope="col">{w::MEANS.get(lang)}</th></tr></thead>
                <tbody>{parameters.map(parameter).collect_view()}</tbody></table>
        </section>
    }
}
