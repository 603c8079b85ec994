//! A feed as Atom (RFC 4287).

use std::io;

use messages::{common as m, feeds as w};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

use super::model::{Entry, Feed};
use crate::{components::shapes::escape, context::PageContext};

/// Its elements stand on lines of their own.
type Xml = Writer<Vec<u8>>;

pub(crate) fn atom(cx: &PageContext, feed: &Feed) -> String {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 0);
    let written = document(&mut xml, cx, feed);
    debug_assert!(written.is_ok(), "memory takes every text");
    String::from_utf8(xml.into_inner()).unwrap_or_default()
}

fn document(xml: &mut Xml, cx: &PageContext, feed: &Feed) -> io::Result<()> {
    let (lang, code) = (cx.lang(), cx.lang().code());
    let home = format!("{}/{code}", cx.backend().origin());
    let own = format!("{home}{}", feed.path);
    let page = format!("{home}{}", feed.page);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let root = xml
        .create_element("feed")
        .with_attributes([("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", code)]);
    root.write_inner_content(|xml| {
        element(xml, "id", &own)?;
        element(xml, "title", &feed.title)?;
        element(xml, "subtitle", w::FEED_SUBTITLE.get(lang))?;
        element(xml, "updated", &moment(feed.updated))?;
        xml.create_element("author").write_inner_content(|xml| {
            element(xml, "name", m::SITE.get(lang))?;
            element(xml, "uri", &home)
        })?;
        link(xml, "self", "application/atom+xml", code, &own)?;
        link(xml, "alternate", "text/html", code, &page)?;
        feed.entries.iter().try_for_each(|of| entry(xml, of, code, &page))
    })?;
    xml.write_event(Event::Text(BytesText::new("\n")))
}

/// Its name for ever is the address of the page under the edition.
fn entry(xml: &mut Xml, entry: &Entry, code: &str, page: &str) -> io::Result<()> {
    let address = format!("{page}?edition={}", entry.number);
    let day = moment(entry.published);
    let items = entry.lines.iter().map(|line| format!("<li>{}</li>", escape(line)));
    let html = format!("<ul>{}</ul>", items.collect::<String>());
    let of = xml.create_element("entry").write_inner_content(|xml| {
        element(xml, "id", &address)?;
        element(xml, "title", &entry.title)?;
        element(xml, "updated", &day)?;
        element(xml, "published", &day)?;
        link(xml, "alternate", "text/html", code, &address)?;
        let content = xml.create_element("content").with_attribute(("type", "html"));
        content.write_text_content(BytesText::new(&allowed(&html))).map(drop)
    });
    of.map(drop)
}

fn element(xml: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    let text = allowed(text);
    xml.create_element(name)
        .write_text_content(BytesText::new(&text))
        .map(drop)
}

fn link(xml: &mut Xml, rel: &str, kind: &str, code: &str, href: &str) -> io::Result<()> {
    let href = allowed(href);
    let attributes = [("rel", rel), ("type", kind), ("hreflang", code), ("href", &href)];
    xml.create_element("link")
        .with_attributes(attributes)
        .write_empty()
        .map(drop)
}

/// A text without the characters that XML does not have.
fn allowed(text: &str) -> String {
    let allowed = |c: &char| matches!(c, '\t' | '\n' | '\r') || *c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().filter(allowed).collect()
}

/// The beginning of a day in Viet Nam.
fn moment(day: domain::Date) -> String {
    format!("{}T00:00:00+07:00", day.iso())
}
