//! The few shapes that stand for words. Each is drawn, because the fonts of the web
//! subsets lack ▲ ▼ ≠, and is always read out in words beside it.

use leptos::prelude::*;

use crate::words::{ChangeCell, Mark};

/// The shapes, once a page; the others refer to them.
#[component]
pub(crate) fn Sprite() -> impl IntoView {
    let shapes = r#"<symbol id="i-up" viewBox="0 0 8 8"><path d="M4 .5 8 7.5H0z"/></symbol><symbol id="i-down" viewBox="0 0 8 8"><path d="M0 .5h8L4 7.5z"/></symbol><symbol id="i-same" viewBox="0 0 8 8"><path d="M0 1.5h8v1.6H0zM0 5h8v1.6H0z"/></symbol><symbol id="i-ne" viewBox="0 0 8 8"><path d="M0 1.5h8v1.5H0zM0 5h8v1.5H0z"/><path d="M5.6-.4 7-.1 2.4 8.4 1 8.1z"/></symbol>"#;
    view! { <svg class="sprite" aria-hidden="true" width="0" height="0" inner_html=shapes></svg> }
}

#[component]
fn Shape(href: &'static str) -> impl IntoView {
    view! { <svg class="i" aria-hidden="true"><use_ href=href/></svg> }
}

/// A change: shape, number and words. The words are heard and, on request, seen; the
/// shape and the number are for the eye.
pub(crate) fn change(cell: &ChangeCell) -> AnyView {
    let (class, href) = match cell.mark {
        Mark::Up => ("chg up", "#i-up"),
        Mark::Down => ("chg down", "#i-down"),
        Mark::Same => ("chg same", "#i-same"),
        Mark::NotComparable => ("chg ne", "#i-ne"),
        Mark::NoBase => {
            return view! { <span class="chg none" title=cell.words.clone()>"–"<span class="vh">" "{cell.words.clone()}</span></span> }
                .into_any();
        }
    };
    let text = (!cell.text.is_empty()).then(|| cell.text.clone());
    let words = cell.words.clone();
    if words.is_empty() {
        // A signed difference says its direction itself.
        let shape = (cell.mark == Mark::NotComparable).then(|| view! { <Shape href/> });
        return view! { <span class=class>{shape}{text}</span> }.into_any();
    }
    let title = words.clone();
    if cell.mark == Mark::NotComparable {
        view! { <span class=class title=title><Shape href/>{text}<span class="vh">" "{words}</span></span> }.into_any()
    } else {
        view! { <span class=class title=title><Shape href/><span aria-hidden="true">{text}</span><span class="vh">{words}</span></span> }
            .into_any()
    }
}

/// Text made safe for HTML.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// The mark of the product: a ruler.
pub(crate) const RULER: &str = r#"<svg viewBox="0 0 28 20" width="28" height="20" aria-hidden="true"><path d="M1 1v18h26M6 19v-5M11 19v-9M16 19v-5M21 19v-13M26 19v-5" fill="none" stroke="currentColor" stroke-width="2"/></svg>"#;
