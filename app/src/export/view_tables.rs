//! Typed tables of rankings and of the indicators of a province, and the whole table of any view.

use domain::{
    Table, TableKey,
    chart::Note,
    data_table::{Citation, DataCell, DataKind, DataTable, OBS_STATUS},
};
use messages::{common as m, export as w};

use super::{
    ProvinceKind, TableLayout,
    data::{OfProvince, OfRanking, ViewData},
    facts,
    tables::*,
    years,
};
use crate::{
    context::PageContext,
    findings::headline as finding,
    views::ranking::{model as ranking, rows},
    words,
};

/// The figures of a view as typed columns; their sources are added.
pub(crate) fn typed(cx: &PageContext, found: &ViewData<'_>, layout: TableLayout, sources: &mut Sources) -> TypedTable {
    let with_status = layout >= TableLayout::Second;
    match found {
        ViewData::Ranking(of) => ranked(cx, of, with_status, sources),
        ViewData::Province(of) if of.kind == ProvinceKind::Components => parts(cx, of, with_status, sources),
        ViewData::Province(of) => years::table(cx, of, layout, sources),
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
        let choice = of.choice.as_ref().map(|choice| (w::COL_CHOICE, choice.says(cx).into()));
        readme.extend(choice);
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
fn ranked(cx: &PageContext, of: &OfRanking<'_>, with_status: bool, sources: &mut Sources) -> TypedTable {
    let (lang, table, key) = (cx.lang(), of.table, of.table.key);
    let choice = of.choice.as_ref();
    let chosen = choice.map_or_else(
        || table.rows.iter().collect(),
        |choice| rows::arrange(cx, table, choice),
    );
    let says = choice.map(|choice| choice.says(cx));
    let indicator = cx.snapshot().catalogue.indicator(key.indicator);
    let [rank, ranked, origin] = rank_columns(cx);
    // What is read first stands first: on a phone only the first columns are seen.
    let mut columns = vec![rank, column("province", m::PROVINCE.get(lang), DataKind::Text)];
    columns.push(value_column(cx, key));
    columns.extend(change_columns(cx, indicator.decimals(key.component)));
    columns.push(column("region", m::REGION.get(lang), DataKind::Text));
    columns.push(column("as_of", w::COL_AS_OF.get(lang), DataKind::Text));
    columns.extend([ranked, origin, origin_column(cx)]);
    columns.extend(end_columns(cx));
    columns.extend(with_status.then(|| status_column(cx)));
    columns.extend(choice.map(|_| column("row_choice", w::COL_CHOICE.get(lang), DataKind::Text)));
    let name = |id| text(finding::name(cx.snapshot(), lang, id, key));
    let region = |id| text(finding::region(cx.snapshot(), lang, id, key));
    let mut rows: Vec<Vec<DataCell>> = Vec::new();
    for row in chosen {
        let figure = cx.snapshot().figure(row.figure);
        let [rank, ranked, origin] = rank_cells(cx, row.rank, figure.rank);
        let mut cells = vec![rank, name(row.province), number(figure.value.value())];
        cells.extend(change_cells(cx, &row.change));
        cells.push(region(row.province));
        cells.push(text(
            figure.key.as_of.map_or_else(String::new, |moment| moment.format(lang)),
        ));
        cells.extend([ranked, origin, origin_cell(cx, figure)]);
        cells.extend(end_cells(cx, figure, sources));
        cells.extend(with_status.then(|| status_cell(figure, breaks(&row.change))));
        cells.extend(says.clone().map(text));
        rows.push(cells);
    }
    let takes = choice.map(|choice| rows::chosen(cx, table, choice));
    let absent = table.absent.iter();
    for (province, reason) in absent.filter(|(id, _)| takes.as_ref().is_none_or(|takes| takes(*id))) {
        let cells = columns.iter().map(|column| match column.key {
            "province" => name(*province),
            "region" => region(*province),
            "why_empty" => text(words::missing(*reason).get(lang)),
            OBS_STATUS => text(missing_status(*reason)),
            "row_choice" => text(says.clone().unwrap_or_default()),
            _ => DataCell::Empty,
        });
        rows.push(cells.collect());
    }
    TypedTable { columns, rows }
}

/// The components of a province in one year.
fn parts(cx: &PageContext, of: &OfProvince, with_status: bool, sources: &mut Sources) -> TypedTable {
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
    columns.extend(with_status.then(|| status_column(cx)));
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
        cells.extend(with_status.then(|| status_cell(figure, breaks(&row.change))));
        rows.push(cells);
    }
    TypedTable { columns, rows }
}

fn highest(cx: &PageContext, table: &Table) -> Option<(domain::ProvinceId, f64)> {
    crate::views::province::charts::best(cx.snapshot(), table)
}
