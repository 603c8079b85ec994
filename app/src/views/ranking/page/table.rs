//! The table of a ranking.

use islands::TableTools;
use leptos::prelude::*;
use messages::{Msg, common as m, fill, ranking as w};

use super::state::State;
use crate::{
    components::{
        figure::{FigureRank, FigureValue, QuarterChip, SourceNotesInRow},
        shapes,
    },
    context::{PageContext, page_context},
    route::Route,
    views::ranking::{
        choice::Sort,
        model::{Columns, RankingPage},
        rows::RankRow,
    },
};

/// Where a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Table,
    Pinned,
}

#[component]
pub(super) fn RankingTable<'a>(page: &'a RankingPage<'a>, state: &'a State<'a>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let (year, before) = (page.query.year.to_string(), (page.query.year - 1).to_string());
    let caption = if page.columns.rank {
        fill!(
            m::CAPTION,
            lang,
            measure = &page.measure,
            year = &year,
            year_before = &before
        )
    } else {
        fill!(m::CAPTION_PLAIN, lang, measure = &page.measure, year = &year)
    };
    let columns = page.columns;
    let score = if crate::views::ranking::model::is_score(cx, page.table) {
        m::SCORE
    } else {
        m::COUNT
    };
    let points = if crate::views::ranking::model::is_score(cx, page.table) {
        m::POINTS
    } else {
        m::DIFFERENCE
    };
    let rank = if columns.computed {
        m::RANK_COMPUTED_HEAD
    } else {
        m::RANK
    };
    let all = page.table.rows.len();
    let filtered = page.window.count() < all;
    let clear =
        filtered.then(|| view! { " "<a href=state.link(&[("q", ""), ("region", "")])>{m::CLEAR.get(lang)}</a> });
    let head = |sort, words, class| view! { <RankingHeader page state sort words class/> };
    // The table's tools fill this in.
    let says = fill!(m::SHOWN, lang, count = "{0}", total = "{1}");
    // In the browser only whole tables are sorted and filtered.
    let tools = (!page.window.many()).then(|| view! { <TableTools/> });
    view! {
        {tools}
        <div class="scroll ranking">
        <table id="ranking">
            <caption class="vh">{caption}</caption>
            <thead><tr>
                {columns.group.then(|| view! { <th scope="col" class="opt2">{m::GROUP.get(lang)}</th> })}
                {columns.rank.then(|| head(Sort::Rank, rank, "num"))}
                {head(Sort::Name, m::PROVINCE, "")}
                <th scope="col" class="opt region">{m::REGION.get(lang)}</th>
                {head(Sort::Score, score, "num")}
                {columns.band.then(|| view! { <th scope="col" class="opt">{m::BAND.get(lang)}</th> })}
                {columns.points.then(|| head(Sort::Points, points, "num opt"))}
                {columns.places.then(|| head(Sort::Places, m::PLACES, "num"))}
                {columns.as_of.then(|| view! { <th scope="col" class="opt">{m::AS_OF.get(lang)}</th> })}
                {columns.trend.then(|| view! { <th scope="col" class="opt">{page.trend_head.clone()}</th> })}
                <th scope="col" class="opt">{m::SOURCE.get(lang)}</th>
                <th scope="col" class="opt"><span class="vh">{w::COMPARE_CHOSEN.get(lang)}</span></th>
            </tr></thead>
            <RankingPinned page/>
            <tbody>{page.rows.iter().map(|row| view! { <RankingRow row columns place=Place::Table/> }).collect_view()}</tbody>
        </table>
        </div>
        <div class="under">
            <p class="shown"><span id="shown" role="status" data-says=says data-none=m::NO_ROWS.get(lang)>{shown(cx, page)}</span>{clear}
            <label class="allcols"><input type="checkbox" id="allcols"/>{m::ALL_COLUMNS.get(lang)}</label></p>
            {page.window.ways(lang, |number| state.link(&[("page", &number.to_string())]))}
            <RankingChosenRow page/>
        </div>
    }
}

/// How many lines there are, and which of them are shown.
fn shown(cx: &PageContext, page: &RankingPage<'_>) -> String {
    let lang = cx.lang();
    if page.rows.is_empty() {
        return m::NO_ROWS.get(lang).to_owned();
    }
    if page.window.many() {
        return page.window.says(lang);
    }
    fill!(
        m::SHOWN,
        lang,
        count = &page.rows.len().to_string(),
        total = &page.table.rows.len().to_string()
    )
}

