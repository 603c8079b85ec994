//! Parts of a whole as a view with an address of its own.

use domain::chart::Note;
use domain::{
    DivisionRow,
    data_table::{DataCell, DataKind},
};
use messages::{common as m, fill, parts as w};

use super::model::{Parts, PartsQuery};
use crate::{
    context::PageContext,
    export::{
        DerivedView, ViewContent, ViewForm,
        tables::{self, Sources, TypedTable, column, number, text},
    },
    query::{BadParameters, Parameters},
};

/// The view at an address; `None` where there are no figures for it.
pub(crate) fn own(
    cx: &PageContext,
    view: DerivedView,
    parameters: &Parameters,
) -> Result<Option<ViewContent>, BadParameters> {
    let Some(of) = view.indicator.zip(view.year) else {
        return Ok(None);
    };
    let query = PartsQuery::read(cx, of, parameters)?;
    Ok(super::model::parts(cx, query).map(|found| shown(cx, view, &found)))
}

fn shown(cx: &PageContext, view: DerivedView, found: &Parts<'_>) -> ViewContent {
    let of_table = view.form == ViewForm::Table;
    let indicator = cx.snapshot().catalogue.indicator(found.query.indicator);
    let year = found.query.year;
    let (typed, sources) = typed(cx, found);
    let first = found.division.whole.parts.first();
    let component = first.map_or("", |id| indicator.component(*id).slug.as_str()).to_owned();
    let mut page_state = vec![("component", component)];
    page_state.extend(
        found
            .query
            .state(cx)
            .into_iter()
            .filter(|(name, _)| *name != "provinces"),
    );
    ViewContent {
        cited: vec![(found.query.indicator, year.to_string())],
        component: found.division.whole.whole,
        title: found.title(cx),
        subtitle: found.subtitle(cx),
        model: (!of_table).then(|| found.chart(cx)),
        notes: found.notes(cx).into_iter().map(Note::from).collect(),
        typed,
        readme: Vec::new(),
        sources,
        state: found.query.state(cx),
        page: format!("/rankings/{}/{year}", indicator.slug),
        page_state,
        place: "parts".to_owned(),
        name: format!(
            "{}-{year}-parts{}",
            indicator.slug.replace('_', "-"),
            if of_table { "-table" } else { "" }
        ),
    }
}

/// One row per province, a column per part, the whole after them.
fn typed(cx: &PageContext, found: &Parts<'_>) -> (TypedTable, Sources) {
    let lang = cx.lang();
    let whole = found.division.whole;
    let mut columns = vec![column("province", m::PROVINCE.get(lang), DataKind::Text)];
    // Keys of columns are fixed; what a part is stands in its heading.
    const KEYS: [&str; 6] = ["part_1", "part_2", "part_3", "part_4", "part_5", "part_6"];
    for (key, id) in KEYS.into_iter().zip(&whole.parts) {
        columns.push(column(key, found.component(cx, *id), DataKind::Number(0)));
    }
    let total = fill!(w::COL_WHOLE, lang, whole = found.component(cx, whole.whole));
    columns.push(column("whole", total, DataKind::Number(0)));
    columns.push(column("as_of", m::AS_OF.get(lang), DataKind::Text));
    columns.extend(tables::end_columns(cx));
    let mut sources = Sources::default();
    let rows = found
        .division
        .rows
        .iter()
        .map(|row| typed_row(cx, found, row, &mut sources));
    let rows = rows.collect();
    (TypedTable { columns, rows }, sources)
}

fn typed_row(cx: &PageContext, found: &Parts<'_>, row: &DivisionRow, sources: &mut Sources) -> Vec<DataCell> {
    let figure = |at: usize| cx.snapshot().figure(at);
    let mut cells = vec![text(found.name(cx, row.province))];
    cells.extend(row.parts.iter().map(|at| number(figure(*at).value.value())));
    let whole = figure(row.whole);
    cells.push(number(whole.value.value()));
    let moment = whole.key.as_of.map(|as_of| as_of.format(cx.lang()));
    cells.push(text(moment.unwrap_or_else(|| found.query.year.to_string())));
    for at in &row.parts {
        sources.add(figure(*at));
    }
    cells.extend(tables::end_cells(cx, whole, sources));
    cells
}
