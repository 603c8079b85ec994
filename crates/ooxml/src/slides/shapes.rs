//! Writes placeholders with text, for masters, layouts, slides and notes.

use domain::Lang;

use super::arrange::Rect;
use crate::{
    words,
    xml::{Attrs, Xml},
};

/// A run of text.
pub(super) struct Run<'a> {
    pub(super) text: &'a str,
    /// Id of the relationship to a hyperlink's target.
    pub(super) link: Option<&'a str>,
}

/// A placeholder.
pub(super) struct Placeholder<'a> {
    /// Unique on the slide.
    pub(super) id: usize,
    pub(super) name: &'a str,
    /// Attributes of the placeholder: type and index.
    pub(super) kind: Attrs<'a>,
    /// Position; inherited if `None`.
    pub(super) place: Option<Rect>,
    /// Font size in points; inherited if `None`.
    pub(super) size: Option<f64>,
}

/// Writes the shape tree around the shapes that `inside` writes.
pub(super) fn tree(x: &mut Xml, inside: impl FnOnce(&mut Xml)) {
    x.within("p:spTree", &[], |x| {
        x.within("p:nvGrpSpPr", &[], |x| {
            x.leaf("p:cNvPr", &[("id", "1"), ("name", "")]);
            x.leaf("p:cNvGrpSpPr", &[]);
            x.leaf("p:nvPr", &[]);
        });
        x.raw(
            "<p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/>\
             <a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>",
        );
        inside(x);
    });
}

/// Writes offset and size under the given element.
pub(super) fn place(x: &mut Xml, element: &str, rect: Rect) {
    let [left, top, width, height] = rect.emu();
    x.within(element, &[], |x| {
        x.leaf("a:off", &[("x", &left), ("y", &top)]);
        x.leaf("a:ext", &[("cx", &width), ("cy", &height)]);
    });
}

impl Placeholder<'_> {
    /// Writes the placeholder with the text body that `body` writes.
    pub(super) fn write(&self, x: &mut Xml, body: impl FnOnce(&mut Xml)) {
        x.within("p:sp", &[], |x| {
            x.within("p:nvSpPr", &[], |x| {
                x.leaf("p:cNvPr", &[("id", &self.id.to_string()), ("name", self.name)]);
                x.within("p:cNvSpPr", &[], |x| x.leaf("a:spLocks", &[("noGrp", "1")]));
                x.within("p:nvPr", &[], |x| x.leaf("p:ph", self.kind));
            });
            x.within("p:spPr", &[], |x| {
                if let Some(rect) = self.place {
                    place(x, "a:xfrm", rect);
                }
            });
            x.within("p:txBody", &[], body);
        });
    }

    /// Writes the placeholder with one paragraph per line.
    pub(super) fn lines(&self, x: &mut Xml, lang: Lang, lines: &[String]) {
        let runs: Vec<[Run<'_>; 1]> = lines.iter().map(|text| [Run { text, link: None }]).collect();
        let runs: Vec<&[Run<'_>]> = runs.iter().map(|run| &run[..]).collect();
        self.paragraphs(x, lang, &runs);
    }

    /// Writes the placeholder with one dark paragraph per line, from the top.
    pub(super) fn list(&self, x: &mut Xml, lang: Lang, lines: &[String]) {
        let size = self.size.map(|size| format!("{:.0}", size * 100.0));
        self.write(x, |x| {
            x.within("a:bodyPr", &[("anchor", "t")], |x| x.leaf("a:normAutofit", &[]));
            x.leaf("a:lstStyle", &[]);
            for line in lines {
                x.within("a:p", &[], |x| {
                    x.within("a:r", &[], |x| {
                        let mut attrs = vec![("lang", words::tag(lang))];
                        attrs.extend(size.as_deref().map(|size| ("sz", size)));
                        x.within("a:rPr", &attrs, |x| crate::theme::slot(x, "tx1"));
                        x.text("a:t", &[], line);
                    });
                });
            }
        });
    }

    /// Writes the placeholder with paragraphs of runs.
    pub(super) fn paragraphs(&self, x: &mut Xml, lang: Lang, paragraphs: &[&[Run<'_>]]) {
        let size = self.size.map(|size| format!("{:.0}", size * 100.0));
        self.write(x, |x| {
            x.within("a:bodyPr", &[], |x| x.leaf("a:normAutofit", &[]));
            x.leaf("a:lstStyle", &[]);
            for runs in paragraphs {
                x.within("a:p", &[], |x| {
                    for run in *runs {
                        x.within("a:r", &[], |x| {
                            properties(x, lang, size.as_deref(), run.link);
                            x.text("a:t", &[], run.text);
                        });
                    }
                });
            }
            if paragraphs.is_empty() {
                x.leaf("a:p", &[]);
            }
        });
    }

    /// Writes the placeholder with the slide number.
    pub(super) fn number(&self, x: &mut Xml, lang: Lang, number: usize) {
        self.write(x, |x| {
            x.leaf("a:bodyPr", &[]);
            x.leaf("a:lstStyle", &[]);
            x.within("a:p", &[], |x| {
                let id = "{6F1C9C52-4B0E-4C7A-9D5B-2B8A1E7C3D10}";
                x.within("a:fld", &[("id", id), ("type", "slidenum")], |x| {
                    x.leaf("a:rPr", &[("lang", words::tag(lang))]);
                    x.text("a:t", &[], &number.to_string());
                });
            });
        });
    }
}

fn properties(x: &mut Xml, lang: Lang, size: Option<&str>, link: Option<&str>) {
    let mut attrs = vec![("lang", words::tag(lang))];
    attrs.extend(size.map(|size| ("sz", size)));
    x.within("a:rPr", &attrs, |x| {
        if let Some(id) = link {
            x.leaf("a:hlinkClick", &[("r:id", id)]);
        }
    });
}
