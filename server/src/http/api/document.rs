//! The OpenAPI document: made from the code of the endpoints, with the names that an edition knows.

use std::sync::LazyLock;

use axum::{
    extract::State,
    http::{HeaderMap, Uri},
};
use domain::{Catalogue, Snapshot};
use serde_json::{Value, json};
use utoipa::{
    Modify, OpenApi,
    openapi::{
        Content, Header, Ref, RefOr, Response, ResponseBuilder,
        path::Operation,
        schema::{Schema, Type},
        security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
    },
};

use super::{
    Answer, ApiBody, Call, Here, MEDIA_TYPE, Nothing, Problem, changes, component_slugs, decks, figures, indicators,
    provinces, rankings, slugs,
};
use crate::http::admin;

/// The public addresses; those of the administration are added to them.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Thước Đo",
        description = "Published figures of Viet Nam's administrative reform by province: indicators, rankings, \
            changes with the word on whether they may be compared, each figure with its sources. Everything is read \
            with GET, from any site, without a key. Answers name the edition that gave them; `edition=` with its \
            number always gives the same answer, which may be kept for ever. Figures belong to their publishers: \
            see `licences`. Texts are in Vietnamese and English. A parameter that is not known, given twice or has \
            a value that it cannot have is refused with 400; values that do not fit together with 422."
    ),
    paths(
        openapi, indicators::list, indicators::one, provinces::list, provinces::one, figures::figures,
        rankings::ranking, changes::changes, decks::refresh_deck
    ),
    tags(
        (name = "figures", description = "All figures with what their sources say"),
        (name = "indicators", description = "What is measured, by which rules"),
        (name = "provinces", description = "The 63 provinces, the 34, and what became of each"),
        (name = "rankings", description = "Tables in order"),
        (name = "changes", description = "Two years side by side"),
        (name = "decks", description = "Decks that were downloaded here, brought up to an edition"),
        (name = "editions", description = "What was published when"),
        (name = "document", description = "This document"),
        (name = "desk", description = "Uploading and publishing, with a token of an account")
    ),
    components(schemas(Problem)),
    modifiers(&Common)
)]
struct Described;

/// The document without the names of an edition.
static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let mut document = Described::openapi();
    let mut admin = admin::Described::openapi();
    Common.modify(&mut admin);
    document.merge(admin);
    let mut document = serde_json::to_value(document).unwrap_or_default();
    if let Some(info) = document.get_mut("info").and_then(Value::as_object_mut) {
        info.remove("license");
        info.remove("contact");
    }
    document
});

/// What all answers have in common.
struct Common;

/// Headers of answers that may be kept.
const KEPT: [(&str, &str); 2] = [
    (
        "ETag",
        "Send it back in `If-None-Match`: an answer that stayed the same is 304 without a body",
    ),
    (
        "Cache-Control",
        "`immutable` where the edition is pinned; else a minute",
    ),
];

/// Refusals of every address: status, name, what it says.
const REFUSALS: [(&str, &str, &str); 12] = [
    (
        "400",
        "BadRequest",
        "A parameter is not known, given twice, missing or has a value that it cannot have; the parameter is named",
    ),
    ("401", "SignInFirst", "An account is needed: send a token"),
    (
        "403",
        "Forbidden",
        "The account may not do this, or a change was sent without a token",
    ),
    (
        "404",
        "NotFound",
        "There is no such thing; what there is, is listed where that can be done",
    ),
    (
        "405",
        "MethodNotAllowed",
        "The address does not take this method; `Allow` says which it takes",
    ),
    (
        "409",
        "Conflict",
        "Something changed meanwhile: read again, then decide again",
    ),
    ("413", "TooLarge", "What was sent is too large"),
    (
        "414",
        "AddressTooLong",
        "The address is longer than 8 kB: leave out some of the conditions",
    ),
    (
        "422",
        "Unprocessable",
        "The values do not fit together, or the file or its choices are not right yet",
    ),
    (
        "429",
        "TooManyRequests",
        "Too many requests from this address in a minute; `Retry-After` says how long to wait",
    ),
    (
        "500",
        "Failed",
        "The server failed; its log says why under the number in `X-Request-Id`",
    ),
    (
        "503",
        "Unreachable",
        "The store does not answer, or too many wait for older editions; try again",
    ),
];

