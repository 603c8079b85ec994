//! Reads a slide with the parts that belong to it, and what is on it.

use std::ops::Range;

use roxmltree::Node;

use super::{
    RefreshError,
    archive::Parts,
    rels::Rels,
    tree::{at, below, canonical, child, is, paragraphs, parse, relation, text_print},
};

/// A slide with the parts that belong to it.
#[derive(Debug)]
pub(super) struct SlideParts {
    pub(super) path: String,
    pub(super) xml: String,
    pub(super) rels: Rels,
    /// Its charts, in the order in which they are on the slide.
    pub(super) charts: Vec<ChartFile>,
    pub(super) notes: Option<NotesFile>,
    /// Path and XML of the parts with custom tags.
    pub(super) tags: Vec<(String, String)>,
}

/// A chart with its parts.
#[derive(Debug)]
pub(super) struct ChartFile {
    /// Id of the relationship of the slide.
    pub(super) id: String,
    pub(super) path: String,
    pub(super) xml: String,
    pub(super) rels: Rels,
    pub(super) overlay: Option<(String, String)>,
    pub(super) book: Option<(String, Vec<u8>)>,
}

/// The speaker notes of a slide.
#[derive(Debug)]
pub(super) struct NotesFile {
    pub(super) path: String,
    pub(super) xml: String,
    pub(super) rels: Rels,
}

/// A shape with text.
#[derive(Clone, Debug)]
pub(super) struct TextShape {
    /// Name and number among the shapes of that name, such as `Title.1`.
    pub(super) key: String,
    /// Type and index of its placeholder.
    pub(super) placeholder: Option<String>,
    pub(super) paragraphs: Vec<String>,
    pub(super) print: String,
    pub(super) range: Range<usize>,
}

/// A group of shapes or a table.
#[derive(Clone, Debug)]
pub(super) struct Drawing {
    /// Fingerprint of its content with all formatting.
    pub(super) look: String,
    /// What it states, a text for each shape or cell.
    pub(super) texts: Vec<String>,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) range: Range<usize>,
}

/// The frame of a chart: its name and alternative text.
#[derive(Clone, Debug)]
pub(super) struct ChartFrame {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) description: String,
}

/// What is on a slide.
#[derive(Clone, Debug, Default)]
pub(super) struct Content {
    pub(super) texts: Vec<TextShape>,
    pub(super) drawings: Vec<Drawing>,
    pub(super) frames: Vec<ChartFrame>,
    /// Fingerprint of the whole slide.
    pub(super) whole: String,
    /// Text of the title.
    pub(super) title: String,
}

impl SlideParts {
    /// Reads the slide at `path`, with charts and notes if `whole`.
    pub(super) fn read(parts: &mut impl Parts, path: &str, whole: bool) -> Result<Self, RefreshError> {
        let xml = parts.text(path)?;
        let rels = Rels::read(parts, path)?;
        let mut tags = Vec::new();
        for rel in rels.rows.iter().filter(|rel| rel.kind == "tags" && !rel.external) {
            if let Some(bytes) = parts.part(&rel.target)? {
                tags.push((rel.target.clone(), String::from_utf8_lossy(&bytes).into_owned()));
            }
        }
        let notes = match rels.first("notesSlide").filter(|rel| !rel.external) {
            Some(rel) => Some(NotesFile {
                path: rel.target.clone(),
                xml: parts.text(&rel.target)?,
                rels: Rels::read(parts, &rel.target)?,
            }),
            None => None,
        };
        let mut slide = Self {
            path: path.to_owned(),
            xml,
            rels,
            charts: Vec::new(),
            notes,
            tags,
        };
        if whole {
            slide.charts = slide.read_charts(parts)?;
        }
        Ok(slide)
    }

