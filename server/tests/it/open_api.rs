//! The OpenAPI document: valid, complete, and kept by what is served.

use std::collections::BTreeSet;

use axum::Router;
use serde_json::Value;
use server::auth::rules;

use crate::{
    fake::{Answer, ask, get, real},
    office::Office,
};

pub(crate) fn json(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.body).unwrap_or_else(|e| panic!("{e}: {:?}", answer.body))
}

async fn document(router: &Router) -> Value {
    let answer = get(router, "/api/v1/openapi.json").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), "application/json");
    json(&answer)
}

fn walk(value: &Value, seen: &mut dyn FnMut(&str, &Value)) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                seen(name, value);
                walk(value, seen);
            }
        }
        Value::Array(all) => all.iter().for_each(|value| walk(value, seen)),
        _ => {}
    }
}

/// Method, pattern and operation.
fn operations(document: &Value) -> impl Iterator<Item = (String, &String, &Value)> {
    let paths = document["paths"].as_object().unwrap();
    paths.iter().flat_map(|(path, item)| {
        let methods = item.as_object().unwrap().iter();
        methods.map(move |(method, operation)| (method.to_uppercase(), path, operation))
    })
}

#[tokio::test]
async fn the_document_is_whole() {
    let document = document(&real()).await;
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["info"]["version"], env!("CARGO_PKG_VERSION"));
    let mut references = BTreeSet::new();
    walk(&document, &mut |name, value| {
        if name == "$ref" {
            references.insert(value.as_str().unwrap().to_owned());
        }
        // Forms of OpenAPI 3.0 that 3.1 does not have.
        assert!(name != "nullable", "{value}");
        assert!(!name.starts_with("exclusive") || !value.is_boolean());
    });
    assert!(references.len() > 20, "{references:?}");
    for reference in references {
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(document.pointer(pointer).is_some(), "{reference} is not there");
    }
    let mut ids = BTreeSet::new();
    for (method, path, operation) in operations(&document) {
        let id = operation["operationId"].as_str().unwrap();
        assert!(ids.insert(id.to_owned()), "{method} {path}: {id} twice");
        assert!(!operation["summary"].as_str().unwrap().is_empty(), "{path}");
        let responses = operation["responses"].as_object().unwrap();
        for status in ["400", "404", "405", "414", "500"] {
            assert!(responses.contains_key(status), "{method} {path}: {status}");
        }
        let reading = method == "GET";
        assert_eq!(responses.contains_key("429"), reading, "{method} {path}");
        let named: BTreeSet<&str> = path
            .split('/')
            .filter_map(|p| p.strip_prefix('{')?.strip_suffix('}'))
            .collect();
        let parameters = operation["parameters"].as_array().map_or(&[][..], Vec::as_slice);
        let inside = parameters.iter().filter(|p| p["in"] == "path");
        let inside: BTreeSet<&str> = inside.map(|p| p["name"].as_str().unwrap()).collect();
        assert_eq!(inside, named, "{method} {path}");
        for parameter in parameters {
            assert!(
                !parameter["description"].as_str().unwrap_or_default().is_empty(),
                "{path} {parameter}"
            );
        }
    }
}

#[tokio::test]
async fn the_document_has_the_routes_of_the_rules_and_no_others() {
    let document = document(&real()).await;
    let described: BTreeSet<_> = operations(&document)
        .map(|(method, path, _)| (method, path.clone()))
        .collect();
    let routes: BTreeSet<_> = rules()
        .filter(|rule| rule.pattern.starts_with("/api/"))
        .map(|rule| (rule.method.to_owned(), rule.pattern.to_owned()))
        .collect();
    assert_eq!(described, routes);
    let admin = operations(&document).filter(|(_, _, operation)| operation.get("security").is_some());
    assert_eq!(admin.count(), 9);
}

