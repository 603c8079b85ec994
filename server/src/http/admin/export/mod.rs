//! What can be taken along: the figures of an edition, and empty tables to fill in.

mod attachment;
mod template;

use std::sync::Arc;

use app::admin::UserError;
use axum::{
    Extension, Router,
    extract::Path,
    http::HeaderMap,
    response::{IntoResponse, Response},
    routing::get,
};
use dataset::{ExportFormat, Files};
use domain::{Lang, Snapshot};

use super::{Admin, Rejection, RequestContext, failure::explained};
use crate::http::{media_type::CSV, stream};

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
    let files = Files::from_iter(admin.store.files(number).await?);
    let name = format!("thuocdo-{number}.{}", format.extension());
    if snapshot.edition.rows > MOST_HELD {
        return streamed(admin, (files, snapshot), (&name, format)).await;
    }
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

/// Sends the figures of a large edition while they are written.
async fn streamed(
    admin: &Arc<Admin>,
    (files, snapshot): (Files, Arc<Snapshot>),
    (name, format): (&str, ExportFormat),
) -> Result<Response, Rejection> {
    let (mut writer, body) = stream::body();
    let write = move || {
        let done = dataset::export_to(&files, &snapshot, format, &mut writer);
        if let Err(error) = &done {
            tracing::warn!(%error, "a file of figures was broken off");
        }
        writer.end(done);
    };
    let jobs = Arc::clone(admin);
    tokio::spawn(async move { jobs.jobs.answer(write).await.is_ok() });
    Ok(attachment::streamed(name, format.media_type(), body))
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
    use axum::http::HeaderValue;

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
