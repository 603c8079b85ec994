//! Files of a draft, to be taken along.

use axum::{extract::Path, response::Response};
use domain::Lang;

use super::{Stop, Visit, examined, explained, remarks, upload_of, work};
use crate::admin::export::attachment;

type Id = Path<(String, String)>;

const BYTES: &str = "application/octet-stream";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const TSV: &str = "text/tab-separated-values; charset=utf-8";
pub(crate) const CSV: &str = "text/csv; charset=utf-8";

/// The file as it was sent.
pub(super) async fn original(visit: Visit, Path((_, id)): Id) -> Result<Response, Stop> {
    let store = &visit.admin.store;
    let draft = store.draft(&id).await?;
    let upload = upload_of(&visit, &draft).await?;
    // Whatever it says to be: it is handed back as bytes, and no browser opens it.
    Ok(attachment(&upload.name, BYTES, store.upload_bytes(&upload.id).await?))
}

/// All issues as a table.
pub(super) async fn issues(visit: Visit, Path((_, id)): Id) -> Result<Response, Stop> {
    let draft = visit.admin.store.draft(&id).await?;
    let upload = upload_of(&visit, &draft).await?;
    let examined = examined(&visit, &draft, &upload, &work::choices(&draft)).await?;
    let lang = visit.lang();
    let made = visit
        .admin
        .work
        .answer(move || remarks::table(lang, &examined.reading))
        .await;
    let table = made.map_err(|stop| explained(stop).map_or_else(|stop| stop, Stop::Trouble))?;
    let name = match lang {
        Lang::Vi => format!("{} - loi.csv", stem(&upload.name)),
        Lang::En => format!("{} - issues.csv", stem(&upload.name)),
    };
    Ok(attachment(&name, CSV, table))
}

/// The file as it was sent, with a column of remarks.
pub(super) async fn annotated(visit: Visit, Path((_, id)): Id) -> Result<Response, Stop> {
    let store = &visit.admin.store;
    let draft = store.draft(&id).await?;
    let upload = upload_of(&visit, &draft).await?;
    let choices = work::choices(&draft);
    let examined = examined(&visit, &draft, &upload, &choices).await?;
    let bytes = store.upload_bytes(&upload.id).await?;
    let lang = visit.lang();
    let job = work::Job {
        hash: upload.hash.clone(),
        name: upload.name.clone(),
        choices,
    };
    let work = &visit.admin.work;
    let made = async {
        let remarks = work.run(move || remarks::column(lang, &examined.reading)).await?;
        work.annotate(job, bytes, remarks).await
    };
    let made = made
        .await
        .map_err(|stop| explained(stop).map_or_else(|stop| stop, Stop::Trouble))?;
    // What cannot be opened has no place for a column.
    let Some(annotated) = made else {
        return issues(visit, Path((String::new(), id))).await;
    };
    let what = match lang {
        Lang::Vi => "nhan xet",
        Lang::En => "remarks",
    };
    let name = format!("{} - {what}.{}", stem(&upload.name), annotated.extension);
    let media_type = match annotated.extension.as_str() {
        "xlsx" => XLSX,
        "tsv" => TSV,
        _ => CSV,
    };
    Ok(attachment(&name, media_type, annotated.bytes))
}

/// A file's name without its ending.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
