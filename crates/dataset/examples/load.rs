//! Loads a folder of data files twice and prints the time of each step, of all threads' processor time, and the highest
//! use of memory; then how long the tables take one after the other, as `domain` specifies them:
//! `cargo run --release -p dataset --example load -- FOLDER`. `synthetic_country` makes folders of any size.

#![expect(clippy::print_stdout, reason = "a measurement prints its results")]

use std::{error::Error, fmt, path::Path, time::Instant};

use dataset::Files;
use domain::{Edition, Snapshot, Text};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: load FOLDER")?;
    for round in 1..=2 {
        let started = Clock::start();
        let files = Files::from_folder(Path::new(&folder))?;
        println!("round {round}: reading the files    {started}");
        let started = Clock::start();
        let loaded = dataset::load(&files)?;
        println!("round {round}: figures, all checks  {started}");
        drop(files);
        let edition = Edition {
            number: 1,
            published: "2026-01-01".parse()?,
            note: Text::default(),
            rows: loaded.rows,
        };
        let started = Clock::start();
        let snapshot = loaded.snapshot(edition)?;
        println!("round {round}: tables               {started}");
        if round == 2 {
            let count = (snapshot.figures.len(), snapshot.all_tables().len());
            println!("{} figures, {} tables, memory at most {}", count.0, count.1, peak());
            let (edition, catalogue, figures) = (snapshot.edition, snapshot.catalogue, snapshot.figures);
            let started = Clock::start();
            drop(Snapshot::new(edition, catalogue, figures));
            println!("tables one after the other    {started}");
        }
    }
    Ok(())
}

/// Time, and processor time of all threads, which other programs on the machine do not change.
struct Clock {
    started: Instant,
    processor: f64,
}

impl Clock {
    fn start() -> Self {
        Self {
            started: Instant::now(),
            processor: processor(),
        }
    }
}

impl fmt::Display for Clock {
    /// Writes the time since the start.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (elapsed, processor) = (self.started.elapsed().as_secs_f64(), processor() - self.processor);
        write!(f, "{elapsed:.2} s (processor {processor:.2} s)")
    }
}

/// Seconds of processor time, as Linux counts them in hundredths.
fn processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let times = after_name.split_whitespace().skip(11).take(2);
    times.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// The highest use of memory so far, as Linux counts it.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "unknown".to_owned(), |line| line.trim().to_owned())
}
