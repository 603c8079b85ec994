//! XML of uploaded parts: a tree with the position of each element, fingerprints of content, and edits that leave all
//! other bytes as they are.

use std::ops::Range;

use roxmltree::{Document, Node, NodeId, ParsingOptions};
use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;

use super::RefreshError;

/// Most nodes of a part: a slide with a chart of 63 provinces has 10,000.
const MAX_NODES: u32 = 600_000;

/// The namespace of attributes that name relationships.
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Attributes in which programs note what they have checked.
const NOTES: [&str; 3] = ["dirty", "err", "smtClean"];

/// Parses a part. Document types, which can make a small file large, are refused.
///
/// # Errors
/// [`RefreshError::Damaged`] with the part's name.
pub(super) fn parse<'a>(part: &str, text: &'a str) -> Result<Document<'a>, RefreshError> {
    let options = ParsingOptions {
        nodes_limit: MAX_NODES,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(text, options).map_err(|_| RefreshError::Damaged { part: part.to_owned() })
}

/// Returns whether a node is an element of this name, in any namespace.
pub(super) fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// Returns the first child element of this name.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|node| is(*node, name))
}

/// Returns the element at the end of a path of child elements.
pub(super) fn at<'a, 'i>(node: Node<'a, 'i>, path: &[&str]) -> Option<Node<'a, 'i>> {
    path.iter().try_fold(node, |node, name| child(node, name))
}

/// Returns the first element of this name below a node.
pub(super) fn below<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.descendants().find(|node| is(*node, name))
}

/// Returns the value of an attribute that names a relationship.
pub(super) fn relation<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    node.attribute((RELATIONS, "id"))
}

/// Returns 16 hexadecimal digits that stand for a sequence of texts.
pub(super) fn print<T: AsRef<[u8]>>(parts: impl IntoIterator<Item = T>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        let bytes = part.as_ref();
        hasher.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes());
        hasher.update(bytes);
    }
    hasher.finalize()[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Returns the fingerprint of an element and everything in it, except below the elements that `skip` selects. How the
/// XML is written does not count, nor do extensions, ids of relationships and the number of the slide.
pub(super) fn canonical(root: Node<'_, '_>, skip: impl Fn(Node<'_, '_>) -> bool) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut parents: Vec<NodeId> = Vec::new();
    let mut skipped_until = 0;
    for node in root.descendants() {
        if node.range().start < skipped_until {
            continue;
        }
        while parents
            .last()
            .is_some_and(|top| node.parent().is_none_or(|parent| parent.id() != *top))
        {
            parents.pop();
        }
        if node.is_element() {
            if is(node, "extLst") || skip(node) {
                skipped_until = node.range().end;
                continue;
            }
            lines.push(format!(
                "{}<{}{}",
                parents.len(),
                node.tag_name().name(),
                attributes(node)
            ));
            parents.push(node.id());
            if is(node, "fld") && node.attribute("type") == Some("slidenum") {
                skipped_until = node.range().end;
            }
        } else if let Some(text) = node.text().filter(|text| node.is_text() && !text.trim().is_empty()) {
            lines.push(format!("{}:{}", parents.len(), text.nfc().collect::<String>()));
        }
    }
    print(lines)
}

fn attributes(node: Node<'_, '_>) -> String {
    let shown = node.attributes().filter(|a| !NOTES.contains(&a.name()));
    let mut all: Vec<String> = shown
        .map(|a| {
            let value = if a.namespace() == Some(RELATIONS) {
                "*"
            } else {
                a.value()
            };
            format!(" {}={value}", a.name())
        })
        .collect();
    all.sort();
    all.concat()
}

/// Returns the paragraphs of a text body.
pub(super) fn paragraphs(body: Node<'_, '_>) -> Vec<String> {
    body.children().filter(|node| is(*node, "p")).map(paragraph).collect()
}

/// Returns the text of a paragraph: its runs and fields.
pub(super) fn paragraph(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(|node| is(*node, "t"));
    texts
        .filter_map(|node| node.text())
        .flat_map(|text| text.nfc())
        .collect()
}

/// Returns the fingerprint of paragraphs: spaces at the ends of lines and empty last lines do not count.
pub(super) fn text_print(paragraphs: &[String]) -> String {
    let end = paragraphs
        .iter()
        .rposition(|line| !line.trim().is_empty())
        .map_or(0, |last| last + 1);
    print(paragraphs[..end].iter().map(|line| line.trim().to_owned()))
}

