//! Where a province stands: one row per indicator, each with the strip of its table.

use domain::{
    Direction, IndicatorId, Observation, ProvinceId, Rank, RankPolicy, Row, Table,
    chart::{ChangeSign, SpineChange},
};
use messages::{common as m, export, fill, standing as w};

use crate::{
    context::PageContext,
    findings::headline as finding,
    views::ranking::strip,
    words::{self, ChangeCell, Mark},
};

/// One indicator of a province in one year.
pub(crate) struct StandingRow<'a> {
    pub(crate) table: &'a Table,
    /// The province's line in it.
    pub(crate) row: &'a Row,
    pub(crate) slug: &'a str,
    pub(crate) short: String,
    /// The year that is shown for the indicator, where the province has no figure in it.
    pub(crate) shown_year: Option<i32>,
    /// The value as read, or why there is none.
    pub(crate) value: String,
    pub(crate) valued: bool,
    /// The rank as read, such as `12/63` or `37/61 (tính)`; or why there is none.
    pub(crate) rank_text: String,
    /// Quarter of the provinces, 1 (best) to 4, with its name, where it may be said.
    pub(crate) quarter: Option<(u8, String)>,
    /// Change in places since the year before.
    pub(crate) change: ChangeCell,
    /// The strip, or why there is none.
    pub(crate) strip: Result<strip::StripView<'a>, String>,
}

/// Where a province stands in all indicators that have a figure of it.
pub(crate) struct StandingView<'a> {
    pub(crate) province: ProvinceId,
    /// Its name today.
    pub(crate) name: String,
    /// The finding.
    pub(crate) title: String,
    pub(crate) subtitle: String,
    /// In the catalogue's order.
    pub(crate) rows: Vec<StandingRow<'a>>,
}

impl StandingRow<'_> {
    pub(crate) fn rank(&self) -> Option<Rank> {
        self.row.rank
    }

    pub(crate) fn year(&self) -> i32 {
        self.table.key.year
    }

    pub(crate) fn indicator(&self) -> IndicatorId {
        self.table.key.indicator
    }

    /// The strip in the height of a line of text; empty where there is none.
    pub(crate) fn inline(&self, cx: &PageContext) -> String {
        let strip = self.strip.as_ref();
        strip.map_or_else(|_| String::new(), |strip| strip.inline(cx))
    }

    /// `SIPAS 2023`.
    pub(crate) fn dated(&self) -> String {
        format!("{} {}", self.short, self.year())
    }

    /// Share of the provinces ahead of it, 0 (first) to 1 (last).
    fn behind(&self) -> Option<f64> {
        let rank = self.rank().filter(|rank| rank.of > 1)?;
        Some(f64::from(rank.place.saturating_sub(1)) / f64::from(rank.of - 1))
    }
}

/// Where a province stands, by the newest year of each indicator with enough figures.
pub(crate) fn standing<'a>(cx: &'a PageContext, province: ProvinceId) -> StandingView<'a> {
    let indicators = cx.snapshot().catalogue.indicators();
    let tables = indicators.filter_map(|(id, _)| cx.snapshot().table_for(id, province));
    let rows: Vec<StandingRow<'_>> = tables.map(|(table, row)| of_table(cx, table, row)).collect();
    let lang = cx.lang();
    let name = cx.snapshot().catalogue.provinces.get(province);
    let name = words::province(lang, name);
    StandingView {
        province,
        title: title(cx, &name, &rows),
        subtitle: fill!(w::STANDING_SUBTITLE, lang, province = &name),
        name,
        rows,
    }
}

