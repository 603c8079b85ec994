//! Invalid files prevent the start; problems have file, line, column and how to fix them.

use std::path::Path;

use dataset::Files;

fn real_files() -> Files {
    Files::from_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")).unwrap()
}

fn text(files: &Files, path: &str) -> String {
    String::from_utf8(files.get(path).unwrap().to_vec()).unwrap()
}

/// Replaces the first occurrence in a file and returns the error messages.
fn load_error(path: &str, from: &str, to: &str) -> String {
    let mut files = real_files();
    let before = text(&files, path);
    assert!(before.contains(from), "{path} has no `{from}`");
    files.insert(path, before.replacen(from, to, 1).into_bytes());
    dataset::load(&files)
        .expect_err("this should stop the start")
        .to_string()
}

#[test]
fn every_problem_is_reported_with_its_location() {
    let par = "catalogue/indicators/par_index.toml";
    for (path, from, to, expected) in [
        (
            par,
            "kind = \"score\"",
            "kind = \"skore\"",
            &["par_index.toml:", "skore"][..],
        ),
        (par, "order = 2", "order = 2\nordre = 2", &["par_index.toml:", "ordre"]),
        (
            par,
            "id = \"par_index\"",
            "id = \"par\"",
            &["par_index.toml:", "(id)", "`par`", "the name of the file"],
        ),
        (
            par,
            "parent = \"apparatus\"",
            "parent = \"aparatus\"",
            &["(components.parent)", "`aparatus`"],
        ),
        (
            par,
            "decision = \"876/QĐ-BNV\"\ndecided = \"2022-11-10\"",
            "decided = \"2022-13-10\"",
            &["(methods.decided)", "2022-13-10"],
        ),
        (
            "catalogue/provinces.csv",
            "nghe-an,40",
            "nghe an,40",
            &["provinces.csv:", ":1 (id)", "`nghe an`"],
        ),
        (
            "catalogue/provinces.csv",
            "nghe-an,40",
            "nghe-an,4",
            &[":2 (code)", "`4`", "two digits"],
        ),
        (
            "catalogue/province-names.csv",
            "2024-12-31",
            "31/12/2024",
            &["(valid_to)", "31/12/2024"],
        ),
        (
            "catalogue/aliases.csv",
            "alias,province",
            "spelling,province",
            &["aliases.csv:1", "the header"],
        ),
        (
            "bundled/sources.csv",
            ",press,",
            ",newspaper,",
            &["(kind)", "newspaper"],
        ),
        (
            "bundled/pci.csv",
            "overall,ha-noi,2005,,60.3244",
            "overall,ha-noi,2005,,60.32x4",
            &["pci.csv:2:5 (value)", "60.32x4"],
        ),
        (
            "bundled/pci.csv",
            "overall,ha-noi,2005,,60.3244",
            "overall,ha-noi,2005,,160.3244",
            &["(value)", "0 to 100"],
        ),
        (
            "bundled/pci.csv",
            "overall,ha-noi,2005",
            "overall,hanoi,2005",
            &["(province)", "`hanoi`"],
        ),
        (
            "bundled/pci.csv",
            "overall,ha-noi,2005",
            "overal,ha-noi,2005",
            &["(component)", "`overal`"],
        ),
        (
            "bundled/pci.csv",
            "overall,ha-noi,2005",
            "overall,ha-noi,1999",
            &["(year)", "1999"],
        ),
        (
            "bundled/pci.csv",
            "overall,ha-noi,2005,",
            "overall,ha-noi,2005,,",
            &["pci.csv:2", "19 cells", "18 cells"],
        ),
    ] {
        let message = load_error(path, from, to);
        for part in expected {
            assert!(
                message.contains(part),
                "{path}: `{from}` → `{to}`: `{part}` is not in\n{message}"
            );
        }
        assert!(message.contains("To fix:"), "{message}");
    }
}

#[test]
fn a_step_between_methods_without_a_verdict_is_rejected() {
    let message = load_error(
        "catalogue/indicators/sipas.toml",
        "to = 2022\nverdict",
        "to = 2023\nverdict",
    );
    assert!(message.contains("no verdict from 2021 to 2022"), "{message}");
}

#[test]
fn a_weighted_sum_names_exactly_the_domains() {
    for (from, to, expected) in [
        (
            "weights = { entry = 0.5, land = 0.5, transparency = 1.5",
            "weights = { entry = 0.5, transparency = 1.5",
            "no weight of `land`",
        ),
        (
            "weights = { entry = 0.5, land = 0.5, transparency = 1.5",
            "weights = { entry = 0.5, land = 0.5, lnd = 1, transparency = 1.5",
            "`lnd`",
        ),
        (
            "from = 2012\nto = 2012\nkind",
            "from = 2011\nto = 2012\nkind",
            "2011 to 2012 a second time",
        ),
    ] {
        let message = load_error("catalogue/indicators/pci.toml", from, to);
        assert!(message.contains(expected), "{message}");
    }
}

#[test]
fn all_problems_are_reported_at_once() {
    let mut files = real_files();
    let before = text(&files, "bundled/sipas.csv");
    let broken: Vec<String> = before
        .lines()
        .enumerate()
        .map(|(i, line)| {
            if i > 0 {
                line.replacen("overall,", "overal,", 1)
            } else {
                line.to_owned()
            }
        })
        .collect();
    let rows = broken.iter().filter(|line| line.starts_with("overal,")).count();
    files.insert("bundled/sipas.csv", broken.join("\n").into_bytes());
    let error = dataset::load(&files).unwrap_err();
    assert!(rows > 100);
    assert_eq!(error.0.len(), rows);
}

#[test]
fn figures_of_an_unknown_indicator_are_rejected() {
    let mut files = real_files();
    files.insert("bundled/pcci.csv", b"component\n".to_vec());
    let message = dataset::load(&files).unwrap_err().to_string();
    assert!(
        message.contains("bundled/pcci.csv: found figures of `pcci`"),
        "{message}"
    );
}

#[test]
fn missing_files_and_invalid_utf_8_are_reported() {
    let mut files = Files::default();
    files.insert("catalogue/regions.csv", b"\xff\xfe\x00".to_vec());
    let message = dataset::load(&files).unwrap_err().to_string();
    assert!(message.contains("not UTF-8"), "{message}");
    assert!(
        message.contains("catalogue/provinces.csv: found no such file"),
        "{message}"
    );
}
