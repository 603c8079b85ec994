//! Parses SVG, so that tests check what a reader sees.

use ab_glyph::{Font as _, FontRef, ScaleFont as _};

/// A text with its bounding box, in canvas units.
#[derive(Clone, Debug)]
pub(crate) struct TextBox {
    pub(crate) text: String,
    pub(crate) left: f32,
    pub(crate) right: f32,
    pub(crate) top: f32,
    pub(crate) bottom: f32,
}

impl TextBox {
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

/// Returns the tags of an SVG, with the text that follows each.
pub(crate) fn tags(svg: &str) -> impl Iterator<Item = (&str, &str)> {
    svg.split('<').skip(1).filter_map(|part| part.split_once('>'))
}

pub(crate) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

pub(crate) fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

/// Returns every text element with its bounding box, as high as capitals and digits and measured without plotters.
pub(crate) fn texts(svg: &str) -> Vec<TextBox> {
    let regular = FontRef::try_from_slice(charts::REGULAR_TTF).unwrap();
    let bold = FontRef::try_from_slice(charts::SEMIBOLD_TTF).unwrap();
    let mut stack: Vec<(f32, bool, String)> = Vec::new();
    let mut boxes = Vec::new();
    for (tag, text) in tags(svg) {
        if tag.starts_with('/') {
            if tag == "/g" || tag == "/svg" {
                stack.pop();
            }
            continue;
        }
        let outer = stack.last().cloned();
        let (size, weight, anchor) = outer.unwrap_or((16.0, false, "start".into()));
        let style = (
            attribute(tag, "font-size").map_or(size, |s| s.parse().unwrap()),
            attribute(tag, "font-weight").map_or(weight, |w| w == "600"),
            attribute(tag, "text-anchor").map_or(anchor, str::to_owned),
        );
        if tag.starts_with("g") || tag.starts_with("svg") {
            stack.push(style);
        } else if tag.starts_with("text") {
            let (size, weight, anchor) = style;
            let text = unescape(text);
            let text_width = width(if weight { &bold } else { &regular }, &text, size);
            let at = |name| attribute(tag, name).unwrap().parse::<f32>().unwrap();
            let left = match anchor.as_str() {
                "end" => at("x") - text_width,
                "middle" => at("x") - text_width / 2.0,
                _ => at("x"),
            };
            boxes.push(TextBox {
                text,
                left,
                right: left + text_width,
                top: at("y") - 0.66 * size,
                bottom: at("y") + 0.02 * size,
            });
        }
    }
    boxes
}

/// Returns the width of a text at a CSS font size.
fn width(font: &FontRef<'_>, text: &str, size: f32) -> f32 {
    let em = font.units_per_em().unwrap();
    let scaled = font.as_scaled(size * font.height_unscaled() / em);
    text.chars().map(|c| scaled.h_advance(scaled.glyph_id(c))).sum()
}

/// Returns the width and height of the view box.
pub(crate) fn view_box(svg: &str) -> (f32, f32) {
    let view = attribute(svg, "viewBox").unwrap();
    let numbers: Vec<f32> = view.split(' ').map(|n| n.parse().unwrap()).collect();
    (numbers[2], numbers[3])
}

/// Returns the tooltip texts of all marks.
pub(crate) fn tips(svg: &str) -> Vec<String> {
    tags(svg)
        .filter_map(|(tag, _)| attribute(tag, "data-tip"))
        .map(unescape)
        .collect()
}

/// Returns the outlined texts, in drawing order.
pub(crate) fn outlines(svg: &str) -> Vec<String> {
    tags(svg)
        .filter_map(|(tag, _)| attribute(tag, "data-text"))
        .map(unescape)
        .collect()
}

/// Returns the bounding box of path data, including control points: left, top, right, bottom; `None` for an empty path.
fn path_bounds(path: &str) -> Option<[f32; 4]> {
    let mut spaced = String::new();
    for c in path.chars() {
        match c {
            'a'..='z' => spaced.push_str(&format!(" {c} ")),
            '-' => spaced.push_str(" -"),
            c => spaced.push(c),
        }
    }
    let (mut current, mut start, mut command) = ((0.0_f32, 0.0_f32), (0.0, 0.0), "m");
    let mut points: Vec<(f32, f32)> = Vec::new();
    let mut words = spaced.split_whitespace().peekable();
    while let Some(word) = words.peek().copied() {
        if word == "z" {
            current = start;
            words.next();
            continue;
        }
        if word.starts_with(|c: char| c.is_ascii_lowercase()) {
            command = word;
            words.next();
        }
        let mut number = || words.next().unwrap().parse::<f32>().unwrap();
        let from = current;
        let steps = if command == "q" { 2 } else { 1 };
        for _ in 0..steps {
            let dx = if command == "v" { 0.0 } else { number() };
            let dy = if command == "h" { 0.0 } else { number() };
            current = (from.0 + dx, from.1 + dy);
            if command == "m" {
                start = current;
            } else {
                points.extend([from, current]);
            }
        }
    }
    let edge = |pick: fn(&(f32, f32)) -> f32, better: fn(f32, f32) -> f32| points.iter().map(pick).reduce(better);
    Some([
        edge(|p| p.0, f32::min)?,
        edge(|p| p.1, f32::min)?,
        edge(|p| p.0, f32::max)?,
        edge(|p| p.1, f32::max)?,
    ])
}

/// Returns every outlined text with the bounding box of its ink, in canvas units; `None` for texts without ink.
pub(crate) fn ink(svg: &str) -> Vec<(String, Option<[f32; 4]>)> {
    tags(svg)
        .filter_map(|(tag, _)| Some((tag, unescape(attribute(tag, "data-text")?))))
        .map(|(tag, text)| {
            let transform = attribute(tag, "transform").unwrap();
            let numbers: Vec<f32> = transform
                .split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'))
                .filter_map(|word| word.parse().ok())
                .collect();
            let [x, y, scale] = numbers[..] else {
                panic!("{transform}");
            };
            let inked = path_bounds(attribute(tag, "d").unwrap())
                .map(|[l, t, r, b]| [x + l * scale, y + t * scale, x + r * scale, y + b * scale]);
            (text, inked)
        })
        .collect()
}
