//! Collects issues, with at most one of each kind per cell.

use std::collections::HashSet;

use domain::{
    Claim, FigureKey, Place, Snapshot, Text,
    upload::{
        Arg, Axis, CellRef, Column, Entry, Field, Issue, IssueKind, Reading, Role, Severity, Shape, column_in_table,
    },
};

use crate::{
    cap::{Cap, cap},
    limit::step,
};

/// The issues that the checks add to those of the reader.
pub(super) struct Findings {
    seen: HashSet<(IssueKind, CellRef)>,
    issues: Vec<Issue>,
    cap: Cap,
}

impl Findings {
    pub(super) fn new(reading: &Reading) -> Self {
        Self {
            seen: reading.issues.iter().map(|issue| (issue.kind, issue.at)).collect(),
            issues: Vec::new(),
            cap: Cap::default(),
        }
    }

    /// Adds an issue, unless the cell already has one of that kind.
    pub(super) fn add(&mut self, kind: IssueKind, at: CellRef, found: &str, args: Vec<Arg>) {
        step();
        if self.seen.insert((kind, at)) {
            self.issues.push(Issue::new(kind, at, found, args));
            self.cap.trim(&mut self.issues);
        }
    }

    /// Returns true if a cell has an issue of one of these kinds.
    pub(super) fn has(&self, kinds: &[IssueKind], at: CellRef) -> bool {
        kinds.iter().any(|kind| self.seen.contains(&(*kind, at)))
    }

    /// Returns true if any cell has an issue of a kind.
    pub(super) fn any(&self, kind: IssueKind) -> bool {
        self.seen.iter().any(|(seen, _)| *seen == kind)
    }

    /// Adds an issue that belongs to no particular cell; there may be several of a kind.
    pub(super) fn add_to_sheet(&mut self, kind: IssueKind, sheet: u16, found: &str, args: Vec<Arg>) {
        let at = CellRef {
            sheet,
            ..CellRef::default()
        };
        self.issues.push(Issue::new(kind, at, found, args));
    }

    /// Returns true if an issue blocks publishing already.
    pub(super) fn blocked(&self, reading: &Reading) -> bool {
        let mut all = reading.issues.iter().chain(&self.issues);
        all.any(|issue| issue.kind.severity() == Severity::Error)
    }

    /// Merges the issues into those of the reader, ordered by place in the file.
    pub(super) fn merge_into(mut self, reading: &mut Reading) {
        self.cap.finish(&mut self.issues);
        reading.issues.extend(self.issues);
        reading.issues.sort_by_key(|issue| (issue.at, issue.kind));
        cap(reading);
    }
}

/// Returns a claim's value as the file gives it.
pub(super) fn claim_text(claim: &Claim) -> String {
    match (claim.value, claim.rank) {
        (Some(value), _) => format!("{:.*}", usize::from(value.digits), value.value),
        (None, Some(rank)) => rank.to_string(),
        (None, None) => claim.tier.clone().unwrap_or_default(),
    }
}

/// Returns the name of an entry's place in the year of the figure.
pub(super) fn place_name(current: &Snapshot, key: &FigureKey) -> Arg {
    let provinces = &current.catalogue.provinces;
    Arg::Both(match key.place {
        Place::Nation => Text::new("Cả nước", "Viet Nam"),
        Place::Region(id) => provinces.region(id).name.clone(),
        Place::Province(id) => {
            let province = provinces.get(id);
            key.year.map_or(&province.name, |year| province.name_in(year)).clone()
        }
    })
}

/// Returns the cell of an entry's rank: next to its value, in the matching column of ranks; the entry's own cell if
/// there is no such column, or no value.
pub(super) fn rank_cell(reading: &Reading, current: &Snapshot, entry: &Entry) -> CellRef {
    if entry.claim.value.is_none() {
        return entry.at;
    }
    let component = &current
        .catalogue
        .indicator(entry.key.indicator)
        .component(entry.key.component)
        .slug;
    let belongs = |column: &&Column| match &column.role {
        Role::Figure {
            field: Field::Rank,
            component: of,
            year,
        } => (of.is_empty() || of == component) && (year.is_none() || *year == entry.key.year),
        _ => false,
    };
    // If several columns match, take the most specific one.
    let specificity = |column: &&Column| match &column.role {
        Role::Figure { component, year, .. } => (!component.is_empty(), year.is_some()),
        _ => (false, false),
    };
    let table = reading.table_at(entry.at);
    let found = reading
        .columns
        .iter()
        .filter(|column| matches!(column.role, Role::Figure { field: Field::Rank, .. }))
        .filter(|column| column_in_table(column.at).0 == table)
        .filter(belongs)
        .max_by_key(specificity)
        .map(|column| column_in_table(column.at).1);
    match (found, reading.layout_of(table).map(|layout| layout.axis)) {
        (Some(row), Some(Axis::Rows)) => CellRef { row, ..entry.at },
        (Some(column), _) => CellRef { column, ..entry.at },
        (None, _) => entry.at,
    }
}

/// Returns the cell that represents a column as a whole: the head of an entry's column, or of its row if provinces run
/// across; in long tables, whose columns hold many components, the entry's own cell.
pub(super) fn column_cell(reading: &Reading, entry: usize) -> CellRef {
    let at = reading.entries[entry].at;
    let layout = reading.layout_of(reading.table_at(at));
    match layout.map(|layout| (layout.shape, layout.axis)) {
        None | Some((Shape::Tidy, _)) => at,
        Some((_, Axis::Rows)) => CellRef { column: 0, ..at },
        Some((_, Axis::Columns)) => CellRef { row: 0, ..at },
    }
}

/// Returns the sheet of the entries.
pub(super) fn sheet_of(entries: &[Entry]) -> u16 {
    entries.first().map_or(0, |entry| entry.at.sheet)
}
