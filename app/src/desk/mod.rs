//! The desk: pages for those who upload, publish and undo, and the pages of editions.

mod issue_words;
pub mod issues;
mod view;

pub use view::{
    AccountLine, AuditLine, CatalogueDraftView, Desk, DraftLine, DraftState, DraftView, EditionKind, EditionLine,
    Notice, Page, Refusal, Role, TokenLine, Viewer,
};

use crate::Reply;

/// Makes a page.
#[must_use]
pub fn page(desk: &Desk<'_>, page: &Page<'_>) -> Reply {
    let _ = (desk, page);
    Reply {
        status: 200,
        body: crate::Body::Html(String::new()),
        cache: crate::Cache::NoStore,
    }
}
