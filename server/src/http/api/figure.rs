//! A figure with everything that is said of it.

use domain::{
    Approx, Catalogue, Figure, Indicator, Interval, Missing, Observation, Place, ProvinceList, PublishedRank, RegionId,
    Text, ValueOrigin,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::about::{Named, Used, Words};

/// What the sources together say of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Status {
    /// They agree: `value` is there.
    Known,
    /// None gives a value: `missing` says why.
    Missing,
    /// They disagree: `claims` has what each says.
    Conflict,
}

impl Status {
    pub(super) const ALL: [(&'static str, Self); 3] = [
        ("known", Self::Known),
        ("missing", Self::Missing),
        ("conflict", Self::Conflict),
    ];

    pub(super) const fn of(value: Observation) -> Self {
        match value {
            Observation::Known(_) => Self::Known,
            Observation::Missing(_) => Self::Missing,
            Observation::Conflict => Self::Conflict,
        }
    }

    pub(super) fn code(self) -> &'static str {
        Self::ALL
            .into_iter()
            .find(|(_, s)| *s == self)
            .map_or("", |(code, _)| code)
    }
}

/// Why there is no value. It is never a zero.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Missing)]
pub(super) enum MissingReason {
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

impl From<Missing> for MissingReason {
    fn from(reason: Missing) -> Self {
        match reason {
            Missing::NotFound => Self::NotFound,
            Missing::NotPublished => Self::NotPublished,
            Missing::NotSurveyed => Self::NotSurveyed,
            Missing::NotRanked => Self::NotRanked,
            Missing::BeforeUnit => Self::BeforeUnit,
            Missing::AfterUnit => Self::AfterUnit,
        }
    }
}

/// How inexact a source words a number.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Inexact {
    /// About this number.
    About,
    /// More than this number.
    Over,
    /// Nearly this number.
    Under,
}

impl From<Approx> for Inexact {
    fn from(approx: Approx) -> Self {
        match approx {
            Approx::About => Self::About,
            Approx::Over => Self::Over,
            Approx::Under => Self::Under,
        }
    }
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ValueOrigin)]
pub(super) enum Origin {
    /// Given by the sources.
    Published,
    /// Computed here from published parts by the publisher's own rule, because no source gives it.
    ComputedByRule,
}

impl Origin {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::ComputedByRule => "computed_by_rule",
        }
    }
}

/// Kinds of places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum PlaceKind {
    /// A province, or a city run by the central government.
    Province,
    /// A region, as published.
    Region,
    /// The whole country, as published.
    Nation,
}

impl PlaceKind {
    pub(super) const ALL: [(&'static str, Self); 3] = [
        ("province", Self::Province),
        ("region", Self::Region),
        ("nation", Self::Nation),
    ];

    pub(super) const fn of(place: Place) -> Self {
        match place {
            Place::Province(_) => Self::Province,
            Place::Region(_) => Self::Region,
            Place::Nation => Self::Nation,
        }
    }

    pub(super) fn code(self) -> &'static str {
        Self::ALL
            .into_iter()
            .find(|(_, k)| *k == self)
            .map_or("", |(code, _)| code)
    }
}

/// The set of provinces that a figure was published among: the 63 to 30 June 2025, the 34 since.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ProvinceList)]
pub(super) enum BasisCode {
    /// The 63 provinces (64 with Hà Tây before 1 August 2008).
    #[serde(rename = "63")]
    Before2025,
    /// The 34 provinces since 1 July 2025.
    #[serde(rename = "34")]
    Since2025,
}

impl From<ProvinceList> for BasisCode {
    fn from(basis: ProvinceList) -> Self {
        match basis {
            ProvinceList::Before2025 => Self::Before2025,
            ProvinceList::Since2025 => Self::Since2025,
        }
    }
}

/// What a figure describes.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[schema(as = Place)]
pub(super) struct PlaceShape<'a> {
    kind: PlaceKind,
    /// Name of the province or region in addresses; nothing for the country.
    #[schema(example = "ha-noi")]
    pub(super) id: Option<&'a str>,
    /// Name for people, as the place was called in that year.
    pub(super) name: Words<'a>,
}

/// A rank that the publisher gave.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[schema(as = PublishedRank)]
pub(super) struct RankShape {
    /// The place, from 1 (best).
    #[schema(minimum = 1)]
    pub(super) place: u16,
    /// Out of how many, where the publisher says it.
    pub(super) of: Option<u16>,
}

/// A published interval of 95 % confidence, in the unit of the value.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[schema(as = Interval)]
pub(super) struct IntervalShape {
    pub(super) low: f64,
    pub(super) high: f64,
    /// Where it was published.
    pub(super) standard_error: Option<f64>,
}

impl From<Interval> for IntervalShape {
    fn from(interval: Interval) -> Self {
        Self {
            low: interval.low,
            high: interval.high,
            standard_error: interval.standard_error,
        }
    }
}

/// What one source says, where sources disagree.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[schema(as = Claim)]
pub(super) struct ClaimShape<'a> {
    pub(super) value: Option<f64>,
    approx: Option<Inexact>,
    rank: Option<u16>,
    rank_of: Option<u16>,
    /// `id` of the source.
    pub(super) source: &'a str,
}

/// The choice between sources that disagree.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = Decision)]
pub(super) struct DecisionShape<'a> {
    /// `id` of the chosen source.
    pub(super) source: &'a str,
    pub(super) reason: Words<'a>,
}

