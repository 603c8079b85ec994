//! The upload that a draft is made from, and its other drafts.

use leptos::prelude::*;

use super::sheet::Sheet;
use crate::admin::{upload::contents, words as w};

/// More names of drafts than this are on the page of the upload only.
const MOST: usize = 8;

#[component]
pub(super) fn DraftSiblingsSection<'a>(sheet: &'a Sheet<'a>) -> Option<AnyView> {
    let lang = sheet.lang();
    let draft = sheet.draft;
    if draft.siblings.is_empty() && draft.choices.sheet.is_none() {
        return None;
    }
    let upload = sheet.at.link(&format!("/uploads/{}", draft.upload));
    let others = draft.siblings.iter().take(MOST).map(|sibling| {
        let named = sibling.holds.as_ref().map(|holds| contents(lang, holds));
        let name = named.unwrap_or_else(|| match &sibling.sheets[..] {
            [] => w::SEE_EARLIER_DRAFT.get(lang).to_owned(),
            sheets => sheets.join(", "),
        });
        let state = crate::admin::upload::state(lang, &sibling.state, None);
        view! { <li><a href=sheet.at.link(&format!("/drafts/{}", sibling.id))>{name}</a>" ("{state}")"</li> }
    });
    let others = (!draft.siblings.is_empty()).then(|| {
        view! {
            <p class="small">{w::SIBLINGS.get(lang)}":"</p><ul class="small">{others.collect_view()}</ul>
        }
    });
    let view = view! {
        <p class="small">{w::FROM_UPLOAD_OF.get(lang)}" "<a href=upload>{draft.file.to_owned()}</a></p>
        {others}
    };
    Some(view.into_any())
}
