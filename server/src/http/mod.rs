//! Requests and responses: routes, pages, exports, frames, the API, administration, and what surrounds them.

pub(crate) mod admin;
pub(crate) mod api;
pub(crate) mod calls;
pub(crate) mod content;
pub(crate) mod embeds;
pub(crate) mod encoding;
pub(crate) mod guard;
pub(crate) mod health;
pub mod listen;
pub(crate) mod media_type;
pub(crate) mod observe;
pub(crate) mod own_province;
pub(crate) mod page_cache;
pub(crate) mod pages;
pub(crate) mod problem;
pub(crate) mod refresh;
pub(crate) mod routes;
pub(crate) mod share;
pub(crate) mod site;
pub(crate) mod state;
mod stream;
