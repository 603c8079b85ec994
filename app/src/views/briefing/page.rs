//! The briefing on screen: the same value as the paper, with links.

use leptos::prelude::*;
use messages::{briefing as w, common as m, fill};

use domain::{
    Place,
    briefing::{Align, Block, BriefSource, BriefTable, Briefing, Phrase, Section as Part},
};

use super::{
    content,
    model::{DOCX, PDF},
};
use crate::{
    ChartSize, PageResponse,
    components::{
        chart::ChartDrawing,
        figure::SourceNotes,
        layout::{Document, Frame, Section},
    },
    context::{PageContext, page_context},
    query::Parameters,
    response,
};

/// Room for the chart.
const CHART: ChartSize = ChartSize { width: 940, height: 0 };

pub(crate) fn briefing(cx: &PageContext, place: Place, _: &Parameters) -> PageResponse {
    let briefing = content::briefing(cx, place);
    let lang = cx.lang();
    let [pdf, docx] = [PDF, DOCX].map(|ending| cx.links.briefing(&format!("{}{ending}", cx.path())));
    let section = match place {
        Place::Nation => Section::Overview,
        Place::Region(_) | Place::Province(_) => Section::Provinces,
    };
    let parts = briefing.sections.iter().map(|part| view! { <PartOf part/> }.into_any());
    let body = view! {
        <article class="briefing">
            <BriefingCrumb place/>
            <h1>{briefing.title.clone()}</h1>
            <p class="lead">{briefing.subtitle.clone()}</p>
            <p class="actions"><a class="btn" href=pdf type="application/pdf">{w::PDF.get(lang)}</a>
                " "<a class="btn" href=docx>{w::DOCX.get(lang)}</a></p>
            {parts.collect_view()}
        </article>
    }
    .into_any();
    let frame = Frame::new(briefing.title.clone(), description(&briefing), section);
    response::page(view! { <Document frame>{body}</Document> }.into_any())
}

/// The first thing that it says.
fn description(briefing: &Briefing) -> String {
    let blocks = briefing.sections.iter().flat_map(|part| &part.blocks);
    let mut lists = blocks.filter_map(|block| match block {
        Block::List(points) => points.first(),
        _ => None,
    });
    let first = lists.next().map_or("", |phrase| phrase.text.as_str());
    format!("{} {first}", briefing.subtitle)
}

/// The way back to the full page.
#[component]
fn BriefingCrumb(place: Place) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let provinces = &cx.snapshot().catalogue.provinces;
    let (href, text) = match place {
        Place::Nation => (cx.links.home(), m::OVERVIEW.get(lang).to_owned()),
        Place::Region(_) => (cx.links.provinces(), m::PROVINCES.get(lang).to_owned()),
        Place::Province(id) => {
            let about = provinces.get(id);
            let name = crate::words::province(lang, about);
            (
                cx.links.province(&about.slug),
                fill!(w::BACK_PROVINCE, lang, province = &name),
            )
        }
    };
    view! { <p class="crumb"><a href=href>{text}</a></p> }.into_any()
}

#[component]
fn PartOf<'a>(part: &'a Part) -> AnyView {
    let heading = format!("{}-h", part.id);
    let blocks = part
        .blocks
        .iter()
        .map(|one| view! { <BriefingBlock part block=one/> }.into_any());
    view! {
        <section id=part.id aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>{part.heading.clone()}</h2>
            {blocks.collect_view()}
        </section>
    }
    .into_any()
}

#[component]
fn BriefingBlock<'a>(part: &'a Part, block: &'a Block) -> AnyView {
    match block {
        Block::Text(phrase) => view! { <p><BriefingPhrase phrase/></p> }.into_any(),
        Block::Small(text) => view! { <p class="small">{text.clone()}</p> }.into_any(),
        Block::List(points) => {
            let items = points
                .iter()
                .map(|point| view! { <li><BriefingPhrase phrase=point/></li> });
            view! { <ul>{items.collect_view()}</ul> }.into_any()
        }
        Block::Sources(sources) => {
            let items = sources
                .iter()
                .enumerate()
                .map(|(i, one)| view! { <BriefingSource number={i + 1} source=one/> }.into_any());
            view! { <ol class="sources">{items.collect_view()}</ol> }.into_any()
        }
        Block::Chart(one) => {
            let id = format!("{}-chart", part.id);
            let drawing = view! { <ChartDrawing model=&one.model id=&id size=CHART/> }.into_any();
            let subtitle = one.model.subtitle.clone();
            view! { <figure class="chart" id=id><figcaption><p>{subtitle}</p></figcaption>{drawing}</figure> }
                .into_any()
        }
        Block::Table(one) => view! { <BriefingTable table=one/> }.into_any(),
    }
}

/// A text, and numbers that lead to its sources.
#[component]
fn BriefingPhrase<'a>(phrase: &'a Phrase) -> AnyView {
    let notes = (!phrase.sources.is_empty()).then(|| view! { <SourceNotes numbers=&phrase.sources/> }.into_any());
    let more = phrase
        .more
        .iter()
        .map(|phrase| view! { <BriefingPhrase phrase/> }.into_any());
    view! { {phrase.text.clone()}" "{notes}{more.collect_view()} }.into_any()
}

#[component]
fn BriefingSource<'a>(number: usize, source: &'a BriefSource) -> AnyView {
    let text = source.text.clone();
    let text = if source.url.is_empty() {
        text.into_any()
    } else {
        view! { <a href=source.url.clone() rel="noreferrer external">{text}</a> }.into_any()
    };
    view! { <li id=format!("s{number}")>{text}</li> }.into_any()
}

#[component]
fn BriefingTable<'a>(table: &'a BriefTable) -> AnyView {
    let class = |at: usize| {
        let align = table.columns.get(at).map(|column| column.align);
        if align == Some(Align::End) { "num" } else { "" }
    };
    let head = table.columns.iter().enumerate().map(|(at, column)| {
        view! { <th scope="col" class=class(at)>{column.heading.clone()}</th> }
    });
    let rows = table.rows.iter().map(|cells| {
        let cells = cells.iter().enumerate().map(|(at, cell)| match at {
            0 => view! { <th scope="row"><BriefingPhrase phrase=cell/></th> }.into_any(),
            _ => {
                let heading = table.columns.get(at).map(|column| column.heading.clone());
                view! { <td class=class(at) data-h=heading><span><BriefingPhrase phrase=cell/></span></td> }.into_any()
            }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    let notes = table
        .notes
        .iter()
        .map(|note| view! { <p class="small">{note.clone()}</p> });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=table.caption.clone()>
        <table class="plain stack">
            <caption>{table.caption.clone()}</caption>
            <thead><tr>{head.collect_view()}</tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table></div>
        {notes.collect_view()}
    }
    .into_any()
}
