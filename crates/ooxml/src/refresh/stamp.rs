//! Marks the slides of a package that is being written.

use std::collections::BTreeMap;

use super::{
    RefreshError, TAGS_TYPE_SHORT,
    archive::Parts as _,
    mark::{Kind, Origin, stamp},
    rels::{Rels, path_of},
    tree::{Edits, at, child, inside, parse, prefix},
};
use crate::{Deck, OfficeError, package::Package, text::link};

/// What the slides of a deck come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marks {
    /// Number of the edition that the deck shows.
    pub edition: u32,
    /// The ready deck that it is, such as `provinces/nghe-an`; empty for others.
    pub deck: String,
    /// Whether the deck's address names the edition.
    pub frozen: bool,
    /// The address of the view of each slide with a chart, as decks name it.
    pub views: Vec<String>,
}

/// Marks all slides of a package, of which the deck was written.
pub(crate) fn mark(package: &mut Package, deck: &Deck, marks: &Marks, slides: &[Kind]) -> Result<(), OfficeError> {
    let failed = |error: RefreshError| OfficeError::NotWritten(error.to_string());
    let mut parts: BTreeMap<String, Vec<u8>> = package
        .paths()
        .map(|(path, bytes)| (path.to_owned(), bytes.to_vec()))
        .collect();
    let mut charts = deck
        .slides
        .iter()
        .zip(marks.views.iter().map(String::as_str).chain(std::iter::repeat("")));
    for (n, kind) in (1..).zip(slides) {
        let path = format!("ppt/slides/slide{n}.xml");
        let slide = if *kind == Kind::Chart { charts.next() } else { None };
        let origin = Origin {
            kind: *kind,
            view: slide.map(|(_, view)| view.to_owned()).unwrap_or_default(),
            deck: marks.deck.clone(),
            edition: marks.edition,
            lang: deck.lang,
            shape: deck.shape,
            frozen: marks.frozen,
            title: slide.is_none_or(|(slide, _)| slide.title),
            remarks: slide.is_some_and(|(slide, _)| slide.remarks),
        };
        let target = slide.and_then(|(slide, _)| link(&slide.link)).unwrap_or_default();
        let mark = stamp(&mut parts, &path, (origin, target)).map_err(failed)?;
        let tags = format!("ppt/tags/tag{n}.xml");
        let mut rels = Rels::read(&mut parts, &path).map_err(failed)?;
        let id = rels.add("tags", &tags, false).map_err(failed)?;
        let xml = parts.text(&path).map_err(failed)?;
        let xml = with_tags(&path, &xml, &id).map_err(failed)?.unwrap_or(xml);
        package.replace(&path, xml.into_bytes());
        if let Some((rels_path, text)) = rels.written() {
            debug_assert_eq!(rels_path, path_of(&path));
            package.replace(&rels_path, text);
        }
        package.part(tags, TAGS_TYPE_SHORT, mark.part());
    }
    Ok(())
}

/// Returns a slide that names its part with tags; `None` if it has no place for it.
pub(super) fn with_tags(path: &str, xml: &str, id: &str) -> Result<Option<String>, RefreshError> {
    let document = parse(path, xml)?;
    let Some(slide) = child(document.root_element(), "cSld") else {
        return Ok(None);
    };
    let Some(tree) = at(slide, &["spTree"]) else {
        return Ok(None);
    };
    let name = prefix(xml, slide);
    let space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let declared = if slide.lookup_namespace_uri(Some("r")) == Some(space) {
        String::new()
    } else {
        format!(" xmlns:r=\"{space}\"")
    };
    let tags = format!("<{name}tags{declared} r:id=\"{id}\"/>");
    let mut edits = Edits::default();
    match child(slide, "custDataLst") {
        Some(list) => match inside(xml, list) {
            Some(range) => edits.insert(range.end, tags),
            None => edits.replace_inside(xml, list, &tags),
        },
        None => edits.insert(
            tree.range().end,
            format!("<{name}custDataLst>{tags}</{name}custDataLst>"),
        ),
    }
    Ok(Some(edits.apply(xml)))
}
