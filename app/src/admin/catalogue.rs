//! The catalogue's files, and short forms for what is changed most.

use leptos::prelude::*;
use messages::common as m;

use domain::{ProvinceList, Verdict, number};

use super::{
    UserError,
    context::At,
    fields::{Field, Line, button, group, option},
    frame::{Leaf, leaf},
    words as w,
};
use crate::{links::with_query, words};

pub(super) fn page(at: &At<'_>, files: &[(String, usize)], refusal: Option<&UserError>) -> AnyView {
    let lang = at.lang();
    let part = |id: &'static str, words: messages::Msg, lead: messages::Msg, form: AnyView| {
        view! { <details class="part" id=id><summary>{words.get(lang)}</summary><p class="prose">{lead.get(lang)}</p>{form}</details> }
    };
    let body = view! {
        {part("alias", w::ALIAS, w::ALIAS_LEAD, alias(at))}
        {part("verdict", w::VERDICT, w::VERDICT_LEAD, verdict(at))}
        {part("component", w::COMPONENT, w::COMPONENT_LEAD, component(at))}
        {part("new-file", w::NEW_FILE, w::NEW_FILE_LEAD, file(at))}
        <section aria-labelledby="files-h"><h2 id="files-h">{w::CATALOGUE_FILES.get(lang)}</h2>
            <p>{w::CATALOGUE_FILES_LEAD.get(lang)}</p>{table(at, files)}</section>
    };
    leaf(
        at,
        Leaf {
            title: w::CATALOGUE.get(lang).to_owned(),
            lead: w::CATALOGUE_LEAD.get(lang).to_owned(),
            refusal,
            public: false,
            body: body.into_any(),
        },
    )
}

fn table(at: &At<'_>, files: &[(String, usize)]) -> AnyView {
    let lang = at.lang();
    let rows = files.iter().map(|(path, size)| {
        let href = with_query(&at.link("/catalogue"), &[("file", path)]);
        view! { <tr><th scope="row"><a href=href>{path.clone()}</a></th><td class="num">{number::count(lang, *size)}</td></tr> }
    });
    view! {
        <table class="plain narrow files"><caption class="vh">{w::CATALOGUE_FILES.get(lang)}</caption>
            <thead><tr><th scope="col">{w::FILE.get(lang)}</th><th scope="col" class="num">{w::BYTES.get(lang)}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody></table>
    }
    .into_any()
}

/// A line of a form.
fn line(id: &str, name: &str, label: &str, hint: &str, required: bool) -> AnyView {
    let field = Field { id, name, label, hint };
    field.line(Line {
        required,
        ..Line::default()
    })
}

fn year(id: &str, name: &str, label: &str, required: bool) -> AnyView {
    let field = Field {
        id,
        name,
        label,
        hint: "",
    };
    field.line(Line {
        kind: "number",
        required,
        class: "short",
        ..Line::default()
    })
}

fn indicators(at: &At<'_>, id: &str) -> AnyView {
    let lang = at.lang();
    let options = at.cx.snapshot().catalogue.indicators();
    let options = options.map(|(_, i)| option(&i.slug, i.short.get(lang), false));
    let field = Field {
        id,
        name: "indicator",
        label: w::INDICATOR.get(lang),
        hint: "",
    };
    field.list(options.collect_view().into_any())
}

fn form(at: &At<'_>, path: &str, fields: AnyView) -> AnyView {
    view! {
        <form class="form" method="post" action=at.link(path)>{fields}{button(w::BEGIN_DRAFT.get(at.lang()))}</form>
    }
    .into_any()
}

