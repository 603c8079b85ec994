//! Compares consecutive editions, for readers who follow the figures.
//!
//! Each edition has its own catalogue, in which the same province or indicator may have a different id.
//! Therefore everything is matched and identified by its slug.

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    Change, Comparability, ComponentId, Edition, Indicator, IndicatorId, Observation, ProvinceId, ProvinceList,
    Snapshot, Span, Standing, Table, TableKey, Text, Verdict, number, tables::standing,
};

/// An edition with its changes.
#[derive(Clone, Debug, PartialEq)]
pub struct EditionNews {
    /// The edition.
    pub edition: Edition,
    /// Its changes; `None` if the previous edition is not known.
    pub changes: Option<EditionChanges>,
}

/// The differences between two consecutive editions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EditionChanges {
    /// Indicators with a change, in the order of the later catalogue, followed by removed ones.
    pub indicators: Vec<IndicatorChanges>,
}

/// The differences in one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorChanges {
    /// Its slug.
    pub slug: String,
    /// Its short name.
    pub short: Text,
    /// Tables of the headline figure with a change, by province list and year.
    pub tables: Vec<TableChanges>,
    /// Number of changed figures of components.
    pub parts: Counts,
    /// Changed methods and verdicts.
    pub rules: Vec<RuleChange>,
}

/// Numbers of changed figures of provinces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New figures.
    pub added: usize,
    /// Figures whose value or rank differs.
    pub changed: usize,
    /// Removed figures.
    pub gone: usize,
}

/// The differences in one table of a headline figure.
#[derive(Clone, Debug, PartialEq)]
pub struct TableChanges {
    /// The province list.
    pub basis: ProvinceList,
    /// The year.
    pub year: i32,
    /// Number of provinces with a figure now, and number of provinces that existed in the year.
    pub coverage: (usize, usize),
    /// Whether this year is comparable with the previous one; `None` unless both have figures.
    pub against_before: Option<Verdict>,
    /// Provinces with a change, in the order of the later table, followed by removed ones.
    pub provinces: Vec<ProvinceChange>,
}

/// The differences in one figure of a province.
#[derive(Clone, Debug, PartialEq)]
pub struct ProvinceChange {
    /// The province's slug.
    pub slug: String,
    /// Its name in that year.
    pub name: Text,
    /// Its standing in the earlier edition; `None` if it had no figure.
    pub before: Option<Standing>,
    /// Its standing in the later edition; `None` if it has no figure.
    pub after: Option<Standing>,
    /// Its change since the previous year, in the later edition.
    pub since: Option<Change>,
}

/// A difference in the rules of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub enum RuleChange {
    /// A method that is new or described differently.
    Method {
        /// Its name.
        name: Text,
        /// Years in which it applies.
        span: Span,
        /// True if it was not listed before.
        new: bool,
    },
    /// A different verdict on a pair of years.
    Verdict {
        /// The earlier year.
        from: i32,
        /// The later year.
        to: i32,
        /// The earlier verdict; `None` if the catalogue had none for this pair.
        before: Option<Verdict>,
        /// The present verdict; `None` if the catalogue no longer has one for this pair.
        after: Option<Verdict>,
        /// The present reason in the catalogue; may be empty.
        reason: Text,
    },
}

impl ProvinceChange {
    /// Returns true if both editions give a rank and the two differ.
    #[must_use]
    pub fn rank_changed(&self) -> bool {
        let rank = |standing: Option<Standing>| standing.and_then(|s| s.rank);
        rank(self.before).zip(rank(self.after)).is_some_and(|(a, b)| a != b)
    }

    /// Returns the value that was corrected and what it is now, `None` if it was withdrawn; `None` if no value was
    /// corrected. A conflict between sources has no value: neither its beginning nor its resolution corrects one.
    #[must_use]
    pub fn correction(&self) -> Option<(f64, Option<f64>)> {
        let Observation::Known(before) = self.before?.value else {
            return None;
        };
        match self.after.map(|after| after.value) {
            Some(Observation::Known(after)) => {
                (!number::same(before.value, after.value)).then_some((before.value, Some(after.value)))
            }
            Some(Observation::Missing(_)) | None => Some((before.value, None)),
            Some(Observation::Conflict) => None,
        }
    }
}

impl TableChanges {
    /// Returns the numbers of new, changed and removed figures.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for change in &self.provinces {
            counts.count(change.before.is_some(), change.after.is_some());
        }
        counts
    }
}

impl Counts {
    /// Counts one changed figure, given whether it existed before and exists now.
    fn count(&mut self, before: bool, after: bool) {
        match (before, after) {
            (false, _) => self.added += 1,
            (true, true) => self.changed += 1,
            (true, false) => self.gone += 1,
        }
    }

