//! The desk: accounts, uploads, editions. What it needs, and its routes.

mod account;
mod accounts;
mod api;
mod audit;
mod catalogue;
mod context;
mod drafts;
mod editions;
mod export;
mod fields;
mod figure;
pub(crate) mod jobs;
mod notice;
mod rejection;
mod signing;
mod trouble;
mod uploads;

use std::{
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
    time::Duration,
};

use app::admin::Role;
use axum::{
    Router,
    extract::DefaultBodyLimit,
    routing::{get, post},
};
use spreadsheet::Limits;
use store::Store;

pub(crate) use accounts::{is_name, shown as shown_name, to_store};
pub(crate) use api::Described;
pub(crate) use context::{Known, RequestContext, client_address};
pub(crate) use drafts::{remarks::sheet_name, stopped};
pub(crate) use export::{disposition, shown_as, write};
pub(crate) use fields::Fields;
pub(crate) use rejection::Rejection;
pub(crate) use uploads::shown as file_name;

use crate::{
    Program,
    access::{Access, Delays, Passwords, Recent, Rule},
    edition_loader::EditionLoader,
    reader::Reader,
    settings::Settings,
    share::LinkKey,
};
use editions::Compared;
use jobs::JobQueue;

/// Longest form, in bytes. Routes that take files set their own limit.
const LONGEST_FORM: usize = 256 * 1024;

/// What the desk works with.
pub struct Admin {
    pub(crate) store: Store,
    pub(crate) program: Arc<Program>,
    pub(crate) edition_loader: EditionLoader,
    pub(crate) settings: Settings,
    pub(crate) passwords: Passwords,
    pub(crate) delays: Delays,
    pub(crate) recent: Recent,
    pub(crate) jobs: JobQueue,
    pub(crate) compared: Compared,
    /// Where files come in.
    pub(crate) incoming: PathBuf,
    /// Signs links to drafts; set once.
    link_key: OnceLock<LinkKey>,
}

impl Admin {
    /// The desk of an installation. What is on the program's memory is an edition of this store. Files
    /// come into `incoming` in the folder, which is made when the first one comes.
    #[must_use]
    pub fn new(store: Store, program: Arc<Program>, settings: Settings, folder: &Path) -> Arc<Self> {
        let limits = Limits {
            bytes: settings.upload_megabytes * 1_000_000,
            rows: settings.upload_rows,
            ..Limits::default()
        };
        let reader = Reader::new(
            Duration::from_secs(settings.upload_seconds),
            settings.upload_memory * 1_000_000,
            settings.upload_program.clone(),
        );
        Arc::new(Self {
            edition_loader: EditionLoader::new(store.clone(), Arc::clone(&program)),
            store,
            program,
            settings,
            passwords: Passwords::default(),
            delays: Delays::default(),
            recent: Recent::default(),
            jobs: JobQueue::new(limits, reader),
            compared: Compared::default(),
            incoming: folder.join("incoming"),
            link_key: OnceLock::new(),
        })
    }

    /// Removes files that were coming in when the program ended suddenly.
    pub fn clean(&self) {
        uploads::clean(&self.incoming);
    }

    /// Stops the reading of files, now and from now on: the program ends.
    pub fn stop_reading(&self) {
        self.jobs.shut_down();
    }

    /// Lets drafts be shown to people without an account, by links that this key signs.
    pub fn sign_links(&self, key: LinkKey) {
        let _ = self.link_key.set(key);
    }

    pub(crate) fn link_key(&self) -> Option<&LinkKey> {
        self.link_key.get()
    }

    /// Brings editions from the store into memory.
    #[must_use]
    pub fn edition_loader(&self) -> &EditionLoader {
        &self.edition_loader
    }
}

/// Rules of the routes below.
const OWN: &[Rule] = &[
    Rule::get("/{lang}/sign-in", Access::Public),
    Rule::post("/{lang}/sign-in", Access::Public),
    Rule::post("/{lang}/sign-out", Access::Role(Role::Reader)),
    Rule::post("/{lang}/desk/account/sign-out-everywhere", Access::Role(Role::Reader)),
    Rule::get("/{lang}/desk/account", Access::Role(Role::Reader)),
    Rule::post("/{lang}/desk/account/password", Access::Role(Role::Reader)),
    Rule::post("/{lang}/desk/account/tokens", Access::Role(Role::Reader)),
    Rule::post("/{lang}/desk/account/tokens/{id}/revoke", Access::Role(Role::Reader)),
    Rule::get("/{lang}/desk/accounts", Access::Role(Role::Administrator)),
    Rule::post("/{lang}/desk/accounts", Access::Role(Role::Administrator)),
    Rule::post("/{lang}/desk/accounts/{id}/role", Access::Role(Role::Administrator)),
    Rule::post("/{lang}/desk/accounts/{id}/password", Access::Role(Role::Administrator)),
    Rule::post("/{lang}/desk/accounts/{id}/disable", Access::Role(Role::Administrator)),
    Rule::post("/{lang}/desk/accounts/{id}/enable", Access::Role(Role::Administrator)),
    Rule::get("/{lang}/desk/audit", Access::Role(Role::Analyst)),
];

/// The rules of all routes of the desk.
pub(crate) fn rules() -> impl Iterator<Item = &'static Rule> {
    let others = [
        uploads::RULES,
        drafts::RULES,
        figure::RULES,
        editions::RULES,
        catalogue::RULES,
        export::RULES,
        api::RULES,
    ];
    OWN.iter().chain(others.into_iter().flatten())
}

/// The routes of the desk.
pub(crate) fn routes(admin: &Arc<Admin>) -> Router {
    Router::new()
        .route("/{lang}/sign-in", get(signing::form).post(signing::sign_in))
        .route("/{lang}/sign-out", post(signing::sign_out))
        .route(
            "/{lang}/desk/account/sign-out-everywhere",
            post(signing::sign_out_everywhere),
        )
        .route("/{lang}/desk/account", get(account::page))
        .route("/{lang}/desk/account/password", post(account::password))
        .route("/{lang}/desk/account/tokens", post(account::add_token))
        .route("/{lang}/desk/account/tokens/{id}/revoke", post(account::revoke_token))
        .route("/{lang}/desk/accounts", get(accounts::page).post(accounts::add))
        .route("/{lang}/desk/accounts/{id}/role", post(accounts::role))
        .route("/{lang}/desk/accounts/{id}/password", post(accounts::password))
        .route("/{lang}/desk/accounts/{id}/disable", post(accounts::disable))
        .route("/{lang}/desk/accounts/{id}/enable", post(accounts::enable))
        .route("/{lang}/desk/audit", get(audit::page))
        .merge(uploads::routes())
        .merge(drafts::routes())
        .merge(figure::routes())
        .merge(editions::routes())
        .merge(catalogue::routes())
        .merge(export::routes())
        .merge(api::routes())
        .layer(DefaultBodyLimit::max(LONGEST_FORM))
        .with_state(Arc::clone(admin))
}
