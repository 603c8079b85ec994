//! Addresses that leave the pages: frozen and live, decks in a cookie, links to drafts.

use server::LinkKey;

use crate::{
    drafts::{analyst, publish, upload},
    fake::{ask, get, real},
    office::Office,
    tables::ha_noi,
};

const BARS: &str = "/charts/rankings/pci/2016/bars";
const FORMATS: [&str; 7] = ["svg", "png", "pdf", "pptx", "xlsx", "csv", "json"];

#[tokio::test]
async fn a_frozen_address_keeps_its_bytes_and_a_live_one_follows() {
    let office = Office::new().await;
    let mut lan = analyst(&office).await;
    let mut reader = office.visitor();
    let frozen = |ending: &str| format!("{BARS}.{ending}?edition=1&scale=1");
    let live = |ending: &str| format!("{BARS}.{ending}?scale=1");
    let mut first = Vec::new();
    for ending in FORMATS {
        let answer = reader.get(&frozen(ending)).await;
        assert_eq!(
            answer.status,
            200,
            "{ending}: {}",
            String::from_utf8_lossy(&answer.body)
        );
        assert!(answer.header("cache-control").contains("immutable"), "{ending}");
        let newest = reader.get(&live(ending)).await;
        assert_eq!(newest.header("cache-control"), "public, max-age=300", "{ending}");
        first.push((answer.body, newest.body));
    }

    let draft = upload(&lan, &ha_noi("99,99")).await;
    assert_eq!(publish(&mut lan, &draft, "").await.status, 303);
    for (ending, (frozen_bytes, live_bytes)) in FORMATS.iter().zip(&first) {
        assert_eq!(
            reader.get(&frozen(ending)).await.body,
            frozen_bytes,
            "{ending} after an edition"
        );
        assert_ne!(reader.get(&live(ending)).await.body, live_bytes, "{ending} follows");
    }
    assert!(reader.get(&live("svg")).await.text().contains("99,99"));

    let back = lan.post("/vi/desk/editions/1/restore", &[("note", "nhầm")]).await;
    assert_eq!(back.status, 303);
    for (ending, (frozen_bytes, _)) in FORMATS.iter().zip(&first) {
        assert_eq!(
            reader.get(&frozen(ending)).await.body,
            frozen_bytes,
            "{ending} after undoing"
        );
    }
    assert!(!reader.get(&live("svg")).await.text().contains("99,99"));
    let second = reader.get(&format!("{BARS}.svg?edition=2")).await;
    assert!(second.text().contains("99,99"), "what was undone can still be read");
}

#[tokio::test]
async fn asking_again_costs_nothing_and_others_may_load_it() {
    let router = real();
    let address = format!("{BARS}.svg?lang=en");
    let first = get(&router, &address).await;
    let tag = first.header("etag").to_owned();
    assert!(!tag.is_empty());
    let again = ask(&router, "GET", &address, &[("if-none-match", &tag)]).await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
    assert_eq!(first.header("cross-origin-resource-policy"), "cross-origin");
    assert_eq!(first.header("access-control-allow-origin"), "*");
    assert!(first.header("link").contains("/en/rankings/pci/2016?chart=bars"));
    let saved = get(&router, &format!("{address}&download=1")).await;
    assert!(
        saved
            .header("content-disposition")
            .contains("pci-2016-bars-thuocdo-1.svg")
    );
}

#[tokio::test]
async fn a_deck_is_collected_in_a_cookie_of_the_reader() {
    let office = Office::new().await;
    let mut reader = office.visitor();
    let added = reader
        .get("/vi/deck?add=rankings/pci/2016/bars&highlight=nghe-an&size=a4")
        .await;
    assert_eq!(added.status, 303);
    let bars = "c=rankings%2Fpci%2F2016%2Fbars%3Fhighlight%3Dnghe-an";
    assert_eq!(added.header("location"), format!("/vi/deck?own=1&{bars}"));
    let twice = reader
        .get("/vi/deck?add=rankings/pci/2016/bars&highlight=nghe-an")
        .await;
    assert_eq!(
        twice.header("location"),
        format!("/vi/deck?own=1&{bars}"),
        "once is enough"
    );
    let more = reader.get("/en/deck?add=provinces/nghe-an/pci/lines").await;
    let lines = "c=provinces%2Fnghe-an%2Fpci%2Flines";
    assert_eq!(more.header("location"), format!("/en/deck?own=1&{bars}&{lines}"));
    let mine = reader.get("/vi/deck").await;
    assert_eq!(mine.header("location"), format!("/vi/deck?own=1&{bars}&{lines}"));
    let page = reader.get(&format!("/vi/deck?own=1&{lines}")).await;
    assert_eq!((page.status.as_u16(), page.header("cache-control")), (200, "no-store"));
    let fewer = reader.get("/vi/deck").await;
    assert_eq!(
        fewer.header("location"),
        format!("/vi/deck?own=1&{lines}"),
        "what was taken out is out"
    );
    let shown = reader.get(&format!("/vi/deck?{bars}")).await;
    assert_eq!(shown.status, 200);
    assert_eq!(
        shown.header("set-cookie"),
        "",
        "somebody else's deck does not replace one's own"
    );
    for wrong in [
        "add=rankings/pci/2016/table",
        "add=nothing",
        "add=rankings/pci/2016/bars&highlight=x",
    ] {
        let refused = reader.get(&format!("/vi/deck?{wrong}")).await;
        assert!(matches!(refused.status.as_u16(), 400 | 404), "{wrong}");
    }
}

#[tokio::test]
async fn a_draft_is_shown_to_those_with_its_link() {
    let office = Office::new().await;
    office
        .admin
        .sign_links(LinkKey::of_text("một khoá đủ dài để thử các liên kết"));
    let mut lan = analyst(&office).await;
    let draft = upload(&lan, &ha_noi("99,99")).await;
    let page = lan.get(&format!("/vi/desk/drafts/{draft}")).await;
    let start = page.text().find("/preview/").expect("a link on the page of the draft");
    let link: String = page.text()[start..].chars().take_while(|c| *c != '"').collect();

    let mut stranger = office.visitor();
    let preview = stranger.get(&link).await;
    assert_eq!(preview.status, 200, "{}", preview.text());
    assert!(
        preview.text().contains("rankings/pci/2016/bars.svg"),
        "the ranking that changes"
    );
    assert_eq!(preview.header("cache-control"), "no-store");
    let picture = stranger.get(&format!("{link}/rankings/pci/2016/bars.svg")).await;
    assert_eq!(picture.status, 200);
    assert!(picture.text().contains("99,99") && picture.text().contains("BẢN NHÁP"));
    for ending in ["png", "pdf", "pptx", "xlsx", "csv"] {
        let file = stranger.get(&format!("{link}/rankings/pci/2016/bars.{ending}")).await;
        assert_eq!(
            (file.status.as_u16(), file.header("cache-control")),
            (200, "no-store"),
            "{ending}"
        );
    }
    assert!(
        !stranger.get(&format!("{BARS}.svg")).await.text().contains("99,99"),
        "not public"
    );

    let broken = link.replace(&draft, "0123456789abcdef");
    assert_eq!(stranger.get(&broken).await.status, 404);
    let later = link.replace("/preview/", "/preview/x");
    assert_eq!(stranger.get(&later).await.status, 404);
    assert_eq!(publish(&mut lan, &draft, "").await.status, 303);
    let ended = stranger.get(&link).await;
    assert_eq!(ended.status, 410, "it is no draft any more");
    assert!(ended.text().contains("hết hạn"));
}
