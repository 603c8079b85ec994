//! What would follow if components were different.

use domain::{
    ComponentId, IndicatorId, ProvinceId, TableKey, number,
    why::{SumKind, SupposedPart, Supposition},
};
use leptos::prelude::*;
use messages::{common as m, fill, what_if as w, why as why_words};

use super::model::{self, Asked, Supposed};
use crate::{
    ChartSize, PageResponse,
    components::{
        chart::ChartCard,
        layout::{Document, Frame, Section},
        share::SharePanel,
        sources::CitedSources,
    },
    context::{Explanation, PageContext, explanation, page_context},
    export::{View, ViewForm, data::Shared},
    findings::headline as finding,
    query::Parameters,
    response,
    views::{
        error::{page as error, page::ErrorRefused},
        ranking::rows::SourceList,
        why::page::{WhyLines, crumb},
    },
    words,
};

pub(crate) fn what_if(cx: &PageContext, of: (ProvinceId, IndicatorId), parameters: &Parameters) -> PageResponse {
    match model::find(cx, of, parameters) {
        Asked::Found(supposed) => response::page(view! { <WhatIfPage of supposed=&supposed/> }.into_any()),
        Asked::Nothing => response::page(view! { <WhatIfNothing of/> }.into_any()),
        Asked::Year(bad) => response::fail(error::bad_request(cx, &bad.into()), 400),
        Asked::Values(wrong) => {
            let line = |wrong: &model::Wrong| {
                fill!(
                    m::BAD_PARAMETER,
                    cx.lang(),
                    name = &wrong.name,
                    found = &wrong.found,
                    expected = &wrong.expected
                )
            };
            response::fail(
                view! { <ErrorRefused lines=wrong.iter().map(line).collect()/> }.into_any(),
                400,
            )
        }
    }
}

/// No page of this kind is indexed: what it shows was never published.
fn frame(cx: &PageContext, title: &str, name: &str) -> Frame {
    Frame {
        indexed: false,
        ..Frame::new(
            title,
            fill!(w::DESCRIPTION, cx.lang(), province = name),
            Section::Provinces,
        )
    }
}

#[component]
fn WhatIfMark() -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    view! { <p class="note ne supposed"><b>{w::MARK.get(lang)}"."</b>" "{w::MARK_TEXT.get(lang)}</p> }.into_any()
}

#[component]
fn WhatIfNothing(of: (ProvinceId, IndicatorId)) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let catalogue = &cx.snapshot().catalogue;
    let name = words::province(lang, catalogue.provinces.get(of.0));
    let short = catalogue.indicator(of.1).short.get(lang);
    let title = fill!(w::PAGE_TITLE_NOTHING, lang, indicator = short, province = &name);
    let body = view! {
        {crumb(cx, of)}
        <h1>{title.clone()}</h1>
        <p class="note none">{fill!(why_words::NOTHING, lang, indicator = short, province = &name)}</p>
    }
    .into_any();
    view! { <Document frame=frame(cx, &title, &name)>{body}</Document> }.into_any()
}

#[component]
fn WhatIfPage<'a>(of: (ProvinceId, IndicatorId), supposed: &'a Supposed) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let name = finding::name(cx.snapshot(), lang, supposed.province, supposed.key);
    let short = cx.snapshot().catalogue.indicator(of.1).short.get(lang);
    let title = fill!(
        w::PAGE_TITLE,
        lang,
        indicator = short,
        year = &supposed.key.year.to_string(),
        province = &name
    );
    let mut list = SourceList::default();
    let inside = match &supposed.found {
        Ok(found) => view! {
            <WhatIfResult of supposed found/>
            {form(cx, of, supposed, found, &mut list)}
        }
        .into_any(),
        Err(_) => view! {
            <p class="note none"><b>{w::REFUSED.get(lang)}</b>" "{model::refusal(cx, supposed)}</p>
        }
        .into_any(),
    };
    let back = explanation(cx, of, Explanation::Why, &[("year", &supposed.key.year.to_string())]);
    let body = view! {
        {crumb(cx, of)}
        <h1>{title.clone()}</h1>
        <WhatIfMark/>
        <WhatIfYears of supposed/>
        {inside}
        <section aria-labelledby="further-h">
            <h2 id="further-h">{why_words::FURTHER.get(lang)}</h2>
            <ul class="ways why-ways"><li><a href=back>{fill!(why_words::TO_WHY, lang, indicator = short)}</a></li></ul>
        </section>
        {(!list.0.is_empty()).then(|| view! { <CitedSources sources=&list.0/> }.into_any())}
    }
    .into_any();
    view! { <Document frame=frame(cx, &title, &name)>{body}</Document> }.into_any()
}

/// The years for which components may be supposed.
#[component]
fn WhatIfYears<'a>(of: (ProvinceId, IndicatorId), supposed: &'a Supposed) -> Option<AnyView> {
    let cx = &*page_context();
    if supposed.years.is_empty() {
        return None;
    }
    let label = m::YEAR.get(cx.lang());
    let links = supposed.years.iter().map(|year| {
        let href = explanation(cx, of, Explanation::WhatIf, &[("year", &year.to_string())]);
        view! { <a href=href aria-current=(*year == supposed.key.year).then_some("true")>{*year}</a> }
    });
    let links = links.collect_view();
    let refused = supposed.found.is_err().then(|| w::OTHER_YEARS.get(cx.lang()));
    let view = view! {
        <nav class="years" aria-label=label><span>{refused.unwrap_or(label)}</span>{links}</nav>
    };
    Some(view.into_any())
}

