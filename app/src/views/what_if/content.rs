//! The view that leaves the page. Title, subtitle, notes, columns, readme and name of the file each say
//! that it is a supposition.

use domain::{
    ComponentId, TableKey,
    chart::{ChartBody, ChartModel, Step, StepEnd, Steps},
    data_table::{DataCell, DataKind},
    number,
    why::Supposition,
};
use messages::{export as shared_words, fill, what_if as w};

use super::{
    model::{Asked, Supposed, results, title},
    params::Wrong,
};
use crate::{
    charts::source_of,
    context::PageContext,
    export::{
        DerivedView, ViewContent, ViewForm, ViewKind,
        tables::{Sources, TypedTable, column, number as cell, text},
    },
    findings::headline as finding,
    query::{BadParameter, BadParameters, Parameters},
    views::why::model::framed,
};

/// How the view of a page is called where it is shared.
pub(crate) fn view(supposed: &Supposed, form: ViewForm) -> DerivedView {
    DerivedView {
        kind: ViewKind::WhatIf,
        indicator: Some(supposed.key.indicator),
        year: None,
        province: Some(supposed.province),
        form,
    }
}

/// The view at an address; `None` if there are no figures for it.
pub(crate) fn find(
    cx: &PageContext,
    view: DerivedView,
    parameters: &Parameters,
) -> Result<Option<ViewContent>, BadParameters> {
    let Some(of) = view.province.zip(view.indicator) else {
        return Ok(None);
    };
    match super::model::find(cx, of, parameters) {
        Asked::Found(supposed) => Ok(shown(cx, view, &supposed)),
        Asked::Nothing => Ok(None),
        Asked::Year(wrong) => Err(wrong.into()),
        Asked::Values(wrong) => Err(wrong.into_iter().map(in_set).collect()),
    }
}

/// How a view's address, which has all supposed scores in one parameter, names one that cannot be.
fn in_set(wrong: Wrong) -> BadParameter {
    BadParameter {
        name: "set",
        found: format!("{}:{}", wrong.name, wrong.found),
        expected: wrong.expected,
    }
}

fn shown(cx: &PageContext, view: DerivedView, supposed: &Supposed) -> Option<ViewContent> {
    let found = supposed.found.as_ref().ok()?;
    let model = if view.form == ViewForm::Steps {
        Some(steps(cx, supposed)?)
    } else {
        None
    };
    let lang = cx.lang();
    let (province, id) = (supposed.province, supposed.key.indicator);
    let indicator = cx.snapshot().catalogue.indicator(id);
    let slug = &cx.snapshot().catalogue.provinces.get(province).slug;
    let year = supposed.key.year.to_string();
    let mut sources = Sources::default();
    let typed = typed(cx, supposed, found, &mut sources);
    let state = state(cx, supposed);
    let marked = match lang {
        domain::Lang::Vi => "gia-dinh",
        domain::Lang::En => "what-if",
    };
    let told = format!("{} {}", w::MARK_TEXT.get(lang), results(cx, supposed, found).join(" "));
    Some(ViewContent {
        cited: vec![(id, year.clone())],
        component: ComponentId::TOTAL,
        title: title(cx, supposed, found),
        subtitle: subtitle(cx, supposed),
        model,
        notes: vec![w::NOTE.get(lang).into()],
        typed,
        readme: vec![(w::README.get(lang).to_owned(), told)],
        sources,
        page: format!("/provinces/{slug}/{}/what-if", indicator.slug),
        page_state: state.clone(),
        state,
        place: "result-h".to_owned(),
        name: format!(
            "{slug}-{}-{year}-{}-{marked}",
            indicator.slug.replace('_', "-"),
            view.form.word()
        ),
    })
}

fn subtitle(cx: &PageContext, supposed: &Supposed) -> String {
    let lang = cx.lang();
    let short = cx
        .snapshot()
        .catalogue
        .indicator(supposed.key.indicator)
        .short
        .get(lang);
    let name = finding::name(cx.snapshot(), lang, supposed.province, supposed.key);
    fill!(
        w::SUBTITLE,
        lang,
        indicator = short,
        province = &name,
        year = &supposed.key.year.to_string()
    )
}

