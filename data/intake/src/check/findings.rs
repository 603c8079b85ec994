//! Issues as they are found: no two of a kind at one cell.

use std::collections::HashSet;

use domain::{
    Claim, FigureKey, Place, Snapshot, Text,
    upload::{Arg, CellRef, Entry, Issue, IssueKind, Reading},
};

/// Issues that the checks add to those of the reader.
pub(super) struct Findings {
    seen: HashSet<(IssueKind, CellRef)>,
    issues: Vec<Issue>,
}

impl Findings {
    pub(super) fn new(reading: &Reading) -> Self {
        Self {
            seen: reading.issues.iter().map(|issue| (issue.kind, issue.at)).collect(),
            issues: Vec::new(),
        }
    }

    /// Adds an issue, unless the cell has one of its kind.
    pub(super) fn add(&mut self, kind: IssueKind, at: CellRef, found: &str, args: Vec<Arg>) {
        if self.seen.insert((kind, at)) {
            self.issues.push(Issue::new(kind, at, found, args));
        }
    }

    /// Adds an issue that stands at no cell of its own; there may be several.
    pub(super) fn add_to_sheet(&mut self, kind: IssueKind, sheet: u16, found: &str, args: Vec<Arg>) {
        let at = CellRef {
            sheet,
            ..CellRef::default()
        };
        self.issues.push(Issue::new(kind, at, found, args));
    }

    /// Puts the issues among the reader's, by place in the file.
    pub(super) fn hand_over(self, reading: &mut Reading) {
        reading.issues.extend(self.issues);
        reading.issues.sort_by_key(|issue| (issue.at, issue.kind));
    }
}

/// A value as the file gives it.
pub(super) fn shown(claim: &Claim) -> String {
    match (claim.value, claim.rank) {
        (Some(value), _) => format!("{:.*}", usize::from(value.digits), value.value),
        (None, Some(rank)) => rank.to_string(),
        (None, None) => claim.tier.clone().unwrap_or_default(),
    }
}

/// The name of an entry's place, as it was called then.
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

/// The sheet that entries come from.
pub(super) fn sheet_of(entries: &[Entry]) -> u16 {
    entries.first().map_or(0, |entry| entry.at.sheet)
}
