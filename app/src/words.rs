//! Figures put into words: values with their unit, ranks, changes, names.

use domain::{
    Approx, AsOf, Change, ComponentId, Date, Figure, Gap, Indicator, Kind, Lang, Listed, Missing, Observation,
    Province, Quantity, Rank, RankOrigin, Unit, Verdict, number,
};
use messages::{Msg, common as m, fill};

/// A value with the indicator's decimals and its unit's sign: `86,67`, `87,16%`, `gần 2.000`.
pub(crate) fn quantity(lang: Lang, indicator: &Indicator, component: ComponentId, quantity: Quantity) -> String {
    quantity_with(lang, indicator, component, quantity, indicator.decimals(component))
}

/// The same with a given number of decimals, for two compared values that differ in later ones.
pub(crate) fn quantity_with(
    lang: Lang,
    indicator: &Indicator,
    component: ComponentId,
    quantity: Quantity,
    decimals: u8,
) -> String {
    let mut text = number::format(lang, quantity.value, decimals);
    if indicator.unit(component) == Unit::Percent {
        text.push('%');
    }
    match quantity.approx {
        None => text,
        Some(Approx::About) => fill!(m::ABOUT, lang, value = &text),
        Some(Approx::Over) => fill!(m::OVER, lang, value = &text),
        Some(Approx::Under) => fill!(m::UNDER, lang, value = &text),
    }
}

/// A value with the decimals that its source gives, for showing claims side by side.
pub(crate) fn as_given(lang: Lang, indicator: &Indicator, component: ComponentId, quantity: Quantity) -> String {
    let mut text = number::format(lang, quantity.value, quantity.digits);
    if indicator.unit(component) == Unit::Percent {
        text.push('%');
    }
    text
}

/// The value of a figure as read, with its denominator for coverage; `None` if there
/// is no agreed value.
pub(crate) fn value(lang: Lang, indicator: &Indicator, figure: &Figure) -> Option<String> {
    let Observation::Known(known) = figure.value else {
        return None;
    };
    let text = marked(figure, quantity(lang, indicator, figure.key.component, known));
    match figure.of().filter(|_| indicator.kind == Kind::Coverage) {
        Some(of) => Some(format!("{text}/{}", number::format(lang, of, 0))),
        None => Some(text),
    }
}

/// A value with the mark of one that was computed here by the publisher's rule; [`m::BY_RULE`] explains it.
pub(crate) fn marked(figure: &Figure, text: String) -> String {
    if figure.computed() { format!("{text}*") } else { text }
}

/// Unit of a component's values in words.
pub(crate) fn unit(lang: Lang, indicator: &Indicator, component: ComponentId) -> String {
    match indicator.unit(component) {
        Unit::Point => m::UNIT_POINT.get(lang).to_owned(),
        Unit::Percent => m::PERCENT.get(lang).to_owned(),
        Unit::Count => indicator
            .counted_as
            .as_ref()
            .map(|t| t.get(lang).to_owned())
            .unwrap_or_default(),
    }
}

/// `16/63`.
pub(crate) fn rank(rank: Rank) -> String {
    format!("{}/{}", rank.place, rank.of)
}

/// `16/63`, or `16/63 (tính)` where the rank was computed here.
pub(crate) fn rank_said(lang: Lang, rank: Rank) -> String {
    match rank.origin {
        RankOrigin::Published => self::rank(rank),
        RankOrigin::Computed => fill!(m::RANK_MARKED, lang, rank = &self::rank(rank)),
    }
}

/// Why there is no value.
pub(crate) const fn missing(reason: Missing) -> Msg {
    match reason {
        Missing::NotFound => m::MISSING_NOT_FOUND,
        Missing::NotPublished => m::MISSING_NOT_PUBLISHED,
        Missing::NotSurveyed => m::MISSING_NOT_SURVEYED,
        Missing::NotRanked => m::MISSING_NOT_RANKED,
        Missing::BeforeUnit => m::MISSING_BEFORE,
        Missing::AfterUnit => m::MISSING_AFTER,
    }
}

/// Name of a group, 1 (highest) to 4.
pub(crate) const fn group(group: u8) -> Msg {
    match group {
        1 => m::GROUP_1,
        2 => m::GROUP_2,
        3 => m::GROUP_3,
        _ => m::GROUP_4,
    }
}

/// Short words for a verdict.
pub(crate) const fn verdict(verdict: Verdict) -> Msg {
    match verdict {
        Verdict::SameMethod => m::VERDICT_SAME,
        Verdict::MethodChanged => m::VERDICT_METHOD,
        Verdict::Unclear => m::VERDICT_UNCLEAR,
        Verdict::UnitsChanged => m::VERDICT_UNITS,
    }
}

