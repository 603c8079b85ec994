//! Writes the slide with the summary of a deck: a native table, which can be edited.

use super::{
    Writer,
    arrange::Rect,
    master::{self, Layout},
    shapes::{Placeholder, place},
};
use crate::{
    Summary,
    chart::MIN_SIZE,
    text::{clean, lines, number},
    theme::slot,
    words,
    xml::Xml,
};

/// Font sizes to try, in points.
const SIZES: [f64; 4] = [16.0, 14.0, 13.0, MIN_SIZE];
/// Line height as a multiple of the font size, and the space above and below a text, in points.
const LEADING: f64 = 1.2;
const PADDING: f64 = 4.0;
const SIDES: f64 = 5.0;
/// Heights of the space between texts and table, and for the notes below it, in points.
const GAP: f64 = 8.0;
const NOTE_HEIGHT: f64 = 18.0;

/// The table with its measures.
struct Sized<'a> {
    summary: &'a Summary,
    size: f64,
    /// Widths of the columns and heights of the rows, that of the headings first, in points.
    widths: Vec<f64>,
    heights: Vec<f64>,
}

impl Writer<'_> {
    /// Adds the slide with the summary.
    pub(super) fn summary(&mut self, summary: &Summary) {
        let lang = self.deck.lang;
        let (title, subtitle) = (clean(&summary.title), clean(&summary.subtitle));
        let texts = self.slide_size.page_layout(Some((&title, &subtitle)), &[], "", 0.0);
        let top = texts.subtitle.0.y + texts.subtitle.0.h + GAP;
        let room = self.slide_size.band(top, 0.0);
        let bottom = self.slide_size.footer(1.0).y;
        let notes: Vec<String> = summary.notes.iter().map(|line| clean(line)).collect();
        let note_height = NOTE_HEIGHT * number(notes.len());
        let table = sized(summary, (room.w, bottom - top - note_height));
        let page = self.slides + 1;
        let number = self.slide_size.number();
        let below = self.slide_size.band(bottom - note_height, note_height);
        self.text_slide(Layout::Chart, |x| {
            let text = |id, name, kind, place, size| Placeholder {
                id,
                name,
                kind,
                place,
                size: Some(size),
            };
            let (place, size) = texts.title;
            text(2, "Title", master::TITLE, Some(place), size).lines(x, lang, std::slice::from_ref(&title));
            let (place, size) = texts.subtitle;
            text(3, "Subtitle", master::SUBTITLE, Some(place), size).lines(x, lang, &[subtitle]);
            frame(x, &table, room, (lang, &title));
            if !notes.is_empty() {
                text(4, "Remarks", master::REMARKS, Some(below), MIN_SIZE).lines(x, lang, &notes);
            }
            text(6, "Slide number", master::NUMBER, Some(number), MIN_SIZE).number(x, lang, page);
        });
    }
}

/// Returns the table in the largest font size at which it fits.
fn sized(summary: &Summary, (width, height): (f64, f64)) -> Sized<'_> {
    let total: f64 = summary.widths.iter().map(|share| f64::from(*share)).sum();
    let widths: Vec<f64> = summary
        .widths
        .iter()
        .map(|share| width * f64::from(*share) / total.max(1.0))
        .collect();
    let heights = |size: f64| -> Vec<f64> {
        let row = |cells: &Vec<String>| {
            let needed = cells.iter().zip(&widths);
            let needed = needed.map(|(text, width)| lines(text, size, width - 2.0 * SIDES));
            needed.fold(1.0, f64::max) * size * LEADING + 2.0 * PADDING
        };
        std::iter::once(&summary.columns)
            .chain(&summary.rows)
            .map(row)
            .collect()
    };
    let fits = |size: &&f64| heights(**size).iter().sum::<f64>() <= height;
    let size = SIZES.iter().find(fits).copied().unwrap_or(MIN_SIZE);
    let heights = heights(size);
    Sized {
        summary,
        size,
        widths,
        heights,
    }
}

fn frame(x: &mut Xml, table: &Sized<'_>, room: Rect, (lang, name): (domain::Lang, &str)) {
    const TABLE: &str = "http://schemas.openxmlformats.org/drawingml/2006/table";
    x.within("p:graphicFrame", &[], |x| {
        x.within("p:nvGraphicFramePr", &[], |x| {
            x.leaf("p:cNvPr", &[("id", "10"), ("name", name), ("descr", name)]);
            x.within("p:cNvGraphicFramePr", &[], |x| {
                x.leaf("a:graphicFrameLocks", &[("noGrp", "1")]);
            });
            x.leaf("p:nvPr", &[]);
        });
        let h = table.heights.iter().sum();
        place(x, "p:xfrm", Rect { h, ..room });
        x.within("a:graphic", &[], |x| {
            x.within("a:graphicData", &[("uri", TABLE)], |x| {
                x.within("a:tbl", &[], |x| {
                    x.leaf("a:tblPr", &[("firstRow", "1")]);
                    x.within("a:tblGrid", &[], |x| {
                        for width in &table.widths {
                            x.leaf("a:gridCol", &[("w", &emu(*width))]);
                        }
                    });
                    let rows = std::iter::once(&table.summary.columns).chain(&table.summary.rows);
                    for (index, (cells, height)) in rows.zip(&table.heights).enumerate() {
                        x.within("a:tr", &[("h", &emu(*height))], |x| {
                            for (column, text) in cells.iter().enumerate() {
                                let bold = index == 0 || column == 0;
                                cell(x, (lang, table.size), &clean(text), (index == 0, bold));
                            }
                        });
                    }
                });
            });
        });
    });
}

fn cell(x: &mut Xml, (lang, size): (domain::Lang, f64), text: &str, (heading, bold): (bool, bool)) {
    x.within("a:tc", &[], |x| {
        x.within("a:txBody", &[], |x| {
            x.leaf("a:bodyPr", &[]);
            x.leaf("a:lstStyle", &[]);
            x.within("a:p", &[], |x| {
                let size = format!("{:.0}", size * 100.0);
                let bold = if bold { "1" } else { "0" };
                let attrs = [("lang", words::tag(lang)), ("sz", size.as_str()), ("b", bold)];
                if text.is_empty() {
                    x.leaf("a:endParaRPr", &attrs);
                    return;
                }
                x.within("a:r", &[], |x| {
                    x.within("a:rPr", &attrs, |x| slot(x, if heading { "tx2" } else { "tx1" }));
                    x.text("a:t", &[], text);
                });
            });
        });
        let [sides, padding] = [SIDES, PADDING].map(emu);
        let margins = [
            ("marL", sides.as_str()),
            ("marR", sides.as_str()),
            ("marT", padding.as_str()),
            ("marB", padding.as_str()),
            ("anchor", "ctr"),
        ];
        x.within("a:tcPr", &margins, |x| {
            for side in ["a:lnL", "a:lnR", "a:lnT"] {
                x.within(side, &[("w", "0")], |x| x.leaf("a:noFill", &[]));
            }
            let width = if heading { "12700" } else { "6350" };
            x.within("a:lnB", &[("w", width)], |x| slot(x, "tx2"));
            x.leaf("a:noFill", &[]);
        });
    });
}

fn emu(points: f64) -> String {
    format!("{:.0}", points * 12_700.0)
}
