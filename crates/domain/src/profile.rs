//! Orders the components of one province from strongest to weakest.

use crate::{ComponentId, IndicatorId, Kind, ProvinceId, ProvinceList, Rank, RankPolicy, Snapshot, TableKey};

/// What the components are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// The province's rank among all provinces in each component.
    Rank,
    /// The share of the component's maximum, if not every component has a rank.
    Share,
}

/// One component of a province.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProfilePart {
    /// The component.
    pub component: ComponentId,
    /// The province's value, in the unit of the component.
    pub value: f64,
    /// Its rank, from a complete table only.
    pub rank: Option<Rank>,
    /// Share of the maximum, 0 to 1; `None` if the maximum is not known.
    pub share: Option<f64>,
}

/// A province's components in a year, strongest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// What they are ordered by.
    pub by: Strength,
    /// At least six: with fewer, the three strongest and the three weakest would overlap.
    pub parts: Vec<ProfilePart>,
}

impl Snapshot {
    /// Returns the newest province list and year with at least three known components of the province. `None` if there
    /// is no such year.
    #[must_use]
    pub fn profile_year(&self, indicator: IndicatorId, province: ProvinceId) -> Option<(ProvinceList, i32)> {
        let mut years: Vec<(i32, ProvinceList)> = self
            .tables(indicator, ComponentId::TOTAL)
            .filter(|t| t.row(province).is_some())
            .map(|t| (t.key.year, t.key.basis))
            .collect();
        years.sort_unstable();
        let known =
            |(year, basis): &(i32, ProvinceList)| self.profile_parts(indicator, (*basis, *year), province).len() >= 3;
        years.into_iter().rev().find(known).map(|(year, basis)| (basis, year))
    }

    /// Returns the components of a score in order of strength: by rank if every component has one, otherwise by share
    /// if every maximum is known. `None` if neither holds, if the indicator is not a score, or if fewer than six
    /// components are known.
    #[must_use]
    pub fn profile(&self, indicator: IndicatorId, at: (ProvinceList, i32), province: ProvinceId) -> Option<Profile> {
        let definition = self.catalogue.indicator(indicator);
        let mut parts = self.profile_parts(indicator, at, province);
        if definition.kind != Kind::Score || parts.len() < 6 {
            return None;
        }
        let by = if definition.ranks != RankPolicy::None && parts.iter().all(|p| p.rank.is_some()) {
            parts.sort_by_key(|p| p.rank.map(|r| r.place));
            Strength::Rank
        } else if parts.iter().all(|p| p.share.is_some()) {
            parts.sort_by(|a, b| b.share.unwrap_or(0.0).total_cmp(&a.share.unwrap_or(0.0)));
            Strength::Share
        } else {
            return None;
        };
        Some(Profile { by, parts })
    }

    /// Returns the known components of a province.
    fn profile_parts(
        &self,
        indicator: IndicatorId,
        (basis, year): (ProvinceList, i32),
        province: ProvinceId,
    ) -> Vec<ProfilePart> {
        let definition = self.catalogue.indicator(indicator);
        let part = |component: ComponentId| {
            let table = self.table(TableKey {
                indicator,
                component,
                basis,
                year,
            })?;
            let row = table.row(province)?;
            let value = self.figure(row.figure).value.value()?;
            let max = definition.component(component).max_in(year).filter(|max| *max > 0.0);
            Some(ProfilePart {
                component,
                value,
                rank: row.rank.filter(|_| table.complete),
                share: max.map(|max| value / max),
            })
        };
        definition
            .domains(year)
            .filter_map(|(component, _)| part(component))
            .collect()
    }
}
