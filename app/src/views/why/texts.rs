//! What a decomposition and its neighbours say, in words.

use domain::{
    ComponentId, Lang, RankOrigin, number,
    why::{Account, Decomposition, NotDecomposed, Part, SumKind},
};
use messages::{arguments, fill, why as w};

use super::model::Why;
use crate::{
    context::PageContext,
    findings::{comparison, headline as finding},
    words::{self, ChangeCell, Mark},
};

/// The name of a component in a year.
pub(crate) fn component(cx: &PageContext, why: &Why, id: ComponentId) -> String {
    let indicator = cx.snapshot().catalogue.indicator(why.key.indicator);
    indicator
        .component(id)
        .name_in(Some(why.key.year))
        .get(cx.lang())
        .to_owned()
}

/// Points with a sign and the decimals of the indicator.
pub(crate) fn points(cx: &PageContext, why: &Why, value: f64) -> String {
    number::format_signed(cx.lang(), value, decimals(cx, why))
}

fn decimals(cx: &PageContext, why: &Why) -> u8 {
    cx.snapshot()
        .catalogue
        .indicator(why.key.indicator)
        .decimals(ComponentId::TOTAL)
}

/// The finding, in one sentence.
pub(crate) fn title(cx: &PageContext, why: &Why) -> String {
    let lang = cx.lang();
    let name = finding::name(cx.snapshot(), lang, why.province, why.key);
    let short = cx.snapshot().catalogue.indicator(why.key.indicator).short.get(lang);
    let to = why.key.year.to_string();
    let Some(from) = why.from.map(|from| from.to_string()) else {
        return fill!(w::TITLE_ALONE, lang, province = &name, indicator = short, year = &to);
    };
    let Some(taken) = why.decomposition() else {
        return fill!(
            w::TITLE_REFUSED,
            lang,
            province = &name,
            indicator = short,
            from = &from,
            to = &to
        );
    };
    let decimals = decimals(cx, why);
    let change = number::round(taken.change, decimals);
    let size = number::format(lang, change.abs(), decimals);
    let sentence = match change.total_cmp(&0.0) {
        std::cmp::Ordering::Equal => {
            return fill!(
                w::TITLE_SAME,
                lang,
                province = &name,
                indicator = short,
                from = &from,
                to = &to
            );
        }
        std::cmp::Ordering::Greater => (w::TITLE_UP, w::TITLE_UP_BARE),
        std::cmp::Ordering::Less => (w::TITLE_DOWN, w::TITLE_DOWN_BARE),
    };
    let explained = taken.account.is_some_and(|account| account.adds_up());
    match strongest(taken).filter(|_| explained) {
        Some((id, value)) => {
            let part = component(cx, why, id);
            let value = number::format_signed(lang, value, decimals);
            sentence.0.fill(
                lang,
                &arguments![
                    province = &name,
                    indicator = short,
                    from = &from,
                    to = &to,
                    points = &size,
                    component = &part,
                    contribution = &value
                ],
            )
        }
        None => sentence.1.fill(
            lang,
            &arguments![
                province = &name,
                indicator = short,
                from = &from,
                to = &to,
                points = &size
            ],
        ),
    }
}

/// The component that moved the total most in the direction of its change; `None` if two did alike.
fn strongest(taken: &Decomposition) -> Option<(ComponentId, f64)> {
    let sign = taken.change.signum();
    let mut parts: Vec<(ComponentId, f64)> = taken
        .parts
        .iter()
        .filter_map(|part| Some((part.component, part.contribution?)))
        .collect();
    parts.sort_by(|a, b| (b.1 * sign).total_cmp(&(a.1 * sign)));
    match parts[..] {
        [first, second, ..] if first.1 * sign > 0.0 && (first.1 - second.1).abs() > 1e-9 => Some(first),
        [first] if first.1 * sign > 0.0 => Some(first),
        _ => None,
    }
}

