//! What a changed figure is called and what its sources say before and after.

use messages::fill;

use domain::{
    FigureKey, Indicator, Kind as Measure, Lang, Place, ProvinceList, Snapshot, number,
    upload::{FigureChange, Kind, Side},
};

use crate::{
    admin::{context::At, words as w},
    words::{self, ChangeCell, Mark},
};

/// What stands in the cells of a change.
pub(super) struct Cells {
    pub(super) place: String,
    pub(super) what: String,
    pub(super) before: String,
    pub(super) after: String,
    pub(super) by: Option<ChangeCell>,
}

/// The cells of a change.
pub(super) fn cells(at: &At<'_>, after: &Snapshot, change: &FigureChange) -> Cells {
    let lang = at.lang();
    let key = &change.key;
    let indicator = after.catalogue.indicator(key.indicator);
    // Both sides with as many decimals as the finer one, so that they stand under each other.
    let digits = change
        .before
        .iter()
        .chain(change.after.iter())
        .filter_map(|c| c.value)
        .map(|q| q.digits);
    let digits = digits.max().unwrap_or(0).max(indicator.decimals(key.component)).min(9);
    let say = |side: &Side| side_text(lang, indicator, key, side, digits);
    let (before, mut now) = (say(&change.before), say(&change.after));
    let values = |side: &Side| side.figure(*key).value.value();
    let by = values(&change.before)
        .zip(values(&change.after))
        .map(|(a, b)| moved(lang, b - a, digits));
    if change.kind == Kind::Changed && before == now {
        now = format!("{now} ({})", w::SOURCE_DIFFERS.get(lang));
    }
    Cells {
        place: place(lang, after, key),
        what: what(lang, indicator, key),
        before,
        after: now,
        by: by.filter(|_| change.kind == Kind::Changed),
    }
}

fn moved(lang: Lang, by: f64, digits: u8) -> ChangeCell {
    let mark = match number::round(by, digits).total_cmp(&0.0) {
        std::cmp::Ordering::Greater => Mark::Up,
        std::cmp::Ordering::Less => Mark::Down,
        std::cmp::Ordering::Equal => Mark::Same,
    };
    ChangeCell {
        mark,
        text: number::format_signed(lang, by, digits),
        words: String::new(),
    }
}

/// The place of a figure, by its name at that time.
pub(super) fn place(lang: Lang, after: &Snapshot, key: &FigureKey) -> String {
    let provinces = &after.catalogue.provinces;
    match key.place {
        Place::Nation => messages::common::NATION.get(lang).to_owned(),
        Place::Region(id) => provinces.region(id).name.get(lang).to_owned(),
        Place::Province(id) => {
            let province = provinces.get(id);
            match key.year {
                Some(year) if key.basis == ProvinceList::Before2025 => province.name_in(year).get(lang).to_owned(),
                _ => words::province(lang, province),
            }
        }
    }
}

/// "PCI 2016: Gia nhập thị trường".
pub(super) fn what(lang: Lang, indicator: &Indicator, key: &FigureKey) -> String {
    let when = match (key.as_of, key.year) {
        (Some(moment), _) => moment.format(lang),
        (None, Some(year)) => year.to_string(),
        (None, None) => String::new(),
    };
    let component = indicator.component(key.component).name_in(key.year).get(lang);
    let short = indicator.short.get(lang);
    let head = format!("{short} {when}");
    let head = head.trim();
    if component == short || component == indicator.name.get(lang) {
        head.to_owned()
    } else {
        format!("{head}: {component}")
    }
}

/// "PCI 2016: Gia nhập thị trường, Hà Nội".
pub(in crate::admin) fn named(lang: Lang, snapshot: &Snapshot, key: &FigureKey) -> String {
    let indicator = snapshot.catalogue.indicator(key.indicator);
    format!("{}, {}", what(lang, indicator, key), place(lang, snapshot, key))
}

/// A place as it is called in files and addresses.
pub(in crate::admin) fn place_code(catalogue: &domain::Catalogue, place: Place) -> String {
    match place {
        Place::Nation => "vn".to_owned(),
        Place::Region(id) => format!("region:{}", catalogue.provinces.region(id).slug),
        Place::Province(id) => catalogue.provinces.get(id).slug.clone(),
    }
}

/// What is said of a figure, with the decimals that it was given with.
pub(in crate::admin) fn said(lang: Lang, indicator: &Indicator, key: &FigureKey, side: &Side) -> String {
    let digits = side
        .iter()
        .filter_map(|claim| claim.value)
        .map(|value| value.digits)
        .max();
    let digits = digits.unwrap_or(0).max(indicator.decimals(key.component)).min(9);
    side_text(lang, indicator, key, side, digits)
}

/// What the sources say on one side, each different saying once; the chosen one first, if one was chosen.
fn side_text(lang: Lang, indicator: &Indicator, key: &FigureKey, side: &Side, digits: u8) -> String {
    let mut sayings: Vec<String> = Vec::new();
    let chosen = side.decision.as_ref().and_then(|decision| side.get(decision.claim));
    for claim in chosen.into_iter().chain(side.iter()) {
        let value = claim.value.map(|q| {
            let text = words::quantity_with(lang, indicator, key.component, q, digits);
            match claim.of.filter(|_| indicator.kind == Measure::Coverage) {
                Some(of) => format!("{text}/{}", number::format(lang, of, 0)),
                None => text,
            }
        });
        let rank = claim.rank.map(|rank| {
            let of = claim.rank_of.map(|of| format!("/{of}")).unwrap_or_default();
            fill!(w::RANK_SAYS, lang, rank = &format!("{rank}{of}"))
        });
        let missing = claim.missing.filter(|_| claim.value.is_none() && claim.rank.is_none());
        let missing = missing.map(|why| words::missing(why).get(lang).to_owned());
        // A comma is part of numbers.
        let rank = if value.is_some() {
            rank.map(|r| format!("({r})"))
        } else {
            rank
        };
        let parts: Vec<String> = [value, rank, claim.tier.clone(), missing]
            .into_iter()
            .flatten()
            .collect();
        let saying = parts.join(" ");
        if !sayings.contains(&saying) {
            sayings.push(saying);
        }
    }
    if chosen.is_some() && sayings.len() > 1 {
        let others = sayings.split_off(1).join("; ");
        return fill!(w::SIDE_CHOSEN, lang, value = &sayings.concat(), other_values = &others);
    }
    sayings.join("; ")
}
