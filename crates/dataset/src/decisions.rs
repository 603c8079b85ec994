//! Reads `bundled/decisions.csv`: which of several conflicting sources of a figure is shown, and why. Optional.

use std::collections::HashMap;

use domain::{Catalogue, Claim, DECISION_COLUMNS, Decision, Figure, FigureKey, ProvinceList, Quantity, SourceId, Text};

use crate::{
    catalogue::source_index,
    cells::{integer, number},
    figures::{as_of, place},
    files::Files,
    problem::Problems,
    sheet::{Row, Sheet},
};

const FILE: &str = "bundled/decisions.csv";

/// Applies the editors' decisions to the figures. A decision on a figure that does not exist, or for a claim that its
/// source does not make, is a problem.
pub(crate) fn apply(files: &Files, catalogue: &Catalogue, figures: &mut [Figure], problems: &mut Problems) {
    if files.get(FILE).is_none() {
        return;
    }
    let Some(sheet) = Sheet::read(files, FILE, &DECISION_COLUMNS, problems) else {
        return;
    };
    let sources = source_index(&catalogue.sources);
    let indices: HashMap<FigureKey, usize> = figures.iter().enumerate().map(|(index, f)| (f.key, index)).collect();
    for row in sheet.rows() {
        let before = problems.0.len();
        let key = key(row, catalogue, problems);
        let chosen = Chosen::read(row, &sources, problems);
        let reason = Text::new(row.get("reason_vi"), row.get("reason_en"));
        if reason.vi.is_empty() || reason.en.is_empty() {
            problems.add(
                &row.location("reason_vi"),
                "no reason in one of the languages",
                "the reason in both",
                "explain why this source is shown",
            );
        }
        let (Some(key), Some(chosen)) = (key, chosen) else {
            continue;
        };
        if problems.0.len() > before {
            continue;
        }
        let Some(figure) = indices.get(&key).map(|index| &mut figures[*index]) else {
            problems.add(
                &row.location("province"),
                "a figure that is not there",
                "a figure of the indicator's file",
                "correct the row or remove it",
            );
            continue;
        };
        apply_one(row, figure, &chosen, reason, problems);
    }
}

fn apply_one(row: Row<'_, '_>, figure: &mut Figure, chosen: &Chosen, reason: Text, problems: &mut Problems) {
    if figure.decision.is_some() {
        problems.add(
            &row.location("province"),
            "a second decision",
            "one decision per figure",
            "remove one of them",
        );
        return;
    }
    let Some(claim) = figure.claims.iter().position(|claim| chosen.matches(claim)) else {
        problems.add(
            &row.location("source"),
            format!("`{}` with this value and rank", row.get("source")),
            "a row of the figure with this source, value and rank",
            "correct the row or remove it",
        );
        return;
    };
    let decided = Figure::decided(figure.key, figure.claims.clone(), Some(Decision { claim, reason }));
    if decided.decision.is_none() {
        problems.add(
            &row.location("province"),
            "sources that agree",
            "a figure on which sources disagree",
            "remove the row",
        );
        return;
    }
    *figure = decided;
}

fn key(row: Row<'_, '_>, catalogue: &Catalogue, problems: &mut Problems) -> Option<FigureKey> {
    let mut unknown = |field: &'static str, expected: &str| {
        let found = format!("`{}`", row.get(field));
        problems.add(&row.location(field), found, expected, "correct the name");
    };
    let Some(indicator) = catalogue.indicator_by_slug(row.get("indicator")) else {
        unknown("indicator", "an indicator of the catalogue");
        return None;
    };
    let Some(component) = catalogue.indicator(indicator).component_by_slug(row.get("component")) else {
        unknown("component", "a component of the indicator");
        return None;
    };
    let Some(basis) = ProvinceList::from_code(row.get("basis")) else {
        unknown("basis", "63 or 34");
        return None;
    };
    Some(FigureKey {
        indicator,
        component,
        place: place(row, &catalogue.provinces, problems)?,
        basis,
        year: integer(row, "year", problems),
        as_of: as_of(row, problems),
    })
}

/// The fields that identify a claim of a figure.
struct Chosen {
    source: SourceId,
    value: Option<Quantity>,
    rank: Option<u16>,
}

impl Chosen {
    fn read(row: Row<'_, '_>, sources: &HashMap<&str, SourceId>, problems: &mut Problems) -> Option<Self> {
        let found = row.get("source");
        let source = sources.get(found).copied();
        if source.is_none() {
            problems.add(
                &row.location("source"),
                format!("`{found}`"),
                "a source of sources.csv",
                "correct the name",
            );
        }
        Some(Self {
            source: source?,
            value: number(row, "value", problems),
            rank: integer(row, "rank", problems),
        })
    }

    fn matches(&self, claim: &Claim) -> bool {
        let exact = |q: Quantity| (q.value.to_bits(), q.digits);
        self.source == claim.source && self.value.map(exact) == claim.value.map(exact) && self.rank == claim.rank
    }
}
