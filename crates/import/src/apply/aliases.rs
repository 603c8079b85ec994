//! Collects spellings that the user matched with a province, to be recognised from now on.

use domain::{
    Alias, Catalogue, Date, Place, ProvinceId, Provinces, fold, name_key, tidy,
    upload::{MatchedBy, Reading},
};

/// Returns the accepted spellings that the catalogue does not resolve yet. A spelling that means another unit at any
/// time during the life of the chosen one applies to this file only, and is not stored.
pub(crate) fn accepted(catalogue: &Catalogue, reading: &Reading) -> Vec<Alias> {
    let known = &catalogue.provinces;
    let mut found: Vec<Alias> = Vec::new();
    for place in reading.places.iter().filter(|p| p.how == MatchedBy::Chosen) {
        let Some(Place::Province(id)) = place.place else {
            continue;
        };
        let spelling = tidy(&place.found);
        let key = name_key(&spelling);
        if key.is_empty() || key.bytes().all(|b| b.is_ascii_digit()) || has_controls(&spelling) {
            continue;
        }
        let days = days(known, id);
        let means = |day: &Date| known.resolve(&spelling, *day);
        let duplicate = found.iter().any(|a| fold(&a.spelling) == fold(&spelling));
        if duplicate || days.iter().any(|day| means(day).is_some()) || ambiguous(known, &key) {
            continue;
        }
        let unit = known.get(id);
        found.push(Alias {
            spelling,
            province: id,
            from: unit.from,
            to: unit.to,
        });
    }
    found
}

/// Returns the catalogue's register of provinces with more spellings.
pub(crate) fn with_aliases(catalogue: &Catalogue, more: &[Alias]) -> Provinces {
    let aliases = catalogue.provinces.aliases().iter().chain(more).cloned();
    catalogue.provinces.with_aliases(aliases.collect())
}

fn has_controls(text: &str) -> bool {
    text.chars().any(char::is_control)
}

/// Returns the days, within the lifetime of a unit, on which the meaning of a name may change.
fn days(provinces: &Provinces, id: ProvinceId) -> Vec<Date> {
    let unit = provinces.get(id);
    let bounds = provinces.alphabetical().flat_map(|(_, p)| [p.from, p.to]);
    let mut days: Vec<Date> = bounds
        .flatten()
        .chain([1900, 2007, 2100].map(Date::year_end))
        .filter(|day| unit.exists_on(*day))
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// Returns true if a name belongs to several units: another alias would not make it unambiguous.
fn ambiguous(provinces: &Provinces, key: &str) -> bool {
    provinces.aliases().iter().any(|a| name_key(&a.spelling) == key)
        || provinces.alphabetical().any(|(_, p)| {
            let names = std::iter::once(&p.name).chain(p.earlier_names.iter().map(|(name, _)| name));
            names.flat_map(|n| [&n.vi, &n.en]).any(|n| name_key(n) == key)
        })
}
