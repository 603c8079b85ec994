//! The one table of routes and roles.

use std::sync::LazyLock;

use app::admin::Role;
use domain::Lang;
use islands::calls::{AnswerDraft, EditDeck, FollowProvince};
use leptos::server_fn::ServerFn as _;

/// What a route asks of a visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Nothing, wherever it is installed.
    Public,
    /// Nothing, or an account where reading needs one.
    Reader,
    /// An account with at least this role.
    Role(Role),
}

/// A route and what it asks of a visitor.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// `GET` (which covers `HEAD`) or `POST`.
    pub method: &'static str,
    /// The pattern under which the router has it.
    pub pattern: &'static str,
    /// What it asks.
    pub access: Access,
}

impl Rule {
    /// A page.
    pub(crate) const fn get(pattern: &'static str, access: Access) -> Self {
        let method = "GET";
        Self {
            method,
            pattern,
            access,
        }
    }

    /// Something that changes something.
    pub(crate) const fn post(pattern: &'static str, access: Access) -> Self {
        let method = "POST";
        Self {
            method,
            pattern,
            access,
        }
    }
}

/// Where programs send decks.
pub(crate) const REFRESH: &str = "/api/v1/decks/refresh";

/// Every route but the app's pages. A route that is not here is refused.
const TABLE: &[Rule] = &[
    // The frame of everything.
    Rule::get("/", Access::Public),
    Rule::get("/healthz", Access::Public),
    Rule::get("/robots.txt", Access::Public),
    Rule::get("/cited", Access::Public),
    Rule::get("/sitemap.xml", Access::Reader),
    Rule::get("/favicon.ico", Access::Public),
    Rule::get("/assets/{*path}", Access::Public),
    // Exports: charts, decks, briefings, links to drafts.
    Rule::get("/charts/{*view}", Access::Reader),
    Rule::get("/decks/{*deck}", Access::Reader),
    Rule::get("/{lang}/deck", Access::Reader),
    Rule::get("/{lang}/deck/refresh", Access::Reader),
    Rule::post("/{lang}/deck/refresh", Access::Reader),
    Rule::get("/{lang}/deck/refreshed/{key}", Access::Reader),
    Rule::get("/{lang}/briefing.pdf", Access::Reader),
    Rule::get("/{lang}/briefing.docx", Access::Reader),
    Rule::get("/{lang}/provinces/{slug}/briefing.pdf", Access::Reader),
    Rule::get("/{lang}/provinces/{slug}/briefing.docx", Access::Reader),
    Rule::get("/{lang}/regions/{slug}/briefing.pdf", Access::Reader),
    Rule::get("/{lang}/regions/{slug}/briefing.docx", Access::Reader),
    // The link is the permission.
    Rule::get("/preview/{draft}/{until}/{signature}", Access::Public),
    Rule::get("/preview/{draft}/{until}/{signature}/{*view}", Access::Public),
    // What a reader's own browser remembers.
    Rule::post(EditDeck::PATH, Access::Reader),
    Rule::post(FollowProvince::PATH, Access::Reader),
    // Frames on other sites.
    Rule::get("/embed/{*view}", Access::Reader),
    Rule::get("/embed.js", Access::Public),
    Rule::get("/oembed", Access::Reader),
    // The API for programs, and its reference.
    Rule::get("/api/v1/openapi.json", Access::Reader),
    Rule::get("/api/v1/indicators", Access::Reader),
    Rule::get("/api/v1/indicators/{indicator}", Access::Reader),
    Rule::get("/api/v1/provinces", Access::Reader),
    Rule::get("/api/v1/provinces/{province}", Access::Reader),
    Rule::get("/api/v1/figures", Access::Reader),
    Rule::get("/api/v1/rankings/{indicator}/{year}", Access::Reader),
    Rule::get("/api/v1/changes", Access::Reader),
    Rule::post(REFRESH, Access::Reader),
    Rule::get("/{lang}/api", Access::Reader),
    // Signing in, accounts, the audit log.
    Rule::get("/{lang}/sign-in", Access::Public),
    Rule::post("/{lang}/sign-in", Access::Public),
    Rule::post("/{lang}/sign-out", Access::Role(Role::Reader)),
    Rule::post("/{lang}/desk/account/sign-out-everywhere", Access::Role(Role::Reader)),
    Rule::get("/{lang}/desk/account", Access::Role(Role::Reader)),
    Rule::post("/{lang}/desk/account/password", Access::Role(Role::Reader)),
    Rule::post("/{lang}/desk/account/tokens", Access::Role(Role::Reader)),
    Rule::post("/{lang}/desk/account/tokens/{id}/revoke", Access::Role(Role::Reader)),
    Rule::get("/{lang}/desk/accounts", Access::Role(Role::Administrator)),
    Rule::post("/{lang}/desk/accounts", Access::Role(Role::Administrator)),
    Rule::post("/{lang}/desk/accounts/{id}/role", Access::Role(Role::Administrator)),
    Rule::post("/{lang}/desk/accounts/{id}/password", Access::Role(Role::Administrator)),
    Rule::post("/{lang}/desk/accounts/{id}/disable", Access::Role(Role::Administrator)),
    Rule::post("/{lang}/desk/accounts/{id}/enable", Access::Role(Role::Administrator)),
    Rule::get("/{lang}/desk/audit", Access::Role(Role::Analyst)),
    // Uploads.
    Rule::get("/{lang}/desk", Access::Role(Role::Analyst)),
    Rule::post("/{lang}/desk/uploads", Access::Role(Role::Analyst)),
    Rule::get("/{lang}/desk/uploads/{id}", Access::Role(Role::Analyst)),
    Rule::post("/{lang}/desk/uploads/{id}/drafts", Access::Role(Role::Analyst)),
    // Drafts.
    Rule::get("/{lang}/desk/drafts/{id}", Access::Role(Role::Analyst)),
    Rule::post("/{lang}/desk/drafts/{id}/choices", Access::Role(Role::Analyst)),
    Rule::post(AnswerDraft::PATH, Access::Role(Role::Analyst)),
    Rule::post("/{lang}/desk/drafts/{id}/file", Access::Role(Role::Analyst)),
    Rule::post("/{lang}/desk/drafts/{id}/approve", Access::Role(Role::Analyst)),
    Rule::post("/{lang}/desk/drafts/{id}/discard", Access::Role(Role::Analyst)),
    Rule::post("/{lang}/desk/drafts/{id}/publish", Access::Role(Role::Analyst)),
    Rule::get("/{lang}/desk/drafts/{id}/remarks", Access::Role(Role::Analyst)),
    Rule::get("/{lang}/desk/drafts/{id}/issues.csv", Access::Role(Role::Analyst)),
    Rule::get("/{lang}/desk/drafts/{id}/original", Access::Role(Role::Analyst)),
    // One figure.
    Rule::get("/{lang}/desk/figure", Access::Role(Role::Analyst)),
    Rule::post("/{lang}/desk/figure", Access::Role(Role::Analyst)),
    // Editions.
    Rule::get("/{lang}/editions", Access::Reader),
    Rule::get("/{lang}/editions/compare", Access::Reader),
    Rule::post("/{lang}/desk/editions/{n}/restore", Access::Role(Role::Analyst)),
    // The catalogue.
    Rule::get("/{lang}/desk/catalogue", Access::Role(Role::Administrator)),
    Rule::post("/{lang}/desk/catalogue/alias", Access::Role(Role::Administrator)),
    Rule::post("/{lang}/desk/catalogue/verdict", Access::Role(Role::Administrator)),
    Rule::post("/{lang}/desk/catalogue/component", Access::Role(Role::Administrator)),
    Rule::post("/{lang}/desk/catalogue/file", Access::Role(Role::Administrator)),
    // Files of an edition.
    Rule::get("/editions/{n}/{file}", Access::Reader),
    Rule::get("/desk/template.csv", Access::Role(Role::Analyst)),
    // The API for uploads and drafts, with a token.
    Rule::get("/api/v1/editions", Access::Reader),
    Rule::post("/api/v1/editions/{number}/restore", Access::Role(Role::Analyst)),
    Rule::post("/api/v1/corrections", Access::Role(Role::Analyst)),
    Rule::post("/api/v1/uploads", Access::Role(Role::Analyst)),
    Rule::get("/api/v1/uploads/{id}", Access::Role(Role::Analyst)),
    Rule::post("/api/v1/uploads/{id}/drafts", Access::Role(Role::Analyst)),
    Rule::get("/api/v1/drafts/{id}", Access::Role(Role::Analyst)),
    Rule::get("/api/v1/drafts/{id}/issues", Access::Role(Role::Analyst)),
    Rule::post("/api/v1/drafts/{id}/choices", Access::Role(Role::Analyst)),
    Rule::post("/api/v1/drafts/{id}/publish", Access::Role(Role::Analyst)),
];

