//! Who stands beside a province: its region, and its neighbours in rank.

use domain::{
    ProvinceId, Row, Table,
    briefing::{Block, BriefColumn, BriefTable, Phrase},
};
use messages::{briefing as w, fill, findings as vw};

use super::{phrases, standing::Standing};
use crate::{context::PageContext, findings::alike, views::ranking::rows::SourceList};

/// The provinces most alike in their figures, and by what.
pub(super) fn alike(cx: &PageContext, province: ProvinceId) -> Option<Block> {
    let found = alike::newest(cx, province)?;
    let names: Vec<&str> = found.members.iter().map(|other| other.name.as_str()).collect();
    let text = fill!(
        w::ALIKE,
        cx.lang(),
        label = vw::ALIKE.get(cx.lang()),
        provinces = &names.join(", "),
        explanation = &found.by
    );
    Some(Block::Text(Phrase::plain(text)))
}

pub(super) fn table(
    cx: &PageContext,
    rows: &[Standing<'_>],
    province: ProvinceId,
    sources: &mut SourceList,
) -> Option<Block> {
    let lang = cx.lang();
    let ranked = rows
        .iter()
        .filter(|row| row.row.rank.is_some() && phrases::ranked(cx, row.table));
    let lines: Vec<Vec<Phrase>> = ranked.map(|row| line(cx, row, province, sources)).collect();
    let partly = |row: &Standing<'_>| {
        row.row.rank.is_some() && row.table.rows.iter().filter(|row| row.rank.is_some()).count() < row.table.expected
    };
    let notes = if rows.iter().any(partly) {
        vec![w::NOTE_NEAREST.get(lang).to_owned()]
    } else {
        Vec::new()
    };
    (!lines.is_empty()).then(|| {
        Block::Table(BriefTable {
            caption: w::CAPTION_PEERS.get(lang).to_owned(),
            columns: vec![
                BriefColumn::text(w::COL_INDICATOR.get(lang)),
                BriefColumn::number(w::COL_RANK.get(lang)),
                BriefColumn::text(w::COL_REGION.get(lang)),
                BriefColumn::text(w::COL_ABOVE.get(lang)),
                BriefColumn::text(w::COL_BELOW.get(lang)),
            ],
            rows: lines,
            notes,
        })
    })
}

fn line(cx: &PageContext, row: &Standing<'_>, province: ProvinceId, sources: &mut SourceList) -> Vec<Phrase> {
    let own = row.row.rank.map_or(0, |rank| rank.place);
    let rank = row.row.rank.map(|rank| phrases::rank(cx, rank)).unwrap_or_default();
    vec![
        Phrase::plain(row.dated(cx)),
        Phrase::plain(rank),
        Phrase::plain(in_region(cx, row, province, own)),
        neighbour(cx, (row.table, own), Side::Above, sources),
        neighbour(cx, (row.table, own), Side::Below, sources),
    ]
}

/// How many of its region stand ahead, out of how many with a rank.
fn in_region(cx: &PageContext, row: &Standing<'_>, province: ProvinceId, own: u16) -> String {
    let lang = cx.lang();
    let table = row.table;
    let provinces = &cx.snapshot().catalogue.provinces;
    let region = provinces.region_in(province, table.key.basis);
    let known: Vec<&Row> = table
        .rows
        .iter()
        .filter(|row| row.rank.is_some() && provinces.get(row.province).in_region(region))
        .collect();
    let ahead = known
        .iter()
        .filter(|row| row.rank.is_some_and(|rank| rank.place < own))
        .count();
    let all = provinces.existing(table.key.year, table.key.basis);
    let all = all.filter(|(_, p)| p.in_region(region)).count();
    if known.len() >= all {
        return fill!(
            w::AHEAD,
            lang,
            ahead = &ahead.to_string(),
            total = &known.len().to_string()
        );
    }
    fill!(
        w::AHEAD_KNOWN,
        lang,
        ahead = &ahead.to_string(),
        known = &known.len().to_string(),
        total = &all.to_string()
    )
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Above,
    Below,
}

/// The nearest known rank on one side of a place, with all who hold it counted.
fn nearest(table: &Table, own: u16, side: Side) -> Vec<&Row> {
    let place = |row: &Row| row.rank.map(|rank| rank.place);
    let places = table.rows.iter().filter_map(place);
    let at = match side {
        Side::Above => places.filter(|place| *place < own).max(),
        Side::Below => places.filter(|place| *place > own).min(),
    };
    let Some(at) = at else { return Vec::new() };
    table.rows.iter().filter(|row| place(row) == Some(at)).collect()
}

fn neighbour(cx: &PageContext, (table, own): (&Table, u16), side: Side, sources: &mut SourceList) -> Phrase {
    let lang = cx.lang();
    let found = nearest(table, own, side);
    let Some(first) = found.first() else {
        let of = table.rows.iter().filter_map(|row| row.rank).map(|rank| rank.of).max();
        let text = match side {
            Side::Above if own <= 1 => w::TOP,
            Side::Below if of == Some(own) => w::BOTTOM,
            _ => w::NOT_KNOWN_ABOVE,
        };
        return Phrase::plain(text.get(lang));
    };
    let mut phrase = phrases::province(cx, table, first, sources);
    if found.len() > 1 {
        let more = (found.len() - 1).to_string();
        phrase.text = fill!(w::AND_MORE, lang, province = &phrase.text, count = &more);
    }
    phrase
}
