//! What is said of an indicator.

use domain::{Direction, Method, RankPolicy, Span, Unit, Verdict};
use serde::Serialize;
use utoipa::ToSchema;

use crate::http::api::{about::Words, figure::BasisCode};

/// What kind of number an indicator is.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(in crate::http::api) enum NumberKind {
    /// A score on a scale. Never averaged into another score.
    Score,
    /// A number of things; may be added up.
    Count,
    /// A number of a total.
    Coverage,
}

/// The unit of a value.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Unit)]
pub(in crate::http::api) enum UnitCode {
    /// Points of a score.
    Point,
    /// Per cent.
    Percent,
    /// Pieces; `counted_as` names them.
    Count,
}

/// Which way is better.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Direction)]
pub(in crate::http::api) enum Better {
    /// Higher is better.
    Higher,
    /// Lower is better.
    Lower,
    /// Neither.
    Neutral,
}

/// Where ranks come from.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = RankPolicy)]
pub(in crate::http::api) enum RankRule {
    /// Only ranks that the publisher gave.
    Published,
    /// Published ranks; computed ones where the publisher gave none and the table is complete.
    PublishedOrComputed,
    /// The publisher gives four groups and declines to rank: groups first, the order second.
    Groups,
    /// No order exists.
    None,
}

/// What may be said about two years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Verdict)]
pub(in crate::http::api) enum VerdictCode {
    /// The same rules: changes mean something.
    SameMethod,
    /// The rules changed: a difference is not a movement.
    MethodChanged,
    /// The sources do not say whether the rules stayed: not held to be comparable.
    Unclear,
    /// The provinces changed: a rank of 63 is not a rank of 34.
    UnitsChanged,
}

impl From<Verdict> for VerdictCode {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::SameMethod => Self::SameMethod,
            Verdict::MethodChanged => Self::MethodChanged,
            Verdict::Unclear => Self::Unclear,
            Verdict::UnitsChanged => Self::UnitsChanged,
        }
    }
}

impl From<Unit> for UnitCode {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Point => Self::Point,
            Unit::Percent => Self::Percent,
            Unit::Count => Self::Count,
        }
    }
}

impl From<Direction> for Better {
    fn from(direction: Direction) -> Self {
        match direction {
            Direction::Higher => Self::Higher,
            Direction::Lower => Self::Lower,
            Direction::Neutral => Self::Neutral,
        }
    }
}

impl From<RankPolicy> for RankRule {
    fn from(policy: RankPolicy) -> Self {
        match policy {
            RankPolicy::Published => Self::Published,
            RankPolicy::PublishedOrComputed => Self::PublishedOrComputed,
            RankPolicy::Groups => Self::Groups,
            RankPolicy::None => Self::None,
        }
    }
}

/// Lowest and highest possible value.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(in crate::http::api) struct Scale {
    pub(super) min: f64,
    pub(super) max: f64,
}

/// An indicator in a few words.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http::api) struct Brief<'a> {
    /// Its name in addresses.
    #[schema(example = "pci")]
    pub(super) id: &'a str,
    /// Address with everything known about it.
    pub(super) address: String,
    pub(super) name: Words<'a>,
    pub(super) short: Words<'a>,
    pub(super) publisher: Words<'a>,
    pub(super) kind: NumberKind,
    pub(super) unit: UnitCode,
    /// What is counted, for counts and coverage.
    pub(super) counted_as: Option<Words<'a>>,
    /// Scale of the headline figure.
    pub(super) scale: Option<Scale>,
    pub(super) direction: Better,
    /// Decimals with which values are shown.
    pub(super) decimals: u8,
    pub(super) rank_policy: RankRule,
    /// Years in which the headline figure is known of provinces.
    pub(super) years: Vec<i32>,
}

/// A name that a component bore in certain years.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http::api) struct NameIn<'a> {
    #[serde(flatten)]
    pub(super) years: Years,
    pub(super) name: Words<'a>,
}

/// The highest possible value in certain years.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http::api) struct Maximum {
    #[serde(flatten)]
    pub(super) years: Years,
    pub(super) max: f64,
}

