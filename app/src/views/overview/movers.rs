//! Who rose and fell most, only between years that compare.

use messages::{fill, overview as w};
use std::cmp::Reverse;

use domain::{Indicator, IndicatorId, Row, Table};

use crate::{
    context::PageContext,
    findings::headline as finding,
    words::{self, ChangeCell},
};

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

/// Of the newest table in which enough places compare with the year before; among equals of the first indicator.
pub(super) fn movers(cx: &PageContext, scores: &Shown<'_>) -> Option<Movers> {
    let moved = scores.iter().enumerate().filter_map(|(at, (_, indicator, table))| {
        let movers = cx.snapshot().movers(table).filter(|movers| !movers.is_empty())?;
        Some(((table.key.year, Reverse(at)), (*indicator, *table), movers))
    });
    let (_, (indicator, table), all) = moved.max_by_key(|(order, ..)| *order)?;
    let climbers = all.iter().take(EACH).filter(|mover| mover.places > 0);
    let fallen = all.iter().rev().take(EACH).filter(|mover| mover.places < 0);
    let rows = climbers.chain(fallen).filter_map(|mover| table.row(mover.province));
    let lines = rows.map(|row| line(cx, table, row)).collect();
    let lang = cx.lang();
    let (year, before) = (table.key.year.to_string(), (table.key.year - 1).to_string());
    Some(Movers {
        title: fill!(
            w::MOVERS,
            lang,
            indicator = indicator.short.get(lang),
            year = &year,
            year_before = &before
        ),
        href: cx
            .links
            .ranking_with(&indicator.slug, table.key.year, &[("sort", "places")]),
        lines,
    })
}

fn line(cx: &PageContext, table: &Table, row: &Row) -> Movement {
    let place = |rank: Option<domain::Rank>| rank.map_or_else(String::new, |rank| rank.place.to_string());
    Movement {
        name: finding::name(cx.snapshot(), cx.lang(), row.province, table.key),
        href: cx
            .links
            .province(&cx.snapshot().catalogue.provinces.get(row.province).slug),
        places: format!("{} → {}", place(row.change.rank), place(row.rank)),
        change: words::places(cx.lang(), &row.change, row.rank, table.key.year),
    }
}

/// Indicators with the table that stands for each.
pub(crate) type Shown<'a> = Vec<(IndicatorId, &'a Indicator, &'a Table)>;
