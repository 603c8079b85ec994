//! Lines and texts over a chart for which no native element works in all programs: the national average across
//! horizontal bars, the breaks between years, and the legend of bars. They belong to the chart and move with it.

use domain::chart::Reference;

use super::{Drawing, GAP, LEGEND_LINE, MIN_SIZE};
use crate::{
    plot::{Form, Series, Tone},
    text::{clean, number, width},
    theme::{DRAWING, slot},
    words,
    xml::Xml,
};

const CHARTS: (&str, &str) = ("xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart");
const SHAPES: (&str, &str) = (
    "xmlns:cdr",
    "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing",
);

/// Distance between a line and a label that it would cross, in points.
const CLEARANCE: f64 = 2.0;

/// A rectangle in points, from the top left corner of the chart.
#[derive(Clone, Copy, Debug)]
struct Area {
    x: f64,
    y: f64,
    w: f64,
    h: f64,
}

/// A text with the tone of the mark before it.
struct Entry {
    tone: Option<Tone>,
    text: String,
}

/// Something over the chart.
enum Over {
    /// A vertical line.
    Line(Area),
    Text(Area, Vec<Entry>),
}

impl Drawing<'_> {
    /// Returns whether the legend is one of the texts over the chart. The native one has another order of its entries in
    /// each program if the first bar is on top, and the labels follow that order.
    pub(super) fn has_own_legend(&self) -> bool {
        self.plot.legend && self.plot.form == Form::Bars
    }

    /// Returns the part with what is over the chart; `None` if there is nothing.
    pub(super) fn overlay(&self) -> Option<Vec<u8>> {
        let mut all = self.breaks();
        if let Some(reference) = &self.plot.reference {
            all.extend(self.reference(reference));
        }
        if self.has_own_legend() {
            all.extend(self.legend());
        }
        (!all.is_empty()).then(|| {
            Xml::part("c:userShapes", &[CHARTS, DRAWING, SHAPES], |x| {
                for (id, over) in (2..).zip(&all) {
                    self.write_over(x, id, over);
                }
            })
        })
    }

    /// Returns the plot area, in points.
    fn area(&self) -> Area {
        Area {
            x: self.inner.x * self.frame.width,
            y: self.inner.y * self.frame.height,
            w: self.inner.w * self.frame.width,
            h: self.inner.h * self.frame.height,
        }
    }

    /// Returns a line at each category that stands for a break between two years.
    fn breaks(&self) -> Vec<Over> {
        if self.plot.form.is_horizontal() {
            return Vec::new();
        }
        let area = self.area();
        let step = area.w / number(self.plot.categories.len().max(1));
        let at = |index: usize| Area {
            x: area.x + step * (number(index) + 0.5),
            w: 0.0,
            ..area
        };
        let names = self.plot.categories.iter().enumerate();
        names
            .filter(|(_, name)| *name == crate::plot::BREAK)
            .map(|(index, _)| Over::Line(at(index)))
            .collect()
    }

    /// Returns the line of a value and its label below it. The line is interrupted where it would cross a label.
    fn reference(&self, reference: &Reference) -> Vec<Over> {
        let area = self.area();
        let x_of = |value: f64| area.x + area.w * self.plot.axis.share(value);
        let x = x_of(reference.value);
        let rows = self.plot.categories.len().max(1);
        let height = area.h / number(rows);
        let half = self.size * 0.62;
        let (mut all, mut start) = (Vec::new(), area.y);
        let mut line = |from: f64, to: f64| {
            if to > from {
                all.push(Over::Line(Area {
                    x,
                    y: from,
                    w: 0.0,
                    h: to - from,
                }));
            }
        };
        for row in 0..rows {
            if self
                .label_spans(row, &x_of)
                .is_some_and(|(from, to)| (from..to).contains(&x))
            {
                let middle = area.y + height * (number(row) + 0.5);
                line(start, middle - half);
                start = middle + half;
            }
        }
        line(start, area.y + area.h);
        let text = clean(&reference.label);
        let needed = width(&text, MIN_SIZE) + GAP;
        let ticks = if self.plot.axis.hidden { 0.0 } else { self.size * 1.6 };
        all.push(Over::Text(
            Area {
                x: (x - needed / 2.0).clamp(0.0, (self.frame.width - needed).max(0.0)),
                y: area.y + area.h + ticks + 1.0,
                w: needed,
                h: MIN_SIZE * 1.3,
            },
            vec![Entry { tone: None, text }],
        ));
        all
    }

    /// Returns where the label of a row starts and ends, in points; `None` if it has none right of its bar.
    fn label_spans(&self, row: usize, x_of: &impl Fn(f64) -> f64) -> Option<(f64, f64)> {
        let drawn = self.plot.series.iter().filter(|s| s.tone != Tone::Hidden);
        let mut labels = drawn.filter_map(|s: &Series| Some((s.values[row]?, self.plot.label(s, row)?)));
        let (value, text) = labels.next()?;
        let end = x_of(value);
        Some((end - CLEARANCE, end + width(&text, self.size) + 4.0 + CLEARANCE))
    }

    /// Returns the entries of the legend, in lines.
    fn legend(&self) -> Vec<Over> {
        let mut lines: Vec<Vec<Entry>> = vec![Vec::new()];
        let mut used = 0.0;
        for series in self.plot.series.iter().filter(|s| s.tone != Tone::Hidden) {
            let needed = width(&series.name, MIN_SIZE) + 30.0;
            if used > 0.0 && used + needed > self.frame.width {
                lines.push(Vec::new());
                used = 0.0;
            }
            used += needed;
            if let Some(line) = lines.last_mut() {
                line.push(Entry {
                    tone: Some(series.tone),
                    text: series.name.clone(),
                });
            }
        }
        let area = |index: usize| Area {
            x: 0.0,
            y: 2.0 + LEGEND_LINE * number(index),
            w: self.frame.width,
            h: LEGEND_LINE,
        };
        lines
            .into_iter()
            .enumerate()
            .map(|(index, line)| Over::Text(area(index), line))
            .collect()
    }

    fn write_over(&self, x: &mut Xml, id: usize, over: &Over) {
        let (Over::Line(area) | Over::Text(area, _)) = over;
        let corner = |x: &mut Xml, element: &str, (left, top): (f64, f64)| {
            x.within(element, &[], |x| {
                x.text(
                    "cdr:x",
                    &[],
                    &format!("{:.5}", (left / self.frame.width).clamp(0.0, 1.0)),
                );
                x.text(
                    "cdr:y",
                    &[],
                    &format!("{:.5}", (top / self.frame.height).clamp(0.0, 1.0)),
                );
            });
        };
        x.within("cdr:relSizeAnchor", &[], |x| {
            corner(x, "cdr:from", (area.x, area.y));
            corner(x, "cdr:to", (area.x + area.w, area.y + area.h));
            let id = id.to_string();
            match over {
                Over::Line(area) => line(x, &id, *area),
                Over::Text(area, entries) => text(x, (&id, words::tag(self.plot.lang)), *area, entries),
            }
        });
    }
}

