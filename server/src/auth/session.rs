//! Whose request this is.

use std::time::{Duration, Instant};

use app::admin::{Role, Viewer};
use axum::http::{HeaderMap, header};
use quick_cache::sync::Cache;
use sha2::{Digest, Sha256};
use store::{Account, Actor, Store, StoreError};

use super::session_cookie as cookie;

/// A session that is not used for so long is over.
const IDLE: Duration = Duration::from_secs(12 * 3600);
/// However much it is used, it is over after so long.
pub(crate) const ABSOLUTE: Duration = Duration::from_secs(14 * 24 * 3600);
/// Readers who were known so lately go on reading while the store does not answer.
const GRACE: Duration = Duration::from_secs(3600);

/// What a request proves itself with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    /// The token of a session, from the cookie.
    Session(String),
    /// A token for the API.
    Token(String),
}

impl Key {
    /// From the headers. A request that brings a token is no browser's: its cookie is not looked at.
    pub(crate) fn find(secure: bool, headers: &HeaderMap) -> Option<Self> {
        match headers.get(header::AUTHORIZATION) {
            Some(value) => bearer(value.to_str().unwrap_or_default()).map(Self::Token),
            None => cookie::token(secure, headers).map(Self::Session),
        }
    }

    fn text(&self) -> &str {
        match self {
            Self::Session(text) | Self::Token(text) => text,
        }
    }
}

fn bearer(value: &str) -> Option<String> {
    let (scheme, token) = value.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then(|| token.to_owned())
}

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub(crate) struct Identity {
    /// The account as it is now.
    pub(crate) account: Account,
    /// What proved it.
    pub(crate) key: Key,
}

impl Identity {
    pub(crate) fn role(&self) -> Role {
        role(self.account.role)
    }

    pub(crate) fn viewer(&self) -> Viewer {
        Viewer {
            name: self.account.name.clone(),
            shown: self.account.display_name.clone(),
            role: self.role(),
        }
    }

    pub(crate) fn by(&self) -> Actor {
        Actor::account(self.account.id, &self.account.display_name)
    }
}

/// The role as pages know it.
pub(crate) const fn role(role: store::Role) -> Role {
    match role {
        store::Role::Reader => Role::Reader,
        store::Role::Analyst => Role::Analyst,
        store::Role::Administrator => Role::Administrator,
    }
}

/// Who has this key, as the store says now.
pub(crate) async fn of_request(store: &Store, key: Option<&Key>) -> Result<Option<Identity>, StoreError> {
    let Some(key) = key else {
        return Ok(None);
    };
    let account = match key {
        Key::Session(token) => store.session(token, Some(IDLE)).await?.map(|s| s.account),
        Key::Token(secret) => store.token(secret).await?.map(|(_, account)| account),
    };
    let key = key.clone();
    Ok(account.map(|account| Identity { account, key }))
}

/// Who was known lately: where reading needs an account, readers keep the last edition when the
/// store does not answer. Nothing but reading is allowed by it.
#[derive(Debug)]
pub(crate) struct Recent(Cache<[u8; 32], (Instant, Identity)>);

impl Default for Recent {
    fn default() -> Self {
        Self(Cache::new(4096))
    }
}

impl Recent {
    pub(crate) fn remember(&self, identity: &Identity) {
        self.0.insert(digest(&identity.key), (Instant::now(), identity.clone()));
    }

    pub(crate) fn forget(&self, key: &Key) {
        self.0.remove(&digest(key));
    }

    pub(crate) fn find(&self, key: &Key) -> Option<Identity> {
        let (seen, identity) = self.0.get(&digest(key))?;
        (seen.elapsed() < GRACE).then_some(identity)
    }
}

fn digest(key: &Key) -> [u8; 32] {
    Sha256::digest(key.text()).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn a_token_for_the_api_comes_before_a_cookie() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("thuocdo=c"));
        assert_eq!(Key::find(false, &headers), Some(Key::Session("c".into())));
        for (value, expected) in [
            ("Bearer t", Some(Key::Token("t".into()))),
            ("bearer  t ", Some(Key::Token("t".into()))),
            ("Bearer ", None),
            ("Basic dDp0", None),
            ("", None),
        ] {
            headers.insert(header::AUTHORIZATION, HeaderValue::from_static(value));
            assert_eq!(Key::find(false, &headers), expected, "{value:?}");
        }
    }
}
