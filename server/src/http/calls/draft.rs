//! Answers to the questions of a draft.

use axum::{
    extract::Path,
    http::{Method, StatusCode},
    response::IntoResponse as _,
};
use domain::Lang;

use super::outcome::CallOutcome;
use crate::http::{
    admin::{Fields, RequestContext, drafts},
    problem,
};

/// Stores the answers and returns the content of the draft's page.
pub(super) async fn answer(cx: Option<RequestContext>, lang: Lang, mut fields: Vec<(String, String)>) -> CallOutcome {
    let Some(cx) = cx else {
        return CallOutcome::refused(problem::refuse(StatusCode::NOT_FOUND));
    };
    let named = fields.iter().position(|(name, _)| name == "draft");
    let id = named.map(|at| fields.remove(at).1).unwrap_or_default();
    let address = format!("/{}/desk/drafts/{id}", lang.code());
    let posted = cx.at(&format!("{address}/choices"), Method::POST);
    let path = Path((lang.code().to_owned(), id.clone()));
    let stored = drafts::choices(posted.clone(), path, Fields(fields)).await;
    let page = stored.unwrap_or_else(|rejection| posted.finish(rejection.into_response()));
    if !page.status().is_redirection() {
        return CallOutcome::refused(page);
    }
    let content = drafts::content(&cx.at(&address, Method::GET).content_only(), &id).await;
    CallOutcome {
        page,
        fragment: content.map_err(|rejection| rejection.status()),
        cookies: Vec::new(),
    }
}
