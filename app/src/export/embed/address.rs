//! From the address of a page of ours to the view that it shows.

use domain::{Lang, ProvinceId};

use super::super::{
    DerivedView, ProvinceKind, RankingKind, TableLayout, View, ViewForm, ViewKind, charts,
    data::ViewData,
    make::{Wrong, asked},
};
use crate::{
    SharedBackend,
    context::PageContext,
    findings::trends::Trends,
    query::{Parameters, decode},
    response::split_language,
    route::Route,
    views::{
        compare::content as compare,
        map::model as map,
        ranking::{model as ranking, params::ChartKind},
    },
};

/// Parameters of pictures: the size is the frame's to choose.
const OF_PICTURES: [&str; 2] = ["size", "scale"];
/// Parameters of a ranking's page that change the order and the choice of its rows: a frame shows all of them by rank.
const OF_ROWS: [&str; 4] = ["q", "sort", "dir", "chart"];
/// What a place that names an indicator alone may show, the first that can be drawn.
const ANY: [ProvinceKind; 4] = [
    ProvinceKind::Combined,
    ProvinceKind::Lines,
    ProvinceKind::Components,
    ProvinceKind::Table,
];
/// Roots below which an address names a view itself.
const ROOTS: [&str; 2] = ["/embed/", "/charts/"];

/// Path and query of the view that an address of ours shows: of a page with charts, an embed, a picture, a file or a page
/// for sharing. `None` for other addresses. The edition that it names must be loaded.
#[must_use]
pub fn view_of(backend: &SharedBackend, url: &str) -> Option<(String, String)> {
    let (url, place) = url.split_once('#').unwrap_or((url, ""));
    let path = below(backend.origin(), url)?;
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let parameters = Parameters::parse(query);
    if let Some(view) = ROOTS.iter().find_map(|root| path.strip_prefix(root)) {
        return named(backend, &decode(view), &kept(&parameters, None, &[]));
    }
    let (lang, path) = split_language(path);
    let path = decode(path);
    let route = Route::parse(&path)?;
    let dropped = match route {
        Route::Ranking { .. } => &OF_ROWS[..],
        _ => &[],
    };
    let query = kept(&parameters, Some(lang?), dropped);
    if let Route::Share { view } = route {
        return named(backend, view, &query);
    }
    let asked = asked(backend, &path, &query, |cx, _| {
        let view = of_page(cx, route, &parameters, &decode(place));
        let view = view.ok_or_else(|| Wrong::Missing(String::new()))?;
        Ok(view.path(&cx.snapshot().catalogue))
    });
    asked.ok().map(|view| (view, query))
}

/// The view that a page shows first, or the one at a place on it.
fn of_page(cx: &PageContext, route: Route<'_>, parameters: &Parameters, place: &str) -> Option<View> {
    let catalogue = &cx.snapshot().catalogue;
    let measured = |slug, year: &str| catalogue.indicator_by_slug(slug).zip(year.parse::<i32>().ok());
    let of_province = |province, indicator| {
        let province = catalogue.provinces.by_slug(province)?;
        Some((province, catalogue.indicator_by_slug(indicator)?))
    };
    let derived = |kind, (indicator, year), province, forms: &[ViewForm]| {
        forms
            .iter()
            .map(|form| DerivedView {
                kind,
                indicator,
                year,
                province,
                form: *form,
            })
            .collect::<Vec<_>>()
    };
    let views = match route {
        Route::Ranking { indicator, year } if parameters.get("basis") == Some("rebased") => {
            let (indicator, year) = measured(indicator, year)?;
            derived(
                ViewKind::Rebased,
                (Some(indicator), Some(year)),
                None,
                &[ViewForm::Chart, ViewForm::Table],
            )
        }
        Route::Ranking { indicator, year } => return of_ranking(cx, (indicator, year), parameters, place),
        Route::Province { province } => {
            return ranked_province(cx, catalogue.provinces.by_slug(province)?, place);
        }
        Route::Since { indicator, year } => {
            let (indicator, year) = measured(indicator, year)?;
            derived(
                ViewKind::Since,
                (Some(indicator), Some(year)),
                None,
                &[ViewForm::Bars, ViewForm::Table],
            )
        }
        Route::Dispersion { indicator } => derived(
            ViewKind::Dispersion,
            (Some(catalogue.indicator_by_slug(indicator)?), None),
            None,
            &[ViewForm::Lines, ViewForm::Table],
        ),
        Route::Map { indicator, year } => {
            let (indicator, year) = measured(indicator, year)?;
            let drawn = map::drawn_kind(cx, (indicator, year), parameters)?;
            derived(
                ViewKind::Map,
                (Some(indicator), Some(year)),
                None,
                &[drawn, ViewForm::Table],
            )
        }
        Route::Compare => {
            let indicator = compare::indicator_of(cx, parameters)?;
            let kinds = [ViewForm::Lines, ViewForm::Years, ViewForm::Profile, ViewForm::Table];
            derived(ViewKind::Compare, (Some(indicator), None), None, &kinds)
        }
        Route::Why { province, indicator } => {
            let (province, indicator) = of_province(province, indicator)?;
            derived(
                ViewKind::Why,
                (Some(indicator), None),
                Some(province),
                &[ViewForm::Steps, ViewForm::Table],
            )
        }
        Route::WhatIf { province, indicator } => {
            let (province, indicator) = of_province(province, indicator)?;
            derived(
                ViewKind::WhatIf,
                (Some(indicator), None),
                Some(province),
                &[ViewForm::Steps, ViewForm::Table],
            )
        }
        Route::Overview => derived(
            ViewKind::Overview,
            (None, None),
            None,
            &[ViewForm::Heat, ViewForm::Table],
        ),
        _ => return None,
    };
    let at_place =
        |view: &DerivedView| view.form.word() == place || view.form == ViewForm::Table && place.starts_with("table");
    let (there, elsewhere): (Vec<_>, Vec<_>) = views.into_iter().partition(at_place);
    let mut views = there.into_iter().chain(elsewhere).map(View::Derived);
    views.find(|view| {
        let found = charts::find(cx, *view, (parameters, TableLayout::default()))
            .ok()
            .flatten();
        found.is_some_and(|found| view.is_table() || charts::draw(cx, &found).is_some())
    })
}

