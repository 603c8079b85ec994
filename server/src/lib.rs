//! The program `thuocdo`: figures, pages, charts and bundled files behind one address.
//!
//! Layers, of which each names only those after it (`tests/it/modules.rs`):
//!
//! - [`cli`] is the command line: every setting, parsed once.
//! - `http` answers requests. A page is rendered and compressed once per edition, then answered from memory;
//!   an error page shows no internals.
//! - [`services`] read and check the figures, load editions from the store, process uploads and publish.
//! - [`auth`] decides who may do what: routes and roles, sessions, passwords, origins.
//!
//! [`settings`] and `telemetry` are shared by all of them.

pub mod auth;
pub mod cli;
mod http;
pub mod services;
pub mod settings;
mod telemetry;

/// A page is built of many small strings.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

pub use auth::link_key::LinkKey;
pub use http::{
    admin::Admin,
    listen,
    routes::router,
    site::Site,
    state::{AppState, Render},
};
pub use services::program::Program;
