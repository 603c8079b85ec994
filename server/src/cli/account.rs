//! `thuocdo account`: accounts from the command line, above all the first one.

use std::io::{self, BufRead};

use app::admin::Role;
use clap::{Args, Subcommand, builder::PossibleValuesParser};
use domain::{Lang, Moment};
use store::{Account as Person, Actor, NewAccount, Store, StoreError};

use super::{Failure, place::Place, say, wait_for};
use crate::auth::{SHORTEST, hash_password, is_long_enough, is_name, role, shown_name, to_store};

#[derive(Debug, Subcommand)]
pub(super) enum Account {
    /// Add an account; the first one is an administrator's
    Add {
        /// Name to sign in with
        name: String,
        /// What the account may do [default: administrator for the first account, analyst otherwise]
        #[arg(long, value_parser = PossibleValuesParser::new(Role::ALL.map(Role::code)))]
        role: Option<String>,
        /// Name that others read [default: NAME]
        #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
        shown: String,
        #[command(flatten)]
        password: Password,
        #[command(flatten)]
        place: Place,
    },
    /// List all accounts
    List {
        #[command(flatten)]
        place: Place,
    },
    /// Give an account another password, which ends its sessions
    Password {
        /// Name to sign in with
        name: String,
        #[command(flatten)]
        password: Password,
        #[command(flatten)]
        place: Place,
    },
    /// Give an account another role
    Role {
        /// Name to sign in with
        name: String,
        /// What the account may do
        #[arg(value_parser = PossibleValuesParser::new(Role::ALL.map(Role::code)))]
        role: String,
        #[command(flatten)]
        place: Place,
    },
    /// Keep an account from being used, which ends its sessions
    Disable {
        /// Name to sign in with
        name: String,
        #[command(flatten)]
        place: Place,
    },
    /// Let a disabled account be used again
    Enable {
        /// Name to sign in with
        name: String,
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Debug, Args)]
pub(super) struct Password {
    /// Read the password from the first line of the standard input instead of asking for it
    #[arg(long)]
    password_stdin: bool,
}

pub(super) fn run(what: &Account) -> Result<(), Failure> {
    wait_for(async {
        let place = what.place();
        let store = place.open().await?;
        let done = act(what, &store).await;
        store.close().await;
        done.map_err(|problem| match problem {
            Problem::Store(error) => Failure::Said(words(&error, place)),
            Problem::Failure(failure) => failure,
        })
    })
}

/// Errors of the store get their words where the place is known.
enum Problem {
    Store(StoreError),
    Failure(Failure),
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl Account {
    fn place(&self) -> &Place {
        match self {
            Self::Add { place, .. }
            | Self::List { place }
            | Self::Password { place, .. }
            | Self::Role { place, .. }
            | Self::Disable { place, .. }
            | Self::Enable { place, .. } => place,
        }
    }
}

async fn act(what: &Account, store: &Store) -> Result<(), Problem> {
    let by = by();
    match what {
        Account::Add {
            name,
            role,
            shown,
            password,
            ..
        } => add(store, name, role.as_deref(), shown, password).await,
        Account::List { .. } => list(store).await,
        Account::Password { name, password, .. } => {
            let account = named(store, name).await?;
            let hash = password.ask()?;
            store.set_password(account.id, &hash, None, &by).await?;
            told(&store.account(account.id).await?)
        }
        Account::Role { name, role, .. } => {
            let account = named(store, name).await?;
            told(&store.set_role(account.id, role_of(role), &by).await?)
        }
        Account::Disable { name, .. } => {
            let account = named(store, name).await?;
            told(&store.set_enabled(account.id, false, &by).await?)
        }
        Account::Enable { name, .. } => {
            let account = named(store, name).await?;
            told(&store.set_enabled(account.id, true, &by).await?)
        }
    }
}

async fn add(store: &Store, name: &str, role: Option<&str>, shown: &str, password: &Password) -> Result<(), Problem> {
    if !is_name(name) {
        let text = format!(
            "“{name}” không dùng làm tên được / cannot be a name: 2–60 chữ cái, chữ số, . - _ @ / letters, digits, . - _ @"
        );
        return Err(Failure::Said(text).into());
    }
    let first = store.accounts().await?.is_empty();
    let usual = if first {
        store::Role::Administrator
    } else {
        store::Role::Analyst
    };
    let new = NewAccount {
        name: name.to_owned(),
        display_name: shown_name(shown, name),
        role: role.map_or(usual, role_of),
        password: password.ask()?,
    };
    told(&store.add_account(new, &by()).await?)
}

async fn list(store: &Store) -> Result<(), Problem> {
    for account in store.accounts().await? {
        say(&line(&account));
    }
    Ok(())
}

fn told(account: &Person) -> Result<(), Problem> {
    say(&line(account));
    Ok(())
}

fn line(account: &Person) -> String {
    let added = Moment(account.created_at).day().iso();
    let disabled = account
        .disabled_at
        .map(|at| format!("  đã khoá / disabled {}", Moment(at).format(Lang::En)));
    format!(
        "{:<20}  {:<13}  {added}  {}{}",
        account.name,
        role(account.role).code(),
        account.display_name,
        disabled.unwrap_or_default()
    )
}

async fn named(store: &Store, name: &str) -> Result<Person, Problem> {
    let known = store.credentials(name).await?;
    known.map(|known| known.account).ok_or_else(|| {
        let text = format!("không có tài khoản “{name}” / there is no account “{name}” (thuocdo account list)");
        Failure::Said(text).into()
    })
}

fn role_of(code: &str) -> store::Role {
    Role::from_code(code).map_or(store::Role::Reader, to_store)
}

/// A user who can run this program on these data acts without an account.
fn by() -> Actor {
    Actor::program("thuocdo account")
}

fn words(error: &StoreError, place: &Place) -> String {
    let both = match error {
        StoreError::Taken => "tên này đã có / there is an account of this name",
        StoreError::LastAdministrator => {
            "phải còn ít nhất một quản trị viên / this is the last administrator; there must be one"
        }
        error => return place.words(error),
    };
    both.to_owned()
}

impl Password {
    /// The hash of a password that was asked for, twice and without showing it, or read.
    fn ask(&self) -> Result<String, Failure> {
        let password = if self.password_stdin {
            let mut line = String::new();
            io::stdin().lock().read_line(&mut line)?;
            line.trim_end_matches(['\r', '\n']).to_owned()
        } else {
            let asked = |text: &str| rpassword::prompt_password(text);
            let first = asked("Mật khẩu / Password: ")?;
            if first != asked("Nhập lại / Once more: ")? {
                let text = "hai mật khẩu khác nhau / the two passwords differ";
                return Err(Failure::Said(text.to_owned()));
            }
            first
        };
        if !is_long_enough(&password) {
            let text = format!("mật khẩu cần ít nhất {SHORTEST} ký tự / passwords need at least {SHORTEST} characters");
            return Err(Failure::Said(text));
        }
        hash_password(&password).map_err(|error| Failure::Said(error.to_string()))
    }
}
