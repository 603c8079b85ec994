//! `/api/v1/indicators`: what is measured, by which rules, in which years, and what may be compared.

use axum::{
    extract::{Path, State, rejection::PathRejection},
    http::{HeaderMap, Uri},
};
use domain::{
    Bands, Component, ComponentId, Direction, Indicator, IndicatorId, Kind, Method, RankPolicy, Snapshot, Span, Table,
    Unit, Verdict,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    Answer, Call, Here, Made, Nothing, Pinned,
    about::{About, Used, Words, about},
    figure::BasisCode,
    indicator_in_path, parts,
};

/// What kind of number an indicator is.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum NumberKind {
    /// A score on a scale. Never averaged into another score.
    Score,
    /// A number of things; may be added up.
    Count,
    /// So many of so many.
    Coverage,
}

/// The unit of a value.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Unit)]
pub(super) enum UnitCode {
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
pub(super) enum Better {
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
pub(super) enum RankRule {
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
pub(super) enum VerdictCode {
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
struct Scale {
    min: f64,
    max: f64,
}

/// An indicator in a few words.
#[derive(Debug, Serialize, ToSchema)]
struct Brief<'a> {
    /// Its name in addresses.
    #[schema(example = "pci")]
    id: &'a str,
    /// Address with everything known about it.
    address: String,
    name: Words<'a>,
    short: Words<'a>,
    publisher: Words<'a>,
    kind: NumberKind,
    unit: UnitCode,
    /// What is counted, for counts and coverage.
    counted_as: Option<Words<'a>>,
    /// Scale of the headline figure.
    scale: Option<Scale>,
    direction: Better,
    /// Decimals with which values are shown.
    decimals: u8,
    rank_policy: RankRule,
    /// Years in which the headline figure is known of provinces.
    years: Vec<i32>,
}

/// A name that a component bore in certain years.
#[derive(Debug, Serialize, ToSchema)]
struct NameIn<'a> {
    #[serde(flatten)]
    years: Years,
    name: Words<'a>,
}

/// The highest possible value in certain years.
#[derive(Debug, Serialize, ToSchema)]
struct Maximum {
    #[serde(flatten)]
    years: Years,
    max: f64,
}

/// First and last year, both included; nothing where there is no end.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
struct Years {
    from: Option<i32>,
    to: Option<i32>,
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
struct Coverage {
    year: i32,
    basis: BasisCode,
    /// Provinces that existed.
    expected: usize,
    /// Provinces with a figure of any kind.
    rows: usize,
    /// Provinces with a value that all sources agree on.
    with_value: usize,
    /// True when the table holds all that was published.
    complete: bool,
    /// True when the figures describe different moments of the year: no ranking then.
    mixed: bool,
}

/// A part of an indicator; the first is the headline figure.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Component)]
struct ComponentShape<'a> {
    /// Its name in addresses.
    #[schema(example = "overall")]
    id: &'a str,
    name: Words<'a>,
    /// Other names that it bore.
    names: Vec<NameIn<'a>>,
    /// `id` of the component that it is part of.
    parent: Option<&'a str>,
    /// `id` of its own parts.
    parts: Vec<&'a str>,
    /// A block of points that is not one of the indicator's domains.
    block: bool,
    /// Years in which it exists.
    exists: Years,
    /// Highest possible values, where they are known.
    maxima: Vec<Maximum>,
    unit: UnitCode,
    direction: Better,
    decimals: u8,
    description: Option<Words<'a>>,
    coverage: Vec<Coverage>,
}

/// The rules that held for some years.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Method)]
pub(super) struct MethodShape<'a> {
    id: &'a str,
    name: Words<'a>,
    #[serde(flatten)]
    years: Years,
    /// Number of the decision.
    decision: Option<&'a str>,
    /// Day of the decision.
    decided: Option<String>,
    summary: Words<'a>,
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
struct Cut<'a> {
    label: &'a str,
    min: f64,
}

/// Labels for ranges of the score in certain years, from the best down.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Bands)]
struct BandsShape<'a> {
    #[serde(flatten)]
    years: Years,
    cuts: Vec<Cut<'a>>,
}

/// The catalogue's word on a pair of years.
#[derive(Debug, Serialize, ToSchema)]
struct PairShape<'a> {
    from: i32,
    to: i32,
    verdict: VerdictCode,
    reason: Words<'a>,
    /// Number of the decision that made the change.
    decision: Option<&'a str>,
}

/// An indicator with everything known about it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Full<'a> {
    #[serde(flatten)]
    brief: Brief<'a>,
    /// What it measures and what it does not.
    description: Words<'a>,
    licence: Words<'a>,
    /// How to cite it; `{year}` stands for the year.
    citation: Words<'a>,
    /// The tree of its parts, as a list: `parent` and `parts` hold it together.
    components: Vec<ComponentShape<'a>>,
    methods: Vec<MethodShape<'a>>,
    bands: Vec<BandsShape<'a>>,
    /// What may be compared across the steps between methods.
    verdicts: Vec<PairShape<'a>>,
}

/// All indicators.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Indicators<'a> {
    #[serde(flatten)]
    about: About<'a>,
    indicators: Vec<Brief<'a>>,
}

/// One indicator.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OneIndicator<'a> {
    #[serde(flatten)]
    about: About<'a>,
    indicator: Full<'a>,
}

/// All indicators
///
/// What is measured, in the order in which pages show it.
#[utoipa::path(get, path = "/api/v1/indicators", tag = "indicators", params(Pinned),
    responses((status = 200, description = "All indicators", body = Indicators)))]
