//! What became of views that were cited.

use domain::{
    ComponentId, Edition, EditionNews,
    data_table::{DataCell, DataKind},
    number,
    revision::{CellChange, TableRevision, revision},
};

use messages::{cited as w, fill};

use crate::{
    context::PageContext,
    export::{self, Export, ExportParts, TableLayout},
    findings::comparison,
    query::Parameters,
    views::feeds::lines,
};

/// A view that was cited, and what became of it.
pub(super) struct CitedView {
    pub(super) cited: Export,
    pub(super) outcome: Outcome,
    /// That newer figures do not compare with the cited ones, and why.
    pub(super) superseded: Option<String>,
    /// Later editions that changed its indicators, the oldest first.
    pub(super) editions: Vec<LaterEdition>,
}

/// What became of a view.
pub(super) enum Outcome {
    /// It is that of the newest edition.
    Newest,
    /// The newest edition has no figures for it.
    Gone,
    /// It is still there, with these differences.
    Compared(TableRevision),
}

/// An edition after the cited one.
pub(super) struct LaterEdition {
    pub(super) edition: Edition,
    /// What it changed in the indicators of the view, a line each.
    pub(super) lines: Vec<String>,
    /// Provinces whose headline figures it changed, by year and name.
    changed: Vec<(i64, String)>,
}

/// Compares a view of the context's edition with that of the newest one. `None` if the edition has no such view.
pub(super) fn cited(cx: &PageContext, (path, query): &(String, String)) -> Option<CitedView> {
    let lang = cx.lang();
    let (edition, newest) = (cx.snapshot().edition.number, cx.backend().snapshot(None)?);
    let of = |edition: Option<u32>| {
        let edition = edition.map(|number| format!("&edition={number}")).unwrap_or_default();
        // The same rows and columns on both sides.
        let query = format!("{query}&lang={}{edition}&{}=2", lang.code(), TableLayout::NAME);
        export::export(cx.backend(), path, &query, ExportParts::Both).ok()
    };
    let cited = of(Some(edition))?;
    let outcome = if newest.edition.number == edition {
        Outcome::Newest
    } else {
        match of(None).and_then(|export| export.table).zip(cited.table.as_ref()) {
            Some((now, before)) => Outcome::Compared(revision(before, &now)),
            None => Outcome::Gone,
        }
    };
    let news = cx.backend().news();
    let indicators = cited_indicators(cx, (path, query));
    let later = news.iter().rev().filter(|news| news.edition.number > edition);
    let editions = later.filter_map(|news| later_edition(cx, news, &indicators)).collect();
    let superseded = superseded(&cx.newest(), &cited, &indicators);
    Some(CitedView {
        cited,
        outcome,
        superseded,
        editions,
    })
}

/// Slugs of the indicators that a view shows.
fn cited_indicators(cx: &PageContext, (path, query): (&str, &str)) -> Vec<String> {
    let catalogue = &cx.snapshot().catalogue;
    let found = export::View::parse(catalogue, path).and_then(|view| {
        export::charts::find(cx, view, (&Parameters::parse(query), TableLayout::default()))
            .ok()
            .flatten()
    });
    let ids = found.map(|found| found.indicators()).unwrap_or_default();
    ids.into_iter().map(|id| catalogue.indicator(id).slug.clone()).collect()
}

/// Says of the first indicator whose newest table has another method than the last year that was cited.
fn superseded(newest: &PageContext, cited: &Export, indicators: &[String]) -> Option<String> {
    let year = last_year(cited)?;
    indicators.iter().find_map(|slug| {
        let id = newest.snapshot().catalogue.indicator_by_slug(slug)?;
        let tables = newest.snapshot().tables(id, ComponentId::TOTAL);
        let table = tables
            .max_by_key(|table| table.key.year)
            .filter(|table| table.key.year > year)?;
        let verdict = comparison::since(newest, table, year);
        let short = newest.snapshot().catalogue.indicator(id).short.get(newest.lang());
        (verdict.comparable == Some(false)).then(|| {
            fill!(
                w::SUPERSEDED,
                newest.lang(),
                indicator = short,
                year = &table.key.year.to_string(),
                verdict = &verdict.marked(newest.lang()).text
            )
        })
    })
}

