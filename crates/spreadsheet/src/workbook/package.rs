//! ZIP packages: parts are accessed by name and decompressed within the budget. Declared sizes can be wrong, so the
//! bytes that are actually read are counted.

use std::collections::HashMap;
use std::io::{self, BufReader, Cursor, Read};

use domain::upload::Issue;
use zip::ZipArchive;
use zip::read::ZipFile;

use super::xml::{Xml, attribute, local_name};
use crate::budget::Budget;
use crate::issues;

/// Maximum number of parts; more than any workbook of figures has.
const PARTS: usize = 10_000;

/// A package and the names of its parts.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Index of each part by its name in lower case, with `/` between folders.
    names: HashMap<String, usize>,
    budget: &'a Budget,
}

/// A part that charges the bytes read to the budget.
pub(crate) struct Part<'p, 'a> {
    file: ZipFile<'p, Cursor<&'a [u8]>>,
    budget: &'a Budget,
}

/// A part as XML.
pub(crate) type PartXml<'p, 'a> = Xml<'a, BufReader<Part<'p, 'a>>>;

impl Read for Part<'_, '_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.budget.unpack(read)?;
        Ok(read)
    }
}

/// A relationship between parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Relation {
    pub(crate) id: String,
    /// The last segment of its type, such as `worksheet`: the rest differs between the transitional and the strict
    /// variant of the format.
    pub(crate) kind: String,
    /// Full name of the target part.
    pub(crate) target: String,
}

impl<'a> Package<'a> {
    /// Opens a package.
    ///
    /// # Errors
    /// If the package is malformed or has too many parts.
    pub(crate) fn open(bytes: &'a [u8], budget: &'a Budget) -> Result<Self, Issue> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| issues::not_readable(&e.to_string()))?;
        if archive.len() > PARTS {
            return Err(budget.limit_issue());
        }
        let names = archive
            .file_names()
            .enumerate()
            .filter_map(|(at, name)| Some((normalised(&name.ok()?), at)))
            .collect();
        Ok(Self { archive, names, budget })
    }

    /// Returns a part; `None` if it does not exist.
    ///
    /// # Errors
    /// If the part cannot be decompressed.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Part<'_, 'a>>, Issue> {
        let Some(at) = self.names.get(&normalised(name)) else {
            return Ok(None);
        };
        let budget = self.budget;
        let file = self.archive.by_index(*at).map_err(|e| budget.failed(&e))?;
        Ok(Some(Part { file, budget }))
    }

    /// Returns a part as XML; `None` if it does not exist.
    ///
    /// # Errors
    /// If the part cannot be decompressed.
    pub(crate) fn xml(&mut self, name: &str) -> Result<Option<PartXml<'_, 'a>>, Issue> {
        let budget = self.budget;
        let part = self.part(name)?;
        Ok(part.map(|part| Xml::new(BufReader::new(part), budget)))
    }

    /// Returns the name of the main part of an Office Open XML package (`default` if none is declared) and its
    /// relationships.
    ///
    /// # Errors
    /// If the relationships of the package cannot be read.
    pub(crate) fn main_part(&mut self, default: &str) -> Result<(String, Vec<Relation>), Issue> {
        let roots = self.relations("")?;
        let declared = roots.into_iter().find(|r| r.kind == "officeDocument").map(|r| r.target);
        let main = declared
            .filter(|name| self.names.contains_key(&normalised(name)))
            .unwrap_or_else(|| default.to_owned());
        let relations = self.relations(&main)?;
        Ok((main, relations))
    }

    /// Returns the relationships of a part; those of the package for an empty name.
    ///
    /// # Errors
    /// If the relationships cannot be read.
    pub(crate) fn relations(&mut self, part: &str) -> Result<Vec<Relation>, Issue> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let path = if folder.is_empty() {
            format!("_rels/{name}.rels")
        } else {
            format!("{folder}/_rels/{name}.rels")
        };
        let Some(mut xml) = self.xml(&path)? else {
            return Ok(Vec::new());
        };
        let mut found = Vec::new();
        xml.for_each_start(|element, _| {
            if local_name(element) == "Relationship"
                && let Some(id) = attribute(element, "Id")
                && let Some(target) = attribute(element, "Target")
            {
                let kind = attribute(element, "Type").unwrap_or_default();
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let target = resolve(folder, &target);
                found.push(Relation { id, kind, target });
            }
            Ok(())
        })?;
        Ok(found)
    }
}

/// Normalises a part's name for look-up: some programs write other cases and slashes.
fn normalised(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

/// Resolves a target relative to the folder of the part that names it.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|f| !f.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn targets_are_resolved() {
        for (folder, target, part) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/a", "../b.xml", "xl/b.xml"),
            ("", "xl\\workbook.xml", "xl/workbook.xml"),
            ("", "../../x", "x"),
        ] {
            assert_eq!(resolve(folder, target), part);
        }
    }
}
