//! What every part of a draft's page is made from.

use std::collections::BTreeSet;

use domain::{
    Catalogue, Indicator, Lang,
    upload::{IssueKind, Severity},
};
use leptos::prelude::*;

use super::asked::Asked;
use crate::{
    admin::{DraftState, DraftView, Notice, context::At, words as w},
    query::Parameters,
};

/// A draft and where it is shown.
#[derive(Clone, Copy)]
pub(in crate::admin) struct Sheet<'a> {
    pub(super) at: &'a At<'a>,
    pub(super) draft: &'a DraftView<'a>,
    pub(super) parameters: &'a Parameters,
}

impl<'a> Sheet<'a> {
    pub(super) const fn lang(&self) -> Lang {
        self.at.lang()
    }

    /// Published and discarded drafts are read only.
    pub(super) fn open(&self) -> bool {
        self.draft.state == DraftState::Open
    }

    pub(super) fn link(&self, path: &str) -> String {
        self.at.link(&format!("/drafts/{}{path}", self.draft.id))
    }

    pub(super) fn catalogue(&self) -> &'a Catalogue {
        // As it would be: with the years and components that the draft adds.
        &self.draft.after.catalogue
    }

    /// The indicator, if the file or an editor names one.
    pub(super) fn indicator(&self) -> Option<&'a Indicator> {
        let chosen = self.draft.choices.indicator.as_deref();
        let id = self
            .draft
            .reading
            .indicator
            .or_else(|| self.catalogue().indicator_by_slug(chosen?))?;
        // A draft of long ago may speak of an indicator that is no longer there.
        self.catalogue().indicators.get(usize::from(id.0))
    }

    pub(super) fn count(&self, severity: Severity) -> usize {
        let issues = &self.draft.reading.issues;
        issues.iter().filter(|i| i.kind.severity() == severity).count()
    }

    /// Kinds of warnings that were given, in the order of their list.
    pub(super) fn warnings(&self) -> Vec<IssueKind> {
        let given: BTreeSet<IssueKind> = self.draft.reading.issues.iter().map(|i| i.kind).collect();
        let warning = |kind: &IssueKind| kind.severity() == Severity::Warning && given.contains(kind);
        IssueKind::ALL.iter().copied().filter(warning).collect()
    }

    /// The list or page that a button opened.
    pub(super) fn asked(&self) -> Option<Asked> {
        self.parameters.get("open").and_then(Asked::parse)
    }

    /// The button that every section ends with: all of them are one form. Saving leads back to the section.
    pub(super) fn update(&self, section: &'static str) -> Option<AnyView> {
        let lang = self.lang();
        let saved = self.at.admin.notice == Some(&Notice::Saved) && self.parameters.get("at") == Some(section);
        let saved = saved.then(|| view! { " "<span class="chip">{w::SAVED_HERE.get(lang)}</span> });
        self.open().then(|| {
            view! {
                <p class="save"><button type="submit" name="at" value=section>{w::UPDATE.get(lang)}</button>{saved}</p>
            }
            .into_any()
        })
    }
}
