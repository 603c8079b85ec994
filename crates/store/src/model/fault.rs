//! What is wrong with a store.

/// Something that `Store::verify` found.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The database itself says that it is damaged.
    #[error("the database is damaged: {what}")]
    Database {
        /// In the words of the database.
        what: String,
    },
    /// The bytes of a file are not those that were stored.
    #[error("the bytes of {hash} are damaged")]
    BlobDamaged {
        /// What their SHA-256 should be.
        hash: String,
    },
    /// The bytes of a file are not there.
    #[error("the bytes of {hash} are missing, which {needed_by} needs")]
    BlobMissing {
        /// Their SHA-256.
        hash: String,
        /// What refers to them, such as `edition/5 bundled/pci.csv` or `upload/…`.
        needed_by: String,
    },
    /// There is no edition with this number, though there are later ones.
    #[error("edition {number} is missing")]
    EditionMissing {
        /// The number.
        number: u32,
    },
    /// The list of files of an edition is not the one that was published.
    #[error("the list of files of edition {number} is damaged")]
    Fingerprint {
        /// The edition.
        number: u32,
    },
    /// A draft and an edition disagree about what became of the draft.
    #[error("draft {id} and the editions disagree: {what}")]
    Draft {
        /// The draft.
        id: String,
        /// How they disagree.
        what: String,
    },
    /// Something names a row that does not exist.
    #[error("{what}")]
    Reference {
        /// What names what.
        what: String,
    },
    /// Bytes that nothing refers to. Nothing is lost by them; an interrupted write may leave some.
    #[error("nothing refers to the {size} bytes of {hash}")]
    Orphan {
        /// Their SHA-256.
        hash: String,
        /// Their number.
        size: u64,
    },
}

impl Fault {
    /// Whether something is lost or wrong; otherwise this is only worth knowing.
    #[must_use]
    pub const fn is_damage(&self) -> bool {
        !matches!(self, Self::Orphan { .. })
    }
}
