//! Page models: what a page says, worked out from the figures before it is laid out. A
//! page, its table, its chart and its text alternative come from one model.

use domain::{Lang, Snapshot};

use crate::{Backend, links::Links};

/// Where a page stands: its language, its edition and what it may ask for.
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
