//! Damage and lack of space: the behaviour both databases must share.

use store::{Fault, NewEdition, NewUpload, Store, StoreError, Via};

use crate::world::{World, at, by, draft, new_edition, noise, on_both, publish, upload};

on_both! {
    verify_finds_damage,
    a_full_disk_leaves_nothing_half_written,
}

async fn faults(store: &Store) -> Vec<Fault> {
    store.verify().await.unwrap()
}

async fn verify_finds_damage(world: &World) {
    let store = world.open().await;
    publish(&store, 3).await;
    let stored_upload = upload(&store, "gốc").await;
    let draft = draft(&store, Some(&stored_upload)).await;
    let new = NewEdition {
        draft: Some(at(&draft)),
        upload: Some(stored_upload.id.clone()),
        ..new_edition(3, "4")
    };
    store.publish(new).await.unwrap();
    assert_eq!(faults(&store).await, []);

    let stray = "INSERT INTO blobs (hash, size, packed) SELECT 'ff', size, packed FROM blobs LIMIT 1";
    world.execute(stray).await;
    world.execute("DELETE FROM blobs WHERE hash = 'ff'").await;
    // One byte of one file.
    let hash = store.manifest(2).await.unwrap()["bundled/pci.csv"].clone();
    let flip = if world.is_sqlite() {
        "packed = CAST(substr(packed, 1, length(packed) - 1) || x'00' AS BLOB)"
    } else {
        "packed = set_byte(packed, length(packed) - 1, 0)"
    };
    world
        .execute(&format!("UPDATE blobs SET {flip} WHERE hash = '{hash}'"))
        .await;
    assert_eq!(faults(&store).await, [Fault::BlobDamaged { hash: hash.clone() }]);
    assert!(matches!(store.files(2).await, Err(StoreError::Corrupt { .. })));
    assert!(store.files(3).await.is_ok(), "the others can still be read");

    world.execute(&format!("DELETE FROM blobs WHERE hash = '{hash}'")).await;
    world
        .execute(&format!("DELETE FROM blobs WHERE hash = '{}'", stored_upload.hash))
        .await;
    let missing = |hash: &str, needed_by: &str| Fault::BlobMissing {
        hash: hash.to_owned(),
        needed_by: needed_by.to_owned(),
    };
    let (file, sent_upload) = ("edition/2 bundled/pci.csv", format!("upload/{}", stored_upload.id));
    assert_eq!(
        faults(&store).await,
        [missing(&hash, file), missing(&stored_upload.hash, &sent_upload)]
    );
    assert!(matches!(store.files(2).await, Err(StoreError::Corrupt { .. })));
    assert!(matches!(
        store.upload_bytes(&stored_upload.id).await,
        Err(StoreError::Corrupt { .. })
    ));

    world.execute("DELETE FROM edition_files WHERE edition = 2").await;
    world.execute("DELETE FROM editions WHERE number = 2").await;
    world
        .execute("DELETE FROM edition_files WHERE edition = 3 AND path LIKE 'catalogue%'")
        .await;
    world.execute("UPDATE drafts SET edition = 1").await;
    let found = faults(&store).await;
    assert!(found.contains(&Fault::EditionMissing { number: 2 }), "{found:?}");
    assert!(found.contains(&Fault::Fingerprint { number: 3 }), "{found:?}");
    assert!(
        found
            .iter()
            .any(|f| matches!(f, Fault::Draft { id, .. } if *id == draft.id)),
        "{found:?}"
    );
    assert!(found.iter().all(Fault::is_damage), "{found:?}");

    world.execute("DELETE FROM edition_files WHERE edition = 3").await;
    let found = faults(&store).await;
    assert_eq!(found.iter().filter(|fault| !fault.is_damage()).count(), 1, "{found:?}");
}

async fn a_full_disk_leaves_nothing_half_written(world: &World) {
    let store = world.open().await;
    publish(&store, 1).await;
    if world.is_sqlite() {
        store.limit_pages(60).await.unwrap();
    } else {
        // The error code that PostgreSQL reports; the audit log is written last.
        let function = "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS \
            $$ BEGIN RAISE EXCEPTION 'no space' USING ERRCODE = '53100'; END $$";
        world.execute(function).await;
        let trigger = "CREATE TRIGGER full_disk BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION full_disk()";
        world.execute(trigger).await;
    }
    let noise = noise(400_000);
    let mut new = new_edition(1, "x");
    new.files.insert("bundled/large.csv".to_owned(), noise.clone());
    assert!(matches!(store.publish(new.clone()).await, Err(StoreError::Full)));
    if world.is_sqlite() {
        // The pool closed the connection, because its transaction state is unknown after such a failure.
        store.limit_pages(60).await.unwrap();
    }
    let sent_upload = NewUpload {
        name: "large.csv".to_owned(),
        bytes: noise,
        by: by(),
        via: Via::Browser,
    };
    assert!(matches!(store.add_upload(sent_upload).await, Err(StoreError::Full)));
    // Readers are not affected.
    assert_eq!(store.newest_number().await.unwrap(), 1);
    assert_eq!(store.files(1).await.unwrap().len(), 2);
    assert_eq!(faults(&store).await, []);
    assert_eq!(store.uploads(0).await.unwrap(), []);
    // Once there is space again, writing succeeds.
    if world.is_sqlite() {
        store.limit_pages(100_000).await.unwrap();
    } else {
        world.execute("DROP TRIGGER full_disk ON audit").await;
    }
    assert_eq!(store.publish(new).await.unwrap().edition.number, 2);
    assert_eq!(faults(&store).await, []);
}
