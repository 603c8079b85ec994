//! What can be taken along: the figures of an edition, and empty tables to fill in.

mod attachment;
mod template;

use std::sync::Arc;

use app::admin::UserError;
use axum::{
    Extension, Router,
    body::Body,
    extract::Path,
    http::HeaderMap,
    response::{IntoResponse, Response},
    routing::get,
};
use dataset::{ExportFormat, Files};
use domain::{Lang, Snapshot};

use super::{Admin, Rejection, RequestContext, failure::explained};
use crate::http::{media_type::CSV, problem, stream};

pub(crate) use attachment::{attachment, disposition, shown_as};

/// Rows of an edition whose files are made in memory, with a length and a fingerprint. Those of larger ones are sent
/// while they are written.
const MOST_HELD: usize = 200_000;

/// The routes. They have no language: a table is the same for everybody.
pub(super) fn routes() -> Router<Arc<Admin>> {
    Router::new()
        .route("/editions/{n}/{file}", get(edition))
        .route("/desk/template.csv", get(empty))
}

/// The figures of an edition, `figures.csv`, `.xlsx`, `.parquet` or `.json`. They never change.
async fn edition(
    Extension(cx): Extension<RequestContext>,
    Path((number, file)): Path<(u32, String)>,
    asked: HeaderMap,
) -> Result<Response, Rejection> {
    let format = file
        .strip_prefix("figures.")
        .and_then(ExportFormat::from_extension)
        .ok_or(Rejection::NotFound)?;
    let admin = &cx.admin;
    let snapshot = admin.edition_loader.edition(number).await?.ok_or(Rejection::NotFound)?;
    // Before any file is read.
    dataset::check_size(&snapshot, format).map_err(|_| Rejection::Trouble(UserError::TooLongForWorkbook))?;
    let name = format!("thuocdo-{number}.{}", format.extension());
    if snapshot.edition.rows > MOST_HELD {
        // Before the files are in memory.
        let Some(turn) = admin.jobs.stream_turn().await else {
            return Ok(problem::busy());
        };
        let files = Files::from_iter(admin.store.files(number).await?);
        let (body, write) = written(files, snapshot, format);
        tokio::task::spawn_blocking(move || {
            let _turn = turn;
            write();
        });
        return Ok(attachment::streamed(&name, format.media_type(), body));
    }
    let files = Files::from_iter(admin.store.files(number).await?);
    let made = admin
        .jobs
        .answer(move || dataset::export(&files, &snapshot, format))
        .await;
    let bytes = made.map_err(|error| explained(error).map_or_else(|error| error, Rejection::Trouble))?;
    let bytes = bytes.map_err(|error| {
        tracing::error!(%error, "figures could not be written");
        Rejection::Trouble(UserError::Failed)
    })?;
    Ok(attachment::immutable(&name, format.media_type(), bytes).respond(&asked))
}

/// The figures of a large edition as a body, and what writes it.
fn written(files: Files, snapshot: Arc<Snapshot>, format: ExportFormat) -> (Body, impl FnOnce() + Send + 'static) {
    let (mut writer, body) = stream::body();
    let write = move || {
        let done = dataset::export_to(&files, &snapshot, format, &mut writer);
        if let Err(error) = &done {
            tracing::warn!(%error, "a file of figures was broken off");
        }
        writer.end(done);
    };
    (body, write)
}

/// An empty table of an indicator.
async fn empty(Extension(cx): Extension<RequestContext>, asked: HeaderMap) -> Result<Response, Rejection> {
    let current = cx.admin.current()?;
    let catalogue = &current.catalogue;
    let indicator = catalogue
        .indicator_by_slug(&cx.parameter("indicator"))
        .ok_or(Rejection::NotFound)?;
    let year = cx.parameter("year").parse().ok().filter(|y| (1990..=2100).contains(y));
    let year: i32 = year.ok_or(Rejection::NotFound)?;
    let table = template::template(catalogue, indicator, year, language(&cx, &asked));
    let name = format!("{}-{year}.csv", catalogue.indicator(indicator).slug);
    Ok(attachment(&name, CSV, table).into_response())
}

/// The language of the page that one comes from, else the one that the browser prefers.
fn language(cx: &RequestContext, asked: &HeaderMap) -> Lang {
    let chosen = Lang::from_code(&cx.parameter("lang"));
    chosen.unwrap_or_else(|| from_headers(asked))
}

/// The first of the reader's languages that we have.
pub(crate) fn from_headers(asked: &HeaderMap) -> Lang {
    let text = |name: &str| asked.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
    // A form says where it stands, and there the language was chosen.
    let page = text("referer")
        .split_once("://")
        .and_then(|(_, rest)| rest.split('/').nth(1));
    let known = |code: &str| Lang::from_code(code.split(['-', ';']).next().unwrap_or_default().trim());
    let preferred = || text("accept-language").split(',').find_map(known);
    page.and_then(Lang::from_code).or_else(preferred).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::{embedded, start};
    use axum::http::HeaderValue;
    use http_body_util::BodyExt as _;

    #[tokio::test]
    async fn a_file_that_is_sent_while_it_is_written_is_the_same() {
        let (files, snapshot) = (embedded::data(), Arc::new(start::first_edition(None).unwrap()));
        for format in ExportFormat::ALL {
            let (body, write) = written(files.clone(), Arc::clone(&snapshot), format);
            let (body, ()) = tokio::join!(body.collect(), async {
                tokio::task::spawn_blocking(write).await.unwrap();
            });
            let whole = dataset::export(&files, &snapshot, format).unwrap();
            assert!(body.unwrap().to_bytes() == whole, "{format:?}");
        }
    }

    #[test]
    fn the_language_is_the_pages_or_the_readers() {
        let mut headers = HeaderMap::new();
        assert_eq!(from_headers(&headers), Lang::Vi);
        headers.insert("accept-language", HeaderValue::from_static("fr, en-GB;q=0.8, vi;q=0.5"));
        assert_eq!(from_headers(&headers), Lang::En);
        headers.insert("referer", HeaderValue::from_static("http://localhost:3000/vi/desk"));
        assert_eq!(from_headers(&headers), Lang::Vi);
    }
}
