//! Links to what a draft would look like, for people without an account: signed, with an end.
//!
//! The link itself is the permission, so it names one draft, cannot be guessed and ends. What it
//! shows says in every picture that it is a draft.

use std::sync::Arc;

use app::{
    Assets, Backend, ChartSize, SharedBackend,
    export::{self, PreviewAbout},
};
use axum::{
    extract::{Path as Segments, State},
    http::{HeaderMap, HeaderValue, Uri, header},
    response::{IntoResponse, Response},
};
use domain::{Moment, Snapshot, chart::ChartModel};
use store::{DraftKind, DraftState};

use super::preview_link::now;
use crate::{
    AppState,
    http::{admin::Rejection, content::NO_STORE, pages},
    services::{
        export_file::{self, ExportError, Format},
        jobs,
    },
};

/// A draft that a link opens.
struct Opened {
    /// Name of the uploaded file.
    file: String,
    until: Moment,
    snapshot: Arc<Snapshot>,
    /// The address of the preview without an ending.
    prefix: String,
}

/// The tables that the draft changes, in pictures.
pub(super) async fn page(
    State(state): State<Arc<AppState>>,
    Segments((draft, until, signature)): Segments<(String, i64, String)>,
    uri: Uri,
    asked: HeaderMap,
) -> Response {
    let query = uri.query().unwrap_or_default();
    match open(&state, (&draft, until, &signature)).await {
        Ok(Some(opened)) => {
            let about = PreviewAbout {
                until: opened.until,
                file: &opened.file,
                prefix: &opened.prefix,
            };
            let backend = OfDraft::backend(&state, &opened);
            private(pages::answer_once(export::preview(&backend, query, &about), &asked))
        }
        Ok(None) => gone(&state, query, &asked),
        Err(stop) => stop.into_response(),
    }
}

/// A picture, slide or table of a draft.
pub(super) async fn file(
    State(state): State<Arc<AppState>>,
    Segments((draft, until, signature, view)): Segments<(String, i64, String, String)>,
    uri: Uri,
    asked: HeaderMap,
) -> Response {
    let query = uri.query().unwrap_or_default().to_owned();
    let opened = match open(&state, (&draft, until, &signature)).await {
        Ok(Some(opened)) => opened,
        Ok(None) => return gone(&state, &query, &asked),
        Err(stop) => return stop.into_response(),
    };
    let Some((view, format)) = Format::split(&view) else {
        return Rejection::NotFound.into_response();
    };
    let (view, backend) = (view.to_owned(), OfDraft::backend(&state, &opened));
    let made = state
        .export_cache()
        .make_once(move || export_file::make_of_draft(&backend, &view, &query, format))
        .await;
    match made {
        Ok(made) => {
            let mut response = super::content(made).respond(&asked);
            response.extensions_mut().insert(super::Outside::File);
            private(response)
        }
        Err(ExportError::Page(response)) => pages::answer_once(*response, &asked),
        Err(other) => super::failed(&uri, other),
    }
}

/// The draft of a link; `None` if the link has expired or the draft is closed.
async fn open(state: &AppState, (id, until, signature): (&str, i64, &str)) -> Result<Option<Opened>, Rejection> {
    let admin = state.admin().ok_or(Rejection::NotFound)?;
    let key = admin.link_key().ok_or(Rejection::NotFound)?;
    if !key.signed(id, until, signature) {
        return Err(Rejection::NotFound);
    }
    if until < now() {
        return Ok(None);
    }
    let draft = admin.store.draft(id).await?;
    if draft.state != DraftState::Open || draft.kind != DraftKind::Figures {
        return Ok(None);
    }
    let upload = admin
        .store
        .upload(draft.upload.as_deref().ok_or(Rejection::NotFound)?)
        .await?;
    let examined = jobs::examine_draft(
        &admin.store,
        &admin.jobs,
        admin.current()?,
        &upload,
        &jobs::choices(&draft),
    )
    .await;
    let examined = examined.map_err(crate::http::admin::stopped)?;
    Ok(Some(Opened {
        until: Moment(until),
        snapshot: Arc::clone(&examined.preview.snapshot),
        prefix: format!("/preview/{id}/{until}/{signature}"),
        file: upload.name,
    }))
}

fn gone(state: &AppState, query: &str, asked: &HeaderMap) -> Response {
    private(pages::answer_once(export::preview_ended(state.backend(), query), asked))
}

/// For those with the link alone, and for now.
fn private(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(NO_STORE));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

/// The program with the draft's figures as the newest.
struct OfDraft {
    inner: SharedBackend,
    snapshot: Arc<Snapshot>,
}

impl OfDraft {
    fn backend(state: &AppState, opened: &Opened) -> SharedBackend {
        Arc::new(Self {
            inner: state.backend_shared(),
            snapshot: Arc::clone(&opened.snapshot),
        })
    }
}

impl Backend for OfDraft {
    /// A draft has no editions.
    fn snapshot(&self, edition: Option<u32>) -> Option<Arc<Snapshot>> {
        edition.is_none().then(|| Arc::clone(&self.snapshot))
    }

    fn published(&self) -> Option<Arc<Snapshot>> {
        self.inner.snapshot(None)
    }

    fn chart(&self, model: &ChartModel, id: &str, size: ChartSize) -> String {
        self.inner.chart(model, id, size)
    }

    fn origin(&self) -> &str {
        self.inner.origin()
    }

    fn assets(&self) -> &Assets {
        self.inner.assets()
    }
}
