//! A request in, a whole page out.

use messages::{common as m, fill};
use std::sync::Arc;

use domain::{ComponentId, IndicatorId, Lang, ProvinceList};
use leptos::{prelude::*, reactive::owner::Owner};

use crate::{
    SharedBackend,
    components::{added::ChartAdded, follow::ProvinceFollowed},
    context::PageContext,
    export::RefreshReport,
    links::{Links, NO_PROVINCE},
    problem::without_figures,
    query::{BadParameter, Parameters},
    response::{Body, Cache, ContentOnly, PageResponse, fail, page, redirect, split_language},
    route::Route,
    views::{
        api_reference::{model::ApiEndpoint, page::ApiReference},
        embedding::page::EmbeddingView,
        indicator::page::{IndicatorView, IndicatorsView},
        province::page::ProvinceView,
        provinces::page::ProvincesView,
        ranking::{model as ranking, page::RankingView, params::RankingQuery},
        refreshed::page::{NotRefreshed, RefreshedPage},
        search::page::{SearchView, Suggestions},
    },
};

/// What was asked for.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// Path, percent-encoded as it came, such as `/vi/rankings/pci/2016`.
    pub path: &'a str,
    /// Query without the question mark; may be empty.
    pub query: &'a str,
}

/// Answers a request.
#[must_use]
pub fn render(backend: &SharedBackend, request: &Request<'_>) -> PageResponse {
    within(backend, request, route)
}

/// Answers with the content of a page alone, for a page that is already there.
#[must_use]
pub fn content(backend: &SharedBackend, request: &Request<'_>) -> PageResponse {
    within(backend, request, |cx, parameters| {
        provide_context(ContentOnly);
        route(cx, parameters)
    })
}

/// Says that a chart is in the reader's deck, which has this number of charts now.
#[must_use]
pub fn chart_added(backend: &SharedBackend, lang: Lang, charts: usize) -> PageResponse {
    sentence(backend, lang, |_| view! { <ChartAdded charts/> }.into_any())
}

/// Says which province the reader's browser remembers; that it remembers none if there is no such.
#[must_use]
pub fn province_followed(backend: &SharedBackend, lang: Lang, slug: &str) -> PageResponse {
    sentence(backend, lang, |cx| {
        let province = cx.snapshot().catalogue.provinces.by_slug(slug);
        view! { <ProvinceFollowed province/> }.into_any()
    })
}

fn sentence(backend: &SharedBackend, lang: Lang, view: impl FnOnce(&PageContext) -> AnyView) -> PageResponse {
    let path = format!("/{}", lang.code());
    let request = Request { path: &path, query: "" };
    within(backend, &request, |cx, _| {
        provide_context(ContentOnly);
        page(view(cx))
    })
}

/// Returns the reference of the public API, whose texts are in the language of the address. Language and edition are
/// settled as in [`render`].
#[must_use]
pub fn api_reference(backend: &SharedBackend, request: &Request<'_>, endpoints: &[ApiEndpoint]) -> PageResponse {
    within(backend, request, |_, _| {
        page(view! { <ApiReference endpoints/> }.into_any())
    })
}

/// The report on an uploaded deck, with the address of the file if anything in it changed; why it could not be refreshed
/// otherwise.
#[must_use]
pub fn refreshed(
    backend: &SharedBackend,
    lang: Lang,
    outcome: Result<(&RefreshReport, Option<&str>), (&str, u16)>,
) -> PageResponse {
    let path = format!("/{}{}", lang.code(), Route::Deck.path());
    within(backend, &Request { path: &path, query: "" }, |_, _| match outcome {
        Ok((report, file)) => PageResponse {
            cache: Cache::NoStore,
            ..page(view! { <RefreshedPage report file/> }.into_any())
        },
        Err((why, status)) => fail(view! { <NotRefreshed why/> }.into_any(), status),
    })
}

