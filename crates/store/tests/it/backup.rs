//! A backup of either database comes back into either.

use std::fs;
use std::path::Path;
use std::time::Duration;

use store::{AuditFilter, DraftFilter, NewEdition, Restoring, Role, Store, StoreError};

use crate::world::{World, at, by, draft, exists, new_account, new_edition, note, publish, run, upload};

/// Something of everything.
async fn fill(store: &Store) {
    publish(store, 2).await;
    let admin = store
        .add_account(new_account("admin", Role::Administrator), &by())
        .await
        .unwrap();
    let who = store::Actor::account(admin.id, "Chị admin");
    let away = store.add_account(new_account("cũ", Role::Reader), &who).await.unwrap();
    store.set_enabled(away.id, false, &who).await.unwrap();
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

/// All that can be read, as one text.
async fn told(store: &Store) -> String {
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

async fn there_and_back(from: &World, into: &World) {
    let (source, target) = (from.open().await, into.open().await);
    fill(&source).await;
    let file = from.folder.join("backup.sqlite");
    source.backup(&file).await.unwrap();
    let here: Vec<_> = fs::read_dir(&from.folder)
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert!(
        here.iter().all(|name| name == "backup.sqlite" || name == "data"),
        "{here:?}"
    );
    assert!(matches!(source.backup(&file).await, Err(StoreError::Exists)));
    let followed = target.follow();
    target.restore_backup(&file, &by()).await.unwrap();
    assert_eq!(target.verify().await.unwrap(), []);
    assert_eq!(told(&target).await, told(&source).await);
    assert_eq!(*followed.borrow(), 4);
    assert!(matches!(
        target.restore_backup(&file, &by()).await,
        Err(StoreError::NotEmpty)
    ));
    // Numbers go on where they ended.
    publish(&target, 5).await;
    let before = source.audit(&AuditFilter::default()).await.unwrap()[0].id;
    assert!(target.audit(&AuditFilter::default()).await.unwrap()[0].id > before);
    target
        .add_account(new_account("mới", Role::Reader), &by())
        .await
        .unwrap();
}

fn between(from: Option<World>, into: Option<World>) {
    let (Some(from), Some(into)) = (from, into) else { return };
    run(async {
        from.make().await;
        into.make().await;
        there_and_back(&from, &into).await;
        from.drop().await;
        into.drop().await;
    });
}

#[test]
fn sqlite_into_sqlite() {
    between(Some(World::sqlite()), Some(World::sqlite()));
}

#[test]
fn sqlite_into_postgres() {
    between(Some(World::sqlite()), World::postgres());
}

#[test]
fn postgres_into_sqlite() {
    between(World::postgres(), Some(World::sqlite()));
}

#[test]
fn postgres_into_postgres() {
    between(World::postgres(), World::postgres());
}

#[test]
fn what_is_no_backup_is_refused_and_nothing_remains() {
    for world in World::each() {
        world.run(refused);
    }
}

async fn refused(world: &World) {
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
    other.make().await;
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
