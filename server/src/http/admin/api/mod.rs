//! The API, with a bearer token: the way of the administration for programs. `crate::http::api` stands around it and
//! describes it together with its own addresses.

mod document;
mod parameters;
mod problems;
mod question;
mod shapes;

use std::sync::Arc;

use app::admin::UserError;
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{DefaultBodyLimit, Path, Request},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
    routing::{get, post},
};
use domain::{Lang, upload::CorrectionForm};
use store::{Draft, DraftKind, DraftState, Via};

use super::{
    Admin, RequestContext,
    drafts::{Shown, may_change, put, save, with_reasons},
    editions::bring_back,
    export::from_headers,
    fields,
    uploads::{self, chosen, gate},
};
use crate::{
    http::{
        api::{A_MINUTE, refuse_parameters},
        content::{Content, NO_STORE},
    },
    services::jobs::{self, ImportPreview, JobError, decode},
};
pub(crate) use document::Described;
use problems::{answer, plain, stopped};

/// Longest body of a request that is no file.
const LONGEST: usize = 8 << 20;

/// The routes.
pub(super) fn routes() -> Router<Arc<Admin>> {
    Router::new()
        .route("/api/v1/editions", get(editions))
        .route("/api/v1/editions/{number}/restore", post(restore))
        .route("/api/v1/corrections", post(correct))
        .route("/api/v1/uploads", post(upload).layer(DefaultBodyLimit::disable()))
        .route("/api/v1/uploads/{id}", get(listed))
        .route("/api/v1/uploads/{id}/drafts", post(add))
        .route("/api/v1/drafts/{id}", get(draft))
        .route("/api/v1/drafts/{id}/issues", get(issues))
        .route("/api/v1/drafts/{id}/choices", post(choices))
        .route("/api/v1/drafts/{id}/publish", post(publish))
}

type Answer = Result<Response, Response>;

/// All editions, the newest first.
#[utoipa::path(get, path = "/api/v1/editions", tag = "editions", summary = "All editions",
    description = "What was published when, the newest first. Numbers have no gaps, and an edition never changes.",
    params(("Accept-Language" = Option<String>, Header, example = "vi",
        description = "Language of `note` and `method`: `vi` or `en`")),
    responses((status = 200, description = "All editions", body = shapes::EditionList)))]
async fn editions(cx: RequestContext, asked: HeaderMap) -> Answer {
    refuse_parameters(&cx.query)?;
    let lang = from_headers(&asked);
    let editions = cx.admin.store.editions().await.map_err(|e| stopped(&e.into()))?;
    let named = cx.identity().is_some();
    let editions = editions.iter().map(|e| shapes::edition(lang, e, named)).collect();
    let body = serde_json::to_vec(&shapes::EditionList { editions }).unwrap_or_default();
    // Names are for those who signed in: no cache hands them on.
    let kept = if named { NO_STORE } else { A_MINUTE };
    let content = Content::new(StatusCode::OK, kept, body)
        .with(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))
        .with(
            header::VARY,
            HeaderValue::from_static("accept-encoding, accept-language"),
        );
    Ok(content.respond(&asked))
}

/// Publishes an earlier state again: `base` is the newest edition that was looked at, `note` the reason.
#[utoipa::path(post, path = "/api/v1/editions/{number}/restore", tag = "desk", summary = "Undo: restore an edition",
    description = "Publishes the state of an earlier edition again, as a new edition. `base` is the newest edition that \
        was looked at: if others were published since, nothing is done (409), and `published_since` lists them. \
        Without `base` only the newest edition can be undone. `note` is the reason.",
    params(parameters::Number), request_body(content = inline(parameters::Fields), content_type = "application/json",
        example = json!({"base": 3, "note": "the wrong file"})), security(("bearer" = [])),
    responses((status = 200, description = "The new edition", body = shapes::EditionShape)))]
async fn restore(cx: RequestContext, Path(number): Path<u32>, asked: HeaderMap, body: Body) -> Answer {
    let given = pairs(&asked, body).await?;
    let new = bring_back(&cx, number, &given).await;
    let new = new.map_err(|error| stopped(&error))?;
    let edition = cx.admin.store.edition(new).await.map_err(|e| stopped(&e.into()))?;
    Ok(json_of(
        StatusCode::OK,
        &shapes::edition(from_headers(&asked), &edition, true),
    ))
}

