//! Figures: the claim that one source makes about a place, and the value on which several sources agree.

use strum::IntoStaticStr;

use crate::{AsOf, ComponentId, Date, IndicatorId, ProvinceId, ProvinceList, RegionId, SourceId, Text};

/// Columns of `bundled/<indicator>.csv`, in order, as they are read, written and exported.
pub const FIGURE_COLUMNS: [&str; 18] = [
    "component",
    "province",
    "year",
    "as_of",
    "value",
    "of",
    "rank",
    "rank_of",
    "tier",
    "approx",
    "low",
    "high",
    "se",
    "missing",
    "source",
    "origin",
    "note_vi",
    "note_en",
];

/// Columns of `bundled/decisions.csv`, in order. The file records which source is shown where sources disagree.
pub const DECISION_COLUMNS: [&str; 11] = [
    "indicator",
    "component",
    "province",
    "year",
    "as_of",
    "basis",
    "source",
    "value",
    "rank",
    "reason_vi",
    "reason_en",
];

/// What a figure describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The whole country, as published (never computed).
    Nation,
    /// A region, as published.
    Region(RegionId),
    /// A province.
    Province(ProvinceId),
}

/// How a source qualifies an inexact number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Approx {
    /// "khoảng"
    About,
    /// "hơn"
    Over,
    /// "gần"
    Under,
}

/// Why there is no value. A missing value is never stored as zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Missing {
    /// The publisher's value is not in the sources that were read.
    NotFound,
    /// The publisher gave no value.
    NotPublished,
    /// The place was not surveyed.
    NotSurveyed,
    /// Assessed but not ranked.
    NotRanked,
    /// The unit did not exist yet.
    BeforeUnit,
    /// The unit no longer existed.
    AfterUnit,
}

impl Missing {
    /// Reasons that may appear in a file. The other two follow from the unit's dates.
    pub const GIVEN: [Self; 4] = [Self::NotFound, Self::NotPublished, Self::NotSurveyed, Self::NotRanked];

    /// Returns its name in files and forms.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Returns the reason with this name. `None` if it is not one of [`Self::GIVEN`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::GIVEN.into_iter().find(|m| m.code() == code)
    }
}

/// A number as a source gives it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// The value, in the unit of its component.
    pub value: f64,
    /// Number of decimals in the source.
    pub digits: u8,
    /// How the source qualifies the number; `None` if it is exact.
    pub approx: Option<Approx>,
}

/// A published 95 % confidence interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower end of the 95 % interval, in the unit of the value.
    pub low: f64,
    /// Upper end of the 95 % interval.
    pub high: f64,
    /// Standard error, if published.
    pub standard_error: Option<f64>,
}

/// What one source states about a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The value, if the source gives one.
    pub value: Option<Quantity>,
    /// The total that a coverage value is counted out of.
    pub of: Option<f64>,
    /// Published rank, from 1.
    pub rank: Option<u16>,
    /// Number of ranked places, if stated.
    pub rank_of: Option<u16>,
    /// Published tier or group, in the source's wording.
    pub tier: Option<String>,
    /// Published interval.
    pub interval: Option<Interval>,
    /// Why the value is missing; `None` if it is not.
    pub missing: Option<Missing>,
    /// Where it was published.
    pub source: SourceId,
    /// Row in the original file, for checking.
    pub origin: String,
    /// Remark of the editor who entered it.
    pub note: Option<Text>,
}

/// The value on which the sources of a figure agree, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Observation {
    /// The sources agree, within the decimals that each gives.
    Known(Quantity),
    /// No source gives a value.
    Missing(Missing),
    /// The sources disagree: no value may be used without stating this.
    Conflict,
}

