//! How high an embed is before anything of it is loaded.
//!
//! A frame gets its height from its content as soon as scripts run on both sides. Until then, and
//! where they do not run, the height in the snippet must be enough: every text is taken to be
//! wider than it is.

use super::foot;
use domain::{chart::ChartModel, data_table::DataTable};

use crate::export::{Export, ImageOptions, Shape};

/// Gives width and height in CSS px of the picture of a chart in a look; `None` if it cannot be drawn.
pub type SizeOf<'a> = dyn Fn(&ChartModel, &ImageOptions) -> Option<(u32, u32)> + 'a;

/// Widest frame in which the drawing for phones is shown, in CSS px. In a wider one the letters of the wide
/// drawing, 960 px scaled down, can be read.
pub(super) const NARROW: u32 = 639;
/// The drawing for phones is not blown up further, in CSS px.
const WIDEST_PHONE: u32 = 480;
/// Widest picture, in CSS px.
const WIDEST: u32 = 1200;
/// Narrowest frame that is cared for, in CSS px.
pub const NARROWEST_FRAME: u32 = 280;
/// Frames whose width is not known are one of these wide, in CSS px: phone, column, page.
const USUAL: [u32; 3] = [320, 640, 960];

// What `style/embed.css` says, in CSS px.
const SIDE: u32 = 12;
const BELOW: u32 = 10;
const SUMMARY: u32 = 36;
const LINE: u32 = 19;
const AFTER_NOTES: u32 = 6;
const TITLE_LINE: u32 = 26;
const TITLE_AROUND: u32 = 18;
const ROW: u32 = 32;
const LOWEST_TABLE: u32 = 480;
const SCROLLBAR: u32 = 18;
/// Width of a character of small text and of a title, generously.
const CHARACTER: u32 = 8;
const TITLE_CHARACTER: u32 = 12;

/// Height in CSS px of the frame of a view in a frame of this width.
#[must_use]
pub fn frame_height(export: &Export, size: &SizeOf<'_>, width: u32) -> u32 {
    let width = width.max(NARROWEST_FRAME);
    let inner = width - 2 * SIDE;
    let main = match (&export.model, &export.table) {
        (Some(model), _) => picture(export, model, size, width) + SUMMARY,
        (None, Some(table)) => around_table(export, table, inner),
        (None, None) => 0,
    };
    let notes = foot::notes(export);
    let notes: u32 = notes.iter().map(|note| lines(note, inner, CHARACTER) * LINE).sum();
    let notes = if notes > 0 { notes + AFTER_NOTES } else { 0 };
    main + notes + lines(&foot::foot_text(export), inner, CHARACTER) * LINE + BELOW
}

/// The height that is enough in each usual width.
#[must_use]
pub fn usual_height(export: &Export, size: &SizeOf<'_>) -> u32 {
    let heights = USUAL.map(|width| frame_height(export, size, width));
    heights.into_iter().max().unwrap_or_default()
}

fn picture(export: &Export, model: &ChartModel, size: &SizeOf<'_>, width: u32) -> u32 {
    let phone = (width <= NARROW)
        .then(|| size(model, &look(export, Shape::Phone)))
        .flatten();
    let (drawn, room) = match phone {
        Some(drawn) => (Some(drawn), width.min(WIDEST_PHONE)),
        None => (size(model, &look(export, Shape::Auto)), width.min(WIDEST)),
    };
    drawn.map_or(0, |(wide, high)| (room * high).div_ceil(wide.max(1)))
}

/// The look of one of the pictures.
pub(super) fn look(export: &Export, shape: Shape) -> ImageOptions {
    ImageOptions {
        shape,
        scale: ImageOptions::default().scale,
        ..export.look
    }
}

fn around_table(export: &Export, table: &DataTable, inner: u32) -> u32 {
    let title = if export.look.title {
        lines(&table.title, inner, TITLE_CHARACTER) * TITLE_LINE
            + lines(&table.subtitle, inner, CHARACTER) * LINE
            + TITLE_AROUND
    } else {
        BELOW
    };
    let rows = u32::try_from(table.rows.len()).unwrap_or(u32::MAX).min(100);
    let sources = if export.sources.is_empty() { 0 } else { SUMMARY };
    title + ((rows + 1) * ROW + SCROLLBAR).min(LOWEST_TABLE) + sources + BELOW
}

fn lines(text: &str, width: u32, character: u32) -> u32 {
    let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX / character);
    (letters * character).div_ceil(width.max(1))
}
