//! `/api/v1/changes`: two years side by side, with the word on whether they may be compared.

use std::collections::BTreeSet;

use axum::{
    extract::State,
    http::{HeaderMap, Uri},
};
use domain::{
    Catalogue, Gap, Indicator, IndicatorId, Place, ProvinceId, ProvinceList, RankOrigin, Row, Snapshot, Standing,
    Table, TableKey, Verdict, collation_key, number,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    Answer, ApiBody, Asked, Call, Here, Pinned, Problem,
    about::{About, Named, Used, Words, about, named_component, named_indicator},
    component_name, component_of,
    figure::{BasisCode, PlaceShape, Status, place},
    figures::{basis, in_order},
    indicators::{UnitCode, VerdictCode},
    problem::BoxedProblem,
    query::{Expected, Query, year, years},
    slugs,
};

/// Decimals of differences: more than any source has, fewer than binary noise.
const DECIMALS: u8 = 6;

/// A rank with where it comes from.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(super) struct Rank {
    /// The place, from 1 (best).
    #[schema(minimum = 1)]
    place: u16,
    /// Out of how many.
    of: u16,
    origin: Origin,
}

/// Where a rank comes from.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = RankOrigin)]
enum Origin {
    /// Given by the publisher.
    Published,
    /// Computed here from a complete table.
    Computed,
}

impl From<domain::Rank> for Rank {
    fn from(rank: domain::Rank) -> Self {
        Self {
            place: rank.place,
            of: rank.of,
            origin: match rank.origin {
                RankOrigin::Published => Origin::Published,
                RankOrigin::Computed => Origin::Computed,
            },
        }
    }
}

/// Why there is no difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum NoDifference {
    /// The rules changed between the years.
    MethodChanged,
    /// The sources do not say whether the rules stayed.
    Unclear,
    /// Ranks among different numbers of provinces.
    UnitsChanged,
    /// The earlier figure is not known.
    NoBase,
    /// The later figure is not known.
    NoFigure,
    /// The sources disagree on the earlier year.
    BaseDisputed,
    /// The sources disagree on the later year.
    FigureDisputed,
    /// One rank is published, the other computed.
    OtherOrigin,
}

impl From<Gap> for NoDifference {
    fn from(gap: Gap) -> Self {
        match gap {
            Gap::NoBase => Self::NoBase,
            Gap::NoFigure => Self::NoFigure,
            Gap::BaseDisputed => Self::BaseDisputed,
            Gap::FigureDisputed => Self::FigureDisputed,
            Gap::OtherOrigin => Self::OtherOrigin,
        }
    }
}

/// A change between two years. Where it is not comparable there is no difference: both ends are given.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(super) struct Change {
    /// The earlier year.
    from: i32,
    /// What may be said about the values.
    verdict: VerdictCode,
    /// True when the values may be compared.
    comparable: bool,
    /// Difference of the values, later less earlier, in the unit of the component.
    points: Option<f64>,
    /// Why there is no difference of the values.
    points_reason: Option<NoDifference>,
    /// What may be said about the ranks.
    places_verdict: VerdictCode,
    /// True when the ranks may be compared.
    places_comparable: bool,
    /// Places climbed (positive) or lost (negative).
    places: Option<i32>,
    /// Why there is no difference of the ranks.
    places_reason: Option<NoDifference>,
    /// Value of the earlier year.
    value_before: Option<f64>,
    /// Rank of the earlier year.
    rank_before: Option<Rank>,
}

/// What may be said about two years of an indicator.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(super) struct Comparison<'a> {
    from: i32,
    to: i32,
    verdict: VerdictCode,
    /// True when changes of values between the years may be read as movements.
    comparable: bool,
    /// True when the two years are known among different sets of provinces: ranks do not compare then.
    units_changed: bool,
    /// Why, where the catalogue has words for it.
    reason: Option<Words<'a>>,
    /// Number of the decision that made the change.
    decision: Option<&'a str>,
}

