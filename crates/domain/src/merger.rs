//! Maps figures of the former provinces onto the present 34.
//!
//! Counts of former units are added up through [`Addable`], which cannot be created for scores. Scores are
//! never combined into another score: a present province gets the [`Part`]s of its former units and their
//! range. See [`Indicative`] for the one exception and its limits.

mod addable;
mod indicative;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use addable::{Addable, Addend, NoSum, NotAddable, Sum};
pub use indicative::{Indicative, NotIndicative, Population, Weight};

use crate::{
    AsOf, Date, Listed, Missing, Observation, ProvinceId, ProvinceList, Provinces, Rank, Snapshot, Table, TableKey,
};

/// The contribution of one former unit to a present province.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The former unit, or the province itself if the merger left it unchanged.
    pub province: ProvinceId,
    /// Position of its figure in [`Snapshot::figures`]; `None` if it has no figure.
    pub figure: Option<usize>,
    /// Its value, or the reason why there is none.
    pub value: Observation,
    /// Its rank among the units of its year, published or computed from the complete table.
    pub rank: Option<Rank>,
}

/// The range of the known scores of several former units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Lowest and highest score, in the unit of the component; `None` with fewer than two known scores, or if they
    /// describe different moments.
    pub range: Option<(f64, f64)>,
    /// Number of former units with a value that all sources agree on.
    pub known: usize,
    /// Number of former units.
    pub of: usize,
    /// True if the known scores describe different moments.
    pub mixed: bool,
}

/// What is known about a present province from figures of its former units.
#[derive(Clone, Debug, PartialEq)]
pub enum RebasedFigure {
    /// The merger left the province unchanged: the figure is its own.
    Own,
    /// A count (or a coverage): the sum of the parts.
    Sum(Sum),
    /// A count whose parts cannot be added up.
    NotSummed(NoSum),
    /// Scores of several former units, side by side.
    Beside(Spread),
    /// No part has a figure; the parts give the reasons.
    Nothing,
}

/// One present province with the figures of its former units.
#[derive(Clone, Debug, PartialEq)]
pub struct RebasedRow {
    /// The present province.
    pub province: ProvinceId,
    /// Its former units: the one with the same name first, then in alphabetical order. Never empty.
    pub parts: Vec<Part>,
    /// What follows from them.
    pub says: RebasedFigure,
}

/// The figures of one indicator, component and year for former units, mapped onto the present 34 provinces in
/// alphabetical order. It has no ranks for these: the 34 were never ranked by these figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Rebased {
    /// The table of former units that it was built from.
    pub key: TableKey,
    /// One row per present province.
    pub rows: Vec<RebasedRow>,
    /// Number of former units that existed, including those that ended in the year and have a figure for it.
    pub old_units: usize,
    /// Number of former units with a figure.
    pub with_figure: usize,
    /// True if the figures describe different moments of the year.
    pub mixed: bool,
}

impl Rebased {
    /// Returns the number of present provinces with at least one known figure.
    #[must_use]
    pub fn told(&self) -> usize {
        self.rows
            .iter()
            .filter(|row| row.says != RebasedFigure::Nothing)
            .count()
    }
}

impl Provinces {
    /// Returns the unit that had a code on a day. Codes were reassigned: 15 was Yên Bái until 30/6/2025 and has been
    /// Lào Cai since. `None` unless exactly one unit had the code.
    #[must_use]
    pub fn resolve_code(&self, code: &str, day: Date) -> Option<ProvinceId> {
        let mut found = self.alphabetical().filter(|(_, p)| p.code == code && p.exists_on(day));
        match (found.next(), found.next()) {
            (Some((id, _)), None) => Some(id),
            _ => None,
        }
    }

    /// Returns the present province that a unit is or became part of.
    #[must_use]
    pub fn today(&self, mut id: ProvinceId) -> ProvinceId {
        // Chains of successors are short; the bound prevents an infinite loop if the register contains a cycle.
        for _ in 0..8 {
            match self.get(id).successor {
                Some(next) => id = next,
                None => break,
            }
        }
        id
    }

    /// Returns the former units of a present province at the end of a year (for 2025, of the first half): the one with
    /// its own name first, then in alphabetical order. For Hà Nội they include Hà Tây until 2007.
    #[must_use]
    pub fn old_units(&self, today: ProvinceId, year: i32) -> Vec<ProvinceId> {
        let mut units: Vec<ProvinceId> = self
            .existing(year, ProvinceList::Before2025)
            .map(|(id, _)| id)
            .filter(|id| self.today(*id) == today)
            .collect();
        self.namesake_first(today, &mut units);
        units
    }

