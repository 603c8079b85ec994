//! Editions: the behaviour both databases must share.

use std::time::Duration;

use store::{Conflict, EditionKind, NewEdition, Restoring, Store, StoreError};

use crate::world::{World, at, by, draft, files, new_edition, note, on_both, publish, upload, within};

on_both! {
    a_new_store_is_empty,
    published_editions_can_be_read,
    files_are_deduplicated,
    an_outdated_base_is_rejected,
    one_of_two_concurrent_publishers_wins,
    a_draft_is_published_once,
    an_earlier_edition_is_restored,
    other_processes_follow_within_two_seconds,
    the_publisher_follows_at_once,
    many_processes_open_at_once,
    a_newer_schema_is_rejected,
    invalid_editions_leave_nothing,
    a_cancelled_publish_leaves_nothing,
    a_closed_store_is_unreachable,
}

async fn a_new_store_is_empty(world: &World) {
    let store = world.open().await;
    store.ping().await.unwrap();
    assert!(!store.read_only());
    assert_eq!(store.newest_number().await.unwrap(), 0);
    assert_eq!(store.editions().await.unwrap(), []);
    assert!(matches!(store.edition(1).await, Err(StoreError::NotFound)));
    assert!(matches!(store.files(1).await, Err(StoreError::NotFound)));
    assert!(matches!(store.manifest(1).await, Err(StoreError::NotFound)));
    assert_eq!(store.verify().await.unwrap(), []);
}

async fn published_editions_can_be_read(world: &World) {
    let store = world.open().await;
    publish(&store, 1).await;
    let upload = upload(&store, "tệp gốc").await;
    let new = NewEdition {
        kind: EditionKind::Upload,
        upload: Some(upload.id.clone()),
        rows: 63,
        method: Some("QĐ 1".to_owned()),
        summary: "{\"added\":1}".to_owned(),
        ..new_edition(1, "tinh,gia_tri\nHà Nội,1")
    };
    let expected = new.files.clone();
    let published = store.publish(new).await.unwrap();
    assert!(!published.already);
    // Reopened, so that everything is read from the database.
    store.close().await;
    let store = world.open().await;
    let edition = store.edition(2).await.unwrap();
    assert_eq!(edition, published.edition);
    assert_eq!(
        (edition.number, edition.rows, edition.kind),
        (2, 63, EditionKind::Upload)
    );
    assert_eq!((edition.author.clone(), edition.note.clone()), (by(), note("ghi chú")));
    assert_eq!(
        (edition.method.as_deref(), edition.summary.as_str()),
        (Some("QĐ 1"), "{\"added\":1}")
    );
    let file = edition.upload.clone().unwrap();
    assert_eq!(
        (file.id, file.name, file.hash.clone()),
        (upload.id, upload.name, upload.hash)
    );
    assert!(edition.published_at >= store.edition(1).await.unwrap().published_at);
    assert_eq!(store.files(2).await.unwrap(), expected);
    assert_eq!(
        store.file(2, "bundled/pci.csv").await.unwrap(),
        expected["bundled/pci.csv"]
    );
    for path in ["bundled/other.csv", "", "\0"] {
        assert!(matches!(store.file(2, path).await, Err(StoreError::NotFound)));
    }
    let numbers: Vec<u32> = store.editions().await.unwrap().iter().map(|e| e.number).collect();
    assert_eq!(numbers, [2, 1], "newest first");
    let found = store.edition_by_upload_hash(&file.hash).await.unwrap();
    assert_eq!(found, Some(edition));
    assert_eq!(store.edition_by_upload_hash("0").await.unwrap(), None);
}

async fn files_are_deduplicated(world: &World) {
    let store = world.open().await;
    publish(&store, 2).await;
    let (one, two) = (store.manifest(1).await.unwrap(), store.manifest(2).await.unwrap());
    assert_eq!(
        one["catalogue/indicators/pci.toml"],
        two["catalogue/indicators/pci.toml"]
    );
    assert_ne!(one["bundled/pci.csv"], two["bundled/pci.csv"]);
    // Two files with the same bytes in one edition, one of them empty elsewhere.
    let new = NewEdition {
        files: files(&[("a/x.csv", "same"), ("b/y.csv", "same"), ("c/z.csv", "")]),
        ..new_edition(2, "")
    };
    let expected = new.files.clone();
    store.publish(new).await.unwrap();
    assert_eq!(store.files(3).await.unwrap(), expected);
    assert_eq!(store.verify().await.unwrap(), []);
}

