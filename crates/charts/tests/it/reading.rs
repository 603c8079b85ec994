//! Reads SVG back, so that tests look at what a reader sees.

use ab_glyph::{Font as _, FontRef, ScaleFont as _};

/// A text with its box, in canvas units.
#[derive(Clone, Debug)]
pub(crate) struct TextBox {
    pub(crate) text: String,
    pub(crate) left: f32,
    pub(crate) right: f32,
    pub(crate) top: f32,
    pub(crate) bottom: f32,
}

impl TextBox {
    pub(crate) fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

/// The start tags of an SVG, with the text that follows each.
pub(crate) fn tags(svg: &str) -> impl Iterator<Item = (&str, &str)> {
    svg.split('<').skip(1).filter_map(|part| part.split_once('>'))
}

pub(crate) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

pub(crate) fn plain(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

/// Every drawn text with its box: capitals and digits high, measured without plotters.
pub(crate) fn texts(svg: &str) -> Vec<TextBox> {
    let regular = FontRef::try_from_slice(charts::REGULAR_TTF).unwrap();
    let bold = FontRef::try_from_slice(charts::SEMIBOLD_TTF).unwrap();
    let mut stack: Vec<(f32, bool, String)> = Vec::new();
    let mut found = Vec::new();
    for (tag, text) in tags(svg) {
        if tag.starts_with('/') {
            if tag == "/g" || tag == "/svg" {
                stack.pop();
            }
            continue;
        }
        let outer = stack.last().cloned();
        let (size, weight, anchor) = outer.unwrap_or((16.0, false, "start".into()));
        let look = (
            attribute(tag, "font-size").map_or(size, |s| s.parse().unwrap()),
            attribute(tag, "font-weight").map_or(weight, |w| w == "600"),
            attribute(tag, "text-anchor").map_or(anchor, str::to_owned),
        );
        if tag.starts_with("g") || tag.starts_with("svg") {
            stack.push(look);
        } else if tag.starts_with("text") {
            let (size, weight, anchor) = look;
            let text = plain(text);
            let wide = width(if weight { &bold } else { &regular }, &text, size);
            let at = |name| attribute(tag, name).unwrap().parse::<f32>().unwrap();
            let left = match anchor.as_str() {
                "end" => at("x") - wide,
                "middle" => at("x") - wide / 2.0,
                _ => at("x"),
            };
            found.push(TextBox {
                text,
                left,
                right: left + wide,
                top: at("y") - 0.66 * size,
                bottom: at("y") + 0.02 * size,
            });
        }
    }
    found
}

/// Width at a CSS font size.
fn width(font: &FontRef<'_>, text: &str, size: f32) -> f32 {
    let em = font.units_per_em().unwrap();
    let scaled = font.as_scaled(size * font.height_unscaled() / em);
    text.chars().map(|c| scaled.h_advance(scaled.glyph_id(c))).sum()
}

/// Width and height of the view box.
pub(crate) fn view_box(svg: &str) -> (f32, f32) {
    let view = attribute(svg, "viewBox").unwrap();
    let numbers: Vec<f32> = view.split(' ').map(|n| n.parse().unwrap()).collect();
    (numbers[2], numbers[3])
}

/// All texts for asking about marks.
pub(crate) fn tips(svg: &str) -> Vec<String> {
    tags(svg)
        .filter_map(|(tag, _)| attribute(tag, "data-tip"))
        .map(plain)
        .collect()
}

/// The outlined texts, in the order in which they are drawn.
pub(crate) fn outlines(svg: &str) -> Vec<String> {
    tags(svg)
        .filter_map(|(tag, _)| attribute(tag, "data-text"))
        .map(plain)
        .collect()
}

/// The box that path data reaches, control points with it: left, top, right, bottom.
fn reach(path: &str) -> Option<[f32; 4]> {
    let mut spaced = String::new();
    for c in path.chars() {
        match c {
            'a'..='z' => spaced.push_str(&format!(" {c} ")),
            '-' => spaced.push_str(" -"),
            c => spaced.push(c),
        }
    }
    let (mut now, mut start, mut command) = ((0.0_f32, 0.0_f32), (0.0, 0.0), "m");
    let mut seen: Vec<(f32, f32)> = Vec::new();
    let mut words = spaced.split_whitespace().peekable();
    while let Some(word) = words.peek().copied() {
        if word == "z" {
            now = start;
            words.next();
            continue;
        }
        if word.starts_with(|c: char| c.is_ascii_lowercase()) {
            command = word;
            words.next();
        }
        let mut number = || words.next().unwrap().parse::<f32>().unwrap();
        let from = now;
        let steps = if command == "q" { 2 } else { 1 };
        for _ in 0..steps {
            let dx = if command == "v" { 0.0 } else { number() };
            let dy = if command == "h" { 0.0 } else { number() };
            now = (from.0 + dx, from.1 + dy);
            if command == "m" {
                start = now;
            } else {
                seen.extend([from, now]);
            }
        }
    }
    let edge = |pick: fn(&(f32, f32)) -> f32, better: fn(f32, f32) -> f32| seen.iter().map(pick).reduce(better);
    Some([
        edge(|p| p.0, f32::min)?,
        edge(|p| p.1, f32::min)?,
        edge(|p| p.0, f32::max)?,
        edge(|p| p.1, f32::max)?,
    ])
}

/// Every outlined text with the box of its ink, in canvas units; texts without ink have none.
pub(crate) fn ink(svg: &str) -> Vec<(String, Option<[f32; 4]>)> {
    tags(svg)
        .filter_map(|(tag, _)| Some((tag, plain(attribute(tag, "data-text")?))))
        .map(|(tag, text)| {
            let transform = attribute(tag, "transform").unwrap();
            let numbers: Vec<f32> = transform
                .split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'))
                .filter_map(|word| word.parse().ok())
                .collect();
            let [x, y, scale] = numbers[..] else {
                panic!("{transform}");
            };
            let inked = reach(attribute(tag, "d").unwrap())
                .map(|[l, t, r, b]| [x + l * scale, y + t * scale, x + r * scale, y + b * scale]);
            (text, inked)
        })
        .collect()
}