/// Totals and ranks of the two years.
pub(crate) fn summary(cx: &PageContext, why: &Why, taken: &Decomposition) -> Vec<String> {
    let lang = cx.lang();
    let decimals = decimals(cx, why);
    let [from, to] = [taken.from_year, why.key.year].map(|year| year.to_string());
    let read = |value| number::format(lang, value, decimals);
    let change = number::format_signed(lang, taken.change, decimals);
    let totals = fill!(
        w::TOTALS,
        lang,
        score_before = &read(taken.from),
        from = &from,
        score = &read(taken.to),
        to = &to,
        change = &change
    );
    let mut lines = vec![totals];
    let change = cx.snapshot().change(why.key, taken.from_year, why.province);
    let table = cx.snapshot().table(why.key);
    let now = table.and_then(|table| table.row(why.province)?.rank);
    if let Some((before, now)) = change.rank.zip(now) {
        let ranks = [words::rank(before), words::rank(now)];
        let moved = words::places(lang, &change, Some(now), why.key.year).words;
        lines.push(match now.origin {
            _ if change.comparable_places().is_none() => fill!(
                w::RANKS_APART,
                lang,
                rank_before = &ranks[0],
                from = &from,
                rank = &ranks[1],
                to = &to
            ),
            RankOrigin::Published => fill!(
                w::RANKS_PUBLISHED,
                lang,
                rank_before = &ranks[0],
                from = &from,
                rank = &ranks[1],
                to = &to,
                movement = &moved
            ),
            RankOrigin::Computed => fill!(
                w::RANKS_COMPUTED,
                lang,
                rank_before = &ranks[0],
                from = &from,
                rank = &ranks[1],
                to = &to,
                movement = &moved
            ),
        });
    }
    lines
}

/// Total and rank of the later year alone.
pub(crate) fn standing(cx: &PageContext, why: &Why) -> Option<String> {
    let lang = cx.lang();
    let row = cx.snapshot().table(why.key)?.row(why.province)?;
    let year = why.key.year.to_string();
    let Some(value) = cx.snapshot().figure(row.figure).value.value() else {
        return Some(fill!(
            w::STANDS_SCORELESS,
            lang,
            year = &year,
            rank = &words::rank(row.rank?)
        ));
    };
    let value = number::format(lang, value, decimals(cx, why));
    Some(match row.rank {
        None => fill!(w::STANDS_UNRANKED, lang, year = &year, score = &value),
        Some(rank) if rank.origin == RankOrigin::Computed => {
            fill!(
                w::STANDS_COMPUTED,
                lang,
                year = &year,
                score = &value,
                rank = &words::rank(rank)
            )
        }
        Some(rank) => fill!(w::STANDS, lang, year = &year, score = &value, rank = &words::rank(rank)),
    })
}

/// How the parts add up, and how that is known.
pub(crate) fn account(cx: &PageContext, why: &Why, taken: &Decomposition) -> Vec<String> {
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(why.key.indicator);
    let rules = [taken.from_year, why.key.year].map(|year| indicator.sum_rule(year));
    let Some(account) = taken.account else {
        let known = rules
            .iter()
            .flatten()
            .filter(|rule| rule.kind == SumKind::NotReproduced);
        let mut notes: Vec<String> = known.map(|rule| rule.note.get(lang).to_owned()).collect();
        notes.dedup();
        if notes.is_empty() {
            notes.push(w::NO_RULE.get(lang).to_owned());
        }
        notes.insert(0, w::NO_ACCOUNT.get(lang).to_owned());
        return notes;
    };
    let how = if account.weighted {
        w::SUM_WEIGHTED
    } else {
        w::SUM_PLAIN
    };
    let mut lines = vec![adds_up(lang, taken, &account), how.get(lang).to_owned()];
    lines.extend(rules.iter().flatten().map(|rule| rule.note.get(lang).to_owned()));
    lines.dedup();
    lines
}

/// Contributions, published change and remainder with the published decimals.
fn adds_up(lang: Lang, taken: &Decomposition, account: &Account) -> String {
    let digits = exact(taken);
    let signed = |value| number::format_signed(lang, value, digits);
    let words = if account.adds_up() {
        w::ADDS_UP
    } else {
        w::DOES_NOT_ADD_UP
    };
    let rounding = number::format(lang, account.rounding, digits.max(4));
    words.fill(
        lang,
        &arguments![
            sum = &signed(account.explained),
            change = &signed(taken.change),
            remainder = &signed(account.remainder),
            rounding = &rounding
        ],
    )
}

