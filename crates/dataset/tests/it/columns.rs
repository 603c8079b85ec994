//! Holds reading by columns equal to reading cell by cell, and what sources agree on equal to what `domain` decides.

use dataset::Files;
use domain::{FIGURE_COLUMNS, Figure, Observation, PublishedRank};
use proptest::prelude::*;

use crate::shared::files;

/// Files with other line ends are read cell by cell.
fn by_cells(files: &Files) -> Files {
    let with_other_ends = |(path, bytes): (&str, &[u8])| {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let is_csv = path.starts_with("bundled/") && path.ends_with(".csv");
        let text = if is_csv { text.replace('\n', "\r\n") } else { text };
        (path.to_owned(), text.into_bytes())
    };
    files.iter().map(with_other_ends).collect()
}

/// Returns the figures, which both ways of reading find and on which `domain` agrees.
fn checked(files: &Files) -> Vec<Figure> {
    let loaded = dataset::load(files).unwrap_or_else(|error| panic!("{error}"));
    let by_cells = dataset::load(&by_cells(files)).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(loaded.rows, by_cells.rows);
    assert_eq!(loaded.figures.len(), by_cells.figures.len());
    for (by_columns, by_cells) in loaded.figures.iter().zip(&by_cells.figures) {
        assert_eq!(by_columns, by_cells);
        let specified = Figure::new(by_columns.key, by_columns.claims.clone());
        assert_eq!(*by_columns, specified);
    }
    loaded.figures
}

#[test]
fn bundled_files_are_the_same_by_columns_and_by_cells() {
    let figures = checked(&files());
    let several = figures.iter().filter(|figure| figure.claims.len() > 1).count();
    let conflicts = figures.iter().filter(|figure| figure.conflicting()).count();
    assert!(
        several > 500 && conflicts > 10,
        "{several} figures with several sources, {conflicts} conflicts"
    );
}

/// The catalogue, and a file of figures of PCI.
fn with_rows(rows: &[String]) -> Files {
    let needed = |path: &str| !path.contains("populations") && !path.contains("tiles") && !path.starts_with("bundled/");
    let all = files();
    let kept = all.iter().filter(|(path, _)| needed(path));
    let mut files: Files = kept.map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect();
    for path in ["bundled/sources.csv", "bundled/left-out.csv"] {
        files.insert(path, all.get(path).unwrap().to_vec());
    }
    let text = FIGURE_COLUMNS.join(",") + "\n" + &rows.concat();
    files.insert("bundled/pci.csv", text.into_bytes());
    files
}

/// Rows of few figures, so that sources agree, conflict or give nothing. Notes have commas, quotes and line ends.
fn row() -> impl Strategy<Value = String> {
    let value = prop::sample::select(vec!["", "6", "6.3", "6.25", "6.250", "6.2500", "0.5", "-0.0", "6.35"]);
    let approx = prop::sample::select(vec!["", "", "", "about", "under"]);
    let rank = prop::sample::select(vec!["", "", "1", "2", "007"]);
    let rank_of = prop::sample::select(vec!["", "", "34", "63"]);
    let missing = prop::sample::select(vec!["not_found", "not_published", "not_surveyed"]);
    let key = (
        prop::sample::select(vec!["overall", "entry"]),
        prop::sample::select(vec!["ha-noi", "ha-giang", "vn", "region:dong-bang-song-hong"]),
        prop::sample::select(vec!["2010", "2011", ""]),
        prop::sample::select(vec!["", "", "2010-mid", "undated"]),
    );
    let tier = prop::sample::select(vec!["", "", "Khá", "\"Tốt, khá\""]);
    let note = prop::sample::select(vec![",", "Ghi chú,Note", "\"một, \"\"hai\"\"\nba\",\"one\nand two\""]);
    let source = prop::sample::select(vec!["s181", "s182", "vcci-pci-2005"]);
    let claim = (value, approx, rank, rank_of, missing, tier, source, note);
    (key, claim).prop_map(|((component, place, year, as_of), claim)| {
        let (value, approx, rank, rank_of, missing, tier, source, note) = claim;
        let interval = if value == "6.25" { "5.5,7,0.4" } else { ",," };
        format!(
            "{component},{place},{year},{as_of},{value},,{rank},{rank_of},{tier},{approx},{interval},{missing},{source},\
             row,{note}\n"
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn generated_rows_are_the_same_by_columns_and_by_cells(rows in prop::collection::vec(row(), 0..60)) {
        let figures = checked(&with_rows(&rows));
        let claims: usize = figures.iter().map(|figure| figure.claims.len()).sum();
        prop_assert_eq!(claims, rows.len());
        for figure in figures.iter().filter(|figure| figure.claims.len() == 1) {
            prop_assert!(figure.value != Observation::Conflict && figure.rank != PublishedRank::Conflict);
        }
    }
}
