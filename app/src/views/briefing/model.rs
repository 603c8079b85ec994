//! Briefings: what a leader takes into a meeting, worked out once for the page and the paper.

use domain::{
    Indicator, Table,
    briefing::{Block, Section},
};

use crate::{context::PageContext, findings::headline as finding};

/// How the addresses of a briefing as a file end.
pub(crate) const PDF: &str = ".pdf";
pub(crate) const DOCX: &str = ".docx";

/// The path of a briefing's page, from that of the page or of one of its files.
pub(crate) fn page_path(path: &str) -> &str {
    let mut endings = [PDF, DOCX].into_iter();
    endings.find_map(|ending| path.strip_suffix(ending)).unwrap_or(path)
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

/// "PCI 2022".
pub(crate) fn dated(cx: &PageContext, indicator: &Indicator, year: i32) -> String {
    format!("{} {year}", indicator.short.get(cx.lang()))
}

/// "PCI 2022", or for a component "Online services: Fully online 2025".
pub(crate) fn dated_table(cx: &PageContext, table: &Table) -> String {
    let measure = finding::measure(cx.snapshot(), cx.lang(), table);
    format!("{measure} {}", table.key.year)
}

pub(crate) fn section(
    cx: &PageContext,
    id: &'static str,
    heading: messages::Msg,
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
