//! How the API is kept, limited and opened to other sites.

use axum::{body::Body, http::Request};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use server::settings::{Reading, Settings};
use store::{Actor, Role};
use tower::ServiceExt;

use crate::{
    fake::{Answer, ask, get, real},
    office::Office,
    open_api::json as parsed,
    tables::{SOURCE, ha_noi},
};

const PUBLIC: [&str; 9] = [
    "/api/v1/openapi.json",
    "/api/v1/indicators",
    "/api/v1/indicators/pci",
    "/api/v1/provinces",
    "/api/v1/provinces/ha-noi",
    "/api/v1/figures?limit=3",
    "/api/v1/figures?limit=3&format=csv",
    "/api/v1/rankings/pci/2016",
    "/api/v1/changes?indicator=pci&from=2015&to=2016",
];
const EDITIONS: &str = "/api/v1/editions";

#[tokio::test]
async fn answers_are_open_to_every_site_and_cost_nothing_when_they_stay() {
    let office = Office::new().await;
    for uri in PUBLIC.into_iter().chain([EDITIONS]) {
        let answer = get(&office.router, uri).await;
        assert_eq!(answer.status, 200, "{uri}");
        assert_eq!(answer.header("access-control-allow-origin"), "*", "{uri}");
        assert_eq!(answer.header("access-control-allow-credentials"), "", "{uri}");
        assert!(answer.header("access-control-expose-headers").contains("link"), "{uri}");
        assert_eq!(answer.header("set-cookie"), "", "{uri}");
        assert_eq!(answer.header("cache-control"), "public, max-age=60", "{uri}");
        let tag = answer.header("etag").to_owned();
        let again = ask(&office.router, "GET", uri, &[("if-none-match", &tag)]).await;
        assert_eq!((again.status.as_u16(), again.body.len()), (304, 0), "{uri}");
        assert_eq!(again.header("access-control-allow-origin"), "*", "{uri}");
        let head = ask(&office.router, "HEAD", uri, &[]).await;
        assert_eq!((head.status.as_u16(), head.body.len()), (200, 0), "{uri}");
        assert_eq!(head.header("etag"), tag, "{uri}");
        let origin = [
            ("origin", "https://elsewhere.example"),
            ("access-control-request-method", "GET"),
        ];
        let before = ask(&office.router, "OPTIONS", uri, &origin).await;
        assert_eq!(before.status, 204, "{uri}");
        assert_eq!(before.header("access-control-allow-methods"), "GET, HEAD", "{uri}");
        assert!(
            !before.header("access-control-allow-headers").contains("authorization"),
            "{uri}"
        );
    }
    let bare = ask(&office.router, "POST", "/api/v1/uploads", &[]).await;
    assert_eq!((bare.status.as_u16(), bare.header("www-authenticate")), (401, "Bearer"));
    for uri in ["/api/v1/drafts/none", "/api/v1/uploads"] {
        for method in ["OPTIONS", "GET", "POST"] {
            let answer = ask(&office.router, method, uri, &[]).await;
            assert!(answer.status.as_u16() >= 401, "{method} {uri}");
            assert_eq!(answer.header("access-control-allow-origin"), "", "{method} {uri}");
        }
    }
}

/// Publishes an edition with another score of Hà Nội, by the API.
async fn publish(office: &Office) {
    let account = office.account("an", Role::Analyst).await;
    let by = Actor::program("test");
    let token = office.store.add_token(account.id, "test", &by).await.unwrap().secret;
    let post = async |uri: &str, body: String| {
        let request = Request::post(uri)
            .header("content-type", "application/json")
            .header("authorization", format!("Bearer {token}"));
        let answer = office
            .router
            .clone()
            .oneshot(request.body(Body::from(body)).unwrap())
            .await
            .unwrap();
        let status = answer.status();
        let bytes = answer.into_body().collect().await.unwrap().to_bytes();
        assert!(status.is_success(), "{uri}: {bytes:?}");
        serde_json::from_slice::<Value>(&bytes).unwrap()
    };
    let uri = "/api/v1/uploads?name=pci.csv&indicator=pci&year=2016&mode=update";
    let draft = post(uri, ha_noi("67,25")).await;
    let mut choices = json!({ "source": SOURCE });
    for issue in draft["issues"].as_array().unwrap() {
        choices[format!("reason.{}", issue["code"].as_str().unwrap())] = "checked".into();
    }
    let drafts = format!("/api/v1/drafts/{}", draft["id"].as_str().unwrap());
    let draft = post(&format!("{drafts}/choices"), choices.to_string()).await;
    let body = json!({ "revision": draft["revision"], "base": draft["base"] });
    assert_eq!(post(&format!("{drafts}/publish"), body.to_string()).await["number"], 2);
}

#[tokio::test]
async fn a_pinned_edition_never_changes_and_a_live_one_follows() {
    let office = Office::new().await;
    let pinned = |uri: &str| format!("{uri}{}edition=1", if uri.contains('?') { '&' } else { '?' });
    let mut before = Vec::new();
    for uri in PUBLIC {
        let answer = get(&office.router, &pinned(uri)).await;
        assert_eq!(answer.status, 200, "{uri}");
        assert_eq!(
            answer.header("cache-control"),
            "public, max-age=31536000, immutable",
            "{uri}"
        );
        before.push(answer.body);
    }
    let first = parsed(&get(&office.router, "/api/v1/figures?limit=2").await);
    publish(&office).await;
    for (uri, before) in PUBLIC.into_iter().zip(before) {
        assert_eq!(get(&office.router, &pinned(uri)).await.body, before, "{uri}");
        if !uri.contains("csv") && !uri.contains("openapi") {
            let live = parsed(&get(&office.router, uri).await);
            assert_eq!(live["edition"]["number"], 2, "{uri}");
        }
    }
    let next = get(&office.router, first["next"].as_str().unwrap()).await;
    assert_eq!(
        parsed(&next)["edition"]["number"],
        1,
        "a walk stays in the edition in which it began"
    );
    assert!(next.header("cache-control").contains("immutable"));
}

