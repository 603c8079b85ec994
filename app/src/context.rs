//! What every page is made from: figures, language, edition and links.

use domain::{IndicatorId, Lang, ProvinceId, Snapshot};

use crate::{Backend, links::Links, route::Route};

/// The request of a page: its language, its edition and the figures behind it.
#[derive(Clone, Copy)]
pub(crate) struct PageContext<'a> {
    pub(crate) backend: &'a dyn Backend,
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) links: Links,
    /// Path below the language, such as `/rankings/pci/2016`.
    pub(crate) path: &'a str,
    /// Query as it came.
    pub(crate) query: &'a str,
}

impl PageContext<'_> {
    pub(crate) const fn lang(&self) -> Lang {
        self.links.lang
    }

    /// The same place where the edition of its address is that of what is shared: the links of the page
    /// stay under an older edition, and leave the newest to change.
    pub(crate) fn around_shared(&self) -> Self {
        let newest = self.backend.snapshot(None).map(|s| s.edition.number);
        let links = Links {
            edition: self.links.edition.filter(|n| Some(*n) != newest),
            ..self.links
        };
        Self { links, ..*self }
    }

    /// The same place under the edition that is being read.
    pub(crate) fn pinned(&self) -> Self {
        let edition = Some(self.snapshot.edition.number);
        let links = Links { edition, ..self.links };
        Self { links, ..*self }
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
    cx: &PageContext<'_>,
    (province, indicator): (ProvinceId, IndicatorId),
    kind: Explanation,
    parameters: &[(&str, &str)],
) -> String {
    let catalogue = &cx.snapshot.catalogue;
    let province = &catalogue.provinces.get(province).slug;
    let indicator = &catalogue.indicator(indicator).slug;
    let route = match kind {
        Explanation::Why => Route::Why { province, indicator },
        Explanation::WhatIf => Route::WhatIf { province, indicator },
    };
    cx.links.with(route, parameters)
}
