//! The addresses.

use std::sync::Arc;

use app::{Backend, PageResponse, Request};
use axum::{
    Router,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::get,
};
use tower_http::catch_panic::CatchPanicLayer;

use crate::{
    Site, access,
    admin::{self, Admin},
    api,
    content::REVALIDATE,
    embeds, health, observe,
    pages::{self, PageCache},
    problem,
    settings::{FrameAncestors, SecureCookies},
    share::{self, ExportCache},
    site,
};

/// Makes a page: [`app::render`], unless a test brings its own.
pub type Render = fn(&dyn Backend, &Request<'_>) -> PageResponse;

/// Pinned editions are the same figures again: one copy in the search engines is enough.
const ROBOTS: &str = "User-agent: *\nDisallow: /*?*edition=\nAllow: /\n";

/// What answering needs.
pub struct AppState {
    backend: Arc<dyn Backend>,
    site: Site,
    render: Render,
    pages: PageCache,
    export_cache: ExportCache,
    admin: Option<Arc<Admin>>,
    /// The Content-Security-Policy of pages that other sites show in frames.
    frame_policy: HeaderValue,
}

impl AppState {
    /// The app's pages on this backend, with these bundled files.
    #[must_use]
    pub fn new(backend: Arc<dyn Backend>, site: Site) -> Self {
        Self::rendering(backend, site, app::render)
    }

    /// The same with other pages.
    #[must_use]
    pub fn rendering(backend: Arc<dyn Backend>, site: Site, render: Render) -> Self {
        Self {
            backend,
            site,
            render,
            pages: PageCache::default(),
            export_cache: ExportCache::default(),
            admin: None,
            frame_policy: embeds::policy(&FrameAncestors::default()),
        }
    }

    /// The same with a desk, accounts and all editions of its store. Without one there are only the
    /// pages of the editions in memory.
    #[must_use]
    pub fn with_desk(mut self, admin: Arc<Admin>) -> Self {
        self.frame_policy = embeds::policy(&admin.settings.frame_ancestors);
        self.admin = Some(admin);
        self
    }

    pub(crate) fn admin(&self) -> Option<&Arc<Admin>> {
        self.admin.as_ref()
    }

    pub(crate) fn links(&self) -> &app::Assets {
        self.site.links()
    }

    pub(crate) fn backend(&self) -> &dyn Backend {
        self.backend.as_ref()
    }

    pub(crate) fn backend_shared(&self) -> Arc<dyn Backend> {
        Arc::clone(&self.backend)
    }

    /// Pictures, slides and tables that were made.
    pub(crate) fn export_cache(&self) -> &ExportCache {
        &self.export_cache
    }

    pub(crate) fn frame_policy(&self) -> &HeaderValue {
        &self.frame_policy
    }

    pub(crate) fn pages(&self) -> &PageCache {
        &self.pages
    }

    /// Whether cookies of this request are for HTTPS only.
    pub(crate) fn secure_cookies(&self, asked: &HeaderMap) -> bool {
        let setting = self
            .admin()
            .map_or_else(SecureCookies::default, |admin| admin.settings.secure_cookies);
        access::is_secure(setting, asked)
    }

    pub(crate) fn render(&self, path: &str, query: &str) -> PageResponse {
        (self.render)(self.backend(), &Request { path, query })
    }
}

/// All addresses, with limits, security headers and the log around them.
pub fn router(state: AppState) -> Router {
    let state = Arc::new(state);
    let admin = state.admin().map(admin::routes).unwrap_or_default();
    let api = api::Api::new(&state);
    let pages = access::PAGES.iter().fold(Router::new(), |router, rule| {
        router.route(rule.pattern, get(pages::page))
    });
    Router::new()
        .merge(pages)
        .route("/", get(first_page))
        .route("/healthz", get(health::health))
        .route("/robots.txt", get(robots))
        .route("/favicon.ico", get(favicon))
        .route("/assets/{*path}", get(asset))
        .merge(share::routes())
        .merge(embeds::routes())
        // What no page has is answered with a page that says so.
        .fallback(get(pages::page))
        .with_state(Arc::clone(&state))
        .merge(admin)
        .merge(api::routes(&api))
        .layer(from_fn_with_state(Arc::clone(&state), access::guard))
        .layer(CatchPanicLayer::custom(observe::panicked))
        .layer(from_fn(observe::limit))
        .layer(from_fn_with_state(api, api::outside))
        .layer(from_fn_with_state(state, observe::observe))
}

/// Vietnamese is where everybody begins; the page offers English.
async fn first_page() -> impl IntoResponse {
    let headers = [(header::LOCATION, "/vi"), (header::CACHE_CONTROL, REVALIDATE)];
    (StatusCode::FOUND, headers)
}

async fn robots() -> impl IntoResponse {
    ([(header::CACHE_CONTROL, "public, max-age=86400")], ROBOTS)
}

/// What browsers ask for without having read a page, as below frames and files.
async fn favicon(State(state): State<Arc<AppState>>) -> Response {
    match HeaderValue::try_from(state.links().icon.as_str()) {
        Ok(icon) if !icon.is_empty() => {
            let headers = [
                (header::LOCATION, icon),
                (header::CACHE_CONTROL, HeaderValue::from_static(REVALIDATE)),
            ];
            (StatusCode::FOUND, headers).into_response()
        }
        _ => problem::refuse(StatusCode::NOT_FOUND),
    }
}

async fn asset(State(state): State<Arc<AppState>>, uri: Uri, asked: HeaderMap) -> Response {
    // The names are plain ASCII: an address with percent signs names none of them.
    let name = uri.path().strip_prefix(site::ROOT);
    match name.and_then(|name| state.site.get(name)) {
        Some(file) => embeds::marked(&state, &uri, file.respond(&asked)),
        None => problem::refuse(StatusCode::NOT_FOUND),
    }
}
