//! Resolves what only the whole table shows: decimal marks, and fractions that are per cents.

use std::collections::HashMap;

use domain::{
    Catalogue, ComponentId, Indicator, IndicatorId, Kind, Unit,
    number::round,
    upload::{Arg, CellRef, Choices, Decimal, Entry, Issue, IssueKind},
};

use super::{
    cells::quantity,
    claims::{Claims, with_value},
    plan::Plan,
};
use crate::layout::cell_text;

/// Resolves numbers with a single mark before three digits: by the other numbers of the column, then of the table, then
/// by the possible values of the figure. Returns the decimal mark of most numbers.
pub(super) fn resolve_decimal_marks(
    claims: &mut Claims<'_, '_>,
    entries: &mut [Entry],
    choices: &Choices,
    catalogue: &Catalogue,
    issues: &mut Vec<Issue>,
) -> Option<Decimal> {
    let view = &claims.plan.table.view;
    let all = claims.marks.iter().fold((0, 0), |sum, (a, b)| (sum.0 + a, sum.1 + b));
    for (column, (commas, points)) in claims.marks.iter().enumerate() {
        let fewer = *commas.min(points);
        if fewer > 0 {
            let at = view.whole(column);
            let name = &claims.plan.headings[column].name;
            issues.push(Issue::new(
                IssueKind::MixedDecimals,
                at,
                name,
                vec![Arg::Number(f64::from(fewer), 0)],
            ));
        }
    }
    for ambiguous in &claims.ambiguous {
        let Some(entry) = entries.get_mut(ambiguous.entry) else {
            continue;
        };
        let indicator = catalogue.indicator(entry.key.indicator);
        let component = entry.key.component;
        let by_scale = by_kind(
            indicator,
            component,
            entry.key.year,
            ambiguous.decimals.value,
            ambiguous.thousands.value,
        );
        let decimals_mark = match ambiguous.decimals.mark {
            crate::values::Mark::Comma => Decimal::Comma,
            _ => Decimal::Point,
        };
        let by_marks = choices
            .decimal
            .or_else(|| unanimous(claims.marks[ambiguous.column]))
            .or_else(|| unanimous(all))
            .map(|mark| mark == decimals_mark);
        let as_decimals = by_marks.or(by_scale);
        if as_decimals.is_none() {
            let at = view.at(ambiguous.row, ambiguous.column);
            let args = vec![
                Arg::Number(ambiguous.decimals.value, ambiguous.decimals.digits),
                Arg::Number(ambiguous.thousands.value, 0),
            ];
            let found = cell_text(view.get(ambiguous.row, ambiguous.column));
            issues.push(Issue::new(IssueKind::AmbiguousNumber, at, &found, args));
        }
        let number = if as_decimals.unwrap_or(true) {
            ambiguous.decimals
        } else {
            ambiguous.thousands
        };
        entry.claim.value = Some(quantity(number));
        entry.claim.of = number.of.or(entry.claim.of);
    }
    match all {
        (0, 0) => choices.decimal.filter(|_| !claims.ambiguous.is_empty()),
        (commas, points) if commas >= points => Some(Decimal::Comma),
        _ => Some(Decimal::Point),
    }
}

/// Returns the decimal mark of a column if all its numbers agree.
const fn unanimous((commas, points): (u32, u32)) -> Option<Decimal> {
    match (commas, points) {
        (0, 0) => None,
        (_, 0) => Some(Decimal::Comma),
        (0, _) => Some(Decimal::Point),
        _ => None,
    }
}

/// Returns true for decimals and false for thousands if only one is possible: things are counted in whole numbers, and
/// a score is on its scale.
fn by_kind(
    indicator: &Indicator,
    component: ComponentId,
    year: Option<i32>,
    decimals: f64,
    thousands: f64,
) -> Option<bool> {
    if indicator.kind != Kind::Score || indicator.unit(component) == Unit::Count {
        return Some(false);
    }
    if indicator.unit(component) == Unit::Percent {
        return Some(true);
    }
    let (low, high) = indicator.scale(component, year.unwrap_or(0)).or(indicator.scale)?;
    match ((low..=high).contains(&decimals), (low..=high).contains(&thousands)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// Handles values from 0 to 1 where per cents are expected: multiplies them if the user chose so, otherwise reports
/// them once per component.
pub(super) fn fractions(
    entries: &mut [Entry],
    plan: &Plan<'_>,
    choices: &Choices,
    catalogue: &Catalogue,
    issues: &mut Vec<Issue>,
) {
    if plan.own_format {
        return;
    }
    let mut largest: HashMap<(IndicatorId, ComponentId), (f64, u32, CellRef)> = HashMap::new();
    for entry in entries.iter() {
        let Some(value) = entry.claim.value else { continue };
        let key = (entry.key.indicator, entry.key.component);
        let statistics = largest.entry(key).or_insert((value.value, 0, entry.at));
        statistics.0 = statistics.0.max(value.value);
        statistics.1 += 1;
    }
    largest.retain(|(id, component), (value, count, _)| {
        *count >= 3 && *value <= 1.0 && *value > 0.0 && is_out_of_hundred(catalogue.indicator(*id), *component)
    });
    if largest.is_empty() {
        return;
    }
    if choices.fractions {
        for entry in entries {
            if largest.contains_key(&(entry.key.indicator, entry.key.component))
                && let Some(value) = &mut entry.claim.value
            {
                let digits = value.digits.saturating_sub(2);
                *value = with_value(*value, round(value.value * 100.0, digits), digits);
            }
        }
        return;
    }
    let mut found: Vec<(CellRef, f64)> = largest.into_values().map(|(value, _, at)| (at, value)).collect();
    found.sort_by_key(|(at, _)| *at);
    for (at, value) in found {
        let args = vec![Arg::Number(value, 4)];
        issues.push(Issue::new(IssueKind::FractionNotPercent, at, &format!("{value}"), args));
    }
}

/// Returns true for per cents and scores out of 100.
fn is_out_of_hundred(indicator: &Indicator, component: ComponentId) -> bool {
    indicator.unit(component) == Unit::Percent
        || indicator
            .scale(component, 0)
            .is_some_and(|(low, high)| low >= 0.0 && high >= 80.0)
}
