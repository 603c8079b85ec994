//! The rows of a table as figures.

use std::collections::{BTreeSet, HashMap};

use domain::{
    AsOf, Basis, Catalogue, Claim, ComponentId, Date, FigureKey, Indicator, IndicatorId, Listed, Place, Snapshot,
    upload::{Arg, CellRef, Choices, Column, Decimal, Entry, Field, Issue, IssueKind, Layout, Reading, Role, Shape},
};
use sheets::Cell;

use super::{
    claims::Claims,
    groups::{Group, groups},
    items::Items,
    marks,
    plan::Plan,
    row_places::{Places, RowPlace, code, merger_basis, row_place},
    settle,
};
use crate::{
    layout::shown,
    names::Names,
    places::{Book, Scope},
    values::{as_of, year_in_cell},
};

/// Reads every row; gives the years of the figures.
pub(super) fn read<'a>(
    plan: &Plan<'a>,
    book: Book<'a, '_>,
    choices: &Choices,
    current: &Snapshot,
    names: &Names<'_>,
    reading: &mut Reading,
) -> Vec<i32> {
    let catalogue = &*current.catalogue;
    let mut reader = Reader::new(plan, book, choices, catalogue, names);
    reader.settle_merger();
    for row in plan.table.body.clone() {
        if !plan.table.repeats.contains(&row) {
            reader.row(row);
        }
    }
    reader.hand_over(reading)
}

/// What a row says of all its figures.
#[derive(Clone, Copy)]
struct RowFacts {
    indicator: Option<IndicatorId>,
    component: Option<ComponentId>,
    year: Option<i32>,
    as_of: Option<AsOf>,
}

struct Reader<'r, 'a, 'i> {
    plan: &'r Plan<'a>,
    choices: &'r Choices,
    catalogue: &'r Catalogue,
    groups: Vec<Group>,
    place_columns: Vec<usize>,
    per_row: PerRow,
    places: Places<'a, 'i>,
    items: Items<'a, 'r>,
    moments: HashMap<&'a str, Option<AsOf>>,
    claims: Claims<'r, 'a>,
    merger: Option<Basis>,
    issues: Vec<Issue>,
    entries: Vec<Entry>,
    foot: Option<(CellRef, u32)>,
    no_year: bool,
    /// Sorted tables only: where each figure was first read.
    known: HashMap<FigureKey, usize>,
}

/// Columns that hold one thing a row.
struct PerRow {
    indicator: Option<usize>,
    component: Option<usize>,
    year: Option<usize>,
    as_of: Option<usize>,
    code: Option<usize>,
    /// No names, only codes.
    codes_only: bool,
}

