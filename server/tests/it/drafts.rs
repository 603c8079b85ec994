//! The whole way of a file, as browsers go it.

use server::settings::Settings;
use store::Role;

use crate::{
    office::{Office, Visitor},
    tables::{SOURCE, draft_of, ha_noi, hidden, pci, same, send, without_corrections},
};

const RANKING: &str = "/vi/rankings/pci/2016";

pub(crate) async fn analyst(office: &Office) -> Visitor {
    let account = office.account("lan", Role::Analyst).await;
    office.signed_in(&account).await
}

/// Uploads a table with its source chosen, and gives the draft.
pub(crate) async fn upload(visitor: &Visitor, text: &str) -> String {
    let fields = [("indicator", "pci"), ("year", "2016"), ("source", SOURCE)];
    let answer = send(visitor, "/vi/desk/uploads", &fields, ("pci 2016.csv", text.as_bytes())).await;
    draft_of(&answer)
}

/// Publishes with a reason for each warning.
pub(crate) async fn publish(visitor: &mut Visitor, id: &str, note: &str) -> crate::fake::Answer {
    let page = visitor.get(&format!("/vi/desk/drafts/{id}")).await;
    let (revision, base) = (hidden(page.text(), "revision"), hidden(page.text(), "base"));
    let mut fields = vec![("revision", revision.as_str()), ("base", base.as_str()), ("note", note)];
    let names: Vec<String> = domain::upload::IssueKind::ALL
        .iter()
        .map(|k| format!("reason.{}", k.code()))
        .collect();
    fields.extend(names.iter().map(|name| (name.as_str(), "đã đối chiếu")));
    visitor.post(&format!("/vi/desk/drafts/{id}/publish"), &fields).await
}

#[tokio::test]
async fn three_mistakes_a_mended_file_an_edition_and_back() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    let wrong = pci(|name, score| match name {
        "Hà Nội" => same(name, "sáu mươi"),
        "Đà Nẵng" => same("Đà Nẳngg", score),
        "Cần Thơ" => same(name, "612,3"),
        _ => same(name, score),
    });
    let id = upload(&lan, &wrong).await;
    let address = format!("/vi/desk/drafts/{id}");
    let page = lan.get(&address).await;
    assert_eq!(page.status, 200);
    for said in ["sáu mươi", "Đà Nẳngg", "612,3"] {
        assert!(page.text().contains(said), "{said} is not on the page");
    }
    let issues = lan.get(&format!("{address}/issues.csv")).await;
    assert_eq!(issues.header("content-type"), "text/csv; charset=utf-8");
    assert!(issues.header("content-disposition").starts_with("attachment;"));
    let errors: Vec<&str> = issues.text().lines().filter(|l| l.starts_with("Lỗi,")).collect();
    assert_eq!(errors.len(), 3, "{errors:#?}");
    assert!(
        errors.iter().all(|l| l.contains(",B") || l.contains(",A")),
        "each names its cell: {errors:#?}"
    );

    let refused = publish(&mut lan, &id, "").await;
    assert_eq!(refused.status, 422, "errors stand in the way");
    let revision = hidden(page.text(), "revision");
    let fixed = ha_noi("99,99");
    let answer = send(
        &lan,
        &format!("{address}/file"),
        &[("revision", &revision)],
        ("b.csv", fixed.as_bytes()),
    )
    .await;
    assert_eq!(draft_of(&answer), id);
    let page = lan.get(&address).await;
    assert!(page.text().contains("99,99"), "the difference shows the new value");
    assert!(
        !lan.get(RANKING).await.text().contains("99,99"),
        "and it is not public yet"
    );

    let done = publish(&mut lan, &id, "Điểm của Hà Nội").await;
    assert_eq!(done.status, 303, "{}", done.text());
    assert_eq!(done.header("location"), "/vi/editions?done=published:2");
    assert!(
        office.visitor().get(RANKING).await.text().contains("99,99"),
        "readers see it at once"
    );
    let old = format!("{RANKING}?edition=1");
    assert!(
        !without_corrections(office.visitor().get(&old).await.text()).contains("99,99"),
        "the old edition stays"
    );
    let editions = office.visitor().get("/vi/editions").await;
    assert!(editions.text().contains("Điểm của Hà Nội"));
    let compare = office.visitor().get("/vi/editions/compare?from=1&to=2").await;
    assert_eq!(compare.status, 200);
    assert!(compare.text().contains("99,99"));

    let back = lan.post("/vi/desk/editions/1/restore", &[("note", "nhầm")]).await;
    assert_eq!(back.header("location"), "/vi/editions?done=restored:1:3");
    assert!(!without_corrections(office.visitor().get(RANKING).await.text()).contains("99,99"));
    let nothing = lan.post("/vi/desk/editions/1/restore", &[("base", "3")]).await;
    assert_eq!(nothing.status, 422, "it is the newest state already");
    let late = lan.post("/vi/desk/editions/1/restore", &[("base", "2")]).await;
    assert_eq!(late.status, 409, "another user was faster");
    let unknown = lan.post("/vi/desk/editions/77/restore", &[]).await;
    assert_eq!(unknown.status, 404);
    let faults = office.store.verify().await.unwrap();
    assert!(faults.iter().all(|f| !f.is_damage()), "{faults:?}");
}

