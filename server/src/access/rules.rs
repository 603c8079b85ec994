//! The one table of routes and roles.

use std::sync::LazyLock;

use app::admin::Role;
use domain::Lang;

use crate::{admin, api, embeds, share};

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

/// Where a program without accounts would answer as well.
const PUBLIC: &[Rule] = &[
    Rule::get("/", Access::Public),
    Rule::get("/healthz", Access::Public),
    Rule::get("/robots.txt", Access::Public),
    Rule::get("/favicon.ico", Access::Public),
    Rule::get("/assets/{*path}", Access::Public),
];

/// The app's pages in every language, but for those that the server answers itself, such as the deck builder, which
/// reads cookies. Under their languages and not under `{lang}`: `/api/provinces` is no page.
pub(crate) static PAGES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let own = |pattern: &str| share::RULES.iter().any(|rule| rule.pattern == pattern);
    let pages = app::PATTERNS.into_iter().filter(|pattern| !own(pattern));
    let in_both = pages.flat_map(|pattern| Lang::ALL.map(|lang| pattern.replace("{lang}", lang.code())));
    // A rule lives as long as the program.
    in_both
        .map(|pattern| Rule::get(pattern.leak(), Access::Reader))
        .collect()
});

/// All routes. Addresses that are not among them, where a page says that there is nothing, ask for [`Access::Reader`].
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    let exports = share::RULES.iter().chain(embeds::RULES).chain(api::RULES);
    PUBLIC.iter().chain(PAGES.iter()).chain(exports).chain(admin::rules())
}

/// What a route asks; nothing for a route without a rule, which nobody may use.
pub(super) fn least(method: &str, pattern: &str) -> Option<Access> {
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
            if rule.method == "POST" && !signing_in {
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
