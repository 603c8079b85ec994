//! The overview: for every indicator the newest year in one line.

use domain::{ComponentId, Indicator, Kind, Observation, RankPolicy, Table};

use super::{Here, finding, ranking, trends::nation_spark};
use crate::{messages as m, words};

/// One indicator's line.
pub(crate) struct OverviewLine {
    pub(crate) slug: String,
    pub(crate) short: String,
    pub(crate) name: String,
    pub(crate) year: i32,
    /// Who leads, each with value and address; or why nobody is named.
    pub(crate) leaders: Vec<(String, String, String)>,
    pub(crate) no_leader: &'static str,
    /// Who rose most: name, rise, address.
    pub(crate) gain: Option<(String, String, String)>,
    /// Why no rise can be told.
    pub(crate) no_gain: String,
    pub(crate) coverage: (usize, usize),
    pub(crate) nation: Option<String>,
    pub(crate) nation_trend: String,
}

/// Everything that the overview says.
pub(crate) struct Overview {
    pub(crate) lines: Vec<OverviewLine>,
    pub(crate) edition: String,
    pub(crate) news: Vec<String>,
}

pub(crate) fn overview(here: &Here<'_>) -> Overview {
    let (snapshot, lang) = (here.snapshot, here.lang());
    let tables: Vec<(&Indicator, &Table)> = snapshot
        .catalogue
        .indicators()
        .filter_map(|(id, indicator)| Some((indicator, newest(here, id)?)))
        .collect();
    let edition = &snapshot.edition;
    let conflicts = snapshot.figures.iter().filter(|f| f.conflicting()).count();
    let count = |n: usize| domain::number::count(lang, n);
    Overview {
        lines: tables
            .iter()
            .map(|(indicator, table)| line(here, indicator, table))
            .collect(),
        edition: m::NEWS_EDITION.fill(
            lang,
            &[
                &edition.number.to_string(),
                &edition.published.format(lang),
                edition.note.get(lang),
                &count(edition.rows),
                &count(snapshot.catalogue.sources.len()),
                &count(conflicts),
            ],
        ),
        news: news(here, &tables),
    }
}

/// The newest two years with the indicators whose latest figures they are.
fn news(here: &Here<'_>, tables: &[(&Indicator, &Table)]) -> Vec<String> {
    let lang = here.lang();
    let mut years: Vec<i32> = tables.iter().map(|(_, table)| table.key.year).collect();
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    let line = |year: i32| {
        let newest = tables.iter().filter(|(_, table)| table.key.year == year);
        let names: Vec<String> = newest
            .map(|(indicator, _)| indicator.short.get(lang).to_owned())
            .collect();
        m::NEWS_YEAR.fill(lang, &[&year.to_string(), &words::list(lang, &names)])
    };
    years.into_iter().take(2).map(line).collect()
}

/// The table of the newest year, under the basis with more figures.
pub(crate) fn newest<'a>(here: &Here<'a>, indicator: domain::IndicatorId) -> Option<&'a Table> {
    let year = *here.snapshot.years(indicator, ComponentId::TOTAL).last()?;
    let basis = *here.snapshot.bases(indicator, ComponentId::TOTAL, year).first()?;
    let key = domain::TableKey {
        indicator,
        component: ComponentId::TOTAL,
        basis,
        year,
    };
    here.snapshot.table(key)
}

fn line(here: &Here<'_>, indicator: &Indicator, table: &Table) -> OverviewLine {
    let (snapshot, lang, year) = (here.snapshot, here.lang(), table.key.year);
    let named = |id| finding::name(snapshot, lang, id, table.key);
    let link = |id| here.links.province(&snapshot.catalogue.provinces.get(id).slug);
    let groups = indicator.ranks == RankPolicy::Groups;
    let leaders = if groups { Vec::new() } else { snapshot.leaders(table) };
    let leaders = leaders
        .into_iter()
        .map(|id| {
            let value = table
                .row(id)
                .and_then(|row| words::value(lang, indicator, snapshot.figure(row.figure)));
            (named(id), value.unwrap_or_default(), link(id))
        })
        .collect();
    let gain = (indicator.kind == Kind::Score)
        .then(|| snapshot.top_gain(table))
        .flatten()
        .map(|(id, points)| {
            let text = domain::number::format_signed(lang, points, indicator.decimals);
            (named(id), text, link(id))
        });
    let note = ranking::verdict_note(here, table);
    let no_gain = match note.comparable {
        None => note.reason,
        Some(false) => format!("{} {}", note.since, note.says),
        Some(true) => {
            let known = snapshot.comparable_values(table).to_string();
            m::TOO_FEW.fill(lang, &[&known, &table.expected.to_string()])
        }
    };
    OverviewLine {
        slug: indicator.slug.clone(),
        short: indicator.short.get(lang).to_owned(),
        name: if indicator.name == indicator.short {
            String::new()
        } else {
            indicator.name.get(lang).to_owned()
        },
        year,
        leaders,
        no_leader: match indicator.ranks {
            _ if table.mixed && indicator.kind == Kind::Score => m::MIXED_SHORT.get(lang),
            RankPolicy::None => m::NO_RANKING.get(lang),
            RankPolicy::Groups => m::RANK_GROUPS_SHORT.get(lang),
            _ => m::NOT_KNOWN.get(lang),
        },
        gain,
        no_gain,
        coverage: (table.rows.len(), table.expected),
        nation: nation(here, indicator, table),
        nation_trend: nation_spark(here, table.key.indicator),
    }
}

fn nation(here: &Here<'_>, indicator: &Indicator, table: &Table) -> Option<String> {
    let lang = here.lang();
    if let Some(at) = table.nation {
        let figure = here.snapshot.figure(at);
        return match figure.value {
            Observation::Known(_) => words::value(lang, indicator, figure),
            Observation::Conflict => Some(m::CONFLICT_CELL.fill(lang, &["2"])),
            Observation::Missing(_) => None,
        };
    }
    let mean = here.snapshot.computed_mean(table)?;
    let text = domain::number::format(lang, mean, indicator.decimals);
    Some(m::MEAN.fill(lang, &[&text]))
}
