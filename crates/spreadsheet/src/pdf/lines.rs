//! Groups glyphs into lines, and lines into pieces of text separated by wide gaps.

use domain::upload::Issue;

use super::glyphs::Glyph;
use crate::budget::Budget;

/// Minimum gap between two columns, in font sizes.
const COLUMN_GAP: f64 = 0.8;

/// The same if one of the two pieces is a figure.
const FIGURE_GAP: f64 = 0.4;

/// Minimum gap that represents a space, in font sizes.
const SPACE: f64 = 0.2;

/// A piece of text on a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Piece {
    pub(super) left: f64,
    pub(super) right: f64,
    /// The right edge including the space written after the piece, if there is one.
    reach: f64,
    pub(super) text: String,
    /// The superscript in the piece.
    pub(super) mark: String,
}

impl Piece {
    /// Returns true for a figure, a rank or a list number.
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

    /// Returns true for a page number: alone on its line, optionally with a word for "page".
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

/// Returns the lines of a page, from top to bottom.
///
/// # Errors
/// If the budget is exceeded.
pub(super) fn of_page(mut glyphs: Vec<Glyph>, budget: &Budget) -> Result<Vec<Line>, Issue> {
    budget.steps(glyphs.len() as u64)?;
    glyphs.retain(|glyph| glyph.size > 0.0);
    glyphs.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut lines = Vec::new();
    let mut start = 0;
    for at in 1..=glyphs.len() {
        let ends = glyphs.get(at).is_none_or(|next| {
            let above = &glyphs[at - 1];
            above.y - next.y > 0.45 * above.size.max(next.size)
        });
        if ends && start < at {
            lines.extend(line(&glyphs[start..at]));
            start = at;
        }
    }
    Ok(lines)
}

/// Builds one line of glyphs at about the same height on the page; `None` if it is blank.
fn line(glyphs: &[Glyph]) -> Option<Line> {
    let size = glyphs.iter().map(|glyph| glyph.size).fold(0.0, f64::max);
    // The baseline is the median height of the large glyphs.
    let mut heights: Vec<f64> = glyphs.iter().filter(|l| l.size > 0.85 * size).map(|l| l.y).collect();
    heights.sort_by(f64::total_cmp);
    let y = *heights.get(heights.len() / 2)?;
    let mut ordered: Vec<&Glyph> = glyphs.iter().collect();
    ordered.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut words: Vec<Piece> = Vec::new();
    let mut in_word = false;
    for glyph in ordered {
        if glyph.text.trim().is_empty() {
            // A single space separates words; runs of spaces lead to the next column.
            if let Some(word) = words.last_mut().filter(|_| in_word) {
                word.reach = word.reach.max(glyph.x + glyph.width);
            }
            in_word = false;
            continue;
        }
        let is_superscript = glyph.size < 0.85 * size && glyph.y > y + 0.12 * size;
        let gap = words.last().map_or(f64::INFINITY, |word| glyph.x - word.right);
        // A footnote mark belongs to the word before it, whatever is between them.
        let is_joined = (in_word && gap <= SPACE * size) || (is_superscript && gap <= COLUMN_GAP * size);
        if !is_joined {
            words.push(Piece {
                left: glyph.x,
                right: glyph.x,
                ..Piece::default()
            });
        }
        in_word = true;
        if let Some(word) = words.last_mut() {
            let target = if is_superscript && !word.text.is_empty() {
                &mut word.mark
            } else {
                &mut word.text
            };
            target.push_str(&glyph.text);
            word.right = word.right.max(glyph.x + glyph.width);
            word.reach = word.right;
        }
    }
    let cells = join_words(words, size);
    (!cells.is_empty()).then_some(Line { y, size, cells })
}

/// Joins words to pieces: a figure is a separate piece unless its neighbour is as near as the next word of a sentence
/// would be.
fn join_words(words: Vec<Piece>, size: f64) -> Vec<Piece> {
    let mut cells: Vec<Piece> = Vec::new();
    let mut previous_is_figure = false;
    for word in words {
        let is_figure = word.is_number();
        let is_near = |cell: &&mut Piece| {
            if previous_is_figure || is_figure {
                word.left - cell.reach <= FIGURE_GAP * size
            } else {
                word.left - cell.right <= COLUMN_GAP * size
            }
        };
        match cells.last_mut().filter(is_near) {
            Some(cell) => {
                cell.text.push(' ');
                cell.text.push_str(&word.text);
                cell.mark.push_str(&word.mark);
                cell.right = cell.right.max(word.right);
                cell.reach = word.reach;
            }
            None => cells.push(word),
        }
        previous_is_figure = is_figure;
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(crate) fn glyphs(text: &str, x: f64, y: f64, size: f64) -> Vec<Glyph> {
        let glyph_at = |(at, character): (usize, char)| Glyph {
            x: x + at as f64 * 0.5 * size,
            y,
            width: 0.5 * size,
            size,
            text: character.to_string(),
        };
        text.chars().enumerate().map(glyph_at).collect()
    }

    #[test]
    fn glyphs_are_grouped_into_pieces() {
        let mut page = glyphs("Hà Nội", 100.0, 700.0, 10.0);
        page.extend(glyphs("60,741", 200.0, 700.4, 10.0));
        page.extend(glyphs("1", 231.0, 704.0, 6.0));
        page.extend(glyphs("Huế", 100.0, 685.0, 10.0));
        let budget = Budget::new(&crate::Limits::default(), 1000);
        let lines = of_page(page, &budget).unwrap();
        let texts: Vec<String> = lines.iter().map(Line::text).collect();
        assert_eq!(texts, ["Hà Nội 60,741", "Huế"]);
        assert_eq!(lines[0].cells[1].mark, "1");
    }

    #[test]
    fn page_numbers_are_recognised() {
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
