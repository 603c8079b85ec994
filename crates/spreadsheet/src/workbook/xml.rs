//! Reads XML within the budget. Elements are matched by their local names: the strict variant of Office Open XML has
//! other namespaces, and writers choose prefixes freely.

use std::borrow::Cow;
use std::io::BufRead;

use domain::upload::Issue;
use quick_xml::events::{BytesEnd, BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::budget::Budget;

/// Maximum nesting depth of elements; more than any table has.
const DEPTH: u32 = 500;

/// A streaming reader of one XML part.
pub(crate) struct Xml<'b, R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
    budget: &'b Budget,
    depth: u32,
}

/// An event of a part. Empty elements have a start and an end.
pub(crate) enum XmlEvent<'x> {
    Start(BytesStart<'x>),
    End(BytesEnd<'x>),
    Text(Cow<'x, str>),
    /// Comments and declarations.
    Other,
    Eof,
}

/// Returns an element's name without its prefix.
pub(crate) fn local_name<'x>(element: &'x BytesStart<'_>) -> &'x str {
    let name: &'x str = element.name().into_inner();
    name.rsplit_once(':').map_or(name, |(_, local_name)| local_name)
}

/// Returns the name of the ending element without its prefix.
pub(crate) fn end_name<'x>(element: &'x BytesEnd<'_>) -> &'x str {
    let name: &'x str = element.name().into_inner();
    name.rsplit_once(':').map_or(name, |(_, local_name)| local_name)
}

/// Returns an attribute by its name without prefix.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes.with_checks(false).flatten().find(|a| {
        let key = a.key.as_ref();
        key.rsplit_once(':').map_or(key, |(_, local_name)| local_name) == name
    })?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// Returns an attribute by its full name.
pub(crate) fn full_attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|a| a.key.as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// Returns true for an attribute that is present and true.
pub(crate) fn is_set(element: &BytesStart<'_>, name: &str) -> bool {
    matches!(attribute(element, name).as_deref(), Some("1" | "true" | "on"))
}

impl<'b, R: BufRead> Xml<'b, R> {
    pub(crate) fn new(reader: R, budget: &'b Budget) -> Self {
        let mut reader = Reader::from_reader(reader);
        reader.config_mut().expand_empty_elements = true;
        Self {
            reader,
            buffer: Vec::new(),
            budget,
            depth: 0,
        }
    }

    pub(crate) const fn budget(&self) -> &'b Budget {
        self.budget
    }

    /// Returns the next event.
    ///
    /// # Errors
    /// If the XML is malformed or the budget is exceeded.
    pub(crate) fn next(&mut self) -> Result<XmlEvent<'_>, Issue> {
        self.buffer.clear();
        self.budget.steps(1)?;
        self.budget.begin_token();
        let event = self.reader.read_event_into(&mut self.buffer);
        Ok(match event.map_err(|e| self.budget.failed(&e))? {
            Event::Start(start) => {
                self.depth += 1;
                if self.depth > DEPTH {
                    return Err(self.budget.limit_issue());
                }
                XmlEvent::Start(start)
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                XmlEvent::End(end)
            }
            Event::Text(text) => XmlEvent::Text(text.into_inner()),
            Event::CData(text) => XmlEvent::Text(text.into_inner()),
            Event::GeneralRef(name) => XmlEvent::Text(resolve_reference(&name).into()),
            Event::Eof => XmlEvent::Eof,
            _ => XmlEvent::Other,
        })
    }

    /// Calls `visit` for each start of an element and its depth, up to the end of the part.
    ///
    /// # Errors
    /// If the XML is malformed or the budget is exceeded, or the error that `visit` returns.
    pub(crate) fn for_each_start(
        &mut self,
        mut visit: impl FnMut(&BytesStart<'_>, u32) -> Result<(), Issue>,
    ) -> Result<(), Issue> {
        loop {
            let depth = self.depth;
            match self.next()? {
                XmlEvent::Start(element) => visit(&element, depth)?,
                XmlEvent::Eof => return Ok(()),
                XmlEvent::End(_) | XmlEvent::Text(_) | XmlEvent::Other => {}
            }
        }
    }

    /// Skips the element that was started last, with its content.
    ///
    /// # Errors
    /// If the XML is malformed or the budget is exceeded.
    pub(crate) fn skip(&mut self) -> Result<(), Issue> {
        let outer_depth = self.depth.saturating_sub(1);
        while self.depth > outer_depth {
            if matches!(self.next()?, XmlEvent::Eof) {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Returns the text of the element that was started last, including nested elements.
    ///
    /// # Errors
    /// If the XML is malformed or the budget is exceeded.
    pub(crate) fn text(&mut self) -> Result<String, Issue> {
        let outer_depth = self.depth.saturating_sub(1);
        let mut out = String::new();
        while self.depth > outer_depth {
            match self.next()? {
                XmlEvent::Text(text) => out.push_str(&text),
                XmlEvent::Eof => break,
                XmlEvent::Start(_) | XmlEvent::End(_) | XmlEvent::Other => {}
            }
        }
        Ok(out)
    }
}

/// Resolves a reference such as `&amp;` or `&#7897;`; empty if it is unknown.
fn resolve_reference(name: &BytesRef<'_>) -> String {
    let character = name.resolve_char_ref().ok().flatten().map(String::from);
    let entity = || quick_xml::escape::resolve_xml_entity(name.as_ref()).map(str::to_owned);
    character.or_else(entity).unwrap_or_default()
}