    /// Returns true if all numbers are 0.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.added + self.changed + self.gone == 0
    }
}

impl EditionNews {
    /// Compares an edition with `before`, the previous edition if it is known. The first edition is compared with an
    /// empty one.
    #[must_use]
    pub fn of(new: &Snapshot, before: Option<&Snapshot>) -> Self {
        let changes = match before {
            Some(before) => Some(changes_between(before, new)),
            None if new.edition.number <= 1 => {
                let empty = Snapshot::new(new.edition.clone(), Arc::default(), Vec::new());
                Some(changes_between(&empty, new))
            }
            None => None,
        };
        let edition = new.edition.clone();
        Self { edition, changes }
    }
}

/// Returns the differences between two editions.
#[must_use]
pub fn changes_between(old: &Snapshot, new: &Snapshot) -> EditionChanges {
    let present = new.catalogue.indicators().map(|(id, indicator)| {
        let before = old.catalogue.indicator_by_slug(&indicator.slug);
        indicator_changes((old, before), (new, Some(id)), indicator)
    });
    let removed = old
        .catalogue
        .indicators()
        .filter(|(_, indicator)| new.catalogue.indicator_by_slug(&indicator.slug).is_none());
    let removed = removed.map(|(id, indicator)| indicator_changes((old, Some(id)), (new, None), indicator));
    EditionChanges {
        indicators: present.chain(removed).filter(|i| !i.is_empty()).collect(),
    }
}

impl IndicatorChanges {
    fn is_empty(&self) -> bool {
        self.tables.is_empty() && self.parts.is_empty() && self.rules.is_empty()
    }
}

/// One side of the comparison: an edition, and the indicator in its catalogue if it has it.
type Side<'a> = (&'a Snapshot, Option<IndicatorId>);

/// Compares one indicator; `indicator` gives its names.
fn indicator_changes(old: Side<'_>, new: Side<'_>, indicator: &Indicator) -> IndicatorChanges {
    let mut tables = Vec::new();
    let mut parts = Counts::default();
    for slug in components(old).union(&components(new)) {
        let (before, after) = (table_keys(old, slug), table_keys(new, slug));
        for key in before.union(&after) {
            let table = |side| find_table(side, slug, *key);
            let changed = province_changes((old.0, table(old)), (new.0, table(new)));
            if is_headline(old, slug) || is_headline(new, slug) {
                tables.extend(table_changes(new, table(new), *key, changed));
            } else {
                for change in &changed {
                    parts.count(change.before.is_some(), change.after.is_some());
                }
            }
        }
    }
    IndicatorChanges {
        slug: indicator.slug.clone(),
        short: indicator.short.clone(),
        tables,
        parts,
        rules: rule_changes(indicator_of(old), indicator_of(new)),
    }
}

fn indicator_of((snapshot, id): Side<'_>) -> Option<&Indicator> {
    id.map(|id| snapshot.catalogue.indicator(id))
}

/// Returns the slugs of all components.
fn components(side: Side<'_>) -> BTreeSet<&str> {
    let all = indicator_of(side).into_iter().flat_map(Indicator::components);
    all.map(|(_, component)| component.slug.as_str()).collect()
}

fn is_headline(side: Side<'_>, slug: &str) -> bool {
    indicator_of(side).and_then(|indicator| indicator.component_by_slug(slug)) == Some(ComponentId::TOTAL)
}

fn component(side: Side<'_>, slug: &str) -> Option<(IndicatorId, ComponentId)> {
    let component = indicator_of(side)?.component_by_slug(slug)?;
    side.1.map(|indicator| (indicator, component))
}

/// Returns the province lists and years for which a component has a table.
fn table_keys(side: Side<'_>, slug: &str) -> BTreeSet<(ProvinceList, i32)> {
    let found = component(side, slug).into_iter();
    let tables = found.flat_map(|(indicator, component)| side.0.tables(indicator, component));
    tables.map(|table| (table.key.basis, table.key.year)).collect()
}

fn find_table<'a>(side: Side<'a>, slug: &str, (basis, year): (ProvinceList, i32)) -> Option<&'a Table> {
    let (indicator, component) = component(side, slug)?;
    let key = TableKey {
        indicator,
        component,
        basis,
        year,
    };
    side.0.table(key)
}

