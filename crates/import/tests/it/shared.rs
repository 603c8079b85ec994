//! The real data files, as bytes and as an edition.

use std::{
    path::{Path, PathBuf},
    sync::OnceLock,
};

use dataset::Files;
use domain::{
    Claim, Date, Edition, Figure, FigureKey, IndicatorId, Snapshot, SourceKind, Text,
    upload::{Arg, CellRef, Choices, Entry, Issue, NewSource, Reading, SourceChoice},
};
use import::DataFiles;

pub(crate) fn data_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")
}

/// The data files of the first edition.
pub(crate) fn data_files() -> &'static DataFiles {
    static FILES: OnceLock<DataFiles> = OnceLock::new();
    FILES.get_or_init(|| {
        let mut files = DataFiles::new();
        for folder in ["catalogue", "catalogue/indicators", "bundled"] {
            for entry in std::fs::read_dir(data_folder().join(folder)).unwrap() {
                let path = entry.unwrap().path();
                let ending = path.extension().and_then(|e| e.to_str());
                if matches!(ending, Some("csv" | "toml")) {
                    let name = path.file_name().unwrap().to_str().unwrap();
                    files.insert(format!("{folder}/{name}"), std::fs::read(&path).unwrap());
                }
            }
        }
        files
    })
}

/// Returns the edition loaded from data files.
pub(crate) fn edition_of(files: &DataFiles) -> Snapshot {
    let mut all = Files::default();
    for (path, bytes) in files {
        all.insert(path.clone(), bytes.clone());
    }
    let loaded = dataset::load(&all).unwrap_or_else(|error| panic!("{error}"));
    let edition = Edition {
        number: 1,
        published: Date::new(2026, 11, 21).unwrap(),
        note: Text::default(),
        rows: loaded.rows,
    };
    loaded.snapshot(edition).unwrap()
}

/// Returns the first edition.
pub(crate) fn edition() -> &'static Snapshot {
    static EDITION: OnceLock<Snapshot> = OnceLock::new();
    EDITION.get_or_init(|| edition_of(data_files()))
}

/// Returns the first edition's files without PCI of 2017 to 2019: years are missing between two methods.
pub(crate) fn gap_files() -> &'static DataFiles {
    static FILES: OnceLock<DataFiles> = OnceLock::new();
    FILES.get_or_init(|| {
        let mut files = data_files().clone();
        for (path, change) in [
            ("catalogue/indicators/pci.toml", gap_in_methods as fn(&str) -> String),
            ("bundled/pci.csv", gap_in_figures),
        ] {
            let text = String::from_utf8(files[path].clone()).unwrap();
            files.insert(path.to_owned(), change(&text).into_bytes());
        }
        files
    })
}

fn gap_in_methods(toml: &str) -> String {
    let cut = |text: &str, from: &str, to: &str, instead: &str| {
        let start = text.find(from).unwrap();
        let end = start + text[start..].find(to).unwrap();
        format!("{}{instead}{}", &text[..start], &text[end..])
    };
    let verdict = "[[verdicts]]\nfrom = 2016\nto = 2020\nverdict = \"unclear\"\n\
        reason = { vi = \"Không có số liệu 2017-2019.\", en = \"There are no figures for 2017-2019.\" }\n\n";
    let methods = cut(toml, "[[methods]]\nid = \"2017\"", "[[methods]]\nid = \"2020\"", "");
    let verdicts = cut(
        &methods,
        "[[verdicts]]\nfrom = 2016\nto = 2017",
        "[[verdicts]]\nfrom = 2020\nto = 2021",
        verdict,
    );
    verdicts
        .replacen("from = 2013\nto = 2020\n", "from = 2013\nto = 2016\n", 1)
        .replacen("from = 2013\nto = 2019\n", "from = 2013\nto = 2016\n", 1)
}

fn gap_in_figures(csv: &str) -> String {
    let in_gap = |line: &&str| {
        let cells: Vec<&str> = line.splitn(4, ',').collect();
        matches!(cells[2], "2017" | "2018" | "2019") || (cells[0], cells[2]) == ("bias", "2020")
    };
    let lines = csv.lines().filter(|line| !in_gap(line));
    lines.map(|line| format!("{line}\n")).collect()
}

/// Returns the edition loaded from [`gap_files`].
pub(crate) fn gap() -> &'static Snapshot {
    static EDITION: OnceLock<Snapshot> = OnceLock::new();
    EDITION.get_or_init(|| edition_of(gap_files()))
}

/// Returns the catalogue and sources without any figure.
pub(crate) fn empty_files() -> DataFiles {
    let is_figures =
        |path: &str| path.starts_with("bundled/") && path != "bundled/sources.csv" && path != "bundled/left-out.csv";
    let files = data_files().iter().filter(|(path, _)| !is_figures(path));
    files.map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
}

pub(crate) fn indicator(slug: &str) -> IndicatorId {
    edition().catalogue.indicator_by_slug(slug).unwrap()
}

/// Returns a reading whose entries are these figures, in this order, one per row.
pub(crate) fn reading_of<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Reading {
    let mut reading = Reading::default();
    for figure in figures {
        for claim in &figure.claims {
            add(&mut reading, figure.key, claim.clone());
        }
    }
    reading
}

pub(crate) fn add(reading: &mut Reading, key: FigureKey, claim: Claim) {
    let at = CellRef {
        sheet: 0,
        row: u32::try_from(reading.entries.len()).unwrap() + 2,
        column: 5,
    };
    reading.entries.push(Entry { key, claim, at });
}

/// Returns the choice of a source that the catalogue does not have.
pub(crate) fn new_source(title: &str) -> Option<SourceChoice> {
    Some(SourceChoice::New(NewSource {
        title: title.to_owned(),
        publisher: "VCCI".to_owned(),
        url: "https://pcivietnam.vn/".to_owned(),
        published: "2018-03-22".to_owned(),
        kind: SourceKind::Publisher,
    }))
}

pub(crate) fn choices() -> Choices {
    Choices {
        source: new_source("PCI 2017: bảng tổng hợp"),
        ..Choices::default()
    }
}

/// Returns an issue in one line: code, cell, what was found, arguments.
pub(crate) fn line(issue: &Issue) -> String {
    let args: Vec<String> = issue.args.iter().map(arg).collect();
    let mut line = format!("{}@{} {}", issue.kind.code(), issue.at.name(), issue.found);
    if !args.is_empty() {
        line = format!("{} [{}]", line.trim_end(), args.join("; "));
    }
    line.trim_end().to_owned()
}

fn arg(arg: &Arg) -> String {
    match arg {
        Arg::Text(text) => text.to_string(),
        Arg::Both(text) => text.vi.clone(),
        Arg::Number(value, digits) => format!("{value:.*}", usize::from(*digits)),
        Arg::Year(year) => year.to_string(),
        Arg::Row(row) => row.to_string(),
    }
}
