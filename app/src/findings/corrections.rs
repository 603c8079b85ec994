//! Corrected figures: what a page must say of figures that were others in an earlier or are others in a later edition.

use domain::{Date, Lang, ProvinceId, ProvinceList, Table, number};

use crate::context::PageContext;

/// A headline figure of a province that an edition corrected.
pub(crate) struct Correction {
    /// The edition that corrected it.
    pub(crate) edition: u32,
    pub(crate) published: Date,
    /// True if the page shows an earlier edition: its figure is the wrong one.
    pub(crate) later: bool,
    pub(crate) province: String,
    pub(crate) year: i32,
    /// Decimals of the indicator.
    decimals: u8,
    before: f64,
    /// `None` if the figure was withdrawn.
    after: Option<f64>,
}

impl Correction {
    /// Both values as they are read; nothing for a figure that was withdrawn.
    pub(crate) fn texts(&self, lang: Lang) -> (String, Option<String>) {
        match self.after {
            Some(after) => {
                let [before, after] = number::format_apart(lang, self.before, after, self.decimals);
                (before, Some(after))
            }
            None => (number::format(lang, self.before, self.decimals), None),
        }
    }
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
                let Some((before, after)) = change.correction() else {
                    continue;
                };
                let one = Correction {
                    edition: news.edition.number,
                    published: news.edition.published,
                    later,
                    province: change.name.get(lang).to_owned(),
                    year: table.year,
                    decimals,
                    before,
                    after,
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
            *other = Correction {
                before: other.before,
                ..one
            };
        }
        None => all.push(one),
    }
}

/// What comes after the edition that is shown, but for what was undone; otherwise the corrections of one edition.
fn newest(mut all: Vec<Correction>) -> Vec<Correction> {
    if all.iter().any(|one| one.later) {
        all.retain(|one| one.later && one.after.is_none_or(|after| !number::same(one.before, after)));
        all.sort_by_key(|one| std::cmp::Reverse(one.edition));
    } else {
        let edition = all.iter().map(|one| one.edition).max();
        all.retain(|one| Some(one.edition) == edition);
    }
    all
}
