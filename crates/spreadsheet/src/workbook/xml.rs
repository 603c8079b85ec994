//! XML within the budget. Elements are known by their names without prefix: the strict
//! variant of Office's format has other namespaces, and writers choose prefixes as they like.

use std::borrow::Cow;
use std::io::BufRead;

use domain::upload::Issue;
use quick_xml::events::{BytesEnd, BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::budget::Budget;

/// Elements within elements: more than any table has.
const DEPTH: u32 = 500;

/// A part that is read from its beginning to its end.
pub(crate) struct Xml<'b, R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
    budget: &'b Budget,
    depth: u32,
}

/// What comes next in a part. Empty elements have a start and an end.
pub(crate) enum Met<'x> {
    Start(BytesStart<'x>),
    End(BytesEnd<'x>),
    Text(Cow<'x, str>),
    /// Comments and declarations.
    Other,
    Eof,
}

/// An element's name without prefix.
pub(crate) fn local<'x>(element: &'x BytesStart<'_>) -> &'x str {
    let name: &'x str = element.name().into_inner();
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// The name without prefix of the element that ends.
pub(crate) fn ended<'x>(element: &'x BytesEnd<'_>) -> &'x str {
    let name: &'x str = element.name().into_inner();
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// An attribute by its name without prefix.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes.with_checks(false).flatten().find(|a| {
        let key = a.key.as_ref();
        key.rsplit_once(':').map_or(key, |(_, local)| local) == name
    })?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// An attribute by its full name.
pub(crate) fn full_attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|a| a.key.as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// True for an attribute that is there and says yes.
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

    /// What comes next.
    ///
    /// # Errors
    /// XML that is broken, or more than the budget.
    pub(crate) fn next(&mut self) -> Result<Met<'_>, Issue> {
        self.buffer.clear();
        self.budget.steps(1)?;
        self.budget.begin_token();
        let event = self.reader.read_event_into(&mut self.buffer);
        Ok(match event.map_err(|e| self.budget.failed(&e))? {
            Event::Start(start) => {
                self.depth += 1;
                if self.depth > DEPTH {
                    return Err(self.budget.too_much());
                }
                Met::Start(start)
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                Met::End(end)
            }
            Event::Text(text) => Met::Text(text.into_inner()),
            Event::CData(text) => Met::Text(text.into_inner()),
            Event::GeneralRef(name) => Met::Text(referred(&name).into()),
            Event::Eof => Met::Eof,
            _ => Met::Other,
        })
    }

    /// Shows each start of an element and how deep it is, to the end of the part.
    ///
    /// # Errors
    /// XML that is broken, or what `show` reports.
    pub(crate) fn each(
        &mut self,
        mut show: impl FnMut(&BytesStart<'_>, u32) -> Result<(), Issue>,
    ) -> Result<(), Issue> {
        loop {
            let depth = self.depth;
            match self.next()? {
                Met::Start(element) => show(&element, depth)?,
                Met::Eof => return Ok(()),
                Met::End(_) | Met::Text(_) | Met::Other => {}
            }
        }
    }

    /// Skips an element whose start was met last, with all that is in it.
    ///
    /// # Errors
    /// XML that is broken, or more than the budget.
    pub(crate) fn skip(&mut self) -> Result<(), Issue> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if matches!(self.next()?, Met::Eof) {
                return Ok(());
            }
        }
        Ok(())
    }

    /// The text of an element whose start was met last, with that of elements in it.
    ///
    /// # Errors
    /// XML that is broken, or more than the budget.
    pub(crate) fn text(&mut self) -> Result<String, Issue> {
        let outside = self.depth.saturating_sub(1);
        let mut out = String::new();
        while self.depth > outside {
            match self.next()? {
                Met::Text(text) => out.push_str(&text),
                Met::Eof => break,
                Met::Start(_) | Met::End(_) | Met::Other => {}
            }
        }
        Ok(out)
    }
}

/// What a reference such as `&amp;` or `&#7897;` stands for; nothing for an unknown one.
fn referred(name: &BytesRef<'_>) -> String {
    let letter = name.resolve_char_ref().ok().flatten().map(String::from);
    let entity = || quick_xml::escape::resolve_xml_entity(name.as_ref()).map(str::to_owned);
    letter.or_else(entity).unwrap_or_default()
}
