//! The list of indicators, and the page of one: what it measures and what may be compared.

use leptos::prelude::*;
use messages::{arguments, common as m, dispersion::TO_DISPERSION, fill};

use domain::{ComponentId, Indicator, IndicatorId, Kind};

use super::model;
use crate::{
    components::{
        dataset_ld::Dataset,
        layout::{Document, Frame, Section},
        ways::FeedLink,
    },
    context::{PageContext, page_context},
    views::{dispersion::model::dispersion, feeds::model::Followed},
    words,
};

#[component]
pub(crate) fn IndicatorsView() -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let items = cx.snapshot().catalogue.indicators().map(|(id, indicator)| {
        let years = cx.snapshot().years(id, ComponentId::TOTAL);
        let span = years
            .first()
            .zip(years.last())
            .map(|(a, b)| if a == b { a.to_string() } else { format!("{a}–{b}") });
        let long = (indicator.name != indicator.short).then(|| format!(" – {}", indicator.name.get(lang)));
        let first = indicator
            .description
            .get(lang)
            .split_inclusive(". ")
            .next()
            .unwrap_or_default()
            .trim()
            .to_owned();
        view! {
            <li><a href=cx.links.indicator(&indicator.slug)><b>{indicator.short.get(lang)}</b>{long}</a>
                <p>{first}</p><small>{indicator.publisher.get(lang)}{span.map(|s| format!(" · {s}"))}</small></li>
        }
    });
    let title = m::INDICATORS.get(lang);
    let body = view! {
        <h1>{title}</h1>
        <p class="lead">{m::INDICATORS_LEAD.get(lang)}</p>
        <ul class="cards">{items.collect_view()}</ul>
    }
    .into_any();
    view! { <Document frame=Frame::new(title, m::INDICATORS_LEAD.get(lang), Section::Indicators)>{body}</Document> }
        .into_any()
}

#[component]
pub(crate) fn IndicatorView(id: IndicatorId) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let about = cx.snapshot().catalogue.indicator(id);
    let newest = cx.snapshot().default_table(id).map(|table| {
        let year = table.key.year.to_string();
        let words = fill!(m::SEE_RANKING, lang, indicator = about.short.get(lang), year = &year);
        view! { <p><a class="btn" href=cx.links.ranking(&about.slug, table.key.year)>{words}</a></p> }
    });
    let apart = dispersion(cx, id).map(|_| {
        let words = fill!(TO_DISPERSION, lang, indicator = about.short.get(lang));
        view! { <p><a href=cx.links.dispersion(&about.slug)>{words}</a></p> }
    });
    let year = cx
        .snapshot()
        .years(id, ComponentId::TOTAL)
        .last()
        .map(ToString::to_string)
        .unwrap_or_default();
    let citation = about.citation.get(lang).replace("{year}", &year);
    let body = view! {
        <p class="crumb"><a href=cx.links.indicators()>{m::INDICATORS.get(lang)}</a>" › "{about.short.get(lang)}</p>
        <h1>{about.name.get(lang)}</h1>
        {newest}
        {apart}
        <FeedLink followed=Followed::Indicator(id)/>
        <h2>{m::MEASURES.get(lang)}</h2>
        <p class="prose">{about.description.get(lang)}</p>
        <dl class="facts">
            <dt>{m::PUBLISHER.get(lang)}</dt><dd>{about.publisher.get(lang)}</dd>
            <dt>{m::UNIT_SCALE.get(lang)}</dt><dd>{scale(cx, about)}</dd>
            <dt>{m::LICENCE.get(lang)}</dt><dd>{about.licence.get(lang)}</dd>
            <dt>{m::CITATION.get(lang)}</dt><dd>{citation.clone()}</dd>
        </dl>
        <IndicatorMethods id/>
        <Comparability id/>
        <IndicatorCoverage id/>
        <IndicatorComponents about/>
        <IndicatorBands about/>
    }
    .into_any();
    let frame = Frame {
        feed: Some(Followed::Indicator(id).paths(cx).1),
        dataset: Some(dataset(cx, id, citation)),
        ..Frame::new(about.name.get(lang), about.description.get(lang), Section::Indicators)
    };
    view! { <Document frame>{body}</Document> }.into_any()
}

