//! Fills outlines with one colour, antialiased, on an opaque ground.
//!
//! A chart is thousands of thin lines and letters: pixels that are covered in part. The
//! general pipeline of tiny-skia takes each of them through all its stages; here a pixel is
//! a sum and a blend. Tests hold the pixels against those of resvg.

use resvg::tiny_skia::{Path, PathSegment, Point};

/// Lines on which a row of pixels is looked at; across, coverage is exact.
const LINES: i32 = 4;
/// Parts of a pixel across.
const PARTS: f32 = 256.0;
/// What a pixel sums up to when it is covered whole.
const WHOLE: i32 = LINES * PARTS as i32;
/// Shades of an edge: more are not seen, and make the file a half larger.
const STEPS: i32 = 32;
/// Pixels in a block that is either looked at or passed over.
const BLOCK: usize = 16;

/// A colour with how much of it covers the ground, 0 to 1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ink {
    pub(crate) rgb: [u8; 3],
    pub(crate) opacity: f32,
}

/// A straight edge; positions across in pixels, downwards in lines.
struct Edge {
    /// First line that it crosses, and the first below it.
    first: i32,
    end: i32,
    /// Where it crosses the line that is looked at.
    x: f32,
    /// How far it moves from line to line.
    slope: f32,
    /// 1 downwards, -1 upwards.
    winding: i32,
}

/// Pixels under way, three bytes each.
pub(crate) struct Raster {
    width: usize,
    height: usize,
    rgb: Vec<u8>,
    /// Changes of coverage from pixel to pixel in the row under way; all 0 between rows.
    changes: Vec<i32>,
    /// Blocks of the row with changes.
    touched: Vec<bool>,
}

impl Raster {
    pub(crate) fn new(width: u32, height: u32, ground: [u8; 3]) -> Self {
        let (width, height) = (width as usize, height as usize);
        Self {
            width,
            height,
            rgb: ground.repeat(width * height),
            changes: vec![0; (width + 2).next_multiple_of(BLOCK)],
            touched: vec![false; (width + 2).div_ceil(BLOCK)],
        }
    }

    /// The pixels, row by row.
    pub(crate) fn rgb(&self) -> &[u8] {
        &self.rgb
    }

    /// Fills `path`, given in pixels: all that it winds around, whichever way.
    pub(crate) fn fill(&mut self, path: &Path, ink: Ink) {
        let mut edges = edges(path, self.height as i32 * LINES);
        edges.sort_unstable_by_key(|edge| edge.first);
        let mut waiting = edges.into_iter().peekable();
        let mut active: Vec<Edge> = Vec::new();
        let Some(mut line) = waiting.peek().map(|edge| edge.first) else {
            return;
        };
        loop {
            while let Some(edge) = waiting.next_if(|edge| edge.first <= line) {
                active.push(edge);
            }
            self.line(&mut active);
            let row = line / LINES;
            line += 1;
            active.retain(|edge| edge.end > line);
            // Where nothing is under way, the next edge is next.
            let next = match waiting.peek() {
                Some(edge) if active.is_empty() => Some(edge.first),
                None if active.is_empty() => None,
                _ => Some(line),
            };
            if next.is_none_or(|next| next / LINES != row) {
                self.row(row, ink);
            }
            match next {
                Some(next) => line = next,
                None => return,
            }
        }
    }

    /// Adds what the edges enclose on one line, and moves them to the next.
    fn line(&mut self, active: &mut [Edge]) {
        // From line to line few edges change places.
        for index in 1..active.len() {
            let mut at = index;
            while at > 0 && active[at - 1].x > active[at].x {
                active.swap(at - 1, at);
                at -= 1;
            }
        }
        let mut winding = 0;
        for edge in active {
            let before = winding;
            winding += edge.winding;
            if before == 0 {
                self.change(edge.x, 1);
            } else if winding == 0 {
                self.change(edge.x, -1);
            }
            edge.x += edge.slope;
        }
    }

    /// Coverage begins (1) or ends (-1) at `x`.
    fn change(&mut self, x: f32, sign: i32) {
        let parts = (x.clamp(0.0, self.width as f32) * PARTS) as usize;
        let (pixel, part) = (parts / PARTS as usize, (parts % PARTS as usize) as i32);
        self.changes[pixel] += sign * (PARTS as i32 - part);
        self.changes[pixel + 1] += sign * part;
        self.touched[pixel / BLOCK] = true;
        self.touched[(pixel + 1) / BLOCK] = true;
    }

    /// Blends a row in, and clears it.
    fn row(&mut self, y: i32, ink: Ink) {
        let start = y as usize * self.width * 3;
        let row = &mut self.rgb[start..start + self.width * 3];
        let share = |covered: i32| {
            let steps = (covered.min(WHOLE) * STEPS + WHOLE / 2) / WHOLE;
            ((steps * 256 / STEPS) as f32 * ink.opacity) as i32
        };
        let mut covered = 0;
        for (block, touched) in self.touched.iter_mut().enumerate() {
            let from = block * BLOCK;
            if !std::mem::take(touched) {
                if covered > 0 {
                    let to = (from + BLOCK).min(self.width);
                    blend(&mut row[from.min(to) * 3..to * 3], ink.rgb, share(covered));
                }
                continue;
            }
            for pixel in from..from + BLOCK {
                covered += std::mem::take(&mut self.changes[pixel]);
                if covered > 0 && pixel < self.width {
                    blend(&mut row[pixel * 3..pixel * 3 + 3], ink.rgb, share(covered));
                }
            }
        }
    }
}

