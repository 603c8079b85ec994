//! Searches for provinces and indicators by any spelling, and parses longer queries.

mod names;
mod query;

pub use query::{NotUnderstood, SearchQuery};

use crate::{
    Catalogue, IndicatorId, Listed, ProvinceId,
    spellings::{Spelling, both},
};

/// A search result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A province, present or former.
    Province(ProvinceId),
    /// An indicator.
    Indicator(IndicatorId),
}

/// Rates how well a name matches the query, from 0 (not at all) to 4 (equal).
fn quality(query: &Spelling, name: &Spelling) -> u8 {
    let (text, key) = (query.folded.as_str(), query.key.as_str());
    if name.key == key || name.joined == key {
        4
    } else if name.folded.starts_with(text) || name.key.starts_with(key) {
        3
    } else if name.folded.split(' ').any(|word| word.starts_with(text)) {
        2
    } else {
        u8::from(text.len() >= 2 && (name.folded.contains(text) || name.key.contains(key)))
    }
}

impl Catalogue {
    /// Returns the provinces and indicators that match a query (a name, or a statistics code), best match first, and
    /// present provinces before former ones with the same name or code. Empty for an empty query.
    #[must_use]
    pub fn search(&self, query: &str) -> Vec<Hit> {
        let query = Spelling::new(query);
        if query.key.is_empty() {
            return Vec::new();
        }
        let mut hits: Vec<(u8, u8, Hit)> = Vec::new();
        for (id, province) in self.provinces.alphabetical() {
            let names = self.provinces.spellings.of(id).iter();
            let best = names.map(|name| quality(&query, name)).max().unwrap_or(0);
            // A code finds all units that ever had it.
            let code_quality = if province.code == query.key { 4 } else { 0 };
            let present = u8::from(province.listed != Listed::Before2025);
            hits.push((code_quality.max(best), present, Hit::Province(id)));
        }
        for (id, indicator) in self.indicators() {
            let names = [&indicator.short, &indicator.name].into_iter().flat_map(both);
            let names = names.chain(indicator.aliases.iter().map(String::as_str));
            let best = names.map(|name| quality(&query, &Spelling::new(name))).max();
            hits.push((best.unwrap_or(0), 1, Hit::Indicator(id)));
        }
        hits.retain(|(quality, ..)| *quality > 0);
        hits.sort_by_key(|(quality, present, _)| std::cmp::Reverse((*quality, *present)));
        hits.into_iter().map(|(.., hit)| hit).collect()
    }
}
