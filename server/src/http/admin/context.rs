//! One request to the administration: where, by whom, and how to answer it.

use std::{
    borrow::Cow,
    net::{IpAddr, Ipv4Addr},
    sync::Arc,
};

use app::{
    SharedBackend,
    admin::{Notice, Page, UserError},
};
use axum::{
    extract::FromRequestParts,
    http::{Extensions, HeaderMap, HeaderValue, Method, StatusCode, Uri, header, request::Parts},
    response::{IntoResponse, Response},
};
use domain::Lang;
use store::{Actor, StoreError};

use super::{Admin, Rejection, fields, notice, trouble};
use crate::{
    auth::{self, Identity, Key},
    http::{content::NO_STORE, listen::Peer, pages, problem},
};

/// Who it is, as far as that was asked.
#[derive(Clone, Debug)]
pub(crate) enum Known {
    /// Nobody has looked.
    NotYet,
    /// The store says so.
    Now(Option<Identity>),
    /// The store does not answer, but said so not long ago. For reading only.
    Lately(Identity),
}

/// One request to the administration. As an argument of a handler, who it is has been found out.
#[derive(Clone)]
pub(crate) struct RequestContext {
    pub(crate) admin: Arc<Admin>,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) key: Option<Key>,
    pub(crate) known: Known,
    /// The cookie is one for HTTPS.
    pub(crate) secure: bool,
    pub(crate) address: IpAddr,
    method: Method,
    headers: HeaderMap,
    /// Pages come without the frame around their content.
    content_only: bool,
}

impl RequestContext {
    pub(crate) fn new(
        admin: &Arc<Admin>,
        uri: &Uri,
        method: &Method,
        headers: &HeaderMap,
        extensions: &Extensions,
    ) -> Self {
        let secure = auth::is_secure(admin.settings.secure_cookies, headers);
        Self {
            admin: Arc::clone(admin),
            path: uri.path().to_owned(),
            query: uri.query().unwrap_or_default().to_owned(),
            key: Key::find(secure, headers),
            known: Known::NotYet,
            secure,
            address: client_address(extensions, headers),
            method: method.clone(),
            headers: headers.clone(),
            content_only: false,
        }
    }

    /// The same caller at another address, whose answer this request makes its own: not compressed, without a
    /// query and conditions.
    pub(crate) fn at(&self, path: &str, method: Method) -> Self {
        Self {
            path: path.to_owned(),
            query: String::new(),
            method,
            headers: HeaderMap::new(),
            ..self.clone()
        }
    }

    /// The same, where pages come without the frame around their content.
    pub(crate) fn content_only(self) -> Self {
        Self {
            content_only: true,
            ..self
        }
    }

    /// Asks the store whose request this is, once.
    pub(crate) async fn look(&mut self) -> Result<Option<&Identity>, StoreError> {
        if matches!(self.known, Known::NotYet) {
            let identity = auth::of_request(&self.admin.store, self.key.as_ref()).await?;
            match (&identity, &self.key) {
                (Some(identity), _) => self.admin.recent.remember(identity),
                (None, Some(key)) => self.admin.recent.forget(key),
                (None, None) => {}
            }
            self.known = Known::Now(identity);
        }
        Ok(self.identity())
    }

    /// Who is signed in.
    pub(crate) fn identity(&self) -> Option<&Identity> {
        match &self.known {
            Known::Now(identity) => identity.as_ref(),
            Known::Lately(identity) => Some(identity),
            Known::NotYet => None,
        }
    }

    /// Who is signed in, where the route asks for an account.
    pub(crate) fn signed_in(&self) -> Result<&Identity, Rejection> {
        self.identity().ok_or(Rejection::SignIn)
    }

    /// Who does it, for the history.
    pub(crate) fn by(&self) -> Result<Actor, Rejection> {
        Ok(self.signed_in()?.by())
    }

    /// The language of the page. Server functions have addresses without one: there the query says it.
    pub(crate) fn lang(&self) -> Lang {
        let code = self.path.split('/').nth(1).unwrap_or_default();
        let named = Lang::from_code(code).or_else(|| Lang::from_code(&self.parameter("page_lang")));
        named.unwrap_or_default()
    }

