//! Loads a folder of data files as the program does and prints how long each step takes and the memory of all:
//! `cargo run --release -p dataset --example load -- FOLDER`.

#![expect(clippy::print_stdout, reason = "it reports by printing")]

use std::{error::Error, fs, path::Path, time::Instant};

use domain::{Edition, Text};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: load FOLDER")?;
    let mut started = Instant::now();
    let mut step = |name: &str| {
        println!("{name:<28} {:>7.0?}   memory {}", started.elapsed(), memory());
        started = Instant::now();
    };
    let files = dataset::Files::from_folder(Path::new(&folder))?;
    step("reading the files");
    let loaded = dataset::load(&files)?;
    step("figures, with all checks");
    drop(files);
    let edition = Edition {
        number: 1,
        published: "2026-01-01".parse()?,
        note: Text::new("", ""),
        rows: loaded.rows,
    };
    let snapshot = loaded.snapshot(edition)?;
    step("tables, ranks, changes");
    println!(
        "{} figures, {} tables",
        snapshot.figures.len(),
        snapshot.all_tables().len()
    );
    Ok(())
}

/// The memory that the process takes now, and the most that it took, as Linux counts it.
fn memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name));
        line.map(|line| line[name.len()..].trim().to_owned())
            .unwrap_or_default()
    };
    format!("{}, at most {}", line("VmRSS:"), line("VmHWM:"))
}
