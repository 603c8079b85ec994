//! Server functions: what forms and islands ask the server to do, each at an address of its own.
//!
//! A function takes the fields of a form and returns a [`Fragment`] of the page that the form is on. Called by an
//! island, only that fragment changes; posted as an ordinary form, the same address redirects to the page. The
//! server provides the work behind the functions as [`Calls`] in the Leptos context.

mod answer_draft;
mod edit_deck;
mod follow_province;
mod form_call;

pub use answer_draft::{AnswerDraft, answer_draft};
pub use edit_deck::{EditDeck, edit_deck};
pub use follow_province::{FollowProvince, follow_province};
pub use form_call::{CallError, FormCall, FormFields, Fragment};
#[cfg(feature = "ssr")]
pub use form_call::{CallFuture, Calls};
