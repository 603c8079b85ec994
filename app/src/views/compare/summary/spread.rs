//! Where the provinces lie closest together and furthest apart: over the components and over the years.

use domain::number;
use messages::{compare as w, fill};

use super::Facts;
use crate::views::compare::facts::Part;

/// A component with the distance between its highest and lowest value.
struct Spread<'a> {
    part: &'a Part,
    high: (usize, f64),
    low: (usize, f64),
    /// Distance as a share of the component's maximum.
    share: f64,
}

/// Components in which as many provinces as possible (two at least) have a figure, and their maximum is
/// known: distances on different scales are compared as shares.
fn spreads(facts: &Facts) -> Vec<Spread<'_>> {
    let known = |part: &Part| part.values.iter().flatten().count();
    let most = facts.parts.iter().map(known).max().unwrap_or(0);
    let full = facts.parts.iter().filter(|part| most >= 2 && known(part) == most);
    full.filter_map(|part| {
        let max = part.max?;
        let values = || {
            let all = part.values.iter().enumerate();
            all.filter_map(|(at, value)| Some((at, number::round((*value)?, part.decimals))))
        };
        let high = values().reduce(|a, b| if b.1 > a.1 { b } else { a })?;
        let low = values().reduce(|a, b| if b.1 < a.1 { b } else { a })?;
        let share = (high.1 - low.1) / max;
        Some(Spread { part, high, low, share })
    })
    .collect()
}

/// The components with the greatest and the smallest distance; nothing for fewer than two components, or
/// where all distances are the same.
fn ends<'a, 'b>(spreads: &'a [Spread<'b>]) -> Option<(&'a Spread<'b>, &'a Spread<'b>)> {
    let far = spreads.iter().reduce(|a, b| if b.share > a.share { b } else { a })?;
    let near = spreads.iter().reduce(|a, b| if b.share < a.share { b } else { a })?;
    (far.share > near.share).then_some((far, near))
}

pub(super) fn apart(facts: &Facts) -> Option<String> {
    let lang = facts.lang;
    let spreads = spreads(facts);
    let (far, near) = ends(&spreads)?;
    let name = |at: usize| facts.stands.get(at).map_or("", |stand| stand.name.as_str());
    let read = |part: &Part, value| number::format(lang, value, part.decimals);
    let closest = if near.high.1 > near.low.1 {
        let ends = [near.low.1, near.high.1].map(|value| read(near.part, value));
        fill!(w::PARTS_RANGE, lang, low = &ends[0], high = &ends[1])
    } else {
        read(near.part, near.high.1)
    };
    let text = fill!(
        w::PARTS_APART,
        lang,
        count = &spreads.len().to_string(),
        furthest = &far.part.name,
        highest = name(far.high.0),
        highest_value = &read(far.part, far.high.1),
        lowest = name(far.low.0),
        lowest_value = &read(far.part, far.low.1),
        closest = &near.part.name,
        closest_value = &closest
    );
    let one_scale = spreads.windows(2).all(|pair| pair[0].part.max == pair[1].part.max);
    if one_scale {
        return Some(text);
    }
    Some(format!("{text} {}", w::PARTS_SHARE.get(lang)))
}

/// Who alone is highest in how many components; `None` if no single one is most often.
pub(super) fn leads(facts: &Facts) -> Option<String> {
    let lang = facts.lang;
    let all = facts.stands.len();
    let full: Vec<&Part> = facts
        .parts
        .iter()
        .filter(|p| p.values.iter().flatten().count() == all)
        .collect();
    if full.len() < 2 || all < 2 || facts.kind != domain::Kind::Score {
        return None;
    }
    let mut led = vec![0usize; all];
    for part in &full {
        let rounded = || {
            part.values
                .iter()
                .flatten()
                .map(|value| number::round(*value, part.decimals))
        };
        let top = rounded().fold(f64::NEG_INFINITY, f64::max);
        let mut holders = rounded().enumerate().filter(|(_, value)| *value >= top);
        if let (Some((at, _)), None) = (holders.next(), holders.next()) {
            led[at] += 1;
        }
    }
    let mut order: Vec<(usize, usize)> = led.into_iter().enumerate().collect();
    order.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    let (first, second) = (order.first()?, order.get(1)?);
    let name = |at: usize| facts.stands.get(at).map_or("", |stand| stand.name.as_str());
    let count = full.len().to_string();
    if all == 2 {
        let each = [first.1, second.1].map(|n| n.to_string());
        return Some(fill!(
            w::PARTS_TWO,
            lang,
            province = name(first.0),
            count = &each[0],
            total = &count,
            other = name(second.0),
            other_count = &each[1]
        ));
    }
    let most = first.1 > second.1 && first.1 > 1;
    most.then(|| {
        fill!(
            w::PARTS_MOST,
            lang,
            province = name(first.0),
            count = &first.1.to_string(),
            total = &count
        )
    })
}

pub(super) fn years(facts: &Facts) -> Option<String> {
    let led = facts.years.as_ref()?;
    let numbers = [led.led, led.of].map(|n| n.to_string());
    let span = [led.first, led.last].map(|year| year.to_string());
    let most = fill!(
        w::YEARS_MOST,
        facts.lang,
        province = &led.name,
        count = &numbers[0],
        total = &numbers[1],
        from = &span[0],
        to = &span[1]
    );
    Some(if led.across_break {
        format!("{most} {}", w::YEARS_BREAK.get(facts.lang))
    } else {
        most
    })
}

/// The same for a chart.
pub(crate) fn parts_title(facts: &Facts) -> Option<String> {
    let spreads = spreads(facts);
    let (far, near) = ends(&spreads)?;
    Some(fill!(
        w::TITLE_PARTS,
        facts.lang,
        furthest = &far.part.name,
        closest = &near.part.name
    ))
}
