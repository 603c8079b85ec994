//! `thuocdo backup`, `restore`, `verify`.

use std::path::PathBuf;

use clap::Args;
use store::{Actor, Store, StoreError};

use super::{Failure, place::Place, say, wait_for};
use crate::services::edition_loader;

#[derive(Debug, Args)]
pub(super) struct Backup {
    /// The new file
    file: PathBuf,
    #[command(flatten)]
    place: Place,
}

#[derive(Debug, Args)]
pub(super) struct Restore {
    /// A file that `thuocdo backup` has written
    file: PathBuf,
    #[command(flatten)]
    place: Place,
}

#[derive(Debug, Args)]
pub(super) struct Verify {
    #[command(flatten)]
    place: Place,
}

pub(super) fn backup(what: &Backup) -> Result<(), Failure> {
    wait_for(async {
        let store = what.place.open().await?;
        let done = store.backup(&what.file).await;
        store.close().await;
        done.map_err(|error| at_file(&what.place, &what.file, &error))?;
        say(&format!(
            "Đã sao lưu / backed up: {} → {}",
            what.place.shown(),
            what.file.display()
        ));
        Ok(())
    })
}

pub(super) fn restore(what: &Restore) -> Result<(), Failure> {
    wait_for(async {
        let store = what.place.open().await?;
        let by = Actor::program("thuocdo restore");
        let done = store.restore_backup(&what.file, &by).await;
        let newest = store.newest_number().await;
        store.close().await;
        done.map_err(|error| at_file(&what.place, &what.file, &error))?;
        let newest = newest.unwrap_or_default();
        say(&format!(
            "Đã khôi phục / restored: {} → {} (bản số / edition {newest})",
            what.file.display(),
            what.place.shown()
        ));
        Ok(())
    })
}

fn at_file(place: &Place, file: &std::path::Path, error: &StoreError) -> Failure {
    Failure::Said(format!("{}: {}", file.display(), place.words(error)))
}

pub(super) fn verify(what: &Verify) -> Result<(), Failure> {
    wait_for(async {
        let store = what.place.open().await?;
        let found = faults(&store).await;
        store.close().await;
        let found = found.map_err(|error| Failure::Said(what.place.words(&error)))?;
        for remark in &found.remarks {
            say(&format!("note: {remark}"));
        }
        for fault in &found.faults {
            say(&format!("fault: {fault}"));
        }
        if found.faults.is_empty() {
            say(&format!("Right: {} editions in {}", found.editions, what.place.shown()));
            return Ok(());
        }
        let count = found.faults.len();
        Err(Failure::Said(format!("{}: {count} lỗi / faults", what.place.shown())))
    })
}

struct Found {
    editions: usize,
    faults: Vec<String>,
    remarks: Vec<String>,
}

/// What the store finds, and what the program finds that reads its editions.
async fn faults(store: &Store) -> Result<Found, StoreError> {
    let mut found = Found {
        editions: 0,
        faults: Vec::new(),
        remarks: Vec::new(),
    };
    for fault in store.verify().await? {
        let list = if fault.is_damage() {
            &mut found.faults
        } else {
            &mut found.remarks
        };
        list.push(fault.to_string());
    }
    let editions = store.editions().await?;
    found.editions = editions.len();
    for edition in editions.iter().rev() {
        match edition_loader::load(store, edition.number).await {
            Ok(snapshot) if snapshot.edition.rows as u64 != edition.rows => found.faults.push(format!(
                "edition {} has {} rows of figures, but was published with {}",
                edition.number, snapshot.edition.rows, edition.rows
            )),
            Ok(_) => {}
            Err(error) => found
                .faults
                .push(format!("edition {} cannot be shown: {error}", edition.number)),
        }
    }
    Ok(found)
}
