//! The protocol of the server functions: a form in, a fragment of HTML out.
//!
//! The codecs of `server_fn` would bring readers of JSON and of nested queries into the wasm, and neither reads the
//! forms of a draft, whose field names come from the file. A form's own encoding does both and needs nothing that
//! the browser does not have.

use std::{convert::Infallible, fmt, future::Future, str};

use leptos::server_fn::{
    Bytes, ContentType, Decodes, Encodes, Format, FormatType, Protocol,
    client::Client,
    error::{FromServerFnError, ServerFnErrorErr},
    request::Req as _,
    response::TryRes as _,
    server::Server,
};

/// Names and values of a form, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormFields(pub Vec<(String, String)>);

/// A part of a page as HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment(pub String);

/// Why a call has no fragment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallError {
    /// The server refuses with this HTTP status. Posting the form shows why.
    Refused(u16),
    /// The request did not arrive, or the answer did not.
    NoAnswer,
}

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(status) => write!(f, "refused with status {status}"),
            Self::NoAnswer => f.write_str("no answer"),
        }
    }
}

impl std::error::Error for CallError {}

/// What comes wrong from the transport says nothing to readers: its texts stay inside.
impl FromServerFnError for CallError {
    type Encoder = StatusText;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::Deserialization(_) | ServerFnErrorErr::MissingArg(_) => {
                Self::Refused(400)
            }
            ServerFnErrorErr::Request(_) => Self::NoAnswer,
            _ => Self::Refused(500),
        }
    }
}

/// Writes a [`CallError`] as its status in decimal digits.
#[derive(Clone, Copy, Debug)]
pub struct StatusText;

impl ContentType for StatusText {
    const CONTENT_TYPE: &'static str = "text/plain; charset=utf-8";
}

impl FormatType for StatusText {
    const FORMAT_TYPE: Format = Format::Text;
}

impl Encodes<CallError> for StatusText {
    type Error = Infallible;

    fn encode(error: &CallError) -> Result<Bytes, Infallible> {
        Ok(match error {
            CallError::Refused(status) => Bytes::from(status.to_string()),
            CallError::NoAnswer => Bytes::new(),
        })
    }
}

impl Decodes<CallError> for StatusText {
    type Error = Infallible;

    fn decode(bytes: Bytes) -> Result<CallError, Infallible> {
        let status = str::from_utf8(&bytes).ok().and_then(|text| text.parse().ok());
        Ok(status.map_or(CallError::NoAnswer, CallError::Refused))
    }
}

/// Makes the fields of a form the argument of a server function.
macro_rules! form_input {
    ($call:ident) => {
        impl super::form_call::FormInput for $call {
            fn from_fields(form: super::form_call::FormFields) -> Self {
                Self { form }
            }

            fn into_fields(self) -> super::form_call::FormFields {
                self.form
            }
        }
    };
}
pub(super) use form_input;

/// The arguments of a server function that takes a form.
pub trait FormInput: Send {
    /// Reads the arguments from the fields.
    fn from_fields(form: FormFields) -> Self;

    /// Returns the fields that [`FormInput::from_fields`] reads.
    fn into_fields(self) -> FormFields;
}

/// The protocol: `POST` with an URL-encoded form, answered with HTML.
#[derive(Clone, Copy, Debug)]
pub struct FormCall;

impl<I, C, S> Protocol<I, Fragment, C, S, CallError> for FormCall
where
    I: FormInput,
    C: Client<CallError>,
    S: Server<CallError>,
{
    const METHOD: http::Method = http::Method::POST;

    async fn run_server<F, Fut>(request: S::Request, function: F) -> Result<S::Response, CallError>
    where
        F: Fn(I) -> Fut + Send,
        Fut: Future<Output = Result<Fragment, CallError>> + Send,
    {
        let body = request.try_into_bytes().await?;
        let Fragment(html) = function(I::from_fields(decode(&body))).await?;
        S::Response::try_from_string("text/html; charset=utf-8", html)
    }

    async fn run_client(path: &str, input: I) -> Result<Fragment, CallError> {
        send(path, input.into_fields()).await
    }
}

#[cfg(feature = "ssr")]
fn decode(body: &[u8]) -> FormFields {
    FormFields(form_urlencoded::parse(body).into_owned().collect())
}

#[cfg(not(feature = "ssr"))]
fn decode(_: &[u8]) -> FormFields {
    FormFields::default()
}

#[cfg(feature = "hydrate")]
async fn send(path: &str, FormFields(fields): FormFields) -> Result<Fragment, CallError> {
    // What belongs to the page stays on its thread, of which a browser has one.
    send_wrapper::SendWrapper::new(fetch(path, fields)).await
}

#[cfg(not(feature = "hydrate"))]
async fn send(_: &str, _: FormFields) -> Result<Fragment, CallError> {
    Err(CallError::NoAnswer)
}

#[cfg(feature = "hydrate")]
async fn fetch(path: &str, fields: Vec<(String, String)>) -> Result<Fragment, CallError> {
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;

    let lost = |_: JsValue| CallError::NoAnswer;
    let form = web_sys::UrlSearchParams::new().map_err(lost)?;
    for (name, value) in &fields {
        form.append(name, value);
    }
    let init = web_sys::RequestInit::new();
    init.set_method("POST");
    init.set_body(&form);
    let window = crate::dom::window().ok_or(CallError::NoAnswer)?;
    let response = JsFuture::from(window.fetch_with_str_and_init(path, &init)).await;
    let response: web_sys::Response = response.and_then(JsCast::dyn_into).map_err(lost)?;
    if !response.ok() {
        return Err(CallError::Refused(response.status()));
    }
    let text = JsFuture::from(response.text().map_err(lost)?).await.map_err(lost)?;
    text.as_string().map(Fragment).ok_or(CallError::NoAnswer)
}

/// What the server does for the functions; provided in the Leptos context of each call.
#[cfg(feature = "ssr")]
pub trait Calls: Send + Sync {
    /// Stores the answers of a draft's form and returns the page's content.
    fn answer_draft(&self, form: FormFields) -> CallFuture;

    /// Changes a deck and returns its page's content, or says that a chart was added to it.
    fn edit_deck(&self, form: FormFields) -> CallFuture;

    /// Remembers a province in the reader's browser and says so.
    fn follow_province(&self, form: FormFields) -> CallFuture;
}

/// The answer to a call, still to come.
#[cfg(feature = "ssr")]
pub type CallFuture = std::pin::Pin<Box<dyn Future<Output = Result<Fragment, CallError>> + Send>>;

/// Returns what the server provided for this call.
#[cfg(feature = "ssr")]
pub(super) fn calls() -> Result<std::sync::Arc<dyn Calls>, CallError> {
    leptos::prelude::use_context().ok_or(CallError::Refused(500))
}
