//! What is said of a province's figure in one line: which way it went over five comparable years, and how it compares
//! with the country. Both rules are the domain's; where a rule cannot answer, the line says why.

use domain::{
    Lang, ProvinceId, Table,
    benchmark::{Benchmark, NotCompared, Outcome, Quarter, Yardstick},
    number,
    trend::{Meaning, Measure, Movement, NoTrend, NoTrendReason, Trend},
};
use messages::{Msg, Template, arguments, fill, findings as w};

use crate::{
    context::PageContext,
    words::{ChangeCell, Mark},
};

/// Which way the figure went in the newest five years of which it can be said, up to the year of a table; or why it
/// cannot be said of the five years up to that one.
fn trend(cx: &PageContext, table: &Table, province: ProvinceId) -> Result<ChangeCell, String> {
    let lang = cx.lang();
    let found = cx.snapshot().newest_trend(table.key, province);
    found
        .map(|found| movement(lang, &found))
        .map_err(|short| no_trend(lang, short))
}

fn movement(lang: Lang, trend: &Trend) -> ChangeCell {
    let (mark, text) = match (trend.movement, trend.measure) {
        (Movement::Rising, Measure::Value) => (Mark::Up, w::RISING),
        (Movement::Rising, Measure::Rank) => (Mark::Up, w::CLIMBING),
        (Movement::Falling, Measure::Value) => (Mark::Down, w::FALLING),
        (Movement::Falling, Measure::Rank) => (Mark::Down, w::SINKING),
        (Movement::NoClearDirection, _) => (Mark::Same, w::NO_CLEAR_DIRECTION),
    };
    let years = [trend.from.to_string(), trend.to.to_string()];
    let mut text = text.fill(lang, &arguments![from = &years[0], to = &years[1]]);
    // An arrow up that is bad news must say so.
    let against = trend.measure == Measure::Value
        && matches!(
            (trend.movement, trend.meaning),
            (Movement::Rising, Meaning::Worse) | (Movement::Falling, Meaning::Better)
        );
    if against {
        let words = if trend.meaning == Meaning::Better {
            w::IS_BETTER
        } else {
            w::IS_WORSE
        };
        text = format!("{text} ({})", words.get(lang));
    }
    ChangeCell {
        mark,
        words: format!(
            "{text}. {}",
            fill!(w::TREND_RULE, lang, statistic = &trend.s.to_string())
        ),
        text,
    }
}

fn no_trend(lang: Lang, short: NoTrend) -> String {
    let year = |words: Template, year: i32| words.fill(lang, &arguments![year = &year.to_string()]);
    let pair = |words: Template, from: i32, to: i32| {
        words.fill(lang, &arguments![from = &from.to_string(), to = &to.to_string()])
    };
    match short.reason {
        NoTrendReason::BeginsIn(first) => year(w::BEGINS, first),
        NoTrendReason::NoTable(of) => year(w::NO_TABLE, of),
        NoTrendReason::NoFigure(of, _) => year(w::NO_FIGURE, of),
        NoTrendReason::Uncertain(of) => year(w::UNCERTAIN, of),
        NoTrendReason::DifferentMoments(of) => year(w::MOMENTS, of),
        NoTrendReason::OtherOrigin { from, to } => pair(w::OTHER_ORIGIN, from, to),
        NoTrendReason::Break { from, to, .. } => pair(w::BREAK, from, to),
    }
}

/// The figure beside the country's, with what it was held against; `None` where it has no figure to compare.
pub(crate) fn beside_country(cx: &PageContext, table: &Table, province: ProvinceId) -> Option<String> {
    let lang = cx.lang();
    let found = cx.snapshot().benchmark(table, province);
    match (outcome(found.outcome), found.outcome) {
        (Some(said), _) => Some(format!("{} ({})", said.get(lang), against(cx, table, &found))),
        (None, Outcome::NotCompared(reason)) if !matches!(reason, NotCompared::NoFigure(_)) => {
            Some(not_compared(lang, reason))
        }
        (None, _) => None,
    }
}

