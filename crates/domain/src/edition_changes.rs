//! What an edition says that the one before it did not: for those who follow the figures.
//!
//! Editions have catalogues of their own, in which the same province or indicator may stand at another
//! place: everything is matched, and named, by its name in addresses.

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    Change, Comparability, ComponentId, Edition, Indicator, IndicatorId, Observation, ProvinceId, ProvinceList,
    Snapshot, Span, Standing, Table, TableKey, Text, Verdict, tables::standing,
};

/// An edition with what it changed.
#[derive(Clone, Debug, PartialEq)]
pub struct EditionNews {
    /// The edition.
    pub edition: Edition,
    /// What it changed; nothing where the edition before it is not known.
    pub changes: Option<EditionChanges>,
}

/// What differs between two editions that follow each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EditionChanges {
    /// Indicators with a change, in the order of the later catalogue, those that it no longer has last.
    pub indicators: Vec<IndicatorChanges>,
}

/// What differs in one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorChanges {
    /// Its name in addresses.
    pub slug: String,
    /// Its short name.
    pub short: Text,
    /// Tables of the headline figure with a change, by basis and year.
    pub tables: Vec<TableChanges>,
    /// Figures of components.
    pub parts: Counts,
    /// Methods and verdicts.
    pub rules: Vec<RuleChange>,
}

/// Numbers of figures of provinces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Figures that were not there before.
    pub added: usize,
    /// Figures whose value or rank is another.
    pub changed: usize,
    /// Figures that are no longer there.
    pub gone: usize,
}

/// What differs in one table of a headline figure.
#[derive(Clone, Debug, PartialEq)]
pub struct TableChanges {
    /// The set of provinces.
    pub basis: ProvinceList,
    /// The year.
    pub year: i32,
    /// Provinces that have a figure now, and all that existed then.
    pub coverage: (usize, usize),
    /// What may be said about this year against the one before it, where both have figures.
    pub against_before: Option<Verdict>,
    /// Provinces with a change, in the order of the later table, those that it no longer has last.
    pub provinces: Vec<ProvinceChange>,
}

/// What differs in one figure of a province.
#[derive(Clone, Debug, PartialEq)]
pub struct ProvinceChange {
    /// The province's name in addresses.
    pub slug: String,
    /// Its name in that year.
    pub name: Text,
    /// Where it stood in the earlier edition; nothing without a figure.
    pub before: Option<Standing>,
    /// Where it stands in the later one; nothing without a figure.
    pub after: Option<Standing>,
    /// Its change since the year before, in the later edition.
    pub since: Option<Change>,
}

/// What differs in the rules of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub enum RuleChange {
    /// A method that was not listed before, or is described otherwise.
    Method {
        /// Its name.
        name: Text,
        /// Years under it.
        span: Span,
        /// True when it was not listed before.
        new: bool,
    },
    /// Another verdict on a pair of years.
    Verdict {
        /// The earlier year.
        from: i32,
        /// The later year.
        to: i32,
        /// What was said before; nothing where the catalogue did not say it of this pair.
        before: Option<Verdict>,
        /// What is said now; nothing where the catalogue no longer says it of this pair.
        after: Option<Verdict>,
        /// Why, as the catalogue says it now; may be empty.
        reason: Text,
    },
}

impl ProvinceChange {
    /// True when both editions give a rank and it is another.
    #[must_use]
    pub fn rank_changed(&self) -> bool {
        let rank = |standing: Option<Standing>| standing.and_then(|s| s.rank);
        rank(self.before).zip(rank(self.after)).is_some_and(|(a, b)| a != b)
    }
}

impl TableChanges {
    /// How many figures are new, other and gone.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for one in &self.provinces {
            counts.count(one.before.is_some(), one.after.is_some());
        }
        counts
    }
}

impl Counts {
    fn count(&mut self, before: bool, after: bool) {
        match (before, after) {
            (false, _) => self.added += 1,
            (true, true) => self.changed += 1,
            (true, false) => self.gone += 1,
        }
    }

    /// True when there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.added + self.changed + self.gone == 0
    }
}

impl EditionNews {
    /// What an edition changed; `before` is the edition before it, if that is known. Before the first there
    /// was nothing.
    #[must_use]
    pub fn of(new: &Snapshot, before: Option<&Snapshot>) -> Self {
        let changes = match before {
            Some(before) => Some(changes_between(before, new)),
            None if new.edition.number <= 1 => {
                let nothing = Snapshot::new(new.edition.clone(), Arc::default(), Vec::new());
                Some(changes_between(&nothing, new))
            }
            None => None,
        };
        let edition = new.edition.clone();
        Self { edition, changes }
    }
}

/// What `new` says that `old` did not.
#[must_use]
pub fn changes_between(old: &Snapshot, new: &Snapshot) -> EditionChanges {
    let of_new = new.catalogue.indicators().map(|(id, about)| {
        let before = old.catalogue.indicator_by_slug(&about.slug);
        indicator((old, before), (new, Some(id)), about)
    });
    let gone = old
        .catalogue
        .indicators()
        .filter(|(_, about)| new.catalogue.indicator_by_slug(&about.slug).is_none());
    let of_old = gone.map(|(id, about)| indicator((old, Some(id)), (new, None), about));
    EditionChanges {
        indicators: of_new.chain(of_old).filter(|i| !i.is_empty()).collect(),
    }
}

impl IndicatorChanges {
    fn is_empty(&self) -> bool {
        self.tables.is_empty() && self.parts.is_empty() && self.rules.is_empty()
    }
}

