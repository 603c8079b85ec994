//! What the share panel offers first: one press, nothing to choose.

use islands::CopyImage;
use leptos::prelude::*;
use messages::{Msg, share as w};

use domain::Lang;

use crate::{
    context::{PageContext, page_context},
    export::{TableLayout, data::Shared},
    links::with_query,
};

/// What fits a slide without cutting.
const WIDE: (&str, &str) = ("size", "16x9");
/// Saves what a browser would show.
const SAVED: (&str, &str) = ("download", "1");

/// The address of a file of a view as the page shows it: under the edition that is read if `frozen`, else it follows the
/// newest one.
pub(crate) fn file(cx: &PageContext, shared: &Shared<'_>, ending: &str, look: &[(&str, &str)], frozen: bool) -> String {
    let path = shared.view.path(&cx.snapshot().catalogue);
    let edition = if frozen {
        cx.snapshot().edition.number.to_string()
    } else {
        String::new()
    };
    let lang = if cx.lang() == Lang::default() {
        ""
    } else {
        cx.lang().code()
    };
    let layout = if TableLayout::is_of(ending) {
        TableLayout::default().word(frozen)
    } else {
        ""
    };
    let mut all: Vec<(&str, &str)> = shared.state.iter().map(|(n, v)| (*n, v.as_str())).collect();
    all.extend(look);
    all.extend([
        ("lang", lang),
        ("edition", edition.as_str()),
        (TableLayout::NAME, layout),
    ]);
    with_query(&format!("/charts/{path}{ending}"), &all)
}

/// The picture to paste, the slide, the picture as a file and the workbook; of a table, the files that a spreadsheet
/// of the page's language reads.
#[component]
pub(crate) fn QuickShare<'a>(shared: &'a Shared<'a>) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let link = |words: Msg, ending: &str, look: &[(&str, &str)]| {
        view! { <a class="plainbtn" href=file(cx, shared, ending, look, true)>{words.get(lang)}</a> }
    };
    if shared.view.is_table() {
        let csv = match lang {
            Lang::Vi => link(w::QUICK_CSV, ".vi.csv", &[]),
            Lang::En => link(w::QUICK_CSV, ".csv", &[]),
        };
        return view! { <p class="does">{link(w::QUICK_XLSX, ".xlsx", &[])}{csv}</p> }.into_any();
    }
    // Waits hidden for the island: without scripts nothing can be put on the clipboard.
    view! {
        <p class="does" data-copied=w::IMAGE_COPIED.get(lang) data-refused=w::IMAGE_NOT_COPIED.get(lang)>
            <button type="button" class="first" hidden data-image=file(cx, shared, ".png", &[WIDE], true)>{w::COPY_IMAGE.get(lang)}</button>
            {link(w::QUICK_PPTX, ".pptx", &[])}{link(w::QUICK_PNG, ".png", &[WIDE, SAVED])}{link(w::QUICK_XLSX, ".xlsx", &[])}
            <CopyImage/>
        </p>
    }
    .into_any()
}
