//! Recognises names of provinces, regions and the country in their various spellings.

mod near;
mod spellings;

use std::collections::HashMap;

use domain::{Date, ProvinceId, Provinces, RegionId, fold, name_key, tidy, upload::MatchedBy};

pub(crate) use spellings::{Resolution, Scope, Spellings};

use crate::values::without_mark;

/// The possible meanings of a spelling, before the time is known.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Meaning {
    /// Units of any time with this name.
    Units(Vec<ProvinceId>, MatchedBy),
    /// The whole country.
    Nation,
    /// Regions of any scheme.
    Regions(Vec<RegionId>),
    /// A statistic such as a minimum, or a row of ranks: not a place.
    Statistic,
    /// Unknown.
    Unknown,
}

/// An index of all names in the catalogue, in folded form.
pub(crate) struct Index<'a> {
    provinces: &'a Provinces,
    exact: HashMap<String, Vec<ProvinceId>>,
    keys: HashMap<String, Vec<ProvinceId>>,
    aliases: HashMap<String, Vec<ProvinceId>>,
    regions: HashMap<String, Vec<RegionId>>,
    codes: HashMap<&'a str, Vec<ProvinceId>>,
}

impl<'a> Index<'a> {
    pub(crate) fn new(provinces: &'a Provinces) -> Self {
        let mut index = Self {
            provinces,
            exact: HashMap::new(),
            keys: HashMap::new(),
            aliases: HashMap::new(),
            regions: HashMap::new(),
            codes: HashMap::new(),
        };
        for (id, unit) in provinces.alphabetical() {
            let names = std::iter::once(&unit.name).chain(unit.earlier_names.iter().map(|(name, _)| name));
            for name in names.flat_map(|name| [&name.vi, &name.en]) {
                add(&mut index.exact, name.to_lowercase(), id);
                add(&mut index.keys, name_key(name), id);
            }
            index.codes.entry(&unit.code).or_default().push(id);
        }
        for alias in provinces.aliases() {
            for key in [name_key(&alias.spelling), fold(&alias.spelling).replace(' ', "")] {
                add(&mut index.aliases, key, alias.province);
            }
        }
        for scheme in ["six-63", "six-34", "eight-63"] {
            for (id, region) in provinces.scheme(scheme) {
                for name in [&region.name.vi, &region.name.en] {
                    let known = index.regions.entry(region_key(name)).or_default();
                    if !known.contains(&id) {
                        known.push(id);
                    }
                }
            }
        }
        index
    }

    pub(crate) const fn provinces(&self) -> &'a Provinces {
        self.provinces
    }

    /// Returns the possible meanings of a spelling.
    pub(crate) fn meaning(&self, found: &str) -> Meaning {
        if found.len() > 120 {
            return Meaning::Unknown;
        }
        let name = tidy(found);
        if let Some(slug) = self.slug(&name) {
            return slug;
        }
        if let Some(units) = self.exact.get(&name.to_lowercase()) {
            return Meaning::Units(units.clone(), MatchedBy::Exact);
        }
        let bare = bare(&name);
        let key = name_key(bare);
        if key.is_empty() {
            return Meaning::Unknown;
        }
        let spaced = fold(bare).replace(' ', "");
        if let Some(units) = self.aliases.get(&spaced).or_else(|| self.aliases.get(&key)) {
            return Meaning::Units(units.clone(), MatchedBy::Alias);
        }
        if let Some(units) = self.keys.get(&key).or_else(|| self.keys.get(&spaced)) {
            return Meaning::Units(units.clone(), MatchedBy::Folded);
        }
        if NATION.contains(&spaced.as_str()) {
            return Meaning::Nation;
        }
        if let Some(regions) = self.regions.get(&region_key(bare)) {
            return Meaning::Regions(regions.clone());
        }
        if is_statistic(&fold(bare)) {
            return Meaning::Statistic;
        }
        Meaning::Unknown
    }

    /// Returns the meaning of names in this project's own file format: `ha-noi`, `vn`, `region:tay-nguyen`.
    fn slug(&self, name: &str) -> Option<Meaning> {
        if name == "vn" {
            return Some(Meaning::Nation);
        }
        if let Some(region) = name.strip_prefix("region:") {
            return self
                .provinces
                .region_by_slug(region)
                .map(|id| Meaning::Regions(vec![id]));
        }
        let unit = name.ends_with("-63").then(|| self.provinces.by_slug(name))??;
        Some(Meaning::Units(vec![unit], MatchedBy::Exact))
    }

    /// Returns the units with a code of the statistics office; `1` and `01` are the same.
    pub(crate) fn code(&self, code: &str) -> &[ProvinceId] {
        let code = code.trim().trim_end_matches(".0");
        let padded = format!("{code:0>2}");
        self.codes.get(padded.as_str()).map_or(&[], Vec::as_slice)
    }

    /// Returns the units with similar names, the most similar first.
    pub(crate) fn near(&self, found: &str) -> Vec<ProvinceId> {
        let key = name_key(bare(found));
        let names = self.keys.iter().chain(&self.aliases);
        near::nearest(&key, names.map(|(name, units)| (name.as_str(), units.as_slice())))
    }

    /// Returns the first days and last days of units, each ascending.
    fn boundaries(&self) -> (Vec<Date>, Vec<Date>) {
        let units = || self.provinces.alphabetical().map(|(_, unit)| unit);
        let sorted = |mut days: Vec<Date>| {
            days.sort_unstable();
            days.dedup();
            days
        };
        (
            sorted(units().filter_map(|unit| unit.from).collect()),
            sorted(units().filter_map(|unit| unit.to).collect()),
        )
    }

    /// Returns true if the unit existed on some day of a span.
    pub(crate) fn existed(&self, unit: ProvinceId, from: Date, to: Date) -> bool {
        let unit = self.provinces.get(unit);
        unit.from.is_none_or(|first| first <= to) && unit.to.is_none_or(|last| from <= last)
    }
}

