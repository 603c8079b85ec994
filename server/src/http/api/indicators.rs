//! `/api/v1/indicators`: what is measured, by which rules, in which years, and what may be compared.

use axum::{
    extract::{Path, State, rejection::PathRejection},
    http::{HeaderMap, Uri},
};
use domain::{Bands, Component, ComponentId, Indicator, IndicatorId, Kind, Snapshot, Span, Table};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    Answer, ApiBody, Call, Here, Nothing, Pinned,
    about::{About, Used, about},
    indicator_in_path, parts,
};

mod shapes;

use shapes::{BandsShape, Brief, ComponentShape, Coverage, Cut, Full, Maximum, NameIn, NumberKind, PairShape, Scale};
pub(super) use shapes::{Better, MethodShape, RankRule, UnitCode, VerdictCode};

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
#[utoipa::path(get, path = "/api/v1/indicators", operation_id = "indicators", tag = "indicators", params(Pinned),
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
        ApiBody::json(&Indicators {
            about: about(snapshot, ids, &used),
            indicators: catalogue.indicators().map(|(id, i)| brief(snapshot, id, i)).collect(),
        })
    })
    .await
}

/// One indicator
///
/// Its components, methods, bands, verdicts, and how much of each year is known.
#[utoipa::path(get, path = "/api/v1/indicators/{indicator}", operation_id = "indicator", tag = "indicators",
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
        ApiBody::json(&OneIndicator {
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
        again: component.again.iter().map(|span| (*span).into()).collect(),
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
