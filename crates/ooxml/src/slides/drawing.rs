//! Shapes of a drawing on a slide: rectangles, dots, triangles and texts, each of which can be moved, coloured
//! and taken out.

use domain::{Lang, chart::Emphasis};

use super::{arrange::Rect, shapes::place};
use crate::{
    plot::Tone,
    theme::{fill, hatch, slot},
    tiles::Shade,
    words,
    xml::Xml,
};

/// The outline of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Rect,
    Dot,
    /// A triangle that points up, and one that points down.
    Up,
    Down,
    /// Two bars, and two bars that are struck through.
    Equal,
    Unequal,
}

/// How a shape is filled.
#[derive(Clone, Copy, Debug)]
pub(super) enum Paint {
    None,
    Shade(Shade),
    Hatched,
    /// The ground of the slide.
    Paper,
    /// A series.
    Tone(Tone),
    /// A slot of the theme.
    Slot(&'static str),
}

/// Where a text stands in its rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Middle,
    Right,
}

/// A text in a shape.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    /// Size of the letters, in points.
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) align: Align,
    /// Slot of the colour.
    pub(super) ink: &'static str,
}

/// One shape.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    pub(super) rect: Rect,
    pub(super) form: Form,
    pub(super) paint: Paint,
    /// Colour and width of the outline, in points.
    pub(super) line: Option<(Paint, f64)>,
    pub(super) words: Option<Words<'a>>,
    /// What it is called in the list of shapes, and its text alternative.
    pub(super) name: &'a str,
    pub(super) says: &'a str,
}

/// A group of shapes being written.
pub(super) struct Drawing<'x> {
    x: &'x mut Xml,
    lang: Lang,
    next: usize,
}

/// Writes shapes that belong together, with what they say as their text alternative.
pub(super) fn group(
    x: &mut Xml,
    lang: Lang,
    room: Rect,
    (name, says): (&str, &str),
    inside: impl FnOnce(&mut Drawing<'_>),
) {
    framed(x, room, (name, says), |x| inside(&mut Drawing { x, lang, next: 11 }));
}

/// The group itself.
pub(super) fn framed(x: &mut Xml, room: Rect, (name, says): (&str, &str), inside: impl FnOnce(&mut Xml)) {
    x.within("p:grpSp", &[], |x| {
        x.within("p:nvGrpSpPr", &[], |x| {
            x.leaf("p:cNvPr", &[("id", "10"), ("name", name), ("descr", says)]);
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

impl<'a> Piece<'a> {
    /// A filled rectangle without an outline.
    pub(super) const fn rect(rect: Rect, paint: Paint, (name, says): (&'a str, &'a str)) -> Self {
        Self {
            rect,
            form: Form::Rect,
            paint,
            line: None,
            words: None,
            name,
            says,
        }
    }

    /// A dot around a point.
    pub(super) const fn dot((x, y): (f64, f64), radius: f64, paint: Paint, said: (&'a str, &'a str)) -> Self {
        let rect = Rect {
            x: x - radius,
            y: y - radius,
            w: radius * 2.0,
            h: radius * 2.0,
        };
        Self {
            form: Form::Dot,
            ..Self::rect(rect, paint, said)
        }
    }

    /// Letters alone.
    pub(super) const fn text(rect: Rect, words: Words<'a>) -> Self {
        Self {
            words: Some(words),
            ..Self::rect(rect, Paint::None, (words.text, words.text))
        }
    }
}

/// The tone of a highlighted mark.
pub(super) const fn tone(emphasis: Emphasis) -> Tone {
    match emphasis {
        Emphasis::Context => Tone::Quiet,
        Emphasis::Highlight(n) => Tone::Lit(n),
    }
}

impl Form {
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
    pub(super) fn piece(&mut self, piece: &Piece<'_>) {
        let id = self.next.to_string();
        self.next += 1;
        let lang = self.lang;
        self.x.within("p:sp", &[], |x| {
            x.within("p:nvSpPr", &[], |x| {
                x.leaf("p:cNvPr", &[("id", &id), ("name", piece.name), ("descr", piece.says)]);
                x.leaf("p:cNvSpPr", &[]);
                x.leaf("p:nvPr", &[]);
            });
            x.within("p:spPr", &[], |x| {
                place(x, "a:xfrm", piece.rect);
                x.within("a:prstGeom", &[("prst", piece.form.name())], |x| x.leaf("a:avLst", &[]));
                paint(x, piece.paint);
                outline(x, piece.line);
            });
            x.within("p:txBody", &[], |x| letters(x, lang, piece));
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
    let wide = format!("{:.0}", width * 12_700.0);
    x.within("a:ln", &[("w", &wide)], |x| paint(x, colour));
}

fn letters(x: &mut Xml, lang: Lang, piece: &Piece<'_>) {
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
        let Some(words) = piece.words.filter(|words| !words.text.is_empty()) else {
            x.leaf("a:endParaRPr", &[("lang", words::tag(lang))]);
            return;
        };
        let align = match words.align {
            Align::Left => "l",
            Align::Middle => "ctr",
            Align::Right => "r",
        };
        x.leaf("a:pPr", &[("algn", align)]);
        let size = format!("{:.0}", words.size * 100.0);
        let mut attrs = vec![("lang", words::tag(lang)), ("sz", size.as_str())];
        attrs.extend(words.bold.then_some(("b", "1")));
        x.within("a:r", &[], |x| {
            x.within("a:rPr", &attrs, |x| slot(x, words.ink));
            x.text("a:t", &[], words.text);
        });
    });
}