/// The last year of a view: that of its address, or of its rows.
fn last_year(cited: &Export) -> Option<i32> {
    let table = cited.table.as_ref()?;
    let column = table.columns.iter().position(|column| column.key == "year");
    let years = column
        .into_iter()
        .flat_map(|at| table.rows.iter().map(move |row| &row[at]));
    let years = years.filter_map(|cell| match cell {
        DataCell::Whole(year) => i32::try_from(*year).ok(),
        _ => None,
    });
    cited.year.or_else(|| years.max())
}

/// What an edition changed in some indicators; `None` if nothing.
fn later_edition(cx: &PageContext, news: &EditionNews, indicators: &[String]) -> Option<LaterEdition> {
    let lang = cx.lang();
    let changes = news.changes.as_ref()?;
    let of = || changes.indicators.iter().filter(|of| indicators.contains(&of.slug));
    let tables = of().flat_map(|of| &of.tables);
    let changed = tables.flat_map(|table| {
        let names = table
            .provinces
            .iter()
            .map(|province| province.name.get(lang).to_owned());
        names.map(|name| (i64::from(table.year), name))
    });
    let lines: Vec<String> = of().map(|of| lines::of_indicator_in_short(lang, of, false)).collect();
    (!lines.is_empty()).then(|| LaterEdition {
        edition: news.edition.clone(),
        lines,
        changed: changed.collect(),
    })
}

impl CitedView {
    /// The numbers of the later editions that changed the figure of a cell, as far as they tell: changes of headline
    /// figures are known by province and year.
    pub(super) fn changed_in(&self, change: &CellChange) -> Vec<u32> {
        let Some(name) = &change.province else {
            return Vec::new();
        };
        let year = change.year.or(self.cited.year.map(i64::from));
        let told = |later: &&LaterEdition| {
            later
                .changed
                .iter()
                .any(|(of, changed)| changed == name && year.is_none_or(|year| year == *of))
        };
        self.editions
            .iter()
            .filter(told)
            .map(|later| later.edition.number)
            .collect()
    }

    /// Whether anything differs from what was cited.
    pub(super) fn is_different(&self) -> bool {
        match &self.outcome {
            Outcome::Newest => false,
            Outcome::Gone => true,
            Outcome::Compared(found) => !found.changes.is_empty(),
        }
    }

    /// Measure, place and period.
    pub(super) fn subtitle(&self) -> String {
        self.cited
            .table
            .as_ref()
            .map(|table| table.subtitle.clone())
            .unwrap_or_default()
    }
}

/// Both sides of a change as they are read, so that the difference is seen. `None` where there is no value.
pub(super) fn texts(cx: &PageContext, change: &CellChange) -> [Option<String>; 2] {
    let decimals = match change.column.kind {
        DataKind::Number(decimals) => decimals,
        DataKind::Text | DataKind::Whole => 0,
    };
    match (&change.before, &change.after) {
        (DataCell::Number(before), DataCell::Number(after)) => {
            number::format_apart(cx.lang(), *before, *after, decimals).map(Some)
        }
        (before, after) => [before, after].map(|cell| text(cx, cell, decimals)),
    }
}

/// A cell as it is read.
pub(super) fn text(cx: &PageContext, cell: &DataCell, decimals: u8) -> Option<String> {
    match cell {
        DataCell::Empty => None,
        DataCell::Text(text) => Some(text.clone()),
        DataCell::Number(value) => Some(number::format(cx.lang(), *value, decimals)),
        DataCell::Whole(value) => Some(value.to_string()),
    }
}
