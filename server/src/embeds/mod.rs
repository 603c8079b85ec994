//! What other sites show of ours: frames, pictures, files.

/// How an answer may be used by other sites; the outermost layer sets its headers by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outside {
    /// A file that other sites may load.
    File,
}
