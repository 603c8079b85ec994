//! Who is highest and lowest this year.

use domain::{Interval, Kind, Rank, RankOrigin, number};
use messages::{Template, arguments, compare as w, fill};

use super::{
    super::facts::Facts,
    phrases::{amount, counts, ends, holders},
};
use crate::{views::compare::facts, words};

/// The two ends of what may be compared: names, and the value as read.
struct Ends {
    high: Vec<String>,
    low: Vec<String>,
    high_text: String,
    low_text: String,
    apart: String,
}

/// What the exact values say of one another.
enum Level {
    /// Fewer than two, different moments, different totals.
    No,
    Same {
        exactly: bool,
        text: String,
        names: Vec<String>,
    },
    Apart(Ends),
}

fn look(facts: &Facts) -> Level {
    let exact = facts.exact();
    // Numbers out of different totals are not one scale.
    if facts.kind == Kind::Coverage || !facts.one_moment() {
        return Level::No;
    }
    let Some((low, high)) = ends(&exact) else {
        return Level::No;
    };
    let round = |value| number::round(value, facts.decimals);
    if round(low).total_cmp(&round(high)).is_eq() {
        return Level::Same {
            exactly: low.total_cmp(&high).is_eq(),
            text: facts.read(high),
            names: exact.iter().map(|(name, _)| (*name).to_owned()).collect(),
        };
    }
    Level::Apart(Ends {
        high: holders(&exact, high, facts.decimals),
        low: holders(&exact, low, facts.decimals),
        high_text: facts.read(high),
        low_text: facts.read(low),
        // As read: the difference of the two numbers that stand beside it.
        apart: amount(facts, round(high) - round(low)),
    })
}

pub(super) fn level(facts: &Facts) -> Option<String> {
    let lang = facts.lang;
    let year = facts.year.to_string();
    match look(facts) {
        Level::Same { exactly, text, names } => {
            let words = if exactly { w::LEVEL_SAME } else { w::LEVEL_SAME_ROUNDED };
            Some(words.fill(
                lang,
                &arguments![year = &year, provinces = &words::list(lang, &names), value = &text],
            ))
        }
        Level::Apart(ends) => {
            let words = match (facts.exact().len(), counts(facts)) {
                (2, false) => w::LEVEL_TWO,
                (2, true) => w::LEVEL_TWO_COUNT,
                (_, false) => w::LEVEL,
                (_, true) => w::LEVEL_COUNT,
            };
            let (high, low) = (words::list(lang, &ends.high), words::list(lang, &ends.low));
            let text = words.fill(
                lang,
                &arguments![
                    year = &year,
                    highest = &high,
                    highest_value = &ends.high_text,
                    lowest = &low,
                    lowest_value = &ends.low_text,
                    difference = &ends.apart
                ],
            );
            Some(part(facts, text, (w::LEVEL_PART, facts.exact().len())))
        }
        Level::No => why_not(facts, &year),
    }
}

fn why_not(facts: &Facts, year: &str) -> Option<String> {
    let lang = facts.lang;
    let exact = facts.exact();
    match exact[..] {
        [] => None,
        [(name, value)] => (facts.stands.len() > 1).then(|| {
            fill!(
                w::LEVEL_ONE,
                lang,
                year = year,
                province = name,
                value = &facts.read(value)
            )
        }),
        _ if !facts.one_moment() => {
            let known = facts
                .stands
                .iter()
                .filter(|s| exact.iter().any(|(name, _)| *name == s.name));
            let each = known.map(|s| format!("{}: {}", s.name, facts::moment(lang, s.moment, facts.year)));
            let each: Vec<String> = each.collect();
            Some(fill!(w::LEVEL_MOMENTS, lang, year = year, list = &each.join("; ")))
        }
        _ => Some(w::OF_WHICH.get(lang).to_owned()),
    }
}

/// Says so where not all are among those that a sentence speaks of.
fn part(facts: &Facts, text: String, (words, known): (Template, usize)) -> String {
    if known == facts.stands.len() {
        return text;
    }
    let part = words.fill(facts.lang, &arguments![found = known, expected = facts.stands.len()]);
    format!("{text} {part}")
}

/// Whether the published intervals of the highest and the lowest overlap; `None` if one has none.
pub(super) fn margin(facts: &Facts) -> Option<String> {
    let Level::Apart(ends) = look(facts) else { return None };
    let ([high], [low]) = (&ends.high[..], &ends.low[..]) else {
        return None;
    };
    let interval = |name: &String| facts.stands.iter().find(|stand| stand.name == *name)?.interval;
    let (above, below) = (interval(high)?, interval(low)?);
    let read = |interval: Interval| {
        let ends = [interval.low, interval.high].map(|value| number::format(facts.lang, value, facts.decimals));
        ends.join("–")
    };
    let words = if below.high >= above.low {
        w::OVERLAP
    } else {
        w::NO_OVERLAP
    };
    Some(words.fill(
        facts.lang,
        &arguments![
            highest = high,
            highest_interval = &read(above),
            lowest = low,
            lowest_interval = &read(below)
        ],
    ))
}

