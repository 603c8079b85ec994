//! Parts that add up to their whole.

use std::collections::{HashMap, HashSet};

use domain::{
    Catalogue, ComponentId, FigureKey, Indicator, IndicatorId, Place, Quantity, Snapshot, TableKey,
    upload::{Arg, IssueKind, Reading},
};

use super::findings::{Findings, place_name, shown};

/// Fewer rows than this say nothing about whether parts add up.
const FEWEST: usize = 5;

/// Parts are held to add up to the whole where the catalogue's maxima do *and* the figures
/// of the edition (or, without any, most rows of the file) do as well: the ten sub-indices
/// of the PCI are ten points each and the whole is a hundred, yet it is a weighted sum.
pub(super) fn check(reading: &Reading, current: &Snapshot, findings: &mut Findings) {
    let wholes = wholes(reading, &current.catalogue);
    if wholes.is_empty() {
        return;
    }
    let values = values(reading, &wholes);
    let mut groups: HashMap<FigureKey, Vec<Sum>> = HashMap::new();
    for (at, entry) in reading.entries.iter().enumerate() {
        let Some(year) = entry.key.year else { continue };
        let Some(parts) = wholes.get(&(entry.key.indicator, entry.key.component, year)) else {
            continue;
        };
        let value = |component| values.get(&FigureKey { component, ..entry.key }).copied().flatten();
        if let Some(sum) = Sum::of(at, value(entry.key.component), parts.iter().map(|part| value(*part))) {
            let table = FigureKey {
                place: Place::Nation,
                as_of: None,
                ..entry.key
            };
            groups.entry(table).or_default().push(sum);
        }
    }
    for (table, sums) in groups {
        let fitting = sums.iter().filter(|sum| sum.fits()).count();
        let parts = &wholes[&(table.indicator, table.component, table.year.unwrap_or(0))];
        let additive = history(current, table, parts).unwrap_or(fitting * 2 > sums.len());
        for sum in sums.iter().filter(|sum| additive && !sum.fits()) {
            let entry = &reading.entries[sum.at];
            let args = vec![
                Arg::Number(sum.parts, sum.digits),
                Arg::Number(sum.whole, sum.digits),
                place_name(current, &entry.key),
            ];
            findings.add(IssueKind::SumDiffers, entry.at, &shown(&entry.claim), args);
        }
    }
}

type Wholes = HashMap<(IndicatorId, ComponentId, i32), Vec<ComponentId>>;

/// The components of the file whose parts could add up, with those parts.
fn wholes(reading: &Reading, catalogue: &Catalogue) -> Wholes {
    let entries = reading.entries.iter();
    let keys: HashSet<(IndicatorId, ComponentId, i32)> = entries
        .filter_map(|entry| Some((entry.key.indicator, entry.key.component, entry.key.year?)))
        .collect();
    keys.into_iter()
        .filter_map(|key| Some((key, additive_parts(catalogue.indicator(key.0), key.1, key.2)?)))
        .collect()
}

/// The parts of a component in a year, when their maxima add up to its own.
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
    let (_, most) = indicator.scale(whole, year)?;
    let mut sum = 0.0;
    for part in &parts {
        sum += indicator.scale(*part, year)?.1;
    }
    // Maxima such as 3.33 are rounded themselves.
    let parts_rounding = 0.005 * f64::from(u32::try_from(parts.len()).unwrap_or(u32::MAX));
    ((sum - most).abs() <= parts_rounding + 1e-9).then_some(parts)
}

type Values = HashMap<FigureKey, Option<Quantity>>;

/// Values of wholes and parts; nothing where the file gives several.
fn values(reading: &Reading, wholes: &Wholes) -> Values {
    let mut needed: HashSet<(IndicatorId, ComponentId)> = HashSet::new();
    for ((indicator, whole, _), parts) in wholes {
        needed.insert((*indicator, *whole));
        needed.extend(parts.iter().map(|part| (*indicator, *part)));
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

/// A whole beside the sum of its parts.
struct Sum {
    at: usize,
    whole: f64,
    parts: f64,
    /// Decimals of the finest number.
    digits: u8,
    /// How far rounding can lead the two apart.
    rounding: f64,
}

impl Sum {
    fn of(at: usize, whole: Option<Quantity>, parts: impl Iterator<Item = Option<Quantity>>) -> Option<Self> {
        let whole = whole?;
        let half = |q: Quantity| 0.5 * 10f64.powi(-i32::from(q.digits));
        let mut sum = Self {
            at,
            whole: whole.value,
            parts: 0.0,
            digits: whole.digits,
            rounding: half(whole) + 1e-9,
        };
        for part in parts {
            let part = part?;
            sum.parts += part.value;
            sum.digits = sum.digits.max(part.digits);
            sum.rounding += half(part);
        }
        Some(sum)
    }

    fn fits(&self) -> bool {
        (self.parts - self.whole).abs() <= self.rounding
    }
}

/// Whether these parts added up in the edition, in the nearest year with enough of them.
fn history(current: &Snapshot, table: FigureKey, parts: &[ComponentId]) -> Option<bool> {
    let indicator = current.catalogue.indicator(table.indicator);
    let year = table.year?;
    let mut years: Vec<i32> = current.years(table.indicator, table.component);
    years.retain(|other| additive_parts(indicator, table.component, *other).as_deref() == Some(parts));
    years.sort_by_key(|other| (other.abs_diff(year), *other));
    years.into_iter().find_map(|year| {
        let sums = sums_of(current, table, parts, year);
        let fitting = sums.iter().filter(|sum| sum.fits()).count();
        (sums.len() >= FEWEST).then_some(fitting * 2 > sums.len())
    })
}

fn sums_of(current: &Snapshot, table: FigureKey, parts: &[ComponentId], year: i32) -> Vec<Sum> {
    let of = |component| {
        let key = TableKey {
            indicator: table.indicator,
            component,
            basis: table.basis,
            year,
        };
        current.table(key)
    };
    let value = |component, province| {
        let row = of(component)?.row(province)?;
        match current.figure(row.figure).value {
            domain::Observation::Known(quantity) => Some(quantity),
            _ => None,
        }
    };
    let rows = of(table.component).map_or(&[][..], |table| &table.rows);
    rows.iter()
        .filter_map(|row| {
            let parts = parts.iter().map(|part| value(*part, row.province));
            Sum::of(0, value(table.component, row.province), parts)
        })
        .collect()
}
