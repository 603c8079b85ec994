//! Reads the rows of a table as figures.

use std::collections::HashMap;

use domain::{
    AsOf, Catalogue, Claim, ComponentId, Date, FigureKey, Indicator, Listed, Place, ProvinceList, Snapshot, Text,
    upload::{CellRef, Choices, Decimal, Entry, Field, Issue, Reading, Role},
};
use spreadsheet::Cell;

use super::{
    claims::Claims,
    groups::{Group, groups},
    items::Items,
    plan::Plan,
    row_facts::RowFacts,
    row_places::{Places, RowPlace, code, merger_basis, row_place},
    wrapped_names,
};
use crate::{
    cap::Cap,
    columns::is_preliminary,
    layout::cell_text,
    names::Names,
    places::{Scope, Spellings},
    values::year_in_cell,
};

/// Reads every row; returns the years of the figures.
pub(super) fn read<'a>(
    plan: &Plan<'a>,
    spellings: Spellings<'a, '_>,
    choices: &Choices,
    current: &Snapshot,
    names: &Names<'_>,
    reading: &mut Reading,
) -> Vec<i32> {
    let catalogue = &*current.catalogue;
    let mut reader = Reader::new(plan, spellings, choices, catalogue, names);
    reader.determine_merger_list();
    let parts = wrapped_names::join(plan, &mut reader.places.spellings, &reader.place_columns);
    for row in plan.table.body.clone() {
        if plan.table.repeats.binary_search(&row).is_err() && !parts.contains(&row) {
            reader.row(row);
            reader.cap.trim(&mut reader.issues);
        }
    }
    reader.finish(reading)
}

/// The state of reading the rows of a table.
pub(super) struct Reader<'r, 'a, 'i> {
    pub(super) plan: &'r Plan<'a>,
    pub(super) choices: &'r Choices,
    pub(super) catalogue: &'r Catalogue,
    pub(super) groups: Vec<Group>,
    pub(super) place_columns: Vec<usize>,
    pub(super) per_row: PerRow,
    pub(super) places: Places<'a, 'i>,
    pub(super) items: Items<'a, 'r>,
    pub(super) moments: HashMap<&'a str, Option<AsOf>>,
    pub(super) claims: Claims<'r, 'a>,
    pub(super) merger: Option<ProvinceList>,
    pub(super) issues: Vec<Issue>,
    pub(super) cap: Cap,
    pub(super) entries: Vec<Entry>,
    pub(super) foot: Option<(CellRef, u32)>,
    pub(super) no_year: bool,
    /// First cell and text that mark figures as preliminary, and the number of these figures.
    pub(super) preliminary: Option<(CellRef, String, u32)>,
    /// Position of the first entry of each figure; sorted tables only.
    pub(super) known: HashMap<FigureKey, usize>,
}

/// Columns with one item per row.
pub(super) struct PerRow {
    pub(super) indicator: Option<usize>,
    pub(super) component: Option<usize>,
    pub(super) year: Option<usize>,
    pub(super) as_of: Option<usize>,
    pub(super) code: Option<usize>,
    /// Whether there are only codes, no names.
    pub(super) codes_only: bool,
}

impl<'r, 'a, 'i> Reader<'r, 'a, 'i> {
    fn new(
        plan: &'r Plan<'a>,
        spellings: Spellings<'a, 'i>,
        choices: &'r Choices,
        catalogue: &'r Catalogue,
        names: &'r Names<'_>,
    ) -> Self {
        let indicator = plan.indicator.map(|id| catalogue.indicator(id));
        let groups = groups(plan, indicator);
        let mut place_columns: Vec<usize> = groups.iter().map(|group| group.place).collect();
        place_columns.sort_unstable();
        place_columns.dedup();
        let code = plan.per_row(&Role::Code);
        let codes_only = plan.per_row(&Role::Province).is_none() && code.is_some();
        Self {
            plan,
            choices,
            catalogue,
            groups,
            place_columns,
            per_row: PerRow {
                indicator: plan.per_row(&Role::Indicator),
                component: plan.per_row(&Role::Component),
                year: plan.per_row(&Role::Year),
                as_of: plan.per_row(&Role::AsOf),
                code: code.filter(|_| !codes_only),
                codes_only,
            },
            places: Places::new(spellings, plan.table.view.sheet().sheet),
            items: Items::new(names),
            moments: HashMap::new(),
            claims: Claims::new(plan, choices),
            merger: None,
            issues: Vec::new(),
            cap: Cap::default(),
            entries: Vec::new(),
            foot: None,
            no_year: false,
            preliminary: None,
            known: HashMap::new(),
        }
    }

