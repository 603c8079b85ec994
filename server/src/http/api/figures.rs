//! `/api/v1/figures`: all figures, filtered, page by page.

use std::collections::{BTreeSet, HashSet};

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, Uri},
};
use domain::{Catalogue, ComponentId, Figure, IndicatorId, Place, ProvinceId, ProvinceList, RegionId, Snapshot};
use serde::Serialize;
use utoipa::{
    ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};

use super::{
    Answer, ApiBody, Asked, Call, Here, Pinned, Problem,
    about::{About, Used, about},
    component_slugs,
    cursor::{Cursor, cursor},
    figure::{BasisCode, FigureShape, PlaceKind, Status, figure},
    problem::BoxedProblem,
    query::{Expected, Query, YEARS, year, years},
    slugs,
};

mod table;

/// Figures of a page that does not say how many it wants, and the most that it gets.
const PAGE: u32 = 500;
const LONGEST_PAGE: u32 = 5_000;

/// Forms of the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Format {
    /// An object of JSON.
    #[default]
    Json,
    /// A table in UTF-8, a line for each figure.
    Csv,
}

/// Parameters of `/api/v1/figures`.
#[derive(Debug, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct FiguresAsked {
    /// Indicators; without it all.
    #[param(value_type = Vec<String>, required = false, style = Form, explode = false, min_items = 1,
        max_items = 200, example = json!(["pci"]))]
    indicator: Vec<IndicatorId>,
    /// Components, such as `entry`; without it all. Which there are, `/api/v1/indicators/{indicator}` says.
    #[param(value_type = Vec<String>, required = false, style = Form, explode = false, min_items = 1,
        max_items = 200)]
    component: Vec<String>,
    /// Provinces; without it all places.
    #[param(value_type = Vec<String>, required = false, style = Form, explode = false, min_items = 1,
        max_items = 200, example = json!(["ha-noi", "da-nang"]))]
    province: Vec<ProvinceId>,
    /// Regions: their own figures and those of their provinces.
    #[param(value_type = Vec<String>, required = false, style = Form, explode = false, min_items = 1,
        max_items = 200)]
    region: Vec<RegionId>,
    /// Kinds of places.
    #[param(value_type = Vec<PlaceKind>, required = false, inline, style = Form, explode = false, min_items = 1,
        max_items = 200)]
    place: Vec<PlaceKind>,
    /// Figures published among the 63 provinces, or among the 34.
    #[param(value_type = BasisCode, required = false, inline)]
    basis: Option<ProvinceList>,
    /// Years.
    #[param(value_type = Vec<Year>, required = false, inline, style = Form, explode = false, min_items = 1,
        max_items = 200, example = json!([2016]))]
    year: Vec<i32>,
    /// First year.
    #[param(value_type = i32, required = false, minimum = 1900, maximum = 2100)]
    from: Option<i32>,
    /// Last year.
    #[param(value_type = i32, required = false, minimum = 1900, maximum = 2100)]
    to: Option<i32>,
    /// What the sources together say of the value.
    #[param(value_type = Vec<Status>, required = false, inline, style = Form, explode = false, min_items = 1,
        max_items = 200)]
    status: Vec<Status>,
    /// The most figures of one page.
    #[param(value_type = u32, required = false, minimum = 1, maximum = 5000, default = 500)]
    limit: u32,
    /// Where the next page begins, from the `next` of the page before. It keeps to the edition of that
    /// page, so that a walk through all pages meets each figure exactly once.
    #[param(value_type = String, required = false, pattern = "^[1-9][0-9]{0,8}-(0|[1-9][0-9]{0,8})$")]
    cursor: Option<Cursor>,
    /// Form of the answer.
    #[param(value_type = Format, required = false, inline)]
    format: Format,
}

/// A year that a request may name, as a schema.
struct Year;

impl utoipa::PartialSchema for Year {
    fn schema() -> RefOr<Schema> {
        let year = ObjectBuilder::new()
            .schema_type(Type::Integer)
            .minimum(Some(*YEARS.start()))
            .maximum(Some(*YEARS.end()));
        year.build().into()
    }
}

impl ToSchema for Year {}

