//! Provinces alike in their figures, with the reasons in words. How likeness is measured is the domain's.

use domain::{
    Basis, ComponentId, IndicatorId, ProvinceId, TableKey,
    similar::{Likeness, Similar},
};

use super::{Here, finding, verdict_words as w};
use crate::words;

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

/// Those most like `of` by the components of the indicator with the newest year that can be compared, or else by
/// the headline figures.
pub(crate) fn newest(here: &Here<'_>, of: ProvinceId) -> Option<Alike> {
    let bases = [Basis::Of63, Basis::Of34];
    let found = here.snapshot.catalogue.indicators().flat_map(|(id, _)| {
        let years = bases.into_iter();
        years.filter_map(move |basis| {
            let (year, alike) = by_components(here, (id, basis, i32::MAX), of)?;
            Some(((year, std::cmp::Reverse(id)), alike))
        })
    });
    let newest = found.max_by_key(|(order, _)| *order).map(|(_, alike)| alike);
    newest.or_else(|| {
        bases
            .into_iter()
            .find_map(|basis| by_headlines(here, (basis, i32::MAX), of))
    })
}

/// Those most like `of` in the year of a table or before it: by the components of its indicator, or else by the
/// headline figures.
pub(crate) fn in_table(here: &Here<'_>, key: TableKey, of: ProvinceId) -> Option<Alike> {
    let components = by_components(here, (key.indicator, key.basis, key.year), of).map(|(_, alike)| alike);
    components.or_else(|| by_headlines(here, (key.basis, key.year), of))
}

fn by_components(
    here: &Here<'_>,
    (indicator, basis, up_to): (IndicatorId, Basis, i32),
    of: ProvinceId,
) -> Option<(i32, Alike)> {
    let lang = here.lang();
    let year = here.snapshot.likeness_year(indicator, basis, up_to)?;
    let likeness = here.snapshot.likeness(indicator, (basis, year))?;
    let short = here.snapshot.catalogue.indicator(indicator).short.get(lang);
    let count = likeness.features.len().to_string();
    let by = w::ALIKE_BY.fill(lang, &[&count, short, &year.to_string()]);
    Some((year, alike(here, &likeness, by, of)?))
}

fn by_headlines(here: &Here<'_>, (basis, up_to): (Basis, i32), of: ProvinceId) -> Option<Alike> {
    let lang = here.lang();
    let likeness = here.snapshot.headline_likeness(basis, up_to)?;
    let dated: Vec<String> = likeness.features.iter().map(|key| named(here, *key)).collect();
    let by = w::ALIKE_BY_HEADLINES.fill(lang, &[&words::list(lang, &dated)]);
    alike(here, &likeness, by, of)
}

/// `None` where the province lacks a figure that the others have.
fn alike(here: &Here<'_>, likeness: &Likeness, by: String, of: ProvinceId) -> Option<Alike> {
    let key = *likeness.features.first()?;
    let nearest = likeness.nearest(of, MOST_ALIKE).into_iter();
    let members = nearest.map(|other| AlikeProvince {
        province: other.province,
        name: finding::name(here.snapshot, here.lang(), other.province, key),
        why: reasons(here, &other),
    });
    let members: Vec<AlikeProvince> = members.collect();
    (!members.is_empty()).then_some(Alike { by, members })
}

/// An indicator with its year, or the name of a component.
fn named(here: &Here<'_>, key: TableKey) -> String {
    let lang = here.lang();
    let about = here.snapshot.catalogue.indicator(key.indicator);
    if key.component == ComponentId::TOTAL {
        return format!("{} {}", about.short.get(lang), key.year);
    }
    about.component(key.component).name.get(lang).to_lowercase()
}

fn reasons(here: &Here<'_>, other: &Similar) -> String {
    let lang = here.lang();
    let alike: Vec<String> = other.alike(REASONS).map(|(key, _)| named(here, key)).collect();
    let unlike: Vec<String> = other.unlike(REASONS).map(|(key, _)| named(here, key)).collect();
    let parts = [(w::ALIKE_IN, alike), (w::UNLIKE_IN, unlike)];
    let parts = parts.into_iter().filter(|(_, names)| !names.is_empty());
    let parts: Vec<String> = parts
        .map(|(words, names)| words.fill(lang, &[&words::list(lang, &names)]))
        .collect();
    parts.join("; ")
}
