//! Signing in, sessions, passwords, tokens, and those who care for accounts.

use std::time::Duration;

use server::settings::{SecureCookies, Settings};
use store::{Account, Actor, AuditFilter, Role, action};

use crate::office::{Office, PASSWORD, Visitor};

async fn knows(visitor: &mut Visitor) -> bool {
    visitor.get("/vi/desk/account").await.status == 200
}

async fn lan(office: &Office) -> Account {
    office.account("lan", Role::Analyst).await
}

#[tokio::test]
async fn who_signs_in_gets_a_new_token_and_goes_on() {
    let office = Office::new().await;
    lan(&office).await;
    let mut browser = office.visitor();
    assert!(!knows(&mut browser).await);
    // Somebody slipped a token of their choice into the browser.
    browser.cookie = format!("thuocdo={}", "a".repeat(64));
    let answer = browser.sign_in("Lan", PASSWORD).await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/vi/desk"));
    assert!(!browser.cookie.contains("aaaa"), "{}", browser.cookie);
    let cookie = answer.header("set-cookie");
    assert!(
        cookie.ends_with("; HttpOnly; SameSite=Lax; Path=/; Max-Age=1209600"),
        "{cookie}"
    );
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(knows(&mut browser).await);

    let first = browser.cookie.clone();
    browser.sign_in("lan", PASSWORD).await;
    assert_ne!(browser.cookie, first);
    let mut old = Visitor {
        cookie: first,
        ..browser.clone()
    };
    assert!(!knows(&mut old).await, "the session before is over");
    assert!(knows(&mut browser).await);
}

#[tokio::test]
async fn after_signing_in_one_is_where_one_wanted_to_be_but_never_elsewhere() {
    let office = Office::new().await;
    lan(&office).await;
    office.account("doc", Role::Reader).await;
    let asked = office.visitor().get("/en/desk/audit?page=2").await;
    assert_eq!(asked.header("location"), "/en/sign-in?next=/en/desk/audit%3Fpage%3D2");
    for (name, next, expected) in [
        ("lan", "/en/desk/audit?page=2", "/en/desk/audit?page=2"),
        ("lan", "/vi/desk/account/password", "/vi/desk/account"),
        ("lan", "https://evil.example/", "/vi/desk"),
        ("lan", "//evil.example", "/vi/desk"),
        ("doc", "", "/vi"),
    ] {
        let fields = [("name", name), ("password", PASSWORD), ("next", next)];
        let answer = office.visitor().post("/vi/sign-in", &fields).await;
        assert_eq!(answer.header("location"), expected, "{next}");
    }
}

#[tokio::test]
async fn wrong_names_and_wrong_passwords_look_alike() {
    let office = Office::new().await;
    lan(&office).await;
    let off = office.account("off", Role::Analyst).await;
    office.account("root", Role::Administrator).await;
    office
        .store
        .set_enabled(off.id, false, &Actor::program("test"))
        .await
        .unwrap();
    let mut seen = Vec::new();
    for (name, password) in [("lan", "wrong"), ("nobody", PASSWORD), ("off", PASSWORD), ("lan", "")] {
        let answer = office.visitor().sign_in(name, password).await;
        assert_eq!(answer.status, 422, "{name}");
        assert_eq!(answer.header("set-cookie"), "");
        assert!(!answer.text().contains(PASSWORD));
        seen.push(answer.text().replace(&format!("value=\"{name}\""), "value"));
    }
    assert_eq!(seen[0], seen[1]);
    assert_eq!(seen[0], seen[2]);
}

#[tokio::test]
async fn guessing_takes_longer_and_longer_also_with_the_right_password() {
    let office = Office::new().await;
    lan(&office).await;
    for name in ["lan", "nobody"] {
        let mut browser = office.visitor();
        for _ in 0..3 {
            assert_eq!(browser.sign_in(name, "wrong").await.status, 422);
        }
        let answer = browser.sign_in(name, PASSWORD).await;
        assert_eq!(answer.status, 429, "{name}");
        let wait: u64 = answer.header("retry-after").parse().unwrap();
        assert!((1..=3).contains(&wait), "{wait}");
    }
    // The store knows of it as well, for other processes.
    let known = office.store.credentials("lan").await.unwrap().unwrap();
    assert_eq!(known.account.failures, 3);
    tokio::time::sleep(Duration::from_millis(2300)).await;
    assert_eq!(office.visitor().sign_in("lan", PASSWORD).await.status, 303);
    let known = office.store.credentials("lan").await.unwrap().unwrap();
    assert_eq!((known.account.failures, known.account.retry_at), (0, None));
}

