//! A fresh database for each test, and helper functions.

use std::collections::BTreeMap;
use std::fs;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};
use store::{
    Actor, Draft, DraftAt, DraftKind, Edition, EditionKind, Location, NewAccount, NewDraft, NewEdition, NewUpload,
    Note, Role, Store, Upload, Via,
};

/// A database, and a folder for the files of a test.
pub(crate) struct World {
    pub(crate) folder: PathBuf,
    pub(crate) location: Location,
    /// Address of the PostgreSQL server and name of the database; `None` for SQLite.
    server: Option<(String, String)>,
}

impl World {
    pub(crate) fn sqlite() -> Self {
        let folder = std::env::temp_dir().join(unique());
        Self {
            location: Location::Folder(folder.join("data")),
            folder,
            server: None,
        }
    }

    /// Returns `None` if no PostgreSQL server is available; `make test` always starts one.
    pub(crate) fn postgres() -> Option<Self> {
        let Ok(server) = std::env::var("THUOCDO_TEST_DATABASE_URL") else {
            eprintln!("skipped: THUOCDO_TEST_DATABASE_URL is not set (scripts/postgres run COMMAND sets it)");
            return None;
        };
        let name = unique().replace('-', "_");
        let (base, _) = server.rsplit_once('/').unwrap();
        Some(Self {
            folder: std::env::temp_dir().join(unique()),
            location: Location::Database(format!("{base}/{name}")),
            server: Some((server, name)),
        })
    }

    /// Returns one database of each available kind.
    pub(crate) fn each() -> Vec<Self> {
        [Some(Self::sqlite()), Self::postgres()].into_iter().flatten().collect()
    }

    pub(crate) fn is_sqlite(&self) -> bool {
        self.server.is_none()
    }

    /// Runs a test on a runtime, and cleans up after it if it succeeds.
    pub(crate) fn run<'a, F: Future<Output = ()>>(&'a self, test: impl FnOnce(&'a Self) -> F) {
        run(async {
            self.create().await;
            // Longer than any test waits on purpose, so that a hanging test fails by name.
            tokio::time::timeout(Duration::from_secs(60), test(self))
                .await
                .expect("the test hangs");
            self.drop().await;
        });
    }

    pub(crate) async fn create(&self) {
        fs::create_dir_all(&self.folder).unwrap();
        if let Some((_, name)) = &self.server {
            self.on_server(&format!("CREATE DATABASE {name}")).await;
        }
    }

    pub(crate) async fn drop(&self) {
        fs::remove_dir_all(&self.folder).unwrap();
        if let Some((_, name)) = &self.server {
            self.on_server(&format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }

    pub(crate) async fn open(&self) -> Store {
        Store::open(&self.location).await.unwrap()
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.folder.join("data/thuocdo.sqlite")
    }

    /// Runs SQL on a separate connection, without foreign key checks.
    pub(crate) async fn execute(&self, sql: &str) {
        let sql = AssertSqlSafe(sql.to_owned());
        match &self.location {
            Location::Folder(_) => {
                let mut connection = self.outside().await;
                connection.execute("PRAGMA foreign_keys = OFF").await.unwrap();
                connection.execute(sql).await.unwrap();
                connection.close().await.unwrap();
            }
            Location::Database(url) => {
                let mut connection = PgConnection::connect(url).await.unwrap();
                connection
                    .execute("SET session_replication_role = replica")
                    .await
                    .unwrap();
                connection.execute(sql).await.unwrap();
                connection.close().await.unwrap();
            }
        }
    }

    pub(crate) async fn outside(&self) -> SqliteConnection {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(self.database());
        sqlx::ConnectOptions::connect(&options).await.unwrap()
    }

    /// Runs SQL on the PostgreSQL server, in another database than the test's.
    pub(crate) async fn on_server(&self, sql: &str) {
        let (server, _) = self.server.as_ref().unwrap();
        let mut connection = PgConnection::connect(server).await.unwrap();
        connection.execute(AssertSqlSafe(sql.to_owned())).await.unwrap();
        connection.close().await.unwrap();
    }

    /// Returns the name of the PostgreSQL database.
    pub(crate) fn name(&self) -> &str {
        &self.server.as_ref().unwrap().1
    }
}

/// Runs a test on its own runtime.
pub(crate) fn run<F: Future<Output = ()>>(test: F) {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
        .block_on(test);
}

/// Defines two tests per function: one for SQLite, one for PostgreSQL.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod on_sqlite {
            $(#[test]
            fn $name() {
                crate::world::World::sqlite().run(super::$name);
            })+
        }
        mod on_postgres {
            $(#[test]
            fn $name() {
                if let Some(world) = crate::world::World::postgres() {
                    world.run(super::$name);
                }
            })+
        }
    };
}
pub(crate) use on_both;

