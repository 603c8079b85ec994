//! From an address to what is shared.

use std::sync::Arc;

use domain::{Lang, Snapshot};
use leptos::reactive::owner::Owner;

use super::{
    Look, Shared, View, charts, facts,
    tables::{self, Sources},
    words as w,
};
use crate::{
    Backend, Reply,
    context::Here,
    links::Links,
    messages as m,
    query::{BadParameter, Parameters, decode},
    reply,
};

/// What is needed of a view: making the other costs time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// The chart.
    Picture,
    /// The typed table.
    Table,
    /// Both.
    Both,
}

/// The chart or table at `path` (such as `rankings/pci/2016/bars`) with this query. The edition that
/// the query names must be on the shelf.
///
/// # Errors
/// A page that says what is wrong with the address, with status 400 or 404; 503 without any edition.
pub fn shared(backend: &dyn Backend, path: &str, query: &str, want: Want) -> Result<Shared, Reply> {
    asked(backend, path, query, |here, parameters| {
        one(here, path, parameters, want)
    })
}

/// Finds out language and edition, and lets `make` answer there. `path` names the address in pages
/// that say what is wrong.
pub(crate) fn asked<T>(
    backend: &dyn Backend,
    path: &str,
    query: &str,
    make: impl FnOnce(&Here<'_>, &Parameters) -> Result<T, Wrong>,
) -> Result<T, Reply> {
    asked_or(backend, (path, query), make, refuse)
}

/// The same with a page of its own for what is wrong.
pub(crate) fn asked_or<T>(
    backend: &dyn Backend,
    (path, query): (&str, &str),
    make: impl FnOnce(&Here<'_>, &Parameters) -> Result<T, Wrong>,
    refuse: impl FnOnce(&Here<'_>, Wrong) -> Reply,
) -> Result<T, Reply> {
    let parameters = Parameters::parse(query);
    let Some(newest) = backend.snapshot(None) else {
        return Err(reply::without_figures());
    };
    let lang = parameters.get("lang").map_or(Ok(Lang::default()), |code| {
        Lang::from_code(code).ok_or_else(|| BadParameter::new(Lang::default(), "lang", code, w::EXPECT_LANG))
    });
    let (lang, mut wrong) = lang.map_or_else(|bad| (Lang::default(), Some(Wrong::Bad(vec![bad]))), |l| (l, None));
    let edition = parameters.get("edition").map(|text| {
        let wrong = || BadParameter::new(lang, "edition", text, m::EXPECT_EDITION);
        text.parse::<u32>().map_err(|_| wrong())
    });
    let (edition, found) = match edition {
        None => (None, Some(Arc::clone(&newest))),
        Some(Ok(number)) => (Some(number), backend.snapshot(Some(number))),
        Some(Err(bad)) => {
            wrong.get_or_insert(Wrong::Bad(vec![bad]));
            (None, Some(Arc::clone(&newest)))
        }
    };
    if found.is_none() {
        let asked = edition.map(|n| n.to_string()).unwrap_or_default();
        let text = m::NO_EDITION.fill(lang, &[&asked, &newest.edition.number.to_string()]);
        wrong.get_or_insert(Wrong::Missing(text));
    }
    let snapshot: &Snapshot = found.as_deref().unwrap_or(&newest);
    let edition = edition.filter(|_| found.is_some());
    let here = Here {
        backend,
        snapshot,
        links: Links {
            lang,
            edition,
            unmarked: false,
        },
        path,
        query,
    };
    let made = match wrong {
        Some(wrong) => Err(wrong),
        None => make(&here, &parameters),
    };
    made.map_err(|wrong| refuse(&here, wrong))
}

/// What is wrong with an address.
#[derive(Debug)]
pub(crate) enum Wrong {
    /// Parameters that cannot be used.
    Bad(Vec<BadParameter>),
    /// Something that does not exist, in words.
    Missing(String),
}

fn refuse(here: &Here<'_>, wrong: Wrong) -> Reply {
    // The page is in the language of the address and leads to the first page.
    let here = Here {
        path: "",
        query: "",
        ..*here
    };
    Owner::new_root(None).with(|| match wrong {
        Wrong::Bad(bad) => reply::fail(crate::views::error::page::bad_request(&here, &bad), 400),
        Wrong::Missing(text) => reply::fail(crate::views::error::page::not_found(&here, Some(text)), 404),
    })
}

/// One view where language and edition are settled.
pub(crate) fn one(here: &Here<'_>, path: &str, parameters: &Parameters, want: Want) -> Result<Shared, Wrong> {
    let lang = here.lang();
    let catalogue = &here.snapshot.catalogue;
    let path = decode(path);
    let view = View::parse(catalogue, &path);
    let view = view.ok_or_else(|| Wrong::Missing(w::NO_VIEW.fill(lang, &[&path])))?;
    let mut bad = Vec::new();
    let look = Look::read(lang, parameters, &mut bad);
    let found = charts::find(here, view, parameters, &mut bad);
    if !bad.is_empty() {
        return Err(Wrong::Bad(bad));
    }
    let found = found.ok_or_else(|| Wrong::Missing(w::NO_FIGURES.fill(lang, &[&path])))?;
    let model = match want {
        Want::Table => None,
        Want::Picture | Want::Both => charts::draw(here, &found),
    };
    let is_chart = !path.ends_with("/table");
    if is_chart && model.is_none() && !(want == Want::Table && charts::draw(here, &found).is_some()) {
        return Err(Wrong::Missing(w::NO_FIGURES.fill(lang, &[&path])));
    }
    let mut sources = Sources::default();
    let typed = tables::typed(here, &found, &mut sources);
    let title = model
        .as_ref()
        .map_or_else(|| facts::title(here, &found), |model| model.title.clone());
    let page = facts::page(here, &found);
    let about = facts::Facts {
        title: &title,
        frozen_page: facts::page(&here.pinned(), &found),
    };
    let citation = facts::citation(here, &found, &about);
    let lines = sources.lines(here);
    let table = (want != Want::Picture).then(|| tables::table(here, &found, typed, &sources, (&title, &citation)));
    let indicator = catalogue.indicator(found.indicator());
    Ok(Shared {
        lang,
        edition: here.snapshot.edition.number,
        published: here.snapshot.edition.published,
        frozen: here.links.edition.is_some(),
        view: view.path(catalogue),
        state: charts::state(here, &found),
        look,
        decimals: indicator.decimals(found.component()),
        publisher: found.publisher(here),
        speaker: facts::speaker(here, &found, (&title, model.as_ref(), &citation)),
        name: facts::name(here, &found),
        sources: lines,
        model,
        table,
        title,
        citation,
        page,
    })
}

/// The page for a view that has no file of this format.
#[must_use]
pub fn no_such_format(backend: &dyn Backend, view: &str, query: &str, ending: &str) -> Reply {
    wrong(backend, query, |here| {
        let path = decode(view);
        Wrong::Missing(w::NO_FORMAT.fill(here.lang(), &[&path, ending]))
    })
}

/// The page for an address below which there is nothing.
#[must_use]
pub fn no_view(backend: &dyn Backend, path: &str, query: &str) -> Reply {
    wrong(backend, query, |here| {
        Wrong::Missing(w::NO_VIEW.fill(here.lang(), &[&decode(path)]))
    })
}

pub(super) fn wrong(backend: &dyn Backend, query: &str, why: impl FnOnce(&Here<'_>) -> Wrong) -> Reply {
    match asked(backend, "", query, |here, _| Err::<Reply, _>(why(here))) {
        Ok(reply) | Err(reply) => reply,
    }
}

/// How a deck names the chart at `path` with this query.
///
/// # Errors
/// A page that says what is wrong with the address, or that a table cannot be in a deck.
pub fn item_of(backend: &dyn Backend, path: &str, query: &str) -> Result<String, Reply> {
    asked(backend, path, query, |here, parameters| {
        let shared = one(here, path, parameters, Want::Picture)?;
        if shared.is_chart() {
            return Ok(shared.item());
        }
        let bad = BadParameter::new(here.lang(), "add", &shared.view, w::EXPECT_CHART);
        Err(Wrong::Bad(vec![bad]))
    })
}
