//! What every admin page is made from: the page context, and for whom it is made.

use domain::Lang;

use super::{Admin, Role};
use crate::context::PageContext;

/// Where a page stands.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) cx: &'a PageContext<'a>,
    pub(super) admin: &'a Admin<'a>,
}

impl At<'_> {
    pub(super) const fn lang(&self) -> Lang {
        self.cx.lang()
    }

    /// Address of a page of the desk.
    pub(super) fn link(&self, path: &str) -> String {
        self.cx.links.admin(path)
    }

    /// True when the viewer may do what this role may.
    pub(super) fn may(&self, role: Role) -> bool {
        self.admin.viewer.is_some_and(|v| v.role >= role)
    }
}