/// All figures of the indicator; the API has them in pages.
fn dataset(cx: &PageContext, id: IndicatorId, citation: String) -> Dataset {
    let lang = cx.lang();
    let about = cx.snapshot().catalogue.indicator(id);
    let years = cx.snapshot().years(id, ComponentId::TOTAL);
    let ends = years.first().zip(years.last());
    let file = |format: &str| format!("/api/v1/figures?indicator={}{format}", about.slug);
    Dataset {
        name: about.name.get(lang).to_owned(),
        publisher: about.publisher.get(lang).to_owned(),
        years: ends.map_or_else(String::new, |(first, last)| match first == last {
            true => first.to_string(),
            false => format!("{first}/{last}"),
        }),
        files: vec![("text/csv", file("&format=csv")), ("application/json", file(""))],
        licence: about.licence.get(lang).to_owned(),
        citation,
        measured: about
            .components()
            .map(|(_, part)| part.name.get(lang).to_owned())
            .collect(),
    }
}

fn scale(cx: &PageContext, about: &Indicator) -> String {
    let lang = cx.lang();
    let mut parts = Vec::new();
    match about.scale {
        Some((min, max)) => {
            let ends = [min, max].map(|v| domain::number::format(lang, v, u8::from(v.fract() != 0.0)));
            let words = if about.unit == domain::Unit::Percent {
                m::SCALE_PERCENT
            } else {
                m::SCALE_POINTS
            };
            parts.push(words.fill(lang, &arguments![low = &ends[0], high = &ends[1]]));
        }
        None => parts.push(words::unit(lang, about, ComponentId::TOTAL)),
    }
    match about.direction {
        domain::Direction::Higher => parts.push(m::HIGHER.get(lang).to_owned()),
        domain::Direction::Lower => parts.push(m::LOWER.get(lang).to_owned()),
        domain::Direction::Neutral => {}
    }
    if about.kind != Kind::Score {
        parts.push(m::NO_RANKING.get(lang).to_owned());
    }
    parts.join("; ")
}

#[component]
fn IndicatorMethods(id: IndicatorId) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let rows = model::methods(cx, id).into_iter().map(|line| {
        view! { <tr><th scope="row">{line.years}</th><td>{line.name}<small>{line.summary}</small></td><td>{line.decision}</td></tr> }
    });
    view! {
        <h2 id="methods">{m::METHODS.get(lang)}</h2>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="methods">
        <table class="plain"><caption class="vh">{m::METHODS.get(lang)}</caption>
            <thead><tr><th scope="col">{m::YEARS.get(lang)}</th><th scope="col">{m::METHOD.get(lang)}</th><th scope="col">{m::DECISION_WORD.get(lang)}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody></table></div>
    }
}

#[component]
fn Comparability(id: IndicatorId) -> Option<AnyView> {
    let cx = &*page_context();
    let lang = cx.lang();
    let pairs = model::pairs(cx, id);
    if pairs.is_empty() {
        return None;
    }
    let rows = pairs.into_iter().map(|pair| {
        let shape = (!pair.verdict.comparable()).then(|| view! { <svg class="i" aria-hidden="true"><use href="#i-ne"/></svg> });
        let class = if pair.verdict.comparable() { "verdict same" } else { "verdict ne" };
        view! {
            <tr><th scope="row">{pair.from}" → "{pair.to}</th><td class=class>{shape}{pair.words}</td><td>{pair.reason}</td></tr>
        }
    });
    let view = view! {
        <h2 id="compare">{m::COMPARABILITY.get(lang)}</h2>
        <p class="prose">{m::COMPARABILITY_LEAD.get(lang)}</p>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="compare">
        <table class="plain"><caption class="vh">{m::COMPARABILITY.get(lang)}</caption>
            <thead><tr><th scope="col">{m::PAIR.get(lang)}</th><th scope="col">{m::VERDICT.get(lang)}</th><th scope="col">{m::REASON.get(lang)}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody></table></div>
    };
    Some(view.into_any())
}

