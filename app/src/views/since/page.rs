//! Changes over several years.

use domain::{IndicatorId, RankPolicy};
use leptos::prelude::*;
use messages::{common as m, fill, since as w};

use super::{
    content as since_shared,
    model::{self, Line, Since},
    params::{OFFERED, SinceQuery},
};
use crate::{
    ChartSize, PageResponse,
    components::{
        chart::ChartCard,
        figure::{FigureRank, SourceNotes},
        layout::{Document, Frame, Section},
        shapes,
        share::{self, SharePanel},
        sources::CitedSources,
        years::{self, YearSlider},
    },
    context::{PageContext, page_context},
    export::{View, ViewForm, data::Shared, since_view},
    query::Parameters,
    response,
    views::{error::page as error, ranking::model as ranking},
    words,
};

pub(crate) fn since(cx: &PageContext, (id, year): (IndicatorId, i32), parameters: &Parameters) -> PageResponse {
    let query = match SinceQuery::read(cx, (id, year), parameters) {
        Ok(query) => query,
        Err(bad) => return response::fail(error::bad_request(cx, &bad), 400),
    };
    let component = query.ranking.component;
    match model::since(cx, query) {
        Some(since) => response::page(view! { <SincePage since=&since/> }.into_any()),
        None => {
            let years = cx.snapshot().years(id, component);
            let years: Vec<String> = years.iter().map(ToString::to_string).collect();
            let short = cx.snapshot().catalogue.indicator(id).short.get(cx.lang());
            let text = fill!(
                m::NO_YEAR,
                cx.lang(),
                indicator = short,
                year = &year.to_string(),
                years = &years.join(", ")
            );
            response::fail(error::not_found(cx, Some(text)), 404)
        }
    }
}

/// The chart or the table where it is shared.
fn shared(cx: &PageContext, since: &Since<'_>, form: ViewForm) -> Shared<'static> {
    let key = since.table.key;
    let view = since_view(key.indicator, key.year, form);
    Shared::new(View::Derived(view), since.view_state(cx))
}

#[component]
fn SincePage<'a>(since: &'a Since<'a>) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let key = since.table.key;
    let indicator = cx.snapshot().catalogue.indicator(key.indicator);
    let drawn = since_shared::chart(cx, since);
    let state = since.state(cx);
    let state: Vec<(&str, &str)> = state.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let ranking = cx.links.ranking_with(&indicator.slug, key.year, &state);
    let back = fill!(
        w::SINCE_RANKING,
        lang,
        measure = &since.measure,
        year = &key.year.to_string()
    );
    let of_chart = shared(cx, since, ViewForm::Bars);
    let picture = drawn.as_ref();
    let picture = picture.map(|model| share::picture(cx, &of_chart, &model.title));
    let aside = drawn.map(|model| {
        let size = ChartSize { width: 480, height: 0 };
        let card = view! { <ChartCard model=&model id="chart" size shared=Some(of_chart)/> }.into_any();
        view! { <aside>{card}</aside> }
    });
    let body = view! {
        <p class="crumb"><a href=ranking>{back}</a>" › "{w::SINCE.get(lang)}</p>
        <h1>{since.title.clone()}</h1>
        <p class="lead">{since.lead.clone()}". "<b>{since.coverage.clone()}</b>". "{m::SOURCE.get(lang)}": "{indicator.publisher.get(lang)}"."</p>
        <SinceStretches since/>
        <SinceSlider since/>
        <SinceVerdict since/>
        <div class="cols">
            <section class="tablepart" aria-labelledby="table-h">
                <h2 id="table-h">{w::TABLE.get(lang)}</h2>
                <p class="small">{ranking::rank_note(cx, since.table)}{(!since.numbered && since.comparison.comparable()).then(|| format!(" {}", w::ORDER_WHY.get(lang)))}</p>
                <SinceTable since/>
                <SharePanel shared=shared(cx, since, ViewForm::Table) about=w::TABLE.get(lang)/>
                <SinceAbsent since/>
            </section>
            {aside}
        </div>
        <CitedSources sources=&since.sources.0/>
    }
    .into_any();
    let frame = Frame {
        kept: &["years", "component", "basis"],
        picture,
        ..Frame::new(
            format!("{}: {}", since.measure, since.title),
            format!("{}. {}", since.lead, since.coverage),
            Section::Rankings,
        )
    };
    view! { <Document frame>{body}</Document> }.into_any()
}

/// The stretches that are offered; one that cannot be compared says so.
#[component]
fn SinceStretches<'a>(since: &'a Since<'a>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let key = since.table.key;
    let mut all: Vec<(i32, i32)> = OFFERED.map(|years| (key.year - years, key.year)).to_vec();
    let own = (since.from, key.year);
    if !all.contains(&own) {
        all.push(own);
    }
    all.sort_by_key(|(from, to)| to - from);
    let items = all.into_iter().map(|(from, to)| {
        let words = if to - from == 1 {
            fill!(w::SINCE_ONE, lang, from = &from.to_string())
        } else {
            fill!(w::SINCE_YEARS, lang, count = &(to - from).to_string(), from = &from.to_string())
        };
        let broken = (!cx.snapshot().comparison(key, from).comparable()).then(|| {
            view! { <svg class="i" aria-hidden="true"><use href="#i-ne"/></svg><span class="vh">" "{m::NOT_COMPARABLE.get(lang)}</span> }
        });
        let href = since.link(cx, (from, to));
        view! { <a href=href aria-current=((from, to) == own).then_some("page")>{words}{broken}</a> }
    });
    view! { <nav class="tabs stretches" aria-label=w::SINCE_CHOICES.get(lang)>{items.collect_view()}</nav> }
}

