//! The page inside a frame.

use leptos::{either::Either, prelude::*, reactive::owner::Owner};
use messages::{Msg, common as m, embed as w, fill};

use domain::{
    chart::{ChartBody, ChartModel},
    data_table::{DataCell, DataKind, DataTable},
    number,
};

use super::height::{NARROW, SizeOf, look};
use crate::{
    components::html_document::{HtmlDocument, PageFiles},
    context::{PageContext, page_context},
    export::{Export, ImageOptions, Shape, make::Wrong},
    query::BadParameter,
    response,
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
    document(cx, || view! { <EmbedPage export theme size/> }.into_any())
}

/// A small page that says what is wrong.
pub(super) fn problem(cx: &PageContext, wrong: &Wrong) -> String {
    document(cx, || view! { <EmbedProblem wrong/> }.into_any())
}

fn document(cx: &PageContext, view: impl FnOnce() -> AnyView) -> String {
    Owner::new_root(None).with(|| {
        cx.provide();
        response::document(view())
    })
}

#[component]
fn EmbedPage<'a>(export: &'a Export, theme: Theme, size: &'a SizeOf<'a>) -> AnyView {
    let cx = &*page_context();
    let page = format!("{}{}", cx.backend().origin(), export.page);
    let canonical = page.split('#').next().unwrap_or_default().to_owned();
    let head = view! { <link rel="canonical" href=canonical/> }.into_any();
    let shown = match &export.table {
        Some(table) => view! { <EmbedTable export table/> }.into_any(),
        None => view! { <h1 class="vh">{export.title.clone()}</h1><EmbedChart export theme size/> }.into_any(),
    };
    let notes = super::foot::notes(export);
    let notes = (!notes.is_empty()).then(|| {
        let notes = notes.into_iter().map(|note| view! { <p>{note.to_owned()}</p> });
        view! { <div class="small">{notes.collect_view()}</div> }
    });
    let body = view! {
        {shown}
        {notes}
        <p class="small">{super::foot::said(export)}" "<NewTabLink href=page text=w::OPEN/></p>
    }
    .into_any();
    view! { <EmbedDocument title=&export.title theme head=Some(head)>{body}</EmbedDocument> }.into_any()
}

#[component]
fn EmbedProblem<'a>(wrong: &'a Wrong) -> AnyView {
    let cx = &*page_context();
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
    let home = format!("{}/{}", cx.backend().origin(), lang.code());
    let body = view! {
        <h1>{w::WRONG.get(lang)}</h1>
        {lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
        <p>{w::FIX.get(lang)}" "<NewTabLink href=home text=w::HOME/></p>
    }
    .into_any();
    view! { <EmbedDocument title=w::WRONG.get(lang) theme=Theme::System>{body}</EmbedDocument> }.into_any()
}

/// A page in a frame: it loads its own small stylesheet and script.
#[component]
fn EmbedDocument<'a>(
    title: &'a str,
    theme: Theme,
    #[prop(optional_no_strip)] head: Option<AnyView>,
    children: Children,
) -> AnyView {
    let cx = &*page_context();
    let assets = cx.backend().assets();
    let files = PageFiles {
        stylesheet: &assets.embed_stylesheet,
        script: &assets.embed_script,
        ..PageFiles::default()
    };
    view! {
        <HtmlDocument lang=cx.lang() title indexed=false files theme=theme.word() head>
            <main>{children()}</main>
        </HtmlDocument>
    }
    .into_any()
}

/// A link out of the frame.
#[component]
fn NewTabLink(href: String, text: Msg) -> impl IntoView + use<> {
    let lang = page_context().lang();
    view! { <a href=href target="_blank" rel="noopener">{text.get(lang)}<span class="vh">" "{w::NEW_TAB.get(lang)}</span></a> }
}

/// The pictures, of which the browser loads one, and the figures.
#[component]
fn EmbedChart<'a>(export: &'a Export, theme: Theme, size: &'a SizeOf<'a>) -> Option<AnyView> {
    let model = export.model.as_ref()?;
    let table = model.table();
    // Bars have their rank in front.
    let name = usize::from(matches!(model.body, ChartBody::Bars(_)));
    let grid = Grid {
        caption: format!("{} – {}", model.title, model.subtitle),
        numbers: (0..table.head.len()).map(|at| at != name).collect(),
        head: table.head,
        rows: table.rows,
        name,
    };
    let view = view! {
        <EmbedPicture export model theme size/>
        <details><summary>{w::FIGURES.get(export.lang)}</summary><EmbedGrid title=&export.title grid=&grid/></details>
    };
    Some(view.into_any())
}