/// Another spelling of a province.
fn alias(at: &At<'_>) -> AnyView {
    let lang = at.lang();
    let provinces = &at.cx.snapshot().catalogue.provinces;
    let of = |basis, year, words: messages::Msg| {
        let options = provinces
            .existing(year, basis)
            .map(|(_, p)| option(&p.slug, words::province(lang, p), false));
        group(words.get(lang), options.collect())
    };
    let province = Field {
        id: "a-province",
        name: "province",
        label: w::PROVINCE.get(lang),
        hint: "",
    };
    let options =
        view! { {of(ProvinceList::Since2025, 2025, m::BASIS_34)}{of(ProvinceList::Before2025, 2024, m::BASIS_63)} };
    let fields = view! {
        {line("a-spelling", "spelling", w::SPELLING.get(lang), w::SPELLING_HINT.get(lang), true)}
        {province.list(options.into_any())}
        <div class="pair">
            {line("a-from", "from", w::FROM.get(lang), w::DAY_HINT.get(lang), false)}
            {line("a-to", "to", w::TO.get(lang), w::DAY_HINT.get(lang), false)}
        </div>
    };
    form(at, "/catalogue/alias", fields.into_any())
}

/// Whether two years may be compared.
fn verdict(at: &At<'_>) -> AnyView {
    let lang = at.lang();
    let verdicts = [
        ("same_method", Verdict::SameMethod),
        ("method_changed", Verdict::MethodChanged),
        ("unclear", Verdict::Unclear),
        ("units_changed", Verdict::UnitsChanged),
    ];
    let options = verdicts.map(|(code, v)| option(code, words::verdict(v).get(lang), false));
    let field = Field {
        id: "v-verdict",
        name: "verdict",
        label: m::VERDICT.get(lang),
        hint: "",
    };
    let reason = |id, name, label| {
        Field {
            id,
            name,
            label,
            hint: "",
        }
        .lines("", "2")
    };
    let fields = view! {
        {indicators(at, "v-indicator")}
        <div class="pair">{year("v-from", "from", w::YEAR_FROM.get(lang), true)}{year("v-to", "to", w::YEAR_TO.get(lang), true)}</div>
        {field.list(options.collect_view().into_any())}
        {line("v-decision", "decision", w::DECISION.get(lang), w::OPTIONAL.get(lang), false)}
        {reason("v-reason_vi", "reason_vi", w::REASON_VI.get(lang))}
        {reason("v-reason_en", "reason_en", w::REASON_EN.get(lang))}
    };
    form(at, "/catalogue/verdict", fields.into_any())
}

/// A component of an indicator.
fn component(at: &At<'_>) -> AnyView {
    let lang = at.lang();
    let fields = view! {
        {indicators(at, "c-indicator")}
        {line("c-id", "id", w::COMPONENT_ID.get(lang), w::COMPONENT_ID_HINT.get(lang), true)}
        {line("c-name_vi", "name_vi", w::NAME_VI.get(lang), "", true)}
        {line("c-name_en", "name_en", w::NAME_EN.get(lang), "", true)}
        {line("c-parent", "parent", w::PARENT.get(lang), w::PARENT_HINT.get(lang), false)}
        <div class="pair">{year("c-from", "from", w::YEAR_FROM.get(lang), false)}{year("c-to", "to", w::YEAR_TO.get(lang), false)}</div>
        <div class="pair">{line("c-scale_min", "scale_min", w::SCALE_MIN.get(lang), "", false)}
            {line("c-scale_max", "scale_max", w::SCALE_MAX.get(lang), "", false)}</div>
    };
    form(at, "/catalogue/component", fields.into_any())
}

/// A file as a whole, also one that is not there yet.
fn file(at: &At<'_>) -> AnyView {
    let lang = at.lang();
    let file = Field {
        id: "f-file",
        name: "file",
        label: w::FILE.get(lang),
        hint: "",
    };
    let control = view! { <input type="file" id="f-file" name="file" required=true accept=".toml,.csv"/> };
    view! {
        <form class="form" method="post" enctype="multipart/form-data" action=at.link("/catalogue/file")>
            {line("n-path", "path", w::PATH.get(lang), w::PATH_HINT.get(lang), true)}
            {file.around(control.into_any())}
            {button(w::BEGIN_DRAFT.get(lang))}
        </form>
    }
    .into_any()
}
