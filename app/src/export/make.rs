//! From an address to what is shared.

use messages::{common as m, export as w, fill};
use std::sync::Arc;

use domain::{Lang, chart::ChartBody};
use leptos::reactive::owner::Owner;

use super::{Export, ImageOptions, TableLayout, View, charts, data, facts, item, tables::Sources, view_tables};
use crate::{
    PageResponse, SharedBackend,
    context::PageContext,
    links::Links,
    problem,
    query::{BadParameter, BadParameters, Parameters, decode, one_of},
    response,
};

/// What is needed of a view: making the other costs time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportParts {
    /// The chart.
    Picture,
    /// The typed table.
    Table,
    /// Both.
    Both,
}

/// The chart or table at `path` (such as `rankings/pci/2016/bars`) with this query. The edition that
/// the query names must be in memory.
///
/// # Errors
/// A page that says what is wrong with the address, with status 400 or 404; 503 without any edition.
pub fn export(backend: &SharedBackend, path: &str, query: &str, want: ExportParts) -> Result<Export, PageResponse> {
    asked(backend, path, query, |cx, parameters| one(cx, path, parameters, want))
}

/// Finds out language and edition, and lets `make` answer there. `path` names the address in pages
/// that say what is wrong.
pub(crate) fn asked<T>(
    backend: &SharedBackend,
    path: &str,
    query: &str,
    make: impl FnOnce(&PageContext, &Parameters) -> Result<T, Wrong>,
) -> Result<T, PageResponse> {
    asked_or(backend, (path, query), make, refuse)
}

/// The same with a page of its own for what is wrong.
pub(crate) fn asked_or<T>(
    backend: &SharedBackend,
    (path, query): (&str, &str),
    make: impl FnOnce(&PageContext, &Parameters) -> Result<T, Wrong>,
    refuse: impl FnOnce(&PageContext, Wrong) -> PageResponse,
) -> Result<T, PageResponse> {
    let parameters = Parameters::parse(query);
    let Some(newest) = backend.snapshot(None) else {
        return Err(problem::without_figures());
    };
    let lang = parameters.get("lang").map_or(Ok(Lang::default()), |code| {
        Lang::from_code(code).ok_or_else(|| BadParameter::new(Lang::default(), "lang", code, w::EXPECT_LANG))
    });
    let (lang, mut wrong) = lang.map_or_else(|bad| (Lang::default(), Some(Wrong::from(bad))), |l| (l, None));
    let edition = parameters.get("edition").map(|text| {
        let wrong = || BadParameter::new(lang, "edition", text, m::EXPECT_EDITION);
        text.parse::<u32>().map_err(|_| wrong())
    });
    let (edition, found) = match edition {
        None => (None, Some(Arc::clone(&newest))),
        Some(Ok(number)) => (Some(number), backend.snapshot(Some(number))),
        Some(Err(bad)) => {
            wrong.get_or_insert(bad.into());
            (None, Some(Arc::clone(&newest)))
        }
    };
    if found.is_none() {
        let asked = edition.map(|n| n.to_string()).unwrap_or_default();
        let text = fill!(
            m::NO_EDITION,
            lang,
            edition = &asked,
            edition_newest = &newest.edition.number.to_string()
        );
        wrong.get_or_insert(Wrong::Missing(text));
    }
    let snapshot = Arc::clone(found.as_ref().unwrap_or(&newest));
    let edition = edition.filter(|_| found.is_some());
    let links = Links {
        lang,
        edition,
        unmarked: false,
    };
    let cx = PageContext::new(backend, snapshot, links, (path, query));
    let made = match wrong {
        Some(wrong) => Err(wrong),
        None => make(&cx, &parameters),
    };
    made.map_err(|wrong| refuse(&cx, wrong))
}

/// What is wrong with an address.
#[derive(Debug)]
pub(crate) enum Wrong {
    /// Parameters that cannot be used.
    Bad(BadParameters),
    /// Something that does not exist, in words.
    Missing(String),
}

impl From<BadParameters> for Wrong {
    fn from(bad: BadParameters) -> Self {
        Self::Bad(bad)
    }
}

impl From<BadParameter> for Wrong {
    fn from(bad: BadParameter) -> Self {
        Self::Bad(bad.into())
    }
}

fn refuse(cx: &PageContext, wrong: Wrong) -> PageResponse {
    // The page is in the language of the address and leads to the first page.
    let cx = cx.at_home();
    // A page may be looking for what another address shows: its own context comes back afterwards.
    Owner::new().with(|| {
        cx.provide();
        match wrong {
            Wrong::Bad(bad) => response::fail(crate::views::error::page::bad_request(&cx, &bad), 400),
            Wrong::Missing(text) => response::fail(crate::views::error::page::not_found(&cx, Some(text)), 404),
        }
    })
}

