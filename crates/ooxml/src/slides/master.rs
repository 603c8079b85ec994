//! Writes the slide master and the slide layouts.

use domain::Lang;

use super::{
    arrange::{Rect, SlideSize},
    shapes::{Placeholder, tree},
};
use crate::{
    theme::{DRAWING, RELATIONS, SLIDES, slot},
    words,
    xml::{Attrs, Xml},
};

/// The layouts, in the order of their files.
pub(super) const LAYOUTS: [Layout; 4] = [Layout::Title, Layout::Chart, Layout::Text, Layout::Blank];

/// A slide layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// The title slide of a deck.
    Title,
    /// A title and free space.
    Chart,
    /// A title and a list.
    Text,
    /// No placeholders.
    Blank,
}

/// Attributes of the placeholders: type and index.
pub(super) const SUBTITLE: Attrs<'static> = &[("type", "body"), ("sz", "quarter"), ("idx", "13")];
pub(super) const REMARKS: Attrs<'static> = &[("type", "body"), ("sz", "quarter"), ("idx", "14")];
pub(super) const TITLE: Attrs<'static> = &[("type", "title")];
pub(super) const LIST: Attrs<'static> = &[("type", "body"), ("idx", "1")];
pub(super) const FOOTER: Attrs<'static> = &[("type", "ftr"), ("sz", "quarter"), ("idx", "11")];
pub(super) const NUMBER: Attrs<'static> = &[("type", "sldNum"), ("sz", "quarter"), ("idx", "12")];
pub(super) const FIRST: Attrs<'static> = &[("type", "ctrTitle")];
pub(super) const SECOND: Attrs<'static> = &[("type", "subTitle"), ("idx", "1")];

impl Layout {
    /// Returns the path of its file relative to a slide.
    pub(super) const fn file(self) -> &'static str {
        match self {
            Self::Title => "../slideLayouts/slideLayout1.xml",
            Self::Chart => "../slideLayouts/slideLayout2.xml",
            Self::Text => "../slideLayouts/slideLayout3.xml",
            Self::Blank => "../slideLayouts/slideLayout4.xml",
        }
    }

    /// Returns its type in the file format and its name for users.
    const fn names(self) -> (&'static str, messages::Msg) {
        match self {
            Self::Title => ("title", words::LAYOUT_TITLE),
            Self::Chart => ("titleOnly", words::CHART),
            Self::Text => ("tx", words::LAYOUT_LIST),
            Self::Blank => ("blank", words::LAYOUT_BLANK),
        }
    }
}

/// The text style of a placeholder.
struct Style {
    size: &'static str,
    bold: &'static str,
    colour: &'static str,
    anchor: &'static str,
    align: &'static str,
}

const HEAD: Style = style("2600", "1", "tx1", "t");
const QUIET: Style = style("1400", "0", "tx2", "t");
const SMALL: Style = style("1200", "0", "tx2", "b");
const FOOT: Style = style("1200", "0", "tx2", "b");
const BODY: Style = style("1600", "0", "tx1", "t");

const fn style(size: &'static str, bold: &'static str, colour: &'static str, anchor: &'static str) -> Style {
    Style {
        size,
        bold,
        colour,
        anchor,
        align: "l",
    }
}

/// Returns the slide master; `layouts` are the ids of the relationships to its layouts.
pub(super) fn master(slide_size: &SlideSize, lang: Lang, layouts: &[String]) -> Vec<u8> {
    Xml::part("p:sldMaster", &[DRAWING, RELATIONS, SLIDES], |x| {
        x.within("p:cSld", &[], |x| {
            x.raw("<p:bg><p:bgRef idx=\"1001\"><a:schemeClr val=\"bg1\"/></p:bgRef></p:bg>");
            tree(x, |x| {
                placeholder(x, lang, (2, "Title"), TITLE, slide_size.band(22.0, 68.0), &HEAD);
                placeholder(x, lang, (3, "Text"), LIST, slide_size.band(100.0, 390.0), &BODY);
                footer_and_number(x, lang, slide_size, 4);
            });
        });
        x.raw(
            "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" \
             accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" \
             folHlink=\"folHlink\"/>",
        );
        x.within("p:sldLayoutIdLst", &[], |x| {
            for (id, layout) in (2_147_483_649_u64..).zip(layouts) {
                x.leaf("p:sldLayoutId", &[("id", &id.to_string()), ("r:id", layout)]);
            }
        });
        x.within("p:txStyles", &[], |x| {
            for (name, style) in [("p:titleStyle", &HEAD), ("p:bodyStyle", &BODY), ("p:otherStyle", &BODY)] {
                x.within(name, &[], |x| level(x, lang, style));
            }
        });
    })
}

