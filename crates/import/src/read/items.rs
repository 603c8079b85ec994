//! Resolves indicators, components and sources that rows name.

use std::collections::{BTreeMap, HashMap};

use domain::{
    Catalogue, ComponentId, IndicatorId, SourceId,
    upload::{Arg, CellRef, Entry, Issue, IssueKind},
};

use crate::{columns::choose, names::Names};

type Item = Option<(IndicatorId, ComponentId)>;

/// The items that rows name; each name is looked up once.
pub(super) struct Items<'a, 'n> {
    names: &'n Names<'n>,
    catalogue: &'n Catalogue,
    indicators: HashMap<&'a str, Option<IndicatorId>>,
    components: HashMap<(u16, i32, &'a str), Item>,
    sources: HashMap<&'n str, SourceId>,
    unknown: BTreeMap<(CellRef, &'a str), u32>,
    unknown_at: HashMap<&'a str, CellRef>,
}

impl<'a, 'n> Items<'a, 'n> {
    pub(super) fn new(names: &'n Names<'n>) -> Self {
        let catalogue = names.catalogue;
        let sources = catalogue
            .sources
            .iter()
            .enumerate()
            .filter_map(|(i, source)| Some((source.slug.as_str(), SourceId(u16::try_from(i).ok()?))))
            .collect();
        Self {
            names,
            catalogue,
            indicators: HashMap::new(),
            components: HashMap::new(),
            sources,
            unknown: BTreeMap::new(),
            unknown_at: HashMap::new(),
        }
    }

    /// Returns the indicator that a cell names.
    pub(super) fn indicator(&mut self, text: &'a str) -> Option<IndicatorId> {
        let names = self.names;
        *self.indicators.entry(text).or_insert_with(|| names.indicator(text))
    }

    /// Returns the component of an indicator that a cell names in a year.
    pub(super) fn component(&mut self, indicator: IndicatorId, text: &'a str, year: Option<i32>) -> Item {
        let key = (indicator.0, year.unwrap_or(0), text);
        if let Some(known) = self.components.get(&key) {
            return *known;
        }
        let known = self.look_up(indicator, text, year);
        self.components.insert(key, known);
        known
    }

    fn look_up(&self, id: IndicatorId, text: &str, year: Option<i32>) -> Item {
        let indicator = self.catalogue.indicator(id);
        if let Some(component) = indicator.component_by_slug(text) {
            return Some((id, component));
        }
        let targets = self.names.find(text);
        choose(&targets, id, indicator, year, text.contains('%')).map(|choice| (id, choice.component))
    }

    /// Returns the catalogue's source that a cell names; the file's own source if it names none.
    pub(super) fn source(&mut self, text: &'a str, at: CellRef) -> SourceId {
        if text.is_empty() {
            return Entry::OWN_SOURCE;
        }
        let known = self.sources.get(text).copied();
        if known.is_none() {
            self.unknown(text, at);
        }
        known.unwrap_or(Entry::OWN_SOURCE)
    }

    /// Records a name that is not in the catalogue.
    pub(super) fn unknown(&mut self, text: &'a str, at: CellRef) {
        let first = *self.unknown_at.entry(text).or_insert(at);
        *self.unknown.entry((first, text)).or_default() += 1;
    }

    /// Adds one issue per unknown name, with the number of its rows.
    pub(super) fn report_unknown(self, issues: &mut Vec<Issue>) {
        for ((at, text), count) in self.unknown {
            let args = vec![Arg::Number(f64::from(count), 0)];
            issues.push(Issue::new(IssueKind::UnknownItem, at, text, args));
        }
    }
}