impl Observation {
    /// Returns the value. `None` if it is missing or the sources disagree.
    #[must_use]
    pub const fn value(self) -> Option<f64> {
        match self {
            Self::Known(quantity) => Some(quantity.value),
            Self::Missing(_) | Self::Conflict => None,
        }
    }
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ValueOrigin {
    /// Given by the sources.
    Published,
    /// Computed from published parts by the publisher's own rule, because no source gives it.
    ComputedByRule,
}

/// The rank on which the sources of a figure agree, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublishedRank {
    /// The sources agree.
    Known {
        /// From 1.
        rank: u16,
        /// Number of ranked places, if stated.
        of: Option<u16>,
    },
    /// The sources disagree.
    Conflict,
    /// No source gives a rank.
    None,
}

/// Identifies a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FigureKey {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The component.
    pub component: ComponentId,
    /// The place.
    pub place: Place,
    /// The province list that it was published for.
    pub basis: ProvinceList,
    /// Reference year; `None` if the source gives none.
    pub year: Option<i32>,
    /// The moment, if the source is more (or less) precise than the year.
    pub as_of: Option<AsOf>,
}

/// An editor's choice between sources that disagree: which of them is shown, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// Position of the chosen claim in [`Figure::claims`].
    pub claim: usize,
    /// The reason, for readers.
    pub reason: Text,
}

/// A figure with all claims about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What the figure describes.
    pub key: FigureKey,
    /// The value that the sources agree on, or that was chosen.
    pub value: Observation,
    /// Where the value comes from.
    pub origin: ValueOrigin,
    /// The rank that the sources agree on, or that was chosen.
    pub rank: PublishedRank,
    /// All claims; never empty.
    pub claims: Vec<Claim>,
    /// The editor's choice, if the sources disagree and one was made.
    pub decision: Option<Decision>,
}

impl Figure {
    /// Creates a figure with the value and the rank that its claims agree on.
    #[must_use]
    pub fn new(key: FigureKey, claims: Vec<Claim>) -> Self {
        Self {
            key,
            value: agreed_value(&claims),
            origin: ValueOrigin::Published,
            rank: agreed_rank(&claims),
            claims,
            decision: None,
        }
    }

    /// Creates a figure that no source gives. `claims` name the sources of its parts and have no value themselves.
    pub(crate) const fn by_rule(key: FigureKey, value: Observation, claims: Vec<Claim>) -> Self {
        Self {
            key,
            value,
            origin: ValueOrigin::ComputedByRule,
            rank: PublishedRank::None,
            claims,
            decision: None,
        }
    }

    /// Returns the latest day that the figure can describe, which represents a year with several moments. `None` if the
    /// sources give no date.
    #[must_use]
    pub fn latest_day(&self) -> Option<Date> {
        match self.key.as_of {
            Some(moment) => moment.latest_day(),
            None => self.key.year.map(Date::year_end),
        }
    }

    /// Returns true if sources give the figure. Only such figures are written to files.
    #[must_use]
    pub fn published(&self) -> bool {
        self.origin == ValueOrigin::Published
    }

    /// Returns true if the value was computed by the publisher's rule.
    #[must_use]
    pub fn computed(&self) -> bool {
        self.origin == ValueOrigin::ComputedByRule && matches!(self.value, Observation::Known(_))
    }

    /// Creates a figure whose conflicts an editor has resolved. The decision replaces a conflicting value or rank with
    /// that of the chosen source. It is dropped if there is no such claim or if it resolves no conflict.
    #[must_use]
    pub fn decided(key: FigureKey, claims: Vec<Claim>, decision: Option<Decision>) -> Self {
        let mut figure = Self::new(key, claims);
        let Some(decision) = decision else {
            return figure;
        };
        let Some(chosen) = figure.claims.get(decision.claim) else {
            return figure;
        };
        let value = chosen.value.filter(|_| figure.value == Observation::Conflict);
        let rank = chosen.rank.filter(|_| figure.rank == PublishedRank::Conflict);
        let of = chosen.rank_of;
        if let Some(value) = value {
            figure.value = Observation::Known(value);
        }
        if let Some(rank) = rank {
            figure.rank = PublishedRank::Known { rank, of };
        }
        if value.is_some() || rank.is_some() {
            figure.decision = Some(decision);
        }
        figure
    }

