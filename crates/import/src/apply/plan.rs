//! What publishing a reading does to each figure: one plan, from which both the preview
//! and the files are made, so that the two cannot differ.

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
    normal::{normal, settle},
    order::{position, with_position},
    says::{New, Outcome, Slot, decide, without},
    sources::{Own, named, own_source},
};

/// One claim of a figure afterwards.
pub(super) enum Piece {
    /// The claim at this position, untouched.
    Keep(usize),
    /// Another claim.
    Put(Box<Claim>),
}

impl Piece {
    /// The claim, of a figure as it was.
    pub(super) fn claim<'a>(&'a self, figure: &'a Figure) -> &'a Claim {
        match self {
            Self::Keep(at) => &figure.claims[*at],
            Self::Put(claim) => claim,
        }
    }
}

/// What publishing does.
pub(super) struct Plan {
    /// The catalogue afterwards.
    pub(super) catalogue: Arc<Catalogue>,
    /// The indicator whose file in the catalogue changes.
    pub(super) edited: Option<IndicatorId>,
    /// The file's own source, where the edition needs it and does not have it.
    pub(super) source: Option<Source>,
    /// Spellings to add.
    pub(super) aliases: Vec<Alias>,
    /// Figures that change, by their position in the snapshot; no pieces: removed.
    pub(super) touched: HashMap<usize, Vec<Piece>>,
    /// Which source is chosen afterwards, for the figures that change.
    pub(super) decisions: HashMap<usize, Decision>,
    /// Figures that are new, in order.
    pub(super) added: Vec<(FigureKey, Vec<Claim>)>,
    /// Figures left as they are though the file says otherwise.
    pub(super) kept: usize,
    /// Figures of the file that the edition has already.
    pub(super) unchanged: usize,
}

/// The figures of the file, ordered, beside those of the edition.
struct Matched<'a> {
    current: &'a Snapshot,
    reading: &'a Reading,
    own: Own,
    origin: &'a str,
    correction: Option<&'a CorrectionChoice>,
    /// Entries by the order of their keys.
    entries: Vec<u128>,
    /// Figures of the edition, of the file's indicators.
    known: HashMap<FigureKey, usize>,
}

/// Indicators and years that the file speaks of.
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
            own: own_source(&current.catalogue, choices),
            origin,
            // A table is no correction, whatever its choices say.
            correction: choices.correction.as_ref().filter(|_| reading.entries.len() == 1),
            entries,
            known,
        }
    }

    /// Calls with each figure of the file: its key and what the file says of it.
    fn each(&self, mut found: impl FnMut(FigureKey, Vec<New>)) {
        let mut waiting: Option<(FigureKey, Vec<New>)> = None;
        for packed in &self.entries {
            step();
            let entry = &self.reading.entries[position(*packed)];
            let named = named(&self.current.catalogue, entry);
            let source = if named { entry.claim.source } else { self.own.id() };
            let (key, claim) = normal(&self.current.catalogue.provinces, entry, source, self.origin);
            let whole = self.correction.is_some();
            let new = New {
                claim,
                named: named || whole,
                whole,
            };
            match &mut waiting {
                Some((same, news)) if *same == key => {
                    if !news
                        .iter()
                        .any(|n| n.claim.source == new.claim.source && new.adds_nothing_to(&n.claim))
                    {
                        news.push(new);
                    }
                }
                _ => {
                    if let Some((key, news)) = waiting.replace((key, vec![new])) {
                        found(key, news);
                    }
                }
            }
        }
        if let Some((key, news)) = waiting {
            found(key, news);
        }
    }

    /// What becomes of a figure of the edition, or of a new one.
    fn outcome(&self, mode: Mode, news: &[New], at: Option<usize>) -> Outcome {
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

    /// Figures of the edition in the file's years.
    fn in_scope<'b>(&'b self, scope: &'b Scope) -> impl Iterator<Item = (&'b FigureKey, usize)> {
        let known = self.known.iter().map(|(key, at)| (key, *at));
        known.filter(|(key, _)| scope.contains(&(key.indicator, key.year)))
    }
}

/// Works out what publishing does. `origin` names the upload in new rows.
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
        let gone = matched
            .in_scope(&matched.scope())
            .map(|(_, at)| (at, Vec::new()))
            .collect();
        plan.touched = gone;
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
    plan.complete(&catalogue, &matched.own);
    plan
}

fn pieces(current: &Snapshot, key: FigureKey, slots: &[Slot], news: Vec<New>, old: &[Claim]) -> Vec<Piece> {
    let mut news: Vec<Option<Claim>> = news.into_iter().map(|n| Some(n.claim)).collect();
    let put = |mut claim: Claim| {
        settle(&current.catalogue.provinces, key, &mut claim);
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
    /// The catalogue with what the figures need: a source that no figure names is not added.
    fn complete(&mut self, catalogue: &Catalogue, own: &Own) {
        let is_own = |claim: &Claim| claim.source == own.id();
        let put = |piece: &Piece| matches!(piece, Piece::Put(claim) if is_own(claim));
        let used = self.added.iter().any(|(_, claims)| claims.iter().any(is_own))
            || self.touched.values().any(|pieces| pieces.iter().any(put));
        self.source = own.added().filter(|_| used).cloned();
        if self.source.is_some() || !self.aliases.is_empty() {
            let mut catalogue = catalogue.clone();
            catalogue.sources.extend(self.source.clone());
            catalogue.provinces = with_aliases(&catalogue, &self.aliases);
            self.catalogue = Arc::new(catalogue);
        }
    }
}

/// How many figures each mode would add, change, remove, leave the same and keep. The
/// figures that a file does not speak of are counted only where they are removed.
#[must_use]
pub fn preview_counts(current: &Snapshot, reading: &Reading, choices: &Choices) -> [(Mode, Counts); 4] {
    let matched = Matched::new(current, reading, choices, "");
    let mut counts = Mode::ALL.map(|mode| (mode, Counts::default()));
    let scope = matched.scope();
    let mut met = 0;
    matched.each(|key, news| {
        let at = matched.known.get(&key).copied();
        met += usize::from(at.is_some());
        for (mode, count) in &mut counts {
            match matched.outcome(*mode, &news, at) {
                Outcome::Same => count.unchanged += 1,
                Outcome::Kept => count.kept += 1,
                Outcome::Changed(_) if at.is_none() => count.added += 1,
                Outcome::Changed(_) => count.changed += 1,
            }
        }
    });
    let there = matched.in_scope(&scope).count();
    for (mode, count) in &mut counts {
        if *mode == Mode::ReplaceYear {
            count.removed = there.saturating_sub(met);
        }
    }
    counts
}
