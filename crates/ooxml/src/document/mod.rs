//! Writes a briefing as a Word document: real headings, tables with header rows, sources as footnotes, native charts.

mod body;
mod charts;
mod footnotes;
mod page;
mod properties;
mod styles;
mod tables;

use domain::{
    briefing::{Block, BriefSource, Briefing},
    chart::ChartModel,
};

use crate::{
    OfficeError,
    package::{Package, Rels},
    theme,
};
use body::Body;
use footnotes::Footnotes;

/// Content types, as [`Package::part`] expects them.
mod types {
    pub(super) const DOCUMENT: &str = "officedocument.wordprocessingml.document.main";
    pub(super) const STYLES: &str = "officedocument.wordprocessingml.styles";
    pub(super) const NUMBERING: &str = "officedocument.wordprocessingml.numbering";
    pub(super) const SETTINGS: &str = "officedocument.wordprocessingml.settings";
    pub(super) const FOOTNOTES: &str = "officedocument.wordprocessingml.footnotes";
    pub(super) const HEADER: &str = "officedocument.wordprocessingml.header";
    pub(super) const FOOTER: &str = "officedocument.wordprocessingml.footer";
    pub(super) const CHART: &str = "officedocument.drawingml.chart";
    pub(super) const OVERLAY: &str = "officedocument.drawingml.chartshapes";
    pub(super) const THEME: &str = "officedocument.theme";
    pub(super) const FONTS: &str = "officedocument.wordprocessingml.fontTable";
    pub(super) const APP: &str = "officedocument.extended-properties";
}

/// The namespace of WordprocessingML.
const WORD: (&str, &str) = (
    "xmlns:w",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
);

/// A chart as an image, for models that no native chart type fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The bytes of the PNG.
    pub png: Vec<u8>,
    /// Width and height on paper, in CSS px.
    pub size: (u32, u32),
}

/// Draws a chart of this width and height in CSS px (height 0: as high as it needs); `None` if it cannot be drawn, in
/// which case the document has its texts only.
pub type Draw<'a> = dyn Fn(&ChartModel, (u32, u32)) -> Option<Picture> + 'a;

/// Writes a briefing as a Word document (`.docx`). Charts are native and editable where a chart type fits them; others
/// are images made by `draw`. The same briefing gives the same bytes.
///
/// # Errors
/// [`OfficeError::NotFinite`], [`OfficeError::NotWritten`].
pub fn docx(briefing: &Briefing, draw: &Draw<'_>) -> Result<Vec<u8>, OfficeError> {
    let mut package = Package::default();
    let mut footnotes = Footnotes::new(sources(briefing));
    let mut body = Body::new(briefing, &mut package, &mut footnotes, draw);
    let document = body.write()?;
    let mut rels = body.into_rels();
    let path = "word/document.xml";
    for (kind, target) in [
        ("styles", "styles.xml"),
        ("numbering", "numbering.xml"),
        ("settings", "settings.xml"),
        ("footnotes", "footnotes.xml"),
        ("theme", "theme/theme1.xml"),
        ("fontTable", "fontTable.xml"),
    ] {
        rels.add(kind, target);
    }
    package.rels(path, &rels);
    package.part(path, types::DOCUMENT, document);
    package.part("word/styles.xml", types::STYLES, styles::styles(briefing.lang));
    package.part("word/numbering.xml", types::NUMBERING, styles::numbering());
    package.part("word/settings.xml", types::SETTINGS, page::settings(briefing.lang));
    package.part("word/theme/theme1.xml", types::THEME, theme::part());
    package.part("word/fontTable.xml", types::FONTS, styles::fonts());
    page::header_and_footer(&mut package, briefing);
    footnotes.write(&mut package);
    properties::write(&mut package, briefing);
    let mut root = Rels::default();
    root.add("officeDocument", path);
    root.core("docProps/core.xml");
    root.add("extended-properties", "docProps/app.xml");
    package.rels("", &root);
    package.finish()
}

/// The sources that phrases refer to by number, from 1.
fn sources(briefing: &Briefing) -> &[BriefSource] {
    let blocks = briefing.sections.iter().flat_map(|section| &section.blocks);
    let mut lists = blocks.filter_map(|block| match block {
        Block::Sources(sources) => Some(sources.as_slice()),
        _ => None,
    });
    lists.next().unwrap_or_default()
}
