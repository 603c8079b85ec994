//! The program `thuocdo`: figures, pages, charts and bundled files behind one address.
//!
//! - [`command`] is the command line: every setting, parsed once.
//! - [`start`] reads and checks the figures; wrong ones stop the program.
//! - [`Program`] is what pages ask for figures and charts.
//! - [`router`] answers requests. A page is rendered and compressed once an edition, then
//!   answered from memory; whatever goes wrong, nothing from inside is shown.
//! - [`Admin`] is where accounts, uploads and editions are cared for; [`access`] says who may do what there.
//! - [`edition_loader`] brings editions from the store into memory, whichever process published them.
//! - `api` is the public API on the figures, and what is said of it.
//! - [`listen`] takes connections and ends cleanly.

pub mod access;
mod admin;
mod api;
pub mod command;
mod content;
mod cookies;
pub mod edition_loader;
mod embedded;
mod embeds;
mod encoding;
mod health;
pub mod listen;
mod media_type;
mod observe;
mod own_province;
mod page_cache;
mod pages;
mod problem;
mod program;
mod reader;
mod routes;
pub mod settings;
mod share;
mod site;
pub mod start;
mod state;
mod telemetry;

pub use admin::Admin;
pub use program::Program;
pub use routes::router;
pub use share::LinkKey;
pub use site::Site;
pub use state::{AppState, Render};
