//! Builds the claim of a row on one figure.

use domain::{
    Claim, ComponentId, Indicator, Interval, Kind, Missing, Place, Quantity, Text,
    upload::{Arg, Choices, Decimal, Field, Issue, IssueKind},
};
use spreadsheet::Cell;

use super::{
    cells::{self, Value, quantity, rank_in},
    figures::{decimals, known_decimal_mark},
    groups::Group,
    items::Items,
    plan::Plan,
};
use crate::{
    layout::cell_text,
    values::{Mark, Number},
};

/// A value whose single mark before three digits is ambiguous.
pub(super) struct AmbiguousValue {
    pub(super) entry: usize,
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) decimals: Number,
    pub(super) thousands: Number,
}

/// A claim, with its value if that is still ambiguous.
pub(super) struct RowClaim {
    pub(super) claim: Claim,
    pub(super) ambiguous: Option<AmbiguousValue>,
}

/// Builds claims from cells, and counts the decimal marks seen.
pub(super) struct Claims<'r, 'a> {
    pub(super) plan: &'r Plan<'a>,
    decimal: Option<Decimal>,
    pub(super) ambiguous: Vec<AmbiguousValue>,
    /// Number of decimal commas and decimal points in each column.
    pub(super) marks: Vec<(u32, u32)>,
}

impl<'r, 'a> Claims<'r, 'a> {
    pub(super) fn new(plan: &'r Plan<'a>, choices: &Choices) -> Self {
        Self {
            plan,
            decimal: known_decimal_mark(plan, choices),
            ambiguous: Vec::new(),
            marks: vec![(0, 0); plan.table.view.width()],
        }
    }

    /// Returns the claim of a row on one figure; `None` if the row states nothing about it.
    pub(super) fn claim(
        &mut self,
        row: usize,
        group: &Group,
        place: Place,
        (indicator, component): (&Indicator, ComponentId),
        items: &mut Items<'a, '_>,
        issues: &mut Vec<Issue>,
    ) -> Option<RowClaim> {
        let view = &self.plan.table.view;
        let cell = |field: Field| group.column(field).map_or(Cell::Empty, |column| view.get(row, column));
        let text = |field: Field| group.column(field).map_or("", |column| view.text(row, column));
        let places = decimals(indicator, component);
        let mut claim = empty();
        let mut ambiguous = None;
        let mut wrong = false;
        if let Some(column) = group.column(Field::Value) {
            let read = cells::value(cell(Field::Value), places, self.decimal);
            match read {
                Value::Blank => {}
                Value::Number(number) => {
                    self.note(column, number.mark);
                    claim.value = Some(quantity(number));
                    claim.of = number.of;
                }
                Value::Ambiguous { decimals, thousands } => {
                    claim.value = Some(quantity(decimals));
                    claim.of = decimals.of;
                    ambiguous = Some(AmbiguousValue {
                        entry: 0,
                        row,
                        column,
                        decimals,
                        thousands,
                    });
                }
                Value::NoFigure(reason) => {
                    claim.missing = Some(reason);
                    let found = cell_text(cell(Field::Value));
                    issues.push(Issue::new(
                        IssueKind::NoFigureMark,
                        view.at(row, column),
                        &found,
                        Vec::new(),
                    ));
                }
                Value::Invalid(kind) => {
                    wrong = true;
                    let found = cell_text(cell(Field::Value));
                    issues.push(Issue::new(kind, view.at(row, column), &found, Vec::new()));
                }
            }
        }
        self.ranks(row, group, place, &mut claim, issues);
        claim.tier = group
            .column(Field::Tier)
            .map(|column| cell_text(view.get(row, column)))
            .filter(|tier| !tier.is_empty() && crate::values::no_figure(tier).is_none());
        if let (Some(approx), Some(value)) = (cells::approx(text(Field::Approx)), &mut claim.value) {
            value.approx = Some(approx);
        }
        if let Some(of) = self.number(row, group, Field::Of, indicator, places, issues) {
            claim.of = Some(of);
        }
        claim.interval = self.interval(row, group, indicator, places, issues);
        claim.missing = cells::missing(text(Field::Missing))
            .filter(|_| !text(Field::Missing).is_empty())
            .or(claim.missing);
        let (vi, en) = (text(Field::NoteVi), text(Field::NoteEn));
        claim.note = (!vi.is_empty() || !en.is_empty()).then(|| Text::new(domain::tidy(vi), domain::tidy(en)));
        let origin = cell(Field::Origin);
        if origin != Cell::Empty {
            claim.origin = cell_text(origin);
        }
        if let Some(column) = group.column(Field::Source) {
            claim.source = items.source(view.text(row, column), view.at(row, column));
        }
        self.completed(row, group, place, wrong, claim, issues)
            .map(|claim| RowClaim { claim, ambiguous })
    }

