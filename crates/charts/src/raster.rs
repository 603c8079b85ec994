//! Fills outlines with one colour, antialiased, on an opaque background.
//!
//! A chart consists of thousands of thin lines and glyphs, that is, mostly of partly covered pixels. The general
//! pipeline of tiny-skia runs each of them through all its stages; here a pixel is a sum and a blend. Tests compare the
//! pixels with those of resvg.

use resvg::tiny_skia::{Path, PathSegment, Point};

/// Sample lines per pixel row; horizontally, coverage is exact.
const LINES_PER_PIXEL: i32 = 4;
/// Horizontal subdivisions of a pixel.
const SUBPIXELS: f32 = 256.0;
/// Sum of a fully covered pixel.
const FULL_COVERAGE: i32 = LINES_PER_PIXEL * SUBPIXELS as i32;
/// Coverage levels of an edge: more would not be visible, but make the file larger by half.
const COVERAGE_LEVELS: i32 = 32;
/// Pixels per block; blocks without changes are skipped.
const BLOCK: usize = 16;

/// A colour with its opacity, 0 to 1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ink {
    pub(crate) rgb: [u8; 3],
    pub(crate) opacity: f32,
}

/// A straight edge; x in pixels, y in sample lines.
struct Edge {
    /// First sample line that the edge crosses, and the first one below the edge.
    first: i32,
    end: i32,
    /// Where the edge crosses the current sample line.
    x: f32,
    /// Change of `x` per sample line.
    slope: f32,
    /// 1 downwards, -1 upwards.
    winding: i32,
}

/// An image being drawn, three bytes per pixel.
pub(crate) struct Raster {
    width: usize,
    height: usize,
    rgb: Vec<u8>,
    /// Coverage deltas from pixel to pixel in the current row; all 0 between rows.
    deltas: Vec<i32>,
    /// Blocks of the current row that have deltas.
    dirty_blocks: Vec<bool>,
}

impl Raster {
    pub(crate) fn new(width: u32, height: u32, background: [u8; 3]) -> Self {
        let (width, height) = (width as usize, height as usize);
        Self {
            width,
            height,
            rgb: background.repeat(width * height),
            deltas: vec![0; (width + 2).next_multiple_of(BLOCK)],
            dirty_blocks: vec![false; (width + 2).div_ceil(BLOCK)],
        }
    }

    /// Returns the pixels, row by row.
    pub(crate) fn rgb(&self) -> &[u8] {
        &self.rgb
    }

    /// Fills `path`, given in pixels, with the non-zero winding rule.
    pub(crate) fn fill(&mut self, path: &Path, ink: Ink) {
        let mut edges = edges(path, self.height as i32 * LINES_PER_PIXEL);
        edges.sort_unstable_by_key(|edge| edge.first);
        let mut pending = edges.into_iter().peekable();
        let mut active: Vec<Edge> = Vec::new();
        let Some(mut line) = pending.peek().map(|edge| edge.first) else {
            return;
        };
        loop {
            while let Some(edge) = pending.next_if(|edge| edge.first <= line) {
                active.push(edge);
            }
            self.scan_line(&mut active);
            let row = line / LINES_PER_PIXEL;
            line += 1;
            active.retain(|edge| edge.end > line);
            // Without active edges, skip to the next edge.
            let next = match pending.peek() {
                Some(edge) if active.is_empty() => Some(edge.first),
                None if active.is_empty() => None,
                _ => Some(line),
            };
            if next.is_none_or(|next| next / LINES_PER_PIXEL != row) {
                self.blend_row(row, ink);
            }
            match next {
                Some(next) => line = next,
                None => return,
            }
        }
    }

    /// Adds the coverage of one sample line, and advances the edges to the next.
    fn scan_line(&mut self, active: &mut [Edge]) {
        // Insertion sort: few edges change order from line to line.
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
                self.add_delta(edge.x, 1);
            } else if winding == 0 {
                self.add_delta(edge.x, -1);
            }
            edge.x += edge.slope;
        }
    }

    /// Records that coverage begins (1) or ends (-1) at `x`.
    fn add_delta(&mut self, x: f32, sign: i32) {
        let subpixels = (x.clamp(0.0, self.width as f32) * SUBPIXELS) as usize;
        let (pixel, subpixel) = (subpixels / SUBPIXELS as usize, (subpixels % SUBPIXELS as usize) as i32);
        self.deltas[pixel] += sign * (SUBPIXELS as i32 - subpixel);
        self.deltas[pixel + 1] += sign * subpixel;
        self.dirty_blocks[pixel / BLOCK] = true;
        self.dirty_blocks[(pixel + 1) / BLOCK] = true;
    }

    /// Blends the current row into the image and clears its deltas.
    fn blend_row(&mut self, y: i32, ink: Ink) {
        let start = y as usize * self.width * 3;
        let row = &mut self.rgb[start..start + self.width * 3];
        let alpha = |covered: i32| {
            let steps = (covered.min(FULL_COVERAGE) * COVERAGE_LEVELS + FULL_COVERAGE / 2) / FULL_COVERAGE;
            ((steps * 256 / COVERAGE_LEVELS) as f32 * ink.opacity) as i32
        };
        let mut covered = 0;
        for (block, dirty) in self.dirty_blocks.iter_mut().enumerate() {
            let from = block * BLOCK;
            if !std::mem::take(dirty) {
                if covered > 0 {
                    let to = (from + BLOCK).min(self.width);
                    blend(&mut row[from.min(to) * 3..to * 3], ink.rgb, alpha(covered));
                }
                continue;
            }
            for pixel in from..from + BLOCK {
                covered += std::mem::take(&mut self.deltas[pixel]);
                if covered > 0 && pixel < self.width {
                    blend(&mut row[pixel * 3..pixel * 3 + 3], ink.rgb, alpha(covered));
                }
            }
        }
    }
}

