//! The uploaded zip: read within limits, written again with all untouched entries copied as they are.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Cursor, Read as _, Write as _},
    sync::Arc,
};

use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter, write::SimpleFileOptions};

use super::RefreshError;

/// Most parts of a presentation.
const MAX_PARTS: usize = 10_000;
/// Most bytes of an unpacked part, and of all that are unpacked.
const MAX_PART: u64 = 32 << 20;
const MAX_ALL: u64 = 256 << 20;

/// The first bytes of the container in which encrypted presentations are.
const COMPOUND_FILE: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];

/// Where parts are read from: an uploaded file, or a package that was just written.
pub(super) trait Parts {
    /// Returns a part; `None` if there is none of this name.
    fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, RefreshError>;

    /// Returns a part that must be there, as text.
    fn text(&mut self, name: &str) -> Result<String, RefreshError> {
        let bytes = self
            .part(name)?
            .ok_or_else(|| RefreshError::Missing { part: name.to_owned() })?;
        String::from_utf8(bytes).map_err(|_| RefreshError::Damaged { part: name.to_owned() })
    }
}

impl Parts for BTreeMap<String, Vec<u8>> {
    fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, RefreshError> {
        Ok(self.get(name).cloned())
    }
}

/// An uploaded file.
#[derive(Debug)]
pub(super) struct Archive {
    bytes: Arc<[u8]>,
    zip: ZipArchive<Cursor<Arc<[u8]>>>,
    names: BTreeSet<String>,
    /// Bytes that may still be unpacked.
    budget: u64,
}

/// What becomes of the entries.
#[derive(Debug, Default)]
pub(super) struct Changes {
    pub(super) written: BTreeMap<String, Vec<u8>>,
    pub(super) removed: BTreeSet<String>,
}

impl Archive {
    pub(super) fn open(bytes: Vec<u8>) -> Result<Self, RefreshError> {
        if bytes.starts_with(&COMPOUND_FILE) {
            return Err(RefreshError::Encrypted);
        }
        let bytes: Arc<[u8]> = bytes.into();
        let zip = ZipArchive::new(Cursor::new(Arc::clone(&bytes))).map_err(|_| RefreshError::NotAZip)?;
        if zip.len() > MAX_PARTS {
            return Err(RefreshError::TooManyParts { limit: MAX_PARTS });
        }
        let mut names = BTreeSet::new();
        for name in zip.file_names() {
            let name = name.map_err(|_| RefreshError::NotAZip)?;
            names.insert(name.into_owned());
        }
        Ok(Self {
            bytes,
            zip,
            names,
            budget: MAX_ALL,
        })
    }

    pub(super) const fn names(&self) -> &BTreeSet<String> {
        &self.names
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// Returns the file with these changes; the same bytes if there are none.
    pub(super) fn write(mut self, changes: Changes) -> Result<Vec<u8>, RefreshError> {
        if changes.written.is_empty() && changes.removed.is_empty() {
            return Ok(self.bytes.to_vec());
        }
        let failed = |error: &dyn std::error::Error| RefreshError::NotWritten(error.to_string());
        let mut out = ZipWriter::new(Cursor::new(Vec::with_capacity(self.bytes.len())));
        let mut left = changes.written;
        for index in 0..self.zip.len() {
            let file = self.zip.by_index_raw(index).map_err(|e| failed(&e))?;
            let name = file.name().map_err(|e| failed(&e))?.into_owned();
            if changes.removed.contains(&name) {
                continue;
            }
            match left.remove(&name) {
                None => out.raw_copy_file(file).map_err(|e| failed(&e))?,
                Some(bytes) => {
                    let date = file.last_modified().unwrap_or_default();
                    let options = SimpleFileOptions::default()
                        .last_modified_time(date)
                        .compression_method(method(&name));
                    drop(file);
                    out.start_file(name, options).map_err(|e| failed(&e))?;
                    out.write_all(&bytes).map_err(|e| failed(&e))?;
                }
            }
        }
        for (name, bytes) in left {
            let options = SimpleFileOptions::default()
                .last_modified_time(DateTime::default())
                .compression_method(method(&name));
            out.start_file(name, options).map_err(|e| failed(&e))?;
            out.write_all(&bytes).map_err(|e| failed(&e))?;
        }
        let done = out.finish().map_err(|e| failed(&e))?;
        Ok(done.into_inner())
    }
}

fn method(name: &str) -> CompressionMethod {
    if name.ends_with(".xlsx") {
        CompressionMethod::Stored
    } else {
        CompressionMethod::Deflated
    }
}

impl Parts for Archive {
    fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, RefreshError> {
        if !self.has(name) {
            return Ok(None);
        }
        let damaged = || RefreshError::Damaged { part: name.to_owned() };
        let file = self.zip.by_name(name).map_err(|_| damaged())?;
        let limit = MAX_PART.min(self.budget);
        let mut bytes = Vec::new();
        file.take(limit + 1).read_to_end(&mut bytes).map_err(|_| damaged())?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if size > limit {
            return Err(RefreshError::TooLarge { part: name.to_owned() });
        }
        self.budget -= size;
        Ok(Some(bytes))
    }
}