#[tokio::test]
async fn an_address_that_guesses_at_many_names_waits() {
    let office = Office::new().await;
    lan(&office).await;
    let mut statuses = Vec::new();
    for n in 0..24 {
        let answer = office.visitor().sign_in(&format!("name{n}"), "wrong").await;
        statuses.push(answer.status.as_u16());
    }
    assert_eq!(statuses[..20], [422; 20]);
    assert_eq!(statuses.last(), Some(&429));
    let own = [("sec-fetch-site", "same-origin"), ("x-forwarded-for", "192.0.2.7")];
    let body = format!("name=lan&password={}", PASSWORD.replace(' ', "+"));
    let other = office.visitor().ask("POST", "/vi/sign-in", &own, &body).await;
    assert_eq!(other.status, 303, "others sign in meanwhile");
}

#[tokio::test]
async fn signing_out_ends_a_session_here_or_everywhere() {
    let office = Office::new().await;
    let lan = lan(&office).await;
    let mut browsers = Vec::new();
    for _ in 0..3 {
        browsers.push(office.signed_in(&lan).await);
    }
    let token = browsers[0].cookie.clone();
    let answer = browsers[0].post("/vi/sign-out", &[]).await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/vi"));
    assert_eq!(browsers[0].cookie, "thuocdo=");
    browsers[0].cookie = token;
    assert!(!knows(&mut browsers[0]).await, "the token is of no use any more");
    assert!(knows(&mut browsers[1]).await);
    let answer = browsers[1].post("/vi/desk/account/sign-out-everywhere", &[]).await;
    assert_eq!(answer.header("location"), "/vi/sign-in?done=everywhere");
    assert!(!knows(&mut browsers[2]).await);
}

#[tokio::test]
async fn a_disabled_account_loses_its_sessions_at_once_and_another_role_counts_at_once() {
    let office = Office::new().await;
    let lan = lan(&office).await;
    let root = office.account("root", Role::Administrator).await;
    let (mut hers, mut his) = (office.signed_in(&lan).await, office.signed_in(&root).await);
    assert_eq!(hers.get("/vi/desk/audit").await.status, 200);
    let to = |what: &str| format!("/vi/desk/accounts/{}/{what}", lan.id);
    let answer = his.post(&to("role"), &[("role", "reader")]).await;
    assert_eq!(answer.header("location"), "/vi/desk/accounts?done=account:lan");
    assert_eq!(hers.get("/vi/desk/audit").await.status, 403);
    let made = office
        .store
        .add_token(lan.id, "x", &Actor::program("test"))
        .await
        .unwrap();
    let bearer = format!("Bearer {}", made.secret);
    let with_token = [("authorization", bearer.as_str())];
    assert_eq!(
        office
            .visitor()
            .ask("GET", "/vi/desk/account", &with_token, "")
            .await
            .status,
        200
    );
    his.post(&to("disable"), &[]).await;
    assert!(!knows(&mut hers).await);
    assert_eq!(
        office
            .visitor()
            .ask("GET", "/vi/desk/account", &with_token, "")
            .await
            .status,
        303
    );
    assert_eq!(office.visitor().sign_in("lan", PASSWORD).await.status, 422);
    his.post(&to("enable"), &[]).await;
    assert!(!knows(&mut hers).await, "the former session stays over");
    assert_eq!(office.visitor().sign_in("lan", PASSWORD).await.status, 303);
}

#[tokio::test]
async fn a_new_password_ends_all_other_sessions() {
    let office = Office::new().await;
    let lan = lan(&office).await;
    let (mut here, mut there) = (office.signed_in(&lan).await, office.signed_in(&lan).await);
    let new = "một mật khẩu khác hẳn";
    let change =
        |old: &'static str, new: &'static str, again: &'static str| [("old", old), ("new", new), ("again", again)];
    for (fields, status) in [
        (change(PASSWORD, new, "another"), 422),
        (change(PASSWORD, "short", "short"), 422),
        (change("wrong", new, new), 422),
    ] {
        assert_eq!(here.post("/vi/desk/account/password", &fields).await.status, status);
    }
    assert!(knows(&mut there).await);
    let before = here.cookie.clone();
    let answer = here
        .post("/vi/desk/account/password", &change(PASSWORD, new, new))
        .await;
    assert_eq!(answer.header("location"), "/vi/desk/account?done=password");
    assert_ne!(here.cookie, before);
    assert!(knows(&mut here).await && !knows(&mut there).await);
    assert_eq!(office.visitor().sign_in("lan", PASSWORD).await.status, 422);
    assert_eq!(office.visitor().sign_in("lan", new).await.status, 303);
}

