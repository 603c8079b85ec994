//! A small XML writer that always closes elements and escapes text.

use std::fmt::{Display, Write as _};

/// Attributes of an element: name and value.
pub(crate) type Attrs<'a> = &'a [(&'a str, &'a str)];

/// An XML document that is being written.
#[derive(Debug, Default)]
pub(crate) struct Xml {
    out: String,
}

impl Xml {
    /// Returns a part of a package: the XML declaration and a root element.
    pub(crate) fn part(root: &str, attrs: Attrs<'_>, inside: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut xml = Self {
            out: String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"),
        };
        xml.within(root, attrs, inside);
        xml.out.into_bytes()
    }

    /// Writes an element with child elements.
    pub(crate) fn within(&mut self, name: &str, attrs: Attrs<'_>, inside: impl FnOnce(&mut Self)) {
        self.start(name, attrs);
        let empty = self.out.len();
        self.out.push('>');
        inside(self);
        if self.out.len() == empty + 1 {
            self.out.truncate(empty);
            self.out.push_str("/>");
        } else {
            self.end(name);
        }
    }

    /// Writes an element without content.
    pub(crate) fn leaf(&mut self, name: &str, attrs: Attrs<'_>) {
        self.start(name, attrs);
        self.out.push_str("/>");
    }

    /// Writes an element with the single attribute `val`, which is frequent in charts.
    pub(crate) fn val(&mut self, name: &str, value: impl Display) {
        self.leaf(name, &[("val", &value.to_string())]);
    }

    /// Writes an element with text.
    pub(crate) fn text(&mut self, name: &str, attrs: Attrs<'_>, text: &str) {
        self.start(name, attrs);
        self.out.push('>');
        escape(&mut self.out, text);
        self.end(name);
    }

    /// Writes literal XML. It must come from this crate's code, never from a model.
    pub(crate) fn raw(&mut self, xml: &'static str) {
        self.out.push_str(xml);
    }

    fn start(&mut self, name: &str, attrs: Attrs<'_>) {
        let _ = write!(self.out, "<{name}");
        for (key, value) in attrs {
            let _ = write!(self.out, " {key}=\"");
            escape(&mut self.out, value);
            self.out.push('"');
        }
    }

    fn end(&mut self, name: &str) {
        let _ = write!(self.out, "</{name}>");
    }
}

/// Escapes a text. Characters that XML forbids are dropped: a single one makes the whole file unreadable.
pub(crate) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if crate::text::forbidden(c) => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_text() {
        let xml = Xml::part("a", &[("b", "\"<&>\u{1}")], |x| {
            x.text("c", &[], "</c>\u{0}\u{fffe}Ẵ");
            x.within("d", &[], |_| {});
        });
        let xml = String::from_utf8(xml).unwrap();
        assert!(
            xml.ends_with("<a b=\"&quot;&lt;&amp;&gt;\"><c>&lt;/c&gt;Ẵ</c><d/></a>"),
            "{xml}"
        );
    }
}
