//! Server functions: called by an island, or posted as the form that they are without JavaScript.

use server::auth::rules;

use crate::{
    drafts::{analyst, upload},
    fake::Answer,
    office::{Office, Visitor, encoded},
    tables::{ha_noi, hidden},
};

const ANSWER: &str = "/calls/answer-draft";
const DECK: &str = "/calls/edit-deck";
const FOLLOW: &str = "/calls/follow-province";
const OWN: (&str, &str) = ("sec-fetch-site", "same-origin");

/// The fields of a draft's form with a spelling of a province that is answered.
fn fields<'a>(draft: &'a str, revision: &'a str, year: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("page_lang", "vi"),
        ("draft", draft),
        ("revision", revision),
        ("indicator", "pci"),
        ("year", year),
        ("place.Thủ đô ta", "ha-noi"),
    ]
}

async fn call(visitor: &mut Visitor, accept: &str, fields: &[(&str, &str)]) -> Answer {
    call_at(visitor, ANSWER, accept, fields).await
}

async fn call_at(visitor: &mut Visitor, address: &str, accept: &str, fields: &[(&str, &str)]) -> Answer {
    let headers = [OWN, ("accept", accept)];
    visitor.ask("POST", address, &headers, &encoded(fields)).await
}

const FORM: &str = "text/html,*/*;q=0.8";
const BARS: &str = "rankings/pci/2016/bars";
const BUMP: &str = "rankings/pci/2016/bump";

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
    assert!(large.text().contains("larger than allowed"), "{}", large.text());
    assert_eq!(office.store.draft(&draft).await.unwrap().revision, before.revision);
}

#[tokio::test]
async fn a_chart_is_added_to_the_deck_that_the_browser_remembers() {
    let office = Office::new().await;
    let mut reader = office.visitor();
    let said = call_at(
        &mut reader,
        DECK,
        "*/*",
        &[("page_lang", "en"), ("add", BARS), ("highlight", "nghe-an")],
    )
    .await;
    assert_eq!(said.status, 200, "{}", said.text());
    assert!(
        said.text().contains("1 chart") && !said.text().contains("<html"),
        "{}",
        said.text()
    );
    let form = call_at(&mut reader, "/calls/edit-deck?page_lang=en", FORM, &[("add", BUMP)]).await;
    assert_eq!(form.status, 303);
    let deck = form.header("location");
    assert!(
        deck.starts_with("/en/deck?own=1&c=rankings") && deck.contains("nghe-an") && deck.contains("bump"),
        "{deck}"
    );

    // Without scripts one comes back to the page that the form was on; no other site is led to.
    let page = "http://desk.example/vi/rankings/pci/2016?chart=bars&added=9";
    for (referer, to) in [
        (page, "/vi/rankings/pci/2016?chart=bars&added=2#added"),
        ("http://desk.example//evil.example/vi", "/en/deck?own=1"),
        (
            "http://desk.example/charts/rankings/pci/2016/bars.svg",
            "/en/deck?own=1",
        ),
    ] {
        let headers = [OWN, ("accept", FORM), ("referer", referer)];
        let form = encoded(&[("add", BUMP)]);
        let answer = reader
            .ask("POST", "/calls/edit-deck?page_lang=en", &headers, &form)
            .await;
        assert_eq!(answer.status, 303);
        assert!(
            answer.header("location").starts_with(to),
            "{}",
            answer.header("location")
        );
        let cookies: Vec<&str> = answer
            .headers
            .get_all("set-cookie")
            .iter()
            .map(|c| c.to_str().unwrap())
            .collect();
        assert!(
            cookies.iter().any(|cookie| cookie.starts_with("thuocdo-deck-count=2;")),
            "{cookies:?}"
        );
    }
    let back = reader.get("/vi/rankings/pci/2016?chart=bars&added=2").await;
    assert!(back.text().contains("bộ của bạn có 2 biểu đồ"));
    assert!(
        !back.text().contains("added=2&amp;") && !back.text().contains("added=2\""),
        "no link takes it along"
    );
    for odd in ["added=0", "added=41", "added=x"] {
        let page = reader.get(&format!("/vi/rankings/pci/2016?{odd}")).await;
        assert!(!page.text().contains("id=\"added\""), "{odd}");
    }

    let unknown = call_at(
        &mut reader,
        DECK,
        "*/*",
        &[("page_lang", "en"), ("add", "rankings/nothing/2016/bars")],
    )
    .await;
    assert_eq!(unknown.status, 404);
    let unknown = call_at(
        &mut reader,
        "/calls/edit-deck?page_lang=en",
        FORM,
        &[("add", "rankings/nothing/2016/bars")],
    )
    .await;
    assert!(
        unknown.status == 404 && unknown.text().contains("<html lang=\"en\""),
        "{}",
        unknown.text()
    );
    let table = call_at(
        &mut reader,
        DECK,
        "*/*",
        &[("page_lang", "vi"), ("add", "rankings/pci/2016/table")],
    )
    .await;
    assert_eq!(table.status, 400);
}

