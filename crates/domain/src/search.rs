//! Search for provinces and indicators by any spelling, and for what a longer query names.

mod names;
mod query;

pub use query::{NotUnderstood, SearchQuery};

use crate::{Catalogue, IndicatorId, Listed, ProvinceId, fold, name_key};

/// Something found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A province, present or former.
    Province(ProvinceId),
    /// An indicator.
    Indicator(IndicatorId),
}

/// How well a name meets the query; the greater the better.
fn quality(query: &str, key: &str, name: &str) -> u8 {
    let folded = fold(name);
    if name_key(name) == key || folded.replace(' ', "") == key {
        4
    } else if folded.starts_with(query) || name_key(name).starts_with(key) {
        3
    } else if folded.split(' ').any(|word| word.starts_with(query)) {
        2
    } else {
        u8::from(query.len() >= 2 && (folded.contains(query) || name_key(name).contains(key)))
    }
}

impl Catalogue {
    /// Provinces and indicators that a query (a name, or a statistics code) means, the best
    /// first; present provinces before former ones of the same name or code. An empty query finds nothing.
    #[must_use]
    pub fn search(&self, query: &str) -> Vec<Hit> {
        let folded = fold(query);
        let key = name_key(query);
        if key.is_empty() {
            return Vec::new();
        }
        let best = |names: &mut dyn Iterator<Item = &str>| names.map(|n| quality(&folded, &key, n)).max().unwrap_or(0);
        let mut hits: Vec<(u8, u8, Hit)> = Vec::new();
        for (id, province) in self.provinces.alphabetical() {
            let own = [&province.name]
                .into_iter()
                .chain(province.earlier_names.iter().map(|(name, _)| name))
                .flat_map(|name| [name.vi.as_str(), name.en.as_str()]);
            let spellings = self.provinces.aliases().iter().filter(|a| a.province == id);
            // A code finds every unit that ever bore it.
            let coded = if province.code == key { 4 } else { 0 };
            let quality = coded.max(best(&mut own.chain(spellings.map(|a| a.spelling.as_str()))));
            let present = u8::from(province.listed != Listed::Before2025);
            hits.push((quality, present, Hit::Province(id)));
        }
        for (id, indicator) in self.indicators() {
            let names = [&indicator.short, &indicator.name]
                .into_iter()
                .flat_map(|name| [name.vi.as_str(), name.en.as_str()]);
            let quality = best(&mut names.chain(indicator.aliases.iter().map(String::as_str)));
            hits.push((quality, 1, Hit::Indicator(id)));
        }
        hits.retain(|(quality, ..)| *quality > 0);
        hits.sort_by_key(|(quality, present, _)| std::cmp::Reverse((*quality, *present)));
        hits.into_iter().map(|(.., hit)| hit).collect()
    }
}
