//! What the newest edition has for a slide that was made here, and what happened to each slide of an uploaded deck.

use domain::{
    Date, Lang,
    chart::{ChartModel, NoteSubject},
    refresh::{Kept, Piece},
};
use messages::{Msg, fill, refresh as w};

use super::{
    Export, View, charts,
    layout::TableLayout,
    make::{self, ExportParts, asked},
};
use crate::{
    SharedBackend,
    context::PageContext,
    query::{Parameters, decode},
};

/// What happened to an uploaded deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefreshReport {
    /// Language of the report.
    pub lang: Lang,
    /// Number of the edition that it was to show.
    pub edition: u32,
    /// Day on which that edition was published.
    pub published: Date,
    /// Its slides, in their order.
    pub slides: Vec<RefreshedSlide>,
}

/// A slide of an uploaded deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefreshedSlide {
    /// Its title, as uploaded.
    pub title: String,
    /// The address of its view as decks name it; empty if it shows none.
    pub view: String,
    /// The edition that it showed; `None` for slides that were not made here.
    pub edition: Option<u32>,
    /// What happened.
    pub outcome: RefreshOutcome,
}

/// What happened to a slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RefreshOutcome {
    /// Something on it changed.
    Refreshed(RefreshChanges),
    /// Nothing on it changed, because everything that would have was touched by its user.
    Kept(Vec<(Piece, Kept)>),
    /// It already shows the edition.
    Newest,
    /// It shows a later edition than there is here.
    Later,
    /// It stays as it was, because its view cannot be made any more.
    Gone(Gone),
    /// It was not made here, or nothing on it says so.
    NotOurs,
}

/// What changed on a slide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RefreshChanges {
    /// Its title now, if it changed.
    pub title: Option<String>,
    /// How many figures differ.
    pub figures: usize,
    /// What changed.
    pub changed: Vec<Piece>,
    /// What was left as it was.
    pub kept: Vec<(Piece, Kept)>,
    /// What is said now of whether its years compare, if that changed.
    pub verdict: Option<String>,
}

/// Why a view cannot be made any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone {
    /// There are no figures for it.
    NoFigures,
    /// Its years do not compare any more.
    NotComparable,
    /// There is too little to draw.
    TooLittle,
    /// There is no such view, or not with these choices.
    NoView,
}

impl RefreshOutcome {
    /// Returns the name of the outcome in JSON.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Refreshed(_) => "refreshed",
            Self::Kept(_) => "kept",
            Self::Newest => "newest",
            Self::Later => "later",
            Self::Gone(Gone::NoFigures) => "no_figures",
            Self::Gone(Gone::NotComparable) => "not_comparable",
            Self::Gone(Gone::TooLittle) => "too_little",
            Self::Gone(Gone::NoView) => "no_view",
            Self::NotOurs => "not_ours",
        }
    }

    /// Returns the outcome in a few words.
    #[must_use]
    pub fn words(&self, lang: Lang) -> &'static str {
        let words = match self {
            Self::Refreshed(_) => w::REFRESHED,
            Self::Kept(_) => w::KEPT,
            Self::Newest => w::NEWEST,
            Self::Later => w::LATER,
            Self::Gone(Gone::NoFigures) => w::NO_FIGURES,
            Self::Gone(Gone::NotComparable) => w::NOT_COMPARABLE,
            Self::Gone(Gone::TooLittle) => w::TOO_LITTLE,
            Self::Gone(Gone::NoView) => w::NO_VIEW,
            Self::NotOurs => w::NOT_OURS,
        };
        words.get(lang)
    }

    /// Returns what else there is to say, a sentence each.
    #[must_use]
    pub fn details(&self, lang: Lang) -> Vec<String> {
        match self {
            Self::Refreshed(changes) => changes.lines(lang),
            Self::Kept(kept) => kept_lines(lang, kept),
            Self::Newest | Self::Later | Self::Gone(_) | Self::NotOurs => Vec::new(),
        }
    }
}

impl RefreshChanges {
    fn lines(&self, lang: Lang) -> Vec<String> {
        let mut lines = Vec::new();
        lines.extend(
            self.title
                .as_ref()
                .map(|title| fill!(w::TITLE_NOW, lang, title = title)),
        );
        if self.figures > 0 {
            lines.push(fill!(w::FIGURES, lang, count = self.figures));
        }
        lines.push(fill!(
            w::CHANGED,
            lang,
            pieces = &pieces(lang, self.changed.iter().copied())
        ));
        lines.extend(
            self.verdict
                .as_ref()
                .map(|text| fill!(w::VERDICT, lang, verdict = text)),
        );
        lines.extend(kept_lines(lang, &self.kept));
        lines
    }
}

fn kept_lines(lang: Lang, all: &[(Piece, Kept)]) -> Vec<String> {
    let kinds = [
        (Kept::Edited, w::KEPT_EDITED),
        (Kept::Removed, w::KEPT_REMOVED),
        (Kept::Formatted, w::KEPT_FORMATTED),
        (Kept::OtherShape, w::KEPT_SHAPE),
    ];
    let lines = kinds.into_iter().filter_map(|(kind, words)| {
        let of: Vec<Piece> = all
            .iter()
            .filter(|(_, why)| *why == kind)
            .map(|(piece, _)| *piece)
            .collect();
        let names = pieces(lang, of.iter().copied());
        (!of.is_empty()).then(|| words.fill(lang, &messages::arguments![pieces = &names]))
    });
    lines.collect()
}

