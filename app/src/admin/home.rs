//! The home page of the administration: the upload form, open drafts, the newest editions.

use crate::admin::{fields::SubmitButton, frame::AdminPage};
use islands::UploadBox;
use leptos::prelude::*;
use messages::fill;

use domain::{Lang, number};

use super::{
    DraftLine, EditionLine, UserError,
    context::At,
    editions::{changes, kind, when},
    fields::{Field, Line, option},
    frame::Leaf,
    words as w,
};

#[component]
pub(super) fn HomePage<'a>(
    at: &'a At<'a>,
    drafts: &'a [DraftLine],
    editions: &'a [EditionLine],
    limits: (u64, u32),
    refusal: Option<&'a UserError>,
) -> AnyView {
    let lang = at.lang();
    let body = view! {
        <div class="split">
            <section aria-labelledby="upload-h"><h2 id="upload-h">{w::UPLOAD.get(lang)}</h2>{upload(at, limits)}</section>
            <section class="how" aria-labelledby="how-h"><h2 id="how-h">{w::HOW.get(lang)}</h2>
                <ol>{[w::HOW_1, w::HOW_2, w::HOW_3, w::HOW_4].map(|s| view! { <li>{s.get(lang)}</li> }).collect_view()}</ol>
            </section>
        </div>
        <OneFigure at/>
        <section aria-labelledby="drafts-h"><h2 id="drafts-h">{w::DRAFTS.get(lang)}</h2><DraftTable at drafts/></section>
        <section aria-labelledby="editions-h"><h2 id="editions-h">{w::EDITIONS_NEWEST.get(lang)}</h2>
            <EditionTable at editions/>
            <p><a href=at.cx.links.editions()>{w::EDITIONS_ALL.get(lang)}</a></p>
        </section>
        <section aria-labelledby="template-h"><h2 id="template-h">{w::TEMPLATE.get(lang)}</h2><HomeTemplate at/></section>
    };
    view! { <AdminPage at leaf={Leaf { title: w::DESK.get(lang).to_owned(), lead: w::DESK_LEAD.get(lang).to_owned(), refusal, public: false, body: body.into_any(), }}/> }.into_any()
}

/// The way to the form for one figure.
#[component]
fn OneFigure<'a>(at: &'a At<'a>) -> AnyView {
    let lang = at.lang();
    let open = at
        .admin
        .snapshot
        .figures
        .iter()
        .filter(|figure| figure.conflicting())
        .count();
    let conflicts = (open > 0).then(|| {
        let text = fill!(w::CONFLICTS_OPEN, lang, count = open);
        view! { <li><a href=format!("{}#conflicts", at.link("/figure"))>{text}</a></li> }
    });
    view! {
        <section aria-labelledby="figure-h"><h2 id="figure-h">{w::FIGURE_TITLE.get(lang)}</h2>
            <p>{w::FIGURE_LEAD.get(lang)}</p>
            <ul class="links"><li><a href=at.link("/figure")>{w::FIGURE_CHOOSE.get(lang)}</a></li>{conflicts}</ul>
        </section>
    }
    .into_any()
}

/// The control for a file, with what the island needs to say while it is being sent.
#[component]
pub(super) fn FileControl(lang: Lang, megabytes: Option<u64>) -> AnyView {
    let limit = megabytes.map(|n| n.saturating_mul(1_048_576).to_string());
    let too_large = megabytes.map(|n| fill!(w::REFUSED_LARGE, lang, megabytes = &n.to_string()));
    // The upload box fills these in.
    let chosen = fill!(w::FILE_CHOSEN, lang, file = "{0}", size = "{1}");
    let sending = fill!(w::FILE_SENDING, lang, percent = "{0}");
    view! {
        <input type="file" id="f-file" name="file" required=true aria-describedby="f-file-hint"
            accept=".csv,.tsv,.txt,.xlsx,.xlsm,.xlsb,.xls,.ods,.xml,.html,.htm,.docx,.pdf" data-limit=limit/>
        <p class="small" id="upload-says" role="status" data-chosen=chosen data-sending=sending
            data-sent=w::FILE_SENT.get(lang) data-failed=w::FILE_FAILED.get(lang) data-large=too_large>{w::FILE_DROP.get(lang)}</p>
        <UploadBox/>
    }
    .into_any()
}

fn upload(at: &At<'_>, (megabytes, rows): (u64, u32)) -> AnyView {
    let lang = at.lang();
    let rows = number::count(lang, usize::try_from(rows).unwrap_or(usize::MAX));
    let hint = fill!(w::FILE_HINT, lang, megabytes = &megabytes.to_string(), rows = &rows);
    let file = Field {
        id: "f-file",
        name: "file",
        label: w::FILE.get(lang),
        hint: &hint,
    };
    view! {
        <form class="form drop" method="post" enctype="multipart/form-data" action=at.link("/uploads")>
            {file.around(view! { <FileControl lang megabytes=Some(megabytes)/> }.into_any())}
            <HomeAbout at first=w::FOUND_BY_ITSELF.get(lang)/>
            <SubmitButton text=w::UPLOAD_BUTTON.get(lang)/>
            <p class="small">{w::NOTHING_PUBLIC.get(lang)}</p>
        </form>
    }
    .into_any()
}

