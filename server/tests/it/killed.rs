//! The program is killed at random moments of uploading, publishing and undoing, and started again: what it
//! has said is done is there, and nothing is half done. `THUOCDO_KILL_ROUNDS` says how often.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use store::{Actor, DraftFilter, DraftState, EditionKind, Location, NewAccount, Role, Store};

use crate::{
    office::Folder,
    tables::{SOURCE, ha_noi},
};

/// Rounds on one store: it grows, and all of it is read after each.
const ON_ONE_STORE: u32 = 25;

fn rounds() -> u32 {
    std::env::var("THUOCDO_KILL_ROUNDS").map_or(6, |text| text.parse().expect("a number of rounds"))
}

#[test]
fn killed_on_sqlite() {
    let mut left = rounds();
    while left > 0 {
        let folder = Folder::new();
        let place = Place {
            location: Location::Folder(folder.0.join("data")),
            folder,
        };
        let now = left.min(ON_ONE_STORE);
        kill(&place, now);
        left -= now;
    }
}

#[test]
fn killed_on_postgresql() {
    let Ok(server) = std::env::var("THUOCDO_TEST_DATABASE_URL") else {
        eprintln!("skipped: THUOCDO_TEST_DATABASE_URL is not set (scripts/postgres run COMMAND sets it)");
        return;
    };
    let (front, _) = server.rsplit_once('/').unwrap();
    let mut left = rounds();
    while left > 0 {
        let name = format!("thuocdo_killed_{}_{left}", std::process::id());
        sql(&server, &format!("CREATE DATABASE {name}"));
        let place = Place {
            location: Location::Database(format!("{front}/{name}")),
            folder: Folder::new(),
        };
        let now = left.min(ON_ONE_STORE);
        kill(&place, now);
        sql(&server, &format!("DROP DATABASE {name} WITH (FORCE)"));
        left -= now;
    }
}

fn wait<T>(task: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.unwrap().block_on(task)
}

fn sql(server: &str, text: &str) {
    wait(async {
        let mut connection = PgConnection::connect(server).await.unwrap();
        connection.execute(AssertSqlSafe(text.to_owned())).await.unwrap();
    });
}

struct Place {
    location: Location,
    folder: Folder,
}

impl Place {
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_thuocdo"));
        for (variable, _) in std::env::vars().filter(|(name, _)| name.starts_with("THUOCDO_")) {
            command.env_remove(variable);
        }
        command.env("THUOCDO_DATA", self.data()).args(arguments);
        if let Location::Database(url) = &self.location {
            command.env("THUOCDO_DATABASE_URL", url);
        }
        command
    }

    fn data(&self) -> PathBuf {
        self.folder.0.join("data")
    }

    /// An account with a token for programs.
    fn token(&self) -> String {
        wait(async {
            let store = Store::open(&self.location).await.unwrap();
            let by = Actor::program("test");
            let new = NewAccount {
                name: "lan".into(),
                display_name: "Lan".into(),
                password: "no password".into(),
                role: Role::Analyst,
            };
            let account = store.add_account(new, &by).await.unwrap();
            let token = store.add_token(account.id, "test", &by).await.unwrap();
            store.close().await;
            token.secret
        })
    }
}

/// What the program has said is done.
#[derive(Default)]
struct Promised {
    uploads: Mutex<Vec<String>>,
    /// Number and note of editions.
    editions: Mutex<Vec<(u32, String)>>,
    /// Number of editions and the one that came back in them.
    restored: Mutex<Vec<(u32, u32)>>,
}

fn kill(place: &Place, rounds: u32) {
    let token = place.token();
    let promised = Promised::default();
    let scores = AtomicU32::new(0);
    for round in 0..rounds {
        let mut server = Server::start(place);
        let stop = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| work(&server.address, &token, &promised, &scores, &stop));
            thread::sleep(Duration::from_millis(random() % 1_600));
            server.child.kill().unwrap();
            stop.store(true, Ordering::Relaxed);
        });
        server.child.wait().unwrap();
        settle(place);
        check(place, &promised, round);
    }
    // Started once more, nothing is left of what was coming in, and everything can be shown.
    let mut server = Server::start(place);
    assert_eq!(
        fs::read_dir(place.data().join("incoming")).map_or(0, Iterator::count),
        0
    );
    server.child.kill().unwrap();
    server.child.wait().unwrap();
    let verified = place.command(&["verify"]).output().unwrap();
    let said = String::from_utf8([verified.stdout, verified.stderr].concat()).unwrap();
    assert!(verified.status.success(), "{said}");
    eprintln!(
        "killed {rounds} times; acknowledged: {} uploads, {} editions, {} undone",
        promised.uploads.lock().unwrap().len(),
        promised.editions.lock().unwrap().len(),
        promised.restored.lock().unwrap().len(),
    );
}

/// Nobody chooses the moment.
fn random() -> u64 {
    use std::hash::{BuildHasher, RandomState};
    RandomState::new().hash_one(Instant::now()) >> 8
}

/// What PostgreSQL had begun for a program that is gone may still be going on.
fn settle(place: &Place) {
    let Location::Database(url) = &place.location else {
        return;
    };
    const OTHERS: &str =
        "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    wait(async {
        let mut connection = PgConnection::connect(url).await.unwrap();
        for _ in 0..500 {
            let others: i64 = sqlx::query_scalar(OTHERS).fetch_one(&mut connection).await.unwrap();
            if others == 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("PostgreSQL does not notice that the program is gone");
    });
}