/// Returns a text for an element or attribute.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    crate::xml::escape(&mut out, text);
    out
}

/// Returns the name of an element as it is written.
fn name<'a>(source: &'a str, node: Node<'_, '_>) -> &'a str {
    let tag = source.get(node.range().start + 1..).unwrap_or_default();
    let end = tag.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
    &tag[..end.unwrap_or(0)]
}

/// Returns the prefix of an element as it is written, with its colon.
pub(super) fn prefix<'a>(source: &'a str, node: Node<'_, '_>) -> &'a str {
    let name = name(source, node);
    name.rfind(':').map_or("", |colon| &name[..=colon])
}

/// Returns the range between an element's tags; `None` if it has no separate end tag.
pub(super) fn inside(source: &str, node: Node<'_, '_>) -> Option<Range<usize>> {
    let whole = node.range();
    let text = source.get(whole.clone())?;
    if text.ends_with("/>") && !text.contains("</") {
        return None;
    }
    let end = whole.start + text.rfind("</")?;
    let start = match node.first_child() {
        Some(first) => first.range().start,
        None => end,
    };
    Some(start..end)
}

/// Replacements in a text, which do not overlap.
#[derive(Debug, Default)]
pub(super) struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    /// Replaces a range; nothing if it already is so.
    pub(super) fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.0.push((range, text.into()));
    }

    /// Inserts a text.
    pub(super) fn insert(&mut self, position: usize, text: impl Into<String>) {
        self.0.push((position..position, text.into()));
    }

    /// Replaces what is between an element's tags.
    pub(super) fn replace_inside(&mut self, source: &str, node: Node<'_, '_>, text: &str) {
        if let Some(range) = inside(source, node) {
            self.replace(range, text);
            return;
        }
        let name = name(source, node);
        let range = node.range();
        let open = source[range.clone()].trim_end_matches("/>").trim_end();
        let element = format!("{open}>{text}</{name}>");
        self.replace(range, element);
    }

    /// Replaces the value of an attribute.
    pub(super) fn attribute(&mut self, node: Node<'_, '_>, name: &str, value: &str) {
        if let Some(attribute) = node.attribute_node(name).filter(|a| a.value() != value) {
            self.replace(attribute.range_value(), escape(value));
        }
    }

    /// Returns the text with all replacements made.
    pub(super) fn apply(mut self, source: &str) -> String {
        self.0.sort_by_key(|(range, _)| (range.start, range.end));
        let mut out = String::with_capacity(source.len());
        let mut position = 0;
        for (range, text) in self.0 {
            if range.start < position {
                continue;
            }
            out.push_str(&source[position..range.start]);
            out.push_str(&text);
            position = range.end;
        }
        out.push_str(&source[position..]);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_xml_is_written_does_not_count() {
        let of = |text: &str| canonical(parse("x", text).unwrap().root_element(), |_| false);
        let one = of("<a:b xmlns:a='n' y='2' x=\"1\"><a:t> é</a:t><a:c></a:c></a:b>");
        assert_eq!(
            one,
            of("<?xml version='1.0'?>\n<b xmlns='n' x='1' y='2' dirty='0'>\n <t> e\u{301}</t><c/><extLst/></b>")
        );
        assert_ne!(one, of("<b xmlns='n' x='1' y='2'><t> é</t><c z='1'/></b>"));
        assert_ne!(of("<b><c/><d/></b>"), of("<b><c><d/></c></b>"));
    }

    #[test]
    fn edits_leave_all_other_bytes() {
        let source = "<a  x='1' ><b/>\n<c>old &amp; older</c></a>";
        let document = parse("x", source).unwrap();
        let mut edits = Edits::default();
        edits.attribute(document.root_element(), "x", "<2>");
        edits.replace_inside(source, below(document.root(), "c").unwrap(), "new");
        edits.replace_inside(source, below(document.root(), "b").unwrap(), "in");
        assert_eq!(edits.apply(source), "<a  x='&lt;2&gt;' ><b>in</b>\n<c>new</c></a>");
    }

    #[test]
    fn hostile_xml_is_an_error_and_no_crash() {
        let deep = format!("{}{}", "<a>".repeat(200_000), "</a>".repeat(200_000));
        if let Ok(document) = parse("x", &deep) {
            canonical(document.root_element(), |_| false);
        }
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><a>&b;</a>";
        assert!(parse("x", bomb).is_err() && parse("x", "<a>").is_err() && parse("x", "").is_err());
    }
}