#[component]
fn IndicatorCoverage(id: IndicatorId) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let lines = model::coverage(cx, id);
    let rows = lines.into_iter().rev().map(|line| {
        let of = |n: usize| format!("{n}/{}", line.expected);
        view! {
            <tr><th scope="row"><a href=line.link.clone()>{line.year}</a></th><td class="num">{line.basis}</td>
                <td class="num">{of(line.figures)}</td><td class="num">{of(line.scores)}</td><td class="num">{of(line.ranks)}</td></tr>
        }
    });
    view! {
        <h2 id="coverage">{m::COVERAGE_BY_YEAR.get(lang)}</h2>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="coverage">
        <table class="plain narrow"><caption class="vh">{m::COVERAGE_BY_YEAR.get(lang)}</caption>
            <thead><tr><th scope="col">{m::YEAR.get(lang)}</th><th scope="col" class="num">{m::BASIS.get(lang)}</th>
                <th scope="col" class="num">{m::WITH_FIGURE.get(lang)}</th><th scope="col" class="num">{m::WITH_SCORE.get(lang)}</th><th scope="col" class="num">{m::WITH_RANK.get(lang)}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody></table></div>
    }
}

#[component]
fn IndicatorComponents<'a>(about: &'a Indicator) -> Option<AnyView> {
    let cx = &*page_context();
    let lang = cx.lang();
    if about.components.len() < 2 {
        return None;
    }
    let rows = about.components().skip(1).map(|(_, part)| {
        let names: Vec<String> = part
            .names
            .iter()
            .map(|(span, name)| format!("{}: {}", model::span(lang, *span), name.get(lang)))
            .collect();
        let maxima: Vec<String> = part
            .maxima
            .iter()
            .map(|(span, max)| {
                format!(
                    "{} ({})",
                    domain::number::format(lang, *max, u8::from(max.fract() != 0.0)),
                    model::span(lang, *span)
                )
            })
            .collect();
        let years: Vec<String> = part.spans().map(|years| model::span(lang, years)).collect();
        let block = part.block.then(|| m::BLOCK.get(lang));
        let class = if part.parent.is_some() { "sub" } else { "" };
        view! {
            <tr><th scope="row" class=class>{part.name.get(lang)}
                    {(!names.is_empty()).then(|| view! { <small>{names.join("; ")}</small> })}
                    {block.map(|b| view! { <small>{b}</small> })}</th>
                <td>{years.join("; ")}</td><td>{maxima.join("; ")}</td></tr>
        }
    });
    let view = view! {
        <h2 id="components">{m::COMPONENTS.get(lang)}</h2>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="components">
        <table class="plain"><caption class="vh">{m::COMPONENTS.get(lang)}</caption>
            <thead><tr><th scope="col">{m::COMPONENT.get(lang)}</th><th scope="col">{m::YEARS.get(lang)}</th><th scope="col">{m::MAXIMUM.get(lang)}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody></table></div>
    };
    Some(view.into_any())
}

#[component]
fn IndicatorBands<'a>(about: &'a Indicator) -> Option<AnyView> {
    let cx = &*page_context();
    let lang = cx.lang();
    if about.bands.is_empty() {
        return None;
    }
    let rows = about.bands.iter().map(|bands| {
        let cuts: Vec<String> = bands
            .cuts
            .iter()
            .map(|(label, min)| {
                format!(
                    "{label} ≥ {}",
                    domain::number::format(lang, *min, u8::from(min.fract() != 0.0))
                )
            })
            .collect();
        view! { <tr><th scope="row">{model::span(lang, bands.span)}</th><td>{cuts.join("; ")}</td></tr> }
    });
    let view = view! {
        <h2 id="bands">{m::BANDS.get(lang)}</h2>
        <p class="prose">{m::BANDS_LEAD.get(lang)}</p>
        <table class="plain narrow"><caption class="vh">{m::BANDS.get(lang)}</caption>
            <thead><tr><th scope="col">{m::YEARS.get(lang)}</th><th scope="col">{m::BAND.get(lang)}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody></table>
    };
    Some(view.into_any())
}
