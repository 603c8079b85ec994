//! The files that the program carries inside itself.

use std::borrow::Cow;

use axum::body::Bytes;
use dataset::Files;
use rust_embed::Embed;

#[derive(Embed)]
#[folder = "../data"]
#[include = "catalogue/**/*.toml"]
#[include = "catalogue/**/*.csv"]
#[include = "bundled/*.toml"]
#[include = "bundled/*.csv"]
struct Data;

#[derive(Embed)]
#[folder = "../target/site"]
struct Bundled;

/// The catalogue and the figures that ship with the program.
pub(crate) fn data() -> Files {
    let mut files = Files::default();
    for path in Data::iter() {
        if let Some(file) = Data::get(&path) {
            files.insert(path, file.data);
        }
    }
    files
}

/// The bundled files by name, with the manifest among them; empty when nothing was bundled.
pub(crate) fn site() -> impl Iterator<Item = (String, Bytes)> {
    Bundled::iter().filter_map(|name| {
        let bytes = match Bundled::get(&name)?.data {
            Cow::Borrowed(bytes) => Bytes::from_static(bytes),
            Cow::Owned(bytes) => Bytes::from(bytes),
        };
        Some((name.into_owned(), bytes))
    })
}