/// Brings pixels nearer to a colour; 256 is all the way.
fn blend(pixels: &mut [u8], rgb: [u8; 3], share: i32) {
    for pixel in pixels.chunks_exact_mut(3) {
        for (part, color) in pixel.iter_mut().zip(rgb) {
            let ground = i32::from(*part);
            *part = (ground + (((i32::from(color) - ground) * share + 128) >> 8)) as u8;
        }
    }
}

/// The edges of a path on a picture of so many lines; curves as short straight pieces.
fn edges(path: &Path, lines: i32) -> Vec<Edge> {
    let mut edges = Vec::new();
    let (mut start, mut now) = (Point::zero(), Point::zero());
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(to) => {
                edge(now, start, lines, &mut edges);
                (start, now) = (to, to);
            }
            PathSegment::LineTo(to) => {
                edge(now, to, lines, &mut edges);
                now = to;
            }
            PathSegment::QuadTo(by, to) => {
                // The same curve with two handles.
                let handle = |end: Point| end + scaled(by - end, 2.0 / 3.0);
                curve([now, handle(now), handle(to), to], lines, &mut edges);
                now = to;
            }
            PathSegment::CubicTo(one, other, to) => {
                curve([now, one, other, to], lines, &mut edges);
                now = to;
            }
            PathSegment::Close => {
                edge(now, start, lines, &mut edges);
                now = start;
            }
        }
    }
    edge(now, start, lines, &mut edges);
    edges
}

fn scaled(mut point: Point, by: f32) -> Point {
    point.scale(by);
    point
}

/// A curve in as many pieces as keep it within a small part of a pixel.
fn curve(points: [Point; 4], lines: i32, edges: &mut Vec<Edge>) {
    let [from, one, other, to] = points;
    let bend = |a: Point, b: Point, c: Point| (a.x - 2.0 * b.x + c.x).hypot(a.y - 2.0 * b.y + c.y);
    let most = bend(from, one, other).max(bend(one, other, to));
    let pieces = (most * 8.0).sqrt().ceil().clamp(1.0, 64.0);
    let mut now = from;
    for piece in 1..=pieces as u32 {
        let t = piece as f32 / pieces;
        let mix = |a: Point, b: Point| a + scaled(b - a, t);
        let (first, second, third) = (mix(from, one), mix(one, other), mix(other, to));
        let next = mix(mix(first, second), mix(second, third));
        edge(now, next, lines, edges);
        now = next;
    }
}

/// An edge, unless it crosses no line: lines are looked at in their middle.
fn edge(from: Point, to: Point, lines: i32, edges: &mut Vec<Edge>) {
    let (upper, lower, winding) = if from.y <= to.y { (from, to, 1) } else { (to, from, -1) };
    let line = |y: f32| (y * LINES as f32 - 0.5).ceil().clamp(0.0, lines as f32) as i32;
    let (first, end) = (line(upper.y), line(lower.y));
    if first >= end {
        return;
    }
    let slope = (lower.x - upper.x) / (lower.y - upper.y) / LINES as f32;
    let middle = (first as f32 + 0.5) / LINES as f32;
    edges.push(Edge {
        first,
        end,
        x: upper.x + (middle - upper.y) * slope * LINES as f32,
        slope,
        winding,
    });
}

#[cfg(test)]
mod tests {
    use resvg::tiny_skia::PathBuilder;

    use super::*;

    const BLACK: Ink = Ink {
        rgb: [0, 0, 0],
        opacity: 1.0,
    };

    fn shades(draw: impl FnOnce(&mut PathBuilder)) -> Vec<u8> {
        let mut path = PathBuilder::new();
        draw(&mut path);
        let mut raster = Raster::new(4, 2, [255; 3]);
        raster.fill(&path.finish().unwrap(), BLACK);
        raster.rgb().chunks(3).map(|pixel| pixel[0]).collect()
    }

    fn rectangle(path: &mut PathBuilder, x: [f32; 2], y: [f32; 2]) {
        path.move_to(x[0], y[0]);
        path.line_to(x[1], y[0]);
        path.line_to(x[1], y[1]);
        path.line_to(x[0], y[1]);
        path.close();
    }

    #[test]
    fn a_pixel_is_as_dark_as_it_is_covered() {
        let drawn = shades(|path| rectangle(path, [0.5, 2.25], [0.0, 1.5]));
        assert_eq!(drawn, [128, 0, 191, 255, 191, 128, 223, 255]);
    }

    #[test]
    fn what_lies_outside_is_left_out() {
        let drawn = shades(|path| rectangle(path, [-9.0, 99.0], [-9.0, 1.0]));
        assert_eq!(drawn, [0, 0, 0, 0, 255, 255, 255, 255]);
    }

    #[test]
    fn shapes_over_each_other_are_one_and_holes_stay_open() {
        let over = shades(|path| {
            rectangle(path, [0.0, 3.0], [0.0, 1.0]);
            rectangle(path, [1.0, 4.0], [0.0, 1.0]);
        });
        assert_eq!(over[..4], [0, 0, 0, 0]);
        let hole = shades(|path| {
            rectangle(path, [0.0, 4.0], [0.0, 1.0]);
            rectangle(path, [2.0, 1.0], [0.0, 1.0]);
        });
        assert_eq!(hole[..4], [0, 255, 0, 0]);
    }
}
