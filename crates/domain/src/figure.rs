//! Figures: what a source says of one place, and what several sources together say.

use crate::{AsOf, ComponentId, IndicatorId, ProvinceId, ProvinceList, RegionId, SourceId, Text};

/// Columns of `bundled/<indicator>.csv`, in order: what is read, written and exported.
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

/// Columns of `bundled/decisions.csv`, in order: which of the sources that disagree on a figure is shown.
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

/// How an inexact source words a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Approx {
    /// "khoảng"
    About,
    /// "hơn"
    Over,
    /// "gần"
    Under,
}

/// Why there is no value. A missing figure is never a zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Missing {
    /// The publisher's value is not in the sources read.
    NotFound,
    /// The publisher gave none.
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
    /// Reasons that a file may give. The other two follow from the unit's dates.
    pub const GIVEN: [Self; 4] = [Self::NotFound, Self::NotPublished, Self::NotSurveyed, Self::NotRanked];

    /// Its name in files and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::NotPublished => "not_published",
            Self::NotSurveyed => "not_surveyed",
            Self::NotRanked => "not_ranked",
            Self::BeforeUnit => "before_unit",
            Self::AfterUnit => "after_unit",
        }
    }

    /// The reason with this name, among those that a file may give.
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
    /// Decimals with which it was given.
    pub digits: u8,
    /// How inexact the source is.
    pub approx: Option<Approx>,
}

/// A published interval of confidence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower end of the 95 % interval, in the unit of the value.
    pub low: f64,
    /// Upper end of the 95 % interval.
    pub high: f64,
    /// Standard error, where published.
    pub standard_error: Option<f64>,
}

/// What one source says.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The value, if the source gives one.
    pub value: Option<Quantity>,
    /// Out of how many, for coverage.
    pub of: Option<f64>,
    /// Published rank, from 1.
    pub rank: Option<u16>,
    /// Out of how many ranked, where stated.
    pub rank_of: Option<u16>,
    /// Published tier or group, in the source's words.
    pub tier: Option<String>,
    /// Published interval.
    pub interval: Option<Interval>,
    /// Why the value is missing, when it is.
    pub missing: Option<Missing>,
    /// Where it was published.
    pub source: SourceId,
    /// Row in the file as handed over, for checking.
    pub origin: String,
    /// Remark of the person who read it.
    pub note: Option<Text>,
}

/// What the sources together say of a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Observation {
    /// They agree, within the decimals that each gives.
    Known(Quantity),
    /// None gives a value.
    Missing(Missing),
    /// They disagree: no value may be used without saying so.
    Conflict,
}

impl Observation {
    /// The value, when there is exactly one.
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
    /// Computed here from published parts by the publisher's own rule, because no source gives it.
    ComputedByRule,
}

/// What the sources together say of a rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublishedRank {
    /// They agree.
    Known {
        /// From 1.
        rank: u16,
        /// Out of how many, where stated.
        of: Option<u16>,
    },
    /// They disagree.
    Conflict,
    /// None gives a rank.
    None,
}

/// What identifies a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FigureKey {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The component.
    pub component: ComponentId,
    /// The place.
    pub place: Place,
    /// The set of provinces that it was published among.
    pub basis: ProvinceList,
    /// Reference year; nothing when the source gives none.
    pub year: Option<i32>,
    /// The moment, where the source is finer (or vaguer) than the year.
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

/// A figure with everything that is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What it is a figure of.
    pub key: FigureKey,
    /// The value that the sources agree on, or that was chosen.
    pub value: Observation,
    /// Where the value comes from.
    pub origin: ValueOrigin,
    /// The rank that the sources agree on, or that was chosen.
    pub rank: PublishedRank,
    /// All claims; never empty.
    pub claims: Vec<Claim>,
    /// The choice, where the sources disagree and one was made.
    pub decision: Option<Decision>,
}

impl Figure {
    /// Weighs the claims on one figure.
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

