//! Puts the newest edition into one slide.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    RefreshError,
    archive::Changes,
    mark::{Mark, Prints},
    read::{Content, NotesFile, SlideParts},
    rels::Rels,
    remap::remapped,
    report::{Kept, Piece, SlideReport},
    tree::{Edits, child, is, parse},
};

/// The paths of parts that are taken, and content types of new parts.
#[derive(Debug, Default)]
pub(super) struct NewParts {
    pub(super) taken: BTreeSet<String>,
    pub(super) types: BTreeMap<String, &'static str>,
    /// How many relationships of slides lead to a part.
    pub(super) uses: BTreeMap<String, usize>,
}

impl NewParts {
    /// Returns a free path such as `ppt/charts/chart7.xml`.
    pub(super) fn path(&mut self, before: &str, after: &str, content_type: Option<&'static str>) -> String {
        let free = (1..)
            .map(|n| format!("{before}{n}{after}"))
            .find(|path| !self.taken.contains(path));
        let path = free.unwrap_or_default();
        self.taken.insert(path.clone());
        if let Some(content_type) = content_type {
            self.types.insert(path.clone(), content_type);
        }
        path
    }
}

/// A slide of the user with the same slide of the newest edition.
pub(super) struct Merge<'a> {
    pub(super) slide: &'a mut SlideParts,
    pub(super) fresh: &'a SlideParts,
    pub(super) base: &'a Mark,
    /// The mark of the newest edition; fingerprints of what is kept come from `base`.
    pub(super) mark: Mark,
    /// Whether the slide still has its mark; otherwise a program has written it anew.
    pub(super) marked: bool,
    pub(super) changes: Changes,
    pub(super) parts: &'a mut NewParts,
    pub(super) report: SlideReport,
}

