//! Signing in and out.

use app::admin::{Notice, Page, Role, UserError};
use axum::{
    http::{HeaderValue, header},
    response::Response,
};
use store::{Account, Credentials, StoreError};

use super::{Fields, Rejection, RequestContext};
use crate::auth::{self, ABSOLUTE, Key, PasswordError, clear, set};

/// What was given, and why it was not enough.
struct Failed {
    name: String,
    next: String,
    refusal: UserError,
}

pub(super) async fn form(cx: RequestContext) -> Response {
    let next = own_path(&cx.parameter("next"));
    if let Some(identity) = cx.identity() {
        return cx.done(&onward(&cx, identity.role(), &next), None);
    }
    cx.show(&Page::SignIn {
        next: &next,
        name: "",
        refusal: None,
    })
}

pub(super) async fn sign_in(cx: RequestContext, fields: Fields) -> Result<Response, Rejection> {
    let (name, next) = (fields.get("name").trim(), own_path(fields.get("next")));
    match check(&cx, name, fields.get("password")).await? {
        Ok(account) => {
            // A token of its own for each time: one that was slipped into the browser before is worth nothing.
            let token = cx.admin.store.add_session(account.id, ABSOLUTE).await?;
            if let Some(Key::Session(old)) = &cx.key {
                end(&cx, old).await;
            }
            let to = onward(&cx, auth::role(account.role), &next);
            Ok(with_cookie(cx.done(&to, None), set(cx.secure, &token, ABSOLUTE)))
        }
        Err(refusal) => {
            let name = name.chars().take(100).collect();
            Ok(again(&cx, &Failed { name, next, refusal }))
        }
    }
}

fn again(cx: &RequestContext, failed: &Failed) -> Response {
    let page = Page::SignIn {
        next: &failed.next,
        name: &failed.name,
        refusal: Some(&failed.refusal),
    };
    cx.refuse(&failed.refusal, &page)
}

/// The account whose password this is. An unknown name, a wrong password and a disabled account
/// look alike, and take equally long.
async fn check(cx: &RequestContext, name: &str, password: &str) -> Result<Result<Account, UserError>, Rejection> {
    let known = cx.admin.store.credentials(name).await?;
    let account = known.as_ref().map(|known| known.account.clone());
    if let Err(refusal) = prove(cx, name, known, password).await? {
        return Ok(Err(refusal));
    }
    Ok(match account {
        Some(account) if account.enabled() => Ok(account),
        _ => Err(UserError::WrongPassword),
    })
}

/// Whether a password is right, with a pause after wrong ones.
pub(super) async fn prove(
    cx: &RequestContext,
    name: &str,
    known: Option<Credentials>,
    password: &str,
) -> Result<Result<(), UserError>, Rejection> {
    let admin = &cx.admin;
    if let Err(wait) = admin.delays.begin(name, cx.address) {
        tracing::warn!(address = %cx.address, "too many wrong passwords");
        return Ok(Err(UserError::Wait(wait.as_secs() + 1)));
    }
    // Other processes count as well.
    let wait = known
        .as_ref()
        .and_then(|k| k.account.retry_at)
        .map_or(0, |at| at - now());
    if wait > 0 {
        return Ok(Err(UserError::Wait(u64::try_from(wait).unwrap_or(0).div_ceil(1000))));
    }
    let (account, hash) = known.map(|known| (known.account.id, known.password)).unzip();
    match admin.passwords.check(password.to_owned(), hash).await {
        Ok(true) => {
            admin.delays.right(name, cx.address);
            if let Some(id) = account {
                admin.store.clear_failures(id).await?;
            }
            Ok(Ok(()))
        }
        Ok(false) => {
            if let Some(id) = account
                && let Err(error) = admin.store.note_failure(id).await
            {
                tracing::warn!(%error, "a wrong password could not be noted");
            }
            Ok(Err(UserError::WrongPassword))
        }
        Err(error) => Err(hashing(&error)),
    }
}

