//! What changes in a file, line by line.

use similar::{ChangeTag, TextDiff};

/// Lines around a change.
const AROUND: usize = 3;

/// Lines that go (`-`), come (`+`) or stand around them (space), with their numbers: of the file before where
/// a line goes, else of the file after.
pub(super) fn lines(before: &str, after: &str) -> Vec<(char, u32, String)> {
    let difference = TextDiff::from_lines(before, after);
    let groups = difference.grouped_ops(AROUND);
    let changes = groups.iter().flatten().flat_map(|op| difference.iter_changes(op));
    changes
        .map(|change| {
            let (sign, at) = match change.tag() {
                ChangeTag::Delete => ('-', change.old_index()),
                ChangeTag::Insert => ('+', change.new_index()),
                ChangeTag::Equal => (' ', change.new_index()),
            };
            let number = at.and_then(|at| u32::try_from(at + 1).ok()).unwrap_or_default();
            (sign, number, change.value().trim_end_matches(['\n', '\r']).to_owned())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn lines_have_the_numbers_of_their_side() {
        let before = "1\n2\n3\n4\n5\n6\n";
        let after = "1\n2\n3\n4\nfive\n6\n7\n";
        let lines = lines(before, after);
        let shown: Vec<String> = lines.iter().map(|(s, n, t)| format!("{s}{n} {t}")).collect();
        assert_eq!(shown, [" 2 2", " 3 3", " 4 4", "-5 5", "+5 five", " 6 6", "+7 7"]);
        assert!(super::lines(before, before).is_empty());
    }
}
