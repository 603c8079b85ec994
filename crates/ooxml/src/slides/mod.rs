//! Writes a deck as a PowerPoint file.

mod arrange;
mod drawing;
mod frame;
mod heat;
mod map;
mod master;
mod notes;
pub(crate) mod page;
mod shapes;
mod strip;
mod table;

use std::collections::BTreeMap;

use crate::{
    Deck, OfficeError,
    package::{Package, Rels},
    properties,
    refresh::{self, Kind, Marks, Origin},
    text::clean,
    theme::{self, DRAWING, RELATIONS, SLIDES},
    words,
    xml::Xml,
};
use arrange::SlideSize;

/// Content types, as [`Package::part`] expects them.
mod types {
    pub(super) const PRESENTATION: &str = "officedocument.presentationml.presentation.main";
    pub(super) const MASTER: &str = "officedocument.presentationml.slideMaster";
    pub(super) const LAYOUT: &str = "officedocument.presentationml.slideLayout";
    pub(super) const NOTES_MASTER: &str = "officedocument.presentationml.notesMaster";
    pub(super) const SLIDE: &str = "officedocument.presentationml.slide";
    pub(super) const NOTES: &str = "officedocument.presentationml.notesSlide";
    pub(super) const THEME: &str = "officedocument.theme";
    pub(super) const CHART: &str = "officedocument.drawingml.chart";
    pub(super) const OVERLAY: &str = "officedocument.drawingml.chartshapes";
    pub(super) const PROPERTIES: &str = "officedocument.presentationml.presProps";
    pub(super) const VIEW: &str = "officedocument.presentationml.viewProps";
    pub(super) const TABLES: &str = "officedocument.presentationml.tableStyles";
    pub(super) const APP: &str = "officedocument.extended-properties";
}

/// A file that is being written, with the numbers of slides and charts so far.
struct Writer<'a> {
    deck: &'a Deck,
    slide_size: SlideSize,
    package: Package,
    slides: usize,
    charts: usize,
}

/// Writes the file; with marks, its slides can be refreshed.
pub(crate) fn write(deck: &Deck, marks: Option<&Marks>) -> Result<Vec<u8>, OfficeError> {
    let mut writer = Writer::new(deck);
    let mut kinds = Vec::new();
    if deck.framed {
        writer.title();
        kinds.push(Kind::Title);
    }
    if let Some(summary) = &deck.summary {
        writer.summary(summary);
        kinds.push(Kind::Summary);
    }
    for slide in &deck.slides {
        writer.page(slide)?;
        kinds.push(Kind::Chart);
    }
    if deck.framed {
        let before = writer.slides;
        writer.sources();
        kinds.extend(source_kinds(writer.slides - before));
    }
    writer.shared_parts();
    if let Some(marks) = marks {
        refresh::mark(&mut writer.package, deck, marks, &kinds)?;
    }
    writer.package.finish()
}

/// Writes one slide with its mark; returns its parts and its path.
pub(crate) fn single(deck: &Deck, origin: &Origin) -> Result<(BTreeMap<String, Vec<u8>>, String), OfficeError> {
    let mut writer = Writer::new(deck);
    let mut page = 1;
    let kinds = match origin.kind {
        Kind::Chart => {
            writer.page(deck.slides.first().ok_or(OfficeError::NoSlides)?)?;
            vec![Kind::Chart]
        }
        Kind::Title => {
            writer.title();
            vec![Kind::Title]
        }
        Kind::Summary => {
            writer.summary(deck.summary.as_ref().ok_or(OfficeError::NoSlides)?);
            vec![Kind::Summary]
        }
        Kind::Sources(number, _) => {
            writer.sources();
            page = number;
            source_kinds(writer.slides).collect()
        }
    };
    if usize::from(page) > writer.slides {
        return Err(OfficeError::NoSlides);
    }
    let marks = Marks {
        edition: origin.edition,
        deck: origin.deck.clone(),
        frozen: origin.frozen,
        views: vec![origin.view.clone()],
    };
    refresh::mark(&mut writer.package, deck, &marks, &kinds)?;
    let parts = writer
        .package
        .paths()
        .map(|(path, bytes)| (path.to_owned(), bytes.to_vec()));
    Ok((parts.collect(), format!("ppt/slides/slide{page}.xml")))
}

fn source_kinds(pages: usize) -> impl Iterator<Item = Kind> {
    let pages = u16::try_from(pages).unwrap_or(u16::MAX);
    (1..=pages).map(move |page| Kind::Sources(page, pages))
}

impl<'a> Writer<'a> {
    fn new(deck: &'a Deck) -> Self {
        Self {
            deck,
            slide_size: SlideSize::of(deck.shape),
            package: Package::default(),
            slides: 0,
            charts: 0,
        }
    }
}