/// The briefing at an address such as `/vi/provinces/nghe-an/briefing`, with or without `.pdf` behind it.
///
/// # Errors
/// A page that says what is wrong with the address, with status 400 or 404; 503 without any edition.
pub fn briefing(backend: &SharedBackend, path: &str, query: &str) -> Result<domain::briefing::Briefing, PageResponse> {
    let mut made = None;
    let request = Request { path, query };
    let response = within(
        backend,
        &request,
        |cx, _| match crate::views::briefing::content::place(cx) {
            Some(place) => {
                made = Some(crate::views::briefing::content::briefing(cx, place));
                redirect(String::new())
            }
            None => fail(crate::views::error::page::not_found(cx, None), 404),
        },
    );
    made.ok_or(response)
}

/// Settles language and edition, and lets `make` answer there.
fn within(
    backend: &SharedBackend,
    request: &Request<'_>,
    make: impl FnOnce(&PageContext, &Parameters) -> PageResponse,
) -> PageResponse {
    let parameters = Parameters::parse(request.query);
    let (lang, path) = split_language(request.path);
    let newest = backend.snapshot(None);
    let Some(newest) = newest else {
        return without_figures();
    };
    let pinned = parameters
        .get("edition")
        .map(|text| text.parse::<u32>().map_err(|_| text.to_owned()));
    let (edition, problem) = match pinned {
        None => (None, None),
        Some(Ok(number)) => (Some(number), None),
        Some(Err(text)) => (
            None,
            Some(BadParameter::new(
                lang.unwrap_or_default(),
                "edition",
                &text,
                m::EXPECT_EDITION,
            )),
        ),
    };
    let found = edition.map_or_else(|| Some(Arc::clone(&newest)), |n| backend.snapshot(Some(n)));
    let links = Links {
        lang: lang.unwrap_or_default(),
        edition: edition.filter(|_| found.is_some()),
        unmarked: parameters.get("highlight") == Some(NO_PROVINCE),
    };
    let snapshot = found.as_ref().unwrap_or(&newest);
    let cx = PageContext::new(backend, Arc::clone(snapshot), links, (path, request.query));
    // Rendering needs an owner for its reactive state; nothing of it outlives the page.
    let owner = Owner::new_root(None);
    owner.with(|| {
        cx.provide();
        if lang.is_none() {
            return fail(
                crate::views::error::page::not_found(
                    &cx,
                    Some(fill!(
                        m::NOT_FOUND_TEXT,
                        Lang::Vi,
                        address = &crate::query::decode(request.path)
                    )),
                ),
                404,
            );
        }
        if let Some(problem) = problem {
            return fail(crate::views::error::page::bad_request(&cx, &problem.into()), 400);
        }
        if found.is_none() {
            let asked = edition.map(|n| n.to_string()).unwrap_or_default();
            let text = fill!(
                m::NO_EDITION,
                cx.lang(),
                edition = &asked,
                edition_newest = &newest.edition.number.to_string()
            );
            return fail(crate::views::error::page::not_found(&cx, Some(text)), 404);
        }
        make(&cx, &parameters)
    })
}