#[tokio::test]
async fn who_published_is_told_to_nobodys_cache() {
    let office = Office::new().await;
    let account = office.account("lan", Role::Analyst).await;
    let by = Actor::program("test");
    let token = office.store.add_token(account.id, "test", &by).await.unwrap().secret;
    let bearer = format!("Bearer {token}");
    let named = ask(&office.router, "GET", EDITIONS, &[("authorization", &bearer)]).await;
    assert_eq!(named.header("cache-control"), "no-store");
    assert!(parsed(&named)["editions"][0]["by"].is_string());
    let open = get(&office.router, EDITIONS).await;
    assert!(parsed(&open)["editions"][0]["by"].is_null());
    assert!(open.header("vary").contains("accept-language"));
    let english = ask(&office.router, "GET", EDITIONS, &[("accept-language", "en")]).await;
    assert_ne!(english.header("etag"), open.header("etag"));
    let wrong = get(&office.router, "/api/v1/editions?edition=1").await;
    assert_eq!(
        (wrong.status.as_u16(), &parsed(&wrong)["parameter"]),
        (400, &"edition".into())
    );
}

#[tokio::test]
async fn where_reading_needs_an_account_so_does_the_api() {
    let office = Office::with(Settings {
        reading: Reading::SignedIn,
        ..Settings::default()
    })
    .await;
    let account = office.account("lan", Role::Reader).await;
    let by = Actor::program("test");
    let token = office.store.add_token(account.id, "test", &by).await.unwrap().secret;
    let bearer = format!("Bearer {token}");
    for uri in PUBLIC {
        let refused = get(&office.router, uri).await;
        assert_eq!(refused.status, 401, "{uri}");
        assert_eq!(refused.header("content-type"), "application/problem+json", "{uri}");
        let answer = ask(&office.router, "GET", uri, &[("authorization", &bearer)]).await;
        assert_eq!(answer.status, 200, "{uri}");
        assert_eq!(answer.header("cache-control"), "private, max-age=60", "{uri}");
    }
}

fn limited(answer: &Answer) -> bool {
    answer.status == 429
}

#[tokio::test]
async fn too_many_requests_are_told_to_wait() {
    let office = Office::with(Settings {
        api_per_minute: 5,
        ..Settings::default()
    })
    .await;
    let from = |address: &'static str| [("x-forwarded-for", address)];
    for left in (0..5).rev() {
        let answer = ask(&office.router, "GET", "/api/v1/provinces/hue", &from("192.0.2.1")).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("ratelimit-limit"), "5");
        assert_eq!(answer.header("ratelimit-remaining"), left.to_string());
    }
    for uri in ["/api/v1/provinces/hue", "/api/v1/figures", "/api/v1/nonsense"] {
        let answer = ask(&office.router, "GET", uri, &from("192.0.2.1")).await;
        assert!(limited(&answer), "{uri}");
        assert_eq!(answer.header("content-type"), "application/problem+json");
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        let wait: u64 = answer.header("retry-after").parse().unwrap();
        assert!((1..=13).contains(&wait), "{wait}");
        assert_eq!(answer.header("ratelimit-reset"), wait.to_string());
        assert_eq!(answer.header("ratelimit-remaining"), "0");
        assert_eq!(parsed(&answer)["status"], 429);
    }
    let other = ask(&office.router, "GET", "/api/v1/figures", &from("192.0.2.2")).await;
    assert_eq!(other.status, 200, "others may ask");
    let page = ask(&office.router, "GET", "/vi", &from("192.0.2.1")).await;
    assert_eq!(
        (page.status.as_u16(), page.header("ratelimit-limit")),
        (200, ""),
        "pages have no limit"
    );
    let open = Office::with(Settings {
        api_per_minute: 0,
        ..Settings::default()
    })
    .await;
    for _ in 0..700 {
        let answer = get(&open.router, "/api/v1/provinces/hue").await;
        assert!(!limited(&answer) && answer.header("ratelimit-limit").is_empty());
    }
}

#[tokio::test]
async fn every_answer_names_its_edition_its_terms_and_its_sources() {
    let router = real();
    for uri in PUBLIC {
        if uri.contains("csv") || uri.contains("openapi") || uri.contains("provinces") {
            continue;
        }
        let answer = parsed(&get(&router, uri).await);
        assert_eq!(answer["edition"]["number"], 1, "{uri}");
        assert!(answer["edition"]["published"].as_str().unwrap().len() == 10, "{uri}");
        assert!(
            !answer["licences"][0]["terms"]["vi"].as_str().unwrap().is_empty(),
            "{uri}"
        );
        let sources = answer["sources"].as_array().unwrap();
        assert!(!sources.is_empty(), "{uri}");
        let named = |id: &Value| sources.iter().any(|source| source["id"] == *id);
        let lists = ["figures", "rows"]
            .into_iter()
            .filter_map(|name| answer[name].as_array());
        for one in lists.flatten().filter_map(|one| one["sources"].as_array()).flatten() {
            assert!(named(one), "{uri}: {one}");
        }
    }
}
