//! What the messages of the catalogue become once they are filled in.

use std::{collections::BTreeSet, fs, path::Path};

use domain::Lang;
use messages::{Argument, arguments, common, fill};

/// What a reader typed is never taken for an argument.
#[test]
fn braces_in_a_value_mean_nothing() {
    let bad = |name, value| {
        fill!(
            common::BAD_PARAMETER,
            Lang::En,
            name = name,
            found = value,
            expected = "a year"
        )
    };
    assert_eq!(bad("year", "{ $expected }"), "“year={ $expected }”: expected a year.");
    assert_eq!(bad("{found}", "{name}"), "“{found}={name}”: expected a year.");
    assert_eq!(bad("year", "{"), "“year={”: expected a year.");
}

#[test]
fn ordinal_numbers_are_written_as_they_are_read() {
    let ordinal = |lang, n: u16| fill!(common::ORDINAL, lang, number = n);
    for (number, vi, en) in [
        (1, "nhất", "first"),
        (4, "tư", "fourth"),
        (5, "năm", "fifth"),
        (10, "mười", "tenth"),
        (11, "11", "11th"),
        (12, "12", "12th"),
        (13, "13", "13th"),
        (21, "21", "21st"),
        (22, "22", "22nd"),
        (23, "23", "23rd"),
        (24, "24", "24th"),
        (101, "101", "101st"),
        (111, "111", "111th"),
        (112, "112", "112th"),
        (121, "121", "121st"),
    ] {
        assert_eq!(ordinal(Lang::Vi, number), vi);
        assert_eq!(ordinal(Lang::En, number), en);
    }
}

#[test]
fn counts_have_the_plural_and_the_digit_groups_of_the_language() {
    let rows = |lang, n: usize| fill!(common::ROWS, lang, count = n);
    for (n, vi, en) in [
        (0, "0 dòng", "0 rows"),
        (1, "1 dòng", "1 row"),
        (2, "2 dòng", "2 rows"),
        (21, "21 dòng", "21 rows"),
        (12_345, "12.345 dòng", "12,345 rows"),
    ] {
        assert_eq!(rows(Lang::Vi, n), vi);
        assert_eq!(rows(Lang::En, n), en);
    }
}

#[test]
fn arguments_are_given_by_name_in_any_order() {
    let given = [
        arguments![name = "a", found = "b", expected = "c"],
        arguments![expected = "c", name = "a", found = "b"],
    ];
    let texts = given.map(|given| common::BAD_PARAMETER.fill(Lang::Vi, &given));
    assert_eq!(texts[0], texts[1]);
    assert_eq!(Argument::from(None::<&str>), Argument::Absent);
}

/// A message that nothing shows is translated in vain.
#[test]
fn every_message_is_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut words = BTreeSet::new();
    for folder in ["app/src", "server/src", "crates"] {
        collect(&root.join(folder), &mut words);
    }
    let mut unused = Vec::new();
    for file in files(&root.join("crates/messages/vi")) {
        let text = fs::read_to_string(&file).unwrap();
        for message in crate::read::messages(&file, &text).unwrap() {
            let name = message.id.to_uppercase().replace('-', "_");
            if !words.contains(&name) && !by_name(&file) {
                unused.push(format!("{file}: {}", message.id));
            }
        }
    }
    assert!(unused.is_empty(), "{unused:#?}");
}

/// Issues are looked up by the code of their kind; the code that does so tests that all are there.
fn by_name(file: &str) -> bool {
    file.ends_with("/issues.ftl")
}

fn collect(folder: &Path, words: &mut BTreeSet<String>) {
    for file in files(folder) {
        if file.ends_with(".rs") {
            let text = fs::read_to_string(&file).unwrap();
            let names = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            words.extend(names.map(str::to_owned));
        }
    }
}

fn files(folder: &Path) -> Vec<String> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else {
            all.push(path.to_str().unwrap().to_owned());
        }
    }
    all
}
