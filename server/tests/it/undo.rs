//! Undoing: never more than the user saw, on the page, by the API and on the command line.

use serde_json::json;
use store::Role;

use crate::{
    api::Client,
    drafts::{analyst, publish, upload},
    import::Place,
    office::{Office, Visitor},
    tables::{SOURCE, ha_noi, hidden, without_corrections},
};

const RANKING: &str = "/vi/rankings/pci/2016";

/// Publishes another score of Hà Nội.
async fn put(visitor: &mut Visitor, score: &str) {
    let id = upload(visitor, &ha_noi(score)).await;
    let done = publish(visitor, &id, &format!("Hà Nội {score}")).await;
    assert_eq!(done.status, 303, "{}", done.text());
}

#[tokio::test]
async fn an_old_tab_does_not_undo_what_came_since() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    put(&mut lan, "61,5").await;
    // The form that undoes edition 2, in a tab that stays open.
    let base = hidden(lan.get("/vi/editions").await.text(), "base");
    assert_eq!(base, "2");
    put(&mut lan, "62,5").await;
    let uri = "/vi/desk/editions/1/restore";
    let late = lan.post(uri, &[("base", &base), ("note", "nhầm <tệp>")]).await;
    assert_eq!(late.status, 409);
    assert_eq!(late.header("cache-control"), "no-store");
    for said in [
        "id=\"again\"",
        "Hà Nội 62,5",
        "compare?from=2&amp;to=3",
        "nhầm &lt;tệp&gt;",
    ] {
        assert!(late.text().contains(said), "{said}: {}", late.text());
    }
    assert_eq!(office.store.newest_number().await.unwrap(), 3, "nothing was done");
    // Without a base only the newest edition can be undone: 3, not 2.
    assert_eq!(lan.post(uri, &[("note", "")]).await.status, 409);
    for wrong in ["x", "-1", "1e3", "77"] {
        assert_eq!(lan.post(uri, &[("base", wrong)]).await.status, 422, "{wrong}");
    }
    for old in ["0", "1", "2"] {
        assert_eq!(lan.post(uri, &[("base", old)]).await.status, 409, "{old}");
    }
    // The page that was shown has the form to do it knowingly.
    let again = late.text().split("id=\"again\"").nth(1).unwrap();
    let now = hidden(again, "base");
    assert_eq!(now, "3");
    let done = lan.post(uri, &[("base", &now), ("note", "nhầm")]).await;
    assert_eq!(done.header("location"), "/vi/editions?done=restored:1:4");
    let page = office.visitor().get(RANKING).await;
    assert!(!without_corrections(page.text()).contains("62,5"), "both are undone");
}

#[tokio::test]
async fn of_two_who_undo_at_once_one_is_told() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    put(&mut lan, "61,5").await;
    let mut minh = office.signed_in(&office.account("minh", Role::Analyst).await).await;
    let fields = [("base", "2"), ("note", "")];
    let (one, other) = tokio::join!(
        lan.post("/vi/desk/editions/1/restore", &fields),
        minh.post("/vi/desk/editions/1/restore", &fields)
    );
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses[0], 303);
    // The second user is told that the state is there already, or what was published since.
    assert!([409, 422].contains(&statuses[1]), "{statuses:?}");
    assert_eq!(office.store.newest_number().await.unwrap(), 3);
}

#[tokio::test]
async fn programs_say_which_edition_they_saw() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    put(&mut lan, "61,5").await;
    put(&mut lan, "62,5").await;
    let client = Client::new(&office, Role::Analyst).await;
    let uri = "/api/v1/editions/1/restore";
    let body = |base: u32| json!({ "base": base, "note": "by a program" }).to_string();
    let (status, kind, problem) = client.ask("POST", uri, body(2)).await;
    assert_eq!((status, kind.as_str()), (409, "application/problem+json"), "{problem}");
    assert_eq!(
        (&problem["newest"], &problem["published_since"]),
        (&json!(3), &json!([3]))
    );
    assert_eq!(client.ask("POST", uri, "{}").await.0, 409, "without a base");
    assert_eq!(client.ask("POST", uri, "{\"base\":\"x\"}").await.0, 422);
    assert_eq!(client.ask("POST", "/api/v1/editions/9/restore", body(3)).await.0, 404);
    assert_eq!(client.ask("POST", "/api/v1/editions/3/restore", body(3)).await.0, 422);
    let (status, _, edition) = client.ask("POST", uri, body(3)).await;
    assert_eq!(
        (status, &edition["number"], &edition["kind"]),
        (200, &json!(4), &json!("undo"))
    );
    assert_eq!(edition["note"], "by a program");
    let reader = Client::new(&office, Role::Reader).await;
    assert_eq!(reader.ask("POST", uri, body(4)).await.0, 403);
}

#[test]
fn the_command_line_lists_what_came_since() {
    let place = Place::new();
    let reasons = crate::import::reasons();
    for score in ["61,5", "62,5"] {
        let file = place.file("a.csv", &ha_noi(score));
        let note = format!("Hà Nội {score}");
        let mut arguments = vec![
            "import",
            &file,
            "--source",
            SOURCE,
            "--publish",
            "--as",
            "Lan",
            "--note",
            &note,
        ];
        arguments.extend(reasons.iter().map(String::as_str));
        let (code, said) = place.run(&arguments);
        assert_eq!(code, Some(0), "{said}");
    }
    let (code, said) = place.run(&["undo", "2"]);
    assert_eq!(code, Some(1), "{said}");
    for word in ["Hà Nội 62,5", "Lan", "thuocdo undo 2 --base 3"] {
        assert!(said.contains(word), "{word}: {said}");
    }
    let (code, said) = place.run(&["undo", "3", "--as", "Minh", "--lang", "en"]);
    assert_eq!((code, said.trim()), (Some(0), "Published edition 4"));
    let (code, said) = place.run(&["undo", "2", "--base", "4", "--note", "both"]);
    assert_eq!(code, Some(0), "{said}");
    let (code, said) = place.run(&["undo", "2", "--base", "5"]);
    assert_eq!(code, Some(1), "it is the state of edition 1 already: {said}");
    for (edition, expected) in [("1", 2), ("x", 2), ("9", 1)] {
        assert_eq!(place.run(&["undo", edition]).0, Some(expected), "{edition}");
    }
    assert_eq!(place.run(&["verify"]).0, Some(0));
}
