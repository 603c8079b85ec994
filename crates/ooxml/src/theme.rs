//! The theme: colours of the website's light scheme, and fonts.
//!
//! The colours are those of `crates/charts/src/theme.rs` (light): ink, soft, paper, the five
//! series and the bars without emphasis. Marks refer to theme colours, so a deck pasted into an
//! organisation's template takes that template's colours.
//!
//! The font is Arial: on Windows, macOS and in Office it has long had all Vietnamese characters,
//! Google Slides has it, and LibreOffice replaces it by Liberation Sans, which has the same widths.
//! The website's Source Sans 3 would be replaced by an arbitrary font; Calibri is missing
//! without Microsoft Office.

use crate::{
    plot::Tone,
    xml::{Attrs, Xml},
};

/// The font of all texts.
pub(crate) const FONT: &str = "Arial";

/// Size of running text, in points.
pub(crate) const BODY: f64 = 18.0;

pub(crate) const DRAWING: (&str, &str) = ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main");
pub(crate) const RELATIONS: (&str, &str) = (
    "xmlns:r",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
);
pub(crate) const SLIDES: (&str, &str) = ("xmlns:p", "http://schemas.openxmlformats.org/presentationml/2006/main");

/// The theme's colours by name.
const COLOURS: [(&str, &str); 12] = [
    ("a:dk1", "1D2327"),
    ("a:lt1", "FFFFFF"),
    ("a:dk2", "56606A"),
    ("a:lt2", "FBFAF7"),
    ("a:accent1", "12436D"),
    ("a:accent2", "F46A25"),
    ("a:accent3", "28A197"),
    ("a:accent4", "801650"),
    ("a:accent5", "A285D1"),
    ("a:accent6", "6A90B2"),
    ("a:hlink", "12436D"),
    ("a:folHlink", "801650"),
];

/// Grey of context marks: the theme's white with this luminance, in thousandths of a per cent.
const QUIET: &str = "75000";

impl Tone {
    /// Writes the colour as a theme colour.
    pub(crate) fn write(self, xml: &mut Xml) {
        let slot = match self {
            Self::Plain => "accent6",
            Self::Context => {
                xml.within("a:schemeClr", &[("val", "bg1")], |x| x.val("a:lumMod", QUIET));
                return;
            }
            Self::Hidden | Self::Hatched => "tx2",
            Self::Highlight(n) => ["accent1", "accent2", "accent3", "accent4", "accent5"][usize::from(n % 5)],
        };
        xml.val("a:schemeClr", slot);
    }

    /// Returns the colour as RGB, for sheets.
    pub(crate) fn rgb(self) -> u32 {
        match self {
            Self::Plain => 0x006A_90B2,
            Self::Context => 0x00BF_BFBF,
            Self::Hidden | Self::Hatched => 0x0056_606A,
            Self::Highlight(n) => [0x0012_436D, 0x00F4_6A25, 0x0028_A197, 0x0080_1650, 0x00A2_85D1][usize::from(n % 5)],
        }
    }
}

/// Writes the fill of a tone.
pub(crate) fn fill(xml: &mut Xml, tone: Tone) {
    match tone {
        Tone::Hidden => xml.leaf("a:noFill", &[]),
        Tone::Hatched => hatch(xml),
        tone => xml.within("a:solidFill", &[], |x| tone.write(x)),
    }
}

/// Writes a hatched fill, for an unexplained remainder or a missing figure.
pub(crate) fn hatch(xml: &mut Xml) {
    xml.within("a:pattFill", &[("prst", "wdUpDiag")], |x| {
        x.within("a:fgClr", &[], |x| x.val("a:schemeClr", "tx2"));
        x.within("a:bgClr", &[], |x| x.val("a:schemeClr", "bg1"));
    });
}

/// Writes a solid fill with a theme colour by name, such as `tx2`.
pub(crate) fn slot(xml: &mut Xml, name: &str) {
    xml.within("a:solidFill", &[], |x| x.val("a:schemeClr", name));
}

/// Returns the theme part.
pub(crate) fn part() -> Vec<u8> {
    Xml::part("a:theme", &[DRAWING, ("name", "Thước Đo")], |x| {
        x.within("a:themeElements", &[], |x| {
            x.within("a:clrScheme", &[("name", "Thước Đo")], |x| {
                for (name, colour) in COLOURS {
                    x.within(name, &[], |x| x.val("a:srgbClr", colour));
                }
            });
            x.within("a:fontScheme", &[("name", "Thước Đo")], |x| {
                for name in ["a:majorFont", "a:minorFont"] {
                    x.within(name, &[], |x| {
                        x.leaf("a:latin", &[("typeface", FONT)]);
                        x.leaf("a:ea", &[("typeface", "")]);
                        x.leaf("a:cs", &[("typeface", "")]);
                    });
                }
            });
            x.within("a:fmtScheme", &[("name", "Thước Đo")], formats);
        });
    })
}

/// Writes the format scheme. The schema requires three of each; all are plain.
fn formats(xml: &mut Xml) {
    const COLOUR: &str = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    let fills = |x: &mut Xml| (0..3).for_each(|_| x.raw(COLOUR));
    xml.within("a:fillStyleLst", &[], fills);
    xml.within("a:lnStyleLst", &[], |x| {
        for width in ["9525", "19050", "28575"] {
            let attrs: Attrs<'_> = &[("w", width), ("cap", "flat"), ("cmpd", "sng"), ("algn", "ctr")];
            x.within("a:ln", attrs, |x| {
                x.raw(COLOUR);
                x.val("a:prstDash", "solid");
            });
        }
    });
    xml.within("a:effectStyleLst", &[], |x| {
        for _ in 0..3 {
            x.within("a:effectStyle", &[], |x| x.leaf("a:effectLst", &[]));
        }
    });
    xml.within("a:bgFillStyleLst", &[], fills);
}
