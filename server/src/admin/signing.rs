//! Signing in and out.

use app::admin::{Notice, Page, Refusal, Role};
use axum::{
    http::{HeaderValue, header},
    response::Response,
};
use store::{Account, Credentials, StoreError};

use super::{Fields, Stop, Visit};
use crate::access::{self, ABSOLUTE, Key, PasswordError, clear, set};

/// What was given, and why it was not enough.
struct Failed {
    name: String,
    next: String,
    refusal: Refusal,
}

pub(super) async fn form(visit: Visit) -> Response {
    let next = own_path(&visit.parameter("next"));
    if let Some(who) = visit.who() {
        return visit.done(&onward(&visit, who.role(), &next), None);
    }
    visit.show(&Page::SignIn {
        next: &next,
        name: "",
        refusal: None,
    })
}

pub(super) async fn sign_in(visit: Visit, fields: Fields) -> Result<Response, Stop> {
    let (name, next) = (fields.get("name").trim(), own_path(fields.get("next")));
    match check(&visit, name, fields.get("password")).await? {
        Ok(account) => {
            // A token of its own for each time: one that was slipped into the browser before is worth nothing.
            let token = visit.admin.store.add_session(account.id, ABSOLUTE).await?;
            if let Some(Key::Session(old)) = &visit.key {
                end(&visit, old).await;
            }
            let to = onward(&visit, access::role(account.role), &next);
            Ok(with_cookie(visit.done(&to, None), set(visit.secure, &token, ABSOLUTE)))
        }
        Err(refusal) => {
            let name = name.chars().take(100).collect();
            Ok(again(&visit, &Failed { name, next, refusal }))
        }
    }
}

fn again(visit: &Visit, failed: &Failed) -> Response {
    let page = Page::SignIn {
        next: &failed.next,
        name: &failed.name,
        refusal: Some(&failed.refusal),
    };
    visit.refuse(&failed.refusal, &page)
}

/// The account whose password this is. An unknown name, a wrong password and a disabled account
/// look alike, and take equally long.
async fn check(visit: &Visit, name: &str, password: &str) -> Result<Result<Account, Refusal>, Stop> {
    let known = visit.admin.store.credentials(name).await?;
    let account = known.as_ref().map(|known| known.account.clone());
    if let Err(refusal) = prove(visit, name, known, password).await? {
        return Ok(Err(refusal));
    }
    Ok(match account {
        Some(account) if account.enabled() => Ok(account),
        _ => Err(Refusal::WrongPassword),
    })
}

/// Whether a password is right, with a pause after wrong ones.
pub(super) async fn prove(
    visit: &Visit,
    name: &str,
    known: Option<Credentials>,
    password: &str,
) -> Result<Result<(), Refusal>, Stop> {
    let admin = &visit.admin;
    if let Err(wait) = admin.delays.begin(name, visit.address) {
        tracing::warn!(address = %visit.address, "too many wrong passwords");
        return Ok(Err(Refusal::Wait(wait.as_secs() + 1)));
    }
    // Other processes count as well.
    let wait = known
        .as_ref()
        .and_then(|k| k.account.retry_at)
        .map_or(0, |at| at - now());
    if wait > 0 {
        return Ok(Err(Refusal::Wait(u64::try_from(wait).unwrap_or(0).div_ceil(1000))));
    }
    let (account, hash) = known.map(|known| (known.account.id, known.password)).unzip();
    match admin.passwords.check(password.to_owned(), hash).await {
        Ok(true) => {
            admin.delays.right(name, visit.address);
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
            Ok(Err(Refusal::WrongPassword))
        }
        Err(error) => Err(hashing(&error)),
    }
}

/// Why a password could not be looked at.
pub(super) fn hashing(error: &PasswordError) -> Stop {
    tracing::warn!(%error, "a password could not be looked at");
    Stop::Trouble(match error {
        PasswordError::Busy => Refusal::Wait(5),
        PasswordError::Hash(_) => Refusal::Failed,
    })
}

pub(super) async fn sign_out(visit: Visit) -> Result<Response, Stop> {
    if let Some(Key::Session(token)) = &visit.key {
        visit.admin.store.end_session(token).await?;
        forget(&visit);
    }
    let home = visit.to("");
    Ok(with_cookie(visit.done(&home, None), clear(visit.secure)))
}

pub(super) async fn sign_out_everywhere(visit: Visit) -> Result<Response, Stop> {
    let who = visit.signed_in()?;
    visit.admin.store.end_sessions(who.account.id, &who.by()).await?;
    forget(&visit);
    let to = visit.to("/sign-in");
    let done = visit.done(&to, Some(&Notice::SignedOutEverywhere));
    Ok(with_cookie(done, clear(visit.secure)))
}

/// A new token in place of the one that the browser has, for instance after a new password.
pub(super) async fn renew(visit: &Visit, account: i64, response: Response) -> Result<Response, Stop> {
    forget(visit);
    let token = visit.admin.store.add_session(account, ABSOLUTE).await?;
    Ok(with_cookie(response, set(visit.secure, &token, ABSOLUTE)))
}

async fn end(visit: &Visit, token: &str) {
    forget(visit);
    if let Err(error) = visit.admin.store.end_session(token).await {
        tracing::warn!(%error, "a former session could not be ended");
    }
}

fn forget(visit: &Visit) {
    if let Some(key) = &visit.key {
        visit.admin.recent.forget(key);
    }
}

fn with_cookie(mut response: Response, cookie: Option<HeaderValue>) -> Response {
    let headers = response.headers_mut();
    headers.extend(cookie.map(|cookie| (header::SET_COOKIE, cookie)));
    response
}

/// Where somebody goes who has signed in: back to where they were, or to what their role is for.
fn onward(visit: &Visit, role: Role, next: &str) -> String {
    match next {
        "" if role >= Role::Analyst => visit.to("/desk"),
        "" => visit.to(""),
        next => next.to_owned(),
    }
}

/// A page of ours to go to after signing in, or nothing. What a browser could understand as the
/// address of another host is none; what only takes forms gives the page that the form stands on.
fn own_path(next: &str) -> String {
    if is_own_path(next) {
        access::page_of(next).to_owned()
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
pub(super) fn of_change(error: StoreError, name: &str) -> Result<Refusal, Stop> {
    match error {
        StoreError::Taken => Ok(Refusal::NameTaken(name.to_owned())),
        StoreError::LastAdministrator => Ok(Refusal::LastAdministrator),
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