/// Returns the figures of provinces that differ between two versions of one table.
fn province_changes(old: (&Snapshot, Option<&Table>), new: (&Snapshot, Option<&Table>)) -> Vec<ProvinceChange> {
    let mut changed = Vec::new();
    for row in new.1.into_iter().flat_map(|table| &table.rows) {
        let province = new.0.catalogue.provinces.get(row.province);
        let earlier = old.0.catalogue.provinces.by_slug(&province.slug);
        let before = earlier.and_then(|id| standing_in(old, id));
        let after = standing(&new.0.figures, row);
        if before.is_none_or(|before| !displayed_alike(before, after)) {
            changed.push(ProvinceChange {
                slug: province.slug.clone(),
                name: name(new, row.province),
                before,
                after: Some(after),
                since: Some(row.change),
            });
        }
    }
    for row in old.1.into_iter().flat_map(|table| &table.rows) {
        let province = old.0.catalogue.provinces.get(row.province);
        let later = new.0.catalogue.provinces.by_slug(&province.slug);
        if later.and_then(|id| standing_in(new, id)).is_none() {
            changed.push(ProvinceChange {
                slug: province.slug.clone(),
                name: name(old, row.province),
                before: Some(standing(&old.0.figures, row)),
                after: None,
                since: None,
            });
        }
    }
    changed
}

fn standing_in((snapshot, table): (&Snapshot, Option<&Table>), province: ProvinceId) -> Option<Standing> {
    let row = table?.row(province)?;
    Some(standing(&snapshot.figures, row))
}

/// Returns the name of a province in the year of the table.
fn name((snapshot, table): (&Snapshot, Option<&Table>), province: ProvinceId) -> Text {
    let province = snapshot.catalogue.provinces.get(province);
    match table.map(|table| table.key) {
        Some(key) if key.basis == ProvinceList::Before2025 => province.name_in(key.year).clone(),
        _ => province.name.clone(),
    }
}

/// Returns true if two standings look the same to readers. More decimals of the same value are not a change.
fn displayed_alike(a: Standing, b: Standing) -> bool {
    let value = match (a.value, b.value) {
        (Observation::Known(x), Observation::Known(y)) => x.value.total_cmp(&y.value).is_eq() && x.approx == y.approx,
        (x, y) => x == y,
    };
    value && a.rank == b.rank && a.published == b.published
}

/// Returns the changes of one table. `None` if there are none.
fn table_changes(
    new: Side<'_>,
    table: Option<&Table>,
    (basis, year): (ProvinceList, i32),
    provinces: Vec<ProvinceChange>,
) -> Option<TableChanges> {
    if provinces.is_empty() {
        return None;
    }
    let before = table.and_then(|table| {
        let key = TableKey {
            year: year - 1,
            ..table.key
        };
        new.0.table(key).filter(|before| !before.rows.is_empty())
    });
    let indicator = indicator_of(new).filter(|_| before.is_some());
    Some(TableChanges {
        basis,
        year,
        coverage: table.map_or((0, 0), |table| (table.rows.len(), table.expected)),
        against_before: indicator.map(|indicator| indicator.compare(year - 1, year).verdict),
        provinces,
    })
}

/// Returns the differences in methods and verdicts.
fn rule_changes(old: Option<&Indicator>, new: Option<&Indicator>) -> Vec<RuleChange> {
    let mut changed = Vec::new();
    for method in new.into_iter().flat_map(|indicator| &indicator.methods) {
        let before = old.and_then(|indicator| indicator.methods.iter().find(|m| m.slug == method.slug));
        if before != Some(method) {
            changed.push(RuleChange::Method {
                name: method.name.clone(),
                span: method.span,
                new: before.is_none(),
            });
        }
    }
    let pairs = |indicator: Option<&Indicator>| -> BTreeSet<(i32, i32)> {
        let all = indicator.into_iter().flat_map(|indicator| &indicator.verdicts);
        all.map(|pair| (pair.from, pair.to)).collect()
    };
    let stated_verdict = |indicator: Option<&Indicator>, (from, to)| {
        let compared: Option<Comparability<'_>> = indicator.map(|indicator| indicator.compare(from, to));
        let pair = compared.and_then(|c| c.pair).filter(|p| (p.from, p.to) == (from, to));
        pair.map(|pair| (pair.verdict, pair.reason.clone()))
    };
    for pair in pairs(old).union(&pairs(new)) {
        let (before, after) = (stated_verdict(old, *pair), stated_verdict(new, *pair));
        if before.as_ref().map(|(v, _)| *v) != after.as_ref().map(|(v, _)| *v) {
            changed.push(RuleChange::Verdict {
                from: pair.0,
                to: pair.1,
                before: before.map(|(verdict, _)| verdict),
                after: after.as_ref().map(|(verdict, _)| *verdict),
                reason: after.map(|(_, reason)| reason).unwrap_or_default(),
            });
        }
    }
    changed
}

#[cfg(test)]
mod tests;