impl Merge<'_> {
    /// Merges and returns what is to be written; the part with the tags is at `tags`, or is added. A slide whose figures
    /// stay is left as it is as a whole: its source line must not name an edition that its figures are not from.
    pub(super) fn run(mut self, tags: Option<&str>) -> Result<(SlideReport, Changes), RefreshError> {
        let (content, fresh) = (self.slide.content()?, self.fresh.content()?);
        let before = self.slide.xml.clone();
        self.report.titles = (content.title.clone(), fresh.title.clone());
        let untouched = content.whole == self.prints().get("slide");
        if self.slide.charts.len() != self.fresh.charts.len() && !(untouched && self.charts_untouched()?) {
            self.report.kept.insert((Piece::Chart, Kept::OtherShape));
            return Ok(self.left());
        }
        self.slide.rels.relink(&self.base.link, &self.mark.link)?;
        let ids = self.charts()?;
        if untouched {
            self.whole(&content, &fresh, &ids)?;
        } else {
            self.pieces(&content, &fresh)?;
        }
        self.notes()?;
        if self.report.kept.iter().any(|(piece, _)| is_figures(*piece)) {
            return Ok(self.left());
        }
        if !untouched {
            self.mark.prints.set("slide", self.base.prints.get("slide").to_owned());
        }
        // A slide on which everything that is new was kept still shows the earlier edition.
        if !self.report.changed.is_empty() || self.report.kept.is_empty() {
            self.tag(tags)?;
        }
        self.write_slide(&before);
        Ok((self.report, self.changes))
    }

    /// Nothing is written.
    fn left(self) -> (SlideReport, Changes) {
        let report = SlideReport {
            kept: self
                .report
                .kept
                .into_iter()
                .filter(|(piece, _)| is_figures(*piece))
                .collect(),
            titles: (self.report.titles.0.clone(), self.report.titles.0),
            ..SlideReport::default()
        };
        (report, Changes::default())
    }

    pub(super) fn prints(&self) -> &Prints {
        &self.base.prints
    }

    /// Notes that a piece was left as it was; so that it is found to be edited the next time, too.
    pub(super) fn keep(&mut self, piece: Piece, why: Kept, keys: &[String]) {
        self.report.kept.insert((piece, why));
        for key in keys {
            let before = self.base.prints.get(key).to_owned();
            self.mark.prints.set(key.clone(), before);
        }
    }

    /// Writes a part if it is not the same.
    pub(super) fn write(&mut self, path: &str, before: &[u8], after: Vec<u8>) -> bool {
        let changed = before != after;
        if changed {
            self.changes.written.insert(path.to_owned(), after);
        }
        changed
    }

    fn charts_untouched(&self) -> Result<bool, RefreshError> {
        let now = Prints::of(self.slide)?;
        let keys =
            (1..=self.slide.charts.len()).flat_map(|n| ["chart", "over", "book"].map(|key| format!("{key}.{n}")));
        Ok(keys.into_iter().all(|key| now.get(&key) == self.prints().get(&key)))
    }

    /// Replaces the slide by that of the newest edition.
    fn whole(
        &mut self,
        content: &Content,
        fresh: &Content,
        charts: &BTreeMap<String, String>,
    ) -> Result<(), RefreshError> {
        let mut ids = charts.clone();
        for rel in &self.fresh.rels.rows {
            if rel.external && !ids.contains_key(&rel.id) {
                let id = self.link_id(&rel.target)?;
                ids.insert(rel.id.clone(), id);
            } else if rel.kind == "tags" {
                let own = self.slide.rels.rows.iter().find(|own| own.kind == "tags");
                ids.extend(own.map(|own| (rel.id.clone(), own.id.clone())));
            }
        }
        let number = slide_number(self.slide)?;
        let xml = remapped(&self.fresh.path, &self.fresh.xml, &ids)?;
        let xml = with_number(&xml, &number)?;
        for text in &fresh.texts {
            let before = content.texts.iter().find(|other| other.key == text.key);
            if before.is_none_or(|before| before.print != text.print) {
                self.report.changed.insert(piece(&text.key));
            }
        }
        for text in &content.texts {
            if !fresh.texts.iter().any(|other| other.key == text.key) {
                self.report.changed.insert(piece(&text.key));
            }
        }
        for (before, after) in content.drawings.iter().zip(&fresh.drawings) {
            if before.look != after.look {
                self.report.changed.insert(Piece::Drawing);
            }
            self.report.figures += differing(&before.texts, &after.texts);
        }
        if content
            .frames
            .iter()
            .map(|f| &f.description)
            .ne(fresh.frames.iter().map(|f| &f.description))
        {
            self.report.changed.insert(Piece::Description);
        }
        let changed = super::read::look(&xml, &self.slide.path)? != content.whole;
        if changed && self.report.changed.is_empty() {
            // Positions follow the lengths of texts and labels.
            self.report.changed.insert(Piece::Chart);
        }
        if changed {
            self.slide.xml = xml;
        }
        Ok(())
    }

    fn link_id(&mut self, target: &str) -> Result<String, RefreshError> {
        let own = self
            .slide
            .rels
            .rows
            .iter()
            .find(|rel| rel.external && rel.target == target);
        match own {
            Some(own) => Ok(own.id.clone()),
            None => self.slide.rels.add("hyperlink", target, true),
        }
    }

    fn notes(&mut self) -> Result<(), RefreshError> {
        let Some(fresh) = &self.fresh.notes else { return Ok(()) };
        let keys = ["notes".to_owned(), "spoken".to_owned()];
        let Some(mut notes) = self.slide.notes.take() else {
            if !self.prints().get("spoken").is_empty() {
                self.keep(Piece::Notes, Kept::Removed, &keys);
            }
            return Ok(());
        };
        let whole = notes.whole()? == self.prints().get("notes");
        let body = notes.body()?;
        let Some(body) = body.filter(|body| whole || body.print == self.prints().get("spoken")) else {
            self.keep(Piece::Notes, Kept::Edited, &keys);
            return Ok(());
        };
        let (from, to) = (self.base.link.clone(), self.mark.link.clone());
        notes.rels.relink(&from, &to)?;
        let xml = if whole {
            whole_notes(&mut notes, fresh)?
        } else {
            self.mark.prints.set("notes", self.base.prints.get("notes").to_owned());
            edited_notes(&notes, fresh, body.range)?
        };
        let path = notes.path.clone();
        if self.write(&path, notes.xml.as_bytes(), xml.into_bytes()) {
            self.report.changed.insert(Piece::Notes);
        }
        self.write_rels(notes.rels);
        Ok(())
    }

    pub(super) fn write_rels(&mut self, rels: Rels) {
        self.changes.written.extend(rels.written());
    }

    /// Writes the mark of the newest edition; a slide that has none gets one.
    fn tag(&mut self, tags: Option<&str>) -> Result<(), RefreshError> {
        let part = self.mark.part();
        if let Some(path) = tags {
            let before = self.slide.tags.iter().find(|(other, _)| other == path);
            let before = before.map(|(_, xml)| xml.clone().into_bytes()).unwrap_or_default();
            self.write(path, &before, part);
            return Ok(());
        }
        let path = self.parts.path("ppt/tags/tag", ".xml", Some(super::TAGS_TYPE));
        let id = self.slide.rels.add("tags", &path, false)?;
        if let Some(xml) = super::stamp::with_tags(&self.slide.path, &self.slide.xml, &id)? {
            self.slide.xml = xml;
            self.changes.written.insert(path, part);
        }
        Ok(())
    }

    fn write_slide(&mut self, before: &str) {
        let (path, xml) = (self.slide.path.clone(), self.slide.xml.clone());
        self.write(&path, before.as_bytes(), xml.into_bytes());
        self.write_rels(self.slide.rels.clone());
    }
}

