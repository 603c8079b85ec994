//! What the address of a heat map asks for.

use domain::{IndicatorId, ProvinceId, ProvinceList, RankPolicy};
use messages::{fill, standing as w};

use crate::{
    context::PageContext,
    query::{BadParameter, Parameters, one_of},
    views::ranking::params as ranking_query,
};

/// Most columns.
pub(crate) const MOST_COLUMNS: usize = 8;

/// Columns where the address names none.
const USUAL: usize = 5;

/// What the rows are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum HeatSort {
    /// Under their regions.
    #[default]
    Region,
    /// By the alphabet.
    Name,
    /// By the rank in a column.
    Column(IndicatorId),
}

/// A heat map as asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct HeatQuery {
    pub(crate) columns: Vec<IndicatorId>,
    /// True when the address names the columns.
    pub(crate) chosen: bool,
    pub(crate) basis: Option<ProvinceList>,
    pub(crate) sort: HeatSort,
    pub(crate) followed: Vec<ProvinceId>,
}

impl HeatQuery {
    /// The usual columns, rows under their regions.
    pub(crate) fn usual(cx: &PageContext<'_>) -> Self {
        Self {
            columns: usual(cx),
            ..Self::default()
        }
    }

    /// Reads `columns`, `basis`, `sort` and `highlight`; what cannot be used is added to `bad`. Unknown parameters
    /// are ignored.
    pub(crate) fn read(cx: &PageContext<'_>, parameters: &Parameters, bad: &mut Vec<BadParameter>) -> Self {
        let lang = cx.lang();
        let columns = columns(cx, parameters, bad);
        let chosen = columns.is_some();
        let columns = columns.unwrap_or_else(|| usual(cx));
        let bases = [("63", ProvinceList::Before2025), ("34", ProvinceList::Since2025)];
        let highlight = parameters.get("highlight").unwrap_or_default();
        Self {
            basis: ranking_query::keep(one_of(lang, parameters, "basis", &bases), bad),
            sort: sort(cx, parameters, &columns, bad),
            followed: ranking_query::followed(cx.snapshot, lang, highlight, bad),
            columns,
            chosen,
        }
    }

    /// The parameters that change what it says, in one order.
    pub(crate) fn state(&self, cx: &PageContext<'_>) -> Vec<(&'static str, String)> {
        let catalogue = &cx.snapshot.catalogue;
        let slug = |id: &IndicatorId| catalogue.indicator(*id).slug.clone();
        let mut state = Vec::new();
        if self.chosen {
            let slugs: Vec<String> = self.columns.iter().map(slug).collect();
            state.push(("columns", slugs.join(",")));
        }
        state.extend(self.basis.map(|basis| ("basis", basis.code().to_owned())));
        match &self.sort {
            HeatSort::Region => {}
            HeatSort::Name => state.push(("sort", "name".to_owned())),
            HeatSort::Column(id) => state.push(("sort", slug(id))),
        }
        if !self.followed.is_empty() {
            let slugs = self
                .followed
                .iter()
                .map(|id| catalogue.provinces.get(*id).slug.as_str());
            state.push(("highlight", slugs.collect::<Vec<_>>().join(",")));
        }
        state
    }
}

/// The indicators that are shown where the address names none: the first ones that are ranked or grouped.
pub(crate) fn usual(cx: &PageContext<'_>) -> Vec<IndicatorId> {
    let ranked = cx
        .snapshot
        .catalogue
        .indicators()
        .filter(|(id, indicator)| indicator.ranks != RankPolicy::None && cx.snapshot.default_table(*id).is_some());
    ranked.map(|(id, _)| id).take(USUAL).collect()
}

/// The chosen columns; `None` where the address names none.
fn columns(cx: &PageContext<'_>, parameters: &Parameters, bad: &mut Vec<BadParameter>) -> Option<Vec<IndicatorId>> {
    let text = parameters.get("columns")?;
    let slugs: Vec<&str> = text.split(',').filter(|slug| !slug.is_empty()).collect();
    let catalogue = &cx.snapshot.catalogue;
    let mut found: Vec<IndicatorId> = slugs
        .iter()
        .filter_map(|slug| catalogue.indicator_by_slug(slug))
        .collect();
    let known = found.len() == slugs.len();
    let mut seen = Vec::new();
    found.retain(|id| !seen.contains(id) && (seen.push(*id), true).1);
    if !known || found.is_empty() || found.len() > MOST_COLUMNS {
        bad.push(BadParameter {
            name: "columns",
            found: text.to_owned(),
            expected: fill!(w::EXPECT_COLUMNS, cx.lang(), limit = &MOST_COLUMNS.to_string()),
        });
    }
    Some(found)
}

fn sort(
    cx: &PageContext<'_>,
    parameters: &Parameters,
    columns: &[IndicatorId],
    bad: &mut Vec<BadParameter>,
) -> HeatSort {
    let slug = |id: &IndicatorId| cx.snapshot.catalogue.indicator(*id).slug.as_str();
    match parameters.get("sort") {
        None | Some("region") => HeatSort::Region,
        Some("name") => HeatSort::Name,
        Some(text) => match columns.iter().find(|id| slug(id) == text) {
            Some(id) => HeatSort::Column(*id),
            None => {
                let slugs: Vec<&str> = columns.iter().map(slug).collect();
                bad.push(BadParameter {
                    name: "sort",
                    found: text.to_owned(),
                    expected: fill!(w::EXPECT_SORT, cx.lang(), list = &slugs.join(", ")),
                });
                HeatSort::Region
            }
        },
    }
}
