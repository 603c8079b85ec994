//! Writes the text of a document: title, headings, paragraphs, lists.

use domain::briefing::{Block, BriefSource, Briefing, Phrase, Section};

use super::{Draw, WORD, footnotes::Footnotes, page};
use crate::{
    OfficeError,
    package::{Package, Rels},
    text::{clean, link},
    theme::{DRAWING, RELATIONS},
    xml::Xml,
};

/// The namespace of drawings in a text.
const INLINE: (&str, &str) = (
    "xmlns:wp",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
);

/// A document that is being written.
pub(super) struct Body<'a, 'b> {
    pub(super) briefing: &'a Briefing,
    pub(super) package: &'b mut Package,
    pub(super) rels: Rels,
    pub(super) draw: &'a Draw<'a>,
    footnotes: &'b mut Footnotes<'a>,
    /// Number of charts and pictures so far.
    pub(super) drawings: usize,
}

impl<'a, 'b> Body<'a, 'b> {
    pub(super) fn new(
        briefing: &'a Briefing,
        package: &'b mut Package,
        footnotes: &'b mut Footnotes<'a>,
        draw: &'a Draw<'a>,
    ) -> Self {
        Self {
            briefing,
            package,
            rels: Rels::default(),
            draw,
            footnotes,
            drawings: 0,
        }
    }

    /// The relationships of the document.
    pub(super) fn into_rels(self) -> Rels {
        self.rels
    }

    /// Returns the part with the text.
    pub(super) fn write(&mut self) -> Result<Vec<u8>, OfficeError> {
        let briefing = self.briefing;
        let ends = (
            self.rels.add("header", "header1.xml"),
            self.rels.add("footer", "footer1.xml"),
        );
        let mut failed = None;
        let xml = Xml::part("w:document", &[WORD, RELATIONS, DRAWING, INLINE], |x| {
            x.within("w:body", &[], |x| {
                self.paragraph(x, "Title", &Phrase::plain(briefing.title.clone()));
                self.paragraph(x, "Subtitle", &Phrase::plain(briefing.subtitle.clone()));
                for section in &briefing.sections {
                    if let Err(error) = self.section(x, section) {
                        failed.get_or_insert(error);
                    }
                }
                page::section(x, (&ends.0, &ends.1));
            });
        });
        failed.map_or(Ok(xml), Err)
    }

    fn section(&mut self, x: &mut Xml, section: &Section) -> Result<(), OfficeError> {
        let sources_only = section.blocks.iter().any(|block| matches!(block, Block::Sources(_)));
        let unmentioned: Vec<&BriefSource> = self.footnotes.unmentioned().collect();
        if sources_only && unmentioned.is_empty() {
            // They are the footnotes.
            return Ok(());
        }
        self.paragraph(x, "Heading1", &Phrase::plain(section.heading.clone()));
        for block in &section.blocks {
            match block {
                Block::Text(phrase) => self.paragraph(x, "Normal", phrase),
                Block::List(items) => items.iter().for_each(|item| self.paragraph(x, "ListBullet", item)),
                Block::Chart(chart) => self.chart(x, chart)?,
                Block::Table(table) => self.table(x, table),
                Block::Sources(_) => unmentioned.iter().for_each(|source| self.source(x, source)),
                Block::Small(text) => self.paragraph(x, "Small", &Phrase::plain(text.clone())),
            }
        }
        Ok(())
    }

    /// Writes a source that no phrase refers to.
    fn source(&mut self, x: &mut Xml, source: &BriefSource) {
        let rel = link(&source.url).map(|address| self.rels.link(address));
        x.within("w:p", &[], |x| {
            x.within("w:pPr", &[], |x| x.leaf("w:pStyle", &[("w:val", "ListBullet")]));
            let text = |x: &mut Xml| run(x, &clean(&source.text), false);
            match &rel {
                Some(rel) => x.within("w:hyperlink", &[("r:id", rel)], text),
                None => text(x),
            }
        });
    }

    /// Writes a paragraph.
    pub(super) fn paragraph(&mut self, x: &mut Xml, style: &str, phrase: &Phrase) {
        self.styled(x, style, phrase, false);
    }

    pub(super) fn styled(&mut self, x: &mut Xml, style: &str, phrase: &Phrase, bold: bool) {
        x.within("w:p", &[], |x| {
            x.within("w:pPr", &[], |x| x.leaf("w:pStyle", &[("w:val", style)]));
            self.phrase(x, phrase, bold);
        });
    }

    fn phrase(&mut self, x: &mut Xml, phrase: &Phrase, bold: bool) {
        let text = clean(&phrase.text);
        if !text.is_empty() {
            run(x, &text, bold);
        }
        self.footnotes.marks(x, &phrase.sources);
        for more in &phrase.more {
            self.phrase(x, more, bold);
        }
    }
}

fn run(x: &mut Xml, text: &str, bold: bool) {
    x.within("w:r", &[], |x| {
        if bold {
            x.within("w:rPr", &[], |x| x.leaf("w:b", &[]));
        }
        x.text("w:t", &[("xml:space", "preserve")], text);
    });
}
