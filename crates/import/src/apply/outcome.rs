//! Decides whether two claims are equivalent, and which parts of an old claim a new one replaces.

use domain::{Claim, Missing, upload::Mode};

use crate::limit::step;

/// The parts of a claim that can be replaced separately.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) value: bool,
    pub(crate) rank: bool,
    pub(crate) tier: bool,
}

/// A claim made by the file.
#[derive(Clone, Debug)]
pub(crate) struct NewClaim {
    pub(crate) claim: Claim,
    /// Whether the file itself names the source of this row.
    pub(crate) named: bool,
    /// Whether the claim is complete regarding value and rank, as in the correction of one figure.
    pub(crate) whole: bool,
}

/// One claim of a figure after publishing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// The old claim at this position, unchanged.
    Keep(usize),
    /// The old claim at this position, without the given parts.
    Strip(usize, Parts),
    /// The new claim at this position; it takes the place of the old one at the second position, if any.
    Put(usize, Option<usize>),
}

/// The effect on a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The file adds nothing.
    Same,
    /// The file differs, but the figure stays (mode "add").
    Kept,
    /// The figure has other claims after publishing.
    Changed(Vec<Slot>),
}

/// Decides what becomes of a figure with the `old` claims in the edition (empty if the figure is new) when the file
/// makes the `new` ones.
pub(crate) fn decide(mode: Mode, new: &[NewClaim], old: &[Claim]) -> Outcome {
    if old.is_empty() {
        return Outcome::Changed((0..new.len()).map(|at| Slot::Put(at, None)).collect());
    }
    match mode {
        Mode::Add if new.iter().all(|n| old.iter().any(|o| n.adds_nothing_to(o))) => Outcome::Same,
        Mode::Add => Outcome::Kept,
        Mode::Update => update(new, old),
        Mode::ReplaceYear => replace(new, old),
        Mode::Beside => beside(new, old),
    }
}

fn update(new: &[NewClaim], old: &[Claim]) -> Outcome {
    let stated = Parts {
        value: new.iter().any(|n| n.whole || states_value(&n.claim)),
        rank: new.iter().any(|n| n.whole || n.claim.rank.is_some()),
        // Where no figure was published, there is no tier either.
        tier: new
            .iter()
            .any(|n| n.claim.tier.is_some() || n.claim.value.is_none() && states_value(&n.claim)),
    };
    let known = new.iter().all(|n| old.iter().any(|o| n.is_covered_by(o)));
    if known && !old.iter().any(|o| contradicted(o, new, stated)) {
        return Outcome::Same;
    }
    let mut slots = Vec::with_capacity(old.len() + new.len());
    let mut pending = (0..new.len()).filter(|at| !old.iter().any(|o| new[*at].is_covered_by(o)));
    for (at, claim) in old.iter().enumerate() {
        if new.iter().any(|n| n.is_covered_by(claim) || n.preserves(claim)) {
            slots.push(Slot::Keep(at));
        } else if without(claim, stated).is_some() {
            slots.push(Slot::Strip(at, stated));
        } else if let Some(next) = pending.next() {
            slots.push(Slot::Put(next, Some(at)));
        }
    }
    slots.extend(pending.map(|at| Slot::Put(at, None)));
    changed(slots, old.len())
}

fn replace(new: &[NewClaim], old: &[Claim]) -> Outcome {
    // Prefer matches with the same source, then accept any: an old row keeps its source and remarks.
    let mut used = vec![false; new.len()];
    let mut matched = vec![false; old.len()];
    for strict in [true, false] {
        for (o, claim) in old.iter().enumerate().filter(|(o, _)| !matched[*o]).collect::<Vec<_>>() {
            let fits = |n: &usize| new[*n].is_equivalent_to(claim) && (!strict || new[*n].claim.source == claim.source);
            if let Some(n) = (0..new.len()).filter(|n| !used[*n]).find(fits) {
                (used[n], matched[o]) = (true, true);
            } else if strict && (0..new.len()).any(|n| used[n] && fits(&n)) {
                // The edition contains the row twice.
                matched[o] = true;
            }
        }
    }
    let mut pending = (0..new.len()).filter(|n| !used[*n]);
    let mut slots = Vec::with_capacity(new.len());
    for (at, matched) in matched.iter().enumerate() {
        if *matched {
            slots.push(Slot::Keep(at));
        } else if let Some(next) = pending.next() {
            slots.push(Slot::Put(next, Some(at)));
        }
    }
    slots.extend(pending.map(|n| Slot::Put(n, None)));
    changed(slots, old.len())
}

fn beside(new: &[NewClaim], old: &[Claim]) -> Outcome {
    let known = |n: &NewClaim| old.iter().any(|o| o.source == n.claim.source && n.adds_nothing_to(o));
    let slots = (0..old.len()).map(Slot::Keep);
    let more = (0..new.len())
        .filter(|at| !known(&new[*at]))
        .map(|at| Slot::Put(at, None));
    changed(slots.chain(more).collect(), old.len())
}

fn changed(slots: Vec<Slot>, old: usize) -> Outcome {
    if slots.len() == old && slots.iter().all(|slot| matches!(slot, Slot::Keep(_))) {
        Outcome::Same
    } else {
        Outcome::Changed(slots)
    }
}

