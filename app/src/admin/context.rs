//! What every admin page is made from: the page context, and for whom it is made.

use domain::Lang;
use leptos::prelude::*;
use messages::fill;

use super::{Admin, DraftState, Role, words as w};
use crate::context::PageContext;

/// Where a page stands.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) cx: &'a PageContext,
    pub(super) admin: &'a Admin<'a>,
}

impl At<'_> {
    pub(super) const fn lang(&self) -> Lang {
        self.cx.lang()
    }

    /// Address of an admin page.
    pub(super) fn link(&self, path: &str) -> String {
        self.cx.links.admin(path)
    }

    /// True when the viewer may do what this role may.
    pub(super) fn may(&self, role: Role) -> bool {
        self.admin.viewer.is_some_and(|v| v.role >= role)
    }
}

/// Says so when there is nothing to be done any more.
#[component]
pub(super) fn DraftStateNote<'a>(at: &'a At<'a>, state: &'a DraftState) -> Option<AnyView> {
    let lang = at.lang();
    let view = match state {
        DraftState::Open => return None,
        DraftState::Published(n) => {
            let href = format!("{}#e{n}", at.cx.links.editions());
            view! { <p class="note">{w::STATE_PUBLISHED.get(lang)}" "<a href=href>{fill!(w::EDITION_N, lang, edition = &n.to_string())}</a>". "
                {w::READ_ONLY.get(lang)}</p> }
            .into_any()
        }
        DraftState::Discarded => {
            view! { <p class="note none">{w::STATE_DISCARDED.get(lang)}" "{w::READ_ONLY.get(lang)}</p> }.into_any()
        }
    };
    Some(view)
}
