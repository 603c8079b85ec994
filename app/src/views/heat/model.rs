//! Provinces by headline indicators: the rank in each cell, the quarter within the column as its colour.

use domain::{
    IndicatorId, Missing, Observation, ProvinceId, ProvinceList, Rank, RankOrigin, RegionId, Row, Table,
    chart::HeatFill,
};
use messages::{export, fill, standing as w};

use crate::words;
pub(crate) use crate::{context::PageContext, findings::headline as finding, views::ranking::strip};

pub(crate) use super::params::{HeatQuery, HeatSort, MOST_COLUMNS};

/// Most provinces that share the title.
const TOGETHER: usize = 3;

/// One column.
pub(crate) struct Column<'a> {
    pub(crate) table: &'a Table,
    pub(crate) slug: &'a str,
    pub(crate) short: String,
    /// Quarter of each row of the table.
    quarters: Vec<Option<u8>>,
}

/// One cell.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    /// What is written in it: the rank, or the value where there is none; empty without a figure.
    pub(crate) text: String,
    /// Value, rank and quarter in words; or why there is no figure.
    pub(crate) says: String,
    pub(crate) rank: Option<Rank>,
    pub(crate) value: Option<f64>,
    pub(crate) fill: HeatFill,
}

/// One province.
#[derive(Clone, Debug)]
pub(crate) struct HeatLine {
    pub(crate) province: ProvinceId,
    pub(crate) slug: String,
    pub(crate) name: String,
    pub(crate) region: RegionId,
    pub(crate) followed: bool,
    /// One per column.
    pub(crate) cells: Vec<Cell>,
}

/// Provinces under one heading.
pub(crate) struct HeatGroupView {
    /// The region; empty where the rows are sorted by something else.
    pub(crate) name: String,
    pub(crate) rows: Vec<HeatLine>,
}

/// The whole heat map.
pub(crate) struct HeatView<'a> {
    pub(crate) query: HeatQuery,
    pub(crate) basis: ProvinceList,
    /// Lists of provinces under which any of the asked indicators has figures.
    pub(crate) bases: Vec<ProvinceList>,
    pub(crate) columns: Vec<Column<'a>>,
    /// Short names of the asked indicators without figures of this list of provinces.
    pub(crate) dropped: Vec<String>,
    pub(crate) groups: Vec<HeatGroupView>,
    pub(crate) title: String,
    pub(crate) subtitle: String,
}

impl Column<'_> {
    /// True when its ranks are computed here.
    pub(crate) fn computed(&self) -> bool {
        let mut ranks = self.table.rows.iter().filter_map(|row| row.rank);
        ranks.any(|rank| rank.origin == RankOrigin::Computed)
    }

    pub(crate) fn year(&self) -> i32 {
        self.table.key.year
    }

    pub(crate) fn indicator(&self) -> IndicatorId {
        self.table.key.indicator
    }

    /// True when any province has a rank in it.
    pub(crate) fn ranked(&self) -> bool {
        self.table.rows.iter().any(|row| row.rank.is_some())
    }

    /// `SIPAS 2023`.
    pub(crate) fn dated(&self) -> String {
        format!("{} {}", self.short, self.year())
    }
}

impl HeatView<'_> {
    /// The same with some of the provinces only; `None` when none is left.
    pub(crate) fn within(mut self, cx: &PageContext, keep: &dyn Fn(ProvinceId) -> bool) -> Option<Self> {
        for group in &mut self.groups {
            group.rows.retain(|line| keep(line.province));
        }
        self.groups.retain(|group| !group.rows.is_empty());
        let lines: Vec<HeatLine> = self.groups.iter().flat_map(|group| group.rows.clone()).collect();
        self.title = title(cx, &self.columns, &lines);
        self.subtitle = subtitle(cx, &self.columns, lines.len());
        (!lines.is_empty()).then_some(self)
    }
}