fn route(cx: &PageContext, parameters: &Parameters) -> PageResponse {
    use crate::views;

    let not_found = || fail(views::error::page::not_found(cx, None), 404);
    let catalogue = &cx.snapshot().catalogue;
    let indicator = |slug| catalogue.indicator_by_slug(slug);
    let province = |slug| catalogue.provinces.by_slug(slug);
    let measured = |slug, year: &str| indicator(slug).zip(year.parse::<i32>().ok());
    let path = crate::query::decode(cx.path());
    let Some(route) = Route::parse(&path) else {
        return not_found();
    };
    // Not found: what the path names is not among the figures.
    let found = match route {
        Route::Overview => Some(views::overview::page::overview(cx, parameters)),
        Route::Rankings => Some(to_ranking(cx, parameters)),
        Route::IndicatorRanking { indicator: slug } => indicator(slug)
            .and_then(|id| cx.snapshot().fullest_table(id))
            .map(|table| redirect(ranking::address(cx, table))),
        Route::Ranking { indicator, year } => measured(indicator, year).map(|of| {
            if parameters.get("basis") == Some("rebased") {
                views::rebased::page::rebased(cx, of, parameters)
            } else {
                ranking_page(cx, of, parameters)
            }
        }),
        Route::Since { indicator, year } => {
            measured(indicator, year).map(|of| views::since::page::since(cx, of, parameters))
        }
        Route::Dispersion { indicator: slug } => indicator(slug).map(|id| views::dispersion::page::dispersion(cx, id)),
        Route::Maps => Some(views::map::page::first(cx)),
        Route::Map { indicator, year } => measured(indicator, year).map(|of| views::map::page::map(cx, of, parameters)),
        Route::Compare => Some(views::compare::page::compare(cx, parameters)),
        Route::Provinces => Some(page(view! { <ProvincesView/> }.into_any())),
        Route::Province { province: slug } => province(slug).map(|id| page(view! { <ProvinceView id/> }.into_any())),
        Route::Why {
            province: slug,
            indicator: of,
        } => province(slug)
            .zip(indicator(of))
            .map(|of| views::why::page::why(cx, of, parameters)),
        Route::WhatIf {
            province: slug,
            indicator: of,
        } => province(slug)
            .zip(indicator(of))
            .map(|of| views::what_if::page::what_if(cx, of, parameters)),
        Route::ProvinceBriefing { .. } | Route::RegionBriefing { .. } | Route::NationalBriefing => {
            views::briefing::content::place(cx).map(|place| views::briefing::page::briefing(cx, place, parameters))
        }
        Route::Indicators => Some(page(view! { <IndicatorsView/> }.into_any())),
        Route::Indicator { indicator: slug } => {
            indicator(slug).map(|id| page(view! { <IndicatorView id/> }.into_any()))
        }
        Route::Sources => Some(views::sources::page::all(cx, parameters)),
        Route::Search => Some(page(view! { <SearchView query=shortened(parameters)/> }.into_any())),
        Route::Suggestions => Some(PageResponse {
            status: 200,
            body: Body::Fragment(
                view! { <Suggestions query=shortened(parameters)/> }
                    .into_any()
                    .to_html(),
            ),
            cache: Cache::Revalidate,
        }),
        Route::Share { view } => Some(views::share::page::share(cx, view)),
        Route::Deck => Some(views::deck::page::deck(cx, parameters)),
        Route::Decks => Some(views::decks::page::decks(cx, parameters)),
        Route::ReadyDeck { deck } => Some(views::decks::page::open(cx, &deck.split('/').collect::<Vec<_>>())),
        Route::Slideshow => Some(views::slideshow::page::slideshow(cx, parameters)),
        Route::Embedding => Some(page(view! { <EmbeddingView/> }.into_any())),
        Route::Cited => Some(views::cited::page::cited(cx, parameters)),
        Route::Feeds => Some(views::feeds::page::feeds(cx, &[], parameters)),
        Route::Feed { feed } => Some(views::feeds::page::feeds(
            cx,
            &feed.split('/').collect::<Vec<_>>(),
            parameters,
        )),
    };
    found.unwrap_or_else(not_found)
}

/// What is searched for; anything longer than the longest name with a province and a year is cut.
fn shortened(parameters: &Parameters) -> &str {
    let text = parameters.get("q").unwrap_or_default();
    text.char_indices().nth(120).map_or(text, |(end, _)| &text[..end])
}

