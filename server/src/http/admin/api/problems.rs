//! Refusals as `application/problem+json` (RFC 9457). Programs read them: they are in English.

use app::admin::{UserError, refusal_lines};
use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use domain::{
    Lang,
    upload::{CorrectionProblem, Issue},
};
use serde_json::{Value, json};
use store::StoreError;

use crate::{
    http::{admin::trouble, content::NO_STORE},
    services::{
        jobs::{JobError, NotCorrected},
        remarks::sentence,
    },
};

/// A refusal in a few words.
pub(super) const fn title(refusal: &UserError) -> &'static str {
    match refusal {
        UserError::NoFile => "No file was sent",
        UserError::FileTooLarge(_) => "The file is too large",
        UserError::BadFields(_) | UserError::BadCorrection(_) => "Some fields cannot be read",
        UserError::NewerEdition(_) => "A newer edition has been published: look at the difference again",
        UserError::UndoOvertaken { .. } => {
            "Editions were published since: look at them, then send the newest one as `base`"
        }
        UserError::ChangedMeanwhile | UserError::Overtaken(_) => "Another editor changed or closed the draft",
        UserError::HasErrors(_) => "The file has errors",
        UserError::NeedsReasons(_) => "Warnings need a reason",
        UserError::NothingChanges => "Nothing would change",
        UserError::NeedsApproval => "A second person must approve first",
        UserError::OwnDraft => "One's own draft cannot be approved by oneself",
        UserError::DiskFull => "The disk is full",
        UserError::ReadOnly => "The store can only be read",
        UserError::Unreachable => "The database does not answer",
        UserError::WrongFiles(_) => "The data files would be wrong",
        _ => "It could not be done",
    }
}

/// The answer to something that was not done.
pub(super) fn stopped(error: &JobError) -> Response {
    match error {
        JobError::Refused(refusal) => refused(refusal),
        JobError::Store(StoreError::NotFound) => plain(StatusCode::NOT_FOUND, "There is no such thing"),
        JobError::Store(error) => refused(&trouble::refusal(error)),
    }
}

/// The answer to a correction that became no draft.
pub(super) fn not_corrected(lang: Lang, error: &NotCorrected) -> Response {
    match error {
        NotCorrected::JobError(JobError::Refused(UserError::BadCorrection(problems))) => {
            let field = |problem: &CorrectionProblem| {
                let text = refusal_lines(lang, &UserError::BadCorrection(vec![problem.clone()])).concat();
                let (field, found) = (problem.field, &problem.found);
                json!({ "field": field, "found": found, "code": problem.error.code(), "text": text })
            };
            let fields: Vec<Value> = problems.iter().map(field).collect();
            let refusal = UserError::BadCorrection(Vec::new());
            problem(trouble::status(&refusal), title(&refusal), json!({ "fields": fields }))
        }
        NotCorrected::JobError(error) => stopped(error),
        NotCorrected::Wrong(issues) => {
            let issue = |issue: &Issue| {
                let (code, text) = (issue.kind.code(), sentence(lang, issue));
                json!({ "code": code, "found": issue.found.to_string(), "text": text })
            };
            let refusal = UserError::HasErrors(issues.len());
            let issues: Vec<Value> = issues.iter().map(issue).collect();
            let more = json!({ "errors": issues.len(), "issues": issues });
            problem(trouble::status(&refusal), "The figure has errors", more)
        }
    }
}

/// The answer to a refusal.
pub(super) fn refused(refusal: &UserError) -> Response {
    let more = match refusal {
        UserError::FileTooLarge(megabytes) => json!({ "limit_megabytes": megabytes }),
        UserError::BadFields(fields) => {
            let field = |(name, found): &(String, String)| json!({ "field": name, "found": found });
            json!({ "fields": fields.iter().map(field).collect::<Vec<_>>() })
        }
        UserError::NewerEdition(newest) => json!({ "newest": newest }),
        UserError::UndoOvertaken { base, newest } => {
            let since: Vec<u32> = (base.saturating_add(1)..=*newest).collect();
            json!({ "newest": newest, "published_since": since })
        }
        UserError::HasErrors(count) => json!({ "errors": count }),
        UserError::NeedsReasons(count) => json!({ "kinds_of_warnings": count }),
        UserError::WrongFiles(problems) => json!({ "problems": problems }),
        _ => json!({}),
    };
    problem(trouble::status(refusal), title(refusal), more)
}

/// A problem without more to say.
pub(super) fn plain(status: StatusCode, title: &str) -> Response {
    problem(status, title, json!({}))
}

fn problem(status: StatusCode, title: &str, mut body: Value) -> Response {
    if let Some(body) = body.as_object_mut() {
        body.insert("type".into(), "about:blank".into());
        body.insert("title".into(), title.into());
        body.insert("status".into(), status.as_u16().into());
    }
    answer(status, "application/problem+json", &body)
}

/// JSON that is not cached.
pub(super) fn answer(status: StatusCode, media_type: &'static str, body: &impl serde::Serialize) -> Response {
    let body = serde_json::to_vec(body).unwrap_or_default();
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(NO_STORE));
    response
}