fn add(to: &mut HashMap<String, Vec<ProvinceId>>, key: String, unit: ProvinceId) {
    let units = to.entry(key).or_default();
    if !units.contains(&unit) {
        units.push(unit);
    }
}

/// Returns a name without decorations that lists add: `1. Hà Nội`, `Hà Nội (*)`, `Hà Nội (1)`.
fn bare(name: &str) -> &str {
    let mut rest = name.trim();
    let number = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if (1..=2).contains(&number) {
        let after_number = rest[number..].trim_start_matches(['.', ')', '-', '/']);
        if after_number.len() < rest.len() - number || rest[number..].starts_with(' ') {
            rest = after_number.trim_start();
        }
    }
    while let Some(before) = without_mark(rest) {
        rest = before;
    }
    rest.trim_matches(['*', ':', '.', ' ', '+', '-'])
}

const NATION: [&str; 15] = [
    "canuoc",
    "toanquoc",
    "vietnam",
    "trungbinhcanuoc",
    "binhquancanuoc",
    "trungbinhtoanquoc",
    "binhquantoanquoc",
    "trungbinhchungcanuoc",
    "giatritrungbinhcanuoc",
    "diemtrungbinhcanuoc",
    "chungcanuoc",
    "wholecountry",
    "national",
    "nationalaverage",
    "nationwide",
];

/// Returns the folded name of a region, without introductory words.
fn region_key(name: &str) -> String {
    let folded = fold(name);
    let mut rest = folded.as_str();
    if let Some((first, after_numeral)) = rest.split_once(' ')
        && ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"].contains(&first)
    {
        rest = after_numeral;
    }
    for prefix in ["trung binh ", "binh quan ", "vung ", "khu vuc ", "region "] {
        rest = rest.strip_prefix(prefix).unwrap_or(rest);
    }
    rest = rest.strip_suffix(" region").unwrap_or(rest);
    rest.split(' ')
        .filter(|word| !["va", "and", "the"].contains(word))
        .collect()
}

/// Returns true for a text that explains the table: its source, the meaning of a mark.
pub(crate) fn is_note(text: &str) -> bool {
    const START: [&str; 12] = [
        "nguon ",
        "ghi chu",
        "chu thich",
        "luu y",
        "source ",
        "sources ",
        "note ",
        "notes ",
        "footnote",
        "copyright",
        "don vi tinh",
        "trich ",
    ];
    let folded = fold(text);
    // The word alone is followed by a cell with the rest.
    let word = |start: &str| folded.starts_with(start) || folded == start.trim_end();
    START.into_iter().any(word) || (text.starts_with(['*', '†', '‡', '¹', '²', '³']) && folded.split(' ').count() > 4)
}

/// Returns true for footer rows that are computed from the others, or explain them.
fn is_statistic(folded: &str) -> bool {
    const WHOLE: [&str; 28] = [
        "min",
        "max",
        "median",
        "mean",
        "average",
        "avg",
        "trung binh",
        "binh quan",
        "trung vi",
        "tong",
        "tong cong",
        "tong so",
        "cong",
        "total",
        "sum",
        "thap nhat",
        "cao nhat",
        "nho nhat",
        "lon nhat",
        "thu tu",
        "thu hang",
        "xep hang",
        "ranking",
        "rank",
        "minimum",
        "maximum",
        "do lech chuan",
        "std dev",
    ];
    const START: [&str; 16] = [
        "gia tri trung",
        "gia tri thap",
        "gia tri cao",
        "gia tri lon",
        "gia tri nho",
        "diem trung binh",
        "trung binh ",
        "ghi chu",
        "nguon",
        "source",
        "note",
        "copyright",
        "kcdl ",
        "tong so ",
        "standard dev",
        "diem thap nhat",
    ];
    WHOLE.contains(&folded) || START.iter().any(|start| folded.starts_with(start))
}
