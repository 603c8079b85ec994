//! What every endpoint has: how it reads its parameters, finds its edition and answers.

use std::sync::Arc;

use axum::{
    extract::{Path, State, rejection::PathRejection},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use domain::{Catalogue, ComponentId, Indicator, IndicatorId, Snapshot};
use quick_cache::{Weighter, sync};
use serde::Serialize;
use utoipa::{IntoParams, openapi::path::ParameterIn};

use super::{
    cursor::cursor,
    limit::Limit,
    problem::{BoxedProblem, Problem},
    query::{Expected, Query},
};
use crate::{
    AppState,
    http::{
        admin::Rejection,
        content::{Content, IMMUTABLE},
        page_cache,
    },
};

/// For what the newest edition says: a new one shows within a minute.
pub(crate) const A_MINUTE: &str = "public, max-age=60";

const JSON: &str = "application/json";

/// Answers that are kept, and the bytes that they may take all together.
const MOST_ANSWERS: usize = 512;
const MOST_BYTES: u64 = 24 << 20;
/// Longer queries are made by machines that will not repeat them.
const LONGEST_KEPT_QUERY: usize = 512;

/// What the API works with.
pub(crate) struct Api {
    pub(super) state: Arc<AppState>,
    pub(super) limit: Limit,
    kept: sync::Cache<(u32, String), Arc<Content>, Weight>,
}

#[derive(Clone, Debug)]
struct Weight;

impl Weighter<(u32, String), Arc<Content>> for Weight {
    /// At least a fair share, so that the bytes bound the number too.
    fn weight(&self, key: &(u32, String), content: &Arc<Content>) -> u64 {
        let bytes = u64::try_from(key.1.len() + content.weight()).unwrap_or(u64::MAX);
        bytes.max(MOST_BYTES / MOST_ANSWERS as u64)
    }
}

/// An answer, or a refusal that is complete.
pub(super) type Answer = Result<Response, Response>;

/// The edition that a request asks for.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "read before the edition is known; here to be documented")]
pub(super) struct Pinned {
    /// Number of an edition. With it the answer never changes; without it the newest edition answers.
    #[param(value_type = u32, required = false, minimum = 1, maximum = 4_294_967_295_u32, example = 1)]
    edition: Option<u32>,
}

/// Parameters of an endpoint.
pub(super) trait Asked: IntoParams + Sized {
    /// Reads them, with the names of an edition.
    fn read(query: &Query, snapshot: &Snapshot) -> Result<Self, BoxedProblem>;
}

/// No parameters but the edition.
pub(super) struct Nothing;

impl IntoParams for Nothing {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<utoipa::openapi::path::Parameter> {
        Vec::new()
    }
}

impl Asked for Nothing {
    fn read(_: &Query, _: &Snapshot) -> Result<Self, BoxedProblem> {
        Ok(Self)
    }
}

/// The body of an answer.
pub(super) struct ApiBody {
    pub(super) media_type: &'static str,
    pub(super) body: Vec<u8>,
    /// For the header `Link`.
    pub(super) link: Option<String>,
}

impl ApiBody {
    pub(super) fn json(body: &impl Serialize) -> Result<Self, BoxedProblem> {
        let failed = |error| {
            tracing::error!(%error, "an answer of the API could not be written");
            Box::new(Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "The server failed"))
        };
        Ok(Self {
            media_type: JSON,
            body: serde_json::to_vec(body).map_err(failed)?,
            link: None,
        })
    }
}

/// What a request brings that the answer depends on.
#[derive(Clone, Copy)]
pub(super) struct Call<'a> {
    pub(super) uri: &'a Uri,
    pub(super) headers: &'a HeaderMap,
}

impl Api {
    /// The API on the same figures as the pages.
    pub(crate) fn new(state: &Arc<AppState>) -> Arc<Self> {
        let per_minute = state.admin().map_or(0, |admin| admin.settings.api_per_minute);
        Arc::new(Self {
            state: Arc::clone(state),
            limit: Limit::new(per_minute),
            kept: sync::Cache::with_weighter(MOST_ANSWERS, MOST_BYTES, Weight),
        })
    }

    /// Answers from memory, or makes the answer and keeps it.
    pub(super) async fn answer<Q: Asked>(
        &self,
        call: Call<'_>,
        make: impl FnOnce(&Snapshot, &Query, Q) -> Result<ApiBody, BoxedProblem>,
    ) -> Answer {
        let address = call.uri.path_and_query().map_or("/", |address| address.as_str());
        let key = (page_cache::newest(self.state.backend()), address.to_owned());
        if let Some(content) = self.kept.get(&key) {
            return Ok(content.respond(call.headers));
        }
        let raw = call.uri.query().unwrap_or_default();
        let query = Query::read(raw, &names::<Q>())?;
        let pinned = pinned(&query)?;
        let snapshot = self.snapshot(pinned).await?;
        let asked = Q::read(&query, &snapshot)?;
        let made = make(&snapshot, &query, asked)?;
        let content = Arc::new(content(made, if pinned.is_some() { IMMUTABLE } else { A_MINUTE }));
        if raw.len() <= LONGEST_KEPT_QUERY {
            self.kept.insert(key, Arc::clone(&content));
        }
        Ok(content.respond(call.headers))
    }

