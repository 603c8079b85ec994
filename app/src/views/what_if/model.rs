//! What would follow if components were different: a supposition, marked as one wherever it goes.

use domain::{
    ComponentId, IndicatorId, ProvinceId, RankOrigin, Snapshot, TableKey, number,
    why::{NotSupposed, Supposition, what_if},
};
use messages::{arguments, common as m, fill, what_if as w};

use crate::{
    context::PageContext,
    findings::headline as finding,
    query::{BadParameter, Parameters},
    views::{parameters::year_of, why::model as why},
    words as said,
};

pub(crate) use super::{
    content::{find as own, state, steps, view},
    params::Wrong,
};

use super::params as read;

/// A province, a year and what is supposed of its components.
pub(crate) struct Supposed {
    pub(crate) key: TableKey,
    pub(crate) province: ProvinceId,
    /// Years of the province for which components may be supposed, the newest first.
    pub(crate) years: Vec<i32>,
    /// The components that differ from the published ones, in the order of the catalogue.
    pub(crate) changed: Vec<(ComponentId, f64)>,
    pub(crate) found: Result<Supposition, NotSupposed>,
}

/// What an address asks for.
pub(crate) enum Asked {
    Found(Box<Supposed>),
    /// The province has no headline figures of the indicator.
    Nothing,
    /// A year without figures.
    Year(BadParameter),
    /// Components or values that cannot be.
    Values(Vec<Wrong>),
}

/// Computes what the address asks for.
pub(crate) fn find(
    cx: &PageContext,
    (province, indicator): (ProvinceId, IndicatorId),
    parameters: &Parameters,
) -> Asked {
    let snapshot = cx.snapshot();
    let all = why::years(snapshot, indicator, province);
    let years: Vec<i32> = all
        .iter()
        .copied()
        .filter(|year| possible(snapshot, indicator, province, *year))
        .collect();
    let expected = |listed: &str| fill!(m::EXPECT_ONE_OF, cx.lang(), list = listed);
    let year = match year_of("year", &all, parameters, expected) {
        Ok(year) => year.or(years.first().or(all.first()).copied()),
        Err(bad) => return Asked::Year(bad),
    };
    let Some(key) = year.and_then(|year| why::key(snapshot, indicator, province, year)) else {
        return Asked::Nothing;
    };
    let published = what_if(snapshot, key, province, &[]);
    let given = match &published {
        Ok(_) => read::given(cx, key, parameters),
        Err(_) => Ok(Vec::new()),
    };
    let given = match given {
        Ok(given) => given,
        Err(wrong) => return Asked::Values(wrong),
    };
    let found = what_if(snapshot, key, province, &given);
    let parts = found.iter().flat_map(|found| &found.parts);
    let changed = parts.filter(|part| part.supposed.total_cmp(&part.published).is_ne());
    Asked::Found(Box::new(Supposed {
        key,
        province,
        years,
        changed: changed.map(|part| (part.component, part.supposed)).collect(),
        found,
    }))
}

/// Whether there is a year for which components of a province may be supposed.
pub(crate) fn has_what_if(snapshot: &Snapshot, indicator: IndicatorId, province: ProvinceId) -> bool {
    let mut years = why::years(snapshot, indicator, province).into_iter();
    years.any(|year| possible(snapshot, indicator, province, year))
}

/// Whether components of a province may be supposed in a year.
fn possible(snapshot: &Snapshot, indicator: IndicatorId, province: ProvinceId, year: i32) -> bool {
    let key = why::key(snapshot, indicator, province, year);
    key.is_some_and(|key| what_if(snapshot, key, province, &[]).is_ok())
}

impl Supposed {
    /// The changed components as pairs `slug=value`, with a decimal point in both languages.
    pub(crate) fn pairs(&self, cx: &PageContext) -> Vec<(String, String)> {
        let indicator = cx.snapshot().catalogue.indicator(self.key.indicator);
        let pair = |(id, value): &(ComponentId, f64)| (indicator.component(*id).slug.clone(), value.to_string());
        self.changed.iter().map(pair).collect()
    }

    /// The name of a component in the year.
    pub(crate) fn component(&self, cx: &PageContext, id: ComponentId) -> String {
        let indicator = cx.snapshot().catalogue.indicator(self.key.indicator);
        indicator
            .component(id)
            .name_in(Some(self.key.year))
            .get(cx.lang())
            .to_owned()
    }

