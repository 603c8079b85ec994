//! Several provinces side by side: who is compared, over which figures, and what differs.

use super::charts;
use super::facts;
use super::summary;
use super::words;
use domain::{ProvinceId, Table, TableKey};

pub(crate) use super::{
    content::own,
    facts::{Facts, facts},
    parts::{PartTable, part_table},
    resolve::{coverage, settle},
    suggest::suggestions,
    summary::sentences,
};
pub(crate) use crate::{context::PageContext, findings::headline as finding, views::ranking::rows::SourceList};

use super::{params::Asked, peers::PeerGroup};

/// A comparison whose table, years and provinces are settled.
pub(crate) struct Comparison<'a> {
    pub(crate) asked: Asked,
    pub(crate) table: &'a Table,
    /// The earlier year; nothing where there is none.
    pub(crate) from: Option<i32>,
    /// Those compared, in the order of the table; those without a figure last.
    pub(crate) shown: Vec<ProvinceId>,
    /// Those asked for that the list of the year does not hold.
    pub(crate) outside: Vec<ProvinceId>,
    /// Who the peers are.
    pub(crate) peers: PeerGroup,
}

impl Comparison<'_> {
    pub(crate) const fn key(&self) -> TableKey {
        self.table.key
    }

    /// A province's name in the year and the list of the comparison.
    pub(crate) fn name(&self, cx: &PageContext<'_>, id: ProvinceId) -> String {
        finding::name(cx.snapshot, cx.lang(), id, self.key())
    }

    /// The province that was named first: its peers are the peer group.
    pub(crate) fn first(&self) -> Option<ProvinceId> {
        self.asked.provinces.iter().copied().find(|id| self.shown.contains(id))
    }
}

/// The page's title: the finding, or that the list of the year does not hold who was chosen.
pub(crate) fn heading(cx: &PageContext<'_>, compared: &Comparison<'_>, facts: &Facts) -> String {
    if compared.outside.is_empty() || compared.shown.len() > 1 {
        let measure = finding::measure(cx.snapshot, cx.lang(), compared.table);
        return summary::dated_title(facts, &measure);
    }
    let chosen = compared.asked.provinces.len();
    let counts = [chosen - compared.outside.len(), chosen].map(|n| n.to_string());
    let year = compared.key().year.to_string();
    words::TITLE_OUTSIDE.fill(cx.lang(), &[&facts.short, &year, &counts[0], &counts[1]])
}

/// Adds the sources of all that the pictures show, after those of the tables.
pub(crate) fn cited(cx: &PageContext<'_>, compared: &Comparison<'_>, list: &mut SourceList) {
    let key = compared.key();
    if charts::series(cx, compared).is_none() {
        return;
    }
    for table in facts::tables(cx.snapshot, key.indicator, key) {
        for row in compared.shown.iter().filter_map(|id| table.row(*id)) {
            list.numbers(cx.snapshot.figure(row.figure));
        }
    }
}
