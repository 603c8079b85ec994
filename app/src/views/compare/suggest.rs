//! Comparisons to begin with, chosen by rule.

use domain::{ProvinceId, collation_key};
use messages::{arguments, compare as w, fill};

use super::{
    params::{Asked, MOST, Peers},
    resolve::start,
};
use crate::{context::PageContext, findings::headline as finding};

/// Words and addresses: a province (the one asked for, else the first by the alphabet) with its neighbours
/// in rank and with its region, and the centrally run cities; all in the newest complete table.
pub(crate) fn suggestions(cx: &PageContext, asked: &Asked) -> Vec<(String, String)> {
    let lang = cx.lang();
    let Some(table) = start(cx, asked) else {
        return Vec::new();
    };
    let provinces = &cx.snapshot().catalogue.provinces;
    let mut all: Vec<ProvinceId> = table.provinces().collect();
    all.sort_by_cached_key(|id| collation_key(&provinces.get(*id).name.vi));
    let first = asked
        .provinces
        .first()
        .copied()
        .filter(|id| all.contains(id))
        .or(all.first().copied());
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    let (short, year) = (indicator.short.get(lang), table.key.year.to_string());
    let address = |provinces: Vec<ProvinceId>, peers| {
        let asked = Asked {
            provinces,
            peers,
            indicator: Some(table.key.indicator),
            component: asked.component,
            year: Some(table.key.year),
            ..Asked::default()
        };
        asked.address(cx)
    };
    let mut found = Vec::new();
    if let Some(first) = first {
        let name = finding::name(cx.snapshot(), lang, first, table.key);
        let ranked = !table.mixed && table.row(first).is_some_and(|row| row.rank.is_some());
        let kinds = [
            (w::SUGGEST_NEIGHBOURS, Peers::Neighbours),
            (w::SUGGEST_REGION, Peers::Region),
        ];
        for (words, peers) in kinds.into_iter().skip(usize::from(!ranked)) {
            found.push((
                words.fill(lang, &arguments![province = &name, indicator = short, year = &year]),
                address(vec![first], peers),
            ));
        }
    }
    let cities: Vec<ProvinceId> = all.into_iter().filter(|id| provinces.get(*id).city).collect();
    if (2..=MOST).contains(&cities.len()) {
        found.push((
            fill!(w::SUGGEST_CITIES, lang, indicator = short, year = &year),
            address(cities, Peers::None),
        ));
    }
    found
}