pub(super) async fn list(State(api): Here, uri: Uri, headers: HeaderMap) -> Answer {
    let call = Call {
        uri: &uri,
        headers: &headers,
    };
    api.answer::<Nothing>(call, |snapshot, _, _| {
        let catalogue = &snapshot.catalogue;
        let mut used = Used::default();
        used.add(&snapshot.figures);
        let ids = catalogue.indicators().map(|(id, _)| id);
        Made::json(&Indicators {
            about: about(snapshot, ids, &used),
            indicators: catalogue.indicators().map(|(id, i)| brief(snapshot, id, i)).collect(),
        })
    })
    .await
}

/// One indicator
///
/// Its components, methods, bands, verdicts, and how much of each year is known.
#[utoipa::path(get, path = "/api/v1/indicators/{indicator}", tag = "indicators",
    params(("indicator" = String, Path, description = "The indicator", example = "pci"), Pinned),
    responses((status = 200, description = "One indicator", body = OneIndicator)))]
pub(super) async fn one(
    State(api): Here,
    path: Result<Path<String>, PathRejection>,
    uri: Uri,
    headers: HeaderMap,
) -> Answer {
    let slug = parts(path)?;
    let call = Call {
        uri: &uri,
        headers: &headers,
    };
    api.answer::<Nothing>(call, |snapshot, _, _| {
        let (id, indicator) = indicator_in_path(&snapshot.catalogue, &slug)?;
        let mut used = Used::default();
        used.add(snapshot.figures.iter().filter(|f| f.key.indicator == id));
        Made::json(&OneIndicator {
            about: about(snapshot, [id], &used),
            indicator: full(snapshot, id, indicator),
        })
    })
    .await
}

fn brief<'a>(snapshot: &'a Snapshot, id: IndicatorId, indicator: &'a Indicator) -> Brief<'a> {
    Brief {
        id: &indicator.slug,
        address: format!("/api/v1/indicators/{}", indicator.slug),
        name: (&indicator.name).into(),
        short: (&indicator.short).into(),
        publisher: (&indicator.publisher).into(),
        kind: match indicator.kind {
            Kind::Score => NumberKind::Score,
            Kind::Count => NumberKind::Count,
            Kind::Coverage => NumberKind::Coverage,
        },
        unit: indicator.unit.into(),
        counted_as: indicator.counted_as.as_ref().map(Into::into),
        scale: indicator.scale.map(|(min, max)| Scale { min, max }),
        direction: indicator.direction.into(),
        decimals: indicator.decimals,
        rank_policy: indicator.ranks.into(),
        years: snapshot.years(id, ComponentId::TOTAL),
    }
}

fn full<'a>(snapshot: &'a Snapshot, id: IndicatorId, indicator: &'a Indicator) -> Full<'a> {
    let component = |(part, one): (ComponentId, &'a Component)| component(snapshot, (id, indicator), part, one);
    Full {
        brief: brief(snapshot, id, indicator),
        description: (&indicator.description).into(),
        licence: (&indicator.licence).into(),
        citation: (&indicator.citation).into(),
        components: indicator.components().map(component).collect(),
        methods: indicator.methods.iter().map(Into::into).collect(),
        bands: indicator.bands.iter().map(bands).collect(),
        verdicts: indicator
            .verdicts
            .iter()
            .map(|pair| PairShape {
                from: pair.from,
                to: pair.to,
                verdict: pair.verdict.into(),
                reason: (&pair.reason).into(),
                decision: pair.decision.as_deref(),
            })
            .collect(),
    }
}

fn bands(bands: &Bands) -> BandsShape<'_> {
    BandsShape {
        years: bands.span.into(),
        cuts: bands.cuts.iter().map(|(label, min)| Cut { label, min: *min }).collect(),
    }
}

fn component<'a>(
    snapshot: &Snapshot,
    (id, indicator): (IndicatorId, &'a Indicator),
    part: ComponentId,
    component: &'a Component,
) -> ComponentShape<'a> {
    ComponentShape {
        id: &component.slug,
        name: (&component.name).into(),
        names: component
            .names
            .iter()
            .map(|(span, name)| NameIn {
                years: (*span).into(),
                name: name.into(),
            })
            .collect(),
        parent: component.parent.map(|parent| indicator.component(parent).slug.as_str()),
        parts: indicator.parts(part).map(|(_, part)| part.slug.as_str()).collect(),
        block: component.block,
        exists: component.span.into(),
        maxima: maxima(indicator, part, component),
        unit: indicator.unit(part).into(),
        direction: indicator.direction(part).into(),
        decimals: indicator.decimals(part),
        description: component.description.as_ref().map(Into::into),
        coverage: snapshot.tables(id, part).map(coverage).collect(),
    }
}

/// The highest values by years; one for all years where the scale stays.
fn maxima(indicator: &Indicator, part: ComponentId, component: &Component) -> Vec<Maximum> {
    if !component.maxima.is_empty() {
        let maximum = |(span, max): &(Span, f64)| Maximum {
            years: (*span).into(),
            max: *max,
        };
        return component.maxima.iter().map(maximum).collect();
    }
    let own = component.scale;
    let scale = own.or(indicator.scale.filter(|_| part == ComponentId::TOTAL));
    let years = component.span.into();
    scale.map(|(_, max)| Maximum { years, max }).into_iter().collect()
}

fn coverage(table: &Table) -> Coverage {
    Coverage {
        year: table.key.year,
        basis: table.key.basis.into(),
        expected: table.expected,
        rows: table.rows.len(),
        with_value: table.with_value,
        complete: table.complete,
        mixed: table.mixed,
    }
}