/// The last year, on the line of all years.
#[component]
fn SinceSlider<'a>(since: &'a Since<'a>) -> AnyView {
    let cx = &*page_context();
    let key = since.table.key;
    let all = cx.snapshot().years(key.indicator, key.component);
    let of = (key.indicator, key.component);
    let years = years::of(cx.snapshot(), of, (&all, key.year), |year| {
        since.link(cx, (year - since.query.years, year))
    });
    view! { <YearSlider lang=cx.lang() label=w::SINCE_SLIDER years=&years/> }.into_any()
}

#[component]
fn SinceVerdict<'a>(since: &'a Since<'a>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let note = &since.verdict;
    let class = match note.comparable {
        Some(true) => "note same",
        Some(false) => "note ne",
        None => "note none",
    };
    let shape =
        (note.comparable == Some(false)).then(|| view! { <svg class="i" aria-hidden="true"><use href="#i-ne"/></svg> });
    let longest = since
        .longest
        .filter(|_| !since.comparison.comparable())
        .map(|(from, to)| {
            let words = fill!(w::SINCE_LONGEST, lang, from = &from.to_string(), to = &to.to_string());
            view! { " "<a href=since.link(cx, (from, to))>{words}</a>"." }
        });
    let none =
        (since.longest.is_none() && !since.comparison.comparable()).then(|| format!(" {}", w::NO_STRETCH.get(lang)));
    view! { <p class=class>{shape}<b>{note.since.clone()}" "{note.verdict}</b>" "{note.reason.clone()}{longest}{none}</p> }
}

#[component]
fn SinceTable<'a>(since: &'a Since<'a>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let key = since.table.key;
    let indicator = cx.snapshot().catalogue.indicator(key.indicator);
    let ranked = indicator.ranks != RankPolicy::None;
    let ends = [since.from, key.year].map(|year| year.to_string());
    let caption = fill!(
        w::CAPTION,
        lang,
        measure = &since.measure,
        from = &ends[0],
        to = &ends[1]
    );
    let of = |words: messages::Msg, year: &str| fill!(w::OF_YEAR, lang, column = words.get(lang), year = year);
    let (score, points) = if ranking::is_score(cx, since.table) {
        (m::SCORE, m::POINTS)
    } else {
        (m::COUNT, m::DIFFERENCE)
    };
    let numbered = since.numbered;
    let rows = since.lines.iter().map(|one| view! { <SinceLine since line=one/> });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=caption.clone()>
        <table class="plain since">
            <caption class="vh">{caption.clone()}</caption>
            <thead><tr>
                {numbered.then(|| view! { <th scope="col" class="num">{w::ORDER.get(lang)}</th> })}
                <th scope="col">{m::PROVINCE.get(lang)}</th>
                <th scope="col" class="num">{points.get(lang)}</th>
                <th scope="col" class="num">{of(score, &ends[0])}</th>
                <th scope="col" class="num">{of(score, &ends[1])}</th>
                {ranked.then(|| view! {
                    <th scope="col" class="num">{m::PLACES.get(lang)}</th>
                    <th scope="col" class="num">{of(m::RANK, &ends[0])}</th>
                    <th scope="col" class="num">{of(m::RANK, &ends[1])}</th>
                })}
                <th scope="col">{m::SOURCE.get(lang)}</th>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table></div>
    }
}

#[component]
fn SinceLine<'a>(since: &'a Since<'a>, line: &'a Line<'a>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let province = cx.snapshot().catalogue.provinces.get(line.row.province);
    let ranked = cx.snapshot().catalogue.indicator(since.table.key.indicator).ranks != RankPolicy::None;
    let then = match (line.then.is_empty(), &line.points.words) {
        (true, why) => {
            view! { <span class="soft" title=why.clone()>"–"<span class="vh">" "{why.clone()}</span></span> }.into_any()
        }
        (false, _) => line.then.clone().into_any(),
    };
    let rank_then = line.rank_then.map_or_else(|| "–".to_owned(), words::rank);
    let followed = line
        .followed
        .map(|_| view! { <span class="vh">" ("{m::HIGHLIGHTED.get(lang)}")"</span> });
    let order = line.order.map(|n| n.to_string());
    view! {
        <tr class=line.followed.map(|_| "me")>
            {since.numbered.then(|| view! { <td class="num">{order}</td> })}
            <th scope="row"><a href=cx.links.province(&province.slug)>{line.name.clone()}</a>{followed}</th>
            <td class="num">{shapes::change(&line.points)}</td>
            <td class="num">{then}</td>
            <td class="num">{line.now.clone()}</td>
            {ranked.then(|| view! {
                <td class="num">{shapes::change(&line.places)}</td>
                <td class="num">{rank_then}</td>
                <td class="num rank"><FigureRank lang cell=&line.rank_now said=false/></td>
            })}
            <td><SourceNotes numbers=&line.sources/></td>
        </tr>
    }
}

/// Provinces without a figure now, by reason.
#[component]
fn SinceAbsent<'a>(since: &'a Since<'a>) -> Option<AnyView> {
    let cx = &*page_context();
    let groups = ranking::absent(cx, since.table);
    crate::views::ranking::page::missing(cx, &groups)
}