/// The form above a table names indicator and year as parameters; the address of a
/// ranking has them in its path.
fn to_ranking(cx: &PageContext, parameters: &Parameters) -> PageResponse {
    let catalogue = &cx.snapshot().catalogue;
    let lang = cx.lang();
    let id = match parameters.get("indicator") {
        None => Some(IndicatorId(0)).filter(|_| !catalogue.indicators.is_empty()),
        Some(slug) => catalogue.indicator_by_slug(slug),
    };
    let Some(id) = id else {
        let found = parameters.get("indicator").unwrap_or_default();
        return fail(
            crate::views::error::page::bad_request(
                cx,
                &BadParameter::new(lang, "indicator", found, m::EXPECT_INDICATOR).into(),
            ),
            400,
        );
    };
    let years = cx.snapshot().years(id, ComponentId::TOTAL);
    let asked = match parameters.get("year").map(str::parse::<i32>) {
        Some(Err(_)) => {
            let found = parameters.get("year").unwrap_or_default();
            return fail(
                crate::views::error::page::bad_request(
                    cx,
                    &BadParameter::new(lang, "year", found, m::EXPECT_YEAR).into(),
                ),
                400,
            );
        }
        Some(Ok(year)) => Some(year),
        None => None,
    };
    let year = asked
        .filter(|y| years.contains(y))
        .or_else(|| cx.snapshot().default_year(id))
        .unwrap_or_default();
    // A component, a basis and a region of another indicator or year do not travel along.
    let indicator = catalogue.indicator(id);
    let component = parameters.get("component").unwrap_or_default();
    let component = indicator
        .component_by_slug(component)
        .filter(|c| cx.snapshot().years(id, *c).contains(&year));
    let component = component
        .filter(|c| *c != ComponentId::TOTAL)
        .map_or("", |c| &indicator.component(c).slug);
    let basis = parameters.get("basis").unwrap_or_default();
    let bases = cx.snapshot().bases(id, ComponentId::TOTAL, year);
    let rebased = basis == "rebased" && bases.contains(&ProvinceList::Before2025);
    let basis = if rebased || bases.len() > 1 && bases.iter().any(|b| b.code() == basis) {
        basis
    } else {
        ""
    };
    let keep = |name: &str| parameters.get(name).unwrap_or_default().to_owned();
    let (mut region, name, mut highlight) = (keep("region"), keep("q"), keep("highlight"));
    // Who chose to mark no province is not given the remembered one.
    if highlight.is_empty() && parameters.names("highlight") {
        highlight = NO_PROVINCE.to_owned();
    }
    // Regions of the one list do not travel to the other.
    let list = if rebased {
        Some(ProvinceList::Since2025)
    } else {
        ProvinceList::from_code(basis)
    };
    let list = list.or(bases.first().copied());
    let elsewhere = |id| {
        let scheme = &catalogue.provinces.region(id).scheme;
        let schemes = [ProvinceList::Before2025, ProvinceList::Since2025].map(ProvinceList::scheme);
        schemes.contains(&scheme.as_str()) && list.is_some_and(|list| list.scheme() != scheme)
    };
    if catalogue.provinces.region_by_slug(&region).is_some_and(elsewhere) {
        region.clear();
    }
    let all = [
        ("component", component),
        ("region", &region),
        ("q", &name),
        ("basis", basis),
        ("highlight", &highlight),
    ];
    redirect(cx.links.ranking_with(&indicator.slug, year, &all))
}

fn ranking_page(cx: &PageContext, (id, year): (IndicatorId, i32), parameters: &Parameters) -> PageResponse {
    let query = match RankingQuery::read(cx, (id, year), parameters) {
        Ok(query) => query,
        Err(bad) => return fail(crate::views::error::page::bad_request(cx, &bad), 400),
    };
    let component = query.component;
    match ranking::ranking(cx, query) {
        Some(model) => page(view! { <RankingView page=&model/> }.into_any()),
        None => {
            let years: Vec<String> = cx
                .snapshot()
                .years(id, component)
                .iter()
                .map(ToString::to_string)
                .collect();
            let short = cx.snapshot().catalogue.indicator(id).short.get(cx.lang());
            let text = fill!(
                m::NO_YEAR,
                cx.lang(),
                indicator = short,
                year = &year.to_string(),
                years = &years.join(", ")
            );
            fail(crate::views::error::page::not_found(cx, Some(text)), 404)
        }
    }
}
