//! Tests that `data/bundled/README.md` correctly states the destination of every original row and the coverage.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use crate::shared::snapshot;

const README: &str = "bundled/README.md";

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")
}

/// Returns the part of the README between the two comments of this name.
fn block(name: &str) -> String {
    let text = std::fs::read_to_string(data().join(README)).unwrap();
    let (from, to) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let start = text.find(&from).unwrap_or_else(|| panic!("{README} has no {from}")) + from.len();
    let end = text[start..]
        .find(&to)
        .unwrap_or_else(|| panic!("{README} has no {to}"));
    text[start..start + end].to_owned()
}

/// Returns the origins of all rows of a file, from its column `origin`.
fn origins(path: &Path) -> Vec<String> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let at = reader.headers().unwrap().iter().position(|h| h == "origin").unwrap();
    reader.records().map(|row| row.unwrap()[at].to_owned()).collect()
}

/// The destinations of the rows of one original file.
#[derive(Default)]
struct Account {
    lines: BTreeSet<usize>,
    destinations: BTreeMap<String, BTreeSet<usize>>,
    figures: usize,
}

/// Returns every file with rows, by name.
fn destination_files() -> Vec<(String, PathBuf)> {
    let mut all: Vec<(String, PathBuf)> = std::fs::read_dir(data().join("bundled"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "csv"))
        .map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), path))
        .filter(|(name, _)| name != "sources")
        .collect();
    all.push(("populations".to_owned(), data().join("catalogue/populations.csv")));
    all.sort();
    all
}

fn accounts() -> BTreeMap<String, Account> {
    let mut all: BTreeMap<String, Account> = BTreeMap::new();
    for (name, path) in destination_files() {
        for (row, origin) in origins(&path).into_iter().enumerate() {
            let line = origin
                .rsplit_once(':')
                .and_then(|(file, line)| Some((file, line.parse().ok()?)));
            // Rows that were added name the file whose blank cells they fill.
            let (file, line) = line.unwrap_or((origin.as_str(), row));
            let account = all.entry(file.to_owned()).or_default();
            account.lines.insert(line);
            account.destinations.entry(name.clone()).or_default().insert(line);
            account.figures += usize::from(!matches!(name.as_str(), "left-out" | "populations"));
        }
    }
    all
}

#[test]
fn every_original_row_is_accounted_for() {
    let mut table = String::from("| file as handed over | rows | went to (rows) | figures |\n|---|---|---|---|\n");
    let mut sums = [0, 0];
    for (file, account) in accounts() {
        if file.ends_with(".csv") && !file.starts_with("data/") {
            let last = account.lines.iter().next_back().copied().unwrap();
            let all: BTreeSet<usize> = (2..=last).collect();
            assert_eq!(account.lines, all, "{file}: a line between 2 and {last} is missing");
        }
        let mut destinations: Vec<(usize, &str)> = account
            .destinations
            .iter()
            .map(|(n, l)| (l.len(), n.as_str()))
            .collect();
        destinations.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        let destinations: Vec<String> = destinations.iter().map(|(n, name)| format!("`{name}` {n}")).collect();
        let (rows, figures) = (account.lines.len(), account.figures);
        table += &format!("| `{file}` | {rows} | {} | {figures} |\n", destinations.join(", "));
        sums = [sums[0] + rows, sums[1] + figures];
    }
    table += &format!("| total | {} | | {} |\n", sums[0], sums[1]);
    assert_eq!(sums[1], snapshot().edition.rows, "rows of the indicators' files");
    assert!(
        block("accounts") == table,
        "put this between the comments `accounts` of {README}:\n{table}"
    );
}

#[test]
fn the_coverage_report_matches_the_figures() {
    let table = dataset::coverage(&snapshot());
    assert!(
        block("coverage") == table,
        "put the output of `thuocdo coverage data` between the comments `coverage` of {README}:\n{table}"
    );
}
