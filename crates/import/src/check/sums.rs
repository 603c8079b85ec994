//! Checks that parts add up to their whole.

use std::collections::{HashMap, HashSet};

use domain::{
    Catalogue, ComponentId, FigureKey, Indicator, IndicatorId, Place, Quantity, Snapshot, TableKey,
    upload::{Arg, IssueKind, Reading},
    why::{SumKind, SumRule},
};

use super::{
    findings::{Findings, claim_text, place_name},
    published::published_value,
};

/// Minimum number of rows that show whether parts add up.
const MIN_ROWS: usize = 5;
/// Minimum number of rows that confirm a whole and its parts, of which one in [`ROWS_PER_ERROR`] may be wrong.
const MIN_CONFIRMING_ROWS: usize = 10;
const ROWS_PER_ERROR: usize = 20;

/// The results of the sum checks; tables are identified by [`table_of`].
#[derive(Default)]
pub(super) struct Sums {
    /// Headline tables that follow from their parts, or are expected to.
    pub(super) explained: HashSet<FigureKey>,
    /// Wholes and parts that add up row by row: none of them can have been shifted among the rows.
    pub(super) confirmed: HashSet<FigureKey>,
}

impl Sums {
    /// Records a whole that is the sum of these parts.
    pub(super) fn confirm(&mut self, whole: FigureKey, parts: impl Iterator<Item = ComponentId>) {
        let whole = table_of(whole);
        self.confirmed
            .extend(parts.map(|component| FigureKey { component, ..whole }));
        self.confirmed.insert(whole);
    }
}

/// Recomputes every whole from its parts in the file, or, if the file has only the whole, from the edition's parts for
/// the same year.
///
/// There are three grounds, the strongest first: the catalogue's `[[sums]]` for that year applies whatever the file
/// contains, so that a whole column of wrong totals is reported as well; the rule of the nearest year applies if most
/// rows of the file follow it; and without rules, parts are expected to add up if the catalogue's maxima do *and* the
/// figures of the edition (or most of the file) do as well. Maxima alone are not enough for PCI, whose ten sub-indices
/// are ten points each and whose whole is a weighted sum.
pub(super) fn check(reading: &Reading, current: &Snapshot, findings: &mut Findings) -> Sums {
    let mut outcome = Sums::default();
    let wholes = wholes(reading, &current.catalogue);
    if wholes.is_empty() {
        return outcome;
    }
    let values = values(reading, &wholes);
    let mut groups: HashMap<FigureKey, Vec<Sum>> = HashMap::new();
    for (at, entry) in reading.entries.iter().enumerate() {
        let Some(year) = entry.key.year else { continue };
        let Some(whole) = wholes.get(&(entry.key.indicator, entry.key.component, year)) else {
            continue;
        };
        let value = |component| {
            let key = FigureKey { component, ..entry.key };
            let in_file = values.get(&key).copied();
            in_file.unwrap_or_else(|| published_value(current, &key).filter(|value| value.approx.is_none()))
        };
        let parts = whole.parts.iter().map(|(part, weight)| (value(*part), *weight));
        if let Some(sum) = Sum::of(at, value(entry.key.component), parts) {
            groups.entry(table_of(entry.key)).or_default().push(sum);
        }
    }
    let most_fit = |sums: &[Sum], within: f64| sums.iter().filter(|sum| sum.fits(within)).count() * 2 > sums.len();
    let fitting: HashMap<FigureKey, bool> = groups
        .iter()
        .map(|(table, sums)| (*table, most_fit(sums, wholes[&whole_of(table)].within)))
        .collect();
    for (table, sums) in groups {
        let whole = &wholes[&whole_of(&table)];
        let additive = match whole.ground {
            Ground::Stated => true,
            Ground::Neighbour => fitting[&table],
            Ground::Maxima => {
                history(current, table, whole).unwrap_or_else(|| fitting[&table] || siblings(&fitting, &table))
            }
        };
        if additive && table.component == ComponentId::TOTAL {
            outcome.explained.insert(table);
        }
        let wrong = sums.iter().filter(|sum| !sum.fits(whole.within)).count();
        if additive && sums.len() >= MIN_CONFIRMING_ROWS && wrong * ROWS_PER_ERROR <= sums.len() {
            let parts = whole.parts.iter().filter(|(_, weight)| *weight != 0.0);
            outcome.confirm(table, parts.map(|(part, _)| *part));
        }
        for sum in sums.iter().filter(|sum| additive && !sum.fits(whole.within)) {
            report(reading, current, sum, findings);
        }
    }
    outcome
}

/// Returns the key of a figure's table; its place has no meaning.
pub(super) fn table_of(key: FigureKey) -> FigureKey {
    FigureKey {
        place: Place::Nation,
        as_of: None,
        ..key
    }
}

