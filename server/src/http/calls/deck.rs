//! The deck that a reader puts together: a chart is added, moved or removed.

use std::sync::Arc;

use app::{Body, PageResponse};
use axum::{
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Response},
};
use domain::Lang;

use super::outcome::{CallOutcome, fragment};
use crate::{
    AppState,
    http::{pages, share::decks},
};

/// Changes the deck in the form, or adds the chart in `add` to the deck that the browser remembers.
pub(super) async fn edit(
    state: Arc<AppState>,
    asked: HeaderMap,
    lang: Lang,
    fields: Vec<(String, String)>,
) -> CallOutcome {
    let named = |wanted: &str| fields.iter().any(|(name, value)| name == wanted && !value.is_empty());
    let query = encoded(&fields);
    if let Err(stop) = pages::bring_edition(&state, &query).await {
        return CallOutcome::refused(stop.into_response());
    }
    if named("add") {
        return add(&state, &asked, lang, &fields);
    }
    let deck = format!("/{}/deck", lang.code());
    let changed = state.render(&deck, &query);
    let Body::Redirect(to) = &changed.body else {
        return CallOutcome::refused(not_changed(changed, &asked));
    };
    let query = to.split_once('?').map_or("", |(_, query)| query).to_owned();
    let content = app::content(
        state.backend(),
        &app::Request {
            path: &deck,
            query: &query,
        },
    );
    let own = named("own").then(|| decks::remembered(&query, state.secure_cookies(&asked)));
    CallOutcome {
        fragment: fragment(content),
        page: pages::answer_once(changed, &asked),
        cookies: own.flatten().into_iter().flatten().collect(),
    }
}

fn add(state: &AppState, asked: &HeaderMap, lang: Lang, fields: &[(String, String)]) -> CallOutcome {
    match decks::add(state, asked, lang, fields) {
        Ok(added) => CallOutcome {
            fragment: fragment(app::chart_added(state.backend(), lang, added.charts.len())),
            cookies: added.cookies.to_vec(),
            page: decks::back(lang, added, fields, asked),
        },
        Err(response) => CallOutcome::refused(pages::answer_once(*response, asked)),
    }
}

/// Without a button that changes something the deck's page comes back: that is no answer to a call.
fn not_changed(mut page: PageResponse, asked: &HeaderMap) -> Response {
    if page.status < 400 {
        page.status = StatusCode::UNPROCESSABLE_ENTITY.as_u16();
    }
    pages::answer_once(page, asked)
}

/// The fields as a query.
fn encoded(fields: &[(String, String)]) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish()
}
