//! Who rose and who fell between two years that may be compared.

use domain::number;
use messages::{Template, arguments, compare as w, fill};

use super::{
    super::facts::Facts,
    phrases::{ends, holders, with_unit},
};
use crate::{
    views::compare::facts::{Seen, Stand},
    words,
};

/// The comparable changes of those with an exact value.
fn comparable(facts: &Facts) -> Vec<(&str, f64)> {
    let exact = facts.stands.iter().filter(|stand| matches!(stand.seen, Seen::Exact(_)));
    let change = |stand: &'_ Stand| stand.change?.comparable_points();
    exact
        .filter_map(|stand| Some((stand.name.as_str(), change(stand)?)))
        .collect()
}

fn signed(facts: &Facts, value: f64) -> String {
    with_unit(facts, &number::format_signed(facts.lang, value, facts.decimals))
}

pub(super) fn moves(facts: &Facts) -> Option<String> {
    let lang = facts.lang;
    let [from, to] = [facts.from?, facts.year].map(|year| year.to_string());
    let known = comparable(facts);
    let Some((low, high)) = ends(&known) else {
        return match known[..] {
            [(name, points)] if facts.stands.len() > 1 => Some(fill!(
                w::MOVES_ONE,
                lang,
                from = &from,
                to = &to,
                province = name,
                change = &signed(facts, points)
            )),
            [] if across_a_break(facts) => Some(fill!(w::MOVES_NONE, lang, from = &from, to = &to)),
            _ => None,
        };
    };
    let text = between(facts, &known, (low, high), [&from, &to]);
    Some(part(facts, text, known.len()))
}

/// Says so where not all can be compared.
fn part(facts: &Facts, text: String, known: usize) -> String {
    if known == facts.stands.len() {
        return text;
    }
    let counts = [known, facts.stands.len()].map(|n| n.to_string());
    let part = fill!(w::MOVES_PART, facts.lang, found = &counts[0], expected = &counts[1]);
    format!("{text} {part}")
}

fn between(facts: &Facts, known: &[(&str, f64)], (low, high): (f64, f64), [from, to]: [&str; 2]) -> String {
    let lang = facts.lang;
    let round = |value| number::round(value, facts.decimals);
    let at = |value| words::list(lang, &holders(known, value, facts.decimals));
    let (top, bottom) = (signed(facts, high), signed(facts, low));
    let (low_sign, high_sign) = (round(low).total_cmp(&0.0), round(high).total_cmp(&0.0));
    let full = |words: Template| {
        words.fill(
            lang,
            &arguments![
                from = from,
                to = to,
                highest = &at(high),
                highest_change = &top,
                lowest = &at(low),
                lowest_change = &bottom
            ],
        )
    };
    if round(low).total_cmp(&round(high)).is_eq() {
        let names = at(high);
        return if high_sign.is_eq() {
            fill!(w::MOVES_STILL, lang, from = from, to = to, provinces = &names)
        } else {
            fill!(
                w::MOVES_SAME,
                lang,
                from = from,
                to = to,
                provinces = &names,
                change = &top
            )
        };
    }
    match (low_sign.is_lt(), high_sign.is_gt()) {
        (true, true) => full(w::MOVES_BOTH),
        (false, true) if low_sign.is_eq() => fill!(
            w::MOVES_UP_STILL,
            lang,
            from = from,
            to = to,
            highest = &at(high),
            highest_change = &top,
            unchanged = &at(low)
        ),
        (true, false) if high_sign.is_eq() => fill!(
            w::MOVES_DOWN_STILL,
            lang,
            from = from,
            to = to,
            lowest = &at(low),
            lowest_change = &bottom,
            unchanged = &at(high)
        ),
        (false, _) => full(w::MOVES_UP),
        (true, false) => full(w::MOVES_DOWN),
    }
}

/// True if a province has both figures and they may not be compared.
fn across_a_break(facts: &Facts) -> bool {
    let changes = facts.stands.iter().filter_map(|stand| stand.change);
    changes
        .filter(|change| change.points.is_ok())
        .any(|change| !change.verdict.comparable())
}

/// Who climbed and who lost most places, where ranks are shown and may be compared.
pub(super) fn places(facts: &Facts) -> Option<String> {
    if !facts.ranked {
        return None;
    }
    let lang = facts.lang;
    let [from, to] = [facts.from?, facts.year].map(|year| year.to_string());
    let known: Vec<(&str, i32)> = facts
        .stands
        .iter()
        .filter_map(|stand| Some((stand.name.as_str(), stand.change?.comparable_places()?)))
        .collect();
    let says = |places: i32, one: Template, many: Template| {
        let same = known.iter().filter(|(_, other)| *other == places);
        let names: Vec<String> = same.map(|(name, _)| (*name).to_owned()).collect();
        let steps = match places.unsigned_abs() {
            1 => w::STEP.get(lang).to_owned(),
            steps => fill!(w::STEPS, lang, places = &steps.to_string()),
        };
        let words = if known.len() == 1 { one } else { many };
        words.fill(
            lang,
            &arguments![provinces = &words::list(lang, &names), places = &steps],
        )
    };
    let up = known
        .iter()
        .map(|(_, places)| *places)
        .max()
        .filter(|places| *places > 0);
    let down = known
        .iter()
        .map(|(_, places)| *places)
        .min()
        .filter(|places| *places < 0);
    let up = up.map(|places| says(places, w::PLACES_ONE_UP, w::PLACES_UP));
    let down = down.map(|places| says(places, w::PLACES_ONE_DOWN, w::PLACES_DOWN));
    let both: Vec<String> = up.into_iter().chain(down).collect();
    if both.is_empty() {
        return None;
    }
    let text = fill!(w::PLACES, lang, from = &from, to = &to, list = &both.join("; "));
    Some(part(facts, text, known.len()))
}

/// The same for a chart: each change with its sign, or that there is none.
pub(crate) fn moves_title(facts: &Facts) -> Option<String> {
    let lang = facts.lang;
    let [from, to] = [facts.from?, facts.year].map(|year| year.to_string());
    let known = comparable(facts);
    if known.is_empty() {
        return across_a_break(facts).then(|| fill!(w::TITLE_MOVES_NONE, lang, from = &from, to = &to));
    }
    let (first, last) = (known.first()?, known.last()?);
    let (high, low) = known.iter().fold((first, last), |(high, low), one| {
        let high = if one.1 > high.1 { one } else { high };
        (high, if one.1 < low.1 { one } else { low })
    });
    let read = |one: &(&str, f64)| format!("{} {}", one.0, number::format_signed(lang, one.1, facts.decimals));
    let both = if known.len() == 1 {
        read(high)
    } else {
        format!("{}; {}", read(high), read(low))
    };
    Some(fill!(w::TITLE_MOVES, lang, from = &from, to = &to, list = &both))
}