    /// An edition, from memory or the store.
    pub(super) async fn snapshot(&self, number: Option<u32>) -> Result<Arc<Snapshot>, Response> {
        let backend = self.state.backend();
        let found = match (number, self.state.admin()) {
            (Some(number), Some(admin)) => {
                let found = admin.edition_loader().edition(number).await;
                found.map_err(|error| Rejection::from(error).into_response())?
            }
            (number, _) => backend.snapshot(number),
        };
        let newest = page_cache::newest(backend);
        found.ok_or_else(|| match number {
            Some(number) => Problem::not_found("There is no such edition")
                .parameter("edition")
                .found(&number.to_string())
                .expected(format!("a number from 1 to {newest}"))
                .into_response(),
            None => Problem::new(StatusCode::SERVICE_UNAVAILABLE, "There are no figures yet").into_response(),
        })
    }
}

/// Refuses a query where an address takes none.
pub(crate) fn refuse_parameters(raw: &str) -> Result<(), BoxedProblem> {
    Query::read(raw, &[]).map(drop)
}

/// The names of all parameters that an endpoint takes.
fn names<Q: Asked>() -> Vec<String> {
    let inside = || Some(ParameterIn::Query);
    let all = Pinned::into_params(inside).into_iter().chain(Q::into_params(inside));
    all.map(|parameter| parameter.name).collect()
}

/// The edition that a query asks for: by its number, or by going on in one.
fn pinned(query: &Query) -> Result<Option<u32>, BoxedProblem> {
    let edition = query.number("edition", 1, u32::MAX)?;
    let cursor = cursor(query)?;
    match (edition, cursor) {
        (Some(edition), Some(cursor)) if edition != cursor.edition => {
            Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "The cursor is of another edition")
                .parameter("cursor")
                .found(query.text("cursor").unwrap_or_default())
                .expected(format!("a cursor of edition {edition}, or no `edition`"))
                .refuse()
        }
        (Some(edition), _) => Ok(Some(edition)),
        (None, cursor) => Ok(cursor.map(|cursor| cursor.edition)),
    }
}

fn content(made: ApiBody, kept: &'static str) -> Content {
    let media_type = HeaderValue::from_static(made.media_type);
    let mut content = Content::new(StatusCode::OK, kept, made.body).with(header::CONTENT_TYPE, media_type);
    if let Some(link) = made.link.and_then(|link| HeaderValue::try_from(link).ok()) {
        content = content.with(header::LINK, link);
    }
    let robots = HeaderValue::from_static("noindex");
    content.with(HeaderName::from_static("x-robots-tag"), robots)
}

/// Brings the edition that a page's address names into memory; that there is none, the page says.
pub(super) async fn bring(api: &Api, uri: &Uri) -> Result<(), Response> {
    let names = names::<Nothing>();
    let query = Query::read(uri.query().unwrap_or_default(), &names);
    let number = query.and_then(|query| pinned(&query)).unwrap_or_default();
    match (number, api.state.admin()) {
        (Some(number), Some(admin)) => {
            let found = admin.edition_loader().edition(number).await;
            found.map(drop).map_err(|error| Rejection::from(error).into_response())
        }
        _ => Ok(()),
    }
}

/// Parts of a path, or a refusal when they are no text.
pub(super) fn parts<T>(path: Result<Path<T>, PathRejection>) -> Result<T, BoxedProblem> {
    match path {
        Ok(Path(parts)) => Ok(parts),
        Err(_) => Problem::new(StatusCode::BAD_REQUEST, "The address is no text in UTF-8").refuse(),
    }
}

/// The indicator that a path names.
pub(super) fn indicator_in_path<'a>(
    catalogue: &'a Catalogue,
    slug: &str,
) -> Result<(IndicatorId, &'a Indicator), BoxedProblem> {
    match catalogue.indicator_by_slug(slug) {
        Some(id) => Ok((id, catalogue.indicator(id))),
        None => Problem::not_found("There is no such indicator")
            .parameter("indicator")
            .found(slug)
            .known(slugs(catalogue))
            .refuse(),
    }
}

pub(super) fn slugs(catalogue: &Catalogue) -> impl Iterator<Item = &str> {
    catalogue.indicators.iter().map(|indicator| indicator.slug.as_str())
}

/// Names of the components of all indicators, each once.
pub(super) fn component_slugs(catalogue: &Catalogue) -> Vec<&str> {
    let all = catalogue.indicators.iter().flat_map(|i| &i.components);
    let mut slugs: Vec<&str> = all.map(|component| component.slug.as_str()).collect();
    slugs.sort_unstable();
    slugs.dedup();
    slugs
}

/// A component's name as a request gives it: some indicator has it.
pub(super) fn component_name(query: &Query, catalogue: &Catalogue) -> Result<Option<String>, BoxedProblem> {
    let known = component_slugs(catalogue);
    let expected = || Expected::names(known.iter().copied());
    query.one("component", expected, |text| {
        known.contains(&text).then(|| text.to_owned())
    })
}

/// The component of an indicator; the headline figure without a name.
pub(super) fn component_of(indicator: &Indicator, slug: Option<&str>) -> Result<ComponentId, BoxedProblem> {
    let Some(slug) = slug else {
        return Ok(ComponentId::TOTAL);
    };
    match indicator.component_by_slug(slug) {
        Some(id) => Ok(id),
        None => Problem::not_found("This indicator has no such component")
            .parameter("component")
            .found(slug)
            .known(indicator.components.iter().map(|c| c.slug.as_str()))
            .refuse(),
    }
}

pub(super) type Here = State<Arc<Api>>;
