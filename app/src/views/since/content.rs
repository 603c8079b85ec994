//! Changes over several years where they leave the page: chart, typed table, notes.

use domain::{
    chart::{ChartBody, ChartModel, DotLink, DotMark, DotRow, DotSeries, Dots, Emphasis, Note},
    data_table::{DataCell, DataColumn, DataKind},
    number,
};
use messages::{common as m, export as sw, fill, since as w};

use super::model::{Line, Since, since};
use crate::{
    charts::source_line,
    context::PageContext,
    export::{
        DerivedView, ViewContent, ViewForm,
        tables::{self, Sources, TypedTable, column, text, whole},
    },
    findings::headline as finding,
    query::{BadParameters, Parameters},
    views::{ranking::model as ranking, since::params::SinceQuery},
    words,
};

fn made(cx: &PageContext, view: DerivedView, since: &Since<'_>) -> ViewContent {
    let (lang, key) = (cx.lang(), since.table.key);
    let slug = &cx.snapshot().catalogue.indicator(key.indicator).slug;
    let mut sources = Sources::default();
    for line in &since.lines {
        sources.add(cx.snapshot().figure(line.row.figure));
        let before = cx.snapshot().base_row(key, since.from, line.row.province);
        if let Some(row) = before {
            sources.add(cx.snapshot().figure(row.figure));
        }
    }
    let state = since.view_state(cx);
    let part = state.iter().find(|(name, _)| *name == "component");
    let part = part.map(|(_, slug)| format!("-{slug}")).unwrap_or_default();
    let is_table = view.form == ViewForm::Table;
    ViewContent {
        cited: vec![(key.indicator, format!("{}–{}", since.from, key.year))],
        component: key.component,
        title: since.title.clone(),
        subtitle: since.lead.clone(),
        model: if is_table { None } else { chart(cx, since) },
        notes: notes(cx, since),
        typed: typed(cx, since),
        readme: vec![(
            sw::README_RANKS.get(lang).to_owned(),
            ranking::rank_note(cx, since.table),
        )],
        sources,
        page: format!("/since/{slug}/{}", key.year),
        page_state: state.clone(),
        state,
        place: if is_table { "table-h" } else { "chart" }.to_owned(),
        name: format!(
            "{}{part}-{}-{}-{}",
            slug.replace('_', "-"),
            since.from,
            key.year,
            if is_table { "since-table" } else { "since" }
        ),
    }
}

fn notes(cx: &PageContext, since: &Since<'_>) -> Vec<Note> {
    let lang = cx.lang();
    vec![
        since.verdict.marked(lang),
        fill!(sw::COVERED, lang, coverage = &since.coverage).into(),
    ]
}

/// The row of a province, with its two values; `None` if they cannot be compared.
fn row(cx: &PageContext, since: &Since<'_>, line: &Line<'_>) -> Option<(DotRow, [f64; 2])> {
    let key = since.table.key;
    let decimals = cx.snapshot().catalogue.indicator(key.indicator).decimals(key.component);
    line.change.comparable_points()?;
    let values = [line.change.value?, cx.snapshot().figure(line.row.figure).value.value()?];
    let mark = |(series, value): (usize, f64)| DotMark {
        series,
        value,
        text: number::format(cx.lang(), value, decimals),
    };
    let lit = line.followed.map(|i| u8::try_from(i).unwrap_or(4));
    let row = DotRow {
        label: line.name.clone(),
        marks: values.into_iter().enumerate().map(mark).collect(),
        link: DotLink::Arrow,
        note: line.points.text.clone(),
        scale: None,
        emphasis: lit.map_or(Emphasis::Context, Emphasis::Highlight),
    };
    Some((row, values))
}

