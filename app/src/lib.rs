//! What people see: pages, components and messages in Vietnamese and English.
//!
//! A page is a function of the figures and the address: [`render`] answers a request with
//! the whole page in one piece. It neither waits nor remembers anything, so that the
//! same address gives the same bytes to everybody.
//!
//! All of it runs on the server; what runs in the browser is the crate `islands`.

// Views are types within types; a whole page nests deeper than the default limit.
#![recursion_limit = "256"]
#![expect(
    unreachable_pub,
    reason = "the component macro writes the functions again, as public ones"
)]
#![expect(
    clippy::needless_pass_by_value,
    reason = "props are values where callers compute them: a reference would outlive its temporary"
)]

pub mod admin;
mod backend;
pub(crate) mod charts;
mod components;
mod context;
pub mod export;
pub(crate) mod findings;
mod links;
mod problem;
mod query;
mod render;
mod response;
mod route;
mod sitemap;
mod views;
mod words;

pub use backend::{Assets, Backend, ChartSize, NEWS, SharedBackend, Sparks};
pub use problem::problem;
pub use render::{Request, api_reference, briefing, chart_added, content, province_followed, refreshed, render};
pub use response::{Body, Cache, PageResponse};
pub use route::PATTERNS;
pub use sitemap::sitemap;
pub use views::api_reference::model::{ApiEndpoint, ApiParameter, ApiParameterPlace};
