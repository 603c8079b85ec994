//! The document and the rules say the same.

use std::collections::BTreeSet;

use domain::Lang;

use super::{document, reference};
use crate::auth;

const METHODS: [&str; 2] = ["get", "post"];

fn described() -> BTreeSet<(String, String)> {
    let paths = document::document()["paths"].as_object().unwrap();
    let methods = |path: &String, item: &serde_json::Value| {
        let found = METHODS.into_iter().filter(|method| item.get(method).is_some());
        found.map(|m| (m.to_uppercase(), path.clone())).collect::<Vec<_>>()
    };
    paths.iter().flat_map(|(path, item)| methods(path, item)).collect()
}

#[test]
fn every_route_is_described_and_nothing_else() {
    let routes: BTreeSet<_> = auth::rules()
        .filter(|rule| rule.pattern.starts_with("/api/"))
        .map(|rule| (rule.method.to_owned(), rule.pattern.to_owned()))
        .collect();
    assert_eq!(described(), routes);
}

#[test]
fn the_page_has_words_for_everything_in_both_languages() {
    for lang in Lang::ALL {
        let endpoints = reference::reference(lang);
        assert_eq!(endpoints.len(), described().len());
        for endpoint in &endpoints {
            assert!(!endpoint.summary.is_empty(), "{}", endpoint.path);
            for parameter in &endpoint.parameters {
                assert!(!parameter.words.is_empty(), "{} {}", endpoint.path, parameter.name);
            }
        }
    }
    let [vi, en] = Lang::ALL.map(reference::reference);
    for (vi, en) in vi.iter().zip(&en) {
        assert_eq!((&vi.method, &vi.path), (&en.method, &en.path));
        assert_ne!(vi.summary, en.summary, "{} is not translated", vi.path);
    }
}
