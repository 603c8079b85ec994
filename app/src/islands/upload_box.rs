//! A file dropped onto its form, and how far it has been sent.

use leptos::prelude::*;

/// Wakes the form that it stands in.
#[island]
pub fn UploadBox() -> impl IntoView {
    Effect::new(move |_| {});
}
