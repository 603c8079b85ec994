//! A backup of either database can be restored into either.

use std::fs;
use std::path::Path;
use std::time::Duration;

use store::{AuditFilter, DraftFilter, NewEdition, Restoring, Role, Store, StoreError};

use crate::world::{World, at, by, draft, exists, new_account, new_edition, note, publish, run, upload};

/// Adds rows to every table.
async fn fill(store: &Store) {
    publish(store, 2).await;
    let admin = store
        .add_account(new_account("admin", Role::Administrator), &by())
        .await
        .unwrap();
    let who = store::Actor::account(admin.id, "Chị admin");
    let disabled = store.add_account(new_account("cũ", Role::Reader), &who).await.unwrap();
    store.set_enabled(disabled.id, false, &who).await.unwrap();
    store.add_session(admin.id, Duration::from_secs(60)).await.unwrap();
    store.add_token(admin.id, "máy", &who).await.unwrap();
    let upload = upload(store, "tệp").await;
    let published = draft(store, Some(&upload)).await;
    let approved = store.approve_draft(&published.id, 1, &who).await.unwrap();
    let new = NewEdition {
        author: who.clone(),
        upload: Some(upload.id.clone()),
        draft: Some(at(&approved)),
        method: Some("QĐ".to_owned()),
        ..new_edition(2, "3")
    };
    store.publish(new).await.unwrap();
    draft(store, None).await;
    let restoring = Restoring {
        of: 1,
        base: 3,
        author: who.clone(),
        note: note(""),
        summary: "{}".to_owned(),
    };
    store.restore(restoring).await.unwrap();
    store.save_profile("pci", "[1]", &who).await.unwrap();
}

/// Returns all readable data as one text.
async fn dump(store: &Store) -> String {
    let editions = store.editions().await.unwrap();
    let mut files = Vec::new();
    for edition in &editions {
        files.push(store.files(edition.number).await.unwrap());
    }
    let mut accounts = Vec::new();
    for account in store.accounts().await.unwrap() {
        let hash = store.credentials(&account.name).await.unwrap().unwrap().password;
        accounts.push((store.tokens(account.id).await.unwrap(), account, hash));
    }
    let mut uploads = Vec::new();
    for upload in store.uploads(0).await.unwrap() {
        uploads.push((store.upload_bytes(&upload.id).await.unwrap(), upload));
    }
    let drafts = store.drafts(&DraftFilter::default()).await.unwrap();
    let profile = store.profile("pci").await.unwrap();
    let mut audit = store.audit(&AuditFilter::default()).await.unwrap();
    audit.retain(|entry| entry.action != store::action::BACKUP_RESTORED);
    format!("{editions:#?}{files:?}{accounts:#?}{uploads:#?}{drafts:#?}{profile:#?}{audit:#?}")
}

async fn round_trip(from: &World, into: &World) {
    let (source, target) = (from.open().await, into.open().await);
    fill(&source).await;
    let file = from.folder.join("backup.sqlite");
    source.backup(&file).await.unwrap();
    let entries: Vec<_> = fs::read_dir(&from.folder)
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert!(
        entries.iter().all(|name| name == "backup.sqlite" || name == "data"),
        "{entries:?}"
    );
    assert!(matches!(source.backup(&file).await, Err(StoreError::Exists)));
    let followed = target.follow();
    target.restore_backup(&file, &by()).await.unwrap();
    assert_eq!(target.verify().await.unwrap(), []);
    assert_eq!(dump(&target).await, dump(&source).await);
    assert_eq!(*followed.borrow(), 4);
    assert!(matches!(
        target.restore_backup(&file, &by()).await,
        Err(StoreError::NotEmpty)
    ));
    // Ids continue after the restored ones.
    publish(&target, 5).await;
    let last_id = source.audit(&AuditFilter::default()).await.unwrap()[0].id;
    assert!(target.audit(&AuditFilter::default()).await.unwrap()[0].id > last_id);
    target
        .add_account(new_account("mới", Role::Reader), &by())
        .await
        .unwrap();
}

fn check(from: Option<World>, into: Option<World>) {
    let (Some(from), Some(into)) = (from, into) else { return };
    run(async {
        from.create().await;
        into.create().await;
        round_trip(&from, &into).await;
        from.drop().await;
        into.drop().await;
    });
}

#[test]
fn sqlite_into_sqlite() {
    check(Some(World::sqlite()), Some(World::sqlite()));
}

#[test]
fn sqlite_into_postgres() {
    check(Some(World::sqlite()), World::postgres());
}

#[test]
fn postgres_into_sqlite() {
    check(World::postgres(), Some(World::sqlite()));
}

#[test]
fn postgres_into_postgres() {
    check(World::postgres(), World::postgres());
}

#[test]
fn an_invalid_backup_is_rejected_and_leaves_nothing() {
    for world in World::each() {
        world.run(reject_invalid);
    }
}

async fn reject_invalid(world: &World) {
    let store = world.open().await;
    let path = |name: &str| world.folder.join(name);
    let missing = store.restore_backup(&path("none"), &by()).await;
    assert!(matches!(missing, Err(StoreError::NotFound)));
    fs::write(path("text"), "not a database, but long enough to look at".repeat(100)).unwrap();
    let text = store.restore_backup(&path("text"), &by()).await;
    assert!(matches!(text, Err(StoreError::Corrupt { .. })), "{text:?}");
    fs::write(path("empty"), "").unwrap();
    let empty = store.restore_backup(&path("empty"), &by()).await;
    assert!(matches!(empty, Err(StoreError::Corrupt { .. })), "{empty:?}");

    let other = World::sqlite();
    other.create().await;
    let source = other.open().await;
    fill(&source).await;
    other.execute("UPDATE blobs SET packed = x'00' WHERE size > 10").await;
    source.backup(&path("damaged")).await.unwrap();
    let damaged = store.restore_backup(&path("damaged"), &by()).await;
    assert!(matches!(damaged, Err(StoreError::Corrupt { .. })), "{damaged:?}");
    other.drop().await;
    assert_eq!(store.newest_number().await.unwrap(), 0);
    assert_eq!(store.audit(&AuditFilter::default()).await.unwrap(), []);

    let nowhere = store.backup(Path::new("/nonexistent/folder/backup")).await;
    assert!(matches!(nowhere, Err(StoreError::NotFound)), "{nowhere:?}");
    assert!(!exists(&path("backup.part")));
}
