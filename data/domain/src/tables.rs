//! How a table is made: who has a row, who is absent, ranks, order, changes.

use std::collections::{BTreeMap, HashMap};

use crate::{
    Basis, Catalogue, Change, Direction, Figure, Indicator, Missing, Observation, Place, ProvinceId, PublishedRank,
    Rank, RankOrigin, RankPolicy, Row, Table, TableKey, collation_key, competition_ranks, quartile_groups,
};

/// The table of one indicator, component, basis and year; changes come later.
pub(crate) fn table(
    catalogue: &Catalogue,
    figures: &[Figure],
    key: TableKey,
    places: &BTreeMap<Place, usize>,
) -> Table {
    let indicator = catalogue.indicator(key.indicator);
    let mut rows = Vec::new();
    let mut regions = Vec::new();
    let mut stated_absent: HashMap<ProvinceId, Missing> = HashMap::new();
    for (place, at) in places {
        match place {
            Place::Nation => {}
            Place::Region(region) => regions.push((*region, *at)),
            Place::Province(province) => {
                let figure = &figures[*at];
                match (figure.value, figure.rank) {
                    (Observation::Missing(reason), PublishedRank::None) => {
                        stated_absent.insert(*province, reason);
                    }
                    _ => rows.push(Row {
                        province: *province,
                        figure: *at,
                        rank: None,
                        group: None,
                        change: Change::NoBase,
                    }),
                }
            }
        }
    }
    let existing: Vec<ProvinceId> = catalogue
        .provinces
        .existing(key.year, key.basis)
        .map(|(id, _)| id)
        .collect();
    let has_row = |id: ProvinceId| rows.iter().any(|row| row.province == id);
    let absent: Vec<(ProvinceId, Missing)> = existing
        .iter()
        .filter(|id| !has_row(**id))
        .map(|id| (*id, stated_absent.get(id).copied().unwrap_or(Missing::NotFound)))
        .collect();
    // A unit may carry a figure for the year in which it ended (Hà Tây in PCI 2008).
    let extra = rows.iter().filter(|row| !existing.contains(&row.province)).count();
    let expected = existing.len() + extra;
    let with_value = rows
        .iter()
        .filter(|row| figures[row.figure].value.value().is_some())
        .count();
    let unexplained = absent.iter().filter(|(_, reason)| *reason == Missing::NotFound).count();
    let complete = with_value > 0 && with_value == rows.len() && unexplained == 0;
    give_ranks(indicator, key, figures, &mut rows, (expected, complete));
    sort_rows(catalogue, indicator.direction(key.component), figures, &mut rows);
    Table {
        key,
        rows,
        absent,
        nation: places.get(&Place::Nation).copied(),
        regions,
        expected,
        with_value,
        complete,
    }
}

/// Published ranks where the publisher gives them; computed ones only where the policy
/// allows it and the table is complete and gives no published rank at all.
fn give_ranks(
    indicator: &Indicator,
    key: TableKey,
    figures: &[Figure],
    rows: &mut [Row],
    (expected, complete): (usize, bool),
) {
    if indicator.ranks == RankPolicy::None {
        return;
    }
    let count = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let field = count(if complete { rows.len() } else { expected });
    let mut any_published = false;
    for row in rows.iter_mut() {
        if let PublishedRank::Known { rank, of } = figures[row.figure].rank {
            any_published = true;
            row.rank = Some(Rank {
                place: rank,
                of: of.unwrap_or(field),
                origin: RankOrigin::Published,
            });
        }
    }
    let may_compute = matches!(indicator.ranks, RankPolicy::PublishedOrComputed | RankPolicy::Groups);
    if !may_compute || !complete {
        return;
    }
    let values: Vec<f64> = rows
        .iter()
        .filter_map(|row| figures[row.figure].value.value())
        .collect();
    if !any_published {
        let places = competition_ranks(&values, indicator.direction(key.component));
        for (row, place) in rows.iter_mut().zip(places) {
            row.rank = Some(Rank {
                place,
                of: field,
                origin: RankOrigin::Computed,
            });
        }
    }
    if indicator.ranks == RankPolicy::Groups {
        for (row, group) in rows.iter_mut().zip(quartile_groups(&values)) {
            row.group = Some(group);
        }
    }
}

fn sort_rows(catalogue: &Catalogue, direction: Direction, figures: &[Figure], rows: &mut [Row]) {
    let value = |row: &Row| figures[row.figure].value.value();
    rows.sort_by_cached_key(|row| collation_key(&catalogue.provinces.get(row.province).name.vi));
    rows.sort_by(|a, b| {
        let by_rank = |row: &Row| row.rank.map_or(u16::MAX, |r| r.place);
        let by_value = || match (value(a), value(b)) {
            (Some(x), Some(y)) if direction == Direction::Lower => x.total_cmp(&y),
            (Some(x), Some(y)) => y.total_cmp(&x),
            (x, y) => y.is_some().cmp(&x.is_some()),
        };
        by_rank(a).cmp(&by_rank(b)).then_with(by_value)
    });
}

/// Changes need the finished ranks of both years.
pub(crate) fn fill_changes(catalogue: &Catalogue, figures: &[Figure], tables: &mut BTreeMap<TableKey, Table>) {
    let standing = |row: &Row| (figures[row.figure].value.value(), row.rank);
    let known: HashMap<(TableKey, ProvinceId), (Option<f64>, Option<Rank>)> = tables
        .iter()
        .flat_map(|(key, table)| table.rows.iter().map(move |row| ((*key, row.province), row)))
        .map(|(key, row)| (key, standing(row)))
        .collect();
    for (key, table) in tables.iter_mut() {
        let indicator = catalogue.indicator(key.indicator);
        let verdict = indicator.compare(key.year - 1, key.year).verdict;
        for row in &mut table.rows {
            let base = [key.basis, other(key.basis)].into_iter().find_map(|basis| {
                let key = TableKey {
                    basis,
                    year: key.year - 1,
                    ..*key
                };
                known.get(&(key, row.province)).map(|found| (basis, *found))
            });
            let Some((basis, (value_before, rank_before))) = base else {
                continue;
            };
            let (value, rank) = standing(row);
            let verdict = if basis == key.basis {
                verdict
            } else {
                crate::Verdict::UnitsChanged
            };
            row.change = Change::between(key.year - 1, verdict, (value_before, value), (rank_before, rank));
        }
    }
}

const fn other(basis: Basis) -> Basis {
    match basis {
        Basis::Of63 => Basis::Of34,
        Basis::Of34 => Basis::Of63,
    }
}