    /// Returns the claim that an editor chose. `None` if no choice was made.
    #[must_use]
    pub fn chosen(&self) -> Option<&Claim> {
        self.claims.get(self.decision.as_ref()?.claim)
    }

    /// Returns the claims, the chosen one first, so that it takes precedence for attributes of the whole figure. The
    /// chosen claim occurs twice.
    fn by_precedence(&self) -> impl Iterator<Item = &Claim> {
        self.chosen().into_iter().chain(&self.claims)
    }

    /// Returns the total that a coverage value is counted out of.
    #[must_use]
    pub fn of(&self) -> Option<f64> {
        self.by_precedence().find_map(|c| c.of)
    }

    /// Returns the published tier.
    #[must_use]
    pub fn tier(&self) -> Option<&str> {
        self.by_precedence().find_map(|c| c.tier.as_deref())
    }

    /// Returns the published interval: that of the chosen value if one was chosen, otherwise the first one given.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        match self.chosen() {
            Some(chosen) if chosen.value.is_some() => chosen.interval,
            _ => self.claims.iter().find_map(|c| c.interval),
        }
    }

    /// Returns true if the sources disagree on the value or the rank and no choice resolves it.
    #[must_use]
    pub fn conflicting(&self) -> bool {
        self.value == Observation::Conflict || self.rank == PublishedRank::Conflict
    }

    /// Returns true if choosing this claim would resolve a conflict between the sources.
    #[must_use]
    pub fn settled_by(&self, claim: usize) -> bool {
        let reason = Text::default();
        let decided = Self::decided(self.key, self.claims.clone(), Some(Decision { claim, reason }));
        decided.decision.is_some()
    }

    /// Returns true if the sources disagree, whether or not one was chosen.
    #[must_use]
    pub fn disputed(&self) -> bool {
        self.conflicting() || self.decision.is_some()
    }
}

impl Quantity {
    /// Returns true if a single true value could round to both numbers at the decimals that each gives: 63.36497
    /// is printed as 63.3650 by one source and as 63.36 by another. Ignores [`Self::approx`].
    #[must_use]
    pub fn agrees(self, other: Self) -> bool {
        let step = |digits: u8| 10f64.powi(-i32::from(digits));
        let tolerance = (step(self.digits) + step(other.digits)) * 0.5;
        // Ranges that only touch have no value in common.
        (self.value - other.value).abs() < tolerance * (1.0 - 1e-9)
    }
}

/// Returns the most precise value if all exact claims agree. Inexact claims count only if there are no exact ones.
fn agreed_value(claims: &[Claim]) -> Observation {
    let given: Vec<Quantity> = claims.iter().filter_map(|c| c.value).collect();
    let exact: Vec<Quantity> = given.iter().copied().filter(|q| q.approx.is_none()).collect();
    let candidates = if exact.is_empty() { &given } else { &exact };
    let Some(most_precise) = candidates.iter().copied().max_by_key(|q| q.digits) else {
        let reason = claims.iter().find_map(|c| c.missing);
        return Observation::Missing(reason.unwrap_or(Missing::NotFound));
    };
    if candidates.iter().all(|q| q.agrees(most_precise)) {
        Observation::Known(most_precise)
    } else {
        Observation::Conflict
    }
}

/// Returns the rank if all claims with a rank agree.
fn agreed_rank(claims: &[Claim]) -> PublishedRank {
    let mut ranks = claims.iter().filter_map(|c| c.rank);
    let Some(first) = ranks.next() else {
        return PublishedRank::None;
    };
    if ranks.any(|rank| rank != first) {
        return PublishedRank::Conflict;
    }
    let of = claims.iter().filter(|c| c.rank.is_some()).find_map(|c| c.rank_of);
    PublishedRank::Known { rank: first, of }
}

#[cfg(test)]
mod tests;
