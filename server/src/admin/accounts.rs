//! All accounts, for administrators.

use app::admin::{AccountLine, Notice, Page, Refusal, Role};
use axum::{extract::Path, response::Response};
use domain::Moment;
use store::{Account, NewAccount, StoreError};

use super::{Fields, Stop, Visit, signing};
use crate::access::{self, Key, SHORTEST, is_long_enough};

pub(super) async fn page(visit: Visit) -> Result<Response, Stop> {
    let accounts = lines(&visit).await?;
    Ok(visit.show(&Page::Accounts {
        accounts: &accounts,
        refusal: None,
    }))
}

async fn lines(visit: &Visit) -> Result<Vec<AccountLine>, Stop> {
    let accounts = visit.admin.store.accounts().await?;
    let line = |account: Account| AccountLine {
        id: account.id,
        role: access::role(account.role),
        name: account.name,
        shown: account.display_name,
        created: Moment(account.created_at),
        disabled: account.disabled_at.map(Moment),
    };
    Ok(accounts.into_iter().map(line).collect())
}

async fn refuse(visit: &Visit, refusal: &Refusal) -> Result<Response, Stop> {
    let accounts = lines(visit).await?;
    let page = Page::Accounts {
        accounts: &accounts,
        refusal: Some(refusal),
    };
    Ok(visit.refuse(refusal, &page))
}

pub(super) async fn add(visit: Visit, fields: Fields) -> Result<Response, Stop> {
    let name = fields.get("name").trim();
    if !is_name(name) {
        return refuse(&visit, &Refusal::BadName(name.chars().take(100).collect())).await;
    }
    let Some(role) = role_of(&fields) else {
        return refuse(&visit, &bad_role(&fields)).await;
    };
    let password = match hashed(&visit, fields.get("password")).await? {
        Ok(password) => password,
        Err(refusal) => return refuse(&visit, &refusal).await,
    };
    let new = NewAccount {
        name: name.to_owned(),
        display_name: shown(fields.get("shown"), name),
        password,
        role: to_store(role),
    };
    let added = visit.admin.store.add_account(new, &visit.by()?).await;
    finish(&visit, added, name).await
}

pub(super) async fn role(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Stop> {
    let Some(role) = role_of(&fields) else {
        return refuse(&visit, &bad_role(&fields)).await;
    };
    let changed = visit
        .admin
        .store
        .set_role(number(&id)?, to_store(role), &visit.by()?)
        .await;
    finish(&visit, changed, "").await
}

pub(super) async fn password(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Stop> {
    let id = number(&id)?;
    let password = match hashed(&visit, fields.get("password")).await? {
        Ok(password) => password,
        Err(refusal) => return refuse(&visit, &refusal).await,
    };
    // All sessions of the account end; one's own stays when it is one's own account.
    let keep = match &visit.signed_in()?.key {
        Key::Session(token) => Some(token.as_str()),
        Key::Token(_) => None,
    };
    let store = &visit.admin.store;
    let account = store.account(id).await?;
    let changed = store.set_password(id, &password, keep, &visit.by()?).await;
    finish(&visit, changed.map(|()| account), "").await
}

pub(super) async fn disable(visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let changed = visit.admin.store.set_enabled(number(&id)?, false, &visit.by()?).await;
    finish(&visit, changed, "").await
}

pub(super) async fn enable(visit: Visit, Path((_, id)): Path<(String, String)>) -> Result<Response, Stop> {
    let changed = visit.admin.store.set_enabled(number(&id)?, true, &visit.by()?).await;
    finish(&visit, changed, "").await
}

async fn finish(visit: &Visit, changed: Result<Account, StoreError>, name: &str) -> Result<Response, Stop> {
    match changed {
        Ok(account) => {
            let to = visit.to("/desk/accounts");
            Ok(visit.done(&to, Some(&Notice::AccountSaved(account.name))))
        }
        Err(error) => refuse(visit, &signing::of_change(error, name)?).await,
    }
}

async fn hashed(visit: &Visit, password: &str) -> Result<Result<String, Refusal>, Stop> {
    if !is_long_enough(password) {
        return Ok(Err(Refusal::ShortPassword(SHORTEST)));
    }
    let hash = visit.admin.passwords.hash(password.to_owned()).await;
    hash.map(Ok).map_err(|error| signing::hashing(&error))
}

fn role_of(fields: &Fields) -> Option<Role> {
    Role::from_code(fields.get("role"))
}

fn bad_role(fields: &Fields) -> Refusal {
    let found = fields.get("role").chars().take(100).collect();
    Refusal::BadFields(vec![("role".to_owned(), found)])
}

/// The role as the store knows it.
pub(crate) const fn to_store(role: Role) -> store::Role {
    match role {
        Role::Reader => store::Role::Reader,
        Role::Analyst => store::Role::Analyst,
        Role::Administrator => store::Role::Administrator,
    }
}

/// The name that others read; without one, the name to sign in with.
pub(crate) fn shown(given: &str, name: &str) -> String {
    let given: String = given.trim().chars().filter(|c| !c.is_control()).take(100).collect();
    if given.is_empty() { name.to_owned() } else { given }
}

/// Names have 2 to 60 letters, digits, dots, dashes, underscores and at signs.
pub(crate) fn is_name(name: &str) -> bool {
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '@');
    (2..=60).contains(&name.chars().count()) && name.chars().all(allowed)
}

fn number(id: &str) -> Result<i64, Stop> {
    id.parse().map_err(|_| Stop::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_and_short() {
        for good in ["lan", "minh.tran", "nguyễn-văn-an", "a1", "so.noi.vu@nghean"] {
            assert!(is_name(good), "{good}");
        }
        for bad in ["", "a", "a b", "a/b", "<b>", "a\n", &"a".repeat(61)] {
            assert!(!is_name(bad), "{bad}");
        }
    }
}