/// Two marks a province with an arrow between them; `None` if the years cannot be compared.
pub(crate) fn chart(cx: &PageContext, since: &Since<'_>) -> Option<ChartModel> {
    let (snapshot, lang, key) = (cx.snapshot(), cx.lang(), since.table.key);
    let found = since.lines.iter().filter_map(|line| row(cx, since, line));
    let (mut rows, values): (Vec<DotRow>, Vec<[f64; 2]>) = found.unzip();
    let all = || values.iter().flatten().copied();
    let ends = [
        all().fold(f64::INFINITY, f64::min),
        all().fold(f64::NEG_INFINITY, f64::max),
    ];
    if let Some(first) = rows.first_mut().filter(|_| since.query.ranking.followed.is_empty()) {
        first.emphasis = Emphasis::Highlight(0);
    }
    if rows.is_empty() {
        return None;
    }
    let years = [since.from, key.year].map(|year| year.to_string());
    let series = |label: &String, emphasis| DotSeries {
        label: label.clone(),
        emphasis,
    };
    let measure = finding::measure(snapshot, lang, since.table);
    let first: Vec<String> = rows.iter().take(3).map(|r| format!("{} {}", r.label, r.note)).collect();
    let first = fill!(w::CHART_FIRST, lang, list = &words::list(lang, &first));
    Some(ChartModel {
        lang,
        title: since.title.clone(),
        subtitle: fill!(
            w::CHART_SUBTITLE,
            lang,
            measure = &measure,
            from = &years[0],
            to = &years[1]
        ),
        source: source_line(cx, since.table),
        notes: Vec::new(),
        description: fill!(
            w::CHART_TEXT,
            lang,
            from = &years[0],
            to = &years[1],
            count = rows.len(),
            details = &first
        ),
        body: ChartBody::Dots(Dots {
            series: vec![
                series(&years[0], Emphasis::Context),
                series(&years[1], Emphasis::Highlight(0)),
            ],
            rows,
            min: ends[0].floor(),
            max: ends[1].ceil(),
            reference: None,
        }),
    })
}

fn columns(cx: &PageContext, since: &Since<'_>) -> Vec<DataColumn> {
    let (lang, key) = (cx.lang(), since.table.key);
    let decimals = cx.snapshot().catalogue.indicator(key.indicator).decimals(key.component);
    let from = since.from.to_string();
    let [points, places, compared, comparable] = tables::change_columns(cx, decimals);
    let mut all = vec![
        column("order", w::COL_ORDER.get(lang), DataKind::Whole),
        column("province", m::PROVINCE.get(lang), DataKind::Text),
        column(
            "value_then",
            fill!(w::COL_THEN, lang, year = &from),
            DataKind::Number(decimals),
        ),
        tables::value_column(cx, key),
        points,
        column(
            "rank_then",
            fill!(w::COL_RANK_THEN, lang, year = &from),
            DataKind::Whole,
        ),
    ];
    all.extend(tables::rank_columns(cx));
    all.extend([places, compared, comparable]);
    all.push(column("region", m::REGION.get(lang), DataKind::Text));
    all.extend(tables::end_columns(cx));
    all
}

/// All provinces, those without a figure last.
fn typed(cx: &PageContext, since: &Since<'_>) -> TypedTable {
    let (snapshot, lang, key) = (cx.snapshot(), cx.lang(), since.table.key);
    let columns = columns(cx, since);
    let mut rows = Vec::new();
    for line in &since.lines {
        let figure = snapshot.figure(line.row.figure);
        let [points, places, compared, comparable] = tables::change_cells(cx, &line.change);
        let mut cells = vec![
            whole(line.order),
            text(&line.name),
            tables::number(line.change.value),
            tables::number(figure.value.value()),
            points,
            whole(line.rank_then.map(|rank| rank.place)),
        ];
        cells.extend(tables::rank_cells(cx, line.row.rank, figure.rank));
        cells.extend([places, compared, comparable]);
        cells.push(text(finding::region(snapshot, lang, line.row.province, key)));
        let why = match line.change.points {
            Ok(_) => "",
            Err(_) => line.points.words.as_str(),
        };
        let mut titles: Vec<&str> = Vec::new();
        let before = snapshot.base_row(key, since.from, line.row.province);
        let figures = before
            .map(|row| snapshot.figure(row.figure))
            .into_iter()
            .chain([figure]);
        for claim in figures.flat_map(|figure| &figure.claims) {
            let title = snapshot.catalogue.source(claim.source).title.as_str();
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
        cells.extend([text(why), text(titles.join("; "))]);
        rows.push(cells);
    }
    for (province, reason) in &since.table.absent {
        let cells = columns.iter().map(|column| match column.key {
            "province" => text(finding::name(snapshot, lang, *province, key)),
            "region" => text(finding::region(snapshot, lang, *province, key)),
            "why_empty" => text(words::missing(*reason).get(lang)),
            _ => DataCell::Empty,
        });
        rows.push(cells.collect());
    }
    TypedTable { columns, rows }
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
    let query = SinceQuery::read(cx, of, parameters)?;
    Ok(since(cx, query).map(|since| made(cx, view, &since)))
}