/// A value that a schema does not allow.
fn bad(parameter: &Value) -> Vec<&'static str> {
    let schema = &parameter["schema"];
    let one = schema.get("items").unwrap_or(schema);
    let mut bad = vec![
        "",
        "nonsense!",
        "%00",
        "%FF",
        "NaN",
        "x,y",
        "' OR 1=1",
        "99999999999999999999999",
    ];
    if one["type"] == "integer" {
        bad.extend(["-1", "1.5", "1e3", "0x10", "+7", "%2B7", "007", "2016;2017"]);
        if one["minimum"].as_i64().unwrap_or(1) > 0 {
            bad.push("0");
        }
    }
    if schema.get("items").is_none() {
        bad.push("2016,2017");
    }
    bad
}

#[tokio::test]
async fn every_parameter_with_a_bad_value_gives_a_400_that_names_it() {
    let office = Office::new().await;
    let document = document(&office.router).await;
    let mut tried = 0;
    for (method, path, operation) in operations(&document) {
        if method != "GET" || operation.get("security").is_some() {
            continue;
        }
        let parameters = operation["parameters"].as_array().map_or(&[][..], Vec::as_slice);
        // What has to be given is given, by the examples of the document.
        let mut address = path.clone();
        let mut needed: Vec<(String, String)> = Vec::new();
        for parameter in parameters.iter().filter(|p| p["required"] == true) {
            let name = parameter["name"].as_str().unwrap();
            let example = parameter["example"].to_string().replace('"', "");
            if parameter["in"] == "path" {
                address = address.replace(&format!("{{{name}}}"), &example);
            } else {
                needed.push((name.to_owned(), example));
            }
        }
        let query = |name: &str, value: &str| {
            let others = needed
                .iter()
                .filter(|(n, _)| n != name)
                .map(|(n, v)| format!("{n}={v}"));
            others.chain([format!("{name}={value}")]).collect::<Vec<_>>().join("&")
        };
        for parameter in parameters.iter().filter(|p| p["in"] == "query") {
            let name = parameter["name"].as_str().unwrap();
            for value in bad(parameter) {
                let value = value.replace(' ', "+");
                let uri = format!("{address}?{}", query(name, &value));
                refused(&office.router, &uri, 400, name).await;
                tried += 1;
            }
            let good = parameter["example"].to_string().replace(['"', '[', ']'], "");
            let twice = format!("{address}?{}&{name}={good}", query(name, &good));
            refused(&office.router, &twice, 400, name).await;
        }
        let uri = format!("{address}?{}", query("yaer", "2016"));
        let problem = refused(&office.router, &uri, 400, "yaer").await;
        for parameter in parameters.iter().filter(|p| p["in"] == "query") {
            let known = problem["known"].as_array().unwrap();
            assert!(known.contains(&parameter["name"]), "{uri}: {problem}");
        }
        for missing in &needed {
            let rest = needed.iter().filter(|other| *other != missing);
            let rest: Vec<String> = rest.map(|(n, v)| format!("{n}={v}")).collect();
            refused(
                &office.router,
                &format!("{address}?{}", rest.join("&")),
                400,
                &missing.0,
            )
            .await;
        }
    }
    assert!(tried > 200, "{tried}");
}

async fn refused(router: &Router, uri: &str, status: u16, parameter: &str) -> Value {
    let answer = get(router, uri).await;
    assert_eq!(answer.status, status, "{uri}: {}", answer.text());
    assert_eq!(answer.header("content-type"), "application/problem+json", "{uri}");
    assert_eq!(answer.header("cache-control"), "no-store", "{uri}");
    assert_eq!(answer.header("access-control-allow-origin"), "*", "{uri}");
    let problem = json(&answer);
    assert_eq!(problem["parameter"], parameter, "{uri}: {problem}");
    assert_eq!(problem["status"], status, "{uri}");
    assert!(!problem["title"].as_str().unwrap().is_empty());
    problem
}

