//! Line breaking.

use crate::faces::{Faces, Weight};

/// Tolerance for rounding errors in sums of widths, in points.
const SLACK: f32 = 0.05;

/// Font size, in points, and weight of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextStyle {
    pub(crate) size: f32,
    pub(crate) weight: Weight,
}

/// Breaks a cleaned text at spaces into lines of at most `max_width`, and inside words that are wider than a line. If
/// there are more than `max_lines`, the last line kept ends in an ellipsis. Never empty.
pub(crate) fn break_lines(
    faces: &Faces,
    text: &str,
    style: TextStyle,
    max_width: f32,
    max_lines: usize,
) -> Vec<String> {
    let width = |text: &str| faces.width(text, style.weight, style.size);
    let space = width(" ");
    let mut lines: Vec<String> = Vec::new();
    let (mut line, mut used) = (String::new(), 0.0);
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        for part in split_word(faces, word, style, max_width) {
            let part_width = width(&part);
            if !line.is_empty() && used + space + part_width > max_width + SLACK {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
            }
            if !line.is_empty() {
                line.push(' ');
                used += space;
            }
            line.push_str(&part);
            used += part_width;
        }
    }
    lines.push(line);
    if lines.len() > max_lines {
        lines.truncate(max_lines);
        if let Some(last) = lines.last_mut() {
            let room = max_width - width("…");
            while width(last) > room && last.pop().is_some() {}
            last.truncate(last.trim_end().len());
            last.push('…');
        }
    }
    lines
}

/// Splits a word into parts that are no wider than a line.
fn split_word(faces: &Faces, word: &str, style: TextStyle, max_width: f32) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut used = 0.0;
    for c in word.chars() {
        let char_width = faces.width(c.encode_utf8(&mut [0; 4]), style.weight, style.size);
        if used + char_width > max_width + SLACK && used > 0.0 {
            parts.push(String::new());
            used = 0.0;
        }
        if let Some(part) = parts.last_mut() {
            part.push(c);
        }
        used += char_width;
    }
    parts
}

/// Returns the width of the widest word of a text.
pub(crate) fn longest_word(faces: &Faces, text: &str, style: TextStyle) -> f32 {
    let words = text.split(' ').map(|word| faces.width(word, style.weight, style.size));
    words.fold(0.0, f32::max)
}