#[component]
fn EmbedPicture<'a>(
    export: &'a Export,
    model: &'a ChartModel,
    theme: Theme,
    size: &'a SizeOf<'a>,
) -> impl IntoView + use<> {
    let picture = |shape, dark| {
        let look = ImageOptions {
            dark,
            ..look(export, shape)
        };
        export.address("/charts", ".svg", export.frozen, &look)
    };
    // Light and dark are of one size.
    let [phone, wide] = [Shape::Phone, Shape::Auto].map(|shape| size(model, &look(export, shape)));
    let narrow = format!("(max-width:{NARROW}px)");
    let dark = "(prefers-color-scheme:dark)";
    let sources = if theme == Theme::System {
        vec![
            (Shape::Phone, true, format!("{narrow} and {dark}"), phone),
            (Shape::Phone, false, narrow, phone),
            (Shape::Auto, true, dark.to_owned(), wide),
        ]
    } else {
        vec![(Shape::Phone, theme == Theme::Dark, narrow, phone)]
    };
    let sources = sources.into_iter().filter_map(|(shape, dark, media, size)| {
        let (width, height) = size?;
        let address = picture(shape, dark);
        Some(view! { <source media=media srcset=address width=width.to_string() height=height.to_string()/> })
    });
    let (width, height) = wide
        .map(|(width, height)| (width.to_string(), height.to_string()))
        .unzip();
    let title = export.title.trim_end_matches('.');
    let alt = format!("{title}. {}", model.description);
    view! {
        <picture>
            {sources.collect_view()}
            <img src=picture(Shape::Auto, theme == Theme::Dark) width=width height=height alt=alt/>
        </picture>
    }
}

#[component]
fn EmbedTable<'a>(export: &'a Export, table: &'a DataTable) -> impl IntoView + use<> {
    let kept: Vec<usize> = (0..table.columns.len()).filter(|at| is_shown(table, *at)).collect();
    let row = |cells: &Vec<DataCell>| kept.iter().map(|at| cell(table, *at, &cells[*at])).collect();
    let is_name = |at: &usize| matches!(table.columns[*at].key, "province" | "component");
    let grid = Grid {
        caption: format!("{} – {}", table.title, table.subtitle),
        head: kept.iter().map(|at| table.columns[*at].label.clone()).collect(),
        rows: table.rows.iter().map(row).collect(),
        name: kept.iter().position(is_name).unwrap_or_default(),
        numbers: kept
            .iter()
            .map(|at| table.columns[*at].kind != DataKind::Text)
            .collect(),
    };
    let sources = (!export.sources.is_empty()).then(|| {
        let lines = export.sources.iter().map(|line| view! { <li>{line.text()}</li> });
        view! { <details><summary>{w::SOURCES.get(export.lang)}</summary><ul>{lines.collect_view()}</ul></details> }
    });
    view! {
        <div class=(!export.look.title).then_some("vh")><h1>{table.title.clone()}</h1><p>{table.subtitle.clone()}</p></div>
        <EmbedGrid title=&export.title grid=&grid/>
        {sources}
    }
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

/// A table whose cells are finished texts.
struct Grid {
    caption: String,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    /// The column that names the rows.
    name: usize,
    /// Which columns are aligned as numbers.
    numbers: Vec<bool>,
}

/// A table in a box that scrolls: however long, the frame stays of a size that fits a page.
#[component]
fn EmbedGrid<'a>(title: &'a str, grid: &'a Grid) -> impl IntoView + use<> {
    let label = fill!(w::FIGURES_OF, page_context().lang(), title = title);
    let class = |at: usize| grid.numbers.get(at).copied().unwrap_or_default().then_some("n");
    let head = grid.head.iter().enumerate();
    let head = head.map(|(at, text)| view! { <th scope="col" class=class(at)>{text.clone()}</th> });
    let rows = grid.rows.iter().map(|row| {
        let cells = row.iter().enumerate().map(|(at, text)| {
            let text = text.clone();
            if at == grid.name {
                Either::Left(view! { <th scope="row" class=class(at)>{text}</th> })
            } else {
                Either::Right(view! { <td class=class(at)>{text}</td> })
            }
        });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table>
                <caption class="vh">{grid.caption.clone()}</caption>
                <thead><tr>{head.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
}