impl Writer<'_> {
    /// Adds the slide with the current number.
    fn add_slide(&mut self, xml: Vec<u8>, rels: &Rels) {
        let path = format!("ppt/slides/slide{}.xml", self.slides);
        self.package.rels(&path, rels);
        self.package.part(path, types::SLIDE, xml);
    }

    /// Adds all parts other than slides.
    fn shared_parts(&mut self) {
        let mut root = Rels::default();
        root.add("officeDocument", "ppt/presentation.xml");
        root.core("docProps/core.xml");
        root.add("extended-properties", "docProps/app.xml");
        self.package.rels("", &root);
        let core = properties::core(&clean(&self.deck.title), self.deck.published, self.deck.lang);
        self.package.core("docProps/core.xml", core);
        let app = Xml::part(
            "Properties",
            &[(
                "xmlns",
                "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
            )],
            |x| {
                x.text("Application", &[], words::AUTHOR);
                x.text("Slides", &[], &self.slides.to_string());
            },
        );
        self.package.part("docProps/app.xml", types::APP, app);
        self.presentation();
        self.master();
        self.notes_master();
    }

    fn presentation(&mut self) {
        let mut rels = Rels::default();
        let master = rels.add("slideMaster", "slideMasters/slideMaster1.xml");
        let notes = rels.add("notesMaster", "notesMasters/notesMaster1.xml");
        let slides: Vec<String> = (1..=self.slides)
            .map(|n| rels.add("slide", format!("slides/slide{n}.xml")))
            .collect();
        rels.add("theme", "theme/theme1.xml");
        self.settings(&mut rels);
        let [width, height] = self.slide_size.size().map(|n| n.to_string());
        let xml = Xml::part("p:presentation", &[DRAWING, RELATIONS, SLIDES], |x| {
            x.within("p:sldMasterIdLst", &[], |x| {
                x.leaf("p:sldMasterId", &[("id", "2147483648"), ("r:id", &master)]);
            });
            x.within("p:notesMasterIdLst", &[], |x| {
                x.leaf("p:notesMasterId", &[("r:id", &notes)]);
            });
            x.within("p:sldIdLst", &[], |x| {
                for (index, slide) in slides.iter().enumerate() {
                    x.leaf("p:sldId", &[("id", &(256 + index).to_string()), ("r:id", slide)]);
                }
            });
            x.leaf("p:sldSz", &[("cx", &width), ("cy", &height)]);
            x.leaf("p:notesSz", &[("cx", "6858000"), ("cy", "9144000")]);
        });
        self.package.rels("ppt/presentation.xml", &rels);
        self.package.part("ppt/presentation.xml", types::PRESENTATION, xml);
    }

    /// Adds empty parts, without which PowerPoint offers to repair the file.
    fn settings(&mut self, rels: &mut Rels) {
        let spaces = [DRAWING, RELATIONS, SLIDES];
        for (kind, root, file) in [
            (types::PROPERTIES, "p:presentationPr", "presProps"),
            (types::VIEW, "p:viewPr", "viewProps"),
        ] {
            rels.add(file, format!("{file}.xml"));
            let xml = Xml::part(root, &spaces, |_| {});
            self.package.part(format!("ppt/{file}.xml"), kind, xml);
        }
        rels.add("tableStyles", "tableStyles.xml");
        let style = [DRAWING, ("def", "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}")];
        let xml = Xml::part("a:tblStyleLst", &style, |_| {});
        self.package.part("ppt/tableStyles.xml", types::TABLES, xml);
    }

    fn master(&mut self) {
        let mut rels = Rels::default();
        let layouts: Vec<String> = (1..=master::LAYOUTS.len())
            .map(|n| rels.add("slideLayout", format!("../slideLayouts/slideLayout{n}.xml")))
            .collect();
        rels.add("theme", "../theme/theme1.xml");
        let path = "ppt/slideMasters/slideMaster1.xml";
        self.package.rels(path, &rels);
        let xml = master::master(&self.slide_size, self.deck.lang, &layouts);
        self.package.part(path, types::MASTER, xml);
        for (n, layout) in (1..).zip(master::LAYOUTS) {
            let mut rels = Rels::default();
            rels.add("slideMaster", "../slideMasters/slideMaster1.xml");
            let path = format!("ppt/slideLayouts/slideLayout{n}.xml");
            self.package.rels(&path, &rels);
            let xml = master::layout(layout, &self.slide_size, self.deck.lang);
            self.package.part(path, types::LAYOUT, xml);
        }
        self.package.part("ppt/theme/theme1.xml", types::THEME, theme::part());
    }

    fn notes_master(&mut self) {
        let mut rels = Rels::default();
        // PowerPoint requires a separate theme here.
        rels.add("theme", "../theme/theme2.xml");
        let path = "ppt/notesMasters/notesMaster1.xml";
        self.package.rels(path, &rels);
        let xml = notes::master(&self.slide_size, self.deck.lang);
        self.package.part(path, types::NOTES_MASTER, xml);
        self.package.part("ppt/theme/theme2.xml", types::THEME, theme::part());
    }
}
