//! Writes the shapes of a drawing on a slide: rectangles, dots, triangles and texts, each of which can be moved,
//! coloured and deleted.

use domain::{Lang, chart::Emphasis};

use super::{arrange::Rect, shapes::place};
use crate::{
    plot::Tone,
    text::width,
    theme::{fill, hatch, slot},
    tiles::Shade,
    words,
    xml::Xml,
};

/// The geometry of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Geometry {
    Rect,
    Dot,
    /// A triangle that points up.
    Up,
    /// A triangle that points down.
    Down,
    /// An equals sign.
    Equal,
    /// A not-equal sign.
    Unequal,
}

/// The fill of a shape.
#[derive(Clone, Copy, Debug)]
pub(super) enum Paint {
    None,
    Shade(Shade),
    Hatched,
    /// The background colour of the slide.
    Paper,
    /// The colour of a series.
    Tone(Tone),
    /// A colour of the theme, by name.
    Slot(&'static str),
}

/// The horizontal alignment of a text in its rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Middle,
    Right,
}

/// A text in a shape.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label<'a> {
    pub(super) text: &'a str,
    /// Font size, in points.
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) align: Align,
    /// Colour of the theme, by name.
    pub(super) colour: &'static str,
}

/// A shape.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape<'a> {
    pub(super) rect: Rect,
    pub(super) geometry: Geometry,
    pub(super) paint: Paint,
    /// Colour and width of the outline, in points.
    pub(super) line: Option<(Paint, f64)>,
    pub(super) label: Option<Label<'a>>,
    /// Name in the list of shapes.
    pub(super) name: &'a str,
    /// Alternative text.
    pub(super) description: &'a str,
}

/// A group of shapes being written.
pub(super) struct Drawing<'x> {
    x: &'x mut Xml,
    lang: Lang,
    next: usize,
}

/// Writes a group of shapes with a name and an alternative text.
pub(super) fn group(
    x: &mut Xml,
    lang: Lang,
    room: Rect,
    (name, description): (&str, &str),
    inside: impl FnOnce(&mut Drawing<'_>),
) {
    grouped(x, room, (name, description), |x| {
        inside(&mut Drawing { x, lang, next: 11 });
    });
}

/// Writes the group element around the elements that `inside` writes.
pub(super) fn grouped(x: &mut Xml, room: Rect, (name, description): (&str, &str), inside: impl FnOnce(&mut Xml)) {
    x.within("p:grpSp", &[], |x| {
        x.within("p:nvGrpSpPr", &[], |x| {
            x.leaf("p:cNvPr", &[("id", "10"), ("name", name), ("descr", description)]);
            x.leaf("p:cNvGrpSpPr", &[]);
            x.leaf("p:nvPr", &[]);
        });
        x.within("p:grpSpPr", &[], |x| {
            let [left, top, width, height] = room.emu();
            x.within("a:xfrm", &[], |x| {
                x.leaf("a:off", &[("x", &left), ("y", &top)]);
                x.leaf("a:ext", &[("cx", &width), ("cy", &height)]);
                x.leaf("a:chOff", &[("x", &left), ("y", &top)]);
                x.leaf("a:chExt", &[("cx", &width), ("cy", &height)]);
            });
        });
        inside(x);
    });
}

impl<'a> Shape<'a> {
    /// Creates a filled rectangle without an outline.
    pub(super) const fn rect(rect: Rect, paint: Paint, (name, description): (&'a str, &'a str)) -> Self {
        Self {
            rect,
            geometry: Geometry::Rect,
            paint,
            line: None,
            label: None,
            name,
            description,
        }
    }

    /// Creates a dot around a point.
    pub(super) const fn dot(
        (x, y): (f64, f64),
        radius: f64,
        paint: Paint,
        name_and_description: (&'a str, &'a str),
    ) -> Self {
        let rect = Rect {
            x: x - radius,
            y: y - radius,
            w: radius * 2.0,
            h: radius * 2.0,
        };
        Self {
            geometry: Geometry::Dot,
            ..Self::rect(rect, paint, name_and_description)
        }
    }

    /// Creates a text without fill or outline.
    pub(super) const fn text(rect: Rect, label: Label<'a>) -> Self {
        Self {
            label: Some(label),
            ..Self::rect(rect, Paint::None, (label.text, label.text))
        }
    }
}

/// Returns the tone of a mark.
pub(super) const fn tone(emphasis: Emphasis) -> Tone {
    match emphasis {
        Emphasis::Context => Tone::Context,
        Emphasis::Highlight(n) => Tone::Highlight(n),
    }
}

impl Geometry {
    /// Returns the name of the preset geometry in the file format.
    const fn name(self) -> &'static str {
        match self {
            Self::Rect => "rect",
            Self::Dot => "ellipse",
            Self::Up => "triangle",
            Self::Down => "flowChartMerge",
            Self::Equal => "mathEqual",
            Self::Unequal => "mathNotEqual",
        }
    }
}