impl Asked for FiguresAsked {
    fn read(query: &Query, snapshot: &Snapshot) -> Result<Self, BoxedProblem> {
        let catalogue = &snapshot.catalogue;
        let provinces = &catalogue.provinces;
        let all = || provinces.alphabetical().map(|(_, p)| p.slug.as_str());
        let components = component_slugs(catalogue);
        let component = |text: &str| components.contains(&text).then(|| text.to_owned());
        let asked = Self {
            indicator: query.list(
                "indicator",
                || Expected::names(slugs(catalogue)),
                |text| catalogue.indicator_by_slug(text),
            )?,
            component: query.list("component", || Expected::names(components.iter().copied()), component)?,
            province: query.list("province", || Expected::names(all()), |text| provinces.by_slug(text))?,
            region: query.list(
                "region",
                || Expected::names(regions(catalogue)),
                |text| provinces.region_by_slug(text),
            )?,
            place: query.list("place", || of(&PlaceKind::ALL), |text| find(&PlaceKind::ALL, text))?,
            basis: basis(query)?,
            year: query.list("year", years, year)?,
            from: query.year("from")?,
            to: query.year("to")?,
            status: query.list("status", || of(&Status::ALL), |text| find(&Status::ALL, text))?,
            limit: query.number("limit", 1, LONGEST_PAGE)?.unwrap_or(PAGE),
            cursor: cursor(query)?,
            format: query
                .one("format", || of(&FORMATS), |text| find(&FORMATS, text))?
                .unwrap_or_default(),
        };
        in_order(query, asked.from, asked.to, true)?;
        Ok(asked)
    }
}

const FORMATS: [(&str, Format); 2] = [("json", Format::Json), ("csv", Format::Csv)];

fn of<T>(all: &[(&'static str, T)]) -> Expected {
    Expected::names(all.iter().map(|(code, _)| *code))
}

fn find<T: Copy>(all: &[(&'static str, T)], text: &str) -> Option<T> {
    all.iter().find(|(code, _)| *code == text).map(|(_, one)| *one)
}

/// Names of all regions of all schemes.
pub(super) fn regions(catalogue: &Catalogue) -> impl Iterator<Item = &str> {
    let provinces = &catalogue.provinces;
    let ids: BTreeSet<RegionId> = provinces.alphabetical().flat_map(|(_, p)| p.regions.clone()).collect();
    ids.into_iter().map(|id| provinces.region(id).slug.as_str())
}

/// The basis of a query.
pub(super) fn basis(query: &Query) -> Result<Option<ProvinceList>, BoxedProblem> {
    query.one("basis", || Expected::names(["63", "34"]), ProvinceList::from_code)
}

/// A first year that is not after the last one.
pub(super) fn in_order(query: &Query, from: Option<i32>, to: Option<i32>, same: bool) -> Result<(), BoxedProblem> {
    match from.zip(to) {
        Some((from, to)) if from > to || (from == to && !same) => {
            let or = if same { "or later" } else { "later than it" };
            Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "The last year is before the first")
                .parameter("to")
                .found(query.text("to").unwrap_or_default())
                .expected(format!("{from} {or}"))
                .refuse()
        }
        _ => Ok(()),
    }
}

/// One page of figures.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Figures<'a> {
    #[serde(flatten)]
    about: About<'a>,
    /// Figures that the filters let through, on all pages together.
    total: usize,
    /// Address of the next page; nothing on the last one. Also in the header `Link`.
    next: Option<String>,
    figures: Vec<FigureShape<'a>>,
}

/// Figures
///
/// All figures with what their sources say, in the order of the edition, filtered and page by page.
#[utoipa::path(get, path = "/api/v1/figures", tag = "figures", params(Pinned, FiguresAsked),
    responses((status = 200, description = "One page of figures", content(
        (Figures = "application/json"), (String = "text/csv")))))]
pub(super) async fn figures(State(api): Here, uri: Uri, headers: HeaderMap) -> Answer {
    let call = Call {
        uri: &uri,
        headers: &headers,
    };
    api.answer::<FiguresAsked>(call, |snapshot, query, asked| {
        let page = page(snapshot, &asked)?;
        let next = page.next.map(|position| {
            let cursor = format!("{}-{position}", snapshot.edition.number);
            format!("/api/v1/figures?{}", query.with("cursor", &cursor))
        });
        let mut made = match asked.format {
            Format::Json => ApiBody::json(&shaped(snapshot, &page, next.clone()))?,
            Format::Csv => table::made(snapshot, &page.figures)?,
        };
        made.link = next.map(|next| format!("<{next}>; rel=\"next\""));
        Ok(made)
    })
    .await
}