    /// An address in the language of the page, such as `/vi/desk` for `/desk`.
    pub(crate) fn to(&self, path: &str) -> String {
        format!("/{}{path}", self.lang().code())
    }

    /// A parameter of the query; empty when it is not there.
    pub(crate) fn parameter(&self, name: &str) -> String {
        fields::query(&self.query).get(name).to_owned()
    }

    /// The path with its language, also where a server function is answered with a page.
    fn page_path(&self) -> Cow<'_, str> {
        match Lang::from_code(self.path.split('/').nth(1).unwrap_or_default()) {
            Some(_) => Cow::Borrowed(&self.path),
            None => Cow::Owned(self.to(&self.path)),
        }
    }

    /// For programs: they get JSON in place of pages.
    fn is_api(&self) -> bool {
        self.path.starts_with("/api/")
    }

    /// Answers with a page.
    pub(crate) fn show(&self, page: &Page<'_>) -> Response {
        self.render(page, None)
    }

    /// Answers with a page that says why something was not done.
    pub(crate) fn refuse(&self, refusal: &UserError, page: &Page<'_>) -> Response {
        let mut response = self.render(page, Some(trouble::status(refusal)));
        if let UserError::Wait(seconds) = refusal {
            let after = HeaderValue::from(*seconds);
            response.headers_mut().insert(header::RETRY_AFTER, after);
        }
        response
    }

    /// Goes on to another page, which says what was done.
    pub(crate) fn done(&self, to: &str, notice: Option<&Notice>) -> Response {
        let (mut address, fragment) = match to.split_once('#') {
            Some((address, fragment)) => (address.to_owned(), format!("#{fragment}")),
            None => (to.to_owned(), String::new()),
        };
        if let Some(notice) = notice {
            let mark = if address.contains('?') { '&' } else { '?' };
            let code = fields::encode(&notice::code(notice));
            address.push_str(&format!("{mark}{}={code}", notice::NAME));
        }
        redirect(&(address + &fragment))
    }

    fn render(&self, page: &Page<'_>, status: Option<StatusCode>) -> Response {
        let backend: SharedBackend = self.admin.program.clone();
        let Some(snapshot) = backend.snapshot(None) else {
            return problem::refuse(StatusCode::SERVICE_UNAVAILABLE);
        };
        let viewer = self.identity().map(Identity::viewer);
        let path = self.page_path();
        let notice = notice::find(&self.query).filter(|_| self.method != Method::POST);
        let admin = app::admin::Admin {
            backend: &backend,
            snapshot: &snapshot,
            path: &path,
            query: &self.query,
            viewer: viewer.as_ref(),
            four_eyes: self.admin.settings.four_eyes,
            notice: notice.as_ref(),
        };
        let mut response = if self.content_only {
            app::admin::content(&admin, page)
        } else {
            app::admin::page(&admin, page)
        };
        if let Some(status) = status {
            response.status = status.as_u16();
        }
        if viewer.is_some() || status.is_some() || notice.is_some() {
            response.cache = app::Cache::NoStore;
        }
        pages::answer_once(response, &self.headers)
    }

    /// Gives an answer that ended early its page.
    pub(crate) fn finish(&self, mut response: Response) -> Response {
        let Some(rejection) = response.extensions_mut().remove::<Rejection>() else {
            return response;
        };
        let reading = matches!(self.method, Method::GET | Method::HEAD);
        let page = match &rejection {
            _ if self.is_api() => return self.finish_api(&rejection, response),
            Rejection::SignIn if reading => return redirect(&self.sign_in()),
            Rejection::BadForm(status) => return problem::refuse(*status),
            Rejection::SignIn | Rejection::Forbidden => Page::Forbidden,
            Rejection::CrossSite => Page::CrossSite,
            Rejection::NotFound => Page::NotFound,
            Rejection::Trouble(refusal) => Page::Trouble(refusal),
        };
        let mut answer = self.render(&page, Some(rejection.status()));
        let after = response.headers_mut().remove(header::RETRY_AFTER);
        answer
            .headers_mut()
            .extend(after.map(|after| (header::RETRY_AFTER, after)));
        answer
    }

    fn finish_api(&self, rejection: &Rejection, mut response: Response) -> Response {
        // Whoever brings nothing at all is a program without its token, not another site's form.
        let bare = self.key.is_none() && !self.headers.contains_key(header::AUTHORIZATION);
        let rejection = if bare && *rejection == Rejection::CrossSite {
            &Rejection::SignIn
        } else {
            rejection
        };
        let (code, text) = match rejection {
            Rejection::SignIn => ("unauthorized", "a token is needed: Authorization: Bearer …"),
            Rejection::Forbidden => ("forbidden", "this account may not do this"),
            Rejection::CrossSite => ("cross_site", "sent by another site, or without a token"),
            Rejection::NotFound => ("not_found", "there is no such thing"),
            Rejection::BadForm(_) => ("bad_request", "what was sent cannot be read"),
            Rejection::Trouble(UserError::DiskFull) => ("disk_full", "the disk of the server is full"),
            Rejection::Trouble(UserError::ReadOnly) => ("read_only", "the store can only be read"),
            Rejection::Trouble(UserError::Unreachable) => ("unreachable", "the store does not answer; try again"),
            Rejection::Trouble(_) => ("failed", "the server failed; its log says why"),
        };
        let status = rejection.status().as_u16();
        let body = serde_json::json!({ "type": "about:blank", "title": text, "status": status, "code": code });
        let mut answer = (rejection.status(), format!("{body}\n")).into_response();
        let after = response.headers_mut().remove(header::RETRY_AFTER);
        let headers = answer.headers_mut();
        headers.extend(after.map(|after| (header::RETRY_AFTER, after)));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(NO_STORE));
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        if *rejection == Rejection::SignIn {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        answer
    }

    /// Where to sign in, and then come back here.
    fn sign_in(&self) -> String {
        let mut next = self.path.clone();
        if !self.query.is_empty() {
            next.push('?');
            next.push_str(&self.query);
        }
        format!("{}?next={}", self.to("/sign-in"), fields::encode(&next))
    }
}

