//! A comparison where it leaves the page: as picture, slide, table, frame.

use domain::{
    ComponentId, IndicatorId, Missing, ProvinceId, Row, Table, TableKey,
    chart::{ChartModel, Note},
    data_table::{DataCell, DataColumn, DataKind, OBS_STATUS},
};
use messages::{common as m, compare as w, export as sw};

use super::{
    charts,
    facts::{components, facts, tables},
    model::{Comparison, Facts},
    params::Asked,
    profile,
    resolve::{coverage, settle},
    summary,
};
use crate::{
    charts::breaks,
    context::PageContext,
    export::{
        DerivedView, Series, TableLayout, ViewContent, ViewForm,
        tables::{self as typed, Sources, TypedTable},
    },
    findings::{comparison, headline as finding},
    query::{BadParameter, BadParameters, Parameters},
    views::ranking::model as ranking,
    words,
};

/// The indicator that the page with these parameters compares; `None` if there is nothing to compare.
pub(crate) fn indicator_of(cx: &PageContext, parameters: &Parameters) -> Option<IndicatorId> {
    let asked = Asked::read(cx, parameters, None).ok()?;
    let compared = settle(cx, &asked).ok().flatten()?;
    Some(compared.key().indicator)
}

/// The view at an address; `None` if there are no figures for it.
pub(crate) fn own(
    cx: &PageContext,
    view: DerivedView,
    (parameters, layout): (&Parameters, TableLayout),
) -> Result<Option<ViewContent>, BadParameters> {
    let asked = Asked::read(cx, parameters, view.indicator)?;
    if asked.is_alone() {
        let found = parameters.get("provinces").unwrap_or_default();
        return Err(BadParameter::new(cx.lang(), "provinces", found, w::EXPECT_PROVINCES).into());
    }
    let compared = settle(cx, &asked)?;
    Ok(compared.and_then(|compared| shown(cx, (view, &asked, layout), &compared)))
}

fn shown(cx: &PageContext, of: (DerivedView, &Asked, TableLayout), compared: &Comparison<'_>) -> Option<ViewContent> {
    if compared.shown.len() < 2 {
        return None;
    }
    let facts = facts(cx, compared);
    let model = match of.0.form {
        ViewForm::Lines => Some(charts::lines(cx, compared, &facts)?),
        ViewForm::Years => Some(charts::years(cx, compared, &facts)?),
        ViewForm::Profile => Some(profile::profile(cx, compared, &facts)?),
        _ => None,
    };
    Some(made(cx, of, compared, &facts, model))
}

fn made(
    cx: &PageContext,
    (view, asked, layout): (DerivedView, &Asked, TableLayout),
    compared: &Comparison<'_>,
    facts: &Facts,
    model: Option<ChartModel>,
) -> ViewContent {
    let lang = cx.lang();
    let catalogue = &cx.snapshot().catalogue;
    let key = compared.key();
    let mut sources = Sources::default();
    let typed = match view.form {
        ViewForm::Lines => over_years(cx, compared, layout, &mut sources),
        ViewForm::Profile => by_component(cx, compared, &mut sources),
        _ => aligned(cx, compared, &mut sources),
    };
    let measure = charts::measure(cx, compared);
    let year = key.year.to_string();
    let years = match (view.form, compared.from) {
        (ViewForm::Lines, _) => span(cx, compared),
        (ViewForm::Years | ViewForm::Table, Some(from)) => format!("{from}–{year}"),
        _ => year.clone(),
    };
    let place = if view.form == ViewForm::Table {
        "table-h"
    } else {
        view.form.word()
    };
    let slug = |id: ProvinceId| catalogue.provinces.get(id).slug.as_str();
    let slugs: Vec<&str> = asked.provinces.iter().take(3).map(|id| slug(*id)).collect();
    let indicator = catalogue.indicator(key.indicator).slug.replace('_', "-");
    ViewContent {
        cited: vec![(key.indicator, years.clone())],
        component: key.component,
        title: model
            .as_ref()
            .map_or_else(|| summary::title(facts), |model| model.title.clone()),
        subtitle: model
            .as_ref()
            .map_or_else(|| format!("{measure}, {years}"), |model| model.subtitle.clone()),
        notes: notes(cx, view.form, compared),
        readme: vec![(w::DIFFERENCES.get(lang).to_owned(), summary::sentences(facts).join(" "))],
        model,
        typed,
        sources,
        state: asked.state(catalogue),
        page: "/compare".to_owned(),
        page_state: asked.page_state(catalogue),
        place: place.to_owned(),
        name: format!("{indicator}-{}-{}", slugs.join("-"), view.form.word()),
    }
}