/// A province's name; a former one with the name of a present one is distinguished.
pub(crate) fn province(lang: Lang, province: &Province) -> String {
    let name = province.name.get(lang);
    if province.listed == Listed::Before2025 && province.slug.ends_with("-63") {
        format!("{name} ({})", m::FORMER.get(lang))
    } else {
        name.to_owned()
    }
}

/// What a change cell shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ChangeCell {
    /// Its shape.
    pub(crate) mark: Mark,
    /// What is read beside the shape.
    pub(crate) text: String,
    /// What a screen reader hears, and a tooltip shows, in place of the shape.
    pub(crate) words: String,
}

/// The shape of a change. Colour follows it, and is never the only sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Up,
    Down,
    Same,
    NotComparable,
    NoBase,
}

/// Change in places.
pub(crate) fn places(lang: Lang, change: &Change, now: Option<Rank>, year: i32) -> ChangeCell {
    let places = match change.places {
        Ok(places) => places,
        Err(reason) => return gap(lang, reason, change.year, year),
    };
    let steps = places.unsigned_abs().to_string();
    if !change.places_verdict.comparable() {
        let shown = change
            .rank
            .zip(now)
            .map(|(a, b)| [rank(a), change.year.to_string(), rank(b), year.to_string()]);
        let words = shown.map(|[a, y, b, z]| {
            fill!(
                m::NOT_COMPARABLE_PLACES,
                lang,
                rank_before = &a,
                year_before = &y,
                rank = &b,
                year = &z
            )
        });
        return ChangeCell {
            mark: Mark::NotComparable,
            text: number::format_signed(lang, f64::from(places), 0),
            words: words.unwrap_or_else(|| m::NOT_COMPARABLE.get(lang).to_owned()),
        };
    }
    let (mark, text, words) = match places {
        0 => (Mark::Same, String::new(), m::SAME_PLACE.get(lang).to_owned()),
        1.. => (Mark::Up, steps.clone(), fill!(m::UP_PLACES, lang, places = &steps)),
        _ => (Mark::Down, steps.clone(), fill!(m::DOWN_PLACES, lang, places = &steps)),
    };
    ChangeCell { mark, text, words }
}

/// Change of the value.
pub(crate) fn points(lang: Lang, change: &Change, decimals: u8, year: i32) -> ChangeCell {
    let points = match change.points {
        Ok(points) => points,
        Err(reason) => return gap(lang, reason, change.year, year),
    };
    let text = number::format_signed(lang, points, decimals);
    if change.verdict.comparable() {
        let mark = match number::round(points, decimals).total_cmp(&0.0) {
            std::cmp::Ordering::Greater => Mark::Up,
            std::cmp::Ordering::Less => Mark::Down,
            std::cmp::Ordering::Equal => Mark::Same,
        };
        return ChangeCell {
            mark,
            text,
            words: String::new(),
        };
    }
    ChangeCell {
        mark: Mark::NotComparable,
        text,
        words: fill!(m::NOT_COMPARABLE_POINTS, lang, year_before = &change.year.to_string()),
    }
}

/// Why there is no difference.
fn gap(lang: Lang, gap: Gap, before: i32, year: i32) -> ChangeCell {
    let words = match gap {
        Gap::NoBase => fill!(m::NO_FIGURE_FOR, lang, year = &before.to_string()),
        Gap::NoFigure => fill!(m::NO_FIGURE_FOR, lang, year = &year.to_string()),
        Gap::BaseDisputed => fill!(m::DISPUTED_FOR, lang, year = &before.to_string()),
        Gap::FigureDisputed => fill!(m::DISPUTED_FOR, lang, year = &year.to_string()),
        Gap::OtherOrigin => m::OTHER_ORIGIN.get(lang).to_owned(),
    };
    ChangeCell {
        mark: Mark::NoBase,
        text: String::new(),
        words,
    }
}

/// Names in a row: "A, B và C".
pub(crate) fn list(lang: Lang, names: &[String]) -> String {
    let and = match lang {
        Lang::Vi => " và ",
        Lang::En => " and ",
    };
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{}{and}{last}", first.join(", ")),
    }
}

/// A day or a month as people write it: "14/3/2017" for `2017-03-14`, "tháng 3/2017" for `2017-03`. What is neither
/// stays as it is.
pub(crate) fn day(lang: Lang, written: &str) -> String {
    let parts: Vec<&str> = written.split('-').collect();
    let month = |year: &str, month: &str| Some((year.parse::<i32>().ok()?, month.parse::<u8>().ok()?));
    let found = match parts[..] {
        [year, of, day] if year.len() == 4 => month(year, of)
            .zip(day.parse().ok())
            .and_then(|((year, month), day)| Date::new(year, month, day))
            .map(|date| date.format(lang)),
        [year, of] if year.len() == 4 => month(year, of)
            .filter(|(_, month)| (1..=12).contains(month))
            .map(|(year, month)| AsOf::Month(year, month).format(lang)),
        _ => None,
    };
    found.unwrap_or_else(|| written.to_owned())
}
