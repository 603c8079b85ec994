//! Puts the newest edition into decks that were made here and may have been edited since.
//!
//! Each slide has a [`Mark`](mark::Mark): what it shows, and fingerprints of what was written on it. What still has its
//! fingerprint is replaced by what the newest edition has; everything else keeps its bytes. Fingerprints are of content,
//! so that a program which writes the XML in another way does not count as a change. `docs/design/decks.md` has the rules.

mod append;
mod archive;
mod book;
mod chart;
mod charts;
mod data;
mod mark;
mod merge;
mod pieces;
mod read;
mod rels;
mod remap;
mod report;
mod runs;
mod stamp;
mod tree;

use std::collections::{BTreeMap, BTreeSet};

use archive::{Archive, Changes, Parts as _};
use mark::Mark;
use merge::{Merge, NewParts};
use read::SlideParts;
use rels::Rels;
use tree::{Edits, at, inside, is, parse, prefix, relation};

pub use mark::{Kind, Origin};
pub use report::{Kept, Piece, RefreshError, SlideReport};
pub use stamp::Marks;

use crate::{Deck, Shape};

pub(crate) use stamp::mark;

const TAGS_TYPE: &str = "application/vnd.openxmlformats-officedocument.presentationml.tags+xml";
/// The same as [`crate::package::Package::part`] expects it.
const TAGS_TYPE_SHORT: &str = "officedocument.presentationml.tags";

/// Most slides of a presentation.
const MAX_SLIDES: usize = 1000;

/// A presentation that was uploaded.
#[derive(Debug)]
pub struct Upload {
    archive: Archive,
    presentation: String,
    slides: Vec<SlideParts>,
    found: Vec<FoundSlide>,
    shape: Shape,
}

/// A slide of an uploaded presentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundSlide {
    /// Text of its title, or the first text.
    pub title: String,
    /// Where it comes from, if it still has its mark.
    pub origin: Option<Origin>,
    /// Whether the fingerprints of its mark can be used; otherwise [`Fresh::base`] has to say what was written.
    pub fingerprinted: bool,
    /// The web addresses on the slide and in its notes, which say where it comes from if the mark was lost.
    pub addresses: Vec<String>,
}

/// The newest edition of a slide.
#[derive(Clone, Debug)]
pub struct Fresh {
    /// A deck of which the slide is written: for [`Kind::Chart`] with this one slide.
    pub deck: Deck,
    /// What the slide is then.
    pub origin: Origin,
    /// The same in the edition that the slide shows, if its mark or its fingerprints cannot be used.
    pub base: Option<(Deck, Origin)>,
}

/// A refreshed presentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refreshed {
    /// The file; the same bytes as the uploaded one if nothing changed.
    pub bytes: Vec<u8>,
    /// What happened to each slide that was to be refreshed, in the order of the slides.
    pub slides: Vec<Option<SlideReport>>,
}

/// Reads an uploaded presentation.
///
/// # Errors
/// [`RefreshError`] if it is none, or is damaged, encrypted or too large.
pub fn open(bytes: Vec<u8>) -> Result<Upload, RefreshError> {
    let mut archive = Archive::open(bytes)?;
    let root = Rels::read(&mut archive, "")?;
    let main = root.first("officeDocument").map(|rel| rel.target.clone());
    let presentation = main
        .filter(|path| archive.has(path))
        .ok_or(RefreshError::NotAPresentation)?;
    let rels = Rels::read(&mut archive, &presentation)?;
    let xml = archive.text(&presentation)?;
    let document = parse(&presentation, &xml)?;
    if !is(document.root_element(), "presentation") {
        return Err(RefreshError::NotAPresentation);
    }
    let list = at(document.root_element(), &["sldIdLst"]);
    let ids = list
        .into_iter()
        .flat_map(|list| list.children())
        .filter(|node| is(*node, "sldId"));
    let paths: Vec<String> = ids
        .filter_map(|node| Some(rels.find(relation(node)?)?.target.clone()))
        .collect();
    if paths.len() > MAX_SLIDES {
        return Err(RefreshError::TooManyParts { limit: MAX_SLIDES });
    }
    let size = at(document.root_element(), &["sldSz"]);
    let side = |name| {
        size.and_then(|node| node.attribute(name)?.parse::<f64>().ok())
            .unwrap_or(1.0)
    };
    let shape = if side("cx") / side("cy") < 1.5 {
        Shape::Standard
    } else {
        Shape::Wide
    };
    let mut slides = Vec::new();
    let mut found = Vec::new();
    for path in paths {
        let slide = SlideParts::read(&mut archive, &path, false)?;
        let mark = mark::of_slide(&slide).map(|(_, mark)| mark);
        found.push(FoundSlide {
            title: slide.content()?.title,
            fingerprinted: mark.as_ref().is_some_and(|mark| mark.prints.are_comparable()),
            origin: mark.map(|mark| mark.origin),
            addresses: slide.addresses(),
        });
        slides.push(slide);
    }
    Ok(Upload {
        archive,
        presentation,
        slides,
        found,
        shape,
    })
}

impl Upload {
    /// Returns the slides in their order.
    #[must_use]
    pub fn slides(&self) -> &[FoundSlide] {
        &self.found
    }

    /// Returns the shape of the slides.
    #[must_use]
    pub const fn shape(&self) -> Shape {
        self.shape
    }

