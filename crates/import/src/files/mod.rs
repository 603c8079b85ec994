//! The data files of an edition as bytes, and the differences between two states of them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Data files by their path relative to the data folder, such as `bundled/pci.csv`.
pub type DataFiles = BTreeMap<String, Vec<u8>>;

/// A data file that differs between two states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileChange {
    /// Path relative to the data folder.
    pub file: String,
    /// Lines that only the earlier state has, with their numbers from 1.
    pub removed: Vec<(usize, String)>,
    /// Lines that only the later state has, with their numbers from 1.
    pub added: Vec<(usize, String)>,
}

/// Returns the files that differ and their differing lines, by path. Lines that only moved are not listed; bytes that
/// are not valid UTF-8 are shown as `\u{fffd}`.
#[must_use]
pub fn catalogue_changes(before: &DataFiles, after: &DataFiles) -> Vec<FileChange> {
    let paths: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    paths
        .into_iter()
        .filter(|path| before.get(*path) != after.get(*path))
        .map(|path| {
            let bytes = |files: &DataFiles| files.get(path).cloned().unwrap_or_default();
            let (was, is) = (bytes(before), bytes(after));
            let (was, is) = (String::from_utf8_lossy(&was), String::from_utf8_lossy(&is));
            FileChange {
                file: path.clone(),
                removed: only_in(&was, &is),
                added: only_in(&is, &was),
            }
        })
        .collect()
}

/// Returns the lines of one text that the other lacks or has fewer times.
fn only_in(one: &str, other: &str) -> Vec<(usize, String)> {
    let mut unmatched: HashMap<&str, usize> = HashMap::new();
    for line in other.lines() {
        *unmatched.entry(line).or_default() += 1;
    }
    let mut lines = Vec::new();
    for (at, line) in one.lines().enumerate() {
        match unmatched.get_mut(line).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None => lines.push((at + 1, line.to_owned())),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_lines_that_differ_are_named() {
        let files = |text: &str| {
            DataFiles::from([
                ("a.csv".to_owned(), b"same\n".to_vec()),
                ("b.csv".to_owned(), text.into()),
            ])
        };
        let changes = catalogue_changes(&files("head\n1\n2\n"), &files("head\n2\n3\n"));
        assert_eq!(
            changes,
            [FileChange {
                file: "b.csv".to_owned(),
                removed: vec![(2, "1".to_owned())],
                added: vec![(3, "3".to_owned())],
            }]
        );
        let moved = catalogue_changes(&files("head\n1\n2\n"), &files("head\n2\n1\n"));
        assert!(moved[0].removed.is_empty() && moved[0].added.is_empty());
    }
}
