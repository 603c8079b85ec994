//! Every route for every kind of visitor, and where a form may come from.

use app::admin::Role;
use server::{
    auth::{Access, Rule, rules},
    settings::{Reading, Settings},
};
use store::{Account, AuditFilter, action};

use crate::{
    fake::Answer,
    office::{Office, Visitor},
};

/// An address of a route. Nothing has these names, so that nothing is changed where it is allowed.
fn address(rule: &Rule) -> String {
    let segment = |part: &str| match part {
        "{lang}" => "vi".to_owned(),
        "{*path}" => "nothing.css".to_owned(),
        part if part.starts_with('{') => "999999".to_owned(),
        part => part.to_owned(),
    };
    rule.pattern.split('/').map(segment).collect::<Vec<_>>().join("/")
}

fn is_api(rule: &Rule) -> bool {
    rule.pattern.starts_with("/api/")
}

/// Nobody, a reader, an analyst, an administrator.
const VISITORS: [Option<Role>; 4] = [None, Some(Role::Reader), Some(Role::Analyst), Some(Role::Administrator)];

struct Everybody {
    office: Office,
    accounts: Vec<Account>,
}

impl Everybody {
    async fn new(reading: Reading) -> Self {
        let office = Office::with(Settings {
            reading,
            ..Settings::default()
        })
        .await;
        let mut accounts = Vec::new();
        for role in [store::Role::Reader, store::Role::Analyst, store::Role::Administrator] {
            accounts.push(office.account(role.as_str(), role).await);
        }
        Self { office, accounts }
    }

    /// With a new session: some routes end the one that they are asked with.
    async fn visitor(&self, role: Option<Role>) -> Visitor {
        let account = role.and_then(|role| self.accounts.iter().find(|a| a.name == role.code()));
        match account {
            Some(account) => self.office.signed_in(account).await,
            None => self.office.visitor(),
        }
    }

    /// What was done so far, besides signing in and out.
    async fn done(&self) -> usize {
        let filter = AuditFilter {
            limit: 10_000,
            ..AuditFilter::default()
        };
        let lines = self.office.store.audit(&filter).await.unwrap();
        let counted = lines.iter().filter(|line| line.action != action::SIGNED_IN);
        counted.count()
    }
}

/// What a visitor is to be told.
#[derive(Debug, PartialEq, Eq)]
enum Told {
    SignIn,
    Forbidden,
    Welcome,
}

fn expected(rule: &Rule, reading: Reading, visitor: Option<Role>) -> Told {
    let least = match rule.access {
        Access::Public => None,
        Access::Reader if reading == Reading::Open => None,
        Access::Reader => Some(Role::Reader),
        Access::Role(least) => Some(least),
    };
    match (least, visitor) {
        (None, _) => Told::Welcome,
        (Some(_), None) => Told::SignIn,
        (Some(least), Some(role)) if role < least => Told::Forbidden,
        (Some(_), Some(_)) => Told::Welcome,
    }
}

fn told(answer: &Answer) -> Told {
    match answer.status.as_u16() {
        401 => Told::SignIn,
        303 if answer.header("location").contains("/sign-in?next=") => Told::SignIn,
        403 => Told::Forbidden,
        _ => Told::Welcome,
    }
}

#[tokio::test]
async fn every_route_asks_every_visitor_for_the_role_that_the_table_says() {
    for reading in [Reading::Open, Reading::SignedIn] {
        let everybody = Everybody::new(reading).await;
        for rule in rules() {
            for visitor in VISITORS {
                let expected = expected(rule, reading, visitor);
                let before = everybody.done().await;
                let mut browser = everybody.visitor(visitor).await;
                let uri = address(rule);
                let answer = match rule.method {
                    "GET" => browser.get(&uri).await,
                    _ => browser.post(&uri, &[]).await,
                };
                let case = format!(
                    "{} {} {visitor:?} {reading:?}: {}",
                    rule.method, rule.pattern, answer.status
                );
                assert_eq!(told(&answer), expected, "{case}");
                assert!(answer.status.as_u16() < 500, "{case}");
                if expected == Told::Welcome {
                    continue;
                }
                assert_eq!(everybody.done().await, before, "{case}: something was done");
                let page = rule.method == "GET" && !is_api(rule);
                let status = match expected {
                    Told::SignIn if page => 303,
                    Told::SignIn => 401,
                    _ => 403,
                };
                assert_eq!(answer.status, status, "{case}");
                assert_eq!(answer.header("cache-control"), "no-store", "{case}");
            }
        }
    }
}

#[tokio::test]
async fn pages_of_the_app_need_an_account_where_reading_does() {
    const PAGES: [&str; 6] = [
        "/vi",
        "/en/rankings/pci/2016",
        "/vi?edition=1",
        "/vi/search?q=hue",
        "/vi/unknown",
        "/elsewhere",
    ];
    let open = Everybody::new(Reading::Open).await;
    let closed = Everybody::new(Reading::SignedIn).await;
    for uri in PAGES {
        let answer = open.visitor(None).await.get(uri).await;
        assert_eq!(told(&answer), Told::Welcome, "{uri}");
        assert!(!answer.header("vary").contains("cookie"), "{uri}: one copy for all");
        let answer = closed.visitor(None).await.get(uri).await;
        assert_eq!(answer.status, 303, "{uri}");
        for role in Role::ALL {
            let answer = closed.visitor(Some(role)).await.get(uri).await;
            assert_eq!(told(&answer), Told::Welcome, "{uri} {role:?}");
            assert!(!answer.header("cache-control").contains("public"), "{uri}");
            assert!(
                answer.header("cache-control") == "no-store" || answer.header("cache-control").starts_with("private")
            );
        }
    }
    let mut reader = closed.visitor(Some(Role::Reader)).await;
    let page = reader.get("/vi").await;
    assert_eq!(page.header("cache-control"), "private, max-age=0, must-revalidate");
    let tag = page.header("etag").to_owned();
    assert_eq!(
        reader.ask("GET", "/vi", &[("if-none-match", &tag)], "").await.status,
        304
    );
    let known = [("if-none-match", tag.as_str())];
    assert_eq!(closed.office.visitor().ask("GET", "/vi", &known, "").await.status, 303);
}

