//! Stands before every route: origin, session, role.

use std::sync::Arc;

use app::admin::Refusal;
use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderValue, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{origin, rules, rules::Least, session::Key};
use crate::{
    AppState,
    admin::{Admin, Known, Stop, Visit},
    settings::Reading,
};

/// Lets a request through to its route, or says why not.
pub(crate) async fn guard(State(state): State<Arc<AppState>>, mut request: Request, next: Next) -> Response {
    let Some(admin) = state.admin() else {
        return next.run(request).await;
    };
    let mut visit = Visit::new(
        admin,
        request.uri(),
        request.method(),
        request.headers(),
        request.extensions(),
    );
    let pattern = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    let least = match pattern {
        // Pages of the app are behind the fallback.
        None => Some(Least::Reading),
        Some(pattern) => rules::least(request.method().as_str(), pattern),
    };
    // A request must not be held across an await: its body is not to be shared between threads.
    let own = is_own(&visit, &request);
    let admitted = if own {
        admit(admin, &mut visit, least).await
    } else {
        Err(Stop::CrossSite)
    };
    if let Err(stop) = admitted {
        return visit.finish(stop.into_response());
    }
    let private = least == Some(Least::Reading) && admin.settings.reading == Reading::SignedIn;
    request.extensions_mut().insert(visit.clone());
    let mut response = visit.finish(next.run(request).await);
    if private {
        keep_private(&mut response);
    }
    response
}

/// What changes something comes from a page of ours, or brings a token for the API.
fn is_own(visit: &Visit, request: &Request) -> bool {
    let token = matches!(visit.key, Some(Key::Token(_)));
    let own = request.method() != Method::POST || token || origin::is_own(request.headers());
    if !own {
        tracing::warn!("a POST that another site sent was refused");
    }
    own
}

async fn admit(admin: &Admin, visit: &mut Visit, least: Option<Least>) -> Result<(), Stop> {
    match least {
        Some(Least::Nothing) => Ok(()),
        Some(Least::Reading) if admin.settings.reading == Reading::Open => Ok(()),
        Some(Least::Reading) => match visit.look().await {
            Ok(Some(_)) => Ok(()),
            Ok(None) => Err(Stop::SignIn),
            Err(error) => match visit.key.as_ref().and_then(|key| admin.recent.find(key)) {
                Some(who) => {
                    visit.known = Known::Lately(who);
                    Ok(())
                }
                None => Err(error.into()),
            },
        },
        Some(Least::Role(least)) => match visit.look().await? {
            Some(who) if who.role() >= least => Ok(()),
            Some(_) => Err(Stop::Forbidden),
            None => Err(Stop::SignIn),
        },
        None => {
            tracing::error!("a route has no rule; nobody may use it");
            Err(Stop::Trouble(Refusal::Failed))
        }
    }
}

/// What only some may read is kept by nobody but their own browsers.
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
