//! What the pages for accounts, uploads and editions work with.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
    time::Duration,
};

use spreadsheet::Limits;
use store::Store;

use super::editions::Compared;
use crate::{
    Program,
    auth::{Delays, Passwords, Recent, link_key::LinkKey},
    services::{edition_loader::EditionLoader, jobs::JobQueue, reader::Reader},
    settings::Settings,
};

/// What the administration works with.
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
    /// The administration of an installation. What is in the program's memory is an edition of this store. Files
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
        super::uploads::clean(&self.incoming);
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
