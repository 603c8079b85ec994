//! Links and code that readers copy into their own pages and reports.

use leptos::prelude::*;
use messages::{Msg, fill, share as w};

use domain::chart::ChartModel;

use super::{shapes::escape, text_area::TextArea};
use crate::{
    ChartSize,
    context::{PageContext, page_context},
    export::{self, Export, ImageOptions},
    links::with_query,
};

/// Something to copy, with what it is.
pub(crate) struct Snippet {
    pub(crate) label: Msg,
    pub(crate) text: String,
}

/// The list of snippets, each in a field that can be selected, with a button that copies it where
/// scripts run.
#[component]
pub(crate) fn Snippets(snippets: Vec<Snippet>) -> impl IntoView + use<> {
    let cx = &*page_context();
    let lang = cx.lang();
    let items = snippets.into_iter().enumerate().map(|(i, Snippet { label, text })| {
        let id = format!("copy-{i}");
        let rows = if text.len() > 160 { "3" } else { "2" };
        let words = label.get(lang);
        view! {
            <div class="snippet">
                <label for=id.clone()>{words}</label>
                <TextArea id=id.clone() text=&text rows readonly=true/>
                <button type="button" hidden data-copy=id aria-label=fill!(w::COPY_WHAT, lang, name = words)>{w::COPY.get(lang)}</button>
            </div>
        }
    });
    view! {
        <div class="snippets">{items.collect_view()}</div>
        <p id="copied" role="status" data-done=w::COPIED.get(lang) data-selected=w::SELECTED.get(lang)></p>
    }
}

/// What is said of a picture to those who do not see it.
pub(crate) fn alt(export: &Export) -> String {
    match &export.model {
        Some(model) => format!("{}. {}", export.title, model.description),
        None => export.title.clone(),
    }
}

/// Everything that can be copied of a chart or a table, with whole addresses.
pub(crate) fn all(cx: &PageContext, export: &Export) -> Vec<Snippet> {
    let origin = cx.backend().origin();
    let whole = |address: String| format!("{origin}{address}");
    let file = |ending: &str| whole(export.address("/charts", ending, export.frozen, &export.look));
    let page = whole(export.page.clone());
    let mut all = vec![(w::SNIPPET_PAGE, page.clone())];
    if export.is_chart() {
        let svg = whole(export.address("/charts", ".svg", export.frozen, &sharp(export)));
        all.extend([
            (w::SNIPPET_SVG, svg.clone()),
            (w::SNIPPET_PNG, file(".png")),
            (w::SNIPPET_HTML, picture(export, &page, &svg)),
        ]);
        all.extend(frames(cx, export));
        all.push((w::SNIPPET_MARKDOWN, markdown(export, &page, &svg)));
    } else {
        all.extend([(w::SNIPPET_TABLE, file(".html")), (w::SNIPPET_CSV, file(".csv"))]);
        all.extend(frames(cx, export));
    }
    let asked = whole(export::embed_address(export, export.frozen, ""));
    let oembed = with_query(&format!("{origin}/oembed"), &[("url", &asked), ("format", "json")]);
    all.push((w::SNIPPET_OEMBED, oembed));
    all.push((w::SNIPPET_CITATION, export.citation.text.clone()));
    all.into_iter().map(|(label, text)| Snippet { label, text }).collect()
}

/// The look without what only matters to a PNG.
fn sharp(export: &Export) -> ImageOptions {
    ImageOptions {
        scale: ImageOptions::default().scale,
        ..export.look
    }
}

/// A picture that leads to its page.
fn picture(export: &Export, page: &str, image: &str) -> String {
    let (width, height) = export.look.shape.size();
    let height = if height > 0 {
        format!(r#" height="{height}""#)
    } else {
        String::new()
    };
    let (page, image, alt) = (escape(page), escape(image), escape(&alt(export)));
    format!(r#"<a href="{page}"><img src="{image}" alt="{alt}" width="{width}"{height}></a>"#)
}

fn markdown(export: &Export, page: &str, image: &str) -> String {
    let alt = alt(export)
        .replace('\\', "\\\\")
        .replace('[', "\\[")
        .replace(']', "\\]");
    format!("[![{alt}]({image})]({page})")
}

/// The frame alone, and with the script that fits its height.
pub(crate) fn frames(cx: &PageContext, export: &Export) -> [(Msg, String); 2] {
    let origin = cx.backend().origin();
    let theme = if export.look.dark { "dark" } else { "" };
    let address = format!("{origin}{}", export::embed_address(export, export.frozen, theme));
    let height = frame_height(cx, export);
    let script = format!("{origin}/embed.js");
    [(w::SNIPPET_FRAME, None), (w::SNIPPET_FIT, Some(script.as_str()))]
        .map(|(label, script)| (label, export::snippet(export, &address, (None, height), script)))
}

/// Height of a frame that is enough in each usual width, in CSS px.
pub(crate) fn frame_height(cx: &PageContext, export: &Export) -> u32 {
    export::usual_height(export, &|model, look| size_of(cx, export, model, look))
}

/// Sizes of text in pictures, in CSS px, generously.
const TITLE_LINE: u32 = 30;
const TEXT_LINE: u32 = 20;
const AROUND: u32 = 40;

/// About the size of a picture in a look, in CSS px: never too low, because a frame that is too low has a
/// scroll bar.
fn size_of(cx: &PageContext, export: &Export, model: &ChartModel, look: &ImageOptions) -> Option<(u32, u32)> {
    let (width, _) = look.shape.size();
    let svg = cx.backend().chart(model, "size", ChartSize { width, height: 0 });
    let (across, high) = view_box(&svg)?;
    let drawn = (high * width).div_ceil(across.max(1));
    let lines = |text: &str, character: u32| {
        let letters = u32::try_from(text.chars().count()).unwrap_or(0);
        (letters * character).div_ceil(width)
    };
    let mut height = drawn + AROUND + lines(&model.source, 8) * TEXT_LINE;
    if export.look.title {
        height += lines(&model.title, 13) * TITLE_LINE + lines(&model.subtitle, 9) * TEXT_LINE;
    }
    if export.look.notes {
        height += model
            .notes
            .iter()
            .map(|note| lines(&note.text, 8) * TEXT_LINE)
            .sum::<u32>();
    }
    Some((width, height))
}

/// Width and height of a drawing of ours in its own units, from its `viewBox`.
fn view_box(svg: &str) -> Option<(u32, u32)> {
    let (_, rest) = svg.split_once("viewBox=\"")?;
    let mut numbers = rest.split('"').next()?.split(' ').skip(2);
    let mut next = || numbers.next()?.split('.').next()?.parse().ok();
    Some((next()?, next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_of_a_drawing_is_read() {
        assert_eq!(view_box(r#"<svg viewBox="0 0 640 412" role="img">"#), Some((640, 412)));
        assert_eq!(view_box(r#"<svg viewBox="0 0 640 412.5">"#), Some((640, 412)));
        assert_eq!(view_box("<svg>"), None);
        assert_eq!(view_box(""), None);
    }
}
