//! Gives a chart that was formatted by its user the newest figures: names, values, labels and axes change in place.

use std::{collections::BTreeMap, ops::Range};

use roxmltree::{Document, Node};

use super::{
    data::{Data, SeriesData, axes, index, labels, series, without_rank},
    runs::set_paragraphs,
    tree::{Edits, at, below, child, escape, inside, is, paragraphs, prefix},
};

/// The names of the namespaces that copied elements use.
const SPACES: [(&str, &str); 2] = [
    ("c", "http://schemas.openxmlformats.org/drawingml/2006/chart"),
    ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
];

/// What programs write in place of the text of a cell.
const CELL_NAME: &str = "[CELLRANGE]";

/// A chart and its XML.
#[derive(Clone, Copy)]
pub(super) struct ChartXml<'a, 'i> {
    pub(super) source: &'a str,
    pub(super) document: &'a Document<'i>,
}

/// Returns the edits that give `old` the figures of `fresh`; `None` if they have not the same number of series. The
/// references to cells follow if `cells`, the axes if `scales`.
pub(super) fn refresh(old: ChartXml<'_, '_>, fresh: ChartXml<'_, '_>, (cells, scales): (bool, bool)) -> Option<Edits> {
    let (ours, new) = (series(old.document), series(fresh.document));
    let (before, after) = (Data::of(old.document), Data::of(fresh.document));
    if ours.len() != new.len() {
        return None;
    }
    let mut edits = Edits::default();
    for (n, (node, from)) in ours.into_iter().zip(new).enumerate() {
        let one = OneSeries {
            old,
            fresh,
            node,
            from,
            before: &before.series[n],
            after: &after.series[n],
        };
        one.names_and_values(&mut edits, cells);
        one.points(&mut edits);
        one.labels(&mut edits);
        one.label_cells(&mut edits, cells);
    }
    if scales {
        set_axes(&mut edits, old.document, fresh.document);
    }
    Some(edits)
}

/// A series of the user's chart and the same one of the newest chart.
struct OneSeries<'a, 'i> {
    old: ChartXml<'a, 'i>,
    fresh: ChartXml<'a, 'i>,
    node: Node<'a, 'i>,
    from: Node<'a, 'i>,
    before: &'a SeriesData,
    after: &'a SeriesData,
}

impl OneSeries<'_, '_> {
    fn names_and_values(&self, edits: &mut Edits, cells: bool) {
        for part in ["tx", "cat", "val"] {
            let (Some(old), Some(fresh)) = (child(self.node, part), child(self.from, part)) else {
                continue;
            };
            if cells {
                self.formula(edits, old, fresh);
            }
            let points = cached(fresh);
            match cache(old) {
                Some(cache) => set_points(edits, self.old.source, cache, &points),
                // A name without a reference to a cell.
                None => {
                    if let (Some(value), Some((_, text))) = (child(old, "v"), points.1.first()) {
                        edits.replace_inside(self.old.source, value, &escape(text));
                    }
                }
            }
        }
    }

    fn formula(&self, edits: &mut Edits, old: Node<'_, '_>, fresh: Node<'_, '_>) {
        let (Some(old), Some(text)) = (below(old, "f"), below(fresh, "f").and_then(|node| node.text())) else {
            return;
        };
        if old.text() != Some(text) {
            edits.replace_inside(self.old.source, old, &escape(text));
        }
    }

    /// Moves formatted points to where their categories are now.
    fn points(&self, edits: &mut Edits) {
        if self.before.categories == self.after.categories {
            return;
        }
        for point in self.node.children().filter(|node| is(*node, "dPt")) {
            let name = self.before.categories.get(index(point, "idx"));
            let name = name.map(|name| without_rank(name));
            let now = self
                .after
                .categories
                .iter()
                .position(|other| Some(without_rank(other)) == name);
            match (now, child(point, "idx")) {
                (Some(now), Some(idx)) => edits.attribute(idx, "val", &now.to_string()),
                _ => edits.replace(point.range(), ""),
            }
        }
    }

    /// Sets the texts of the labels; where other points have labels now, the labels are those of the newest chart.
    fn labels(&self, edits: &mut Edits) {
        let ours: BTreeMap<usize, Node<'_, '_>> = labels(self.node).into_iter().collect();
        let all = child(self.node, "dLbls");
        if ours.is_empty() || self.before.labels == self.after.labels {
            return;
        }
        let same = ours.keys().eq(self.after.labels.keys());
        if same && self.before.categories == self.after.categories {
            for (point, node) in &ours {
                let lines: Vec<String> = self.after.labels[point].split('\n').map(str::to_owned).collect();
                // Of a label that only names its cell, the text is in the cell.
                let body = at(*node, &["tx", "rich"]);
                if let Some(body) = body.filter(|body| paragraphs(*body).concat() != CELL_NAME) {
                    set_paragraphs(edits, self.old.source, body, &lines);
                }
            }
            return;
        }
        let Some(all) = all else { return };
        let fresh = child(self.from, "dLbls").and_then(|node| self.fresh.source.get(node.range()));
        edits.replace(all.range(), fresh.map(|xml| with_spaces(xml, all)).unwrap_or_default());
    }

