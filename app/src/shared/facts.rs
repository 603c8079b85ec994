//! What must be said with a chart or a table wherever it goes.

use domain::{
    ComponentId, IndicatorId, Lang, ProvinceId, RankOrigin, Table,
    chart::{Break, ChartModel},
    data_table::Citation,
};

use super::{
    ProvinceKind, RankingKind,
    charts::{Found, OfRanking},
    words as w,
};
use crate::{
    charts::breaks, context::Here, findings::headline as finding, messages as m, views::ranking::model as ranking,
    words,
};

/// The verdict on this year against the one before, with its sign: `≠ So với 2016: …`.
pub(crate) fn verdict(here: &Here<'_>, table: &Table) -> String {
    let lang = here.lang();
    let note = ranking::verdict_note(here, table);
    match note.comparable {
        Some(true) => w::COMPARABLE_MARK.fill(lang, &[&note.since, note.says, &note.reason]),
        Some(false) => w::NOT_COMPARABLE_MARK.fill(lang, &[&note.since, note.says, &note.reason]),
        None => note.reason,
    }
}

/// Between which years nothing may be compared.
fn broken(lang: Lang, breaks: &[Break]) -> String {
    if breaks.is_empty() {
        return w::NO_BREAKS.get(lang).to_owned();
    }
    let steps: Vec<String> = breaks
        .iter()
        .map(|b| format!("{}–{}", b.before - 1, b.before))
        .collect();
    w::BREAKS.fill(lang, &[&words::list(lang, &steps)])
}

/// What a picture must say when it stands alone.
pub(crate) fn notes(here: &Here<'_>, found: &Found<'_>) -> Vec<String> {
    let lang = here.lang();
    let indicator = here.snapshot.catalogue.indicator(found.indicator());
    let mut notes = match found {
        Found::Own(own) => return own.notes(here),
        Found::Ranking(of) => vec![compared(here, of), covered(here, of.table)],
        Found::Province(of) if of.kind == ProvinceKind::Components => {
            let of_year = of
                .at
                .and_then(|(basis, year)| table_at(here, of.indicator, basis, year));
            of_year.map(|table| covered(here, table)).into_iter().collect()
        }
        Found::Province(of) => {
            let years: Vec<i32> = years_of(here, found);
            let mut notes = vec![broken(lang, &breaks(here, of.indicator, &years))];
            if of.kind == ProvinceKind::Combined && any_computed(here, of.indicator, of.province) {
                notes.push(w::SOME_COMPUTED.get(lang).to_owned());
            }
            let mut tables = here.snapshot.tables(of.indicator, ComponentId::TOTAL);
            let by_rule = |table: &Table| {
                let row = table.row(of.province);
                row.is_some_and(|row| here.snapshot.figure(row.figure).computed())
            };
            if tables.any(by_rule) {
                notes.push(m::BY_RULE.get(lang).to_owned());
            }
            notes
        }
    };
    notes.push(indicator.licence.get(lang).to_owned());
    notes.retain(|note| !note.is_empty());
    notes
}

/// Whether any rank of a province is computed here.
fn any_computed(here: &Here<'_>, indicator: IndicatorId, province: ProvinceId) -> bool {
    let mut tables = here.snapshot.tables(indicator, ComponentId::TOTAL);
    tables.any(|table| {
        let rank = table.row(province).and_then(|row| row.rank);
        rank.is_some_and(|rank| rank.origin == RankOrigin::Computed)
    })
}

fn compared(here: &Here<'_>, of: &OfRanking<'_>) -> String {
    if of.kind != RankingKind::Bump {
        return verdict(here, of.table);
    }
    let trends = crate::findings::trends::Trends::new(here, of.table);
    broken(here.lang(), &breaks(here, of.table.key.indicator, &trends.years))
}

fn covered(here: &Here<'_>, table: &Table) -> String {
    let coverage = w::COVERED.fill(here.lang(), &[&ranking::coverage(here, table)]);
    format!("{coverage} {}", ranking::rank_note(here, table))
}

fn table_at<'a>(here: &Here<'a>, indicator: IndicatorId, basis: domain::Basis, year: i32) -> Option<&'a Table> {
    here.snapshot.table(domain::TableKey {
        indicator,
        component: ComponentId::TOTAL,
        basis,
        year,
    })
}

/// Every year from the first to the last figure of a province.
fn years_of(here: &Here<'_>, found: &Found<'_>) -> Vec<i32> {
    let Found::Province(of) = found else {
        return Vec::new();
    };
    let known = here
        .snapshot
        .tables(of.indicator, ComponentId::TOTAL)
        .filter(|table| table.row(of.province).is_some())
        .map(|table| table.key.year);
    let (first, last) = known.fold((i32::MAX, i32::MIN), |(a, b), year| (a.min(year), b.max(year)));
    (first..=last).collect()
}

/// The title of a view without a chart.
pub(crate) fn title(here: &Here<'_>, found: &Found<'_>) -> String {
    let lang = here.lang();
    match found {
        Found::Ranking(of) => finding::title(here.snapshot, lang, of.table, of.followed.first().copied()),
        Found::Province(of) => {
            let name = here.snapshot.catalogue.provinces.get(of.province).name.get(lang);
            w::TABLE_TITLE.fill(lang, &[measure(here, found), name])
        }
        Found::Own(own) => own.title.clone(),
    }
}

fn measure<'a>(here: &Here<'a>, found: &Found<'_>) -> &'a str {
    let indicator = here.snapshot.catalogue.indicator(found.indicator());
    indicator.short.get(here.lang())
}