    /// Puts the newest edition into the slides for which there is one: `fresh` has an entry for each slide.
    ///
    /// # Errors
    /// [`RefreshError`] if a part that belongs to such a slide is missing or damaged, or a slide cannot be written.
    pub fn refresh(
        mut self,
        fresh: &[Option<Fresh>],
    ) -> Result<(Self, Vec<Option<SlideReport>>, Edited), RefreshError> {
        let mut edited = Edited {
            changes: Changes::default(),
            parts: NewParts {
                taken: self.archive_names(),
                types: BTreeMap::new(),
                uses: self.uses(),
            },
        };
        let mut reports = Vec::new();
        for (index, fresh) in (0..self.slides.len()).zip(fresh.iter().map(Some).chain(std::iter::repeat(None))) {
            reports.push(match fresh.and_then(Option::as_ref) {
                Some(fresh) => Some(self.one(index, fresh, &mut edited)?),
                None => None,
            });
        }
        Ok((self, reports, edited))
    }

    fn archive_names(&self) -> BTreeSet<String> {
        self.archive.names().clone()
    }

    /// Counts the relationships of slides that lead to each part.
    fn uses(&self) -> BTreeMap<String, usize> {
        let mut uses = BTreeMap::new();
        for rel in self.slides.iter().flat_map(|slide| &slide.rels.rows) {
            *uses.entry(rel.target.clone()).or_insert(0) += 1;
        }
        uses
    }

    fn one(&mut self, index: usize, fresh: &Fresh, edited: &mut Edited) -> Result<SlideReport, RefreshError> {
        let path = self.slides[index].path.clone();
        let mut slide = SlideParts::read(&mut self.archive, &path, true)?;
        let found = mark::of_slide(&slide);
        let Some((new, newest)) = written_as(&fresh.deck, &fresh.origin)? else {
            return Ok(SlideReport::of_other_shape());
        };
        let (tags, mark) = found.map_or((None, None), |(tags, mark)| (Some(tags), Some(mark)));
        let usable = mark.clone().filter(|mark| mark.prints.are_comparable());
        let base = match (usable, &fresh.base) {
            (Some(mark), _) => mark,
            (None, Some((deck, origin))) => match written_as(deck, origin)? {
                Some((_, mark)) => mark,
                None => return Ok(SlideReport::of_other_shape()),
            },
            (None, None) => return Ok(SlideReport::default()),
        };
        let merge = Merge {
            slide: &mut slide,
            fresh: &new,
            base: &base,
            mark: newest,
            marked: tags.is_some(),
            changes: Changes::default(),
            parts: &mut edited.parts,
            report: SlideReport::default(),
        };
        let (report, changes) = merge.run(tags.as_deref())?;
        edited.changes.written.extend(changes.written);
        edited.changes.removed.extend(changes.removed);
        Ok(report)
    }

    /// Returns the file with its changes.
    ///
    /// # Errors
    /// [`RefreshError::NotWritten`], [`RefreshError::Damaged`] if the list of content types cannot be read.
    pub fn write(mut self, mut edited: Edited) -> Result<Vec<u8>, RefreshError> {
        let types = std::mem::take(&mut edited.parts.types);
        let new = types
            .into_iter()
            .filter(|(path, _)| edited.changes.written.contains_key(path));
        let new: Vec<(String, &str)> = new.collect();
        if !new.is_empty() || !edited.changes.removed.is_empty() {
            let path = "[Content_Types].xml";
            let text = self.archive.text(path)?;
            let text = content_types(&text, &new, &edited.changes.removed)?;
            edited.changes.written.insert(path.to_owned(), text.into_bytes());
        }
        self.archive.write(edited.changes)
    }
}

/// The changes of a presentation, before it is written.
#[derive(Debug)]
pub struct Edited {
    changes: Changes,
    parts: NewParts,
}

/// Writes the newest edition of a slide, with its mark.
fn written(deck: &Deck, origin: &Origin) -> Result<(SlideParts, Mark), RefreshError> {
    let (mut parts, path) = crate::slides::single(deck, origin)?;
    let slide = SlideParts::read(&mut parts, &path, true)?;
    let (_, mark) = mark::of_slide(&slide).ok_or(RefreshError::Missing { part: path })?;
    Ok((slide, mark))
}

/// The same; `None` if the slides with sources have another number: pages cannot be added or left out.
fn written_as(deck: &Deck, origin: &Origin) -> Result<Option<(SlideParts, Mark)>, RefreshError> {
    let is_sources = matches!(origin.kind, Kind::Sources(..));
    match written(deck, origin) {
        Ok((_, mark)) if is_sources && mark.origin.kind != origin.kind => Ok(None),
        Err(RefreshError::NotWritten(_)) if is_sources => Ok(None),
        other => other.map(Some),
    }
}

fn content_types(text: &str, new: &[(String, &str)], removed: &BTreeSet<String>) -> Result<String, RefreshError> {
    let path = "[Content_Types].xml";
    let document = parse(path, text)?;
    let root = document.root_element();
    let mut edits = Edits::default();
    for node in root.children().filter(|node| is(*node, "Override")) {
        let name = node.attribute("PartName").unwrap_or_default().trim_start_matches('/');
        if removed.contains(name) {
            edits.replace(node.range(), "");
        }
    }
    let name = prefix(text, root);
    let mut added = String::new();
    let has_books = root.children().any(|node| {
        node.attribute("Extension")
            .is_some_and(|e| e.eq_ignore_ascii_case("xlsx"))
    });
    if !has_books {
        added.push_str(&format!(
            "<{name}Default Extension=\"xlsx\" ContentType=\"{}\"/>",
            crate::XLSX
        ));
    }
    for (path, content_type) in new {
        added.push_str(&format!(
            "<{name}Override PartName=\"/{path}\" ContentType=\"{content_type}\"/>"
        ));
    }
    if let Some(range) = inside(text, root) {
        edits.insert(range.end, added);
    }
    Ok(edits.apply(text))
}