#[tokio::test]
async fn parts_of_a_path_that_are_not_there_are_told_with_what_is() {
    let office = Office::new().await;
    for (uri, status, parameter, known) in [
        ("/api/v1/indicators/pic", 404, "indicator", "pci"),
        ("/api/v1/indicators/%00", 404, "indicator", "pci"),
        ("/api/v1/provinces/hanoi", 404, "province", "ha-noi"),
        ("/api/v1/rankings/pic/2016", 404, "indicator", "pci"),
        ("/api/v1/rankings/pci/1999", 404, "year", "2016"),
        ("/api/v1/rankings/pci/2016?basis=34", 404, "year", ""),
        (
            "/api/v1/rankings/pci/2016?component=procedures",
            404,
            "component",
            "entry",
        ),
        ("/api/v1/rankings/pci/NaN", 400, "year", ""),
        ("/api/v1/rankings/pci/99999999999999999999", 400, "year", ""),
        ("/api/v1/rankings/pci/-2016", 400, "year", ""),
        ("/api/v1/figures?edition=7", 404, "edition", ""),
        ("/api/v1/figures?cursor=7-0", 404, "edition", ""),
        ("/api/v1/figures?cursor=2-0&edition=1", 422, "cursor", ""),
        ("/api/v1/figures?from=2017&to=2016", 422, "to", ""),
        (
            "/api/v1/figures?indicator=pci&component=procedures",
            422,
            "component",
            "entry",
        ),
        ("/api/v1/changes?indicator=pci&from=2016&to=2016", 422, "to", ""),
        ("/api/v1/changes?indicator=pci&from=1950&to=1951", 404, "to", "2016"),
    ] {
        let problem = refused(&office.router, uri, status, parameter).await;
        if !known.is_empty() {
            assert!(
                problem["known"].as_array().unwrap().contains(&known.into()),
                "{uri}: {problem}"
            );
        }
    }
    for uri in [
        "/api/v1/indicators/%ff",
        "/api/v1/rankings/pci/%ff",
        "/api/v1/figures?%ff",
    ] {
        assert_eq!(get(&office.router, uri).await.status, 400, "{uri}");
    }
}

#[tokio::test]
async fn whatever_is_below_api_answers_programs() {
    let office = Office::new().await;
    for router in [&office.router, &real()] {
        for uri in [
            "/api",
            "/api/",
            "/api/v1",
            "/api/v1/nonsense",
            "/api/v2/figures",
            "/api/v1/figures/",
        ] {
            let answer = get(router, uri).await;
            assert_eq!(answer.status, 404, "{uri}");
            assert_eq!(answer.header("content-type"), "application/problem+json", "{uri}");
            let known = json(&answer)["known"].clone();
            assert!(known.as_array().unwrap().contains(&"/api/v1/figures".into()), "{uri}");
        }
        for method in ["POST", "PUT", "DELETE", "PATCH", "TRACE"] {
            for uri in ["/api/v1/figures", "/api/v1/openapi.json", "/api/v1/nonsense"] {
                let answer = ask(router, method, uri, &[]).await;
                assert_eq!(answer.status, 405, "{method} {uri}");
                assert_eq!(answer.header("allow"), "GET, HEAD", "{method} {uri}");
                assert_eq!(
                    answer.header("content-type"),
                    "application/problem+json",
                    "{method} {uri}"
                );
            }
        }
        let long = format!("/api/v1/figures?indicator={}", "pci,".repeat(3000));
        let answer = get(router, &long).await;
        assert_eq!((answer.status.as_u16(), &json(&answer)["status"]), (414, &414.into()));
    }
    let answer = ask(&office.router, "PUT", "/api/v1/uploads", &[]).await;
    assert_eq!((answer.status.as_u16(), answer.header("allow")), (405, "POST"));
    assert_eq!(answer.header("access-control-allow-origin"), "", "not for other sites");
}

#[tokio::test]
async fn the_page_describes_every_address_in_both_languages() {
    let router = real();
    let document = document(&router).await;
    for lang in ["vi", "en"] {
        let page = get(&router, &format!("/{lang}/api")).await;
        assert_eq!(page.status, 200);
        assert!(page.header("content-type").starts_with("text/html"));
        let html = page.text();
        assert_eq!(html.matches("<section").count(), operations(&document).count());
        assert!(!html.contains("style="), "{lang}");
        for (_, path, _) in operations(&document) {
            assert!(page.text().contains(path.as_str()), "{lang} {path}");
        }
    }
    assert_eq!(get(&router, "/xx/api").await.status, 404);
    assert_eq!(get(&router, "/vi/api?edition=1").await.status, 200);
    assert_eq!(get(&router, "/vi/api?edition=99").await.status, 404);
}
