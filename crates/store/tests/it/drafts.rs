//! Uploads, drafts, profiles and the audit log: the behaviour both databases must share.

use store::{
    Actor, AuditFilter, Conflict, DraftChange, DraftFilter, DraftState, NewEdition, NewUpload, StoreError, Via, action,
};

use crate::world::{World, at, by, draft, new_edition, noise, on_both, publish, upload};

on_both! {
    uploads_are_stored_and_recognised,
    a_draft_is_saved_by_revision,
    a_closed_draft_stays_closed,
    drafts_are_listed,
    a_change_withdraws_the_approval,
    profiles_are_saved,
    all_actions_are_in_the_audit_log,
    any_text_can_be_stored,
}

async fn uploads_are_stored_and_recognised(world: &World) {
    let store = world.open().await;
    let bytes = noise(2_000_000);
    let new = NewUpload {
        name: "PAR INDEX 2024.xlsx".to_owned(),
        bytes: bytes.clone(),
        by: by(),
        via: Via::Command,
    };
    let first = store.add_upload(new.clone()).await.unwrap();
    assert_eq!(first.earlier, []);
    assert_eq!((first.upload.size, first.upload.via), (2_000_000, Via::Command));
    let other = upload(&store, "khác").await;
    let second = store.add_upload(new).await.unwrap();
    assert_eq!(second.earlier, std::slice::from_ref(&first.upload));
    assert_ne!(second.upload.id, first.upload.id);
    assert_eq!(store.upload(&first.upload.id).await.unwrap(), first.upload);
    assert_eq!(store.upload_bytes(&second.upload.id).await.unwrap(), bytes);
    assert_eq!(store.upload_bytes(&other.id).await.unwrap(), "khác".as_bytes());
    assert_eq!(store.uploads(0).await.unwrap().len(), 3);
    for id in ["", "0123", "\0"] {
        assert!(matches!(store.upload(id).await, Err(StoreError::NotFound)));
        assert!(matches!(store.upload_bytes(id).await, Err(StoreError::NotFound)));
    }
    assert_eq!(upload(&store, "").await.size, 0);
    assert_eq!(store.verify().await.unwrap(), []);
}

fn change(choices: &str) -> DraftChange {
    DraftChange {
        choices: choices.to_owned(),
        note: "xem lại".to_owned(),
        base: 1,
        upload: None,
    }
}

async fn a_draft_is_saved_by_revision(world: &World) {
    let store = world.open().await;
    let first = draft(&store, None).await;
    assert_eq!(
        (first.revision, first.state, first.edition),
        (1, DraftState::Open, None)
    );
    let lan = Actor::program("Lan");
    let saved = store.save_draft(&first.id, 1, &change("2"), &lan).await.unwrap();
    assert_eq!((saved.revision, saved.choices.as_str(), saved.base), (2, "2", 1));
    assert_eq!((&saved.changed_by, &saved.created_by), (&lan, &by()));
    let stale = store.save_draft(&first.id, 1, &change("3"), &by()).await;
    assert!(matches!(
        stale,
        Err(StoreError::Conflict(Conflict::Revision { revision: 2 }))
    ));
    assert_eq!(store.draft(&first.id).await.unwrap(), saved);
    let fixed = upload(&store, "sửa").await;
    let with_upload = DraftChange {
        upload: Some(fixed.id.clone()),
        ..change("4")
    };
    let saved = store.save_draft(&first.id, 2, &with_upload, &lan).await.unwrap();
    assert_eq!(saved.upload, Some(fixed.id));
    let unknown = DraftChange {
        upload: Some("ff".to_owned()),
        ..change("5")
    };
    let rejected = store.save_draft(&first.id, 3, &unknown, &lan).await;
    assert!(matches!(rejected, Err(StoreError::NotFound)));
    // Of two concurrent changes one is rejected.
    let (a, b) = (change("a"), change("b"));
    let both = tokio::join!(
        store.save_draft(&first.id, 3, &a, &lan),
        store.save_draft(&first.id, 3, &b, &lan)
    );
    assert!(both.0.is_ok() != both.1.is_ok());
}

