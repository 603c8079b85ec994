//! Decisions about which of several disagreeing sources is shown: how they are made, retained and written.

use domain::{
    Catalogue, Claim, DECISION_COLUMNS, Decision, Figure, FigureKey, Snapshot, Text, upload::CorrectionChoice,
};

use super::{
    files::{Writer, figure_row},
    merge,
    order::order,
    outcome::{Outcome, Slot},
    plan::{Piece, Plan},
};
use crate::DataFiles;

/// The file of all decisions, relative to the data folder.
pub(super) const DECISIONS: &str = "bundled/decisions.csv";

/// Adjusts the outcome for a figure when a correction changes only which of its sources is shown.
pub(super) fn outcome(outcome: Outcome, choice: &CorrectionChoice, figure: &Figure, new: &Claim) -> Outcome {
    let stays = match (choice, &outcome) {
        (CorrectionChoice::Figure, _) | (_, Outcome::Kept | Outcome::Changed(_)) => true,
        (CorrectionChoice::ShowAll, Outcome::Same) => figure.decision.is_none(),
        (CorrectionChoice::Show(reason), Outcome::Same) => {
            let given = figure.decision.as_ref().map(|decision| &decision.reason);
            figure.chosen().is_some_and(|chosen| same_statement(chosen, new))
                && given == Some(&Text::new(reason, reason))
        }
    };
    if stays {
        outcome
    } else {
        Outcome::Changed((0..figure.claims.len()).map(Slot::Keep).collect())
    }
}

/// Returns the decision on a figure after publishing: the one that the correction makes, or the existing one as long as
/// its claim stays.
pub(super) fn after(
    choice: Option<&CorrectionChoice>,
    figure: &Figure,
    pieces: &[Piece],
    new: Option<&Claim>,
) -> Option<Decision> {
    match choice {
        Some(CorrectionChoice::Show(reason)) => Some(Decision {
            claim: pieces
                .iter()
                .position(|piece| new.is_some_and(|new| same_statement(piece.claim(figure), new)))?,
            reason: Text::new(reason, reason),
        }),
        Some(CorrectionChoice::ShowAll) => None,
        Some(CorrectionChoice::Figure) | None => retained(figure, pieces),
    }
}

fn same_statement(claim: &Claim, new: &Claim) -> bool {
    (claim.source, claim.value, claim.rank) == (new.source, new.value, new.rank)
}

fn retained(figure: &Figure, pieces: &[Piece]) -> Option<Decision> {
    let decision = figure.decision.as_ref()?;
    let stays = |piece: &Piece| matches!(piece, Piece::Keep(at) if *at == decision.claim);
    let claim = pieces.iter().position(stays)?;
    Some(Decision {
        claim,
        ..decision.clone()
    })
}

/// Returns the new content of the decisions file; `None` if no decision changes.
pub(super) fn rewritten(files: &DataFiles, current: &Snapshot, plan: &Plan) -> Option<Vec<u8>> {
    let before = |at: &usize| current.figures[*at].decision.is_some();
    if plan.decisions.is_empty() && !plan.touched.keys().any(before) {
        return None;
    }
    let changed = plan
        .touched
        .keys()
        .filter_map(|at| merge::after(plan, *at, &current.figures[*at]));
    let others = current.figures.iter().enumerate();
    let others = others
        .filter(|(at, _)| !plan.touched.contains_key(at))
        .map(|(_, figure)| figure);
    let mut rows: Vec<(FigureKey, [String; 11])> = Vec::new();
    for figure in changed {
        rows.extend(decision_row(&plan.catalogue, &figure).map(|row| (figure.key, row)));
    }
    for figure in others {
        rows.extend(decision_row(&plan.catalogue, figure).map(|row| (figure.key, row)));
    }
    rows.sort_by_cached_key(|(key, _)| order(key));
    let mut writer = Writer::new();
    writer.row(DECISION_COLUMNS);
    for (_, row) in &rows {
        writer.row(row);
    }
    let text = writer.bytes();
    (files.get(DECISIONS) != Some(&text)).then_some(text)
}

/// Returns the decision on a figure as a row of [`DECISIONS`].
fn decision_row(catalogue: &Catalogue, figure: &Figure) -> Option<[String; 11]> {
    let (decision, claim) = (figure.decision.as_ref()?, figure.chosen()?);
    let source = &catalogue.source(claim.source).slug;
    let [component, place, year, as_of, value, _, rank, ..] = figure_row(catalogue, &figure.key, claim, source);
    Some([
        catalogue.indicator(figure.key.indicator).slug.clone(),
        component,
        place,
        year,
        as_of,
        figure.key.basis.code().to_owned(),
        source.clone(),
        value,
        rank,
        decision.reason.vi.clone(),
        decision.reason.en.clone(),
    ])
}
