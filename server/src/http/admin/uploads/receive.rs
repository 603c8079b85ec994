//! A file on its way in: into `incoming/`, within the limit, hashed as it comes.

use std::{
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    time::Duration,
};

use app::admin::UserError;
use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, Multipart, Request, multipart::Field},
    http::{HeaderMap, header},
};
use http_body_util::BodyExt;
use sha2::{Digest, Sha256};
use tokio::{fs::File, io::AsyncWriteExt};

use crate::services::file_name::file_name;

/// What a form weighs besides its file.
const FORM: u64 = 64 * 1024;
/// How long what comes after a refusal is thrown away, so that the answer is read at all: browsers
/// look for it only after sending, and a connection that is cut loses it.
const LINGER: Duration = Duration::from_secs(2);

/// A file that came, and the fields beside it.
#[derive(Debug)]
pub(crate) struct Received {
    /// Name as sent, cut and cleaned; only for reading.
    pub(crate) name: String,
    /// SHA-256 of the bytes.
    pub(crate) hash: String,
    /// The other fields of the form.
    pub(crate) fields: Vec<(String, String)>,
    kept: Kept,
}

impl Received {
    /// The bytes. The file in `incoming/` goes with this.
    pub(crate) async fn bytes(self) -> Result<Vec<u8>, UserError> {
        tokio::fs::read(&self.kept.0).await.map_err(|e| trouble(&e))
    }
}

/// A file in `incoming/` that goes away again, however the request ends.
#[derive(Debug)]
struct Kept(PathBuf);

impl Drop for Kept {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_file(&self.0) {
            tracing::warn!(%error, "a received file could not be removed");
        }
    }
}

/// Where files come in and how large they may be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Gate<'a> {
    /// The folder `incoming/`.
    pub(crate) folder: &'a Path,
    /// Bytes of a file.
    pub(crate) limit: u64,
}

impl Gate<'_> {
    /// Takes the file of a form.
    pub(crate) async fn form(self, request: Request) -> Result<Received, UserError> {
        let request = self.admit(request).await?;
        let mut multipart = Multipart::from_request(request, &())
            .await
            .map_err(|_| UserError::NoFile)?;
        let mut received = None;
        let mut fields = Vec::new();
        let taken = self.parts(&mut multipart, &mut received, &mut fields).await;
        if let Err(refusal) = taken {
            // Asking for the next part reads what is left of this one.
            let rest = async { while let Ok(Some(_)) = multipart.next_field().await {} };
            let _ = tokio::time::timeout(LINGER, rest).await;
            return Err(refusal);
        }
        let (name, sink) = received.ok_or(UserError::NoFile)?;
        sink.finish(name, fields).await
    }

    /// Takes a body that is the file itself.
    pub(crate) async fn body(self, request: Request, name: &str) -> Result<Received, UserError> {
        let mut body = self.admit(request).await?.into_body();
        let mut sink = Sink::open(self).await?;
        while let Some(chunk) = next(&mut body).await? {
            if let Err(refusal) = sink.write(&chunk).await {
                drain(body).await;
                return Err(refusal);
            }
        }
        if sink.size == 0 {
            return Err(UserError::NoFile);
        }
        sink.finish(file_name(name), Vec::new()).await
    }

    /// What says that it is too large is not read.
    async fn admit(self, request: Request) -> Result<Request, UserError> {
        if announced(request.headers()).is_some_and(|bytes| bytes > self.limit + FORM) {
            drain(request.into_body()).await;
            return Err(self.too_large());
        }
        Ok(request)
    }

    async fn parts(
        self,
        multipart: &mut Multipart,
        file: &mut Option<(String, Sink)>,
        fields: &mut Vec<(String, String)>,
    ) -> Result<(), UserError> {
        let mut room = FORM;
        while let Some(mut field) = multipart.next_field().await.map_err(|_| UserError::NoFile)? {
            let name = field.name().unwrap_or_default().to_owned();
            if name == "file" && file.is_none() {
                let shown = file_name(field.file_name().unwrap_or_default());
                let mut sink = Sink::open(self).await?;
                while let Some(chunk) = field.chunk().await.map_err(|_| UserError::NoFile)? {
                    sink.write(&chunk).await?;
                }
                // An empty field is what a form without a file sends.
                if sink.size > 0 || !shown.is_empty() {
                    *file = Some((shown, sink));
                }
            } else {
                fields.push((name, text(&mut field, &mut room).await?));
            }
        }
        Ok(())
    }

    const fn too_large(self) -> UserError {
        UserError::FileTooLarge(self.limit / 1_000_000)
    }
}

/// A field that is not the file. All of them together have little room.
async fn text(field: &mut Field<'_>, room: &mut u64) -> Result<String, UserError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(|_| UserError::NoFile)? {
        *room = room.checked_sub(chunk.len() as u64).ok_or(UserError::NoFile)?;
        bytes.extend_from_slice(&chunk);
    }
    String::from_utf8(bytes).map_err(|_| UserError::NoFile)
}

/// The next piece of a body; nothing at its end.
async fn next(body: &mut Body) -> Result<Option<Bytes>, UserError> {
    while let Some(frame) = body.frame().await {
        if let Ok(data) = frame.map_err(|_| UserError::NoFile)?.into_data() {
            return Ok(Some(data));
        }
    }
    Ok(None)
}

async fn drain(mut body: Body) {
    let rest = async { while let Ok(Some(_)) = next(&mut body).await {} };
    let _ = tokio::time::timeout(LINGER, rest).await;
}

fn announced(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// A file that is being written.
#[derive(Debug)]
struct Sink {
    file: File,
    kept: Kept,
    hash: Sha256,
    size: u64,
    limit: u64,
}

impl Sink {
    async fn open(gate: Gate<'_>) -> Result<Self, UserError> {
        let path = gate.folder.join(random().map_err(|e| trouble(&e))?);
        let opened = async {
            tokio::fs::create_dir_all(gate.folder).await?;
            File::options().write(true).create_new(true).open(&path).await
        };
        let file = opened.await.map_err(|e| trouble(&e))?;
        Ok(Self {
            file,
            kept: Kept(path),
            hash: Sha256::new(),
            size: 0,
            limit: gate.limit,
        })
    }

    async fn write(&mut self, chunk: &[u8]) -> Result<(), UserError> {
        self.size += chunk.len() as u64;
        if self.size > self.limit {
            return Err(UserError::FileTooLarge(self.limit / 1_000_000));
        }
        self.hash.update(chunk);
        self.file.write_all(chunk).await.map_err(|e| trouble(&e))
    }

    async fn finish(mut self, name: String, fields: Vec<(String, String)>) -> Result<Received, UserError> {
        self.file.flush().await.map_err(|e| trouble(&e))?;
        let hash = self.hash.finalize();
        Ok(Received {
            name,
            hash: hash.iter().map(|b| format!("{b:02x}")).collect(),
            fields,
            kept: self.kept,
        })
    }
}

/// What the system says, for the one who uploads.
fn trouble(error: &io::Error) -> UserError {
    tracing::warn!(%error, "a file that is coming in cannot be written");
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => UserError::DiskFull,
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => UserError::ReadOnly,
        _ => UserError::Failed,
    }
}

/// A random name.
fn random() -> io::Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| io::Error::other(error.to_string()))?;
    Ok(bytes.iter().map(|b| format!("{b:02x}")).collect())
}

/// Removes what a program that ended suddenly left behind.
pub(crate) fn clean(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        if let Err(error) = std::fs::remove_file(entry.path()) {
            tracing::warn!(%error, "a file left in the folder of incoming files could not be removed");
        }
    }
}
