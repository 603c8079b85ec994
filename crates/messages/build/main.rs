//! Compiles the Fluent files of `vi/` and `en/` to Rust constants, one module per file.
//!
//! The build fails if the two languages differ in their messages or arguments, or if a text is not in NFC.

#![expect(clippy::print_stdout, reason = "cargo reads what a build script prints")]

mod check;
mod generate;
mod read;

use std::{
    collections::BTreeMap,
    env, fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use read::Message;

fn main() -> ExitCode {
    match compile() {
        Ok(()) => ExitCode::SUCCESS,
        Err(errors) => {
            for error in errors {
                println!("cargo::error={error}");
            }
            ExitCode::FAILURE
        }
    }
}

fn compile() -> Result<(), Vec<String>> {
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(|error| vec![error.to_string()])?);
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|error| vec![error.to_string()])?);
    let [vi, en] = ["vi", "en"].map(|language| language_of(&here, language));
    let (vi, en) = (vi?, en?);
    check::same(&vi, &en)?;
    fs::write(out.join("catalogue.rs"), generate::modules(&vi, &en)).map_err(|error| vec![error.to_string()])
}

/// The messages of one language by the path of their file without its ending.
fn language_of(root: &Path, language: &str) -> Result<BTreeMap<String, Vec<Message>>, Vec<String>> {
    println!("cargo::rerun-if-changed={language}");
    let folder = root.join(language);
    let mut files = Vec::new();
    find(&folder, &mut files).map_err(|error| vec![format!("{language}: {error}")])?;
    let mut all = BTreeMap::new();
    let mut errors = Vec::new();
    for path in files {
        let name = path.strip_prefix(&folder).unwrap_or(&path).with_extension("");
        let shown = format!("{language}/{}.ftl", name.display());
        let text = fs::read_to_string(&path).map_err(|error| vec![format!("{shown}: {error}")])?;
        match read::messages(&shown, &text) {
            Ok(messages) => {
                all.insert(name.display().to_string(), messages);
            }
            Err(found) => errors.extend(found),
        }
    }
    if errors.is_empty() { Ok(all) } else { Err(errors) }
}

fn find(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            find(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "ftl") {
            files.push(path);
        }
    }
    Ok(())
}
