//! Decomposes the change of a total into changes of its components.

use super::{
    field::{Field, digits, value},
    sum_rule::SumKind,
};
use crate::{ComponentId, Indicator, Kind, Observation, ProvinceId, Snapshot, TableKey, Verdict, number};

/// The change of a headline figure between two years, by component.
#[derive(Clone, Debug, PartialEq)]
pub struct Decomposition {
    /// The table of the later year.
    pub key: TableKey,
    /// The earlier year.
    pub from_year: i32,
    /// The province.
    pub province: ProvinceId,
    /// Published total of the earlier year, in the unit of the indicator.
    pub from: f64,
    /// Published total of the later year.
    pub to: f64,
    /// Their difference, later minus earlier.
    pub change: f64,
    /// Decimals of the published totals (the more precise of the two years).
    pub digits: u8,
    /// The components, in the order of the catalogue.
    pub parts: Vec<Part>,
    /// How the parts add up; `None` if their weights are not known, so that their changes do not explain the change
    /// of the total.
    pub account: Option<Account>,
}

/// The contribution of one component.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The component.
    pub component: ComponentId,
    /// Its value in the earlier year, in its own unit.
    pub from: f64,
    /// Its value in the later year.
    pub to: f64,
    /// Difference, later minus earlier.
    pub difference: f64,
    /// Decimals of the published values (the more precise of the two years).
    pub digits: u8,
    /// Points of the total per point of the component.
    pub weight: Option<f64>,
    /// Contribution to the change of the total: weight times difference, in points of the total.
    pub contribution: Option<f64>,
    /// Places gained (positive) or lost by this change: the place that the province would have in the later year if
    /// only this component had its earlier value, minus its actual place.
    pub places: Option<i32>,
}

/// How the contributions add up to the change of the published total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Account {
    /// True if the components are weighted, false if they are simply added.
    pub weighted: bool,
    /// Sum of the contributions, in points of the total.
    pub explained: f64,
    /// Change of the published total minus the contributions.
    pub remainder: f64,
    /// The largest remainder that rounding can cause: half a unit of the last published digit of each figure used,
    /// times its weight.
    pub rounding: f64,
}

impl Account {
    /// Returns true if rounding alone can explain the remainder.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        self.remainder.abs() <= self.rounding + 1e-9
    }
}

/// Why a change is not decomposed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotDecomposed {
    /// Only headline figures of scores are decomposed.
    #[error("not the headline figure of a score")]
    NotAHeadline,
    /// The first year is not earlier than the second.
    #[error("the first year must be the earlier one")]
    NotEarlier,
    /// The province has no total in a year.
    #[error("no total of {0}")]
    NoTotal(i32),
    /// The sources disagree on a total.
    #[error("the sources disagree on the total of {0}")]
    Disputed(i32),
    /// The two years are not comparable.
    #[error("the two years are not comparable: {0:?}")]
    NotComparable(Verdict),
    /// No components are known in one of the years.
    #[error("no components")]
    NoComponents,
    /// The two years have different components.
    #[error("different components")]
    ComponentsDiffer {
        /// Components that only the earlier year has.
        only_before: Vec<ComponentId>,
        /// Components that only the later year has.
        only_after: Vec<ComponentId>,
    },
    /// Figures of components are missing or disputed.
    #[error("figures of components are missing")]
    ComponentsMissing {
        /// Components without a figure in the earlier year.
        before: Vec<ComponentId>,
        /// Components without a figure in the later year.
        after: Vec<ComponentId>,
    },
}

/// Decomposes the change of a province's headline figure from an earlier year to the year of a table.
///
/// # Errors
///
/// If the years are not comparable, their components differ, or a figure is missing or disputed.
pub fn decomposition(
    snapshot: &Snapshot,
    key: TableKey,
    from_year: i32,
    province: ProvinceId,
) -> Result<Decomposition, NotDecomposed> {
    let indicator = snapshot.catalogue.indicator(key.indicator);
    if key.component != ComponentId::TOTAL || indicator.kind != Kind::Score {
        return Err(NotDecomposed::NotAHeadline);
    }
    if from_year >= key.year {
        return Err(NotDecomposed::NotEarlier);
    }
    let verdict = indicator.compare(from_year, key.year).verdict;
    if !verdict.comparable() {
        return Err(NotDecomposed::NotComparable(verdict));
    }
    let before = base_key(snapshot, key, from_year, province);
    let from = total(snapshot, before, from_year, province)?;
    let to = total(snapshot, Some(key), key.year, province)?;
    let components = same_components(indicator, from_year, key.year)?;
    let pairs = pairs(snapshot, key, from_year, province, &components)?;
    let tables = [before, Some(key)].map(|key| key.and_then(|key| snapshot.table(key)));
    let digits = tables
        .iter()
        .flatten()
        .map(|t| digits(snapshot, t))
        .max()
        .unwrap_or_default();
    let mut decomposition = Decomposition {
        key,
        from_year,
        province,
        from,
        to,
        change: number::round(to - from, digits),
        digits,
        parts: pairs.iter().map(|pair| pair.part()).collect(),
        account: None,
    };
    apply_weights(snapshot, indicator, &mut decomposition, &pairs);
    Ok(decomposition)
}

/// A component's figures of both years, with the sum of their possible rounding errors.
struct Pair {
    component: ComponentId,
    from: f64,
    to: f64,
    digits: u8,
    rounding: f64,
}

impl Pair {
    fn part(&self) -> Part {
        Part {
            component: self.component,
            from: self.from,
            to: self.to,
            difference: number::round(self.to - self.from, self.digits),
            digits: self.digits,
            weight: None,
            contribution: None,
            places: None,
        }
    }
}

