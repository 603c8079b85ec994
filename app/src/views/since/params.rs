//! Which years a view over several years compares, and which it may compare.

use domain::{IndicatorId, Snapshot, Table, TableKey};
use messages::{fill, since as w};

use crate::{
    context::PageContext,
    query::{BadParameter, BadParameters, Parameters},
    views::ranking::params::RankingQuery,
};

/// Stretches that are offered, in years.
pub(crate) const OFFERED: [i32; 3] = [3, 5, 10];
/// Where nothing can be compared, this one says why.
const USUAL: i32 = 5;
/// The longest that may be asked for, in years: a stretch of any length may be the longest comparable one.
const MOST: i32 = 30;

/// What an address asks for.
pub(crate) struct SinceQuery {
    pub(crate) ranking: RankingQuery,
    /// Years back.
    pub(crate) years: i32,
}

impl SinceQuery {
    /// Reads the parameters.
    ///
    /// # Errors
    /// Every parameter that cannot be used.
    pub(crate) fn read(
        cx: &PageContext,
        of: (IndicatorId, i32),
        parameters: &Parameters,
    ) -> Result<Self, BadParameters> {
        let mut bad = BadParameters::default();
        let ranking = bad.keep(RankingQuery::read(cx, of, parameters).map(Some));
        let years = bad.keep(years(cx, parameters));
        let Some(ranking) = ranking.filter(|_| bad.is_empty()) else {
            return Err(bad);
        };
        let mut query = Self {
            ranking,
            years: years.unwrap_or(USUAL),
        };
        if let Some(table) = query.table(cx.snapshot()).filter(|_| years.is_none()) {
            query.years = usual(cx.snapshot(), table.key);
        }
        Ok(query)
    }

    /// The table of the last year.
    pub(crate) fn table<'a>(&self, snapshot: &'a Snapshot) -> Option<&'a Table> {
        let query = &self.ranking;
        let bases = snapshot.bases(query.indicator, query.component, query.year);
        let key = TableKey {
            indicator: query.indicator,
            component: query.component,
            basis: query.basis.or(bases.first().copied())?,
            year: query.year,
        };
        snapshot.table(key).filter(|table| !table.rows.is_empty())
    }
}

/// How many years back an address asks for.
fn years(cx: &PageContext, parameters: &Parameters) -> Result<Option<i32>, BadParameter> {
    let Some(text) = parameters.get("years") else {
        return Ok(None);
    };
    match text.parse().ok().filter(|years| (1..=MOST).contains(years)) {
        Some(years) => Ok(Some(years)),
        None => Err(BadParameter {
            name: "years",
            found: text.to_owned(),
            expected: fill!(w::EXPECT_YEARS, cx.lang(), limit = &MOST.to_string()),
        }),
    }
}

/// Without another wish: the longest of those offered that can be compared, else the longest at all that ends
/// with the table's year.
fn usual(snapshot: &Snapshot, key: TableKey) -> i32 {
    let offered = OFFERED.into_iter().rev();
    let comparable = |years: &i32| snapshot.comparison(key, key.year - years).comparable();
    let own = longest(snapshot, key).filter(|(_, to)| *to == key.year);
    let longest = own.map(|(from, to)| to - from);
    offered
        .filter(comparable)
        .find(|years| longest.is_some_and(|longest| *years <= longest))
        .or(longest)
        .unwrap_or(USUAL)
}

/// The longest stretch that can be compared and ends with the table's year; where there is none, the longest
/// of those that end before, the latest among equals. Its first and its last year.
pub(crate) fn longest(snapshot: &Snapshot, key: TableKey) -> Option<(i32, i32)> {
    let years = snapshot.years(key.indicator, key.component);
    let ends = |year: i32| {
        let table = snapshot.table(TableKey { year, ..key })?;
        let mut before = years.iter().copied().filter(|from| *from < year && year - from <= MOST);
        let first = before.find(|from| {
            let known = |row: &domain::Row| {
                let change = snapshot.change(table.key, *from, row.province);
                change.comparable_points().is_some() || change.comparable_places().is_some()
            };
            snapshot.comparison(table.key, *from).comparable() && table.rows.iter().any(known)
        })?;
        Some((first, year))
    };
    ends(key.year).or_else(|| {
        let earlier = years.iter().copied().filter(|year| *year < key.year);
        earlier.filter_map(ends).max_by_key(|(from, to)| (to - from, *to))
    })
}
