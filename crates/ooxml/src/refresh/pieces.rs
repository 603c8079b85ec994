//! Puts the newest edition into a slide that was changed or rewritten: piece by piece, each that nobody touched.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};

use super::{
    RefreshError,
    merge::{Merge, differing, piece},
    read::{Content, Drawing, TextShape},
    remap::free_ids,
    report::{Kept, Piece},
    runs::set_paragraphs,
    tree::{Edits, at, below, child, escape, is, parse, print},
};

/// The namespaces of the elements that are copied, by the prefixes with which they are written.
const SPACES: [(&str, &str); 2] = [
    ("p", "http://schemas.openxmlformats.org/presentationml/2006/main"),
    ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
];

impl Merge<'_> {
    pub(super) fn pieces(&mut self, content: &Content, fresh: &Content) -> Result<(), RefreshError> {
        let source = self.slide.xml.clone();
        let document = parse(&self.slide.path, &source)?;
        let mut edits = Edits::default();
        self.texts(&mut edits, (&source, &document), (content, fresh));
        self.drawings(&mut edits, &document, (content, fresh))?;
        self.frames(&mut edits, &document, (content, fresh));
        self.slide.xml = edits.apply(&source);
        Ok(())
    }

    fn texts(
        &mut self,
        edits: &mut Edits,
        (source, document): (&str, &Document<'_>),
        (content, fresh): (&Content, &Content),
    ) {
        let written = self.base.prints.0.iter();
        let written: Vec<(String, String)> = written
            .filter_map(|(key, print)| Some((key.strip_prefix("text.")?.to_owned(), print.clone())))
            .collect();
        let mut used: BTreeSet<usize> = BTreeSet::new();
        for (key, print) in &written {
            let new = fresh.texts.iter().find(|text| text.key == *key);
            let mut alike = content
                .texts
                .iter()
                .filter(|text| text.print == *print && !used.contains(&text.range.start));
            let found = alike.clone().find(|text| text.key == *key).or_else(|| alike.next());
            let Some(found) = found else {
                let why = self.why_kept(key, new, content);
                self.keep(piece(key), why, &[format!("text.{key}")]);
                continue;
            };
            used.insert(found.range.start);
            let Some(node) = element(document, found.range.start) else {
                continue;
            };
            let Some(new) = new else {
                edits.replace(found.range.clone(), "");
                self.report.changed.insert(piece(key));
                continue;
            };
            if let Some(body) = child(node, "txBody").filter(|_| new.print != found.print) {
                set_paragraphs(edits, source, body, &new.paragraphs);
                self.report.changed.insert(piece(key));
            }
        }
        let added = fresh
            .texts
            .iter()
            .filter(|text| !written.iter().any(|(key, _)| *key == text.key));
        let added: Vec<&TextShape> = added.collect();
        for text in added {
            self.add_text(edits, document, text);
        }
    }

    fn why_kept(&self, key: &str, new: Option<&TextShape>, content: &Content) -> Kept {
        let holder = new.and_then(|new| new.placeholder.as_deref());
        let same = |text: &&TextShape| text.key == key || (holder.is_some() && text.placeholder.as_deref() == holder);
        if content.texts.iter().any(|text| same(&text)) {
            Kept::Edited
        } else {
            Kept::Removed
        }
    }

    /// Adds a text that the newest edition has and the written one had not, such as a remark that years no longer compare.
    fn add_text(&mut self, edits: &mut Edits, document: &Document<'_>, text: &TextShape) {
        let tree = at(document.root_element(), &["cSld", "spTree"]);
        let xml = self.fresh.xml.get(text.range.clone());
        let (Some(tree), Some(xml)) = (tree, xml) else { return };
        let Some(last) = tree.children().rfind(Node::is_element) else {
            return;
        };
        if let Some(xml) = copied(xml, tree, &ids(document, None)) {
            edits.insert(last.range().end, xml);
            self.report.changed.insert(piece(&text.key));
        }
    }

    fn drawings(
        &mut self,
        edits: &mut Edits,
        document: &Document<'_>,
        (content, fresh): (&Content, &Content),
    ) -> Result<(), RefreshError> {
        let ours = self.base.prints.0.keys().filter(|key| key.starts_with("look.")).count();
        let keys = |n: usize| ["look", "drawn", "said of"].map(|key| format!("{key}.{n}"));
        if ours == 0 && fresh.drawings.is_empty() {
            return Ok(());
        }
        let mut used: BTreeSet<usize> = BTreeSet::new();
        for (n, new) in (1..).zip(&fresh.drawings) {
            let [look, drawn, said] = keys(n).map(|key| self.prints().get(&key).to_owned());
            let mut free = content
                .drawings
                .iter()
                .filter(|drawing| !used.contains(&drawing.range.start));
            let found = free.clone().find(|drawing| drawing.look == look);
            let found = found.or_else(|| free.find(|drawing| print(&drawing.texts) == drawn));
            let Some(found) = found else {
                let why = match content.drawings.is_empty() {
                    true => Kept::Removed,
                    // Programs that write drawings anew describe their shapes in another way.
                    false if !self.marked => Kept::Formatted,
                    false => Kept::Edited,
                };
                self.keep(Piece::Drawing, why, &keys(n));
                continue;
            };
            used.insert(found.range.start);
            let Some(node) = element(document, found.range.start) else {
                continue;
            };
            if found.look != look {
                if found.texts != new.texts {
                    self.keep(Piece::Drawing, Kept::Formatted, &keys(n));
                }
                continue;
            }
            self.drawing(edits, (document, node), (found, new))?;
            if print([&found.name, &found.description]) == said {
                self.describe(edits, node, (&new.name, &new.description));
            } else {
                self.keep(Piece::Description, Kept::Edited, &keys(n)[2..]);
            }
        }
        Ok(())
    }

    fn describe(&mut self, edits: &mut Edits, node: Node<'_, '_>, (name, description): (&str, &str)) {
        let Some(properties) = below(node, "cNvPr") else { return };
        if properties.attribute("descr") != Some(description) {
            self.report.changed.insert(Piece::Description);
        }
        edits.attribute(properties, "name", name);
        edits.attribute(properties, "descr", description);
    }

    /// Replaces what is in a group or table; a group stays where it is and as large as it is.
    fn drawing(
        &mut self,
        edits: &mut Edits,
        (document, node): (&Document<'_>, Node<'_, '_>),
        (old, new): (&Drawing, &Drawing),
    ) -> Result<(), RefreshError> {
        if old.look == new.look {
            return Ok(());
        }
        let fresh = parse(&self.fresh.path, &self.fresh.xml)?;
        let Some(from) = element(&fresh, new.range.start) else {
            return Ok(());
        };
        let kept = |node: Node<'_, '_>| is(node, "nvGrpSpPr") || is(node, "grpSpPr") || is(node, "extLst");
        let parts = |node: Node<'_, '_>| -> Option<std::ops::Range<usize>> {
            if let Some(table) = below(node, "tbl") {
                return Some(table.range());
            }
            let inner: Vec<_> = node
                .children()
                .filter(|node| node.is_element() && !kept(*node))
                .collect();
            Some(inner.first()?.range().start..inner.last()?.range().end)
        };
        let (Some(place), Some(range)) = (parts(node), parts(from)) else {
            self.report.kept.insert((Piece::Drawing, Kept::OtherShape));
            return Ok(());
        };
        let xml = self.fresh.xml.get(range).unwrap_or_default();
        let Some(xml) = copied(xml, node, &ids(document, Some(node))) else {
            self.report.kept.insert((Piece::Drawing, Kept::OtherShape));
            return Ok(());
        };
        edits.replace(place, xml);
        follow_coordinates(edits, node, from);
        self.report.changed.insert(Piece::Drawing);
        self.report.figures += differing(&old.texts, &new.texts);
        Ok(())
    }

    /// Refreshes names and alternative texts of charts.
    fn frames(&mut self, edits: &mut Edits, document: &Document<'_>, (content, fresh): (&Content, &Content)) {
        let nodes = document.descendants().filter(|node| is(*node, "graphicFrame"));
        let nodes: Vec<Node<'_, '_>> = nodes
            .filter(|node| at(*node, &["graphic", "graphicData", "chart"]).is_some())
            .collect();
        for (n, (old, new)) in (1..).zip(content.frames.iter().zip(&fresh.frames)) {
            let Some(properties) = nodes.get(n - 1).and_then(|node| below(*node, "cNvPr")) else {
                continue;
            };
            if print([&old.name]) == self.prints().get(&format!("name.{n}")) {
                edits.attribute(properties, "name", &new.name);
            }
            let key = format!("alt.{n}");
            // Programs that write charts anew leave their alternative texts out.
            let lost = properties.attribute_node("name").filter(|_| {
                let has = properties.attribute_node("descr").is_some();
                !has && !self.marked
            });
            if let Some(name) = lost {
                let text = format!(" descr=\"{}\"", escape(&new.description));
                edits.insert(name.range().end, text);
                self.report.changed.insert(Piece::Description);
            } else if print([&old.description]) != self.prints().get(&key) {
                self.keep(Piece::Description, Kept::Edited, &[key]);
            } else if old.description != new.description {
                edits.attribute(properties, "descr", &new.description);
                self.report.changed.insert(Piece::Description);
            }
        }
    }
}

/// The coordinates of a group's shapes are those of the newest drawing; where nobody moved the group, its place is, too.
fn follow_coordinates(edits: &mut Edits, node: Node<'_, '_>, from: Node<'_, '_>) {
    let (Some(own), Some(new)) = (at(node, &["grpSpPr", "xfrm"]), at(from, &["grpSpPr", "xfrm"])) else {
        return;
    };
    let same = |a: &str, b: &str, names: [&str; 2]| {
        let of = |element: &str, name: &str| child(own, element).and_then(|node| node.attribute(name));
        names.iter().all(|name| of(a, name) == of(b, name))
    };
    let unmoved = same("off", "chOff", ["x", "y"]) && same("ext", "chExt", ["cx", "cy"]);
    for (element, names) in [
        ("off", ["x", "y"]),
        ("ext", ["cx", "cy"]),
        ("chOff", ["x", "y"]),
        ("chExt", ["cx", "cy"]),
    ] {
        if !unmoved && !element.starts_with("ch") {
            continue;
        }
        let (Some(old), Some(new)) = (child(own, element), child(new, element)) else {
            continue;
        };
        for name in names {
            if let Some(value) = new.attribute(name) {
                edits.attribute(old, name, value);
            }
        }
    }
}

/// Returns the element that starts at a position.
fn element<'a, 'i>(document: &'a Document<'i>, start: usize) -> Option<Node<'a, 'i>> {
    document
        .descendants()
        .find(|node| node.is_element() && node.range().start == start)
}

/// Returns the ids of all shapes but those within an element.
fn ids(document: &Document<'_>, without: Option<Node<'_, '_>>) -> BTreeSet<u32> {
    let inside = |node: Node<'_, '_>| without.is_some_and(|without| without.range().contains(&node.range().start));
    let shapes = document
        .descendants()
        .filter(|node| is(*node, "cNvPr") && !inside(*node));
    shapes.filter_map(|node| node.attribute("id")?.parse().ok()).collect()
}

/// Returns elements of ours for a place in the user's slide, with ids that are free there; `None` if prefixes mean
/// something else there.
fn copied(xml: &str, place: Node<'_, '_>, taken: &BTreeSet<u32>) -> Option<String> {
    if SPACES
        .iter()
        .any(|(prefix, uri)| place.lookup_namespace_uri(Some(prefix)) != Some(*uri))
    {
        return None;
    }
    let declared: String = SPACES
        .iter()
        .map(|(prefix, uri)| format!(" xmlns:{prefix}=\"{uri}\""))
        .collect();
    let (start, end) = (format!("<root{declared}>"), "</root>");
    let whole = format!("{start}{xml}{end}");
    let document = parse("", &whole).ok()?;
    let whole = free_ids(&document, taken).apply(&whole);
    whole.strip_prefix(&start)?.strip_suffix(end).map(str::to_owned)
}
