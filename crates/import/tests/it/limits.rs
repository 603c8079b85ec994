//! Files that are large where others are small: nothing may take quadratic time.

use std::{
    fmt::Write as _,
    time::{Duration, Instant},
};

use domain::upload::{Arg, IssueKind, Reading};
use spreadsheet::Limits;

use crate::shared::{choices, edition};

/// Far more than linear time takes, far less than quadratic time would.
const LIMIT: Duration = Duration::from_secs(20);

fn read(text: &str) -> Reading {
    let mut choices = choices();
    choices.indicator = Some("pci".to_owned());
    choices.year.get_or_insert(2016);
    let start = Instant::now();
    let workbook = spreadsheet::open(text.as_bytes(), "large.csv", &choices, &Limits::default()).unwrap();
    let reading = import::read(&workbook, &choices, edition());
    assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
    reading
}

fn count(reading: &Reading, kind: IssueKind) -> usize {
    reading.issues.iter().filter(|issue| issue.kind == kind).count()
}

/// Returns how many more issues of a kind there are than are listed.
fn more(reading: &Reading, kind: IssueKind) -> Option<f64> {
    let of_kind = |issue: &&domain::upload::Issue| issue.kind == IssueKind::MoreIssues && *issue.found == *kind.code();
    match reading.issues.iter().find(of_kind)?.args[..] {
        [Arg::Number(more, _)] => Some(more),
        _ => None,
    }
}

#[test]
fn a_hundred_thousand_equal_rows_are_read_once() {
    let mut text = String::from("Tỉnh,Điểm PCI\n");
    for _ in 0..100_000 {
        text.push_str("Hà Nội,60.741\n");
    }
    let reading = read(&text);
    assert_eq!(reading.entries.len(), 1);
    assert_eq!(count(&reading, IssueKind::DuplicateSame), 10_000);
    assert_eq!(more(&reading, IssueKind::DuplicateSame), Some(89_999.0));
}

#[test]
fn a_hundred_thousand_contradictions_and_wrong_cells_are_counted() {
    let mut text = String::from("Tỉnh,Điểm PCI,Xếp hạng\n");
    for row in 0..100_000 {
        writeln!(text, "Hà Nội,{}.{:04},{}", 50 + row % 9, row % 9999, row % 63 + 1).unwrap();
        writeln!(text, "Hà Nam,nhiều,x").unwrap();
    }
    let reading = read(&text);
    for kind in [IssueKind::DuplicateDiffers, IssueKind::NotANumber, IssueKind::BadRank] {
        assert_eq!(count(&reading, kind), 10_000, "{kind:?}");
        assert!(more(&reading, kind).unwrap() > 80_000.0, "{kind:?}");
    }
    assert!(!reading.publishable());
}

#[test]
fn two_hundred_thousand_values_of_one_figure_are_compared_in_time() {
    let mut text = String::from("Tỉnh,Điểm PCI\n");
    for row in 0..200_000 {
        writeln!(text, "Hà Nội,{}.{:04}", 30 + row / 10_000, row % 10_000).unwrap();
    }
    let reading = read(&text);
    assert_eq!(count(&reading, IssueKind::DuplicateDiffers), 10_000);
    assert_eq!(more(&reading, IssueKind::DuplicateDiffers), Some(189_999.0));
    let start = Instant::now();
    let counts = import::preview_counts(edition(), &reading, &choices());
    let preview = import::preview(edition(), &reading, &choices());
    assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
    assert_eq!((counts[0].1.unchanged, preview.difference.counts.changed), (0, 1));
}

#[test]
fn a_hundred_thousand_unknown_names_are_counted() {
    let mut text = String::from("Tỉnh,Điểm PCI\nHà Nội,60.741\n");
    for row in 0..100_000 {
        writeln!(text, "Tỉnh ma {row},60.5").unwrap();
    }
    let reading = read(&text);
    let named = |kind| count(&reading, kind) + more(&reading, kind).map_or(0, |more| more as usize);
    assert_eq!(
        named(IssueKind::UnknownProvince) + named(IssueKind::NearProvince),
        100_000
    );
}

#[test]
fn one_long_row_does_not_make_all_rows_long() {
    let mut text = String::from("Tỉnh,Điểm PCI\n");
    for _ in 0..50_000 {
        text.push_str("Hà Nội,60.741\n");
    }
    text.push_str("Hà Nam,58.1608");
    for column in 0..5_000 {
        write!(text, ",Cột {column}").unwrap();
    }
    let reading = read(&text);
    assert_eq!(reading.entries.len(), 2);
}

#[test]
fn five_thousand_columns_are_read_in_time() {
    let mut text = String::from("Tỉnh");
    for column in 0..5_000 {
        let word = ["Điểm", "Xếp hạng", "Gia nhập thị trường", "Nhóm"][column % 4];
        write!(text, ",{word} {}", column % 90 + 2000).unwrap();
    }
    text.push('\n');
    for name in ["Hà Nội", "Hà Nam", "Hà Giang", "Cà Mau", "Long An"] {
        text.push_str(name);
        for column in 0..5_000 {
            write!(text, ",{}.{}", 1 + column % 60, column % 7).unwrap();
        }
        text.push('\n');
    }
    read(&text);
}