#[tokio::test]
async fn what_somebody_else_did_meanwhile_is_never_overwritten() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    let (one, two) = (upload(&lan, &ha_noi("61,5")).await, upload(&lan, &ha_noi("62,5")).await);
    let page = lan.get(&format!("/vi/desk/drafts/{two}")).await;
    let (revision, base) = (hidden(page.text(), "revision"), hidden(page.text(), "base"));
    assert_eq!(publish(&mut lan, &one, "").await.status, 303);

    let publish_two = format!("/vi/desk/drafts/{two}/publish");
    let stale = [("revision", revision.as_str()), ("base", base.as_str())];
    assert_eq!(
        lan.post(&publish_two, &stale).await.status,
        409,
        "another edition was published"
    );
    let choices = format!("/vi/desk/drafts/{two}/choices");
    let fields = [
        ("revision", revision.as_str()),
        ("indicator", "pci"),
        ("year", "2016"),
        ("source", SOURCE),
        ("mode", "add"),
    ];
    assert_eq!(lan.post(&choices, &fields).await.status, 303);
    assert_eq!(lan.post(&choices, &fields).await.status, 409, "the draft was changed");
    let bad = [("revision", "2"), ("indicator", "pci"), ("year", "hai nghìn")];
    let refused = lan.post(&choices, &bad).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("hai nghìn"));

    // Asked a second time because the answer was lost: the same edition, not another one.
    let again = [("revision", "1"), ("base", "1")];
    let again = lan.post(&format!("/vi/desk/drafts/{one}/publish"), &again).await;
    assert_eq!(again.header("location"), "/vi/editions?done=published:2");
    assert_eq!(office.store.newest_number().await.unwrap(), 2);

    let discard = format!("/vi/desk/drafts/{two}/discard");
    assert_eq!(lan.post(&discard, &[("revision", "1")]).await.status, 409);
    let now = hidden(lan.get(&format!("/vi/desk/drafts/{two}")).await.text(), "revision");
    assert_eq!(lan.post(&discard, &[("revision", &now)]).await.status, 303);
    assert_eq!(publish_state(&office, &two).await, "discarded");
}

async fn publish_state(office: &Office, id: &str) -> &'static str {
    office.store.draft(id).await.unwrap().state.as_str()
}

#[tokio::test]
async fn nothing_is_published_that_changes_nothing() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    let first = upload(&lan, &ha_noi("63,25")).await;
    assert_eq!(publish(&mut lan, &first, "").await.status, 303);
    let again = upload(&lan, &format!("{}\r\n", ha_noi("63,25"))).await;
    assert_eq!(publish(&mut lan, &again, "").await.status, 422);
}

#[tokio::test]
async fn four_eyes_look_at_the_very_state_that_is_published() {
    let office = Office::with(Settings {
        four_eyes: true,
        ..Settings::default()
    })
    .await;
    let mut lan = analyst(&office).await;
    let mut minh = office.signed_in(&office.account("minh", Role::Analyst).await).await;
    let id = upload(&lan, &ha_noi("64,75")).await;
    let address = |what: &str| format!("/vi/desk/drafts/{id}{what}");
    // Reasons belong to what is agreed to: they are saved first.
    assert_eq!(publish(&mut lan, &id, "").await.status, 409, "nobody agreed yet");
    let revision = hidden(lan.get(&address("")).await.text(), "revision");
    let agree = [("revision", revision.as_str()), ("base", "1")];
    assert_eq!(
        lan.post(&address("/approve"), &agree).await.status,
        403,
        "not by oneself"
    );
    assert_eq!(
        minh.post(&address("/approve"), &[("revision", "77"), ("base", "1")])
            .await
            .status,
        409
    );
    assert_eq!(minh.post(&address("/approve"), &agree).await.status, 303);
    let done = lan.post(&address("/publish"), &agree).await;
    assert_eq!(
        done.header("location"),
        "/vi/editions?done=published:2",
        "{}",
        done.text()
    );
}

