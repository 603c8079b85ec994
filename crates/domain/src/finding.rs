//! Findings: the main message of a table, selected by rules. Pages put it into words.

use std::collections::BTreeMap;

use crate::{Kind, ProvinceId, RankPolicy, RegionId, Row, Snapshot, Table, TableKey, Verdict};

/// The main finding of a ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead {
    /// One or more provinces hold rank 1.
    Leads {
        /// Provinces on rank 1, in alphabetical order.
        provinces: Vec<ProvinceId>,
        /// Consecutive comparable years, up to the table's, in which a single province held rank 1; at least 1.
        years: u16,
        /// Why earlier years do not count.
        before: BeforeStreak,
    },
    /// The indicator is published in groups: the region with the most provinces in the highest group.
    TopGroup {
        /// The region.
        region: RegionId,
        /// Number of its provinces in the highest group.
        inside: usize,
        /// Number of its provinces in the table.
        of: usize,
    },
    /// Rank 1 is not known: only the coverage can be reported.
    Coverage,
}

/// Why a streak of years on rank 1 does not extend further back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BeforeStreak {
    /// In the previous year another province held rank 1 or several shared it, or there is no earlier year.
    OtherLeader,
    /// It is not known which province held rank 1 in the previous year, so the streak may be longer.
    Unknown,
    /// The same province may have held rank 1, but the ranks of the two years are not comparable, so the length of
    /// the streak is not known.
    Break(Verdict),
}

/// A province with a comparable change in rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mover {
    /// The province.
    pub province: ProvinceId,
    /// Places climbed (positive) or lost (negative); never 0.
    pub places: i32,
}

impl Snapshot {
    /// Returns the main finding of a table.
    #[must_use]
    pub fn lead(&self, table: &Table) -> Lead {
        let indicator = self.catalogue.indicator(table.key.indicator);
        if indicator.ranks == RankPolicy::Groups {
            return self.top_group(table).unwrap_or(Lead::Coverage);
        }
        let provinces = self.leaders(table);
        match provinces[..] {
            [] => Lead::Coverage,
            [leader] => {
                let (years, before) = self.streak(table.key, leader);
                Lead::Leads {
                    provinces,
                    years,
                    before,
                }
            }
            _ => Lead::Leads {
                provinces,
                years: 1,
                before: BeforeStreak::OtherLeader,
            },
        }
    }

    /// Returns the provinces on rank 1. Empty if the rows describe different moments.
    #[must_use]
    pub fn leaders(&self, table: &Table) -> Vec<ProvinceId> {
        let rows = table.rows.iter().filter(|_| !table.mixed);
        rows.filter(|row| row.rank.is_some_and(|rank| rank.place == 1))
            .map(|row| row.province)
            .collect()
    }

    /// Returns the number of consecutive years, up to the table's, in which the province alone held rank 1 by
    /// comparable ranks, and why the preceding year does not count.
    fn streak(&self, key: TableKey, leader: ProvinceId) -> (u16, BeforeStreak) {
        let mut years = 1;
        let mut year = key.year;
        loop {
            match self.before_streak(key, year, leader) {
                None => {
                    years += 1;
                    year -= 1;
                }
                Some(before) => return (years, before),
            }
        }
    }

    /// Returns why a streak that extends back to `year` does not extend to the preceding year. `None` if it does.
    fn before_streak(&self, key: TableKey, year: i32, leader: ProvinceId) -> Option<BeforeStreak> {
        let from = year - 1;
        let indicator = self.catalogue.indicator(key.indicator);
        let mut tables = key.bases(from).into_iter().filter_map(|key| self.table(key));
        let leaders = tables.find(|table| !table.rows.is_empty()).map(|t| self.leaders(t));
        let leaders = leaders.unwrap_or_default();
        if !leaders.is_empty() && leaders != [leader] {
            return Some(BeforeStreak::OtherLeader);
        }
        let table = self.table(TableKey { year, ..key });
        let Some(row) = table.and_then(|table| table.row(leader)) else {
            return Some(BeforeStreak::Unknown);
        };
        // A verdict on the two ends of the streak may be stricter than those on its steps.
        let whole = indicator.compare(from, key.year).verdict;
        let verdict = [row.change.places_verdict, whole].into_iter().find(|v| !v.comparable());
        let first = indicator.methods.first().map_or(i32::MAX, |m| m.span.from);
        if leaders.is_empty() && from < first {
            Some(BeforeStreak::OtherLeader)
        } else if let Some(verdict) = verdict {
            Some(BeforeStreak::Break(verdict))
        } else if leaders.is_empty() || row.change.comparable_places() != Some(0) {
            // No leader is known, or one rank is published and the other computed.
            Some(BeforeStreak::Unknown)
        } else {
            None
        }
    }

