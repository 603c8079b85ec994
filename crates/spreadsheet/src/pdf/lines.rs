//! Letters to lines, and lines to pieces of text with wide gaps between them.

use domain::upload::Issue;

use super::place::Letter;
use crate::budget::Budget;

/// A gap as wide as this part of the letters' size is one between two columns.
const COLUMN_GAP: f64 = 0.8;

/// The same where one of the two is a figure.
const FIGURE_GAP: f64 = 0.4;

/// A gap as wide as this is a space that was not written.
const SPACE: f64 = 0.2;

/// A piece of text on a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Piece {
    pub(super) left: f64,
    pub(super) right: f64,
    /// Where it ends with the space that is written behind it, if one is.
    reach: f64,
    pub(super) text: String,
    /// What is written as superscript in it.
    pub(super) mark: String,
}

impl Piece {
    /// True for a figure, a rank or a number in a list.
    pub(super) fn is_number(&self) -> bool {
        let text = self.text.trim().trim_end_matches(['%', '*']);
        text.contains(|c: char| c.is_ascii_digit())
            && text
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '−' | ' ' | '/' | '='))
    }
}

/// A line of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Line {
    pub(super) y: f64,
    pub(super) size: f64,
    pub(super) cells: Vec<Piece>,
}

impl Line {
    pub(super) fn text(&self) -> String {
        let texts: Vec<&str> = self.cells.iter().map(|cell| cell.text.trim()).collect();
        texts.join(" ")
    }

    /// True for a page's number: alone on its line, with a word for page perhaps.
    pub(super) fn is_page_number(&self) -> bool {
        let text = self.text().to_lowercase();
        let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '|'));
        let number = text
            .strip_prefix("trang")
            .or_else(|| text.strip_prefix("page"))
            .unwrap_or(text);
        self.cells.len() == 1
            && !number.trim().is_empty()
            && number.trim().len() <= 9
            && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | ' '))
    }
}

/// The lines of a page, from its top to its bottom.
///
/// # Errors
/// More than the budget.
pub(super) fn of_page(mut letters: Vec<Letter>, budget: &Budget) -> Result<Vec<Line>, Issue> {
    budget.steps(letters.len() as u64)?;
    letters.retain(|letter| letter.size > 0.0);
    letters.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut lines = Vec::new();
    let mut start = 0;
    for at in 1..=letters.len() {
        let ends = letters.get(at).is_none_or(|next| {
            let above = &letters[at - 1];
            above.y - next.y > 0.45 * above.size.max(next.size)
        });
        if ends && start < at {
            lines.extend(line(&letters[start..at]));
            start = at;
        }
    }
    Ok(lines)
}

/// One line of letters that are about as high on the page.
fn line(letters: &[Letter]) -> Option<Line> {
    let size = letters.iter().map(|letter| letter.size).fold(0.0, f64::max);
    // The line is where most of its large letters are.
    let mut heights: Vec<f64> = letters.iter().filter(|l| l.size > 0.85 * size).map(|l| l.y).collect();
    heights.sort_by(f64::total_cmp);
    let y = *heights.get(heights.len() / 2)?;
    let mut ordered: Vec<&Letter> = letters.iter().collect();
    ordered.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut words: Vec<Piece> = Vec::new();
    let mut open = false;
    for letter in ordered {
        if letter.text.trim().is_empty() {
            // One space is one between words; runs of them lead to the next column.
            if let Some(word) = words.last_mut().filter(|_| open) {
                word.reach = word.reach.max(letter.x + letter.width);
            }
            open = false;
            continue;
        }
        let raised = letter.size < 0.85 * size && letter.y > y + 0.12 * size;
        let gap = words.last().map_or(f64::INFINITY, |word| letter.x - word.right);
        // A mark belongs to the word before it, whatever is between them.
        let joined = (open && gap <= SPACE * size) || (raised && gap <= COLUMN_GAP * size);
        if !joined {
            words.push(Piece {
                left: letter.x,
                right: letter.x,
                ..Piece::default()
            });
        }
        open = true;
        if let Some(word) = words.last_mut() {
            let into = if raised && !word.text.is_empty() {
                &mut word.mark
            } else {
                &mut word.text
            };
            into.push_str(&letter.text);
            word.right = word.right.max(letter.x + letter.width);
            word.reach = word.right;
        }
    }
    let cells = joined(words, size);
    (!cells.is_empty()).then_some(Line { y, size, cells })
}

/// Words to pieces: a figure is a piece of its own where its neighbour is not as near as the
/// next word of a sentence would be.
fn joined(words: Vec<Piece>, size: f64) -> Vec<Piece> {
    let mut cells: Vec<Piece> = Vec::new();
    let mut figure = false;
    for word in words {
        let is_figure = word.is_number();
        let near = |cell: &&mut Piece| {
            if figure || is_figure {
                word.left - cell.reach <= FIGURE_GAP * size
            } else {
                word.left - cell.right <= COLUMN_GAP * size
            }
        };
        match cells.last_mut().filter(near) {
            Some(cell) => {
                cell.text.push(' ');
                cell.text.push_str(&word.text);
                cell.mark.push_str(&word.mark);
                cell.right = cell.right.max(word.right);
                cell.reach = word.reach;
            }
            None => cells.push(word),
        }
        figure = is_figure;
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(crate) fn letters(text: &str, x: f64, y: f64, size: f64) -> Vec<Letter> {
        let place = |(at, letter): (usize, char)| Letter {
            x: x + at as f64 * 0.5 * size,
            y,
            width: 0.5 * size,
            size,
            text: letter.to_string(),
        };
        text.chars().enumerate().map(place).collect()
    }

    #[test]
    fn letters_become_pieces() {
        let mut page = letters("Hà Nội", 100.0, 700.0, 10.0);
        page.extend(letters("60,741", 200.0, 700.4, 10.0));
        page.extend(letters("1", 231.0, 704.0, 6.0));
        page.extend(letters("Huế", 100.0, 685.0, 10.0));
        let budget = Budget::new(&crate::Limits::default(), 1000);
        let lines = of_page(page, &budget).unwrap();
        let texts: Vec<String> = lines.iter().map(Line::text).collect();
        assert_eq!(texts, ["Hà Nội 60,741", "Huế"]);
        assert_eq!(lines[0].cells[1].mark, "1");
    }

    #[test]
    fn numbers_of_pages_are_told() {
        let line = |text: &str| Line {
            cells: vec![Piece {
                text: text.into(),
                ..Piece::default()
            }],
            ..Line::default()
        };
        for text in ["3", "Trang 3/10", "- 12 -", "Page 4"] {
            assert!(line(text).is_page_number(), "{text}");
        }
        for text in ["60,74", "Hà Nội", "Trang", "1234567890"] {
            assert!(!line(text).is_page_number(), "{text}");
        }
    }
}
