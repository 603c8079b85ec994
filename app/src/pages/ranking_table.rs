//! The table of a ranking.

use islands::TableTools;
use leptos::prelude::*;

use super::ranking::State;
use crate::{
    components::{figure, shapes},
    messages::{self as m, Msg},
    models::{
        Here,
        ranking::{Columns, RankingPage},
        ranking_query::Sort,
        ranking_rows::RankRow,
    },
};

pub(crate) fn table(here: &Here<'_>, page: &RankingPage<'_>, state: &State<'_>) -> impl IntoView {
    let lang = here.lang();
    let (year, before) = (page.query.year.to_string(), (page.query.year - 1).to_string());
    let caption = if page.columns.rank {
        m::CAPTION.fill(lang, &[&page.measure, &year, &before])
    } else {
        m::CAPTION_PLAIN.fill(lang, &[&page.measure, &year])
    };
    let columns = page.columns;
    let score = if crate::models::ranking::is_score(here, page.table) {
        m::SCORE
    } else {
        m::COUNT
    };
    let points = if crate::models::ranking::is_score(here, page.table) {
        m::POINTS
    } else {
        m::DIFFERENCE
    };
    let rank = if columns.computed {
        m::RANK_COMPUTED_HEAD
    } else {
        m::RANK
    };
    let shown = m::SHOWN.fill(lang, &[&page.rows.len().to_string(), &page.all_rows.to_string()]);
    let filtered = page.rows.len() < page.all_rows;
    let clear =
        filtered.then(|| view! { " "<a href=state.link(&[("q", ""), ("region", "")])>{m::CLEAR.get(lang)}</a> });
    let head = |sort, words, class| header(here, page, state, (sort, words, class));
    view! {
        <p class="shown"><span id="shown" role="status" data-says=m::SHOWN.get(lang) data-none=m::NO_ROWS.get(lang)>{if page.rows.is_empty() { m::NO_ROWS.get(lang).to_owned() } else { shown }}</span>{clear}
            <label class="allcols"><input type="checkbox" id="allcols"/>{m::ALL_COLUMNS.get(lang)}</label></p>
        <TableTools/>
        <div class="scroll ranking">
        <table id="ranking">
            <caption class="vh">{caption}</caption>
            <thead><tr>
                {columns.group.then(|| view! { <th scope="col" class="opt2">{m::GROUP.get(lang)}</th> })}
                {columns.rank.then(|| head(Sort::Rank, rank, "num"))}
                {head(Sort::Name, m::PROVINCE, "")}
                {head(Sort::Score, score, "num")}
                {columns.band.then(|| view! { <th scope="col" class="opt">{m::BAND.get(lang)}</th> })}
                {head(Sort::Points, points, "num opt")}
                {columns.places.then(|| head(Sort::Places, m::PLACES, "num"))}
                {columns.as_of.then(|| view! { <th scope="col" class="opt">{m::AS_OF.get(lang)}</th> })}
                {columns.trend.then(|| view! { <th scope="col" class="opt">{page.trend_head.clone()}</th> })}
                <th scope="col" class="opt">{m::SOURCE.get(lang)}</th>
            </tr></thead>
            <tbody>{page.rows.iter().map(|row| line(here, row, columns)).collect_view()}</tbody>
        </table>
        </div>
    }
}

/// A heading that sorts: a link to the same page in another order.
fn header(
    here: &Here<'_>,
    page: &RankingPage<'_>,
    state: &State<'_>,
    (sort, words, class): (Sort, Msg, &'static str),
) -> impl IntoView + use<> {
    let lang = here.lang();
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
    let title = m::SORT_BY.fill(lang, &[words.get(lang)]);
    view! {
        <th scope="col" class=class aria-sort=sorted><a href=href data-sort=sort.word() title=title>{words.get(lang)}</a></th>
    }
}

fn line(here: &Here<'_>, row: &RankRow, columns: Columns) -> impl IntoView + use<> {
    let lang = here.lang();
    let href = here.links.province(&row.slug);
    let followed = row
        .followed
        .then(|| view! { <span class="vh">" ("{m::HIGHLIGHTED.get(lang)}")"</span> });
    let [value, points, places] = row.sort_values.map(|v| v.map(|v| v.to_string()));
    let bar = row.share.map(|share| {
        // Widths as attributes: a strict policy allows no inline style.
        let width = format!("{:.1}", share * 100.0);
        let rect = format!(r#"<rect width="{width}%" height="100%"/>"#);
        view! { <svg class="bar" aria-hidden="true" inner_html=rect></svg> }
    });
    view! {
        <tr class=row.followed.then_some("me") data-k=row.key.clone()>
            {columns.group.then(|| view! { <td class="opt2">{row.group.map(|g| figure::group(lang, g))}</td> })}
            {columns.rank.then(|| view! { <td class="rank">{figure::rank(lang, &row.rank, true)}</td> })}
            <th scope="row"><a href=href>{row.name.clone()}</a>{followed}<small>{row.region.clone()}</small></th>
            <td class="num score" data-v=value>{bar}{figure::value(lang, &row.value)}</td>
            {columns.band.then(|| view! { <td class="opt">{row.band.clone()}</td> })}
            <td class="num opt" data-v=points>{shapes::change(&row.points)}</td>
            {columns.places.then(|| view! { <td class="num" data-v=places>{shapes::change(&row.places)}</td> })}
            {columns.as_of.then(|| view! { <td class="opt">{row.as_of.clone()}</td> })}
            {columns.trend.then(|| view! { <td class="opt" inner_html=row.spark.clone()></td> })}
            <td class="opt">{figure::notes(&row.sources)}</td>
        </tr>
    }
}
