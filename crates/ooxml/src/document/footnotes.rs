//! Sources as footnotes: the first mention of a source has the note, later ones refer to it.

use domain::briefing::BriefSource;

use super::{WORD, types};
use crate::{
    package::{Package, Rels},
    text::{clean, link},
    theme::RELATIONS,
    xml::Xml,
};

/// The footnotes of a document that is being written.
pub(super) struct Footnotes<'a> {
    sources: &'a [BriefSource],
    /// Numbers of the sources that have a footnote, in its order.
    noted: Vec<usize>,
}

impl<'a> Footnotes<'a> {
    pub(super) const fn new(sources: &'a [BriefSource]) -> Self {
        Self {
            sources,
            noted: Vec::new(),
        }
    }

    /// The sources that nothing has referred to, in their order.
    pub(super) fn unmentioned(&self) -> impl Iterator<Item = &'a BriefSource> {
        let numbered = (1..).zip(self.sources);
        numbered
            .filter(|(number, _)| !self.noted.contains(number))
            .map(|(_, source)| source)
    }

    /// Writes the marks of some sources.
    pub(super) fn marks(&mut self, x: &mut Xml, sources: &[usize]) {
        for (at, number) in sources.iter().enumerate() {
            if number.checked_sub(1).is_none_or(|at| at >= self.sources.len()) {
                continue;
            }
            if at > 0 {
                superscript(x, |x| x.text("w:t", &[("xml:space", "preserve")], ", "));
            }
            match self.noted.iter().position(|noted| noted == number) {
                Some(at) => again(x, *number, at + 1),
                None => {
                    self.noted.push(*number);
                    first(x, *number, self.noted.len());
                }
            }
        }
    }

    /// Adds the part with the texts.
    pub(super) fn write(&self, package: &mut Package) {
        let mut rels = Rels::default();
        let xml = Xml::part("w:footnotes", &[WORD, RELATIONS], |x| {
            for (id, kind, mark) in [
                ("-1", "separator", "w:separator"),
                ("0", "continuationSeparator", "w:continuationSeparator"),
            ] {
                x.within("w:footnote", &[("w:type", kind), ("w:id", id)], |x| {
                    x.within("w:p", &[], |x| x.within("w:r", &[], |x| x.leaf(mark, &[])));
                });
            }
            for (id, number) in (1..).zip(&self.noted) {
                if let Some(source) = self.sources.get(number - 1) {
                    note(x, id, source, &mut rels);
                }
            }
        });
        package.rels("word/footnotes.xml", &rels);
        package.part("word/footnotes.xml", types::FOOTNOTES, xml);
    }
}

fn note(x: &mut Xml, id: usize, source: &BriefSource, rels: &mut Rels) {
    x.within("w:footnote", &[("w:id", &id.to_string())], |x| {
        x.within("w:p", &[], |x| {
            x.within("w:pPr", &[], |x| x.leaf("w:pStyle", &[("w:val", "FootnoteText")]));
            superscript(x, |x| x.leaf("w:footnoteRef", &[]));
            x.within("w:r", &[], |x| x.text("w:t", &[("xml:space", "preserve")], " "));
            // Printed, an address is longer than the source; it is behind its title.
            let text = clean(&source.text);
            match link(&source.url) {
                Some(address) => x.within("w:hyperlink", &[("r:id", &rels.link(address))], |x| {
                    x.within("w:r", &[], |x| {
                        x.within("w:rPr", &[], |x| x.leaf("w:rStyle", &[("w:val", "Hyperlink")]));
                        x.text("w:t", &[], &text);
                    });
                }),
                None => x.within("w:r", &[], |x| x.text("w:t", &[], &text)),
            }
        });
    });
}

fn superscript(x: &mut Xml, inside: impl FnOnce(&mut Xml)) {
    x.within("w:r", &[], |x| {
        x.within("w:rPr", &[], |x| x.leaf("w:rStyle", &[("w:val", "FootnoteReference")]));
        inside(x);
    });
}

fn bookmark(number: usize) -> String {
    format!("_Source{number}")
}

/// The first mention: the note itself, and a bookmark for later ones.
fn first(x: &mut Xml, number: usize, id: usize) {
    let id = id.to_string();
    x.leaf("w:bookmarkStart", &[("w:id", &id), ("w:name", &bookmark(number))]);
    superscript(x, |x| x.leaf("w:footnoteReference", &[("w:id", &id)]));
    x.leaf("w:bookmarkEnd", &[("w:id", &id)]);
}

/// A later mention: a field with the number of the note, which Word keeps right when notes are added or moved.
fn again(x: &mut Xml, number: usize, shown: usize) {
    let code = format!(" NOTEREF {} \\f \\h ", bookmark(number));
    for kind in ["begin", "separate", "end"] {
        superscript(x, |x| x.leaf("w:fldChar", &[("w:fldCharType", kind)]));
        match kind {
            "begin" => superscript(x, |x| x.text("w:instrText", &[("xml:space", "preserve")], &code)),
            "separate" => superscript(x, |x| x.text("w:t", &[], &shown.to_string())),
            _ => {}
        }
    }
}
