//! The program `thuocdo`: figures, pages, charts and bundled files behind one address.
//!
//! - [`Program`] is what pages ask for figures and charts.
//! - [`router`] answers requests. A page is rendered and compressed once an edition, then
//!   answered from memory; whatever goes wrong, nothing from inside is shown.

mod content;
mod embedded;
mod encoding;
mod observe;
mod pages;
mod problem;
mod program;
mod routes;
mod site;

pub use program::Program;
pub use routes::{AppState, Render, router};
pub use site::Site;
