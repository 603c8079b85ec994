//! Breaking of texts into lines.

use crate::faces::{Faces, Weight};

/// What sums of widths may be off by, in points.
const SLACK: f32 = 0.05;

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Type {
    pub(crate) size: f32,
    pub(crate) weight: Weight,
}

/// Breaks a clean text at spaces into lines of at most `max` width, words that are too long also
/// inside. What is more than `most` lines ends in an ellipsis. Never empty.
pub(crate) fn broken(faces: &Faces, text: &str, set: Type, max: f32, most: usize) -> Vec<String> {
    let width = |text: &str| faces.width(text, set.weight, set.size);
    let space = width(" ");
    let mut lines: Vec<String> = Vec::new();
    let (mut line, mut used) = (String::new(), 0.0);
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        for part in parts(faces, word, set, max) {
            let wide = width(&part);
            if !line.is_empty() && used + space + wide > max + SLACK {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
            }
            if !line.is_empty() {
                line.push(' ');
                used += space;
            }
            line.push_str(&part);
            used += wide;
        }
    }
    lines.push(line);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            let room = max - width("…");
            while width(last) > room && last.pop().is_some() {}
            last.truncate(last.trim_end().len());
            last.push('…');
        }
    }
    lines
}

/// A word, cut where it is wider than a line.
fn parts(faces: &Faces, word: &str, set: Type, max: f32) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut used = 0.0;
    for c in word.chars() {
        let wide = faces.width(c.encode_utf8(&mut [0; 4]), set.weight, set.size);
        if used + wide > max + SLACK && used > 0.0 {
            parts.push(String::new());
            used = 0.0;
        }
        if let Some(part) = parts.last_mut() {
            part.push(c);
        }
        used += wide;
    }
    parts
}

/// The widest word of a text.
pub(crate) fn longest_word(faces: &Faces, text: &str, set: Type) -> f32 {
    let words = text.split(' ').map(|word| faces.width(word, set.weight, set.size));
    words.fold(0.0, f32::max)
}