fn unique() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("thuocdo-store-{}-{count}", std::process::id())
}

pub(crate) fn now() -> i64 {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    elapsed.as_millis().try_into().unwrap()
}

/// Returns pseudorandom bytes, which cannot be compressed.
pub(crate) fn noise(length: usize) -> Vec<u8> {
    let mut state = 1_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 24) as u8
    };
    (0..length).map(|_| next()).collect()
}

pub(crate) fn by() -> Actor {
    Actor::program("thử nghiệm")
}

pub(crate) fn note(vi: &str) -> Note {
    Note {
        vi: vi.to_owned(),
        en: String::new(),
    }
}

pub(crate) fn files(pairs: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    pairs
        .iter()
        .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
        .collect()
}

/// Returns an edition with one file that contains `text` and one that is always the same.
pub(crate) fn new_edition(base: u32, text: &str) -> NewEdition {
    NewEdition {
        base,
        files: files(&[
            ("bundled/pci.csv", text),
            ("catalogue/indicators/pci.toml", "id = \"pci\""),
        ]),
        kind: EditionKind::Program,
        author: by(),
        note: note("ghi chú"),
        upload: None,
        draft: None,
        rows: 2,
        method: None,
        summary: "{}".to_owned(),
    }
}

/// Publishes editions up to this number.
pub(crate) async fn publish(store: &Store, up_to: u32) -> Edition {
    let newest = store.newest_number().await.unwrap();
    let mut last = None;
    for number in newest..up_to {
        let new = new_edition(number, &format!("tinh,gia_tri\n{number}"));
        last = Some(store.publish(new).await.unwrap().edition);
    }
    last.unwrap()
}

pub(crate) async fn upload(store: &Store, text: &str) -> Upload {
    let new = NewUpload {
        name: "PCI 2024.xlsx".to_owned(),
        bytes: text.as_bytes().to_vec(),
        by: by(),
        via: Via::Browser,
    };
    store.add_upload(new).await.unwrap().upload
}

pub(crate) async fn draft(store: &Store, upload: Option<&Upload>) -> Draft {
    let new = NewDraft {
        upload: upload.map(|upload| upload.id.clone()),
        kind: DraftKind::Figures,
        choices: "{\"sheet\":1}".to_owned(),
        base: store.newest_number().await.unwrap(),
        note: String::new(),
        by: by(),
    };
    store.add_draft(new).await.unwrap()
}

pub(crate) fn at(draft: &Draft) -> DraftAt {
    DraftAt {
        id: draft.id.clone(),
        revision: draft.revision,
    }
}

pub(crate) fn new_account(name: &str, role: Role) -> NewAccount {
    NewAccount {
        name: name.to_owned(),
        display_name: format!("Chị {name}"),
        password: "$argon2id$v=19$m=1,t=1,p=1$c2FsdA$aGFzaA".to_owned(),
        role,
    }
}

/// Waits at most `limit` until a condition holds, and returns whether it does.
pub(crate) async fn within<F: Future<Output = bool>>(limit: Duration, mut condition: impl FnMut() -> F) -> bool {
    let end = tokio::time::Instant::now() + limit;
    while tokio::time::Instant::now() < end {
        if condition().await {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    false
}

pub(crate) fn exists(path: &Path) -> bool {
    path.try_exists().unwrap()
}
