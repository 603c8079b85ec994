//! What the readable page of the API lists, from the OpenAPI document.

mod words;

use messages::api_reference as w;
use std::fmt::Write as _;

use app::{ApiEndpoint, ApiParameter, ApiParameterPlace, Request};
use axum::{
    extract::State,
    http::{HeaderMap, Uri},
};
use domain::Lang;
use serde_json::Value;

use super::{Answer, Here, bring, document};
use crate::http::pages;

/// `/{lang}/api`.
pub(super) async fn page(State(api): Here, uri: Uri, headers: HeaderMap) -> Answer {
    let (path, query) = (uri.path(), uri.query().unwrap_or_default());
    let Some(lang) = path.split('/').nth(1).and_then(Lang::from_code) else {
        return Ok(pages::answer_once(api.state.render(path, query), &headers));
    };
    bring(&api, &uri).await?;
    let request = Request { path, query };
    let response = app::api_reference(api.state.backend(), &request, &reference(lang));
    Ok(pages::answer_once(response, &headers))
}

/// All addresses, in the order of the document.
pub(super) fn reference(lang: Lang) -> Vec<ApiEndpoint> {
    let paths = document::document()["paths"].as_object();
    let mut all = Vec::new();
    for (path, item) in paths.into_iter().flatten() {
        for method in ["get", "post"] {
            if let Some(operation) = item.get(method) {
                all.push(endpoint(lang, method, path, operation));
            }
        }
    }
    // What everybody may use comes first.
    all.sort_by_key(|endpoint| endpoint.token);
    all
}

fn endpoint(lang: Lang, method: &str, path: &str, operation: &Value) -> ApiEndpoint {
    let text = |name: &str| operation[name].as_str().unwrap_or_default();
    let own = words::endpoint(path);
    let (summary, description) = match (lang, own) {
        (Lang::Vi, Some([summary, description])) => (summary, description),
        _ => (text("summary"), text("description")),
    };
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    let statuses = operation["responses"].as_object().into_iter().flatten();
    ApiEndpoint {
        method: method.to_uppercase(),
        path: path.to_owned(),
        summary: summary.to_owned(),
        description: description.to_owned(),
        parameters: parameters.map(|one| parameter(lang, path, one)).collect(),
        statuses: statuses.map(|(status, _)| status.clone()).collect(),
        token: operation.get("security").is_some(),
        example: example(method, path, operation),
    }
}

fn parameter(lang: Lang, path: &str, parameter: &Value) -> ApiParameter {
    let text = |name: &str| parameter[name].as_str().unwrap_or_default().to_owned();
    let name = text("name");
    let words = match lang {
        Lang::Vi => words::parameter(path, &name).unwrap_or_default().to_owned(),
        Lang::En => text("description"),
    };
    ApiParameter {
        place: match parameter["in"].as_str() {
            Some("path") => ApiParameterPlace::Path,
            Some("header") => ApiParameterPlace::Header,
            _ => ApiParameterPlace::Query,
        },
        required: parameter["required"] == true,
        values: values(lang, &parameter["schema"]),
        words,
        name,
    }
}

/// What a schema allows, in a few words.
fn values(lang: Lang, schema: &Value) -> String {
    let items = schema.get("items");
    let one = items.unwrap_or(schema);
    let names = one["enum"].as_array();
    let all: Vec<&str> = names.into_iter().flatten().filter_map(Value::as_str).collect();
    let mut text = match (one["minimum"].as_i64(), one["maximum"].as_i64()) {
        _ if !all.is_empty() => all.join(", "),
        (Some(from), Some(to)) if to < i64::from(u32::MAX) => format!("{from} – {to}"),
        (Some(from), _) => format!("≥ {from}"),
        _ if one["type"] == "integer" => w::NUMBER.get(lang).to_owned(),
        _ => w::TEXT.get(lang).to_owned(),
    };
    if let Some(default) = schema.get("default") {
        let _ = write!(text, " ({} {default})", w::DEFAULT.get(lang));
    }
    if items.is_some() {
        let _ = write!(text, "; {}", w::SEVERAL.get(lang));
    }
    text
}

/// A command with the examples of the document in it.
fn example(method: &str, path: &str, operation: &Value) -> String {
    let mut address = path.to_owned();
    let mut query: Vec<String> = Vec::new();
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    for parameter in parameters {
        let name = parameter["name"].as_str().unwrap_or_default();
        let text = match &parameter["example"] {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Array(all) => all.iter().map(plain).collect::<Vec<_>>().join(","),
            _ if parameter["in"] == "path" => "ID".to_owned(),
            _ => continue,
        };
        match parameter["in"].as_str() {
            Some("path") => address = address.replace(&format!("{{{name}}}"), &text),
            // The edition is for those who want to keep the answer.
            Some("query") if name != "edition" => query.push(format!("{name}={text}")),
            _ => {}
        }
    }
    if !query.is_empty() {
        let _ = write!(address, "?{}", query.join("&"));
    }
    let token = if operation.get("security").is_some() {
        " -H \"Authorization: Bearer $TOKEN\""
    } else {
        ""
    };
    let body = match (method, path) {
        ("post", "/api/v1/uploads") => " --data-binary @pci-2016.csv",
        ("post", _) => " --json '{\"revision\": 1, \"base\": 1}'",
        _ => "",
    };
    format!("curl{token}{body} \"$HOST{address}\"")
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
