//! Bundles several style sheets into one with Lightning CSS: inlines imports, writes every rule as short as it can be,
//! and points every `url()` at the hashed file.
//!
//! Rules and declarations stay as and where they are written. `StyleSheet::minify`, which merges and reorders them, is
//! not used: it moves `font-variant-numeric` before the `font` that resets it, and merges rules with those that
//! browsers ignore for an unknown selector.

use crate::error::BundleError;
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::dependencies::{Dependency, DependencyOptions, UrlDependency};
use lightningcss::error::Error;
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::ParserOptions;
use lightningcss::targets::{Features, Targets};
use lightningcss::traits::ToCss as _;
use lightningcss::values::url::Url;
use std::fmt::Display;
use std::path::{Component, Path, PathBuf};

/// No browsers: nothing is rewritten for old ones or given prefixes. Media queries keep `min-width`, since `width >=`
/// would be newer than what is written.
const TARGETS: Targets = Targets {
    browsers: None,
    include: Features::MediaRangeSyntax,
    exclude: Features::empty(),
};

/// Bundles the style sheet `entry` with all its imports; paths are relative to `root`. `resolve` returns the
/// hashed name of a font or icon by its path.
pub(crate) fn bundle(
    root: &Path,
    entry: &Path,
    resolve: &dyn Fn(&str) -> Option<String>,
) -> Result<String, BundleError> {
    let files = FileProvider::new();
    let path = root.join(entry);
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let sheet = bundler.bundle(&path).map_err(|e| refused(root, entry, &e))?;
    let printed = sheet
        .to_css(printer(Some(DependencyOptions::default())))
        .map_err(|e| refused(root, entry, &e))?;
    let mut css = printed.code;
    for dependency in printed.dependencies.into_iter().flatten() {
        match dependency {
            Dependency::Url(of) => {
                let placeholder = format!("url(\"{}\")", of.placeholder);
                css = css.replace(&placeholder, &target(root, &of, resolve)?);
            }
            Dependency::Import(of) => {
                let css = within(root, &of.loc.file_path).into();
                return Err(BundleError::Import { css, url: of.url });
            }
        }
    }
    Ok(css)
}

fn printer(analyze_dependencies: Option<DependencyOptions>) -> PrinterOptions<'static> {
    PrinterOptions {
        minify: true,
        targets: TARGETS,
        analyze_dependencies,
        ..PrinterOptions::default()
    }
}

/// What stands in place of a `url()`: that of the hashed file, or the same if it is none of a file in the style folder.
fn target(root: &Path, of: &UrlDependency, resolve: &dyn Fn(&str) -> Option<String>) -> Result<String, BundleError> {
    let css = within(root, &of.loc.file_path);
    let missing = || BundleError::MissingAsset {
        css: css.into(),
        url: of.url.clone(),
    };
    let mut url = Url {
        url: of.url.as_str().into(),
        loc: of.loc.start,
    };
    if !of.url.is_empty() && !url.is_absolute() {
        let folder = css.parent().unwrap_or(Path::new(""));
        let path = normalise_path(folder, &of.url).ok_or_else(missing)?;
        url.url = resolve(&path).ok_or_else(missing)?.into();
    }
    url.to_css_string(printer(None)).map_err(|_| missing())
}

/// Joins a relative URL to a folder; `None` if the result is outside the style folder.
fn normalise_path(folder: &Path, url: &str) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in folder.join(url).components() {
        match part {
            Component::Normal(name) => parts.push(name.to_str()?.to_owned()),
            Component::CurDir => {}
            Component::ParentDir => {
                parts.pop()?;
            }
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(parts.join("/"))
}

fn within<'a>(root: &Path, file: &'a str) -> &'a Path {
    let file = Path::new(file);
    file.strip_prefix(root).unwrap_or(file)
}