async fn a_closed_draft_stays_closed(world: &World) {
    let store = world.open().await;
    publish(&store, 1).await;
    let abandoned = draft(&store, None).await;
    let early = store.discard_draft(&abandoned.id, 5, &by()).await;
    assert!(matches!(
        early,
        Err(StoreError::Conflict(Conflict::Revision { revision: 1 }))
    ));
    let discarded = store.discard_draft(&abandoned.id, 1, &by()).await.unwrap();
    assert_eq!(discarded.state, DraftState::Discarded);
    assert_eq!(store.discard_draft(&abandoned.id, 1, &by()).await.unwrap(), discarded);
    let published = draft(&store, None).await;
    let new = NewEdition {
        draft: Some(at(&published)),
        ..new_edition(1, "x")
    };
    store.publish(new.clone()).await.unwrap();
    for (id, state, edition) in [
        (&abandoned.id, DraftState::Discarded, None),
        (&published.id, DraftState::Published, Some(2)),
    ] {
        let closed = |result: Result<store::Draft, StoreError>| match result {
            Err(StoreError::Conflict(Conflict::Closed { state: s, edition: e })) => {
                assert_eq!((s, e), (state, edition));
            }
            other => panic!("{other:?}"),
        };
        closed(store.save_draft(id, 1, &change("x"), &by()).await);
        closed(store.approve_draft(id, 1, &by()).await);
    }
    let discarded_draft = NewEdition {
        draft: Some(at(&discarded)),
        base: 2,
        ..new
    };
    let rejected = store.publish(discarded_draft).await;
    assert!(matches!(rejected, Err(StoreError::Conflict(Conflict::Closed { .. }))));
    let rejected = store.discard_draft(&published.id, 1, &by()).await;
    assert!(matches!(rejected, Err(StoreError::Conflict(Conflict::Closed { .. }))));
}

async fn drafts_are_listed(world: &World) {
    let store = world.open().await;
    let upload = upload(&store, "x").await;
    let (a, b) = (draft(&store, Some(&upload)).await, draft(&store, None).await);
    store.discard_draft(&b.id, 1, &by()).await.unwrap();
    let ids = async |filter: DraftFilter| -> Vec<String> {
        let drafts = store.drafts(&filter).await.unwrap();
        drafts.into_iter().map(|draft| draft.id).collect()
    };
    let all = ids(DraftFilter::default()).await;
    assert!(all.len() == 2 && all.contains(&a.id) && all.contains(&b.id));
    let open = DraftFilter {
        state: Some(DraftState::Open),
        ..DraftFilter::default()
    };
    assert_eq!(ids(open).await, std::slice::from_ref(&a.id));
    let of_upload = DraftFilter {
        upload: Some(upload.id),
        ..DraftFilter::default()
    };
    assert_eq!(ids(of_upload).await, [a.id]);
    let one = DraftFilter {
        limit: 1,
        ..DraftFilter::default()
    };
    assert_eq!(ids(one).await.len(), 1);
}

async fn a_change_withdraws_the_approval(world: &World) {
    let store = world.open().await;
    let draft = draft(&store, None).await;
    let second = Actor::program("Người thứ hai");
    let approved = store.approve_draft(&draft.id, 1, &second).await.unwrap();
    assert_eq!(
        (approved.approved_by, approved.approved_revision),
        (Some(second.clone()), Some(1))
    );
    assert_eq!(approved.revision, 1, "approving does not change the revision");
    let changed = store.save_draft(&draft.id, 1, &change("x"), &by()).await.unwrap();
    assert_eq!((changed.approved_by, changed.approved_revision), (None, None));
    let stale = store.approve_draft(&draft.id, 1, &second).await;
    assert!(matches!(
        stale,
        Err(StoreError::Conflict(Conflict::Revision { revision: 2 }))
    ));
}

