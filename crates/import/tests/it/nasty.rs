//! Files as offices send them, each with the expected issues and figures.
//!
//! A case is `tests/nasty/NAME.expect` and the file with the same name (or the one that `file = …` names). It begins
//! with the reason for the case and the user's choices, by the names of the form's fields. Then come the issues as
//! `code@cell found`, the number of figures and some figures that matter. `UPDATE_EXPECT=1` writes the actual outcome,
//! but retains the selection of figures: review the difference, because the written outcome must be the correct one.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use domain::{
    Approx, Place,
    upload::{Choices, Entry, Issue, Reading},
};
use spreadsheet::Limits;

use crate::shared::edition;

struct Case {
    name: String,
    /// Everything above the first `[`, verbatim.
    head: String,
    /// The expected outcome.
    body: String,
    /// Figures that matter, as `component place year`.
    keys: Vec<String>,
}

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/nasty")
}

fn cases() -> Vec<Case> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "expect"));
    paths.sort();
    paths.iter().map(|path| case(path)).collect()
}

fn case(path: &Path) -> Case {
    let text = std::fs::read_to_string(path).unwrap();
    let at = text.find("\n[").map_or(text.len(), |at| at + 1);
    let (head, body) = text.split_at(at);
    let figures = body.split_once("[figures").map_or("", |(_, figures)| figures);
    let lines = figures.lines().skip(1).filter_map(|line| line.split_once(" = "));
    let mut keys: Vec<String> = lines.map(|(key, _)| key.to_owned()).collect();
    keys.dedup();
    Case {
        name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
        head: head.to_owned(),
        body: body.to_owned(),
        keys,
    }
}

impl Case {
    /// Returns the fields of the head: choices, `file`, `limits.…`.
    fn fields(&self) -> Vec<(&str, &str)> {
        let lines = self.head.lines().filter(|line| !line.starts_with('#'));
        lines
            .filter_map(|line| line.split_once('='))
            .map(|(name, value)| (name.trim(), value.trim()))
            .collect()
    }

    fn field(&self, name: &str) -> Option<&str> {
        self.fields()
            .into_iter()
            .find(|(field, _)| *field == name)
            .map(|(_, value)| value)
    }

    fn file(&self) -> PathBuf {
        if let Some(name) = self.field("file") {
            return folder().join(name);
        }
        let has_name = |path: &PathBuf| path.file_stem().is_some_and(|stem| *stem == *self.name);
        let all = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
        let mut files = all
            .filter(has_name)
            .filter(|path| path.extension().is_some_and(|ending| ending != "expect"));
        files.next().unwrap_or_else(|| panic!("{} has no file", self.name))
    }

    fn limits(&self) -> Limits {
        let number = |name: &str| self.field(name).map(|value| value.parse::<u32>().unwrap());
        let usual = Limits::default();
        Limits {
            bytes: number("limits.bytes").map_or(usual.bytes, u64::from),
            rows: number("limits.rows").unwrap_or(usual.rows),
            cells: number("limits.cells").map_or(usual.cells, u64::from),
        }
    }

    fn outcome(&self) -> String {
        let fields = self.fields();
        let form = fields
            .iter()
            .filter(|(name, _)| *name != "file" && !name.starts_with("limits."));
        let choices = Choices::from_pairs(form.copied()).unwrap();
        let path = self.file();
        let bytes = std::fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        match spreadsheet::open(&bytes, name, &choices, &self.limits()) {
            Err(issues) => format!("[issues]\n{}\n[figures none: not opened]\n", lines(&issues)),
            Ok(workbook) => self.outcome_text(&import::read(&workbook, &choices, edition())),
        }
    }

    fn outcome_text(&self, reading: &Reading) -> String {
        let state = if reading.publishable() {
            "publishable"
        } else {
            "blocked"
        };
        let mut text = format!(
            "[issues]\n{}\n[figures {}, {state}]\n",
            lines(&reading.issues),
            reading.entries.len()
        );
        let figures: Vec<(String, String)> = reading.entries.iter().map(|entry| figure(reading, entry)).collect();
        let some = [0, figures.len() / 2, figures.len().saturating_sub(1)];
        let mut keys: Vec<String> = some
            .iter()
            .filter_map(|at| figures.get(*at))
            .map(|(key, _)| key.clone())
            .collect();
        keys.dedup();
        for key in if self.keys.is_empty() { &keys } else { &self.keys } {
            let mut values = figures.iter().filter(|(other, _)| other == key).peekable();
            if values.peek().is_none() {
                writeln!(text, "{key} = not read").unwrap();
            }
            for (_, value) in values {
                writeln!(text, "{key} = {value}").unwrap();
            }
        }
        text
    }
}

