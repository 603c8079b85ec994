//! Parses a search query into provinces, indicators, components, regions and years, in any order.

use std::cmp::Reverse;

use super::{
    Hit,
    names::{Meaning, Names},
};
use crate::{
    Catalogue, ComponentId, IndicatorId, Listed, ProvinceId, ProvinceList, RegionId, fold, name_key,
    spellings::{push_new, sorted},
    tidy,
};

/// A parsed query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchQuery {
    /// Indicators, in the order of the query.
    pub indicators: Vec<IndicatorId>,
    /// Components, in the order of the query; for each name all components with it, restricted to the indicators in
    /// the query if there are any. Never a headline figure.
    pub components: Vec<Vec<(IndicatorId, ComponentId)>>,
    /// Provinces, in the order of the query; for each name all units with it, most likely first: the unit that existed
    /// in the first year of the query, otherwise the present one.
    pub provinces: Vec<Vec<ProvinceId>>,
    /// Regions, in the order of the query; for each name the regions of all schemes.
    pub regions: Vec<Vec<RegionId>>,
    /// Years, in the order of the query.
    pub years: Vec<i32>,
    /// True if the query contains words for ranks or scores ("xếp hạng", "score").
    pub figures: bool,
    /// Words that were not understood, in the order of the query.
    pub unknown: Vec<NotUnderstood>,
}

/// Words of a query that match no name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotUnderstood {
    /// The words as typed.
    pub text: String,
    /// Suggestions, most likely first; at most three.
    pub meant: Vec<Hit>,
}

impl SearchQuery {
    /// Returns true if the query names anything.
    #[must_use]
    pub const fn understood(&self) -> bool {
        !(self.indicators.is_empty()
            && self.components.is_empty()
            && self.provinces.is_empty()
            && self.regions.is_empty()
            && self.years.is_empty())
    }
}

/// A word of the query.
struct Word {
    typed: String,
    folded: String,
}

/// Folded words that are ignored unless they are part of a name.
const FILLERS: [&str; 38] = [
    "nam", "tinh", "thanh", "pho", "tp", "tt", "vung", "khu", "vuc", "cua", "thu", "chi", "so", "sanh", "va", "voi",
    "o", "tai", "bang", "cu", "dung", "may", "la", "bao", "nhieu", "ket", "qua", "province", "city", "region", "year",
    "of", "in", "for", "and", "the", "index", "compare",
];

/// Folded words for ranks or scores, ignored like fillers.
const FIGURE_WORDS: [&str; 13] = [
    "hang", "xep", "xephang", "thuhang", "diem", "diemso", "rank", "ranks", "ranked", "ranking", "rankings", "score",
    "scores",
];

/// The maximum number of words in a name: the longest full name of an indicator has fewer.
const MAX_NAME_WORDS: usize = 24;

/// The maximum number of words in the name of a province.
const MAX_PROVINCE_WORDS: usize = 4;

impl Catalogue {
    /// Parses a query. Names must be complete, in upper or lower case, with or without diacritics, spaces and hyphens;
    /// they include all names in the catalogue, also abbreviations and slugs.
    #[must_use]
    pub fn parse_query(&self, query: &str) -> SearchQuery {
        let words = words(query);
        let former = words.iter().any(|word| word.folded == "cu");
        let names = self.names();
        let mut parsed = SearchQuery::default();
        // Words that match no name, and the fillers directly before them.
        let (mut pending, mut before) = (Vec::new(), Vec::new());
        for (span, meaning) in segments(&words, &names) {
            if meaning == Meaning::Unknown {
                pending.extend(span);
                continue;
            }
            self.finish_unknown(&mut parsed, &before, &mut pending);
            if meaning == Meaning::Filler {
                parsed.figures |= span.iter().any(|word| FIGURE_WORDS.contains(&word.folded.as_str()));
                before.extend(span);
                continue;
            }
            before.clear();
            match meaning {
                Meaning::Indicator(id) => push_new(&mut parsed.indicators, id),
                Meaning::Provinces(ids) => push_new(&mut parsed.provinces, ids),
                Meaning::Regions(ids) => push_new(&mut parsed.regions, ids),
                Meaning::Components(ids) => push_new(&mut parsed.components, ids),
                Meaning::Year(year) => push_new(&mut parsed.years, year),
                Meaning::Filler | Meaning::Unknown => {}
            }
        }
        self.finish_unknown(&mut parsed, &before, &mut pending);
        let named = parsed.indicators.clone();
        if !named.is_empty() {
            for ids in &mut parsed.components {
                ids.retain(|(indicator, _)| named.contains(indicator));
            }
            parsed.components.retain(|ids| !ids.is_empty());
        }
        let year = parsed.years.first().copied();
        for ids in &mut parsed.provinces {
            ids.sort_by_key(|id| Reverse(self.fit(*id, year, former)));
        }
        parsed
    }