/// What is said of one value.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct Said<'a> {
    pub(super) status: Status,
    /// The value, in the unit of the component; `None` if it is missing or in conflict. Where the sources
    /// disagree and one of them was chosen (`decision`), it is that one's.
    pub(super) value: Option<f64>,
    /// Where the value comes from; `None` if there is none.
    pub(super) value_origin: Option<Origin>,
    /// How inexact the sources are; nothing for an exact value.
    pub(super) approx: Option<Inexact>,
    /// Why there is no value.
    pub(super) missing: Option<MissingReason>,
    /// What each source says, where they disagree on the value or the rank; else empty.
    pub(super) claims: Vec<ClaimShape<'a>>,
    /// Which of the sources that disagree was chosen, and why.
    pub(super) decision: Option<DecisionShape<'a>>,
    /// Out of how many, for coverage.
    pub(super) of: Option<f64>,
    /// Tier in the publisher's words.
    pub(super) tier: Option<&'a str>,
    pub(super) interval: Option<IntervalShape>,
    /// The moment in the year, where the source gives one: `2021-06`, `2021-Q2`, `2021-06-30`, `2021-mid`,
    /// `2021-end`, `after:2021-06-30`, `undated`.
    pub(super) as_of: Option<String>,
    /// `id` of each source.
    pub(super) sources: Vec<&'a str>,
    /// Remarks of those who read the sources.
    pub(super) notes: Vec<Words<'a>>,
}

/// A figure.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = Figure)]
pub(super) struct FigureShape<'a> {
    /// The indicator.
    #[schema(example = "pci")]
    pub(super) indicator: &'a str,
    /// The component; the first of an indicator is its headline figure.
    #[schema(example = "overall")]
    pub(super) component: &'a str,
    pub(super) place: PlaceShape<'a>,
    pub(super) basis: BasisCode,
    /// The year; null if the source gives none.
    #[schema(example = 2016)]
    pub(super) year: Option<i32>,
    #[serde(flatten)]
    pub(super) said: Said<'a>,
    /// The published rank that the sources agree on.
    pub(super) rank: Option<RankShape>,
    /// True when the sources disagree on the rank.
    pub(super) rank_conflict: bool,
}

/// A place with the name that it bore in a year.
pub(super) fn place(catalogue: &Catalogue, place: Place, year: Option<i32>) -> PlaceShape<'_> {
    const NATION: Words<'static> = Words::own("Cả nước", "Viet Nam");
    let provinces = &catalogue.provinces;
    let (id, name) = match place {
        Place::Nation => (None, NATION),
        Place::Region(id) => {
            let region = named_region(catalogue, id);
            (Some(region.id), region.name)
        }
        Place::Province(id) => {
            let province = provinces.get(id);
            let name = year.map_or(&province.name, |year| province.name_in(year));
            (Some(province.slug.as_str()), name.into())
        }
    };
    let kind = PlaceKind::of(place);
    PlaceShape { kind, id, name }
}

/// A region with its names.
pub(super) fn named_region(catalogue: &Catalogue, id: RegionId) -> Named<'_> {
    let region = catalogue.provinces.region(id);
    Named {
        id: &region.slug,
        name: (&region.name).into(),
    }
}

/// What is said of a figure's value.
pub(super) fn said<'a>(catalogue: &'a Catalogue, figure: &'a Figure, used: &mut Used) -> Said<'a> {
    let known = match figure.value {
        Observation::Known(quantity) => Some(quantity),
        Observation::Missing(_) | Observation::Conflict => None,
    };
    let claim = |claim: &'a domain::Claim| ClaimShape {
        value: claim.value.map(|q| q.value),
        approx: claim.value.and_then(|q| q.approx).map(Into::into),
        rank: claim.rank,
        rank_of: claim.rank_of,
        source: &catalogue.source(claim.source).slug,
    };
    let mut notes: Vec<&Text> = Vec::new();
    for note in figure.claims.iter().filter_map(|claim| claim.note.as_ref()) {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    Said {
        status: Status::of(figure.value),
        value: known.map(|q| q.value),
        value_origin: known.map(|_| match figure.origin {
            ValueOrigin::Published => Origin::Published,
            ValueOrigin::ComputedByRule => Origin::ComputedByRule,
        }),
        approx: known.and_then(|q| q.approx).map(Into::into),
        missing: match figure.value {
            Observation::Missing(reason) => Some(reason.into()),
            Observation::Known(_) | Observation::Conflict => None,
        },
        decision: figure
            .chosen()
            .zip(figure.decision.as_ref())
            .map(|(chosen, decision)| DecisionShape {
                source: &catalogue.source(chosen.source).slug,
                reason: (&decision.reason).into(),
            }),
        claims: if figure.disputed() {
            figure.claims.iter().map(claim).collect()
        } else {
            Vec::new()
        },
        of: figure.of(),
        tier: figure.tier(),
        interval: figure.interval().map(Into::into),
        as_of: figure.key.as_of.map(|moment| moment.to_string()),
        sources: used.of(catalogue, figure),
        notes: notes.into_iter().map(Into::into).collect(),
    }
}

/// A figure.
pub(super) fn figure<'a>(catalogue: &'a Catalogue, figure: &'a Figure, used: &mut Used) -> FigureShape<'a> {
    let key = figure.key;
    let indicator: &Indicator = catalogue.indicator(key.indicator);
    FigureShape {
        indicator: &indicator.slug,
        component: &indicator.component(key.component).slug,
        place: place(catalogue, key.place, key.year),
        basis: key.basis.into(),
        year: key.year,
        said: said(catalogue, figure, used),
        rank: match figure.rank {
            PublishedRank::Known { rank, of } => Some(RankShape { place: rank, of }),
            PublishedRank::Conflict | PublishedRank::None => None,
        },
        rank_conflict: figure.rank == PublishedRank::Conflict,
    }
}
