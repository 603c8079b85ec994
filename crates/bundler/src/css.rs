//! One style sheet out of several: imports put in place, comments and blanks taken out,
//! and every `url()` pointed at the hashed file.
//!
//! The order is that of the `@import` lines of the first file, written before all other
//! rules as CSS demands it. `layer(name)` and a media query after the name are kept.

use crate::error::{BundleError, read_text};
use std::path::{Component, Path, PathBuf};

/// Reads `entry` below `root`, with all that it imports. `resolve` knows the hashed name of a
/// font or icon by its path below `root`.
pub(crate) fn bundle(
    root: &Path,
    entry: &Path,
    resolve: &dyn Fn(&str) -> Option<String>,
) -> Result<String, BundleError> {
    let mut out = String::new();
    inline(root, entry, resolve, &mut Vec::new(), &mut out)?;
    Ok(out)
}

fn inline(
    root: &Path,
    file: &Path,
    resolve: &dyn Fn(&str) -> Option<String>,
    open: &mut Vec<PathBuf>,
    out: &mut String,
) -> Result<(), BundleError> {
    let text = read_text(&root.join(file))?;
    let folder = file.parent().unwrap_or(Path::new(""));
    let missing = |url: &str| BundleError::MissingAsset {
        css: file.into(),
        url: url.into(),
    };
    let mut rest = minify(&text, file)?;
    open.push(file.into());
    rest = rewrite_urls(&rest, &|url| {
        let path = below(folder, url).ok_or_else(|| missing(url))?;
        resolve(&path).ok_or_else(|| missing(url))
    })?;
    while let Some((before, rule, after)) = next_import(&rest) {
        out.push_str(&before);
        let bad = || BundleError::Import {
            css: file.into(),
            rule: rule.clone(),
        };
        let (name, conditions) = import_target(&rule).ok_or_else(bad)?;
        let path = PathBuf::from(below(folder, name).ok_or_else(bad)?);
        if open.contains(&path) {
            return Err(BundleError::ImportCycle {
                css: file.into(),
                import: path,
            });
        }
        let (open_with, close_with) = wrap(conditions).ok_or_else(bad)?;
        out.push_str(&open_with);
        inline(root, &path, resolve, open, out)?;
        out.push_str(close_with);
        rest = after;
    }
    out.push_str(&rest);
    open.pop();
    Ok(())
}

/// The first `@import` of minified CSS: what stands before it, its text, what stands after it.
///
/// CSS allows only `@charset` and `@layer` statements before an import, so one that stands
/// anywhere else is none (and the browser would not follow it either).
fn next_import(css: &str) -> Option<(String, String, String)> {
    let mut at = 0;
    loop {
        let statement = &css[at..];
        let end = statement.find(';')?;
        if let Some(rule) = statement[..end].strip_prefix("@import") {
            let before = css[..at].replace("@charset \"utf-8\";", "");
            return Some((before, rule.trim().into(), statement[end + 1..].into()));
        }
        let allowed = ["@layer", "@charset"].iter().any(|word| statement.starts_with(word));
        if !allowed || statement[..end].contains('{') {
            return None;
        }
        at += end + 1;
    }
}

/// `"a.css" layer(base) print` → (`a.css`, `layer(base) print`).
fn import_target(rule: &str) -> Option<(&str, &str)> {
    let (quoted, close) = match rule.strip_prefix("url(") {
        Some(inside) => (inside, ")"),
        None => (rule, ""),
    };
    let quote = quoted.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (name, after) = quoted[1..].split_once(quote)?;
    let conditions = after.strip_prefix(close)?;
    Some((name, conditions.trim()))
}

/// The braces that stand for the conditions of an import.
fn wrap(conditions: &str) -> Option<(String, &'static str)> {
    if conditions.is_empty() {
        return Some((String::new(), ""));
    }
    if conditions.starts_with("supports(") || conditions == "layer" {
        return None;
    }
    let Some(layered) = conditions.strip_prefix("layer(") else {
        return Some((format!("@media {conditions}{{"), "}"));
    };
    let (layer, media) = layered.split_once(')')?;
    match media.trim() {
        "" => Some((format!("@layer {layer}{{"), "}")),
        media => Some((format!("@media {media}{{@layer {layer}{{"), "}}")),
    }
}

