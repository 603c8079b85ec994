//! What answering needs, for every route.

use std::sync::Arc;

use app::{PageResponse, Request, SharedBackend};
use axum::http::{HeaderMap, HeaderValue};

use super::{admin::Admin, embeds, page_cache::PageCache, refresh::Refresher, share::ExportCache};
use crate::{
    Site, auth,
    settings::{FrameAncestors, SecureCookies},
};

/// Makes a page: [`app::render`], unless a test brings its own.
pub type Render = fn(&SharedBackend, &Request<'_>) -> PageResponse;

/// What answering needs.
pub struct AppState {
    backend: SharedBackend,
    pub(crate) site: Site,
    render: Render,
    pages: PageCache,
    export_cache: ExportCache,
    refresher: Refresher,
    admin: Option<Arc<Admin>>,
    /// The Content-Security-Policy of pages that other sites show in frames.
    frame_policy: HeaderValue,
}

impl AppState {
    /// The app's pages on this backend, with these bundled files.
    #[must_use]
    pub fn new(backend: SharedBackend, site: Site) -> Self {
        Self::rendering(backend, site, app::render)
    }

    /// The same with other pages.
    #[must_use]
    pub fn rendering(backend: SharedBackend, site: Site, render: Render) -> Self {
        Self {
            backend,
            site,
            render,
            pages: PageCache::default(),
            export_cache: ExportCache::default(),
            refresher: Refresher::default(),
            admin: None,
            frame_policy: embeds::policy(&FrameAncestors::default()),
        }
    }

    /// The same with an administration, accounts and all editions of its store. Without one there are only the
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

    pub(crate) fn backend(&self) -> &SharedBackend {
        &self.backend
    }

    pub(crate) fn backend_shared(&self) -> SharedBackend {
        Arc::clone(&self.backend)
    }

    /// Pictures, slides and tables that were made.
    pub(crate) fn export_cache(&self) -> &ExportCache {
        &self.export_cache
    }

    /// Where uploaded decks are refreshed.
    pub(crate) const fn refresher(&self) -> &Refresher {
        &self.refresher
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
        auth::is_secure(setting, asked)
    }

    pub(crate) fn render(&self, path: &str, query: &str) -> PageResponse {
        (self.render)(self.backend(), &Request { path, query })
    }
}
