//! What the two processes say to each other: a request with its length before it, then the bytes of the file;
//! an answer.

use std::io::{self, Read, Write};

use domain::upload::Issue;
use serde::{Deserialize, Serialize};
use spreadsheet::{Limits, Remarks, Workbook};

/// What is asked of the process, before the bytes of the file.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Request<'a> {
    /// Name of the file.
    pub(super) name: String,
    /// What an editor chose, as it is stored.
    pub(super) choices: Vec<(String, String)>,
    /// How much the file may hold.
    pub(super) limits: Limits,
    /// What to do with it.
    #[serde(borrow)]
    pub(super) task: Task<'a>,
}

/// What to do with the file.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Task<'a> {
    /// Open it.
    Open,
    /// Open it and write it with remarks.
    Annotate(#[serde(borrow)] Remarks<'a>),
}

/// What came of it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Answer {
    /// Opened, or what keeps it from being opened.
    Opened(Result<Workbook, Vec<Issue>>),
    /// With remarks; `None` if that is not possible.
    Annotated(Option<Annotated>),
}

/// A file with remarks.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Annotated {
    /// Ending of its name.
    pub(crate) extension: String,
    /// Its content.
    pub(crate) bytes: Vec<u8>,
}

/// Writes a request and the file.
pub(super) fn send(mut to: impl Write, request: &Request<'_>, file: &[u8]) -> io::Result<()> {
    let request = postcard::to_allocvec(request).map_err(io::Error::other)?;
    to.write_all(&(request.len() as u64).to_le_bytes())?;
    to.write_all(&request)?;
    to.write_all(file)?;
    to.flush()
}

/// The bytes of a request, and those of the file.
pub(super) fn receive(mut from: impl Read) -> io::Result<(Vec<u8>, Vec<u8>)> {
    let mut length = [0; 8];
    from.read_exact(&mut length)?;
    let mut request = Vec::new();
    from.by_ref()
        .take(u64::from_le_bytes(length))
        .read_to_end(&mut request)?;
    let mut file = Vec::new();
    from.read_to_end(&mut file)?;
    Ok((request, file))
}
