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
