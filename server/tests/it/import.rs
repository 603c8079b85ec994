//! `thuocdo import` and `thuocdo export` as processes.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output},
};

use crate::{
    office::Folder,
    tables::{SOURCE, ha_noi, pci, same},
};

pub(crate) struct Place {
    folder: Folder,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self { folder: Folder::new() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.0.join(name)
    }

    pub(crate) fn has_data(&self) -> bool {
        self.path("data").exists()
    }

    pub(crate) fn file(&self, name: &str, text: &str) -> String {
        fs::write(self.path(name), text).unwrap();
        self.path(name).to_str().unwrap().to_owned()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_thuocdo"));
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("THUOCDO_")) {
            command.env_remove(name);
        }
        let Output { status, stdout, stderr } = command
            .args(arguments)
            .env("THUOCDO_DATA", self.path("data"))
            .output()
            .unwrap();
        (status.code(), String::from_utf8([stdout, stderr].concat()).unwrap())
    }
}

/// A reason for every kind of warning.
pub(crate) fn reasons() -> Vec<String> {
    let warning = |k: &&domain::upload::IssueKind| k.severity() == domain::upload::Severity::Warning;
    domain::upload::IssueKind::ALL
        .iter()
        .filter(warning)
        .map(|k| format!("--reason={}=checked", k.code()))
        .collect()
}

#[test]
fn a_dry_run_says_everything_and_writes_nothing() {
    let place = Place::new();
    let wrong = pci(|name, score| match name {
        "Hà Nội" => same(name, "sáu mươi"),
        "Đà Nẵng" => same("Đà Nẳngg", score),
        _ => same(name, score),
    });
    let file = place.file("pci 2016.csv", &wrong);
    let (code, said) = place.run(&["import", &file, "--dry-run", "--source", SOURCE]);
    assert_eq!(code, Some(1), "{said}");
    for word in ["pci 2016.csv", "sáu mươi", "Đà Nẳngg", "[not-a-number]", "PCI 2016"] {
        assert!(said.contains(word), "{word}: {said}");
    }
    assert!(!place.path("data").exists(), "nothing was written");
    let good = place.file("b.csv", &ha_noi("71,25"));
    let reasons = reasons();
    let mut arguments = vec!["import", &good, "--dry-run", "--source", SOURCE, "--lang", "en"];
    arguments.extend(reasons.iter().map(String::as_str));
    let (code, said) = place.run(&arguments);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("Against edition 1") && said.contains("71.25") && said.contains("Nothing was written"),
        "{said}"
    );
    assert!(!place.path("data").exists());
}

#[test]
fn a_draft_an_edition_and_an_export() {
    let place = Place::new();
    let file = place.file("a.csv", &ha_noi("71,25"));
    let (code, said) = place.run(&["import", &file, "--source", SOURCE]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("/vi/desk/drafts/"), "{said}");
    let reasons = reasons();
    let mut arguments = vec![
        "import",
        &file,
        "--source",
        SOURCE,
        "--publish",
        "--as",
        "Lan",
        "--note",
        "PCI",
    ];
    arguments.extend(reasons.iter().map(String::as_str));
    let (code, said) = place.run(&arguments);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("Đã công bố bản dữ liệu 2") && said.contains("đã được tải lên trước đây"),
        "{said}"
    );
    let (code, said) = place.run(&arguments);
    assert_eq!(code, Some(1), "nothing changes a second time: {said}");
    let (code, said) = place.run(&["verify"]);
    assert_eq!(code, Some(0), "{said}");
    for (ending, edition) in [("csv", "2"), ("json", "1"), ("xlsx", "2"), ("parquet", "2")] {
        let out = place.path(&format!("out.{ending}"));
        let (code, said) = place.run(&["export", out.to_str().unwrap(), "--edition", edition]);
        assert_eq!(code, Some(0), "{said}");
        assert!(fs::metadata(&out).unwrap().len() > 10_000, "{ending}");
        let (code, _) = place.run(&["export", out.to_str().unwrap()]);
        assert_eq!(code, Some(2), "a file is never written over");
    }
    let text = fs::read_to_string(place.path("out.csv")).unwrap();
    assert!(text.contains("71.25"));
}

#[test]
fn wrong_use_and_trouble_have_codes_of_their_own() {
    let place = Place::new();
    let file = place.file("a.csv", "a,b");
    for wrong in [
        &["import"][..],
        &["import", "none.csv"],
        &["import", &file, "--mode", "delete"],
        &["import", &file, "--reason", "nonsense=x"],
        &["import", &file, "--year", "x"],
        &["import", &file, "--dry-run", "--publish"],
        &["export", "x.doc"],
    ] {
        let (code, said) = place.run(wrong);
        assert_eq!(code, Some(2), "{wrong:?}: {said}");
    }
    fs::write(place.path("data"), "no folder").unwrap();
    let (code, said) = place.run(&["import", &file]);
    assert_eq!(code, Some(3), "{said}");
}
