//! Fields of forms: a label, a hint, the control.

use leptos::prelude::*;

use crate::components::text_area::TextArea;

/// What is said of a field.
#[derive(Clone, Copy, Default)]
pub(super) struct Field<'a> {
    /// Id on the page, from which the hint's is made.
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) label: &'a str,
    /// May be empty.
    pub(super) hint: &'a str,
}

/// A line of text; what else it needs as attributes of `<input>`.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    /// `text`, `password`, `number` …
    pub(super) kind: &'static str,
    pub(super) value: &'a str,
    pub(super) required: bool,
    pub(super) autocomplete: &'static str,
    /// Class that gives the width.
    pub(super) class: &'static str,
}

impl Default for Line<'_> {
    fn default() -> Self {
        Self {
            kind: "text",
            value: "",
            required: false,
            autocomplete: "off",
            class: "",
        }
    }
}

impl Field<'_> {
    fn hint_id(&self) -> Option<String> {
        (!self.hint.is_empty()).then(|| format!("{}-hint", self.id))
    }

    /// Label and hint over a control.
    pub(super) fn around(&self, control: AnyView) -> AnyView {
        let hint = self.hint_id().map(|id| {
            view! { <small class="hint" id=id>{self.hint.to_owned()}</small> }
        });
        view! {
            <div class="field"><label for=self.id.to_owned()>{self.label.to_owned()}</label>{hint}{control}</div>
        }
        .into_any()
    }

    /// One line.
    pub(super) fn line(&self, line: Line<'_>) -> AnyView {
        let control = view! {
            <input type=line.kind id=self.id.to_owned() name=self.name.to_owned() value=line.value.to_owned()
                class=line.class required=line.required autocomplete=line.autocomplete aria-describedby=self.hint_id()/>
        };
        self.around(control.into_any())
    }

    /// Several lines.
    pub(super) fn lines(&self, value: &str, rows: &'static str) -> AnyView {
        let control = view! {
            <TextArea id=self.id name=self.name text=value rows described_by=self.hint_id()/>
        };
        self.around(control.into_any())
    }

    /// A list to choose from.
    pub(super) fn list(&self, options: AnyView) -> AnyView {
        let control = view! {
            <select id=self.id.to_owned() name=self.name.to_owned() aria-describedby=self.hint_id()>{options}</select>
        };
        self.around(control.into_any())
    }
}

pub(super) fn option(value: &str, text: impl Into<String>, selected: bool) -> AnyView {
    view! { <option value=value.to_owned() selected=selected>{text.into()}</option> }.into_any()
}

/// Options under a heading; `None` if there are none.
pub(super) fn group(label: &str, options: Vec<AnyView>) -> Option<AnyView> {
    (!options.is_empty())
        .then(|| view! { <optgroup label=label.to_owned()>{options.collect_view()}</optgroup> }.into_any())
}

#[component]
pub(super) fn HiddenField<'a>(name: &'a str, #[prop(into)] value: String) -> AnyView {
    view! { <input type="hidden" name=name.to_owned() value=value.to_owned()/> }.into_any()
}

/// A button within the form of choices that saves and opens one more list or page: `code` says which, `says` tells
/// it from others like it.
#[component]
pub(super) fn OpenButton(#[prop(into)] code: String, text: &'static str, #[prop(into)] says: String) -> AnyView {
    view! {
        <button type="submit" class="quiet" name="open" value=code.to_owned() aria-label=says.to_owned()>{text}</button>
    }
    .into_any()
}

#[component]
pub(super) fn SubmitButton<'a>(text: &'a str) -> AnyView {
    view! { <button type="submit">{text.to_owned()}</button> }.into_any()
}
