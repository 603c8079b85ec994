//! Turns the wasm build, the styles and the fonts into the hashed, compressed files that the
//! server carries.
//!
//! What it writes, all in one folder: `<name>.<hash>.<ending>`, beside it `.br` and `.gz` where
//! they are smaller, and `manifest.txt` with a line `logical-name hashed-name` for each file.
//! The logical names are `main.css`, `thuocdo.js` (the one script a page names), `islands.js` and
//! `islands.wasm` (which that script loads), `embed.css` and `frame.js` (for pages in frames on other
//! sites), `wall.js` (for walls), `icon.svg` and the like, and `fonts/<file>`.

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
    /// The compiled crate `hydrate`
    #[arg(long)]
    wasm: PathBuf,
    /// Folder of the styles (its main.css is the first one) and icons
    #[arg(long)]
    style: PathBuf,
    /// Folder of the fonts; styles name them as fonts/<file> [default: <STYLE>/fonts]
    #[arg(long)]
    fonts: Option<PathBuf>,
    /// Folder to write to
    #[arg(long)]
    out: PathBuf,
    /// Program that shrinks the wasm; without it the wasm stays as it is
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

#[expect(clippy::print_stdout, reason = "the report is for the one who builds")]
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
    let shrunk = match args.wasm_opt.as_deref() {
        Some(program) if !program.as_os_str().is_empty() => wasm::optimise(program, &islands.wasm)?,
        _ => {
            eprintln!("bundle: no wasm-opt, so the wasm stays larger than it need be");
            islands.wasm
        }
    };
    let js = site.add("islands.js", islands.js.into_bytes());
    let wasm = site.add("islands.wasm", shrunk);
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

/// A style sheet with all that it imports; an empty one where there are no styles yet.
fn style(root: &Path, name: &str, site: &Site) -> Result<String, BundleError> {
    if !root.join(name).exists() {
        eprintln!("bundle: {} has no {name}", root.display());
        return Ok(String::new());
    }
    css::bundle(root, Path::new(name), &|path| site.hashed(path).map(str::to_owned))
}

/// Takes in the files of a folder that end in one of `endings`; a folder that is not there is empty.
fn add_folder(site: &mut Site, folder: &Path, prefix: &str, endings: &[&str]) -> Result<(), BundleError> {
    if !folder.is_dir() {
        return Ok(());
    }
    let failed = |source| BundleError::Read {
        path: folder.into(),
        source,
    };
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default();
        if !path.is_file() || !endings.contains(&ending) {
            continue;
        }
        let plain = |name: &&str| name.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b));
        let name = path.file_name().and_then(OsStr::to_str).filter(plain);
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

    /// Value of a custom property in a sheet, from `at` on.
    fn value<'a>(css: &'a str, at: usize, name: &str) -> &'a str {
        let rest = css[at..].split_once(&format!("--{name}: ")).unwrap().1;
        rest.split_once(';').unwrap().0
    }

    #[test]
    fn embeds_have_the_colours_of_all_pages() {
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
    fn walls_have_the_colours_of_all_pages() {
        let style = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../style");
        let read = |name| fs::read_to_string(style.join(name)).unwrap();
        let (tokens, wall) = (read("tokens.css"), read("wall.css"));
        for (theme, scheme) in [
            ("light", "color-scheme: light dark"),
            ("dark", "prefers-color-scheme: dark"),
        ] {
            let from = tokens.find(scheme).unwrap();
            let own = wall.find(&format!(":root[data-theme=\"{theme}\"]")).unwrap();
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
                assert_eq!(value(&wall, own, name), value(&tokens, from, name), "{theme} {name}");
            }
        }
    }

    #[test]
    fn what_other_sites_load_is_small() {
        assert!(include_str!("host.js").len() <= 1000);
        assert!(FRAME.len() <= 2000);
    }

    #[test]
    fn only_known_endings_are_taken_and_odd_names_are_refused() {
        let folder = std::env::temp_dir().join(format!("style-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for name in ["icon.svg", "OFL.txt", "main.css"] {
            fs::write(folder.join(name), "x").unwrap();
        }
        let mut site = Site::default();
        add_folder(&mut site, &folder, "", &["svg"]).unwrap();
        assert_eq!(site.sizes().map(|f| f.0).collect::<Vec<_>>(), ["icon.svg"]);
        fs::write(folder.join("hình 1.svg"), "x").unwrap();
        let refused = add_folder(&mut site, &folder, "", &["svg"]);
        fs::remove_dir_all(&folder).unwrap();
        assert!(matches!(refused, Err(BundleError::FileName { .. })));
    }
}