/// Takes a file: the body itself, or the field `file` of a form. Choices stand in the query or in the form.
#[utoipa::path(post, path = "/api/v1/uploads", tag = "desk", summary = "Upload a table",
    description = "Takes a file and makes a draft of each indicator and year in it: the body itself, or the field \
        `file` of a form. The answer is the first draft together with the list of all drafts and of the tables of \
        the file. What is chosen already (`indicator`, `year`, `mode`, `source`, …) stands in the query or in the form.",
    params(parameters::UploadAsked),
    request_body(content = inline(parameters::Uploaded), content_type = "application/octet-stream"), security(("bearer" = [])),
    responses((status = 201, description = "The first draft, all drafts, all tables", body = shapes::AnswerShape)))]
async fn upload(cx: RequestContext, request: Request) -> Answer {
    let lang = from_headers(request.headers());
    let created = async {
        let query = fields::query(&cx.query);
        let form = is(request.headers(), "multipart/form-data");
        let received = if form {
            gate(&cx).form(request).await?
        } else {
            let name = Some(query.get("name")).filter(|n| !n.is_empty()).unwrap_or("upload");
            gate(&cx).body(request, name).await?
        };
        let mut given = query.0;
        given.extend(received.fields.iter().cloned());
        let choices = chosen(&given)?;
        uploads::keep(&cx, received, choices, Via::Api).await
    };
    let created: jobs::CreatedDraft = created.await.map_err(|error: JobError| stopped(&error))?;
    let current = cx.admin.current().map_err(|_| stopped(&UserError::Failed.into()))?;
    let body = shapes::answer(lang, &created, &current.catalogue);
    Ok(json_of(StatusCode::CREATED, &body))
}

/// What an upload holds, and its drafts.
#[utoipa::path(get, path = "/api/v1/uploads/{id}", tag = "desk", summary = "One upload",
    description = "Every table of the file with what became of it, and every draft that was made of it.",
    params(parameters::UploadId), security(("bearer" = [])),
    responses((status = 200, description = "The upload", body = shapes::UploadShape)))]
async fn listed(cx: RequestContext, Path(id): Path<String>, asked: HeaderMap) -> Answer {
    let admin = &cx.admin;
    let listed = async {
        let upload = admin.store.upload(&id).await?;
        let current = admin.current().map_err(|_| UserError::Failed)?;
        let (survey, drafts) = jobs::list(&admin.store, &admin.jobs, Arc::clone(&current), &upload).await?;
        Ok((upload, current, survey, drafts))
    };
    let (upload, current, survey, drafts) = listed.await.map_err(|error: JobError| stopped(&error))?;
    let lines = drafts
        .iter()
        .map(|line| (&line.draft, &line.choices, line.holds.as_ref()));
    let body = shapes::upload(from_headers(&asked), &upload, lines, (&survey, &current.catalogue));
    Ok(json_of(StatusCode::OK, &body))
}

/// Makes a draft of one table of an upload.
#[utoipa::path(post, path = "/api/v1/uploads/{id}/drafts", tag = "desk", summary = "Make a draft of a table",
    description = "Makes a draft of one table: `table` as the list of the upload names it, with `indicator` and `year` \
        where the file does not say them, and any other choice.",
    params(parameters::UploadId), request_body(content = inline(parameters::Fields), content_type = "application/json"), security(("bearer" = [])),
    responses((status = 201, description = "The draft", body = shapes::DraftShape)))]
async fn add(cx: RequestContext, Path(id): Path<String>, asked: HeaderMap, body: Body) -> Answer {
    let upload = cx.admin.store.upload(&id).await.map_err(|e| stopped(&e.into()))?;
    let given = pairs(&asked, body).await?;
    let created = uploads::begin_draft(&cx, &upload, &given).await;
    let draft = created.map_err(|error| stopped(&error))?;
    let examined = examined(&cx, &draft).await.map_err(|error| stopped(&error))?;
    Ok(json_of(
        StatusCode::CREATED,
        &shapes::draft(from_headers(&asked), &draft, &examined),
    ))
}

/// Makes a draft that corrects one figure.
#[utoipa::path(post, path = "/api/v1/corrections", tag = "desk", summary = "Correct one figure",
    description = "Makes a draft that corrects one figure: `indicator`, `component`, `province`, `year` or `as_of`; \
        `value` and `rank`, or `missing`; `source`, or `source_title` with `source_publisher`, `source_url`, \
        `source_published`; `how` (`replace`, `beside`, `shown`); `reason`. `show` with the name of a source chooses \
        it where sources disagree, and `all` shows all of them again. The draft is published like that of a table.",
    request_body(content = inline(parameters::Fields), content_type = "application/json",
        example = json!({"indicator": "pci", "province": "ha-noi", "year": 2016, "value": "60,74", "rank": 14,
            "source": "vcci-pci-2016", "reason": "The report gives 60.74"})), security(("bearer" = [])),
    responses((status = 201, description = "The draft", body = shapes::DraftShape)))]
