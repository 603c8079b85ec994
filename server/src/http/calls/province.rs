//! The province that a reader follows: remembered by their browser and nowhere else.

use std::sync::Arc;

use axum::http::{HeaderMap, StatusCode};
use domain::Lang;

use super::outcome::{CallOutcome, fragment};
use crate::{
    AppState,
    http::{own_province, pages, problem},
};

/// Follows the province in the form, or none any more. The form leads to the overview of the province.
pub(super) async fn follow(
    state: Arc<AppState>,
    asked: HeaderMap,
    lang: Lang,
    fields: Vec<(String, String)>,
) -> CallOutcome {
    let value = |wanted: &str| {
        let named = fields.iter().find(|(name, _)| name == wanted);
        named.map_or("", |(_, value)| value.trim())
    };
    let (named, edition) = (value("province"), value("edition"));
    let slug = own_province::slug_of(state.backend(), named).unwrap_or_default();
    let slug = slug.as_str();
    if !named.is_empty() && slug.is_empty() {
        let path = format!("/{}/provinces/{named}", lang.code());
        return CallOutcome::refused(match state.render(&path, "") {
            page if page.status >= 400 => pages::answer_once(page, &asked),
            _ => problem::refuse(StatusCode::NOT_FOUND),
        });
    }
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in [("edition", edition), ("province", slug)] {
        if !value.is_empty() {
            query.append_pair(name, value);
        }
    }
    let query = query.finish();
    let mark = if query.is_empty() { "" } else { "?" };
    let cookie = own_province::cookie(slug, state.secure_cookies(&asked));
    CallOutcome {
        page: own_province::redirect(&format!("/{}{mark}{query}", lang.code()), cookie.clone()),
        fragment: fragment(app::province_followed(state.backend(), lang, slug)),
        cookies: cookie.into_iter().collect(),
    }
}