    /// Returns all units that became part of a province formed by the merger. Empty for an unchanged province.
    #[must_use]
    pub fn merged_from(&self, today: ProvinceId) -> Vec<ProvinceId> {
        if self.get(today).listed != Listed::Since2025 {
            return Vec::new();
        }
        let mut units: Vec<ProvinceId> = self.predecessors(today).map(|(id, _)| id).collect();
        self.namesake_first(today, &mut units);
        units
    }

    /// Moves the province itself, or the unit with its name, to the front.
    fn namesake_first(&self, today: ProvinceId, units: &mut [ProvinceId]) {
        let name = &self.get(today).name;
        // The sort is stable: the rest stays in alphabetical order.
        units.sort_by_key(|id| *id != today && self.get(*id).name != *name);
    }
}

impl Snapshot {
    /// Maps a table of former units onto the present 34 provinces. `None` if there is no such table.
    #[must_use]
    pub fn rebased(&self, key: TableKey) -> Option<Rebased> {
        let basis = ProvinceList::Before2025;
        let key = TableKey { basis, ..key };
        let table = self.table(key).filter(|table| !table.rows.is_empty())?;
        let provinces = &self.catalogue.provinces;
        let rows: Vec<RebasedRow> = provinces
            .existing(key.year.max(2025), ProvinceList::Since2025)
            .map(|(today, _)| self.rebased_row(table, today))
            .collect();
        let parts = || rows.iter().flat_map(|row| &row.parts);
        Some(Rebased {
            key,
            old_units: parts().count(),
            with_figure: parts().filter(|part| part.figure.is_some()).count(),
            mixed: table.mixed,
            rows,
        })
    }

    /// Maps a table of former units onto one present province. `None` if there is no such table.
    #[must_use]
    pub fn rebased_of(&self, key: TableKey, today: ProvinceId) -> Option<RebasedRow> {
        let basis = ProvinceList::Before2025;
        let table = self
            .table(TableKey { basis, ..key })
            .filter(|table| !table.rows.is_empty())?;
        Some(self.rebased_row(table, today))
    }

    fn rebased_row(&self, table: &Table, today: ProvinceId) -> RebasedRow {
        let provinces = &self.catalogue.provinces;
        let mut units = provinces.old_units(today, table.key.year);
        // A unit may have a figure for the year in which it ended (Hà Tây in PCI 2008).
        let ended = table.rows.iter().map(|row| row.province);
        let ended: Vec<ProvinceId> = ended
            .filter(|id| provinces.today(*id) == today && !units.contains(id))
            .collect();
        units.extend(ended);
        let parts: Vec<Part> = units.iter().map(|id| self.part(table, *id)).collect();
        let says = self.rebased_figure(table.key, today, &parts);
        RebasedRow {
            province: today,
            parts,
            says,
        }
    }

    /// Returns the value and the rank of one unit in a table.
    #[must_use]
    pub fn part(&self, table: &Table, province: ProvinceId) -> Part {
        if let Some(row) = table.row(province) {
            return Part {
                province,
                figure: Some(row.figure),
                value: self.figure(row.figure).value,
                rank: row.rank,
            };
        }
        let stated = table.absent.iter().find(|(id, _)| *id == province);
        Part {
            province,
            figure: None,
            value: Observation::Missing(stated.map_or(Missing::NotFound, |(_, reason)| *reason)),
            rank: None,
        }
    }

    /// Returns what follows from the parts of a present province.
    fn rebased_figure(&self, key: TableKey, today: ProvinceId, parts: &[Part]) -> RebasedFigure {
        if parts.iter().all(|part| part.figure.is_none()) {
            return RebasedFigure::Nothing;
        }
        if matches!(parts, [only] if only.province == today) {
            return RebasedFigure::Own;
        }
        match Addable::of(&self.catalogue, key.indicator, key.component) {
            Ok(addable) => {
                let units: Vec<ProvinceId> = parts.iter().map(|part| part.province).collect();
                match addable.sum(self, (key.basis, key.year), &units) {
                    Ok(sum) => RebasedFigure::Sum(sum),
                    Err(reason) => RebasedFigure::NotSummed(reason),
                }
            }
            Err(_) => RebasedFigure::Beside(self.spread(parts)),
        }
    }

    /// Returns the range of the known scores of several units.
    #[must_use]
    pub fn spread(&self, parts: &[Part]) -> Spread {
        let known: Vec<(f64, Option<AsOf>)> = parts
            .iter()
            .filter_map(|part| Some((part.value.value()?, self.figure(part.figure?).key.as_of)))
            .collect();
        let mixed = known.windows(2).any(|pair| pair[0].1 != pair[1].1);
        let values = || known.iter().map(|(value, _)| *value);
        let ends = values().reduce(f64::min).zip(values().reduce(f64::max));
        Spread {
            range: ends.filter(|_| known.len() > 1 && !mixed),
            known: known.len(),
            of: parts.len(),
            mixed,
        }
    }
}
