//! What people see: pages, components, islands and messages in Vietnamese and English.
//!
//! A page is a function of the figures and the address: [`reply`] answers a request with
//! the whole page in one piece. It neither waits nor remembers anything, so that the
//! same address gives the same bytes to everybody.
//!
//! Only [`islands`] is compiled to wasm; everything else runs on the server.

pub mod islands;

#[cfg(feature = "ssr")]
mod server_side {
    pub mod backend;
    pub mod reply;
}

#[cfg(feature = "ssr")]
pub use server_side::{
    backend::{Assets, Backend, ChartSize},
    reply::{Body, Cache, Reply, Request, reply},
};