    /// Ends a run of words that match no name and looks for suggestions. Fillers before the run may be the beginning
    /// of a misspelt name.
    fn finish_unknown(&self, parsed: &mut SearchQuery, before: &[&Word], pending: &mut Vec<&Word>) {
        if pending.is_empty() {
            return;
        }
        let typed = |words: &[&Word]| {
            words
                .iter()
                .map(|word| word.typed.as_str())
                .collect::<Vec<_>>()
                .join(" ")
        };
        let text = typed(pending);
        let mut meant = self.search(&text);
        if meant.is_empty() {
            meant = self.spelled_like(&text);
        }
        if meant.is_empty() {
            meant = self.spelled_like(&typed(&[before, pending].concat()));
        }
        meant.truncate(3);
        parsed.unknown.push(NotUnderstood { text, meant });
        pending.clear();
    }

    /// Rates how well a unit fits the year of the query, or the present if it has none; higher is better.
    fn fit(&self, id: ProvinceId, year: Option<i32>, former: bool) -> u8 {
        let unit = self.provinces.get(id);
        let exists = |year, basis: ProvinceList| unit.exists_on(basis.last_day(year));
        let (before, since) = (unit.listed != Listed::Since2025, unit.listed != Listed::Before2025);
        match year {
            _ if former => u8::from(before),
            Some(year) if year < 2025 => u8::from(before && exists(year, ProvinceList::Before2025)),
            Some(year) => 2 * u8::from(since && exists(year, ProvinceList::Since2025)),
            None => u8::from(since),
        }
    }

    /// Returns the provinces and indicators whose names differ least from the text, by at most one or two characters.
    /// Empty for texts of at most three characters.
    fn spelled_like(&self, text: &str) -> Vec<Hit> {
        let key = name_key(text);
        let max_distance = match key.chars().count() {
            0..=3 => return Vec::new(),
            4..=6 => 1,
            _ => 2,
        };
        let names = self.names();
        let indicators = names.known.iter().filter_map(|(name, meaning)| match meaning {
            Meaning::Indicator(id) => Some((name.as_str(), vec![Hit::Indicator(*id)])),
            _ => None,
        });
        let named = |name: &str| matches!(names.known.get(name), Some(Meaning::Indicator(_)));
        let provinces = names.provinces.all().filter(|(name, _)| !named(name));
        let provinces = provinces.map(|(name, ids)| (name, ids.iter().copied().map(Hit::Province).collect()));
        let length = key.chars().count();
        let mut found: Vec<(usize, &str, Hit)> = Vec::new();
        for (name, hits) in indicators.chain(provinces) {
            // Each character more or less is a difference.
            if name.chars().count().abs_diff(length) > max_distance {
                continue;
            }
            let distance = distance(&key, name);
            if distance <= max_distance {
                found.extend(hits.into_iter().map(|hit| (distance, name, hit)));
            }
        }
        let nearest = found.iter().map(|(distance, ..)| *distance).min().unwrap_or_default();
        found.retain(|(distance, ..)| *distance == nearest);
        found.sort_by(|a, b| a.1.cmp(b.1).then_with(|| self.is_former(a.2).cmp(&self.is_former(b.2))));
        let mut hits = Vec::new();
        for (.., hit) in found {
            push_new(&mut hits, hit);
        }
        hits
    }

    /// Returns true for a unit that no longer exists.
    fn is_former(&self, hit: Hit) -> bool {
        matches!(hit, Hit::Province(id) if self.provinces.get(id).listed == Listed::Before2025)
    }
}

/// Splits a query into words. A year at the end of a word becomes a separate word ("pci2016").
fn words(query: &str) -> Vec<Word> {
    let text = tidy(query);
    let mut words = Vec::new();
    for typed in text.split(|c: char| !c.is_alphanumeric()) {
        let folded = fold(typed);
        let letters = folded.trim_end_matches(|c: char| c.is_ascii_digit());
        let (name, year) = match year(&folded[letters.len()..]) {
            Some(_) if !letters.is_empty() => (letters, &folded[letters.len()..]),
            _ => (folded.as_str(), ""),
        };
        let typed_name = typed.strip_suffix(year).unwrap_or(typed);
        for (typed, folded) in [(typed_name, name), (year, year)] {
            if !folded.is_empty() {
                words.push(Word {
                    typed: typed.to_owned(),
                    folded: folded.to_owned(),
                });
            }
        }
    }
    words
}

