//! Who may do what: one table of routes and roles, sessions, passwords, and where a request comes from.

mod cookie;
mod delays;
mod guard;
mod origin;
mod password;
mod rules;
mod session;

pub(crate) use cookie::{clear, is_secure, set};
pub(crate) use delays::{Delays, network};
pub(crate) use guard::guard;
pub(crate) use password::{PasswordError, Passwords, SHORTEST, hash as hash_password, is_long_enough};
pub use rules::{Access, Rule, rules};
pub(crate) use rules::{PAGES, methods, page_of};
pub(crate) use session::{ABSOLUTE, Identity, Key, Recent, of_request, role};
