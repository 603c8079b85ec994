//! The administration: pages for uploading, publishing and undoing, and the pages of editions.

mod account;
mod accounts;
mod audit;
mod catalogue;
mod catalogue_draft;
mod changes;
mod context;
mod draft;
mod editions;
mod fields;
mod figure;
mod frame;
mod home;
mod issue_words;
pub mod issues;
mod notes;
mod paging;
mod sign_in;
#[cfg(test)]
mod tests;
mod upload;
mod view;
mod words;

pub use draft::opened_at;
pub use notes::refusal_lines;
pub use view::{
    AccountLine, Admin, AuditLine, CatalogueDraftView, DraftHolds, DraftLine, DraftState, DraftView, EditionKind,
    EditionLine, FigureView, Notice, Page, Role, Sibling, TokenLine, UndoAgain, UploadDraft, UploadTable, UploadView,
    UserError, Viewer,
};

use std::sync::Arc;

use leptos::prelude::*;
use leptos::reactive::owner::Owner;

use crate::{
    Body, Cache, PageResponse,
    admin::{
        account::AccountPage,
        accounts::AccountsPage,
        audit::AuditPage,
        catalogue::CataloguePage,
        catalogue_draft::CatalogueDraftPage,
        draft::DraftPage,
        editions::{EditionsCompare, EditionsPage},
        figure::FigurePage,
        home::HomePage,
        sign_in::{AdminNotFoundPage, CrossSitePage, ForbiddenPage, SignInPage, TroublePage},
        upload::UploadPage,
    },
    context::PageContext,
    links::Links,
    query::Parameters,
};
use context::At;

/// Makes a page.
#[must_use]
pub fn page(admin: &Admin<'_>, page: &Page<'_>) -> PageResponse {
    render(admin, page, |view| Body::Html(crate::response::document(view())))
}

/// Makes the content of a page alone, for a page that is already there.
#[must_use]
pub fn content(admin: &Admin<'_>, page: &Page<'_>) -> PageResponse {
    render(admin, page, |view| {
        provide_context(crate::response::ContentOnly);
        Body::Fragment(view().to_html())
    })
}

fn render(admin: &Admin<'_>, page: &Page<'_>, body: impl FnOnce(&dyn Fn() -> AnyView) -> Body) -> PageResponse {
    let (lang, path) = crate::response::split_language(admin.path);
    // A form that was refused stands at an address that takes no GET: links to this page in
    // the other language lead to where the form is.
    let path = address(page).unwrap_or_else(|| path.to_owned());
    let parameters = Parameters::parse(admin.query);
    let query = parameters.without(&["done", "at"]);
    let links = Links {
        lang: lang.unwrap_or_default(),
        edition: None,
        unmarked: false,
    };
    let snapshot = Arc::clone(admin.snapshot);
    let cx = PageContext::new(admin.backend, snapshot, links, (&path, query.trim_start_matches('?')));
    let at = At { cx: &cx, admin };
    // Rendering needs an owner for its reactive state; nothing of it outlives the page.
    let owner = Owner::new_root(None);
    let body = owner.with(|| {
        cx.provide();
        body(&|| view(&at, page, &parameters))
    });
    let public = matches!(page, Page::Editions { .. } | Page::Compare { .. });
    let status = status(admin, page);
    PageResponse {
        status,
        body,
        cache: if public && admin.viewer.is_none() && admin.notice.is_none() && status == 200 {
            Cache::Revalidate
        } else {
            Cache::NoStore
        },
    }
}

