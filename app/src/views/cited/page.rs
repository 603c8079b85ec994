//! The page that answers whether cited figures are still right.

use domain::{data_table::DataSource, revision::CellChange};
use leptos::prelude::*;
use messages::{cited as w, fill};

use super::{
    model::{self, CitedView, LaterEdition, Outcome},
    params::{Asked, CitedQuery},
};
use crate::{
    PageResponse,
    components::layout::{Document, Frame, Section},
    context::{PageContext, page_context},
    export::Export,
    links::with_query,
    query::Parameters,
    response,
    route::Route,
    views::error::page as error,
};

/// Most lines of a table of changes; a corrected method changes thousands.
const MOST_CHANGES: usize = 200;

pub(crate) fn cited(cx: &PageContext, parameters: &Parameters) -> PageResponse {
    let newest = cx.newest();
    let asked = match CitedQuery::read(cx, parameters) {
        Ok(asked) => asked,
        Err(bad) => return response::fail(error::bad_request(&newest, &bad), 400),
    };
    let query = match asked {
        Asked::Form => {
            newest.provide();
            return response::page(view! { <FormPage/> }.into_any());
        }
        Asked::Under(edition) => {
            let edition = edition.to_string();
            let views = parameters.all("view").map(|view| ("view", view));
            let all: Vec<(&str, &str)> = views.chain([("edition", edition.as_str())]).collect();
            let path = format!("/{}{}", cx.lang().code(), Route::Cited.path());
            return response::redirect(with_query(&path, &all));
        }
        Asked::Views(query) => query,
    };
    let found: Option<Vec<CitedView>> = query.views.iter().map(|view| model::cited(cx, view)).collect();
    newest.provide();
    match found {
        Some(found) => {
            response::page(view! { <CitedPage found=&found edition=cx.snapshot().edition.number/> }.into_any())
        }
        None => response::fail(
            error::not_found(&newest, Some(w::NO_SUCH_VIEW.get(cx.lang()).to_owned())),
            404,
        ),
    }
}

#[component]
fn FormPage() -> AnyView {
    let lang = page_context().lang();
    let body = view! {
        <h1>{w::CITED.get(lang)}</h1>
        <p class="lead">{w::LEAD.get(lang)}</p>
        <CitedForm/>
    }
    .into_any();
    let frame = Frame::new(w::CITED.get(lang), w::LEAD.get(lang), Section::None);
    view! { <Document frame>{body}</Document> }.into_any()
}

#[component]
fn CitedForm() -> impl IntoView {
    let cx = &*page_context();
    let lang = cx.lang();
    view! {
        <form class="filters" method="get" action=cx.links.bare(Route::Cited)>
            <label>{w::FORM_VIEW.get(lang)}<input type="text" name="view" required maxlength="2000" autocomplete="off" aria-describedby="cited-hint"/></label>
            <button type="submit">{w::CHECK.get(lang)}</button>
        </form>
        <p class="note" id="cited-hint">{w::FORM_HINT.get(lang)}</p>
    }
}

#[component]
fn CitedPage<'a>(found: &'a [CitedView], edition: u32) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let newest = &cx.snapshot().edition;
    let title = match found {
        [only] => answer(cx, &only.outcome),
        several => {
            let count = several.iter().filter(|of| of.is_different()).count();
            fill!(w::OUTCOME_OF_SEVERAL, lang, count = count, total = several.len())
        }
    };
    let lead = fill!(
        w::COMPARED,
        lang,
        edition = &edition.to_string(),
        newest = &newest.number.to_string(),
        date = &newest.published.format(lang)
    );
    let alone = found.len() == 1;
    let parts = found
        .iter()
        .enumerate()
        .map(|(at, of)| view! { <CitedPart of at alone/> }.into_any());
    let parts = parts.collect_view();
    let body = view! {
        <p class="crumb"><a href=cx.links.bare(Route::Cited)>{w::CITED.get(lang)}</a></p>
        <h1>{title.clone()}</h1>
        <p class="lead">{lead.clone()}</p>
        {parts}
    }
    .into_any();
    let frame = Frame {
        indexed: false,
        ..Frame::new(format!("{}: {title}", w::CITED.get(lang)), lead, Section::None)
    };
    view! { <Document frame>{body}</Document> }.into_any()
}

/// What became of a view, in one short sentence.
fn answer(cx: &PageContext, outcome: &Outcome) -> String {
    let lang = cx.lang();
    match outcome {
        Outcome::Newest => w::OUTCOME_NEWEST.get(lang).to_owned(),
        Outcome::Gone => w::OUTCOME_GONE.get(lang).to_owned(),
        Outcome::Compared(found) => match (found.corrected(), found.changes.is_empty(), found.added) {
            (1.., ..) => fill!(w::OUTCOME_CORRECTED, lang, count = found.corrected()),
            (0, false, _) => w::OUTCOME_FOLLOWED.get(lang).to_owned(),
            (0, true, 1..) => fill!(w::OUTCOME_ADDED, lang, count = found.added),
            (0, true, 0) => w::OUTCOME_UNCHANGED.get(lang).to_owned(),
        },
    }
}

