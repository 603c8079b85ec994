//! The briefing of the whole country: each indicator by the table that stands for it.

use domain::{
    ComponentId, Figure, Indicator, Lead, Observation, ProvinceList, RankPolicy, Row, Table, TableKey,
    briefing::{Block, BriefChart, BriefColumn, BriefTable, Phrase},
    number,
};
use messages::{briefing as w, fill};

use super::{
    charts, gaps,
    model::{Body, section},
    phrases, region, verdicts,
};
use crate::{
    context::PageContext,
    findings::headline as finding,
    views::{map::model as map, overview::model as overview, ranking::rows::SourceList},
};

/// Findings that are said first.
const FINDINGS: usize = 3;
/// Width of the chart on paper, in CSS px.
const CHART_WIDTH: u32 = 656;

pub(super) fn body(cx: &PageContext, sources: &mut SourceList) -> Body {
    let lang = cx.lang();
    let indicators = cx.snapshot().catalogue.indicators();
    let tables: Vec<&Table> = indicators
        .filter_map(|(id, _)| cx.snapshot().fullest_table(id))
        .collect();
    let covered = tables
        .iter()
        .filter(|table| table.rows.len() * 2 >= table.expected)
        .count();
    let all = cx.snapshot().catalogue.indicators.len().to_string();
    let known = if tables.is_empty() {
        w::SHORT_NONE.get(lang).to_owned()
    } else {
        fill!(w::SHORT_COVERAGE, lang, count = covered, total = &all)
    };
    let mut rest = vec![known];
    let compared: Vec<&Table> = tables
        .iter()
        .filter(|t| phrases::broken(cx, t).is_some())
        .copied()
        .collect();
    if !compared.is_empty() {
        rest.push(fill!(w::SHORT_BROKEN, lang, indicators = &gaps::names(cx, &compared)));
    }
    let mut short: Vec<Block> = verdicts::list(findings(cx, &tables)).into_iter().collect();
    short.extend(chart(cx, &tables));
    short.extend(verdicts::list(rest));
    let leaders = leaders(cx, &tables, sources);
    let changes = changes(cx, &tables, sources);
    let conflicts = gaps::conflicts_of_tables(cx, &tables, &|_, _| true, sources);
    let missing = gaps::missing_of_tables(cx, &tables, &|_, _| true);
    Body {
        name: w::COUNTRY.get(lang).to_owned(),
        slug: "country".to_owned(),
        about: w::ABOUT_COUNTRY.get(lang).to_owned(),
        sections: vec![
            section(cx, "short", w::SHORT, 0, short),
            section(cx, "leaders", w::LEADERS, 0, leaders.into_iter().collect()),
            section(
                cx,
                "ranking",
                w::RANKING,
                4,
                charts::ranking(cx, &tables, None).into_iter().collect(),
            ),
            section(cx, "changes", w::CHANGES, 2, changes.into_iter().collect()),
            section(cx, "conflicts", w::CONFLICTS, 4, conflicts),
            section(cx, "missing", w::MISSING, 5, missing),
        ],
    }
}

/// Who leads, by the newest tables: the rest is in the table below.
fn findings(cx: &PageContext, tables: &[&Table]) -> Vec<String> {
    let mut told: Vec<&Table> = tables
        .iter()
        .filter(|table| table.rows.len() * 2 >= table.expected && phrases::ranked(cx, table))
        .filter(|table| cx.snapshot().lead(table) != Lead::Coverage)
        .copied()
        .collect();
    told.sort_by_key(|table| std::cmp::Reverse(table.key.year));
    let newest = told.into_iter().take(FINDINGS);
    newest
        .map(|table| format!("{}.", finding::title(cx.snapshot(), cx.lang(), table, None)))
        .collect()
}

/// The newest complete score as a map.
fn chart(cx: &PageContext, tables: &[&Table]) -> Option<Block> {
    let scores = tables
        .iter()
        .filter(|table| overview::is_headline(cx.snapshot().catalogue.indicator(table.key.indicator)));
    let scores: Vec<&Table> = scores.copied().collect();
    let page = map::newest(cx, &scores, None)?;
    Some(Block::Chart(Box::new(BriefChart {
        model: page.model,
        width: CHART_WIDTH,
        height: 0,
        decimals: 0,
    })))
}