/// Year and supposed scores under names that do not depend on the indicator.
pub(crate) fn state(cx: &PageContext, supposed: &Supposed) -> Vec<(&'static str, String)> {
    let pairs = supposed
        .pairs(cx)
        .into_iter()
        .map(|(slug, value)| format!("{slug}:{value}"));
    let set = pairs.collect::<Vec<_>>().join(",");
    let mut state = vec![("year", supposed.key.year.to_string())];
    state.extend((!set.is_empty()).then_some(("set", set)));
    state
}

/// From the published total to the supposed one; `None` if no score is changed.
pub(crate) fn steps(cx: &PageContext, supposed: &Supposed) -> Option<ChartModel> {
    let found = supposed.found.as_ref().ok()?;
    if supposed.changed.is_empty() {
        return None;
    }
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(supposed.key.indicator);
    let decimals = indicator.decimals(ComponentId::TOTAL);
    let end = |label: String, value: f64| StepEnd {
        label,
        value,
        text: number::format(lang, value, decimals),
    };
    let changed = found
        .parts
        .iter()
        .filter(|part| supposed.changed.iter().any(|(id, _)| *id == part.component));
    let mut steps: Vec<Step> = changed
        .map(|part| Step {
            label: supposed.component(cx, part.component),
            delta: part.contribution,
            text: number::format_signed(lang, part.contribution, decimals),
            note: String::new(),
            remainder: false,
        })
        .collect();
    steps.sort_by(|a, b| b.delta.total_cmp(&a.delta));
    let told: Vec<String> = steps
        .iter()
        .map(|step| format!("{}: {}", step.label, step.text))
        .collect();
    let body = Steps {
        from: end(
            fill!(w::STEP_FROM, lang, year = &supposed.key.year.to_string()),
            found.published,
        ),
        steps,
        to: end(w::STEP_TO.get(lang).to_owned(), found.total),
        min: 0.0,
        max: 0.0,
    };
    let body = framed(body, indicator.scale);
    let ends = [body.from.text.clone(), body.to.text.clone()];
    Some(ChartModel {
        lang,
        title: title(cx, supposed, found),
        subtitle: subtitle(cx, supposed),
        source: source_of(cx, supposed.key.indicator),
        notes: vec![w::NOTE.get(lang).into()],
        description: fill!(
            w::CHART_TEXT,
            lang,
            score_published = &ends[0],
            score = &ends[1],
            steps = &told.join("; ")
        ),
        body: ChartBody::Steps(body),
    })
}

fn typed(cx: &PageContext, supposed: &Supposed, found: &Supposition, sources: &mut Sources) -> TypedTable {
    let lang = cx.lang();
    let kind = DataKind::Number(supposed.digits(cx.snapshot()));
    let columns = vec![
        column("component", shared_words::COL_COMPONENT.get(lang), DataKind::Text),
        column("published", w::COL_PUBLISHED.get(lang), kind),
        column("supposed", w::COL_SUPPOSED.get(lang), kind),
        column("supposed_contribution", w::COL_CONTRIBUTION.get(lang), kind),
    ];
    let line = |name: String, values: [f64; 3]| -> Vec<DataCell> {
        std::iter::once(text(name))
            .chain(values.map(|value| cell(Some(value))))
            .collect()
    };
    let mut rows: Vec<Vec<DataCell>> = Vec::new();
    for part in &found.parts {
        let name = supposed.component(cx, part.component);
        rows.push(line(name, [part.published, part.supposed, part.contribution]));
        add_source(cx, supposed, part.component, sources);
    }
    rows.push(line(
        w::TOTAL.get(lang).to_owned(),
        [found.published, found.total, found.difference()],
    ));
    add_source(cx, supposed, ComponentId::TOTAL, sources);
    TypedTable { columns, rows }
}

fn add_source(cx: &PageContext, supposed: &Supposed, component: ComponentId, sources: &mut Sources) {
    let key = TableKey {
        component,
        ..supposed.key
    };
    let row = cx.snapshot().table(key).and_then(|table| table.row(supposed.province));
    if let Some(row) = row {
        sources.add(cx.snapshot().figure(row.figure));
    }
}
