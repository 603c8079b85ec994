//! The page inside a frame.

use messages::{common as m, embed as w, fill};
use std::fmt::Write as _;

use domain::{
    Lang,
    chart::ChartBody,
    data_table::{DataCell, DataKind, DataTable},
    number,
};

use super::height::{NARROW, SizeOf, look};
use crate::{
    components::shapes::escape,
    context::PageContext,
    export::{Export, ImageOptions, Shape, make::Wrong},
    query::BadParameter,
};

/// What the reader's system decides unless the address does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Theme {
    System,
    Light,
    Dark,
}

impl Theme {
    /// Checked already: [`ImageOptions::read`] refuses other words.
    pub(super) fn read(word: Option<&str>) -> Self {
        match word {
            None => Self::System,
            Some("dark") => Self::Dark,
            Some(_) => Self::Light,
        }
    }

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::System => "",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The page of a view.
pub(super) fn page(cx: &PageContext, export: &Export, theme: Theme, size: &SizeOf<'_>) -> String {
    let mut head = String::new();
    let page = format!("{}{}", cx.backend().origin(), export.page);
    let canonical = page.split('#').next().unwrap_or_default();
    put(
        &mut head,
        format_args!(r#"<link rel="canonical" href="{}">"#, escape(canonical)),
    );
    let title = escape(&export.title);
    let mut main = match &export.table {
        Some(table) => of_table(export, table),
        None => format!(r#"<h1 class="vh">{title}</h1>{}"#, of_chart(export, theme, size)),
    };
    let notes = super::foot::notes(export);
    if !notes.is_empty() {
        main.push_str(r#"<div class="small">"#);
        for note in notes {
            put(&mut main, format_args!("<p>{}</p>", escape(note)));
        }
        main.push_str("</div>");
    }
    let lang = export.lang;
    put(
        &mut main,
        format_args!(
            r#"<p class="small">{} <a href="{}" target="_blank" rel="noopener">{}<span class="vh"> {}</span></a></p>"#,
            escape(&super::foot::said(export)),
            escape(&page),
            w::OPEN.get(lang),
            w::NEW_TAB.get(lang),
        ),
    );
    let title = format!("{} – {}", export.title, m::SITE.get(lang));
    document(cx, lang, theme, (&title, &head), &main)
}

/// A small page that says what is wrong.
pub(super) fn problem(cx: &PageContext, wrong: &Wrong) -> String {
    let lang = cx.lang();
    let of_parameter = |bad: &BadParameter| {
        fill!(
            m::BAD_PARAMETER,
            lang,
            name = bad.name,
            found = &bad.found,
            expected = &bad.expected
        )
    };
    let lines: Vec<String> = match wrong {
        Wrong::Bad(bad) => bad.iter().map(of_parameter).collect(),
        Wrong::Missing(text) => vec![text.clone()],
    };
    let mut main = format!("<h1>{}</h1>", w::WRONG.get(lang));
    for line in lines {
        put(&mut main, format_args!("<p>{}</p>", escape(&line)));
    }
    let home = format!("{}/{}", cx.backend().origin(), lang.code());
    put(
        &mut main,
        format_args!(
            r#"<p>{} <a href="{}" target="_blank" rel="noopener">{}<span class="vh"> {}</span></a></p>"#,
            w::FIX.get(lang),
            escape(&home),
            w::HOME.get(lang),
            w::NEW_TAB.get(lang),
        ),
    );
    let title = format!("{} – {}", w::WRONG.get(lang), m::SITE.get(lang));
    document(cx, lang, Theme::System, (&title, ""), &main)
}

fn document(cx: &PageContext, lang: Lang, theme: Theme, (title, head): (&str, &str), main: &str) -> String {
    let assets = cx.backend().assets();
    let schemes = if theme == Theme::System {
        "light dark"
    } else {
        theme.word()
    };
    let mut html = format!(r#"<!doctype html><html lang="{}""#, lang.code());
    if theme != Theme::System {
        put(&mut html, format_args!(r#" data-theme="{}""#, theme.word()));
    }
    put(
        &mut html,
        format_args!(
            concat!(
                r#"><head><meta charset="utf-8"><title>{}</title>"#,
                r#"<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">"#,
                r#"<meta name="color-scheme" content="{}">{}"#,
            ),
            escape(title),
            schemes,
            head,
        ),
    );
    if !assets.embed_stylesheet.is_empty() {
        let href = escape(&assets.embed_stylesheet);
        put(&mut html, format_args!(r#"<link rel="stylesheet" href="{href}">"#));
    }
    if !assets.embed_script.is_empty() {
        let src = escape(&assets.embed_script);
        put(&mut html, format_args!(r#"<script src="{src}" defer></script>"#));
    }
    put(
        &mut html,
        format_args!("</head><body><main>{main}</main></body></html>"),
    );
    html
}

/// The pictures, of which the browser loads one, and the figures.
fn of_chart(export: &Export, theme: Theme, size: &SizeOf<'_>) -> String {
    let Some(model) = &export.model else {
        return String::new();
    };
    let mut html = String::from("<picture>");
    let picture = |shape, dark| {
        let look = ImageOptions {
            dark,
            ..look(export, shape)
        };
        escape(&export.address("/charts", ".svg", export.frozen, &look))
    };
    // Light and dark are of one size.
    let sizes = |shape| {
        let (width, height) = size(model, &look(export, shape))?;
        Some(format!(r#"width="{width}" height="{height}""#))
    };
    let (phone, wide) = (sizes(Shape::Phone), sizes(Shape::Auto));
    let narrow = format!("(max-width:{NARROW}px)");
    let dark = "(prefers-color-scheme:dark)";
    let mut source = |shape, is_dark, media: &str, sizes: &Option<String>| {
        if let Some(sizes) = sizes {
            let address = picture(shape, is_dark);
            put(
                &mut html,
                format_args!(r#"<source media="{media}" srcset="{address}" {sizes}>"#),
            );
        }
    };
    if theme == Theme::System {
        source(Shape::Phone, true, &format!("{narrow} and {dark}"), &phone);
        source(Shape::Phone, false, &narrow, &phone);
        source(Shape::Auto, true, dark, &wide);
    } else {
        source(Shape::Phone, theme == Theme::Dark, &narrow, &phone);
    }
    let title = export.title.trim_end_matches('.');
    let text = escape(&format!("{title}. {}", model.description));
    let address = picture(Shape::Auto, theme == Theme::Dark);
    put(
        &mut html,
        format_args!(r#"<img src="{address}" {} alt="{text}">"#, wide.unwrap_or_default()),
    );
    let table = model.table();
    let caption = format!("{} – {}", model.title, model.subtitle);
    // Bars have their rank in front.
    let name = usize::from(matches!(model.body, ChartBody::Bars(_)));
    let numbers = |at: usize| at != name;
    put(
        &mut html,
        format_args!(
            "</picture><details><summary>{}</summary>{}</details>",
            w::FIGURES.get(export.lang),
            grid(export, &caption, (&table.head, &table.rows), (name, &numbers)),
        ),
    );
    html
}

fn of_table(export: &Export, table: &DataTable) -> String {
    let kept: Vec<usize> = (0..table.columns.len()).filter(|at| is_shown(table, *at)).collect();
    let head: Vec<String> = kept.iter().map(|at| table.columns[*at].label.clone()).collect();
    let row = |cells: &Vec<DataCell>| kept.iter().map(|at| cell(table, *at, &cells[*at])).collect();
    let rows: Vec<Vec<String>> = table.rows.iter().map(row).collect();
    let numbers = |at: usize| table.columns[kept[at]].kind != DataKind::Text;
    let class = if export.look.title { "" } else { r#" class="vh""# };
    let mut html = format!(
        "<div{class}><h1>{}</h1><p>{}</p></div>",
        escape(&table.title),
        escape(&table.subtitle)
    );
    let caption = format!("{} – {}", table.title, table.subtitle);
    let is_name = |at: &usize| matches!(table.columns[*at].key, "province" | "component");
    let name = kept.iter().position(is_name).unwrap_or_default();
    html.push_str(&grid(export, &caption, (&head, &rows), (name, &numbers)));
    if !export.sources.is_empty() {
        put(
            &mut html,
            format_args!("<details><summary>{}</summary><ul>", w::SOURCES.get(export.lang)),
        );
        for line in &export.sources {
            put(&mut html, format_args!("<li>{}</li>", escape(line)));
        }
        html.push_str("</ul></details>");
    }
    html
}

/// Columns without any value say nothing; where each figure was published is listed below.
fn is_shown(table: &DataTable, at: usize) -> bool {
    table.columns[at].key != "sources" && table.rows.iter().any(|row| row[at] != DataCell::Empty)
}

fn cell(table: &DataTable, at: usize, cell: &DataCell) -> String {
    let column = &table.columns[at];
    let signed = column.key.starts_with("change_");
    match (cell, column.kind) {
        (DataCell::Empty, _) => "–".to_owned(),
        (DataCell::Text(text), _) => text.clone(),
        (DataCell::Number(value), DataKind::Number(decimals)) if signed => {
            number::format_signed(table.lang, *value, decimals)
        }
        (DataCell::Number(value), DataKind::Number(decimals)) => number::format(table.lang, *value, decimals),
        (DataCell::Number(value), _) => number::format(table.lang, *value, 0),
        // Places moved, a small number; the others are years and ranks, which are not grouped.
        (DataCell::Whole(value), _) if signed => i32::try_from(*value).map_or_else(
            |_| value.to_string(),
            |value| number::format_signed(table.lang, f64::from(value), 0),
        ),
        (DataCell::Whole(value), _) => value.to_string(),
    }
}

/// A table in a box that scrolls: however long, the frame stays of a size that fits a page. One column
/// names the rows.
fn grid(
    export: &Export,
    caption: &str,
    (head, rows): (&[String], &[Vec<String>]),
    (name, numbers): (usize, &dyn Fn(usize) -> bool),
) -> String {
    let label = fill!(w::FIGURES_OF, export.lang, title = &export.title);
    let mut html = format!(
        concat!(
            r#"<div class="scroll" tabindex="0" role="region" aria-label="{}">"#,
            r#"<table><caption class="vh">{}</caption><thead><tr>"#
        ),
        escape(&label),
        escape(caption)
    );
    let class = |at| if numbers(at) { " class=n" } else { "" };
    for (at, text) in head.iter().enumerate() {
        put(&mut html, format_args!("<th scope=col{}>{}", class(at), escape(text)));
    }
    html.push_str("<tbody>");
    for row in rows {
        html.push_str("<tr>");
        for (at, text) in row.iter().enumerate() {
            let cell = if at == name { "th scope=row" } else { "td" };
            put(&mut html, format_args!("<{cell}{}>{}", class(at), escape(text)));
        }
    }
    html.push_str("</table></div>");
    html
}

fn put(html: &mut String, text: std::fmt::Arguments<'_>) {
    let written = html.write_fmt(text);
    debug_assert!(written.is_ok(), "a string takes every text");
}
