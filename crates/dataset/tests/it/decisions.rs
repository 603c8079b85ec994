//! Tests of `bundled/decisions.csv`: an editor's choice between conflicting sources.

use std::path::Path;

use dataset::{Files, LoadError, Loaded};
use domain::{DECISION_COLUMNS, Observation};

/// Two sources disagree on PAR INDEX of Hải Phòng in 2023.
const FIGURE: &str = "par_index,overall,hai-phong-63,2023,,63";

fn load(rows: &[String]) -> Result<Loaded, LoadError> {
    let mut files = Files::from_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")).unwrap();
    let text = [DECISION_COLUMNS.join(",")]
        .iter()
        .chain(rows)
        .fold(String::new(), |text, row| text + row + "\n");
    files.insert("bundled/decisions.csv", text.into_bytes());
    dataset::load(&files)
}

/// Returns source, value and rank of each row of the figure.
fn rows() -> Vec<[String; 3]> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/bundled/par_index.csv");
    let text = std::fs::read_to_string(path).unwrap();
    let of_figure = text
        .lines()
        .filter(|line| line.starts_with("overall,hai-phong-63,2023,,"));
    let cells = of_figure.map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        [cells[14], cells[4], cells[6]].map(str::to_owned)
    });
    cells.collect()
}

fn decision([source, value, rank]: &[String; 3]) -> String {
    format!("{FIGURE},{source},{value},{rank},Lý do,Reason")
}

#[test]
fn the_chosen_row_becomes_the_figure() {
    let all = rows();
    assert!(all.len() >= 2, "{all:?}");
    let without = load(&[]).unwrap();
    for row in all.iter().filter(|[_, value, _]| !value.is_empty()) {
        let loaded = load(&[decision(row)]).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(loaded.rows, without.rows, "a decision is no figure");
        let decided: Vec<_> = loaded
            .figures
            .iter()
            .filter(|figure| figure.decision.is_some())
            .collect();
        assert_eq!(decided.len(), 1);
        assert_eq!(decided[0].value.value(), row[1].parse().ok());
        assert_eq!(decided[0].claims.len(), all.len(), "every row stays");
        assert_eq!(decided[0].decision.as_ref().unwrap().reason.en, "Reason");
        let before = without
            .figures
            .iter()
            .find(|figure| figure.key == decided[0].key)
            .unwrap();
        assert!(before.conflicting() || before.value != Observation::Conflict);
    }
}

#[test]
fn invalid_decisions_are_rejected() {
    let all = rows();
    let good = decision(&all[0]);
    let [source, value, rank] = &all[0];
    for (rows, expected) in [
        (vec![good.clone(), good.clone()], "a second decision"),
        (vec![good.replace("2023", "1999")], "a figure that is not there"),
        (vec![good.replace("hai-phong-63", "haiphong")], "`haiphong`"),
        (
            vec![good.replace("par_index,", "par,")],
            "an indicator of the catalogue",
        ),
        (vec![good.replace(",63,", ",65,")], "63 or 34"),
        (vec![format!("{FIGURE},nobody,{value},{rank},Lý do,Reason")], "`nobody`"),
        (
            vec![format!("{FIGURE},{source},1.25,{rank},Lý do,Reason")],
            "with this value and rank",
        ),
        (
            vec![format!("{FIGURE},{source},{value},{rank},Lý do,")],
            "the reason in both",
        ),
        (
            vec!["pci,overall,ha-noi,2016,,63,vcci-pci-2016,60.741,14,Lý do,Reason".to_owned()],
            "sources that agree",
        ),
    ] {
        let Err(error) = load(&rows) else {
            panic!("{rows:?} should stop the start")
        };
        let message = error.to_string();
        assert!(
            message.contains(expected) && message.contains("decisions.csv:"),
            "{rows:?}: {message}"
        );
    }
}
