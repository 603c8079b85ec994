//! Groups tables into drafts.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::{
    FigureKey, IndicatorId,
    number::round,
    upload::{Choices, Entry, Open, TableRef, Unread, column_of_table},
};

use super::examine::{Candidate, IndicatorSlice};

/// The outcome for a slice.
pub(super) enum SliceOutcome {
    /// It is read in the draft at this position.
    Draft(usize),
    /// It is not read.
    Unread(Unread),
    /// The user must state its indicator or year.
    Open(Open),
}

/// The drafts, and the outcome for each slice.
pub(super) struct Drafts {
    pub(super) choices: Vec<Choices>,
    pub(super) outcomes: Vec<SliceOutcome>,
}

impl Drafts {
    /// Returns one draft with choices that a user made for one table.
    pub(super) fn one(choices: &Choices, slice: Option<&IndicatorSlice>) -> Self {
        Self {
            choices: vec![choices.clone()],
            outcomes: slice.map(|_| SliceOutcome::Draft(0)).into_iter().collect(),
        }
    }
}

/// Groups slices with the same indicator and years.
pub(super) fn drafts(slices: &[IndicatorSlice], candidates: &[Candidate<'_>], base: &Choices) -> Drafts {
    let open = |slice: &IndicatorSlice| SliceOutcome::Open(slice.open.clone());
    let mut outcomes: Vec<SliceOutcome> = slices.iter().map(open).collect();
    let mut choices = Vec::new();
    let repeats = summaries(slices, candidates);
    for (slice, table) in &repeats {
        outcomes[*slice] = SliceOutcome::Unread(Unread::Same(table.clone()));
    }
    let mut groups = groups(slices);
    for members in &mut groups {
        members.retain(|slice| !repeats.contains_key(slice));
    }
    groups.retain(|members| !members.is_empty());
    for members in &groups {
        let found = Members::of(slices, members, candidates);
        for (slice, outcome) in found.rejected {
            outcomes[slice] = outcome;
        }
        if found.selected.is_empty() {
            continue;
        }
        for slice in &found.selected {
            outcomes[*slice] = SliceOutcome::Draft(choices.len());
        }
        let mut draft = choices_of(slices, &found.selected, candidates, base);
        if found.conflicting && groups.len() == 1 {
            // Ask one question, which sheet to use, instead of one for each figure.
            draft.sheet.clone_from(&base.sheet);
            draft.also.clear();
        }
        choices.push(draft);
    }
    Drafts { choices, outcomes }
}

type Key = (Vec<IndicatorId>, Vec<i32>);

/// Returns the positions of the slices of each draft, in the order of their first tables.
fn groups(slices: &[IndicatorSlice]) -> Vec<Vec<usize>> {
    let closed: Vec<usize> = (0..slices.len()).filter(|at| !slices[*at].is_open()).collect();
    let mut groups: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for at in closed {
        let slice = &slices[at];
        let key = (slice.indicators.clone(), slice.years.clone());
        groups.entry(key).or_default().push(at);
    }
    // The sheets of one year belong to a table with that year and the previous one; if there are sheets of several
    // years, each year is a draft.
    let wide: Vec<(Key, Key)> = groups
        .keys()
        .filter(|(_, years)| years.len() > 1)
        .filter_map(|wide| {
            let mut single_year = groups.keys().filter(|key| key.0 == wide.0 && key.1.len() == 1);
            match (single_year.next(), single_year.next()) {
                (Some(only), None) if wide.1.contains(&only.1[0]) => Some((wide.clone(), only.clone())),
                _ => None,
            }
        })
        .collect();
    for (wide, only) in wide {
        let single_year = groups.remove(&only).unwrap_or_default();
        groups.entry(wide).or_default().extend(single_year);
    }
    let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
    for members in &mut groups {
        members.sort_unstable();
    }
    groups.sort_unstable();
    groups
}

/// Returns the tables of several years whose figures are all in sheets of single years too, each with the first of
/// those.
fn summaries(slices: &[IndicatorSlice], candidates: &[Candidate<'_>]) -> BTreeMap<usize, TableRef> {
    let mut repeats = BTreeMap::new();
    for (at, slice) in slices.iter().enumerate().filter(|(_, slice)| slice.years.len() > 1) {
        let single_year = slices.iter().filter(|other| {
            other.years.len() == 1 && other.indicators == slice.indicators && !other.entries.is_empty()
        });
        let mut known = Values::new();
        let mut first = None;
        for other in single_year {
            first.get_or_insert_with(|| candidates[other.table].table.clone());
            known.extend(values(&other.entries));
        }
        if let Some(first) = first
            && compare(&known, slice) == (0, 0)
        {
            repeats.insert(at, first);
        }
    }
    repeats
}

/// Values by figure, for comparing tables with one another.
type Values = HashMap<FigureKey, (Option<f64>, u8)>;

fn values(entries: &[Entry]) -> Values {
    let value = |entry: &Entry| match entry.claim.value {
        Some(quantity) => (Some(quantity.value), quantity.digits),
        None => (entry.claim.rank.map(f64::from), 0),
    };
    entries.iter().map(|entry| (entry.key, value(entry))).collect()
}

/// Returns the number of figures in a slice that the others lack, and of those for which they have different values.
fn compare(known: &Values, slice: &IndicatorSlice) -> (usize, usize) {
    let (mut new, mut differing) = (0, 0);
    for (key, (value, digits)) in values(&slice.entries) {
        crate::limit::step();
        let Some((other, other_digits)) = known.get(&key) else {
            new += 1;
            continue;
        };
        // A summary has fewer decimals than the sheet of its part.
        let digits = digits.min(*other_digits);
        let same = match (value, other) {
            (Some(a), Some(b)) => (round(a, digits) - round(*b, digits)).abs() < 1e-9,
            (a, b) => a.is_none() == b.is_none(),
        };
        differing += usize::from(!same);
    }
    (new, differing)
}

/// The slices of a group that are read together, and the outcome for the others.
#[derive(Default)]
struct Members {
    selected: Vec<usize>,
    rejected: Vec<(usize, SliceOutcome)>,
    /// Whether some of the selected slices have different values for the same figures.
    conflicting: bool,
}

impl Members {
    fn of(slices: &[IndicatorSlice], members: &[usize], candidates: &[Candidate<'_>]) -> Self {
        let mut found = Self::default();
        let undated = undated(slices, members);
        let ask = |year| {
            SliceOutcome::Open(Open {
                year,
                ..Open::default()
            })
        };
        found.rejected.extend(undated.iter().map(|at| (*at, ask(true))));
        let mut by_size: Vec<usize> = members.iter().copied().filter(|at| !undated.contains(at)).collect();
        by_size.sort_by_key(|at| (std::cmp::Reverse(slices[*at].entries.len()), *at));
        let Some(first) = by_size.first().copied() else {
            return found;
        };
        let table = |at: usize| candidates[slices[at].table].table.clone();
        let fullest = slices[first].entries.len();
        let mut known = values(&slices[first].entries);
        found.selected.push(first);
        for at in by_size.into_iter().skip(1) {
            let slice = &slices[at];
            let all = slice.entries.len();
            let (new, differing) = compare(&known, slice);
            // A sheet of a part, much smaller than the summary.
            let part = all * 10 <= fullest * 6;
            let why = if all == 0 && fullest > 0 {
                Unread::Unknown(table(first))
            } else if new * 10 >= all || (differing > 0 && !part) {
                found.conflicting |= new * 10 < all;
                known.extend(values(&slice.entries));
                found.selected.push(at);
                continue;
            } else if differing > 0 {
                Unread::Differs(table(first), differing)
            } else {
                Unread::Same(table(first))
            };
            found.rejected.push((at, SliceOutcome::Unread(why)));
        }
        found.selected.sort_unstable();
        found
    }
}

/// Returns tables that are dated only by the file's name and contradict one another: they are from different years.
fn undated(slices: &[IndicatorSlice], members: &[usize]) -> BTreeSet<usize> {
    let by_name: Vec<usize> = members.iter().copied().filter(|at| slices[*at].by_name.year).collect();
    let mut undated = BTreeSet::new();
    let mut first: Option<(usize, Values)> = None;
    for at in by_name {
        match &first {
            None => first = Some((at, values(&slices[at].entries))),
            Some((one, known)) => {
                let (new, differing) = compare(known, &slices[at]);
                if differing > 0 && new * 2 < slices[at].entries.len() {
                    undated.extend([*one, at]);
                }
            }
        }
    }
    undated
}

/// Returns the initial choices for a draft of these slices.
fn choices_of(slices: &[IndicatorSlice], selected: &[usize], candidates: &[Candidate<'_>], base: &Choices) -> Choices {
    let mut choices = base.clone();
    let mut columns = BTreeMap::new();
    for (nth, at) in selected.iter().enumerate() {
        let slice = &slices[*at];
        let TableRef { sheet, rows } = candidates[slice.table].table.clone();
        if nth == 0 {
            choices.sheet = Some(sheet).filter(|name| !name.is_empty());
            choices.rows = rows;
        } else {
            choices.also.insert(nth, TableRef { sheet, rows });
        }
        choices.indicator = choices.indicator.or_else(|| slice.choices.indicator.clone());
        choices.year = choices.year.or(slice.choices.year);
        let numbered = slice.choices.columns.iter();
        columns.extend(numbered.map(|(at, role)| (column_of_table(nth, *at), role.clone())));
    }
    choices.columns = columns;
    choices
}