    /// Sets the cached texts of the cells in which the labels are.
    fn label_cells(&self, edits: &mut Edits, cells: bool) {
        let (Some(old), Some(fresh)) = (below(self.node, "datalabelsRange"), below(self.from, "datalabelsRange"))
        else {
            return;
        };
        if cells {
            self.formula(edits, old, fresh);
        }
        if let Some(cache) = below(old, "dlblRangeCache") {
            set_points(edits, self.old.source, cache, &cached(fresh));
        }
    }
}

/// Returns the element with the cached points of a name, of categories or of values.
fn cache<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    let names = ["strCache", "numCache", "strLit", "numLit"];
    node.descendants().find(|node| names.iter().any(|name| is(*node, name)))
}

/// Returns number and texts of cached points.
fn cached(node: Node<'_, '_>) -> (String, Vec<(String, String)>) {
    let count = below(node, "ptCount")
        .and_then(|node| node.attribute("val"))
        .unwrap_or("0");
    let points = node.descendants().filter(|node| is(*node, "pt"));
    let points = points.map(|point| {
        let text = child(point, "v").and_then(|node| node.text()).unwrap_or_default();
        (point.attribute("idx").unwrap_or("0").to_owned(), text.to_owned())
    });
    (count.to_owned(), points.collect())
}

/// Replaces cached points if they are not the same.
fn set_points(edits: &mut Edits, source: &str, cache: Node<'_, '_>, new: &(String, Vec<(String, String)>)) {
    if cached(cache) == *new {
        return;
    }
    let name = prefix(source, cache);
    // The points of labels are elements of the chart's namespace below one of an extension.
    let name = below(cache, "ptCount").map_or(name, |node| prefix(source, node));
    let mut text = format!("<{name}ptCount val=\"{}\"/>", new.0);
    for (index, value) in &new.1 {
        text.push_str(&format!(
            "<{name}pt idx=\"{index}\"><{name}v>{}</{name}v></{name}pt>",
            escape(value)
        ));
    }
    let kept = cache.children().filter(|node| is(*node, "ptCount") || is(*node, "pt"));
    let ranges: Vec<Range<usize>> = kept.map(|node| node.range()).collect();
    match (ranges.first(), ranges.last()) {
        (Some(first), Some(last)) => edits.replace(first.start..last.end, text),
        _ => match inside(source, cache) {
            Some(range) => edits.insert(range.end, text),
            None => edits.replace_inside(source, cache, &text),
        },
    }
}

fn set_axes(edits: &mut Edits, old: &Document<'_>, fresh: &Document<'_>) {
    for (axis, from) in axes(old).into_iter().zip(axes(fresh)) {
        for path in [&["scaling", "min"][..], &["scaling", "max"], &["majorUnit"]] {
            let value = at(from, path).and_then(|node| node.attribute("val"));
            if let (Some(node), Some(value)) = (at(axis, path), value) {
                edits.attribute(node, "val", value);
            }
        }
    }
}

/// Returns an element of ours for a place in the user's part: it declares the namespaces of its prefixes, unless they
/// are those of the place.
fn with_spaces(xml: &str, place: Node<'_, '_>) -> String {
    let missing = SPACES
        .iter()
        .filter(|(prefix, uri)| place.lookup_namespace_uri(Some(prefix)) != Some(uri));
    let declared: String = missing
        .map(|(prefix, uri)| format!(" xmlns:{prefix}=\"{uri}\""))
        .collect();
    let end = xml.find(['>', '/', ' ']).unwrap_or(0);
    format!("{}{declared}{}", &xml[..end], &xml[end..])
}

/// Returns what the texts over a chart say.
pub(super) fn overlay_texts(overlay: &Document<'_>) -> Vec<String> {
    let bodies = overlay.descendants().filter(|node| is(*node, "txBody"));
    bodies.flat_map(paragraphs).collect()
}

/// Returns the edits that move the lines and texts over a chart; `None` if there is another number of them.
pub(super) fn refresh_overlay(old: ChartXml<'_, '_>, fresh: ChartXml<'_, '_>) -> Option<Edits> {
    let anchors = |chart: ChartXml<'_, '_>| -> usize {
        chart
            .document
            .root_element()
            .children()
            .filter(Node::is_element)
            .count()
    };
    if anchors(old) != anchors(fresh) {
        return None;
    }
    let mut edits = Edits::default();
    let pairs = old.document.root_element().children().filter(Node::is_element);
    for (node, from) in pairs.zip(fresh.document.root_element().children().filter(Node::is_element)) {
        for path in [["from", "x"], ["from", "y"], ["to", "x"], ["to", "y"]] {
            let (Some(place), Some(value)) = (at(node, &path), at(from, &path).and_then(|node| node.text())) else {
                return None;
            };
            if place.text() != Some(value) {
                edits.replace_inside(old.source, place, value);
            }
        }
        if let (Some(body), Some(new)) = (below(node, "txBody"), below(from, "txBody")) {
            set_paragraphs(&mut edits, old.source, body, &paragraphs(new));
        }
    }
    Some(edits)
}
