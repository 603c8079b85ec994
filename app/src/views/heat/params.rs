//! What the address of a heat map asks for.

use domain::{IndicatorId, ProvinceId, ProvinceList, RankPolicy};
use messages::{fill, standing as w};

use crate::{
    context::PageContext,
    query::{BadParameter, BadParameters, Parameters},
    views::parameters as shared,
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
    pub(crate) fn usual(cx: &PageContext) -> Self {
        Self {
            columns: usual(cx),
            ..Self::default()
        }
    }

    /// Reads `columns`, `basis`, `sort` and `highlight`. Unknown parameters are ignored.
    ///
    /// # Errors
    /// Every parameter that cannot be used.
    pub(crate) fn read(cx: &PageContext, parameters: &Parameters) -> Result<Self, BadParameters> {
        let mut bad = BadParameters::default();
        let named = parameters.get("columns").map(|text| columns(cx, text));
        let chosen = named.is_some();
        let columns = match named {
            Some((columns, usable)) => {
                bad.keep(usable);
                columns
            }
            None => usual(cx),
        };
        let basis = bad.keep(shared::basis(cx, parameters));
        let sort = bad.keep(sort(cx, parameters, &columns));
        let followed = bad.keep(shared::provinces(cx, "highlight", parameters));
        bad.or(Self {
            columns,
            chosen,
            basis,
            sort,
            followed,
        })
    }

    /// The parameters that change what it says, in one order.
    pub(crate) fn state(&self, cx: &PageContext) -> Vec<(&'static str, String)> {
        let catalogue = &cx.snapshot().catalogue;
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
pub(crate) fn usual(cx: &PageContext) -> Vec<IndicatorId> {
    let ranked =
        cx.snapshot().catalogue.indicators().filter(|(id, indicator)| {
            indicator.ranks != RankPolicy::None && cx.snapshot().default_table(*id).is_some()
        });
    ranked.map(|(id, _)| id).take(USUAL).collect()
}

/// The indicators that a text names, and whether they can be the columns. The order of the rows is checked against
/// those that are known.
fn columns(cx: &PageContext, text: &str) -> (Vec<IndicatorId>, Result<(), BadParameter>) {
    let slugs: Vec<&str> = text.split(',').filter(|slug| !slug.is_empty()).collect();
    let catalogue = &cx.snapshot().catalogue;
    let mut found: Vec<IndicatorId> = slugs
        .iter()
        .filter_map(|slug| catalogue.indicator_by_slug(slug))
        .collect();
    let known = found.len() == slugs.len();
    let mut seen = Vec::new();
    found.retain(|id| !seen.contains(id) && (seen.push(*id), true).1);
    let usable = if known && !found.is_empty() && found.len() <= MOST_COLUMNS {
        Ok(())
    } else {
        Err(BadParameter {
            name: "columns",
            found: text.to_owned(),
            expected: fill!(w::EXPECT_COLUMNS, cx.lang(), limit = &MOST_COLUMNS.to_string()),
        })
    };
    (found, usable)
}

fn sort(cx: &PageContext, parameters: &Parameters, columns: &[IndicatorId]) -> Result<HeatSort, BadParameter> {
    let slug = |id: &IndicatorId| cx.snapshot().catalogue.indicator(*id).slug.as_str();
    match parameters.get("sort") {
        None | Some("region") => Ok(HeatSort::Region),
        Some("name") => Ok(HeatSort::Name),
        Some(text) => match columns.iter().find(|id| slug(id) == text) {
            Some(id) => Ok(HeatSort::Column(*id)),
            None => {
                let slugs: Vec<&str> = columns.iter().map(slug).collect();
                Err(BadParameter {
                    name: "sort",
                    found: text.to_owned(),
                    expected: fill!(w::EXPECT_SORT, cx.lang(), list = &slugs.join(", ")),
                })
            }
        },
    }
}