/// The address without the origin, which is compared as browsers do.
fn below<'a>(origin: &str, url: &'a str) -> Option<&'a str> {
    let (start, rest) = (url.get(..origin.len())?, url.get(origin.len()..)?);
    (start.eq_ignore_ascii_case(origin) && rest.starts_with('/')).then_some(rest)
}

/// A view named by its path, with or without the ending of a file.
fn named(backend: &SharedBackend, path: &str, query: &str) -> Option<(String, String)> {
    let folder = path.rfind('/').unwrap_or_default();
    let ending = path[folder..].find('.').map_or(path.len(), |at| folder + at);
    let path = &path[..ending];
    let found = asked(backend, path, query, |cx, _| {
        let view = View::parse(&cx.snapshot().catalogue, path);
        view.map(|view| view.path(&cx.snapshot().catalogue))
            .ok_or_else(|| Wrong::Missing(String::new()))
    });
    found.ok().map(|view| (view, query.to_owned()))
}

/// The query of a view; a page has its language in its path.
fn kept(parameters: &Parameters, lang: Option<Lang>, dropped: &[&str]) -> String {
    let mut names = [&OF_PICTURES[..], dropped].concat();
    if lang.is_some() {
        names.push("lang");
    }
    let query = parameters.without(&names);
    let query = query.trim_start_matches('?');
    match lang {
        Some(lang) if lang != Lang::default() => {
            let separator = if query.is_empty() { "" } else { "&" };
            format!("{query}{separator}lang={}", lang.code())
        }
        _ => query.to_owned(),
    }
}

/// The chart that a ranking's page shows beside its table; the table where the address leads to it.
fn of_ranking(cx: &PageContext, (slug, year): (&str, &str), parameters: &Parameters, place: &str) -> Option<View> {
    let indicator = cx.snapshot().catalogue.indicator_by_slug(slug)?;
    let year = year.parse().ok()?;
    let view = |kind| View::Ranking { indicator, year, kind };
    let found = charts::find(cx, view(RankingKind::Table), (parameters, TableLayout::default()))
        .ok()
        .flatten()?;
    let ViewData::Ranking(of) = found else {
        return None;
    };
    let key = of.table.key;
    if place == "parts" && cx.snapshot().division(indicator, (key.basis, year)).is_some() {
        return Some(View::Derived(DerivedView::parts(indicator, year, ViewForm::Bars)));
    }
    if place.starts_with("table") {
        return Some(view(RankingKind::Table));
    }
    let kinds = ranking::kinds(cx, of.table, &Trends::new(cx, of.table));
    let asked = parameters.get("chart");
    let asked = kinds.iter().find(|kind| Some(kind.word()) == asked);
    Some(view(match asked.or(kinds.first()) {
        Some(ChartKind::Bump) => RankingKind::Bump,
        Some(ChartKind::Bars) => RankingKind::Bars,
        Some(ChartKind::Slope) => RankingKind::Slope,
        None => RankingKind::Table,
    }))
}

/// The chart at a place such as `pci-lines`; without one the first of the page.
fn ranked_province(cx: &PageContext, province: ProvinceId, place: &str) -> Option<View> {
    let drawn = |indicator, kind| {
        let view = View::Province {
            province,
            indicator,
            kind,
        };
        let found = charts::find(cx, view, (&Parameters::default(), TableLayout::default()))
            .ok()
            .flatten()?;
        (kind == ProvinceKind::Table || charts::draw(cx, &found).is_some()).then_some(view)
    };
    if place.starts_with("standing") {
        return Some(View::Derived(DerivedView::standing(province)));
    }
    let (slug, kinds) = if let Some(slug) = place.strip_suffix("-lines") {
        (slug, &[ProvinceKind::Lines][..])
    } else if let Some(slug) = place.strip_suffix("-parts") {
        (slug, &[ProvinceKind::Components][..])
    } else {
        (place, &ANY[..])
    };
    if let Some(indicator) = cx.snapshot().catalogue.indicator_by_slug(slug) {
        return kinds.iter().find_map(|kind| drawn(indicator, *kind));
    }
    let orders = [ProvinceKind::Lines, ProvinceKind::Components, ProvinceKind::Table];
    let indicators = || cx.snapshot().catalogue.indicators().map(|(id, _)| id);
    orders
        .into_iter()
        .find_map(|kind| indicators().find_map(|indicator| drawn(indicator, kind)))
}