fn view(at: &At<'_>, page: &Page<'_>, parameters: &Parameters) -> AnyView {
    match page {
        Page::SignIn { next, name, refusal } => view! { <SignInPage at next name refusal={*refusal}/> }.into_any(),
        Page::Home {
            drafts,
            editions,
            limits,
            refusal,
        } => view! { <HomePage at drafts editions limits={*limits} refusal={*refusal}/> }.into_any(),
        Page::Upload(upload) => view! { <UploadPage at upload/> }.into_any(),
        Page::Draft(draft) => view! { <DraftPage at draft parameters/> }.into_any(),
        Page::Figure(view) => view! { <FigurePage at view/> }.into_any(),
        Page::CatalogueDraft(draft) => view! { <CatalogueDraftPage at draft parameters/> }.into_any(),
        Page::Editions {
            editions,
            again,
            refusal,
        } => view! { <EditionsPage at editions again={*again} refusal={*refusal}/> }.into_any(),
        Page::Compare {
            from,
            to,
            after,
            difference,
        } => view! { <EditionsCompare at from to after difference parameters/> }.into_any(),
        Page::Account { tokens, fresh, refusal } => {
            view! { <AccountPage at tokens fresh={*fresh} refusal={*refusal}/> }.into_any()
        }
        Page::Accounts { accounts, refusal } => view! { <AccountsPage at accounts refusal={*refusal}/> }.into_any(),
        Page::Audit { lines, page, more } => view! { <AuditPage at lines page={*page} more={*more}/> }.into_any(),
        Page::Catalogue { files, refusal } => view! { <CataloguePage at files refusal={*refusal}/> }.into_any(),
        Page::Forbidden => view! { <ForbiddenPage at/> }.into_any(),
        Page::Trouble(refusal) => view! { <TroublePage at refusal/> }.into_any(),
        Page::CrossSite => view! { <CrossSitePage at/> }.into_any(),
        Page::NotFound => view! { <AdminNotFoundPage at/> }.into_any(),
    }
}

/// Address of a page below the language, where it has one of its own.
fn address(page: &Page<'_>) -> Option<String> {
    let fixed = match page {
        Page::SignIn { .. } => "/sign-in",
        Page::Home { .. } => "/desk",
        Page::Upload(upload) => return Some(format!("/desk/uploads/{}", upload.id)),
        Page::Draft(draft) => return Some(format!("/desk/drafts/{}", draft.id)),
        Page::Figure(_) => "/desk/figure",
        Page::CatalogueDraft(draft) => return Some(format!("/desk/drafts/{}", draft.id)),
        Page::Editions { .. } => "/editions",
        Page::Compare { .. } => "/editions/compare",
        Page::Account { .. } => "/desk/account",
        Page::Accounts { .. } => "/desk/accounts",
        Page::Audit { .. } => "/desk/audit",
        Page::Catalogue { .. } => "/desk/catalogue",
        Page::Forbidden | Page::Trouble(_) | Page::CrossSite | Page::NotFound => return None,
    };
    Some(fixed.to_owned())
}

fn status(admin: &Admin<'_>, page: &Page<'_>) -> u16 {
    let refusal = match page {
        Page::SignIn { refusal, .. }
        | Page::Home { refusal, .. }
        | Page::Editions { refusal, .. }
        | Page::Account { refusal, .. }
        | Page::Accounts { refusal, .. }
        | Page::Catalogue { refusal, .. } => *refusal,
        Page::Upload(upload) => upload.refusal,
        Page::Draft(draft) => draft.refusal,
        Page::Figure(view) => view.refusal,
        Page::CatalogueDraft(draft) => draft.refusal,
        Page::Compare { .. } | Page::Audit { .. } => None,
        Page::Forbidden if admin.viewer.is_none() => return 401,
        Page::Forbidden | Page::CrossSite => return 403,
        Page::Trouble(UserError::TooLongForWorkbook) => return 422,
        Page::Trouble(_) => return 503,
        Page::NotFound => return 404,
    };
    match refusal {
        None => 200,
        // The state has moved on: the same form may go through after another look.
        Some(
            UserError::NewerEdition(_)
            | UserError::UndoOvertaken { .. }
            | UserError::ChangedMeanwhile
            | UserError::Overtaken(_),
        ) => 409,
        Some(UserError::FileTooLarge(_)) => 413,
        Some(UserError::DiskFull | UserError::ReadOnly | UserError::Unreachable | UserError::Failed) => 503,
        Some(_) => 422,
    }
}
