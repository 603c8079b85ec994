//! The program `thuocdo`: figures, pages, charts and bundled files behind one address.
//!
//! - [`command`] is the command line: every setting, parsed once.
//! - [`start`] reads and checks the figures; wrong ones stop the program.
//! - [`Program`] is what pages ask for figures and charts.
//! - [`router`] answers requests. A page is rendered and compressed once an edition, then
//!   answered from memory; whatever goes wrong, nothing from inside is shown.
//! - [`listen`] takes connections and ends cleanly.

pub mod command;
mod content;
mod embedded;
mod encoding;
pub mod listen;
mod observe;
mod pages;
mod problem;
mod program;
mod routes;
mod site;
pub mod start;

pub use program::Program;
pub use routes::{AppState, Render, router};
pub use site::Site;
