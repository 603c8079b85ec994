//! The chart of steps.

use domain::{
    chart::{ChartBody, ChartModel, Step, StepEnd, Steps},
    number,
    why::Decomposition,
};
use messages::{fill, why as w};

use super::{
    model::{Why, places, points, title},
    texts::component,
};
use crate::{charts::source_of, context::PageContext, findings::headline as finding};

/// How the first total became the last; `None` if the contributions are not known.
pub(crate) fn steps(cx: &PageContext, why: &Why) -> Option<ChartModel> {
    let taken = why.decomposition()?;
    taken.account?;
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(why.key.indicator);
    let decimals = indicator.decimals(why.key.component);
    let name = finding::name(cx.snapshot(), lang, why.province, why.key);
    let [from, to] = [taken.from_year, why.key.year].map(|year| year.to_string());
    let end = |label: &str, value: f64| StepEnd {
        label: label.to_owned(),
        value,
        text: number::format(lang, value, decimals),
    };
    let body = Steps {
        from: end(&from, taken.from),
        steps: list(cx, why, taken),
        to: end(&to, taken.to),
        min: 0.0,
        max: 0.0,
    };
    let body = framed(body, indicator.scale);
    let told: Vec<String> = body
        .steps
        .iter()
        .map(|step| format!("{}: {}", step.label, step.text))
        .collect();
    let ends = [body.from.text.clone(), body.to.text.clone()];
    Some(ChartModel {
        lang,
        title: title(cx, why),
        subtitle: fill!(
            w::SUBTITLE,
            lang,
            indicator = indicator.short.get(lang),
            province = &name,
            from = &from,
            to = &to
        ),
        source: source_of(cx, why.key.indicator),
        notes: Vec::new(),
        description: fill!(
            w::CHART_TEXT,
            lang,
            score_before = &ends[0],
            from = &from,
            score = &ends[1],
            to = &to,
            steps = &told.join("; ")
        ),
        body: ChartBody::Steps(body),
    })
}

/// Gains first, the largest before the smaller ones, then losses; at last a remainder that can be seen.
fn list(cx: &PageContext, why: &Why, taken: &Decomposition) -> Vec<Step> {
    let lang = cx.lang();
    let mut parts: Vec<_> = taken
        .parts
        .iter()
        .filter_map(|part| Some((part, part.contribution?)))
        .collect();
    parts.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut steps: Vec<Step> = parts
        .into_iter()
        .map(|(part, delta)| Step {
            label: component(cx, why, part.component),
            delta,
            text: points(cx, why, delta),
            note: places(lang, part)
                .filter(|_| part.places != Some(0))
                .map(|cell| cell.words)
                .unwrap_or_default(),
            remainder: false,
        })
        .collect();
    let decimals = cx
        .snapshot()
        .catalogue
        .indicator(why.key.indicator)
        .decimals(why.key.component);
    let remainder = taken.account.map_or(0.0, |account| account.remainder);
    if number::round(remainder, decimals) != 0.0 {
        steps.push(Step {
            label: w::REMAINDER.get(lang).to_owned(),
            delta: remainder,
            text: points(cx, why, remainder),
            note: String::new(),
            remainder: true,
        });
    }
    steps
}

/// An axis that holds every step, with some room.
pub(crate) fn framed(mut steps: Steps, scale: Option<(f64, f64)>) -> Steps {
    let mut at = steps.from.value;
    let (mut low, mut high) = (at.min(steps.to.value), at.max(steps.to.value));
    for step in &steps.steps {
        at += step.delta;
        (low, high) = (low.min(at), high.max(at));
    }
    let room = ((high - low) * 0.15).max(0.05);
    let (bottom, top) = scale.unwrap_or((0.0, f64::INFINITY));
    steps.min = (low - room).max(bottom);
    steps.max = (high + room).min(top);
    steps
}