async fn profiles_are_saved(world: &World) {
    let store = world.open().await;
    assert_eq!(store.profile("pci").await.unwrap(), None);
    store.save_profile("pci", "1", &by()).await.unwrap();
    let saved = store.save_profile("pci", "2", &Actor::program("Lan")).await.unwrap();
    assert_eq!((saved.choices.as_str(), saved.changed_by.name.as_str()), ("2", "Lan"));
    assert_eq!(store.profile("pci").await.unwrap(), Some(saved));
    assert_eq!(store.profile("papi").await.unwrap(), None);
}

async fn all_actions_are_in_the_audit_log(world: &World) {
    let store = world.open().await;
    publish(&store, 3).await;
    store
        .note(&Actor::program("Lan"), "exported", "edition/2", "csv")
        .await
        .unwrap();
    let all = store.audit(&AuditFilter::default()).await.unwrap();
    let seen: Vec<(&str, &str)> = all.iter().map(|e| (e.action.as_str(), e.subject.as_str())).collect();
    assert_eq!(
        seen,
        [
            ("exported", "edition/2"),
            (action::PUBLISHED, "edition/3"),
            (action::PUBLISHED, "edition/2"),
            (action::PUBLISHED, "edition/1"),
        ]
    );
    assert!(all.is_sorted_by(|a, b| a.id > b.id && a.at >= b.at));
    assert!(all[1].detail.contains("ghi chú"));
    let count = async |filter: AuditFilter| store.audit(&filter).await.unwrap().len();
    let none = AuditFilter::default;
    assert_eq!(count(AuditFilter { limit: 2, ..none() }).await, 2);
    assert_eq!(
        count(AuditFilter {
            before: Some(all[1].id),
            ..none()
        })
        .await,
        2
    );
    assert_eq!(
        count(AuditFilter {
            action: Some("exported".into()),
            ..none()
        })
        .await,
        1
    );
    assert_eq!(
        count(AuditFilter {
            subject: Some("edition/2".into()),
            ..none()
        })
        .await,
        2
    );
    assert_eq!(
        count(AuditFilter {
            account: Some(1),
            ..none()
        })
        .await,
        0
    );
    assert_eq!(
        count(AuditFilter {
            since: Some(all[0].at),
            until: Some(all[0].at),
            ..none()
        })
        .await,
        0
    );
    assert_eq!(
        count(AuditFilter {
            until: Some(all[0].at + 1),
            ..none()
        })
        .await,
        4
    );
}

async fn any_text_can_be_stored(world: &World) {
    let store = world.open().await;
    let hostile = "a\0b'; DROP TABLE editions; -- \u{202e}😀\r\n\"$1\" Ð";
    let stored = hostile.replace('\0', "\u{fffd}");
    let new = NewEdition {
        author: Actor::program(hostile),
        method: Some(hostile.to_owned()),
        summary: hostile.to_owned(),
        note: store::Note {
            vi: hostile.to_owned(),
            en: hostile.to_owned(),
        },
        ..new_edition(0, hostile)
    };
    let edition = store.publish(new).await.unwrap().edition;
    assert_eq!(
        (&edition.author.name, &edition.note.en, &edition.summary),
        (&stored, &stored, &stored)
    );
    assert_eq!(
        store.file(1, "bundled/pci.csv").await.unwrap(),
        hostile.as_bytes(),
        "bytes stay as they are"
    );
    let new = NewUpload {
        name: hostile.to_owned(),
        bytes: vec![0, 255],
        by: Actor::program(hostile),
        via: Via::Api,
    };
    assert_eq!(store.add_upload(new).await.unwrap().upload.name, stored);
    let draft = draft(&store, None).await;
    let saved = store
        .save_draft(&draft.id, 1, &change(hostile), &Actor::program(hostile))
        .await
        .unwrap();
    assert_eq!(saved.choices, stored);
    store.save_profile(hostile, hostile, &by()).await.unwrap();
    assert_eq!(store.profile(hostile).await.unwrap().unwrap().choices, stored);
    store
        .note(&Actor::program(hostile), hostile, hostile, hostile)
        .await
        .unwrap();
    assert!(matches!(store.draft(hostile).await, Err(StoreError::NotFound)));
    assert_eq!(store.credentials(hostile).await.unwrap(), None);
}
