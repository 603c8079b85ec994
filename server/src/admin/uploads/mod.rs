//! The desk itself, and files that come in.

mod page;
mod receive;

use app::admin::{Notice, Page, Refusal, Role};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Request},
    response::Response,
    routing::{get, post},
};
use domain::upload::Choices;
use store::{Draft, DraftFilter, DraftKind, DraftState, NewUpload, Via};

use super::{
    Stop, Visit, catalogue,
    drafts::explained,
    editions::lines,
    work::{self, Begun, NotDone},
};
use crate::access::{Least, Rule};

pub(crate) use page::begin_draft;
pub(crate) use receive::{Gate, clean, shown};

/// Editions that the desk shows.
const NEWEST: usize = 5;

/// Rules of the routes below.
pub(super) const RULES: &[Rule] = &[
    Rule::get("/{lang}/desk", Least::Role(Role::Analyst)),
    Rule::post("/{lang}/desk/uploads", Least::Role(Role::Analyst)),
    Rule::get("/{lang}/desk/uploads/{id}", Least::Role(Role::Analyst)),
    Rule::post("/{lang}/desk/uploads/{id}/drafts", Least::Role(Role::Analyst)),
];

/// The routes.
pub(super) fn routes() -> Router<std::sync::Arc<super::Admin>> {
    Router::new()
        .route("/{lang}/desk", get(home))
        .route("/{lang}/desk/uploads", post(upload).layer(DefaultBodyLimit::disable()))
        .route("/{lang}/desk/uploads/{id}", get(page::page))
        .route("/{lang}/desk/uploads/{id}/drafts", post(page::add))
}

/// Where files come in.
pub(crate) fn gate(visit: &Visit) -> Gate<'_> {
    Gate {
        folder: &visit.admin.incoming,
        limit: visit.admin.work.limits().bytes,
    }
}

async fn home(visit: Visit) -> Result<Response, Stop> {
    show(&visit, None).await
}

/// Takes a file and goes on to its draft; to the list of its drafts, if there is not exactly one.
async fn upload(visit: Visit, request: Request) -> Result<Response, Stop> {
    match begin(&visit, request).await {
        Ok(begun) => {
            let notice = earlier(&visit, &begun).await;
            let to = match &begun.drafts[..] {
                [only] => format!("/desk/drafts/{}", only.draft.id),
                _ => format!("/desk/uploads/{}", begun.upload.id),
            };
            Ok(visit.done(&visit.to(&to), notice.as_ref()))
        }
        Err(stop) => show(&visit, Some(&explained(stop)?)).await,
    }
}

async fn begin(visit: &Visit, request: Request) -> Result<Begun, NotDone> {
    let received = gate(visit).form(request).await?;
    let choices = chosen(&received.fields)?;
    keep(visit, received, choices, Via::Browser).await
}

/// Keeps a file that came and begins its drafts.
pub(crate) async fn keep(
    visit: &Visit,
    received: receive::Received,
    choices: Choices,
    via: Via,
) -> Result<Begun, NotDone> {
    let admin = &visit.admin;
    let (name, hash) = (received.name.clone(), received.hash.clone());
    let new = NewUpload {
        name,
        bytes: received.bytes().await?,
        by: visit.by().map_err(|_| Refusal::Failed)?,
        via,
    };
    let current = admin.current().map_err(|_| Refusal::Failed)?;
    let begun = work::begin(&admin.store, &admin.work, current, new, choices, &mut |_, _, _| ()).await?;
    if begun.upload.hash != hash {
        tracing::error!(
            upload = begun.upload.id,
            "a file was kept with other bytes than came in"
        );
        return Err(Refusal::Failed.into());
    }
    Ok(begun)
}

/// Choices that came with a file.
pub(crate) fn chosen(fields: &[(String, String)]) -> Result<Choices, Refusal> {
    let choices = Choices::from_pairs(fields.iter().map(|(n, v)| (n.as_str(), v.as_str())));
    choices.map_err(|bad| Refusal::BadFields(bad.into_iter().map(|b| (b.name, b.found)).collect()))
}

/// What became of the same bytes before. The draft is there already: not to know is no failure.
async fn earlier(visit: &Visit, begun: &Begun) -> Option<Notice> {
    if begun.earlier.is_empty() {
        return None;
    }
    let store = &visit.admin.store;
    let own: Vec<&str> = begun.drafts.iter().map(|begun| begun.draft.id.as_str()).collect();
    let same = work::same(store, &own, &begun.upload).await.unwrap_or_default();
    let edition = store.edition_by_upload_hash(&begun.upload.hash).await.ok().flatten();
    Some(Notice::SameFile {
        draft: same.into_iter().next().map(|(id, _)| id),
        edition: edition.map(|e| e.number),
    })
}

async fn show(visit: &Visit, refusal: Option<&Refusal>) -> Result<Response, Stop> {
    let store = &visit.admin.store;
    let open = DraftFilter {
        state: Some(DraftState::Open),
        ..DraftFilter::default()
    };
    let mut drafts = Vec::new();
    for draft in store.drafts(&open).await? {
        let (title, part) = title(visit, &draft).await?;
        drafts.push(lines::draft(&draft, title, part));
    }
    let editions = store.editions().await?;
    let editions: Vec<_> = editions
        .iter()
        .take(NEWEST)
        .map(|e| lines::edition(visit.lang(), e))
        .collect();
    let limits = visit.admin.work.limits();
    let page = Page::Home {
        drafts: &drafts,
        editions: &editions,
        limits: (limits.bytes / 1_000_000, limits.rows),
        refusal,
    };
    Ok(match refusal {
        Some(refusal) => visit.refuse(refusal, &page),
        None => visit.show(&page),
    })
}

/// What a draft is called: its file, and the sheet of it if one is named.
async fn title(visit: &Visit, draft: &Draft) -> Result<(String, String), Stop> {
    if draft.kind == DraftKind::Catalogue {
        return Ok((catalogue::path_of(draft), String::new()));
    }
    let part = work::choices(draft).sheet.unwrap_or_default();
    match &draft.upload {
        Some(id) => Ok((visit.admin.store.upload(id).await?.name, part)),
        None => Ok((draft.id.clone(), part)),
    }
}
