//! One's own account: password and tokens for the API.

use app::admin::{Notice, Page, TokenLine, UserError};
use axum::{extract::Path, response::Response};
use domain::Moment;
use store::StoreError;

use super::{Fields, Rejection, RequestContext, signing};
use crate::auth::{SHORTEST, is_long_enough};

pub(super) async fn page(cx: RequestContext) -> Result<Response, Rejection> {
    let tokens = tokens(&cx).await?;
    Ok(cx.show(&Page::Account {
        tokens: &tokens,
        fresh: None,
        refusal: None,
    }))
}

async fn tokens(cx: &RequestContext) -> Result<Vec<TokenLine>, Rejection> {
    let id = cx.signed_in()?.account.id;
    let tokens = cx.admin.store.tokens(id).await?;
    let valid = tokens.into_iter().filter(|token| token.revoked_at.is_none());
    let line = |token: store::ApiToken| TokenLine {
        id: token.id,
        label: token.label,
        created: Moment(token.created_at),
        used: token.used_at.map(Moment),
    };
    Ok(valid.map(line).collect())
}

async fn refuse(cx: &RequestContext, refusal: &UserError) -> Result<Response, Rejection> {
    let tokens = tokens(cx).await?;
    let page = Page::Account {
        tokens: &tokens,
        fresh: None,
        refusal: Some(refusal),
    };
    Ok(cx.refuse(refusal, &page))
}

pub(super) async fn password(cx: RequestContext, fields: Fields) -> Result<Response, Rejection> {
    let identity = cx.signed_in()?;
    let (new, again) = (fields.get("new"), fields.get("again"));
    if new != again {
        return refuse(&cx, &UserError::PasswordsDiffer).await;
    }
    if !is_long_enough(new) {
        return refuse(&cx, &UserError::ShortPassword(SHORTEST)).await;
    }
    let known = cx.admin.store.credentials(&identity.account.name).await?;
    if let Err(refusal) = signing::prove(&cx, &identity.account.name, known, fields.get("old")).await? {
        return refuse(&cx, &refusal).await;
    }
    let hash = cx.admin.passwords.hash(new.to_owned()).await;
    let hash = hash.map_err(|error| signing::hashing(&error))?;
    let id = identity.account.id;
    cx.admin.store.set_password(id, &hash, None, &identity.by()).await?;
    let done = cx.done(&cx.to("/desk/account"), Some(&Notice::PasswordChanged));
    signing::renew(&cx, id, done).await
}

pub(super) async fn add_token(cx: RequestContext, fields: Fields) -> Result<Response, Rejection> {
    let identity = cx.signed_in()?;
    let label: String = fields.get("label").trim().chars().take(80).collect();
    if label.is_empty() {
        let fields = vec![("label".to_owned(), label)];
        return refuse(&cx, &UserError::BadFields(fields)).await;
    }
    let made = cx
        .admin
        .store
        .add_token(identity.account.id, &label, &identity.by())
        .await?;
    let tokens = tokens(&cx).await?;
    // Shown in this answer and never again: it must not stand in an address.
    Ok(cx.show(&Page::Account {
        tokens: &tokens,
        fresh: Some(&made.secret),
        refusal: None,
    }))
}

pub(super) async fn revoke_token(
    cx: RequestContext,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Rejection> {
    let identity = cx.signed_in()?;
    let own = cx.admin.store.tokens(identity.account.id).await?;
    if !own.iter().any(|token| token.id == id) {
        return Err(StoreError::NotFound.into());
    }
    cx.admin.store.revoke_token(&id, &identity.by()).await?;
    Ok(cx.done(&cx.to("/desk/account"), Some(&Notice::TokenRevoked)))
}
