//! Refusals as `application/problem+json` (RFC 9457). Programs read them: they are in English.

use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::http::content::NO_STORE;

/// The media type of every refusal.
pub(crate) const MEDIA_TYPE: &str = "application/problem+json";
/// The longest piece of a request that is repeated to its sender, in characters.
const LONGEST_FOUND: usize = 80;

/// Why a request was refused (RFC 9457). Some refusals say more in further members.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// Always `about:blank`: the status says what kind of problem it is.
    #[serde(rename = "type")]
    #[schema(example = "about:blank")]
    kind: &'static str,
    /// What is wrong, in a few words.
    #[schema(example = "A parameter has a value that it cannot have")]
    title: String,
    /// The status of the answer.
    #[schema(minimum = 400, maximum = 599, example = 400)]
    status: u16,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    /// The parameter that is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<String>,
    /// Its value as found, cut after 80 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<String>,
    /// What was expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<String>,
    /// What there is, where that can be listed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    known: Vec<String>,
}

/// A refusal on its way out; boxed because it is rare and large.
pub(crate) type BoxedProblem = Box<Problem>;

impl Problem {
    /// A problem in a few words.
    pub(crate) fn new(status: StatusCode, title: &str) -> Self {
        Self {
            kind: "about:blank",
            title: title.to_owned(),
            status: status.as_u16(),
            ..Self::default()
        }
    }

    /// Something that is not here.
    pub(super) fn not_found(title: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, title)
    }

    /// Says what to do.
    pub(super) fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Names the parameter.
    pub(super) fn parameter(mut self, name: &str) -> Self {
        self.parameter = Some(name.to_owned());
        self
    }

    /// Repeats what was found.
    pub(super) fn found(mut self, text: &str) -> Self {
        self.found = Some(text.chars().take(LONGEST_FOUND).collect());
        self
    }

    /// Says what was expected.
    pub(super) fn expected(mut self, words: impl Into<String>) -> Self {
        self.expected = Some(words.into());
        self
    }

    /// Lists what there is.
    pub(super) fn known(mut self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.known = names.into_iter().map(Into::into).collect();
        self
    }

    /// Ready to be returned as an error.
    pub(super) fn refuse<T>(self) -> Result<T, BoxedProblem> {
        Err(Box::new(self))
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(NO_STORE));
        response
    }
}

impl From<BoxedProblem> for Response {
    fn from(refusal: BoxedProblem) -> Self {
        (*refusal).into_response()
    }
}
