//! `/api/v1/rankings/{indicator}/{year}`: a table in order, as the page shows it.

use axum::{
    extract::{Path, State, rejection::PathRejection},
    http::{HeaderMap, StatusCode, Uri},
};
use domain::{
    ComponentId, Figure, Indicator, IndicatorId, Place, ProvinceList, PublishedRank, Row, Snapshot, Table, TableKey,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    Answer, ApiBody, Asked, Call, Here, Pinned, Problem,
    about::{About, Named, Used, about, named_component, named_indicator},
    changes::{Change, Comparison, Rank, change, comparison},
    component_name, component_of,
    figure::{BasisCode, FigureShape, MissingReason, PlaceShape, Said, figure, named_region, place, said},
    figures::basis,
    indicator_in_path,
    indicators::{Better, MethodShape, RankRule, UnitCode},
    parts,
    problem::BoxedProblem,
    query::{self, Query, YEARS},
};

/// Parameters of `/api/v1/rankings/{indicator}/{year}`.
#[derive(Debug, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct RankingAsked {
    /// The component; without it the headline figure.
    #[param(value_type = String, required = false)]
    component: Option<String>,
    /// The set of provinces; without it the one with more figures in that year.
    #[param(value_type = BasisCode, required = false, inline)]
    basis: Option<ProvinceList>,
}

impl Asked for RankingAsked {
    fn read(query: &Query, snapshot: &Snapshot) -> Result<Self, BoxedProblem> {
        Ok(Self {
            component: component_name(query, &snapshot.catalogue)?,
            basis: basis(query)?,
        })
    }
}

/// How much of a table is known.
#[derive(Debug, Serialize, ToSchema)]
struct TableCoverage {
    /// Provinces with a value that all sources agree on.
    with_value: usize,
    /// Provinces that existed.
    expected: usize,
    /// Provinces with a figure of any kind.
    rows: usize,
}

/// One province's line.
#[derive(Debug, Serialize, ToSchema)]
struct RankingRow<'a> {
    province: PlaceShape<'a>,
    /// The region under which pages list it.
    region: Named<'a>,
    /// Its rank; `None` if the rules give none.
    rank: Option<Rank>,
    /// True when the sources disagree on the rank.
    rank_conflict: bool,
    #[serde(flatten)]
    said: Said<'a>,
    /// Group 1 (highest) to 4, where the indicator is published in groups.
    #[schema(minimum = 1, maximum = 4)]
    group: Option<u8>,
    /// Label for the range of the score, where the publisher gave labels for that year.
    band: Option<&'a str>,
    /// Change since the year before.
    change: Change,
}

/// A province without a figure.
#[derive(Debug, Serialize, ToSchema)]
struct Absent<'a> {
    province: PlaceShape<'a>,
    reason: MissingReason,
}

/// A table in order.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Ranking<'a> {
    #[serde(flatten)]
    about: About<'a>,
    indicator: Named<'a>,
    component: Named<'a>,
    year: i32,
    basis: BasisCode,
    /// Sets of provinces for which this year has figures.
    bases: Vec<BasisCode>,
    unit: UnitCode,
    direction: Better,
    rank_policy: RankRule,
    method: Option<MethodShape<'a>>,
    coverage: TableCoverage,
    /// True when the table holds all that was published: only then ranks and means are computed.
    complete: bool,
    /// True when the figures describe different moments of the year: no ranking then.
    mixed: bool,
    /// What may be said about this year and the year before.
    comparison: Comparison<'a>,
    /// The national figure, as published.
    nation: Option<FigureShape<'a>>,
    /// Mean of the values of a complete table of scores, computed here, without weights.
    mean: Option<f64>,
    /// Regional figures, as published.
    regions: Vec<FigureShape<'a>>,
    /// Provinces with a figure: ranked ones by rank, then by value, then by the alphabet.
    rows: Vec<RankingRow<'a>>,
    /// Provinces without a figure.
    absent: Vec<Absent<'a>>,
    /// `id` of provinces whose published rank does not fit their published score.
    contradicted: Vec<&'a str>,
}

/// A ranking
///
/// The table of one indicator, component and year: ranks, values, groups, and changes since the year before.
#[utoipa::path(get, path = "/api/v1/rankings/{indicator}/{year}", tag = "rankings",
    params(("indicator" = String, Path, description = "The indicator", example = "pci"),
        ("year" = i32, Path, description = "The year", minimum = 1900, maximum = 2100, example = 2016),
        Pinned, RankingAsked),
    responses((status = 200, description = "The table in order", body = Ranking)))]
