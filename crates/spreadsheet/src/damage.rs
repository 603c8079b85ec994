//! Detects characters that were lost when a file was saved: a program that cannot encode a character writes `?` in its
//! place, and the original cannot be recovered. Every province name would then be unknown, so the damage is reported
//! once for the file.

use domain::upload::{Arg, Issue, IssueKind};

use crate::{Grid, issues};

/// Fewer damaged words than this may be typing errors.
const WORDS: usize = 3;

/// Number of texts of a file that are checked.
const SAMPLE: usize = 50_000;

/// Returns the issue of a file with lost characters; `None` for an intact file.
pub(crate) fn find(sheets: &[Grid]) -> Option<Issue> {
    let mut damaged = 0;
    let mut sound = 0;
    let mut example = None;
    for text in sheets.iter().flat_map(Grid::texts).take(SAMPLE) {
        // URLs contain legitimate question marks.
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

/// Returns true for a question mark within a word: before a letter, as in `T?nh` or `?i?m`.
fn is_damaged(word: &str) -> bool {
    let mut characters = word.chars().peekable();
    while let Some(letter) = characters.next() {
        if matches!(letter, '?' | '\u{FFFD}') && characters.peek().is_some_and(|next| next.is_alphabetic()) {
            return true;
        }
    }
    false
}

/// Vietnamese letters that Western encodings do not have: they are lost first.
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
    fn lost_characters_are_distinguished_from_question_marks() {
        assert_eq!(found(&["T?nh", "?i?m", "Hà N?i", "B?c K?n"]), Some(5.0));
        assert_eq!(found(&["T\u{FFFD}nh", "\u{FFFD}i\u{FFFD}m", "N\u{FFFD}i"]), Some(3.0));
        assert_eq!(found(&["Tỉnh", "Điểm", "Hà Nội", "có ?", "b?c", "d?e", "f?g"]), None);
        assert_eq!(found(&["Tỉnh?", "Là gì?", "https://a.vn/x?id=1&y?b"]), None);
        assert_eq!(found(&["T?nh"]), None);
    }
}
