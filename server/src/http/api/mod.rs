//! The public API: what the pages say, for programs. Every answer comes from an edition in memory and
//! names it; every refusal is `application/problem+json`.
//!
//! - [`query`] reads parameters; their names come from the structs that document them.
//! - `indicators`, `provinces`, `figures`, `rankings`, `changes` hold an endpoint each, with its shapes.
//! - [`document`] is the OpenAPI document, made from the code of the endpoints; [`reference`] is the
//!   readable page, made from the document.
//! - [`outside`] stands around all of it: limits, CORS, refusals of other layers.

mod about;
mod changes;
mod cursor;
mod decks;
mod document;
mod endpoint;
mod figure;
mod figures;
mod indicators;
mod limit;
mod outside;
mod problem;
mod provinces;
mod query;
mod rankings;
mod reference;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};

use super::refresh::LARGEST_BODY;
use crate::auth::REFRESH;

pub(crate) use endpoint::{A_MINUTE, Api, refuse_parameters};
use endpoint::{
    Answer, ApiBody, Asked, Call, Here, Nothing, Pinned, bring, component_name, component_of, component_slugs,
    indicator_in_path, parts, slugs,
};
pub(crate) use outside::outside;
pub(crate) use problem::{MEDIA_TYPE, Problem};

/// The routes.
pub(crate) fn routes(api: &Arc<Api>) -> Router {
    Router::new()
        .route("/api/v1/openapi.json", get(document::openapi))
        .route("/api/v1/indicators", get(indicators::list))
        .route("/api/v1/indicators/{indicator}", get(indicators::one))
        .route("/api/v1/provinces", get(provinces::list))
        .route("/api/v1/provinces/{province}", get(provinces::one))
        .route("/api/v1/figures", get(figures::figures))
        .route("/api/v1/rankings/{indicator}/{year}", get(rankings::ranking))
        .route("/api/v1/changes", get(changes::changes))
        .route(
            REFRESH,
            post(decks::refresh_deck).layer(DefaultBodyLimit::max(LARGEST_BODY)),
        )
        .route("/{lang}/api", get(reference::page))
        .with_state(Arc::clone(api))
}
