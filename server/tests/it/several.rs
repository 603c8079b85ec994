//! A workbook with several indicators and years: one upload, several drafts.

use std::fmt::Write as _;

use serde_json::Value;
use store::{DraftFilter, Role};

use crate::{
    api::Client,
    drafts::{analyst, publish},
    fake::Answer,
    office::{Office, Visitor},
    tables::{SOURCE, send},
};

const NAMES: [&str; 6] = ["Hà Nội", "Quảng Ninh", "Thái Nguyên", "Nghệ An", "Cao Bằng", "Sơn La"];

/// A sheet with a title and a column of figures, in the XML of Excel 2003.
fn sheet(name: &str, title: &str, heading: &str, first: f64) -> String {
    let mut xml = format!(
        "<Worksheet ss:Name=\"{name}\"><Table><Row><Cell><Data ss:Type=\"String\">{title}</Data></Cell></Row>\
         <Row><Cell><Data ss:Type=\"String\">Tỉnh, thành phố</Data></Cell>\
         <Cell><Data ss:Type=\"String\">{heading}</Data></Cell></Row>"
    );
    let mut value = first;
    for name in NAMES {
        let cells = format!(
            "<Row><Cell><Data ss:Type=\"String\">{name}</Data></Cell>\
             <Cell><Data ss:Type=\"Number\">{value:.2}</Data></Cell></Row>"
        );
        let _ = write!(xml, "{cells}");
        value += 0.37;
    }
    xml + "</Table></Worksheet>"
}

fn notes() -> String {
    "<Worksheet ss:Name=\"Ghi chú\"><Table><Row><Cell><Data ss:Type=\"String\">Nguồn: Bộ Nội vụ, số liệu làm tròn\
     </Data></Cell></Row></Table></Worksheet>"
        .to_owned()
}

fn workbook(sheets: &[String]) -> Vec<u8> {
    let head = "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>\
        <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
        xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">";
    format!("{head}{}</Workbook>", sheets.concat()).into_bytes()
}

/// Two years of SIPAS that are not published yet, and PAPI.
fn three() -> Vec<u8> {
    workbook(&[
        sheet("SIPAS 2025", "Chỉ số SIPAS năm 2025", "SIPAS", 82.1),
        sheet("SIPAS 2026", "Chỉ số SIPAS năm 2026", "SIPAS", 83.4),
        sheet("PAPI", "Chỉ số PAPI năm 2023", "PAPI", 41.2),
        notes(),
    ])
}

async fn upload(visitor: &Visitor, bytes: &[u8]) -> Answer {
    let fields = [("source", SOURCE), ("method", "unknown")];
    send(visitor, "/vi/desk/uploads", &fields, ("tong-hop.xml", bytes)).await
}

/// Addresses of the drafts on the page of an upload, in their order.
fn drafts_on(page: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for part in page.split("/vi/desk/drafts/").skip(1) {
        let id: String = part.chars().take_while(char::is_ascii_alphanumeric).collect();
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

#[tokio::test]
async fn a_workbook_becomes_a_draft_for_each_indicator_and_year() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    let answer = upload(&lan, &three()).await;
    assert_eq!(answer.status, 303);
    let address = answer.header("location").split('?').next().unwrap().to_owned();
    assert!(address.starts_with("/vi/desk/uploads/"), "{address}");
    assert_eq!(
        office.store.uploads(10).await.unwrap().len(),
        1,
        "the file is stored once"
    );
    let page = lan.get(&address).await;
    assert_eq!(page.status, 200);
    for said in ["SIPAS 2025", "SIPAS 2026", "PAPI 2023", "Ghi chú", "Nguồn: Bộ Nội vụ"] {
        assert!(page.text().contains(said), "{said} is not on the page");
    }
    let drafts = drafts_on(page.text());
    assert_eq!(drafts.len(), 3);
    // A draft names its upload and the others.
    let draft = lan.get(&format!("/vi/desk/drafts/{}", drafts[0])).await;
    assert!(draft.text().contains(&format!("href=\"{address}\"")));
    for other in &drafts[1..] {
        assert!(draft.text().contains(&format!("/vi/desk/drafts/{other}")), "{other}");
    }
    // Discarding one leaves the others, and leads back to them.
    let gone = lan
        .post(&format!("/vi/desk/drafts/{}/discard", drafts[2]), &[("revision", "1")])
        .await;
    assert_eq!(gone.header("location"), format!("{address}?done=discarded"));
    let english = lan.get(&address.replace("/vi/", "/en/")).await;
    assert!(english.text().contains("discarded"), "the state of each draft is shown");
    let open = DraftFilter {
        state: Some(store::DraftState::Open),
        ..DraftFilter::default()
    };
    assert_eq!(office.store.drafts(&open).await.unwrap().len(), 2);
    assert_eq!(lan.get("/vi/desk/uploads/none").await.status, 404);
}

#[tokio::test]
async fn drafts_of_the_same_catalogue_file_are_published_one_after_the_other() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    let answer = upload(&lan, &three()).await;
    let address = answer.header("location").to_owned();
    let drafts = drafts_on(lan.get(&address).await.text());
    let first = publish(&mut lan, &drafts[0], "SIPAS 2025").await;
    assert_eq!(first.status, 303, "{}", first.text());
    // The second was compared with the edition before: look again, then publish.
    let stale = [("revision", "1"), ("base", "1"), ("note", "")];
    let refused = lan
        .post(&format!("/vi/desk/drafts/{}/publish", drafts[1]), &stale)
        .await;
    assert_eq!(refused.status, 409);
    let second = publish(&mut lan, &drafts[1], "SIPAS 2026").await;
    assert_eq!(second.status, 303, "{}", second.text());
    for year in ["2025", "2026"] {
        assert_eq!(
            lan.get(&format!("/vi/rankings/sipas/{year}")).await.status,
            200,
            "{year}"
        );
    }
    let page = lan.get(&address).await;
    assert!(page.text().contains("đã công bố: bản số 2") && page.text().contains("đã công bố: bản số 3"));
}

