//! Parts of a whole as a view with an address of its own.

use domain::{
    DivisionRow,
    data_table::{DataCell, DataKind},
};

use super::model::{Parts, PartsQuery, w};
use crate::{
    context::Here,
    messages as m,
    query::{BadParameter, Parameters},
    shared::{
        Own, OwnView,
        tables::{self, Sources, Typed, column, number, text},
    },
};

/// The view at an address; `None` where there are no figures for it.
pub(crate) fn own(here: &Here<'_>, view: OwnView, parameters: &Parameters, bad: &mut Vec<BadParameter>) -> Option<Own> {
    let query = PartsQuery::read(here, (view.indicator?, view.year?), parameters, bad);
    if !bad.is_empty() {
        return None;
    }
    let found = super::model::parts(here, query)?;
    let of_table = view.kind == "table";
    let indicator = here.snapshot.catalogue.indicator(found.query.indicator);
    let year = found.query.year;
    let (typed, sources) = typed(here, &found);
    let first = found.division.whole.parts.first();
    let component = first.map_or("", |id| indicator.component(*id).slug.as_str()).to_owned();
    let mut page_state = vec![("component", component)];
    page_state.extend(
        found
            .query
            .state(here)
            .into_iter()
            .filter(|(name, _)| *name != "provinces"),
    );
    Some(Own {
        cited: vec![(found.query.indicator, year.to_string())],
        component: found.division.whole.whole,
        title: found.title(here),
        subtitle: found.subtitle(here),
        model: (!of_table).then(|| found.chart(here)),
        notes: found.notes(here),
        typed,
        readme: Vec::new(),
        sources,
        state: found.query.state(here),
        page: format!("/rankings/{}/{year}", indicator.slug),
        page_state,
        place: "parts".to_owned(),
        name: format!(
            "{}-{year}-parts{}",
            indicator.slug.replace('_', "-"),
            if of_table { "-table" } else { "" }
        ),
    })
}

/// One row per province, a column per part, the whole after them.
fn typed(here: &Here<'_>, found: &Parts<'_>) -> (Typed, Sources) {
    let lang = here.lang();
    let whole = found.division.whole;
    let mut columns = vec![column("province", m::PROVINCE.get(lang), DataKind::Text)];
    // Keys of columns are fixed; what a part is stands in its heading.
    const KEYS: [&str; 6] = ["part_1", "part_2", "part_3", "part_4", "part_5", "part_6"];
    for (key, id) in KEYS.into_iter().zip(&whole.parts) {
        columns.push(column(key, found.component(here, *id), DataKind::Number(0)));
    }
    let total = w::COL_WHOLE.fill(lang, &[found.component(here, whole.whole)]);
    columns.push(column("whole", total, DataKind::Number(0)));
    columns.push(column("as_of", m::AS_OF.get(lang), DataKind::Text));
    columns.extend(tables::end_columns(here));
    let mut sources = Sources::default();
    let rows = found
        .division
        .rows
        .iter()
        .map(|row| typed_row(here, found, row, &mut sources));
    let rows = rows.collect();
    (Typed { columns, rows }, sources)
}

fn typed_row(here: &Here<'_>, found: &Parts<'_>, row: &DivisionRow, sources: &mut Sources) -> Vec<DataCell> {
    let figure = |at: usize| here.snapshot.figure(at);
    let mut cells = vec![text(found.name(here, row.province))];
    cells.extend(row.parts.iter().map(|at| number(figure(*at).value.value())));
    let whole = figure(row.whole);
    cells.push(number(whole.value.value()));
    let moment = whole.key.as_of.map(|as_of| as_of.format(here.lang()));
    cells.push(text(moment.unwrap_or_else(|| found.query.year.to_string())));
    for at in &row.parts {
        sources.add(figure(*at));
    }
    cells.extend(tables::end_cells(here, whole, sources));
    cells
}
