//! Whether the program works, for whatever watches it.

use std::{sync::Arc, time::Duration};

use axum::{
    extract::{RawQuery, State},
    http::{StatusCode, header},
    response::IntoResponse,
};

use super::{admin::Admin, content::NO_STORE, page_cache};
use crate::AppState;

/// Longer than this no watcher waits.
const PATIENCE: Duration = Duration::from_secs(2);

/// 200 as long as readers are served, even when the store is gone: a program that is taken out of
/// service for that would help no reader. `/healthz?store` is strict: 503 when the store is gone.
pub(crate) async fn health(State(state): State<Arc<AppState>>, RawQuery(query): RawQuery) -> impl IntoResponse {
    let uncached = [(header::CACHE_CONTROL, NO_STORE)];
    let edition = page_cache::newest(state.backend());
    if edition == 0 {
        let text = "no edition\n".to_owned();
        return (StatusCode::SERVICE_UNAVAILABLE, uncached, text);
    }
    let mut text = format!("ok\nedition {edition}\n");
    let mut status = StatusCode::OK;
    if let Some(admin) = state.admin() {
        let store = store(admin).await;
        text.push_str(&format!("store: {store}\n"));
        if query.as_deref() == Some("store") && store == UNREACHABLE {
            status = StatusCode::SERVICE_UNAVAILABLE;
        }
    }
    (status, uncached, text)
}

const UNREACHABLE: &str = "unreachable";

async fn store(admin: &Admin) -> &'static str {
    match tokio::time::timeout(PATIENCE, admin.store.ping()).await {
        Ok(Ok(())) if admin.store.read_only() => "read-only",
        Ok(Ok(())) => "ok",
        _ => UNREACHABLE,
    }
}