/// All results of a comparison with the country, the best first.
pub(crate) const OUTCOMES: [Outcome; 13] = [
    Outcome::Better,
    Outcome::Quarter(Quarter::First),
    Outcome::Higher,
    Outcome::QuarterBySize(Quarter::First),
    Outcome::Similar,
    Outcome::Quarter(Quarter::Second),
    Outcome::QuarterBySize(Quarter::Second),
    Outcome::Quarter(Quarter::Third),
    Outcome::QuarterBySize(Quarter::Third),
    Outcome::Lower,
    Outcome::QuarterBySize(Quarter::Fourth),
    Outcome::Worse,
    Outcome::Quarter(Quarter::Fourth),
];

/// The result of a comparison in words; `None` where nothing was compared.
pub(crate) const fn outcome(outcome: Outcome) -> Option<Msg> {
    Some(match outcome {
        Outcome::NotCompared(_) => return None,
        Outcome::Better => w::BETTER,
        Outcome::Similar => w::SIMILAR_TO,
        Outcome::Worse => w::WORSE,
        Outcome::Higher => w::HIGHER,
        Outcome::Lower => w::LOWER,
        Outcome::Quarter(quarter) => of_quarter(quarter, [w::BEST_QUARTER, w::SECOND, w::THIRD, w::WORST_QUARTER]),
        Outcome::QuarterBySize(quarter) => of_quarter(quarter, [w::HIGHEST, w::SECOND, w::THIRD, w::LOWEST]),
    })
}

const fn of_quarter(quarter: Quarter, words: [Msg; 4]) -> Msg {
    words[quarter as usize]
}

fn against(cx: &PageContext, table: &Table, found: &Benchmark) -> String {
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    let digits = indicator.decimals(table.key.component);
    let value = |value: f64| number::format(lang, value, digits);
    let counts = [found.known.to_string(), found.expected.to_string()];
    match found.against {
        Some(Yardstick::National(national, _)) => fill!(w::AGAINST_NATIONAL, lang, value = &value(national)),
        Some(Yardstick::Mean(mean)) => fill!(w::AGAINST_MEAN, lang, value = &value(mean)),
        Some(Yardstick::PublishedRank) => fill!(w::AGAINST_RANK, lang, count = &counts[0]),
        Some(Yardstick::Values) if found.partial() => {
            fill!(w::AGAINST_SOME, lang, count = &counts[0], total = &counts[1])
        }
        Some(Yardstick::Values) | None => fill!(w::AGAINST_ALL, lang, count = &counts[0]),
    }
}

fn not_compared(lang: Lang, reason: NotCompared) -> String {
    match reason {
        NotCompared::NoFigure(_) | NotCompared::Disputed => w::DISPUTED.get(lang).to_owned(),
        NotCompared::Inexact => w::INEXACT.get(lang).to_owned(),
        NotCompared::DifferentMoments => w::OF_MOMENTS.get(lang).to_owned(),
        NotCompared::UnequalTotals => w::UNEQUAL.get(lang).to_owned(),
        NotCompared::TooManyEqual => w::EQUAL.get(lang).to_owned(),
        NotCompared::TooFew { known, expected } => fill!(
            w::TOO_FEW,
            lang,
            count = &known.to_string(),
            total = &expected.to_string()
        ),
    }
}

/// Both in words, for a province's figure in a table.
pub(crate) struct Verdicts {
    pub(crate) year: i32,
    /// The trend, or why none can be said.
    pub(crate) trend: Result<ChangeCell, String>,
    pub(crate) country: Option<String>,
}

/// The verdicts on the year that stands for an indicator; `None` where the province is not in its table.
pub(crate) fn of(cx: &PageContext, table: &Table, province: ProvinceId) -> Option<Verdicts> {
    table.row(province)?;
    Some(Verdicts {
        year: table.key.year,
        trend: trend(cx, table, province),
        country: beside_country(cx, table, province),
    })
}