/// First and last year, both included; null if there is no end.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(in crate::http::api) struct Years {
    pub(super) from: Option<i32>,
    pub(super) to: Option<i32>,
}

impl From<Span> for Years {
    fn from(span: Span) -> Self {
        Self {
            from: Some(span.from).filter(|year| *year > i32::MIN),
            to: Some(span.to).filter(|year| *year < i32::MAX),
        }
    }
}

/// How much of one year is known.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http::api) struct Coverage {
    pub(super) year: i32,
    pub(super) basis: BasisCode,
    /// Provinces that existed.
    pub(super) expected: usize,
    /// Provinces with a figure of any kind.
    pub(super) rows: usize,
    /// Provinces with a value that all sources agree on.
    pub(super) with_value: usize,
    /// True when the table holds all that was published.
    pub(super) complete: bool,
    /// True when the figures describe different moments of the year: no ranking then.
    pub(super) mixed: bool,
}

/// A part of an indicator; the first is the headline figure.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Component)]
pub(in crate::http::api) struct ComponentShape<'a> {
    /// Its name in addresses.
    #[schema(example = "overall")]
    pub(super) id: &'a str,
    pub(super) name: Words<'a>,
    /// Other names that it bore.
    pub(super) names: Vec<NameIn<'a>>,
    /// `id` of the component that it is part of.
    pub(super) parent: Option<&'a str>,
    /// `id` of its own parts.
    pub(super) parts: Vec<&'a str>,
    /// A block of points that is not one of the indicator's domains.
    pub(super) block: bool,
    /// Years in which it exists.
    pub(super) exists: Years,
    /// Further years in which it exists again; left out if there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub(super) again: Vec<Years>,
    /// Highest possible values, where they are known.
    pub(super) maxima: Vec<Maximum>,
    pub(super) unit: UnitCode,
    pub(super) direction: Better,
    pub(super) decimals: u8,
    pub(super) description: Option<Words<'a>>,
    pub(super) coverage: Vec<Coverage>,
}

/// The rules that held for some years.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Method)]
pub(in crate::http::api) struct MethodShape<'a> {
    pub(super) id: &'a str,
    pub(super) name: Words<'a>,
    #[serde(flatten)]
    pub(super) years: Years,
    /// Number of the decision.
    pub(super) decision: Option<&'a str>,
    /// Day of the decision.
    pub(super) decided: Option<String>,
    pub(super) summary: Words<'a>,
}

impl<'a> From<&'a Method> for MethodShape<'a> {
    fn from(method: &'a Method) -> Self {
        Self {
            id: &method.slug,
            name: (&method.name).into(),
            years: method.span.into(),
            decision: method.decision.as_deref(),
            decided: method.decided.map(domain::Date::iso),
            summary: (&method.summary).into(),
        }
    }
}

/// A label and the lowest value that bears it.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http::api) struct Cut<'a> {
    pub(super) label: &'a str,
    pub(super) min: f64,
}

/// Labels for ranges of the score in certain years, from the best down.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Bands)]
pub(in crate::http::api) struct BandsShape<'a> {
    #[serde(flatten)]
    pub(super) years: Years,
    pub(super) cuts: Vec<Cut<'a>>,
}

/// The catalogue's word on a pair of years.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http::api) struct PairShape<'a> {
    pub(super) from: i32,
    pub(super) to: i32,
    pub(super) verdict: VerdictCode,
    pub(super) reason: Words<'a>,
    /// Number of the decision that made the change.
    pub(super) decision: Option<&'a str>,
}

/// An indicator with everything known about it.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http::api) struct Full<'a> {
    #[serde(flatten)]
    pub(super) brief: Brief<'a>,
    /// What it measures and what it does not.
    pub(super) description: Words<'a>,
    pub(super) licence: Words<'a>,
    /// How to cite it; `{year}` stands for the year.
    pub(super) citation: Words<'a>,
    /// The tree of its parts, as a list: `parent` and `parts` hold it together.
    pub(super) components: Vec<ComponentShape<'a>>,
    pub(super) methods: Vec<MethodShape<'a>>,
    pub(super) bands: Vec<BandsShape<'a>>,
    /// What may be compared across the steps between methods.
    pub(super) verdicts: Vec<PairShape<'a>>,
}