    /// A figure that no source gives. `claims` name the sources of its parts and give no value of their own.
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

    /// True for a figure that sources give: the only kind that is written to files.
    #[must_use]
    pub fn published(&self) -> bool {
        self.origin == ValueOrigin::Published
    }

    /// True for a value that was computed here by the publisher's rule.
    #[must_use]
    pub fn computed(&self) -> bool {
        self.origin == ValueOrigin::ComputedByRule && matches!(self.value, Observation::Known(_))
    }

    /// Weighs the claims on one figure, where an editor chose between them. The choice settles what the chosen
    /// source gives: its value, its rank. It is dropped if there is no such claim, or nothing to be settled.
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

    /// The claim that was chosen where the sources disagree.
    #[must_use]
    pub fn chosen(&self) -> Option<&Claim> {
        self.claims.get(self.decision.as_ref()?.claim)
    }

    /// The claims, the chosen one first: what a figure has once is that one's.
    fn by_weight(&self) -> impl Iterator<Item = &Claim> {
        self.chosen().into_iter().chain(&self.claims)
    }

    /// Out of how many, for coverage.
    #[must_use]
    pub fn of(&self) -> Option<f64> {
        self.by_weight().find_map(|c| c.of)
    }

    /// The published tier.
    #[must_use]
    pub fn tier(&self) -> Option<&str> {
        self.by_weight().find_map(|c| c.tier.as_deref())
    }

    /// The published interval: of the chosen value, if one was chosen.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        match self.chosen() {
            Some(chosen) if chosen.value.is_some() => chosen.interval,
            _ => self.claims.iter().find_map(|c| c.interval),
        }
    }

    /// True when sources disagree on the value or the rank, and no choice settles it.
    #[must_use]
    pub fn conflicting(&self) -> bool {
        self.value == Observation::Conflict || self.rank == PublishedRank::Conflict
    }

    /// True if choosing this claim settles something on which the sources disagree.
    #[must_use]
    pub fn settled_by(&self, claim: usize) -> bool {
        let reason = Text::default();
        let decided = Self::decided(self.key, self.claims.clone(), Some(Decision { claim, reason }));
        decided.decision.is_some()
    }

    /// True when sources disagree, whether or not one was chosen.
    #[must_use]
    pub fn disputed(&self) -> bool {
        self.conflicting() || self.decision.is_some()
    }
}

impl Quantity {
    /// Two numbers agree when one true value can round to both at the decimals that each gives:
    /// 63.3650 is what is left of 63.36497, which another source prints as 63.36. How inexact their
    /// sources are is not looked at.
    #[must_use]
    pub fn agrees(self, other: Self) -> bool {
        let step = |digits: u8| 10f64.powi(-i32::from(digits));
        let reach = (step(self.digits) + step(other.digits)) * 0.5;
        // Ranges that only touch hold no common value.
        (self.value - other.value).abs() < reach * (1.0 - 1e-9)
    }
}

/// The finest value when all exact claims agree; inexact ones count only alone.
fn agreed_value(claims: &[Claim]) -> Observation {
    let given: Vec<Quantity> = claims.iter().filter_map(|c| c.value).collect();
    let exact: Vec<Quantity> = given.iter().copied().filter(|q| q.approx.is_none()).collect();
    let pool = if exact.is_empty() { &given } else { &exact };
    let Some(finest) = pool.iter().copied().max_by_key(|q| q.digits) else {
        let reason = claims.iter().find_map(|c| c.missing);
        return Observation::Missing(reason.unwrap_or(Missing::NotFound));
    };
    if pool.iter().all(|q| q.agrees(finest)) {
        Observation::Known(finest)
    } else {
        Observation::Conflict
    }
}

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
mod tests {
    use super::*;