    /// Completes a claim; `None` if it states nothing. Reports a blank cell.
    fn completed(
        &self,
        row: usize,
        group: &Group,
        place: Place,
        wrong: bool,
        mut claim: Claim,
        issues: &mut Vec<Issue>,
    ) -> Option<Claim> {
        let states_something =
            claim.value.is_some() || claim.rank.is_some() || claim.tier.is_some() || claim.missing.is_some();
        let main = group.main();
        let view = &self.plan.table.view;
        let blank = group
            .column(Field::Value)
            .is_some_and(|column| view.get(row, column) == Cell::Empty);
        if blank && claim.missing.is_none() && matches!(place, Place::Province(_)) && !self.plan.own_format {
            let filled = self.plan.contents[main].filled > 0;
            if filled {
                let args = vec![Arg::Text(self.plan.headings[main].name.as_str().into())];
                issues.push(Issue::new(IssueKind::BlankValue, view.at(row, main), "", args));
            }
        }
        if !states_something || wrong {
            return None;
        }
        if claim.value.is_none() && claim.missing.is_none() && !self.plan.own_format {
            claim.missing = Some(Missing::NotFound);
        }
        Some(claim)
    }

    fn note(&mut self, column: usize, mark: Mark) {
        match mark {
            Mark::None => {}
            Mark::Comma => self.marks[column].0 += 1,
            Mark::Point => self.marks[column].1 += 1,
        }
    }

    fn ranks(&self, row: usize, group: &Group, place: Place, claim: &mut Claim, issues: &mut Vec<Issue>) {
        let view = &self.plan.table.view;
        let ranked = f64::from(u32::try_from(self.plan.table.body.len()).unwrap_or(u32::MAX).min(63));
        let mut read = |field: Field| {
            let column = group.column(field)?;
            let cell = view.get(row, column);
            // The country and the regions have no rank; any text there is not one.
            if !matches!(place, Place::Province(_)) && !self.plan.own_format {
                return None;
            }
            match rank_in(cell, ranked, view.at(row, column)) {
                Ok(found) => found,
                Err(issue) => {
                    issues.push(issue);
                    None
                }
            }
        };
        if let Some((rank, of)) = read(Field::Rank) {
            claim.rank = Some(rank);
            claim.rank_of = of;
        }
        if let Some((of, _)) = read(Field::RankOf) {
            claim.rank_of = Some(of);
        }
    }

    /// Returns a number that accompanies the value: a denominator, an end of the interval.
    fn number(
        &self,
        row: usize,
        group: &Group,
        field: Field,
        indicator: &Indicator,
        places: u8,
        issues: &mut Vec<Issue>,
    ) -> Option<f64> {
        let column = group.column(field)?;
        let view = &self.plan.table.view;
        match cells::value(view.get(row, column), places, self.decimal) {
            Value::Number(number) => Some(number.value),
            Value::Ambiguous { thousands, .. } if indicator.kind != Kind::Score => Some(thousands.value),
            Value::Ambiguous { decimals, .. } => Some(decimals.value),
            Value::Blank | Value::NoFigure(_) => None,
            Value::Invalid(kind) => {
                let found = cell_text(view.get(row, column));
                issues.push(Issue::new(kind, view.at(row, column), &found, Vec::new()));
                None
            }
        }
    }

    fn interval(
        &self,
        row: usize,
        group: &Group,
        indicator: &Indicator,
        places: u8,
        issues: &mut Vec<Issue>,
    ) -> Option<Interval> {
        let low = self.number(row, group, Field::Low, indicator, places, issues)?;
        let high = self.number(row, group, Field::High, indicator, places, issues)?;
        Some(Interval {
            low,
            high,
            standard_error: self.number(row, group, Field::StandardError, indicator, places, issues),
        })
    }
}

const fn empty() -> Claim {
    Claim {
        value: None,
        of: None,
        rank: None,
        rank_of: None,
        tier: None,
        interval: None,
        missing: None,
        source: domain::upload::Entry::OWN_SOURCE,
        origin: String::new(),
        note: None,
    }
}

/// Returns a quantity with another value.
pub(super) const fn with_value(quantity: Quantity, value: f64, digits: u8) -> Quantity {
    Quantity {
        value,
        digits,
        approx: quantity.approx,
    }
}
