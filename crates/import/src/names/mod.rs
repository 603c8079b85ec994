//! The catalogue's names of indicators and components, prepared for comparison with headers.

mod phrase;

use std::collections::HashMap;

use domain::{Catalogue, ComponentId, IndicatorId, Span, upload::Confidence};

pub(crate) use phrase::{
    begins, ends, grouped_year, holds, key, outside_brackets, split_years, strip_back, strip_front, without_brackets,
    words, year_word,
};

/// A component that a phrase may refer to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Target {
    pub(crate) indicator: IndicatorId,
    pub(crate) component: ComponentId,
    /// Years in which the component exists (or has the heading).
    pub(crate) span: Span,
    /// 0 for a heading of certain years, 1 for a name, 2 for an alias, 3 for the name of the indicator, 4 for a name
    /// without its brackets.
    pub(crate) rank: u8,
    pub(crate) confidence: Confidence,
}

/// All names, indexed by their keys.
pub(crate) struct Names<'a> {
    pub(crate) catalogue: &'a Catalogue,
    keys: HashMap<String, Vec<Target>>,
    headings: HashMap<String, Vec<Target>>,
    /// Names of components as sets of words, for similar names.
    sets: Vec<(Vec<String>, Target)>,
    /// Names of indicators, for titles.
    indicators: Vec<(Vec<String>, IndicatorId)>,
}

impl<'a> Names<'a> {
    pub(crate) fn new(catalogue: &'a Catalogue) -> Self {
        let mut names = Self {
            catalogue,
            keys: HashMap::new(),
            headings: HashMap::new(),
            sets: Vec::new(),
            indicators: Vec::new(),
        };
        for (id, indicator) in catalogue.indicators() {
            for (component, part) in indicator.components() {
                let target = |rank, span| Target {
                    indicator: id,
                    component,
                    span,
                    rank,
                    confidence: Confidence::Certain,
                };
                for (span, text) in &part.headings {
                    let key = key(&split_years(&words(text)).0);
                    names.headings.entry(key).or_default().push(target(0, *span));
                }
                let names_of_part = std::iter::once(&part.name).chain(part.names.iter().map(|(_, name)| name));
                let names_of_part: Vec<&String> = names_of_part.flat_map(|name| [&name.vi, &name.en]).collect();
                for span in part.spans() {
                    for name in &names_of_part {
                        names.add(name, target(1, span));
                        if let Some(plain) = without_brackets(name) {
                            names.add(&plain, target(4, span));
                        }
                    }
                    for alias in &part.aliases {
                        names.add(alias, target(2, span));
                    }
                }
            }
            let indicator_names = [
                &indicator.name.vi,
                &indicator.name.en,
                &indicator.short.vi,
                &indicator.short.en,
            ];
            for name in indicator_names.into_iter().chain(&indicator.aliases) {
                names.indicators.push((words(name), id));
                let span = indicator.components[0].span;
                names.add(
                    name,
                    Target {
                        indicator: id,
                        component: ComponentId::TOTAL,
                        span,
                        rank: 3,
                        confidence: Confidence::Certain,
                    },
                );
            }
        }
        names
            .indicators
            .sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        names
    }

    fn add(&mut self, name: &str, target: Target) {
        let all = words(name);
        let (bare, _) = split_years(&all);
        let mut keys = vec![key(&bare), key(strip_front(&bare)), key(strip_back(strip_front(&bare)))];
        keys.dedup();
        for key in keys.into_iter().filter(|key| !key.is_empty()) {
            let known = self.keys.entry(key).or_default();
            if !known
                .iter()
                .any(|t| (t.indicator, t.component, t.span) == (target.indicator, target.component, target.span))
            {
                known.push(target);
            }
        }
        let set = distinct(&key(&bare));
        if set.len() >= 2 {
            self.sets.push((set, target));
        }
    }

    /// Returns the components that a phrase refers to: by headings of years, then by increasingly simplified forms of
    /// names.
    pub(crate) fn find(&self, text: &str) -> Vec<Target> {
        let mut found = Vec::new();
        let (bare, _) = split_years(&words(text));
        if let Some(headings) = self.headings.get(&key(&bare)) {
            found.extend(headings);
        }
        found.extend(self.by_words(&bare, Confidence::Certain));
        if found.iter().any(|t| t.rank > 0) {
            return found;
        }
        let plain = without_brackets(text);
        let after_colon = text.split_once(':').map(|(_, after_colon)| after_colon.to_owned());
        for form in [plain, after_colon].into_iter().flatten() {
            let (bare, _) = split_years(&words(&form));
            let targets = self.by_words(&bare, Confidence::High);
            if !targets.is_empty() {
                found.extend(targets);
                break;
            }
        }
        found
    }

    fn by_words(&self, bare: &[String], confidence: Confidence) -> Vec<Target> {
        let front = strip_front(bare);
        for form in [bare, front, strip_back(front)] {
            if let Some(targets) = self.keys.get(&key(form)) {
                return targets.iter().map(|t| Target { confidence, ..*t }).collect();
            }
        }
        Vec::new()
    }

    /// Returns the components of an indicator whose names share at least the given part of their words with a text, the
    /// best first, with that share.
    pub(crate) fn similar(&self, text: &str, indicator: IndicatorId, min_share: f64) -> Vec<(f64, Target)> {
        let (bare, _) = split_years(&words(&without_brackets(text).unwrap_or_else(|| text.to_owned())));
        let set = distinct(&key(strip_back(strip_front(&bare))));
        let has_weighting = |set: &[String]| {
            set.iter()
                .any(|w| ["khong", "chua", "unweighted", "weighted"].contains(&w.as_str()))
        };
        let mut found: Vec<(f64, Target)> = self
            .sets
            .iter()
            .filter(|(known, t)| t.indicator == indicator && has_weighting(known) == has_weighting(&set))
            .map(|(known, target)| (share(&set, known), *target))
            .filter(|(share, _)| *share >= min_share)
            .collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0));
        found
    }

    /// Returns the indicators that a text mentions.
    pub(crate) fn mentioned(&self, text: &str) -> Vec<IndicatorId> {
        let all = words(text);
        let mut found: Vec<IndicatorId> = Vec::new();
        for (name, id) in &self.indicators {
            if holds(&all, name) && !found.contains(id) {
                found.push(*id);
            }
        }
        found
    }

    /// Returns the indicator that a cell names as a whole.
    pub(crate) fn indicator(&self, text: &str) -> Option<IndicatorId> {
        if let Some(id) = self.catalogue.indicator_by_slug(text) {
            return Some(id);
        }
        let (bare, _) = split_years(&words(text));
        let known = |form: &[String]| self.indicators.iter().find(|(name, _)| name == form).map(|(_, id)| *id);
        known(&bare).or_else(|| known(strip_front(&bare)))
    }
}

fn distinct(key: &str) -> Vec<String> {
    let mut set: Vec<String> = key.split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect();
    set.sort_unstable();
    set.dedup();
    set
}

/// Returns twice the number of common words divided by the number of all words (Sørensen–Dice coefficient): 1 if the
/// sets are equal.
fn share(a: &[String], b: &[String]) -> f64 {
    let common = a.iter().filter(|w| b.contains(w)).count();
    let all = a.len() + b.len();
    if all == 0 {
        return 0.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "headers have few words")]
    let share = 2.0 * common as f64 / all as f64;
    share
}
