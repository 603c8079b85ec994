//! Accounts, sessions and tokens: the behaviour both databases must share.

use std::time::Duration;

use store::{AuditFilter, Role, StoreError, action};

use crate::world::{World, by, new_account, now, on_both};

on_both! {
    account_names_are_unique,
    one_administrator_always_remains,
    two_administrators_cannot_both_leave,
    wrong_passwords_cause_a_delay,
    sessions_end,
    disabling_an_account_ends_its_sessions,
    a_changed_password_ends_other_sessions,
    tokens_are_revoked,
}

const HOUR: Duration = Duration::from_secs(3600);

async fn account_names_are_unique(world: &World) {
    let store = world.open().await;
    let lan = store
        .add_account(new_account("  Lân ", Role::Analyst), &by())
        .await
        .unwrap();
    assert_eq!(
        (lan.name.as_str(), lan.display_name.as_str(), lan.role),
        ("lân", "Chị   Lân ", Role::Analyst)
    );
    assert_eq!((lan.failures, lan.retry_at, lan.enabled()), (0, None, true));
    // The same name in another case or Unicode normalisation form.
    for name in ["lân", "LÂN", "La\u{302}n"] {
        let duplicate = store.add_account(new_account(name, Role::Reader), &by()).await;
        assert!(matches!(duplicate, Err(StoreError::Taken)), "{name}");
        let found = store.credentials(name).await.unwrap().unwrap();
        assert_eq!(found.account, lan);
        assert!(found.password.starts_with("$argon2id$"));
        assert!(!format!("{found:?}").contains("argon2"), "no hash in logs");
    }
    let empty = store.add_account(new_account(" ", Role::Reader), &by()).await;
    assert!(matches!(empty, Err(StoreError::Invalid { .. })));
    assert_eq!(store.credentials("lan").await.unwrap(), None);
    store.add_account(new_account("an", Role::Reader), &by()).await.unwrap();
    let names: Vec<String> = store.accounts().await.unwrap().into_iter().map(|a| a.name).collect();
    assert_eq!(names, ["an", "lân"]);
    let renamed = store.set_display_name(lan.id, "Nguyễn Thị Lân", &by()).await.unwrap();
    assert_eq!(store.account(lan.id).await.unwrap(), renamed);
    assert!(matches!(store.account(99).await, Err(StoreError::NotFound)));
}

async fn one_administrator_always_remains(world: &World) {
    let store = world.open().await;
    let one = store
        .add_account(new_account("one", Role::Administrator), &by())
        .await
        .unwrap();
    let reader = store
        .add_account(new_account("reader", Role::Reader), &by())
        .await
        .unwrap();
    let rejected_as_last =
        |result: Result<store::Account, StoreError>| assert!(matches!(result, Err(StoreError::LastAdministrator)));
    rejected_as_last(store.set_role(one.id, Role::Analyst, &by()).await);
    rejected_as_last(store.set_enabled(one.id, false, &by()).await);
    assert_eq!(store.account(one.id).await.unwrap(), one);
    store.set_enabled(reader.id, false, &by()).await.unwrap();
    let two = store
        .add_account(new_account("two", Role::Administrator), &by())
        .await
        .unwrap();
    store.set_enabled(two.id, false, &by()).await.unwrap();
    rejected_as_last(store.set_role(one.id, Role::Analyst, &by()).await);
    let two = store.set_enabled(two.id, true, &by()).await.unwrap();
    assert!(two.enabled());
    assert_eq!(
        store.set_role(one.id, Role::Analyst, &by()).await.unwrap().role,
        Role::Analyst
    );
    rejected_as_last(store.set_role(two.id, Role::Reader, &by()).await);
    // A change to the role that the account already has is allowed.
    store.set_role(two.id, Role::Administrator, &by()).await.unwrap();
    let missing = store.set_role(99, Role::Reader, &by()).await;
    assert!(matches!(missing, Err(StoreError::NotFound)));
}

async fn two_administrators_cannot_both_leave(world: &World) {
    let stores = [world.open().await, world.open().await];
    let mut ids = Vec::new();
    for name in ["one", "two"] {
        let account = stores[0]
            .add_account(new_account(name, Role::Administrator), &by())
            .await
            .unwrap();
        ids.push(account.id);
    }
    let by = by();
    let (a, b) = tokio::join!(
        stores[0].set_role(ids[0], Role::Reader, &by),
        stores[1].set_enabled(ids[1], false, &by)
    );
    assert!(a.is_ok() != b.is_ok());
}

async fn wrong_passwords_cause_a_delay(world: &World) {
    let store = world.open().await;
    let id = store
        .add_account(new_account("lan", Role::Analyst), &by())
        .await
        .unwrap()
        .id;
    for failures in 1..=2 {
        let account = store.note_failure(id).await.unwrap();
        assert_eq!((account.failures, account.retry_at), (failures, None));
    }
    let mut rejected_as_last = 0;
    for failures in 3..=6 {
        let wait = store.note_failure(id).await.unwrap().retry_at.unwrap() - now();
        let expected = 1000 << (failures - 2);
        assert!((expected - 1500..=expected).contains(&wait), "{failures}: {wait} ms");
        assert!(wait > rejected_as_last);
        rejected_as_last = wait;
    }
    store.clear_failures(id).await.unwrap();
    let account = store.account(id).await.unwrap();
    assert_eq!((account.failures, account.retry_at), (0, None));
    let filter = AuditFilter {
        action: Some(action::SIGN_IN_FAILED.to_owned()),
        account: Some(id),
        ..AuditFilter::default()
    };
    assert_eq!(store.audit(&filter).await.unwrap().len(), 6);
}

