//! Reads cells of figures and reports what is wrong with them.

use domain::{
    Approx, Missing, Quantity,
    upload::{Arg, CellRef, Decimal, Issue, IssueKind},
};
use spreadsheet::Cell;

use crate::{
    layout::cell_text,
    values::{Mark, Number, Parsed, clean, no_figure, parse, rank},
};

/// The content of a numeric cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value {
    Blank,
    Number(Number),
    /// A single mark before three digits; resolved when the whole column is known.
    Ambiguous {
        decimals: Number,
        thousands: Number,
    },
    NoFigure(Missing),
    Invalid(IssueKind),
}

/// Reads a numeric cell. Numbers of workbooks are rounded to remove binary noise.
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
            Parsed::Ambiguous { decimals, thousands } => Value::Ambiguous { decimals, thousands },
            // "#N/A" is a failed look-up, not an "N/A" that an author typed.
            Parsed::NotANumber if is_error(text) => Value::Invalid(IssueKind::FormulaError),
            Parsed::NotANumber => match no_figure(text) {
                Some(reason) => Value::NoFigure(reason),
                None => Value::Invalid(IssueKind::NotANumber),
            },
        },
        Cell::Date(_) => Value::Invalid(IssueKind::DateNotNumber),
        Cell::Error(_) => Value::Invalid(IssueKind::FormulaError),
        Cell::Uncalculated => Value::Invalid(IssueKind::UncalculatedFormula),
        Cell::Number(_) | Cell::Bool(_) => Value::Invalid(IssueKind::NotANumber),
    }
}

/// Returns true for a spreadsheet error that was exported to a text file. The list of errors grows, but all are
/// capitals after a number sign, or a number after `Err:`.
fn is_error(text: &str) -> bool {
    let capitals = |c: char| c.is_ascii_uppercase() || matches!(c, '/' | '_' | '0' | '!' | '?');
    let named =
        |rest: &str| rest.len() > 2 && rest.starts_with(|c: char| c.is_ascii_uppercase()) && rest.chars().all(capitals);
    let numbered = |rest: &str| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit());
    text.strip_prefix('#').is_some_and(named) || text.strip_prefix("Err:").is_some_and(numbered)
}

/// Returns a rank with the number of ranked units, if stated; `None` for an empty cell or a mark for "no figure".
///
/// # Errors
/// Returns the issue if the cell holds anything else.
pub(super) fn rank_in(cell: Cell<'_>, ranked: f64, at: CellRef) -> Result<Option<(u16, Option<u16>)>, Issue> {
    let issue = |kind| {
        let args = if kind == IssueKind::BadRank {
            vec![Arg::Number(ranked, 0)]
        } else {
            Vec::new()
        };
        Issue::new(kind, at, &cell_text(cell), args)
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
            None if is_error(text) => Err(issue(IssueKind::FormulaError)),
            None if no_figure(text).is_some() => Ok(None),
            None => Err(issue(IssueKind::BadRank)),
        },
        Cell::Error(_) => Err(issue(IssueKind::FormulaError)),
        Cell::Uncalculated => Err(issue(IssueKind::UncalculatedFormula)),
        _ => Err(issue(IssueKind::BadRank)),
    }
}

/// Returns a number without the properties that are not part of its quantity.
pub(super) const fn quantity(number: Number) -> Quantity {
    Quantity {
        value: number.value,
        digits: number.digits,
        approx: number.approx,
    }
}

/// Parses a word for inexact numbers in this project's own file format.
pub(super) fn approx(text: &str) -> Option<Approx> {
    match text {
        "about" => Some(Approx::About),
        "over" => Some(Approx::Over),
        "under" => Some(Approx::Under),
        _ => None,
    }
}

/// Parses the reason for a missing value, in this project's own file format or as a mark for "no figure".
pub(super) fn missing(text: &str) -> Option<Missing> {
    match text {
        "not_found" => Some(Missing::NotFound),
        "not_published" => Some(Missing::NotPublished),
        "not_surveyed" => Some(Missing::NotSurveyed),
        "not_ranked" => Some(Missing::NotRanked),
        _ => no_figure(text),
    }
}