pub(super) async fn ranking(
    State(api): Here,
    path: Result<Path<(String, String)>, PathRejection>,
    uri: Uri,
    headers: HeaderMap,
) -> Answer {
    let (slug, year) = parts(path)?;
    let call = Call {
        uri: &uri,
        headers: &headers,
    };
    api.answer::<RankingAsked>(call, |snapshot, _, asked| {
        let (id, indicator) = indicator_in_path(&snapshot.catalogue, &slug)?;
        let component = component_of(indicator, asked.component.as_deref())?;
        let Some(year) = query::year(&year) else {
            return Problem::new(StatusCode::BAD_REQUEST, "A parameter has a value that it cannot have")
                .parameter("year")
                .found(&year)
                .expected(format!("a year from {} to {}", YEARS.start(), YEARS.end()))
                .refuse();
        };
        let table = table(snapshot, (id, component), year, asked.basis)?;
        ApiBody::json(&shape(snapshot, indicator, table))
    })
    .await
}

/// The table that is meant: of the basis that is asked for, or of the one with more figures.
fn table(
    snapshot: &Snapshot,
    (indicator, component): (IndicatorId, ComponentId),
    year: i32,
    basis: Option<ProvinceList>,
) -> Result<&Table, BoxedProblem> {
    let of = |basis| {
        snapshot.table(TableKey {
            indicator,
            component,
            basis,
            year,
        })
    };
    let found = match basis {
        Some(basis) => of(basis),
        None => {
            let filled = snapshot.bases(indicator, component, year);
            let all = filled
                .into_iter()
                .chain([ProvinceList::Before2025, ProvinceList::Since2025]);
            all.into_iter().find_map(of)
        }
    };
    if let Some(table) = found {
        return Ok(table);
    }
    let tables = snapshot.tables(indicator, component);
    let known = tables
        .filter(|table| basis.is_none_or(|basis| basis == table.key.basis))
        .map(|table| table.key.year.to_string());
    let mut known: Vec<String> = known.collect();
    known.dedup();
    Problem::not_found("There are no figures for this year")
        .parameter("year")
        .found(&year.to_string())
        .known(known)
        .refuse()
}

fn shape<'a>(snapshot: &'a Snapshot, indicator: &'a Indicator, table: &'a Table) -> Ranking<'a> {
    let catalogue = &snapshot.catalogue;
    let (key, mut used) = (table.key, Used::default());
    let rows: Vec<_> = table
        .rows
        .iter()
        .map(|one| row(snapshot, indicator, table, one, &mut used))
        .collect();
    let nation = table.nation.map(|at| figure(catalogue, snapshot.figure(at), &mut used));
    let regions: Vec<_> = table
        .regions
        .iter()
        .map(|(_, at)| figure(catalogue, snapshot.figure(*at), &mut used))
        .collect();
    let bases = snapshot.bases(key.indicator, key.component, key.year);
    Ranking {
        about: about(snapshot, [key.indicator], &used),
        indicator: named_indicator(indicator),
        component: named_component(indicator, key.component, Some(key.year)),
        year: key.year,
        basis: key.basis.into(),
        bases: bases.into_iter().map(Into::into).collect(),
        unit: indicator.unit(key.component).into(),
        direction: indicator.direction(key.component).into(),
        rank_policy: indicator.ranks.into(),
        method: indicator.method(key.year).map(Into::into),
        coverage: TableCoverage {
            with_value: table.with_value,
            expected: table.expected,
            rows: table.rows.len(),
        },
        complete: table.complete,
        mixed: table.mixed,
        comparison: comparison(indicator, key.year - 1, key.year, snapshot.units_changed(key)),
        nation,
        mean: snapshot.computed_mean(table),
        regions,
        rows,
        absent: table
            .absent
            .iter()
            .map(|(id, reason)| Absent {
                province: place(catalogue, Place::Province(*id), Some(key.year)),
                reason: (*reason).into(),
            })
            .collect(),
        contradicted: table
            .contradicted
            .iter()
            .map(|id| catalogue.provinces.get(*id).slug.as_str())
            .collect(),
    }
}

fn row<'a>(
    snapshot: &'a Snapshot,
    indicator: &'a Indicator,
    table: &Table,
    row: &'a Row,
    used: &mut Used,
) -> RankingRow<'a> {
    let catalogue = &snapshot.catalogue;
    let one: &Figure = snapshot.figure(row.figure);
    let headline = table.key.component == ComponentId::TOTAL;
    let value = one.value.value().filter(|_| headline);
    RankingRow {
        province: place(catalogue, Place::Province(row.province), Some(table.key.year)),
        region: named_region(catalogue, catalogue.provinces.region_in(row.province, table.key.basis)),
        rank: row.rank.map(Into::into),
        rank_conflict: row.rank.is_none() && one.rank == PublishedRank::Conflict,
        said: said(catalogue, one, used),
        group: row.group,
        band: value.and_then(|value| indicator.band(table.key.year, value)),
        change: change(&row.change),
    }
}
