//! One figure, corrected at the desk, by the API and on the command line.

use serde_json::json;
use server::settings::Settings;
use store::Role;

use crate::{
    api::Client,
    drafts::{analyst, publish},
    fake::Answer,
    import::Place,
    office::{Office, Visitor},
    tables::{SOURCE, draft_of, hidden, without_corrections},
};

const FORM: &str = "/vi/desk/figure";
const RANKING: &str = "/vi/rankings/pci/2016";
/// PAR INDEX of Hải Phòng in 2023, on which bundled sources disagree.
const DISPUTED: [(&str, &str); 3] = [
    ("indicator", "par_index"),
    ("province", "hai-phong-63"),
    ("year", "2023"),
];

const HA_NOI: [(&str, &str); 3] = [("indicator", "pci"), ("province", "ha-noi"), ("year", "2016")];

fn with<'a>(figure: &[(&'a str, &'a str)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    [figure, more].concat()
}

fn address(figure: &[(&str, &str)]) -> String {
    let pairs: Vec<String> = figure.iter().map(|(name, value)| format!("{name}={value}")).collect();
    format!("{FORM}?{}", pairs.join("&"))
}

/// The names of the sources between which the form lets choose.
fn offered(page: &Answer) -> Vec<String> {
    let radios = page.text().split("name=\"show\" value=\"").skip(1);
    let values = radios.map(|rest| rest.split('"').next().unwrap().to_owned());
    values.filter(|value| !value.is_empty() && value != "all").collect()
}

async fn corrected(visitor: &mut Visitor, fields: &[(&str, &str)]) -> String {
    let answer = visitor.post(FORM, fields).await;
    draft_of(&answer)
}

#[tokio::test]
async fn a_figure_is_corrected_published_and_undone() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    let page = lan.get(&address(&HA_NOI)).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert_eq!(page.header("cache-control"), "no-store");
    for said in ["60,74", "14/63", SOURCE] {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
    let fields = with(
        &HA_NOI,
        &[
            ("value", "71,25"),
            ("rank", "3/63"),
            ("source", SOURCE),
            ("reason", "Gõ nhầm khi nhập"),
        ],
    );
    let id = corrected(&mut lan, &fields).await;
    let draft = lan.get(&format!("/vi/desk/drafts/{id}")).await;
    for said in ["71,25", "60,74", "Gõ nhầm khi nhập"] {
        assert!(draft.text().contains(said), "{said}: {}", draft.text());
    }
    for hidden in ["id=\"columns\"", "id=\"provinces\"", "id=\"mode\""] {
        assert!(!draft.text().contains(hidden), "{hidden}: nothing of a table is asked");
    }
    assert!(!office.visitor().get(RANKING).await.text().contains("71,25"));
    let done = publish(&mut lan, &id, "Gõ nhầm khi nhập").await;
    assert_eq!(
        done.header("location"),
        "/vi/editions?done=published:2",
        "{}",
        done.text()
    );
    assert!(office.visitor().get(RANKING).await.text().contains("71,25"));
    let compare = office.visitor().get("/vi/editions/compare?from=1&to=2").await;
    assert!(compare.text().contains("71,25"));
    let editions = office.store.editions().await.unwrap();
    assert!(editions[0].note.vi.contains("Gõ nhầm"), "{:?}", editions[0].note);
    assert_eq!(editions[0].rows, editions[1].rows, "one row in the place of one");

    let back = lan.post("/vi/desk/editions/1/restore", &[("base", "2")]).await;
    assert_eq!(back.status, 303);
    let undone = office.visitor().get(RANKING).await;
    assert!(!without_corrections(undone.text()).contains("71,25"));
    let faults = office.store.verify().await.unwrap();
    assert!(faults.iter().all(|f| !f.is_damage()), "{faults:?}");
}

#[tokio::test]
async fn no_figure_has_a_reason_and_a_new_source_comes_along() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    let fields = with(
        &HA_NOI,
        &[
            ("component", "entry"),
            ("missing", "not_published"),
            ("source_title", "Công văn của VCCI"),
            ("source_publisher", "VCCI"),
            ("source_url", "https://pcivietnam.vn/x"),
            ("source_published", "6/4/2025"),
            ("reason", "VCCI rút lại số này"),
        ],
    );
    let id = corrected(&mut lan, &fields).await;
    let done = publish(&mut lan, &id, "").await;
    assert_eq!(done.status, 303, "{}", done.text());
    let page = office.visitor().get("/vi/rankings/pci/2016?component=entry").await;
    assert!(page.text().contains("62/63"), "{}", page.text());
    let form = lan.get(&address(&with(&HA_NOI, &[("component", "entry")]))).await;
    for said in [
        "nguồn không công bố",
        "Công văn của VCCI",
        "2025-04-06",
        "VCCI rút lại số này",
    ] {
        assert!(form.text().contains(said), "{said}");
    }
}