/// The app's pages in every language, but for those that the server answers itself, such as the deck builder, which
/// reads cookies. Under their languages and not under `{lang}`: `/api/provinces` is no page.
pub(crate) static PAGES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let own = |pattern: &str| TABLE.iter().any(|rule| rule.pattern == pattern);
    let pages = app::PATTERNS.into_iter().filter(|pattern| !own(pattern));
    let in_both = pages.flat_map(|pattern| Lang::ALL.map(|lang| pattern.replace("{lang}", lang.code())));
    // A rule lives as long as the program.
    in_both
        .map(|pattern| Rule::get(pattern.leak(), Access::Reader))
        .collect()
});

/// All routes. Addresses that are not among them, where a page says that there is nothing, ask for [`Access::Reader`].
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    TABLE.iter().chain(PAGES.iter())
}

/// What a route requires; `None` for a route without a rule, which is refused.
pub(crate) fn least(method: &str, pattern: &str) -> Option<Access> {
    let method = if method == "HEAD" { "GET" } else { method };
    let rule = rules().find(|rule| rule.pattern == pattern && rule.method == method);
    rule.map(|rule| rule.access)
}

/// The methods of a route, for `Allow`; pages of the app are only read.
pub(crate) fn methods(pattern: Option<&str>) -> Vec<&'static str> {
    const READ: [&str; 2] = ["GET", "HEAD"];
    let Some(pattern) = pattern else {
        return READ.to_vec();
    };
    let mut methods = Vec::new();
    for rule in rules().filter(|rule| rule.pattern == pattern) {
        match rule.method {
            "GET" => methods.extend(READ),
            other => methods.push(other),
        }
    }
    methods
}