    /// Determines which list of provinces a file of the merger's year uses, from the names in the whole file.
    fn determine_merger_list(&mut self) {
        const MERGER: i32 = 2025;
        let (plan, year_column) = (self.plan, self.per_row.year);
        let possible = year_column.is_some()
            || plan.year == Some(MERGER)
            || self.groups.iter().any(|group| group.year == Some(MERGER));
        let Some(column) = plan
            .table
            .places
            .first()
            .copied()
            .filter(|_| possible && !plan.own_format)
        else {
            return;
        };
        let in_year = |row: usize| match year_column {
            Some(column) => year_in_cell(plan.table.view.get(row, column)).or(plan.year) == Some(MERGER),
            None => true,
        };
        let (basis, issue) = merger_basis(plan, &mut self.places.spellings, column, in_year);
        self.merger = basis;
        self.issues.extend(issue);
    }

    fn row(&mut self, row: usize) {
        let plan = self.plan;
        let mut named = false;
        for at in 0..self.place_columns.len() {
            let column = self.place_columns[at];
            let place = row_place(
                plan,
                &mut self.places.spellings,
                row,
                column,
                self.per_row.codes_only,
                || {
                    self.groups
                        .iter()
                        .any(|g| g.place == column && plan.table.view.raw(row, g.main()) != Cell::Empty)
                },
            );
            if matches!(place, RowPlace::None) {
                continue;
            }
            named = true;
            if let RowPlace::Name(id, _) = place {
                self.places.spellings.count(id, plan.table.view.at(row, column));
            }
            if let Some(facts) = self.row_facts(row) {
                self.figures(row, column, place, facts);
            }
        }
        if !named && !plan.table.view.empty_row(row) {
            let at = plan
                .table
                .view
                .at(row, self.place_columns.first().copied().unwrap_or(0));
            self.foot.get_or_insert((at, 0)).1 += 1;
        }
    }

    /// Reads all figures of a row that belong to one column of provinces.
    fn figures(&mut self, row: usize, column: usize, place: RowPlace<'a>, facts: RowFacts) {
        let at = self.plan.table.view.at(row, column);
        let mut reported = false;
        let mut coded = false;
        for group in 0..self.groups.len() {
            if self.groups[group].place != column {
                continue;
            }
            let as_of = facts.as_of;
            let stated_year = facts.year.or(self.groups[group].year);
            let year = stated_year
                .or_else(|| self.plan.year.filter(|_| !self.plan.own_format))
                .or_else(|| {
                    as_of
                        .filter(|_| !self.plan.own_format)
                        .and_then(AsOf::latest_day)
                        .map(Date::year)
                });
            if year.is_none() && as_of.is_none() && !self.plan.own_format {
                self.no_year = true;
                continue;
            }
            let scope = self.scope(year, as_of);
            let mut issues = Vec::new();
            let found = self.places.resolve(place, scope, at, &mut issues);
            if !reported {
                reported = !issues.is_empty();
                self.issues.append(&mut issues);
            }
            let Some(found) = found else { continue };
            if !coded {
                coded = true;
                self.compare_code(row, found, scope);
            }
            self.figure(row, group, found, RowFacts { year, ..facts });
        }
    }

    fn compare_code(&mut self, row: usize, place: Place, scope: Scope) {
        let Some(column) = self.per_row.code else { return };
        let cell = self.plan.table.view.get(row, column);
        if let Some(code) = code(cell) {
            let at = self.plan.table.view.at(row, column);
            let issue = self.places.compare_code(code, place, scope, at, &cell_text(cell));
            self.issues.extend(issue);
        }
    }

    fn scope(&self, year: Option<i32>, as_of: Option<AsOf>) -> Scope {
        match (as_of.and_then(AsOf::latest_day), year) {
            // A moment inside the year of the merger determines the list; "2025" does not.
            (Some(day), _) if !matches!(as_of, Some(AsOf::Year(_))) => Scope::day(day),
            (_, Some(year)) => Scope::year(year, self.merger.filter(|_| year == 2025)),
            (Some(day), None) => Scope::day(day),
            (None, None) => Scope {
                days: None,
                basis: ProvinceList::Before2025,
            },
        }
    }