fn whole_of(table: &FigureKey) -> (IndicatorId, ComponentId, i32) {
    (table.indicator, table.component, table.year.unwrap_or(0))
}

/// Returns true if most of the other wholes of the same indicator and year are sums. Without history and with no row
/// that fits, the whole is then still expected to be one: a damaged column spoils every sum that it is part of.
fn siblings(fitting: &HashMap<FigureKey, bool>, table: &FigureKey) -> bool {
    let others = fitting.iter().filter(|(other, _)| {
        (other.indicator, other.year, other.basis) == (table.indicator, table.year, table.basis)
            && other.component != table.component
    });
    let (mut all, mut fit) = (0, 0);
    for (_, fits) in others {
        all += 1;
        fit += usize::from(*fits);
    }
    all >= 2 && fit * 2 > all
}

/// Reports that a whole differs from its parts. A whole of zero over non-zero parts cannot be right: it is a formula
/// that was not computed, so it is an error that no reason can justify.
pub(super) fn report(reading: &Reading, current: &Snapshot, sum: &Sum, findings: &mut Findings) {
    let entry = &reading.entries[sum.at];
    let args = vec![
        Arg::Number(sum.parts, sum.digits),
        Arg::Number(sum.whole, sum.digits),
        place_name(current, &entry.key),
    ];
    let kind = if sum.whole == 0.0 {
        IssueKind::ZeroTotal
    } else {
        IssueKind::SumDiffers
    };
    findings.add(kind, entry.at, &claim_text(&entry.claim), args);
}

/// The ground for expecting a whole to be the sum of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ground {
    /// The catalogue's rule for that year.
    Stated,
    /// The catalogue's rule for the nearest year with these parts.
    Neighbour,
    /// Maxima that add up.
    Maxima,
}

struct Whole {
    /// The parts with their weights.
    parts: Vec<(ComponentId, f64)>,
    /// Tolerance of the rule: how far published totals deviate from the sum, apart from rounding.
    within: f64,
    ground: Ground,
}

type Wholes = HashMap<(IndicatorId, ComponentId, i32), Whole>;

/// Returns the components of the file whose parts could add up, with those parts.
fn wholes(reading: &Reading, catalogue: &Catalogue) -> Wholes {
    let entries = reading.entries.iter();
    let keys: HashSet<(IndicatorId, ComponentId, i32)> = entries
        .filter_map(|entry| Some((entry.key.indicator, entry.key.component, entry.key.year?)))
        .collect();
    keys.into_iter()
        .filter_map(|key| Some((key, whole(catalogue.indicator(key.0), key.1, key.2)?)))
        .collect()
}

fn whole(indicator: &Indicator, component: ComponentId, year: i32) -> Option<Whole> {
    let by_rule = |rule: &SumRule, ground| Whole {
        parts: rule.weights.clone(),
        within: rule.within,
        ground,
    };
    if component == ComponentId::TOTAL {
        match indicator.sum_rule(year) {
            Some(rule) if rule.kind == SumKind::NotReproduced => return None,
            Some(rule) => return Some(by_rule(rule, Ground::Stated)),
            None => {}
        }
        if let Some(rule) = neighbour(indicator, year) {
            return Some(by_rule(rule, Ground::Neighbour));
        }
    }
    let parts = additive_parts(indicator, component, year)?;
    Some(Whole {
        parts: parts.into_iter().map(|part| (part, 1.0)).collect(),
        within: 0.0,
        ground: Ground::Maxima,
    })
}

/// Returns the rule of the nearest year that has the same domains as this one.
pub(super) fn neighbour(indicator: &Indicator, year: i32) -> Option<&SumRule> {
    let domains: Vec<ComponentId> = indicator.domains(year).map(|(id, _)| id).collect();
    let same = |rule: &&SumRule| {
        rule.weights.len() == domains.len() && rule.weights.iter().all(|(id, _)| domains.contains(id))
    };
    let rules = indicator.sums.iter().filter(|rule| !rule.weights.is_empty());
    rules.filter(same).min_by_key(|rule| {
        let away = |from: i32, to: i32| if year < from { from - year } else { (year - to).max(0) };
        away(rule.span.from, rule.span.to)
    })
}

