//! How long readers wait while somebody uploads a table of a million rows, over the network, and what the
//! program takes in memory. `THUOCDO_BENCH_ROWS` takes another number of rows.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark that cannot run should stop, and it reports by printing"
)]

#[path = "../../crates/import/tests/big/mod.rs"]
mod big;

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

use store::{Actor, Location, NewAccount, Role, Store};

const PAGES: [&str; 4] = [
    "/vi/rankings/pci/2016",
    "/vi/provinces/nghe-an",
    "/en/rankings/sipas/2023",
    "/vi",
];
/// So often a reader asks.
const PAUSE: Duration = Duration::from_millis(2);

fn main() {
    let rows = std::env::var("THUOCDO_BENCH_ROWS").map_or(1_000_000, |text| text.parse().expect("a number of rows"));
    let current = server::services::start::first_edition(None).expect("the figures that ship are right");
    let table = big::tidy_csv(&current, rows);
    let source = big::choices().source;
    assert!(source.is_some());
    let folder = std::env::temp_dir().join(format!("thuocdo-readers-{}", std::process::id()));
    let token = token(&folder);
    let (mut server, address) = serve(&folder);
    let quiet = read_for(&address, &AtomicBool::new(false), Some(Duration::from_secs(3)));
    say("nobody uploads", quiet);
    for part in ["a table is uploaded", "the same again"] {
        let done = AtomicBool::new(false);
        let (waits, took) = thread::scope(|scope| {
            let reader = scope.spawn(|| read_for(&address, &done, None));
            let started = Instant::now();
            let answer = upload(&address, &token, &table);
            let took = started.elapsed();
            done.store(true, Ordering::Relaxed);
            assert!(
                answer.starts_with("HTTP/1.1 201"),
                "{}",
                answer.lines().next().unwrap_or_default()
            );
            (reader.join().unwrap(), took)
        });
        say(part, waits);
        println!(
            "  {rows} rows, {} MB: {:.2} s from first byte to answer",
            table.len() / 1_000_000,
            took.as_secs_f64()
        );
    }
    println!("  most memory that the program took: {}", peak(&server));
    server.kill().unwrap();
    server.wait().unwrap();
    fs::remove_dir_all(folder).unwrap();
}

fn say(part: &str, mut waits: Vec<Duration>) {
    waits.sort();
    let at = |share: f64| waits[((waits.len() - 1) as f64 * share) as usize];
    println!(
        "{part:<20} {:>6} pages  p50 {:>8.2?}  p99 {:>8.2?}  longest {:>8.2?}",
        waits.len(),
        at(0.5),
        at(0.99),
        at(1.0)
    );
}

fn token(folder: &Path) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let store = Store::open(&Location::Folder(folder.to_owned())).await.unwrap();
        let by = Actor::program("bench");
        let new = NewAccount {
            name: "lan".into(),
            display_name: "Lan".into(),
            password: "no password".into(),
            role: Role::Analyst,
        };
        let account = store.add_account(new, &by).await.unwrap();
        let token = store.add_token(account.id, "bench", &by).await.unwrap();
        store.close().await;
        token.secret
    })
}

fn serve(folder: &Path) -> (Child, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_thuocdo"))
        .args([
            "serve",
            "--addr",
            "127.0.0.1:0",
            "--log",
            "error",
            "--upload-megabytes",
            "200",
        ])
        .env("THUOCDO_DATA", folder)
        .env_remove("THUOCDO_DATABASE_URL")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap())
        .read_line(&mut line)
        .unwrap();
    let address = line.trim().rsplit_once("http://").expect("an address").1.to_owned();
    (child, address)
}

/// One reader, who looks at one page after another over one connection; gives how long each took.
fn read_for(address: &str, done: &AtomicBool, at_most: Option<Duration>) -> Vec<Duration> {
    let begun = Instant::now();
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_nodelay(true).unwrap();
    let mut waits = Vec::new();
    for page in PAGES.iter().cycle() {
        if done.load(Ordering::Relaxed) || at_most.is_some_and(|most| begun.elapsed() > most) {
            break;
        }
        // A query that differs each time: the page is made, not taken from the cache.
        let address = format!("{page}?reader={}", waits.len());
        let asked = Instant::now();
        write!(stream, "GET {address} HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        skip_answer(&mut stream);
        waits.push(asked.elapsed());
        thread::sleep(PAUSE);
    }
    waits
}

fn skip_answer(stream: &mut TcpStream) {
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        if line == "\r\n" {
            break;
        }
        if let Some(text) = line.strip_prefix("content-length: ") {
            length = text.trim().parse().unwrap();
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
}

fn upload(address: &str, token: &str, table: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    let head = format!(
        "POST /api/v1/uploads?name=big.csv&source=s001 HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {token}\r\n\
         Content-Type: text/csv\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        table.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(table).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer[..answer.len().min(2000)]).into_owned()
}

/// As Linux says it; elsewhere nothing is known.
fn peak(server: &Child) -> String {
    let status = fs::read_to_string(format!("/proc/{}/status", server.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or("unknown".to_owned(), |line| line.trim().to_owned())
}