/// An edition, and an indicator in its catalogue.
type Side<'a> = (&'a Snapshot, Option<IndicatorId>);

fn indicator(old: Side<'_>, new: Side<'_>, about: &Indicator) -> IndicatorChanges {
    let mut tables = Vec::new();
    let mut parts = Counts::default();
    for slug in components(old).union(&components(new)) {
        let (before, after) = (keys(old, slug), keys(new, slug));
        for place in before.union(&after) {
            let table = |side| find(side, slug, *place);
            let changed = figures((old.0, table(old)), (new.0, table(new)));
            if is_headline(old, slug) || is_headline(new, slug) {
                tables.extend(of_table(new, table(new), *place, changed));
            } else {
                for one in &changed {
                    parts.count(one.before.is_some(), one.after.is_some());
                }
            }
        }
    }
    IndicatorChanges {
        slug: about.slug.clone(),
        short: about.short.clone(),
        tables,
        parts,
        rules: rules(about_of(old), about_of(new)),
    }
}

fn about_of((snapshot, id): Side<'_>) -> Option<&Indicator> {
    id.map(|id| snapshot.catalogue.indicator(id))
}

fn components(side: Side<'_>) -> BTreeSet<&str> {
    let all = about_of(side).into_iter().flat_map(Indicator::components);
    all.map(|(_, component)| component.slug.as_str()).collect()
}

fn is_headline(side: Side<'_>, slug: &str) -> bool {
    about_of(side).and_then(|about| about.component_by_slug(slug)) == Some(ComponentId::TOTAL)
}

fn component(side: Side<'_>, slug: &str) -> Option<(IndicatorId, ComponentId)> {
    let component = about_of(side)?.component_by_slug(slug)?;
    side.1.map(|indicator| (indicator, component))
}

fn keys(side: Side<'_>, slug: &str) -> BTreeSet<(ProvinceList, i32)> {
    let found = component(side, slug).into_iter();
    let tables = found.flat_map(|(indicator, component)| side.0.tables(indicator, component));
    tables.map(|table| (table.key.basis, table.key.year)).collect()
}

fn find<'a>(side: Side<'a>, slug: &str, (basis, year): (ProvinceList, i32)) -> Option<&'a Table> {
    let (indicator, component) = component(side, slug)?;
    let key = TableKey {
        indicator,
        component,
        basis,
        year,
    };
    side.0.table(key)
}

/// The figures of provinces that differ between two states of one table.
fn figures(old: (&Snapshot, Option<&Table>), new: (&Snapshot, Option<&Table>)) -> Vec<ProvinceChange> {
    let mut changed = Vec::new();
    for row in new.1.into_iter().flat_map(|table| &table.rows) {
        let province = new.0.catalogue.provinces.get(row.province);
        let earlier = old.0.catalogue.provinces.by_slug(&province.slug);
        let before = earlier.and_then(|id| at(old, id));
        let after = standing(&new.0.figures, row);
        if before.is_none_or(|before| !same(before, after)) {
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
        if later.and_then(|id| at(new, id)).is_none() {
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

fn at((snapshot, table): (&Snapshot, Option<&Table>), province: ProvinceId) -> Option<Standing> {
    let row = table?.row(province)?;
    Some(standing(&snapshot.figures, row))
}

fn name((snapshot, table): (&Snapshot, Option<&Table>), province: ProvinceId) -> Text {
    let about = snapshot.catalogue.provinces.get(province);
    match table.map(|table| table.key) {
        Some(key) if key.basis == ProvinceList::Before2025 => about.name_in(key.year).clone(),
        _ => about.name.clone(),
    }
}

/// Whether a reader sees the same: more decimals of the same value are no change.
fn same(a: Standing, b: Standing) -> bool {
    let value = match (a.value, b.value) {
        (Observation::Known(x), Observation::Known(y)) => x.value.total_cmp(&y.value).is_eq() && x.approx == y.approx,
        (x, y) => x == y,
    };
    value && a.rank == b.rank && a.published == b.published
}

fn of_table(
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
    let compared = about_of(new).filter(|_| before.is_some());
    Some(TableChanges {
        basis,
        year,
        coverage: table.map_or((0, 0), |table| (table.rows.len(), table.expected)),
        against_before: compared.map(|about| about.compare(year - 1, year).verdict),
        provinces,
    })
}

fn rules(old: Option<&Indicator>, new: Option<&Indicator>) -> Vec<RuleChange> {
    let mut changed = Vec::new();
    for method in new.into_iter().flat_map(|about| &about.methods) {
        let before = old.and_then(|about| about.methods.iter().find(|m| m.slug == method.slug));
        if before != Some(method) {
            changed.push(RuleChange::Method {
                name: method.name.clone(),
                span: method.span,
                new: before.is_none(),
            });
        }
    }
    let pairs = |about: Option<&Indicator>| -> BTreeSet<(i32, i32)> {
        let all = about.into_iter().flat_map(|about| &about.verdicts);
        all.map(|pair| (pair.from, pair.to)).collect()
    };
    let said = |about: Option<&Indicator>, (from, to)| {
        let compared: Option<Comparability<'_>> = about.map(|about| about.compare(from, to));
        let pair = compared.and_then(|c| c.pair).filter(|p| (p.from, p.to) == (from, to));
        pair.map(|pair| (pair.verdict, pair.reason.clone()))
    };
    for pair in pairs(old).union(&pairs(new)) {
        let (before, after) = (said(old, *pair), said(new, *pair));
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