/// Indicator and year.
#[component]
fn HomeAbout<'a>(at: &'a At<'a>, first: &'static str) -> AnyView {
    let lang = at.lang();
    let indicators = at.cx.snapshot().catalogue.indicators();
    let options = indicators.map(|(_, i)| option(&i.slug, i.short.get(lang), false));
    let indicator = Field {
        id: "f-indicator",
        name: "indicator",
        label: w::INDICATOR.get(lang),
        hint: w::INDICATOR_HINT.get(lang),
    };
    let year = Field {
        id: "f-year",
        name: "year",
        label: w::YEAR.get(lang),
        hint: w::YEAR_HINT.get(lang),
    };
    let line = Line {
        kind: "number",
        class: "short",
        ..Line::default()
    };
    view! {
        <div class="pair">
            {indicator.list(view! { {option("", first, true)}{options.collect_view()} }.into_any())}
            {year.line(line)}
        </div>
    }
    .into_any()
}

#[component]
fn DraftTable<'a>(at: &'a At<'a>, drafts: &'a [DraftLine]) -> AnyView {
    let lang = at.lang();
    if drafts.is_empty() {
        return view! { <p>{w::DRAFTS_NONE.get(lang)}</p> }.into_any();
    }
    let rows = drafts.iter().map(|draft| {
        let kind = match (draft.catalogue, draft.correction) {
            (true, _) => w::OF_CATALOGUE,
            (_, true) => w::OF_CORRECTION,
            _ => w::OF_FILE,
        };
        let state = match &draft.approved_by {
            Some(name) => fill!(w::APPROVED_BY, lang, person = name),
            None => w::STATE_OPEN.get(lang).to_owned(),
        };
        let part = (!draft.part.is_empty()).then(|| view! { <small class="soft">{draft.part.clone()}</small> });
        let upload = draft.upload.as_ref().filter(|_| part.is_some()).map(|id| {
            view! { " · "<a href=at.link(&format!("/uploads/{id}"))>{w::UPLOAD_DRAFTS.get(lang)}</a> }
        });
        view! {
            <tr><th scope="row"><a href=at.link(&format!("/drafts/{}", draft.id))>{draft.title.clone()}</a>" "{part}{upload}</th>
                <td data-h=w::KIND.get(lang)>{kind.get(lang)}</td><td data-h=w::BY.get(lang)>{draft.by.clone()}</td>
                <td data-h=w::CHANGED_AT.get(lang)>{draft.changed.format(lang)}</td><td data-h=w::STATE.get(lang)>{state}</td></tr>
        }
    });
    view! {
        <table class="plain stack"><caption class="vh">{w::DRAFTS.get(lang)}</caption>
            <thead><tr>{[w::DRAFT, w::KIND, w::BY, w::CHANGED_AT, w::STATE].map(|t| view! { <th scope="col">{t.get(lang)}</th> }).collect_view()}</tr></thead>
            <tbody>{rows.collect_view()}</tbody></table>
    }
    .into_any()
}

#[component]
fn EditionTable<'a>(at: &'a At<'a>, editions: &'a [EditionLine]) -> AnyView {
    let lang = at.lang();
    let rows = editions.iter().map(|edition| {
        let href = format!("{}#e{}", at.cx.links.editions(), edition.number);
        view! {
            <tr><th scope="row"><a href=href>{fill!(w::EDITION_N, lang, edition = &edition.number.to_string())}</a></th>
                <td data-h=w::PUBLISHED_AT.get(lang)>{when(lang, edition)}</td>
                <td data-h=w::BY.get(lang)>{edition.by.clone()}</td>
                <td data-h=w::KIND.get(lang)>{kind(lang, edition.kind)}</td>
                <td data-h=w::CHANGES.get(lang)>{changes(lang, edition)}</td>
                <td data-h=w::NOTE.get(lang)>{edition.note.get(lang).to_owned()}</td></tr>
        }
    });
    let heads = [w::EDITION, w::PUBLISHED_AT, w::BY, w::KIND, w::CHANGES, w::NOTE];
    view! {
        <table class="plain stack"><caption class="vh">{w::EDITIONS_NEWEST.get(lang)}</caption>
            <thead><tr>{heads.map(|t| view! { <th scope="col">{t.get(lang)}</th> }).collect_view()}</tr></thead>
            <tbody>{rows.collect_view()}</tbody></table>
    }
    .into_any()
}

#[component]
fn HomeTemplate<'a>(at: &'a At<'a>) -> AnyView {
    let lang = at.lang();
    let catalogue = &at.cx.snapshot().catalogue;
    let options = catalogue
        .indicators()
        .map(|(_, i)| option(&i.slug, i.short.get(lang), false));
    let indicator = Field {
        id: "t-indicator",
        name: "indicator",
        label: w::INDICATOR.get(lang),
        hint: "",
    };
    let year = Field {
        id: "t-year",
        name: "year",
        label: w::YEAR.get(lang),
        hint: "",
    };
    let newest = at.cx.snapshot().edition.published.year().to_string();
    let line = Line {
        kind: "number",
        value: &newest,
        required: true,
        class: "short",
        ..Line::default()
    };
    view! {
        <p>{w::TEMPLATE_LEAD.get(lang)}</p>
        <form class="form" method="get" action="/desk/template.csv">
            <div class="pair">{indicator.list(options.collect_view().into_any())}{year.line(line)}</div>
            <SubmitButton text=w::TEMPLATE_BUTTON.get(lang)/>
        </form>
    }
    .into_any()
}
