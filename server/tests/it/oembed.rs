//! What other sites ask about an address of ours.

use axum::Router;
use serde_json::Value;

use crate::{
    embeds::{ORIGIN, all, program},
    fake::get,
};

fn encoded(url: &str) -> String {
    form_urlencoded::byte_serialize(url.as_bytes()).collect()
}

async fn asked(app: &Router, url: &str, more: &str) -> Value {
    let answer = get(app, &format!("/oembed?url={}{more}", encoded(url))).await;
    assert_eq!(answer.status, 200, "{url}: {}", answer.text());
    assert_eq!(answer.header("content-type"), "application/json", "{url}");
    assert_eq!(answer.header("access-control-allow-origin"), "*", "{url}");
    serde_json::from_slice(&answer.body).unwrap()
}

/// The address of the frame that oEmbed gives for an address.
async fn framed(app: &Router, url: &str) -> String {
    let answer = asked(app, url, "").await;
    let html = answer["html"].as_str().unwrap();
    let src = all(html, "src")[0].replace("&amp;", "&");
    assert_eq!(get(app, src.strip_prefix(ORIGIN).unwrap()).await.status, 200, "{src}");
    src.strip_prefix(ORIGIN).unwrap().to_owned()
}

#[tokio::test]
async fn oembed_knows_every_address_that_shows_a_chart() {
    let app = program();
    for (url, frame) in [
        (
            "/vi/rankings/pci/2016?chart=bars&highlight=nghe-an&sort=name",
            "/embed/rankings/pci/2016/bars?highlight=nghe-an",
        ),
        (
            "/en/rankings/pci/2016?chart=slope",
            "/embed/rankings/pci/2016/slope?lang=en",
        ),
        (
            "/vi/rankings/pci/2016?edition=1&chart=bars#chart",
            "/embed/rankings/pci/2016/bars?edition=1",
        ),
        ("/vi/rankings/pci/2016#table-h", "/embed/rankings/pci/2016/table"),
        ("/vi/provinces/nghe-an#pci-lines", "/embed/provinces/nghe-an/pci/lines"),
        (
            "/en/provinces/nghe-an#papi-parts",
            "/embed/provinces/nghe-an/papi/components?lang=en",
        ),
        ("/vi/provinces/nghe-an#pci", "/embed/provinces/nghe-an/pci/combined"),
        (
            "/embed/rankings/pci/2016/bars?lang=en&theme=dark",
            "/embed/rankings/pci/2016/bars?lang=en&theme=dark",
        ),
        (
            "/charts/rankings/pci/2016/bars.svg?size=phone&theme=light",
            "/embed/rankings/pci/2016/bars?theme=light",
        ),
        (
            "/charts/rankings/pci/2016/table.csl.json",
            "/embed/rankings/pci/2016/table",
        ),
        (
            "/vi/map/pci/2016?kind=change&from=2013&highlight=nghe-an",
            "/embed/map/pci/2016/change?from=2013&highlight=nghe-an",
        ),
        ("/vi/map/pci/2016#table-h", "/embed/map/pci/2016/table"),
        (
            "/en/since/pci/2016?years=3",
            "/embed/since/pci/2016/bars?years=3&lang=en",
        ),
        (
            "/vi/compare?provinces=nghe-an,ha-tinh&indicator=pci&year=2016&from=2014#years",
            "/embed/compare/pci/years?provinces=nghe-an,ha-tinh&year=2016&from=2014",
        ),
        (
            "/vi/provinces/nghe-an/pci/why?year=2016&from=2014",
            "/embed/why/nghe-an/pci/steps?year=2016&from=2014",
        ),
        (
            "/vi/provinces/nghe-an/pci/what-if?year=2016&land=9",
            "/embed/what-if/nghe-an/pci/steps?year=2016&set=land%3A9",
        ),
        ("/vi/provinces/nghe-an#standing", "/embed/provinces/nghe-an/standing"),
        (
            "/vi/rankings/pci/2016?basis=rebased#table",
            "/embed/rebased/pci/2016/table",
        ),
        (
            "/en/share/rankings/pci/2016/bars?title=off",
            "/embed/rankings/pci/2016/bars?title=off&lang=en",
        ),
    ] {
        assert_eq!(framed(&app, &format!("{ORIGIN}{url}")).await, frame, "{url}");
    }
    // Without a kind, what the page shows first; browsers write hosts as they like.
    let first = framed(&app, "HTTPS://ThuocDo.example.vn/vi/rankings/pci/2016").await;
    let page = get(&app, "/vi/rankings/pci/2016").await;
    let tabs = page.text().split("aria-current=\"true\"").next().unwrap();
    let shown = tabs
        .rsplit("chart=")
        .next()
        .unwrap()
        .split(['&', '#', '"'])
        .next()
        .unwrap();
    assert_eq!(first, format!("/embed/rankings/pci/2016/{shown}"));
    let overview = framed(&app, &format!("{ORIGIN}/vi?columns=pci,papi&sort=pci#heat")).await;
    assert!(
        overview.starts_with("/embed/overview/heat?") && overview.contains("columns=pci,papi"),
        "{overview}"
    );
    let province = framed(&app, &format!("{ORIGIN}/vi/provinces/nghe-an")).await;
    assert!(province.ends_with("/lines"), "{province}");
}