async fn correct(cx: RequestContext, asked: HeaderMap, body: Body) -> Answer {
    let lang = from_headers(&asked);
    let given = pairs(&asked, body).await?;
    let form = CorrectionForm::from_pairs(given.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let admin = &cx.admin;
    let created = async {
        let by = cx.by().map_err(|_| UserError::Failed)?;
        let current = admin.current().map_err(|_| UserError::Failed)?;
        jobs::begin_correction(&admin.store, &admin.jobs, current, &form, (by, Via::Api)).await
    };
    let created = created.await.map_err(|error| problems::not_corrected(lang, &error))?;
    Ok(json_of(
        StatusCode::CREATED,
        &shapes::draft(lang, &created.draft, &created.examined),
    ))
}

/// A draft with all that is known about it.
#[utoipa::path(get, path = "/api/v1/drafts/{id}", tag = "desk", summary = "One draft",
    description = "What was understood of the file, every issue, and what publishing would change.",
    params(parameters::Id), security(("bearer" = [])),
    responses((status = 200, description = "The draft", body = shapes::DraftShape)))]
async fn draft(cx: RequestContext, Path(id): Path<String>, asked: HeaderMap) -> Answer {
    let draft = find(&cx, &id).await?;
    show(&cx, from_headers(&asked), &draft).await
}

/// A part of the issues of a draft.
#[utoipa::path(get, path = "/api/v1/drafts/{id}/issues", tag = "desk", summary = "Issues of a draft",
    description = "Every issue, in parts: `from` is the first (from 0), `limit` how many; `next` is where the next part begins.",
    params(parameters::Id, parameters::Part), security(("bearer" = [])),
    responses((status = 200, description = "A part of the issues", body = shapes::IssueList)))]
async fn issues(cx: RequestContext, Path(id): Path<String>, asked: HeaderMap) -> Answer {
    let draft = find(&cx, &id).await?;
    let number = |name: &str, otherwise: usize| match cx.parameter(name).as_str() {
        "" => Some(otherwise),
        text => text.parse().ok(),
    };
    let Some((from, limit)) = number("from", 0).zip(number("limit", shapes::MOST_ISSUES)) else {
        let title = "from and limit: whole numbers were expected";
        return Err(plain(StatusCode::BAD_REQUEST, title));
    };
    let examined = examined(&cx, &draft).await.map_err(|error| stopped(&error))?;
    let list = shapes::issue_list(from_headers(&asked), &examined.reading, from, limit);
    Ok(json_of(StatusCode::OK, &list))
}

/// Adds choices to those that a draft has; an empty value takes one back.
#[utoipa::path(post, path = "/api/v1/drafts/{id}/choices", tag = "desk", summary = "Choose for a draft",
    description = "Adds choices to those that the draft has; an empty value takes one back.",
    params(parameters::Id), request_body(content = inline(parameters::Fields), content_type = "application/json"), security(("bearer" = [])),
    responses((status = 200, description = "The draft with these choices", body = shapes::DraftShape)))]
async fn choices(cx: RequestContext, Path(id): Path<String>, asked: HeaderMap, body: Body) -> Answer {
    let draft = find(&cx, &id).await?;
    let given = pairs(&asked, body).await?;
    let mut all = decode(&draft.choices);
    // A source takes the place of a source, whichever way the two are given.
    if given
        .iter()
        .any(|(name, value)| name.starts_with("source") && !value.is_empty())
    {
        let whole = given.iter().any(|(name, _)| name == "source" || name == "source_title");
        all.retain(|(name, _)| !(whole && name.starts_with("source")));
    }
    for (name, value) in given {
        all.retain(|(n, _)| *n != name);
        all.push((name, value));
    }
    if !all.iter().any(|(name, _)| name == "revision") {
        all.push(("revision".to_owned(), draft.revision.to_string()));
    }
    let saved = save(&cx, &draft, &all).await.map_err(|error| stopped(&error))?;
    show(&cx, from_headers(&asked), &saved).await
}

/// Publishes a draft: `revision` and `base` as they were read, `note`, `reason.CODE`.
#[utoipa::path(post, path = "/api/v1/drafts/{id}/publish", tag = "desk", summary = "Publish a draft",
    description = "Makes an edition of it: `revision` and `base` as they were read from the draft, `note`, \
        and `reason.CODE` for each kind of warning. Asking again gives the same edition.",
    params(parameters::Id), request_body(content = inline(parameters::Fields), content_type = "application/json"), security(("bearer" = [])),
    responses((status = 200, description = "The edition", body = shapes::EditionShape)))]