#[tokio::test]
async fn what_was_chosen_is_remembered_for_the_next_file() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    // Scores that nobody has published: what the column holds does not tell which one it is.
    let odd = |less: f64| {
        pci(|name, score| {
            let score = score.replace(',', ".").parse::<f64>().unwrap() - less;
            same(name, &format!("{score:.2}").replace('.', ","))
        })
        .replace("Hà Nội;", "Thủ đô ta;")
        .replace("Điểm PCI", "Xem phụ lục")
    };
    let id = upload(&lan, &odd(1.3)).await;
    let page = lan.get(&format!("/vi/desk/drafts/{id}")).await;
    let revision = hidden(page.text(), "revision");
    assert_eq!(
        publish(&mut lan, &id, "").await.status,
        422,
        "nobody knows what it means"
    );
    let fields = [
        ("revision", revision.as_str()),
        ("indicator", "pci"),
        ("year", "2016"),
        ("source", SOURCE),
        ("place.Thủ đô ta", "ha-noi"),
        ("column.2", "value::"),
    ];
    let choices = format!("/vi/desk/drafts/{id}/choices");
    assert_eq!(lan.post(&choices, &fields).await.status, 303);
    assert_eq!(publish(&mut lan, &id, "").await.status, 303);
    let next = upload(&lan, &odd(2.6)).await;
    let choices = office.store.draft(&next).await.unwrap().choices;
    assert!(choices.contains("column.2=value"), "{choices}");
    assert_eq!(
        publish(&mut lan, &next, "").await.status,
        303,
        "nothing needs to be chosen again"
    );
}

#[tokio::test]
async fn what_two_people_type_at_once_is_lost_by_neither() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    let account = office.account("binh", Role::Analyst).await;
    let mut binh = office.signed_in(&account).await;
    let id = upload(&lan, &pci(same)).await;
    let revision = hidden(lan.get(&format!("/vi/desk/drafts/{id}")).await.text(), "revision");
    let choices = format!("/vi/desk/drafts/{id}/choices");
    let first = [("revision", revision.as_str()), ("source", SOURCE)];
    assert_eq!(lan.post(&choices, &first).await.status, 303);
    let mut second = vec![
        ("revision", revision.as_str()),
        ("source_title", "Công văn gửi kèm của VCCI"),
        ("source_published", "6/4/2025"),
    ];
    let refused = binh.post(&choices, &second).await;
    assert_eq!(refused.status, 409);
    let text = refused.text();
    for there in ["value=\"Công văn gửi kèm của VCCI\"", "value=\"06/04/2025\"", SOURCE] {
        assert!(text.contains(there), "{there}");
    }
    let stored = office.store.draft(&id).await.unwrap().choices;
    assert!(stored.contains(SOURCE) && !stored.contains("source_title"), "{stored}");
    // Seen what the other one did, he saves again.
    let now = hidden(text, "revision");
    second[0] = ("revision", now.as_str());
    assert_eq!(binh.post(&choices, &second).await.status, 303);
    let stored = office.store.draft(&id).await.unwrap().choices;
    assert!(stored.contains("source_published=2025-04-06"), "{stored}");
}

#[tokio::test]
async fn saving_leads_back_to_where_it_was_done() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    let id = upload(&lan, &pci(same)).await;
    let draft = format!("/vi/desk/drafts/{id}");
    let choices = format!("{draft}/choices");
    for (field, value, query) in [
        ("at", "source", "?at=source&done=saved#source"),
        ("open", "column.2", "?open=column.2&done=saved#c-2"),
        ("open", "nonsense", "?done=saved"),
        ("at", "//evil.example", "?done=saved"),
    ] {
        let revision = hidden(lan.get(&draft).await.text(), "revision");
        let saved = lan
            .post(&choices, &[("revision", revision.as_str()), (field, value)])
            .await;
        assert_eq!(saved.header("location"), format!("{draft}{query}"), "{field}={value}");
    }
    assert!(!lan.get(&draft).await.text().contains("name=\"column.2\""));
    let opened = lan.get(&format!("{draft}?open=column.2")).await;
    assert!(opened.text().contains("<select name=\"column.2\""));

    // The form of the reasons leaves all other choices alone.
    let revision = hidden(lan.get(&draft).await.text(), "revision");
    let chosen = [("revision", revision.as_str()), ("source", SOURCE), ("mode", "beside")];
    assert_eq!(lan.post(&choices, &chosen).await.status, 303);
    let revision = hidden(lan.get(&draft).await.text(), "revision");
    let reasons = [
        ("revision", revision.as_str()),
        ("only", "reasons"),
        ("reason.jump", "Đã đối chiếu"),
        ("note", "PCI 2016"),
    ];
    assert_eq!(lan.post(&choices, &reasons).await.status, 303);
    let stored = office.store.draft(&id).await.unwrap();
    for there in [SOURCE, "mode=beside", "reason.jump"] {
        assert!(stored.choices.contains(there), "{there}: {}", stored.choices);
    }
    assert_eq!(stored.note, "PCI 2016");
}

