//! The form for a downloaded deck, and the report on it once it was refreshed.

use leptos::prelude::*;
use messages::{fill, refresh as w};

use crate::{
    components::layout::{Document, Frame, Section},
    context::page_context,
    export::{DECK_KEPT_FOR, LARGEST_DECK, RefreshReport, RefreshedSlide},
    route::Route,
};

/// Most slides of which the page says what happened.
const MOST_ROWS: usize = 300;

/// The form. It works without JavaScript.
#[component]
pub(crate) fn RefreshForm() -> impl IntoView {
    let cx = &*page_context();
    let lang = cx.lang();
    let action = format!("{}/refresh", cx.links.bare(Route::Deck));
    let limit = LARGEST_DECK.to_string();
    view! {
        <section class="refresh" aria-labelledby="refresh-h">
            <h2 id="refresh-h">{w::FORM_H.get(lang)}</h2>
            <p>{w::FORM_LEAD.get(lang)}</p>
            <form class="settings" method="post" enctype="multipart/form-data" action=action>
                <div class="fields">
                    <label>{fill!(w::FORM_FILE, lang, limit = &limit)}<input type="file" name="file" accept=".pptx" required/></label>
                </div>
                <label class="also"><input type="checkbox" name="notes_slide" value="1"/>{w::FORM_REPORT.get(lang)}</label>
                <p class="does"><button>{w::FORM_SEND.get(lang)}</button></p>
            </form>
        </section>
    }
}

/// The report with a link to the file, if anything changed.
#[component]
pub(crate) fn RefreshedPage<'a>(report: &'a RefreshReport, file: Option<&'a str>) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let summary = report.summary();
    let minutes = DECK_KEPT_FOR.to_string();
    let result = match file {
        Some(file) => view! {
            <p class="actions"><a class="btn" href=file.to_owned() download>{w::DOWNLOAD.get(lang)}</a></p>
            <p class="small">{fill!(w::KEPT_FOR, lang, minutes = &minutes)}</p>
        }
        .into_any(),
        None => view! { <p class="note none">{w::UNCHANGED.get(lang)}</p> }.into_any(),
    };
    let rows = report.slides.iter().take(MOST_ROWS).enumerate();
    let rows = rows
        .map(|(index, slide)| view! { <SlideRow number=index + 1 slide/> })
        .collect_view();
    let more = report.slides.len().saturating_sub(MOST_ROWS);
    let more = (more > 0).then(|| view! { <p>{fill!(w::MORE_SLIDES, lang, count = more)}</p> });
    let body = view! {
        <p class="crumb"><a href=cx.links.bare(Route::Deck)>{messages::share::DECK_H1.get(lang)}</a></p>
        <h1>{w::REPORT.get(lang)}</h1>
        <p class="lead">{summary.clone()}</p>
        {result}
        <table class="plain refreshed"><caption class="vh">{w::REPORT.get(lang)}</caption>
            <thead><tr>
                <th scope="col" class="n">{w::COL_SLIDE.get(lang)}</th>
                <th scope="col">{w::COL_TITLE.get(lang)}</th>
                <th scope="col">{w::COL_OUTCOME.get(lang)}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
        {more}
        <RefreshForm/>
    }
    .into_any();
    let frame = Frame {
        indexed: false,
        ..Frame::new(w::REPORT.get(lang), summary, Section::None)
    };
    view! { <Document frame>{body}</Document> }.into_any()
}

#[component]
fn SlideRow<'a>(number: usize, slide: &'a RefreshedSlide) -> impl IntoView + use<> {
    let lang = page_context().lang();
    let title = if slide.title.is_empty() {
        w::NO_TITLE.get(lang).to_owned()
    } else {
        slide.title.clone()
    };
    let from = slide.edition.map(|edition| {
        let edition = edition.to_string();
        view! { <br/><small>{fill!(w::FROM_EDITION, lang, edition = &edition)}</small> }
    });
    let details = slide.outcome.details(lang);
    let details = (!details.is_empty()).then(|| {
        let lines = details.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! { <ul>{lines}</ul> }
    });
    view! {
        <tr>
            <td class="n">{number.to_string()}</td>
            <th scope="row">{title}{from}</th>
            <td><b>{slide.outcome.words(lang)}</b>{details}</td>
        </tr>
    }
}

/// The page for a file that could not be refreshed, with the form to try another one.
#[component]
pub(crate) fn NotRefreshed<'a>(why: &'a str) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let body = view! {
        <p class="crumb"><a href=cx.links.bare(Route::Deck)>{messages::share::DECK_H1.get(lang)}</a></p>
        <h1>{w::FAILED.get(lang)}</h1>
        <p class="problem" role="alert">{why.to_owned()}</p>
        <RefreshForm/>
    }
    .into_any();
    let frame = Frame {
        indexed: false,
        ..Frame::new(w::FAILED.get(lang), why.to_owned(), Section::None)
    };
    view! { <Document frame>{body}</Document> }.into_any()
}
