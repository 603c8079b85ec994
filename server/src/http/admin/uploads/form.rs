//! What a form with a file brings.

use app::admin::UserError;
use domain::upload::Choices;

use super::receive::Gate;
use crate::http::admin::RequestContext;

/// Where files come in.
pub(crate) fn gate(cx: &RequestContext) -> Gate<'_> {
    Gate {
        folder: &cx.admin.incoming,
        limit: cx.admin.jobs.limits().bytes,
    }
}

/// Choices that came with a file.
pub(crate) fn chosen(fields: &[(String, String)]) -> Result<Choices, UserError> {
    let choices = Choices::from_pairs(fields.iter().map(|(n, v)| (n.as_str(), v.as_str())));
    choices.map_err(|bad| UserError::BadFields(bad.into_iter().map(|b| (b.name, b.found)).collect()))
}