    /// Decimals with which components and total of the year were published.
    pub(crate) fn digits(&self, snapshot: &Snapshot) -> u8 {
        let tables = self
            .found
            .iter()
            .flat_map(|found| &found.parts)
            .map(|part| part.component);
        let keys = tables
            .chain([ComponentId::TOTAL])
            .map(|component| TableKey { component, ..self.key });
        let given = keys.filter_map(|key| {
            let row = snapshot.table(key)?.row(self.province)?;
            match snapshot.figure(row.figure).value {
                domain::Observation::Known(quantity) => Some(quantity.digits),
                _ => None,
            }
        });
        given.max().unwrap_or_default()
    }
}

/// The finding, marked as a supposition.
pub(crate) fn title(cx: &PageContext, supposed: &Supposed, found: &Supposition) -> String {
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(supposed.key.indicator);
    let name = finding::name(cx.snapshot(), lang, supposed.province, supposed.key);
    let (short, year) = (indicator.short.get(lang), supposed.key.year.to_string());
    if supposed.changed.is_empty() {
        return fill!(w::TITLE_SAME, lang, province = &name, indicator = short, year = &year);
    }
    let read = |value| number::format(lang, value, indicator.decimals(ComponentId::TOTAL));
    let totals = [read(found.total), read(found.published)];
    match found.place.zip(found.rank) {
        Some((place, rank)) => {
            let places = [format!("{}/{}", place.place(), place.of()), said::rank(rank)];
            fill!(
                w::TITLE_PLACED,
                lang,
                province = &name,
                score = &totals[0],
                indicator = short,
                year = &year,
                score_published = &totals[1],
                rank = &places[0],
                rank_published = &places[1]
            )
        }
        None => fill!(
            w::TITLE,
            lang,
            province = &name,
            score = &totals[0],
            indicator = short,
            year = &year,
            score_published = &totals[1]
        ),
    }
}

/// Total, place, group and band that would follow, each beside the published one.
pub(crate) fn results(cx: &PageContext, supposed: &Supposed, found: &Supposition) -> Vec<String> {
    let lang = cx.lang();
    let read = |value| number::format(lang, value, found.digits);
    let difference = number::format_signed(lang, found.difference(), found.digits);
    let mut lines = vec![fill!(
        w::RESULT_TOTAL,
        lang,
        score = &read(found.total),
        score_published = &read(found.published),
        difference = &difference
    )];
    lines.push(match found.place.zip(found.rank) {
        Some((place, rank)) => {
            let words = match rank.origin {
                RankOrigin::Published => w::RESULT_PLACE,
                RankOrigin::Computed => w::RESULT_PLACE_COMPUTED,
            };
            words.fill(
                lang,
                &arguments![
                    rank = &place.place().to_string(),
                    total = &place.of().to_string(),
                    rank_published = &said::rank(rank)
                ],
            )
        }
        None => fill!(w::NO_PLACE, lang, year = &supposed.key.year.to_string()),
    });
    if let Some((then, now)) = found.supposed_group.zip(found.group) {
        lines.push(fill!(
            w::RESULT_GROUP,
            lang,
            group = said::group(then).get(lang),
            group_published = said::group(now).get(lang)
        ));
    }
    let indicator = cx.snapshot().catalogue.indicator(supposed.key.indicator);
    let now = indicator.band(supposed.key.year, found.published);
    if let Some((then, now)) = found.supposed_band.as_deref().zip(now) {
        lines.push(fill!(w::RESULT_BAND, lang, band = then, band_published = now));
    }
    lines
}

/// Why nothing can be supposed.
pub(crate) fn refusal(cx: &PageContext, supposed: &Supposed) -> Option<String> {
    let lang = cx.lang();
    let year = supposed.key.year.to_string();
    let Err(reason) = &supposed.found else { return None };
    Some(match reason {
        NotSupposed::NoTotal => fill!(w::NO_TOTAL, lang, year = &year),
        NotSupposed::ComponentsMissing(ids) => {
            let names: Vec<String> = ids.iter().map(|id| supposed.component(cx, *id)).collect();
            fill!(w::MISSING, lang, year = &year, components = &said::list(lang, &names))
        }
        NotSupposed::NotAHeadline => {
            let short = cx
                .snapshot()
                .catalogue
                .indicator(supposed.key.indicator)
                .short
                .get(lang);
            fill!(w::NOT_A_SCORE, lang, indicator = short)
        }
        // Values are read and checked before: what is left is that nothing is known of the sum.
        NotSupposed::NoRule
        | NotSupposed::NoSuchComponent(_)
        | NotSupposed::Twice(_)
        | NotSupposed::OutOfScale { .. } => fill!(w::NO_RULE, lang, year = &year),
    })
}
