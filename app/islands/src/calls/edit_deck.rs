//! The reader's deck: charts added, moved, removed.

use leptos::prelude::*;

use super::form_call::{CallError, FormCall, FormFields, Fragment, form_input};

/// Changes a deck.
///
/// With `add`, the path of a chart, the other fields are the chart's state, and the fragment says that it is in the
/// deck which the reader's browser remembers. With `up`, `down` or `remove`, a place counted from 1, the other fields
/// are those of the deck (`c` for each chart, `title`, `size`, `lang`, `edition`, `own`), and the fragment is the
/// content of the changed deck's page.
///
/// # Errors
/// [`CallError::Refused`] with the status that the same form gets without JavaScript: 400 for a full deck or for
/// fields that cannot be read, 404 for a chart that there is not, 422 if nothing was to be changed.
#[server(protocol = FormCall, prefix = "/calls", endpoint = "edit-deck", input_derive = (Clone,))]
pub async fn edit_deck(form: FormFields) -> Result<Fragment, CallError> {
    super::form_call::calls()?.edit_deck(form).await
}

form_input!(EditDeck);
