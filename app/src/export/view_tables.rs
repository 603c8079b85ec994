//! Typed tables of rankings and of the indicators of a province, and the whole table of any view.

use domain::{
    Row, Table, TableKey,
    chart::Note,
    data_table::{Citation, DataCell, DataColumn, DataKind, DataTable},
};
use messages::{common as m, export as w};

use super::{
    ProvinceKind,
    data::{OfProvince, ViewData},
    facts,
    tables::*,
};
use crate::{context::PageContext, findings::headline as finding, views::ranking::model as ranking, words};

/// The figures of a view as typed columns; their sources are added.
pub(crate) fn typed(cx: &PageContext, found: &ViewData<'_>, sources: &mut Sources) -> TypedTable {
    match found {
        ViewData::Ranking(of) => ranked(cx, of.table, sources),
        ViewData::Province(of) if of.kind == ProvinceKind::Components => parts(cx, of, sources),
        ViewData::Province(of) => years(cx, of, sources),
        ViewData::Derived(own) => {
            *sources = own.sources.clone();
            own.typed.clone()
        }
    }
}

/// The whole table of a view.
pub(crate) fn table(
    cx: &PageContext,
    found: &ViewData<'_>,
    typed: TypedTable,
    sources: &Sources,
    (title, citation): (&str, &Citation),
) -> DataTable {
    if let ViewData::Derived(own) = found {
        return own.table(cx, citation);
    }
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(found.indicator());
    let mut readme = vec![(w::README_WHAT, Note::from(indicator.description.get(lang)))];
    if let ViewData::Ranking(of) = found {
        readme.push((w::README_COVERAGE, ranking::coverage(cx, of.table).into()));
        readme.push((w::README_RANKS, ranking::rank_note(cx, of.table).into()));
        let method = indicator.method(of.table.key.year);
        readme.extend(method.map(|method| (w::README_METHOD, method.summary.get(lang).into())));
        readme.push((w::README_COMPARE, facts::verdict(cx, of.table)));
    } else {
        let notes = facts::notes(cx, found);
        readme.extend(notes.into_iter().next().map(|note| (w::README_COMPARE, note)));
    }
    readme.push((w::README_EMPTY, w::README_EMPTY_TEXT.get(lang).into()));
    readme.push((w::README_LICENCE, indicator.licence.get(lang).into()));
    let readme = readme.into_iter().filter(|(_, note)| !note.text.is_empty());
    DataTable {
        lang,
        title: title.to_owned(),
        subtitle: facts::subtitle(cx, found),
        columns: typed.columns,
        rows: typed.rows,
        readme: readme.map(|(head, text)| (head.get(lang).to_owned(), text)).collect(),
        sources: sources.data(cx),
        citation: citation.clone(),
    }
}

/// A ranking: all provinces, those without a figure last.
fn ranked(cx: &PageContext, table: &Table, sources: &mut Sources) -> TypedTable {
    let (lang, key) = (cx.lang(), table.key);
    let indicator = cx.snapshot().catalogue.indicator(key.indicator);
    let [rank, of, origin] = rank_columns(cx);
    // What is read first stands first: on a phone only the first columns are seen.
    let mut columns = vec![rank, column("province", m::PROVINCE.get(lang), DataKind::Text)];
    columns.push(value_column(cx, key));
    columns.extend(change_columns(cx, indicator.decimals(key.component)));
    columns.push(column("region", m::REGION.get(lang), DataKind::Text));
    columns.push(column("as_of", w::COL_AS_OF.get(lang), DataKind::Text));
    columns.extend([of, origin, origin_column(cx)]);
    columns.extend(end_columns(cx));
    let name = |id| text(finding::name(cx.snapshot(), lang, id, key));
    let region = |id| text(finding::region(cx.snapshot(), lang, id, key));
    let mut rows: Vec<Vec<DataCell>> = Vec::new();
    for row in &table.rows {
        let figure = cx.snapshot().figure(row.figure);
        let [rank, of, origin] = rank_cells(cx, row.rank, figure.rank);
        let mut cells = vec![rank, name(row.province), number(figure.value.value())];
        cells.extend(change_cells(cx, &row.change));
        cells.push(region(row.province));
        cells.push(text(
            figure.key.as_of.map_or_else(String::new, |moment| moment.format(lang)),
        ));
        cells.extend([of, origin, origin_cell(cx, figure)]);
        cells.extend(end_cells(cx, figure, sources));
        rows.push(cells);
    }
    for (province, reason) in &table.absent {
        let cells = columns.iter().map(|column| match column.key {
            "province" => name(*province),
            "region" => region(*province),
            "why_empty" => text(words::missing(*reason).get(lang)),
            _ => DataCell::Empty,
        });
        rows.push(cells.collect());
    }
    TypedTable { columns, rows }
}

