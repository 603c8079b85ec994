//! Computes the changes of ranks and bands in tables of headline figures.

use std::collections::BTreeSet;

use domain::{
    ComponentId, ProvinceId, Row, Snapshot, Table, TableKey,
    upload::{FigureChange, RankMove},
};

use super::Ids;

/// Returns the rank moves in the tables that the changes touch. A new or removed table has none: the changes describe
/// all of it.
pub(super) fn moves(before: &Snapshot, after: &Snapshot, changes: &[FigureChange], ids: &Ids) -> Vec<RankMove> {
    let headline = changes.iter().filter(|c| c.key.component == ComponentId::TOTAL);
    let touched: BTreeSet<TableKey> = headline
        .filter_map(|change| {
            Some(TableKey {
                indicator: change.key.indicator,
                component: change.key.component,
                basis: change.key.basis,
                year: change.key.year?,
            })
        })
        .collect();
    // Between catalogues with different lists, the ids of tables are not comparable.
    if !matches!(ids, Ids::Same) {
        return Vec::new();
    }
    touched
        .into_iter()
        .filter_map(|key| Some((before.table(key)?, after.table(key)?)))
        .filter(|(was, is)| !was.rows.is_empty() && !is.rows.is_empty())
        .flat_map(|(was, is)| in_table((before, was), (after, is)))
        .collect()
}

type SnapshotTable<'a> = (&'a Snapshot, &'a Table);

fn in_table(before: SnapshotTable<'_>, after: SnapshotTable<'_>) -> Vec<RankMove> {
    let provinces: BTreeSet<ProvinceId> = before
        .1
        .rows
        .iter()
        .chain(&after.1.rows)
        .map(|row| row.province)
        .collect();
    let mut moves: Vec<RankMove> = provinces
        .into_iter()
        .filter_map(|province| moved(province, before, after))
        .collect();
    moves.sort_by_key(|m| (m.after.unwrap_or(u16::MAX), m.before.unwrap_or(u16::MAX), m.province));
    moves
}

fn moved(province: ProvinceId, before: SnapshotTable<'_>, after: SnapshotTable<'_>) -> Option<RankMove> {
    let (was, is) = (before.1.row(province), after.1.row(province));
    let place = |row: Option<&Row>| row.and_then(|row| row.rank).map(|rank| rank.place);
    let bands = (
        was.and_then(|row| band(before, row)),
        is.and_then(|row| band(after, row)),
    );
    let differs = bands.0 != bands.1;
    (place(was) != place(is) || differs).then(|| RankMove {
        table: after.1.key,
        province,
        before: place(was),
        after: place(is),
        bands: differs.then_some(bands),
    })
}

/// Returns the published tier, else the band of the value, else the group.
fn band((snapshot, table): SnapshotTable<'_>, row: &Row) -> Option<String> {
    let figure = snapshot.figure(row.figure);
    let indicator = snapshot.catalogue.indicator(table.key.indicator);
    let cut = || indicator.band(table.key.year, figure.value.value()?);
    let named = figure.tier().or_else(cut).map(str::to_owned);
    named.or_else(|| row.group.map(|group| group.to_string()))
}