/// The years that the lines cover: `2011–2019`.
fn span(cx: &PageContext, compared: &Comparison<'_>) -> String {
    let drawn = charts::series(cx, compared);
    let all = drawn.iter().flat_map(|(_, all)| all).flat_map(|(_, points)| points);
    let (first, last) = all.fold((i32::MAX, i32::MIN), |(a, b), p| (a.min(p.year), b.max(p.year)));
    format!("{first}–{last}")
}

/// The verdict, who is covered, who the peers are, whose ranks these are.
fn notes(cx: &PageContext, form: ViewForm, compared: &Comparison<'_>) -> Vec<Note> {
    let lang = cx.lang();
    let mut notes = Vec::new();
    match form {
        ViewForm::Lines => {
            let years: Vec<i32> = drawn_years(cx, compared);
            notes.push(comparison::across(lang, &breaks(cx, compared.key().indicator, &years)));
        }
        ViewForm::Profile => {}
        _ => notes.extend(compared.from.map(|from| verdict(cx, compared, from))),
    }
    notes.push(format!("{}: {}.", compared.key().year, coverage(cx, compared)).into());
    notes.extend(compared.peers.says.iter().cloned().map(Note::from));
    if form == ViewForm::Table {
        notes.push(ranking::rank_note(cx, compared.table).into());
    }
    notes
}

fn drawn_years(cx: &PageContext, compared: &Comparison<'_>) -> Vec<i32> {
    let drawn = charts::series(cx, compared);
    let years = drawn
        .iter()
        .flat_map(|(_, all)| all)
        .flat_map(|(_, points)| points)
        .map(|p| p.year);
    let (first, last) = years.fold((i32::MAX, i32::MIN), |(a, b), year| (a.min(year), b.max(year)));
    (first..=last).collect()
}

/// The verdict on the two years with its sign.
fn verdict(cx: &PageContext, compared: &Comparison<'_>, from: i32) -> Note {
    comparison::since(cx, compared.table, from).marked(cx.lang())
}

/// A province a row, as on the page.
fn aligned(cx: &PageContext, compared: &Comparison<'_>, sources: &mut Sources) -> TypedTable {
    let (snapshot, lang, key) = (cx.snapshot(), cx.lang(), compared.key());
    let decimals = snapshot.catalogue.indicator(key.indicator).decimals(key.component);
    let [rank, of, origin] = typed::rank_columns(cx);
    let mut columns = vec![
        typed::column("province", m::PROVINCE.get(lang), DataKind::Text),
        typed::column("year", m::YEAR.get(lang), DataKind::Whole),
        typed::value_column(cx, key),
        rank,
    ];
    columns.extend(typed::change_columns(cx, decimals));
    columns.push(typed::column("region", m::REGION.get(lang), DataKind::Text));
    columns.push(typed::column("as_of", sw::COL_AS_OF.get(lang), DataKind::Text));
    columns.extend([of, origin]);
    columns.extend(typed::end_columns(cx));
    let rows = compared.shown.iter().map(|id| {
        let mut head = vec![typed::text(compared.name(cx, *id)), typed::whole(Some(key.year))];
        let region = typed::text(finding::region(snapshot, lang, *id, key));
        let base = compared.from.and_then(|from| snapshot.base_row(key, from, *id));
        base.into_iter()
            .for_each(|row| sources.add(snapshot.figure(row.figure)));
        let Some(row) = compared.table.row(*id) else {
            return empty(cx, (*id, compared.table), &columns, (head, region));
        };
        let figure = snapshot.figure(row.figure);
        let [rank, of, origin] = typed::rank_cells(cx, row.rank, figure.rank);
        head.extend([typed::number(figure.value.value()), rank]);
        match compared.from {
            Some(from) => head.extend(typed::change_cells(cx, &snapshot.change(key, from, *id))),
            None => head.extend([DataCell::Empty, DataCell::Empty, DataCell::Empty, DataCell::Empty]),
        }
        let moment = figure.key.as_of.map_or_else(String::new, |moment| moment.format(lang));
        head.extend([region, typed::text(moment), of, origin]);
        head.extend(typed::end_cells(cx, figure, sources));
        head
    });
    let rows = rows.collect();
    TypedTable { columns, rows }
}

/// The row of a province without a figure: its first cells, the reason, nothing else.
fn empty(
    cx: &PageContext,
    (id, table): (ProvinceId, &Table),
    columns: &[DataColumn],
    (head, region): (Vec<DataCell>, DataCell),
) -> Vec<DataCell> {
    let rest = columns.iter().skip(head.len()).map(|column| match column.key {
        "region" => region.clone(),
        "why_empty" => why(cx, table, id),
        OBS_STATUS => typed::text(typed::missing_status(reason(table, id))),
        _ => DataCell::Empty,
    });
    let rest: Vec<DataCell> = rest.collect();
    head.into_iter().chain(rest).collect()
}

fn reason(table: &Table, id: ProvinceId) -> Missing {
    let stated = table.absent.iter().find(|(other, _)| *other == id);
    stated.map_or(Missing::NotFound, |(_, reason)| *reason)
}

