//! The briefing of a region: its provinces in the table that stands for each indicator.

use domain::{
    Direction, IndicatorId, Kind, Place, ProvinceId, ProvinceList, RegionId, Row, Table,
    briefing::{Block, BriefChart, BriefColumn, BriefTable, Phrase},
};
use messages::{arguments, briefing as w, fill};

use super::{
    charts, gaps,
    model::{Body, section},
    phrases, verdicts,
};
use crate::{
    context::PageContext,
    findings::headline as finding,
    views::{
        heat::model::{self as heat, HeatQuery},
        ranking::rows::SourceList,
    },
};

/// Columns of the table of all provinces, at most.
const MOST_COLUMNS: usize = 7;
/// Width of the chart on paper, in CSS px.
const CHART_WIDTH: u32 = 656;

pub(super) fn body(cx: &PageContext, id: RegionId, sources: &mut SourceList) -> Body {
    let lang = cx.lang();
    let provinces = &cx.snapshot().catalogue.provinces;
    let about = provinces.region(id);
    let indicators = cx.snapshot().catalogue.indicators();
    let tables: Vec<&Table> = indicators
        .filter_map(|(indicator, _): (IndicatorId, _)| cx.snapshot().default_table(indicator))
        .filter(|table| !members(cx, id, table).is_empty())
        .collect();
    let today = about.is_of(ProvinceList::Since2025);
    let count = provinces
        .alphabetical()
        .filter(|(_, p)| p.in_region(id) && (today || p.to.is_none_or(|to| to.year() >= 2025)))
        .count();
    let kind = if today { w::ABOUT_REGION } else { w::ABOUT_REGION_BEFORE };
    let mut short = vec![fill!(
        w::SHORT_FIGURES,
        lang,
        count = &tables.len().to_string(),
        total = &cx.snapshot().catalogue.indicators.len().to_string(),
        year = &tables.iter().map(|t| t.key.year).max().unwrap_or_default().to_string()
    )];
    if tables.is_empty() {
        short = vec![w::SHORT_NONE.get(lang).to_owned()];
    } else if today && tables.iter().any(|table| table.key.basis == ProvinceList::Before2025) {
        short.push(w::SHORT_MEMBERS.get(lang).to_owned());
    }
    let heat = heat::heat(cx, HeatQuery::usual(cx));
    let heat = heat.and_then(|heat| heat.within(cx, &|province| belongs(cx, id, province)));
    let mut said: Vec<String> = heat
        .iter()
        .flat_map(|heat| [heat.title.clone(), heat.quarters(cx)])
        .collect();
    said.extend(short);
    let mut short: Vec<Block> = verdicts::list(said).into_iter().collect();
    short.extend(heat.map(|heat| {
        Block::Chart(Box::new(BriefChart {
            model: heat.chart(cx),
            width: CHART_WIDTH,
            height: 0,
            decimals: 0,
        }))
    }));
    let overview = overview(cx, id, &tables, sources);
    let of = |place: Place, _: &Table| match place {
        Place::Province(province) => belongs(cx, id, province),
        Place::Region(region) => region == id,
        Place::Nation => false,
    };
    let conflicts = gaps::conflicts_of_tables(cx, &tables, &of, sources);
    let missing = gaps::missing_of_tables(cx, &tables, &|province, _| belongs(cx, id, province));
    Body {
        name: about.name.get(lang).to_owned(),
        slug: about.slug.clone(),
        about: kind.fill(lang, &arguments![count = count]),
        sections: vec![
            section(cx, "short", w::SHORT, 0, short),
            section(cx, "standing", w::STANDING, 0, overview.into_iter().collect()),
            section(
                cx,
                "ranking",
                w::RANKING,
                4,
                charts::ranking(cx, &tables, Some(id)).into_iter().collect(),
            ),
            section(
                cx,
                "members",
                w::MEMBERS,
                2,
                each(cx, id, &tables).into_iter().collect(),
            ),
            section(cx, "conflicts", w::CONFLICTS, 4, conflicts),
            section(cx, "missing", w::MISSING, 5, missing),
        ],
    }
}

