//! Faults in a store.

/// A fault that `Store::verify` found.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The database itself reports that it is damaged.
    #[error("the database is damaged: {what}")]
    Database {
        /// The database's message.
        what: String,
    },
    /// The bytes of a file differ from those that were stored.
    #[error("the bytes of {hash} are damaged")]
    BlobDamaged {
        /// Their expected SHA-256.
        hash: String,
    },
    /// The bytes of a file are missing.
    #[error("the bytes of {hash} are missing, but {needed_by} refers to them")]
    BlobMissing {
        /// Their SHA-256.
        hash: String,
        /// What refers to them, such as `edition/5 bundled/pci.csv` or `upload/…`.
        needed_by: String,
    },
    /// No edition has this number, although there are later ones.
    #[error("edition {number} is missing")]
    EditionMissing {
        /// The number.
        number: u32,
    },
    /// The manifest of an edition differs from the published one.
    #[error("the list of files of edition {number} is damaged")]
    Fingerprint {
        /// The edition.
        number: u32,
    },
    /// A draft and an edition disagree about which edition the draft became.
    #[error("draft {id} and the editions disagree: {what}")]
    Draft {
        /// The draft.
        id: String,
        /// How they disagree.
        what: String,
    },
    /// A row refers to a row that does not exist.
    #[error("{what}")]
    Reference {
        /// The referring and the missing row.
        what: String,
    },
    /// Bytes that nothing refers to. They are harmless; an interrupted write may leave some behind.
    #[error("nothing refers to the {size} bytes of {hash}")]
    Orphan {
        /// Their SHA-256.
        hash: String,
        /// Their number of bytes.
        size: u64,
    },
}

impl Fault {
    /// Returns whether data is lost or wrong; otherwise the fault is only informative.
    #[must_use]
    pub const fn is_damage(&self) -> bool {
        !matches!(self, Self::Orphan { .. })
    }
}
