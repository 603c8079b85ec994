//! The report as a slide, and why a file cannot be refreshed.

use app::export::{RefreshOutcome, RefreshReport, RefreshedSlide};
use domain::Lang;
use messages::{fill, refresh as w};
use ooxml::{
    Deck, Shape, Summary,
    refresh::{Kind, Origin, RefreshError},
};

/// Most rows of the table on the slide.
const MOST_ROWS: usize = 11;
/// Longest texts in it, in characters.
const LONGEST_TITLE: usize = 60;
const LONGEST_OUTCOME: usize = 100;

/// Returns a deck with the report as its summary.
pub(crate) fn report_slide(report: &RefreshReport, shape: Shape) -> (Deck, Origin) {
    let lang = report.lang;
    let rows = worth_saying(report).into_iter().map(|(index, slide)| {
        let details = slide.outcome.details(lang).into_iter().take(2);
        let outcome: Vec<String> = std::iter::once(slide.outcome.words(lang).to_owned())
            .chain(details)
            .collect();
        let title = if slide.title.is_empty() {
            w::NO_TITLE.get(lang)
        } else {
            &slide.title
        };
        vec![
            (index + 1).to_string(),
            cut(title, LONGEST_TITLE),
            cut(&outcome.join(" · "), LONGEST_OUTCOME),
        ]
    });
    let more = report.slides.len().saturating_sub(MOST_ROWS);
    let summary = Summary {
        title: w::REPORT.get(lang).to_owned(),
        subtitle: report.summary(),
        columns: [w::COL_SLIDE, w::COL_TITLE, w::COL_OUTCOME]
            .map(|words| words.get(lang).to_owned())
            .to_vec(),
        widths: vec![8, 42, 50],
        rows: rows.collect(),
        notes: (more > 0)
            .then(|| fill!(w::MORE_SLIDES, lang, count = more))
            .into_iter()
            .collect(),
    };
    let origin = Origin {
        kind: Kind::Summary,
        view: String::new(),
        deck: String::new(),
        edition: report.edition,
        lang,
        shape,
        frozen: true,
        title: true,
        remarks: false,
    };
    let deck = Deck {
        lang,
        title: summary.title.clone(),
        subtitle: summary.subtitle.clone(),
        published: report.published,
        summary: Some(summary),
        slides: Vec::new(),
        sources: Vec::new(),
        source_details: Vec::new(),
        framed: false,
        shape,
    };
    (deck, origin)
}

/// Returns the slides on which there is most to say, in their order: changed figures, what was kept, what is gone.
fn worth_saying(report: &RefreshReport) -> Vec<(usize, &RefreshedSlide)> {
    let mut all: Vec<(usize, &RefreshedSlide)> = report.slides.iter().enumerate().collect();
    all.sort_by_key(|(_, slide)| match &slide.outcome {
        RefreshOutcome::Gone(_) | RefreshOutcome::Kept(_) | RefreshOutcome::Later => 0,
        RefreshOutcome::Refreshed(changes) if changes.figures > 0 || !changes.kept.is_empty() => 0,
        RefreshOutcome::Refreshed(_) => 1,
        RefreshOutcome::Newest | RefreshOutcome::NotOurs => 2,
    });
    all.truncate(MOST_ROWS);
    all.sort_by_key(|(index, _)| *index);
    all
}

fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let start: String = text.chars().take(most - 1).collect();
    format!("{}…", start.trim_end())
}

/// Returns why a file cannot be refreshed.
pub(crate) fn refused(lang: Lang, error: &RefreshError) -> String {
    match error {
        RefreshError::NotAZip | RefreshError::NotAPresentation => w::NOT_A_DECK.get(lang).to_owned(),
        RefreshError::Encrypted => w::ENCRYPTED.get(lang).to_owned(),
        RefreshError::TooManyParts { .. } => w::TOO_MANY.get(lang).to_owned(),
        RefreshError::TooLarge { part } => fill!(w::PART_TOO_LARGE, lang, part = &cut(part, 120)),
        RefreshError::Missing { part } => fill!(w::PART_MISSING, lang, part = &cut(part, 120)),
        RefreshError::Damaged { part } => fill!(w::PART_DAMAGED, lang, part = &cut(part, 120)),
        _ => w::NOT_WRITTEN.get(lang).to_owned(),
    }
}
