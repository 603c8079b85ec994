//! Behaviour specific to a database server: it disconnects, comes back, or is read-only.

use std::time::{Duration, Instant};

use store::{Location, Store, StoreError};

use crate::world::{World, new_edition, publish, run, within};

async fn terminate(world: &World) {
    let sql = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ";
    world.on_server(&format!("{sql} '{}'", world.name())).await;
}

#[test]
fn lost_connections_come_back() {
    let Some(world) = World::postgres() else { return };
    world.run(async |world| {
        let (publisher, follower) = (world.open().await, world.open().await);
        let newest = follower.follow();
        publish(&publisher, 1).await;
        let follows = |number| {
            let newest = newest.clone();
            within(Duration::from_secs(2), move || {
                let seen = *newest.borrow() == number;
                async move { seen }
            })
        };
        assert!(follows(1).await);
        for number in 2..=4 {
            terminate(world).await;
            assert_eq!(follower.edition(number - 1).await.unwrap().number, number - 1);
            publish(&publisher, number).await;
            assert!(follows(number).await);
        }
        // In the middle of publishing: all of it or nothing.
        for round in 0..10 {
            let base = publisher.newest_number().await.unwrap();
            let store = publisher.clone();
            let publishing = tokio::spawn(async move { store.publish(new_edition(base, &format!("{round}"))).await });
            tokio::time::sleep(Duration::from_millis(round)).await;
            terminate(world).await;
            match publishing.await.unwrap() {
                Ok(published) => assert_eq!(published.edition.number, base + 1),
                Err(StoreError::Unreachable) => {}
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!(publisher.verify().await.unwrap(), []);
    });
}

#[test]
fn an_unavailable_database_is_reported_soon_and_comes_back() {
    let Some(world) = World::postgres() else { return };
    world.run(async |world| {
        let store = world.open().await;
        publish(&store, 1).await;
        let newest = store.follow();
        let away = format!("{}_away", world.name());
        terminate(world).await;
        world
            .on_server(&format!("ALTER DATABASE {} ALLOW_CONNECTIONS false", world.name()))
            .await;
        terminate(world).await;
        let start = Instant::now();
        let rejected = store.ping().await;
        assert!(
            matches!(rejected, Err(StoreError::Unreachable | StoreError::Other(_))),
            "{rejected:?} {away}"
        );
        assert!(start.elapsed() < Duration::from_secs(6));
        assert!(store.publish(new_edition(1, "x")).await.is_err());
        assert_eq!(*newest.borrow(), 1, "readers keep the last edition");
        world
            .on_server(&format!("ALTER DATABASE {} ALLOW_CONNECTIONS true", world.name()))
            .await;
        store.ping().await.unwrap();
        publish(&store, 2).await;
        assert_eq!(*newest.borrow(), 2);
    });
}

#[test]
fn a_closed_port_is_unreachable() {
    run(async {
        let start = Instant::now();
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        drop(listener);
        let location = Location::Database(format!("postgres://user:secret@127.0.0.1:{port}/none"));
        let rejected = Store::open(&location).await;
        assert!(matches!(rejected.err(), Some(StoreError::Unreachable)));
        assert!(start.elapsed() < Duration::from_secs(6));
        assert!(!format!("{location:?}").contains("secret"));
        let nonsense = Store::open(&Location::Database("nonsense".to_owned())).await;
        assert!(matches!(nonsense.err(), Some(StoreError::Invalid { .. })));
    });
}

#[test]
fn a_read_only_database_can_be_read() {
    let Some(world) = World::postgres() else { return };
    world.run(async |world| {
        let store = world.open().await;
        publish(&store, 1).await;
        world
            .on_server(&format!(
                "ALTER DATABASE {} SET default_transaction_read_only = on",
                world.name()
            ))
            .await;
        terminate(world).await;
        assert!(matches!(
            store.publish(new_edition(1, "x")).await,
            Err(StoreError::ReadOnly)
        ));
        assert_eq!(store.files(1).await.unwrap().len(), 2);
        let reopened = world.open().await;
        assert!(reopened.read_only());
        assert_eq!(reopened.verify().await.unwrap(), []);
        assert!(matches!(
            reopened.publish(new_edition(1, "x")).await,
            Err(StoreError::ReadOnly)
        ));
    });
}