    fn figure(&mut self, row: usize, group: usize, place: Place, facts: RowFacts) {
        let Some(id) = facts.indicator else { return };
        let indicator = self.catalogue.indicator(id);
        let group = self.groups[group].clone();
        let group = &group;
        let component = group.component.or(facts.component).unwrap_or(ComponentId::TOTAL);
        let Some(mut row_claim) = self.claims.claim(
            row,
            group,
            place,
            (indicator, component),
            &mut self.items,
            &mut self.issues,
        ) else {
            return;
        };
        self.note_preliminary(row, group.main(), &mut row_claim.claim);
        let key = FigureKey {
            indicator: id,
            component,
            place,
            basis: self.basis(place, facts, row_claim.claim.rank_of),
            year: facts.year,
            as_of: facts.as_of,
        };
        if let Some(mut ambiguous_value) = row_claim.ambiguous {
            ambiguous_value.entry = self.entries.len();
            self.claims.ambiguous.push(ambiguous_value);
        }
        if self.plan.table.sorted {
            let has_value = group.column(Field::Value).is_some();
            if let Some(first) = self.known.get(&key).copied().filter(|_| !has_value) {
                merge(&mut self.entries[first].claim, row_claim.claim);
                return;
            }
            self.known.entry(key).or_insert(self.entries.len());
        }
        let at = self.plan.table.view.at(row, group.main());
        self.entries.push(Entry {
            key,
            claim: row_claim.claim,
            at,
        });
    }

    /// Adds a note to each figure that the file marks as preliminary: such figures are to be replaced.
    fn note_preliminary(&mut self, row: usize, column: usize, claim: &mut Claim) {
        let plan = self.plan;
        let heading = &plan.headings[column];
        let year_cell = self
            .per_row
            .year
            .map(|column| (column, plan.table.view.text(row, column)));
        let (at, found) = match year_cell {
            _ if heading.preliminary => (plan.table.view.whole(column), heading.name.as_str()),
            Some((column, text)) if is_preliminary(text) => (plan.table.view.at(row, column), text),
            _ => match plan.table.titles.iter().find(|title| is_preliminary(title)) {
                Some(title) => (plan.table.view.sheet(), title.as_str()),
                None => return,
            },
        };
        let (vi, en) = ("Số liệu sơ bộ", "Preliminary figure");
        claim.note = Some(match claim.note.take() {
            Some(note) => Text::new(format!("{}; {vi}", note.vi), format!("{}; {en}", note.en)),
            None => Text::new(vi, en),
        });
        self.preliminary.get_or_insert_with(|| (at, found.to_owned(), 0)).2 += 1;
    }

    /// Returns the list of provinces that a figure belongs to: by the catalogue's rule, but in the year of the merger
    /// the names in the file take precedence over the day if nothing else decides.
    fn basis(&self, place: Place, facts: RowFacts, rank_of: Option<u16>) -> ProvinceList {
        let provinces = &self.catalogue.provinces;
        let open = provinces.listed(place) == Listed::Both && !matches!(rank_of, Some(63 | 64 | 34));
        match (self.merger, facts.year) {
            (Some(basis), Some(2025)) if open => basis,
            _ => provinces.basis(place, facts.year, facts.as_of, rank_of),
        }
    }
}

/// Merges ranks and tiers of a sorted table, which are in other rows than the values.
fn merge(into: &mut Claim, from: Claim) {
    into.rank = into.rank.or(from.rank);
    into.rank_of = into.rank_of.or(from.rank_of);
    into.tier = into.tier.take().or(from.tier);
    into.interval = into.interval.or(from.interval);
    into.of = into.of.or(from.of);
}

/// Returns the decimals of a component, for rounding numbers of workbooks.
pub(super) fn decimals(indicator: &Indicator, component: ComponentId) -> u8 {
    indicator.decimals(component)
}

/// Returns the decimal mark that is known in advance; this project's own format uses points.
pub(super) fn known_decimal_mark(plan: &Plan<'_>, choices: &Choices) -> Option<Decimal> {
    if plan.own_format {
        Some(Decimal::Point)
    } else {
        choices.decimal
    }
}
