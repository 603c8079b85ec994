//! One's own account: password and tokens for the API.

use app::admin::{Notice, Page, Refusal, TokenLine};
use axum::{extract::Path, response::Response};
use domain::Moment;
use store::StoreError;

use super::{Fields, Stop, Visit, signing};
use crate::access::{SHORTEST, is_long_enough};

pub(super) async fn page(visit: Visit) -> Result<Response, Stop> {
    let tokens = tokens(&visit).await?;
    Ok(visit.show(&Page::Account {
        tokens: &tokens,
        fresh: None,
        refusal: None,
    }))
}

async fn tokens(visit: &Visit) -> Result<Vec<TokenLine>, Stop> {
    let id = visit.signed_in()?.account.id;
    let tokens = visit.admin.store.tokens(id).await?;
    let valid = tokens.into_iter().filter(|token| token.revoked_at.is_none());
    let line = |token: store::ApiToken| TokenLine {
        id: token.id,
        label: token.label,
        created: Moment(token.created_at),
        used: token.used_at.map(Moment),
    };
    Ok(valid.map(line).collect())
}

async fn refuse(visit: &Visit, refusal: &Refusal) -> Result<Response, Stop> {
    let tokens = tokens(visit).await?;
    let page = Page::Account {
        tokens: &tokens,
        fresh: None,
        refusal: Some(refusal),
    };
    Ok(visit.refuse(refusal, &page))
}

pub(super) async fn password(visit: Visit, fields: Fields) -> Result<Response, Stop> {
    let who = visit.signed_in()?;
    let (new, again) = (fields.get("new"), fields.get("again"));
    if new != again {
        return refuse(&visit, &Refusal::PasswordsDiffer).await;
    }
    if !is_long_enough(new) {
        return refuse(&visit, &Refusal::ShortPassword(SHORTEST)).await;
    }
    let known = visit.admin.store.credentials(&who.account.name).await?;
    if let Err(refusal) = signing::prove(&visit, &who.account.name, known, fields.get("old")).await? {
        return refuse(&visit, &refusal).await;
    }
    let hash = visit.admin.passwords.hash(new.to_owned()).await;
    let hash = hash.map_err(|error| signing::hashing(&error))?;
    let id = who.account.id;
    visit.admin.store.set_password(id, &hash, None, &who.by()).await?;
    let done = visit.done(&visit.to("/desk/account"), Some(&Notice::PasswordChanged));
    signing::renew(&visit, id, done).await
}

pub(super) async fn add_token(visit: Visit, fields: Fields) -> Result<Response, Stop> {
    let who = visit.signed_in()?;
    let label: String = fields.get("label").trim().chars().take(80).collect();
    if label.is_empty() {
        let fields = vec![("label".to_owned(), label)];
        return refuse(&visit, &Refusal::BadFields(fields)).await;
    }
    let made = visit.admin.store.add_token(who.account.id, &label, &who.by()).await?;
    let tokens = tokens(&visit).await?;
    // Shown in this answer and never again: it must not stand in an address.
    Ok(visit.show(&Page::Account {
        tokens: &tokens,
        fresh: Some(&made.secret),
        refusal: None,
    }))
}

pub(super) async fn revoke_token(visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let who = visit.signed_in()?;
    let own = visit.admin.store.tokens(who.account.id).await?;
    if !own.iter().any(|token| token.id == id) {
        return Err(StoreError::NotFound.into());
    }
    visit.admin.store.revoke_token(&id, &who.by()).await?;
    Ok(visit.done(&visit.to("/desk/account"), Some(&Notice::TokenRevoked)))
}