impl<'r, 'a, 'i> Reader<'r, 'a, 'i> {
    fn new(
        plan: &'r Plan<'a>,
        book: Book<'a, 'i>,
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
            places: Places::new(book, plan.table.view.sheet().sheet),
            items: Items::new(names),
            moments: HashMap::new(),
            claims: Claims::new(plan, choices),
            merger: None,
            issues: Vec::new(),
            entries: Vec::new(),
            foot: None,
            no_year: false,
            known: HashMap::new(),
        }
    }

    /// In the year of the merger the names of the whole file say which list is meant.
    fn settle_merger(&mut self) {
        const MERGER: i32 = 2025;
        let (plan, year_column) = (self.plan, self.per_row.year);
        let possible = year_column.is_some()
            || plan.year == Some(MERGER)
            || self.groups.iter().any(|group| group.year == Some(MERGER));
        let Some(column) = plan.table.places.first().copied().filter(|_| possible && !plan.own) else {
            return;
        };
        let in_year = |row: usize| match year_column {
            Some(column) => year_in_cell(plan.table.view.get(row, column)).or(plan.year) == Some(MERGER),
            None => true,
        };
        let (basis, issue) = merger_basis(plan, &mut self.places.book, column, in_year);
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
                &mut self.places.book,
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
                self.places.book.count(id, plan.table.view.at(row, column));
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

    /// All figures of a row that stand under one column of provinces.
    fn figures(&mut self, row: usize, column: usize, place: RowPlace<'a>, facts: RowFacts) {
        let at = self.plan.table.view.at(row, column);
        let mut told = false;
        let mut coded = false;
        for group in 0..self.groups.len() {
            if self.groups[group].place != column {
                continue;
            }
            let as_of = facts.as_of;
            let own_year = facts.year.or(self.groups[group].year);
            let year = own_year
                .or_else(|| self.plan.year.filter(|_| !self.plan.own))
                .or_else(|| {
                    as_of
                        .filter(|_| !self.plan.own)
                        .and_then(AsOf::latest_day)
                        .map(Date::year)
                });
            if year.is_none() && as_of.is_none() && !self.plan.own {
                self.no_year = true;
                continue;
            }
            let scope = self.scope(year, as_of);
            let mut issues = Vec::new();
            let found = self.places.resolve(place, scope, at, &mut issues);
            if !told {
                told = !issues.is_empty();
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
            let issue = self.places.compare_code(code, place, scope, at, &shown(cell));
            self.issues.extend(issue);
        }
    }

    fn scope(&self, year: Option<i32>, as_of: Option<AsOf>) -> Scope {
        match (as_of.and_then(AsOf::latest_day), year) {
            // A moment inside the year of the merger settles the list; "2025" does not.
            (Some(day), _) if !matches!(as_of, Some(AsOf::Year(_))) => Scope::day(day),
            (_, Some(year)) => Scope::year(year, self.merger.filter(|_| year == 2025)),
            (Some(day), None) => Scope::day(day),
            (None, None) => Scope {
                days: None,
                basis: Basis::Of63,
            },
        }
    }

    fn figure(&mut self, row: usize, group: usize, place: Place, facts: RowFacts) {
        let Some(id) = facts.indicator else { return };
        let indicator = self.catalogue.indicator(id);
        let group = &self.groups[group];
        let component = group.component.or(facts.component).unwrap_or(ComponentId::TOTAL);
        let Some(made) = self.claims.claim(
            row,
            group,
            place,
            (indicator, component),
            &mut self.items,
            &mut self.issues,
        ) else {
            return;
        };
        let key = FigureKey {
            indicator: id,
            component,
            place,
            basis: self.basis(place, facts, made.claim.rank_of),
            year: facts.year,
            as_of: facts.as_of,
        };
        if let Some(mut unsure) = made.unsure {
            unsure.entry = self.entries.len();
            self.claims.unsure.push(unsure);
        }
        if self.plan.table.sorted {
            let has_value = group.column(Field::Value).is_some();
            if let Some(first) = self.known.get(&key).copied().filter(|_| !has_value) {
                merge(&mut self.entries[first].claim, made.claim);
                return;
            }
            self.known.entry(key).or_insert(self.entries.len());
        }
        let at = self.plan.table.view.at(row, group.main());
        self.entries.push(Entry {
            key,
            claim: made.claim,
            at,
        });
    }

    /// Which set of provinces a figure belongs to. Units of one list settle it; for those
    /// in both, the country and the regions, the number ranked, the names of the file, the
    /// day and at last the year decide.
    fn basis(&self, place: Place, facts: RowFacts, rank_of: Option<u16>) -> Basis {
        let provinces = &self.catalogue.provinces;
        let listed = match place {
            Place::Province(id) => provinces.get(id).listed,
            Place::Region(id) if provinces.region(id).scheme.ends_with("34") => Listed::Of34,
            Place::Region(_) => Listed::Of63,
            Place::Nation => Listed::Both,
        };
        match (listed, rank_of) {
            (Listed::Of63, _) | (Listed::Both, Some(63 | 64)) => Basis::Of63,
            (Listed::Of34, _) | (Listed::Both, Some(34)) => Basis::Of34,
            (Listed::Both, _) => {
                if let (Some(basis), Some(2025)) = (self.merger, facts.year) {
                    return basis;
                }
                let day = facts
                    .as_of
                    .and_then(AsOf::latest_day)
                    .or(facts.year.map(Date::year_end));
                day.map_or(Basis::Of63, Basis::on)
            }
        }
    }

    /// Indicator, component, year and moment of a row; nothing when one of them is wrong.
    fn row_facts(&mut self, row: usize) -> Option<RowFacts> {
        let view = &self.plan.table.view;
        let year = match self
            .per_row
            .year
            .map(|column| (view.get(row, column), view.at(row, column)))
        {
            None | Some((Cell::Empty, _)) => None,
            Some((cell, at)) => match year_in_cell(cell) {
                Some(year) => Some(year),
                None => {
                    let args = vec![Arg::Text("2024".into())];
                    self.issues.push(Issue::new(IssueKind::BadYear, at, &shown(cell), args));
                    return None;
                }
            },
        };
        let as_of = match self
            .per_row
            .as_of
            .map(|column| (view.get(row, column), view.at(row, column)))
        {
            None => self.choices.as_of,
            Some((Cell::Empty, _)) => self.choices.as_of.filter(|_| !self.plan.own),
            Some((cell, at)) => {
                let moment = match cell {
                    Cell::Text(text) => *self.moments.entry(text).or_insert_with(|| as_of(cell)),
                    cell => as_of(cell),
                };
                if moment.is_none() {
                    let args = vec![Arg::Text("30/6/2024".into())];
                    self.issues.push(Issue::new(IssueKind::BadYear, at, &shown(cell), args));
                    return None;
                }
                moment
            }
        };
        self.named(row, year.or(self.plan.year))
            .map(|(indicator, component)| RowFacts {
                indicator,
                component,
                year,
                as_of,
            })
    }

    /// The indicator and the component that a row names.
    fn named(&mut self, row: usize, year: Option<i32>) -> Option<(Option<IndicatorId>, Option<ComponentId>)> {
        let view = &self.plan.table.view;
        let mut indicator = self.plan.indicator;
        let mut component = None;
        if let Some(column) = self.per_row.indicator
            && !view.text(row, column).is_empty()
        {
            let text = view.text(row, column);
            match (self.items.indicator(text), indicator) {
                (Some(id), _) => indicator = Some(id),
                (None, Some(id)) => match self.items.component(id, text, year) {
                    Some((_, part)) => component = Some(part),
                    None => return self.unknown(text, row, column),
                },
                (None, None) => return self.unknown(text, row, column),
            }
        }
        if let Some(column) = self.per_row.component {
            let text = view.text(row, column);
            if let (false, Some(id)) = (text.is_empty(), indicator) {
                match self.items.component(id, text, year) {
                    Some((_, part)) => component = Some(part),
                    None => return self.unknown(text, row, column),
                }
            }
        }
        Some((indicator, component))
    }

    fn unknown<T>(&mut self, text: &'a str, row: usize, column: usize) -> Option<T> {
        let at = self.plan.table.view.at(row, column);
        self.items.unknown(text, at);
        None
    }

    fn hand_over(mut self, reading: &mut Reading) -> Vec<i32> {
        let plan = self.plan;
        let known = self
            .entries
            .iter()
            .any(|entry| matches!(entry.key.place, Place::Province(_)));
        reading
            .issues
            .extend(marks::of_plan(plan, self.choices, self.catalogue, known));
        if self.no_year {
            reading
                .issues
                .push(Issue::new(IssueKind::NoYear, plan.table.view.sheet(), "", Vec::new()));
        }
        if let Some((at, count)) = self.foot {
            let args = vec![Arg::Number(f64::from(count), 0)];
            reading.issues.push(Issue::new(IssueKind::FootRows, at, "", args));
        }
        reading.issues.extend(plan.columns.issues.iter().cloned());
        let decimal = settle::settle(
            &mut self.claims,
            &mut self.entries,
            self.choices,
            self.catalogue,
            &mut self.issues,
        );
        settle::fractions(&mut self.entries, plan, self.choices, self.catalogue, &mut self.issues);
        if let Some(file) = &mut reading.file {
            file.decimal = decimal;
        }
        self.items.hand_over(&mut self.issues);
        reading.issues.append(&mut self.issues);
        self.places.hand_over(reading);
        let years: BTreeSet<i32> = self.entries.iter().filter_map(|entry| entry.key.year).collect();
        reading.years = years.into_iter().collect();
        reading.indicator =
            one_indicator(&self.entries).or(plan.indicator.filter(|_| self.per_row.indicator.is_none()));
        reading.entries = self.entries;
        reading.layout = Some(layout(plan));
        reading.columns = columns(plan);
        reading.years.clone()
    }
}

/// Ranks and tiers of a sorted table stand apart from the values.
fn merge(into: &mut Claim, from: Claim) {
    into.rank = into.rank.or(from.rank);
    into.rank_of = into.rank_of.or(from.rank_of);
    into.tier = into.tier.take().or(from.tier);
    into.interval = into.interval.or(from.interval);
    into.of = into.of.or(from.of);
}

fn one_indicator(entries: &[Entry]) -> Option<IndicatorId> {
    let first = entries.first()?.key.indicator;
    entries.iter().all(|e| e.key.indicator == first).then_some(first)
}

fn layout(plan: &Plan<'_>) -> Layout {
    let table = &plan.table;
    let shape = if table.view.across() {
        Shape::Across
    } else if table.sorted {
        Shape::Sorted
    } else if plan.tidy() {
        Shape::Tidy
    } else {
        Shape::Wide
    };
    let last = table.body.end.saturating_sub(1).max(table.body.start);
    Layout {
        shape,
        axis: if table.view.across() {
            domain::upload::Axis::Rows
        } else {
            domain::upload::Axis::Columns
        },
        header: if table.header.is_empty() {
            0
        } else {
            table.view.line(table.header.start)
        },
        header_rows: u32::try_from(table.header.len()).unwrap_or(0),
        rows: (table.view.line(table.body.start), table.view.line(last)),
        titles: table.titles.clone(),
    }
}

fn columns(plan: &Plan<'_>) -> Vec<Column> {
    plan.columns
        .list
        .iter()
        .map(|assigned| {
            let content = &plan.contents[assigned.column];
            Column {
                at: plan.table.view.number(assigned.column),
                name: plan.headings[assigned.column].name.clone(),
                samples: content.samples.clone(),
                filled: content.filled,
                role: assigned.role.clone(),
                confidence: assigned.confidence,
            }
        })
        .collect()
}

/// Decimals of a component, for rounding numbers of workbooks.
pub(super) fn decimals(indicator: &Indicator, component: ComponentId) -> u8 {
    indicator.decimals(component)
}

/// The decimal mark that the choices settle; our own files have points.
pub(super) fn settled(plan: &Plan<'_>, choices: &Choices) -> Option<Decimal> {
    if plan.own {
        Some(Decimal::Point)
    } else {
        choices.decimal
    }
}