    fn read_charts(&self, parts: &mut impl Parts) -> Result<Vec<ChartFile>, RefreshError> {
        let frames = self.content()?.frames;
        let files = frames.iter().filter_map(|frame| {
            let rel = self
                .rels
                .find(&frame.id)
                .filter(|rel| rel.kind == "chart" && !rel.external)?;
            Some((frame.id.clone(), rel.target.clone()))
        });
        files.map(|(id, path)| ChartFile::read(parts, id, path)).collect()
    }

    /// Returns what is on the slide.
    pub(super) fn content(&self) -> Result<Content, RefreshError> {
        let document = parse(&self.path, &self.xml)?;
        let root = document.root_element();
        let mut content = Content {
            whole: canonical(root, |node| is(node, "custDataLst")),
            ..Content::default()
        };
        let Some(tree) = at(root, &["cSld", "spTree"]) else {
            return Ok(content);
        };
        for node in tree.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "sp" => content.add_text(node),
                "grpSp" => content.drawings.push(group(node)),
                "graphicFrame" if below(node, "tbl").is_some() => content.drawings.push(table(node)),
                _ => {}
            }
        }
        content.frames = tree
            .descendants()
            .filter(|node| is(*node, "graphicFrame"))
            .filter_map(frame)
            .collect();
        content.title = title(&content.texts);
        Ok(content)
    }

    /// Returns all web addresses on the slide and in its notes, and the texts of the notes, which may name some.
    pub(super) fn addresses(&self) -> Vec<String> {
        let notes = self.notes.iter();
        let rels = notes.clone().map(|notes| &notes.rels).chain([&self.rels]);
        let links = rels.flat_map(|rels| &rels.rows).filter(|rel| rel.external);
        let mut all: Vec<String> = links.map(|rel| rel.target.clone()).collect();
        let texts = notes.filter_map(|notes| Some(notes.body().ok()??.paragraphs)).flatten();
        for text in texts {
            all.extend(
                text.split_whitespace()
                    .filter(|word| word.contains("://"))
                    .map(str::to_owned),
            );
        }
        all
    }
}

impl ChartFile {
    fn read(parts: &mut impl Parts, id: String, path: String) -> Result<Self, RefreshError> {
        let rels = Rels::read(parts, &path)?;
        let overlay = match rels.first("chartUserShapes") {
            Some(rel) => Some((rel.target.clone(), parts.text(&rel.target)?)),
            None => None,
        };
        let book = match rels.first("package").filter(|rel| !rel.external) {
            Some(rel) => {
                let missing = || RefreshError::Missing {
                    part: rel.target.clone(),
                };
                Some((rel.target.clone(), parts.part(&rel.target)?.ok_or_else(missing)?))
            }
            None => None,
        };
        let xml = parts.text(&path)?;
        Ok(Self {
            id,
            path,
            xml,
            rels,
            overlay,
            book,
        })
    }
}

impl NotesFile {
    /// Returns the shape with the notes: the placeholder for them, or the one with the longest text.
    pub(super) fn body(&self) -> Result<Option<TextShape>, RefreshError> {
        let document = parse(&self.path, &self.xml)?;
        let Some(tree) = at(document.root_element(), &["cSld", "spTree"]) else {
            return Ok(None);
        };
        let mut content = Content::default();
        for node in tree.children().filter(|node| is(*node, "sp")) {
            content.add_text(node);
        }
        let is_body = |shape: &&TextShape| {
            shape
                .placeholder
                .as_deref()
                .is_some_and(|kind| kind.starts_with("body"))
        };
        let length = |shape: &&TextShape| shape.paragraphs.iter().map(String::len).sum::<usize>();
        let shapes = &content.texts;
        Ok(shapes
            .iter()
            .find(is_body)
            .or_else(|| shapes.iter().max_by_key(length))
            .cloned())
    }

    /// Returns the fingerprint of the whole part.
    pub(super) fn whole(&self) -> Result<String, RefreshError> {
        let document = parse(&self.path, &self.xml)?;
        Ok(canonical(document.root_element(), |_| false))
    }
}

