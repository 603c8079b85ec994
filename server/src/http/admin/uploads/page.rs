//! The page of an upload: what its sheets hold, and the drafts that were made of them.

use app::admin::{Page, UploadDraft, UploadTable, UploadView, UserError};
use axum::{extract::Path, response::Response};
use domain::{
    Moment,
    upload::{Choices, Outcome, Survey, TableRef},
};
use store::{Draft, Upload};

use super::{Rejection, RequestContext, chosen, explained, jobs};
use crate::{
    http::admin::{
        Fields,
        drafts::{approved_by, state},
        failure::stopped,
    },
    services::jobs::{JobError, Listed, tables_of},
};

type Id = Path<(String, String)>;

pub(super) async fn page(cx: RequestContext, Path((_, id)): Id) -> Result<Response, Rejection> {
    show(&cx, &id, None).await
}

/// Begins a draft of one table: one whose question is answered now, or that was not asked for before.
pub(super) async fn add(cx: RequestContext, Path((_, id)): Id, form: Fields) -> Result<Response, Rejection> {
    let upload = cx.admin.store.upload(&id).await?;
    match begin_draft(&cx, &upload, &form.0).await {
        Ok(draft) => Ok(cx.done(&cx.to(&format!("/desk/drafts/{}", draft.id)), None)),
        Err(error) => show(&cx, &id, Some(&explained(error)?)).await,
    }
}

/// The table that a form names.
fn table_asked(form: &[(String, String)]) -> Result<TableRef, UserError> {
    let found = jobs::single(form, "table");
    let bad = || UserError::BadFields(vec![("table".to_owned(), found.to_owned())]);
    found.parse().map_err(|()| bad())
}

/// Begins a draft of the table that a form names, with the form's other choices.
pub(crate) async fn begin_draft(
    cx: &RequestContext,
    upload: &Upload,
    form: &[(String, String)],
) -> Result<Draft, JobError> {
    let table = table_asked(form)?;
    let choices = Choices {
        sheet: Some(table.sheet).filter(|name| !name.is_empty()),
        rows: table.rows,
        ..chosen(form)?
    };
    let admin = &cx.admin;
    let current = admin.current().map_err(|_| UserError::Failed)?;
    let base = current.edition.number;
    let (choices, _) = jobs::understand(&admin.store, &admin.jobs, current, upload, choices).await?;
    let by = cx.by().map_err(|_| UserError::Failed)?;
    Ok(jobs::add(&admin.store, upload, &choices, base, &by).await?)
}

async fn show(cx: &RequestContext, id: &str, refusal: Option<&UserError>) -> Result<Response, Rejection> {
    let admin = &cx.admin;
    let upload = admin.store.upload(id).await?;
    let current = admin.current()?;
    let base = current.edition.number;
    let listed = jobs::list(&admin.store, &admin.jobs, current, &upload).await;
    let (survey, listed) = listed.map_err(stopped)?;
    let tables = tables(&survey, &listed);
    let drafts = listed.into_iter().map(|line| UploadDraft {
        state: state(&line.draft),
        approved_by: approved_by(&line.draft, base).map(str::to_owned),
        sheets: sheets(&line, &survey),
        holds: line.holds.map(jobs::Holds::shown),
        id: line.draft.id,
    });
    let drafts: Vec<UploadDraft> = drafts.collect();
    let view = UploadView {
        id: &upload.id,
        file: &upload.name,
        size: upload.size,
        hash: &upload.hash,
        by: &upload.received_by.name,
        received: Moment(upload.received_at),
        drafts: &drafts,
        tables: &tables,
        refusal,
    };
    let page = Page::Upload(&view);
    Ok(match refusal {
        Some(refusal) => cx.refuse(refusal, &page),
        None => cx.show(&page),
    })
}

/// The sheets of a draft, each once: those of the file's one draft if it names none.
fn sheets(line: &Listed, survey: &Survey) -> Vec<String> {
    let mut tables = tables_of(&line.choices);
    if tables.is_empty() {
        let read = survey
            .tables
            .iter()
            .filter(|table| matches!(table.outcome, Outcome::Drafts(_)));
        tables = read.map(|table| table.table.clone()).collect();
    }
    let mut sheets: Vec<String> = tables.into_iter().map(|table| table.sheet).collect();
    sheets.dedup();
    sheets
}

/// Each table with the drafts that read it.
fn tables<'a>(survey: &'a Survey, listed: &[Listed]) -> Vec<UploadTable<'a>> {
    let reads = |line: &Listed, table: &domain::upload::SurveyTable| {
        let named = tables_of(&line.choices);
        let alone = named.is_empty() && matches!(table.outcome, Outcome::Drafts(_));
        alone || named.iter().any(|named| named.is(&table.table))
    };
    let table = |table: &'a domain::upload::SurveyTable| UploadTable {
        table,
        drafts: (0..listed.len()).filter(|at| reads(&listed[*at], table)).collect(),
    };
    survey.tables.iter().map(table).collect()
}