#[tokio::test]
async fn oembed_answers_as_specified_in_both_formats() {
    let app = program();
    let url = format!("{ORIGIN}/vi/rankings/pci/2016?chart=bars");
    let answer = asked(&app, &url, "&format=json").await;
    for (name, value) in [
        ("version", "1.0"),
        ("type", "rich"),
        ("provider_name", "Thước Đo"),
        ("provider_url", ORIGIN),
    ] {
        assert_eq!(answer[name], value);
    }
    assert_eq!(
        (&answer["thumbnail_width"], &answer["thumbnail_height"]),
        (&1200.into(), &630.into())
    );
    let card = answer["thumbnail_url"].as_str().unwrap().strip_prefix(ORIGIN).unwrap();
    assert_eq!(get(&app, card).await.header("content-type"), "image/png");
    let html = answer["html"].as_str().unwrap();
    assert_eq!(all(html, "title")[0], answer["title"].as_str().unwrap());
    assert_eq!(all(html, "loading"), ["lazy"]);
    assert_eq!(all(html, "width")[0], answer["width"].to_string());
    assert_eq!(all(html, "height")[0], answer["height"].to_string());
    assert!(html.ends_with(&format!("<script src=\"{ORIGIN}/embed.js\" async></script>")));
    assert!(
        answer["cache_age"].as_u64().unwrap()
            < asked(&app, &format!("{url}&edition=1"), "").await["cache_age"]
                .as_u64()
                .unwrap()
    );

    let xml = get(&app, &format!("/oembed?url={}&format=xml", encoded(&url))).await;
    assert_eq!(xml.header("content-type"), "text/xml; charset=utf-8");
    let text = xml.text();
    assert!(text.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<oembed>"));
    let members = answer.as_object().unwrap();
    assert_eq!(text.matches("</").count(), members.len() + 1);
    for (name, value) in members {
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let value = value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        assert!(text.contains(&format!("<{name}>{value}</{name}>")), "{name}: {text}");
    }

    let small = asked(&app, &url, "&maxwidth=400&maxheight=500").await;
    assert_eq!((&small["width"], &small["height"]), (&400.into(), &500.into()));
    assert_eq!(small["thumbnail_url"], Value::Null, "the card is wider");
    let high = asked(&app, &url, "&maxwidth=400").await;
    assert!(high["height"].as_u64() > small["height"].as_u64());
    let table = asked(&app, &format!("{ORIGIN}/embed/rankings/pci/2016/table"), "").await;
    assert_eq!(table["thumbnail_url"], Value::Null);
}

#[tokio::test]
async fn oembed_says_what_is_wrong() {
    let app = program();
    let good = encoded(&format!("{ORIGIN}/vi/rankings/pci/2016"));
    for (query, status) in [
        ("", 400),
        ("url=", 400),
        (&format!("url={good}&maxwidth=wide"), 400),
        (&format!("url={good}&maxwidth=279"), 400),
        (&format!("url={good}&maxheight=0"), 400),
        (&format!("url={good}&maxheight=-5"), 400),
        (&format!("url={good}&format=yaml"), 501),
        ("url=https%3A%2F%2Fexample.org%2Fvi%2Frankings%2Fpci%2F2016", 404),
        (
            &format!(
                "url={}",
                encoded("https://thuocdo.example.vn.evil.org/vi/rankings/pci/2016")
            ),
            404,
        ),
        (
            &format!(
                "url={}",
                encoded("https://thuocdo.example.vn@evil.org/vi/rankings/pci/2016")
            ),
            404,
        ),
        (&format!("url={}", encoded(&format!("{ORIGIN}/vi/provinces"))), 404),
        (&format!("url={}", encoded(&format!("{ORIGIN}/rankings/pci/2016"))), 404),
        (
            &format!("url={}", encoded(&format!("{ORIGIN}/vi/rankings/pci/1900"))),
            404,
        ),
        (
            &format!("url={}", encoded(&format!("{ORIGIN}/vi/rankings/pci/2016?edition=99"))),
            404,
        ),
        (
            &format!(
                "url={}",
                encoded(&format!("{ORIGIN}/embed/rankings/pci/2016/bars?theme=pink"))
            ),
            404,
        ),
        ("url=%F0%9F%92%A9", 404),
    ] {
        let answer = get(&app, &format!("/oembed?{query}")).await;
        assert_eq!(answer.status, status, "{query}: {}", answer.text());
        assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8", "{query}");
        assert_eq!(answer.header("cache-control"), "no-store", "{query}");
        assert_eq!(answer.text().lines().count(), 2, "both languages: {query}");
    }
}