    /// Returns true if the changes of at least half of the provinces are known. The greatest of only a few known
    /// changes is not a finding.
    fn enough(table: &Table, known: usize) -> bool {
        known * 2 >= table.expected
    }

    /// Returns the region with the most provinces in the highest group. `None` if that group is empty.
    fn top_group(&self, table: &Table) -> Option<Lead> {
        let mut regions: BTreeMap<RegionId, (usize, usize)> = BTreeMap::new();
        for row in &table.rows {
            let region = self.catalogue.provinces.get(row.province).region;
            let counts = regions.entry(region).or_default();
            counts.0 += usize::from(row.group == Some(1));
            counts.1 += 1;
        }
        // By number of provinces; among equals by share, then in the catalogue's order.
        let best = regions
            .into_iter()
            .max_by(|(a_id, a), (b_id, b)| a.0.cmp(&b.0).then(b.1.cmp(&a.1)).then(b_id.cmp(a_id)));
        best.filter(|(_, (inside, _))| *inside > 0)
            .map(|(region, (inside, of))| Lead::TopGroup { region, inside, of })
    }

    /// Returns all provinces with a comparable change in rank, from the greatest climb to the greatest fall; among
    /// equals, the higher-ranked province first. `None` if the changes of fewer than half of the provinces are known,
    /// or if the publisher does not rank.
    #[must_use]
    pub fn movers(&self, table: &Table) -> Option<Vec<Mover>> {
        if self.catalogue.indicator(table.key.indicator).ranks == RankPolicy::Groups {
            return None;
        }
        let places = |row: &Row| row.change.comparable_places();
        let known = table.rows.iter().filter(|row| places(row).is_some()).count();
        if !Self::enough(table, known) {
            return None;
        }
        let moved = table.rows.iter().filter_map(|row| {
            Some(Mover {
                province: row.province,
                places: places(row).filter(|places| *places != 0)?,
            })
        });
        let mut moved: Vec<Mover> = moved.collect();
        // The sort is stable, and the table is ordered by rank.
        moved.sort_by_key(|mover| std::cmp::Reverse(mover.places));
        Some(moved)
    }

    /// Returns the province that climbed the most places ([`movers`](Self::movers)). `None` if none climbed.
    #[must_use]
    pub fn top_climber(&self, table: &Table) -> Option<Mover> {
        self.movers(table)?.into_iter().next().filter(|mover| mover.places > 0)
    }

    /// Returns the median difference between adjacent values of a complete table of scores, in the unit of its values:
    /// the difference that one place typically represents. `None` if the values are not ranked.
    #[must_use]
    pub fn median_gap(&self, table: &Table) -> Option<f64> {
        let indicator = self.catalogue.indicator(table.key.indicator);
        if !table.complete || indicator.kind != Kind::Score || indicator.ranks == RankPolicy::None {
            return None;
        }
        let values = table
            .rows
            .iter()
            .filter_map(|row| self.figure(row.figure).value.value());
        let mut values: Vec<f64> = values.collect();
        values.sort_by(f64::total_cmp);
        let mut gaps: Vec<f64> = values.windows(2).map(|pair| pair[1] - pair[0]).collect();
        gaps.sort_by(f64::total_cmp);
        match gaps.len() {
            0 => None,
            count if count % 2 == 1 => Some(gaps[count / 2]),
            count => Some(f64::midpoint(gaps[count / 2 - 1], gaps[count / 2])),
        }
    }

    /// Returns the change of the published national figure since the previous year. `None` unless both figures are
    /// known and the two years are comparable.
    #[must_use]
    pub fn nation_change(&self, table: &Table) -> Option<f64> {
        let (key, from) = (table.key, table.key.year - 1);
        let comparable = self.catalogue.indicator(key.indicator).compare(from, key.year).verdict;
        let value = |table: &Table| self.figure(table.nation?).value.value();
        let before = self.table(TableKey { year: from, ..key })?;
        let change = value(table)? - value(before)?;
        comparable.comparable().then_some(change)
    }

    /// Returns the number of provinces whose value is comparable with the previous year.
    #[must_use]
    pub fn comparable_values(&self, table: &Table) -> usize {
        table
            .rows
            .iter()
            .filter(|row| row.change.comparable_points().is_some())
            .count()
    }

    /// Returns the province with the greatest comparable rise in value, and the rise in the unit of the value; among
    /// equals, the first in the table. `None` if no value rose or too few changes are known.
    #[must_use]
    pub fn top_gain(&self, table: &Table) -> Option<(ProvinceId, f64)> {
        if !Self::enough(table, self.comparable_values(table)) {
            return None;
        }
        let mut best: Option<(ProvinceId, f64)> = None;
        for row in &table.rows {
            let Some(points) = row.change.comparable_points() else {
                continue;
            };
            if points > best.map_or(0.0, |(_, p)| p) {
                best = Some((row.province, points));
            }
        }
        best
    }
}