/// Returns a slide layout.
pub(super) fn layout(layout: Layout, slide_size: &SlideSize, lang: Lang) -> Vec<u8> {
    let (kind, name) = layout.names();
    let root = [DRAWING, RELATIONS, SLIDES, ("type", kind), ("preserve", "1")];
    Xml::part("p:sldLayout", &root, |x| {
        x.within("p:cSld", &[("name", name.get(lang))], |x| {
            tree(x, |x| match layout {
                Layout::Title => {
                    rule(
                        x,
                        Rect {
                            h: 3.0,
                            w: 72.0,
                            ..slide_size.band(274.0, 3.0)
                        },
                    );
                    let head = Style {
                        size: "4000",
                        anchor: "b",
                        ..HEAD
                    };
                    placeholder(x, lang, (2, "Title"), FIRST, slide_size.band(120.0, 150.0), &head);
                    let second = Style { size: "2000", ..QUIET };
                    placeholder(x, lang, (3, "Subtitle"), SECOND, slide_size.band(282.0, 120.0), &second);
                }
                Layout::Chart => {
                    placeholder(x, lang, (2, "Title"), TITLE, slide_size.band(22.0, 68.0), &HEAD);
                    placeholder(x, lang, (3, "Subtitle"), SUBTITLE, slide_size.band(90.0, 24.0), &QUIET);
                    placeholder(x, lang, (4, "Remarks"), REMARKS, slide_size.band(470.0, 36.0), &SMALL);
                    footer_and_number(x, lang, slide_size, 5);
                }
                Layout::Text => {
                    placeholder(x, lang, (2, "Title"), TITLE, slide_size.band(22.0, 68.0), &HEAD);
                    placeholder(x, lang, (3, "Text"), LIST, slide_size.band(100.0, 390.0), &BODY);
                    footer_and_number(x, lang, slide_size, 4);
                }
                Layout::Blank => {}
            });
        });
        x.raw("<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>");
    })
}

/// Writes the only ornament: a short line between title and subtitle.
fn rule(x: &mut Xml, place: Rect) {
    x.within("p:sp", &[], |x| {
        x.within("p:nvSpPr", &[], |x| {
            x.leaf("p:cNvPr", &[("id", "9"), ("name", "Rule")]);
            x.leaf("p:cNvSpPr", &[]);
            x.leaf("p:nvPr", &[("userDrawn", "1")]);
        });
        x.within("p:spPr", &[], |x| {
            super::shapes::place(x, "a:xfrm", place);
            x.raw("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>");
            slot(x, "accent1");
            x.raw("<a:ln><a:noFill/></a:ln>");
        });
    });
}

/// Writes the placeholders for footer and slide number.
fn footer_and_number(x: &mut Xml, lang: Lang, slide_size: &SlideSize, id: usize) {
    placeholder(x, lang, (id, "Footer"), FOOTER, slide_size.footer(1.0), &FOOT);
    let number = Placeholder {
        id: id + 1,
        name: "Slide number",
        kind: NUMBER,
        place: Some(slide_size.number()),
        size: None,
    };
    let right = Style { align: "r", ..FOOT };
    number.write(x, |x| {
        body(x, lang, &right);
        x.within("a:p", &[], |x| {
            let id = "{6F1C9C52-4B0E-4C7A-9D5B-2B8A1E7C3D10}";
            x.within("a:fld", &[("id", id), ("type", "slidenum")], |x| {
                x.leaf("a:rPr", &[("lang", words::tag(lang))]);
                x.text("a:t", &[], "‹#›");
            });
        });
    });
}

fn placeholder(x: &mut Xml, lang: Lang, (id, name): (usize, &str), kind: Attrs<'_>, place: Rect, style: &Style) {
    let placeholder = Placeholder {
        id,
        name,
        kind,
        place: Some(place),
        size: None,
    };
    placeholder.write(x, |x| {
        body(x, lang, style);
        x.within("a:p", &[], |x| {
            x.within("a:r", &[], |x| {
                x.leaf("a:rPr", &[("lang", words::tag(lang))]);
                x.text("a:t", &[], name);
            });
        });
    });
}

fn body(x: &mut Xml, lang: Lang, style: &Style) {
    let attrs = [
        ("lIns", "0"),
        ("tIns", "0"),
        ("rIns", "0"),
        ("bIns", "0"),
        ("anchor", style.anchor),
    ];
    x.within("a:bodyPr", &attrs, |x| x.leaf("a:normAutofit", &[]));
    x.within("a:lstStyle", &[], |x| level(x, lang, style));
}

/// Writes the first level of a list style; the others are not used.
fn level(x: &mut Xml, lang: Lang, style: &Style) {
    let attrs = [("marL", "0"), ("indent", "0"), ("algn", style.align)];
    x.within("a:lvl1pPr", &attrs, |x| {
        x.within("a:spcBef", &[], |x| x.val("a:spcPts", 0));
        x.leaf("a:buNone", &[]);
        let attrs = [("lang", words::tag(lang)), ("sz", style.size), ("b", style.bold)];
        x.within("a:defRPr", &attrs, |x| {
            slot(x, style.colour);
            x.leaf("a:latin", &[("typeface", "+mn-lt")]);
        });
    });
}