/// Who is in which of the four groups, where all have one.
pub(super) fn groups(facts: &Facts) -> Option<String> {
    let lang = facts.lang;
    if facts.stands.len() < 2 || facts.stands.iter().any(|stand| stand.group.is_none()) {
        return None;
    }
    let of = |group: u8| {
        let inside = facts.stands.iter().filter(|stand| stand.group == Some(group));
        let names: Vec<String> = inside.map(|stand| stand.name.clone()).collect();
        let group = words::group(group).get(lang);
        (!names.is_empty()).then(|| fill!(w::GROUP_OF, lang, group = group, provinces = &words::list(lang, &names)))
    };
    let all: Vec<String> = (1..=4).filter_map(of).collect();
    Some(fill!(w::GROUPS, lang, list = &all.join("; ")))
}

pub(super) fn title(facts: &Facts) -> Option<String> {
    let lang = facts.lang;
    match look(facts) {
        Level::No => None,
        Level::Same { text, names, .. } => Some(fill!(
            w::TITLE_SAME,
            lang,
            provinces = &words::list(lang, &names),
            value = &text
        )),
        Level::Apart(ends) => {
            let words = match (facts.exact().len(), counts(facts)) {
                (2, false) => w::TITLE_TWO,
                (2, true) => w::TITLE_TWO_COUNT,
                (_, false) => w::TITLE_MANY,
                (_, true) => w::TITLE_MANY_COUNT,
            };
            let (high, low) = (words::list(lang, &ends.high), words::list(lang, &ends.low));
            Some(words.fill(
                lang,
                &arguments![highest = &high, lowest = &low, difference = &ends.apart],
            ))
        }
    }
}

/// Names with their ranks.
type Ranked<'a> = Vec<(&'a str, Rank)>;

/// Ranks of one origin among one number of provinces; nothing for fewer than two.
fn ranks(facts: &Facts) -> Option<(Ranked<'_>, Rank, Rank)> {
    let known = facts
        .stands
        .iter()
        .filter_map(|stand| Some((stand.name.as_str(), stand.rank?)));
    let known: Ranked<'_> = known.filter(|_| facts.ranked).collect();
    let (_, first) = *known.first()?;
    let alike = |(_, rank): &(&str, Rank)| rank.origin == first.origin && rank.of == first.of;
    if known.len() < 2 || !known.iter().all(alike) {
        return None;
    }
    let best = known.iter().map(|(_, rank)| *rank).min_by_key(|rank| rank.place)?;
    let worst = known.iter().map(|(_, rank)| *rank).max_by_key(|rank| rank.place)?;
    (best.place < worst.place).then_some((known, best, worst))
}

fn at(known: &[(&str, Rank)], rank: Rank) -> Vec<String> {
    let same = known.iter().filter(|(_, other)| other.place == rank.place);
    same.map(|(name, _)| (*name).to_owned()).collect()
}

pub(super) fn rank(facts: &Facts) -> Option<String> {
    let lang = facts.lang;
    let (known, best, worst) = ranks(facts)?;
    let (high, low) = (
        words::list(lang, &at(&known, best)),
        words::list(lang, &at(&known, worst)),
    );
    let (best_text, worst_text) = (words::rank(best), words::rank(worst));
    let text = if known.len() == 2 {
        let places = (worst.place - best.place).to_string();
        fill!(
            w::RANK_TWO,
            lang,
            highest = &high,
            highest_rank = &best_text,
            lowest = &low,
            lowest_rank = &worst_text,
            places = &places
        )
    } else {
        fill!(
            w::RANK_MANY,
            lang,
            highest = &high,
            highest_rank = &best_text,
            lowest = &low,
            lowest_rank = &worst_text
        )
    };
    let text = part(facts, text, (w::RANK_PART, known.len()));
    match best.origin {
        RankOrigin::Published => Some(text),
        RankOrigin::Computed => Some(format!("{text} {}", w::RANK_COMPUTED.get(lang))),
    }
}

pub(super) fn rank_title(facts: &Facts) -> Option<String> {
    let lang = facts.lang;
    let (known, best, worst) = ranks(facts)?;
    let (high, low) = (
        words::list(lang, &at(&known, best)),
        words::list(lang, &at(&known, worst)),
    );
    let places = worst.place - best.place;
    Some(match (known.len(), places) {
        (2, 1) => fill!(w::TITLE_RANK_ONE, lang, highest = &high, lowest = &low),
        (2, _) => fill!(
            w::TITLE_RANK_TWO,
            lang,
            highest = &high,
            lowest = &low,
            places = &places.to_string()
        ),
        _ => fill!(w::TITLE_RANK_MANY, lang, highest = &high, lowest = &low),
    })
}