/// Decimals with which everything is exact that was published.
pub(crate) fn exact(taken: &Decomposition) -> u8 {
    taken
        .parts
        .iter()
        .map(|part| part.digits)
        .max()
        .unwrap_or_default()
        .max(taken.digits)
}

/// Places won or lost through one component.
pub(crate) fn places(lang: Lang, part: &Part) -> Option<ChangeCell> {
    let places = part.places?;
    let steps = places.unsigned_abs().to_string();
    let (mark, words) = match places {
        0 => (Mark::Same, w::NO_PLACES.get(lang).to_owned()),
        1.. => (Mark::Up, fill!(w::WON, lang, places = &steps)),
        _ => (Mark::Down, fill!(w::COST, lang, places = &steps)),
    };
    let text = if places == 0 { String::new() } else { steps };
    Some(ChangeCell { mark, text, words })
}

/// A distance with as many decimals as it has: `0,5`, `0,01`.
pub(crate) fn distance(lang: Lang, points: f64) -> String {
    let whole = |digits: u8| number::round(points, digits).total_cmp(&points).is_eq();
    let digits = (1..4).find(|digits| whole(*digits)).unwrap_or(4);
    number::format(lang, points, digits)
}

/// Why a change is not taken apart.
pub(crate) struct NotExplained {
    /// True where the two years do not compare.
    pub(crate) broken: bool,
    pub(crate) lines: Vec<String>,
}

pub(crate) fn refusal(cx: &PageContext, why: &Why) -> Option<NotExplained> {
    let lang = cx.lang();
    let Some(from) = why.from else {
        return Some(NotExplained {
            broken: false,
            lines: vec![w::ONE_YEAR.get(lang).to_owned()],
        });
    };
    let indicator = cx.snapshot().catalogue.indicator(why.key.indicator);
    let Some(Err(reason)) = &why.taken else { return None };
    let names = |ids: &[ComponentId]| {
        let names: Vec<String> = ids.iter().map(|id| component(cx, why, *id)).collect();
        words::list(lang, &names)
    };
    let of_years = |words: messages::Template, lists: [&[ComponentId]; 2]| -> Vec<String> {
        let years = [from, why.key.year];
        let both = years.into_iter().zip(lists).filter(|(_, ids)| !ids.is_empty());
        both.map(|(year, ids)| words.fill(lang, &arguments![year = &year.to_string(), components = &names(ids)]))
            .collect()
    };
    let one = |line: String| vec![line];
    let lines = match reason {
        NotDecomposed::NotComparable(verdict) => {
            let says = words::verdict(*verdict).get(lang).to_lowercase();
            let years = [from, why.key.year].map(|year| year.to_string());
            vec![
                fill!(
                    w::NOT_COMPARABLE,
                    lang,
                    from = &years[0],
                    to = &years[1],
                    verdict = &says
                ),
                comparison::reason(lang, indicator.compare(from, why.key.year)),
            ]
        }
        NotDecomposed::NoTotal(year) => one(fill!(w::NO_TOTAL, lang, year = &year.to_string())),
        NotDecomposed::Disputed(year) => one(fill!(w::DISPUTED, lang, year = &year.to_string())),
        NotDecomposed::NoComponents => one(w::NO_COMPONENTS.get(lang).to_owned()),
        NotDecomposed::ComponentsDiffer {
            only_before,
            only_after,
        } => [
            one(w::COMPONENTS_DIFFER.get(lang).to_owned()),
            of_years(w::ONLY_IN, [only_before, only_after]),
        ]
        .concat(),
        NotDecomposed::ComponentsMissing { before, after } => [
            one(w::COMPONENTS_MISSING.get(lang).to_owned()),
            of_years(w::MISSING_IN, [before, after]),
        ]
        .concat(),
        NotDecomposed::NotAHeadline | NotDecomposed::NotEarlier => {
            one(fill!(w::NOT_A_SCORE, lang, indicator = indicator.short.get(lang)))
        }
    };
    Some(NotExplained {
        broken: matches!(reason, NotDecomposed::NotComparable(_)),
        lines,
    })
}