async fn an_outdated_base_is_rejected(world: &World) {
    let store = world.open().await;
    publish(&store, 2).await;
    for base in [0, 1, 3, u32::MAX] {
        let rejected = store.publish(new_edition(base, "too late")).await;
        assert!(
            matches!(rejected, Err(StoreError::Conflict(Conflict::Edition { newest: 2 }))),
            "{base}"
        );
    }
    assert_eq!(store.newest_number().await.unwrap(), 2);
    assert_eq!(store.verify().await.unwrap(), [], "no bytes are left behind");
}

async fn one_of_two_concurrent_publishers_wins(world: &World) {
    let stores = [world.open().await, world.open().await];
    for base in 0..5 {
        let attempts: Vec<_> = (0..6)
            .map(|n| {
                let store = stores[n % 2].clone();
                tokio::spawn(async move { store.publish(new_edition(base, &format!("{n} after {base}"))).await })
            })
            .collect();
        let mut won = 0;
        for attempt in attempts {
            match attempt.await.unwrap() {
                Ok(published) => {
                    won += 1;
                    assert_eq!(published.edition.number, base + 1);
                }
                Err(StoreError::Conflict(Conflict::Edition { newest })) => assert_eq!(newest, base + 1),
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!(won, 1);
    }
    assert_eq!(stores[0].verify().await.unwrap(), []);
}

async fn a_draft_is_published_once(world: &World) {
    let stores = [world.open().await, world.open().await];
    let store = &stores[0];
    publish(store, 1).await;
    let upload = upload(store, "gốc").await;
    let draft = draft(store, Some(&upload)).await;
    let new = NewEdition {
        kind: EditionKind::Upload,
        upload: Some(upload.id.clone()),
        draft: Some(at(&draft)),
        ..new_edition(1, "mới")
    };
    // A double click that reaches two processes.
    let (a, b) = tokio::join!(stores[0].publish(new.clone()), stores[1].publish(new.clone()));
    let (a, b) = (a.unwrap(), b.unwrap());
    assert_eq!(a.edition, b.edition);
    assert!(a.already != b.already);
    // And again after other editions were published.
    publish(store, 3).await;
    let again = store.publish(new).await.unwrap();
    assert!(again.already);
    assert_eq!(again.edition.number, 2);
    let draft = store.draft(&draft.id).await.unwrap();
    assert_eq!(draft.edition, Some(2));
    assert_eq!(store.newest_number().await.unwrap(), 3);
    assert_eq!(store.verify().await.unwrap(), []);
}

async fn an_earlier_edition_is_restored(world: &World) {
    let store = world.open().await;
    publish(&store, 3).await;
    let restoring = Restoring {
        of: 1,
        base: 3,
        author: by(),
        note: note("hoàn tác"),
        summary: "{}".to_owned(),
    };
    let edition = store.restore(restoring.clone()).await.unwrap();
    assert_eq!(
        (edition.number, edition.restores, edition.kind),
        (4, Some(1), EditionKind::Undo)
    );
    assert_eq!(edition.fingerprint, store.edition(1).await.unwrap().fingerprint);
    assert_eq!(store.files(4).await.unwrap(), store.files(1).await.unwrap());
    let repeated = store.restore(restoring.clone()).await;
    assert!(matches!(
        repeated,
        Err(StoreError::Conflict(Conflict::Edition { newest: 4 }))
    ));
    let missing = store
        .restore(Restoring {
            of: 9,
            base: 4,
            ..restoring
        })
        .await;
    assert!(matches!(missing, Err(StoreError::NotFound)));
    assert_eq!(store.verify().await.unwrap(), []);
}

async fn other_processes_follow_within_two_seconds(world: &World) {
    let (publisher, follower) = (world.open().await, world.open().await);
    let mut newest = follower.follow();
    assert_eq!(*newest.borrow_and_update(), 0);
    for number in 1..=3 {
        publish(&publisher, number).await;
        let seen = tokio::time::timeout(Duration::from_secs(2), newest.changed()).await;
        seen.expect("within two seconds").unwrap();
        assert_eq!(*newest.borrow_and_update(), number);
        assert_eq!(follower.files(number).await.unwrap().len(), 2);
    }
}

async fn the_publisher_follows_at_once(world: &World) {
    let store = world.open().await;
    let newest = store.follow();
    publish(&store, 2).await;
    assert_eq!(*newest.borrow(), 2);
    assert_eq!(*world.open().await.follow().borrow(), 2, "known from the start");
}

async fn many_processes_open_at_once(world: &World) {
    let opening: Vec<_> = (0..6)
        .map(|_| {
            let location = world.location.clone();
            tokio::spawn(async move { Store::open(&location).await })
        })
        .collect();
    let mut stores = Vec::new();
    for store in opening {
        stores.push(store.await.unwrap().unwrap());
    }
    publish(&stores[5], 1).await;
    assert_eq!(stores[0].newest_number().await.unwrap(), 1);
}

async fn a_newer_schema_is_rejected(world: &World) {
    world.open().await.close().await;
    let insert = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) ";
    let checksum = if world.is_sqlite() { "x'00'" } else { "'\\x00'" };
    world
        .execute(&format!("{insert} VALUES (999, 'later', true, {checksum}, 0)"))
        .await;
    let rejected = Store::open(&world.location).await;
    assert!(matches!(rejected.err(), Some(StoreError::NewerSchema)));
}

async fn invalid_editions_leave_nothing(world: &World) {
    let store = world.open().await;
    publish(&store, 1).await;
    let empty = NewEdition {
        files: files(&[]),
        ..new_edition(1, "")
    };
    assert!(matches!(store.publish(empty).await, Err(StoreError::Invalid { .. })));
    let outside = NewEdition {
        files: files(&[("../etc/passwd", "x")]),
        ..new_edition(1, "")
    };
    assert!(matches!(store.publish(outside).await, Err(StoreError::Invalid { .. })));
    let unknown = NewEdition {
        upload: Some("ffff".to_owned()),
        ..new_edition(1, "never to be seen")
    };
    assert!(matches!(store.publish(unknown).await, Err(StoreError::NotFound)));
    let mut stale = draft(&store, None).await;
    stale.revision = 7;
    let changed = NewEdition {
        draft: Some(at(&stale)),
        ..new_edition(1, "neither")
    };
    let rejected = store.publish(changed).await;
    assert!(matches!(
        rejected,
        Err(StoreError::Conflict(Conflict::Revision { revision: 1 }))
    ));
    assert_eq!(store.newest_number().await.unwrap(), 1);
    assert_eq!(store.verify().await.unwrap(), []);
}

async fn a_cancelled_publish_leaves_nothing(world: &World) {
    let store = world.open().await;
    publish(&store, 1).await;
    for wait in 0..30 {
        let base = store.newest_number().await.unwrap();
        let publishing = store.publish(new_edition(base, &format!("{wait}")));
        // As when the browser disconnects in the middle.
        let _ = tokio::time::timeout(Duration::from_micros(wait * 150), publishing).await;
    }
    let recovered = within(Duration::from_secs(5), || async {
        store.verify().await.is_ok_and(|f| f.is_empty())
    });
    assert!(recovered.await, "{:?}", store.verify().await);
    let base = store.newest_number().await.unwrap();
    assert_eq!(
        store.publish(new_edition(base, "end")).await.unwrap().edition.number,
        base + 1
    );
}

async fn a_closed_store_is_unreachable(world: &World) {
    let store = world.open().await;
    publish(&store, 1).await;
    let newest = store.follow();
    store.close().await;
    assert!(matches!(store.edition(1).await, Err(StoreError::Unreachable)));
    assert!(matches!(
        store.publish(new_edition(1, "x")).await,
        Err(StoreError::Unreachable)
    ));
    assert_eq!(*newest.borrow(), 1);
}

/// The server moves futures between threads. This test only has to compile.
#[test]
fn all_futures_are_send() {
    fn send<T: Send>(_: T) {}
    fn all(
        store: &Store,
        new: NewEdition,
        restoring: Restoring,
        new_upload: store::NewUpload,
        change: &store::DraftChange,
    ) {
        let by = by();
        let path = std::path::Path::new("");
        send(store.ping());
        send(store.files(1));
        send(store.publish(new));
        send(store.restore(restoring));
        send(store.add_upload(new_upload));
        send(store.save_draft("", 1, change, &by));
        send(store.save_profile("", "", &by));
        send(store.set_password(1, "", None, &by));
        send(store.session("", None));
        send(store.token(""));
        send(store.end_sessions(1, &by));
        send(store.note(&by, "", "", ""));
        send(store.backup(path));
        send(store.restore_backup(path, &by));
        send(store.verify());
        send(store.close());
    }
    let _ = all;
}
