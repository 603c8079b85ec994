//! Who rose and fell most, only between years that compare.

use std::cmp::Reverse;

use domain::{Row, Table};

use super::{Shown, words as w};
use crate::{models::Here, models::finding, words, words::ChangeCell};

/// Provinces at each end.
const EACH: usize = 4;

/// The provinces of one table that gained and lost most places.
pub(crate) struct Movers {
    pub(crate) title: String,
    pub(crate) href: String,
    /// Climbers first, then those who fell.
    pub(crate) lines: Vec<Movement>,
}

/// One province that moved.
pub(crate) struct Movement {
    pub(crate) name: String,
    pub(crate) href: String,
    /// "56 → 30".
    pub(crate) places: String,
    pub(crate) change: ChangeCell,
}

/// Of the newest table in which the places of at least half of the provinces compare with the year before.
pub(super) fn movers(here: &Here<'_>, scores: &Shown<'_>) -> Option<Movers> {
    let moved = |table: &Table| {
        let known = table.rows.iter().filter(|row| row.change.comparable_places().is_some());
        known.count() * 2 >= table.expected
    };
    let (_, indicator, table) = scores
        .iter()
        .filter(|(_, _, table)| moved(table))
        .enumerate()
        .max_by_key(|(at, (_, _, table))| (table.key.year, Reverse(*at)))
        .map(|(_, shown)| *shown)?;
    let mut rows: Vec<(i32, &Row)> = table
        .rows
        .iter()
        .filter_map(|row| Some((row.change.comparable_places()?, row)))
        .collect();
    // Among equals the one that stands higher, which the table's own order says.
    rows.sort_by_key(|(places, _)| Reverse(*places));
    let climbers = rows.iter().take(EACH).filter(|(places, _)| *places > 0);
    let fallen = rows.iter().rev().take(EACH).filter(|(places, _)| *places < 0);
    let lines = climbers.chain(fallen).map(|(_, row)| line(here, table, row)).collect();
    let lang = here.lang();
    let (year, before) = (table.key.year.to_string(), (table.key.year - 1).to_string());
    Some(Movers {
        title: w::MOVERS.fill(lang, &[indicator.short.get(lang), &year, &before]),
        href: here
            .links
            .ranking_with(&indicator.slug, table.key.year, &[("sort", "places")]),
        lines,
    })
}

fn line(here: &Here<'_>, table: &Table, row: &Row) -> Movement {
    let place = |rank: Option<domain::Rank>| rank.map_or_else(String::new, |rank| rank.place.to_string());
    Movement {
        name: finding::name(here.snapshot, here.lang(), row.province, table.key),
        href: here
            .links
            .province(&here.snapshot.catalogue.provinces.get(row.province).slug),
        places: format!("{} → {}", place(row.change.rank), place(row.rank)),
        change: words::places(here.lang(), &row.change, row.rank, table.key.year),
    }
}