/// Measure and period: the second line under a title.
pub(crate) fn subtitle(here: &Here<'_>, found: &Found<'_>) -> String {
    match found {
        Found::Ranking(of) => format!(
            "{}, {}",
            finding::measure(here.snapshot, here.lang(), of.table),
            of.table.key.year
        ),
        Found::Province(of) => {
            let years = years_of(here, found);
            let last = match of.at.filter(|_| of.kind == ProvinceKind::Components) {
                Some((_, year)) => vec![year],
                None => years,
            };
            let ends = [last.first(), last.last()].map(|y| y.map(ToString::to_string).unwrap_or_default());
            let name = here.snapshot.catalogue.provinces.get(of.province).name.get(here.lang());
            let span = if ends[0] == ends[1] {
                ends[0].clone()
            } else {
                ends.join("–")
            };
            format!("{}: {name}, {span}", measure(here, found))
        }
        Found::Own(own) => own.subtitle.clone(),
    }
}

/// The page that shows a view, at its place.
pub(crate) fn page(here: &Here<'_>, found: &Found<'_>) -> String {
    let catalogue = &here.snapshot.catalogue;
    let state = super::charts::state(here, found);
    match found {
        Found::Ranking(of) => {
            let slug = &catalogue.indicator(of.table.key.indicator).slug;
            let kind = match of.kind {
                RankingKind::Bars => "bars",
                RankingKind::Bump => "bump",
                RankingKind::Slope => "slope",
                RankingKind::Strip | RankingKind::Table => "",
            };
            let mut all: Vec<(&str, &str)> = state.iter().map(|(name, value)| (*name, value.as_str())).collect();
            all.push(("chart", kind));
            let place = match of.kind {
                RankingKind::Table => "table-h",
                RankingKind::Strip => "strip",
                RankingKind::Bars | RankingKind::Bump | RankingKind::Slope => "chart",
            };
            format!("{}#{place}", here.links.ranking_with(slug, of.table.key.year, &all))
        }
        Found::Province(of) => {
            let province = &catalogue.provinces.get(of.province).slug;
            let indicator = &catalogue.indicator(of.indicator).slug;
            let place = match of.kind {
                ProvinceKind::Lines => format!("{indicator}-lines"),
                ProvinceKind::Components if !of.year_named => format!("{indicator}-parts"),
                _ => indicator.clone(),
            };
            format!("{}#{place}", here.links.province(province))
        }
        Found::Own(own) => own.page(here),
    }
}

/// Name of the file without its ending.
pub(crate) fn name(here: &Here<'_>, found: &Found<'_>) -> String {
    let catalogue = &here.snapshot.catalogue;
    let slug = |id| catalogue.indicator(id).slug.replace('_', "-");
    match found {
        Found::Ranking(of) => {
            let key = of.table.key;
            let component = match key.component {
                ComponentId::TOTAL => String::new(),
                id => format!("-{}", catalogue.indicator(key.indicator).component(id).slug),
            };
            let kind = RankingKind::ALL.iter().find(|(_, k)| *k == of.kind).map_or("", |k| k.0);
            format!("{}{component}-{}-{kind}", slug(key.indicator), key.year)
        }
        Found::Province(of) => {
            let kind = ProvinceKind::ALL
                .iter()
                .find(|(_, k)| *k == of.kind)
                .map_or("", |k| k.0);
            let province = &catalogue.provinces.get(of.province).slug;
            format!("{province}-{}-{kind}", slug(of.indicator))
        }
        Found::Own(own) => own.name.clone(),
    }
}

/// What a citation needs besides the figures.
pub(crate) struct Facts<'a> {
    pub(crate) title: &'a str,
    /// The page under the edition.
    pub(crate) frozen_page: String,
}

/// How to cite a view.
pub(crate) fn citation(here: &Here<'_>, found: &Found<'_>, about: &Facts<'_>) -> Citation {
    if let Found::Own(own) = found {
        return own.citation(here);
    }
    let lang = here.lang();
    let indicator = here.snapshot.catalogue.indicator(found.indicator());
    let edition = &here.snapshot.edition;
    let number = edition.number.to_string();
    let url = format!("{}{}", here.backend.origin(), about.frozen_page);
    let title = format!("{}: {}", subtitle(here, found), about.title);
    let years = match found {
        Found::Ranking(of) => of.table.key.year.to_string(),
        Found::Province(_) | Found::Own(_) => {
            let years = years_of(here, found);
            let ends = [years.first(), years.last()].map(|y| y.map(ToString::to_string).unwrap_or_default());
            if ends[0] == ends[1] {
                ends[0].clone()
            } else {
                ends.join("–")
            }
        }
    };
    let of_indicator = indicator.citation.get(lang).replace("{year}", &years);
    let day = edition.published.format(lang);
    Citation {
        key: format!("thuocdo-{}-{number}", name(here, found)),
        author: indicator.publisher.get(lang).to_owned(),
        text: w::CITED.fill(lang, &[&of_indicator, about.title, &number, &day, &url]),
        publisher: w::CITED_PUBLISHER.fill(lang, &[&number]),
        edition: edition.number,
        published: edition.published,
        title,
        url,
    }
}

/// What a speaker says to a view.
pub(crate) fn speaker(
    here: &Here<'_>,
    found: &Found<'_>,
    (title, model, citation): (&str, Option<&ChartModel>, &Citation),
) -> Vec<String> {
    let subtitle = model.map_or_else(|| subtitle(here, found), |model| model.subtitle.clone());
    let mut lines = vec![title.to_owned(), subtitle];
    lines.extend(model.map(|model| model.description.clone()));
    lines.extend(match model {
        Some(model) => model.notes.clone(),
        None => notes(here, found),
    });
    lines.push(citation.text.clone());
    lines
}
