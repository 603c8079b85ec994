//! Hashing and compressing an edition before its transaction begins, which keeps the transaction short.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::content::{Packed, fingerprint, hash};
use crate::error::{Result, StoreError};
use crate::model::{Actor, DraftAt, EditionKind, NewEdition, Note};

/// An edition that is ready to be written.
pub(crate) struct Prepared {
    pub(crate) base: u32,
    pub(crate) kind: EditionKind,
    pub(crate) author: Actor,
    pub(crate) note: Note,
    pub(crate) upload: Option<String>,
    pub(crate) draft: Option<DraftAt>,
    pub(crate) rows: u64,
    pub(crate) method: Option<String>,
    pub(crate) summary: String,
    pub(crate) manifest: BTreeMap<String, String>,
    pub(crate) fingerprint: String,
    /// Bytes that are not stored yet.
    pub(crate) blobs: Vec<Packed>,
    files: BTreeMap<String, Vec<u8>>,
}

impl Prepared {
    /// Checks the paths and hashes all files; nothing is compressed yet.
    pub(crate) fn new(new: NewEdition) -> Result<Self> {
        if new.files.is_empty() {
            return Err(StoreError::Invalid { what: "no files" });
        }
        if !new.files.keys().all(|path| is_plain_path(path)) {
            return Err(StoreError::Invalid { what: "path" });
        }
        let manifest: BTreeMap<_, _> = new.files.iter().map(|(p, bytes)| (p.clone(), hash(bytes))).collect();
        Ok(Self {
            base: new.base,
            kind: new.kind,
            author: new.author,
            note: new.note,
            upload: new.upload,
            draft: new.draft,
            rows: new.rows,
            method: new.method,
            summary: new.summary,
            fingerprint: fingerprint(&manifest),
            manifest,
            blobs: Vec::new(),
            files: new.files,
        })
    }

    /// Returns the hashes of all files, without duplicates.
    pub(crate) fn hashes(&self) -> Vec<String> {
        self.manifest
            .values()
            .collect::<BTreeSet<_>>()
            .into_iter()
            .cloned()
            .collect()
    }

    /// Compresses the files whose bytes are not stored yet, and drops the others.
    pub(crate) fn pack(mut self, missing: Vec<String>) -> Result<Self> {
        let mut missing: HashSet<String> = missing.into_iter().collect();
        for (path, bytes) in std::mem::take(&mut self.files) {
            if let Some(hash) = self.manifest.get(&path).and_then(|hash| missing.take(hash)) {
                self.blobs.push(Packed::new(hash, &bytes)?);
            }
        }
        Ok(self)
    }
}

/// Returns whether this is a relative path without special components: an export writes files under it.
fn is_plain_path(path: &str) -> bool {
    let part = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', '\0', ':', '\n']);
    path.len() <= 300 && path.split('/').all(part)
}

#[cfg(test)]
mod tests {
    use super::is_plain_path;

    #[test]
    fn only_plain_relative_paths() {
        assert!(is_plain_path("bundled/pci.csv") && is_plain_path("catalogue/indicators/pci.toml"));
        for path in [
            "",
            "/etc/passwd",
            "../a",
            "a//b",
            "a/..",
            "a\\b",
            "C:/a",
            "a\0",
            ".git/config",
        ] {
            assert!(!is_plain_path(path), "{path:?}");
        }
    }
}