async fn publish(cx: RequestContext, Path(id): Path<String>, asked: HeaderMap, body: Body) -> Answer {
    let lang = from_headers(&asked);
    let draft = find(&cx, &id).await?;
    let given = pairs(&asked, body).await?;
    let number = match draft.edition.filter(|_| draft.state == DraftState::Published) {
        Some(number) => number,
        None => {
            let mut shown = Shown::of(&draft);
            shown.choices = with_reasons(&draft, &given);
            if let Some((_, note)) = given.iter().find(|(name, _)| name == "note") {
                note.trim().clone_into(&mut shown.note);
            }
            put(&cx, &draft, &shown, &given)
                .await
                .map_err(|error| stopped(&error))?
        }
    };
    let edition = cx.admin.store.edition(number).await.map_err(|e| stopped(&e.into()))?;
    Ok(json_of(StatusCode::OK, &shapes::edition(lang, &edition, true)))
}

async fn find(cx: &RequestContext, id: &str) -> Result<Draft, Response> {
    let draft = cx.admin.store.draft(id).await.map_err(|e| stopped(&e.into()))?;
    if draft.kind != DraftKind::Figures {
        return Err(plain(StatusCode::NOT_FOUND, "Only drafts of figures are here"));
    }
    may_change(cx, &draft).map_err(|_| plain(StatusCode::FORBIDDEN, "This account may not do this"))?;
    Ok(draft)
}

async fn show(cx: &RequestContext, lang: Lang, draft: &Draft) -> Answer {
    let examined = examined(cx, draft).await.map_err(|error| stopped(&error))?;
    Ok(json_of(StatusCode::OK, &shapes::draft(lang, draft, &examined)))
}

async fn examined(cx: &RequestContext, draft: &Draft) -> Result<Arc<ImportPreview>, JobError> {
    let admin = &cx.admin;
    let upload = draft.upload.as_deref().ok_or(store::StoreError::NotFound)?;
    let upload = admin.store.upload(upload).await?;
    let past = (draft.state == DraftState::Published).then_some(draft.base);
    let current = match past {
        Some(base) => admin
            .edition_loader
            .edition(base)
            .await
            .ok()
            .flatten()
            .ok_or(UserError::Failed)?,
        None => admin.current().map_err(|_| UserError::Failed)?,
    };
    jobs::examine_draft(&admin.store, &admin.jobs, current, &upload, &jobs::choices(draft)).await
}

/// Names and values: a form, or an object of JSON with texts, numbers and true or false.
async fn pairs(headers: &HeaderMap, body: Body) -> Result<Vec<(String, String)>, Response> {
    let bytes = to_bytes(body, LONGEST).await;
    let bytes = bytes.map_err(|_| plain(StatusCode::PAYLOAD_TOO_LARGE, "The request is too large"))?;
    if !is(headers, "application/json") {
        return Ok(decode(&String::from_utf8_lossy(&bytes)));
    }
    let wrong = || {
        plain(
            StatusCode::BAD_REQUEST,
            "An object with texts, numbers, true or false was expected",
        )
    };
    let object: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(&bytes).map_err(|_| wrong())?;
    let text = |value: serde_json::Value| match value {
        serde_json::Value::String(text) => Some(text),
        serde_json::Value::Number(number) => Some(number.to_string()),
        serde_json::Value::Bool(on) => Some(if on { "on".to_owned() } else { String::new() }),
        serde_json::Value::Null => Some(String::new()),
        _ => None,
    };
    let pair = |(name, value)| text(value).map(|value| (name, value));
    let pairs: Option<Vec<_>> = object.into_iter().map(pair).collect();
    pairs.ok_or_else(wrong)
}

fn is(headers: &HeaderMap, media_type: &str) -> bool {
    let found = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok());
    found.is_some_and(|found| found.trim_start().to_ascii_lowercase().starts_with(media_type))
}

fn json_of(status: StatusCode, body: &impl serde::Serialize) -> Response {
    answer(status, "application/json", body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn fields_come_as_a_form_or_as_json() {
        let mut headers = HeaderMap::new();
        let form = pairs(&headers, Body::from("year=2025&mode=add")).await.unwrap();
        headers.insert(
            "content-type",
            HeaderValue::from_static("application/json; charset=utf-8"),
        );
        let body = Body::from("{\"year\":2025,\"mode\":\"add\"}");
        let mut from_json = pairs(&headers, body).await.unwrap();
        from_json.sort();
        assert_eq!(
            from_json,
            [("mode".into(), "add".into()), ("year".into(), "2025".into())]
        );
        assert_eq!(form.len(), 2);
        assert!(pairs(&headers, Body::from("[1]")).await.is_err());
    }
}