/// Writes position and size, which programs replace by those of the anchor.
fn place(x: &mut Xml, area: Area) {
    let emu = |points: f64| format!("{:.0}", points * 12_700.0);
    x.within("a:xfrm", &[], |x| {
        x.leaf("a:off", &[("x", &emu(area.x)), ("y", &emu(area.y))]);
        x.leaf("a:ext", &[("cx", &emu(area.w)), ("cy", &emu(area.h))]);
    });
}

fn line(x: &mut Xml, id: &str, area: Area) {
    x.within("cdr:cxnSp", &[("macro", "")], |x| {
        x.within("cdr:nvCxnSpPr", &[], |x| {
            x.leaf("cdr:cNvPr", &[("id", id), ("name", &format!("Line {id}"))]);
            x.leaf("cdr:cNvCxnSpPr", &[]);
        });
        x.within("cdr:spPr", &[], |x| {
            place(x, area);
            x.raw("<a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom>");
            x.within("a:ln", &[("w", "12700")], |x| {
                slot(x, "tx1");
                x.val("a:prstDash", "dash");
            });
        });
    });
}

fn text(x: &mut Xml, (id, lang): (&str, &str), area: Area, entries: &[Entry]) {
    x.within("cdr:sp", &[("macro", ""), ("textlink", "")], |x| {
        x.within("cdr:nvSpPr", &[], |x| {
            x.leaf("cdr:cNvPr", &[("id", id), ("name", &format!("Text {id}"))]);
            x.leaf("cdr:cNvSpPr", &[("txBox", "1")]);
        });
        x.within("cdr:spPr", &[], |x| {
            place(x, area);
            x.raw("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/>");
        });
        x.within("cdr:txBody", &[], |x| {
            let body = [
                ("wrap", "none"),
                ("lIns", "0"),
                ("tIns", "0"),
                ("rIns", "0"),
                ("bIns", "0"),
                ("anchor", "ctr"),
            ];
            x.leaf("a:bodyPr", &body);
            x.leaf("a:lstStyle", &[]);
            x.within("a:p", &[], |x| {
                x.leaf("a:pPr", &[("algn", "ctr")]);
                for entry in entries {
                    if let Some(tone) = entry.tone {
                        run(x, lang, "■", |x| x.within("a:solidFill", &[], |x| tone.write(x)));
                    }
                    let text = if entry.tone.is_some() {
                        format!(" {}     ", entry.text)
                    } else {
                        entry.text.clone()
                    };
                    run(x, lang, &text, |x| slot(x, "tx1"));
                }
            });
        });
    });
}

fn run(x: &mut Xml, lang: &str, text: &str, fill: impl FnOnce(&mut Xml)) {
    let size = format!("{:.0}", MIN_SIZE * 100.0);
    x.within("a:r", &[], |x| {
        x.within("a:rPr", &[("lang", lang), ("sz", size.as_str())], |x| {
            fill(x);
            x.leaf("a:latin", &[("typeface", "+mn-lt")]);
        });
        x.text("a:t", &[], text);
    });
}
