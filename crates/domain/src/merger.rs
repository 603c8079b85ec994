//! Old figures on today's 34 provinces: what may be added up, and what may only stand side by side.
//!
//! Counts of former units are added up through [`Addable`], which no score can become. Scores are
//! never made into another score: a province of today gets the [`Part`]s that its former units
//! have, and how far they lie apart. See [`Indicative`] for the one exception and its limits.

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

/// What one old unit brings to a province of today.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The old unit: a former one, or the province itself where the merger left it unchanged.
    pub province: ProvinceId,
    /// Position of its figure in [`Snapshot::figures`]; nothing when there is no figure.
    pub figure: Option<usize>,
    /// What the sources say of its value; the reason where there is none.
    pub value: Observation,
    /// Its rank among the old units, as published or as computed from the complete table.
    pub rank: Option<Rank>,
}

/// How far the known scores of several old units lie apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Lowest and highest, in the unit of the component; nothing with fewer than two known
    /// scores, and where they describe different moments.
    pub range: Option<(f64, f64)>,
    /// Old units with a value that all sources agree on.
    pub known: usize,
    /// Old units.
    pub of: usize,
    /// True when the known scores describe different moments.
    pub mixed: bool,
}

/// What old figures say of one province of today.
#[derive(Clone, Debug, PartialEq)]
pub enum RebasedFigure {
    /// The merger left it unchanged: the figure is its own.
    Own,
    /// A count (or a coverage): the parts added up.
    Sum(Sum),
    /// A count whose parts cannot be added up.
    NotSummed(NoSum),
    /// Scores of several old units, side by side.
    Beside(Spread),
    /// Nothing is known of any part; the parts say why.
    Nothing,
}

/// One province of today with its old figures.
#[derive(Clone, Debug, PartialEq)]
pub struct RebasedRow {
    /// The province of today.
    pub province: ProvinceId,
    /// Its old units: the one of the same name first, then by the alphabet. Never empty.
    pub parts: Vec<Part>,
    /// What they say.
    pub says: RebasedFigure,
}

/// The old figures of one indicator, component and year on today's 34 provinces, by the alphabet.
/// It holds no ranks of its own: the 34 were never ranked by these figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Rebased {
    /// The table of old units that it was made from.
    pub key: TableKey,
    /// One row a province of today.
    pub rows: Vec<RebasedRow>,
    /// Old units that existed then (with one that ended in the year and has a figure for it).
    pub old_units: usize,
    /// Old units with a figure.
    pub with_figure: usize,
    /// True when the figures describe different moments of the year.
    pub mixed: bool,
}

impl Rebased {
    /// Provinces of today of which anything is known.
    #[must_use]
    pub fn told(&self) -> usize {
        self.rows
            .iter()
            .filter(|row| row.says != RebasedFigure::Nothing)
            .count()
    }
}

impl Provinces {
    /// The unit that bore a code on a day. Codes were given away again: 15 was Yên Bái to
    /// 30/6/2025 and is Lào Cai since.
    #[must_use]
    pub fn resolve_code(&self, code: &str, day: Date) -> Option<ProvinceId> {
        let mut found = self.alphabetical().filter(|(_, p)| p.code == code && p.exists_on(day));
        match (found.next(), found.next()) {
            (Some((id, _)), None) => Some(id),
            _ => None,
        }
    }

    /// The province of today that a unit is or became part of.
    #[must_use]
    pub fn today(&self, mut id: ProvinceId) -> ProvinceId {
        // A chain of successors is short; the bound keeps a circle in the register from hanging.
        for _ in 0..8 {
            match self.get(id).successor {
                Some(next) => id = next,
                None => break,
            }
        }
        id
    }

    /// The old units of a province of today at the end of a year (or of its last half year under the
    /// 63): the one of its own name first, then by the alphabet. Hà Nội has Hà Tây among them to 2007.
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

    /// All units that ever became part of a province formed by the merger; none for an unchanged one.
    #[must_use]
    pub fn merged_from(&self, today: ProvinceId) -> Vec<ProvinceId> {
        if self.get(today).listed != Listed::Since2025 {
            return Vec::new();
        }
        let mut units: Vec<ProvinceId> = self.predecessors(today).map(|(id, _)| id).collect();
        self.namesake_first(today, &mut units);
        units
    }

    fn namesake_first(&self, today: ProvinceId, units: &mut [ProvinceId]) {
        let name = &self.get(today).name;
        // Stable: the rest stays in the order of the alphabet.
        units.sort_by_key(|id| *id != today && self.get(*id).name != *name);
    }
}

impl Snapshot {
    /// The old figures of a table on today's 34 provinces; nothing when there are none.
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

    /// The same for one province of today; nothing when the table does not exist.
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
        // A unit may carry a figure for the year in which it ended (Hà Tây in PCI 2008).
        let ended = table.rows.iter().map(|row| row.province);
        let ended: Vec<ProvinceId> = ended
            .filter(|id| provinces.today(*id) == today && !units.contains(id))
            .collect();
        units.extend(ended);
        let parts: Vec<Part> = units.iter().map(|id| self.part(table, *id)).collect();
        let says = self.says(table.key, today, &parts);
        RebasedRow {
            province: today,
            parts,
            says,
        }
    }

    /// What a table says of one unit.
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

    fn says(&self, key: TableKey, today: ProvinceId, parts: &[Part]) -> RebasedFigure {
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

    /// How far the known scores of several units lie apart.
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
