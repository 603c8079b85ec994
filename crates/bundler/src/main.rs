//! Turns the wasm build, the style sheets and the fonts into the hashed, compressed files that are
//! embedded in the server.
//!
//! The output is one flat folder: `<name>.<hash>.<extension>`, compressed copies with `.br` and `.gz`
//! appended if they are smaller, and `manifest.txt` with a line `logical-name hashed-name` for each file.
//! The logical names are `main.css`, `thuocdo.js` (the only script that a page refers to), `islands.js` and
//! `islands.wasm` (loaded by that script), `embed.css` and `frame.js` (for pages embedded in other
//! sites), `wall.js` (for slideshows), `icon.svg` and other icons, and `fonts/<file>`.

mod css;
mod error;
mod site;
mod wasm;

use clap::Parser;
use error::{BundleError, read};
use site::Site;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const LOADER: &str = include_str!("loader.js");
const FRAME: &str = include_str!("frame.js");
const WALL: &str = include_str!("wall.js");

#[derive(Parser)]
#[command(about, version)]
struct Args {
    /// Path of the compiled crate `hydrate`
    #[arg(long)]
    wasm: PathBuf,
    /// Folder of the style sheets (the main one is main.css) and icons
    #[arg(long)]
    style: PathBuf,
    /// Folder of the fonts; style sheets refer to them as fonts/<file> [default: <STYLE>/fonts]
    #[arg(long)]
    fonts: Option<PathBuf>,
    /// Folder to write to
    #[arg(long)]
    out: PathBuf,
    /// Path of wasm-opt; without it the wasm is not optimised
    #[arg(long, env = "WASM_OPT")]
    wasm_opt: Option<PathBuf>,
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bundle: {error}");
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stdout, reason = "the report is printed for the developer")]
fn run(args: &Args) -> Result<(), BundleError> {
    let mut site = Site::default();
    add_folder(&mut site, &args.style, "", &["svg", "png", "ico"])?;
    let fonts = args.fonts.clone().unwrap_or(args.style.join("fonts"));
    add_folder(&mut site, &fonts, "fonts/", &["woff2"])?;

    for name in ["main.css", "embed.css"] {
        let css = style(&args.style, name, &site)?;
        site.add(name, css.into_bytes());
    }
    site.add("frame.js", FRAME.as_bytes().to_vec());
    site.add("wall.js", WALL.as_bytes().to_vec());

    let islands = wasm::bindgen(&args.wasm)?;
    let optimised = match args.wasm_opt.as_deref() {
        Some(program) if !program.as_os_str().is_empty() => wasm::optimise(program, &islands.wasm)?,
        _ => {
            eprintln!("bundle: no wasm-opt given, so the wasm is larger than necessary");
            islands.wasm
        }
    };
    let js = site.add("islands.js", islands.js.into_bytes());
    let wasm = site.add("islands.wasm", optimised);
    site.add("thuocdo.js", loader(&js, &wasm).into_bytes());

    let written = site.write(&args.out)?;
    for (logical, whole, small) in site.sizes() {
        println!("{whole:>9} B  {small:>8} B sent  {logical}");
    }
    let (count, names) = (islands.names.len(), islands.names.join(", "));
    println!("islands: {count} ({names})");
    println!(
        "{}: {} written, {} removed",
        args.out.display(),
        written.changed,
        written.removed
    );
    Ok(())
}

fn loader(js: &str, wasm: &str) -> String {
    LOADER.replace("ISLANDS_JS", js).replace("ISLANDS_WASM", wasm)
}

/// Bundles a style sheet with all its imports. Empty if the file does not exist yet.
fn style(root: &Path, name: &str, site: &Site) -> Result<String, BundleError> {
    if !root.join(name).exists() {
        eprintln!("bundle: {} has no {name}", root.display());
        return Ok(String::new());
    }
    css::bundle(root, Path::new(name), &|path| site.hashed(path).map(str::to_owned))
}

