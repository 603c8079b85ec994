//! Exported files can be imported again: the long table of all figures.

use domain::{
    Figure,
    upload::{Choices, Mode, Reading},
};
use import::{DataFiles, apply, difference, preview};
use spreadsheet::Limits;

use crate::shared::{data_files, edition, edition_of, empty_files};

/// Returns all bundled rows as one table, with the indicator in front of the 18 columns of the files.
fn long_table(files: &DataFiles) -> Vec<u8> {
    let mut out = csv::Writer::from_writer(Vec::new());
    let mut header_written = false;
    for indicator in &edition().catalogue.indicators {
        let Some(bytes) = files.get(&format!("bundled/{}.csv", indicator.slug)) else {
            continue;
        };
        let mut reader = csv::Reader::from_reader(&bytes[..]);
        if !header_written {
            let head = reader.headers().unwrap().clone();
            out.write_record(std::iter::once("indicator").chain(head.iter()))
                .unwrap();
            header_written = true;
        }
        for row in reader.records() {
            let row = row.unwrap();
            out.write_record(std::iter::once(indicator.slug.as_str()).chain(row.iter()))
                .unwrap();
        }
    }
    out.into_inner().unwrap()
}

fn read(bytes: &[u8], choices: &Choices, current: &domain::Snapshot) -> Reading {
    let workbook = spreadsheet::open(bytes, "so-lieu.csv", choices, &Limits::default()).unwrap();
    import::read(&workbook, choices, current)
}

#[test]
fn an_export_is_imported_again_without_a_change() {
    let bytes = long_table(data_files());
    for mode in Mode::ALL {
        let choices = Choices {
            mode,
            ..Choices::default()
        };
        let reading = read(&bytes, &choices, edition());
        let errors: Vec<String> = reading
            .issues
            .iter()
            .filter(|issue| issue.kind.severity() == domain::upload::Severity::Error)
            .map(crate::shared::line)
            .collect();
        assert_eq!(errors, Vec::<String>::new());
        let shown = preview(edition(), &reading, &choices);
        assert_eq!(shown.difference.changes, [], "{mode:?}");
        let changed = apply(data_files(), &reading, &choices, edition(), "so-lieu.csv").unwrap();
        assert!(changed.is_empty(), "{mode:?}");
    }
}

#[test]
fn an_export_fills_an_empty_edition_with_the_same_figures() {
    let bytes = long_table(data_files());
    let files = empty_files();
    let empty = edition_of(&files);
    let choices = Choices {
        mode: Mode::ReplaceYear,
        ..Choices::default()
    };
    let reading = read(&bytes, &choices, &empty);
    let mut after = files.clone();
    after.extend(apply(&files, &reading, &choices, &empty, "so-lieu.csv").unwrap());
    let filled = edition_of(&after);
    let remaining = difference(edition(), &filled);
    // Some figures have a row that only repeats another row of the same source.
    assert_eq!(
        (
            remaining.counts.added,
            remaining.counts.changed,
            remaining.counts.removed
        ),
        (0, 24, 0)
    );
    let value = |figure: &Figure| (figure.key, figure.value, figure.rank);
    let values = |snapshot: &domain::Snapshot| -> Vec<String> {
        let mut all: Vec<String> = snapshot.figures.iter().map(|f| format!("{:?}", value(f))).collect();
        all.sort();
        all
    };
    assert!(values(edition()) == values(&filled));
}