/// Parameters of `/api/v1/changes`.
#[derive(Debug, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ChangesAsked {
    /// The indicator.
    #[param(value_type = String, example = "pci")]
    indicator: IndicatorId,
    /// The component; without it the headline figure.
    #[param(value_type = String, required = false)]
    component: Option<String>,
    /// The set of provinces of the later year; without it the one with more figures.
    #[param(value_type = BasisCode, required = false, inline)]
    basis: Option<ProvinceList>,
    /// The earlier year.
    #[param(value_type = i32, minimum = 1900, maximum = 2100, example = 2015)]
    from: i32,
    /// The later year.
    #[param(value_type = i32, minimum = 1900, maximum = 2100, example = 2016)]
    to: i32,
    /// Provinces; without it all.
    #[param(value_type = Vec<String>, required = false, style = Form, explode = false, min_items = 1,
        max_items = 200)]
    province: Vec<ProvinceId>,
}

impl Asked for ChangesAsked {
    fn read(query: &Query, snapshot: &Snapshot) -> Result<Self, BoxedProblem> {
        let catalogue = &snapshot.catalogue;
        let provinces = &catalogue.provinces;
        let all = || provinces.alphabetical().map(|(_, p)| p.slug.as_str());
        let asked = Self {
            indicator: query.needed(
                "indicator",
                || Expected::names(slugs(catalogue)),
                |text| catalogue.indicator_by_slug(text),
            )?,
            component: component_name(query, catalogue)?,
            basis: basis(query)?,
            from: query.needed("from", years, year)?,
            to: query.needed("to", years, year)?,
            province: query.list("province", || Expected::names(all()), |text| provinces.by_slug(text))?,
        };
        in_order(query, Some(asked.from), Some(asked.to), false)?;
        Ok(asked)
    }
}

/// Where a province stood in a year.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
struct End {
    status: Status,
    value: Option<f64>,
    rank: Option<Rank>,
}

/// A province in both years.
#[derive(Debug, Serialize, ToSchema)]
struct ChangesRow<'a> {
    province: PlaceShape<'a>,
    before: End,
    after: End,
    change: Change,
}

/// Two years side by side.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Changes<'a> {
    #[serde(flatten)]
    about: About<'a>,
    indicator: Named<'a>,
    component: Named<'a>,
    unit: UnitCode,
    /// The set of provinces of the later year.
    basis: BasisCode,
    comparison: Comparison<'a>,
    /// Provinces with a figure in one of the years at least, by the Vietnamese alphabet.
    rows: Vec<ChangesRow<'a>>,
}

/// Changes between two years
///
/// Whether two years may be compared, and the values, ranks and differences of each province.
#[utoipa::path(get, path = "/api/v1/changes", tag = "changes", params(Pinned, ChangesAsked),
    responses((status = 200, description = "Two years side by side", body = Changes)))]
pub(super) async fn changes(State(api): Here, uri: Uri, headers: HeaderMap) -> Answer {
    let call = Call {
        uri: &uri,
        headers: &headers,
    };
    api.answer::<ChangesAsked>(call, |snapshot, _, asked| ApiBody::json(&shape(snapshot, &asked)?))
        .await
}

/// What may be said about two years.
pub(super) fn comparison(indicator: &Indicator, from: i32, to: i32, units_changed: bool) -> Comparison<'_> {
    const UNITS: Words<'static> = Words::own(
        "Danh sách tỉnh, thành phố đã thay đổi: thứ hạng trong 63 không so được với thứ hạng trong 34.",
        "The list of provinces changed: a rank among 63 does not compare with a rank among 34.",
    );
    let found = indicator.compare(from, to);
    let words = found.pair.map(|pair| (&pair.reason).into());
    Comparison {
        from,
        to,
        verdict: found.verdict.into(),
        comparable: found.verdict.comparable(),
        units_changed,
        reason: words.or(units_changed.then_some(UNITS)),
        decision: found.pair.and_then(|pair| pair.decision.as_deref()),
    }
}

/// A change as the rules of comparability allow it.
pub(super) fn change(change: &domain::Change) -> Change {
    Change {
        from: change.year,
        verdict: change.verdict.into(),
        comparable: change.verdict.comparable(),
        points: change.comparable_points().map(|points| number::round(points, DECIMALS)),
        points_reason: why(change.verdict, change.points.err()),
        places_verdict: change.places_verdict.into(),
        places_comparable: change.places_verdict.comparable(),
        places: change.comparable_places(),
        places_reason: why(change.places_verdict, change.places.err()),
        value_before: change.value,
        rank_before: change.rank.map(Into::into),
    }
}

