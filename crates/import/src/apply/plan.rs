//! Plans what publishing a reading does to each figure. Both the preview and the files are made from this plan, so that
//! they cannot differ.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use domain::{
    Alias, Catalogue, Claim, Decision, Figure, FigureKey, IndicatorId, Snapshot, Source,
    upload::{Choices, CorrectionChoice, Counts, Mode, Reading},
};

use crate::{answers::catalogue_after, limit::step};

use super::{
    aliases::{accepted, with_aliases},
    decisions,
    normal::{adjust_basis, normalise},
    order::{position, with_position},
    outcome::{NewClaim, Outcome, Slot, decide, without},
    sources::{FileSource, named, own_source},
};

/// One claim of a figure after publishing.
pub(super) enum Piece {
    /// The existing claim at this position, unchanged.
    Keep(usize),
    /// A new or changed claim.
    Put(Box<Claim>),
}

impl Piece {
    /// Returns the claim; `figure` is the state before publishing.
    pub(super) fn claim<'a>(&'a self, figure: &'a Figure) -> &'a Claim {
        match self {
            Self::Keep(at) => &figure.claims[*at],
            Self::Put(claim) => claim,
        }
    }
}

/// The effects of publishing.
pub(super) struct Plan {
    /// The catalogue after publishing.
    pub(super) catalogue: Arc<Catalogue>,
    /// The indicator whose catalogue file changes.
    pub(super) edited: Option<IndicatorId>,
    /// The file's own source, if the edition needs it and does not have it.
    pub(super) source: Option<Source>,
    /// Spellings to add to the catalogue.
    pub(super) aliases: Vec<Alias>,
    /// Changed figures by their position in the snapshot; no pieces: removed.
    pub(super) touched: HashMap<usize, Vec<Piece>>,
    /// The decisions on the changed figures after publishing.
    pub(super) decisions: HashMap<usize, Decision>,
    /// New figures, in order.
    pub(super) added: Vec<(FigureKey, Vec<Claim>)>,
    /// Number of figures that stay unchanged although the file differs from them.
    pub(super) kept: usize,
    /// Number of figures in the file that the edition already has.
    pub(super) unchanged: usize,
}

/// The figures of the file, in order, matched with those of the edition.
struct Matched<'a> {
    current: &'a Snapshot,
    reading: &'a Reading,
    file_source: FileSource,
    origin: &'a str,
    correction: Option<&'a CorrectionChoice>,
    /// Entries as packed keys and positions, sorted.
    entries: Vec<u128>,
    /// Positions of the edition's figures of the file's indicators.
    known: HashMap<FigureKey, usize>,
}

/// The indicators and years that the file covers.
type Scope = BTreeSet<(IndicatorId, Option<i32>)>;

impl<'a> Matched<'a> {
    fn new(current: &'a Snapshot, reading: &'a Reading, choices: &'a Choices, origin: &'a str) -> Self {
        let entries = reading.entries.iter().enumerate();
        let mut entries: Vec<u128> = entries.map(|(at, entry)| with_position(&entry.key, at)).collect();
        entries.sort_unstable();
        let indicators: BTreeSet<IndicatorId> = reading.entries.iter().map(|e| e.key.indicator).collect();
        let figures = current.figures.iter().enumerate();
        let known = figures
            .filter(|(_, figure)| figure.published() && indicators.contains(&figure.key.indicator))
            .map(|(at, figure)| (figure.key, at))
            .collect();
        Self {
            current,
            reading,
            file_source: own_source(&current.catalogue, choices),
            origin,
            // A table is not a correction, whatever its choices state.
            correction: choices.correction.as_ref().filter(|_| reading.entries.len() == 1),
            entries,
            known,
        }
    }

    /// Calls `visit` with each figure of the file: its key and its claims in the file.
    fn each(&self, mut visit: impl FnMut(FigureKey, Vec<NewClaim>)) {
        let mut pending: Option<(FigureKey, Vec<NewClaim>)> = None;
        for packed in &self.entries {
            step();
            let entry = &self.reading.entries[position(*packed)];
            let named = named(&self.current.catalogue, entry);
            let source = if named {
                entry.claim.source
            } else {
                self.file_source.id()
            };
            let (key, claim) = normalise(&self.current.catalogue.provinces, entry, source, self.origin);
            let whole = self.correction.is_some();
            let new = NewClaim {
                claim,
                named: named || whole,
                whole,
            };
            match &mut pending {
                Some((same, news)) if *same == key => {
                    if !news
                        .iter()
                        .any(|n| n.claim.source == new.claim.source && new.adds_nothing_to(&n.claim))
                    {
                        news.push(new);
                    }
                }
                _ => {
                    if let Some((key, news)) = pending.replace((key, vec![new])) {
                        visit(key, news);
                    }
                }
            }
        }
        if let Some((key, news)) = pending {
            visit(key, news);
        }
    }

    /// Decides what becomes of an existing or new figure.
    fn outcome(&self, mode: Mode, news: &[NewClaim], at: Option<usize>) -> Outcome {
        let figure = at.map(|at| &self.current.figures[at]);
        let outcome = decide(mode, news, figure.map_or(&[][..], |figure| &figure.claims));
        match (self.correction, figure, news.first()) {
            (Some(choice), Some(figure), Some(new)) => decisions::outcome(outcome, choice, figure, &new.claim),
            _ => outcome,
        }
    }

