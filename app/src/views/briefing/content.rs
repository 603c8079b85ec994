//! A briefing from its address: the place, what is said of it, sources and citation.

use domain::{
    Place,
    briefing::{Block, BriefSource, Briefing, Paper, Section},
    data_table::Citation,
};
use messages::{briefing as w, common as m, fill};

use super::{
    country,
    model::{Body, page_path},
    province, region,
};
use crate::{components::sources::published, context::PageContext, route::Route, views::ranking::rows::SourceList};

/// The place whose briefing a path below the language names, with or without `.pdf`; `None` if it names none.
pub(crate) fn place(cx: &PageContext) -> Option<Place> {
    let path = crate::query::decode(page_path(cx.path()));
    let provinces = &cx.snapshot().catalogue.provinces;
    match Route::parse(&path)? {
        Route::NationalBriefing => Some(Place::Nation),
        Route::ProvinceBriefing { province } => provinces.by_slug(province).map(Place::Province),
        Route::RegionBriefing { region } => provinces.region_by_slug(region).map(Place::Region),
        _ => None,
    }
}

/// The briefing of a place.
pub(crate) fn briefing(cx: &PageContext, place: Place) -> Briefing {
    let mut sources = SourceList::default();
    let body = match place {
        Place::Province(id) => province::body(cx, id, &mut sources),
        Place::Region(id) => region::body(cx, id, &mut sources),
        Place::Nation => country::body(cx, &mut sources),
    };
    finished(cx, body, &sources)
}

/// Adds sources, citation and what papers say.
fn finished(cx: &PageContext, body: Body, sources: &SourceList) -> Briefing {
    let lang = cx.lang();
    let edition = &cx.snapshot().edition;
    let (number, day) = (edition.number.to_string(), edition.published.format(lang));
    let title = fill!(w::TITLE, lang, place = &body.name);
    let path = page_path(cx.path());
    let address = |cx: &PageContext| format!("{}{}", cx.backend().origin(), cx.links.briefing(path));
    let frozen = address(&cx.pinned());
    let text = fill!(
        messages::export::CITED,
        lang,
        source = &title,
        title = "",
        edition = &number,
        date = &day,
        address = &frozen
    );
    let citation = Citation {
        key: format!("thuocdo-{}-briefing-{number}", body.slug),
        author: m::SITE.get(lang).to_owned(),
        title: title.clone(),
        publisher: fill!(messages::export::CITED_PUBLISHER, lang, edition = &number),
        edition: edition.number,
        published: edition.published,
        text: text.replace(" . ", ". "),
        url: frozen.clone(),
    };
    let mut sections = body.sections;
    sections.retain(|section| !section.blocks.is_empty());
    if !sources.0.is_empty() {
        sections.push(Section {
            id: "sources",
            heading: w::SOURCES.get(lang).to_owned(),
            yields: 1,
            blocks: vec![
                Block::Sources(listed(cx, sources)),
                Block::Small(w::NOTE_SOURCES.get(lang).to_owned()),
            ],
        });
    }
    sections.push(Section {
        id: "cite",
        heading: w::CITE.get(lang).to_owned(),
        yields: 0,
        blocks: vec![Block::Small(citation.text.clone())],
    });
    Briefing {
        lang,
        subtitle: fill!(
            w::ABOUT,
            lang,
            description = &body.about,
            edition = &number,
            date = &day
        ),
        paper: Paper {
            head: fill!(w::PAPER_HEAD, lang, title = &title, edition = &number, date = &day),
            foot: frozen,
        },
        sections,
        citation,
        frozen: cx.links.edition.is_some(),
        page: address(cx),
        name: format!("{}-briefing", body.slug),
        title,
    }
}

fn listed(cx: &PageContext, sources: &SourceList) -> Vec<BriefSource> {
    let one = |id: &domain::SourceId| {
        let source = cx.snapshot().catalogue.source(*id);
        BriefSource {
            text: format!("{}{}", source.title, published(cx.lang(), source)),
            url: source.url.clone(),
        }
    };
    sources.0.iter().map(one).collect()
}