#[component]
fn WhatIfResult<'a>(of: (ProvinceId, IndicatorId), supposed: &'a Supposed, found: &'a Supposition) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    if supposed.changed.is_empty() {
        let lead = Some(w::UNCHANGED.get(lang).to_owned());
        return view! { <WhyLines id="result" heading=w::RESULT.get(lang) lead lines=model::results(cx, supposed, found)/> }.into_any();
    }
    let shared = |form| Shared::new(View::Derived(model::view(supposed, form)), model::state(cx, supposed));
    let drawn = model::steps(cx, supposed).map(|steps| {
        let size = ChartSize { width: 720, height: 0 };
        view! { <ChartCard model=&steps id="steps" size shared=Some(shared(ViewForm::Steps))/> }.into_any()
    });
    let pairs = supposed.pairs(cx);
    let year = supposed.key.year.to_string();
    let mut all = vec![("year", year.as_str())];
    all.extend(pairs.iter().map(|(slug, value)| (slug.as_str(), value.as_str())));
    let link = explanation(cx, of, Explanation::WhatIf, &all);
    view! {
        <WhyLines id="result" heading=w::RESULT.get(lang) lead=Some(model::title(cx, supposed, found)) lines=model::results(cx, supposed, found)/>
        <p class="small prose">{w::HOW.get(lang)}</p>
        <p><a class="btn" href=link>{w::SHARE_LINK.get(lang)}</a></p>
        {drawn}
        <SharePanel shared=shared(ViewForm::Table) about=w::FORM.get(lang)/>
    }
    .into_any()
}

/// One box a component, filled with what is supposed.
fn form(
    cx: &PageContext,
    of: (ProvinceId, IndicatorId),
    supposed: &Supposed,
    found: &Supposition,
    list: &mut SourceList,
) -> AnyView {
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(of.1);
    let year = supposed.key.year;
    for component in found
        .parts
        .iter()
        .map(|part| part.component)
        .chain([ComponentId::TOTAL])
    {
        let key = TableKey {
            component,
            ..supposed.key
        };
        if let Some(row) = cx.snapshot().table(key).and_then(|table| table.row(supposed.province)) {
            list.numbers(cx.snapshot().figure(row.figure));
        }
    }
    let fields = found
        .parts
        .iter()
        .map(|part| view! { <WhatIfField supposed part/> }.into_any());
    let fields = fields.collect_view();
    let action = explanation(cx, of, Explanation::WhatIf, &[]);
    let action = action.split('?').next().unwrap_or_default().to_owned();
    let edition = cx
        .links
        .edition
        .map(|n| view! { <input type="hidden" name="edition" value=n.to_string()/> });
    let reset = explanation(cx, of, Explanation::WhatIf, &[("year", &year.to_string())]);
    let note = indicator.sum_rule(year).map(|rule| rule.note.get(lang).to_owned());
    view! {
        <section aria-labelledby="form-h">
            <h2 id="form-h">{w::FORM.get(lang)}</h2>
            <p class="small">{fill!(w::FORM_LEAD, lang, year = &year.to_string())}</p>
            <form class="suppose" method="get" action=action aria-labelledby="form-h">
                <input type="hidden" name="year" value=year.to_string()/>
                {edition}
                <div class="suppose-fields">{fields}</div>
                <p class="does"><button type="submit">{w::SUBMIT.get(lang)}</button>" "<a class="btn" href=reset>{w::RESET.get(lang)}</a></p>
            </form>
            <p class="small prose">{note}</p>
        </section>
    }
    .into_any()
}

/// A box with the published score and the scale beside it.
#[component]
fn WhatIfField<'a>(supposed: &'a Supposed, part: &'a SupposedPart) -> AnyView {
    let cx = &*page_context();
    let lang = cx.lang();
    let year = supposed.key.year;
    let indicator = cx.snapshot().catalogue.indicator(supposed.key.indicator);
    let rule = indicator.sum_rule(year).filter(|rule| rule.kind == SumKind::Weighted);
    let digits = supposed.digits(cx.snapshot());
    let read = |value: f64, digits: u8| number::format(lang, value, digits);
    let (min, max) = indicator.scale(part.component, year).unwrap_or_default();
    let facts = [read(part.published, digits), read(min, 0), read(max, 0)];
    let weight = rule
        .and_then(|rule| rule.weight(part.component))
        .map(|weight| read(weight, 1));
    let said = match weight {
        Some(weight) => fill!(
            w::FIELD_WEIGHT,
            lang,
            score_published = &facts[0],
            low = &facts[1],
            high = &facts[2],
            weight = &weight
        ),
        None => fill!(
            w::FIELD,
            lang,
            score_published = &facts[0],
            low = &facts[1],
            high = &facts[2]
        ),
    };
    let changed = supposed.changed.iter().any(|(id, _)| *id == part.component);
    let slug = indicator.component(part.component).slug.clone();
    let hint = format!("{slug}-hint");
    view! {
        <div class:changed=changed>
            <label for=slug.clone()>{supposed.component(cx, part.component)}</label>
            <input type="text" inputmode="decimal" autocomplete="off" maxlength="12" required=true id=slug.clone() name=slug.clone() aria-describedby=hint.clone() value=read(part.supposed, digits)/>
            <small id=hint.clone()>{said}</small>
        </div>
    }
    .into_any()
}
