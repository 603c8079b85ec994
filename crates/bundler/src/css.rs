//! Bundles several style sheets into one: inlines imports, strips comments and white space,
//! and points every `url()` at the hashed file.
//!
//! Imports are inlined in the order of the `@import` rules, which precede all other rules, as CSS
//! requires. `layer(name)` and a media query after the file name are preserved.

use crate::error::{BundleError, read_text};
use std::path::{Component, Path, PathBuf};

/// Bundles the style sheet `entry` with all its imports; paths are relative to `root`. `resolve` returns the
/// hashed name of a font or icon by its path.
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
    import_stack: &mut Vec<PathBuf>,
    out: &mut String,
) -> Result<(), BundleError> {
    let text = read_text(&root.join(file))?;
    let folder = file.parent().unwrap_or(Path::new(""));
    let missing = |url: &str| BundleError::MissingAsset {
        css: file.into(),
        url: url.into(),
    };
    let mut rest = minify(&text, file)?;
    import_stack.push(file.into());
    rest = rewrite_urls(&rest, &|url| {
        let path = normalise_path(folder, url).ok_or_else(|| missing(url))?;
        resolve(&path).ok_or_else(|| missing(url))
    })?;
    while let Some((before, rule, after)) = next_import(&rest) {
        out.push_str(&before);
        let unsupported = || BundleError::Import {
            css: file.into(),
            rule: rule.clone(),
        };
        let (name, conditions) = import_target(&rule).ok_or_else(unsupported)?;
        let path = PathBuf::from(normalise_path(folder, name).ok_or_else(unsupported)?);
        if import_stack.contains(&path) {
            return Err(BundleError::ImportCycle {
                css: file.into(),
                import: path,
            });
        }
        let (opening, closing) = wrap(conditions).ok_or_else(unsupported)?;
        out.push_str(&opening);
        inline(root, &path, resolve, import_stack, out)?;
        out.push_str(closing);
        rest = after;
    }
    out.push_str(&rest);
    import_stack.pop();
    Ok(())
}

/// Returns the first `@import` of minified CSS: the text before it, its rule, and the text after it.
/// `None` if there is no import.
///
/// CSS allows only `@charset` and `@layer` statements before an import, so one anywhere else
/// is ignored (as in a browser).
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

/// Splits an import rule into file name and conditions: `"a.css" layer(base) print` gives
/// (`a.css`, `layer(base) print`). `None` if the file name is not quoted.
fn import_target(rule: &str) -> Option<(&str, &str)> {
    let (quoted, close) = match rule.strip_prefix("url(") {
        Some(argument) => (argument, ")"),
        None => (rule, ""),
    };
    let quote = quoted.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (name, after) = quoted[1..].split_once(quote)?;
    let conditions = after.strip_prefix(close)?;
    Some((name, conditions.trim()))
}

/// Returns the opening and closing blocks that express the conditions of an import. `None` if they are unsupported.
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

/// Replaces the relative URLs in `url(…)` by hashed names. Data URLs, fragments and absolute URLs are unchanged,
/// and so is the `url()` of an import, which [`inline`] handles.
fn rewrite_urls(css: &str, hashed: &dyn Fn(&str) -> Result<String, BundleError>) -> Result<String, BundleError> {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find("url(") {
        let (before, from) = rest.split_at(at + 4);
        let end = from.find(')').unwrap_or(from.len());
        let (argument, after) = from.split_at(end);
        let url = argument.trim().trim_matches(['"', '\'']);
        out.push_str(before);
        let relative =
            !(url.is_empty() || url.starts_with(['#', '/']) || url.starts_with("data:") || url.contains("://"));
        if relative && !before.trim_end_matches("url(").ends_with("@import ") {
            out.push_str(&hashed(url)?);
            rest = after;
        } else if url.starts_with("data:") && argument.starts_with(['"', '\'']) {
            // A quoted data URL may contain brackets, so it ends at the closing quote.
            let close = from[1..].find(&argument[..1]).map_or(end, |i| i + 2);
            out.push_str(&from[..close]);
            rest = &from[close..];
        } else {
            out.push_str(argument);
            rest = after;
        }
    }
    out.push_str(rest);
    Ok(out)
}

/// Strips comments and insignificant white space; strings and unquoted URLs are unchanged.
fn minify(css: &str, file: &Path) -> Result<String, BundleError> {
    let unclosed = |what| BundleError::Unclosed { css: file.into(), what };
    let mut out = String::with_capacity(css.len());
    let mut rest = css.trim_start_matches('\u{feff}');
    let mut space = false;
    while let Some(c) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            let end = comment.find("*/").ok_or_else(|| unclosed("comment"))?;
            rest = &comment[end + 2..];
            space = true;
            continue;
        }
        if c.is_ascii_whitespace() {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace());
            space = true;
            continue;
        }
        let tight_after = out.ends_with(['{', '}', ';', ',', ':']) || out.is_empty();
        let tight_before = matches!(c, '{' | '}' | ';' | ',');
        if space && !tight_after && !tight_before {
            out.push(' ');
        }
        space = false;
        let length = if matches!(c, '"' | '\'') {
            string_length(rest).ok_or_else(|| unclosed("string"))?
        } else if rest.starts_with("url(") && !rest[4..].trim_start().starts_with(['"', '\'']) {
            rest.find(')').ok_or_else(|| unclosed("url()"))? + 1
        } else {
            c.len_utf8()
        };
        if c == '}' && out.ends_with(';') {
            out.pop();
        }
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    Ok(out)
}

/// Returns the length in bytes of the quoted string at the start, with both quotes. `None` if it is not closed.
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
        assert_eq!(minify(from, Path::new("x.css")).unwrap(), to);
    }

    #[test]
    fn significant_white_space_is_kept() {
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
    fn unclosed_tokens_are_reported() {
        let error_of = |css| minify(css, Path::new("x.css")).unwrap_err().to_string();
        assert_eq!(error_of("a{} /* b"), "x.css: a comment is never closed");
        assert_eq!(error_of("a{b:\"c}"), "x.css: a string is never closed");
    }

    #[test]
    fn imports_are_inlined_in_place() {
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
    fn errors_name_the_file() {
        let missing = check("missing", &[("main.css", "a{b:url(no.woff2)}")]);
        assert_eq!(
            missing.unwrap_err(),
            "main.css: url(no.woff2) is not a font or icon in the style folder"
        );
        let circle = check(
            "circle",
            &[("main.css", "@import 'a.css';"), ("a.css", "@import 'main.css';")],
        );
        assert_eq!(circle.unwrap_err(), "a.css: @import of main.css is circular");
        let outside = check("outside", &[("main.css", "@import '../../x.css';")]);
        assert!(outside.unwrap_err().contains("cannot follow"));
    }
}
