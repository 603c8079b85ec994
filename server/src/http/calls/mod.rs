//! Server functions, each with the same rule as the form that it answers.
//!
//! Leptos runs the functions; what they do is [`Calls`], provided for each request. An ordinary form that is
//! posted to a function's address gets the page that it leads to, also one that says what was refused.

mod deck;
mod draft;
mod outcome;
mod province;

use std::sync::{Arc, Mutex, PoisonError};

use axum::{
    RequestExt, Router,
    body::{Body, Bytes},
    extract::{DefaultBodyLimit, Request, State, rejection::BytesRejection},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::post,
};
use domain::Lang;
use islands::calls::{AnswerDraft, CallError, CallFuture, Calls, EditDeck, FollowProvince, FormFields};
use leptos::{
    prelude::{provide_context, use_context},
    server_fn::ServerFn as _,
};
use leptos_axum::{ResponseOptions, handle_server_fns_with_context};

use super::{
    admin::{RequestContext, drafts, fields},
    problem,
};
use crate::AppState;
use outcome::CallOutcome;

/// A deck's form: 40 addresses of charts at their longest.
const LONGEST_DECK_FORM: usize = 64 << 10;
/// The name of one province.
const LONGEST_FOLLOW_FORM: usize = 4 << 10;
/// The language of the page that the form is on.
const PAGE_LANG: &str = "page_lang";

/// The routes: one for each function, so that each has a rule and a limit of its own.
pub(super) fn routes() -> Router<Arc<AppState>> {
    let function = |limit: usize| post(answer).layer(DefaultBodyLimit::max(limit));
    Router::new()
        .route(AnswerDraft::PATH, function(drafts::LONGEST_FORM))
        .route(EditDeck::PATH, function(LONGEST_DECK_FORM))
        .route(FollowProvince::PATH, function(LONGEST_FOLLOW_FORM))
}

async fn answer(State(state): State<Arc<AppState>>, request: Request) -> Response {
    let request = match received(request).await {
        Ok(request) => request,
        Err(status) => return problem::refuse(status),
    };
    let plain = is_plain_form(request.headers());
    let calls = Arc::new(RequestCalls {
        state,
        asked: request.headers().clone(),
        cx: request.extensions().get::<RequestContext>().cloned(),
        lang: named_lang(form_urlencoded::parse(
            request.uri().query().unwrap_or_default().as_bytes(),
        )),
        page: Arc::default(),
    });
    let provided: Arc<dyn Calls> = Arc::<RequestCalls>::clone(&calls);
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

fn named_lang<'a>(pairs: impl Iterator<Item = (impl AsRef<str> + 'a, impl AsRef<str> + 'a)>) -> Option<Lang> {
    let mut named = pairs.filter(|(name, _)| name.as_ref() == PAGE_LANG);
    named.next().and_then(|(_, code)| Lang::from_code(code.as_ref()))
}

/// The work behind the functions, for one request.
struct RequestCalls {
    state: Arc<AppState>,
    asked: HeaderMap,
    /// Absent where the program runs without an administration.
    cx: Option<RequestContext>,
    /// Language of the page, where the address says it, as those of ordinary forms do.
    lang: Option<Lang>,
    page: Arc<Mutex<Option<Response>>>,
}

impl RequestCalls {
    /// The language of the page and the other fields.
    fn parts(&self, FormFields(mut fields): FormFields) -> (Lang, Vec<(String, String)>) {
        let lang = named_lang(fields.iter().map(|(name, value)| (name, value))).or(self.lang);
        fields.retain(|(name, _)| name != PAGE_LANG);
        (lang.unwrap_or_default(), fields)
    }

    /// Runs the work, keeps its page for an ordinary form, and answers an island.
    fn run(&self, work: impl Future<Output = CallOutcome> + Send + 'static) -> CallFuture {
        let page = Arc::clone(&self.page);
        // Pages are rendered below with owners of their own: this one's context is asked before.
        let options = use_context::<ResponseOptions>();
        Box::pin(async move {
            let outcome = work.await;
            if let Some(options) = &options {
                for cookie in outcome.cookies {
                    options.append_header(header::SET_COOKIE, cookie);
                }
            }
            *page.lock().unwrap_or_else(PoisonError::into_inner) = Some(outcome.page);
            outcome.fragment.map_err(|status| {
                if let Some(options) = &options {
                    options.set_status(status);
                }
                CallError::Refused(status.as_u16())
            })
        })
    }
}

impl Calls for RequestCalls {
    fn answer_draft(&self, form: FormFields) -> CallFuture {
        let (lang, fields) = self.parts(form);
        self.run(draft::answer(self.cx.clone(), lang, fields))
    }

    fn edit_deck(&self, form: FormFields) -> CallFuture {
        let (lang, fields) = self.parts(form);
        self.run(deck::edit(Arc::clone(&self.state), self.asked.clone(), lang, fields))
    }

    fn follow_province(&self, form: FormFields) -> CallFuture {
        let (lang, fields) = self.parts(form);
        self.run(province::follow(
            Arc::clone(&self.state),
            self.asked.clone(),
            lang,
            fields,
        ))
    }
}