impl NewClaim {
    /// Returns true if the edition's claim covers this one: what this one does not state does not count, nor do
    /// remarks. A value that agrees is equal unless it is given with more decimals. The source counts where the file
    /// names it row by row.
    pub(crate) fn adds_nothing_to(&self, old: &Claim) -> bool {
        step();
        let new = &self.claim;
        (!self.named || new.source == old.source)
            && (!states_value(new) || same_value(new, old))
            && new.of.is_none_or(|of| old.of == Some(of))
            && new.rank.is_none_or(|rank| old.rank == Some(rank))
            && (new.rank.is_none() || new.rank_of.is_none_or(|of| old.rank_of == Some(of)))
            && new.tier.as_ref().is_none_or(|tier| old.tier.as_ref() == Some(tier))
            && new.interval.is_none_or(|interval| old.interval == Some(interval))
    }

    /// Like [`Self::adds_nothing_to`]; a correction must also be equal in value and rank.
    fn is_covered_by(&self, old: &Claim) -> bool {
        let new = &self.claim;
        let exactly = (new.value, new.rank, new.missing) == (old.value, old.rank, old.missing);
        self.adds_nothing_to(old) && (!self.whole || exactly)
    }

    /// Returns true if a correction leaves the claim of another source in place because it does not contradict it.
    fn preserves(&self, old: &Claim) -> bool {
        let new = &self.claim;
        let states_something = old.value.is_some() || old.rank.is_some();
        let value = old.value.is_none_or(|old| new.value.is_some_and(|new| new.agrees(old)));
        let rank = old.rank.is_none() || old.rank == new.rank;
        self.whole && old.source != new.source && states_something && value && rank
    }

    /// Like [`Self::adds_nothing_to`], and in the opposite direction for value, rank, tier and interval.
    fn is_equivalent_to(&self, old: &Claim) -> bool {
        let new = &self.claim;
        self.adds_nothing_to(old)
            && new.value.is_some() == old.value.is_some()
            && new.rank.is_some() == old.rank.is_some()
            && new.tier.is_some() == old.tier.is_some()
            && new.interval.is_some() == old.interval.is_some()
    }
}

/// Returns true if a claim has a value or a reason why there is none. `NotFound` is not such a reason.
fn states_value(claim: &Claim) -> bool {
    claim.value.is_some() || claim.missing.is_some_and(|why| why != Missing::NotFound)
}

fn same_value(new: &Claim, old: &Claim) -> bool {
    match (new.value, old.value) {
        (Some(new), Some(old)) => new.approx == old.approx && new.digits <= old.digits && new.agrees(old),
        (None, None) => new.missing == old.missing,
        _ => false,
    }
}

/// Returns true if the old claim contradicts every claim of the file.
fn contradicted(old: &Claim, new: &[NewClaim], stated: Parts) -> bool {
    let value = stated.value
        && match old.value {
            Some(old) => !new.iter().filter_map(|n| n.claim.value).any(|n| n.agrees(old)),
            None => false,
        };
    let rank = stated.rank && old.rank.is_some() && !new.iter().any(|n| n.claim.rank == old.rank);
    let tier = stated.tier && old.tier.is_some() && !new.iter().any(|n| n.claim.tier == old.tier);
    value || rank || tier
}