impl Content {
    fn add_text(&mut self, node: Node<'_, '_>) {
        let Some(body) = child(node, "txBody") else { return };
        let holder = below(node, "nvPr").and_then(|node| child(node, "ph"));
        if holder.is_some_and(|holder| matches!(holder.attribute("type"), Some("sldNum" | "sldImg" | "dt"))) {
            return;
        }
        let name = below(node, "cNvPr")
            .and_then(|node| node.attribute("name"))
            .unwrap_or_default();
        let alike = self
            .texts
            .iter()
            .filter(|text| text.key.rsplit_once('.').is_some_and(|(n, _)| n == name));
        let number = alike.count() + 1;
        let paragraphs = paragraphs(body);
        self.texts.push(TextShape {
            key: format!("{name}.{number}"),
            placeholder: holder.map(|holder| {
                let kind = holder.attribute("type").unwrap_or("body");
                format!("{kind} {}", holder.attribute("idx").unwrap_or_default())
            }),
            print: text_print(&paragraphs),
            paragraphs,
            range: node.range(),
        });
    }
}

/// Returns the fingerprint of a whole slide.
pub(super) fn look(xml: &str, path: &str) -> Result<String, RefreshError> {
    Ok(canonical(parse(path, xml)?.root_element(), |node| {
        is(node, "custDataLst")
    }))
}

fn title(texts: &[TextShape]) -> String {
    let is_title = |shape: &&TextShape| {
        let kind = shape.placeholder.as_deref().unwrap_or_default();
        kind.starts_with("title") || kind.starts_with("ctrTitle")
    };
    let found = texts
        .iter()
        .find(is_title)
        .or_else(|| texts.iter().find(|text| !text.paragraphs.concat().is_empty()));
    let text = found.map(|shape| shape.paragraphs.join(" ")).unwrap_or_default();
    text.chars().take(300).collect()
}

fn frame(node: Node<'_, '_>) -> Option<ChartFrame> {
    let chart = at(node, &["graphic", "graphicData", "chart"])?;
    let properties = below(node, "cNvPr")?;
    Some(ChartFrame {
        id: relation(chart)?.to_owned(),
        name: properties.attribute("name").unwrap_or_default().to_owned(),
        description: properties.attribute("descr").unwrap_or_default().to_owned(),
    })
}

/// Returns a property of a shape, such as its name.
fn property(node: Node<'_, '_>, name: &str) -> String {
    let properties = below(node, "cNvPr");
    properties
        .and_then(|node| node.attribute(name))
        .unwrap_or_default()
        .to_owned()
}

/// Reads a group. Where it is and how large it is does not count.
fn group(node: Node<'_, '_>) -> Drawing {
    let own = child(node, "grpSpPr");
    let shapes = node.descendants().filter(|node| is(*node, "sp"));
    let texts = shapes.map(|shape| {
        let properties = below(shape, "cNvPr");
        let of = |name| properties.and_then(|node| node.attribute(name)).unwrap_or_default();
        let text = child(shape, "txBody").map(|body| paragraphs(body).join("\n"));
        format!("{}|{}", of("descr"), text.unwrap_or_default())
    });
    Drawing {
        look: canonical(node, |inner| Some(inner) == own || is(inner, "nvGrpSpPr")),
        texts: texts.collect(),
        name: property(node, "name"),
        description: property(node, "descr"),
        range: node.range(),
    }
}

/// Reads a table. Where its frame is does not count.
fn table(node: Node<'_, '_>) -> Drawing {
    let cells = node.descendants().filter(|node| is(*node, "tc"));
    let texts = cells.map(|cell| {
        child(cell, "txBody")
            .map(|body| paragraphs(body).join("\n"))
            .unwrap_or_default()
    });
    Drawing {
        look: below(node, "tbl")
            .map(|table| canonical(table, |_| false))
            .unwrap_or_default(),
        texts: texts.collect(),
        name: property(node, "name"),
        description: property(node, "descr"),
        range: node.range(),
    }
}