fn of_table<'a>(cx: &'a PageContext, table: &'a Table, row: &'a Row) -> StandingRow<'a> {
    let (snapshot, lang, key) = (cx.snapshot(), cx.lang(), table.key);
    let indicator = snapshot.catalogue.indicator(key.indicator);
    let figure = snapshot.figure(row.figure);
    let value = match figure.value {
        Observation::Known(_) => words::value(lang, indicator, figure).unwrap_or_default(),
        Observation::Conflict => export::CELL_CONFLICT.get(lang).to_owned(),
        Observation::Missing(_) if row.rank.is_some() => w::NO_VALUE.get(lang).to_owned(),
        Observation::Missing(reason) => words::missing(reason).get(lang).to_owned(),
    };
    let at = table.rows.position(row.province);
    let quarter = at.and_then(|at| snapshot.quarters(table).get(at).copied().flatten());
    let shown = snapshot.default_year(key.indicator);
    StandingRow {
        slug: &indicator.slug,
        short: finding::measure(snapshot, lang, table),
        shown_year: shown.filter(|year| *year != key.year),
        value,
        valued: figure.value.value().is_some(),
        rank_text: rank_text(cx, table, row),
        quarter: quarter.map(|quarter| (quarter, strip::quarter_name(cx, table, quarter))),
        change: words::places(lang, &row.change, row.rank, key.year),
        strip: strip_of(cx, table, row.province),
        table,
        row,
    }
}

fn strip_of<'a>(cx: &'a PageContext, table: &'a Table, province: ProvinceId) -> Result<strip::StripView<'a>, String> {
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    if indicator.direction(table.key.component) == Direction::Neutral {
        return Err(w::NO_BETTER.get(lang).to_owned());
    }
    let strip = strip::of_table(cx, table, &[province]);
    // Where the province itself has no place, the strip says nothing of it.
    let strip = strip.filter(|strip| strip.without.is_empty());
    strip.ok_or_else(|| w::NO_STRIP.get(lang).to_owned())
}

/// The rank as read, with its mark where it is computed here; or why there is none.
pub(crate) fn rank_text(cx: &PageContext, table: &Table, row: &Row) -> String {
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    match (row.rank, cx.snapshot().figure(row.figure).rank) {
        (Some(rank), _) => words::rank_said(lang, rank),
        (None, _) if indicator.ranks == RankPolicy::None => m::NO_RANKING.get(lang).to_owned(),
        (None, domain::PublishedRank::Conflict) => m::RANK_CONFLICT.get(lang).to_owned(),
        (None, _) => m::UNKNOWN_RANK.get(lang).to_owned(),
    }
}

/// Where it stands best and worst, by the share of the provinces that are ahead.
fn title(cx: &PageContext, name: &str, rows: &[StandingRow<'_>]) -> String {
    let lang = cx.lang();
    let ranked: Vec<(&StandingRow<'_>, f64, Rank)> = rows
        .iter()
        .filter_map(|row| Some((row, row.behind()?, row.rank()?)))
        .collect();
    let best = ranked.iter().min_by(|a, b| a.1.total_cmp(&b.1));
    let worst = ranked.iter().rev().max_by(|a, b| a.1.total_cmp(&b.1));
    match best.zip(worst) {
        Some(((best, low, first), (worst, high, last))) if low < high => fill!(
            w::STANDS_BETWEEN,
            lang,
            province = name,
            indicator_best = &best.dated(),
            rank_best = &words::rank(*first),
            indicator_worst = &worst.dated(),
            rank_worst = &words::rank(*last)
        ),
        Some(((only, _, rank), _)) => fill!(
            w::STANDS_ONE,
            lang,
            province = name,
            rank = &words::rank(*rank),
            indicator = &only.dated()
        ),
        None => fill!(w::STANDS_NOWHERE, lang, province = name),
    }
}

/// The change as a chart shows it.
pub(crate) fn change(cell: &ChangeCell) -> SpineChange {
    let sign = match cell.mark {
        Mark::Up => ChangeSign::Up,
        Mark::Down => ChangeSign::Down,
        Mark::Same => ChangeSign::Same,
        Mark::NotComparable => ChangeSign::Apart,
        Mark::NoBase => ChangeSign::None,
    };
    SpineChange {
        sign,
        // What may not be compared is not given as a number.
        text: match sign {
            ChangeSign::Up | ChangeSign::Down => cell.text.clone(),
            ChangeSign::Same | ChangeSign::Apart | ChangeSign::None => String::new(),
        },
        words: cell.words.clone(),
    }
}

/// The province's name in the year of a table.
pub(crate) fn named(cx: &PageContext, row: &StandingRow<'_>) -> String {
    finding::name(cx.snapshot(), cx.lang(), row.row.province, row.table.key)
}