#[tokio::test]
async fn what_is_wrong_comes_back_as_it_was_typed() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    for (wrong, said) in [
        (vec![("value", "sáu mươi")], "sáu mươi"),
        (vec![("value", "612,3")], "612,3"),
        (vec![("value", "61,5"), ("rank", "thứ nhất")], "thứ nhất"),
        (vec![("value", "61,5"), ("missing", "not_found")], "61,5"),
        (vec![("value", "61,5"), ("how", "delete")], "61,5"),
        (
            vec![("value", "61,5"), ("source_title", "Báo <b>mới")],
            "Báo &lt;b&gt;mới",
        ),
        (vec![("value", "60,741"), ("rank", "14/63")], "60,741"),
        (vec![], "Lý do đủ dài"),
    ] {
        let fields = with(
            &HA_NOI,
            &with(&[("source", SOURCE), ("reason", "Lý do đủ dài")], &wrong),
        );
        let answer = lan.post(FORM, &fields).await;
        assert_eq!(answer.status, 422, "{wrong:?}");
        assert_eq!(answer.header("cache-control"), "no-store");
        for kept in [said, "Lý do đủ dài", "id=\"problem\""] {
            assert!(answer.text().contains(kept), "{wrong:?} {kept}: {}", answer.text());
        }
    }
    for (without, value) in [("reason", ""), ("source", "")] {
        let fields = [("value", "61,5"), ("source", SOURCE), ("reason", "Lý do")];
        let fields = fields.map(|(name, old)| (name, if name == without { value } else { old }));
        assert_eq!(lan.post(FORM, &with(&HA_NOI, &fields)).await.status, 422, "{without}");
    }
    assert!(
        office
            .store
            .drafts(&store::DraftFilter::default())
            .await
            .unwrap()
            .is_empty()
    );
    for (query, status) in [
        ("", 200),
        ("?indicator=pci", 200),
        ("?indicator=nonsense", 422),
        ("?indicator=pci&province=nowhere&year=2016", 422),
        ("?indicator=pci&province=ha-noi&year=1850", 422),
        ("?indicator=pci&province=lao-cai&year=2016", 422),
    ] {
        let page = lan.get(&format!("{FORM}{query}")).await;
        assert_eq!(page.status, status, "{query}: {}", page.text());
    }
    let start = lan.get("/en/desk/figure").await;
    assert!(start.text().contains("id=\"conflicts\""), "what is open is listed");
}