/// Whether a province counts to a region; a former one counts to that of the province it became part of.
fn belongs(cx: &PageContext, region: RegionId, province: ProvinceId) -> bool {
    let provinces = &cx.snapshot().catalogue.provinces;
    let about = provinces.get(province);
    let successor = about.successor.map(|id| provinces.get(id));
    about.in_region(region)
        || (provinces.region(region).is_of(ProvinceList::Since2025) && successor.is_some_and(|p| p.in_region(region)))
}

/// The rows of a region in a table, in the order of the table.
fn members<'a>(cx: &PageContext, region: RegionId, table: &'a Table) -> Vec<&'a Row> {
    let rows = table.rows.iter();
    rows.filter(|row| belongs(cx, region, row.province)).collect()
}

/// Highest, lowest, the published regional figure, who rose and fell most.
fn overview(cx: &PageContext, id: RegionId, tables: &[&Table], sources: &mut SourceList) -> Option<Block> {
    let lang = cx.lang();
    let lines: Vec<Vec<Phrase>> = tables.iter().map(|table| line(cx, id, table, sources)).collect();
    let mut notes = gaps::notes(cx, tables);
    notes.extend(gaps::breaks(cx, tables));
    (!lines.is_empty()).then(|| {
        Block::Table(BriefTable {
            caption: w::CAPTION_REGION.get(lang).to_owned(),
            columns: vec![
                BriefColumn::text(w::COL_INDICATOR.get(lang)),
                BriefColumn::text(w::COL_HIGHEST.get(lang)),
                BriefColumn::text(w::COL_LOWEST.get(lang)),
                BriefColumn::number(w::COL_REGIONAL.get(lang)),
                BriefColumn::text(w::COL_ROSE.get(lang)),
                BriefColumn::text(w::COL_FELL.get(lang)),
                BriefColumn::number(w::COL_COVERAGE.get(lang)),
            ],
            rows: lines,
            notes,
        })
    })
}

fn line(cx: &PageContext, id: RegionId, table: &Table, sources: &mut SourceList) -> Vec<Phrase> {
    let rows = members(cx, id, table);
    let all = rows.len() + table.absent.iter().filter(|(p, _)| belongs(cx, id, *p)).count();
    let ends = match (gaps::no_order(cx, table), ends(cx, table, &rows)) {
        (Some(why), _) => [Phrase::plain(why), Phrase::plain("–")],
        (None, Some((first, last))) => {
            let first_phrase = phrases::province(cx, table, first, sources);
            let last_phrase = if rows.len() > 1 {
                phrases::province(cx, table, last, sources)
            } else {
                Phrase::plain(w::ALONE.get(cx.lang()))
            };
            [first_phrase, last_phrase]
        }
        (None, None) => [Phrase::plain("–"), Phrase::plain("–")],
    };
    let regional = table.regions.iter().find(|(region, _)| *region == id);
    let regional = regional.map_or_else(
        || Phrase::plain("–"),
        |(_, at)| phrases::value(cx, cx.snapshot().figure(*at), sources),
    );
    let [rose, fell] = movers(cx, table, &rows, all);
    let [first, last] = ends;
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    vec![
        Phrase::plain(super::model::dated(cx, indicator, table.key.year)),
        first,
        last,
        regional,
        rose,
        fell,
        Phrase::plain(format!("{}/{all}", rows.len())),
    ]
}

/// The best and the last of some rows: by value where all have one, else by rank among those with one.
pub(super) fn ends<'a>(cx: &PageContext, table: &Table, rows: &[&'a Row]) -> Option<(&'a Row, &'a Row)> {
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    let value = |row: &Row| cx.snapshot().figure(row.figure).value.value();
    let sign = match indicator.direction(table.key.component) {
        Direction::Lower => 1.0,
        Direction::Higher | Direction::Neutral => -1.0,
    };
    let ranked = rows.iter().filter(|row| row.rank.is_some()).count();
    let valued = rows.iter().filter(|row| value(row).is_some()).count();
    // What more of them have decides; of equal numbers the rank, which the publisher settles.
    let keys: Vec<(f64, &Row)> = if ranked >= valued {
        let key = |row: &&'a Row| row.rank.map(|rank| (f64::from(rank.place), *row));
        rows.iter().filter_map(key).collect()
    } else {
        let key = |row: &&'a Row| value(row).map(|value| (sign * value, *row));
        rows.iter().filter_map(key).collect()
    };
    let first = keys.iter().min_by(|a, b| a.0.total_cmp(&b.0))?;
    let last = keys.iter().max_by(|a, b| a.0.total_cmp(&b.0))?;
    Some((first.1, last.1))
}

