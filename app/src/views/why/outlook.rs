//! What a province needs to rise, and how firm its place is, in words.

use domain::{number, why::Goal};
use messages::{arguments, fill, why as w};

use super::{model::Why, texts::distance};
use crate::{context::PageContext, findings::headline as finding, words};

/// What bands, groups and places need.
pub(crate) fn reached(cx: &PageContext, why: &Why) -> Vec<String> {
    let lang = cx.lang();
    let year = why.key.year.to_string();
    let Some(reach) = &why.reach else {
        return vec![fill!(w::REACH_UNKNOWN, lang, year = &year)];
    };
    let read = |value: f64| number::format(lang, value, reach.digits);
    let mut lines = Vec::new();
    match &reach.band {
        Goal::Needs(aim) => lines.push(fill!(
            w::REACH_BAND,
            lang,
            band = &aim.reaches,
            points = &read(aim.gap),
            score = &read(aim.score)
        )),
        Goal::Top => lines.push(w::TOP_BAND.get(lang).to_owned()),
        Goal::Unknown => {}
    }
    match &reach.group {
        Goal::Needs(aim) => {
            let group = words::group(aim.reaches).get(lang);
            lines.push(fill!(
                w::REACH_GROUP,
                lang,
                group = group,
                points = &read(aim.gap),
                score = &read(aim.score)
            ));
        }
        Goal::Top => lines.push(w::TOP_GROUP.get(lang).to_owned()),
        Goal::Unknown => {}
    }
    match (&reach.next, &reach.five) {
        (Goal::Needs(next), Goal::Needs(five)) => {
            let say = |words: messages::Template, aim: &domain::why::Aim<u16>| {
                words.fill(
                    lang,
                    &arguments![
                        rank = &aim.reaches.to_string(),
                        points = &read(aim.gap),
                        score = &read(aim.score)
                    ],
                )
            };
            lines.push(say(w::REACH_NEXT, next));
            if five != next {
                let whole = why.fragility.as_ref().is_some_and(|firm| firm.place > 5);
                lines.push(say(if whole { w::REACH_FIVE } else { w::REACH_FIRST }, five));
            }
        }
        (Goal::Top, _) => lines.push(w::TOP_PLACE.get(lang).to_owned()),
        _ => lines.push(fill!(w::REACH_UNKNOWN, lang, year = &year)),
    }
    lines
}

/// How firm the place is.
pub(crate) fn firm(cx: &PageContext, why: &Why) -> Vec<String> {
    let lang = cx.lang();
    let Some(firm) = &why.fragility else {
        return vec![fill!(w::FIRM_UNKNOWN, lang, year = &why.key.year.to_string())];
    };
    let read = |value: f64| number::format(lang, value, firm.digits);
    let mut lines = Vec::new();
    if let Some(overlap) = firm.overlap {
        let ends = [read(overlap.own.low), read(overlap.own.high)];
        lines.push(fill!(
            w::FIRM_RANGE,
            lang,
            low = &ends[0],
            high = &ends[1],
            ahead = overlap.best - 1,
            behind = firm.of - overlap.worst,
            rank_best = overlap.best,
            rank_worst = overlap.worst,
            total = firm.of
        ));
        match overlap.groups {
            Some((best, worst)) if best == worst => {
                lines.push(fill!(w::FIRM_ONE_GROUP, lang, group = words::group(best).get(lang)));
            }
            Some((best, worst)) => {
                lines.push(fill!(
                    w::FIRM_GROUPS,
                    lang,
                    group_best = words::group(best).get(lang),
                    group_worst = words::group(worst).get(lang)
                ));
            }
            None => {}
        }
        lines.push(w::FIRM_HOW.get(lang).to_owned());
    }
    for (nudge, words) in [(firm.up, w::FIRM_UP), (firm.down, w::FIRM_DOWN)] {
        lines.extend(nudge.map(|nudge| {
            words.fill(
                lang,
                &arguments![points = &read(nudge.gap), rank = &nudge.place.to_string()],
            )
        }));
    }
    let half = distance(lang, firm.within);
    let near: Vec<String> = firm
        .near
        .iter()
        .map(|id| finding::name(cx.snapshot(), lang, *id, why.key))
        .collect();
    lines.push(match near.len() {
        0 => fill!(w::FIRM_ALONE, lang, points = &half),
        n => fill!(
            w::FIRM_NEAR,
            lang,
            count = &n.to_string(),
            points = &half,
            provinces = &words::list(lang, &near)
        ),
    });
    lines
}
