//! The package (Open Packaging Conventions): parts, their content types and relationships in a zip with fixed dates.

use std::io::{Cursor, Write as _};

use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use crate::{OfficeError, xml::Xml};

const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

const IMAGE: &str = ".png";

const CORE_TYPE: &str = "package.core-properties";

/// The parts of a file.
#[derive(Debug, Default)]
pub(crate) struct Package {
    parts: Vec<(String, Option<&'static str>, Vec<u8>)>,
}

/// The relationships of one part.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rels {
    rows: Vec<(String, String, bool)>,
}

impl Rels {
    /// Adds a relationship of an Office type such as `slide` and returns its id.
    pub(crate) fn add(&mut self, kind: &str, target: impl Into<String>) -> String {
        self.push(format!("{RELATION}{kind}"), target.into(), false)
    }

    /// Adds a relationship to the core properties and returns its id.
    pub(crate) fn core(&mut self, target: &str) -> String {
        self.push(CORE.into(), target.into(), false)
    }

    /// Adds a hyperlink to an external URL and returns its id.
    pub(crate) fn link(&mut self, address: String) -> String {
        self.push(format!("{RELATION}hyperlink"), address, true)
    }

    fn push(&mut self, kind: String, target: String, external: bool) -> String {
        self.rows.push((kind, target, external));
        format!("rId{}", self.rows.len())
    }

    fn part(&self) -> Vec<u8> {
        let space = ("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
        Xml::part("Relationships", &[space], |x| {
            for (index, (kind, target, external)) in self.rows.iter().enumerate() {
                let id = format!("rId{}", index + 1);
                let mut attrs = vec![("Id", id.as_str()), ("Type", kind), ("Target", target)];
                if *external {
                    attrs.push(("TargetMode", "External"));
                }
                x.leaf("Relationship", &attrs);
            }
        })
    }
}

impl Package {
    /// Adds a part. `content_type` is relative to `application/vnd.openxmlformats-`.
    pub(crate) fn part(&mut self, path: impl Into<String>, content_type: &'static str, bytes: Vec<u8>) {
        self.parts.push((path.into(), Some(content_type), bytes));
    }

    /// Adds the core properties.
    pub(crate) fn core(&mut self, path: &str, bytes: Vec<u8>) {
        self.part(path, CORE_TYPE, bytes);
    }

    /// Adds a workbook; its content type follows from its file extension.
    pub(crate) fn workbook(&mut self, path: String, bytes: Vec<u8>) {
        self.parts.push((path, None, bytes));
    }

    /// Adds an image; its content type follows from its file extension.
    pub(crate) fn image(&mut self, path: String, bytes: Vec<u8>) {
        self.parts.push((path, None, bytes));
    }

    /// Adds the relationships of the part at `path`; those of the package if the path is empty.
    pub(crate) fn rels(&mut self, path: &str, rels: &Rels) {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let slash = if folder.is_empty() { "" } else { "/" };
        let path = format!("{folder}{slash}_rels/{name}.rels");
        self.parts.push((path, None, rels.part()));
    }

    /// Returns the parts with their paths.
    pub(crate) fn paths(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.parts
            .iter()
            .map(|(path, _, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// Replaces the bytes of a part.
    pub(crate) fn replace(&mut self, path: &str, bytes: Vec<u8>) {
        if let Some(part) = self.parts.iter_mut().find(|(other, ..)| other == path) {
            part.2 = bytes;
        }
    }

    /// Returns the zip file. Its dates are the earliest that the format can represent.
    pub(crate) fn finish(self) -> Result<Vec<u8>, OfficeError> {
        let failed = |e: &dyn std::error::Error| OfficeError::NotWritten(e.to_string());
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let date = SimpleFileOptions::default().last_modified_time(DateTime::default());
        let types = ("[Content_Types].xml".to_owned(), None, self.types());
        for (path, _, bytes) in std::iter::once(&types).chain(&self.parts) {
            // Workbooks and images are already compressed.
            let method = if path.ends_with(".xlsx") || path.ends_with(IMAGE) {
                CompressionMethod::Stored
            } else {
                CompressionMethod::Deflated
            };
            let options = date.compression_method(method);
            zip.start_file(path.as_str(), options).map_err(|e| failed(&e))?;
            zip.write_all(bytes).map_err(|e| failed(&e))?;
        }
        let written = zip.finish().map_err(|e| failed(&e))?;
        Ok(written.into_inner())
    }

    fn types(&self) -> Vec<u8> {
        let space = ("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types");
        Xml::part("Types", &[space], |x| {
            let images = self.parts.iter().any(|(path, ..)| path.ends_with(IMAGE));
            if images {
                x.leaf("Default", &[("Extension", "png"), ("ContentType", "image/png")]);
            }
            for (extension, kind) in [
                ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                ("xml", "application/xml"),
                ("xlsx", crate::XLSX),
            ] {
                x.leaf("Default", &[("Extension", extension), ("ContentType", kind)]);
            }
            for (path, kind, _) in &self.parts {
                if let Some(kind) = kind {
                    let kind = format!("application/vnd.openxmlformats-{kind}+xml");
                    let path = format!("/{path}");
                    x.leaf("Override", &[("PartName", &path), ("ContentType", &kind)]);
                }
            }
        })
    }
}