/// The followed provinces once more, above the first row, whatever their rank.
#[component]
fn RankingPinned<'a>(page: &'a RankingPage<'a>) -> Option<AnyView> {
    let lang = page_context().lang();
    if page.pinned.is_empty() {
        return None;
    }
    let rows = page.pinned.iter();
    let rows = rows.map(|row| view! { <RankingRow row columns=page.columns place=Place::Pinned/> });
    let view = view! { <tbody class="own" aria-label=w::OWN.get(lang)>{rows.collect_view()}</tbody> };
    Some(view.into_any())
}

/// Sends the chosen provinces to the comparison of this table.
#[component]
fn RankingChosenRow<'a>(page: &'a RankingPage<'a>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let (lang, key) = (cx.lang(), page.table.key);
    let indicator = cx.snapshot().catalogue.indicator(key.indicator);
    let component = (key.component != domain::ComponentId::TOTAL).then(|| {
        let slug = indicator.component(key.component).slug.clone();
        view! { <input type="hidden" name="component" value=slug/> }
    });
    let basis = (page.bases.len() > 1).then(|| view! { <input type="hidden" name="basis" value=key.basis.code()/> });
    let edition = cx
        .links
        .edition
        .map(|n| view! { <input type="hidden" name="edition" value=n.to_string()/> });
    view! {
        <form id="compare" class="chosen opt" method="get" action=cx.links.bare(Route::Compare)>
            <input type="hidden" name="indicator" value=indicator.slug.clone()/>
            {component}
            <input type="hidden" name="year" value=key.year.to_string()/>
            {basis}
            {edition}
            <button type="submit" name="choose" value="1" class="plainbtn">{w::COMPARE_CHOSEN.get(lang)}</button>
        </form>
    }
}

/// A heading that sorts: a link to the same page in another order.
#[component]
fn RankingHeader<'a>(
    page: &'a RankingPage<'a>,
    state: &'a State<'a>,
    sort: Sort,
    words: Msg,
    class: &'static str,
) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let current = page.query.sort == sort;
    let downwards = if current {
        !page.query.downwards
    } else {
        sort.downwards()
    };
    let sorted = current.then_some(if page.query.downwards {
        "descending"
    } else {
        "ascending"
    });
    let dir = if downwards { "desc" } else { "asc" };
    let href = state.link(&[("sort", sort.word()), ("dir", dir)]);
    let title = fill!(m::SORT_BY, lang, column = words.get(lang));
    view! {
        <th scope="col" class=class aria-sort=sorted><a href=href data-sort=sort.word() title=title>{words.get(lang)}</a></th>
    }
}

#[component]
fn RankingRow<'a>(row: &'a RankRow, columns: Columns, place: Place) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let href = cx.links.province(&row.slug);
    let followed = row
        .followed
        .then(|| view! { <span class="vh">" ("{m::HIGHLIGHTED.get(lang)}")"</span> });
    let [value, points, places] = row.sort_values.map(|v| v.map(|v| v.to_string()));
    // The comparison takes a province once.
    let choice = (place == Place::Table).then(|| {
        let words = fill!(w::COMPARE_THIS, lang, province = &row.name);
        view! { <input type="checkbox" form="compare" name="provinces" value=row.slug.clone() checked=row.followed aria-label=words/> }
    });
    let bar = row.share.map(|share| {
        // Widths as attributes: a strict policy allows no inline style.
        let width = format!("{:.1}", share * 100.0);
        let rect = format!(r#"<rect width="{width}%" height="100%"/>"#);
        view! { <svg class="bar" aria-hidden="true" inner_html=rect></svg> }
    });
    view! {
        <tr class=row.followed.then_some("me") data-k=row.key.clone()>
            {columns.group.then(|| view! { <td class="opt2">{row.group.map(|g| view! { <QuarterChip lang group=g/> }.into_any())}</td> })}
            {columns.rank.then(|| view! { <td class="rank"><FigureRank lang cell=&row.rank said=true/></td> })}
            <th scope="row"><a href=href>{row.name.clone()}</a>{followed}</th>
            <td class="opt region">{row.region.clone()}</td>
            <td class="num score" data-v=value>{bar}<FigureValue lang cell=&row.value/></td>
            {columns.band.then(|| view! { <td class="opt">{row.band.clone()}</td> })}
            {columns.points.then(|| view! { <td class="num opt" data-v=points>{shapes::change(&row.points)}</td> })}
            {columns.places.then(|| view! { <td class="num" data-v=places>{shapes::change(&row.places)}</td> })}
            {columns.as_of.then(|| view! { <td class="opt">{row.as_of.clone()}</td> })}
            {columns.trend.then(|| view! { <td class="opt" inner_html=row.spark.clone()></td> })}
            <td class="opt"><SourceNotesInRow lang numbers=&row.sources/></td>
            <td class="opt">{choice}</td>
        </tr>
    }
}
