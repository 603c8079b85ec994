//! The desk itself, and files that come in.

mod receive;

use app::desk::{Notice, Page, Refusal, Role};
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

pub(crate) use receive::{Gate, clean, shown};

/// Editions that the desk shows.
const NEWEST: usize = 5;

/// Rules of the routes below.
pub(super) const RULES: &[Rule] = &[
    Rule::get("/{lang}/desk", Least::Role(Role::Analyst)),
    Rule::post("/{lang}/desk/uploads", Least::Role(Role::Analyst)),
];

/// The routes.
pub(super) fn routes() -> Router<std::sync::Arc<super::Desk>> {
    Router::new()
        .route("/{lang}/desk", get(home))
        .route("/{lang}/desk/uploads", post(upload).layer(DefaultBodyLimit::disable()))
}

/// Where files come in.
pub(crate) fn gate(visit: &Visit) -> Gate<'_> {
    Gate {
        folder: &visit.desk.incoming,
        limit: visit.desk.work.limits().bytes,
    }
}

async fn home(visit: Visit) -> Result<Response, Stop> {
    show(&visit, None).await
}

/// Takes a file and goes on to its draft.
async fn upload(visit: Visit, request: Request) -> Result<Response, Stop> {
    match begin(&visit, request).await {
        Ok(begun) => {
            let notice = earlier(&visit, &begun).await;
            let to = visit.to(&format!("/desk/drafts/{}", begun.draft.id));
            Ok(visit.done(&to, notice.as_ref()))
        }
        Err(stop) => show(&visit, Some(&explained(stop)?)).await,
    }
}

async fn begin(visit: &Visit, request: Request) -> Result<Begun, NotDone> {
    let received = gate(visit).form(request).await?;
    let choices = chosen(&received.fields)?;
    keep(visit, received, choices, Via::Browser).await
}

/// Keeps a file that came and begins its draft.
pub(crate) async fn keep(
    visit: &Visit,
    received: receive::Received,
    choices: Choices,
    via: Via,
) -> Result<Begun, NotDone> {
    let desk = &visit.desk;
    let (name, hash) = (received.name.clone(), received.hash.clone());
    let new = NewUpload {
        name,
        bytes: received.bytes().await?,
        by: visit.by().map_err(|_| Refusal::Failed)?,
        via,
    };
    let current = desk.current().map_err(|_| Refusal::Failed)?;
    let begun = work::begin(&desk.store, &desk.work, current, new, choices).await?;
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
    let store = &visit.desk.store;
    let same = work::same(store, &begun.draft, &begun.upload).await.unwrap_or_default();
    let edition = store.edition_by_upload_hash(&begun.upload.hash).await.ok().flatten();
    Some(Notice::SameFile {
        draft: same.into_iter().next().map(|(id, _)| id),
        edition: edition.map(|e| e.number),
    })
}

async fn show(visit: &Visit, refusal: Option<&Refusal>) -> Result<Response, Stop> {
    let store = &visit.desk.store;
    let open = DraftFilter {
        state: Some(DraftState::Open),
        ..DraftFilter::default()
    };
    let mut drafts = Vec::new();
    for draft in store.drafts(&open).await? {
        let title = title(visit, &draft).await?;
        drafts.push(lines::draft(&draft, title));
    }
    let editions = store.editions().await?;
    let editions: Vec<_> = editions
        .iter()
        .take(NEWEST)
        .map(|e| lines::edition(visit.lang(), e))
        .collect();
    let limits = visit.desk.work.limits();
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

/// What a draft is called: its file.
async fn title(visit: &Visit, draft: &Draft) -> Result<String, Stop> {
    if draft.kind == DraftKind::Catalogue {
        return Ok(catalogue::path_of(draft));
    }
    match &draft.upload {
        Some(id) => Ok(visit.desk.store.upload(id).await?.name),
        None => Ok(draft.id.clone()),
    }
}
