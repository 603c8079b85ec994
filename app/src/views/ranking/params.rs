//! What a ranking's address asks for, checked against the catalogue.

use domain::{ComponentId, IndicatorId, Lang, ProvinceId, ProvinceList, RegionId, Table};
use messages::{common as m, fill};

use crate::{
    context::PageContext,
    export::{RankingKind, data::OfRanking},
    query::{BadParameter, BadParameters, Parameters, one_of},
    views::{
        parameters as shared,
        ranking::choice::{RowChoice, Sort},
    },
};

/// Charts beside the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChartKind {
    Bump,
    Bars,
    Slope,
}

impl ChartKind {
    pub(crate) const ALL: [(&'static str, Self); 3] =
        [("bump", Self::Bump), ("bars", Self::Bars), ("slope", Self::Slope)];

    pub(crate) fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, s)| *s == self).map_or("", |(word, _)| word)
    }
}

/// A ranking as asked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RankingQuery {
    pub(crate) indicator: IndicatorId,
    pub(crate) component: ComponentId,
    pub(crate) year: i32,
    pub(crate) basis: Option<ProvinceList>,
    pub(crate) region: Option<RegionId>,
    pub(crate) name: String,
    pub(crate) sort: Sort,
    pub(crate) downwards: bool,
    pub(crate) chart: Option<ChartKind>,
    pub(crate) followed: Vec<ProvinceId>,
    /// The page of a long table, from 1.
    pub(crate) page: usize,
}

const NAME_LIMIT: usize = 60;

impl RankingQuery {
    /// The whole table of an indicator and year.
    pub(crate) const fn of(indicator: IndicatorId, year: i32) -> Self {
        Self {
            indicator,
            component: ComponentId::TOTAL,
            year,
            basis: None,
            region: None,
            name: String::new(),
            sort: Sort::Rank,
            downwards: false,
            chart: None,
            followed: Vec::new(),
            page: 1,
        }
    }

    /// Reads the parameters. Unknown parameters are ignored.
    ///
    /// # Errors
    /// Every parameter that cannot be used.
    pub(crate) fn read(
        cx: &PageContext,
        (indicator, year): (IndicatorId, i32),
        parameters: &Parameters,
    ) -> Result<Self, BadParameters> {
        let lang = cx.lang();
        let mut bad = BadParameters::default();
        let component = bad.keep(shared::component(cx, indicator, parameters));
        let region = bad.keep(shared::region(cx, parameters));
        let name = bad.keep(name(lang, parameters));
        let followed = bad.keep(shared::provinces(cx, "highlight", parameters));
        let basis = bad.keep(shared::basis(cx, parameters));
        let sort = bad
            .keep(one_of(lang, parameters, "sort", &Sort::ALL))
            .unwrap_or(Sort::Rank);
        let directions = [("asc", false), ("desc", true)];
        let downwards = bad.keep(one_of(lang, parameters, "dir", &directions));
        let chart = bad.keep(one_of(lang, parameters, "chart", &ChartKind::ALL));
        let page = bad.keep(page(lang, parameters));
        bad.or(Self {
            indicator,
            component: component.unwrap_or(ComponentId::TOTAL),
            year,
            basis,
            region,
            name,
            sort,
            downwards: downwards.unwrap_or(sort.downwards()),
            chart,
            followed,
            page,
        })
    }

    /// Which rows are asked for, and in which order.
    pub(crate) fn choice(&self) -> RowChoice {
        RowChoice {
            region: self.region,
            name: self.name.clone(),
            sort: self.sort,
            downwards: self.downwards,
        }
    }

    /// A chart or the table of what was asked for; `bases` are the lists that have figures of it.
    pub(crate) fn shown_as<'a>(
        &self,
        kind: RankingKind,
        (table, bases): (&'a Table, &[ProvinceList]),
    ) -> OfRanking<'a> {
        OfRanking {
            kind,
            table,
            followed: self.followed.clone(),
            region: self.region.filter(|_| kind == RankingKind::Bars),
            choice: (kind == RankingKind::Table)
                .then(|| self.choice())
                .filter(RowChoice::is_any),
            basis_named: self.basis.is_some() && bases.len() > 1,
            ends: false,
        }
    }
}

/// `page` of a long table, from 1.
fn page(lang: Lang, parameters: &Parameters) -> Result<usize, BadParameter> {
    let Some(text) = parameters.get("page") else {
        return Ok(1);
    };
    let page = text.parse().ok().filter(|page| *page > 0);
    page.ok_or_else(|| BadParameter::new(lang, "page", text, m::EXPECT_PAGE))
}

/// The part of a name that rows are filtered by.
fn name(lang: Lang, parameters: &Parameters) -> Result<String, BadParameter> {
    let text = parameters.get("q").unwrap_or_default();
    if text.chars().count() > NAME_LIMIT {
        return Err(BadParameter {
            name: "q",
            found: text.to_owned(),
            expected: fill!(m::EXPECT_SHORT, lang, limit = &NAME_LIMIT.to_string()),
        });
    }
    Ok(text.to_owned())
}
