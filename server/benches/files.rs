//! How long pictures, slides and tables take: each made from the figures, with layout and compression as a
//! reader gets it; and how many requests a second a picture from memory answers over the network.
//!
//! The targets stand beside the numbers; nothing fails when they are missed.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark that cannot run should stop, and it reports by printing"
)]

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Command, Stdio},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode},
};
use http_body_util::BodyExt;
use server::{AppState, Program, Site, router, services::start};
use store::Editions;
use tower::ServiceExt;

const BARS: &str = "rankings/pci/2016/bars";
const BUMP: &str = "rankings/pci/2016/bump";

/// Name, address and what the 95th percentile should stay below, in milliseconds.
fn works() -> Vec<(&'static str, String, f64)> {
    let bars = (2005..=2016).map(|year| (year, "bars"));
    let bumps = (2009..=2016).map(|year| (year, "bump"));
    let twenty: Vec<String> = bars
        .chain(bumps)
        .map(|(year, kind)| format!("c=rankings%2Fpci%2F{year}%2F{kind}"))
        .collect();
    vec![
        ("SVG, bars of 63", format!("/charts/{BARS}.svg?"), 3.0),
        ("SVG, bump of 63", format!("/charts/{BUMP}.svg?"), 3.0),
        (
            "SVG, combined",
            "/charts/provinces/nghe-an/pci/combined.svg?".into(),
            3.0,
        ),
        (
            "PNG 1920x1080, bars",
            format!("/charts/{BARS}.png?size=16x9&scale=2"),
            80.0,
        ),
        (
            "PNG 1920x1080, bump",
            format!("/charts/{BUMP}.png?size=16x9&scale=2"),
            80.0,
        ),
        ("PDF, bars", format!("/charts/{BARS}.pdf?size=a4"), 150.0),
        ("PDF, bump", format!("/charts/{BUMP}.pdf?size=a4"), 150.0),
        ("PPTX, bars", format!("/charts/{BARS}.pptx?"), 20.0),
        ("PPTX, bump", format!("/charts/{BUMP}.pptx?"), 20.0),
        ("XLSX, bars", format!("/charts/{BARS}.xlsx?"), 20.0),
        ("CSV, table", "/charts/rankings/pci/2016/table.csv?".into(), 3.0),
        (
            "deck of 20 charts",
            format!("/decks/custom.pptx?{}", twenty.join("&")),
            300.0,
        ),
        (
            "briefing, province",
            "/vi/provinces/nghe-an/briefing.pdf?".into(),
            150.0,
        ),
        (
            "briefing, region",
            "/vi/regions/dong-bang-song-hong/briefing.pdf?".into(),
            150.0,
        ),
        ("briefing, country", "/vi/briefing.pdf?".into(), 150.0),
        ("deck of a province", "/decks/provinces/nghe-an.pptx?".into(), 300.0),
    ]
}

fn main() {
    let only = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let site = Site::embedded();
    let edition = start::first_edition(None).expect("the figures that ship are right");
    let program = Program::new(Editions::new(edition), site.links().clone());
    let router = router(AppState::new(Arc::new(program), site));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    println!("made from the figures, 60 times each");
    for (name, address, target) in works() {
        if only.as_ref().is_some_and(|only| !name.contains(only.as_str())) {
            continue;
        }
        let mut size = 0;
        let mut times: Vec<Duration> = (0..60)
            .map(|n| {
                // An address that differs each time: nothing comes from memory.
                let address = format!("{address}&n={n}");
                let started = Instant::now();
                size = runtime.block_on(get(&router, &address));
                started.elapsed()
            })
            .collect();
        times.sort();
        let (half, most) = (times[30], times[57]);
        println!("  {name:<22} p50 {half:>9.2?}  p95 {most:>9.2?}  (target {target} ms)  {size} bytes");
    }
    if only.is_none() {
        from_memory();
    }
}

async fn get(router: &Router, address: &str) -> usize {
    let request = Request::builder().uri(address).body(Body::empty()).unwrap();
    let answer = router.clone().oneshot(request).await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK, "{address}");
    answer.into_body().collect().await.unwrap().to_bytes().len()
}

/// A picture over the network, from memory: requests a second, the asking included, on this machine.
fn from_memory() {
    let folder = std::env::temp_dir().join(format!("thuocdo-files-{}", std::process::id()));
    let mut child = Command::new(env!("CARGO_BIN_EXE_thuocdo"))
        .args(["serve", "--addr", "127.0.0.1:0", "--log", "error"])
        .env("THUOCDO_DATA", &folder)
        .env_remove("THUOCDO_DATABASE_URL")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap())
        .read_line(&mut line)
        .unwrap();
    let address = line.trim().rsplit_once("http://").expect("an address").1.to_owned();
    let picture = format!("/charts/{BARS}.svg?edition=1");
    for (what, headers) in [
        ("whole, with brotli", "Accept-Encoding: br\r\n"),
        ("asked again (304)", "If-None-Match: *\r\n"),
    ] {
        let started = Instant::now();
        let counts = thread::scope(|scope| {
            let readers: Vec<_> = (0..4)
                .map(|_| scope.spawn(|| ask(&address, &picture, headers)))
                .collect();
            readers.into_iter().map(|reader| reader.join().unwrap()).sum::<u32>()
        });
        let second = f64::from(counts) / started.elapsed().as_secs_f64();
        println!("a picture from memory, {what}: {second:.0} requests/s (target 20000)");
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let _ = fs::remove_dir_all(folder);
}

/// Requests over one connection for two seconds, sixteen under way at a time; gives how many were answered.
fn ask(address: &str, path: &str, headers: &str) -> u32 {
    const AHEAD: u32 = 16;
    let stream = TcpStream::connect(address).unwrap();
    stream.set_nodelay(true).unwrap();
    let (mut sender, mut answers) = (stream.try_clone().unwrap(), BufReader::with_capacity(1 << 16, stream));
    let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\n{headers}\r\n");
    let batch = request.repeat(AHEAD as usize);
    let begun = Instant::now();
    let mut count = 0;
    let mut body = Vec::new();
    while begun.elapsed() < Duration::from_secs(2) {
        sender.write_all(batch.as_bytes()).unwrap();
        for _ in 0..AHEAD {
            let mut length = 0;
            let mut line = String::new();
            loop {
                line.clear();
                answers.read_line(&mut line).unwrap();
                if let Some(text) = line.strip_prefix("content-length: ") {
                    length = text.trim().parse().unwrap();
                }
                if line == "\r\n" {
                    break;
                }
            }
            body.resize(length, 0);
            answers.read_exact(&mut body).unwrap();
            count += 1;
        }
    }
    count
}