/// Why there is no difference; `None` if there is one. A figure that is not there says more than
/// a verdict on the years.
fn why(verdict: Verdict, gap: Option<Gap>) -> Option<NoDifference> {
    match (gap, verdict) {
        (Some(gap), _) => Some(gap.into()),
        (None, Verdict::SameMethod) => None,
        (None, Verdict::MethodChanged) => Some(NoDifference::MethodChanged),
        (None, Verdict::Unclear) => Some(NoDifference::Unclear),
        (None, Verdict::UnitsChanged) => Some(NoDifference::UnitsChanged),
    }
}

fn shape<'a>(snapshot: &'a Snapshot, asked: &ChangesAsked) -> Result<Changes<'a>, BoxedProblem> {
    let catalogue = &snapshot.catalogue;
    let indicator = catalogue.indicator(asked.indicator);
    let component = component_of(indicator, asked.component.as_deref())?;
    let bases = snapshot.bases(asked.indicator, component, asked.to);
    let basis = asked
        .basis
        .or(bases.first().copied())
        .unwrap_or(ProvinceList::Before2025);
    let key = TableKey {
        indicator: asked.indicator,
        component,
        basis,
        year: asked.to,
    };
    let own = TableKey {
        year: asked.from,
        ..key
    };
    let (later, earlier) = (snapshot.table(key), snapshot.table(own));
    let units_changed = snapshot.units_changed_since(key, asked.from);
    if later.is_none() && earlier.is_none() && !units_changed {
        let years = snapshot.years(asked.indicator, component);
        return Problem::not_found("There are no figures for either year")
            .parameter("to")
            .found(&asked.to.to_string())
            .known(years.iter().map(ToString::to_string))
            .refuse();
    }
    let mut used = Used::default();
    let rows = provinces(catalogue, asked, [later, earlier])
        .into_iter()
        .map(|id| row(snapshot, id, key, asked.from, &mut used))
        .collect();
    Ok(Changes {
        about: about(snapshot, [asked.indicator], &used),
        indicator: named_indicator(indicator),
        component: named_component(indicator, component, Some(asked.to)),
        unit: indicator.unit(component).into(),
        basis: basis.into(),
        comparison: comparison(indicator, asked.from, asked.to, units_changed),
        rows,
    })
}

/// Provinces with a row in one of the tables of the basis; or as asked.
fn provinces(catalogue: &Catalogue, asked: &ChangesAsked, tables: [Option<&Table>; 2]) -> Vec<ProvinceId> {
    let tables = tables.into_iter().flatten();
    let with_row: BTreeSet<ProvinceId> = tables.flat_map(|t| t.rows.iter().map(|row| row.province)).collect();
    let wanted = |id: &ProvinceId| asked.province.is_empty() || asked.province.contains(id);
    let mut all: Vec<ProvinceId> = with_row.into_iter().filter(wanted).collect();
    all.sort_by_cached_key(|id| collation_key(&catalogue.provinces.get(*id).name.vi));
    all
}

fn row<'a>(snapshot: &'a Snapshot, id: ProvinceId, key: TableKey, from: i32, used: &mut Used) -> ChangesRow<'a> {
    let before = snapshot.base_row(key, from, id);
    let after = snapshot.table(key).and_then(|table| table.row(id));
    let figures = [before, after].into_iter().flatten();
    used.add(figures.map(|row| snapshot.figure(row.figure)));
    ChangesRow {
        province: place(&snapshot.catalogue, Place::Province(id), Some(key.year)),
        before: end(snapshot, before),
        after: end(snapshot, after),
        change: change(&snapshot.change(key, from, id)),
    }
}

fn end(snapshot: &Snapshot, row: Option<&Row>) -> End {
    let value = row.map_or(Standing::UNKNOWN.value, |row| snapshot.figure(row.figure).value);
    End {
        status: Status::of(value),
        value: value.value(),
        rank: row.and_then(|row| row.rank).map(Into::into),
    }
}
