//! The folder of hashed files that are embedded in the server, and its manifest.

use crate::error::{BundleError, read_text};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::Path;

/// Name of the manifest: lines `logical-name hashed-name`, one per file, sorted by logical name.
pub(crate) const MANIFEST: &str = "manifest.txt";

/// Extensions that are worth compressing; fonts and images are already compressed.
const COMPRESSED: [&str; 4] = ["css", "js", "svg", "wasm"];

struct File {
    hashed: String,
    bytes: Vec<u8>,
    /// Extension and content of the compressed copies that are smaller than the file.
    compressed: Vec<(&'static str, Vec<u8>)>,
}

/// The files of a bundle by logical name, which the code refers to (`main.css`, `fonts/x.woff2`).
#[derive(Default)]
pub(crate) struct Site {
    files: BTreeMap<String, File>,
}

/// How many files [`Site::write`] wrote and removed.
pub(crate) struct Written {
    pub(crate) changed: usize,
    pub(crate) removed: usize,
}

impl Site {
    /// Adds a file and returns the hashed name under which it is served.
    pub(crate) fn add(&mut self, logical: &str, bytes: Vec<u8>) -> String {
        let hashed = hashed_name(logical, &bytes);
        let mut compressed = Vec::new();
        if compresses(logical) {
            compressed.extend([("br", brotli(&bytes)), ("gz", gzip(&bytes))]);
            compressed.retain(|(_, small)| small.len() < bytes.len());
        }
        let file = File {
            hashed: hashed.clone(),
            bytes,
            compressed,
        };
        self.files.insert(logical.to_owned(), file);
        hashed
    }

    /// Returns the hashed name of a file; `None` if there is no such file.
    pub(crate) fn hashed(&self, logical: &str) -> Option<&str> {
        self.files.get(logical).map(|file| file.hashed.as_str())
    }

    /// Returns logical name, size and smallest compressed size of each file, in bytes.
    pub(crate) fn sizes(&self) -> impl Iterator<Item = (&str, usize, usize)> {
        self.files.iter().map(|(logical, file)| {
            let whole = file.bytes.len();
            let small = file.compressed.iter().map(|(_, bytes)| bytes.len()).min();
            (logical.as_str(), whole, small.unwrap_or(whole))
        })
    }

    fn manifest(&self) -> String {
        let line = |(logical, file): (&String, &File)| format!("{logical} {}\n", file.hashed);
        self.files.iter().map(line).collect()
    }

    /// Writes the files that differ from those in the folder and removes leftovers of an earlier bundle.
    ///
    /// An unchanged file keeps its modification time, so that it does not trigger a rebuild.
    pub(crate) fn write(&self, out: &Path) -> Result<Written, BundleError> {
        create(out)?;
        // One bundler at a time: `make run` and `make test` may run at once.
        let folder = fs::File::open(out).ok();
        let _locked = folder.as_ref().map(fs::File::lock);
        let mut current = BTreeSet::new();
        let mut changed = 0;
        for file in self.files.values() {
            let mut write_file = |name: String, bytes: &[u8]| -> Result<(), BundleError> {
                changed += usize::from(write_if_changed(&out.join(&name), bytes)?);
                current.insert(name);
                Ok(())
            };
            write_file(file.hashed.clone(), &file.bytes)?;
            for (extension, bytes) in &file.compressed {
                write_file(format!("{}.{extension}", file.hashed), bytes)?;
            }
        }
        let removed = remove_leftovers(out, &current)?;
        // Written last, so that every file in a manifest exists.
        changed += usize::from(write_if_changed(&out.join(MANIFEST), self.manifest().as_bytes())?);
        Ok(Written { changed, removed })
    }
}

/// Turns `fonts/name.woff2` into `name.0a1b2c3d.woff2`: the folder is flat, and a name always means the same content.
fn hashed_name(logical: &str, bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let hash: String = digest[..4].iter().map(|b| format!("{b:02x}")).collect();
    let name = logical.rsplit('/').next().unwrap_or(logical);
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
        None => format!("{name}.{hash}"),
    }
}

/// Returns whether files with this name are worth compressing.
fn compresses(name: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, extension)| COMPRESSED.contains(&extension))
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    // Cannot fail: source and target are in memory.
    let _ = brotli::BrotliCompress(&mut &bytes[..], &mut out, &params);
    out
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

