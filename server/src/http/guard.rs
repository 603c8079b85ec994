//! Stands before every route: origin, session, role.

use std::sync::Arc;

use app::admin::UserError;
use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{
    admin::{Admin, Known, Rejection, RequestContext},
    problem,
};
use crate::{
    AppState,
    auth::{
        origin,
        rules::{self, Access},
        session::Key,
    },
    settings::Reading,
};

/// Lets a request through to its route, or says why not.
pub(crate) async fn guard(State(state): State<Arc<AppState>>, mut request: Request, next: Next) -> Response {
    // A request must not be held across an await: its body is not to be shared between threads.
    let own = is_own(&state, &request);
    let Some(admin) = state.admin() else {
        return if own {
            next.run(request).await
        } else {
            problem::refuse(StatusCode::FORBIDDEN)
        };
    };
    let mut cx = RequestContext::new(
        admin,
        request.uri(),
        request.method(),
        request.headers(),
        request.extensions(),
    );
    let pattern = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    let least = match pattern {
        // Pages of the app are behind the fallback.
        None => Some(Access::Reader),
        Some(pattern) => rules::least(request.method().as_str(), pattern),
    };
    let admitted = if own {
        admit(admin, &mut cx, least).await
    } else {
        Err(Rejection::CrossSite)
    };
    if let Err(stop) = admitted {
        return cx.finish(stop.into_response());
    }
    let private = least == Some(Access::Reader) && admin.settings.reading == Reading::SignedIn;
    request.extensions_mut().insert(cx.clone());
    let mut response = cx.finish(next.run(request).await);
    if private {
        keep_private(&mut response);
    }
    response
}

/// What changes something comes from a page of ours, or brings a token for the API.
fn is_own(state: &AppState, request: &Request) -> bool {
    let headers = request.headers();
    let token = matches!(Key::find(state.secure_cookies(headers), headers), Some(Key::Token(_)));
    let pattern = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    // It changes nothing here, and programs have no page from which to send it.
    let answered = pattern == Some(rules::REFRESH) && origin::is_of_program(headers);
    let own =
        request.method() != Method::POST || token || answered || origin::is_own(headers, state.backend().origin());
    if !own {
        tracing::warn!("a POST that another site sent was refused");
    }
    own
}

async fn admit(admin: &Admin, cx: &mut RequestContext, least: Option<Access>) -> Result<(), Rejection> {
    match least {
        Some(Access::Public) => Ok(()),
        Some(Access::Reader) if admin.settings.reading == Reading::Open => Ok(()),
        Some(Access::Reader) => match cx.look().await {
            Ok(Some(_)) => Ok(()),
            Ok(None) => Err(Rejection::SignIn),
            Err(error) => match cx.key.as_ref().and_then(|key| admin.recent.find(key)) {
                Some(identity) => {
                    cx.known = Known::Lately(identity);
                    Ok(())
                }
                None => Err(error.into()),
            },
        },
        Some(Access::Role(least)) => match cx.look().await? {
            Some(identity) if identity.role() >= least => Ok(()),
            Some(_) => Err(Rejection::Forbidden),
            None => Err(Rejection::SignIn),
        },
        None => {
            tracing::error!("a route has no rule; nobody may use it");
            Err(Rejection::Trouble(UserError::Failed))
        }
    }
}

/// What only some may read is cached by their own browsers only.
fn keep_private(response: &mut Response) {
    let headers = response.headers_mut();
    let kept = headers.get(header::CACHE_CONTROL).and_then(|v| v.to_str().ok());
    if let Some(rest) = kept.and_then(|kept| kept.strip_prefix("public"))
        && let Ok(value) = HeaderValue::try_from(format!("private{rest}"))
    {
        headers.insert(header::CACHE_CONTROL, value);
    }
    headers.append(header::VARY, HeaderValue::from_static("cookie"));
}
