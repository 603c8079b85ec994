//! Replaces the text of paragraphs and leaves the formatting of their runs.

use std::ops::Range;

use roxmltree::Node;

use super::tree::{Edits, child, escape, is, prefix};

/// Gives a text body these paragraphs. Of a paragraph whose text changes, the runs keep their formatting: only the part
/// between what is the same at both ends is replaced.
pub(super) fn set_paragraphs(edits: &mut Edits, source: &str, body: Node<'_, '_>, new: &[String]) {
    let old: Vec<Node<'_, '_>> = body.children().filter(|node| is(*node, "p")).collect();
    for (node, text) in old.iter().zip(new) {
        set_paragraph(edits, source, *node, text);
    }
    for node in old.iter().skip(new.len()) {
        edits.replace(node.range(), "");
    }
    if let Some(last) = old.last() {
        let more = new.iter().skip(old.len());
        let more: String = more.map(|text| copy(source, *last, text)).collect();
        if !more.is_empty() {
            edits.insert(last.range().end, more);
        }
    }
}

/// Gives a paragraph another text.
pub(super) fn set_paragraph(edits: &mut Edits, source: &str, node: Node<'_, '_>, new: &str) {
    let runs: Vec<(Node<'_, '_>, String)> = texts(node);
    let old: String = runs.iter().map(|(_, text)| text.as_str()).collect();
    if old == new {
        return;
    }
    if runs.is_empty() {
        let name = prefix(source, node);
        let run = format!("<{name}r><{name}t>{}</{name}t></{name}r>", escape(new));
        match child(node, "endParaRPr") {
            Some(end) => edits.insert(end.range().start, run),
            None => edits.replace_inside(source, node, &run),
        }
        return;
    }
    let (changed, middle) = difference(&old, new);
    let mut start = 0;
    let mut placed = false;
    for (run, text) in &runs {
        let span = start..start + text.len();
        start = span.end;
        let touches = changed.start <= span.end && changed.end >= span.start;
        let is_last = span.end == old.len();
        if !touches || (placed && changed.end <= span.start) {
            continue;
        }
        // Text that is inserted between two runs belongs to the first, unless that one is empty.
        if !placed && span.is_empty() && !is_last {
            continue;
        }
        let before = text
            .get(..changed.start.saturating_sub(span.start).min(text.len()))
            .unwrap_or_default();
        let after = text
            .get(changed.end.saturating_sub(span.start).min(text.len())..)
            .unwrap_or_default();
        let middle = if placed { "" } else { middle };
        let before = if placed { "" } else { before };
        placed = true;
        edits.replace_inside(source, *run, &escape(&format!("{before}{middle}{after}")));
    }
}

/// Returns the range of the old text that differs, and what takes its place.
fn difference<'a>(old: &str, new: &'a str) -> (Range<usize>, &'a str) {
    let same = old.chars().zip(new.chars()).take_while(|(a, b)| a == b);
    let start: usize = same.map(|(c, _)| c.len_utf8()).sum();
    let ends = old[start..].chars().rev().zip(new[start..].chars().rev());
    let end: usize = ends.take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum();
    (start..old.len() - end, &new[start..new.len() - end])
}

/// Returns a copy of a paragraph with another text, all of it in the first run.
fn copy(source: &str, node: Node<'_, '_>, text: &str) -> String {
    let range = node.range();
    let mut edits = Edits::default();
    for (index, (run, _)) in texts(node).iter().enumerate() {
        let text = if index == 0 { escape(text) } else { String::new() };
        edits.replace_inside(source, *run, &text);
    }
    let whole = edits.apply(source);
    let grown = whole.len() + range.len() - source.len();
    whole
        .get(range.start..range.start + grown)
        .unwrap_or_default()
        .to_owned()
}

fn texts<'a, 'i>(node: Node<'a, 'i>) -> Vec<(Node<'a, 'i>, String)> {
    let runs = node.descendants().filter(|node| is(*node, "t"));
    runs.map(|run| (run, run.text().unwrap_or_default().to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{super::tree::parse, *};

    fn set(source: &str, new: &[&str]) -> String {
        let document = parse("x", source).unwrap();
        let mut edits = Edits::default();
        let new: Vec<String> = new.iter().map(|text| (*text).to_owned()).collect();
        set_paragraphs(&mut edits, source, document.root_element(), &new);
        edits.apply(source)
    }

    #[test]
    fn runs_keep_their_formatting() {
        let source = "<b><p><r><rPr b='1'/><t>Nghệ An </t></r><r><t>66,45 điểm</t></r><r><u/><t>Mở</t></r></p></b>";
        assert_eq!(set(source, &["Nghệ An 67,05 điểmMở"]), source.replace("66,45", "67,05"),);
        assert_eq!(set(source, &["Huế 66,45 điểmMở"]), source.replace("Nghệ An", "Huế"));
        assert_eq!(
            set(source, &["Nghệ An đạt 66,45 điểmMở"]),
            source.replace("Nghệ An </t>", "Nghệ An đạt </t>"),
        );
        let across = set(source, &["Nghệ Tĩnh 1 điểmMở"]);
        assert_eq!(
            across,
            source.replace("Nghệ An ", "Nghệ Tĩnh 1").replace("66,45 điểm", " điểm")
        );
    }

    #[test]
    fn paragraphs_are_added_and_removed() {
        let source = "<b><p><r><rPr/><t>one</t></r></p><p><r><t>two</t></r></p></b>";
        assert_eq!(set(source, &["one"]), "<b><p><r><rPr/><t>one</t></r></p></b>");
        let more = set(source, &["one", "two", "thr<e", "four"]);
        assert_eq!(
            more,
            source.replace("</b>", "<p><r><t>thr&lt;e</t></r></p><p><r><t>four</t></r></p></b>")
        );
        assert_eq!(set("<b><p/></b>", &["x"]), "<b><p><r><t>x</t></r></p></b>");
    }
}