fn why(cx: &PageContext, table: &Table, id: ProvinceId) -> DataCell {
    typed::text(words::missing(reason(table, id)).get(cx.lang()))
}

/// A province and a year a row; then the country's years. The first layout has only years with a row of the province,
/// and no country.
fn over_years(cx: &PageContext, compared: &Comparison<'_>, layout: TableLayout, sources: &mut Sources) -> TypedTable {
    let (snapshot, lang, key) = (cx.snapshot(), cx.lang(), compared.key());
    let whole = layout >= TableLayout::Second;
    let mut columns = vec![
        typed::column("province", m::PROVINCE.get(lang), DataKind::Text),
        typed::column("year", m::YEAR.get(lang), DataKind::Whole),
        typed::value_column(cx, key),
    ];
    columns.extend(typed::rank_columns(cx));
    columns.extend(typed::end_columns(cx));
    columns.extend(whole.then(|| typed::status_column(cx)));
    let mut rows = Vec::new();
    for id in &compared.shown {
        let mut series = Series::new(cx, key.indicator);
        for table in tables(snapshot, key.indicator, key) {
            let head = vec![typed::text(compared.name(cx, *id)), typed::whole(Some(table.key.year))];
            match table.row(*id) {
                Some(row) => {
                    let status = whole.then_some(&mut series);
                    rows.push(year_row(cx, head, (row, table.key.year, status), sources));
                }
                None if whole => rows.push(empty(cx, (*id, table), &columns, (head, DataCell::Empty))),
                None => {}
            }
        }
    }
    if whole {
        rows.extend(tables(snapshot, key.indicator, key).flat_map(|table| country_rows(cx, table, &columns)));
    }
    TypedTable { columns, rows }
}

fn year_row(
    cx: &PageContext,
    head: Vec<DataCell>,
    (row, year, status): (&Row, i32, Option<&mut Series<'_>>),
    sources: &mut Sources,
) -> Vec<DataCell> {
    let figure = cx.snapshot().figure(row.figure);
    let mut cells = head;
    cells.push(typed::number(figure.value.value()));
    cells.extend(typed::rank_cells(cx, row.rank, figure.rank));
    cells.extend(typed::end_cells(cx, figure, sources));
    cells.extend(status.map(|series| series.status(figure, year)));
    cells
}

/// The national figure as published and the mean of a complete table, each named as what it is.
fn country_rows(cx: &PageContext, table: &Table, columns: &[DataColumn]) -> Vec<Vec<DataCell>> {
    let named = typed::country_columns(cx, DataKind::Whole)
        .into_iter()
        .zip(typed::country_cells(cx, table));
    let known = named.filter(|(_, value)| *value != DataCell::Empty);
    let row = |(name, value): (DataColumn, DataCell)| {
        let cells = columns.iter().map(|column| match column.key {
            "province" => typed::text(name.label.as_str()),
            "year" => typed::whole(Some(table.key.year)),
            "value" => value.clone(),
            OBS_STATUS => typed::text("A"),
            _ => DataCell::Empty,
        });
        cells.collect()
    };
    known.map(row).collect()
}

/// A component and a province a row.
fn by_component(cx: &PageContext, compared: &Comparison<'_>, sources: &mut Sources) -> TypedTable {
    let (snapshot, lang, key) = (cx.snapshot(), cx.lang(), compared.key());
    let indicator = snapshot.catalogue.indicator(key.indicator);
    let decimals = DataKind::Number(indicator.decimals);
    let mut columns = vec![
        typed::column("component", sw::COL_COMPONENT.get(lang), DataKind::Text),
        typed::column("province", m::PROVINCE.get(lang), DataKind::Text),
        typed::column("value", m::VALUE.get(lang), decimals),
        typed::column("max", sw::COL_MAX.get(lang), DataKind::Number(2)),
    ];
    columns.extend(typed::end_columns(cx));
    let mut rows = Vec::new();
    let filled = |component: ComponentId| snapshot.table(TableKey { component, ..key });
    for component in components(snapshot, key) {
        let Some(table) = filled(component) else { continue };
        let name = indicator.component(component).name_in(Some(key.year)).get(lang);
        for id in &compared.shown {
            let mut cells = vec![typed::text(name), typed::text(compared.name(cx, *id))];
            let max = typed::number(indicator.scale(component, key.year).map(|(_, max)| max));
            match table.row(*id).map(|row| snapshot.figure(row.figure)) {
                Some(figure) => {
                    cells.extend([typed::number(figure.value.value()), max]);
                    cells.extend(typed::end_cells(cx, figure, sources));
                }
                None => cells.extend([DataCell::Empty, max, why(cx, table, *id), DataCell::Empty]),
            }
            rows.push(cells);
        }
    }
    TypedTable { columns, rows }
}
