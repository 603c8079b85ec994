//! A small writer of XML that cannot leave an element open or a character unescaped.

use std::fmt::{Display, Write as _};

/// Attributes of an element: name and value.
pub(crate) type Attrs<'a> = &'a [(&'a str, &'a str)];

/// XML being written.
#[derive(Debug, Default)]
pub(crate) struct Xml {
    out: String,
}

impl Xml {
    /// A part of a package: the declaration and one root element.
    pub(crate) fn part(root: &str, attrs: Attrs<'_>, inside: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut xml = Self {
            out: String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"),
        };
        xml.within(root, attrs, inside);
        xml.out.into_bytes()
    }

    /// An element with elements inside.
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

    /// An element without content.
    pub(crate) fn leaf(&mut self, name: &str, attrs: Attrs<'_>) {
        self.start(name, attrs);
        self.out.push_str("/>");
    }

    /// An element with the one attribute `val`, as charts have them by the hundred.
    pub(crate) fn val(&mut self, name: &str, value: impl Display) {
        self.leaf(name, &[("val", &value.to_string())]);
    }

    /// An element with text.
    pub(crate) fn text(&mut self, name: &str, attrs: Attrs<'_>, text: &str) {
        self.start(name, attrs);
        self.out.push('>');
        escape(&mut self.out, text);
        self.end(name);
    }

    /// XML as it stands in this crate's code; never what a model says.
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

/// Characters that XML forbids are dropped: one of them makes the whole file unreadable.
fn escape(out: &mut String, text: &str) {
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