struct Page<'a> {
    figures: Vec<&'a Figure>,
    total: usize,
    /// Position of the first figure of the next page.
    next: Option<usize>,
}

fn page<'a>(snapshot: &'a Snapshot, asked: &FiguresAsked) -> Result<Page<'a>, BoxedProblem> {
    let components = components(&snapshot.catalogue, asked)?;
    let begin = asked.cursor.map_or(0, |cursor| cursor.position);
    let limit = usize::try_from(asked.limit).unwrap_or(usize::MAX);
    let mut page = Page {
        figures: Vec::new(),
        total: 0,
        next: None,
    };
    for (at, figure) in snapshot.figures.iter().enumerate() {
        if !fits(&snapshot.catalogue, figure, asked, components.as_ref()) {
            continue;
        }
        page.total += 1;
        if at < begin {
            continue;
        }
        if page.figures.len() < limit {
            page.figures.push(figure);
        } else if page.next.is_none() {
            page.next = Some(at);
        }
    }
    Ok(page)
}

/// The components that are meant, among the indicators that are; nothing for all.
fn components(
    catalogue: &Catalogue,
    asked: &FiguresAsked,
) -> Result<Option<HashSet<(IndicatorId, ComponentId)>>, BoxedProblem> {
    if asked.component.is_empty() {
        return Ok(None);
    }
    let meant = |id: &IndicatorId| asked.indicator.is_empty() || asked.indicator.contains(id);
    let mut found = HashSet::new();
    for (id, indicator) in catalogue.indicators().filter(|(id, _)| meant(id)) {
        let components = asked
            .component
            .iter()
            .filter_map(|slug| indicator.component_by_slug(slug));
        found.extend(components.map(|component| (id, component)));
    }
    if found.is_empty() {
        let all = catalogue.indicators().filter(|(id, _)| meant(id));
        let known = all.flat_map(|(_, i)| i.components.iter().map(|c| c.slug.as_str()));
        let title = "None of these indicators has this component";
        return Problem::new(StatusCode::UNPROCESSABLE_ENTITY, title)
            .parameter("component")
            .found(&asked.component.join(","))
            .known(known)
            .refuse();
    }
    Ok(Some(found))
}

fn fits(
    catalogue: &Catalogue,
    figure: &Figure,
    asked: &FiguresAsked,
    components: Option<&HashSet<(IndicatorId, ComponentId)>>,
) -> bool {
    let key = figure.key;
    let any = |empty: bool, found: bool| empty || found;
    let year = |test: &dyn Fn(i32) -> bool| key.year.is_some_and(test);
    any(asked.indicator.is_empty(), asked.indicator.contains(&key.indicator))
        && components.is_none_or(|all| all.contains(&(key.indicator, key.component)))
        && asked.basis.is_none_or(|basis| basis == key.basis)
        && any(asked.year.is_empty(), year(&|y| asked.year.contains(&y)))
        && asked.from.is_none_or(|from| year(&|y| from <= y))
        && asked.to.is_none_or(|to| year(&|y| y <= to))
        && any(
            asked.status.is_empty(),
            asked.status.contains(&Status::of(figure.value)),
        )
        && any(asked.place.is_empty(), asked.place.contains(&PlaceKind::of(key.place)))
        && match key.place {
            Place::Nation => asked.province.is_empty() && asked.region.is_empty(),
            Place::Region(id) => asked.province.is_empty() && any(asked.region.is_empty(), asked.region.contains(&id)),
            Place::Province(id) => {
                let regions = &catalogue.provinces.get(id).regions;
                any(asked.province.is_empty(), asked.province.contains(&id))
                    && any(
                        asked.region.is_empty(),
                        regions.iter().any(|r| asked.region.contains(r)),
                    )
            }
        }
}

fn shaped<'a>(snapshot: &'a Snapshot, page: &Page<'a>, next: Option<String>) -> Figures<'a> {
    let mut used = Used::default();
    let shape = |f: &&'a Figure| figure(&snapshot.catalogue, f, &mut used);
    let figures: Vec<FigureShape<'a>> = page.figures.iter().map(shape).collect();
    let mut indicators: Vec<IndicatorId> = page.figures.iter().map(|f| f.key.indicator).collect();
    indicators.sort_unstable();
    indicators.dedup();
    Figures {
        about: about(snapshot, indicators, &used),
        total: page.total,
        next,
        figures,
    }
}
