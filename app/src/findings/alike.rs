//! Provinces alike in their figures, with the reasons in words. How likeness is measured is the domain's.

use std::collections::HashSet;

use domain::{
    ComponentId, ProvinceId, Table, TableKey,
    similar::{Likeness, Similar},
};
use messages::{arguments, fill, findings as w};

use super::headline as finding;
use crate::{context::PageContext, words};

/// How many are named.
pub(crate) const MOST_ALIKE: usize = 5;
/// Components named on either side of a reason.
const REASONS: usize = 2;

/// The provinces most like one.
pub(crate) struct Alike {
    /// By what they were compared, and that it is no ranking.
    pub(crate) by: String,
    /// The nearest first.
    pub(crate) members: Vec<AlikeProvince>,
}

/// One of them.
pub(crate) struct AlikeProvince {
    pub(crate) province: ProvinceId,
    pub(crate) name: String,
    /// In what the two are alike and in what not; may be empty.
    pub(crate) why: String,
}

/// Those most like `of`, by the newest comparison that includes it.
pub(crate) fn newest(cx: &PageContext, of: ProvinceId) -> Option<Alike> {
    let likeness = cx.snapshot().newest_likeness(of)?;
    alike(cx, likeness, likeness.nearest(of, MOST_ALIKE))
}

/// Those in a table most like `of`, in its year or before it.
pub(crate) fn in_table(cx: &PageContext, table: &Table, of: ProvinceId) -> Option<Alike> {
    let likeness = cx.snapshot().likeness_in(table.key, of)?;
    let listed: HashSet<ProvinceId> = table.provinces().collect();
    let nearest = likeness.nearest_among(of, MOST_ALIKE, |other| listed.contains(&other));
    alike(cx, likeness, nearest)
}

/// By what they are compared: the components of an indicator, or headline figures.
fn by(cx: &PageContext, likeness: &Likeness, key: TableKey) -> String {
    let lang = cx.lang();
    if key.component == ComponentId::TOTAL {
        let dated: Vec<String> = likeness.features.iter().map(|key| named(cx, *key)).collect();
        return fill!(w::ALIKE_BY_HEADLINES, lang, indicators = &words::list(lang, &dated));
    }
    let short = cx.snapshot().catalogue.indicator(key.indicator).short.get(lang);
    let count = likeness.features.len().to_string();
    fill!(
        w::ALIKE_BY,
        lang,
        count = &count,
        indicator = short,
        year = &key.year.to_string()
    )
}

/// `None` where there is none: the province lacks a figure that the others have.
fn alike(cx: &PageContext, likeness: &Likeness, nearest: Vec<Similar>) -> Option<Alike> {
    let key = *likeness.features.first()?;
    let members = nearest.into_iter().map(|other| AlikeProvince {
        province: other.province,
        name: finding::name(cx.snapshot(), cx.lang(), other.province, key),
        why: reasons(cx, &other),
    });
    let members: Vec<AlikeProvince> = members.collect();
    (!members.is_empty()).then(|| Alike {
        by: by(cx, likeness, key),
        members,
    })
}

/// An indicator with its year, or the name of a component.
fn named(cx: &PageContext, key: TableKey) -> String {
    let lang = cx.lang();
    let about = cx.snapshot().catalogue.indicator(key.indicator);
    if key.component == ComponentId::TOTAL {
        return format!("{} {}", about.short.get(lang), key.year);
    }
    about.component(key.component).name.get(lang).to_lowercase()
}

fn reasons(cx: &PageContext, other: &Similar) -> String {
    let lang = cx.lang();
    let alike: Vec<String> = other.alike(REASONS).map(|(key, _)| named(cx, key)).collect();
    let unlike: Vec<String> = other.unlike(REASONS).map(|(key, _)| named(cx, key)).collect();
    let parts = [(w::ALIKE_IN, alike), (w::UNLIKE_IN, unlike)];
    let parts = parts.into_iter().filter(|(_, names)| !names.is_empty());
    let parts: Vec<String> = parts
        .map(|(words, names)| words.fill(lang, &arguments![measures = &words::list(lang, &names)]))
        .collect();
    parts.join("; ")
}
