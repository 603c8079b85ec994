//! Server functions: called by an island, or posted as the form that they are without JavaScript.

use server::auth::rules;

use crate::{
    drafts::{analyst, upload},
    fake::Answer,
    office::{Office, Visitor, encoded},
    tables::{ha_noi, hidden},
};

const ANSWER: &str = "/calls/answer-draft";
const OWN: (&str, &str) = ("sec-fetch-site", "same-origin");

/// The fields of a draft's form with a spelling of a province that is answered.
fn fields<'a>(draft: &'a str, revision: &'a str, year: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("lang", "vi"),
        ("draft", draft),
        ("revision", revision),
        ("indicator", "pci"),
        ("year", year),
        ("place.Thủ đô ta", "ha-noi"),
    ]
}

async fn call(visitor: &mut Visitor, accept: &str, fields: &[(&str, &str)]) -> Answer {
    let headers = [OWN, ("accept", accept)];
    visitor.ask("POST", ANSWER, &headers, &encoded(fields)).await
}

#[tokio::test]
async fn an_island_gets_the_content_and_a_form_its_page() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    let draft = upload(&lan, &ha_noi("61,5").replace("Hà Nội", "Thủ đô ta")).await;
    let page = lan.get(&format!("/vi/desk/drafts/{draft}")).await;
    assert!(page.text().contains(r#"name="place.Thủ đô ta""#), "{}", page.text());
    let revision = hidden(page.text(), "revision");

    let fragment = call(&mut lan, "*/*", &fields(&draft, &revision, "2016")).await;
    assert_eq!(fragment.status, 200, "{}", fragment.text());
    assert_eq!(fragment.header("content-type"), "text/html; charset=utf-8");
    let text = fragment.text();
    assert!(text.contains(r#"id="provinces""#) && !text.contains("<html"), "{text}");
    assert!(
        !text.contains(r#"<select id="place-0""#),
        "the question is answered: {text}"
    );

    let next = hidden(text, "revision");
    let late = call(&mut lan, "*/*", &fields(&draft, &revision, "2016")).await;
    assert_eq!(
        (late.status.as_u16(), late.text()),
        (409, "409"),
        "the draft was changed"
    );
    let late = call(&mut lan, "text/html", &fields(&draft, &revision, "2016")).await;
    assert_eq!(late.status, 409);
    assert!(late.text().contains("<html") && late.text().contains("Thủ đô ta"));

    let form = call(&mut lan, "text/html,*/*;q=0.8", &fields(&draft, &next, "2016")).await;
    assert_eq!(form.status, 303);
    assert!(form.header("location").starts_with(&format!("/vi/desk/drafts/{draft}")));
}

#[tokio::test]
async fn what_cannot_be_stored_has_a_status_and_changes_nothing() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    let draft = upload(&lan, &ha_noi("61,5")).await;
    let before = office.store.draft(&draft).await.unwrap();
    let revision = before.revision.to_string();
    let bad = call(&mut lan, "*/*", &fields(&draft, &revision, "hai nghìn")).await;
    assert_eq!(bad.status, 422);
    let unknown = call(&mut lan, "*/*", &fields("nowhere", &revision, "2016")).await;
    assert_eq!(unknown.status, 404);
    let nobody = call(&mut office.visitor(), "*/*", &fields(&draft, &revision, "2016")).await;
    assert!([401, 403].contains(&nobody.status.as_u16()), "{}", nobody.status);
    let elsewhere = [("sec-fetch-site", "cross-site"), ("accept", "*/*")];
    let form = encoded(&fields(&draft, &revision, "2016"));
    assert_eq!(lan.ask("POST", ANSWER, &elsewhere, &form).await.status, 403);
    let large = format!("{form}&note={}", "a".repeat(9 << 20));
    let large = lan.ask("POST", ANSWER, &[OWN, ("accept", "*/*")], &large).await;
    assert_eq!(large.status, 413);
    assert_eq!(office.store.draft(&draft).await.unwrap().revision, before.revision);
}

#[test]
fn every_server_function_has_a_rule() {
    let functions: Vec<&str> = leptos::server_fn::axum::server_fn_paths()
        .map(|(path, _)| path)
        .collect();
    assert_eq!(functions, [ANSWER]);
    for path in functions {
        let rules = rules().filter(|rule| rule.pattern == path);
        let methods: Vec<&str> = rules.map(|rule| rule.method).collect();
        assert_eq!(methods, ["POST"], "{path}");
    }
}
