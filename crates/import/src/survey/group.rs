//! Which tables belong to one draft.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::{
    FigureKey, IndicatorId,
    number::round,
    upload::{Choices, Entry, Open, TableRef, Unread, column_of_table},
};

use super::look::{Candidate, Share};

/// What becomes of a share.
pub(super) enum Becomes {
    /// It is read in the draft at this position.
    Draft(usize),
    /// It is not read.
    Unread(Unread),
    /// The user must say what it is of.
    Open(Open),
}

/// The drafts, and what becomes of each share.
pub(super) struct Drafts {
    pub(super) choices: Vec<Choices>,
    pub(super) becomes: Vec<Becomes>,
}

impl Drafts {
    /// One draft with choices that a user made for one table.
    pub(super) fn one(choices: &Choices, share: Option<&Share>) -> Self {
        Self {
            choices: vec![choices.clone()],
            becomes: share.map(|_| Becomes::Draft(0)).into_iter().collect(),
        }
    }
}

/// Puts shares of the same indicator and years together.
pub(super) fn drafts(shares: &[Share], candidates: &[Candidate<'_>], base: &Choices) -> Drafts {
    let open = |share: &Share| Becomes::Open(share.open.clone());
    let mut becomes: Vec<Becomes> = shares.iter().map(open).collect();
    let mut choices = Vec::new();
    let repeats = summaries(shares, candidates);
    for (share, of) in &repeats {
        becomes[*share] = Becomes::Unread(Unread::Same(of.clone()));
    }
    let mut groups = groups(shares);
    for members in &mut groups {
        members.retain(|share| !repeats.contains_key(share));
    }
    groups.retain(|members| !members.is_empty());
    for members in &groups {
        let found = Members::of(shares, members, candidates);
        for (share, what) in found.refused {
            becomes[share] = what;
        }
        if found.taken.is_empty() {
            continue;
        }
        for share in &found.taken {
            becomes[*share] = Becomes::Draft(choices.len());
        }
        let mut draft = choices_of(shares, &found.taken, candidates, base);
        if found.rivals && groups.len() == 1 {
            // One question, which sheet is meant, in place of one for each figure.
            draft.sheet.clone_from(&base.sheet);
            draft.also.clear();
        }
        choices.push(draft);
    }
    Drafts { choices, becomes }
}

type Key = (Vec<IndicatorId>, Vec<i32>);

/// Positions of the shares of each draft, in the order of their first tables.
fn groups(shares: &[Share]) -> Vec<Vec<usize>> {
    let closed: Vec<usize> = (0..shares.len()).filter(|at| !shares[*at].is_open()).collect();
    let mut groups: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for at in closed {
        let share = &shares[at];
        let key = (share.indicators.clone(), share.years.clone());
        groups.entry(key).or_default().push(at);
    }
    // The sheets of one year belong to a table of that year and the year before; where there are sheets of
    // several years, each year is a draft.
    let wide: Vec<(Key, Key)> = groups
        .keys()
        .filter(|(_, years)| years.len() > 1)
        .filter_map(|wide| {
            let mut of_one = groups.keys().filter(|key| key.0 == wide.0 && key.1.len() == 1);
            match (of_one.next(), of_one.next()) {
                (Some(only), None) if wide.1.contains(&only.1[0]) => Some((wide.clone(), only.clone())),
                _ => None,
            }
        })
        .collect();
    for (wide, only) in wide {
        let of_one = groups.remove(&only).unwrap_or_default();
        groups.entry(wide).or_default().extend(of_one);
    }
    let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
    for members in &mut groups {
        members.sort_unstable();
    }
    groups.sort_unstable();
    groups
}

/// Tables of several years whose figures all are in the sheets of single years as well, with the first of those.
fn summaries(shares: &[Share], candidates: &[Candidate<'_>]) -> BTreeMap<usize, TableRef> {
    let mut repeats = BTreeMap::new();
    for (at, share) in shares.iter().enumerate().filter(|(_, share)| share.years.len() > 1) {
        let of_one = shares.iter().filter(|other| {
            other.years.len() == 1 && other.indicators == share.indicators && !other.entries.is_empty()
        });
        let mut known = Values::new();
        let mut first = None;
        for other in of_one {
            first.get_or_insert_with(|| candidates[other.table].table.clone());
            known.extend(values(&other.entries));
        }
        if let Some(first) = first
            && compare(&known, share) == (0, 0)
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

/// How many figures of a table others do not have, and for how many they have other values.
fn compare(known: &Values, share: &Share) -> (usize, usize) {
    let (mut new, mut differing) = (0, 0);
    for (key, (value, digits)) in values(&share.entries) {
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

/// The shares of a group that are read together, and what becomes of the others.
#[derive(Default)]
struct Members {
    taken: Vec<usize>,
    refused: Vec<(usize, Becomes)>,
    /// Some of those that are taken have the same figures with other values.
    rivals: bool,
}

impl Members {
    fn of(shares: &[Share], members: &[usize], candidates: &[Candidate<'_>]) -> Self {
        let mut found = Self::default();
        let undated = undated(shares, members);
        let asked = |year| {
            Becomes::Open(Open {
                year,
                ..Open::default()
            })
        };
        found.refused.extend(undated.iter().map(|at| (*at, asked(true))));
        let mut by_size: Vec<usize> = members.iter().copied().filter(|at| !undated.contains(at)).collect();
        by_size.sort_by_key(|at| (std::cmp::Reverse(shares[*at].entries.len()), *at));
        let Some(first) = by_size.first().copied() else {
            return found;
        };
        let table = |at: usize| candidates[shares[at].table].table.clone();
        let fullest = shares[first].entries.len();
        let mut known = values(&shares[first].entries);
        found.taken.push(first);
        for at in by_size.into_iter().skip(1) {
            let share = &shares[at];
            let all = share.entries.len();
            let (new, differing) = compare(&known, share);
            // A sheet of a part, much smaller than the summary.
            let part = all * 10 <= fullest * 6;
            let why = if all == 0 && fullest > 0 {
                Unread::Unknown(table(first))
            } else if new * 10 >= all || (differing > 0 && !part) {
                found.rivals |= new * 10 < all;
                known.extend(values(&share.entries));
                found.taken.push(at);
                continue;
            } else if differing > 0 {
                Unread::Differs(table(first), differing)
            } else {
                Unread::Same(table(first))
            };
            found.refused.push((at, Becomes::Unread(why)));
        }
        found.taken.sort_unstable();
        found
    }
}

/// Tables that only the name of the file dates and that contradict one another: they are of different years.
fn undated(shares: &[Share], members: &[usize]) -> BTreeSet<usize> {
    let by_name: Vec<usize> = members.iter().copied().filter(|at| shares[*at].by_name.year).collect();
    let mut undated = BTreeSet::new();
    let mut first: Option<(usize, Values)> = None;
    for at in by_name {
        match &first {
            None => first = Some((at, values(&shares[at].entries))),
            Some((one, known)) => {
                let (new, differing) = compare(known, &shares[at]);
                if differing > 0 && new * 2 < shares[at].entries.len() {
                    undated.extend([*one, at]);
                }
            }
        }
    }
    undated
}

/// The choices that a draft of these shares begins with.
fn choices_of(shares: &[Share], taken: &[usize], candidates: &[Candidate<'_>], base: &Choices) -> Choices {
    let mut choices = base.clone();
    let mut columns = BTreeMap::new();
    for (nth, at) in taken.iter().enumerate() {
        let share = &shares[*at];
        let TableRef { sheet, rows } = candidates[share.table].table.clone();
        if nth == 0 {
            choices.sheet = Some(sheet).filter(|name| !name.is_empty());
            choices.rows = rows;
        } else {
            choices.also.insert(nth, TableRef { sheet, rows });
        }
        choices.indicator = choices.indicator.or_else(|| share.choices.indicator.clone());
        choices.year = choices.year.or(share.choices.year);
        let numbered = share.choices.columns.iter();
        columns.extend(numbered.map(|(at, role)| (column_of_table(nth, *at), role.clone())));
    }
    choices.columns = columns;
    choices
}
