//! From a view to its figures, and to its chart.

use domain::{
    Basis, ComponentId, IndicatorId, ProvinceId, RegionId, Snapshot, Table, TableKey,
    chart::{ChartBody, ChartModel},
};

use super::{Own, ProvinceKind, RankingKind, View, facts, own, words as w};
use crate::{
    charts::{bars, bars_of, slope},
    context::Here,
    findings::{headline as finding, trends::Trends},
    messages as m,
    query::{BadParameter, Parameters},
    views::{
        province::charts as province_charts,
        ranking::{
            model as ranking,
            params::{ChartKind, RankingQuery},
            strip,
        },
    },
    words,
};

/// The figures of a view.
pub(crate) enum Found<'a> {
    Ranking(OfRanking<'a>),
    Province(OfProvince),
    Own(Box<Own>),
}

/// A ranking with what its address chooses.
pub(crate) struct OfRanking<'a> {
    pub(crate) kind: RankingKind,
    pub(crate) table: &'a Table,
    pub(crate) followed: Vec<ProvinceId>,
    pub(crate) region: Option<RegionId>,
    /// True when the address names the list of provinces.
    pub(crate) basis_named: bool,
}

/// An indicator of a province with what its address chooses.
pub(crate) struct OfProvince {
    pub(crate) kind: ProvinceKind,
    pub(crate) province: ProvinceId,
    pub(crate) indicator: IndicatorId,
    /// List and year of the components.
    pub(crate) at: Option<(Basis, i32)>,
    /// True when the address names that year.
    pub(crate) year_named: bool,
}

impl Found<'_> {
    pub(crate) fn component(&self) -> ComponentId {
        match self {
            Self::Ranking(of) => of.table.key.component,
            Self::Province(_) => ComponentId::TOTAL,
            Self::Own(own) => own.component,
        }
    }

    /// The indicator; of several, the first.
    pub(crate) fn indicator(&self) -> IndicatorId {
        match self {
            Self::Ranking(of) => of.table.key.indicator,
            Self::Province(of) => of.indicator,
            Self::Own(own) => own.cited.first().map_or(IndicatorId(0), |(id, _)| *id),
        }
    }

    /// Who published the figures.
    pub(crate) fn publisher(&self, here: &Here<'_>) -> String {
        if let Self::Own(own) = self {
            return own.publishers(here);
        }
        let indicator = here.snapshot.catalogue.indicator(self.indicator());
        indicator.publisher.get(here.lang()).to_owned()
    }
}

/// Finds the figures; nothing when there are none. What cannot be used is added to `bad`.
pub(crate) fn find<'a>(
    here: &Here<'a>,
    view: View,
    parameters: &Parameters,
    bad: &mut Vec<BadParameter>,
) -> Option<Found<'a>> {
    match view {
        View::Ranking { indicator, year, kind } => {
            let query = RankingQuery::read(here.snapshot, here.lang(), (indicator, year), parameters);
            let query = query.map_err(|problems| bad.extend(problems)).ok()?;
            of_ranking(here.snapshot, kind, query).map(Found::Ranking)
        }
        View::Province {
            province,
            indicator,
            kind,
        } => of_province(here, (kind, province, indicator), parameters, bad).map(Found::Province),
        View::Own(view) => own::find(here, view, parameters, bad).map(|own| Found::Own(Box::new(own))),
    }
}

fn of_ranking(snapshot: &Snapshot, kind: RankingKind, query: RankingQuery) -> Option<OfRanking<'_>> {
    let bases = snapshot.bases(query.indicator, query.component, query.year);
    let key = TableKey {
        indicator: query.indicator,
        component: query.component,
        basis: query.basis.or(bases.first().copied())?,
        year: query.year,
    };
    Some(OfRanking {
        kind,
        table: snapshot.table(key).filter(|table| !table.rows.is_empty())?,
        followed: query.followed,
        region: query.region.filter(|_| kind == RankingKind::Bars),
        basis_named: query.basis.is_some() && bases.len() > 1,
    })
}

fn of_province(
    here: &Here<'_>,
    (kind, province, indicator): (ProvinceKind, ProvinceId, IndicatorId),
    parameters: &Parameters,
    bad: &mut Vec<BadParameter>,
) -> Option<OfProvince> {
    let snapshot = here.snapshot;
    let newest = snapshot.profile_year(indicator, province);
    let asked = parameters.get("year").filter(|_| kind == ProvinceKind::Components);
    let at = match asked {
        None => newest,
        Some(text) => {
            let found = text.parse().ok().and_then(|year: i32| {
                let mut tables = snapshot.tables(indicator, ComponentId::TOTAL);
                let table = tables.find(|t| t.key.year == year && t.row(province).is_some())?;
                Some((table.key.basis, year))
            });
            if found.is_none() {
                bad.push(BadParameter::new(here.lang(), "year", text, w::EXPECT_YEAR_OF));
            }
            found
        }
    };
    let any = snapshot
        .tables(indicator, ComponentId::TOTAL)
        .any(|table| table.row(province).is_some());
    any.then_some(OfProvince {
        kind,
        province,
        indicator,
        at,
        year_named: asked.is_some() && at != newest,
    })
}