fn pieces(lang: Lang, all: impl Iterator<Item = Piece>) -> String {
    all.map(|piece| piece_words(piece).get(lang))
        .collect::<Vec<_>>()
        .join(", ")
}

const fn piece_words(piece: Piece) -> Msg {
    match piece {
        Piece::Title => w::PIECE_TITLE,
        Piece::Subtitle => w::PIECE_SUBTITLE,
        Piece::Chart => w::PIECE_CHART,
        Piece::Workbook => w::PIECE_WORKBOOK,
        Piece::Overlay => w::PIECE_OVERLAY,
        Piece::Drawing => w::PIECE_DRAWING,
        Piece::Description => w::PIECE_DESCRIPTION,
        Piece::Remarks => w::PIECE_REMARKS,
        Piece::Source => w::PIECE_SOURCE,
        Piece::Text => w::PIECE_TEXT,
        Piece::Notes => w::PIECE_NOTES,
    }
}

impl RefreshReport {
    /// Counts the slides that were made here, and those of them that changed.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let ours = self.slides.iter().filter(|slide| slide.edition.is_some());
        let changed = self
            .slides
            .iter()
            .filter(|slide| matches!(slide.outcome, RefreshOutcome::Refreshed(_)));
        (ours.count(), changed.count())
    }

    /// Returns the edition and how many slides changed, in one sentence.
    #[must_use]
    pub fn summary(&self) -> String {
        let (ours, changed) = self.counts();
        let edition = self.edition.to_string();
        let date = self.published.format(self.lang);
        fill!(
            w::SUMMARY,
            self.lang,
            edition = &edition,
            date = &date,
            changed = changed,
            ours = ours
        )
    }
}

/// The newest state of a view with what is said now of its years, if that is not what the earlier edition said. The query
/// of the view is that of a deck; editions that are not in memory are as if there were none.
///
/// # Errors
/// Why it cannot be made.
pub fn newest_view(
    backend: &SharedBackend,
    view: &str,
    lang: Lang,
    (from, to, frozen): (u32, Option<u32>, bool),
) -> Result<(Export, Option<String>), Gone> {
    let now = to.filter(|_| {
        frozen
            || backend
                .snapshot(None)
                .is_none_or(|newest| Some(newest.edition.number) != to)
    });
    let (path, query) = address(view, lang, now);
    let Ok(export) = make::export(backend, &path, &query, ExportParts::Picture) else {
        return Err(gone(backend, (&path, &query), from));
    };
    if !export.is_chart() {
        return Err(Gone::NoView);
    }
    let before = at_edition(backend, view, lang, (from, true));
    let said = |export: &Export| export.model.as_ref().map(comparability).unwrap_or_default();
    let after = said(&export);
    let verdict = before.filter(|before| said(before) != after && !after.is_empty());
    Ok((export, verdict.map(|_| after)))
}

/// A view in an edition; `None` if it cannot be made there.
#[must_use]
pub fn at_edition(backend: &SharedBackend, view: &str, lang: Lang, (edition, frozen): (u32, bool)) -> Option<Export> {
    let (path, query) = address(view, lang, Some(edition));
    let mut found = make::export(backend, &path, &query, ExportParts::Picture).ok()?;
    if !frozen {
        found.frozen = false;
    }
    Some(found)
}

fn address(view: &str, lang: Lang, edition: Option<u32>) -> (String, String) {
    let (path, query) = view.split_once('?').unwrap_or((view, ""));
    let edition = edition.map(|number| format!("&edition={number}")).unwrap_or_default();
    (path.to_owned(), format!("{query}&lang={}{edition}", lang.code()))
}

fn comparability(model: &ChartModel) -> String {
    let notes = model
        .notes
        .iter()
        .filter(|note| note.subject == NoteSubject::Comparability);
    notes.map(|note| note.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn gone(backend: &SharedBackend, (path, query): (&str, &str), from: u32) -> Gone {
    let why = asked(backend, path, query, |cx, parameters| {
        Ok(reason(cx, path, parameters, from))
    });
    why.unwrap_or(Gone::NoView)
}

fn reason(cx: &PageContext, path: &str, parameters: &Parameters, from: u32) -> Gone {
    let catalogue = &cx.snapshot().catalogue;
    let Some(view) = View::parse(catalogue, &decode(path)) else {
        return Gone::NoView;
    };
    let Ok(found) = charts::find(cx, view, (parameters, TableLayout::default())) else {
        return Gone::NoView;
    };
    let Some(found) = found else { return Gone::NoFigures };
    let before = cx.backend().snapshot(Some(from));
    let other_verdicts = before.is_some_and(|before| {
        found.indicators().into_iter().any(|id| {
            let now = catalogue.indicator(id);
            let then = before.catalogue.indicator_by_slug(&now.slug);
            then.is_none_or(|then| before.catalogue.indicator(then).verdicts != now.verdicts)
        })
    });
    if other_verdicts {
        Gone::NotComparable
    } else {
        Gone::TooLittle
    }
}