#[tokio::test]
async fn files_are_given_back_and_hold_no_formulas() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    let evil = "=HYPERLINK(\"http://evil.example\")";
    let text = pci(|name, score| {
        if name == "Hà Nội" {
            same(evil, score)
        } else {
            same(name, score)
        }
    });
    let id = upload(&lan, &text).await;
    let issues = lan.get(&format!("/en/desk/drafts/{id}/issues.csv")).await;
    assert!(issues.text().contains("'=HYPERLINK"), "{}", issues.text());
    assert!(!issues.text().contains(",=") && !issues.text().contains(",\"="));
    let original = lan.get(&format!("/en/desk/drafts/{id}/original")).await;
    assert_eq!(original.body, text.as_bytes());
    assert_eq!(original.header("content-type"), "application/octet-stream");
    assert_eq!(original.header("x-content-type-options"), "nosniff");
    assert!(
        original
            .header("content-disposition")
            .ends_with("filename*=UTF-8''pci%202016.csv")
    );
    let remarks = lan.get(&format!("/en/desk/drafts/{id}/remarks")).await;
    assert_eq!(remarks.status, 200);
    assert!(remarks.text().contains("Remarks"), "{}", remarks.text());
}

#[tokio::test]
async fn the_catalogue_changes_by_drafts_too() {
    let office = Office::new().await;
    let account = office.account("mai", Role::Administrator).await;
    let mut mai = office.signed_in(&account).await;
    let mut lan = analyst(&office).await;
    let fields = [
        ("spelling", "Thủ đô mình"),
        ("province", "ha-noi"),
        ("from", ""),
        ("to", ""),
    ];
    assert_eq!(lan.post("/vi/desk/catalogue/alias", &fields).await.status, 403);
    let id = draft_of(&mai.post("/vi/desk/catalogue/alias", &fields).await);
    let page = mai.get(&format!("/vi/desk/drafts/{id}")).await;
    assert!(page.text().contains("Thủ đô mình,ha-noi"));
    let (revision, base) = (hidden(page.text(), "revision"), hidden(page.text(), "base"));
    let form = [("revision", revision.as_str()), ("base", base.as_str()), ("note", "")];
    assert_eq!(
        lan.post(&format!("/vi/desk/drafts/{id}/publish"), &form).await.status,
        403
    );
    let done = mai.post(&format!("/vi/desk/drafts/{id}/publish"), &form).await;
    assert_eq!(
        done.header("location"),
        "/vi/editions?done=published:2",
        "{}",
        done.text()
    );

    let wrong = [
        ("spelling", "Nơi nào"),
        ("province", "khong-co"),
        ("from", ""),
        ("to", ""),
    ];
    let id = draft_of(&mai.post("/vi/desk/catalogue/alias", &wrong).await);
    let page = mai.get(&format!("/vi/desk/drafts/{id}")).await;
    assert!(
        page.text().contains("catalogue/aliases.csv:"),
        "what is wrong is said with its line"
    );
    let form = [("revision", "1"), ("base", "2"), ("note", "")];
    assert_eq!(
        mai.post(&format!("/vi/desk/drafts/{id}/publish"), &form).await.status,
        422
    );

    let file = ("x.csv", &b"anything"[..]);
    let refused = send(&mai, "/vi/desk/catalogue/file", &[("path", "bundled/pci.csv")], file).await;
    assert_eq!(refused.status, 422, "figures come with uploads");
    let list = mai.get("/vi/desk/catalogue").await;
    assert!(list.text().contains("catalogue/indicators/pci.toml"));
    let taken = mai.get("/vi/desk/catalogue?file=catalogue/aliases.csv").await;
    assert!(taken.text().contains("Thủ đô mình"));
}