#[tokio::test]
async fn a_chosen_source_is_shown_with_the_others_and_the_reason() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    let form = lan.get(&address(&DISPUTED)).await;
    let sources = offered(&form);
    assert!(sources.len() >= 2, "{sources:?}");
    let page = "/vi/rankings/par_index/2023";
    let before = office.visitor().get(page).await.text().to_owned();

    let reason = "Theo quyết định công bố của Bộ Nội vụ";
    let fields = with(&DISPUTED, &[("show", &sources[0]), ("reason", reason)]);
    let id = corrected(&mut lan, &fields).await;
    let done = publish(&mut lan, &id, "").await;
    assert_eq!(done.status, 303, "{}", done.text());
    let after = office.visitor().get(page).await;
    assert!(
        after.text().contains(&format!("được chọn: {reason}")),
        "{}",
        after.text()
    );
    assert_ne!(before, after.text());
    let figures = "/api/v1/figures?indicator=par_index&province=hai-phong-63&year=2023&component=overall";
    let answer: serde_json::Value = serde_json::from_slice(&office.visitor().get(figures).await.body).unwrap();
    let figure = &answer["figures"][0];
    assert_eq!(figure["status"], "known", "{figure}");
    assert_eq!(figure["decision"]["source"], sources[0]);
    assert_eq!(figure["decision"]["reason"]["vi"], reason);
    assert!(
        figure["claims"].as_array().unwrap().len() >= 2,
        "the others are still there"
    );
    // The files of the edition say the same when they are loaded next.
    let files = office.store.files(2).await.unwrap();
    let text = String::from_utf8(files["bundled/decisions.csv"].clone()).unwrap();
    assert!(text.contains(reason) && text.lines().count() == 2, "{text}");

    // The choice is withdrawn again.
    let fields = with(&DISPUTED, &[("show", "all"), ("reason", "Chờ đính chính")]);
    let id = corrected(&mut lan, &fields).await;
    assert_eq!(publish(&mut lan, &id, "").await.status, 303);
    let answer: serde_json::Value = serde_json::from_slice(&office.visitor().get(figures).await.body).unwrap();
    assert_eq!(answer["figures"][0]["status"], "conflict");
    let fields = with(&DISPUTED, &[("show", "all"), ("reason", "Lần nữa")]);
    assert_eq!(lan.post(FORM, &fields).await.status, 422, "nothing would change");
    let fields = with(
        &DISPUTED,
        &[("show", &sources[0]), ("value", "90"), ("reason", "Lý do")],
    );
    assert_eq!(lan.post(FORM, &fields).await.status, 422, "two answers");
    let fields = with(&DISPUTED, &[("show", "nobody"), ("reason", "Lý do")]);
    assert_eq!(lan.post(FORM, &fields).await.status, 422);
    let fields = with(&HA_NOI, &[("show", SOURCE), ("reason", "Lý do")]);
    assert_eq!(lan.post(FORM, &fields).await.status, 422, "nothing is in conflict");
    // Undoing brings the choice back.
    assert_eq!(
        lan.post("/vi/desk/editions/2/restore", &[("base", "3")]).await.status,
        303
    );
    assert!(office.visitor().get(page).await.text().contains(reason));
}

#[tokio::test]
async fn a_choice_goes_with_the_source_that_was_chosen() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    let sources = offered(&lan.get(&address(&DISPUTED)).await);
    let fields = with(&DISPUTED, &[("show", &sources[1]), ("reason", "Báo cáo gốc")]);
    let id = corrected(&mut lan, &fields).await;
    assert_eq!(publish(&mut lan, &id, "").await.status, 303);
    // Another figure in the place of all that contradicts it.
    let fields = with(
        &DISPUTED,
        &[("value", "90,5"), ("source", &sources[0]), ("reason", "Đính chính")],
    );
    let id = corrected(&mut lan, &fields).await;
    let done = publish(&mut lan, &id, "").await;
    assert_eq!(done.status, 303, "{}", done.text());
    let files = office.store.files(3).await.unwrap();
    let text = String::from_utf8(files["bundled/decisions.csv"].clone()).unwrap();
    assert_eq!(text.lines().count(), 1, "only the header is left: {text}");
}

#[tokio::test]
async fn two_people_and_the_rights_of_accounts() {
    let office = Office::with(Settings {
        four_eyes: true,
        ..Settings::default()
    })
    .await;
    let mut lan = analyst(&office).await;
    let fields = with(
        &HA_NOI,
        &[("value", "60,75"), ("source", SOURCE), ("reason", "Làm tròn")],
    );
    let id = corrected(&mut lan, &fields).await;
    assert_eq!(publish(&mut lan, &id, "").await.status, 409, "nobody agreed yet");
    let address = |what: &str| format!("/vi/desk/drafts/{id}{what}");
    let revision = hidden(lan.get(&address("")).await.text(), "revision");
    let agree = [("revision", revision.as_str()), ("base", "1")];
    assert_eq!(lan.post(&address("/approve"), &agree).await.status, 403);
    let mut minh = office.signed_in(&office.account("minh", Role::Analyst).await).await;
    assert_eq!(minh.post(&address("/approve"), &agree).await.status, 303);
    let done = lan.post(&address("/publish"), &agree).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let mut reader = office.signed_in(&office.account("an", Role::Reader).await).await;
    assert_eq!(reader.get(FORM).await.status, 403);
    assert_eq!(reader.post(FORM, &fields).await.status, 403);
    assert_eq!(office.visitor().get(FORM).await.status, 303);
    let foreign = [("origin", "http://evil.example")];
    assert_eq!(lan.ask("POST", FORM, &foreign, "value=1").await.status, 403);
}