/// Sets the weight, contribution and places of each part, if both years have the same sum rule.
fn apply_weights(snapshot: &Snapshot, indicator: &Indicator, decomposition: &mut Decomposition, pairs: &[Pair]) {
    let key = decomposition.key;
    let rules = indicator
        .sum_rule(decomposition.from_year)
        .zip(indicator.sum_rule(key.year));
    let Some((_, rule)) = rules.filter(|(a, b)| a.kind == b.kind && a.weights == b.weights) else {
        return;
    };
    let weights: Option<Vec<f64>> = decomposition
        .parts
        .iter()
        .map(|part| rule.weight(part.component))
        .collect();
    let Some(weights) = weights else { return };
    let field = Field::of(snapshot, key, decomposition.province);
    for (part, weight) in decomposition.parts.iter_mut().zip(&weights) {
        let contribution = weight * part.difference;
        part.weight = Some(*weight);
        part.contribution = Some(contribution);
        part.places = field.as_ref().map(|field| {
            let without = number::round(field.own - contribution, field.digits);
            i32::from(field.place_of(without)) - i32::from(field.place)
        });
    }
    let explained: f64 = decomposition.parts.iter().filter_map(|part| part.contribution).sum();
    let parts_rounding: f64 = pairs
        .iter()
        .zip(&weights)
        .map(|(pair, weight)| weight.abs() * pair.rounding)
        .sum();
    let totals_rounding: f64 = [
        base_key(snapshot, key, decomposition.from_year, decomposition.province),
        Some(key),
    ]
    .into_iter()
    .flatten()
    .map(|key| half_unit(snapshot, key))
    .sum();
    decomposition.account = Some(Account {
        weighted: rule.kind == SumKind::Weighted,
        explained,
        remainder: number::round(decomposition.change - explained, decomposition.digits + 2),
        rounding: parts_rounding + totals_rounding,
    });
}

/// Returns the key of the table that has a province in an earlier year, preferably for the same province list.
fn base_key(snapshot: &Snapshot, key: TableKey, year: i32, province: ProvinceId) -> Option<TableKey> {
    let row = snapshot.base_row(key, year, province)?;
    let basis = snapshot.figure(row.figure).key.basis;
    Some(TableKey { basis, year, ..key })
}

/// Returns the published total of a province.
fn total(snapshot: &Snapshot, key: Option<TableKey>, year: i32, province: ProvinceId) -> Result<f64, NotDecomposed> {
    let row = key.and_then(|key| snapshot.table(key)?.row(province));
    match row.map(|row| snapshot.figure(row.figure).value) {
        Some(Observation::Known(quantity)) => Ok(quantity.value),
        Some(Observation::Conflict) => Err(NotDecomposed::Disputed(year)),
        Some(Observation::Missing(_)) | None => Err(NotDecomposed::NoTotal(year)),
    }
}

/// Returns the components, if they are the same in both years.
fn same_components(indicator: &Indicator, from: i32, to: i32) -> Result<Vec<ComponentId>, NotDecomposed> {
    let components = |year| -> Vec<ComponentId> { indicator.domains(year).map(|(id, _)| id).collect() };
    let (before, after) = (components(from), components(to));
    if before.is_empty() || after.is_empty() {
        return Err(NotDecomposed::NoComponents);
    }
    let only = |a: &[ComponentId], b: &[ComponentId]| -> Vec<ComponentId> {
        a.iter().copied().filter(|id| !b.contains(id)).collect()
    };
    let (only_before, only_after) = (only(&before, &after), only(&after, &before));
    if only_before.is_empty() && only_after.is_empty() {
        Ok(after)
    } else {
        Err(NotDecomposed::ComponentsDiffer {
            only_before,
            only_after,
        })
    }
}

/// Returns the figures of all components in both years.
fn pairs(
    snapshot: &Snapshot,
    key: TableKey,
    from_year: i32,
    province: ProvinceId,
    components: &[ComponentId],
) -> Result<Vec<Pair>, NotDecomposed> {
    let (mut before, mut after, mut pairs) = (Vec::new(), Vec::new(), Vec::new());
    for component in components.iter().copied() {
        let to_key = TableKey { component, ..key };
        let from_key = base_key(snapshot, to_key, from_year, province);
        let from = from_key.and_then(|key| value(snapshot, key, province));
        let to = value(snapshot, to_key, province);
        before.extend(from.is_none().then_some(component));
        after.extend(to.is_none().then_some(component));
        if let (Some(from_key), Some(from), Some(to)) = (from_key, from, to) {
            let tables = [from_key, to_key].map(|key| snapshot.table(key).map_or(0, |t| digits(snapshot, t)));
            pairs.push(Pair {
                component,
                from,
                to,
                digits: tables[0].max(tables[1]),
                rounding: half_unit(snapshot, from_key) + half_unit(snapshot, to_key),
            });
        }
    }
    match (before.is_empty(), after.is_empty()) {
        (true, true) => Ok(pairs),
        _ if before.len() == components.len() && after.len() == components.len() => Err(NotDecomposed::NoComponents),
        _ => Err(NotDecomposed::ComponentsMissing { before, after }),
    }
}

/// Returns half a unit of the last published digit of a table.
fn half_unit(snapshot: &Snapshot, key: TableKey) -> f64 {
    let digits = snapshot.table(key).map_or(0, |table| digits(snapshot, table));
    0.5 * 10f64.powi(-i32::from(digits))
}
