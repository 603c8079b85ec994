//! Why a province moved: what its change is made of, who passed whom, what more would take, and how firm
//! its place is.

use domain::{
    ComponentId, IndicatorId, Kind, ProvinceId, Snapshot, TableKey,
    why::{Decomposition, Fragility, NotDecomposed, Passing, Reach, decomposition, fragility, passing, reach, what_if},
};
use messages::{common as m, fill, why as w};

use crate::{
    context::PageContext,
    query::{BadParameter, BadParameters, Parameters},
    views::parameters::year_of,
};

pub(crate) use super::{
    chart::{framed, steps},
    content::{figures, find as own, view},
    outlook::{firm, reached},
    texts::{account, distance, exact, places, points, refusal, standing, summary, title},
};

/// A province, an indicator and two years, with all that can be said of them.
pub(crate) struct Why {
    /// The table of the later year.
    pub(crate) key: TableKey,
    pub(crate) province: ProvinceId,
    /// The earlier year; `None` if the province has figures of one year only.
    pub(crate) from: Option<i32>,
    /// Years with a row of the province, the newest first.
    pub(crate) years: Vec<i32>,
    pub(crate) taken: Option<Result<Decomposition, NotDecomposed>>,
    pub(crate) passing: Option<Passing>,
    pub(crate) reach: Option<Reach>,
    pub(crate) fragility: Option<Fragility>,
}

impl Why {
    /// The change component by component, where it can be taken apart.
    pub(crate) fn decomposition(&self) -> Option<&Decomposition> {
        self.taken.as_ref()?.as_ref().ok()
    }

    /// The parameters that change what is said, in one order.
    pub(crate) fn state(&self) -> Vec<(&'static str, String)> {
        let years = [("year", Some(self.key.year)), ("from", self.from)];
        let named = years
            .into_iter()
            .filter_map(|(name, year)| Some((name, year?.to_string())));
        named.collect()
    }

    /// Whether components may be supposed in the later year.
    pub(crate) fn supposable(&self, snapshot: &Snapshot) -> bool {
        what_if(snapshot, self.key, self.province, &[]).is_ok()
    }
}

/// Computes what the address asks for; `None` if the province has no figures.
///
/// # Errors
/// Every parameter that cannot be used.
pub(crate) fn find(
    cx: &PageContext,
    (province, indicator): (ProvinceId, IndicatorId),
    parameters: &Parameters,
) -> Result<Option<Why>, BadParameters> {
    let snapshot = cx.snapshot();
    let years = years(snapshot, indicator, province);
    let mut bad = BadParameters::default();
    let year = bad.keep(asked(cx, parameters, "year", &years));
    let Some(latest) = year.or(years.first().copied()) else {
        return bad.or(None);
    };
    let earlier: Vec<i32> = years
        .iter()
        .copied()
        .filter(|y| *y < year.unwrap_or(i32::MAX))
        .collect();
    let from = bad.keep(asked(cx, parameters, "from", &earlier));
    let (year, from) = bad.or((year, from))?;
    let (year, from) = match (year, from) {
        (Some(year), Some(from)) => (year, Some(from)),
        (Some(year), None) => (year, usual_base(snapshot, (province, indicator), year, &years)),
        // From a year to the newest one after it that compares.
        (None, Some(from)) => {
            let after = years.iter().copied().filter(|year| *year > from);
            let works = |year: &i32| taken(snapshot, (province, indicator), *year, from).is_some();
            (after.clone().find(works).or(after.max()).unwrap_or(latest), Some(from))
        }
        (None, None) => usual(snapshot, (province, indicator), &years).map_or(
            (latest, usual_base(snapshot, (province, indicator), latest, &years)),
            |(year, from)| (year, Some(from)),
        ),
    };
    let from = from.filter(|from| *from < year);
    let key = key(snapshot, indicator, province, year);
    Ok(key.map(|key| Why {
        key,
        province,
        from,
        taken: from.map(|from| decomposition(snapshot, key, from, province)),
        passing: from.and_then(|from| passing(snapshot, key, from, province)),
        reach: reach(snapshot, key, province),
        fragility: fragility(snapshot, key, province),
        years,
    }))
}

/// Whether a change of a province's score can be taken apart: otherwise the answer to "why" is that it cannot be said.
pub(crate) fn has_why(snapshot: &Snapshot, indicator: IndicatorId, province: ProvinceId) -> bool {
    let years = years(snapshot, indicator, province);
    snapshot.catalogue.indicator(indicator).kind == Kind::Score
        && usual(snapshot, (province, indicator), &years).is_some()
}

/// The table of a year in which a province stands.
pub(crate) fn key(snapshot: &Snapshot, indicator: IndicatorId, province: ProvinceId, year: i32) -> Option<TableKey> {
    let total = ComponentId::TOTAL;
    let bases = snapshot.bases(indicator, total, year);
    let mut keys = bases.into_iter().map(|basis| TableKey {
        indicator,
        component: total,
        basis,
        year,
    });
    keys.find(|key| snapshot.table(*key).is_some_and(|table| table.row(province).is_some()))
}

/// Years with a headline row of the province, the newest first.
pub(crate) fn years(snapshot: &Snapshot, indicator: IndicatorId, province: ProvinceId) -> Vec<i32> {
    let tables = snapshot.tables(indicator, ComponentId::TOTAL);
    let mut years: Vec<i32> = tables
        .filter(|t| t.row(province).is_some())
        .map(|t| t.key.year)
        .collect();
    years.sort_unstable();
    years.dedup();
    years.reverse();
    years
}

/// Pairs of years that can be taken apart, the later first: for each later year its nearest base.
pub(crate) fn pairs(
    snapshot: &Snapshot,
    (province, indicator): (ProvinceId, IndicatorId),
    years: &[i32],
) -> Vec<(i32, i32)> {
    let nearest = |year: &i32| {
        let mut earlier = years.iter().filter(|from| *from < year);
        let from = earlier.find(|from| taken(snapshot, (province, indicator), *year, **from).is_some())?;
        Some((*year, *from))
    };
    years.iter().filter_map(nearest).collect()
}

fn taken(
    snapshot: &Snapshot,
    (province, indicator): (ProvinceId, IndicatorId),
    year: i32,
    from: i32,
) -> Option<Decomposition> {
    decomposition(snapshot, key(snapshot, indicator, province, year)?, from, province).ok()
}

/// The newest change that can be taken apart.
fn usual(snapshot: &Snapshot, of: (ProvinceId, IndicatorId), years: &[i32]) -> Option<(i32, i32)> {
    pairs(snapshot, of, years).into_iter().next()
}

/// The year that a year is usually compared with: the nearest that can be taken apart, else the nearest.
fn usual_base(snapshot: &Snapshot, of: (ProvinceId, IndicatorId), year: i32, years: &[i32]) -> Option<i32> {
    let earlier = || years.iter().copied().filter(|from| *from < year);
    let works = |from: &i32| taken(snapshot, of, year, *from).is_some();
    earlier().find(works).or(earlier().next())
}

fn asked(
    cx: &PageContext,
    parameters: &Parameters,
    name: &'static str,
    years: &[i32],
) -> Result<Option<i32>, BadParameter> {
    let year = parameters.get("year").filter(|_| name == "from");
    year_of(name, years, parameters, |listed| match year {
        Some(year) => fill!(w::EXPECT_EARLIER, cx.lang(), year = year, years = listed),
        None => fill!(m::EXPECT_ONE_OF, cx.lang(), list = listed),
    })
}
