//! What differs, in sentences made by rule from the figures. Where the figures do not allow a sentence,
//! there is none.

mod level;
mod moves;
mod phrases;
mod spread;

use super::{
    facts::{Seen, Stand},
    model::Facts,
};
use crate::words;
use messages::{compare as w, fill};

pub(crate) use moves::moves_title;
pub(crate) use spread::parts_title;

/// The finding, in one short sentence.
pub(crate) fn title(facts: &Facts) -> String {
    let finding = finding(facts).unwrap_or_else(|| how_many(facts));
    let mut letters = finding.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.as_str().chars()).collect()
}

/// The finding after the name of the indicator and the year.
pub(crate) fn dated_title(facts: &Facts, measure: &str) -> String {
    finding(facts).map_or_else(
        || how_many(facts),
        |finding| format!("{measure} {}: {finding}", facts.year),
    )
}

/// As it stands within a sentence.
fn finding(facts: &Facts) -> Option<String> {
    level::title(facts).or_else(|| level::rank_title(facts))
}

fn how_many(facts: &Facts) -> String {
    let seen = |stand: &&Stand| !matches!(stand.seen, Seen::Missing(_));
    let known = facts.stands.iter().filter(seen).count();
    let counts = [known, facts.stands.len()];
    let year = facts.year.to_string();
    fill!(
        w::TITLE_COVERAGE,
        facts.lang,
        indicator = &facts.short,
        year = &year,
        found = counts[0],
        expected = counts[1]
    )
}

/// Who is highest and lowest, who rose and fell, over the years, among the components, who has no figure.
pub(crate) fn sentences(facts: &Facts) -> Vec<String> {
    let mut all = Vec::new();
    all.extend(level::level(facts));
    all.extend(level::margin(facts));
    all.extend(level::groups(facts));
    all.extend(level::rank(facts));
    all.extend(moves::moves(facts));
    all.extend(moves::places(facts));
    all.extend(spread::years(facts));
    all.extend(spread::apart(facts));
    all.extend(spread::leads(facts));
    all.extend(coverage(facts));
    all
}

/// Who has no figure, by reason; and whose is not exact.
fn coverage(facts: &Facts) -> Vec<String> {
    let lang = facts.lang;
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    let mut inexact = Vec::new();
    for stand in &facts.stands {
        let why = match &stand.seen {
            Seen::Exact(_) => continue,
            Seen::Inexact(text) => {
                inexact.push(format!("{} ({text})", stand.name));
                continue;
            }
            Seen::Disputed => w::DISPUTED.get(lang).to_owned(),
            Seen::RankOnly => {
                let rank = stand.rank.map(words::rank).unwrap_or_default();
                fill!(w::RANK_ONLY, lang, rank = &rank)
            }
            Seen::Missing(why) => why.clone(),
        };
        match groups.iter_mut().find(|(known, _)| *known == why) {
            Some((_, names)) => names.push(stand.name.clone()),
            None => groups.push((why, vec![stand.name.clone()])),
        }
    }
    let mut all = Vec::new();
    if !groups.is_empty() {
        let texts = groups
            .iter()
            .map(|(why, names)| format!("{} ({why})", words::list(lang, names)));
        let texts: Vec<String> = texts.collect();
        all.push(fill!(
            w::NO_VALUE,
            lang,
            year = &facts.year.to_string(),
            list = &texts.join("; ")
        ));
    }
    if !inexact.is_empty() {
        all.push(fill!(w::INEXACT, lang, list = &inexact.join("; ")));
    }
    all
}
