//! Answers to the questions of a draft: spellings of provinces, columns, the method.

use leptos::prelude::*;

use super::form_call::{CallError, FormCall, FormFields, Fragment, form_input};

/// Stores the answers in the form of a draft and returns the page's content with what they lead to.
///
/// The form names the draft (`draft`) and the page's language (`page_lang`, also in the address of an ordinary form); its other fields are the draft's choices,
/// whose names depend on the file (`place.<spelling>`), so they cannot be arguments.
///
/// # Errors
/// [`CallError::Refused`] with the status that the same form gets without JavaScript: 403 without the right to edit
/// drafts, 404 without such a draft, 409 if it was changed meanwhile, 422 for fields that cannot be read.
#[server(protocol = FormCall, prefix = "/calls", endpoint = "answer-draft", input_derive = (Clone,))]
pub async fn answer_draft(form: FormFields) -> Result<Fragment, CallError> {
    super::form_call::calls()?.answer_draft(form).await
}

form_input!(AnswerDraft);