/// Blends pixels with a colour; an alpha of 256 is fully opaque.
fn blend(pixels: &mut [u8], rgb: [u8; 3], alpha: i32) {
    for pixel in pixels.chunks_exact_mut(3) {
        for (channel, color) in pixel.iter_mut().zip(rgb) {
            let background = i32::from(*channel);
            *channel = (background + (((i32::from(color) - background) * alpha + 128) >> 8)) as u8;
        }
    }
}

/// Returns the edges of a path in an image with this many sample lines; curves are approximated by straight segments.
fn edges(path: &Path, lines: i32) -> Vec<Edge> {
    let mut edges = Vec::new();
    let (mut start, mut current) = (Point::zero(), Point::zero());
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(to) => {
                edge(current, start, lines, &mut edges);
                (start, current) = (to, to);
            }
            PathSegment::LineTo(to) => {
                edge(current, to, lines, &mut edges);
                current = to;
            }
            PathSegment::QuadTo(control, to) => {
                // The equivalent cubic curve.
                let handle = |end: Point| end + scaled(control - end, 2.0 / 3.0);
                curve([current, handle(current), handle(to), to], lines, &mut edges);
                current = to;
            }
            PathSegment::CubicTo(control1, control2, to) => {
                curve([current, control1, control2, to], lines, &mut edges);
                current = to;
            }
            PathSegment::Close => {
                edge(current, start, lines, &mut edges);
                current = start;
            }
        }
    }
    edge(current, start, lines, &mut edges);
    edges
}

fn scaled(mut point: Point, factor: f32) -> Point {
    point.scale(factor);
    point
}

/// Splits a curve into enough segments to stay within a small part of a pixel.
fn curve(points: [Point; 4], lines: i32, edges: &mut Vec<Edge>) {
    let [from, control1, control2, to] = points;
    let deviation = |a: Point, b: Point, c: Point| (a.x - 2.0 * b.x + c.x).hypot(a.y - 2.0 * b.y + c.y);
    let max_deviation = deviation(from, control1, control2).max(deviation(control1, control2, to));
    let segments = (max_deviation * 8.0).sqrt().ceil().clamp(1.0, 64.0);
    let mut current = from;
    for segment in 1..=segments as u32 {
        let t = segment as f32 / segments;
        let lerp = |a: Point, b: Point| a + scaled(b - a, t);
        let (first, second, third) = (lerp(from, control1), lerp(control1, control2), lerp(control2, to));
        let next = lerp(lerp(first, second), lerp(second, third));
        edge(current, next, lines, edges);
        current = next;
    }
}

/// Adds an edge, unless it crosses no sample line. Lines are sampled at their centre.
fn edge(from: Point, to: Point, lines: i32, edges: &mut Vec<Edge>) {
    let (upper, lower, winding) = if from.y <= to.y { (from, to, 1) } else { (to, from, -1) };
    let line = |y: f32| (y * LINES_PER_PIXEL as f32 - 0.5).ceil().clamp(0.0, lines as f32) as i32;
    let (first, end) = (line(upper.y), line(lower.y));
    if first >= end {
        return;
    }
    let slope = (lower.x - upper.x) / (lower.y - upper.y) / LINES_PER_PIXEL as f32;
    let middle = (first as f32 + 0.5) / LINES_PER_PIXEL as f32;
    edges.push(Edge {
        first,
        end,
        x: upper.x + (middle - upper.y) * slope * LINES_PER_PIXEL as f32,
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
    fn a_pixel_is_as_dark_as_its_coverage() {
        let drawn = shades(|path| rectangle(path, [0.5, 2.25], [0.0, 1.5]));
        assert_eq!(drawn, [128, 0, 191, 255, 191, 128, 223, 255]);
    }

    #[test]
    fn parts_outside_the_image_are_clipped() {
        let drawn = shades(|path| rectangle(path, [-9.0, 99.0], [-9.0, 1.0]));
        assert_eq!(drawn, [0, 0, 0, 0, 255, 255, 255, 255]);
    }

    #[test]
    fn overlapping_shapes_merge_and_holes_stay_open() {
        let merged = shades(|path| {
            rectangle(path, [0.0, 3.0], [0.0, 1.0]);
            rectangle(path, [1.0, 4.0], [0.0, 1.0]);
        });
        assert_eq!(merged[..4], [0, 0, 0, 0]);
        let hole = shades(|path| {
            rectangle(path, [0.0, 4.0], [0.0, 1.0]);
            rectangle(path, [2.0, 1.0], [0.0, 1.0]);
        });
        assert_eq!(hole[..4], [0, 255, 0, 0]);
    }
}
