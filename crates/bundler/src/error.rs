//! Errors of the bundler.

use std::io;
use std::path::{Path, PathBuf};

/// Why the bundle could not be built. Each message names the file that causes it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BundleError {
    #[error("cannot read {path}: {source}")]
    Read { path: PathBuf, source: io::Error },
    #[error("cannot write {path}: {source}")]
    Write { path: PathBuf, source: io::Error },
    #[error("{path}: not UTF-8 text")]
    NotText { path: PathBuf },
    #[error("{path}: the file name is not safe in a URL (use only ASCII letters, digits, '.', '-' and '_')")]
    FileName { path: PathBuf },
    #[error("{css}: cannot follow @import of {url}; import files of the style folder")]
    Import { css: PathBuf, url: String },
    #[error("{css}: url({url}) is not a font or icon in the style folder")]
    MissingAsset { css: PathBuf, url: String },
    #[error("{css}: {message}")]
    Style { css: PathBuf, message: String },
    #[error("wasm-bindgen refused {path}: {message}")]
    Bindgen { path: PathBuf, message: String },
    #[error("{path}: no exported function `hydrate`; is this the build of the crate hydrate?")]
    NoHydrate { path: PathBuf },
    #[error("{path}: {name} requires its own JavaScript file, which the bundle does not support")]
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