#[tokio::test]
async fn charts_of_a_deck_are_moved_and_removed() {
    let office = Office::new().await;
    let mut reader = office.visitor();
    let deck = |button, place| {
        vec![
            ("page_lang", "vi"),
            ("own", "1"),
            ("c", BARS),
            ("c", BUMP),
            (button, place),
        ]
    };
    let first = |text: &str, chart: &str| {
        let slides = text.split("class=\"slides\"").nth(1).unwrap_or_default();
        slides
            .split(r#"name="c" value=""#)
            .nth(1)
            .is_some_and(|slide| slide.starts_with(chart))
    };
    for (button, place) in [("up", "2"), ("down", "1")] {
        let moved = call_at(&mut reader, DECK, "*/*", &deck(button, place)).await;
        assert_eq!(moved.status, 200, "{}", moved.text());
        assert!(
            first(moved.text(), BUMP) && !moved.text().contains("<html"),
            "{}",
            moved.text()
        );
    }
    let own = reader.get("/vi/deck").await;
    assert!(
        own.header("location")
            .contains("c=rankings%2Fpci%2F2016%2Fbump&c=rankings%2Fpci%2F2016%2Fbars"),
        "{}",
        own.header("location")
    );
    let removed = call_at(
        &mut reader,
        "/calls/edit-deck?page_lang=vi",
        FORM,
        &deck("remove", "1")[1..],
    )
    .await;
    assert_eq!(removed.status, 303);
    let left = removed.header("location");
    assert!(
        left.starts_with("/vi/deck?c=rankings%2Fpci%2F2016%2Fbump&") && left.ends_with("&own=1"),
        "{left}"
    );
    assert!(!left.contains("bars"), "{left}");

    let nothing = call_at(&mut reader, DECK, "*/*", &deck("title", "A")).await;
    assert_eq!(nothing.status, 422, "no button was pressed");
    let outside = call_at(&mut reader, DECK, "*/*", &deck("remove", "7")).await;
    assert!(first(outside.text(), BARS), "a place that is none changes nothing");
    let elsewhere = [("sec-fetch-site", "cross-site"), ("accept", "*/*")];
    assert_eq!(
        reader
            .ask("POST", DECK, &elsewhere, &encoded(&deck("remove", "1")))
            .await
            .status,
        403
    );
    let long = "c=".to_owned() + &"a".repeat(70 << 10);
    assert_eq!(
        reader.ask("POST", DECK, &[OWN, ("accept", "*/*")], &long).await.status,
        413
    );
}

#[tokio::test]
async fn a_province_is_followed_until_it_is_forgotten() {
    let office = Office::new().await;
    let mut reader = office.visitor();
    let followed = call_at(
        &mut reader,
        FOLLOW,
        "*/*",
        &[("page_lang", "vi"), ("province", "nghe-an")],
    )
    .await;
    assert_eq!(followed.status, 200, "{}", followed.text());
    assert!(followed.text().contains("Nghệ An"), "{}", followed.text());
    assert_eq!(reader.get("/vi").await.header("location"), "/vi?province=nghe-an");

    let form = call_at(
        &mut reader,
        "/calls/follow-province?page_lang=en",
        FORM,
        &[("province", "ha-noi"), ("edition", "1")],
    )
    .await;
    assert_eq!(
        (form.status.as_u16(), form.header("location")),
        (303, "/en?edition=1&province=ha-noi")
    );
    // Where there are too many for a list, the name is typed.
    let typed = call_at(
        &mut reader,
        FOLLOW,
        FORM,
        &[("page_lang", "vi"), ("province", "HA NOI")],
    )
    .await;
    assert_eq!(
        (typed.status.as_u16(), typed.header("location")),
        (303, "/vi?province=ha-noi")
    );
    let unknown = call_at(
        &mut reader,
        FOLLOW,
        "*/*",
        &[("page_lang", "vi"), ("province", "nowhere")],
    )
    .await;
    assert_eq!(unknown.status, 404);
    assert_eq!(reader.get("/vi").await.header("location"), "/vi?province=ha-noi");
    let forgotten = call_at(&mut reader, FOLLOW, "*/*", &[("page_lang", "vi"), ("province", "")]).await;
    assert_eq!(forgotten.status, 200);
    assert_eq!(reader.get("/vi").await.status, 200);
}

#[tokio::test]
async fn a_refusal_is_in_the_language_of_the_page() {
    let office = Office::new().await;
    let answer = call_at(
        &mut office.visitor(),
        "/calls/answer-draft?page_lang=en",
        FORM,
        &[("draft", "any")],
    )
    .await;
    assert!(answer.text().contains("<html lang=\"en\""), "{}", answer.text());
    assert!([401, 403].contains(&answer.status.as_u16()), "{}", answer.status);
}

#[test]
fn every_server_function_has_a_rule() {
    let mut functions: Vec<&str> = leptos::server_fn::axum::server_fn_paths()
        .map(|(path, _)| path)
        .collect();
    functions.sort_unstable();
    assert_eq!(functions, [ANSWER, DECK, FOLLOW]);
    for path in functions {
        let rules = rules().filter(|rule| rule.pattern == path);
        let methods: Vec<&str> = rules.map(|rule| rule.method).collect();
        assert_eq!(methods, ["POST"], "{path}");
    }
}