#[tokio::test]
async fn what_another_site_sends_is_refused() {
    let own: [&[(&str, &str)]; 4] = [
        &[("sec-fetch-site", "same-origin"), ("origin", "http://desk.example")],
        &[("sec-fetch-site", "none"), ("origin", "https://desk.example")],
        &[("origin", "http://desk.example")],
        &[("referer", "http://desk.example/vi/desk")],
    ];
    let foreign: [&[(&str, &str)]; 8] = [
        &[],
        &[("sec-fetch-site", "cross-site"), ("origin", "http://desk.example")],
        &[("sec-fetch-site", "same-site"), ("origin", "http://other.desk.example")],
        &[("sec-fetch-site", "none")],
        &[("origin", "http://evil.example")],
        &[("origin", "null")],
        &[("referer", "http://evil.example/desk.example")],
        &[("authorization", "Basic bGFuOmxhbg==")],
    ];
    let everybody = Everybody::new(Reading::Open).await;
    for rule in rules().filter(|rule| rule.method == "POST") {
        let uri = address(rule);
        for headers in foreign {
            let mut browser = everybody.visitor(Some(Role::Administrator)).await;
            let before = everybody.done().await;
            let answer = browser.ask("POST", &uri, headers, "").await;
            assert_eq!(answer.status, 403, "{uri} {headers:?}");
            assert_eq!(everybody.done().await, before, "{uri} {headers:?}");
            assert_eq!(answer.header("set-cookie"), "", "{uri} {headers:?}");
        }
        for headers in own {
            let mut browser = everybody.visitor(Some(Role::Administrator)).await;
            let answer = browser.ask("POST", &uri, headers, "").await;
            assert_ne!(answer.status, 403, "{uri} {headers:?}");
        }
    }
}

#[tokio::test]
async fn forms_are_only_taken_where_there_are_some_and_have_a_size() {
    let everybody = Everybody::new(Reading::Open).await;
    let mut browser = everybody.visitor(Some(Role::Administrator)).await;
    for (method, uri, allow) in [
        ("POST", "/vi", "GET, HEAD"),
        ("POST", "/vi/rankings/pci/2016", "GET, HEAD"),
        ("POST", "/vi/desk/audit", "GET, HEAD"),
        ("POST", "/vi/nowhere", "GET, HEAD"),
        ("GET", "/vi/sign-out", "POST"),
        ("PUT", "/vi/sign-in", "GET, HEAD, POST"),
        ("DELETE", "/vi/desk/accounts", "GET, HEAD, POST"),
    ] {
        let answer = browser.ask(method, uri, &[("sec-fetch-site", "same-origin")], "").await;
        assert_eq!(answer.status, 405, "{method} {uri}");
        assert_eq!(answer.header("allow"), allow, "{method} {uri}");
    }
    let long = format!("name={}", "a".repeat(300_000));
    let own = [("sec-fetch-site", "same-origin")];
    let answer = browser.ask("POST", "/vi/sign-in", &own, &long).await;
    assert_eq!(answer.status, 413);
}

/// True if an address of a document fits a rule's pattern; `{…}` fits any part on either side.
fn fits(pattern: &str, address: &str) -> bool {
    let (mut wanted, mut found) = (pattern.split('/'), address.split('/'));
    loop {
        match (wanted.next(), found.next()) {
            (None, None) => return true,
            (Some(part), Some(_)) if part.starts_with("{*") => return true,
            (Some(part), Some(written)) if part == written || part.starts_with('{') || written == "{view}" => {}
            _ => return false,
        }
    }
}

#[test]
fn every_address_of_the_readme_is_a_route_and_every_page_is_in_the_readme() {
    let readme = include_str!("../../../README.md");
    let table = readme
        .split("## Addresses")
        .nth(1)
        .unwrap()
        .split("\n## ")
        .next()
        .unwrap();
    let mut addresses = Vec::new();
    for row in table.lines().filter(|line| line.starts_with("| `/")) {
        let cell = row.split('|').nth(1).unwrap();
        let written = cell.split('`').skip(1).step_by(2);
        addresses.extend(written.filter(|text| text.starts_with('/')));
    }
    assert!(addresses.len() > 30, "{addresses:?}");
    let path = |address: &str| address.split('?').next().unwrap().to_owned();
    for address in &addresses {
        let known = rules().any(|rule| rule.method == "GET" && fits(rule.pattern, &path(address)));
        assert!(known || address.contains("uploads"), "{address} is no route");
    }
    let named = |pattern: &str| addresses.iter().any(|address| fits(pattern, &path(address)));
    for pattern in app::PATTERNS {
        assert!(
            named(pattern) || pattern.ends_with("/suggest"),
            "{pattern} is not in the README"
        );
    }
}
