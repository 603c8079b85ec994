//! A year that the catalogue does not list: uploaded, answered, published, read, undone.

use serde_json::json;
use server::settings::Settings;
use store::Role;

use crate::{
    api::Client,
    drafts::{analyst, publish},
    import::{Place, reasons},
    office::{Office, Visitor},
    tables::{draft_of, hidden, next_year, send},
};

const SOURCE: [(&str, &str); 3] = [
    ("source", "new"),
    ("source_title", "Công bố của năm mới"),
    ("source_publisher", "Cơ quan công bố"),
];

/// Uploads a table of a year with its source, and gives the draft.
async fn upload(visitor: &Visitor, title: &str, indicator: &str, year: i32) -> String {
    let text = next_year(title, "Điểm tổng hợp", year);
    let mut fields = vec![("indicator", indicator)];
    fields.extend(SOURCE);
    draft_of(&send(visitor, "/vi/desk/uploads", &fields, ("bảng.csv", text.as_bytes())).await)
}

/// Saves choices beside those that the page has already.
async fn choose(visitor: &mut Visitor, id: &str, fields: &[(&str, &str)]) -> u16 {
    let page = visitor.get(&format!("/vi/desk/drafts/{id}")).await;
    let revision = hidden(page.text(), "revision");
    let mut all = vec![("revision", revision.as_str())];
    all.extend(SOURCE);
    all.extend(fields);
    visitor
        .post(&format!("/vi/desk/drafts/{id}/choices"), &all)
        .await
        .status
        .as_u16()
}

#[tokio::test]
async fn a_year_between_is_answered_published_and_undone() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    let id = upload(&lan, "CHỈ SỐ HÀI LÒNG (SIPAS)", "sipas", 2016).await;
    let address = format!("/vi/desk/drafts/{id}");
    let page = lan.get(&address).await;
    let text = page.text();
    let question = text
        .find("Danh mục của SIPAS chưa có năm 2016")
        .expect("the question is asked");
    assert!(question < text.find("id=\"file\"").unwrap(), "and comes first");
    for answer in [
        "value=\"same:2015\"",
        "value=\"same:2017\"",
        "value=\"new\"",
        "value=\"unknown\"",
    ] {
        assert!(text.contains(answer), "{answer}");
    }
    assert!(
        text.contains("Bảng trong nguồn có 10 địa phương"),
        "the method is named with its criteria"
    );
    assert_eq!(publish(&mut lan, &id, "").await.status, 422, "not without an answer");

    // A new method that is not described yet: what was typed stays, what is missing is named.
    let typed = [
        ("indicator", "sipas"),
        ("method", "new"),
        ("method_name", "Bộ câu hỏi 2016"),
        ("method_date", "31/2/2017"),
    ];
    assert_eq!(choose(&mut lan, &id, &typed).await, 303);
    let page = lan.get(&address).await;
    for said in [
        "Bộ câu hỏi 2016",
        "31/2/2017",
        "Hãy nhập những gì đã thay đổi",
        "Không đọc được ngày",
    ] {
        assert!(page.text().contains(said), "{said}");
    }
    assert_eq!(publish(&mut lan, &id, "").await.status, 422);

    assert_eq!(
        choose(&mut lan, &id, &[("indicator", "sipas"), ("method", "same:2015")]).await,
        303
    );
    let page = lan.get(&address).await;
    assert!(page.text().contains("2015 và 2016"), "the verdict is shown beforehand");
    assert!(!lan.get("/vi/rankings/sipas/2016").await.text().contains("60,23"));
    let done = publish(&mut lan, &id, "SIPAS 2016").await;
    assert_eq!(
        done.header("location"),
        "/vi/editions?done=published:2",
        "{}",
        done.text()
    );

    let mut reader = office.visitor();
    let ranking = reader.get("/vi/rankings/sipas/2016").await;
    assert!(ranking.text().contains("60,23"), "readers see the year");
    let about = reader.get("/vi/indicators/sipas").await;
    assert!(
        about.text().contains("Năm 2016 theo phương pháp của năm 2015"),
        "with the verdict towards 2017"
    );
    let editions = office.store.editions().await.unwrap();
    assert_eq!(editions.len(), 2, "figures and catalogue are one edition");
    let files = office.store.files(2).await.unwrap();
    let toml = String::from_utf8(files["catalogue/indicators/sipas.toml"].clone()).unwrap();
    assert!(
        toml.contains("# The table read for 2015 ends after ten provinces"),
        "comments stay"
    );

    let back = lan.post("/vi/desk/editions/1/restore", &[("note", "nhầm")]).await;
    assert_eq!(back.header("location"), "/vi/editions?done=restored:1:3");
    assert_eq!(
        office.store.files(3).await.unwrap(),
        office.store.files(1).await.unwrap()
    );
    assert!(!reader.get("/vi/rankings/sipas/2016").await.text().contains("60,23"));
}