/// An indicator of a province: a row a year, the oldest first.
fn years(cx: &PageContext, of: &OfProvince, sources: &mut Sources) -> TypedTable {
    let lang = cx.lang();
    let total = domain::ComponentId::TOTAL;
    let indicator = cx.snapshot().catalogue.indicator(of.indicator);
    let decimals = indicator.decimals(total);
    let mut tables: Vec<(&Table, &Row)> = cx
        .snapshot()
        .tables(of.indicator, total)
        .filter_map(|table| Some((table, table.row(of.province)?)))
        .collect();
    tables.sort_by_key(|(table, _)| (table.key.year, table.key.basis));
    let mut columns = vec![
        column("year", m::YEAR.get(lang), DataKind::Whole),
        column("basis", m::BASIS.get(lang), DataKind::Text),
    ];
    columns.extend(tables.first().map(|(table, _)| value_column(cx, table.key)));
    columns.extend(country_columns(cx, DataKind::Number(decimals)));
    columns.extend(rank_columns(cx));
    columns.extend(change_columns(cx, decimals));
    columns.push(origin_column(cx));
    columns.extend(end_columns(cx));
    let rows = tables.iter().map(|(table, row)| {
        let figure = cx.snapshot().figure(row.figure);
        let mut cells = vec![
            whole(Some(table.key.year)),
            text(table.key.basis.code()),
            number(figure.value.value()),
        ];
        cells.extend(country_cells(cx, table));
        cells.extend(rank_cells(cx, row.rank, figure.rank));
        cells.extend(change_cells(cx, &row.change));
        cells.push(origin_cell(cx, figure));
        cells.extend(end_cells(cx, figure, sources));
        cells
    });
    TypedTable {
        rows: rows.collect(),
        columns,
    }
}

/// The national figure as published, and the mean of a complete table: never one for the other.
fn country_columns(cx: &PageContext, kind: DataKind) -> [DataColumn; 2] {
    let lang = cx.lang();
    [
        column("nation", w::COL_NATION.get(lang), kind),
        column("mean", w::COL_MEAN.get(lang), kind),
    ]
}

fn country_cells(cx: &PageContext, table: &Table) -> [DataCell; 2] {
    let published = table.nation.and_then(|at| cx.snapshot().figure(at).value.value());
    [number(published), number(cx.snapshot().computed_mean(table))]
}

/// The components of a province in one year.
fn parts(cx: &PageContext, of: &OfProvince, sources: &mut Sources) -> TypedTable {
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(of.indicator);
    let decimals = DataKind::Number(indicator.decimals);
    let mut columns = vec![
        column("component", w::COL_COMPONENT.get(lang), DataKind::Text),
        column("value", m::VALUE.get(lang), decimals),
        column("max", w::COL_MAX.get(lang), DataKind::Number(0)),
    ];
    columns.extend(country_columns(cx, decimals));
    columns.extend([
        column("best", w::COL_BEST.get(lang), decimals),
        column("best_province", w::COL_BEST_WHO.get(lang), DataKind::Text),
    ]);
    columns.extend(rank_columns(cx));
    columns.extend(end_columns(cx));
    let mut rows = Vec::new();
    let Some((basis, year)) = of.at else {
        return TypedTable { columns, rows };
    };
    for (component, part) in indicator.domains(year) {
        let key = TableKey {
            indicator: of.indicator,
            component,
            basis,
            year,
        };
        let Some((table, row)) = cx.snapshot().table(key).and_then(|t| Some((t, t.row(of.province)?))) else {
            continue;
        };
        let figure = cx.snapshot().figure(row.figure);
        let best = table.complete.then(|| highest(cx, table)).flatten();
        let mut cells = vec![
            text(part.name_in(Some(year)).get(lang)),
            number(figure.value.value()),
            number(indicator.scale(component, year).map(|(_, max)| max)),
        ];
        cells.extend(country_cells(cx, table));
        cells.extend([
            number(best.map(|(_, value)| value)),
            text(best.map_or_else(String::new, |(id, _)| finding::name(cx.snapshot(), lang, id, key))),
        ]);
        cells.extend(rank_cells(cx, row.rank, figure.rank));
        cells.extend(end_cells(cx, figure, sources));
        rows.push(cells);
    }
    TypedTable { columns, rows }
}

fn highest(cx: &PageContext, table: &Table) -> Option<(domain::ProvinceId, f64)> {
    crate::views::province::charts::best(cx.snapshot(), table)
}