/// Who rose and fell most, where at least half can be compared; else why none is named.
pub(super) fn movers(cx: &PageContext, table: &Table, rows: &[&Row], all: usize) -> [Phrase; 2] {
    let lang = cx.lang();
    let both = |text: String| [Phrase::plain(text), Phrase::plain("–")];
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    if indicator.kind != Kind::Score || !phrases::ranked(cx, table) {
        return both("–".to_owned());
    }
    let changed = rows
        .iter()
        .any(|row| row.change.places.is_ok() || row.change.points.is_ok());
    let known: Vec<(i32, &Row)> = rows
        .iter()
        .filter_map(|row| Some((row.change.comparable_places()?, *row)))
        .collect();
    if known.is_empty() && changed {
        return both(fill!(
            w::BROKEN_SINCE,
            lang,
            year_before = &(table.key.year - 1).to_string()
        ));
    }
    if known.len() * 2 < all || known.is_empty() {
        return both(fill!(
            w::TOO_FEW,
            lang,
            count = &known.len().to_string(),
            total = &all.to_string()
        ));
    }
    let said = |best: Option<&(i32, &Row)>, nobody: messages::Msg| {
        best.map_or_else(
            || Phrase::plain(nobody.get(lang)),
            |(places, row)| {
                let name = finding::name(cx.snapshot(), lang, row.province, table.key);
                Phrase::plain(finding::movement(lang, &name, *places))
            },
        )
    };
    let rose = known
        .iter()
        .filter(|(places, _)| *places > 0)
        .max_by_key(|(places, _)| *places);
    let fell = known
        .iter()
        .filter(|(places, _)| *places < 0)
        .min_by_key(|(places, _)| *places);
    [said(rose, w::NOBODY_UP), said(fell, w::NOBODY_DOWN)]
}

/// Every province of the region in every table that has an order.
fn each(cx: &PageContext, id: RegionId, tables: &[&Table]) -> Option<Block> {
    let lang = cx.lang();
    let shown: Vec<&Table> = tables
        .iter()
        .filter(|table| members(cx, id, table).iter().any(|row| row.rank.is_some()) && phrases::ranked(cx, table))
        .take(MOST_COLUMNS)
        .copied()
        .collect();
    let provinces = &cx.snapshot().catalogue.provinces;
    let in_any = |id: ProvinceId| shown.iter().any(|table| table.row(id).is_some());
    let units = provinces.alphabetical().map(|(unit, _)| unit);
    let rows: Vec<Vec<Phrase>> = units
        .filter(|unit| belongs(cx, id, *unit) && in_any(*unit))
        .map(|unit| {
            let name = crate::words::province(lang, provinces.get(unit));
            let cells = shown.iter().map(|table| Phrase::plain(cell(cx, table, unit)));
            std::iter::once(Phrase::plain(name)).chain(cells).collect()
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let dated = |table: &&Table| {
        super::model::dated(
            cx,
            cx.snapshot().catalogue.indicator(table.key.indicator),
            table.key.year,
        )
    };
    let mut columns = vec![BriefColumn::text(w::COL_PROVINCE.get(lang))];
    columns.extend(shown.iter().map(|table| BriefColumn::number(dated(table))));
    let computed: Vec<&Table> = shown
        .iter()
        .filter(|t| {
            t.rows
                .iter()
                .any(|r| r.rank.is_some_and(|k| k.origin == domain::RankOrigin::Computed))
        })
        .copied()
        .collect();
    let mut notes = vec![w::NOTE_ABSENT.get(lang).to_owned()];
    if !computed.is_empty() {
        notes.push(fill!(
            w::NOTE_COMPUTED_COLUMNS,
            lang,
            indicators = &gaps::names(cx, &computed)
        ));
    }
    Some(Block::Table(BriefTable {
        caption: w::CAPTION_MEMBERS.get(lang).to_owned(),
        columns,
        rows,
        notes,
    }))
}

fn cell(cx: &PageContext, table: &Table, unit: ProvinceId) -> String {
    let Some(row) = table.row(unit) else {
        return "–".to_owned();
    };
    row.rank.map_or_else(
        || phrases::value_text(cx, cx.snapshot().figure(row.figure)),
        crate::words::rank,
    )
}
