//! The way of a file for programs, with a token.

use axum::{body::Body, http::Request};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use store::{Actor, Role};
use tower::ServiceExt;

use crate::{
    office::Office,
    tables::{SOURCE, ha_noi},
};

pub(crate) struct Client<'a> {
    office: &'a Office,
    token: String,
}

impl<'a> Client<'a> {
    pub(crate) async fn new(office: &'a Office, role: Role) -> Self {
        let account = office.account(role.as_str(), role).await;
        let by = Actor::program("test");
        let token = office.store.add_token(account.id, "test", &by).await.unwrap().secret;
        Self { office, token }
    }

    pub(crate) async fn ask(&self, method: &str, uri: &str, body: impl Into<Body>) -> (u16, String, Value) {
        let request = Request::builder()
            .method(method)
            .uri(uri)
            .header("host", "desk.example")
            .header("accept-language", "en")
            .header("content-type", "application/json")
            .header("authorization", format!("Bearer {}", self.token))
            .body(body.into())
            .unwrap();
        let (parts, body) = self.office.router.clone().oneshot(request).await.unwrap().into_parts();
        let kind = parts.headers["content-type"].to_str().unwrap().to_owned();
        let bytes = body.collect().await.unwrap().to_bytes();
        (parts.status.as_u16(), kind, serde_json::from_slice(&bytes).unwrap())
    }
}

#[tokio::test]
async fn a_program_uploads_chooses_publishes_and_reads() {
    let office = Office::new().await;
    let client = Client::new(&office, Role::Analyst).await;
    let odd = ha_noi("67,25").replace("Hà Nội;", "Thủ đô ta;");
    let uri = "/api/v1/uploads?name=pci.csv&indicator=pci&year=2016&mode=update";
    let (status, _, draft) = client.ask("POST", uri, odd).await;
    assert_eq!(status, 201, "{draft}");
    assert_eq!(draft["publishable"], false);
    assert_eq!(draft["reading"]["indicator"], "pci");
    let issues = draft["issues"].as_array().unwrap();
    let errors: Vec<&Value> = issues.iter().filter(|i| i["severity"] == "error").collect();
    assert!(
        errors
            .iter()
            .any(|i| i["found"] == "Thủ đô ta" && i["cell"].as_str().unwrap().starts_with('A')),
        "{errors:#?}"
    );
    assert!(errors.iter().all(|i| !i["text"].as_str().unwrap().is_empty()));

    let id = draft["id"].as_str().unwrap();
    // Once the row is Hà Nội's, its total is compared with the parts that are published.
    let mut choices = json!({ "place.Thủ đô ta": "ha-noi", "source": SOURCE, "reason.sum-differs": "checked" });
    for issue in issues.iter().filter(|i| i["severity"] == "warning") {
        choices[format!("reason.{}", issue["code"].as_str().unwrap())] = "checked".into();
    }
    let publish = format!("/api/v1/drafts/{id}/publish");
    let early = json!({ "revision": 1, "base": 1 }).to_string();
    let (status, kind, problem) = client.ask("POST", &publish, early).await;
    assert_eq!((status, kind.as_str()), (422, "application/problem+json"));
    assert_eq!(problem["title"], "The file has errors");

    let (status, _, draft) = client
        .ask("POST", &format!("/api/v1/drafts/{id}/choices"), choices.to_string())
        .await;
    assert_eq!((status, &draft["publishable"]), (200, &json!(true)), "{draft}");
    assert_eq!(draft["choices"]["indicator"], "pci", "what was chosen before stays");
    let (_, _, same) = client.ask("GET", &format!("/api/v1/drafts/{id}"), "").await;
    assert_eq!(same, draft);

    let stale = json!({ "revision": 1, "base": 1 }).to_string();
    assert_eq!(client.ask("POST", &publish, stale).await.0, 409);
    let body = json!({ "revision": draft["revision"], "base": draft["base"], "note": "by a program" }).to_string();
    let (status, _, edition) = client.ask("POST", &publish, body.clone()).await;
    assert_eq!(
        (status, &edition["number"], &edition["note"]),
        (200, &json!(2), &json!("by a program")),
        "{edition}"
    );
    let (status, _, again) = client.ask("POST", &publish, body).await;
    assert_eq!((status, &again["number"]), (200, &json!(2)), "asking again is safe");

    let (_, _, list) = client.ask("GET", "/api/v1/editions", "").await;
    assert_eq!(list["editions"].as_array().unwrap().len(), 2);
    let page = office.visitor().get("/vi/rankings/pci/2016").await;
    assert!(page.text().contains("67,25"));
}

#[tokio::test]
async fn the_api_keeps_to_roles_and_says_what_is_wrong() {
    let office = Office::new().await;
    let reader = Client::new(&office, Role::Reader).await;
    let (status, _, _) = reader.ask("POST", "/api/v1/uploads?name=a.csv", "a,b").await;
    assert_eq!(status, 403);
    let nobody = Client {
        office: &office,
        token: "wrong".into(),
    };
    assert_eq!(nobody.ask("POST", "/api/v1/uploads?name=a.csv", "a,b").await.0, 401);
    let client = Client::new(&office, Role::Analyst).await;
    for (method, uri, body, status) in [
        ("POST", "/api/v1/uploads?name=a.csv", "", 422),
        ("POST", "/api/v1/uploads?name=a.csv&year=x", "a,b", 422),
        ("GET", "/api/v1/drafts/none", "", 404),
        ("POST", "/api/v1/drafts/none/publish", "{}", 404),
    ] {
        let (found, kind, problem) = client.ask(method, uri, body).await;
        assert_eq!(found, status, "{uri}: {problem}");
        assert_eq!(kind, "application/problem+json", "{uri}");
        assert_eq!(problem["status"], status);
        assert!(!problem["title"].as_str().unwrap().is_empty());
    }
    let (status, _, draft) = client.ask("POST", "/api/v1/uploads?name=a.csv", "a,b").await;
    assert_eq!(status, 201, "{draft}");
    let uri = format!("/api/v1/drafts/{}/choices", draft["id"].as_str().unwrap());
    assert_eq!(client.ask("POST", &uri, "[1]").await.0, 400);
    assert_eq!(client.ask("POST", &uri, "{\"mode\":\"delete\"}").await.0, 422);
}
