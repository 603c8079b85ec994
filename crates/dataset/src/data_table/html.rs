//! The table as an HTML fragment. Word processors and mail programs drop style sheets, so all styles are inline.

use domain::data_table::{Citation, DataCell, DataColumn, DataKind, DataSource, DataTable};
use messages::data_files as w;

use super::{date::format_date, display_text};

const TABLE: &str = "border-collapse:collapse";
const CAPTION: &str = "text-align:left;padding:0 0 6pt 0";
const HEAD: &str = "border:1px solid #767676;padding:3pt 6pt;text-align:left;vertical-align:bottom;background:#f2f2f2;color:#000;font-weight:bold";
const HEAD_NUMBER: &str = "border:1px solid #767676;padding:3pt 6pt;text-align:right;vertical-align:bottom;background:#f2f2f2;color:#000;font-weight:bold";
const ROW: &str = "border:1px solid #767676;padding:3pt 6pt;text-align:left;vertical-align:top;font-weight:normal";
const TEXT: &str = "border:1px solid #767676;padding:3pt 6pt;text-align:left;vertical-align:top";
/// The last property prevents a spreadsheet into which this is pasted from reading `1.685` as a number between 1 and
/// 2.
const NUMBER: &str = "border:1px solid #767676;padding:3pt 6pt;text-align:right;vertical-align:top;white-space:nowrap;mso-number-format:'\\@'";
const NOTES: &str = "margin:6pt 0 0 0;font-size:smaller";

/// Returns the table as an HTML fragment that pastes well into Word: styles are inline.
///
/// It has a caption, column and row headings, and numbers in the format of the table's language; below it are the
/// sources, the notes, and the citation with its link. It has no class, script or reference to external resources;
/// every text is escaped.
#[must_use]
pub fn html_fragment(table: &DataTable) -> String {
    let mut out = String::with_capacity(1024 + table.rows.len() * table.columns.len() * 160);
    let lang = table.lang.code();
    out.push_str(&format!(r#"<table lang="{lang}" style="{TABLE}">"#));
    caption(table, &mut out);
    out.push_str("<thead><tr>");
    for column in &table.columns {
        let style = if column.kind == DataKind::Text {
            HEAD
        } else {
            HEAD_NUMBER
        };
        element("th", Some("col"), style, &column.label, &mut out);
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    // The first text column names the row; a rank before it does not.
    let name = table.columns.iter().position(|column| column.kind == DataKind::Text);
    for cells in &table.rows {
        out.push_str("<tr>");
        for (index, (column, cell)) in table.columns.iter().zip(cells).enumerate() {
            body_cell(table, column, cell, index == name.unwrap_or(0), &mut out);
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table>\n");
    out.push_str(&format!(r#"<p lang="{lang}" style="{NOTES}">"#));
    let mut parts: Vec<String> = Vec::new();
    parts.extend((!table.sources.is_empty()).then(|| sources(table)));
    parts.extend(table.readme.iter().map(|(heading, text)| note(heading, &text.text)));
    parts.extend(Some(citation(table)).filter(|part| !part.is_empty()));
    out.push_str(&parts.join("<br>\n"));
    out.push_str("</p>\n");
    out
}

fn caption(table: &DataTable, out: &mut String) {
    out.push_str(&format!(r#"<caption style="{CAPTION}"><strong>"#));
    escape(&table.title, out);
    out.push_str("</strong>");
    if !table.subtitle.is_empty() {
        out.push_str("<br>");
        escape(&table.subtitle, out);
    }
    out.push_str("</caption>\n");
}

fn body_cell(table: &DataTable, column: &DataColumn, cell: &DataCell, heads_row: bool, out: &mut String) {
    let text = display_text(table.lang, column.kind, cell);
    if heads_row {
        element("th", Some("row"), ROW, &text, out);
    } else if column.kind == DataKind::Text {
        element("td", None, TEXT, &text, out);
    } else {
        element("td", None, NUMBER, &text, out);
    }
}

fn element(name: &str, scope: Option<&str>, style: &str, text: &str, out: &mut String) {
    out.push('<');
    out.push_str(name);
    if let Some(scope) = scope {
        out.push_str(&format!(r#" scope="{scope}""#));
    }
    out.push_str(&format!(r#" style="{style}">"#));
    escape(text, out);
    out.push_str(&format!("</{name}>"));
}

/// Returns `Sources: title, publisher, day, address; …`.
fn sources(table: &DataTable) -> String {
    let format_source = |source: &DataSource| {
        let day = format_date(&source.published, table.lang);
        let mut parts: Vec<String> = [source.title.as_str(), &source.publisher, &day]
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(escaped)
            .collect();
        parts.extend((!source.url.is_empty()).then(|| link(&source.url)));
        parts.join(", ")
    };
    let list: Vec<String> = table.sources.iter().map(format_source).collect();
    format!("<strong>{}:</strong> {}", w::SOURCES.get(table.lang), list.join("; "))
}

fn note(heading: &str, text: &str) -> String {
    if heading.is_empty() {
        return escaped(text);
    }
    format!("<strong>{}:</strong> {}", escaped(heading), escaped(text))
}

/// Returns the citation; if its text contains the address, that becomes the link.
fn citation(table: &DataTable) -> String {
    let Citation { text, url, .. } = &table.citation;
    let sentence = match text.split_once(url.as_str()) {
        _ if url.is_empty() => escaped(text),
        Some((before, after)) => format!("{}{}{}", escaped(before), link(url), escaped(after)),
        None if text.is_empty() => link(url),
        None => format!("{} {}", escaped(text), link(url)),
    };
    if sentence.is_empty() {
        return sentence;
    }
    format!("<strong>{}:</strong> {sentence}", w::CITATION.get(table.lang))
}

/// Returns an address as a link if its scheme is http or https; `javascript:` and others remain text.
fn link(url: &str) -> String {
    let text = escaped(url);
    if url.starts_with("https://") || url.starts_with("http://") {
        format!(r#"<a href="{text}">{text}</a>"#)
    } else {
        text
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(text, &mut out);
    out
}

/// Escapes text for content and attributes. Control characters, which HTML does not allow, are removed.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}
