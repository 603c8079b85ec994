//! Cells of figures: what they hold, and what is wrong with them.

use domain::{
    Approx, Missing, Quantity,
    upload::{Arg, CellRef, Decimal, Issue, IssueKind},
};
use spreadsheet::Cell;

use crate::{
    layout::shown,
    values::{Mark, Number, Parsed, clean, no_figure, parse, rank},
};

/// What a cell of numbers holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value {
    Blank,
    Number(Number),
    /// One mark before three digits; settled when the whole column is known.
    Unsure {
        decimals: Number,
        thousands: Number,
    },
    Nothing(Missing),
    Wrong(IssueKind),
}

/// Reads a cell of numbers. Numbers of workbooks lose their noise.
pub(super) fn value(cell: Cell<'_>, decimals: u8, decimal: Option<Decimal>) -> Value {
    match cell {
        Cell::Empty => Value::Blank,
        Cell::Number(value) if value.is_finite() => {
            let (value, digits) = clean(value, decimals);
            Value::Number(Number {
                value,
                digits,
                approx: None,
                of: None,
                percent: false,
                mark: Mark::None,
            })
        }
        Cell::Text(text) => match parse(text, decimal) {
            Parsed::Number(number) => Value::Number(number),
            Parsed::Unsure { decimals, thousands } => Value::Unsure { decimals, thousands },
            // "#N/A" is a look-up that failed, not the "N/A" that somebody wrote.
            Parsed::Not if is_error(text) => Value::Wrong(IssueKind::FormulaError),
            Parsed::Not => match no_figure(text) {
                Some(reason) => Value::Nothing(reason),
                None => Value::Wrong(IssueKind::NotANumber),
            },
        },
        Cell::Date(_) => Value::Wrong(IssueKind::DateNotNumber),
        Cell::Error(_) => Value::Wrong(IssueKind::FormulaError),
        Cell::Uncalculated => Value::Wrong(IssueKind::UncalculatedFormula),
        Cell::Number(_) | Cell::Bool(_) => Value::Wrong(IssueKind::NotANumber),
    }
}

/// An error of a spreadsheet that went into a text file. Spreadsheets get new ones: all are capitals behind
/// a number sign, or a number behind `Err:`.
fn is_error(text: &str) -> bool {
    let capitals = |c: char| c.is_ascii_uppercase() || matches!(c, '/' | '_' | '0' | '!' | '?');
    let named =
        |rest: &str| rest.len() > 2 && rest.starts_with(|c: char| c.is_ascii_uppercase()) && rest.chars().all(capitals);
    let numbered = |rest: &str| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit());
    text.strip_prefix('#').is_some_and(named) || text.strip_prefix("Err:").is_some_and(numbered)
}

/// A rank with what it is out of; the issue when it is none.
pub(super) fn rank_in(cell: Cell<'_>, ranked: f64, at: CellRef) -> Result<Option<(u16, Option<u16>)>, Issue> {
    let wrong = |kind| {
        let args = if kind == IssueKind::BadRank {
            vec![Arg::Number(ranked, 0)]
        } else {
            Vec::new()
        };
        Issue::new(kind, at, &shown(cell), args)
    };
    match cell {
        Cell::Empty => Ok(None),
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number from 0 to 10,000"
        )]
        Cell::Number(value) if value.fract() == 0.0 && (0.0..=10_000.0).contains(&value) => {
            Ok(Some((value as u16, None)))
        }
        Cell::Text(text) => match rank(text) {
            Some(rank) => Ok(Some(rank)),
            None if is_error(text) => Err(wrong(IssueKind::FormulaError)),
            None if no_figure(text).is_some() => Ok(None),
            None => Err(wrong(IssueKind::BadRank)),
        },
        Cell::Error(_) => Err(wrong(IssueKind::FormulaError)),
        Cell::Uncalculated => Err(wrong(IssueKind::UncalculatedFormula)),
        _ => Err(wrong(IssueKind::BadRank)),
    }
}

/// The quantity of a number.
pub(super) const fn quantity(number: Number) -> Quantity {
    Quantity {
        value: number.value,
        digits: number.digits,
        approx: number.approx,
    }
}

/// Words of our own files for inexact numbers.
pub(super) fn approx(text: &str) -> Option<Approx> {
    match text {
        "about" => Some(Approx::About),
        "over" => Some(Approx::Over),
        "under" => Some(Approx::Under),
        _ => None,
    }
}

/// Words of our own files for the reason of a missing value, or a mark for it.
pub(super) fn missing(text: &str) -> Option<Missing> {
    match text {
        "not_found" => Some(Missing::NotFound),
        "not_published" => Some(Missing::NotPublished),
        "not_surveyed" => Some(Missing::NotSurveyed),
        "not_ranked" => Some(Missing::NotRanked),
        _ => no_figure(text),
    }
}
