//! The index of all names in the catalogue, in which the words of a query are looked up.

use std::collections::HashMap;

use crate::{Catalogue, ComponentId, IndicatorId, ProvinceId, RegionId, Text, fold, name_key, text::bare_name};

/// What a span of words means.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    Indicator(IndicatorId),
    Provinces(Vec<ProvinceId>),
    Regions(Vec<RegionId>),
    Components(Vec<(IndicatorId, ComponentId)>),
    Year(i32),
    /// A word that only introduces another one ("year", "province of").
    Filler,
    Unknown,
}

/// The meanings of spans of words.
pub(super) struct Names {
    /// Meanings by name, folded and without spaces.
    pub(super) known: HashMap<String, Meaning>,
    /// Provinces by the folded and sorted words of their names, to match words in another order.
    pub(super) shuffled: HashMap<String, Vec<ProvinceId>>,
}

impl Catalogue {
    /// Returns all names, folded and without spaces, with their meanings. A name of an indicator takes precedence over
    /// the same name of a province, a region or a component.
    pub(super) fn names(&self) -> HashMap<String, Meaning> {
        let mut names: HashMap<String, Meaning> = HashMap::new();
        for (id, indicator) in self.indicators() {
            let known = both(&indicator.short)
                .chain(both(&indicator.name))
                .chain([indicator.slug.as_str()]);
            for name in known.chain(indicator.aliases.iter().map(String::as_str)) {
                let key = joined(name);
                if let Some(rest) = key.strip_prefix("chiso").filter(|rest| rest.len() >= 4) {
                    names.entry(rest.to_owned()).or_insert(Meaning::Indicator(id));
                }
                names.entry(key).or_insert(Meaning::Indicator(id));
            }
        }
        for (id, province) in self.provinces.alphabetical() {
            let earlier = province.earlier_names.iter().flat_map(|(name, _)| both(name));
            for name in both(&province.name).chain(earlier).chain([province.slug.as_str()]) {
                add_province(&mut names, name, id);
            }
        }
        for alias in self.provinces.aliases() {
            add_province(&mut names, &alias.spelling, alias.province);
        }
        for (id, region) in self.provinces.regions() {
            for name in both(&region.name).chain([region.slug.as_str()]) {
                let entry = names
                    .entry(joined(name))
                    .or_insert_with(|| Meaning::Regions(Vec::new()));
                if let Meaning::Regions(ids) = entry {
                    push_new(ids, id);
                }
            }
        }
        self.component_names(&mut names);
        names.remove("");
        names
    }

    /// Returns provinces by the sorted words of their names.
    pub(super) fn shuffled_names(&self) -> HashMap<String, Vec<ProvinceId>> {
        let mut names: HashMap<String, Vec<ProvinceId>> = HashMap::new();
        let official = self.provinces.alphabetical().flat_map(|(id, province)| {
            let earlier = province.earlier_names.iter().flat_map(|(name, _)| both(name));
            both(&province.name).chain(earlier).map(move |name| (id, name))
        });
        let aliases = self.provinces.aliases().iter();
        for (id, name) in official.chain(aliases.map(|alias| (alias.province, alias.spelling.as_str()))) {
            let folded = fold(name);
            push_new(names.entry(sorted(bare_name(&folded).split(' '))).or_default(), id);
        }
        names
    }

    /// Adds the names of all components except headline figures.
    fn component_names(&self, names: &mut HashMap<String, Meaning>) {
        for (indicator, definition) in self.indicators() {
            for (id, component) in definition.components().skip(1) {
                let other = component.names.iter().flat_map(|(_, name)| both(name));
                let known = both(&component.name).chain(other).chain([component.slug.as_str()]);
                for name in known.chain(component.aliases.iter().map(String::as_str)) {
                    let entry = names
                        .entry(joined(name))
                        .or_insert_with(|| Meaning::Components(Vec::new()));
                    if let Meaning::Components(ids) = entry {
                        push_new(ids, (indicator, id));
                    }
                }
            }
        }
    }
}

/// Iterates over both languages of a text.
fn both(text: &Text) -> impl Iterator<Item = &str> {
    [text.vi.as_str(), text.en.as_str()].into_iter()
}

/// Sorts words alphabetically and joins them with spaces.
pub(super) fn sorted<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

/// Folds a name and removes its spaces.
fn joined(name: &str) -> String {
    fold(name).replace(' ', "")
}

/// Appends an item unless the list already contains it.
pub(super) fn push_new<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

fn add_province(names: &mut HashMap<String, Meaning>, name: &str, id: ProvinceId) {
    for key in [joined(name), name_key(name)] {
        let entry = names.entry(key).or_insert_with(|| Meaning::Provinces(Vec::new()));
        if let Meaning::Provinces(ids) = entry {
            push_new(ids, id);
        }
    }
}