#[tokio::test]
async fn a_token_is_shown_once_works_alone_and_can_be_revoked_by_its_owner() {
    let office = Office::new().await;
    let (lan, minh) = (lan(&office).await, office.account("minh", Role::Analyst).await);
    let (mut hers, mut his) = (office.signed_in(&lan).await, office.signed_in(&minh).await);
    assert_eq!(
        hers.post("/vi/desk/account/tokens", &[("label", " ")]).await.status,
        422
    );
    let answer = hers.post("/vi/desk/account/tokens", &[("label", "báo cáo")]).await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("cache-control")),
        (200, "no-store")
    );
    let page = answer.text();
    let secret: String = page[page.find("thuocdo_").unwrap()..]
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
        .collect();
    assert!(!hers.get("/vi/desk/account").await.text().contains(&secret));
    let bearer = format!("Bearer {secret}");
    let mut program = office.visitor();
    let headers = [("authorization", bearer.as_str())];
    assert_eq!(program.ask("GET", "/vi/desk/audit", &headers, "").await.status, 200);
    // No page sent it, but no browser sends tokens by itself.
    let sent = program
        .ask("POST", "/vi/desk/account/tokens", &headers, "label=b")
        .await;
    assert_eq!(sent.status, 200);

    let id = office.store.tokens(lan.id).await.unwrap().pop().unwrap().id;
    let revoke = format!("/vi/desk/account/tokens/{id}/revoke");
    assert_eq!(his.post(&revoke, &[]).await.status, 404);
    let answer = hers.post(&revoke, &[]).await;
    assert_eq!(answer.header("location"), "/vi/desk/account?done=revoked");
    assert_eq!(program.ask("GET", "/vi/desk/audit", &headers, "").await.status, 303);
}

#[tokio::test]
async fn administrators_care_for_accounts_and_one_stays() {
    let office = Office::new().await;
    let root = office.account("root", Role::Administrator).await;
    let mut browser = office.signed_in(&root).await;
    let new = |name: &'static str, role: &'static str, password: &'static str| {
        [
            ("name", name),
            ("shown", "Nguyễn Thị Hà"),
            ("role", role),
            ("password", password),
        ]
    };
    for (fields, status) in [
        (new("h", "analyst", PASSWORD), 422),
        (new("ha <b>", "analyst", PASSWORD), 422),
        (new("ha", "king", PASSWORD), 422),
        (new("ha", "analyst", "short"), 422),
        (new("root", "analyst", PASSWORD), 409),
    ] {
        let answer = browser.post("/vi/desk/accounts", &fields).await;
        assert_eq!(answer.status, status, "{fields:?}");
        assert!(!answer.text().contains("<b>"));
    }
    let answer = browser.post("/vi/desk/accounts", &new("Ha", "analyst", PASSWORD)).await;
    assert_eq!(answer.header("location"), "/vi/desk/accounts?done=account:ha");
    assert!(browser.get("/vi/desk/accounts").await.text().contains("Nguyễn Thị Hà"));
    assert_eq!(office.visitor().sign_in("ha", PASSWORD).await.status, 303);

    let to = |what: &str| format!("/vi/desk/accounts/{}/{what}", root.id);
    assert_eq!(browser.post(&to("disable"), &[]).await.status, 409);
    assert_eq!(browser.post(&to("role"), &[("role", "analyst")]).await.status, 409);
    let own = browser
        .post(&to("password"), &[("password", "mật khẩu mới của tôi")])
        .await;
    assert_eq!(own.status, 303);
    assert!(knows(&mut browser).await, "one's own session stays");
    assert_eq!(browser.post("/vi/desk/accounts/999/enable", &[]).await.status, 404);
    assert_eq!(browser.post("/vi/desk/accounts/x/enable", &[]).await.status, 404);
    assert_eq!(browser.get("/vi/desk/audit").await.status, 200);
    let lines = office.store.audit(&AuditFilter::default()).await.unwrap();
    let added = lines
        .iter()
        .find(|line| line.subject == "account/ha" && line.action == action::ACCOUNT_ADDED);
    assert_eq!(added.map(|line| line.who.as_str()), Some("ROOT"), "{lines:?}");
}

#[tokio::test]
async fn over_https_the_cookie_is_for_https_alone() {
    let office = Office::new().await;
    lan(&office).await;
    let body = format!("name=lan&password={}", PASSWORD.replace(' ', "+"));
    let https = [("sec-fetch-site", "same-origin"), ("x-forwarded-proto", "https")];
    let mut browser = office.visitor();
    let answer = browser.ask("POST", "/vi/sign-in", &https, &body).await;
    let cookie = answer.header("set-cookie");
    assert!(
        cookie.starts_with("__Host-thuocdo=") && cookie.contains("; Secure;"),
        "{cookie}"
    );
    assert_eq!(browser.ask("GET", "/vi/desk/account", &https, "").await.status, 200);
    let plain = browser.get("/vi/desk/account").await;
    assert_eq!(plain.status, 303, "over plain HTTP it is no cookie of ours");

    let office = Office::with(Settings {
        secure_cookies: SecureCookies::On,
        ..Settings::default()
    })
    .await;
    lan(&office).await;
    let answer = office.visitor().sign_in("lan", PASSWORD).await;
    assert!(answer.header("set-cookie").contains("; Secure;"));
}
