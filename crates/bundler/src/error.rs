use std::io;
use std::path::{Path, PathBuf};

/// Why no bundle could be made. Each says which file to look at.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BundleError {
    #[error("cannot read {path}: {source}")]
    Read { path: PathBuf, source: io::Error },
    #[error("cannot write {path}: {source}")]
    Write { path: PathBuf, source: io::Error },
    #[error("{path}: not UTF-8 text")]
    NotText { path: PathBuf },
    #[error("{path}: no name that can be part of a URL (letters, digits, '.', '-' and '_' only)")]
    FileName { path: PathBuf },
    #[error("{css}: @import of {import} goes round in a circle")]
    ImportCycle { css: PathBuf, import: PathBuf },
    #[error(
        "{css}: cannot follow `@import {rule}`; write @import \"file.css\", with an optional layer(name) or media query"
    )]
    Import { css: PathBuf, rule: String },
    #[error("{css}: url({url}) names no font or icon of the style folder")]
    MissingAsset { css: PathBuf, url: String },
    #[error("{css}: a {what} is never closed")]
    Unclosed { css: PathBuf, what: &'static str },
    #[error("wasm-bindgen refused {path}: {message}")]
    Bindgen { path: PathBuf, message: String },
    #[error("{path}: no exported function `hydrate`: is this the build of the crate hydrate?")]
    NoHydrate { path: PathBuf },
    #[error("{path}: {name} brings a JavaScript file of its own, which the bundle does not carry")]
    Snippets { path: PathBuf, name: String },
    #[error("cannot start {path}: {source}")]
    StartWasmOpt { path: PathBuf, source: io::Error },
    #[error("{path} failed: {stderr}")]
    WasmOpt { path: PathBuf, stderr: String },
}

pub(crate) fn read(path: &Path) -> Result<Vec<u8>, BundleError> {
    std::fs::read(path).map_err(|source| BundleError::Read {
        path: path.into(),
        source,
    })
}

pub(crate) fn read_text(path: &Path) -> Result<String, BundleError> {
    String::from_utf8(read(path)?).map_err(|_| BundleError::NotText { path: path.into() })
}