impl Modify for Common {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let components = document.components.get_or_insert_with(Default::default);
        let bearer = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some("A token of an account, made on the page of the account"))
            .build();
        components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
        for (status, name, description) in REFUSALS {
            components
                .responses
                .insert(name.to_owned(), RefOr::T(refusal(status, description)));
        }
        components
            .responses
            .insert("NotModified".to_owned(), RefOr::T(not_modified()));
        for item in document.paths.paths.values_mut() {
            for (operation, reading) in [(&mut item.get, true), (&mut item.post, false)] {
                if let Some(operation) = operation {
                    complete(operation, reading);
                }
            }
        }
    }
}

fn refusal(status: &str, description: &str) -> Response {
    let content = Content::new(Some(Ref::from_schema_name("Problem")));
    let mut response = ResponseBuilder::new()
        .description(description)
        .content(MEDIA_TYPE, content);
    let header = |words: &str, number: bool| {
        let kind = if number { Type::Integer } else { Type::String };
        let schema: Schema = utoipa::openapi::ObjectBuilder::new().schema_type(kind).build().into();
        let mut header = Header::new(schema);
        header.description = Some(words.to_owned());
        header
    };
    response = match status {
        "405" => response.header("Allow", header("Methods that the address takes", false)),
        "429" => response.header("Retry-After", header("Seconds to wait", true)),
        "503" => response.header("Retry-After", header("Seconds to wait, where that is known", true)),
        "401" => response.header("WWW-Authenticate", header("`Bearer`", false)),
        _ => response,
    };
    response.build()
}

fn not_modified() -> Response {
    ResponseBuilder::new()
        .description("The answer is still the one whose ETag was sent")
        .build()
}

/// Adds what every operation of its kind has.
fn complete(operation: &mut Operation, reading: bool) {
    let admin = operation.security.is_some();
    let wanted = |status: &str| match status {
        "409" | "413" => !reading,
        "422" => !reading || !admin,
        "429" => reading,
        _ => true,
    };
    for (status, name, _) in REFUSALS.iter().filter(|(status, _, _)| wanted(status)) {
        let reference = RefOr::Ref(Ref::from_response_name(*name));
        operation.responses.responses.insert((*status).to_owned(), reference);
    }
    if !reading || admin {
        return;
    }
    let same = RefOr::Ref(Ref::from_response_name("NotModified"));
    operation.responses.responses.insert("304".to_owned(), same);
    if let Some(RefOr::T(answer)) = operation.responses.responses.get_mut("200") {
        for (name, words) in KEPT {
            let schema: Schema = utoipa::openapi::ObjectBuilder::new()
                .schema_type(Type::String)
                .build()
                .into();
            let mut header = Header::new(schema);
            header.description = Some(words.to_owned());
            answer.headers.insert(name.to_owned(), header);
        }
    }
}

/// This document
///
/// OpenAPI 3.1, with the names of the newest edition's indicators, components, provinces and regions.
#[utoipa::path(get, path = "/api/v1/openapi.json", tag = "document", params(super::Pinned),
    responses((status = 200, description = "The document", body = Value)))]
pub(super) async fn openapi(State(api): Here, uri: Uri, headers: HeaderMap) -> Answer {
    let call = Call {
        uri: &uri,
        headers: &headers,
    };
    api.answer::<Nothing>(call, |snapshot, _, _| ApiBody::json(&with_names(snapshot)))
        .await
}

/// The document as it is built in.
pub(super) fn document() -> &'static Value {
    &DOCUMENT
}

/// The document with the names that an edition knows.
pub(super) fn with_names(snapshot: &Snapshot) -> Value {
    let mut document = DOCUMENT.clone();
    document["info"]["x-edition"] = snapshot.edition.number.into();
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    for operation in paths
        .into_iter()
        .flat_map(|paths| paths.values_mut())
        .filter_map(|item| item.get_mut("get"))
    {
        let parameters = operation.get_mut("parameters").and_then(Value::as_array_mut);
        for parameter in parameters.into_iter().flatten() {
            let names = parameter["name"]
                .as_str()
                .and_then(|name| names(&snapshot.catalogue, name));
            if let Some(names) = names {
                let schema = &mut parameter["schema"];
                let place = if schema.get("items").is_some() {
                    &mut schema["items"]
                } else {
                    schema
                };
                place["enum"] = json!(names);
            }
        }
    }
    document
}

/// The values that a parameter takes, where the catalogue has them.
fn names<'a>(catalogue: &'a Catalogue, parameter: &str) -> Option<Vec<&'a str>> {
    Some(match parameter {
        "indicator" => slugs(catalogue).collect(),
        "component" => component_slugs(catalogue),
        "province" => catalogue
            .provinces
            .alphabetical()
            .map(|(_, p)| p.slug.as_str())
            .collect(),
        "region" => figures::regions(catalogue).collect(),
        _ => return None,
    })
}