#[tokio::test]
async fn a_program_corrects_a_figure() {
    let office = Office::new().await;
    let client = Client::new(&office, Role::Analyst).await;
    let uri = "/api/v1/corrections";
    let (status, _, draft) = client
        .ask(
            "POST",
            uri,
            json!({
                "indicator": "pci", "component": "overall", "province": "ha-noi", "year": 2016,
                "value": "60,75", "rank": 14, "source": SOURCE, "reason": "The report gives 60.75",
            })
            .to_string(),
        )
        .await;
    assert_eq!(status, 201, "{draft}");
    assert_eq!(draft["difference"]["changed"], 1, "{draft}");
    let mut body = json!({ "revision": draft["revision"], "base": draft["base"] });
    for issue in draft["issues"].as_array().unwrap() {
        body[format!("reason.{}", issue["code"].as_str().unwrap())] = "checked".into();
    }
    let publish = format!("/api/v1/drafts/{}/publish", draft["id"].as_str().unwrap());
    let (status, _, edition) = client.ask("POST", &publish, body.to_string()).await;
    assert_eq!(
        (status, &edition["note"]),
        (200, &json!("The report gives 60.75")),
        "{edition}"
    );
    for (wrong, field, code) in [
        (json!({ "indicator": "pci", "province": "ha-noi" }), "year", "needed"),
        (
            json!({ "indicator": "pci", "province": "ha-noi", "year": 2016, "value": "x", "source": SOURCE, "reason": "r" }),
            "value",
            "not_a_number",
        ),
        (
            json!({ "indicator": "pci", "province": "ha-noi", "year": 2016, "value": 61, "source": "none", "reason": "r" }),
            "source",
            "unknown",
        ),
    ] {
        let (status, kind, problem) = client.ask("POST", uri, wrong.to_string()).await;
        assert_eq!((status, kind.as_str()), (422, "application/problem+json"), "{problem}");
        assert_eq!(
            (&problem["fields"][0]["field"], &problem["fields"][0]["code"]),
            (&json!(field), &json!(code))
        );
        assert!(!problem["fields"][0]["text"].as_str().unwrap().is_empty());
    }
    let far = json!({ "indicator": "pci", "province": "ha-noi", "year": 2016, "value": "612.3", "source": SOURCE, "reason": "r" });
    let (status, _, problem) = client.ask("POST", uri, far.to_string()).await;
    assert_eq!(status, 422);
    assert!(!problem["issues"].as_array().unwrap().is_empty(), "{problem}");
}

#[test]
fn the_command_line_corrects_a_figure() {
    let place = Place::new();
    let figure = [
        "correct",
        "--indicator",
        "pci",
        "--province",
        "Hà Nội",
        "--year",
        "2016",
    ];
    let run = |more: &[&str]| place.run(&[&figure[..], more].concat());
    let given = [
        "--value",
        "60,75",
        "--rank",
        "14",
        "--source",
        SOURCE,
        "--reason",
        "Báo cáo gốc",
    ];
    let (code, said) = run(&[&given[..], &["--dry-run"]].concat());
    assert_eq!(code, Some(2), "without any data nothing can be tried: {said}");
    assert!(!place.has_data(), "nothing was written");
    let (code, said) = run(&given);
    assert!(code == Some(0) && said.contains("/vi/desk/drafts/"), "{said}");
    let (code, said) = run(&[&given[..], &["--dry-run"]].concat());
    assert!(
        code == Some(0) || said.contains("--warning") || said.contains("cảnh báo"),
        "{said}"
    );
    assert!(said.contains("60,741 → 60,75"), "{said}");
    let warnings: Vec<String> = crate::import::reasons()
        .iter()
        .map(|reason| reason.replace("--reason=", "--warning="))
        .collect();
    let mut all: Vec<&str> = given.to_vec();
    all.extend(warnings.iter().map(String::as_str));
    all.extend(["--publish", "--as", "Lan"]);
    let (code, said) = run(&all);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("Đã công bố bản dữ liệu 2"), "{said}");
    assert_eq!(run(&all).0, Some(1), "nothing changes a second time");
    for (wrong, expected) in [
        (&["--value", "x", "--source", SOURCE, "--reason", "r"][..], 2),
        (&["--value", "612", "--source", SOURCE, "--reason", "r"], 1),
        (&["--value", "61", "--reason", "r"], 2),
        (&["--value", "61", "--source", SOURCE], 2),
        (
            &[
                "--value",
                "61",
                "--missing",
                "not_found",
                "--source",
                SOURCE,
                "--reason",
                "r",
            ],
            2,
        ),
    ] {
        let (code, said) = run(wrong);
        assert_eq!(code, Some(expected), "{wrong:?}: {said}");
    }
    assert_eq!(place.run(&["verify"]).0, Some(0));
}
