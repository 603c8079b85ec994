//! Citations for reference managers.

use std::borrow::Cow;
use std::fmt::Write as _;

use domain::{Lang, data_table::Citation};
use serde_json::{Map, Value, json};

use messages::data_files as w;

/// Returns the citation for BibTeX.
///
/// Author and title are in double braces: the author is an organisation, not a person with a first name, and styles
/// must not change the capitals of the title.
#[must_use]
pub fn bibtex(citation: &Citation) -> String {
    let published = citation.published;
    let lang = language(&citation.url).unwrap_or(Lang::En);
    let note = format!(
        "{} {}, {}",
        w::EDITION.get(lang),
        citation.edition,
        published.format(lang)
    );
    let fields = [
        ("author", format!("{{{{{}}}}}", tex(&citation.author))),
        ("title", format!("{{{{{}}}}}", tex(&citation.title))),
        ("year", format!("{{{}}}", published.year())),
        ("month", month(published.month()).to_owned()),
        ("howpublished", format!("{{{}}}", tex(&citation.publisher))),
        ("note", format!("{{{}}}", tex(&note))),
        ("url", format!("{{{}}}", address(&citation.url))),
    ];
    let mut out = format!("@misc{{{}", key(&citation.key));
    for (name, value) in fields
        .iter()
        .filter(|(_, value)| !matches!(value.as_str(), "{}" | "{{}}"))
    {
        let _ = write!(out, ",\n  {name:<12} = {value}");
    }
    out.push_str("\n}\n");
    out
}

/// Returns the citation as CSL-JSON, which Zotero and add-ins for Word import.
#[must_use]
pub fn csl_json(citation: &Citation) -> String {
    let published = citation.published;
    let mut item = Map::new();
    for (name, text) in [
        ("type", "dataset"),
        ("id", &citation.key),
        ("title", &citation.title),
        ("publisher", &citation.publisher),
        ("URL", &citation.url),
        ("language", language(&citation.url).map_or("", Lang::code)),
    ] {
        if !text.is_empty() {
            item.insert(name.to_owned(), text.into());
        }
    }
    if !citation.author.is_empty() {
        item.insert("author".to_owned(), json!([{ "literal": citation.author }]));
    }
    let day = json!([[published.year(), published.month(), published.day()]]);
    item.insert("issued".to_owned(), json!({ "date-parts": day }));
    item.insert("version".to_owned(), citation.edition.to_string().into());
    Value::Array(vec![Value::Object(item)]).to_string()
}

/// Returns the language of a citation, which the address names in its path or query.
fn language(url: &str) -> Option<Lang> {
    url.split(['/', '?', '&', '#'])
        .find_map(|part| Lang::from_code(part.strip_prefix("lang=").unwrap_or(part)))
}

/// Returns the macro of a month, which BibTeX styles expand in their own language.
const fn month(month: u8) -> &'static str {
    match month {
        1 => "jan",
        2 => "feb",
        3 => "mar",
        4 => "apr",
        5 => "may",
        6 => "jun",
        7 => "jul",
        8 => "aug",
        9 => "sep",
        10 => "oct",
        11 => "nov",
        _ => "dec",
    }
}

/// Returns a key without the characters that would terminate it.
fn key(key: &str) -> String {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
    key.chars().map(|c| if allowed(c) { c } else { '-' }).collect()
}

/// Escapes TeX commands. Braces are written as commands, because BibTeX counts them even after a backslash.
fn tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '#' | '_' | '$' => {
                out.push('\\');
                out.push(c);
            }
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Returns the address unchanged where possible, as styles print this field verbatim. Only characters that would end
/// the field or start a command are percent-encoded.
fn address(url: &str) -> Cow<'_, str> {
    let is_unsafe = |c: char| matches!(c, '{' | '}' | '\\') || c.is_control() || c.is_whitespace();
    if !url.contains(is_unsafe) {
        return Cow::Borrowed(url);
    }
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        if is_unsafe(c) {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tex_commands_are_escaped() {
        for (text, written) in [
            ("R&D 5% #1 a_b $", "R\\&D 5\\% \\#1 a\\_b \\$"),
            (
                "{~^\\}",
                "\\textbraceleft{}\\textasciitilde{}\\textasciicircum{}\\textbackslash{}\\textbraceright{}",
            ),
            ("Đắk Lắk\nẴ", "Đắk Lắk Ẵ"),
        ] {
            assert_eq!(tex(text), written);
        }
        assert_eq!(address("https://x.vn/a_b?c=%20&d#e"), "https://x.vn/a_b?c=%20&d#e");
        assert_eq!(address("https://x.vn/{ }"), "https://x.vn/%7B%20%7D");
        assert_eq!(key("a b,c}"), "a-b-c-");
    }

    #[test]
    fn the_address_names_the_language() {
        for (url, lang) in [
            ("https://x.vn/vi/rankings/pci/2016?edition=3", Some(Lang::Vi)),
            ("https://x.vn/charts/a.svg?lang=en&edition=3", Some(Lang::En)),
            ("https://vi.x.vn/charts/envi", None),
            ("", None),
        ] {
            assert_eq!(language(url), lang, "{url}");
        }
    }

    proptest! {
        #[test]
        fn braces_are_always_closed(text in any::<String>()) {
            let written = tex(&text);
            let mut open = 0;
            for c in written.chars() {
                match c {
                    '{' => open += 1,
                    '}' => open -= 1,
                    _ => {}
                }
                prop_assert!(open >= 0);
            }
            prop_assert_eq!(open, 0);
        }
    }
}