/// Joins a relative URL to a folder; `None` where it leaves the style folder.
fn below(folder: &Path, url: &str) -> Option<String> {
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

/// Puts hashed names into `url(…)`. Data, fragments and absolute addresses stay as they are,
/// and so does the `url()` of an import, which is dealt with apart.
fn rewrite_urls(css: &str, hashed: &dyn Fn(&str) -> Result<String, BundleError>) -> Result<String, BundleError> {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find("url(") {
        let (before, from) = rest.split_at(at + 4);
        let end = from.find(')').unwrap_or(from.len());
        let (inside, after) = from.split_at(end);
        let url = inside.trim().trim_matches(['"', '\'']);
        out.push_str(before);
        let relative =
            !(url.is_empty() || url.starts_with(['#', '/']) || url.starts_with("data:") || url.contains("://"));
        if relative && !before.trim_end_matches("url(").ends_with("@import ") {
            out.push_str(&hashed(url)?);
            rest = after;
        } else if url.starts_with("data:") && inside.starts_with(['"', '\'']) {
            // A quoted data URL may hold brackets of its own: up to the closing quote.
            let close = from[1..].find(&inside[..1]).map_or(end, |i| i + 2);
            out.push_str(&from[..close]);
            rest = &from[close..];
        } else {
            out.push_str(inside);
            rest = after;
        }
    }
    out.push_str(rest);
    Ok(out)
}

/// Takes out comments and blanks that mean nothing; strings and unquoted URLs stay as written.
fn minify(css: &str, file: &Path) -> Result<String, BundleError> {
    let unclosed = |what| BundleError::Unclosed { css: file.into(), what };
    let mut out = String::with_capacity(css.len());
    let mut rest = css.trim_start_matches('\u{feff}');
    let mut blank = false;
    while let Some(c) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            let end = comment.find("*/").ok_or_else(|| unclosed("comment"))?;
            rest = &comment[end + 2..];
            blank = true;
            continue;
        }
        if c.is_ascii_whitespace() {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace());
            blank = true;
            continue;
        }
        let tight_after = out.ends_with(['{', '}', ';', ',', ':']) || out.is_empty();
        let tight_before = matches!(c, '{' | '}' | ';' | ',');
        if blank && !tight_after && !tight_before {
            out.push(' ');
        }
        blank = false;
        let whole = if matches!(c, '"' | '\'') {
            string_length(rest).ok_or_else(|| unclosed("string"))?
        } else if rest.starts_with("url(") && !rest[4..].trim_start().starts_with(['"', '\'']) {
            rest.find(')').ok_or_else(|| unclosed("url()"))? + 1
        } else {
            c.len_utf8()
        };
        if c == '}' && out.ends_with(';') {
            out.pop();
        }
        out.push_str(&rest[..whole]);
        rest = &rest[whole..];
    }
    Ok(out)
}

/// Length in bytes of the quoted string at the start, with both quotes.
fn string_length(text: &str) -> Option<usize> {
    let quote = text.chars().next()?;
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// Lays files out in a folder of its own and bundles `main.css`; fonts are known as `x.woff2`.
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
        assert_eq!(minify(from, Path::new("x.css")).unwrap(), to);
    }

    #[test]
    fn blanks_that_mean_something_stay() {
        minified("a :hover , b > c { top : 1px ; }", "a :hover,b > c{top :1px}");
        minified("a{width:calc(1px + 2px)}", "a{width:calc(1px + 2px)}");
        minified(
            "@media (min-width: 10px) and (x) {}",
            "@media (min-width:10px) and (x){}",
        );
        minified("a/* not a blank? it is */b{}", "a b{}");
        minified("a{content:\"/* ; } */  '\"}", "a{content:\"/* ; } */  '\"}");
        minified("a{content:'it\\'s  ; '}", "a{content:'it\\'s  ; '}");
        minified("a{b:url(data:x;y,/*z*/)}", "a{b:url(data:x;y,/*z*/)}");
        minified("\u{feff}a{}\n\n\nb{}", "a{}b{}");
    }

    #[test]
    fn what_is_not_closed_is_named() {
        let wrong = |css| minify(css, Path::new("x.css")).unwrap_err().to_string();
        assert_eq!(wrong("a{} /* b"), "x.css: a comment is never closed");
        assert_eq!(wrong("a{b:\"c}"), "x.css: a string is never closed");
    }

    #[test]
    fn imports_stand_where_their_lines_stood() {
        let css = check(
            "imports",
            &[
                (
                    "main.css",
                    "@layer a, b;\n@import \"a.css\" layer(a);\n@import url('sub/b.css');\n\
                     @import \"p.css\" print;\n@import \"q.css\" layer(b) screen and (x);\nz{}",
                ),
                ("a.css", "a{}"),
                ("sub/b.css", "@import './c.css'; b{}"),
                ("sub/c.css", "c{}"),
                ("p.css", "p{}"),
                ("q.css", "q{}"),
            ],
        );
        assert_eq!(
            css.unwrap(),
            "@layer a,b;@layer a{a{}}c{}b{}@media print{p{}}@media screen and (x){@layer b{q{}}}z{}"
        );
    }

    #[test]
    fn urls_get_their_hashed_names() {
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
            "@font-face{src:url(x.00000000.woff2) format('woff2'),url(x.00000000.woff2)}\
             a{b:url(#m) url(data:x,y)}"
        );
    }

    #[test]
    fn a_quoted_data_url_keeps_its_brackets() {
        let svg = "a{b:url(\"data:image/svg+xml,<svg><path d='M0 0' fill='rgb(0,0,0)'/></svg>\")}";
        assert_eq!(check("data", &[("main.css", svg)]).unwrap(), svg);
    }

    #[test]
    fn mistakes_name_the_file() {
        let missing = check("missing", &[("main.css", "a{b:url(no.woff2)}")]);
        assert_eq!(
            missing.unwrap_err(),
            "main.css: url(no.woff2) names no font or icon of the style folder"
        );
        let circle = check(
            "circle",
            &[("main.css", "@import 'a.css';"), ("a.css", "@import 'main.css';")],
        );
        assert_eq!(circle.unwrap_err(), "a.css: @import of main.css goes round in a circle");
        let outside = check("outside", &[("main.css", "@import '../../x.css';")]);
        assert!(outside.unwrap_err().contains("cannot follow"));
    }
}
