//! What every page is made from: figures, language, edition and links.

use std::sync::Arc;

use domain::{IndicatorId, Lang, ProvinceId, Snapshot};
use leptos::prelude::{expect_context, provide_context};

use crate::{SharedBackend, links::Links, route::Route};

/// The request of a page: its language, its edition and the figures behind it. Cheap to clone.
///
/// Components find it in the Leptos context ([`page_context`]); functions that compute what a page shows take
/// it as a parameter, so that what they return may borrow from the figures.
#[derive(Clone)]
pub(crate) struct PageContext {
    backend: SharedBackend,
    snapshot: Arc<Snapshot>,
    pub(crate) links: Links,
    path: Arc<str>,
    query: Arc<str>,
}

/// Returns the context of the page that is being rendered.
///
/// # Panics
/// If [`PageContext::provide`] was not called for the current owner. [`crate::render`], [`crate::admin::page`] and the
/// refusals of exports call it.
pub(crate) fn page_context() -> Arc<PageContext> {
    expect_context()
}

impl PageContext {
    /// The context of a request for `path` (below the language) with `query` as it came.
    pub(crate) fn new(
        backend: &SharedBackend,
        snapshot: Arc<Snapshot>,
        links: Links,
        (path, query): (&str, &str),
    ) -> Self {
        Self {
            backend: Arc::clone(backend),
            snapshot,
            links,
            path: path.into(),
            query: query.into(),
        }
    }

    /// Makes this the context of the components that are rendered for the current owner.
    pub(crate) fn provide(&self) {
        provide_context(Arc::new(self.clone()));
    }

    /// What the program gives to pages.
    pub(crate) const fn backend(&self) -> &SharedBackend {
        &self.backend
    }

    /// The figures.
    pub(crate) fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// The figures, to be kept.
    pub(crate) const fn shared_snapshot(&self) -> &Arc<Snapshot> {
        &self.snapshot
    }

    /// Path below the language, such as `/rankings/pci/2016`.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// Query as it came.
    pub(crate) fn query(&self) -> &str {
        &self.query
    }

    /// The language.
    pub(crate) const fn lang(&self) -> Lang {
        self.links.lang
    }

    /// The same place where the edition of its address is that of what is shared: the links of the page
    /// stay under an older edition, and leave the newest to change.
    pub(crate) fn around_shared(&self) -> Self {
        let newest = self.backend.snapshot(None).map(|s| s.edition.number);
        let edition = self.links.edition.filter(|n| Some(*n) != newest);
        self.linking(Links { edition, ..self.links })
    }

    /// The same place under the edition that is being read.
    pub(crate) fn pinned(&self) -> Self {
        let edition = Some(self.snapshot.edition.number);
        self.linking(Links { edition, ..self.links })
    }

    /// The same place where the figures and the address are those of the newest edition.
    pub(crate) fn newest(&self) -> Self {
        let snapshot = self
            .backend
            .snapshot(None)
            .unwrap_or_else(|| Arc::clone(&self.snapshot));
        let links = Links {
            edition: None,
            ..self.links
        };
        Self {
            snapshot,
            ..self.linking(links)
        }
    }

    /// The same language and edition at the first page.
    pub(crate) fn at_home(&self) -> Self {
        Self {
            path: "".into(),
            query: "".into(),
            ..self.clone()
        }
    }

    fn linking(&self, links: Links) -> Self {
        Self { links, ..self.clone() }
    }
}

/// Which page explains a province's indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Explanation {
    /// What a change is made of.
    Why,
    /// What other component scores would give.
    WhatIf,
}

/// A page of a province's indicator, with the parameters that are not empty.
pub(crate) fn explanation(
    cx: &PageContext,
    (province, indicator): (ProvinceId, IndicatorId),
    kind: Explanation,
    parameters: &[(&str, &str)],
) -> String {
    let catalogue = &cx.snapshot().catalogue;
    let province = &catalogue.provinces.get(province).slug;
    let indicator = &catalogue.indicator(indicator).slug;
    let route = match kind {
        Explanation::Why => Route::Why { province, indicator },
        Explanation::WhatIf => Route::WhatIf { province, indicator },
    };
    cx.links.with(route, parameters)
}