fn leaders(cx: &PageContext, tables: &[&Table], sources: &mut SourceList) -> Option<Block> {
    let lang = cx.lang();
    let lines: Vec<Vec<Phrase>> = tables
        .iter()
        .map(|table| {
            let [first, last] = first_and_last(cx, table, sources);
            vec![
                Phrase::plain(super::model::dated_table(cx, table)),
                first,
                last,
                nation(cx, table, sources),
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
            notes: gaps::notes(cx, tables),
        })
    })
}

/// Who leads and who is last; how many stand in the outer groups where the publisher declines to rank.
/// The last of a table is named only where the table reaches its end.
fn first_and_last(cx: &PageContext, table: &Table, sources: &mut SourceList) -> [Phrase; 2] {
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    if let Some(why) = gaps::no_order(cx, table) {
        return [Phrase::plain(why), Phrase::plain("–")];
    }
    if indicator.ranks == RankPolicy::None {
        return [Phrase::plain(w::NOT_RANKED.get(lang)), Phrase::plain("–")];
    }
    if indicator.ranks == RankPolicy::Groups && table.rows.iter().any(|row| row.group.is_some()) {
        let inside = |group| table.rows.iter().filter(|row| row.group == Some(group)).count();
        return [
            Phrase::plain(fill!(w::IN_GROUPS, lang, count = inside(1))),
            Phrase::plain(fill!(w::IN_GROUPS_LAST, lang, count = inside(4))),
        ];
    }
    let mut named = |rows: Vec<&Row>| {
        let Some(first) = rows.first() else {
            return Phrase::plain(w::NOT_KNOWN.get(lang));
        };
        let mut phrase = phrases::province(cx, table, first, sources);
        if rows.len() > 1 {
            let more = (rows.len() - 1).to_string();
            phrase.text = fill!(w::AND_MORE, lang, province = &phrase.text, count = &more);
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
fn nation(cx: &PageContext, table: &Table, sources: &mut SourceList) -> Phrase {
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    if let Some(at) = table.nation {
        return phrases::value(cx, cx.snapshot().figure(at), sources);
    }
    let mean = cx.snapshot().computed_mean(table);
    mean.map_or_else(
        || Phrase::plain("–"),
        |mean| {
            let text = number::format(cx.lang(), mean, indicator.decimals);
            Phrase::plain(fill!(w::MEAN, cx.lang(), value = &text))
        },
    )
}

fn changes(cx: &PageContext, tables: &[&Table], sources: &mut SourceList) -> Option<Block> {
    let lang = cx.lang();
    let lines: Vec<Vec<Phrase>> = tables
        .iter()
        .map(|table| {
            let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
            let rows: Vec<&Row> = table.rows.iter().collect();
            let [rose, fell] = region::movers(cx, table, &rows, table.expected);
            vec![
                Phrase::plain(super::model::dated_table(cx, table)),
                nation_change(cx, indicator, table, sources),
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
            notes: gaps::breaks(cx, tables),
        })
    })
}

/// How the published national figure changed, with the verdict on the two years.
fn nation_change(cx: &PageContext, indicator: &Indicator, table: &Table, sources: &mut SourceList) -> Phrase {
    let lang = cx.lang();
    let before = table.key.year - 1;
    let figure = |key: TableKey| -> Option<&Figure> {
        let at = cx.snapshot().table(key)?.nation?;
        Some(cx.snapshot().figure(at))
    };
    let earlier = [ProvinceList::Since2025, ProvinceList::Before2025]
        .into_iter()
        .find_map(|basis| {
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
            Some(_) => fill!(messages::common::NO_FIGURE_FOR, lang, year = &before.to_string()),
        });
    };
    let (Observation::Known(from), Observation::Known(to)) = (earlier.value, later.value) else {
        return Phrase::plain("–");
    };
    if !indicator.compare(before, table.key.year).verdict.comparable() {
        return Phrase::plain(fill!(w::BROKEN_SINCE, lang, year_before = &before.to_string()));
    }
    let mut numbers = phrases::cited(cx, earlier, sources);
    numbers.extend(phrases::cited(cx, later, sources));
    numbers.sort_unstable();
    numbers.dedup();
    let decimals = indicator.decimals(ComponentId::TOTAL);
    let text = fill!(
        w::SINCE_YEAR,
        lang,
        change = &number::format_signed(lang, to.value - from.value, decimals),
        year_before = &before.to_string()
    );
    Phrase::sourced(text, numbers)
}
