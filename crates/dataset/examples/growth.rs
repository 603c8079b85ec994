//! Measures how loading grows with the number of figures: the bundled ones, and as many generated ones as asked for,
//! of the 63 provinces or of a larger number of units, for which no ranks are published.
//! `cargo run --release -p dataset --example growth -- 2000000 [UNITS]` prints times and the peak of memory, then how long
//! the tables take one after the other, as `domain` specifies them.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement may panic on errors and prints its results"
)]

use std::{
    fmt::{self, Write as _},
    path::Path,
    time::Instant,
};

use dataset::Files;
use domain::{Date, Edition, Snapshot, Text};

const COMPONENTS: usize = 40;
const YEARS: std::ops::RangeInclusive<i32> = 1995..=2024;

fn main() {
    let mut arguments = std::env::args().skip(1).map(|text| text.parse::<usize>().unwrap());
    let figures = arguments.next().unwrap_or(0);
    let units = arguments.next();
    let files = files(figures, units);
    for round in 1..=2 {
        let started = Clock::start();
        let loaded = dataset::load(&files).unwrap();
        let read = started.elapsed();
        let rows = loaded.rows;
        let edition = Edition {
            number: 1,
            published: Date::new(2026, 11, 30).unwrap(),
            note: Text::default(),
            rows,
        };
        let started = Clock::start();
        let snapshot = loaded.snapshot(edition).unwrap();
        println!(
            "round {round}: {rows} rows, {} figures, {} tables: files {read}, tables {}, peak {}",
            snapshot.figures.len(),
            snapshot.all_tables().len(),
            started.elapsed(),
            peak()
        );
        if round == 2 {
            let (edition, catalogue, figures) = (snapshot.edition, snapshot.catalogue, snapshot.figures);
            let started = Clock::start();
            let specified = Snapshot::new(edition, catalogue, figures);
            println!(
                "one after the other: {} tables {}",
                specified.all_tables().len(),
                started.elapsed()
            );
        }
    }
}

/// Time and CPU time of all threads, which other programs on the machine do not change.
struct Clock {
    started: Instant,
    cpu: f64,
}

struct Elapsed {
    seconds: f64,
    cpu: f64,
}

impl Clock {
    fn start() -> Self {
        Self {
            started: Instant::now(),
            cpu: cpu(),
        }
    }

    fn elapsed(&self) -> Elapsed {
        Elapsed {
            seconds: self.started.elapsed().as_secs_f64(),
            cpu: cpu() - self.cpu,
        }
    }
}

impl fmt::Display for Elapsed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2} s (CPU {:.2} s)", self.seconds, self.cpu)
    }
}

/// Seconds of CPU time, as Linux counts them in hundredths.
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let times = after_name.split_whitespace().skip(11).take(2);
    times.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// The bundled files; with figures, those of generated indicators in place of the published ones.
fn files(figures: usize, units: Option<usize>) -> Files {
    let all = Files::from_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")).unwrap();
    if figures == 0 {
        return all;
    }
    let indicators = all.iter().filter(|(path, _)| path.starts_with("catalogue/indicators/"));
    let slugs: Vec<&str> = indicators
        .filter_map(|(path, _)| path.strip_prefix("catalogue/indicators/")?.strip_suffix(".toml"))
        .collect();
    let published =
        |path: &str| path == "catalogue/tiles.csv" || slugs.iter().any(|slug| path.ends_with(&format!("/{slug}.csv")));
    let kept = all
        .iter()
        .filter(|(path, _)| !path.contains("/indicators/") && !published(path));
    let mut files: Files = kept.map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect();
    let units = add_units(&mut files, units);
    let mut random = 42;
    let mut left = figures;
    for number in 0.. {
        if left == 0 {
            break;
        }
        let (text, rows) = table(&units, left, &mut random);
        left -= rows;
        files.insert(format!("bundled/g{number:03}.csv"), text.into_bytes());
        files.insert(
            format!("catalogue/indicators/g{number:03}.toml"),
            indicator(number).into_bytes(),
        );
    }
    files
}

/// Returns the units of the list of 63; beyond these, adds the number asked for.
fn add_units(files: &mut Files, units: Option<usize>) -> Vec<String> {
    let path = "catalogue/provinces.csv";
    let mut text = String::from_utf8(files.get(path).unwrap().to_vec()).unwrap();
    let of_63 = |line: &&str| matches!(line.split(',').nth(2), Some("63" | "both")) && !line.contains("2008-");
    let mut slugs: Vec<String> = text
        .lines()
        .filter(of_63)
        .map(|line| line.split(',').next().unwrap().to_owned())
        .collect();
    for number in slugs.len()..units.unwrap_or(0) {
        writeln!(
            text,
            "u{number},01,63,province,Đơn vị {number},Unit {number},,,,dong-bang-song-hong"
        )
        .unwrap();
        slugs.push(format!("u{number}"));
    }
    files.insert(path, text.into_bytes());
    slugs
}

/// Returns at most `limit` rows; each twentieth figure has a second source.
fn table(units: &[String], limit: usize, random: &mut u64) -> (String, usize) {
    let mut text = domain::FIGURE_COLUMNS.join(",") + "\n";
    let mut rows = 0;
    for component in 0..COMPONENTS {
        for year in YEARS {
            for unit in units {
                if rows == limit {
                    return (text, rows);
                }
                let n = next(random);
                let value = format!("{}.{:02}", n % 80 + 10, n / 80 % 100);
                let rank = if component == 0 && units.len() < 100 {
                    (n % 63 + 1).to_string()
                } else {
                    String::new()
                };
                writeln!(
                    text,
                    "c{component},{unit},{year},,{value},,{rank},,,,,,,,s181,generated.csv:{rows},,"
                )
                .unwrap();
                rows += 1;
                if n.is_multiple_of(20) && rows < limit {
                    let value = if n.is_multiple_of(60) { "50.00" } else { &value };
                    writeln!(
                        text,
                        "c{component},{unit},{year},,{value},,,,,,,,,,s182,generated.csv:{rows},,"
                    )
                    .unwrap();
                    rows += 1;
                }
            }
        }
    }
    (text, rows)
}

/// A generator of fixed numbers (xorshift): the same files in each run.
fn next(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

fn indicator(number: usize) -> String {
    let both = "{ vi = \"Sinh ra\", en = \"Generated\" }";
    let ranks = ["published_or_computed", "groups", "published"][number % 3];
    let mut text = format!(
        "id = \"g{number:03}\"\norder = {}\nkind = \"score\"\nunit = \"point\"\nscale = [0, 100]\ndirection = \"higher\"\n\
         decimals = 2\nranks = \"{ranks}\"\ntotal = \"c0\"\naliases = []\nname = {both}\nshort = {both}\n\
         description = {both}\npublisher = {both}\nlicence = {both}\ncitation = {both}\n",
        100 + number
    );
    for component in 0..COMPONENTS {
        write!(text, "[[components]]\nid = \"c{component}\"\nname = {both}\n").unwrap();
    }
    let (from, to) = YEARS.into_inner();
    write!(
        text,
        "[[methods]]\nid = \"all\"\nfrom = {from}\nto = {to}\nname = {both}\nsummary = {both}\n"
    )
    .unwrap();
    text
}

/// Returns the highest use of memory so far, as Linux counts it.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "unknown".to_owned(), |line| line.trim().to_owned())
}
