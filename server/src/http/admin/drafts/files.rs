//! Files of a draft, to be taken along.

use axum::{extract::Path, response::Response};
use messages::admin::files as w;

use super::{Rejection, RequestContext, examined, jobs, upload_of};
use crate::{
    http::{
        admin::{export::attachment, failure::explained},
        media_type::{BYTES, CSV, TSV, XLSX},
    },
    services::remarks,
};

type Id = Path<(String, String)>;

/// The file as it was sent.
pub(super) async fn original(cx: RequestContext, Path((_, id)): Id) -> Result<Response, Rejection> {
    let store = &cx.admin.store;
    let draft = store.draft(&id).await?;
    let upload = upload_of(&cx, &draft).await?;
    // Whatever it says to be: it is handed back as bytes, and no browser opens it.
    Ok(attachment(&upload.name, BYTES, store.upload_bytes(&upload.id).await?))
}

/// All issues as a table.
pub(super) async fn issues(cx: RequestContext, Path((_, id)): Id) -> Result<Response, Rejection> {
    let draft = cx.admin.store.draft(&id).await?;
    let upload = upload_of(&cx, &draft).await?;
    let examined = examined(&cx, &draft, &upload, &jobs::choices(&draft)).await?;
    let lang = cx.lang();
    let made = cx
        .admin
        .jobs
        .answer(move || remarks::table(lang, &examined.reading))
        .await;
    let table = made.map_err(|error| explained(error).map_or_else(|error| error, Rejection::Trouble))?;
    let name = format!("{} - {}.csv", stem(&upload.name), w::FILE_ISSUES.get(lang));
    Ok(attachment(&name, CSV, table))
}

/// The file as it was sent, with a column of remarks.
pub(super) async fn annotated(cx: RequestContext, Path((_, id)): Id) -> Result<Response, Rejection> {
    let store = &cx.admin.store;
    let draft = store.draft(&id).await?;
    let upload = upload_of(&cx, &draft).await?;
    let choices = jobs::choices(&draft);
    let examined = examined(&cx, &draft, &upload, &choices).await?;
    let bytes = store.upload_bytes(&upload.id).await?;
    let lang = cx.lang();
    let job = jobs::Job {
        hash: upload.hash.clone(),
        name: upload.name.clone(),
        choices,
    };
    let jobs = &cx.admin.jobs;
    let made = async {
        let remarks = jobs.run(move || remarks::column(lang, &examined.reading)).await?;
        jobs.annotate(job, bytes, remarks).await
    };
    let made = made
        .await
        .map_err(|error| explained(error).map_or_else(|error| error, Rejection::Trouble))?;
    // What cannot be opened has no place for a column.
    let Some(annotated) = made else {
        return issues(cx, Path((String::new(), id))).await;
    };
    let what = w::FILE_REMARKS.get(lang);
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
