//! The administration: accounts, uploads, editions. What it needs, and its routes.

mod account;
mod accounts;
mod api;
mod audit;
mod catalogue;
mod context;
pub(crate) mod drafts;
mod editions;
mod export;
mod failure;
pub(crate) mod fields;
mod figure;
mod fragment;
mod notice;
mod rejection;
mod signing;
mod state;
mod trouble;
mod uploads;

use std::sync::Arc;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};

pub(crate) use api::Described;
pub(crate) use context::{Known, RequestContext, client_address};
pub(crate) use export::{disposition, shown_as};
pub(crate) use failure::stopped;
pub(crate) use fields::Fields;
pub(crate) use rejection::Rejection;
pub use state::Admin;

/// Longest form, in bytes. Routes that take files set their own limit.
const LONGEST_FORM: usize = 256 * 1024;

/// The routes for administration.
pub(crate) fn routes(admin: &Arc<Admin>) -> Router {
    Router::new()
        .route("/{lang}/sign-in", get(signing::form).post(signing::sign_in))
        .route("/{lang}/sign-out", post(signing::sign_out))
        .route(
            "/{lang}/desk/account/sign-out-everywhere",
            post(signing::sign_out_everywhere),
        )
        .route("/{lang}/desk/account", get(account::page))
        .route("/{lang}/desk/account/password", post(account::password))
        .route("/{lang}/desk/account/tokens", post(account::add_token))
        .route("/{lang}/desk/account/tokens/{id}/revoke", post(account::revoke_token))
        .route("/{lang}/desk/accounts", get(accounts::page).post(accounts::add))
        .route("/{lang}/desk/accounts/{id}/role", post(accounts::role))
        .route("/{lang}/desk/accounts/{id}/password", post(accounts::password))
        .route("/{lang}/desk/accounts/{id}/disable", post(accounts::disable))
        .route("/{lang}/desk/accounts/{id}/enable", post(accounts::enable))
        .route("/{lang}/desk/audit", get(audit::page))
        .merge(uploads::routes())
        .merge(drafts::routes())
        .merge(figure::routes())
        .merge(editions::routes())
        .merge(catalogue::routes())
        .merge(export::routes())
        .merge(api::routes())
        .layer(DefaultBodyLimit::max(LONGEST_FORM))
        .with_state(Arc::clone(admin))
}