fn write_if_changed(path: &Path, bytes: &[u8]) -> Result<bool, BundleError> {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(false);
    }
    fs::write(path, bytes).map_err(|source| BundleError::Write {
        path: path.into(),
        source,
    })?;
    Ok(true)
}

fn create(out: &Path) -> Result<(), BundleError> {
    fs::create_dir_all(out).map_err(|source| BundleError::Write {
        path: out.into(),
        source,
    })
}

/// Removes files that the folder's manifest lists and that are not in `current`; never any other file.
fn remove_leftovers(out: &Path, current: &BTreeSet<String>) -> Result<usize, BundleError> {
    let manifest = out.join(MANIFEST);
    if !manifest.exists() {
        return Ok(0);
    }
    let mut removed = 0;
    for line in read_text(&manifest)?.lines() {
        let Some((_, hashed)) = line.split_once(' ') else {
            continue;
        };
        if hashed.contains(['/', '\\']) {
            continue;
        }
        for extension in ["", ".br", ".gz"] {
            let name = format!("{hashed}{extension}");
            if !current.contains(&name) && fs::remove_file(out.join(&name)).is_ok() {
                removed += 1;
            }
        }
    }
    Ok(removed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;
    use std::time::SystemTime;

    fn folder(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("bundle-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        path
    }

    fn names(out: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(out)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    fn modified(path: &Path) -> SystemTime {
        fs::metadata(path).unwrap().modified().unwrap()
    }

    #[test]
    fn hashed_names_depend_on_the_content_and_omit_the_folder() {
        // sha256("a") = ca978112…
        assert_eq!(hashed_name("main.css", b"a"), "main.ca978112.css");
        assert_eq!(hashed_name("fonts/x-y.woff2", b"a"), "x-y.ca978112.woff2");
        assert_ne!(hashed_name("main.css", b"a"), hashed_name("main.css", b"b"));
    }

    #[test]
    fn text_files_get_compressed_copies_and_fonts_do_not() {
        let out = folder("copies");
        let mut site = Site::default();
        site.add("main.css", b"a{color:red}".repeat(40));
        site.add("fonts/f.woff2", vec![0; 400]);
        site.add("tiny.svg", b"<svg/>".to_vec());
        site.write(&out).unwrap();
        let css = site.hashed("main.css").unwrap();
        let expected = [
            site.hashed("fonts/f.woff2").unwrap().to_owned(),
            css.to_owned(),
            format!("{css}.br"),
            format!("{css}.gz"),
            MANIFEST.to_owned(),
            site.hashed("tiny.svg").unwrap().to_owned(),
        ];
        assert_eq!(names(&out), expected);
        let mut decompressed = Vec::new();
        let compressed = fs::read(out.join(format!("{css}.br"))).unwrap();
        brotli::BrotliDecompress(&mut &compressed[..], &mut decompressed).unwrap();
        assert_eq!(decompressed, b"a{color:red}".repeat(40));
        fs::remove_dir_all(out).unwrap();
    }

    #[test]
    fn an_unchanged_bundle_writes_nothing_and_a_change_removes_the_old_file() {
        let out = folder("again");
        let mut site = Site::default();
        site.add("main.css", b"a{color:red}".repeat(40));
        assert_eq!(site.write(&out).unwrap().changed, 4);
        let before = modified(&out.join(MANIFEST));
        fs::write(out.join("notes.txt"), "not ours").unwrap();
        let unchanged = site.write(&out).unwrap();
        assert_eq!((unchanged.changed, unchanged.removed), (0, 0));
        assert_eq!(modified(&out.join(MANIFEST)), before);

        site.add("main.css", b"a{color:blue}".repeat(40));
        let replaced = site.write(&out).unwrap();
        assert_eq!((replaced.changed, replaced.removed), (4, 3));
        assert_eq!(
            names(&out).len(),
            5,
            "three files of the style sheet, the manifest, the notes"
        );
        fs::remove_dir_all(out).unwrap();
    }

    #[test]
    fn the_manifest_is_sorted_by_logical_name() {
        let mut site = Site::default();
        site.add("thuocdo.js", b"a".to_vec());
        site.add("fonts/f.woff2", b"a".to_vec());
        assert_eq!(
            site.manifest(),
            "fonts/f.woff2 f.ca978112.woff2\nthuocdo.js thuocdo.ca978112.js\n"
        );
    }
}
