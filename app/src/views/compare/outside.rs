//! Provinces that the list of the year does not hold: why, and who stands there instead.

use domain::{Listed, Province, ProvinceId, ProvinceList};
use messages::{compare as w, fill};

use super::{
    model::Comparison,
    params::{Asked, MOST},
};
use crate::{context::PageContext, words};

/// One such province.
pub(crate) struct Outside {
    pub(crate) name: String,
    /// Why it is not in the list.
    pub(crate) says: String,
    /// Those that stand for it, with their addresses.
    pub(crate) instead: Vec<(String, String)>,
    /// The comparison with them in its place.
    pub(crate) swap: Option<String>,
}

pub(crate) fn outside(cx: &PageContext, compared: &Comparison<'_>) -> Vec<Outside> {
    compared.outside.iter().map(|id| one(cx, compared, *id)).collect()
}

fn one(cx: &PageContext, compared: &Comparison<'_>, id: ProvinceId) -> Outside {
    let lang = cx.lang();
    let provinces = &cx.snapshot().catalogue.provinces;
    let about = provinces.get(id);
    let name = words::province(lang, about);
    let later = compared.key().basis == ProvinceList::Since2025 || about.listed != Listed::Since2025;
    let instead = if later {
        after(compared, cx, about)
    } else {
        before(compared, cx, id)
    };
    let date = |date: Option<domain::Date>| date.map(|date| date.format(lang));
    let says = match (later, date(about.to), date(about.from), instead.is_empty()) {
        (true, Some(to), _, false) => fill!(w::ENDED, lang, province = &name, date = &to),
        (true, Some(to), _, true) => fill!(w::ENDED_ALONE, lang, province = &name, date = &to),
        (false, _, Some(from), false) => fill!(w::FORMED, lang, province = &name, date = &from),
        _ => fill!(w::FORMED_LATER, lang, province = &name),
    };
    let link = |id: &ProvinceId| {
        let province = provinces.get(*id);
        (words::province(lang, province), cx.links.province(&province.slug))
    };
    Outside {
        says,
        instead: instead.iter().map(link).collect(),
        swap: swapped(&compared.asked, id, &instead).map(|asked| asked.address(cx)),
        name,
    }
}

/// The units in this list that a later one was formed from.
fn before(compared: &Comparison<'_>, cx: &PageContext, id: ProvinceId) -> Vec<ProvinceId> {
    let all = cx.snapshot().catalogue.provinces.predecessors(id).map(|(id, _)| id);
    all.filter(|id| compared.table.provinces().any(|other| other == *id))
        .collect()
}

/// The unit in this list that a former one became part of.
fn after(compared: &Comparison<'_>, cx: &PageContext, about: &Province) -> Vec<ProvinceId> {
    let provinces = &cx.snapshot().catalogue.provinces;
    let mut next = about.successor;
    while let Some(id) = next {
        if compared.table.provinces().any(|other| other == id) {
            return vec![id];
        }
        next = provinces.get(id).successor;
    }
    Vec::new()
}

/// The same question with others in the place of one; `None` if there are too many or none.
fn swapped(asked: &Asked, id: ProvinceId, instead: &[ProvinceId]) -> Option<Asked> {
    let mut provinces: Vec<ProvinceId> = Vec::new();
    for one in &asked.provinces {
        let these = if *one == id { instead } else { std::slice::from_ref(one) };
        for other in these {
            if !provinces.contains(other) {
                provinces.push(*other);
            }
        }
    }
    let fits = !instead.is_empty() && provinces.len() <= MOST;
    fits.then(|| Asked {
        provinces,
        ..asked.clone()
    })
}
