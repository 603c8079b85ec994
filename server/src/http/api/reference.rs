//! The readable page of the API, made from the OpenAPI document: no script, nothing from elsewhere.

mod words;

use messages::api_reference as w;
use std::fmt::Write as _;

use app::Request;
use axum::{
    extract::State,
    http::{HeaderMap, Uri},
};
use domain::Lang;
use serde_json::Value;

use super::{Answer, Here, bring, document};
use crate::http::pages;

/// An address with all that the page says about it.
#[derive(Debug)]
pub(super) struct Endpoint {
    /// `GET` or `POST`.
    pub(super) method: String,
    /// The pattern, such as `/api/v1/indicators/{indicator}`.
    pub(super) path: String,
    /// What it is, in a few words.
    pub(super) summary: String,
    /// What it gives.
    pub(super) description: String,
    /// What it takes.
    pub(super) parameters: Vec<Parameter>,
    /// Statuses of its answers.
    pub(super) statuses: Vec<String>,
    /// Whether it asks for a token.
    pub(super) token: bool,
    /// A call that works.
    pub(super) example: String,
}

/// A parameter.
#[derive(Debug)]
pub(super) struct Parameter {
    /// Its name.
    pub(super) name: String,
    /// `path`, `query` or `header`.
    pub(super) place: String,
    /// Whether it must be given.
    pub(super) required: bool,
    /// What it takes, such as `1 – 5000` or names.
    pub(super) values: String,
    /// What it does.
    pub(super) words: String,
}

/// `/{lang}/api`.
pub(super) async fn page(State(api): Here, uri: Uri, headers: HeaderMap) -> Answer {
    let (path, query) = (uri.path(), uri.query().unwrap_or_default());
    let Some(lang) = path.split('/').nth(1).and_then(Lang::from_code) else {
        return Ok(pages::answer_once(api.state.render(path, query), &headers));
    };
    bring(&api, &uri).await?;
    let request = Request { path, query };
    let (title, lead) = (w::TITLE.get(lang), w::LEAD.get(lang));
    let response = app::framed(api.state.backend(), &request, title, lead, &body(lang));
    Ok(pages::answer_once(response, &headers))
}

/// All addresses, in the order of the document.
pub(super) fn reference(lang: Lang) -> Vec<Endpoint> {
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

fn endpoint(lang: Lang, method: &str, path: &str, operation: &Value) -> Endpoint {
    let text = |name: &str| operation[name].as_str().unwrap_or_default();
    let own = words::endpoint(path);
    let (summary, description) = match (lang, own) {
        (Lang::Vi, Some([summary, description])) => (summary, description),
        _ => (text("summary"), text("description")),
    };
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    let statuses = operation["responses"].as_object().into_iter().flatten();
    Endpoint {
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

fn parameter(lang: Lang, path: &str, parameter: &Value) -> Parameter {
    let text = |name: &str| parameter[name].as_str().unwrap_or_default().to_owned();
    let name = text("name");
    let words = match lang {
        Lang::Vi => words::parameter(path, &name).unwrap_or_default().to_owned(),
        Lang::En => text("description"),
    };
    Parameter {
        place: text("in"),
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

/// The page below its frame.
pub(super) fn body(lang: Lang) -> String {
    let mut html = format!(
        "<h1>{}</h1>\n<p class=\"lead\">{}</p>\n<ul class=\"prose\">\n",
        w::TITLE.get(lang),
        w::LEAD.get(lang)
    );
    for rule in [w::RULE_1, w::RULE_2, w::RULE_3, w::RULE_4, w::RULE_5, w::RULE_6] {
        let text = rule.get(lang);
        let _ = writeln!(html, "<li>{}</li>", escape(text));
    }
    let _ = writeln!(
        html,
        "</ul>\n<p><a href=\"/api/v1/openapi.json\">{}</a></p>",
        w::DOCUMENT.get(lang)
    );
    let endpoints = reference(lang);
    let _ = writeln!(html, "<nav aria-label=\"{0}\">\n<ul>", w::ADDRESSES.get(lang));
    for (at, endpoint) in endpoints.iter().enumerate() {
        let path = escape(&endpoint.path);
        let summary = escape(&endpoint.summary);
        let _ = writeln!(
            html,
            "<li><a href=\"#api-{at}\">{summary}</a> <code>{} {path}</code></li>",
            endpoint.method
        );
    }
    html.push_str("</ul>\n</nav>\n");
    for (at, endpoint) in endpoints.iter().enumerate() {
        section(&mut html, lang, at, endpoint);
    }
    html
}

fn section(html: &mut String, lang: Lang, at: usize, endpoint: &Endpoint) {
    let _ = writeln!(
        html,
        "<section aria-labelledby=\"api-{at}\">\n<h2 id=\"api-{at}\">{}</h2>\n\
         <p><code>{} {}</code></p>\n<p class=\"prose\">{}</p>",
        escape(&endpoint.summary),
        endpoint.method,
        escape(&endpoint.path),
        escape(&endpoint.description),
    );
    if endpoint.token {
        let _ = writeln!(html, "<p class=\"prose\">{}</p>", escape(w::TOKEN.get(lang)));
    }
    if !endpoint.parameters.is_empty() {
        parameters(html, lang, at, &endpoint.parameters);
    }
    let _ = writeln!(
        html,
        "<p>{}: <code>{}</code></p>\n<p>{}: {}</p>\n</section>",
        w::EXAMPLE.get(lang),
        escape(&endpoint.example),
        w::STATUSES.get(lang),
        endpoint.statuses.join(", "),
    );
}

fn parameters(html: &mut String, lang: Lang, at: usize, parameters: &[Parameter]) {
    let _ = writeln!(
        html,
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"api-{at} api-{at}-c\">\n\
         <table class=\"plain\"><caption id=\"api-{at}-c\">{}</caption>\n<thead><tr>\
         <th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th>\
         </tr></thead>\n<tbody>",
        w::PARAMETERS.get(lang),
        w::NAME.get(lang),
        w::PLACE.get(lang),
        w::VALUES.get(lang),
        w::MEANING.get(lang),
    );
    for one in parameters {
        let place = match one.place.as_str() {
            "path" => w::IN_PATH.get(lang),
            "header" => w::IN_HEADER.get(lang),
            _ => w::IN_QUERY.get(lang),
        };
        let needed = if one.required && one.place != "path" {
            format!(", {}", w::REQUIRED.get(lang))
        } else {
            String::new()
        };
        let _ = writeln!(
            html,
            "<tr><th scope=\"row\"><code>{}</code></th><td>{place}{needed}</td><td>{}</td><td>{}</td></tr>",
            escape(&one.name),
            escape(&one.values),
            escape(&one.words),
        );
    }
    html.push_str("</tbody></table>\n</div>\n");
}

/// Text inside HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