/// Returns whether a piece has figures that the source line is about.
const fn is_figures(piece: Piece) -> bool {
    matches!(piece, Piece::Chart | Piece::Workbook | Piece::Overlay | Piece::Drawing)
}

/// Returns which piece of a slide a text is.
pub(super) fn piece(key: &str) -> Piece {
    match key.rsplit_once('.').map_or(key, |(name, _)| name) {
        "Title" => Piece::Title,
        "Subtitle" => Piece::Subtitle,
        "Remarks" => Piece::Remarks,
        "Footer" => Piece::Source,
        _ => Piece::Text,
    }
}

/// Counts the texts that are not the same.
pub(super) fn differing(before: &[String], after: &[String]) -> usize {
    let changed = before.iter().zip(after).filter(|(a, b)| a != b).count();
    changed + before.len().abs_diff(after.len())
}

/// Returns the notes of the newest edition with the relationships of the user's part.
fn whole_notes(notes: &mut NotesFile, fresh: &NotesFile) -> Result<String, RefreshError> {
    let mut ids = BTreeMap::new();
    for rel in fresh.rels.rows.iter().filter(|rel| rel.external) {
        let own = notes
            .rels
            .rows
            .iter()
            .find(|own| own.external && own.target == rel.target);
        let id = match own {
            Some(own) => own.id.clone(),
            None => notes.rels.add("hyperlink", &rel.target, true)?,
        };
        ids.insert(rel.id.clone(), id);
    }
    remapped(&fresh.path, &fresh.xml, &ids)
}

fn edited_notes(notes: &NotesFile, fresh: &NotesFile, range: std::ops::Range<usize>) -> Result<String, RefreshError> {
    let document = parse(&notes.path, &notes.xml)?;
    let shape = document
        .descendants()
        .find(|node| node.is_element() && node.range() == range);
    let mut edits = Edits::default();
    if let (Some(body), Some(new)) = (shape.and_then(|node| child(node, "txBody")), fresh.body()?) {
        super::runs::set_paragraphs(&mut edits, &notes.xml, body, &new.paragraphs);
    }
    Ok(edits.apply(&notes.xml))
}

/// Returns the number that the slide shows.
fn slide_number(slide: &SlideParts) -> Result<Option<String>, RefreshError> {
    let document = parse(&slide.path, &slide.xml)?;
    let mut fields = document.descendants().filter(|node| is(*node, "fld"));
    let field = fields.find(|node| node.attribute("type") == Some("slidenum"));
    let text = field.and_then(|node| child(node, "t")).and_then(|node| node.text());
    Ok(text.map(str::to_owned))
}

fn with_number(xml: &str, number: &Option<String>) -> Result<String, RefreshError> {
    let document = parse("", xml)?;
    let mut fields = document.descendants().filter(|node| is(*node, "fld"));
    let field = fields.find(|node| node.attribute("type") == Some("slidenum"));
    let mut edits = Edits::default();
    if let (Some(text), Some(number)) = (field.and_then(|node| child(node, "t")), number) {
        edits.replace_inside(xml, text, &super::tree::escape(number));
    }
    Ok(edits.apply(xml))
}
