//! The map as a typed table, and its sources.

use super::model::map;
use domain::{
    ComponentId, Observation,
    data_table::{DataCell, DataKind},
};
use messages::{common as m, fill, map as w};

pub(crate) use super::model::{Classified, Making, MapKind, MapPage, Reading};
use crate::{
    context::PageContext,
    export::{
        DerivedView, ViewContent, ViewForm,
        tables::{self, Sources, TypedTable, column, number, text, whole},
    },
    findings::headline as finding,
    query::{BadParameters, Parameters},
    views::{map::params::MapQuery, ranking::rows::SourceList},
};

impl Making<'_> {
    /// Numbers of the sources of each reading; a change has those of both years.
    pub(super) fn noted(&self, made: &Classified, sources: &mut SourceList) -> Vec<Vec<usize>> {
        let of = |reading: &Reading| {
            let mut numbers: Vec<usize> = self
                .figures(reading)
                .into_iter()
                .flat_map(|at| sources.numbers(self.cx.snapshot().figure(at)))
                .collect();
            numbers.sort_unstable();
            numbers.dedup();
            numbers
        };
        made.readings.iter().map(of).collect()
    }

    /// Positions of the figures that a reading is made of.
    fn figures(&self, reading: &Reading) -> Vec<usize> {
        let Some(row) = reading.row.map(|at| &self.table.rows[at]) else {
            return Vec::new();
        };
        let mut all = vec![row.figure];
        if self.kind == MapKind::Change {
            let base = self.cx.snapshot().base_row(self.table.key, self.from, row.province);
            all.extend(base.map(|row| row.figure));
        }
        all
    }
}

/// Columns and rows of a map: all provinces by the alphabet.
pub(super) fn typed(cx: &PageContext, page: &MapPage<'_>) -> (TypedTable, Sources) {
    let (lang, key) = (cx.lang(), page.table.key);
    let indicator = cx.snapshot().catalogue.indicator(key.indicator);
    let decimals = DataKind::Number(indicator.decimals(key.component));
    let value_in = |key, year: i32| column(key, fill!(w::COL_VALUE_OF, lang, year = &year.to_string()), decimals);
    let mut columns = vec![column("province", m::PROVINCE.get(lang), DataKind::Text)];
    match page.kind {
        MapKind::Score | MapKind::Band => columns.push(tables::value_column(cx, key)),
        MapKind::Rank => columns.extend(tables::rank_columns(cx)),
        MapKind::Change => columns.extend([
            column("change_value", w::CHANGE_VALUE.get(lang), decimals),
            value_in("value", key.year),
            value_in("value_before", page.from),
        ]),
    }
    columns.push(column("class", w::COL_CLASS.get(lang), DataKind::Text));
    columns.push(column("region", m::REGION.get(lang), DataKind::Text));
    columns.extend(tables::end_columns(cx));
    let mut sources = Sources::default();
    let rows = page
        .made
        .readings
        .iter()
        .map(|reading| row(cx, page, reading, &mut sources));
    let rows = rows.collect();
    (TypedTable { columns, rows }, sources)
}

fn row(cx: &PageContext, page: &MapPage<'_>, reading: &Reading, sources: &mut Sources) -> Vec<DataCell> {
    let (snapshot, lang, key) = (cx.snapshot(), cx.lang(), page.table.key);
    let of = reading.row.map(|at| &page.table.rows[at]);
    let figure = of.map(|row| snapshot.figure(row.figure));
    let base = of.filter(|_| page.kind == MapKind::Change).and_then(|row| {
        let base = snapshot.base_row(key, page.from, row.province)?;
        Some(snapshot.figure(base.figure))
    });
    let known = |figure: Option<&domain::Figure>| figure.and_then(|figure| figure.value.value());
    let mut cells = vec![text(finding::name(snapshot, lang, reading.province, key))];
    match page.kind {
        MapKind::Score | MapKind::Band => cells.push(number(known(figure))),
        MapKind::Rank => match of.zip(figure).filter(|_| page.refused.is_none()) {
            Some((row, figure)) => cells.extend(tables::rank_cells(cx, row.rank, figure.rank)),
            None => cells.extend([whole(None::<u16>), whole(None::<u16>), text("")]),
        },
        MapKind::Change => {
            // Without the noise of binary fractions: no source gives more than six decimals.
            cells.push(number(reading.value.map(|points| domain::number::round(points, 6))));
            cells.extend([number(known(figure)), number(known(base))]);
        }
    }
    let class = reading.class.and_then(|at| page.made.classes.get(at));
    cells.push(text(class.map_or("", |class| class.label.as_str())));
    cells.push(text(finding::region(snapshot, lang, reading.province, key)));
    match figure {
        Some(figure) => {
            let [why, titles] = tables::end_cells(cx, figure, sources);
            let shown = matches!(figure.value, Observation::Known(_)) && reading.value.is_none();
            cells.push(if shown { text(reading.text.clone()) } else { why });
            cells.push(titles);
            if let Some(base) = base {
                sources.add(base);
            }
        }
        None => cells.extend([text(reading.text.clone()), text("")]),
    }
    cells
}

/// The view at an address; `None` if there are no figures for it.
pub(crate) fn own(
    cx: &PageContext,
    view: DerivedView,
    parameters: &Parameters,
) -> Result<Option<ViewContent>, BadParameters> {
    let Some(of) = view.indicator.zip(view.year) else {
        return Ok(None);
    };
    let query = MapQuery::read(cx, of, parameters)?;
    Ok(shown(cx, view, query))
}

fn shown(cx: &PageContext, view: DerivedView, mut query: MapQuery) -> Option<ViewContent> {
    let of_table = view.form == ViewForm::Table;
    if !of_table {
        query.kind = MapKind::of_form(view.form);
    }
    let page = map(cx, query)?;
    let mut page_state = page.state(cx);
    page_state.insert(0, ("kind", page.kind.word().to_owned()));
    let (typed, sources) = typed(cx, &page);
    let slug = &cx.snapshot().catalogue.indicator(page.query.indicator).slug;
    let year = page.query.year;
    let years = match page.kind {
        MapKind::Change => format!("{}–{year}", page.from),
        _ => year.to_string(),
    };
    Some(ViewContent {
        cited: vec![(page.query.indicator, years)],
        component: page.query.component,
        title: page.model.title.clone(),
        subtitle: page.model.subtitle.clone(),
        model: (!of_table).then(|| page.model.clone()),
        notes: page.notes.clone(),
        typed,
        readme: vec![(w::README_CLASSES.get(cx.lang()).to_owned(), page.made.rule.clone())],
        sources,
        state: page.state_of(cx, view.form),
        page: format!("/map/{slug}/{year}"),
        page_state,
        place: if of_table { "table-h" } else { "map" }.to_owned(),
        name: name(cx, &page, of_table),
    })
}

/// Name of the file.
fn name(cx: &PageContext, page: &MapPage<'_>, of_table: bool) -> String {
    let about = cx.snapshot().catalogue.indicator(page.query.indicator);
    let mut parts = vec![about.slug.replace('_', "-")];
    if page.query.component != ComponentId::TOTAL {
        parts.push(about.component(page.query.component).slug.clone());
    }
    parts.push(page.query.year.to_string());
    parts.push("map".to_owned());
    parts.push(page.kind.word().to_owned());
    parts.extend(of_table.then(|| "table".to_owned()));
    parts.join("-")
}
