//! Texts of XLSX: shared ones, and runs of letters with a format of their own.

use std::io::BufRead;

use domain::upload::Issue;

use crate::budget::Budget;
use crate::workbook::package::Package;
use crate::workbook::xml::{Met, Xml, attribute, ended, local};

/// Shared texts, in one piece of memory.
#[derive(Debug, Default)]
pub(crate) struct Strings {
    text: String,
    /// Where each text ends, and where its footnote mark ends behind it.
    ends: Vec<(u32, u32)>,
}

impl Strings {
    /// Reads the shared texts; none if the part is not there.
    ///
    /// # Errors
    /// A part that is broken, or more than the budget.
    pub(crate) fn read(package: &mut Package<'_>, part: &str) -> Result<Self, Issue> {
        let mut out = Self::default();
        let Some(mut xml) = package.xml(part)? else {
            return Ok(out);
        };
        let budget = xml.budget();
        let before = budget.unpacked();
        let mut claimed = 0;
        loop {
            match xml.next()? {
                Met::Start(element) => match local(&element) {
                    "sst" => {
                        let count = attribute(&element, "uniqueCount");
                        claimed = count.and_then(|n| n.parse().ok()).unwrap_or(0);
                    }
                    "si" => {
                        let rich = Rich::read(&mut xml, "si")?;
                        out.push(&rich, budget)?;
                    }
                    _ => {}
                },
                Met::Eof => break,
                _ => {}
            }
        }
        // More texts than bytes: no program wrote that, and others would take the memory.
        if claimed > (budget.unpacked() - before).max(1000) {
            return Err(budget.too_much());
        }
        Ok(out)
    }

    /// Adds a text.
    ///
    /// # Errors
    /// More than the budget.
    pub(crate) fn push(&mut self, rich: &Rich, budget: &Budget) -> Result<(), Issue> {
        budget.text(rich.text.len() + rich.mark.len())?;
        self.text.push_str(&rich.text);
        let end = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self.text.push_str(&rich.mark);
        let mark_end = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self.ends.push((end, mark_end));
        Ok(())
    }

    /// A text and its footnote mark, by its number.
    pub(crate) fn get(&self, at: usize) -> Option<(&str, &str)> {
        let (end, mark_end) = *self.ends.get(at)?;
        let start = match at.checked_sub(1) {
            Some(before) => self.ends.get(before)?.1,
            None => 0,
        };
        let text = self.text.get(start as usize..end as usize)?;
        Some((text, self.text.get(end as usize..mark_end as usize)?))
    }
}

/// A text and what is written as superscript behind it: a footnote mark, whose digit must
/// not become a digit of the figure.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Rich {
    pub(crate) text: String,
    pub(crate) mark: String,
}

impl Rich {
    /// Reads an element such as `si` or `is` whose start was met last.
    ///
    /// # Errors
    /// XML that is broken, or more than the budget.
    pub(crate) fn read<R: BufRead>(xml: &mut Xml<'_, R>, name: &str) -> Result<Self, Issue> {
        let mut out = Self::default();
        let mut raised = false;
        loop {
            match xml.next()? {
                Met::Start(element) => match local(&element) {
                    // How a text is spoken (ruby) is not part of it.
                    "rPh" | "phoneticPr" => xml.skip()?,
                    "r" => raised = false,
                    "vertAlign" => raised = attribute(&element, "val").as_deref() == Some("superscript"),
                    "t" => {
                        let text = xml.text()?;
                        if raised {
                            out.mark.push_str(&text);
                        } else {
                            out.text.push_str(&text);
                        }
                    }
                    _ => {}
                },
                Met::End(element) if ended(&element) == name => break,
                Met::Eof => break,
                _ => {}
            }
        }
        for text in [&mut out.text, &mut out.mark] {
            if text.contains("_x") {
                *text = unescaped(text);
            }
        }
        Ok(out.checked())
    }

    /// A mark alone is a text.
    pub(crate) fn checked(self) -> Self {
        if self.text.trim().is_empty() {
            let text = self.text + &self.mark;
            return Self {
                text,
                mark: String::new(),
            };
        }
        self
    }
}

/// Letters that XML cannot hold are written as `_x000D_` (ECMA-376, 22.9.2.19).
pub(crate) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest
            .get(at + 2..at + 6)
            .filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        let letter = code
            .filter(|code| code.bytes().all(|b| b.is_ascii_hexdigit()))
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        let (kept, next) = if letter.is_some() {
            (at, at + 7)
        } else {
            (at + 2, at + 2)
        };
        out.push_str(&rest[..kept]);
        out.extend(letter);
        rest = &rest[next..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_xml_cannot_hold_come_back() {
        for (written, text) in [
            ("a_x000D_b", "a\rb"),
            ("_x0041__x0042_", "AB"),
            ("a_x12_b", "a_x12_b"),
            ("_xĐĐĐĐ_", "_xĐĐĐĐ_"),
            ("_x", "_x"),
        ] {
            assert_eq!(unescaped(written), text);
        }
    }
}
