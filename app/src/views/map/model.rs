//! The tile map of an indicator in a year.

use super::params as query;
use domain::{
    ComponentId, IndicatorId, ProvinceId, ProvinceList, RankPolicy, SourceId, Table, TableKey,
    chart::{ChartBody, ChartModel, Note},
};
use messages::{Msg, common as m, fill, map as w};

pub(crate) use super::{
    params::{MapKind, MapQuery},
    readings::{Classified, Reading},
};

pub(crate) use super::readings::Making;
use crate::{
    context::PageContext, export::ViewForm, findings::comparison::VerdictNote, query::Parameters,
    views::ranking::rows::SourceList,
};

/// Everything that the page of a map says.
pub(crate) struct MapPage<'a> {
    pub(crate) query: MapQuery,
    pub(crate) table: &'a Table,
    pub(crate) kind: MapKind,
    /// Kinds with their names; a kind that has nothing to show is not among them, unless it was asked for.
    pub(crate) kinds: Vec<(MapKind, Msg)>,
    pub(crate) bases: Vec<ProvinceList>,
    pub(crate) years: Vec<i32>,
    /// Earlier years of a change, each with whether it may be compared.
    pub(crate) froms: Vec<(i32, bool)>,
    pub(crate) from: i32,
    /// Why nothing is drawn.
    pub(crate) refused: Option<String>,
    pub(crate) made: Classified,
    pub(crate) model: ChartModel,
    /// What is said about the comparison with the earlier year.
    pub(crate) verdict: VerdictNote,
    pub(crate) notes: Vec<Note>,
    /// Numbers of the sources of each reading.
    pub(crate) noted: Vec<Vec<usize>>,
    pub(crate) sources: Vec<SourceId>,
}

impl MapPage<'_> {
    /// What tiles without a value are called.
    pub(crate) fn no_data(&self) -> &str {
        match &self.model.body {
            ChartBody::Tiles(tiles) => &tiles.no_data,
            _ => "",
        }
    }

    /// The parameters that change what the map says, in one order.
    pub(crate) fn state(&self, cx: &PageContext) -> Vec<(&'static str, String)> {
        let catalogue = &cx.snapshot().catalogue;
        let mut state = Vec::new();
        if self.query.component != ComponentId::TOTAL {
            let about = catalogue.indicator(self.query.indicator);
            state.push(("component", about.component(self.query.component).slug.clone()));
        }
        if self.query.basis.is_some() && self.bases.len() > 1 {
            state.push(("basis", self.table.key.basis.code().to_owned()));
        }
        if let Some(from) = self.query.from.filter(|_| self.kind == MapKind::Change) {
            state.push(("from", from.to_string()));
        }
        if !self.query.followed.is_empty() {
            let slugs = self
                .query
                .followed
                .iter()
                .map(|id| catalogue.provinces.get(*id).slug.as_str());
            state.push(("highlight", slugs.collect::<Vec<_>>().join(",")));
        }
        state
    }

    /// The same where it is shared: a table's address also has the kind, where the page's own names one.
    pub(crate) fn state_of(&self, cx: &PageContext, form: ViewForm) -> Vec<(&'static str, String)> {
        let mut state = self.state(cx);
        if form == ViewForm::Table && self.query.kind.is_some() {
            state.insert(0, ("kind", self.kind.word().to_owned()));
        }
        state
    }
}

/// True when the figures of a table have a map.
pub(crate) fn offered(cx: &PageContext, basis: ProvinceList) -> bool {
    cx.snapshot().catalogue.tiles.has(basis)
}

/// The first map to show: that of PAPI, which has nearly every province, or else of the first indicator.
pub(crate) fn first(cx: &PageContext) -> Option<(IndicatorId, i32)> {
    let catalogue = &cx.snapshot().catalogue;
    let papi = catalogue.indicator_by_slug("papi");
    let all = papi.into_iter().chain(catalogue.indicators().map(|(id, _)| id));
    all.filter_map(|id| Some((id, default_year(cx, id)?))).next()
}

/// The year that stands for an indicator where it has a map, else the newest that has one.
pub(crate) fn default_year(cx: &PageContext, indicator: IndicatorId) -> Option<i32> {
    let shown = cx.snapshot().default_table(indicator);
    if let Some(table) = shown.filter(|table| offered(cx, table.key.basis)) {
        return Some(table.key.year);
    }
    let tables = cx.snapshot().tables(indicator, ComponentId::TOTAL);
    let mapped = tables.filter(|table| !table.rows.is_empty() && offered(cx, table.key.basis));
    mapped.map(|table| table.key.year).max()
}

