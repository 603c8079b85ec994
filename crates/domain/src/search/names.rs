//! Every name that the catalogue knows, as the words of a query are looked up.

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
    /// A word that says what another one is ("year", "province of").
    Filler,
    Unknown,
}

/// What the spans of a query may mean.
pub(super) struct Names {
    /// By the name, folded and without spaces.
    pub(super) known: HashMap<String, Meaning>,
    /// Provinces by the words of the name, folded and sorted: for words in another order.
    pub(super) shuffled: HashMap<String, Vec<ProvinceId>>,
}

impl Catalogue {
    /// Every name, folded and without spaces, with its meaning. A name of an indicator counts before the same name of
    /// a province, a region or a component.
    pub(super) fn names(&self) -> HashMap<String, Meaning> {
        let mut names: HashMap<String, Meaning> = HashMap::new();
        for (id, about) in self.indicators() {
            let known = both(&about.short).chain(both(&about.name)).chain([about.slug.as_str()]);
            for name in known.chain(about.aliases.iter().map(String::as_str)) {
                let key = joined(name);
                if let Some(rest) = key.strip_prefix("chiso").filter(|rest| rest.len() >= 4) {
                    names.entry(rest.to_owned()).or_insert(Meaning::Indicator(id));
                }
                names.entry(key).or_insert(Meaning::Indicator(id));
            }
        }
        for (id, about) in self.provinces.alphabetical() {
            let earlier = about.earlier_names.iter().flat_map(|(name, _)| both(name));
            for name in both(&about.name).chain(earlier).chain([about.slug.as_str()]) {
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

    /// Provinces by the sorted words of their names.
    pub(super) fn shuffled_names(&self) -> HashMap<String, Vec<ProvinceId>> {
        let mut names: HashMap<String, Vec<ProvinceId>> = HashMap::new();
        let own = self.provinces.alphabetical().flat_map(|(id, about)| {
            let earlier = about.earlier_names.iter().flat_map(|(name, _)| both(name));
            both(&about.name).chain(earlier).map(move |name| (id, name))
        });
        let aliases = self.provinces.aliases().iter();
        for (id, name) in own.chain(aliases.map(|alias| (alias.province, alias.spelling.as_str()))) {
            let folded = fold(name);
            push_new(names.entry(sorted(bare_name(&folded).split(' '))).or_default(), id);
        }
        names
    }

    fn component_names(&self, names: &mut HashMap<String, Meaning>) {
        for (indicator, about) in self.indicators() {
            for (id, component) in about.components().skip(1) {
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

fn both(text: &Text) -> impl Iterator<Item = &str> {
    [text.vi.as_str(), text.en.as_str()].into_iter()
}

/// Words in alphabetical order, with spaces.
pub(super) fn sorted<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

fn joined(name: &str) -> String {
    fold(name).replace(' ', "")
}

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