/// Returns a claim without the given parts; `None` if nothing is left of it.
pub(crate) fn without(claim: &Claim, parts: Parts) -> Option<Claim> {
    let mut rest = claim.clone();
    if parts.value {
        (rest.value, rest.of, rest.interval, rest.missing) = (None, None, None, None);
    }
    if parts.rank {
        (rest.rank, rest.rank_of) = (None, None);
    }
    if parts.tier {
        rest.tier = None;
    }
    let states_something = rest.value.is_some()
        || rest.rank.is_some()
        || rest.tier.is_some()
        || rest.missing.is_some_and(|why| why != Missing::NotFound);
    states_something.then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Quantity, SourceId};

    /// Parses a claim written as `value rank`, such as `86.67 16`, `86.67 -`, `- 16`, `missing`.
    fn claim(text: &str, source: u16) -> Claim {
        let mut parts = text.split(' ');
        let value = parts.next().filter(|v| *v != "-" && *v != "missing");
        let digits = |v: &str| v.split_once('.').map_or(0, |(_, f)| u8::try_from(f.len()).unwrap());
        Claim {
            value: value.map(|v| Quantity {
                value: v.parse().unwrap(),
                digits: digits(v),
                approx: None,
            }),
            of: None,
            rank: parts.next().filter(|r| *r != "-").map(|r| r.parse().unwrap()),
            rank_of: None,
            tier: None,
            interval: None,
            missing: (text == "missing").then_some(Missing::NotPublished),
            source: SourceId(source),
            origin: String::new(),
            note: None,
        }
    }

    fn outcome(mode: Mode, new: &str, old: &[&str]) -> String {
        let new = [NewClaim {
            claim: claim(new, 99),
            named: false,
            whole: false,
        }];
        let old: Vec<Claim> = old.iter().zip(0..).map(|(text, source)| claim(text, source)).collect();
        outcome_text(&decide(mode, &new, &old))
    }

    fn outcome_text(outcome: &Outcome) -> String {
        match outcome {
            Outcome::Same => "same".to_owned(),
            Outcome::Kept => "kept".to_owned(),
            Outcome::Changed(slots) => {
                let word = |slot: &Slot| match slot {
                    Slot::Keep(at) => format!("keep {at}"),
                    Slot::Strip(at, _) => format!("strip {at}"),
                    Slot::Put(_, Some(at)) => format!("put at {at}"),
                    Slot::Put(_, None) => "put".to_owned(),
                };
                slots.iter().map(word).collect::<Vec<_>>().join(", ")
            }
        }
    }

    #[test]
    fn each_mode_treats_a_figure_as_documented() {
        // File, edition, and the outcomes of add, update, replace the year, and beside.
        let cases: &[(&str, &[&str], [&str; 4])] = &[
            ("86.67 16", &[], ["put"; 4]),
            ("86.67 16", &["86.67 16"], ["same", "same", "same", "keep 0, put"]),
            ("86.67 -", &["86.67 16"], ["same", "same", "put at 0", "keep 0, put"]),
            ("86.7 16", &["86.67 16"], ["same", "same", "same", "keep 0, put"]),
            (
                "86.671 16",
                &["86.67 16"],
                ["kept", "put at 0", "put at 0", "keep 0, put"],
            ),
            ("87 16", &["86.67 16"], ["same", "same", "same", "keep 0, put"]),
            ("88 16", &["86.67 16"], ["kept", "put at 0", "put at 0", "keep 0, put"]),
            (
                "88 -",
                &["86.67 16"],
                ["kept", "strip 0, put", "put at 0", "keep 0, put"],
            ),
            (
                "- 15",
                &["86.67 16"],
                ["kept", "strip 0, put", "put at 0", "keep 0, put"],
            ),
            ("missing", &["86.67 -"], ["kept", "put at 0", "put at 0", "keep 0, put"]),
            ("missing", &["missing"], ["same", "same", "same", "keep 0, put"]),
            // The file resolves a conflict, unless its claims are only added beside the others.
            (
                "89.6 -",
                &["89.06 -", "89.6 -"],
                ["same", "keep 1", "keep 1", "keep 0, keep 1, put"],
            ),
            (
                "89.6 -",
                &["89.6 -", "89.6 -"],
                ["same", "same", "keep 0", "keep 0, keep 1, put"],
            ),
            (
                "81 -",
                &["89.06 -", "89.6 -"],
                ["kept", "put at 0", "put at 0", "keep 0, keep 1, put"],
            ),
        ];
        for (new, old, expected) in cases {
            let found = Mode::ALL.map(|mode| outcome(mode, new, old));
            assert_eq!(found, expected.map(str::to_owned), "{new} over {old:?}");
        }
    }

    #[test]
    fn a_source_named_in_the_row_counts() {
        let new = |source| {
            [NewClaim {
                claim: claim("86.67 16", source),
                named: true,
                whole: false,
            }]
        };
        let old = [claim("86.67 16", 3)];
        for mode in Mode::ALL {
            assert_eq!(decide(mode, &new(3), &old), Outcome::Same, "{mode:?}");
            assert_ne!(decide(mode, &new(4), &old), Outcome::Same, "{mode:?}");
        }
    }

    #[test]
    fn a_correction_is_complete_regarding_value_and_rank() {
        let outcome = |new: &str, source, old: &[&str]| {
            let new = [NewClaim {
                claim: claim(new, source),
                named: true,
                whole: true,
            }];
            let old: Vec<Claim> = old.iter().zip(0..).map(|(text, source)| claim(text, source)).collect();
            outcome_text(&decide(Mode::Update, &new, &old))
        };
        for (new, source, old, expected) in [
            // Equal, from the same source: unchanged. From another source, or with fewer decimals: a change.
            ("86.67 16", 0, &["86.67 16"][..], "same"),
            ("86.67 16", 9, &["86.67 16"], "keep 0, put"),
            ("86.7 16", 0, &["86.67 16"], "put at 0"),
            ("86.67 15", 0, &["86.67 16"], "put at 0"),
            // A rank that is left empty is removed.
            ("86.67 -", 0, &["86.67 16"], "put at 0"),
            ("86.67 -", 9, &["86.67 16"], "put at 0"),
            // A missing figure.
            ("missing", 0, &["86.67 16"], "put at 0"),
            ("missing", 9, &["86.67 -", "- 16"], "put at 0"),
            ("missing", 0, &["missing"], "same"),
            ("86.67 -", 0, &["missing"], "put at 0"),
            // Contradicting claims are removed; other sources' equal claims stay.
            ("89.06 7", 0, &["89.06 7", "89.6 7", "- 8", "- 7"], "keep 0, keep 3"),
            ("89.06 7", 9, &["89.06 -", "89.6 7", "- 8"], "keep 0, put at 1"),
        ] {
            assert_eq!(outcome(new, source, old), expected, "{new} of {source} over {old:?}");
        }
    }
}