/// One view where language and edition are settled.
pub(crate) fn one(cx: &PageContext, path: &str, parameters: &Parameters, want: ExportParts) -> Result<Export, Wrong> {
    let lang = cx.lang();
    let catalogue = &cx.snapshot().catalogue;
    let path = decode(path);
    let view = View::parse(catalogue, &path);
    let view = view.ok_or_else(|| Wrong::Missing(fill!(w::NO_VIEW, lang, address = &path)))?;
    let mut bad = BadParameters::default();
    let look = bad.keep(ImageOptions::read(lang, parameters));
    let layout = bad.keep(TableLayout::read(cx, parameters));
    let found = bad.keep(charts::find(cx, view, (parameters, layout)));
    let all_rows = bad.keep(one_of(
        lang,
        parameters,
        data::ROWS,
        &[(data::ALL, true), (data::ENDS, false)],
    ));
    let (look, found) = bad.or((look, found))?;
    let all_rows = all_rows.unwrap_or_default();
    let found = found.ok_or_else(|| Wrong::Missing(fill!(w::NO_FIGURES, lang, name = &path)))?;
    let model = match want {
        ExportParts::Table => None,
        ExportParts::Picture | ExportParts::Both => charts::draw(cx, &found),
    };
    let is_chart = !view.is_table();
    if is_chart && model.is_none() && !(want == ExportParts::Table && charts::draw(cx, &found).is_some()) {
        return Err(Wrong::Missing(fill!(w::NO_FIGURES, lang, name = &path)));
    }
    let mut sources = Sources::default();
    let typed = view_tables::typed(cx, &found, layout, &mut sources);
    let title = model
        .as_ref()
        .map_or_else(|| facts::title(cx, &found), |model| model.title.clone());
    let page = facts::page(cx, &found);
    let about = facts::Facts {
        title: &title,
        frozen_page: facts::page(&cx.pinned(), &found),
    };
    let state: Vec<(&'static str, String)> = data::state(cx, &found)
        .into_iter()
        .chain(all_rows.then(|| (data::ROWS, data::ALL.to_owned())))
        .collect();
    let citation = facts::citation(cx, &found, &about, &item::item(&view.path(catalogue), &state));
    let lines = sources.lines(cx);
    let table =
        (want != ExportParts::Picture).then(|| view_tables::table(cx, &found, typed, &sources, (&title, &citation)));
    let indicator = catalogue.indicator(found.indicator());
    Ok(Export {
        is_table: view.is_table(),
        lang,
        edition: cx.snapshot().edition.number,
        published: cx.snapshot().edition.published,
        frozen: cx.links.edition.is_some(),
        view: view.path(catalogue),
        year: view.year(),
        state,
        layout,
        look,
        all_rows,
        decimals: indicator.decimals(found.component()),
        publisher: found.publisher(cx),
        speaker: facts::speaker(cx, &found, (&title, model.as_ref(), &citation)),
        name: facts::name(cx, &found),
        sources: lines,
        model,
        table,
        title,
        citation,
        page,
    })
}

/// Most bars that can be read from the back of a room.
const MOST_FROM_AFAR: usize = 15;

/// The same chart with the first, the followed and the last rows only, if it is a ranking with more than can be read from
/// afar.
pub(crate) fn from_afar(cx: &PageContext, export: &Export) -> Export {
    let rows = match export.model.as_ref().map(|model| &model.body) {
        Some(ChartBody::Bars(bars)) => bars.rows.len(),
        _ => 0,
    };
    if rows <= MOST_FROM_AFAR || export.state.iter().any(|(name, _)| *name == data::ROWS) {
        return export.clone();
    }
    let mut state = export.state.clone();
    state.push((data::ROWS, data::ENDS.to_owned()));
    let address = item::item("", &state);
    let parameters = Parameters::parse(address.trim_start_matches('?'));
    one(cx, &export.view, &parameters, ExportParts::Picture).unwrap_or_else(|_| export.clone())
}

/// The page for a view that has no file of this format.
#[must_use]
pub fn no_such_format(backend: &SharedBackend, view: &str, query: &str, ending: &str) -> PageResponse {
    wrong(backend, query, |cx| {
        let path = decode(view);
        Wrong::Missing(fill!(w::NO_FORMAT, cx.lang(), address = &path, format = ending))
    })
}

/// The page for an address below which there is nothing.
#[must_use]
pub fn no_view(backend: &SharedBackend, path: &str, query: &str) -> PageResponse {
    wrong(backend, query, |cx| {
        Wrong::Missing(fill!(w::NO_VIEW, cx.lang(), address = &decode(path)))
    })
}

pub(super) fn wrong(backend: &SharedBackend, query: &str, why: impl FnOnce(&PageContext) -> Wrong) -> PageResponse {
    match asked(backend, "", query, |cx, _| Err::<PageResponse, _>(why(cx))) {
        Ok(response) | Err(response) => response,
    }
}

/// How a deck names the chart at `path` with this query.
///
/// # Errors
/// A page that says what is wrong with the address, or that a table cannot be in a deck.
pub fn item_of(backend: &SharedBackend, path: &str, query: &str) -> Result<String, PageResponse> {
    asked(backend, path, query, |cx, parameters| {
        let export = one(cx, path, parameters, ExportParts::Picture)?;
        if export.is_chart() {
            return Ok(export.item());
        }
        Err(BadParameter::new(cx.lang(), "add", &export.view, w::EXPECT_CHART).into())
    })
}
