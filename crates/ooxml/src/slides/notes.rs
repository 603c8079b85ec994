//! Writes the speaker notes.

use domain::Lang;

use super::{
    Writer,
    arrange::{Rect, SlideSize},
    shapes::{Placeholder, Run, tree},
    types,
};
use crate::{
    package::Rels,
    text::{clean, link},
    theme::{DRAWING, RELATIONS, SLIDES},
    xml::{Attrs, Xml},
};

const IMAGE: Attrs<'static> = &[("type", "sldImg")];
const NOTES: Attrs<'static> = &[("type", "body"), ("idx", "1")];

/// Position of the notes on their page of 7.5 by 10 inches.
const PAGE: Rect = Rect {
    x: 54.0,
    y: 346.0,
    w: 432.0,
    h: 310.0,
};

/// Returns the notes master.
pub(super) fn master(slide_size: &SlideSize, lang: Lang) -> Vec<u8> {
    Xml::part("p:notesMaster", &[DRAWING, RELATIONS, SLIDES], |x| {
        x.within("p:cSld", &[], |x| {
            x.raw("<p:bg><p:bgRef idx=\"1001\"><a:schemeClr val=\"bg1\"/></p:bgRef></p:bg>");
            tree(x, |x| {
                image(x, 2, Some(thumbnail(slide_size)));
                notes(3, Some(PAGE)).lines(x, lang, &[]);
            });
        });
        x.raw(
            "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" \
             accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" \
             folHlink=\"folHlink\"/>",
        );
    })
}

fn thumbnail(slide_size: &SlideSize) -> Rect {
    let w = (slide_size.inner() / 2.0).min(PAGE.w);
    Rect {
        x: (540.0 - w) / 2.0,
        y: 54.0,
        w,
        h: w * 0.6,
    }
}

const fn notes(id: usize, place: Option<Rect>) -> Placeholder<'static> {
    Placeholder {
        id,
        name: "Notes",
        kind: NOTES,
        place,
        size: None,
    }
}

fn image(x: &mut Xml, id: usize, place: Option<Rect>) {
    x.within("p:sp", &[], |x| {
        x.within("p:nvSpPr", &[], |x| {
            x.leaf("p:cNvPr", &[("id", &id.to_string()), ("name", "Slide image")]);
            x.within("p:cNvSpPr", &[], |x| {
                x.leaf("a:spLocks", &[("noGrp", "1"), ("noRot", "1"), ("noChangeAspect", "1")]);
            });
            x.within("p:nvPr", &[], |x| x.leaf("p:ph", IMAGE));
        });
        x.within("p:spPr", &[], |x| {
            if let Some(rect) = place {
                super::shapes::place(x, "a:xfrm", rect);
                x.raw("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>");
            }
        });
    });
}

impl Writer<'_> {
    /// Adds the notes of the slide with the current number: lines, then the address.
    pub(super) fn notes(&mut self, lang: Lang, lines: &[String], address: &str) {
        let path = format!("ppt/notesSlides/notesSlide{}.xml", self.slides);
        let mut rels = Rels::default();
        rels.add("notesMaster", "../notesMasters/notesMaster1.xml");
        rels.add("slide", format!("../slides/slide{}.xml", self.slides));
        let shown = clean(address.trim());
        let id = link(address).map(|target| rels.link(target));
        let xml = Xml::part("p:notes", &[DRAWING, RELATIONS, SLIDES], |x| {
            x.within("p:cSld", &[], |x| {
                tree(x, |x| {
                    image(x, 2, None);
                    let runs: Vec<[Run<'_>; 1]> = lines
                        .iter()
                        .map(|text| [Run { text, link: None }])
                        .chain((!shown.is_empty()).then_some([Run {
                            text: &shown,
                            link: id.as_deref(),
                        }]))
                        .collect();
                    let paragraphs: Vec<&[Run<'_>]> = runs.iter().map(|run| &run[..]).collect();
                    notes(3, None).paragraphs(x, lang, &paragraphs);
                });
            });
            x.raw("<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>");
        });
        self.package.rels(&path, &rels);
        self.package.part(path, types::NOTES, xml);
    }
}
