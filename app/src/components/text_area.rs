//! A text field of several lines.

use leptos::prelude::*;

use super::shapes::escape;

/// A `<textarea>` that contains `text`. A read-only one is for copying: nothing is completed or spell-checked in it.
#[component]
pub(crate) fn TextArea<'a>(
    #[prop(into)] id: String,
    text: &'a str,
    rows: &'static str,
    #[prop(optional, into)] name: Option<String>,
    #[prop(optional_no_strip)] described_by: Option<String>,
    #[prop(optional)] readonly: bool,
) -> impl IntoView + use<> {
    view! {
        <textarea id=id name=name readonly=readonly rows=rows spellcheck=readonly.then_some("false")
            autocomplete=readonly.then_some("off") aria-describedby=described_by>{content(text)}</textarea>
    }
}

/// Returns `text` as HTML: Leptos does not escape the children of a `<textarea>`, and browsers drop a line break
/// right after the start tag.
fn content(text: &str) -> String {
    let break_to_drop = if text.starts_with('\n') { "\n" } else { "" };
    format!("{break_to_drop}{}", escape(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_stays_text() {
        let html =
            Owner::new_root(None).with(|| view! { <TextArea id="note" text="\n</textarea><b>&" rows="3"/> }.to_html());
        assert!(
            html.ends_with(">\n\n&lt;/textarea&gt;&lt;b&gt;&amp;</textarea>"),
            "{html}"
        );
        let empty = Owner::new_root(None).with(|| view! { <TextArea id="note" text="" rows="3"/> }.to_html());
        assert!(empty.ends_with("></textarea>"), "{empty}");
    }
}