impl Drawing<'_> {
    /// Writes one shape.
    pub(super) fn add(&mut self, shape: &Shape<'_>) {
        let id = self.next.to_string();
        self.next += 1;
        let lang = self.lang;
        self.x.within("p:sp", &[], |x| {
            x.within("p:nvSpPr", &[], |x| {
                x.leaf(
                    "p:cNvPr",
                    &[("id", &id), ("name", shape.name), ("descr", shape.description)],
                );
                x.leaf("p:cNvSpPr", &[]);
                x.leaf("p:nvPr", &[]);
            });
            x.within("p:spPr", &[], |x| {
                place(x, "a:xfrm", shape.rect);
                x.within("a:prstGeom", &[("prst", shape.geometry.name())], |x| {
                    x.leaf("a:avLst", &[]);
                });
                paint(x, shape.paint);
                outline(x, shape.line);
            });
            x.within("p:txBody", &[], |x| text_body(x, lang, shape));
        });
    }
}

fn paint(x: &mut Xml, paint: Paint) {
    match paint {
        Paint::None => x.leaf("a:noFill", &[]),
        Paint::Shade(shade) => shade.fill(x),
        Paint::Hatched => hatch(x),
        Paint::Paper => slot(x, "bg1"),
        Paint::Tone(tone) => fill(x, tone),
        Paint::Slot(name) => slot(x, name),
    }
}

fn outline(x: &mut Xml, line: Option<(Paint, f64)>) {
    let Some((colour, width)) = line else {
        x.within("a:ln", &[], |x| x.leaf("a:noFill", &[]));
        return;
    };
    let line_width = format!("{:.0}", width * 12_700.0);
    x.within("a:ln", &[("w", &line_width)], |x| paint(x, colour));
}

fn text_body(x: &mut Xml, lang: Lang, shape: &Shape<'_>) {
    // A text that does not fit on one line of its rectangle is wrapped.
    let wraps = shape
        .label
        .is_some_and(|label| width(label.text, label.size) > shape.rect.w + 0.5);
    let body = [
        ("wrap", if wraps { "square" } else { "none" }),
        ("lIns", "0"),
        ("tIns", "0"),
        ("rIns", "0"),
        ("bIns", "0"),
        ("anchor", "ctr"),
    ];
    x.leaf("a:bodyPr", &body);
    x.leaf("a:lstStyle", &[]);
    x.within("a:p", &[], |x| {
        let Some(label) = shape.label.filter(|label| !label.text.is_empty()) else {
            x.leaf("a:endParaRPr", &[("lang", words::tag(lang))]);
            return;
        };
        let align = match label.align {
            Align::Left => "l",
            Align::Middle => "ctr",
            Align::Right => "r",
        };
        x.leaf("a:pPr", &[("algn", align)]);
        let size = format!("{:.0}", label.size * 100.0);
        let mut attrs = vec![("lang", words::tag(lang)), ("sz", size.as_str())];
        attrs.extend(label.bold.then_some(("b", "1")));
        x.within("a:r", &[], |x| {
            x.within("a:rPr", &attrs, |x| slot(x, label.colour));
            x.text("a:t", &[], label.text);
        });
    });
}