/// Adds the files of a folder that have one of these extensions. A missing folder counts as empty.
fn add_folder(site: &mut Site, folder: &Path, prefix: &str, extensions: &[&str]) -> Result<(), BundleError> {
    if !folder.is_dir() {
        return Ok(());
    }
    let failed = |source| BundleError::Read {
        path: folder.into(),
        source,
    };
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let extension = path.extension().and_then(OsStr::to_str).unwrap_or_default();
        if !path.is_file() || !extensions.contains(&extension) {
            continue;
        }
        let url_safe = |name: &&str| name.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b));
        let name = path.file_name().and_then(OsStr::to_str).filter(url_safe);
        let name = name.ok_or_else(|| BundleError::FileName { path: path.clone() })?;
        site.add(&format!("{prefix}{name}"), read(&path)?);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_names_both_files_and_no_placeholder() {
        let js = loader("islands.1.js", "islands.2.wasm");
        assert!(js.contains("import(\"./islands.1.js\")"));
        assert!(js.contains("new URL(\"./islands.2.wasm\", import.meta.url)"));
        assert!(!js.contains("ISLANDS_"));
    }

    /// Returns the value of the first definition of a custom property after the offset `at`.
    fn value<'a>(css: &'a str, at: usize, name: &str) -> &'a str {
        let rest = css[at..].split_once(&format!("--{name}: ")).unwrap().1;
        rest.split_once(';').unwrap().0
    }

    #[test]
    fn embeds_have_the_colours_of_the_site() {
        let style = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../style");
        let read = |name| fs::read_to_string(style.join(name)).unwrap();
        let (tokens, embed) = (read("tokens.css"), read("embed.css"));
        let dark = tokens.find("prefers-color-scheme: dark").unwrap();
        for name in ["card", "ink", "soft", "line", "accent", "focus"] {
            let [light, dark] = [0, dark].map(|at| value(&tokens, at, name));
            assert_eq!(value(&embed, 0, name), format!("light-dark({light}, {dark})"), "{name}");
        }
    }

    #[test]
    fn slideshows_have_the_colours_of_the_site() {
        let style = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../style");
        let read = |name| fs::read_to_string(style.join(name)).unwrap();
        let (tokens, wall) = (read("tokens.css"), read("wall.css"));
        for (theme, scheme) in [
            ("light", "color-scheme: light dark"),
            ("dark", "prefers-color-scheme: dark"),
        ] {
            let from = tokens.find(scheme).unwrap();
            let theme_at = wall.find(&format!(":root[data-theme=\"{theme}\"]")).unwrap();
            for name in [
                "paper",
                "card",
                "ink",
                "soft",
                "line",
                "accent",
                "accent-weak",
                "warn-weak",
                "focus",
            ] {
                assert_eq!(
                    value(&wall, theme_at, name),
                    value(&tokens, from, name),
                    "{theme} {name}"
                );
            }
        }
    }

    #[test]
    fn scripts_for_other_sites_are_small() {
        assert!(include_str!("host.js").len() <= 1000);
        assert!(FRAME.len() <= 2000);
    }

    #[test]
    fn only_known_extensions_are_added_and_unsafe_names_are_rejected() {
        let folder = std::env::temp_dir().join(format!("style-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for name in ["icon.svg", "OFL.txt", "main.css"] {
            fs::write(folder.join(name), "x").unwrap();
        }
        let mut site = Site::default();
        add_folder(&mut site, &folder, "", &["svg"]).unwrap();
        assert_eq!(site.sizes().map(|f| f.0).collect::<Vec<_>>(), ["icon.svg"]);
        fs::write(folder.join("hình 1.svg"), "x").unwrap();
        let rejected = add_folder(&mut site, &folder, "", &["svg"]);
        fs::remove_dir_all(&folder).unwrap();
        assert!(matches!(rejected, Err(BundleError::FileName { .. })));
    }
}
