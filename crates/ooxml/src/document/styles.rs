//! The styles of a document and its list format.

use domain::Lang;

use super::WORD;
use crate::{theme::FONT, words, xml::Xml};

/// Colours, as in the theme: ink, soft, accent.
const INK: &str = "1D2327";
const SOFT: &str = "56606A";
const ACCENT: &str = "12436D";

/// A paragraph style.
struct Style {
    id: &'static str,
    /// The name by which Word knows its own styles, such as `heading 1`.
    name: &'static str,
    /// Font size, in half points.
    size: &'static str,
    bold: bool,
    colour: &'static str,
    /// Space above and below, in twentieths of a point.
    space: (&'static str, &'static str),
    /// Whether it stays with the next paragraph.
    with_next: bool,
    /// Position in the outline, from 0.
    outline: Option<&'static str>,
    align: Option<&'static str>,
}

const PLAIN: Style = Style {
    id: "Normal",
    name: "Normal",
    size: "21",
    bold: false,
    colour: INK,
    space: ("0", "100"),
    with_next: false,
    outline: None,
    align: None,
};

const STYLES: [Style; 12] = [
    PLAIN,
    Style {
        id: "Title",
        name: "Title",
        size: "36",
        bold: true,
        colour: ACCENT,
        space: ("0", "40"),
        with_next: true,
        ..PLAIN
    },
    Style {
        id: "Subtitle",
        name: "Subtitle",
        size: "19",
        colour: SOFT,
        space: ("0", "160"),
        ..PLAIN
    },
    Style {
        id: "Heading1",
        name: "heading 1",
        size: "26",
        bold: true,
        colour: ACCENT,
        space: ("240", "80"),
        with_next: true,
        outline: Some("0"),
        ..PLAIN
    },
    Style {
        id: "Caption",
        name: "caption",
        size: "20",
        bold: true,
        space: ("120", "60"),
        with_next: true,
        ..PLAIN
    },
    Style {
        id: "ListBullet",
        name: "List Bullet",
        space: ("0", "60"),
        ..PLAIN
    },
    Style {
        id: "ChartSubtitle",
        name: "Chart Subtitle",
        size: "18",
        colour: SOFT,
        space: ("0", "40"),
        with_next: true,
        ..PLAIN
    },
    Style {
        id: "Chart",
        name: "Chart",
        space: ("0", "0"),
        with_next: true,
        ..PLAIN
    },
    Style {
        id: "TableText",
        name: "Table Text",
        size: "19",
        space: ("20", "20"),
        ..PLAIN
    },
    Style {
        id: "TableNumber",
        name: "Table Number",
        size: "19",
        space: ("20", "20"),
        align: Some("right"),
        ..PLAIN
    },
    Style {
        id: "Small",
        name: "Small Print",
        size: "17",
        colour: SOFT,
        space: ("20", "40"),
        ..PLAIN
    },
    Style {
        id: "FootnoteText",
        name: "footnote text",
        size: "16",
        colour: SOFT,
        space: ("0", "0"),
        ..PLAIN
    },
];

/// Returns the part with the styles.
pub(super) fn styles(lang: Lang) -> Vec<u8> {
    Xml::part("w:styles", &[WORD], |x| {
        x.within("w:docDefaults", &[], |x| {
            x.within("w:rPrDefault", &[], |x| {
                x.within("w:rPr", &[], |x| {
                    let fonts = ["w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"].map(|kind| (kind, FONT));
                    x.leaf("w:rFonts", &fonts);
                    x.leaf("w:lang", &[("w:val", words::tag(lang))]);
                });
            });
            x.within("w:pPrDefault", &[], |x| {
                x.within("w:pPr", &[], |x| {
                    x.leaf("w:spacing", &[("w:line", "252"), ("w:lineRule", "auto")]);
                });
            });
        });
        for style in &STYLES {
            paragraph_style(x, style);
        }
        character_style(x, "Hyperlink", "Hyperlink", |x| {
            x.leaf("w:color", &[("w:val", ACCENT)]);
            x.leaf("w:u", &[("w:val", "single")]);
        });
        character_style(x, "FootnoteReference", "footnote reference", |x| {
            x.leaf("w:vertAlign", &[("w:val", "superscript")]);
        });
    })
}

fn paragraph_style(x: &mut Xml, style: &Style) {
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", style.id)];
    if style.id == PLAIN.id {
        attributes.insert(1, ("w:default", "1"));
    }
    x.within("w:style", &attributes, |x| {
        x.leaf("w:name", &[("w:val", style.name)]);
        if style.id != PLAIN.id {
            x.leaf("w:basedOn", &[("w:val", PLAIN.id)]);
        }
        x.leaf("w:qFormat", &[]);
        x.within("w:pPr", &[], |x| {
            if style.with_next {
                x.leaf("w:keepNext", &[]);
            }
            if style.id == "ListBullet" {
                x.within("w:numPr", &[], |x| x.leaf("w:numId", &[("w:val", "1")]));
            }
            x.leaf("w:spacing", &[("w:before", style.space.0), ("w:after", style.space.1)]);
            if style.id == "ListBullet" {
                x.leaf("w:ind", &[("w:left", "284"), ("w:hanging", "227")]);
            }
            if let Some(align) = style.align {
                x.leaf("w:jc", &[("w:val", align)]);
            }
            if let Some(level) = style.outline {
                x.leaf("w:outlineLvl", &[("w:val", level)]);
            }
        });
        x.within("w:rPr", &[], |x| {
            if style.bold {
                x.leaf("w:b", &[]);
            }
            x.leaf("w:color", &[("w:val", style.colour)]);
            x.leaf("w:sz", &[("w:val", style.size)]);
            x.leaf("w:szCs", &[("w:val", style.size)]);
        });
    });
}

fn character_style(x: &mut Xml, id: &str, name: &str, properties: impl FnOnce(&mut Xml)) {
    x.within("w:style", &[("w:type", "character"), ("w:styleId", id)], |x| {
        x.leaf("w:name", &[("w:val", name)]);
        x.within("w:rPr", &[], properties);
    });
}

/// Returns the part with the list of fonts: the only one.
pub(super) fn fonts() -> Vec<u8> {
    Xml::part("w:fonts", &[WORD], |x| {
        x.within("w:font", &[("w:name", FONT)], |x| {
            x.leaf("w:family", &[("w:val", "swiss")]);
            x.leaf("w:pitch", &[("w:val", "variable")]);
        });
    })
}

/// Returns the part with the format of lists: a bullet.
pub(super) fn numbering() -> Vec<u8> {
    Xml::part("w:numbering", &[WORD], |x| {
        x.within("w:abstractNum", &[("w:abstractNumId", "0")], |x| {
            x.leaf("w:multiLevelType", &[("w:val", "hybridMultilevel")]);
            x.within("w:lvl", &[("w:ilvl", "0")], |x| {
                x.leaf("w:start", &[("w:val", "1")]);
                x.leaf("w:numFmt", &[("w:val", "bullet")]);
                x.leaf("w:lvlText", &[("w:val", "•")]);
                x.leaf("w:lvlJc", &[("w:val", "left")]);
                x.within("w:pPr", &[], |x| {
                    x.leaf("w:ind", &[("w:left", "284"), ("w:hanging", "227")]);
                });
            });
        });
        x.within("w:num", &[("w:numId", "1")], |x| {
            x.leaf("w:abstractNumId", &[("w:val", "0")]);
        });
    })
}
