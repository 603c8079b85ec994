//! What must be said with a chart or a table wherever it goes.

use domain::{
    ComponentId, IndicatorId, ProvinceId, RankOrigin, Table,
    chart::{ChartModel, Note},
    data_table::Citation,
};
use messages::{common as m, export as w, fill};

use super::{
    ProvinceKind, RankingKind,
    data::{self, OfRanking, ViewData},
};
use crate::{
    charts::breaks,
    context::PageContext,
    findings::{comparison, headline as finding},
    views::ranking::model as ranking,
};

/// The verdict on this year against the one before, with its sign: `≠ So với 2016: …`.
pub(crate) fn verdict(cx: &PageContext, table: &Table) -> Note {
    comparison::with_year_before(cx, table).marked(cx.lang())
}

/// What a picture must say when it stands alone.
pub(crate) fn notes(cx: &PageContext, found: &ViewData<'_>) -> Vec<Note> {
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(found.indicator());
    let mut notes = match found {
        ViewData::Derived(own) => return own.notes(cx),
        ViewData::Ranking(of) => vec![compared(cx, of), covered(cx, of.table).into()],
        ViewData::Province(of) if of.kind == ProvinceKind::Components => {
            let of_year = of.at.and_then(|(basis, year)| table_at(cx, of.indicator, basis, year));
            of_year.map(|table| covered(cx, table).into()).into_iter().collect()
        }
        ViewData::Province(of) => {
            let years: Vec<i32> = years_of(cx, found);
            let mut notes = vec![comparison::across(lang, &breaks(cx, of.indicator, &years))];
            if of.kind == ProvinceKind::Combined && any_computed(cx, of.indicator, of.province) {
                notes.push(w::SOME_COMPUTED.get(lang).into());
            }
            let mut tables = cx.snapshot().tables(of.indicator, ComponentId::TOTAL);
            let by_rule = |table: &Table| {
                let row = table.row(of.province);
                row.is_some_and(|row| cx.snapshot().figure(row.figure).computed())
            };
            if tables.any(by_rule) {
                notes.push(m::BY_RULE.get(lang).into());
            }
            notes
        }
    };
    notes.push(indicator.licence.get(lang).into());
    notes.retain(|note| !note.text.is_empty());
    notes
}

/// Whether any rank of a province is computed here.
fn any_computed(cx: &PageContext, indicator: IndicatorId, province: ProvinceId) -> bool {
    let mut tables = cx.snapshot().tables(indicator, ComponentId::TOTAL);
    tables.any(|table| {
        let rank = table.row(province).and_then(|row| row.rank);
        rank.is_some_and(|rank| rank.origin == RankOrigin::Computed)
    })
}

fn compared(cx: &PageContext, of: &OfRanking<'_>) -> Note {
    if of.kind != RankingKind::Bump {
        return verdict(cx, of.table);
    }
    let trends = crate::findings::trends::Trends::new(cx, of.table);
    comparison::across(cx.lang(), &breaks(cx, of.table.key.indicator, &trends.years))
}

fn covered(cx: &PageContext, table: &Table) -> String {
    let coverage = fill!(w::COVERED, cx.lang(), coverage = &ranking::coverage(cx, table));
    format!("{coverage} {}", ranking::rank_note(cx, table))
}

fn table_at(cx: &PageContext, indicator: IndicatorId, basis: domain::ProvinceList, year: i32) -> Option<&Table> {
    cx.snapshot().table(domain::TableKey {
        indicator,
        component: ComponentId::TOTAL,
        basis,
        year,
    })
}

/// Every year from the first to the last figure of a province.
fn years_of(cx: &PageContext, found: &ViewData<'_>) -> Vec<i32> {
    let ViewData::Province(of) = found else {
        return Vec::new();
    };
    let known = cx
        .snapshot()
        .tables(of.indicator, ComponentId::TOTAL)
        .filter(|table| table.row(of.province).is_some())
        .map(|table| table.key.year);
    let (first, last) = known.fold((i32::MAX, i32::MIN), |(a, b), year| (a.min(year), b.max(year)));
    (first..=last).collect()
}

/// The title of a view without a chart.
pub(crate) fn title(cx: &PageContext, found: &ViewData<'_>) -> String {
    let lang = cx.lang();
    match found {
        ViewData::Ranking(of) => finding::title(cx.snapshot(), lang, of.table, of.followed.first().copied()),
        ViewData::Province(of) => {
            let name = cx.snapshot().catalogue.provinces.get(of.province).name.get(lang);
            fill!(w::TABLE_TITLE, lang, indicator = measure(cx, found), province = name)
        }
        ViewData::Derived(own) => own.title.clone(),
    }
}

fn measure<'a>(cx: &'a PageContext, found: &ViewData<'_>) -> &'a str {
    let indicator = cx.snapshot().catalogue.indicator(found.indicator());
    indicator.short.get(cx.lang())
}