#[component]
fn CitedPart<'a>(of: &'a CitedView, at: usize, alone: bool) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let id = format!("cited-{at}");
    let heading_id = id.clone();
    let outcome = (!alone).then(|| view! { <p><strong>{answer(cx, &of.outcome)}</strong></p> });
    let changes = match &of.outcome {
        Outcome::Compared(found) => {
            let (stated, followed): (Vec<_>, Vec<_>) = found.changes.iter().partition(|change| change.stated);
            let stated =
                (!stated.is_empty()).then(|| view! { <Changes of changes=&stated caption=w::STATED.get(lang)/> });
            let followed = (!followed.is_empty()).then(|| {
                let table = view! { <Changes of changes=&followed caption=w::FOLLOWED.get(lang)/> }.into_any();
                view! { <details open=stated.is_none()><summary>{fill!(w::FOLLOWED_COUNT, lang, count = followed.len())}</summary>{table}</details> }
            });
            let added = (found.added > 0).then(|| view! { <p>{fill!(w::ADDED, lang, count = found.added)}</p> });
            view! {
                {stated}{followed}{added}
                <Sources heading=w::SOURCES_GONE.get(lang) sources=&found.sources_gone/>
                <Sources heading=w::SOURCES_ADDED.get(lang) sources=&found.sources_added/>
            }
            .into_any()
        }
        Outcome::Newest | Outcome::Gone => ().into_any(),
    };
    view! {
        <section aria-labelledby=id>
            <h2 id=heading_id>{of.cited.title.clone()}</h2>
            <p class="small">{of.subtitle()}</p>
            {outcome}
            {changes}
            {of.superseded.clone().map(|note| view! { <p>{note}</p> })}
            <Editions editions=&of.editions/>
            <p><a href=page_of(&of.cited)>{w::AS_CITED.get(lang)}</a>" · "<a href=newest_page_of(&of.cited)>{w::AS_NOW.get(lang)}</a></p>
        </section>
    }
    .into_any()
}

/// The page of the figures under the edition that was cited.
fn page_of(cited: &Export) -> String {
    cited.page.clone()
}

/// The same in the newest edition.
fn newest_page_of(cited: &Export) -> String {
    let (address, place) = cited.page.split_once('#').unwrap_or((&cited.page, ""));
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let query = Parameters::parse(query).without(&["edition"]);
    format!("{path}{query}{}{place}", if place.is_empty() { "" } else { "#" })
}

#[component]
fn Changes<'a>(of: &'a CitedView, changes: &'a [&'a CellChange], caption: &'static str) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let cited = fill!(w::COL_CITED, lang, edition = &of.cited.edition.to_string());
    let now = fill!(w::COL_NOW, lang, edition = &cx.snapshot().edition.number.to_string());
    let rows = changes.iter().take(MOST_CHANGES).map(|change| {
        let what: Vec<String> = change.row.iter().filter_map(|cell| model::text(cx, cell, 0)).collect();
        let [before, after] = model::texts(cx, change).map(|text| text.unwrap_or_else(|| w::NO_VALUE.get(lang).to_owned()));
        let editions: Vec<String> = of.changed_in(change).iter().map(ToString::to_string).collect();
        view! {
            <tr><th scope="row">{what.join(", ")}</th><td data-h=w::COL_FIGURE.get(lang)>{change.column.label.clone()}</td>
                <td class="num" data-h=cited.clone()><del>{before}</del></td><td class="num" data-h=now.clone()><ins>{after}</ins></td><td class="num" data-h=w::COL_EDITION.get(lang)>{editions.join(", ")}</td></tr>
        }
    });
    let rows = rows.collect_view();
    let more = changes.len().saturating_sub(MOST_CHANGES);
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=caption>
            <table class="plain stack"><caption>{caption}</caption>
                <thead><tr><th scope="col">{w::COL_WHAT.get(lang)}</th><th scope="col">{w::COL_FIGURE.get(lang)}</th>
                    <th scope="col" class="num">{cited}</th><th scope="col" class="num">{now}</th><th scope="col" class="num">{w::COL_EDITION.get(lang)}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {(more > 0).then(|| view! { <p class="note">{fill!(w::MORE_CHANGES, lang, count = more)}</p> })}
    }
    .into_any()
}

#[component]
fn Sources<'a>(heading: &'static str, sources: &'a [DataSource]) -> Option<AnyView> {
    if sources.is_empty() {
        return None;
    }
    let items = sources.iter().map(|source| view! { <li>{source.title.clone()}</li> });
    Some(view! { <h3>{heading}</h3><ul>{items.collect_view()}</ul> }.into_any())
}

/// Later editions with what they changed and why: their notes.
#[component]
fn Editions<'a>(editions: &'a [LaterEdition]) -> Option<AnyView> {
    let cx = &*page_context();
    let lang = cx.lang();
    if editions.is_empty() {
        return None;
    }
    let items = editions.iter().map(|later| {
        let edition = &later.edition;
        let head = fill!(
            w::EDITION,
            lang,
            edition = &edition.number.to_string(),
            date = &edition.published.format(lang)
        );
        let lines = later.lines.iter().map(|line| view! { <li>{line.clone()}</li> });
        view! { <dt>{head}</dt><dd>{edition.note.get(lang).to_owned()}<ul>{lines.collect_view()}</ul></dd> }
    });
    Some(view! { <h3>{w::EDITIONS.get(lang)}</h3><dl>{items.collect_view()}</dl> }.into_any())
}