fn lines(issues: &[Issue]) -> String {
    let mut text = String::new();
    for issue in issues {
        let sheet = match issue.at.sheet {
            0 => String::new(),
            sheet => format!("{}!", sheet + 1),
        };
        let found = issue
            .found
            .escape_debug()
            .to_string()
            .replace("\\'", "'")
            .replace("\\\"", "\"");
        let line = format!("{}@{sheet}{} {found}", issue.kind.code(), issue.at.name());
        writeln!(text, "{}", line.trim_end()).unwrap();
    }
    text
}

/// Returns a figure's key and its claim in the file.
fn figure(reading: &Reading, entry: &Entry) -> (String, String) {
    let catalogue = &edition().catalogue;
    let indicator = catalogue.indicator(entry.key.indicator);
    let place = match entry.key.place {
        Place::Nation => "vn".to_owned(),
        Place::Region(id) => format!("region:{}", catalogue.provinces.region(id).slug),
        Place::Province(id) => catalogue.provinces.get(id).slug.clone(),
    };
    let mut key = format!("{} {place}", indicator.component(entry.key.component).slug);
    if reading.indicator.is_none() {
        key = format!("{} {key}", indicator.slug);
    }
    if let Some(year) = entry.key.year {
        write!(key, " {year}").unwrap();
    }
    if let Some(moment) = entry.key.as_of {
        write!(key, " @{moment}").unwrap();
    }
    let claim = &entry.claim;
    let mut parts: Vec<String> = Vec::new();
    if let Some(value) = claim.value {
        let word = match value.approx {
            None => "",
            Some(Approx::About) => "about ",
            Some(Approx::Over) => "over ",
            Some(Approx::Under) => "under ",
        };
        parts.push(format!("{word}{:.*}", usize::from(value.digits), value.value));
    }
    parts.extend(claim.of.map(|of| format!("of {of}")));
    let of = claim.rank_of.map(|of| format!("/{of}")).unwrap_or_default();
    parts.extend(claim.rank.map(|rank| format!("rank {rank}{of}")));
    parts.extend(claim.tier.as_ref().map(|tier| format!("tier {tier}")));
    parts.extend(claim.missing.map(|why| format!("missing {}", why.code())));
    (key, parts.join(" "))
}

#[test]
fn every_nasty_file_has_the_expected_outcome() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let only = std::env::var("NASTY").unwrap_or_default();
    let cases = cases();
    assert!(cases.len() >= 60, "{} cases", cases.len());
    let mut wrong = String::new();
    let mut failed = 0;
    for case in cases.iter().filter(|case| case.name.contains(&only)) {
        let outcome = case.outcome();
        if outcome == case.body {
            continue;
        }
        failed += 1;
        if update {
            let path = folder().join(format!("{}.expect", case.name));
            std::fs::write(path, format!("{}{outcome}", case.head)).unwrap();
        }
        writeln!(wrong, "\n== {}\n{}", case.name, case.head.trim_end()).unwrap();
        write_difference(&mut wrong, &case.body, &outcome);
    }
    assert!(
        update || wrong.is_empty(),
        "{failed} of {} cases differ (- expected, + found):\n{wrong}",
        cases.len()
    );
}

/// Lists the lines that only one side has, in order, among those that both have.
fn write_difference(out: &mut String, expected: &str, found: &str) {
    let (a, b): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    let mut at = 0;
    for line in &a {
        match b[at..].iter().position(|other| other == line) {
            Some(more) => {
                for line in &b[at..at + more] {
                    writeln!(out, "+ {line}").unwrap();
                }
                at += more + 1;
                writeln!(out, "  {line}").unwrap();
            }
            None => writeln!(out, "- {line}").unwrap(),
        }
    }
    for line in &b[at..] {
        writeln!(out, "+ {line}").unwrap();
    }
}
