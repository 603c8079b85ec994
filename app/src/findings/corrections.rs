//! Corrected figures: what a page must say of figures that were others in an earlier or are others in a later edition.

use domain::{Date, Observation, ProvinceId, ProvinceList, Standing, Table, number};

use crate::context::PageContext;

/// A headline figure of a province that an edition corrected.
pub(crate) struct Correction {
    /// The edition that corrected it, and the one before.
    pub(crate) edition: u32,
    pub(crate) published: Date,
    /// True if the page shows an earlier edition: its figure is the wrong one.
    pub(crate) later: bool,
    pub(crate) province: String,
    pub(crate) year: i32,
    pub(crate) before: String,
    /// `None` if the figure was withdrawn.
    pub(crate) after: Option<String>,
}

/// Corrections of a table, as far as editions are known to tell. On a page of an earlier edition: what is otherwise now;
/// on others: what the newest edition that corrected anything corrected.
pub(crate) fn of_table(cx: &PageContext, table: &Table) -> Vec<Correction> {
    let key = table.key;
    if key.component != domain::ComponentId::TOTAL {
        return Vec::new();
    }
    let at = |basis: ProvinceList, year: i32| (basis, year) == (key.basis, key.year);
    found(cx, key.indicator, &at, &|_| true)
}

/// Corrections of an indicator of one province, of all years.
pub(crate) fn of_province(cx: &PageContext, indicator: domain::IndicatorId, province: ProvinceId) -> Vec<Correction> {
    let slug = &cx.snapshot().catalogue.provinces.get(province).slug;
    found(cx, indicator, &|_, _| true, &|other| other == slug)
}

fn found(
    cx: &PageContext,
    indicator: domain::IndicatorId,
    at: &dyn Fn(ProvinceList, i32) -> bool,
    of: &dyn Fn(&str) -> bool,
) -> Vec<Correction> {
    let (lang, shown) = (cx.lang(), cx.snapshot().edition.number);
    let about = cx.snapshot().catalogue.indicator(indicator);
    let decimals = about.decimals(domain::ComponentId::TOTAL);
    let mut all: Vec<Correction> = Vec::new();
    // The oldest first, so that what was corrected twice is told once.
    for news in cx.backend().known_news().iter().rev() {
        let later = news.edition.number > shown;
        let changes = news.changes.iter().flat_map(|changes| &changes.indicators);
        let tables = changes.filter(|of| of.slug == about.slug).flat_map(|of| &of.tables);
        for table in tables.filter(|table| at(table.basis, table.year)) {
            for change in table.provinces.iter().filter(|change| of(&change.slug)) {
                let Some((before, after)) = corrected(change.before, change.after) else {
                    continue;
                };
                let text = |value: f64| number::format(lang, value, decimals);
                let one = Correction {
                    edition: news.edition.number,
                    published: news.edition.published,
                    later,
                    province: change.name.get(lang).to_owned(),
                    year: table.year,
                    before: text(before),
                    after: after.map(text),
                };
                add(&mut all, one);
            }
        }
    }
    newest(all)
}

/// Adds a correction; one of the same figure after the edition that is shown continues the earlier one.
fn add(all: &mut Vec<Correction>, one: Correction) {
    let same = |other: &&mut Correction| other.later && (&other.province, other.year) == (&one.province, one.year);
    match all.iter_mut().find(same).filter(|_| one.later) {
        Some(other) => {
            let before = std::mem::take(&mut other.before);
            *other = Correction { before, ..one };
        }
        None => all.push(one),
    }
}

/// What comes after the edition that is shown, but for what was undone; otherwise the corrections of one edition.
fn newest(mut all: Vec<Correction>) -> Vec<Correction> {
    if all.iter().any(|one| one.later) {
        all.retain(|one| one.later && one.after.as_ref() != Some(&one.before));
        all.sort_by_key(|one| std::cmp::Reverse(one.edition));
    } else {
        let edition = all.iter().map(|one| one.edition).max();
        all.retain(|one| Some(one.edition) == edition);
    }
    all
}

/// A value that became another one, or none. A conflict between sources is no value: its resolution corrects nothing.
fn corrected(before: Option<Standing>, after: Option<Standing>) -> Option<(f64, Option<f64>)> {
    let Observation::Known(before) = before?.value else {
        return None;
    };
    match after.map(|after| after.value) {
        Some(Observation::Known(after)) => (after.value != before.value).then_some((before.value, Some(after.value))),
        Some(Observation::Missing(_)) | None => Some((before.value, None)),
        Some(Observation::Conflict) => None,
    }
}
