//! The index of all names in the catalogue, in which the words of a query are looked up.

use std::collections::HashMap;

use crate::{
    Catalogue, ComponentId, IndicatorId, ProvinceId, RegionId, fold,
    spellings::{Spellings, both, push_new},
};

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

/// The meanings of spans of words. A name of an indicator takes precedence over the same name of a province, which
/// takes precedence over that of a region or a component.
pub(super) struct Names<'a> {
    /// Meanings other than provinces by name, folded and without spaces.
    pub(super) known: HashMap<String, Meaning>,
    /// Provinces by name.
    pub(super) provinces: &'a Spellings,
}

impl Names<'_> {
    /// Returns what a name means that is folded and without spaces.
    pub(super) fn get(&self, name: &str) -> Option<Meaning> {
        match self.known.get(name) {
            Some(Meaning::Indicator(id)) => Some(Meaning::Indicator(*id)),
            other => {
                let provinces = self.provinces.known(name);
                let provinces = provinces.map(|ids| Meaning::Provinces(ids.to_vec()));
                provinces.or_else(|| other.cloned())
            }
        }
    }
}

impl Catalogue {
    /// Returns the meanings of all names.
    pub(super) fn names(&self) -> Names<'_> {
        let mut names = HashMap::new();
        self.indicator_names(&mut names);
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
        Names {
            known: names,
            provinces: &self.provinces.spellings,
        }
    }

    /// Adds the names of all indicators.
    fn indicator_names(&self, names: &mut HashMap<String, Meaning>) {
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

/// Folds a name and removes its spaces.
fn joined(name: &str) -> String {
    fold(name).replace(' ', "")
}
