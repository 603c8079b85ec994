//! Adds a slide of texts at the end of a presentation.

use super::{
    Edited, Origin, RefreshError, Upload,
    archive::Parts as _,
    read::SlideParts,
    rels::Rels,
    tree::{Edits, at, inside, is, parse, prefix},
};
use crate::Deck;

const SLIDE_TYPE: &str = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml";

impl Upload {
    /// Adds a slide of a deck, such as its summary, as the last slide, in the layout of the last slide of ours.
    ///
    /// # Errors
    /// [`RefreshError`] if the presentation's own part is damaged or the slide cannot be written.
    pub fn append(&mut self, deck: &Deck, origin: &Origin, edited: &mut Edited) -> Result<(), RefreshError> {
        let (mut parts, from) = crate::slides::single(deck, origin)?;
        let fresh = SlideParts::read(&mut parts, &from, true)?;
        let ours = self.slides.iter().zip(&self.found).rev();
        let ours = ours
            .filter(|(_, found)| found.origin.is_some())
            .chain(self.slides.iter().zip(&self.found));
        let mut layouts = ours.filter_map(|(slide, _)| slide.rels.first("slideLayout"));
        let layout = layouts
            .next()
            .map(|rel| rel.target.clone())
            .ok_or(RefreshError::NotAPresentation)?;
        let path = edited.parts.path("ppt/slides/slide", ".xml", Some(SLIDE_TYPE));
        let mut rels = Rels::empty(&path);
        rels.add("slideLayout", &layout, false)?;
        edited.changes.written.extend(rels.written());
        edited
            .changes
            .written
            .insert(path.clone(), without_tags(&fresh)?.into_bytes());
        let mut rels = Rels::read(&mut self.archive, &self.presentation)?;
        let id = rels.add("slide", &path, false)?;
        edited.changes.written.extend(rels.written());
        let xml = self.archive.text(&self.presentation)?;
        let xml = listed(&self.presentation, &xml, &id)?;
        edited
            .changes
            .written
            .insert(self.presentation.clone(), xml.into_bytes());
        Ok(())
    }
}

/// Returns a slide without its mark: what is written here once is not refreshed.
fn without_tags(slide: &SlideParts) -> Result<String, RefreshError> {
    let document = parse(&slide.path, &slide.xml)?;
    let mut edits = Edits::default();
    if let Some(tags) = at(document.root_element(), &["cSld", "custDataLst"]) {
        edits.replace(tags.range(), "");
    }
    Ok(edits.apply(&slide.xml))
}

/// Returns the presentation with one more slide.
fn listed(path: &str, xml: &str, id: &str) -> Result<String, RefreshError> {
    let document = parse(path, xml)?;
    let list = at(document.root_element(), &["sldIdLst"]).ok_or(RefreshError::NotAPresentation)?;
    let ids = list.children().filter(|node| is(*node, "sldId"));
    let last: Option<u32> = ids.filter_map(|node| node.attribute("id")?.parse().ok()).max();
    let name = prefix(xml, list);
    let number = last.unwrap_or(255).saturating_add(1);
    let space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let entry = format!("<{name}sldId xmlns:r=\"{space}\" id=\"{number}\" r:id=\"{id}\"/>");
    let mut edits = Edits::default();
    match inside(xml, list) {
        Some(range) => edits.insert(range.end, entry),
        None => edits.replace_inside(xml, list, &entry),
    }
    Ok(edits.apply(xml))
}
