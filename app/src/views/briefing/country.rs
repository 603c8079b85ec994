//! The briefing of the whole country: each indicator by the table that stands for it.

use domain::{
    Basis, ComponentId, Figure, Indicator, Lead, Observation, RankPolicy, Row, Table, TableKey,
    briefing::{Block, BriefChart, BriefColumn, BriefTable, Phrase},
    number,
};

use super::{
    gaps,
    model::{Body, section},
    phrases, region, verdicts, words as w,
};
use crate::{
    context::Here,
    findings::headline as finding,
    views::{map::model as map, overview::model as overview, ranking::rows::SourceList},
};

/// Findings that are said first.
const FINDINGS: usize = 3;
/// Width of the chart on paper, in CSS px.
const CHART_WIDTH: u32 = 656;

pub(super) fn body(here: &Here<'_>, sources: &mut SourceList) -> Body {
    let lang = here.lang();
    let indicators = here.snapshot.catalogue.indicators();
    let tables: Vec<&Table> = indicators
        .filter_map(|(id, _)| here.snapshot.fullest_table(id))
        .collect();
    let covered = tables
        .iter()
        .filter(|table| table.rows.len() * 2 >= table.expected)
        .count();
    let all = here.snapshot.catalogue.indicators.len().to_string();
    let known = if tables.is_empty() {
        w::SHORT_NONE.get(lang).to_owned()
    } else {
        w::SHORT_COVERAGE.fill(lang, &[&covered.to_string(), &all])
    };
    let mut rest = vec![known];
    let compared: Vec<&Table> = tables
        .iter()
        .filter(|t| phrases::broken(here, t).is_some())
        .copied()
        .collect();
    if !compared.is_empty() {
        rest.push(w::SHORT_BROKEN.fill(lang, &[&gaps::names(here, &compared)]));
    }
    let mut short: Vec<Block> = verdicts::list(findings(here, &tables)).into_iter().collect();
    short.extend(chart(here, &tables));
    short.extend(verdicts::list(rest));
    let leaders = leaders(here, &tables, sources);
    let changes = changes(here, &tables, sources);
    let conflicts = gaps::conflicts_of_tables(here, &tables, &|_, _| true, sources);
    let missing = gaps::missing_of_tables(here, &tables, &|_, _| true);
    Body {
        name: w::COUNTRY.get(lang).to_owned(),
        slug: "country".to_owned(),
        about: w::ABOUT_COUNTRY.get(lang).to_owned(),
        sections: vec![
            section(here, "short", w::SHORT, 0, short),
            section(here, "leaders", w::LEADERS, 0, leaders.into_iter().collect()),
            section(here, "changes", w::CHANGES, 2, changes.into_iter().collect()),
            section(here, "conflicts", w::CONFLICTS, 4, conflicts),
            section(here, "missing", w::MISSING, 5, missing),
        ],
    }
}

/// Who leads, by the newest tables: the rest is in the table below.
fn findings(here: &Here<'_>, tables: &[&Table]) -> Vec<String> {
    let mut told: Vec<&Table> = tables
        .iter()
        .filter(|table| table.rows.len() * 2 >= table.expected && phrases::ranked(here, table))
        .filter(|table| here.snapshot.lead(table) != Lead::Coverage)
        .copied()
        .collect();
    told.sort_by_key(|table| std::cmp::Reverse(table.key.year));
    let newest = told.into_iter().take(FINDINGS);
    newest
        .map(|table| format!("{}.", finding::title(here.snapshot, here.lang(), table, None)))
        .collect()
}

/// The newest complete score as a map.
fn chart(here: &Here<'_>, tables: &[&Table]) -> Option<Block> {
    let scores = tables
        .iter()
        .filter(|table| overview::is_headline(here.snapshot.catalogue.indicator(table.key.indicator)));
    let scores: Vec<&Table> = scores.copied().collect();
    let page = map::newest(here, &scores, None)?;
    Some(Block::Chart(Box::new(BriefChart {
        model: page.model,
        width: CHART_WIDTH,
        height: 0,
    })))
}

fn leaders(here: &Here<'_>, tables: &[&Table], sources: &mut SourceList) -> Option<Block> {
    let lang = here.lang();
    let lines: Vec<Vec<Phrase>> = tables
        .iter()
        .map(|table| {
            let [first, last] = first_and_last(here, table, sources);
            vec![
                Phrase::plain(super::model::dated_table(here, table)),
                first,
                last,
                nation(here, table, sources),
                Phrase::plain(phrases::coverage(table)),
            ]
        })
        .collect();
    (!lines.is_empty()).then(|| {
        Block::Table(BriefTable {
            caption: w::CAPTION_LEADERS.get(lang).to_owned(),
            columns: vec![
                BriefColumn::text(w::COL_INDICATOR.get(lang)),
                BriefColumn::text(w::COL_LEADER.get(lang)),
                BriefColumn::text(w::COL_LAST.get(lang)),
                BriefColumn::number(w::COL_NATION.get(lang)),
                BriefColumn::number(w::COL_COVERAGE.get(lang)),
            ],
            rows: lines,
            notes: gaps::notes(here, tables),
        })
    })
}

