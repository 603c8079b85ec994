//! Texts of XLSX: shared strings and rich-text runs.

use std::io::BufRead;

use domain::upload::Issue;

use crate::budget::Budget;
use crate::workbook::package::Package;
use crate::workbook::xml::{Xml, XmlEvent, attribute, end_name, local_name};

/// The shared strings, in one allocation.
#[derive(Debug, Default)]
pub(crate) struct Strings {
    text: String,
    /// The end of each text, and the end of its footnote mark, which follows it.
    ends: Vec<(u32, u32)>,
}

impl Strings {
    /// Reads the shared strings; empty if the part does not exist.
    ///
    /// # Errors
    /// If the part is malformed or the budget is exceeded.
    pub(crate) fn read(package: &mut Package<'_>, part: &str) -> Result<Self, Issue> {
        let mut out = Self::default();
        let Some(mut xml) = package.xml(part)? else {
            return Ok(out);
        };
        let budget = xml.budget();
        let before = budget.unpacked();
        let mut declared = 0;
        loop {
            match xml.next()? {
                XmlEvent::Start(element) => match local_name(&element) {
                    "sst" => {
                        let count = attribute(&element, "uniqueCount");
                        declared = count.and_then(|n| n.parse().ok()).unwrap_or(0);
                    }
                    "si" => {
                        let rich = RichText::read(&mut xml, "si")?;
                        out.push(&rich, budget)?;
                    }
                    _ => {}
                },
                XmlEvent::Eof => break,
                _ => {}
            }
        }
        // More texts than bytes: no program writes that, and other readers would allocate the memory.
        if declared > (budget.unpacked() - before).max(1000) {
            return Err(budget.limit_issue());
        }
        Ok(out)
    }

    /// Adds a text.
    ///
    /// # Errors
    /// If the budget is exceeded.
    pub(crate) fn push(&mut self, rich: &RichText, budget: &Budget) -> Result<(), Issue> {
        budget.text(rich.text.len() + rich.mark.len())?;
        self.text.push_str(&rich.text);
        let end = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self.text.push_str(&rich.mark);
        let mark_end = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self.ends.push((end, mark_end));
        Ok(())
    }

    /// Returns a text and its footnote mark by index.
    pub(crate) fn get(&self, index: usize) -> Option<(&str, &str)> {
        let (end, mark_end) = *self.ends.get(index)?;
        let start = match index.checked_sub(1) {
            Some(before) => self.ends.get(before)?.1,
            None => 0,
        };
        let text = self.text.get(start as usize..end as usize)?;
        Some((text, self.text.get(end as usize..mark_end as usize)?))
    }
}

/// A text and the superscript after it: a footnote mark, whose digit must not become a digit of the figure.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct RichText {
    pub(crate) text: String,
    pub(crate) mark: String,
}

impl RichText {
    /// Reads an element such as `si` or `is` that was started last.
    ///
    /// # Errors
    /// If the XML is malformed or the budget is exceeded.
    pub(crate) fn read<R: BufRead>(xml: &mut Xml<'_, R>, name: &str) -> Result<Self, Issue> {
        let mut out = Self::default();
        let mut is_superscript = false;
        loop {
            match xml.next()? {
                XmlEvent::Start(element) => match local_name(&element) {
                    // Phonetic text (ruby) is not part of the text.
                    "rPh" | "phoneticPr" => xml.skip()?,
                    "r" => is_superscript = false,
                    "vertAlign" => is_superscript = attribute(&element, "val").as_deref() == Some("superscript"),
                    "t" => {
                        let text = xml.text()?;
                        if is_superscript {
                            out.mark.push_str(&text);
                        } else {
                            out.text.push_str(&text);
                        }
                    }
                    _ => {}
                },
                XmlEvent::End(element) if end_name(&element) == name => break,
                XmlEvent::Eof => break,
                _ => {}
            }
        }
        for text in [&mut out.text, &mut out.mark] {
            if text.contains("_x") {
                *text = unescaped(text);
            }
        }
        Ok(out.normalised())
    }

    /// Uses the mark as the text if there is no other text.
    pub(crate) fn normalised(self) -> Self {
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

/// Decodes characters that XML cannot represent, which are written as `_x000D_` (ECMA-376, 22.9.2.19).
pub(crate) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(position) = rest.find("_x") {
        let code = rest
            .get(position + 2..position + 6)
            .filter(|_| rest.as_bytes().get(position + 6) == Some(&b'_'));
        let character = code
            .filter(|code| code.bytes().all(|b| b.is_ascii_hexdigit()))
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        let (end, next) = if character.is_some() {
            (position, position + 7)
        } else {
            (position + 2, position + 2)
        };
        out.push_str(&rest[..end]);
        out.extend(character);
        rest = &rest[next..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_characters_are_decoded() {
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
