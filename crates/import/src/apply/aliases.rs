//! Spellings that a person matched with a province, to be known from now on.

use domain::{
    Alias, Catalogue, Date, Place, ProvinceId, Provinces, fold, name_key, tidy,
    upload::{MatchedBy, Reading},
};

/// The accepted spellings that the catalogue does not resolve yet. One that means another
/// unit at any time of this one is a decision about this file only, and is not kept.
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
        let again = found.iter().any(|a| fold(&a.spelling) == fold(&spelling));
        if again || days.iter().any(|day| means(day).is_some()) || ambiguous(known, &key) {
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

/// The catalogue's register of provinces with more spellings.
pub(crate) fn with_aliases(catalogue: &Catalogue, more: &[Alias]) -> Provinces {
    let aliases = catalogue.provinces.aliases().iter().chain(more).cloned();
    catalogue.provinces.with_aliases(aliases.collect())
}

fn has_controls(text: &str) -> bool {
    text.chars().any(char::is_control)
}

/// Days on which the meaning of a name may differ, within the time of a unit.
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

/// Names of several units at once stay open: another alias would not settle them.
fn ambiguous(provinces: &Provinces, key: &str) -> bool {
    provinces.aliases().iter().any(|a| name_key(&a.spelling) == key)
        || provinces.alphabetical().any(|(_, p)| {
            let names = std::iter::once(&p.name).chain(p.earlier_names.iter().map(|(name, _)| name));
            names.flat_map(|n| [&n.vi, &n.en]).any(|n| name_key(n) == key)
        })
}