/// Why a password could not be looked at.
pub(super) fn hashing(error: &PasswordError) -> Rejection {
    tracing::warn!(%error, "a password could not be looked at");
    Rejection::Trouble(match error {
        PasswordError::Busy => UserError::Wait(5),
        PasswordError::Hash(_) => UserError::Failed,
    })
}

pub(super) async fn sign_out(cx: RequestContext) -> Result<Response, Rejection> {
    if let Some(Key::Session(token)) = &cx.key {
        cx.admin.store.end_session(token).await?;
        forget(&cx);
    }
    let home = cx.to("");
    Ok(with_cookie(cx.done(&home, None), clear(cx.secure)))
}

pub(super) async fn sign_out_everywhere(cx: RequestContext) -> Result<Response, Rejection> {
    let identity = cx.signed_in()?;
    cx.admin.store.end_sessions(identity.account.id, &identity.by()).await?;
    forget(&cx);
    let to = cx.to("/sign-in");
    let done = cx.done(&to, Some(&Notice::SignedOutEverywhere));
    Ok(with_cookie(done, clear(cx.secure)))
}

/// A new token in place of the one that the browser has, for instance after a new password.
pub(super) async fn renew(cx: &RequestContext, account: i64, response: Response) -> Result<Response, Rejection> {
    forget(cx);
    let token = cx.admin.store.add_session(account, ABSOLUTE).await?;
    Ok(with_cookie(response, set(cx.secure, &token, ABSOLUTE)))
}

async fn end(cx: &RequestContext, token: &str) {
    forget(cx);
    if let Err(error) = cx.admin.store.end_session(token).await {
        tracing::warn!(%error, "a former session could not be ended");
    }
}

fn forget(cx: &RequestContext) {
    if let Some(key) = &cx.key {
        cx.admin.recent.forget(key);
    }
}

fn with_cookie(mut response: Response, cookie: Option<HeaderValue>) -> Response {
    let headers = response.headers_mut();
    headers.extend(cookie.map(|cookie| (header::SET_COOKIE, cookie)));
    response
}

/// Where a user goes after signing in: back to where they were, or to what their role is for.
fn onward(cx: &RequestContext, role: Role, next: &str) -> String {
    match next {
        "" if role >= Role::Analyst => cx.to("/desk"),
        "" => cx.to(""),
        next => next.to_owned(),
    }
}

/// A page of ours to go to after signing in, or nothing. What a browser could understand as the
/// address of another host is none; what only takes forms gives the page that the form stands on.
fn own_path(next: &str) -> String {
    if is_own_path(next) {
        auth::page_of(next).to_owned()
    } else {
        String::new()
    }
}

fn is_own_path(next: &str) -> bool {
    let plain = |b: u8| b.is_ascii_graphic() && b != b'\\';
    let rest = ["/vi", "/en"].iter().find_map(|lang| next.strip_prefix(lang));
    let ours = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
    let page = next.split('?').next().unwrap_or_default();
    ours && next.len() <= 2000 && next.bytes().all(plain) && !page.contains("//") && !page.contains("/sign-")
}

/// Milliseconds since 1970, as the store counts them.
fn now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// What an error of the store while changing an account means for the one who changes it.
pub(super) fn of_change(error: StoreError, name: &str) -> Result<UserError, Rejection> {
    match error {
        StoreError::Taken => Ok(UserError::NameTaken(name.to_owned())),
        StoreError::LastAdministrator => Ok(UserError::LastAdministrator),
        error => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_ours_follow_a_sign_in() {
        for own in [
            "/vi",
            "/en/desk",
            "/vi/rankings/pci/2016?q=ngh%E1%BB%87+an",
            "/vi?next=//x",
        ] {
            assert!(is_own_path(own), "{own}");
        }
        for other in [
            "",
            "/",
            "vi/desk",
            "//evil.example",
            "/\\evil.example",
            "/vi/\\evil",
            "https://evil.example/vi",
            "/vi//evil.example",
            "/view",
            "/api/uploads",
            "/vi/desk\r\nset-cookie: a=b",
            "/vi/sign-in",
            "/vi/sign-out",
            "javascript:alert(1)",
        ] {
            assert!(!is_own_path(other), "{other}");
        }
    }
}
