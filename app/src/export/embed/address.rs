//! From the address of a page of ours to the view that it shows.

use domain::{Lang, ProvinceId};

use super::super::{
    DerivedView, ProvinceKind, RankingKind, View, charts,
    make::{Wrong, asked},
};
use crate::{
    Backend,
    context::PageContext,
    findings::trends::Trends,
    links::with_query,
    query::{Parameters, decode},
    render::split_language,
    views::ranking::{model as ranking, params::ChartKind},
};

/// Parameters that say what is shown and how. Sizes are the frame's to choose.
const KEPT: [&str; 10] = [
    "component",
    "basis",
    "region",
    "highlight",
    "year",
    "theme",
    "title",
    "notes",
    "lang",
    "edition",
];
/// What a place that names an indicator alone may show, the first that can be drawn.
const ANY: [ProvinceKind; 4] = [
    ProvinceKind::Combined,
    ProvinceKind::Lines,
    ProvinceKind::Components,
    ProvinceKind::Table,
];
/// Roots below which an address names a view itself.
const ROOTS: [&str; 2] = ["/embed/", "/charts/"];

/// Path and query of the view that an address of ours shows: of a page with charts, of an embed, a picture, a
/// file, a page for sharing. Nothing for other addresses. The edition that it names must be on the shelf.
#[must_use]
pub fn view_of(backend: &dyn Backend, url: &str) -> Option<(String, String)> {
    let (url, place) = url.split_once('#').unwrap_or((url, ""));
    let path = below(backend.origin(), url)?;
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let parameters = Parameters::parse(query);
    if let Some(view) = ROOTS.iter().find_map(|root| path.strip_prefix(root)) {
        return named(backend, &decode(view), &kept(&parameters, None));
    }
    let (lang, path) = split_language(path);
    let query = kept(&parameters, Some(lang?));
    let path = decode(path);
    if let Some(view) = path.strip_prefix("/share/") {
        return named(backend, view, &query);
    }
    let asked = asked(backend, &path, &query, |cx, _| {
        let view = match path.split('/').skip(1).collect::<Vec<_>>()[..] {
            ["rankings", slug, year] => of_ranking(cx, (slug, year), &parameters, place),
            ["provinces", slug] => {
                let province = cx.snapshot.catalogue.provinces.by_slug(slug);
                province.and_then(|province| of_province(cx, province, place))
            }
            _ => None,
        };
        let view = view.ok_or_else(|| Wrong::Missing(String::new()))?;
        Ok(view.path(&cx.snapshot.catalogue))
    });
    asked.ok().map(|view| (view, query))
}

/// The address without the origin, which is compared as browsers do.
fn below<'a>(origin: &str, url: &'a str) -> Option<&'a str> {
    let (start, rest) = (url.get(..origin.len())?, url.get(origin.len()..)?);
    (start.eq_ignore_ascii_case(origin) && rest.starts_with('/')).then_some(rest)
}

/// A view named by its path, with or without the ending of a file.
fn named(backend: &dyn Backend, path: &str, query: &str) -> Option<(String, String)> {
    let folder = path.rfind('/').unwrap_or_default();
    let ending = path[folder..].find('.').map_or(path.len(), |at| folder + at);
    let path = &path[..ending];
    let found = asked(backend, path, query, |cx, _| {
        let view = View::parse(&cx.snapshot.catalogue, path);
        view.map(|view| view.path(&cx.snapshot.catalogue))
            .ok_or_else(|| Wrong::Missing(String::new()))
    });
    found.ok().map(|view| (view, query.to_owned()))
}

/// The query of a view; a page has its language in its path.
fn kept(parameters: &Parameters, lang: Option<Lang>) -> String {
    let lang = lang.map(|lang| if lang == Lang::default() { "" } else { lang.code() });
    let all = KEPT.map(|name| match (name, lang) {
        ("lang", Some(lang)) => (name, lang),
        _ => (name, parameters.get(name).unwrap_or_default()),
    });
    with_query("", &all).trim_start_matches('?').to_owned()
}

/// The chart that a ranking's page shows beside its table; the table where the address leads to it.
fn of_ranking(cx: &PageContext<'_>, (slug, year): (&str, &str), parameters: &Parameters, place: &str) -> Option<View> {
    let indicator = cx.snapshot.catalogue.indicator_by_slug(slug)?;
    let year = year.parse().ok()?;
    let view = |kind| View::Ranking { indicator, year, kind };
    let found = charts::find(cx, view(RankingKind::Table), parameters, &mut Vec::new())?;
    let charts::ViewData::Ranking(of) = found else {
        return None;
    };
    let key = of.table.key;
    if place == "parts" && cx.snapshot.division(indicator, (key.basis, year)).is_some() {
        return Some(View::Derived(DerivedView::parts(indicator, year, "bars")));
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
fn of_province(cx: &PageContext<'_>, province: ProvinceId, place: &str) -> Option<View> {
    let drawn = |indicator, kind| {
        let view = View::Province {
            province,
            indicator,
            kind,
        };
        let found = charts::find(cx, view, &Parameters::default(), &mut Vec::new())?;
        (kind == ProvinceKind::Table || charts::draw(cx, &found).is_some()).then_some(view)
    };
    let place = decode(place);
    let (slug, kinds) = if let Some(slug) = place.strip_suffix("-lines") {
        (slug, &[ProvinceKind::Lines][..])
    } else if let Some(slug) = place.strip_suffix("-parts") {
        (slug, &[ProvinceKind::Components][..])
    } else {
        (place.as_str(), &ANY[..])
    };
    if let Some(indicator) = cx.snapshot.catalogue.indicator_by_slug(slug) {
        return kinds.iter().find_map(|kind| drawn(indicator, *kind));
    }
    let orders = [ProvinceKind::Lines, ProvinceKind::Components, ProvinceKind::Table];
    let indicators = || cx.snapshot.catalogue.indicators().map(|(id, _)| id);
    orders
        .into_iter()
        .find_map(|kind| indicators().find_map(|indicator| drawn(indicator, kind)))
}
