//! Several provinces side by side: who is compared, over which figures, and what differs.

use domain::{ProvinceId, Table, TableKey};

pub(crate) use super::{
    facts::{Facts, facts},
    parts::{PartTable, part_table},
    resolve::{coverage, settle},
    suggest::suggestions,
    summary::sentences,
};
pub(crate) use crate::{context::PageContext, findings::headline as finding};

use super::{params::Asked, peers::PeerGroup};

/// A comparison whose table, years and provinces are settled.
pub(crate) struct Comparison<'a> {
    pub(crate) asked: Asked,
    pub(crate) table: &'a Table,
    /// The earlier year; `None` if there is none.
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
    pub(crate) fn name(&self, cx: &PageContext, id: ProvinceId) -> String {
        finding::name(cx.snapshot(), cx.lang(), id, self.key())
    }

    /// The province that was named first: its peers are the peer group.
    pub(crate) fn first(&self) -> Option<ProvinceId> {
        self.asked.provinces.iter().copied().find(|id| self.shown.contains(id))
    }
}