/// Parses a year from 1990 to 2099.
fn year(word: &str) -> Option<i32> {
    let number = word.parse().ok().filter(|_| word.len() == 4);
    number.filter(|year| (1990..2100).contains(year))
}

/// Splits words into spans with a meaning, minimising the number of words without one and then the number of spans.
fn segments<'a>(words: &'a [Word], names: &Names<'_>) -> Vec<(&'a [Word], Meaning)> {
    // From the last position to the first: the cost of the rest, the end of its first span, and the span's meaning.
    let mut best: Vec<(usize, usize, Meaning)> = vec![(0, words.len(), Meaning::Filler)];
    for from in (0..words.len()).rev() {
        let rest = |to: usize| best[words.len() - to].0;
        let word = words[from].folded.as_str();
        let (cost, meaning) = match year(word) {
            Some(year) => (1, Meaning::Year(year)),
            None if FILLERS.contains(&word) || FIGURE_WORDS.contains(&word) => (2, Meaning::Filler),
            None => (100, Meaning::Unknown),
        };
        let mut chosen = (cost + rest(from + 1), from + 1, meaning);
        let mut key = String::new();
        for to in from + 1..=words.len().min(from + MAX_NAME_WORDS) {
            key.push_str(&words[to - 1].folded);
            let Some(meaning) = names.get(&key) else { continue };
            let cost = 1 + rest(to);
            // A longer name at the same cost is more specific.
            if cost <= chosen.0 {
                chosen = (cost, to, meaning);
            }
        }
        for to in from + 2..=words.len().min(from + MAX_PROVINCE_WORDS) {
            let span = words[from..to].iter().map(|word| word.folded.as_str());
            let Some(ids) = names.provinces.shuffled(&sorted(span)) else {
                continue;
            };
            // More expensive than a filler and a name in its usual order, so that "tỉnh Hà Nam" is not parsed as
            // "Hà Tĩnh" and "năm".
            let cost = 4 + rest(to);
            if cost < chosen.0 {
                chosen = (cost, to, Meaning::Provinces(ids.to_vec()));
            }
        }
        best.push(chosen);
    }
    best.reverse();
    let mut found = Vec::new();
    let mut from = 0;
    while from < words.len() {
        let (_, to, meaning) = best[from].clone();
        found.push((&words[from..to], meaning));
        from = to;
    }
    found
}

/// Returns the optimal string alignment distance: the number of characters to insert, delete, replace, or swap with
/// the next one.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut minimum = replaced.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                minimum = minimum.min(rows[i - 2][j - 2] + 1);
            }
            row.push(minimum);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn distances_between_spellings() {
        for (a, b, expected) in [
            ("nghean", "nghean", 0),
            ("ngean", "nghean", 1),
            ("nghena", "nghean", 1),
            ("hatinh", "hatin", 1),
            ("", "abc", 3),
            ("danang", "hanoi", 4),
        ] {
            assert_eq!((distance(a, b), distance(b, a)), (expected, expected), "{a} {b}");
        }
    }

    #[test]
    fn years_at_the_end_of_a_word_are_split_off() {
        let folded = |query: &str| words(query).into_iter().map(|word| word.folded).collect::<Vec<_>>();
        assert_eq!(folded("PCI2016"), ["pci", "2016"]);
        assert_eq!(folded("Hà-Tĩnh-63"), ["ha", "tinh", "63"]);
        assert_eq!(folded("qd766 2016–2019"), ["qd766", "2016", "2019"]);
        assert_eq!(folded("  "), [""; 0]);
    }

    proptest! {
        #[test]
        fn no_word_of_a_query_is_lost(query in ".{0,40}") {
            let parsed = Catalogue::default().parse_query(&query);
            // With an empty catalogue, only years and fillers are understood.
            let unknown: usize = parsed.unknown.iter().map(|part| part.text.split(' ').count()).sum();
            let filler = |word: &str| FILLERS.contains(&word) || FIGURE_WORDS.contains(&word);
            let named = |word: &Word| year(&word.folded).is_some() || filler(&word.folded);
            let all = words(&query);
            prop_assert_eq!(unknown, all.iter().filter(|word| !named(word)).count());
        }
    }
}
