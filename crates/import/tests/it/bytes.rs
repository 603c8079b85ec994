//! Uploads arbitrary bytes: nothing panics, and nothing is publishable that is not a table.

use domain::upload::{Choices, Mode, Reading};
use proptest::prelude::*;
use spreadsheet::Limits;

use crate::{
    nasty::folder,
    shared::{data_files, edition, edition_of, new_source},
};

/// Uploads a file, which is rejected or read; a reading is publishable exactly if it can be applied.
fn upload(bytes: &[u8], name: &str, choices: &Choices) -> Option<Reading> {
    let limits = Limits {
        cells: 200_000,
        ..Limits::default()
    };
    let workbook = match spreadsheet::open(bytes, name, choices, &limits) {
        Ok(workbook) => workbook,
        Err(issues) => {
            assert!(!issues.is_empty(), "rejected without an issue");
            return None;
        }
    };
    let cells: usize = workbook
        .sheets
        .iter()
        .map(|sheet| (0..sheet.height()).map(|row| sheet.width(row)).sum::<usize>())
        .sum();
    let reading = import::read(&workbook, choices, edition());
    assert!(
        reading.entries.len() <= cells,
        "{} of {cells} cells",
        reading.entries.len()
    );
    let shown = import::preview(edition(), &reading, choices);
    let changed = import::apply(data_files(), &reading, choices, edition(), name);
    assert_eq!(changed.is_ok(), reading.publishable(), "{changed:?}");
    if let Ok(changed) = changed {
        let mut after = data_files().clone();
        after.extend(changed);
        assert_eq!(edition_of(&after).figures.len(), shown.snapshot.figures.len());
    }
    Some(reading)
}

fn choices() -> impl Strategy<Value = Choices> {
    let modes = prop::sample::select(Mode::ALL.to_vec());
    let indicators = prop::sample::select(vec!["", "par_index", "pci", "online_services"]);
    (modes, indicators, prop::option::of(2010i32..2027)).prop_map(|(mode, indicator, year)| Choices {
        mode,
        year,
        indicator: Some(indicator.to_owned()).filter(|name| !name.is_empty()),
        source: new_source("Nguồn"),
        ..Choices::default()
    })
}

/// Returns the nasty files, to be damaged further.
fn files() -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending != "expect"))
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, std::fs::read(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

#[derive(Clone, Debug)]
enum Damage {
    Set(usize, u8),
    Cut(usize, usize),
    Double(usize, usize),
    Insert(usize, String),
}

fn damage() -> impl Strategy<Value = Damage> {
    let words = prop::sample::select(vec![
        "\"",
        ";",
        "\t",
        "\r",
        "\n",
        "0",
        "-",
        "1e9",
        "#REF!",
        "Hà Nội",
        "\u{feff}",
        "\0",
        "2024",
        "63",
        ",,,",
        "%",
    ]);
    prop_oneof![
        (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Damage::Set(at, byte)),
        (any::<usize>(), 0usize..40).prop_map(|(at, count)| Damage::Cut(at, count)),
        (any::<usize>(), 0usize..80).prop_map(|(at, count)| Damage::Double(at, count)),
        (any::<usize>(), words).prop_map(|(at, word)| Damage::Insert(at, word.to_owned())),
    ]
}

fn apply_damage(bytes: &mut Vec<u8>, damage: &Damage) {
    let length = bytes.len().max(1);
    let within = |at: usize| (at % length).min(bytes.len());
    match damage {
        Damage::Set(at, byte) => {
            let at = within(*at);
            if let Some(slot) = bytes.get_mut(at) {
                *slot = *byte;
            }
        }
        Damage::Cut(at, count) => {
            let at = within(*at);
            let end = (at + count).min(bytes.len());
            bytes.drain(at..end);
        }
        Damage::Double(at, count) => {
            let at = within(*at);
            let part = bytes[at..(at + count).min(bytes.len())].to_vec();
            bytes.splice(at..at, part);
        }
        Damage::Insert(at, word) => {
            let at = within(*at);
            bytes.splice(at..at, word.bytes());
        }
    }
}

#[test]
fn bytes_without_a_table_are_never_publishable() {
    for bytes in [
        &b""[..],
        b"\0\0\0",
        b"a,b\n1,2\n",
        b"\xff\xfe\xff\xfe",
        b"PK\x03\x04",
        "Hà Nội".as_bytes(),
    ] {
        let reading = upload(bytes, "x.csv", &Choices::default());
        assert!(reading.is_none_or(|reading| !reading.publishable()), "{bytes:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_bytes_are_rejected_or_read(
        bytes in prop::collection::vec(any::<u8>(), 0..600),
        ending in prop::sample::select(vec!["csv", "tsv", "xlsx", "xls", "ods", ""]),
        choices in choices(),
    ) {
        let reading = upload(&bytes, &format!("x.{ending}"), &choices);
        prop_assert!(reading.is_none_or(|reading| !reading.publishable()));
    }

    #[test]
    fn any_text_is_rejected_or_read(
        cells in prop::collection::vec("(Tỉnh|Hà Nội|Nghệ An|điểm|năm 2024|TT|[0-9]{1,3}[.,/%]?[0-9]{0,3}|\\PC{0,6})[,;\t\n]", 0..80),
        choices in choices(),
    ) {
        upload(cells.concat().as_bytes(), "x.csv", &choices);
    }

    #[test]
    fn damaged_files_are_rejected_or_read(
        pick in any::<usize>(),
        damages in prop::collection::vec(damage(), 1..6),
        choices in choices(),
    ) {
        let files = files();
        let (name, bytes) = &files[pick % files.len()];
        let mut bytes = bytes.clone();
        for damage in &damages {
            apply_damage(&mut bytes, damage);
        }
        upload(&bytes, name, &choices);
    }
}
