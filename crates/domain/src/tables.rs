//! Builds tables: rows, absent provinces, ranks, order and changes.

use std::collections::{BTreeMap, HashMap};

use crate::{
    Catalogue, Change, Direction, Figure, Indicator, Kind, Missing, Observation, Place, ProvinceId, PublishedRank,
    Rank, RankOrigin, RankPolicy, Row, Rows, Standing, Table, TableKey, collation_key, competition_ranks,
    quartile_groups,
};

/// Computes all tables with their ranks and changes.
pub(crate) fn all_tables(catalogue: &Catalogue, figures: &[Figure]) -> BTreeMap<TableKey, Table> {
    let mut newest: BTreeMap<TableKey, BTreeMap<Place, usize>> = BTreeMap::new();
    for (at, figure) in figures.iter().enumerate() {
        let Some(key) = TableKey::of(figure) else {
            continue;
        };
        // If there are several moments in one year, the latest represents the year.
        let slot = newest.entry(key).or_default().entry(figure.key.place).or_insert(at);
        if figure.latest_day() > figures[*slot].latest_day() {
            *slot = at;
        }
    }
    let tables = newest.into_iter();
    let mut tables = tables
        .map(|(key, places)| (key, table(catalogue, figures, key, &places)))
        .collect();
    fill_changes(catalogue, figures, &mut tables);
    tables
}

/// Builds the table of one indicator, component, province list and year, without changes, which
/// [`fill_changes`] adds.
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
                        change: Change::none(key.year - 1),
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
    // A unit may have a figure for the year in which it ended (Hà Tây in PCI 2008).
    let extra = rows.iter().filter(|row| !existing.contains(&row.province)).count();
    let expected = existing.len() + extra;
    let with_value = rows
        .iter()
        .filter(|row| figures[row.figure].value.value().is_some())
        .count();
    let unexplained = absent.iter().filter(|(_, reason)| *reason == Missing::NotFound).count();
    let moment = |row: &Row| figures[row.figure].key.as_of;
    let mixed = rows
        .first()
        .is_some_and(|first| rows.iter().any(|row| moment(row) != moment(first)));
    let complete = with_value > 0 && with_value == rows.len() && unexplained == 0 && !mixed;
    assign_ranks(indicator, key, figures, &mut rows, (expected, complete));
    let direction = indicator.direction(key.component);
    sort_rows(catalogue, direction, figures, &mut rows);
    if mixed && indicator.kind == Kind::Score {
        // Scores of different moments are not a ranking, so they are ordered alphabetically.
        rows.sort_by_cached_key(|row| collation_key(&catalogue.provinces.get(row.province).name.vi));
    }
    Table {
        key,
        absent,
        nation: places.get(&Place::Nation).copied(),
        regions,
        expected,
        with_value,
        complete,
        mixed,
        contradicted: if mixed {
            Vec::new()
        } else {
            contradicted(direction, figures, &rows)
        },
        rows: Rows::new(rows),
    }
}