    fn claim(value: &str, rank: Option<u16>) -> Claim {
        let digits = value.split_once('.').map_or(0, |(_, f)| u8::try_from(f.len()).unwrap());
        Claim {
            value: value.parse().ok().map(|value| Quantity {
                value,
                digits,
                approx: None,
            }),
            of: None,
            rank,
            rank_of: Some(63),
            tier: None,
            interval: None,
            missing: value.is_empty().then_some(Missing::NotFound),
            source: SourceId(0),
            origin: String::new(),
            note: None,
        }
    }

    #[test]
    fn sources_agree_or_conflict() {
        for (values, expected) in [
            (&["89.06", "89.6", "81"][..], None),
            (&["91.87", "91.81"], None),
            (&["91.87", "91.9"], Some(91.87)),
            (&["91.9", "91.87", ""], Some(91.87)),
            (&["91.87", "91.8"], None),
            (&["91.87", "91.88"], None),
            (&["63.3650", "63.36"], Some(63.365)),
            (&["63.3650", "63.37"], Some(63.365)),
            (&["63.3651", "63.36"], None),
            (&["87", "87.4"], Some(87.4)),
            (&["86.67", "86.67"], Some(86.67)),
        ] {
            let claims: Vec<Claim> = values.iter().map(|v| claim(v, None)).collect();
            assert_eq!(agreed_value(&claims).value(), expected, "{values:?}");
        }
        assert_eq!(
            agreed_value(&[claim("", Some(14))]),
            Observation::Missing(Missing::NotFound)
        );
    }

    #[test]
    fn ranks_agree_or_conflict() {
        assert_eq!(
            agreed_rank(&[claim("", Some(7)), claim("", Some(8))]),
            PublishedRank::Conflict
        );
        assert_eq!(
            agreed_rank(&[claim("", Some(7)), claim("1", None), claim("", Some(7))]),
            PublishedRank::Known { rank: 7, of: Some(63) }
        );
        assert_eq!(agreed_rank(&[claim("1", None)]), PublishedRank::None);
    }

    #[test]
    fn a_choice_settles_what_the_chosen_source_gives() {
        let key = FigureKey {
            indicator: IndicatorId(0),
            component: ComponentId(0),
            place: Place::Nation,
            basis: ProvinceList::Before2025,
            year: Some(2016),
            as_of: None,
        };
        let figure = |claims: &[Claim], claim| {
            let reason = Text::new("Lý do", "Reason");
            Figure::decided(key, claims.to_vec(), Some(Decision { claim, reason }))
        };
        let known = |rank| PublishedRank::Known { rank, of: Some(63) };
        let both = [claim("89.06", Some(7)), claim("89.6", Some(8)), claim("81", None)];
        for (chosen, value, rank) in [
            (0, Some(89.06), known(7)),
            (1, Some(89.6), known(8)),
            (2, Some(81.0), PublishedRank::Conflict),
        ] {
            let figure = figure(&both, chosen);
            assert_eq!((figure.value.value(), figure.rank), (value, rank), "{chosen}");
            assert_eq!(figure.chosen(), Some(&both[chosen]));
            assert!(figure.disputed());
            assert_eq!(figure.conflicting(), chosen == 2, "the rank is still open");
        }
        // A choice of nothing, and one where nothing is open.
        for (claims, chosen) in [
            (&both[..], 3),
            (&both[..1], 0),
            (&[claim("", Some(7)), claim("", Some(7))][..], 1),
        ] {
            let figure = figure(claims, chosen);
            assert_eq!(figure, Figure::new(key, claims.to_vec()));
            assert!(figure.decision.is_none());
        }
    }

    #[test]
    fn an_inexact_source_does_not_contradict_an_exact_one() {
        let mut about = claim("2000", None);
        about.value = about.value.map(|q| Quantity {
            approx: Some(Approx::Under),
            ..q
        });
        assert_eq!(
            agreed_value(&[about.clone(), claim("1987", None)]).value(),
            Some(1987.0)
        );
        assert!(matches!(agreed_value(&[about]), Observation::Known(q) if q.approx == Some(Approx::Under)));
    }
}
