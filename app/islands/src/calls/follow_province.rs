//! The province that a reader follows.

use leptos::prelude::*;

use super::form_call::{CallError, FormCall, FormFields, Fragment, form_input};

/// Lets the reader's browser remember the province in the field `province`, or none if it is empty: pages that can
/// mark a province begin with it. The fragment says so.
///
/// # Errors
/// [`CallError::Refused`] with 404 if the newest edition has no such province.
#[server(protocol = FormCall, prefix = "/calls", endpoint = "follow-province", input_derive = (Clone,))]
pub async fn follow_province(form: FormFields) -> Result<Fragment, CallError> {
    super::form_call::calls()?.follow_province(form).await
}

form_input!(FollowProvince);
