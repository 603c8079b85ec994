//! The table as a part of an HTML page. Word and mail programs drop style sheets, so every
//! style stands on its element.

use domain::data_table::{Citation, DataCell, DataColumn, DataKind, DataSource, DataTable};

use super::{
    shown,
    words::{moment, words},
};

const TABLE: &str = "border-collapse:collapse";
const CAPTION: &str = "text-align:left;padding:0 0 6pt 0";
const HEAD: &str = "border:1px solid #767676;padding:3pt 6pt;text-align:left;vertical-align:bottom;background:#f2f2f2;color:#000;font-weight:bold";
const HEAD_NUMBER: &str = "border:1px solid #767676;padding:3pt 6pt;text-align:right;vertical-align:bottom;background:#f2f2f2;color:#000;font-weight:bold";
const ROW: &str = "border:1px solid #767676;padding:3pt 6pt;text-align:left;vertical-align:top;font-weight:normal";
const TEXT: &str = "border:1px solid #767676;padding:3pt 6pt;text-align:left;vertical-align:top";
/// The last property keeps a spreadsheet in which this is pasted from reading `1.685` as a
/// number between 1 and 2.
const NUMBER: &str = "border:1px solid #767676;padding:3pt 6pt;text-align:right;vertical-align:top;white-space:nowrap;mso-number-format:'\\@'";
const NOTES: &str = "margin:6pt 0 0 0;font-size:smaller";

/// The table as a part of an HTML page that pastes well into Word: styles stand on the elements.
///
/// Caption, column and row headings, numbers as the table's language writes them; below it
/// the sources, what must be known, and the citation with its link. No class, script or
/// reference to anything that would be loaded; every text is escaped.
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
    // The first text names the row: a rank before it does not.
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
    parts.extend(table.readme.iter().map(|(heading, text)| noted(heading, text)));
    parts.extend(Some(cited(table)).filter(|part| !part.is_empty()));
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
    let text = shown(table.lang, column.kind, cell);
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

/// `Sources: title, publisher, day, address; …`
fn sources(table: &DataTable) -> String {
    let one = |source: &DataSource| {
        let day = moment(&source.published, table.lang);
        let mut parts: Vec<String> = [source.title.as_str(), &source.publisher, &day]
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(escaped)
            .collect();
        parts.extend((!source.url.is_empty()).then(|| linked(&source.url)));
        parts.join(", ")
    };
    let list: Vec<String> = table.sources.iter().map(one).collect();
    format!("<strong>{}:</strong> {}", words(table.lang).sources, list.join("; "))
}

fn noted(heading: &str, text: &str) -> String {
    if heading.is_empty() {
        return escaped(text);
    }
    format!("<strong>{}:</strong> {}", escaped(heading), escaped(text))
}

/// The citation; where its sentence names the address, that is the link.
fn cited(table: &DataTable) -> String {
    let Citation { text, url, .. } = &table.citation;
    let sentence = match text.split_once(url.as_str()) {
        _ if url.is_empty() => escaped(text),
        Some((before, after)) => format!("{}{}{}", escaped(before), linked(url), escaped(after)),
        None if text.is_empty() => linked(url),
        None => format!("{} {}", escaped(text), linked(url)),
    };
    if sentence.is_empty() {
        return sentence;
    }
    format!("<strong>{}:</strong> {sentence}", words(table.lang).citation)
}

/// An address as a link if it is one of the web; `javascript:` and the like stay text.
fn linked(url: &str) -> String {
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

/// Text for content and attributes. Characters that HTML does not have are left out.
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