/// The map of the newest of these tables that is complete; of equally new ones, of the first. `own` is marked.
pub(crate) fn newest<'a>(cx: &'a PageContext, tables: &[&Table], own: Option<ProvinceId>) -> Option<MapPage<'a>> {
    let complete = tables.iter().filter(|table| table.complete);
    let table = complete.rev().max_by_key(|table| table.key.year)?;
    let query = MapQuery {
        indicator: table.key.indicator,
        year: table.key.year,
        kind: None,
        component: table.key.component,
        basis: Some(table.key.basis),
        from: None,
        followed: own.into_iter().filter(|id| table.row(*id).is_some()).collect(),
    };
    map(cx, query)
}

/// Computes the page; `None` if the year has no figures under the asked basis, or no map.
pub(crate) fn map<'a>(cx: &'a PageContext, query: MapQuery) -> Option<MapPage<'a>> {
    let snapshot = cx.snapshot();
    let (indicator, component, year) = (query.indicator, query.component, query.year);
    let mut bases = snapshot.bases(indicator, component, year);
    bases.retain(|basis| offered(cx, *basis));
    let basis = match query.basis {
        Some(asked) => bases.iter().copied().find(|basis| *basis == asked)?,
        None => bases.first().copied()?,
    };
    let key = TableKey {
        indicator,
        component,
        basis,
        year,
    };
    let table = snapshot.table(key).filter(|table| !table.rows.is_empty())?;
    let years = snapshot.years(indicator, component);
    let before = query::earlier(cx, indicator, component, year);
    let from = query.from.or(before.first().copied()).unwrap_or(year - 1);
    let making = |kind| Making { cx, table, kind, from };
    let drawable = |kind: MapKind| match kind {
        MapKind::Change => !before.is_empty(),
        kind => making(kind).nothing().is_none(),
    };
    let first = || {
        // What the publisher gives in groups is shown in groups.
        let grouped = snapshot.catalogue.indicator(indicator).ranks == RankPolicy::Groups;
        if grouped && drawable(MapKind::Band) {
            return Some(MapKind::Band);
        }
        MapKind::ALL
            .into_iter()
            .map(|(_, kind)| kind)
            .find(|kind| drawable(*kind))
    };
    let kind = query.kind.or_else(first).unwrap_or(MapKind::Score);
    let kinds = MapKind::ALL.into_iter().map(|(_, kind)| kind);
    let kinds = kinds.filter(|own| *own == kind || drawable(*own));
    let making = making(kind);
    let (refused, apart) = refusal(cx, &making, &before);
    let made = making.classify(refused.as_ref().map(|reason| {
        if apart {
            // The reason is long, and stands above the map.
            fill!(m::NOT_COMPARABLE_POINTS, cx.lang(), year_before = &from.to_string())
        } else {
            reason.clone()
        }
    }));
    let title = making.title(&made, refused.is_some(), apart);
    let mut sources = SourceList::default();
    let noted = making.noted(&made, &mut sources);
    Some(MapPage {
        kinds: kinds.map(|own| (own, making.kind_name(own))).collect(),
        model: making.model(&made, &title, &query.followed),
        verdict: making.verdict(),
        notes: making.notes(&made),
        froms: before
            .iter()
            .map(|from| (*from, cx.snapshot().comparison(key, *from).comparable()))
            .collect(),
        sources: sources.0,
        query,
        table,
        kind,
        bases,
        years,
        from,
        refused,
        made,
        noted,
    })
}

/// Why nothing can be drawn, and whether it is because the years may not be compared.
fn refusal(cx: &PageContext, making: &Making<'_>, before: &[i32]) -> (Option<String>, bool) {
    let lang = cx.lang();
    if making.kind != MapKind::Change {
        return (making.nothing(), false);
    }
    if before.is_empty() {
        return (Some(w::NO_EARLIER.get(lang).to_owned()), false);
    }
    if making.apart() {
        return (Some(making.verdict().marked(lang).text), true);
    }
    let any = making.table.rows.iter().any(|row| {
        let change = cx.snapshot().change(making.table.key, making.from, row.province);
        change.comparable_points().is_some()
    });
    let years = [making.from, making.table.key.year].map(|year| year.to_string());
    let nothing = (!any).then(|| fill!(w::NO_CHANGES, lang, from = &years[0], to = &years[1]));
    (nothing, false)
}

/// The kind of map that the page with these parameters draws.
pub(crate) fn drawn_kind(cx: &PageContext, of: (IndicatorId, i32), parameters: &Parameters) -> Option<ViewForm> {
    let query = MapQuery::read(cx, of, parameters).ok()?;
    Some(map(cx, query)?.kind.form())
}
