//! Server functions of the administration, each with the same rule as the form that it replaces.
//!
//! Leptos runs the functions; what they do is [`Calls`], provided for each request. An ordinary form that is
//! posted to a function's address gets the page that it leads to, also one that says what was refused.

use std::sync::{Arc, Mutex, PoisonError};

use axum::{
    Extension, RequestExt, Router,
    body::{Body, Bytes},
    extract::{DefaultBodyLimit, Path, Request, rejection::BytesRejection},
    http::{HeaderMap, Method, StatusCode, header},
    response::{IntoResponse, Response},
    routing::post,
};
use islands::calls::{AnswerDraft, CallError, CallFuture, Calls, FormFields};
use leptos::{
    prelude::{provide_context, use_context},
    server_fn::ServerFn as _,
};
use leptos_axum::{ResponseOptions, handle_server_fns_with_context};

use super::{Admin, Fields, RequestContext, drafts, fields};
use crate::http::problem;

/// The routes: one for each function, so that each has a rule of its own.
pub(super) fn routes() -> Router<Arc<Admin>> {
    Router::new()
        .route(AnswerDraft::PATH, post(answer))
        .layer(DefaultBodyLimit::max(drafts::LONGEST_FORM))
}

async fn answer(Extension(cx): Extension<RequestContext>, request: Request) -> Response {
    let request = match received(request).await {
        Ok(request) => request,
        Err(status) => return problem::refuse(status),
    };
    let plain = is_plain_form(request.headers());
    let calls = Arc::new(AdminCalls {
        cx,
        page: Arc::default(),
    });
    let provided: Arc<dyn Calls> = Arc::<AdminCalls>::clone(&calls);
    let context = move || provide_context(Arc::clone(&provided));
    let response = handle_server_fns_with_context(context, request).await.into_response();
    let page = calls.page.lock().unwrap_or_else(PoisonError::into_inner).take();
    match page {
        Some(page) if plain => page,
        _ => response,
    }
}

/// The request with its whole body, within the limits of every other form: a function would answer 500 to what is
/// too large, and wait for what does not come.
async fn received(request: Request) -> Result<Request, StatusCode> {
    let (parts, body) = request.into_parts();
    let whole = Request::from_parts(parts.clone(), body).extract::<Bytes, _>();
    let bytes = tokio::time::timeout(fields::LONGEST, whole)
        .await
        .map_err(|_| StatusCode::REQUEST_TIMEOUT)?
        .map_err(|rejection: BytesRejection| rejection.into_response().status())?;
    Ok(Request::from_parts(parts, Body::from(bytes)))
}

/// Browsers that post a form ask for a page; islands do not.
fn is_plain_form(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    accepted.is_some_and(|accepted| accepted.contains("text/html"))
}

/// The work behind the functions, for one request.
struct AdminCalls {
    cx: RequestContext,
    /// Where the form leads without JavaScript.
    page: Arc<Mutex<Option<Response>>>,
}

impl Calls for AdminCalls {
    fn answer_draft(&self, form: FormFields) -> CallFuture {
        let (cx, page) = (self.cx.clone(), Arc::clone(&self.page));
        // Pages are rendered below with owners of their own: this one's context is asked before.
        let options = use_context::<ResponseOptions>();
        let refused = move |status: StatusCode| {
            if let Some(options) = &options {
                options.set_status(status);
            }
            CallError::Refused(status.as_u16())
        };
        Box::pin(async move {
            let mut fields = form.0;
            let mut take = |name: &str| {
                let at = fields.iter().position(|(other, _)| other == name);
                at.map(|at| fields.remove(at).1).unwrap_or_default()
            };
            let (lang, id) = (take("lang"), take("draft"));
            let address = format!("/{lang}/desk/drafts/{id}");
            let posted = cx.at(&format!("{address}/choices"), Method::POST);
            let stored = drafts::choices(posted.clone(), Path((lang, id.clone())), Fields(fields)).await;
            let response = stored.unwrap_or_else(|rejection| posted.finish(rejection.into_response()));
            let status = response.status();
            *page.lock().unwrap_or_else(PoisonError::into_inner) = Some(response);
            if !status.is_redirection() {
                return Err(refused(status));
            }
            let content = drafts::content(&cx.at(&address, Method::GET).content_only(), &id).await;
            content.map_err(|rejection| refused(rejection.status()))
        })
    }
}