async fn sessions_end(world: &World) {
    let store = world.open().await;
    let account = store
        .add_account(new_account("lan", Role::Analyst), &by())
        .await
        .unwrap();
    let token = store.add_session(account.id, HOUR).await.unwrap();
    assert_eq!(token.len(), 64);
    let found = store.session(&token, Some(HOUR)).await.unwrap().unwrap();
    assert_eq!(found.account, account);
    assert_eq!(found.session.expires_at - found.session.created_at, 3_600_000);
    for wrong in ["", "\0", &token[1..], "0000"] {
        assert_eq!(store.session(wrong, None).await.unwrap(), None);
    }
    // By expiry.
    let short = store.add_session(account.id, Duration::from_millis(30)).await.unwrap();
    tokio::time::sleep(Duration::from_millis(60)).await;
    assert_eq!(store.session(&short, None).await.unwrap(), None);
    assert_eq!(store.prune_sessions().await.unwrap(), 1);
    // By idling too long, while use keeps a session alive.
    let idle = Some(Duration::from_millis(400));
    let unused = store.add_session(account.id, HOUR).await.unwrap();
    for _ in 0..3 {
        tokio::time::sleep(Duration::from_millis(250)).await;
        assert!(store.session(&token, None).await.unwrap().is_some());
        if store.session(&unused, idle).await.unwrap().is_none() {
            panic!("it was used all the time");
        }
    }
    tokio::time::sleep(Duration::from_millis(450)).await;
    assert_eq!(store.session(&unused, idle).await.unwrap(), None);
    // By signing out.
    store.end_session(&token).await.unwrap();
    store.end_session(&token).await.unwrap();
    assert_eq!(store.session(&token, None).await.unwrap(), None);
    let more = [
        store.add_session(account.id, HOUR).await.unwrap(),
        store.add_session(account.id, HOUR).await.unwrap(),
    ];
    assert_eq!(store.end_sessions(account.id, &by()).await.unwrap(), 3);
    for token in more {
        assert_eq!(store.session(&token, None).await.unwrap(), None);
    }
    assert!(matches!(store.add_session(99, HOUR).await, Err(StoreError::NotFound)));
}

async fn disabling_an_account_ends_its_sessions(world: &World) {
    let store = world.open().await;
    let id = store
        .add_account(new_account("lan", Role::Analyst), &by())
        .await
        .unwrap()
        .id;
    let session = store.add_session(id, HOUR).await.unwrap();
    let token = store.add_token(id, "máy chủ", &by()).await.unwrap();
    store.set_enabled(id, false, &by()).await.unwrap();
    assert_eq!(store.session(&session, None).await.unwrap(), None);
    assert_eq!(store.token(&token.secret).await.unwrap(), None);
    assert!(matches!(store.add_session(id, HOUR).await, Err(StoreError::NotFound)));
    assert!(matches!(
        store.add_token(id, "", &by()).await,
        Err(StoreError::NotFound)
    ));
    store.set_enabled(id, true, &by()).await.unwrap();
    assert_eq!(
        store.session(&session, None).await.unwrap(),
        None,
        "it does not come back"
    );
    assert!(store.token(&token.secret).await.unwrap().is_some());
}

async fn a_changed_password_ends_other_sessions(world: &World) {
    let store = world.open().await;
    let id = store
        .add_account(new_account("lan", Role::Analyst), &by())
        .await
        .unwrap()
        .id;
    store.note_failure(id).await.unwrap();
    let here = store.add_session(id, HOUR).await.unwrap();
    let elsewhere = store.add_session(id, HOUR).await.unwrap();
    store.set_password(id, "$new", Some(&here), &by()).await.unwrap();
    assert!(store.session(&here, None).await.unwrap().is_some());
    assert!(store.session(&elsewhere, None).await.unwrap().is_none());
    let found = store.credentials("lan").await.unwrap().unwrap();
    assert_eq!((found.password.as_str(), found.account.failures), ("$new", 0));
    store.set_password(id, "$newer", None, &by()).await.unwrap();
    assert!(store.session(&here, None).await.unwrap().is_none());
    let missing = store.set_password(99, "$", None, &by()).await;
    assert!(matches!(missing, Err(StoreError::NotFound)));
}

async fn tokens_are_revoked(world: &World) {
    let store = world.open().await;
    let account = store
        .add_account(new_account("lan", Role::Analyst), &by())
        .await
        .unwrap();
    let created = store.add_token(account.id, "máy chủ", &by()).await.unwrap();
    assert!(created.secret.starts_with("thuocdo_") && !format!("{created:?}").contains(&created.secret));
    assert_eq!(created.token.used_at, None);
    let (token, owner) = store.token(&created.secret).await.unwrap().unwrap();
    assert_eq!(
        (token.id.as_str(), token.label.as_str(), &owner),
        (created.token.id.as_str(), "máy chủ", &account)
    );
    assert!(token.used_at.is_some());
    assert_eq!(store.tokens(account.id).await.unwrap(), std::slice::from_ref(&token));
    assert_eq!(store.token(&token.id).await.unwrap(), None, "its id is not the token");
    store.revoke_token(&token.id, &by()).await.unwrap();
    store.revoke_token(&token.id, &by()).await.unwrap();
    assert_eq!(store.token(&created.secret).await.unwrap(), None);
    assert!(store.tokens(account.id).await.unwrap()[0].revoked_at.is_some());
    assert!(matches!(
        store.revoke_token("ff", &by()).await,
        Err(StoreError::NotFound)
    ));
}