#[tokio::test]
async fn what_nobody_can_tell_is_asked_on_the_page_of_the_upload() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    let bytes = workbook(&[
        sheet("A", "Bảng tổng hợp", "SIPAS", 82.1),
        sheet("B", "Bảng tổng hợp", "SIPAS", 83.4),
    ]);
    let answer = upload(&lan, &bytes).await;
    let address = answer.header("location").to_owned();
    let page = lan.get(&address).await;
    assert_eq!(drafts_on(page.text()), Vec::<String>::new());
    assert!(page.text().contains("Chưa rõ là năm nào."));
    let add = format!("{address}/drafts");
    let refused = lan.post(&add, &[("table", "A"), ("year", "2022")]).await;
    assert_eq!(refused.status, 422, "a table that cannot be read");
    let begun = lan
        .post(&add, &[("table", ":A"), ("indicator", ""), ("year", "2022")])
        .await;
    assert_eq!(begun.status, 303);
    let page = lan.get(&address).await;
    assert_eq!(drafts_on(page.text()).len(), 1);
    assert!(page.text().contains("SIPAS 2022"));
    // Another site cannot do that, and neither can a reader.
    let cross = lan
        .ask("POST", &add, &[("sec-fetch-site", "cross-site")], "table=:B&year=2021")
        .await;
    assert_eq!(cross.status, 403);
    let account = office.account("doc", Role::Reader).await;
    let mut reader = office.signed_in(&account).await;
    assert_eq!(reader.get(&address).await.status, 403);
    assert_eq!(
        reader.post(&add, &[("table", ":B"), ("year", "2021")]).await.status,
        403
    );
}

#[tokio::test]
async fn the_api_lists_the_drafts_and_tables_of_an_upload() {
    let office = Office::new().await;
    let client = Client::new(&office, Role::Analyst).await;
    let uri = "/api/v1/uploads?name=tong-hop.xml&method=unknown";
    let (status, _, body) = client.ask("POST", uri, three()).await;
    assert_eq!(status, 201, "{body}");
    let drafts = body["drafts"].as_array().unwrap();
    assert_eq!(drafts.len(), 3, "{body}");
    assert_eq!(body["id"], drafts[0]["id"], "the first draft is the answer as well");
    assert_eq!(
        (drafts[1]["years"][0].as_i64(), drafts[1]["provinces"].as_u64()),
        (Some(2026), Some(6))
    );
    assert_eq!(body["tables"][3]["reason"], "no-table");
    let address = format!("/api/v1/uploads/{}", body["upload"]["id"].as_str().unwrap());
    let (status, _, listed) = client.ask("GET", &address, "").await;
    assert_eq!((status, listed["drafts"].as_array().unwrap().len()), (200, 3));
    assert_eq!(listed["drafts"][2]["figures"], 6);
    let again = r#"{"table": ":SIPAS 2026", "method": "unknown"}"#;
    let (status, _, draft) = client.ask("POST", &format!("{address}/drafts"), again).await;
    assert_eq!((status, &draft["reading"]["sheet"]), (201, &Value::from("SIPAS 2026")));
    // What is chosen for the file restricts it.
    let uri = "/api/v1/uploads?name=tong-hop.xml&indicator=papi";
    let (_, _, one) = client.ask("POST", uri, three()).await;
    assert_eq!(one["drafts"].as_array().unwrap().len(), 1);
    assert_eq!(one["tables"][0]["reason"], "other-indicator");
}