/// Who leads and who is last; how many stand in the outer groups where the publisher declines to rank.
/// The last of a table is named only where the table reaches its end.
fn first_and_last(here: &Here<'_>, table: &Table, sources: &mut SourceList) -> [Phrase; 2] {
    let lang = here.lang();
    let indicator = here.snapshot.catalogue.indicator(table.key.indicator);
    if let Some(why) = gaps::no_order(here, table) {
        return [Phrase::plain(why), Phrase::plain("–")];
    }
    if indicator.ranks == RankPolicy::None {
        return [Phrase::plain(w::NOT_RANKED.get(lang)), Phrase::plain("–")];
    }
    if indicator.ranks == RankPolicy::Groups && table.rows.iter().any(|row| row.group.is_some()) {
        let inside = |group| {
            table
                .rows
                .iter()
                .filter(|row| row.group == Some(group))
                .count()
                .to_string()
        };
        return [
            Phrase::plain(w::IN_GROUPS.fill(lang, &[&inside(1)])),
            Phrase::plain(w::IN_GROUPS_LAST.fill(lang, &[&inside(4)])),
        ];
    }
    let mut named = |rows: Vec<&Row>| {
        let Some(first) = rows.first() else {
            return Phrase::plain(w::NOT_KNOWN.get(lang));
        };
        let mut phrase = phrases::province(here, table, first, sources);
        if rows.len() > 1 {
            let more = (rows.len() - 1).to_string();
            phrase.text = w::AND_MORE.fill(lang, &[&phrase.text, &more]);
        }
        phrase
    };
    let at = |wanted: &dyn Fn(domain::Rank) -> bool| -> Vec<&Row> {
        table.rows.iter().filter(|row| row.rank.is_some_and(wanted)).collect()
    };
    let last = at(&|rank| rank.place == rank.of);
    // Several may share the last place, which is then less than the number of provinces.
    let all_ranked = table.rows.iter().all(|row| row.rank.is_some());
    let last = if last.is_empty() && table.complete && all_ranked {
        let worst = table
            .rows
            .iter()
            .filter_map(|row| row.rank)
            .map(|rank| rank.place)
            .max();
        at(&|rank| Some(rank.place) == worst)
    } else {
        last
    };
    [named(at(&|rank| rank.place == 1)), named(last)]
}

/// The national figure as published, or the mean of a complete table, which says so.
fn nation(here: &Here<'_>, table: &Table, sources: &mut SourceList) -> Phrase {
    let indicator = here.snapshot.catalogue.indicator(table.key.indicator);
    if let Some(at) = table.nation {
        return phrases::value(here, here.snapshot.figure(at), sources);
    }
    let mean = here.snapshot.computed_mean(table);
    mean.map_or_else(
        || Phrase::plain("–"),
        |mean| {
            let text = number::format(here.lang(), mean, indicator.decimals);
            Phrase::plain(w::MEAN.fill(here.lang(), &[&text]))
        },
    )
}

fn changes(here: &Here<'_>, tables: &[&Table], sources: &mut SourceList) -> Option<Block> {
    let lang = here.lang();
    let lines: Vec<Vec<Phrase>> = tables
        .iter()
        .map(|table| {
            let indicator = here.snapshot.catalogue.indicator(table.key.indicator);
            let rows: Vec<&Row> = table.rows.iter().collect();
            let [rose, fell] = region::movers(here, table, &rows, table.expected);
            vec![
                Phrase::plain(super::model::dated_table(here, table)),
                nation_change(here, indicator, table, sources),
                rose,
                fell,
            ]
        })
        .collect();
    (!lines.is_empty()).then(|| {
        Block::Table(BriefTable {
            caption: w::CAPTION_CHANGES.get(lang).to_owned(),
            columns: vec![
                BriefColumn::text(w::COL_INDICATOR.get(lang)),
                BriefColumn::text(w::COL_NATION.get(lang)),
                BriefColumn::text(w::COL_ROSE.get(lang)),
                BriefColumn::text(w::COL_FELL.get(lang)),
            ],
            rows: lines,
            notes: gaps::breaks(here, tables),
        })
    })
}

/// How the published national figure changed, with the verdict on the two years.
fn nation_change(here: &Here<'_>, indicator: &Indicator, table: &Table, sources: &mut SourceList) -> Phrase {
    let lang = here.lang();
    let before = table.key.year - 1;
    let figure = |key: TableKey| -> Option<&Figure> {
        let at = here.snapshot.table(key)?.nation?;
        Some(here.snapshot.figure(at))
    };
    let earlier = [Basis::Of34, Basis::Of63].into_iter().find_map(|basis| {
        figure(TableKey {
            basis,
            year: before,
            ..table.key
        })
    });
    let later = figure(table.key);
    let (Some(earlier), Some(later)) = (earlier, later) else {
        return Phrase::plain(match later {
            None => w::NO_NATION.get(lang).to_owned(),
            Some(_) => crate::messages::NO_FIGURE_FOR.fill(lang, &[&before.to_string()]),
        });
    };
    let (Observation::Known(from), Observation::Known(to)) = (earlier.value, later.value) else {
        return Phrase::plain("–");
    };
    if !indicator.compare(before, table.key.year).verdict.comparable() {
        return Phrase::plain(w::BROKEN_SINCE.fill(lang, &[&before.to_string()]));
    }
    let mut numbers = phrases::cited(here, earlier, sources);
    numbers.extend(phrases::cited(here, later, sources));
    numbers.sort_unstable();
    numbers.dedup();
    let decimals = indicator.decimals(ComponentId::TOTAL);
    Phrase {
        text: w::SINCE_YEAR.fill(
            lang,
            &[
                &number::format_signed(lang, to.value - from.value, decimals),
                &before.to_string(),
            ],
        ),
        sources: numbers,
    }
}