/// Returns the parts of a component in a year; `None` unless their maxima leave no room for a part that is not listed.
/// They may add up to more: a part of ten points up to 2017 has a lower weight once the method has more parts, and not
/// every method states the number.
fn additive_parts(indicator: &Indicator, whole: ComponentId, year: i32) -> Option<Vec<ComponentId>> {
    let parts: Vec<ComponentId> = if whole == ComponentId::TOTAL {
        indicator.domains(year).map(|(id, _)| id).collect()
    } else {
        let parts = indicator.parts(whole).filter(|(_, part)| part.exists_in(year));
        parts
            .map(|(id, _)| id)
            .filter(|id| indicator.unit(*id) == indicator.unit(whole))
            .collect()
    };
    if parts.len() < 2 {
        return None;
    }
    let (_, maximum) = indicator.scale(whole, year)?;
    let mut sum = 0.0;
    for part in &parts {
        sum += indicator.scale(*part, year)?.1;
    }
    // Maxima such as 3.33 are themselves rounded.
    let parts_rounding = 0.005 * f64::from(u32::try_from(parts.len()).unwrap_or(u32::MAX));
    (sum >= maximum - parts_rounding - 1e-9).then_some(parts)
}

type Values = HashMap<FigureKey, Option<Quantity>>;

/// Returns the values of wholes and parts; `None` if the file gives several.
fn values(reading: &Reading, wholes: &Wholes) -> Values {
    let mut needed: HashSet<(IndicatorId, ComponentId)> = HashSet::new();
    for ((indicator, component, _), whole) in wholes {
        needed.insert((*indicator, *component));
        needed.extend(whole.parts.iter().map(|(part, _)| (*indicator, *part)));
    }
    let mut values = Values::new();
    for entry in &reading.entries {
        if !needed.contains(&(entry.key.indicator, entry.key.component)) {
            continue;
        }
        let value = entry.claim.value.filter(|value| value.approx.is_none());
        values
            .entry(entry.key)
            .and_modify(|known| *known = None)
            .or_insert(value);
    }
    values
}

/// A whole and the sum of its parts.
pub(super) struct Sum {
    /// Position of the whole's entry.
    pub(super) at: usize,
    pub(super) whole: f64,
    pub(super) parts: f64,
    /// Number of decimals of the most precise number.
    pub(super) digits: u8,
    /// Maximum difference that rounding can cause.
    pub(super) rounding: f64,
}

impl Sum {
    /// Returns the sum of weighted parts; `None` if one of them has no value.
    pub(super) fn of(
        at: usize,
        whole: Option<Quantity>,
        parts: impl Iterator<Item = (Option<Quantity>, f64)>,
    ) -> Option<Self> {
        let whole = whole?;
        let half = |q: Quantity| 0.5 * 10f64.powi(-i32::from(q.digits));
        let mut sum = Self {
            at,
            whole: whole.value,
            parts: 0.0,
            digits: whole.digits,
            rounding: half(whole) + 1e-9,
        };
        for (part, weight) in parts {
            let part = part?;
            sum.parts += part.value * weight;
            sum.digits = sum.digits.max(part.digits);
            sum.rounding += half(part) * weight.abs();
        }
        Some(sum)
    }

    /// Returns true if whole and parts differ by no more than rounding or the given tolerance.
    pub(super) fn fits(&self, within: f64) -> bool {
        (self.parts - self.whole).abs() <= self.rounding.max(within)
    }
}

/// Returns whether these parts added up in the edition, in the nearest year with enough of them; `None` if there is no
/// such year.
fn history(current: &Snapshot, table: FigureKey, whole: &Whole) -> Option<bool> {
    let parts: Vec<ComponentId> = whole.parts.iter().map(|(part, _)| *part).collect();
    let indicator = current.catalogue.indicator(table.indicator);
    let year = table.year?;
    let mut years: Vec<i32> = current.years(table.indicator, table.component);
    years.retain(|other| additive_parts(indicator, table.component, *other).as_deref() == Some(&parts[..]));
    years.retain(|other| *other != year);
    years.sort_by_key(|other| (other.abs_diff(year), *other));
    years.into_iter().find_map(|year| {
        let sums = sums_of(current, table, &parts, year);
        let fitting = sums.iter().filter(|sum| sum.fits(0.0)).count();
        (sums.len() >= MIN_ROWS).then_some(fitting * 2 > sums.len())
    })
}

fn sums_of(current: &Snapshot, table: FigureKey, parts: &[ComponentId], year: i32) -> Vec<Sum> {
    let table_for = |component| {
        let key = TableKey {
            indicator: table.indicator,
            component,
            basis: table.basis,
            year,
        };
        current.table(key)
    };
    let value = |component, province| {
        let row = table_for(component)?.row(province)?;
        match current.figure(row.figure).value {
            domain::Observation::Known(quantity) => Some(quantity),
            _ => None,
        }
    };
    let rows = table_for(table.component).map_or(&[][..], |table| &table.rows);
    rows.iter()
        .filter_map(|row| {
            let parts = parts.iter().map(|part| (value(*part, row.province), 1.0));
            Sum::of(0, value(table.component, row.province), parts)
        })
        .collect()
}