/// The page for an address: itself, unless only forms are sent there; then what stands above it.
/// Who signs in after a form was refused does not come to a place that cannot be shown.
pub(crate) fn page_of(address: &str) -> &str {
    let has = |method, path| rules().any(|r| r.method == method && fits(r.pattern, path));
    let mut path = address.split('?').next().unwrap_or_default();
    if has("GET", path) || !has("POST", path) {
        return address;
    }
    while !has("GET", path) {
        match path.rsplit_once('/') {
            Some((above, _)) => path = above,
            None => return "",
        }
    }
    path
}

fn fits(pattern: &str, path: &str) -> bool {
    let (mut pattern, mut path) = (pattern.split('/'), path.split('/'));
    loop {
        match (pattern.next(), path.next()) {
            (None, None) => return true,
            (Some(wanted), Some(found)) if wanted == found || wanted.starts_with('{') => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_route_stands_once_and_what_changes_something_needs_a_role() {
        let mut seen = HashSet::new();
        for rule in rules() {
            assert!(seen.insert((rule.method, rule.pattern)), "{rule:?} twice");
            assert!(matches!(rule.method, "GET" | "POST"), "{rule:?}");
            let signing_in = rule.pattern.ends_with("/sign-in");
            // What only the reader's own browser remembers changes nothing here.
            let remembered = [EditDeck::PATH, FollowProvince::PATH].contains(&rule.pattern);
            // A deck that is sent is sent back.
            let answered = [REFRESH, "/{lang}/deck/refresh"].contains(&rule.pattern);
            if rule.method == "POST" && !signing_in && !remembered && !answered {
                assert!(matches!(rule.access, Access::Role(_)), "{rule:?}");
            }
        }
    }

    #[test]
    fn a_place_for_forms_alone_gives_the_page_above_it() {
        for (address, page) in [
            ("/vi/desk/account/tokens/0a/revoke", "/vi/desk/account"),
            ("/vi/desk/account/password?x=y", "/vi/desk/account"),
            ("/vi/desk/account?x=y", "/vi/desk/account?x=y"),
            ("/en/rankings/pci/2016", "/en/rankings/pci/2016"),
        ] {
            assert_eq!(page_of(address), page);
        }
    }
}