/// Builds the heat map; `None` when no asked indicator has figures of the asked list of provinces.
pub(crate) fn heat<'a>(cx: &'a PageContext, query: HeatQuery) -> Option<HeatView<'a>> {
    let of = |basis: ProvinceList| {
        let tables = query
            .columns
            .iter()
            .filter_map(|id| cx.snapshot().default_table_of(*id, basis));
        tables.collect::<Vec<&Table>>()
    };
    let mut bases = vec![ProvinceList::Before2025, ProvinceList::Since2025];
    bases.retain(|basis| !of(*basis).is_empty());
    // With the same number of columns, the list of 63 has more years.
    let fullest = bases.iter().rev().copied().max_by_key(|basis| of(*basis).len());
    let basis = query.basis.or(fullest)?;
    let columns: Vec<Column<'a>> = of(basis).into_iter().map(|table| column(cx, table)).collect();
    if columns.is_empty() {
        return None;
    }
    let shown = |id: &&IndicatorId| !columns.iter().any(|column| column.indicator() == **id);
    let short = |id: &IndicatorId| cx.snapshot().catalogue.indicator(*id).short.get(cx.lang()).to_owned();
    let dropped = query.columns.iter().filter(shown).map(short).collect();
    let lines = lines(cx, &columns, &query);
    let title = title(cx, &columns, &lines);
    Some(HeatView {
        subtitle: subtitle(cx, &columns, lines.len()),
        title,
        groups: grouped(cx, basis, lines, &columns, &query),
        dropped,
        columns,
        bases,
        basis,
        query,
    })
}

fn column<'a>(cx: &'a PageContext, table: &'a Table) -> Column<'a> {
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    Column {
        table,
        slug: &indicator.slug,
        short: indicator.short.get(cx.lang()).to_owned(),
        quarters: cx.snapshot().quarters(table),
    }
}

