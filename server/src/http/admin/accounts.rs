//! All accounts, for administrators.

use app::admin::{AccountLine, Notice, Page, Role, UserError};
use axum::{extract::Path, response::Response};
use domain::Moment;
use store::{Account, NewAccount, StoreError};

use super::{Fields, Rejection, RequestContext, signing};
use crate::auth::{self, Key, SHORTEST, is_long_enough, is_name, shown_name, to_store};

pub(super) async fn page(cx: RequestContext) -> Result<Response, Rejection> {
    let accounts = lines(&cx).await?;
    Ok(cx.show(&Page::Accounts {
        accounts: &accounts,
        refusal: None,
    }))
}

async fn lines(cx: &RequestContext) -> Result<Vec<AccountLine>, Rejection> {
    let accounts = cx.admin.store.accounts().await?;
    let line = |account: Account| AccountLine {
        id: account.id,
        role: auth::role(account.role),
        name: account.name,
        shown: account.display_name,
        created: Moment(account.created_at),
        disabled: account.disabled_at.map(Moment),
    };
    Ok(accounts.into_iter().map(line).collect())
}

async fn refuse(cx: &RequestContext, refusal: &UserError) -> Result<Response, Rejection> {
    let accounts = lines(cx).await?;
    let page = Page::Accounts {
        accounts: &accounts,
        refusal: Some(refusal),
    };
    Ok(cx.refuse(refusal, &page))
}

pub(super) async fn add(cx: RequestContext, fields: Fields) -> Result<Response, Rejection> {
    let name = fields.get("name").trim();
    if !is_name(name) {
        return refuse(&cx, &UserError::BadName(name.chars().take(100).collect())).await;
    }
    let Some(role) = role_of(&fields) else {
        return refuse(&cx, &bad_role(&fields)).await;
    };
    let password = match hashed(&cx, fields.get("password")).await? {
        Ok(password) => password,
        Err(refusal) => return refuse(&cx, &refusal).await,
    };
    let new = NewAccount {
        name: name.to_owned(),
        display_name: shown_name(fields.get("shown"), name),
        password,
        role: to_store(role),
    };
    let added = cx.admin.store.add_account(new, &cx.by()?).await;
    finish(&cx, added, name).await
}

pub(super) async fn role(
    cx: RequestContext,
    Path((_, id)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Rejection> {
    let Some(role) = role_of(&fields) else {
        return refuse(&cx, &bad_role(&fields)).await;
    };
    let changed = cx.admin.store.set_role(number(&id)?, to_store(role), &cx.by()?).await;
    finish(&cx, changed, "").await
}

pub(super) async fn password(
    cx: RequestContext,
    Path((_, id)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Rejection> {
    let id = number(&id)?;
    let password = match hashed(&cx, fields.get("password")).await? {
        Ok(password) => password,
        Err(refusal) => return refuse(&cx, &refusal).await,
    };
    // All sessions of the account end; one's own stays when it is one's own account.
    let keep = match &cx.signed_in()?.key {
        Key::Session(token) => Some(token.as_str()),
        Key::Token(_) => None,
    };
    let store = &cx.admin.store;
    let account = store.account(id).await?;
    let changed = store.set_password(id, &password, keep, &cx.by()?).await;
    finish(&cx, changed.map(|()| account), "").await
}

pub(super) async fn disable(cx: RequestContext, Path((_, id)): Path<(String, String)>) -> Result<Response, Rejection> {
    let changed = cx.admin.store.set_enabled(number(&id)?, false, &cx.by()?).await;
    finish(&cx, changed, "").await
}

pub(super) async fn enable(cx: RequestContext, Path((_, id)): Path<(String, String)>) -> Result<Response, Rejection> {
    let changed = cx.admin.store.set_enabled(number(&id)?, true, &cx.by()?).await;
    finish(&cx, changed, "").await
}

async fn finish(cx: &RequestContext, changed: Result<Account, StoreError>, name: &str) -> Result<Response, Rejection> {
    match changed {
        Ok(account) => {
            let to = cx.to("/desk/accounts");
            Ok(cx.done(&to, Some(&Notice::AccountSaved(account.name))))
        }
        Err(error) => refuse(cx, &signing::of_change(error, name)?).await,
    }
}

async fn hashed(cx: &RequestContext, password: &str) -> Result<Result<String, UserError>, Rejection> {
    if !is_long_enough(password) {
        return Ok(Err(UserError::ShortPassword(SHORTEST)));
    }
    let hash = cx.admin.passwords.hash(password.to_owned()).await;
    hash.map(Ok).map_err(|error| signing::hashing(&error))
}

fn role_of(fields: &Fields) -> Option<Role> {
    Role::from_code(fields.get("role"))
}

fn bad_role(fields: &Fields) -> UserError {
    let found = fields.get("role").chars().take(100).collect();
    UserError::BadFields(vec![("role".to_owned(), found)])
}

fn number(id: &str) -> Result<i64, Rejection> {
    id.parse().map_err(|_| Rejection::NotFound)
}