/// Assigns published ranks, or computed ones to all rows if the policy allows it, the table is complete, and only
/// some rows have published ranks that all confirm the computed ones. The two are never mixed in one table.
fn assign_ranks(
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
    for row in rows.iter_mut() {
        if let PublishedRank::Known { rank, of } = figures[row.figure].rank {
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
    let places = competition_ranks(&values, indicator.direction(key.component));
    if may_replace_published(figures, rows, &places) {
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

/// Returns true if not all rows have a published rank and all published ranks equal the computed places.
fn may_replace_published(figures: &[Figure], rows: &[Row], places: &[u16]) -> bool {
    let published = || {
        rows.iter()
            .zip(places)
            .map(move |(row, place)| (figures[row.figure].rank, *place))
    };
    published().any(|(rank, _)| rank == PublishedRank::None)
        && published().all(|(rank, place)| match rank {
            PublishedRank::Known { rank, .. } => rank == place,
            PublishedRank::None => true,
            PublishedRank::Conflict => false,
        })
}

/// Sorts by rank if every row has one; by value and then by rank if every row has a value; otherwise ranked rows
/// first.
fn sort_rows(catalogue: &Catalogue, direction: Direction, figures: &[Figure], rows: &mut [Row]) {
    let value = |row: &Row| figures[row.figure].value.value();
    rows.sort_by_cached_key(|row| collation_key(&catalogue.provinces.get(row.province).name.vi));
    let values_decide = rows.iter().any(|row| row.rank.is_none()) && rows.iter().all(|row| value(row).is_some());
    rows.sort_by(|a, b| {
        let place = |row: &Row| row.rank.map_or(u16::MAX, |r| r.place);
        let by_rank = place(a).cmp(&place(b));
        let by_value = match (value(a), value(b)) {
            (Some(x), Some(y)) if direction == Direction::Lower => x.total_cmp(&y),
            (Some(x), Some(y)) => y.total_cmp(&x),
            (x, y) => y.is_some().cmp(&x.is_some()),
        };
        if values_decide {
            by_value.then(by_rank)
        } else {
            by_rank.then(by_value)
        }
    });
}

/// Computes the changes of all rows. Requires the final ranks of all tables.
pub(crate) fn fill_changes(catalogue: &Catalogue, figures: &[Figure], tables: &mut BTreeMap<TableKey, Table>) {
    let known: HashMap<(TableKey, ProvinceId), Standing> = tables
        .iter()
        .flat_map(|(key, table)| table.rows.iter().map(move |row| ((*key, row.province), row)))
        .map(|(key, row)| (key, standing(figures, row)))
        .collect();
    for (key, table) in tables.iter_mut() {
        for row in table.rows.iter_mut() {
            let before = |key| known.get(&(key, row.province)).copied();
            row.change = change(catalogue, *key, key.year - 1, standing(figures, row), before);
        }
    }
}

/// Returns the standing of a row's province.
pub(crate) fn standing(figures: &[Figure], row: &Row) -> Standing {
    let figure = &figures[row.figure];
    Standing {
        value: figure.value,
        published: figure.rank,
        rank: row.rank,
    }
}

/// Computes the change of one province from an earlier year to the year of `key`. `before` returns its standing in
/// a table; the table for the same province list takes precedence.
pub(crate) fn change(
    catalogue: &Catalogue,
    key: TableKey,
    from: i32,
    after: Standing,
    before: impl Fn(TableKey) -> Option<Standing>,
) -> Change {
    let verdict = catalogue.indicator(key.indicator).compare(from, key.year).verdict;
    let base = key.bases(from).into_iter().find_map(|key| Some((key, before(key)?)));
    let same_units = base.is_none_or(|(earlier, _)| earlier.basis == key.basis);
    Change::between(from, verdict, same_units, base.map(|(_, s)| s), after)
}

impl Table {
    /// Returns the provinces whose rank contradicts their value, as [`Table::contradicted`] lists them.
    #[must_use]
    pub fn contradictions(&self, catalogue: &Catalogue, figures: &[Figure]) -> Vec<ProvinceId> {
        let direction = catalogue.indicator(self.key.indicator).direction(self.key.component);
        contradicted(direction, figures, &self.rows)
    }
}

/// Returns provinces whose published rank contradicts their score: repeatedly removes the province with the most
/// contradictions until the scores of the others are ordered like their ranks.
fn contradicted(direction: Direction, figures: &[Figure], rows: &[Row]) -> Vec<ProvinceId> {
    let mut ranked: Vec<(ProvinceId, u16, f64)> = rows
        .iter()
        .filter_map(|row| Some((row.province, row.rank?.place, figures[row.figure].value.value()?)))
        .collect();
    let better = |a: f64, b: f64| if direction == Direction::Lower { a < b } else { a > b };
    let mut removed = Vec::new();
    loop {
        let contradictions = |entry: &(ProvinceId, u16, f64)| {
            let contradicts = |other: &&(ProvinceId, u16, f64)| {
                (entry.1 < other.1 && better(other.2, entry.2)) || (other.1 < entry.1 && better(entry.2, other.2))
            };
            ranked.iter().filter(contradicts).count()
        };
        let worst = ranked
            .iter()
            .enumerate()
            .max_by_key(|(_, entry)| contradictions(entry))
            .filter(|(_, entry)| contradictions(entry) > 0);
        let Some((at, _)) = worst else { break };
        removed.push(ranked.remove(at).0);
    }
    removed
}
