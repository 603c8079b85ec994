//! The picture of components side by side.

use domain::{
    ComponentId, ProvinceId, TableKey,
    chart::{ChartBody, ChartModel, DotLink, DotMark, DotRow, DotSeries, Dots, Emphasis},
};
use messages::{compare as w, fill};

use super::{
    charts::{drawable, measure, point},
    facts,
    model::{Comparison, Facts},
    parts::with_max,
    resolve::names,
    summary,
};
use crate::{charts::source_of, context::PageContext, words};

/// How many provinces have a colour of their own; shapes tell all apart.
const COLOURS: u8 = 5;

/// A row a component, each with its own scale, a mark a province.
pub(crate) fn profile(cx: &PageContext, compared: &Comparison<'_>, facts: &Facts) -> Option<ChartModel> {
    if !drawable(cx, compared) {
        return None;
    }
    let (lang, key) = (cx.lang(), compared.key());
    let (rows, unknown) = rows(cx, compared);
    if rows.is_empty() {
        return None;
    }
    let series = |(at, id): (usize, &ProvinceId)| {
        let colour = u8::try_from(at).ok().filter(|at| *at < COLOURS);
        DotSeries {
            label: compared.name(cx, *id),
            emphasis: colour.map_or(Emphasis::Context, Emphasis::Highlight),
        }
    };
    let year = key.year.to_string();
    let mut subtitle = fill!(
        w::PROFILE_SUBTITLE,
        lang,
        measure = &measure(cx, compared),
        year = &year
    );
    if !unknown.is_empty() {
        let unknown = fill!(w::NOT_DRAWN_PARTS, lang, components = &words::list(lang, &unknown));
        subtitle = format!("{subtitle}; {unknown}");
    }
    let title = summary::parts_title(facts);
    let counts = [rows.len(), compared.shown.len()];
    let told = title.as_ref().map(|title| format!("{title}.")).unwrap_or_default();
    Some(ChartModel {
        lang,
        title: title.unwrap_or_else(|| {
            fill!(
                w::TITLE_PARTS_PLAIN,
                lang,
                provinces = &names(cx, compared),
                year = &year
            )
        }),
        subtitle,
        source: source_of(cx, key.indicator),
        notes: Vec::new(),
        description: fill!(
            w::PROFILE_TEXT,
            lang,
            component_count = counts[0],
            province_count = counts[1],
            details = &told
        ),
        body: ChartBody::Dots(Dots {
            series: compared.shown.iter().enumerate().map(series).collect(),
            rows,
            min: 0.0,
            max: 0.0,
            reference: None,
        }),
    })
}

/// The rows, and the names of components that have figures but no known maximum: without one a place on
/// a scale would have no meaning.
fn rows(cx: &PageContext, compared: &Comparison<'_>) -> (Vec<DotRow>, Vec<String>) {
    let (snapshot, lang, key) = (cx.snapshot(), cx.lang(), compared.key());
    let indicator = snapshot.catalogue.indicator(key.indicator);
    let (mut rows, mut unknown) = (Vec::new(), Vec::new());
    for component in facts::components(snapshot, key) {
        let label = indicator.component(component).name_in(Some(key.year)).get(lang);
        let marks = marks(cx, compared, component);
        if marks.is_empty() {
            continue;
        }
        let max = indicator.scale(component, key.year).map(|(_, max)| max);
        match max.filter(|max| *max > 0.0) {
            Some(max) => rows.push(DotRow {
                label: with_max(lang, label, max),
                marks,
                link: DotLink::Range,
                note: String::new(),
                scale: Some((0.0, max)),
                emphasis: Emphasis::Context,
            }),
            None => unknown.push(label.to_owned()),
        }
    }
    (rows, unknown)
}

fn marks(cx: &PageContext, compared: &Comparison<'_>, component: ComponentId) -> Vec<DotMark> {
    let key = TableKey {
        component,
        ..compared.key()
    };
    let mark = |(series, id): (usize, &ProvinceId)| {
        let point = point(cx, cx.snapshot().table(key)?, *id, false)?;
        Some(DotMark {
            series,
            value: point.value,
            text: point.text,
        })
    };
    compared.shown.iter().enumerate().filter_map(mark).collect()
}
