//! What a draft would look like, for those who were sent a link.

use domain::{ComponentId, Moment, Snapshot, Table};
use leptos::{prelude::*, reactive::owner::Owner};
use messages::{export as w, fill};

use super::{
    RankingKind, View,
    make::{Wrong, asked, wrong},
};
use crate::{
    Body, Cache, PageResponse, SharedBackend,
    components::layout::{Document, Frame, Section},
    context::{PageContext, page_context},
    findings::headline as finding,
    response,
};

/// Most rankings on the page.
const MOST: usize = 6;

/// What the page says besides the figures.
#[derive(Clone, Copy, Debug)]
pub struct PreviewAbout<'a> {
    /// When the link ends.
    pub until: Moment,
    /// Name of the uploaded file.
    pub file: &'a str,
    /// What the addresses of pictures begin with.
    pub prefix: &'a str,
}

/// The page of a preview. `backend` has the draft's figures as the newest.
#[must_use]
pub fn preview(backend: &SharedBackend, query: &str, about: &PreviewAbout<'_>) -> PageResponse {
    let made = asked(backend, "", query, |cx, _| {
        let page = Owner::new_root(None).with(|| {
            cx.provide();
            response::document(view! { <PreviewPage about/> }.into_any())
        });
        Ok(PageResponse {
            status: 200,
            body: Body::Html(page),
            cache: Cache::NoStore,
        })
    });
    made.unwrap_or_else(|refused| refused)
}

/// The page for a link that has ended.
#[must_use]
pub fn preview_ended(backend: &SharedBackend, query: &str) -> PageResponse {
    let ended = wrong(backend, query, |cx| {
        Wrong::Missing(w::PREVIEW_ENDED.get(cx.lang()).to_owned())
    });
    PageResponse { status: 410, ..ended }
}

#[component]
fn PreviewPage<'a>(about: &'a PreviewAbout<'a>) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let tables = changed(cx);
    let frame = Frame {
        indexed: false,
        ..Frame::new(w::PREVIEW.get(lang), "", Section::None)
    };
    let lead = fill!(
        w::PREVIEW_LEAD,
        lang,
        file = about.file,
        date = &about.until.format(lang)
    );
    let intro = if tables.is_empty() {
        w::PREVIEW_NONE
    } else {
        w::PREVIEW_CHANGES
    };
    let pictures = tables
        .into_iter()
        .map(|table| view! { <PreviewPicture table about/> }.into_any());
    let body = view! {
        <h1>{w::PREVIEW.get(lang)}</h1>
        <p class="lead">{lead}</p>
        <p>{intro.get(lang)}</p>
        {pictures.collect_view()}
    }
    .into_any();
    view! { <Document frame>{body}</Document> }.into_any()
}

/// The rankings that differ from the newest edition, the newest years first.
fn changed(cx: &PageContext) -> Vec<&Table> {
    let published = cx.backend().published();
    let unlike = |table: &&Table| {
        let before = published.as_ref().and_then(|p| Some((p, p.table(table.key)?)));
        before.is_none_or(|(before, old)| values(before, old) != values(cx.snapshot(), table))
    };
    let indicators = cx.snapshot().catalogue.indicators();
    let all = indicators.flat_map(|(id, _)| cx.snapshot().tables(id, ComponentId::TOTAL));
    let mut tables: Vec<&Table> = all.filter(|table| !table.rows.is_empty()).filter(unlike).collect();
    tables.sort_by_key(|table| std::cmp::Reverse(table.key.year));
    tables.truncate(MOST);
    tables
}

fn values(snapshot: &Snapshot, table: &Table) -> Vec<(domain::ProvinceId, Option<f64>, Option<domain::Rank>)> {
    let row = |row: &domain::Row| (row.province, snapshot.figure(row.figure).value.value(), row.rank);
    table.rows.iter().map(row).collect()
}

#[component]
fn PreviewPicture<'a>(table: &'a Table, about: &'a PreviewAbout<'a>) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let view = View::Ranking {
        indicator: table.key.indicator,
        year: table.key.year,
        kind: RankingKind::Bars,
    };
    let path = view.path(&cx.snapshot().catalogue);
    let basis = table.key.basis.code();
    let address = |ending: &str| format!("{}/{path}.{ending}?basis={basis}&lang={}", about.prefix, lang.code());
    let title = finding::title(cx.snapshot(), lang, table, None);
    let name = format!("{}, {}", finding::measure(cx.snapshot(), lang, table), table.key.year);
    let files = ["png", "pdf", "pptx", "xlsx", "csv"].map(|ending| {
        view! { <a href=address(ending)>{ending.to_uppercase()}</a>" " }
    });
    view! {
        <figure class="chart">
            <figcaption><h2>{name}</h2></figcaption>
            <img class="preview" src=address("svg") alt=title loading="lazy" width="960"/>
            <p class="small">{files.into_iter().collect_view()}</p>
        </figure>
    }
    .into_any()
}
