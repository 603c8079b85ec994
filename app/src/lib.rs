//! What people see: pages, components, islands and messages in Vietnamese and English.
//!
//! A page is a function of the figures and the address: [`reply`] answers a request with
//! the whole page in one piece. It neither waits nor remembers anything, so that the
//! same address gives the same bytes to everybody.
//!
//! Only [`islands`] is compiled to wasm; everything else runs on the server.

// Views are types within types; a whole page nests deeper than the default limit.
#![recursion_limit = "256"]

pub mod islands;

#[cfg(feature = "ssr")]
mod backend;
#[cfg(feature = "ssr")]
mod components;
#[cfg(feature = "ssr")]
pub mod desk;
#[cfg(feature = "ssr")]
mod links;
#[cfg(feature = "ssr")]
mod messages;
#[cfg(feature = "ssr")]
mod models;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
mod query;
#[cfg(feature = "ssr")]
mod reply;
#[cfg(feature = "ssr")]
pub mod shared;
#[cfg(feature = "ssr")]
mod words;

#[cfg(feature = "ssr")]
pub use backend::{Assets, Backend, ChartSize, NEWS};
#[cfg(feature = "ssr")]
pub use reply::{Body, Cache, Reply, Request, briefing, framed, reply};
