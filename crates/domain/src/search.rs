//! Searches for provinces and indicators by any spelling, and parses longer queries.

mod names;
mod query;

pub use query::{NotUnderstood, SearchQuery};

use crate::{Catalogue, IndicatorId, Listed, ProvinceId, fold, name_key};

/// A search result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A province, present or former.
    Province(ProvinceId),
    /// An indicator.
    Indicator(IndicatorId),
}

/// Rates how well a name matches the query, from 0 (not at all) to 4 (equal).
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
    /// Returns the provinces and indicators that match a query (a name, or a statistics code), best match first, and
    /// present provinces before former ones with the same name or code. Empty for an empty query.
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
            let names = [&province.name]
                .into_iter()
                .chain(province.earlier_names.iter().map(|(name, _)| name))
                .flat_map(|name| [name.vi.as_str(), name.en.as_str()]);
            let spellings = self.provinces.aliases().iter().filter(|a| a.province == id);
            // A code finds all units that ever had it.
            let code_quality = if province.code == key { 4 } else { 0 };
            let quality = code_quality.max(best(&mut names.chain(spellings.map(|a| a.spelling.as_str()))));
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