/// All provinces of the columns, by the alphabet.
fn lines(cx: &PageContext, columns: &[Column<'_>], query: &HeatQuery) -> Vec<HeatLine> {
    let provinces = &cx.snapshot().catalogue.provinces;
    let Some(newest) = columns.iter().map(|column| column.table.key).max_by_key(|key| key.year) else {
        return Vec::new();
    };
    let inside =
        |table: &Table, id: ProvinceId| table.row(id).is_some() || table.absent.iter().any(|(absent, _)| *absent == id);
    let listed = |id: ProvinceId| columns.iter().any(|column| inside(column.table, id));
    let line = |id: ProvinceId| HeatLine {
        province: id,
        slug: provinces.get(id).slug.clone(),
        name: finding::name(cx.snapshot(), cx.lang(), id, newest),
        region: provinces.region_in(id, newest.basis),
        followed: query.followed.contains(&id),
        cells: columns.iter().map(|column| cell(cx, column, id)).collect(),
    };
    let all = provinces.alphabetical().map(|(id, _)| id);
    all.filter(|id| listed(*id)).map(line).collect()
}

fn cell(cx: &PageContext, column: &Column<'_>, province: ProvinceId) -> Cell {
    let at = column.table.rows.position(province);
    if let Some((row, quarter)) = at.and_then(|at| Some((&column.table.rows[at], column.quarters.get(at)?))) {
        return known(cx, column, row, *quarter);
    }
    let absent = column.table.absent.iter().find(|(id, _)| *id == province);
    let reason = absent.map_or(Missing::NotFound, |(_, reason)| *reason);
    Cell {
        text: String::new(),
        says: words::missing(reason).get(cx.lang()).to_owned(),
        rank: None,
        value: None,
        fill: HeatFill::NoData,
    }
}

fn known(cx: &PageContext, column: &Column<'_>, row: &Row, quarter: Option<u8>) -> Cell {
    let (snapshot, lang) = (cx.snapshot(), cx.lang());
    let indicator = snapshot.catalogue.indicator(column.indicator());
    let figure = snapshot.figure(row.figure);
    let value = words::value(lang, indicator, figure);
    let rank = row
        .rank
        .map(|rank| fill!(w::RANK_IN, lang, rank = &words::rank_said(lang, rank)));
    let mut says: Vec<String> = rank.into_iter().chain(value.clone()).collect();
    says.extend(quarter.map(|quarter| strip::quarter_name(cx, column.table, quarter)));
    let text = row
        .rank
        .map(|rank| rank.place.to_string())
        .or(value)
        .unwrap_or_default();
    if text.is_empty() {
        says.push(match figure.value {
            Observation::Missing(reason) => words::missing(reason).get(lang).to_owned(),
            Observation::Conflict | Observation::Known(_) => export::CELL_CONFLICT.get(lang).to_owned(),
        });
    }
    Cell {
        fill: match quarter {
            _ if text.is_empty() => HeatFill::NoData,
            Some(quarter) => HeatFill::Quarter(quarter),
            None => HeatFill::Plain,
        },
        text,
        says: says.join(", "),
        rank: row.rank,
        value: figure.value.value(),
    }
}

/// The rows in the order that the query asks for, under regions where it is by region.
fn grouped(
    cx: &PageContext,
    basis: ProvinceList,
    mut lines: Vec<HeatLine>,
    columns: &[Column<'_>],
    query: &HeatQuery,
) -> Vec<HeatGroupView> {
    let provinces = &cx.snapshot().catalogue.provinces;
    let whole = |rows| {
        vec![HeatGroupView {
            name: String::new(),
            rows,
        }]
    };
    match query.sort {
        HeatSort::Name => whole(lines),
        HeatSort::Column(id) => {
            if let Some(at) = columns.iter().position(|column| column.indicator() == id) {
                // The table is in order: by rank, then by value.
                let rows = &columns[at].table.rows;
                lines.sort_by_key(|line| rows.position(line.province).unwrap_or(usize::MAX));
            }
            whole(lines)
        }
        HeatSort::Region => {
            let regions = provinces.scheme(basis.scheme());
            let group = |(id, region): (RegionId, &domain::Region)| HeatGroupView {
                name: region.name.get(cx.lang()).to_owned(),
                rows: lines.iter().filter(|line| line.region == id).cloned().collect(),
            };
            let groups = regions.map(group);
            groups.filter(|group| !group.rows.is_empty()).collect()
        }
    }
}

/// Who is in the top quarter of most columns; what is shown where many share that.
fn title(cx: &PageContext, columns: &[Column<'_>], lines: &[HeatLine]) -> String {
    let lang = cx.lang();
    let firsts = |line: &HeatLine| {
        let first = |cell: &&Cell| cell.fill == HeatFill::Quarter(1);
        line.cells.iter().filter(first).count()
    };
    let most = lines.iter().map(firsts).max().unwrap_or_default();
    let names: Vec<String> = lines
        .iter()
        .filter(|line| firsts(line) == most)
        .map(|line| line.name.clone())
        .collect();
    if most > 1 && names.len() <= TOGETHER {
        let counts = [most, columns.len()].map(|count| count.to_string());
        return fill!(
            w::HEAT_TITLE,
            lang,
            provinces = &words::list(lang, &names),
            count = &counts[0],
            total = &counts[1]
        );
    }
    let dated: Vec<String> = columns.iter().map(Column::dated).collect();
    fill!(w::HEAT_TITLE_PLAIN, lang, indicators = &words::list(lang, &dated))
}

/// What the columns are.
fn subtitle(cx: &PageContext, columns: &[Column<'_>], provinces: usize) -> String {
    let lang = cx.lang();
    let dated: Vec<String> = columns.iter().map(Column::dated).collect();
    fill!(
        w::HEAT_SUBTITLE,
        lang,
        indicators = &words::list(lang, &dated),
        count = provinces
    )
}
