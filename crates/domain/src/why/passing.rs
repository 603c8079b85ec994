//! Which provinces overtook a province between two years, and which it overtook.

use crate::{ProvinceId, Rank, Snapshot, TableKey};

/// Provinces that changed order with a province between two years. Provinces on the same rank in one of the years
/// count for neither side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passing {
    /// Provinces that were ahead and are now behind, best present rank first.
    pub passed: Vec<Passer>,
    /// Provinces that were behind and are now ahead, best present rank first.
    pub passed_by: Vec<Passer>,
    /// Number of other provinces whose ranks in both years are known and comparable.
    pub known: usize,
    /// Number of other provinces ranked in the later year.
    pub of: usize,
}

/// A province that changed order with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passer {
    /// The province.
    pub province: ProvinceId,
    /// Its rank in the earlier year.
    pub before: Rank,
    /// Its rank in the later year.
    pub after: Rank,
}

/// Returns which provinces changed order with a province from an earlier year to the year of a table. `None` if the
/// province's own ranks are not comparable (different method, different number of provinces, or one published and
/// one computed).
#[must_use]
pub fn passing(snapshot: &Snapshot, key: TableKey, from_year: i32, province: ProvinceId) -> Option<Passing> {
    let table = snapshot.table(key)?;
    let ranks = |province: ProvinceId| {
        let change = snapshot.change(key, from_year, province);
        change.comparable_places()?;
        Some((change.rank?, table.row(province)?.rank?))
    };
    let (own_before, own_after) = ranks(province)?;
    let comparable = |(before, after): &(Rank, Rank)| before.of == own_before.of && after.of == own_after.of;
    let mut found = Passing {
        passed: Vec::new(),
        passed_by: Vec::new(),
        known: 0,
        of: usize::from(own_after.of.saturating_sub(1)),
    };
    for row in table.rows.iter().filter(|row| row.province != province) {
        let Some((before, after)) = ranks(row.province).filter(comparable) else {
            continue;
        };
        found.known += 1;
        let passer = Passer {
            province: row.province,
            before,
            after,
        };
        if before.place < own_before.place && after.place > own_after.place {
            found.passed.push(passer);
        } else if before.place > own_before.place && after.place < own_after.place {
            found.passed_by.push(passer);
        }
    }
    Some(found)
}
