//! The catalogue's files, and short forms for what is changed most.

use leptos::prelude::*;
use messages::common as m;

use domain::{ProvinceList, Verdict, number};

use super::{
    UserError,
    context::At,
    fields::{Field, Line, group, option},
    frame::Leaf,
    words as w,
};
use crate::{
    admin::{fields::SubmitButton, frame::AdminPage},
    links::with_query,
    words,
};

#[component]
pub(super) fn CataloguePage<'a>(
    at: &'a At<'a>,
    files: &'a [(String, usize)],
    refusal: Option<&'a UserError>,
) -> AnyView {
    let lang = at.lang();
    let part = |id: &'static str, words: messages::Msg, lead: messages::Msg, form: AnyView| {
        view! { <details class="part" id=id><summary>{words.get(lang)}</summary><p class="prose">{lead.get(lang)}</p>{form}</details> }
    };
    let body = view! {
        {part("alias", w::ALIAS, w::ALIAS_LEAD, view! { <CatalogueAlias at/> }.into_any())}
        {part("verdict", w::VERDICT, w::VERDICT_LEAD, view! { <CatalogueVerdict at/> }.into_any())}
        {part("component", w::COMPONENT, w::COMPONENT_LEAD, view! { <CatalogueComponent at/> }.into_any())}
        {part("new-file", w::NEW_FILE, w::NEW_FILE_LEAD, view! { <CatalogueFile at/> }.into_any())}
        <section aria-labelledby="files-h"><h2 id="files-h">{w::CATALOGUE_FILES.get(lang)}</h2>
            <p>{w::CATALOGUE_FILES_LEAD.get(lang)}</p><CatalogueTable at files/></section>
    };
    view! { <AdminPage at leaf={Leaf { title: w::CATALOGUE.get(lang).to_owned(), lead: w::CATALOGUE_LEAD.get(lang).to_owned(), refusal, public: false, body: body.into_any(), }}/> }.into_any()
}

#[component]
fn CatalogueTable<'a>(at: &'a At<'a>, files: &'a [(String, usize)]) -> AnyView {
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
#[component]
fn CatalogueLine<'a>(id: &'a str, name: &'a str, label: &'a str, hint: &'a str, required: bool) -> AnyView {
    let field = Field { id, name, label, hint };
    field.line(Line {
        required,
        ..Line::default()
    })
}

#[component]
fn CatalogueYear<'a>(id: &'a str, name: &'a str, label: &'a str, required: bool) -> AnyView {
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

#[component]
fn CatalogueIndicators<'a>(at: &'a At<'a>, id: &'a str) -> AnyView {
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

#[component]
fn CatalogueForm<'a>(at: &'a At<'a>, path: &'a str, fields: AnyView) -> AnyView {
    view! {
        <form class="form" method="post" action=at.link(path)>{fields}<SubmitButton text=w::BEGIN_DRAFT.get(at.lang())/></form>
    }
    .into_any()
}

/// Another spelling of a province.
#[component]
fn CatalogueAlias<'a>(at: &'a At<'a>) -> AnyView {
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
        <CatalogueLine id="a-spelling" name="spelling" label=w::SPELLING.get(lang) hint=w::SPELLING_HINT.get(lang) required=true/>
        {province.list(options.into_any())}
        <div class="pair">
            <CatalogueLine id="a-from" name="from" label=w::FROM.get(lang) hint=w::DAY_HINT.get(lang) required=false/>
            <CatalogueLine id="a-to" name="to" label=w::TO.get(lang) hint=w::DAY_HINT.get(lang) required=false/>
        </div>
    };
    view! { <CatalogueForm at path="/catalogue/alias" fields=fields.into_any()/> }.into_any()
}

/// Whether two years may be compared.
#[component]
fn CatalogueVerdict<'a>(at: &'a At<'a>) -> AnyView {
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
        <CatalogueIndicators at id="v-indicator"/>
        <div class="pair"><CatalogueYear id="v-from" name="from" label=w::YEAR_FROM.get(lang) required=true/><CatalogueYear id="v-to" name="to" label=w::YEAR_TO.get(lang) required=true/></div>
        {field.list(options.collect_view().into_any())}
        <CatalogueLine id="v-decision" name="decision" label=w::DECISION.get(lang) hint=w::OPTIONAL.get(lang) required=false/>
        {reason("v-reason_vi", "reason_vi", w::REASON_VI.get(lang))}
        {reason("v-reason_en", "reason_en", w::REASON_EN.get(lang))}
    };
    view! { <CatalogueForm at path="/catalogue/verdict" fields=fields.into_any()/> }.into_any()
}

/// A component of an indicator.
#[component]
fn CatalogueComponent<'a>(at: &'a At<'a>) -> AnyView {
    let lang = at.lang();
    let fields = view! {
        <CatalogueIndicators at id="c-indicator"/>
        <CatalogueLine id="c-id" name="id" label=w::COMPONENT_ID.get(lang) hint=w::COMPONENT_ID_HINT.get(lang) required=true/>
        <CatalogueLine id="c-name_vi" name="name_vi" label=w::NAME_VI.get(lang) hint="" required=true/>
        <CatalogueLine id="c-name_en" name="name_en" label=w::NAME_EN.get(lang) hint="" required=true/>
        <CatalogueLine id="c-parent" name="parent" label=w::PARENT.get(lang) hint=w::PARENT_HINT.get(lang) required=false/>
        <div class="pair"><CatalogueYear id="c-from" name="from" label=w::YEAR_FROM.get(lang) required=false/><CatalogueYear id="c-to" name="to" label=w::YEAR_TO.get(lang) required=false/></div>
        <div class="pair"><CatalogueLine id="c-scale_min" name="scale_min" label=w::SCALE_MIN.get(lang) hint="" required=false/>
            <CatalogueLine id="c-scale_max" name="scale_max" label=w::SCALE_MAX.get(lang) hint="" required=false/></div>
    };
    view! { <CatalogueForm at path="/catalogue/component" fields=fields.into_any()/> }.into_any()
}

/// A file as a whole, also one that is not there yet.
#[component]
fn CatalogueFile<'a>(at: &'a At<'a>) -> AnyView {
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
            <CatalogueLine id="n-path" name="path" label=w::PATH.get(lang) hint=w::PATH_HINT.get(lang) required=true/>
            {file.around(control.into_any())}
            <SubmitButton text=w::BEGIN_DRAFT.get(lang)/>
        </form>
    }
    .into_any()
}
