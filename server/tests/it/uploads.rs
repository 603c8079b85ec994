//! Files that come in, and those that may not.

use std::fs;

use axum::body::Body;
use server::settings::Settings;
use store::Role;

use crate::{
    office::{Office, Visitor},
    tables::{draft_of, ha_noi, post, send},
};

const UPLOADS: &str = "/vi/desk/uploads";

async fn analyst(office: &Office) -> Visitor {
    let account = office.account("lan", Role::Analyst).await;
    office.signed_in(&account).await
}

/// Files that were left where files come in.
fn left(office: &Office) -> usize {
    let folder = office.folder.as_ref().unwrap().0.join("data/incoming");
    fs::read_dir(folder).map_or(0, Iterator::count)
}

#[tokio::test]
async fn what_is_too_large_is_refused_and_the_limit_said() {
    let office = Office::with(Settings {
        upload_megabytes: 1,
        ..Settings::default()
    })
    .await;
    let lan = analyst(&office).await;
    // It says how much will come, and nothing of it is read.
    let headers = [
        ("content-type", "multipart/form-data; boundary=limit"),
        ("content-length", "2000000"),
    ];
    let early = post(&lan, UPLOADS, &headers, Body::empty()).await;
    assert_eq!(early.status, 413);
    assert!(early.text().contains("1 MB"), "the limit is said");
    // It says nothing, and is cut off on the way.
    let large = vec![b'1'; 1_200_000];
    let body = [
        b"--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n".as_slice(),
        &large,
        b"\r\n--limit--\r\n",
    ]
    .concat();
    let late = post(&lan, UPLOADS, &headers[..1], body.clone()).await;
    assert_eq!(late.status, 413);
    assert_eq!(left(&office), 0, "what came is removed");
    assert!(office.store.uploads(10).await.unwrap().is_empty());
    let draft = "/vi/desk/drafts/none/file";
    assert_eq!(post(&lan, draft, &headers[..1], body).await.status, 404);
}

#[tokio::test]
async fn a_form_without_a_file_or_with_nonsense_is_refused() {
    let office = Office::new().await;
    let lan = analyst(&office).await;
    let form = [("content-type", "multipart/form-data; boundary=limit")];
    for body in [
        "",
        "--limit--\r\n",
        "nonsense",
        "--limit\r\nContent-Disposition: form-data; name=\"year\"\r\n\r\n2016\r\n--limit--\r\n",
        "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\ncut off",
        "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--limit--\r\n",
    ] {
        assert_eq!(post(&lan, UPLOADS, &form, body).await.status, 422, "{body:?}");
    }
    assert_eq!(
        post(&lan, UPLOADS, &[("content-type", "text/csv")], "a,b").await.status,
        422
    );
    assert_eq!(post(&lan, UPLOADS, &[], "a,b").await.status, 422);
    let bad = send(&lan, UPLOADS, &[("year", "hai nghìn")], ("a.csv", b"a,b")).await;
    assert_eq!(bad.status, 422);
    assert_eq!(left(&office), 0);
    assert!(office.store.uploads(10).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_name_is_never_a_path_and_the_same_bytes_are_recognised() {
    let office = Office::new().await;
    let lan = analyst(&office).await;
    let text = ha_noi("60,5");
    let name = "../../../etc/cron.d/bảng";
    let first = send(&lan, UPLOADS, &[], (name, text.as_bytes())).await;
    let id = draft_of(&first);
    assert_eq!(first.header("location"), format!("/vi/desk/drafts/{id}"));
    assert_eq!(office.store.uploads(1).await.unwrap()[0].name, "bảng");
    let second = send(&lan, UPLOADS, &[], ("khác.csv", text.as_bytes())).await;
    let notice = format!("?done=same:{id}:");
    assert!(
        second.header("location").ends_with(&notice),
        "{}",
        second.header("location")
    );
    assert_eq!(left(&office), 0);
}

#[tokio::test]
async fn any_bytes_make_a_draft_that_says_what_is_wrong() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    for bytes in [
        &b"\x00\x01\x02\x03"[..],
        b"PK\x03\x04 broken",
        b"just words",
        b"%PDF-1.7",
        b"\xff\xfe",
    ] {
        let id = draft_of(&send(&lan, UPLOADS, &[], ("x.csv", bytes)).await);
        let page = lan.get(&format!("/vi/desk/drafts/{id}")).await;
        assert_eq!(page.status, 200, "{bytes:?}");
        let form = [("revision", "1"), ("base", "1")];
        let refused = lan.post(&format!("/vi/desk/drafts/{id}/publish"), &form).await;
        assert_eq!(refused.status, 422, "{bytes:?}");
        let remarks = lan.get(&format!("/vi/desk/drafts/{id}/remarks")).await;
        assert_eq!(remarks.status, 200, "{bytes:?}");
    }
}

#[tokio::test]
async fn figures_and_empty_tables_can_be_taken_along() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    let mut reader = office.visitor();
    for ending in ["csv", "xlsx", "parquet", "json"] {
        let address = format!("/editions/1/figures.{ending}");
        let file = reader.get(&address).await;
        assert_eq!(file.status, 200, "{ending}");
        assert!(
            file.header("content-disposition")
                .contains(&format!("filename=\"thuocdo-1.{ending}\""))
        );
        assert!(file.header("cache-control").contains("immutable"));
        let known = reader
            .ask("GET", &address, &[("if-none-match", file.header("etag"))], "")
            .await;
        assert_eq!(known.status, 304);
    }
    for nothing in [
        "/editions/2/figures.csv",
        "/editions/1/figures.doc",
        "/editions/1/other.csv",
        "/editions/x/figures.csv",
    ] {
        assert!(reader.get(nothing).await.status.is_client_error(), "{nothing}");
    }
    let template = lan.get("/desk/template.csv?indicator=pci&year=2025").await;
    let lines: Vec<&str> = template.text().lines().collect();
    assert_eq!(lines.len(), 35, "the 34 provinces of that year");
    assert!(lines[0].starts_with("\u{feff}Mã,\"Tỉnh, thành phố\","), "{}", lines[0]);
    let before = lan.get("/desk/template.csv?indicator=pci&year=2024").await;
    assert_eq!(before.text().lines().count(), 64);
    assert_eq!(lan.get("/desk/template.csv?indicator=none&year=2024").await.status, 404);
}
