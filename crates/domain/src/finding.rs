//! Findings: the one thing that a table says, chosen by rule. Pages put it into words.

use std::collections::BTreeMap;

use crate::{Kind, ProvinceId, RankPolicy, RegionId, Row, Snapshot, Table, TableKey, Verdict, tables::bases};

/// What a ranking says, in the order in which it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead {
    /// One or more provinces hold rank 1.
    Leads {
        /// Those on rank 1, by the alphabet.
        provinces: Vec<ProvinceId>,
        /// Comparable years in a row that a single leader has led, up to the table's; at least 1.
        years: u16,
        /// Why the years before do not count.
        before: BeforeStreak,
    },
    /// Published in groups: the region with most provinces in the highest one.
    TopGroup {
        /// The region.
        region: RegionId,
        /// Its provinces in the highest group.
        inside: usize,
        /// Its provinces in the table.
        of: usize,
    },
    /// Rank 1 is not known: only the coverage can be told.
    Coverage,
}

/// Why a streak of years on rank 1 does not reach further back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BeforeStreak {
    /// In the year before, another province led or several shared rank 1, or it is the first year of all.
    OtherLeader,
    /// Who led the year before is not known, so that the streak may be longer.
    Unknown,
    /// The same province may have led, but the ranks of the two years are not comparable: their number of years
    /// in a row cannot be given.
    Break(Verdict),
}

/// A province that climbed or fell, comparably.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mover {
    /// The province.
    pub province: ProvinceId,
    /// Places climbed (positive) or lost (negative); never 0.
    pub places: i32,
}

impl Snapshot {
    /// What a table says first.
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

    /// The provinces on rank 1; none where the rows describe different moments.
    #[must_use]
    pub fn leaders(&self, table: &Table) -> Vec<ProvinceId> {
        let rows = table.rows.iter().filter(|_| !table.mixed);
        rows.filter(|row| row.rank.is_some_and(|rank| rank.place == 1))
            .map(|row| row.province)
            .collect()
    }

    /// Years in a row, up to the table's, in which the province alone held rank 1 among ranks that may be
    /// compared, and why the year before them does not count.
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

    /// Why a streak that is known to reach back to `year` does not reach the year before; `None` if it does.
    fn before_streak(&self, key: TableKey, year: i32, leader: ProvinceId) -> Option<BeforeStreak> {
        let from = year - 1;
        let indicator = self.catalogue.indicator(key.indicator);
        let mut tables = bases(key, from).into_iter().filter_map(|key| self.table(key));
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

    /// True when enough changes are known to name who moved most: those of at least half
    /// of the provinces. The greatest of a few known ones says nothing.
    fn enough(table: &Table, known: usize) -> bool {
        known * 2 >= table.expected
    }

    fn top_group(&self, table: &Table) -> Option<Lead> {
        let mut regions: BTreeMap<RegionId, (usize, usize)> = BTreeMap::new();
        for row in &table.rows {
            let region = self.catalogue.provinces.get(row.province).region;
            let counts = regions.entry(region).or_default();
            counts.0 += usize::from(row.group == Some(1));
            counts.1 += 1;
        }
        // The larger number first; among equals the larger share, then the catalogue's order.
        let best = regions
            .into_iter()
            .max_by(|(a_id, a), (b_id, b)| a.0.cmp(&b.0).then(b.1.cmp(&a.1)).then(b_id.cmp(a_id)));
        best.filter(|(_, (inside, _))| *inside > 0)
            .map(|(region, (inside, of))| Lead::TopGroup { region, inside, of })
    }

    /// All provinces whose place changed comparably, the greatest climb first and the greatest fall last; among equals
    /// the one that now stands higher. Nothing where the changes of fewer than half of the provinces are known, and
    /// where the publisher declines to rank.
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
        // The sort is stable, and the table is in the order of its ranks.
        moved.sort_by_key(|mover| std::cmp::Reverse(mover.places));
        Some(moved)
    }

    /// The province that climbed most places ([`movers`](Self::movers)).
    #[must_use]
    pub fn top_climber(&self, table: &Table) -> Option<Mover> {
        self.movers(table)?.into_iter().next().filter(|mover| mover.places > 0)
    }

    /// The median distance between neighbours of a complete table of scores, in the unit of its values: how little
    /// one place may say. Nothing where the values are not ranked.
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

    /// By how much the published national figure changed since the year before, where the two may be compared and
    /// both are known.
    #[must_use]
    pub fn nation_change(&self, table: &Table) -> Option<f64> {
        let (key, from) = (table.key, table.key.year - 1);
        let comparable = self.catalogue.indicator(key.indicator).compare(from, key.year).verdict;
        let value = |table: &Table| self.figure(table.nation?).value.value();
        let before = self.table(TableKey { year: from, ..key })?;
        let change = value(table)? - value(before)?;
        comparable.comparable().then_some(change)
    }

    /// Number of provinces whose value may be compared with the year before.
    #[must_use]
    pub fn comparable_values(&self, table: &Table) -> usize {
        table
            .rows
            .iter()
            .filter(|row| row.change.comparable_points().is_some())
            .count()
    }

    /// The province whose value rose most among comparable changes, with the rise in the
    /// unit of the value; among equals the first in the table.
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