#[tokio::test]
async fn a_second_person_agrees_to_the_answer_too() {
    let office = Office::with(Settings {
        four_eyes: true,
        ..Settings::default()
    })
    .await;
    let mut lan = analyst(&office).await;
    let mut minh = office.signed_in(&office.account("minh", Role::Analyst).await).await;
    let id = upload(&lan, "CHỈ SỐ SIPAS", "sipas", 2026).await;
    let address = |what: &str| format!("/vi/desk/drafts/{id}{what}");
    assert_eq!(
        choose(&mut lan, &id, &[("indicator", "sipas"), ("method", "same")]).await,
        303
    );
    publish(&mut lan, &id, "").await;
    let revision = hidden(lan.get(&address("")).await.text(), "revision");
    let seen = [("revision", revision.as_str()), ("base", "1")];
    assert_eq!(minh.post(&address("/approve"), &seen).await.status, 303);
    // Another answer is another draft: the approval is gone.
    assert_eq!(
        choose(&mut lan, &id, &[("indicator", "sipas"), ("method", "unknown")]).await,
        303
    );
    publish(&mut lan, &id, "").await;
    let revision = hidden(lan.get(&address("")).await.text(), "revision");
    let seen = [("revision", revision.as_str()), ("base", "1")];
    assert_eq!(lan.post(&address("/publish"), &seen).await.status, 409);
    assert_eq!(minh.post(&address("/approve"), &seen).await.status, 303);
    let done = lan.post(&address("/publish"), &seen).await;
    assert_eq!(
        done.header("location"),
        "/vi/editions?done=published:2",
        "{}",
        done.text()
    );
}

#[tokio::test]
async fn a_program_is_asked_and_answers() {
    let office = Office::new().await;
    let client = Client::new(&office, Role::Analyst).await;
    let text = next_year("CHỈ SỐ CẢI CÁCH HÀNH CHÍNH (PAR INDEX)", "Kết quả Chỉ số CCHC", 2026);
    let uri = "/api/v1/uploads?name=par.csv&indicator=par_index&source=new&source_title=PAR%20INDEX%202026";
    let (status, _, draft) = client.ask("POST", uri, text).await;
    assert_eq!(status, 201, "{draft}");
    let question = &draft["question"];
    assert_eq!(question["years"], json!([2026]));
    assert_eq!(question["same"][0]["answer"], "same:2024");
    assert_eq!(question["problems"], json!([{ "year": 2026, "field": "method" }]));
    let id = draft["id"].as_str().unwrap();
    let mut choices = json!({
        "method": "new", "method_name": "Bộ chỉ số 2026", "method_name_en": "Criteria of 2026",
        "method_decision": "1/QĐ-BNV", "method_date": "2026-01-05", "method_note": "Giảm còn bảy lĩnh vực.",
    });
    for issue in draft["issues"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|i| i["severity"] == "warning")
    {
        choices[format!("reason.{}", issue["code"].as_str().unwrap())] = "checked".into();
    }
    let (status, _, draft) = client
        .ask("POST", &format!("/api/v1/drafts/{id}/choices"), choices.to_string())
        .await;
    assert_eq!((status, &draft["publishable"]), (200, &json!(true)), "{draft}");
    let expected = json!([{
        "from": 2024, "to": 2026, "verdict": "method_changed", "reason": "Giảm còn bảy lĩnh vực.",
    }]);
    assert_eq!(draft["question"]["verdicts"], expected);
    let seen = json!({ "revision": draft["revision"], "base": draft["base"] }).to_string();
    let (status, _, edition) = client.ask("POST", &format!("/api/v1/drafts/{id}/publish"), seen).await;
    assert_eq!(status, 200, "{edition}");
    assert_eq!(edition["method"], "Criteria of 2026 (1/QĐ-BNV)");
    let (_, _, about) = client.ask("GET", "/api/v1/indicators/par_index", "").await;
    assert!(about.to_string().contains("Criteria of 2026"), "{about}");
}

#[test]
fn the_command_line_asks_and_is_answered() {
    let place = Place::new();
    let text = next_year("CHỈ SỐ HÀI LÒNG (SIPAS)", "Chỉ số hài lòng chung", 2026);
    let file = place.file("sipas.csv", &text);
    let source = ["--source-title", "SIPAS 2026", "--source-publisher", "Bộ Nội vụ"];
    let reasons = reasons();
    let run = |more: &[&str]| {
        let mut arguments = vec!["import", &file, "--indicator", "sipas", "--lang", "en"];
        arguments.extend(source);
        arguments.extend(reasons.iter().map(String::as_str));
        arguments.extend(more);
        place.run(&arguments)
    };
    let (code, said) = run(&["--dry-run"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("2026 has no method yet") && said.contains("--method same:2024"),
        "{said}"
    );
    let (code, said) = run(&["--publish", "--method", "same"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("2024–2026: 2026 follows the method of 2024."), "{said}");
    let (code, said) = run(&["--method", "old"]);
    assert_eq!(code, Some(2), "{said}");
    let (code, said) = run(&["--dry-run"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("Nothing would change"), "{said}");
}