/// The chart; nothing for tables, and where there is too little to draw.
pub(crate) fn draw(here: &Here<'_>, found: &Found<'_>) -> Option<ChartModel> {
    let mut model = match found {
        Found::Ranking(of) => draw_ranking(here, of)?,
        Found::Province(of) => match of.kind {
            ProvinceKind::Lines => province_charts::lines(here, of.indicator, of.province)?,
            ProvinceKind::Combined => province_charts::combined(here, of.indicator, of.province)?,
            ProvinceKind::Components => {
                let (basis, year) = of.at?;
                province_charts::components(here, (of.indicator, basis, year), of.province)?
            }
            ProvinceKind::Table => return None,
        },
        Found::Own(own) => own.model.clone()?,
    };
    model.notes = facts::notes(here, found);
    Some(model)
}

fn draw_ranking(here: &Here<'_>, of: &OfRanking<'_>) -> Option<ChartModel> {
    if of.kind == RankingKind::Strip {
        return Some(strip::of_table(here, of.table, &of.followed)?.chart(here, &of.followed));
    }
    let trends = Trends::new(here, of.table);
    let kinds = ranking::kinds(here, of.table, &trends);
    match of.kind {
        RankingKind::Bars => kinds
            .contains(&ChartKind::Bars)
            .then(|| match of.region {
                None => Some(bars(here, of.table, &of.followed)),
                Some(region) => only(here, of, region),
            })
            .flatten(),
        RankingKind::Bump => kinds.contains(&ChartKind::Bump).then(|| trends.bump(&of.followed)),
        RankingKind::Slope => kinds
            .contains(&ChartKind::Slope)
            .then(|| slope(here, of.table, &of.followed))
            .flatten(),
        RankingKind::Strip | RankingKind::Table => None,
    }
}

/// Bars of one region; nothing when it has none.
fn only(here: &Here<'_>, of: &OfRanking<'_>, region: RegionId) -> Option<ChartModel> {
    let (lang, provinces) = (here.lang(), &here.snapshot.catalogue.provinces);
    let mut model = bars_of(here, of.table, &of.followed, Some(region));
    let ChartBody::Bars(bars) = &model.body else {
        return None;
    };
    let first: Vec<String> = bars
        .rows
        .iter()
        .take(3)
        .map(|row| format!("{} {}", row.label, row.text))
        .collect();
    let count = bars.rows.len();
    let region = provinces.region(region).name.get(lang);
    let measure = finding::measure(here.snapshot, lang, of.table);
    model.title = w::REGION_TITLE.fill(lang, &[&measure, &of.table.key.year.to_string(), region]);
    model.subtitle = format!("{}, {}", model.subtitle, w::REGION_ONLY.fill(lang, &[region]));
    model.description = m::BARS_TEXT.fill(lang, &[&count.to_string(), &words::list(lang, &first)]);
    (count > 0).then_some(model)
}

/// The parameters that change what a view says, in one order.
pub(crate) fn state(here: &Here<'_>, found: &Found<'_>) -> Vec<(&'static str, String)> {
    let catalogue = &here.snapshot.catalogue;
    let mut state = Vec::new();
    match found {
        Found::Ranking(of) => {
            let key = of.table.key;
            if key.component != ComponentId::TOTAL {
                let slug = &catalogue.indicator(key.indicator).component(key.component).slug;
                state.push(("component", slug.clone()));
            }
            if of.basis_named {
                state.push(("basis", key.basis.code().to_owned()));
            }
            if let Some(region) = of.region {
                state.push(("region", catalogue.provinces.region(region).slug.clone()));
            }
            if !of.followed.is_empty() {
                let slugs: Vec<&str> = of
                    .followed
                    .iter()
                    .map(|id| catalogue.provinces.get(*id).slug.as_str())
                    .collect();
                state.push(("highlight", slugs.join(",")));
            }
        }
        Found::Province(of) => {
            let year = of.at.filter(|_| of.year_named).map(|(_, year)| year.to_string());
            state.extend(year.map(|year| ("year", year)));
        }
        Found::Own(own) => state.clone_from(&own.state),
    }
    state
}
