//! Briefings: what a leader takes into a meeting, worked out once for the page and the paper.

use super::country;
use super::province;
use super::region;
use domain::{
    Indicator, Place, Table,
    briefing::{Block, BriefSource, Briefing, Paper, Section},
    data_table::Citation,
};

use super::words as w;
use crate::{components::sources::published, messages as m};
use crate::{context::PageContext, findings::headline as finding, route::Route, views::ranking::rows::SourceList};

/// How the address of a paper ends.
pub(crate) const PDF: &str = ".pdf";

/// The place whose briefing a path below the language names, with or without `.pdf`; `None` if it names none.
pub(crate) fn place(cx: &PageContext<'_>) -> Option<Place> {
    let path = crate::query::decode(cx.path.strip_suffix(PDF).unwrap_or(cx.path));
    let provinces = &cx.snapshot.catalogue.provinces;
    match Route::parse(&path)? {
        Route::NationalBriefing => Some(Place::Nation),
        Route::ProvinceBriefing { province } => provinces.by_slug(province).map(Place::Province),
        Route::RegionBriefing { region } => provinces.region_by_slug(region).map(Place::Region),
        _ => None,
    }
}

/// The briefing of a place.
pub(crate) fn briefing(cx: &PageContext<'_>, place: Place) -> Briefing {
    let mut sources = SourceList::default();
    let body = match place {
        Place::Province(id) => province::body(cx, id, &mut sources),
        Place::Region(id) => region::body(cx, id, &mut sources),
        Place::Nation => country::body(cx, &mut sources),
    };
    finished(cx, body, &sources)
}

/// What differs between provinces, regions and the country.
pub(crate) struct Body {
    /// Name of the place.
    pub(super) name: String,
    /// Name in addresses, such as `nghe-an`; `country` for the whole country.
    pub(super) slug: String,
    /// What the place is.
    pub(super) about: String,
    pub(super) sections: Vec<Section>,
}

/// Adds sources, citation and what papers say.
fn finished(cx: &PageContext<'_>, body: Body, sources: &SourceList) -> Briefing {
    let lang = cx.lang();
    let edition = &cx.snapshot.edition;
    let (number, day) = (edition.number.to_string(), edition.published.format(lang));
    let title = w::TITLE.fill(lang, &[&body.name]);
    let path = cx.path.strip_suffix(PDF).unwrap_or(cx.path);
    let address = |cx: &PageContext<'_>| format!("{}{}", cx.backend.origin(), cx.links.briefing(path));
    let frozen = address(&cx.pinned());
    let text = crate::export::words::CITED.fill(lang, &[&title, "", &number, &day, &frozen]);
    let citation = Citation {
        key: format!("thuocdo-{}-briefing-{number}", body.slug),
        author: m::SITE.get(lang).to_owned(),
        title: title.clone(),
        publisher: crate::export::words::CITED_PUBLISHER.fill(lang, &[&number]),
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
        subtitle: w::ABOUT.fill(lang, &[&body.about, &number, &day]),
        paper: Paper {
            head: w::PAPER_HEAD.fill(lang, &[&title, &number, &day]),
            foot: frozen,
            left_out: w::LEFT_OUT.get(lang).to_owned(),
            rows_of: w::ROWS_OF.get(lang).to_owned(),
        },
        sections,
        citation,
        frozen: cx.links.edition.is_some(),
        page: address(cx),
        name: format!("{}-briefing", body.slug),
        title,
    }
}

fn listed(cx: &PageContext<'_>, sources: &SourceList) -> Vec<BriefSource> {
    let one = |id: &domain::SourceId| {
        let source = cx.snapshot.catalogue.source(*id);
        BriefSource {
            text: format!("{}{}", source.title, published(cx.lang(), source)),
            url: source.url.clone(),
        }
    };
    sources.0.iter().map(one).collect()
}

/// "PCI 2022".
pub(crate) fn dated(cx: &PageContext<'_>, indicator: &Indicator, year: i32) -> String {
    format!("{} {year}", indicator.short.get(cx.lang()))
}

/// "PCI 2022", or for a component "Online services: Fully online 2025".
pub(crate) fn dated_table(cx: &PageContext<'_>, table: &Table) -> String {
    let measure = finding::measure(cx.snapshot, cx.lang(), table);
    format!("{measure} {}", table.key.year)
}

pub(crate) fn section(
    cx: &PageContext<'_>,
    id: &'static str,
    heading: crate::messages::Msg,
    yields: u8,
    blocks: Vec<Block>,
) -> Section {
    Section {
        id,
        heading: heading.get(cx.lang()).to_owned(),
        yields,
        blocks,
    }
}