    fn scope(&self) -> Scope {
        let entries = self.reading.entries.iter();
        entries.map(|entry| (entry.key.indicator, entry.key.year)).collect()
    }

    /// Returns the edition's figures in the file's years.
    fn in_scope<'b>(&'b self, scope: &'b Scope) -> impl Iterator<Item = (&'b FigureKey, usize)> {
        let known = self.known.iter().map(|(key, at)| (key, *at));
        known.filter(|(key, _)| scope.contains(&(key.indicator, key.year)))
    }
}

/// Plans what publishing does. `origin` names the upload in new rows.
pub(super) fn plan(current: &Snapshot, reading: &Reading, choices: &Choices, origin: &str) -> Plan {
    let matched = Matched::new(current, reading, choices, origin);
    let catalogue = catalogue_after(&current.catalogue, reading);
    let mut plan = Plan {
        catalogue: Arc::clone(&catalogue),
        edited: reading.questions.edited.as_ref().map(|(id, _)| *id),
        source: None,
        aliases: accepted(&current.catalogue, reading),
        touched: HashMap::new(),
        decisions: HashMap::new(),
        added: Vec::new(),
        kept: 0,
        unchanged: 0,
    };
    if choices.mode == Mode::ReplaceYear {
        let removed = matched
            .in_scope(&matched.scope())
            .map(|(_, at)| (at, Vec::new()))
            .collect();
        plan.touched = removed;
    }
    matched.each(|key, news| {
        let at = matched.known.get(&key).copied();
        match (matched.outcome(choices.mode, &news, at), at) {
            (Outcome::Same, at) => {
                plan.unchanged += 1;
                at.map(|at| plan.touched.remove(&at));
            }
            (Outcome::Kept, _) => plan.kept += 1,
            (Outcome::Changed(slots), Some(at)) => {
                let figure = &current.figures[at];
                let new = news.first().map(|new| new.claim.clone());
                let pieces = pieces(current, key, &slots, news, &figure.claims);
                let decision = decisions::after(matched.correction, figure, &pieces, new.as_ref());
                plan.decisions.extend(decision.map(|decision| (at, decision)));
                plan.touched.insert(at, pieces);
            }
            (Outcome::Changed(_), None) => plan.added.push((key, news.into_iter().map(|n| n.claim).collect())),
        }
    });
    plan.complete(&catalogue, &matched.file_source);
    plan
}

fn pieces(current: &Snapshot, key: FigureKey, slots: &[Slot], news: Vec<NewClaim>, old: &[Claim]) -> Vec<Piece> {
    let mut news: Vec<Option<Claim>> = news.into_iter().map(|n| Some(n.claim)).collect();
    let put = |mut claim: Claim| {
        adjust_basis(&current.catalogue.provinces, key, &mut claim);
        Piece::Put(Box::new(claim))
    };
    let piece = |slot: &Slot| match *slot {
        Slot::Keep(at) => Some(Piece::Keep(at)),
        Slot::Strip(at, parts) => without(&old[at], parts).map(put),
        Slot::Put(at, _) => news[at].take().map(put),
    };
    slots.iter().filter_map(piece).collect()
}

impl Plan {
    /// Completes the catalogue with what the figures need: a source that no figure uses is not added.
    fn complete(&mut self, catalogue: &Catalogue, file_source: &FileSource) {
        let is_file_source = |claim: &Claim| claim.source == file_source.id();
        let put = |piece: &Piece| matches!(piece, Piece::Put(claim) if is_file_source(claim));
        let source_used = self.added.iter().any(|(_, claims)| claims.iter().any(is_file_source))
            || self.touched.values().any(|pieces| pieces.iter().any(put));
        self.source = file_source.added().filter(|_| source_used).cloned();
        if self.source.is_some() || !self.aliases.is_empty() {
            let mut catalogue = catalogue.clone();
            catalogue.sources.extend(self.source.clone());
            catalogue.provinces = with_aliases(&catalogue, &self.aliases);
            self.catalogue = Arc::new(catalogue);
        }
    }
}

/// Counts the figures that each mode would add, change, remove, leave unchanged and keep. Figures that the file does
/// not cover are counted only where they are removed.
#[must_use]
pub fn preview_counts(current: &Snapshot, reading: &Reading, choices: &Choices) -> [(Mode, Counts); 4] {
    let matched = Matched::new(current, reading, choices, "");
    let mut counts = Mode::ALL.map(|mode| (mode, Counts::default()));
    let scope = matched.scope();
    let mut matched_count = 0;
    matched.each(|key, news| {
        let at = matched.known.get(&key).copied();
        matched_count += usize::from(at.is_some());
        for (mode, count) in &mut counts {
            match matched.outcome(*mode, &news, at) {
                Outcome::Same => count.unchanged += 1,
                Outcome::Kept => count.kept += 1,
                Outcome::Changed(_) if at.is_none() => count.added += 1,
                Outcome::Changed(_) => count.changed += 1,
            }
        }
    });
    let in_scope = matched.in_scope(&scope).count();
    for (mode, count) in &mut counts {
        if *mode == Mode::ReplaceYear {
            count.removed = in_scope.saturating_sub(matched_count);
        }
    }
    counts
}