/// Everything that was promised is there, and nothing is half done.
fn check(place: &Place, promised: &Promised, round: u32) {
    wait(async {
        let store = Store::open(&place.location).await.unwrap();
        let mut editions = store.editions().await.unwrap();
        editions.reverse();
        let numbers: Vec<u32> = editions.iter().map(|e| e.number).collect();
        let expected: Vec<u32> = (1..=u32::try_from(editions.len()).unwrap()).collect();
        assert_eq!(numbers, expected, "round {round}: numbers without gaps");
        let at = |number: u32| &editions[usize::try_from(number).unwrap() - 1];
        for (number, note) in &*promised.editions.lock().unwrap() {
            assert_eq!(&at(*number).note.vi, note, "round {round}: edition {number}");
        }
        for (number, of) in &*promised.restored.lock().unwrap() {
            assert_eq!(at(*number).restores, Some(*of), "round {round}: edition {number}");
            assert_eq!(at(*number).fingerprint, at(*of).fingerprint);
        }
        let uploads = promised.uploads.lock().unwrap().clone();
        for id in uploads {
            let draft = store.draft(&id).await.unwrap();
            let upload = draft.upload.expect("the file of a draft");
            assert!(!store.upload_bytes(&upload).await.unwrap().is_empty());
        }
        let all = DraftFilter {
            limit: 10_000,
            ..DraftFilter::default()
        };
        for draft in store.drafts(&all).await.unwrap() {
            let made = editions.iter().find(|e| e.draft.as_deref() == Some(&draft.id));
            assert_eq!(
                draft.state == DraftState::Published,
                made.is_some(),
                "round {round}: {draft:?}"
            );
            assert_eq!(draft.edition, made.map(|e| e.number));
        }
        let uploaded = editions.iter().filter(|e| e.kind == EditionKind::Upload);
        assert!(uploaded.clone().all(|e| e.draft.is_some() && e.upload.is_some()));
        let faults = store.verify().await.unwrap();
        assert!(faults.iter().all(|f| !f.is_damage()), "round {round}: {faults:?}");
        store.close().await;
    });
}

struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(place: &Place) -> Self {
        let mut child = place
            .command(&["serve", "--addr", "127.0.0.1:0", "--log", "error"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap())
            .read_line(&mut line)
            .unwrap();
        let address = line.trim().rsplit_once("http://").expect("an address").1.to_owned();
        Self { child, address }
    }
}

/// Uploads, publishes and undoes until the program is killed; notes what it was told is done.
fn work(address: &str, token: &str, promised: &Promised, scores: &AtomicU32, stop: &AtomicBool) {
    while !stop.load(Ordering::Relaxed) {
        let score = scores.fetch_add(1, Ordering::Relaxed);
        // One after another ends with the program: then there is no answer.
        if cycle(address, token, promised, score).is_none() {
            thread::sleep(Duration::from_millis(5));
        }
    }
}

fn cycle(address: &str, token: &str, promised: &Promised, score: u32) -> Option<()> {
    let ask = |uri: &str, kind: &str, body: &[u8]| post(address, token, uri, kind, body);
    let table = ha_noi(&format!("{},{:02}", 40 + score / 100 % 50, score % 100));
    let uri = format!("/api/v1/uploads?name=pci.csv&indicator=pci&year=2016&source={SOURCE}");
    let (status, _, body) = ask(&uri, "text/csv", table.as_bytes())?;
    let draft: Value = serde_json::from_str(&body).ok()?;
    assert_eq!(status, 201, "{draft}");
    let id = draft["id"].as_str().unwrap().to_owned();
    promised.uploads.lock().unwrap().push(id.clone());

    let note = format!("round {score}");
    let mut fields = json!({ "revision": draft["revision"], "base": draft["base"], "note": note });
    for issue in draft["issues"].as_array().unwrap() {
        if issue["severity"] == "warning" {
            fields[format!("reason.{}", issue["code"].as_str().unwrap())] = "checked".into();
        }
    }
    let uri = format!("/api/v1/drafts/{id}/publish");
    let (status, _, body) = ask(&uri, "application/json", fields.to_string().as_bytes())?;
    let edition: Value = serde_json::from_str(&body).ok()?;
    assert_eq!(status, 200, "{edition}");
    let number = u32::try_from(edition["number"].as_u64().unwrap()).unwrap();
    promised.editions.lock().unwrap().push((number, note));

    let of = number - 1;
    let uri = format!("/vi/desk/editions/{of}/restore");
    let (status, head, _) = ask(&uri, "application/x-www-form-urlencoded", b"note=again")?;
    assert_eq!(status, 303, "{head}");
    let done = head.lines().find_map(|l| l.strip_prefix("location: ")).unwrap();
    let (_, number) = done.rsplit_once(':').unwrap();
    promised
        .restored
        .lock()
        .unwrap()
        .push((number.trim().parse().unwrap(), of));
    Some(())
}

/// Status, head and body of an answer that came whole; nothing else is a promise.
fn post(address: &str, token: &str, uri: &str, kind: &str, body: &[u8]) -> Option<(u16, String, String)> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
    let head = format!(
        "POST {uri} HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {token}\r\nContent-Type: {kind}\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(body).ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    let answer = String::from_utf8(answer).ok()?;
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let length = head.lines().find_map(|l| l.strip_prefix("content-length: "))?;
    (length.trim().parse() == Ok(body.len())).then_some(())?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some((status, head.to_owned(), body.to_owned()))
}
