//! Decks that come back: what nobody touched is that of the newest edition.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read as _, Write as _},
};

use axum::body::Body;
use serde_json::Value;

use crate::{
    drafts::{analyst, publish},
    fake::Answer,
    office::{Office, Visitor},
    tables::{SOURCE, draft_of, post},
};

const API: &str = "/api/v1/decks/refresh";
const FORM: &str = "/vi/deck/refresh";
const DECK: &str = "/decks/custom.pptx?title=Hà+Nội&c=rankings/pci/2016/bars%3Fhighlight%3Dha-noi&c=map/pci/2016/score";

type Parts = BTreeMap<String, Vec<u8>>;

fn unzip(bytes: &[u8]) -> Parts {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = zip.len();
    let read = |at| {
        let mut file = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    };
    (0..count).map(read).collect()
}

fn zip(parts: &Parts) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in parts {
        zip.start_file(path.as_str(), zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Sends a body without anything that browsers send.
async fn program(visitor: &Visitor, uri: &str, body: &[u8]) -> Answer {
    use http_body_util::BodyExt as _;
    use tower::ServiceExt as _;
    let request = axum::http::Request::post(uri).header("host", "desk.example");
    let request = request.body(Body::from(body.to_vec())).unwrap();
    let (parts, body) = visitor.router.clone().oneshot(request).await.unwrap().into_parts();
    Answer {
        status: parts.status,
        headers: parts.headers,
        body: body.collect().await.unwrap().to_bytes(),
    }
}

/// Sends a file as the form does.
async fn form(visitor: &Visitor, file: &[u8], fields: &str) -> Answer {
    let mut body = fields.as_bytes().to_vec();
    body.extend(b"--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"B\xc3\xa0i.pptx\"\r\n\r\n");
    body.extend_from_slice(file);
    body.extend(b"\r\n--limit--\r\n");
    let headers = [("content-type", "multipart/form-data; boundary=limit")];
    post(visitor, FORM, &headers, body).await
}

fn json(answer: &Answer) -> Value {
    assert_eq!(answer.status, 200, "{}", answer.text());
    serde_json::from_slice(&answer.body).unwrap()
}

/// The deck of the first edition, after a second one was published.
async fn corrected() -> (Office, Vec<u8>) {
    let office = Office::new().await;
    let deck = office.visitor().get(&format!("{DECK}&edition=1")).await;
    assert_eq!(deck.status, 200);
    let mut lan = analyst(&office).await;
    let fields = [
        ("indicator", "pci"),
        ("province", "ha-noi"),
        ("year", "2016"),
        ("value", "71,25"),
        ("rank", "1/63"),
        ("source", SOURCE),
        ("reason", "Gõ nhầm khi nhập"),
    ];
    let id = draft_of(&lan.post("/vi/desk/figure", &fields).await);
    let done = publish(&mut lan, &id, "Gõ nhầm khi nhập").await;
    assert_eq!(done.status, 303, "{}", done.text());
    (office, deck.body.to_vec())
}

#[tokio::test]
async fn a_deck_of_an_earlier_edition_becomes_that_of_the_newest() {
    let (office, old) = corrected().await;
    let mut visitor = office.visitor();
    let new = visitor.get(&format!("{DECK}&edition=2")).await.body;
    let answer = program(&visitor, API, &old).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.header("cache-control"), "no-store");
    let (refreshed, newest) = (unzip(&answer.body), unzip(&new));
    assert_eq!(refreshed.keys().collect::<Vec<_>>(), newest.keys().collect::<Vec<_>>());
    for (path, bytes) in newest.iter().filter(|(path, _)| !path.starts_with("docProps/")) {
        assert!(refreshed[path] == *bytes, "{path}");
    }
    // Again, and back to the first edition.
    assert!(program(&visitor, API, &answer.body).await.body == answer.body);
    let back = program(&visitor, &format!("{API}?edition=1"), &answer.body).await;
    for (path, bytes) in unzip(&old) {
        assert!(unzip(&back.body)[&path] == bytes, "{path}");
    }
    let report = json(&program(&visitor, &format!("{API}?report=1&lang=en"), &old).await);
    assert_eq!((&report["edition"], &report["ours"]), (&2.into(), &4.into()));
    let slide = &report["slides"][1];
    assert_eq!(slide["view"], "rankings/pci/2016/bars?highlight=ha-noi");
    assert_eq!((&slide["outcome"], &slide["edition"]), (&"refreshed".into(), &1.into()));
    assert!(slide["title_now"].as_str().unwrap().contains("Hà Nội"), "{slide}");
    assert!(slide["figures"].as_u64().unwrap() >= 1, "{slide}");
}

#[tokio::test]
async fn the_form_answers_with_a_report_and_keeps_the_file_for_its_sender() {
    let (office, old) = corrected().await;
    let mut visitor = office.visitor();
    let page = visitor.get("/vi/deck").await;
    assert!(page.text().contains("enctype=\"multipart/form-data\"") && page.text().contains(FORM));
    let report = form(&visitor, &old, "").await;
    assert_eq!(report.status, 200, "{}", report.text());
    assert_eq!(report.header("cache-control"), "no-store");
    for said in ["Đã cập nhật", "Tiêu đề mới", "biểu đồ"] {
        assert!(report.text().contains(said), "{said}: {}", report.text());
    }
    let link = report
        .text()
        .split("href=\"/vi/deck/refreshed/")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    assert_eq!(link.len(), 32);
    let file = visitor.get(&format!("/vi/deck/refreshed/{link}")).await;
    assert!(file.header("content-disposition").contains("pptx"));
    assert!(file.body == program(&visitor, API, &old).await.body);
    assert_eq!(
        visitor
            .get("/vi/deck/refreshed/0123456789abcdef0123456789abcdef")
            .await
            .status,
        404
    );
    // Sent again, there is nothing to do and no file.
    let again = form(&visitor, &file.body, "").await;
    assert!(again.text().contains("giữ nguyên từng byte") && !again.text().contains("/refreshed/"));
    // With a slide that says what changed.
    let notes = "--limit\r\nContent-Disposition: form-data; name=\"notes_slide\"\r\n\r\n1\r\n";
    let report = form(&visitor, &old, notes).await;
    let link = report
        .text()
        .split("href=\"/vi/deck/refreshed/")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let with = unzip(&visitor.get(&format!("/vi/deck/refreshed/{link}")).await.body);
    let slides = |parts: &Parts| parts.keys().filter(|path| path.starts_with("ppt/slides/slide")).count();
    assert_eq!(slides(&with), slides(&unzip(&old)) + 1);
}

#[tokio::test]
async fn views_without_figures_and_slides_of_others_stay_as_they_were() {
    let (office, old) = corrected().await;
    let visitor = office.visitor();
    let mut parts = unzip(&old);
    let tags = String::from_utf8(parts["ppt/tags/tag2.xml"].clone()).unwrap();
    parts.insert(
        "ppt/tags/tag2.xml".into(),
        tags.replace("pci/2016", "pci/1999").into_bytes(),
    );
    parts.remove("ppt/tags/tag3.xml");
    parts.insert("ppt/tags/tag3.xml".into(), b"<p:tagLst xmlns:p='x'/>".to_vec());
    let notes = "ppt/notesSlides/notesSlide3.xml";
    let text = String::from_utf8(parts[notes].clone()).unwrap().replace("/cited", "/x");
    parts.insert(notes.into(), text.into_bytes());
    let edited = zip(&parts);
    let report = json(&program(&visitor, &format!("{API}?report=1"), &edited).await);
    assert_eq!(report["slides"][1]["outcome"], "no_figures");
    assert_eq!(report["slides"][2]["outcome"], "not_ours");
    let after = unzip(&program(&visitor, API, &edited).await.body);
    for path in [
        "ppt/slides/slide2.xml",
        "ppt/slides/slide3.xml",
        "ppt/charts/chart1.xml",
        notes,
    ] {
        assert!(after[path] == parts[path], "{path}");
    }
}

#[tokio::test]
async fn a_deck_without_marks_is_known_by_what_its_notes_cite() {
    let (office, old) = corrected().await;
    let visitor = office.visitor();
    let mut parts = unzip(&old);
    for (path, bytes) in &mut parts {
        if path.starts_with("ppt/tags/") {
            *bytes = b"<p:tagLst xmlns:p='x'/>".to_vec();
        }
    }
    let report = json(&program(&visitor, &format!("{API}?report=1"), &zip(&parts)).await);
    let slide = &report["slides"][1];
    assert_eq!(
        (&slide["outcome"], &slide["view"]),
        (&"refreshed".into(), &"rankings/pci/2016/bars?highlight=ha-noi".into())
    );
    assert!(slide["kept"].as_array().unwrap().is_empty(), "{slide}");
}

#[tokio::test]
async fn fingerprints_of_another_program_are_taken_again() {
    let (office, old) = corrected().await;
    let visitor = office.visitor();
    let newest = unzip(&office.visitor().get(&format!("{DECK}&edition=2")).await.body);
    let mut parts = unzip(&old);
    for (path, bytes) in &mut parts {
        if path.starts_with("ppt/tags/") {
            let text = String::from_utf8(bytes.clone()).unwrap();
            assert!(text.contains("way=1"), "{text}");
            *bytes = text.replace("way=1", "way=0").replace("slide=", "slide=0").into_bytes();
        }
    }
    let refreshed = unzip(&program(&visitor, API, &zip(&parts)).await.body);
    for (path, bytes) in newest.iter().filter(|(path, _)| !path.starts_with("docProps/")) {
        assert!(refreshed[path] == *bytes, "{path}");
    }
}

#[tokio::test]
async fn what_cannot_be_refreshed_is_explained() {
    let office = Office::new().await;
    let visitor = office.visitor();
    for (file, said) in [
        (&b"no deck"[..], "không phải là tệp trình chiếu"),
        (&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1][..], "mật khẩu"),
        (&b""[..], "Chưa chọn tệp"),
    ] {
        let answer = form(&visitor, file, "").await;
        assert_eq!(answer.status, 422);
        assert!(answer.text().contains(said), "{said}: {}", answer.text());
        let answer = program(&visitor, API, file).await;
        assert!(answer.status == 422 || answer.status == 400);
        assert_eq!(answer.header("content-type"), "application/problem+json");
    }
    let large = vec![b'x'; 21_000_000];
    assert_eq!(form(&visitor, &large, "").await.status, 413);
    assert_eq!(program(&visitor, API, &large).await.status, 413);
    let deck = office.visitor().get(&format!("{DECK}&edition=1")).await.body;
    assert_eq!(program(&visitor, &format!("{API}?edition=7"), &deck).await.status, 404);
    assert_eq!(program(&visitor, &format!("{API}?edition=x"), &deck).await.status, 400);
    // A form on another site is refused, with or without a browser's cookie.
    let foreign = [("sec-fetch-site", "cross-site")];
    for uri in [API, FORM] {
        let answer = office.visitor().ask("POST", uri, &foreign, "").await;
        assert!([401, 403].contains(&answer.status.as_u16()), "{uri}: {}", answer.status);
    }
    assert_eq!(program(&visitor, FORM, &deck).await.status, 403, "pages send forms");
}
