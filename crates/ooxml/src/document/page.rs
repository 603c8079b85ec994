//! The page of a document: its size, header, footer and settings.

use domain::{Lang, briefing::Briefing};

use super::{WORD, types};
use crate::{package::Package, text::clean, theme::RELATIONS, words, xml::Xml};

/// A4, and its margins, in twentieths of a point.
const PAGE: (u32, u32) = (11_906, 16_838);
const SIDE: u32 = 1_134;
const TOP: u32 = 1_247;
const BOTTOM: u32 = 1_134;

/// Width of the text, in twentieths of a point.
pub(super) const WIDTH: u32 = PAGE.0 - 2 * SIDE;

/// Writes the properties of the only section; the ids are those of the relationships to header and footer.
pub(super) fn section(x: &mut Xml, (header, footer): (&str, &str)) {
    x.within("w:sectPr", &[], |x| {
        x.leaf("w:headerReference", &[("w:type", "default"), ("r:id", header)]);
        x.leaf("w:footerReference", &[("w:type", "default"), ("r:id", footer)]);
        x.leaf("w:pgSz", &[("w:w", &PAGE.0.to_string()), ("w:h", &PAGE.1.to_string())]);
        let (side, top, bottom) = (SIDE.to_string(), TOP.to_string(), BOTTOM.to_string());
        x.leaf(
            "w:pgMar",
            &[
                ("w:top", &top),
                ("w:right", &side),
                ("w:bottom", &bottom),
                ("w:left", &side),
                ("w:header", "567"),
                ("w:footer", "567"),
                ("w:gutter", "0"),
            ],
        );
    });
}

/// Adds header and footer: the place and the edition; where the briefing is, and the number of the page.
pub(super) fn header_and_footer(package: &mut Package, briefing: &Briefing) {
    let header = Xml::part("w:hdr", &[WORD, RELATIONS], |x| {
        small(x, |x| run(x, &clean(&briefing.paper.head)));
    });
    package.part("word/header1.xml", types::HEADER, header);
    let footer = Xml::part("w:ftr", &[WORD, RELATIONS], |x| {
        small(x, |x| {
            run(x, &clean(&briefing.paper.foot));
            x.within("w:r", &[], |x| x.leaf("w:tab", &[]));
            field(x, " PAGE ", "1");
            run(x, "/");
            field(x, " NUMPAGES ", "1");
        });
    });
    package.part("word/footer1.xml", types::FOOTER, footer);
}

fn small(x: &mut Xml, inside: impl FnOnce(&mut Xml)) {
    x.within("w:p", &[], |x| {
        x.within("w:pPr", &[], |x| {
            x.leaf("w:pStyle", &[("w:val", "Small")]);
            x.within("w:tabs", &[], |x| {
                x.leaf("w:tab", &[("w:val", "right"), ("w:pos", &WIDTH.to_string())]);
            });
        });
        inside(x);
    });
}

fn run(x: &mut Xml, text: &str) {
    x.within("w:r", &[], |x| x.text("w:t", &[("xml:space", "preserve")], text));
}

fn field(x: &mut Xml, code: &str, shown: &str) {
    x.within("w:fldSimple", &[("w:instr", code)], |x| run(x, shown));
}

/// Returns the part with the settings.
pub(super) fn settings(lang: Lang) -> Vec<u8> {
    Xml::part("w:settings", &[WORD], |x| {
        x.within("w:footnotePr", &[], |x| {
            x.leaf("w:footnote", &[("w:id", "-1")]);
            x.leaf("w:footnote", &[("w:id", "0")]);
        });
        x.within("w:compat", &[], |x| {
            x.leaf(
                "w:compatSetting",
                &[
                    ("w:name", "compatibilityMode"),
                    ("w:uri", "http://schemas.microsoft.com/office/word"),
                    ("w:val", "15"),
                ],
            );
        });
        x.leaf("w:themeFontLang", &[("w:val", words::tag(lang))]);
    })
}
