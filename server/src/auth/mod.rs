//! Who may do what: one table of routes and roles, sessions, passwords, and where a request comes from.

pub(crate) mod account;
pub(crate) mod cookies;
pub(crate) mod delays;
pub(crate) mod link_key;
pub(crate) mod origin;
pub(crate) mod password;
pub(crate) mod rules;
pub(crate) mod session;
pub(crate) mod session_cookie;

pub(crate) use account::{is_name, shown_name, to_store};
pub(crate) use delays::{Delays, network};
pub(crate) use password::{PasswordError, Passwords, SHORTEST, hash as hash_password, is_long_enough};
pub use rules::{Access, Rule, rules};
pub(crate) use rules::{PAGES, REFRESH, methods, page_of};
pub(crate) use session::{ABSOLUTE, Identity, Key, Recent, of_request, role};
pub(crate) use session_cookie::{clear, is_secure, set};
