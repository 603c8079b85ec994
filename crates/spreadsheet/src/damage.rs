//! Letters that were lost when a file was saved: a program that cannot write a letter in its
//! encoding writes `?` in its place, and no reader can bring it back. Names of provinces are
//! then unknown in every row; that is reported once.

use domain::upload::{Arg, Issue, IssueKind};

use crate::{Grid, issues};

/// Damaged words from this many on are no typing errors.
const WORDS: usize = 3;

/// Texts of a file that are looked at.
const SAMPLE: usize = 50_000;

/// The issue of a file whose letters were lost; `None` for a sound one.
pub(crate) fn find(sheets: &[Grid]) -> Option<Issue> {
    let mut damaged = 0;
    let mut sound = 0;
    let mut example = None;
    for text in sheets.iter().flat_map(Grid::texts).take(SAMPLE) {
        // Addresses have question marks of their own.
        if text.contains("://") {
            continue;
        }
        for word in text.split_whitespace() {
            if is_damaged(word) {
                damaged += 1;
                example.get_or_insert(word);
            } else if word.chars().any(is_lost_first) {
                sound += 1;
            }
        }
    }
    if damaged < WORDS || damaged <= sound {
        return None;
    }
    let args = vec![Arg::Number(damaged as f64, 0)];
    let mut issue = issues::whole_file(IssueKind::DamagedText, args);
    issue.found = example.unwrap_or_default().into();
    Some(issue)
}

/// A question mark within a word: before a letter, as in `T?nh` or `?i?m`.
fn is_damaged(word: &str) -> bool {
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        if matches!(letter, '?' | '\u{FFFD}') && letters.peek().is_some_and(|next| next.is_alphabetic()) {
            return true;
        }
    }
    false
}

/// Letters of Vietnamese that encodings of the West do not have: they are lost first.
fn is_lost_first(letter: char) -> bool {
    matches!(letter, '\u{1EA0}'..='\u{1EF9}') || "ĂăĐđĨĩŨũƠơƯư".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Cell;

    fn found(texts: &[&str]) -> Option<f64> {
        let mut grid = Grid::default();
        for (text, line) in texts.iter().zip(1..) {
            grid.begin_row(line);
            grid.push(Cell::Text(text));
        }
        find(&[grid]).map(|issue| match issue.args[0] {
            Arg::Number(count, _) => count,
            _ => 0.0,
        })
    }

    #[test]
    fn lost_letters_are_told_from_questions() {
        assert_eq!(found(&["T?nh", "?i?m", "Hà N?i", "B?c K?n"]), Some(5.0));
        assert_eq!(found(&["T\u{FFFD}nh", "\u{FFFD}i\u{FFFD}m", "N\u{FFFD}i"]), Some(3.0));
        assert_eq!(found(&["Tỉnh", "Điểm", "Hà Nội", "có ?", "b?c", "d?e", "f?g"]), None);
        assert_eq!(found(&["Tỉnh?", "Là gì?", "https://a.vn/x?id=1&y?b"]), None);
        assert_eq!(found(&["T?nh"]), None);
    }
}