fn redirect(to: &str) -> Response {
    let Ok(to) = HeaderValue::try_from(to) else {
        return problem::refuse(StatusCode::INTERNAL_SERVER_ERROR);
    };
    let headers = [
        (header::LOCATION, to),
        (header::CACHE_CONTROL, HeaderValue::from_static(NO_STORE)),
    ];
    (StatusCode::SEE_OTHER, headers).into_response()
}

/// The address of the one who asks.
pub(crate) fn client_address(extensions: &Extensions, headers: &HeaderMap) -> IpAddr {
    let peer = extensions.get::<Peer>();
    client(peer.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.0), headers)
}

/// A proxy on this machine says for whom it asks; nobody
/// else is believed.
fn client(peer: IpAddr, headers: &HeaderMap) -> IpAddr {
    let forwarded = headers.get_all("x-forwarded-for").iter().next_back();
    let last = forwarded.and_then(|value| value.to_str().ok()?.rsplit(',').next()?.trim().parse().ok());
    match last {
        Some(address) if peer.to_canonical().is_loopback() => address,
        _ => peer,
    }
}

impl<S: Send + Sync> FromRequestParts<S> for RequestContext {
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Rejection> {
        let cx = parts.extensions.get::<Self>().cloned();
        let mut cx = cx.ok_or(Rejection::Trouble(UserError::Failed))?;
        let code = cx.path.split('/').nth(1).unwrap_or_default();
        if !cx.is_api() && Lang::from_code(code).is_none() {
            return Err(Rejection::NotFound);
        }
        // Public pages only show a little more to those who are signed in.
        if let Err(error) = cx.look().await {
            tracing::debug!(%error, "not known who it is");
        }
        Ok(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_proxy_on_this_machine_speaks_for_others() {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", HeaderValue::from_static("9.9.9.9, 10.1.2.3"));
        let (here, there) = (IpAddr::from([127, 0, 0, 1]), IpAddr::from([192, 0, 2, 1]));
        assert_eq!(client(here, &headers), IpAddr::from([10, 1, 2, 3]));
        assert_eq!(client(there, &headers), there);
        assert_eq!(client(here, &HeaderMap::new()), here);
    }
}
