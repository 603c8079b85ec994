//! Who passed a province between two years, and whom it passed.

use crate::{ProvinceId, Rank, Snapshot, TableKey};

/// Who changed sides with a province between two years. Level in one of them is neither.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passing {
    /// Those that stood ahead before and stand behind now, the best now first.
    pub passed: Vec<Passer>,
    /// Those that stood behind before and stand ahead now, the best now first.
    pub passed_by: Vec<Passer>,
    /// Other provinces whose ranks of both years are known and compare.
    pub known: usize,
    /// Other provinces ranked in the later year.
    pub of: usize,
}

/// A province that changed sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passer {
    /// The province.
    pub province: ProvinceId,
    /// Its rank in the earlier year.
    pub before: Rank,
    /// Its rank in the later year.
    pub after: Rank,
}

/// Who passed a province from an earlier year to the year of a table; nothing where its own ranks of
/// the two years do not compare (another method, another number of provinces, published against computed).
#[must_use]
pub fn passing(snapshot: &Snapshot, key: TableKey, from_year: i32, province: ProvinceId) -> Option<Passing> {
    let table = snapshot.table(key)?;
    let ranks = |province: ProvinceId| {
        let change = snapshot.change(key, from_year, province);
        change.comparable_places()?;
        Some((change.rank?, table.row(province)?.rank?))
    };
    let own = ranks(province)?;
    let comparable = |(before, after): &(Rank, Rank)| before.of == own.0.of && after.of == own.1.of;
    let mut found = Passing {
        passed: Vec::new(),
        passed_by: Vec::new(),
        known: 0,
        of: usize::from(own.1.of.saturating_sub(1)),
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
        if before.place < own.0.place && after.place > own.1.place {
            found.passed.push(passer);
        } else if before.place > own.0.place && after.place < own.1.place {
            found.passed_by.push(passer);
        }
    }
    Some(found)
}
