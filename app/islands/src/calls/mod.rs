//! Server functions: what forms and islands ask the server to do, each at an address of its own.
//!
//! A function takes the fields of a form and returns a [`Fragment`] of the page that the form is on. Called by an
//! island, only that fragment changes; posted as an ordinary form, the same address redirects to the page. The
//! server provides the work behind the functions as [`Calls`] in the Leptos context.

mod answer_draft;
mod form_call;

pub use answer_draft::{AnswerDraft, answer_draft};
pub use form_call::{CallError, FormCall, FormFields, Fragment};
#[cfg(feature = "ssr")]
pub use form_call::{CallFuture, Calls};