/// Measure and period: the second line under a title.
pub(crate) fn subtitle(cx: &PageContext, found: &ViewData<'_>) -> String {
    match found {
        ViewData::Ranking(of) => {
            let measure = finding::measure(cx.snapshot(), cx.lang(), of.table);
            let choice = of.choice.as_ref().map(|choice| format!("; {}", choice.says(cx)));
            format!("{measure}, {}{}", of.table.key.year, choice.unwrap_or_default())
        }
        ViewData::Province(of) => {
            let years = years_of(cx, found);
            let last = match of.at.filter(|_| of.kind == ProvinceKind::Components) {
                Some((_, year)) => vec![year],
                None => years,
            };
            let ends = [last.first(), last.last()].map(|y| y.map(ToString::to_string).unwrap_or_default());
            let name = cx.snapshot().catalogue.provinces.get(of.province).name.get(cx.lang());
            let span = if ends[0] == ends[1] {
                ends[0].clone()
            } else {
                ends.join("–")
            };
            format!("{}: {name}, {span}", measure(cx, found))
        }
        ViewData::Derived(own) => own.subtitle.clone(),
    }
}

/// The page that shows a view, at its place.
pub(crate) fn page(cx: &PageContext, found: &ViewData<'_>) -> String {
    let catalogue = &cx.snapshot().catalogue;
    let state = data::state(cx, found);
    match found {
        ViewData::Ranking(of) => {
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
            format!("{}#{place}", cx.links.ranking_with(slug, of.table.key.year, &all))
        }
        ViewData::Province(of) => {
            let province = &catalogue.provinces.get(of.province).slug;
            let indicator = &catalogue.indicator(of.indicator).slug;
            let place = match of.kind {
                ProvinceKind::Lines => format!("{indicator}-lines"),
                ProvinceKind::Components if !of.year_named => format!("{indicator}-parts"),
                _ => indicator.clone(),
            };
            format!("{}#{place}", cx.links.province(province))
        }
        ViewData::Derived(own) => own.page(cx),
    }
}

/// Name of the file without its ending.
pub(crate) fn name(cx: &PageContext, found: &ViewData<'_>) -> String {
    let catalogue = &cx.snapshot().catalogue;
    let slug = |id| catalogue.indicator(id).slug.replace('_', "-");
    match found {
        ViewData::Ranking(of) => {
            let key = of.table.key;
            let component = match key.component {
                ComponentId::TOTAL => String::new(),
                id => format!("-{}", catalogue.indicator(key.indicator).component(id).slug),
            };
            let kind = RankingKind::ALL.iter().find(|(_, k)| *k == of.kind).map_or("", |k| k.0);
            let choice = of
                .choice
                .as_ref()
                .map_or_else(String::new, |choice| choice.file_name(catalogue));
            format!("{}{component}-{}-{kind}{choice}", slug(key.indicator), key.year)
        }
        ViewData::Province(of) => {
            let kind = ProvinceKind::ALL
                .iter()
                .find(|(_, k)| *k == of.kind)
                .map_or("", |k| k.0);
            let province = &catalogue.provinces.get(of.province).slug;
            format!("{province}-{}-{kind}", slug(of.indicator))
        }
        ViewData::Derived(own) => own.name.clone(),
    }
}

/// What a citation needs besides the figures.
pub(crate) struct Facts<'a> {
    pub(crate) title: &'a str,
    /// The page under the edition.
    pub(crate) frozen_page: String,
}

/// How to cite a view, and where readers of the citation see whether its figures are still right; `item` is how a deck
/// names it.
pub(crate) fn citation(cx: &PageContext, found: &ViewData<'_>, about: &Facts<'_>, item: &str) -> Citation {
    let mut citation = of_view(cx, found, about);
    let (lang, origin) = (cx.lang(), cx.backend().origin());
    let check = crate::views::cited::address::of_view(origin, lang, item, citation.edition);
    citation.text = fill!(w::CITED_CHECK, lang, citation = &citation.text, address = &check);
    citation
}

fn of_view(cx: &PageContext, found: &ViewData<'_>, about: &Facts<'_>) -> Citation {
    if let ViewData::Derived(own) = found {
        return own.citation(cx);
    }
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(found.indicator());
    let edition = &cx.snapshot().edition;
    let number = edition.number.to_string();
    let url = format!("{}{}", cx.backend().origin(), about.frozen_page);
    let title = format!("{}: {}", subtitle(cx, found), about.title);
    let years = match found {
        ViewData::Ranking(of) => of.table.key.year.to_string(),
        ViewData::Province(_) | ViewData::Derived(_) => {
            let years = years_of(cx, found);
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
        key: format!("thuocdo-{}-{number}", name(cx, found)),
        author: indicator.publisher.get(lang).to_owned(),
        text: fill!(
            w::CITED,
            lang,
            source = &of_indicator,
            title = about.title,
            edition = &number,
            date = &day,
            address = &url
        ),
        publisher: fill!(w::CITED_PUBLISHER, lang, edition = &number),
        edition: edition.number,
        published: edition.published,
        title,
        url,
    }
}

/// What a speaker says to a view.
pub(crate) fn speaker(
    cx: &PageContext,
    found: &ViewData<'_>,
    (title, model, citation): (&str, Option<&ChartModel>, &Citation),
) -> Vec<String> {
    let subtitle = model.map_or_else(|| subtitle(cx, found), |model| model.subtitle.clone());
    let mut lines = vec![title.to_owned(), subtitle];
    lines.extend(model.map(|model| model.description.clone()));
    let notes = model.map_or_else(|| notes(cx, found), |model| model.notes.clone());
    lines.extend(notes.into_iter().map(|note| note.text));
    lines.push(citation.text.clone());
    lines
}