fn refused<T: Display>(root: &Path, entry: &Path, error: &Error<T>) -> BundleError {
    let (css, message) = match &error.loc {
        Some(at) => (
            within(root, &at.filename),
            format!("{} (line {}, column {})", error.kind, at.line + 1, at.column),
        ),
        None => (entry, error.kind.to_string()),
    };
    BundleError::Style {
        css: PathBuf::from(css),
        message,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// Writes the files to a temporary folder and bundles `main.css`; the only known asset is `fonts/x.woff2`.
    fn check(name: &str, files: &[(&str, &str)]) -> Result<String, String> {
        let root = std::env::temp_dir().join(format!("css-{name}-{}", std::process::id()));
        for (path, text) in files {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let resolve = |path: &str| (path == "fonts/x.woff2").then(|| "x.00000000.woff2".into());
        let css = bundle(&root, Path::new("main.css"), &resolve).map_err(|e| e.to_string());
        fs::remove_dir_all(root).unwrap();
        css
    }

    #[track_caller]
    fn minified(from: &str, to: &str) {
        let name = format!("minified-{}", std::panic::Location::caller().line());
        assert_eq!(check(&name, &[("main.css", from)]).unwrap(), to);
    }

    #[test]
    fn newer_rules_are_not_rewritten_for_old_browsers() {
        minified(
            "a { & b { color: light-dark(#fff, #000000) } }",
            "a{& b{color:light-dark(#fff,#000)}}",
        );
        minified(
            "a :is(b, c):not(d, e) { inset-inline: 1px 2px; user-select: none }",
            "a :is(b,c):not(d,e){inset-inline:1px 2px;user-select:none}",
        );
        minified(
            "@media (min-width: 10px) and (max-width: 20px) { a { color: color-mix(in oklab, red, var(--x)) } }",
            "@media (min-width:10px) and (max-width:20px){a{color:color-mix(in oklab, red, var(--x))}}",
        );
    }

    #[test]
    fn what_is_significant_is_kept() {
        minified("a{width:calc(1px + 2em)}", "a{width:calc(1px + 2em)}");
        minified("a/* not a blank */ b{top:0}", "a b{top:0}");
        minified("a{content:\"/* ; } */  '\"}", "a{content:\"/* ; } */  '\"}");
        minified(
            "a{font:15px/20px serif;font-variant-numeric:tabular-nums}",
            "a{font:15px/20px serif;font-variant-numeric:tabular-nums}",
        );
        minified("a{top:0}b::-x-unknown{top:0}", "a{top:0}b::-x-unknown{top:0}");
        minified("a{b:url(data:x;y,/*z*/)}", "a{b:url(data:x;y,/*z*/)}");
    }

    #[test]
    fn mistakes_are_reported_with_their_place() {
        let error = check("mistake", &[("main.css", "@import 'a.css';"), ("a.css", "a{}\n b")]);
        assert_eq!(error.unwrap_err(), "a.css: Unexpected end of input (line 2, column 3)");
    }

    #[test]
    fn imports_are_inlined_in_place() {
        let css = check(
            "imports",
            &[
                (
                    "main.css",
                    "@layer a, b;\n@import \"a.css\" layer(a);\n@import url('sub/b.css');\n\
                     @import \"p.css\" print;\n@import \"q.css\" layer(b) screen and (color);\nz{top:0}",
                ),
                ("a.css", "a{top:0}"),
                ("sub/b.css", "@import './c.css'; b{top:1px}"),
                ("sub/c.css", "c{top:0}"),
                ("p.css", "p{top:0}"),
                ("q.css", "q{top:0}"),
            ],
        );
        assert_eq!(
            css.unwrap(),
            "@layer a,b;@layer a{a{top:0}}c{top:0}b{top:1px}@media print{p{top:0}}\
             @media screen and (color){@layer b{q{top:0}}}z{top:0}"
        );
    }

    #[test]
    fn urls_are_replaced_by_hashed_names() {
        let css = check(
            "urls",
            &[
                ("main.css", "@import 'type/f.css';a{b:url(#m) url(data:x,y)}"),
                (
                    "type/f.css",
                    "@font-face{src:url(\"../fonts/x.woff2\") format('woff2'),url(../fonts/x.woff2)}",
                ),
            ],
        );
        assert_eq!(
            css.unwrap(),
            "@font-face{src:url(x.00000000.woff2)format(\"woff2\"),url(x.00000000.woff2)}\
             a{b:url(#m) url(data:x,y)}"
        );
    }

    #[test]
    fn a_quoted_data_url_keeps_its_brackets() {
        let svg = "a{b:url(\"data:image/svg+xml,<svg><path d='M0 0' fill='rgb(0,0,0)'/></svg>\")}";
        assert_eq!(check("data", &[("main.css", svg)]).unwrap(), svg);
    }

    #[test]
    fn errors_name_the_file() {
        let missing = check("missing", &[("main.css", "a{b:url(no.woff2)}")]);
        assert_eq!(
            missing.unwrap_err(),
            "main.css: url(no.woff2) is not a font or icon in the style folder"
        );
        let outside = check("outside", &[("main.css", "a{b:url(../x.woff2)}")]);
        assert!(outside.unwrap_err().contains("is not a font or icon"));
        let no_file = check("no-file", &[("main.css", "@import 'no.css';")]);
        assert!(no_file.unwrap_err().starts_with("main.css: "));
    }
}
