//! The store goes wrong while the program runs: readers keep what they have, the desk says what is
//! wrong, and everything goes on by itself afterwards.

use std::{
    collections::BTreeMap,
    fs,
    net::SocketAddr,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use server::settings::{Reading, Settings};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use store::{Actor, EditionKind, Location, NewEdition, Note, Role, Store};
use tokio::{
    io::copy_bidirectional,
    net::{TcpListener, TcpStream},
};

use crate::office::{Folder, Office, PASSWORD, Visitor};

/// Publishes the newest edition once more, with a file that nobody reads.
async fn publish(store: &Store, kind: EditionKind) -> u32 {
    let base = store.newest_number().await.unwrap();
    let mut files: BTreeMap<String, Vec<u8>> = store.files(base).await.unwrap();
    files.insert("catalogue/test.txt".to_owned(), base.to_string().into_bytes());
    let rows = store.edition(base).await.unwrap().rows;
    let new = NewEdition {
        base,
        files,
        kind,
        author: Actor::program("test"),
        note: Note::default(),
        upload: None,
        draft: None,
        rows,
        method: None,
        summary: String::new(),
    };
    store.publish(new).await.unwrap().edition.number
}

fn folder(office: &Office) -> PathBuf {
    office.folder.as_ref().unwrap().0.clone()
}

async fn until(what: &str, mut done: impl AsyncFnMut() -> bool) {
    let begun = Instant::now();
    while !done().await {
        assert!(begun.elapsed() < Duration::from_secs(30), "not within 30 s: {what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// The edition that readers see.
async fn seen(visitor: &mut Visitor) -> String {
    let health = visitor.get("/healthz").await;
    health.text().lines().nth(1).unwrap_or_default().to_owned()
}

/// Readers are answered as if nothing had happened.
async fn readers_are_answered(office: &Office) {
    let mut reader = office.visitor();
    for uri in ["/vi", "/en/rankings/pci/2016", "/vi/provinces/nghe-an?edition=1"] {
        // Whoever waited for the database would wait for longer than this.
        let answer = tokio::time::timeout(Duration::from_secs(2), reader.get(uri));
        assert_eq!(answer.await.expect(uri).status, 200, "{uri}");
    }
}

fn shows_nothing_from_inside(text: &str) {
    for inside in [
        "sqlx",
        "SQLITE",
        "sqlite",
        "postgres",
        "/tmp",
        "thuocdo.sqlite",
        "127.0.0.1:",
    ] {
        assert!(!text.contains(inside), "{inside}: {text}");
    }
}

#[tokio::test]
async fn an_edition_of_another_process_is_seen_and_older_ones_stay_readable() {
    let office = Office::new().await;
    let mut reader = office.visitor();
    assert_eq!(seen(&mut reader).await, "edition 1");
    let before = reader.get("/vi").await;
    let other = Store::open(&Location::Folder(folder(&office).join("data")))
        .await
        .unwrap();
    assert_eq!(publish(&other, EditionKind::Upload).await, 2);
    until("the second edition", async || seen(&mut reader).await == "edition 2").await;
    assert_ne!(reader.get("/vi").await.header("etag"), before.header("etag"));

    // More than the shelf holds: the first one has to come from the store again.
    for number in 3..=11 {
        assert_eq!(publish(&other, EditionKind::Upload).await, number);
        let expected = format!("edition {number}");
        until(&expected, async || seen(&mut reader).await == expected).await;
    }
    let old = reader.get("/vi?edition=1").await;
    assert_eq!(old.status, 200);
    assert!(old.text().contains("bản dữ liệu số 1"), "{}", old.text());
    for unknown in ["12", "0", "4294967295"] {
        assert_eq!(reader.get(&format!("/vi?edition={unknown}")).await.status, 404);
    }
}

#[tokio::test]
async fn a_database_that_is_gone_or_another_one_hurts_no_reader_and_nothing_is_lost() {
    let office = Office::new().await;
    let lan = office.account("lan", Role::Analyst).await;
    let mut hers = office.signed_in(&lan).await;
    let data = folder(&office).join("data");
    let aside: PathBuf = folder(&office).join("aside");
    let other = Folder::new();
    let replacement = Store::open(&Location::Folder(other.0.clone())).await.unwrap();
    replacement.close().await;
    for replaced in [false, true] {
        fs::rename(&data, &aside).unwrap();
        if replaced {
            fs::create_dir(&data).unwrap();
            fs::copy(other.0.join("thuocdo.sqlite"), data.join("thuocdo.sqlite")).unwrap();
        }
        readers_are_answered(&office).await;
        let health = office.visitor().get("/healthz").await;
        assert_eq!(
            (health.status.as_u16(), health.text()),
            (200, "ok\nedition 1\nstore: unreachable\n")
        );
        assert_eq!(office.visitor().get("/healthz?store").await.status, 503);
        let answer = hers.post("/vi/desk/account/tokens", &[("label", "x")]).await;
        assert_eq!(answer.status, 503);
        assert_ne!(answer.header("retry-after"), "");
        shows_nothing_from_inside(answer.text());
        assert_eq!(office.visitor().sign_in("lan", PASSWORD).await.status, 503);
        if replaced {
            fs::remove_dir_all(&data).unwrap();
        }
        fs::rename(&aside, &data).unwrap();
        let health = office.visitor().get("/healthz?store").await;
        assert_eq!(
            (health.status.as_u16(), health.text()),
            (200, "ok\nedition 1\nstore: ok\n")
        );
        let answer = hers.post("/vi/desk/account/tokens", &[("label", "x")]).await;
        assert_eq!(answer.status, 200);
    }
    assert_eq!(office.store.tokens(lan.id).await.unwrap().len(), 2);
    assert_eq!(office.store.verify().await.unwrap(), []);
}

#[tokio::test]
async fn a_full_disk_is_told_and_goes_on_when_there_is_room() {
    let office = Office::new().await;
    let lan = office.account("lan", Role::Analyst).await;
    let mut hers = office.signed_in(&lan).await;
    office.store.limit_pages(1).await.unwrap();
    let label = "x".repeat(80);
    let mut last = 0;
    for _ in 0..400 {
        let answer = hers.post("/vi/desk/account/tokens", &[("label", &label)]).await;
        last = answer.status.as_u16();
        if last != 200 {
            shows_nothing_from_inside(answer.text());
            assert!(
                answer.text().contains("Đĩa") || answer.text().contains("đĩa"),
                "{}",
                answer.text()
            );
            break;
        }
    }
    assert_eq!(last, 503);
    readers_are_answered(&office).await;
    office.store.limit_pages(1_000_000).await.unwrap();
    let answer = hers.post("/vi/desk/account/tokens", &[("label", "y")]).await;
    assert_eq!(answer.status, 200);
    assert_eq!(office.store.verify().await.unwrap(), []);
}

/// A wire to a database that can be cut.
struct Wire {
    address: SocketAddr,
    whole: Arc<AtomicBool>,
}

impl Wire {
    async fn to(database: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let whole = Arc::new(AtomicBool::new(true));
        let state = Arc::clone(&whole);
        tokio::spawn(async move {
            while let Ok((mut near, _)) = listener.accept().await {
                let (database, state) = (database.clone(), Arc::clone(&state));
                tokio::spawn(async move {
                    if !state.load(Ordering::Relaxed) {
                        return;
                    }
                    let mut far = TcpStream::connect(database).await.unwrap();
                    let cut = async {
                        while state.load(Ordering::Relaxed) {
                            tokio::time::sleep(Duration::from_millis(20)).await;
                        }
                    };
                    tokio::select! {
                        _ = copy_bidirectional(&mut near, &mut far) => {}
                        () = cut => {}
                    }
                });
            }
        });
        Self { address, whole }
    }
}

#[tokio::test]
async fn a_postgresql_that_is_gone_hurts_no_reader_and_is_found_again() {
    let Ok(server) = std::env::var("THUOCDO_TEST_DATABASE_URL") else {
        eprintln!("skipped: THUOCDO_TEST_DATABASE_URL is not set (scripts/postgres run COMMAND sets it)");
        return;
    };
    let name = format!("thuocdo_trouble_{}", std::process::id());
    let sql = |text: String| {
        let server = server.clone();
        async move {
            let mut connection = PgConnection::connect(&server).await.unwrap();
            connection.execute(AssertSqlSafe(text)).await.unwrap();
        }
    };
    sql(format!("CREATE DATABASE {name}")).await;
    let (front, _) = server.rsplit_once('/').unwrap();
    let (who, place) = front.rsplit_once('@').unwrap();
    let wire = Wire::to(place.to_owned()).await;
    let through = Location::Database(format!("{who}@{}/{name}", wire.address));
    let settings = Settings {
        reading: Reading::SignedIn,
        ..Settings::default()
    };
    let office = Office::at(&through, Folder::new(), settings).await;
    let lan = office.account("lan", Role::Analyst).await;
    let (mut hers, mut late) = (office.signed_in(&lan).await, office.signed_in(&lan).await);
    assert_eq!(hers.get("/vi").await.status, 200);

    wire.whole.store(false, Ordering::Relaxed);
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert_eq!(
        hers.get("/vi").await.status,
        200,
        "who was known lately goes on reading"
    );
    assert_eq!(late.get("/vi").await.status, 503, "nobody can say who this is");
    let admin = hers.get("/vi/desk/account").await;
    assert_eq!(admin.status, 503);
    shows_nothing_from_inside(admin.text());
    let health = office.visitor().get("/healthz").await;
    assert_eq!(
        (health.status.as_u16(), health.text()),
        (200, "ok\nedition 1\nstore: unreachable\n")
    );
    assert_eq!(office.visitor().get("/healthz?store").await.status, 503);

    // Meanwhile another process publishes.
    let direct = Store::open(&Location::Database(format!("{front}/{name}")))
        .await
        .unwrap();
    assert_eq!(publish(&direct, EditionKind::Upload).await, 2);
    wire.whole.store(true, Ordering::Relaxed);
    until("the store", async || {
        office.visitor().get("/healthz?store").await.status == 200
    })
    .await;
    until("the edition", async || seen(&mut hers).await == "edition 2").await;
    assert_eq!(hers.get("/vi/desk/account").await.status, 200);

    // All connections are ended at once, as when the server starts again.
    sql(format!(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
    ))
    .await;
    until("the desk", async || hers.get("/vi/desk/account").await.status == 200).await;
    publish(&direct, EditionKind::Upload).await;
    until("the third edition", async || seen(&mut hers).await == "edition 3").await;
    direct.close().await;
    office.store.close().await;
    sql(format!("DROP DATABASE {name} WITH (FORCE)")).await;
}
