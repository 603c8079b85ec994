//! What a ranking's address asks for, checked against the catalogue.

use domain::{ComponentId, Indicator, IndicatorId, ProvinceId, ProvinceList, RegionId, Snapshot};
use messages::{common as m, fill};

use crate::{
    links::NO_PROVINCE,
    query::{BadParameter, Parameters, one_of},
};

/// Columns that a ranking can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    Rank,
    Name,
    Score,
    Points,
    Places,
}

impl Sort {
    pub(crate) const ALL: [(&'static str, Self); 5] = [
        ("rank", Self::Rank),
        ("name", Self::Name),
        ("score", Self::Score),
        ("points", Self::Points),
        ("places", Self::Places),
    ];

    pub(crate) fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, s)| *s == self).map_or("", |(word, _)| word)
    }

    /// The direction in which a first click sorts: ranks and names upwards, figures downwards.
    pub(crate) const fn downwards(self) -> bool {
        matches!(self, Self::Score | Self::Points | Self::Places)
    }
}

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
}

const NAME_LIMIT: usize = 60;

impl RankingQuery {
    /// Reads the parameters. Unknown parameters are ignored.
    ///
    /// # Errors
    /// Every parameter that cannot be used.
    pub(crate) fn read(
        snapshot: &Snapshot,
        lang: domain::Lang,
        (indicator, year): (IndicatorId, i32),
        parameters: &Parameters,
    ) -> Result<Self, Vec<BadParameter>> {
        let mut bad = Vec::new();
        let catalogue = &snapshot.catalogue;
        let about: &Indicator = catalogue.indicator(indicator);
        let found = |name: &str| parameters.get(name);
        let component = found("component").map_or(ComponentId::TOTAL, |slug| {
            about.component_by_slug(slug).unwrap_or_else(|| {
                bad.push(BadParameter::new(lang, "component", slug, m::EXPECT_COMPONENT));
                ComponentId::TOTAL
            })
        });
        let region = found("region").and_then(|slug| {
            let region = catalogue.provinces.region_by_slug(slug);
            if region.is_none() {
                bad.push(BadParameter::new(lang, "region", slug, m::EXPECT_REGION));
            }
            region
        });
        let name = found("q").unwrap_or_default().to_owned();
        if name.chars().count() > NAME_LIMIT {
            let expected = fill!(m::EXPECT_SHORT, lang, limit = &NAME_LIMIT.to_string());
            bad.push(BadParameter {
                name: "q",
                found: name.clone(),
                expected,
            });
        }
        let followed = followed(snapshot, lang, found("highlight").unwrap_or_default(), &mut bad);
        let bases = [("63", ProvinceList::Before2025), ("34", ProvinceList::Since2025)];
        let basis = keep(one_of(lang, parameters, "basis", &bases), &mut bad);
        let sort = keep(one_of(lang, parameters, "sort", &Sort::ALL), &mut bad).unwrap_or(Sort::Rank);
        let dir = keep(
            one_of(lang, parameters, "dir", &[("asc", false), ("desc", true)]),
            &mut bad,
        );
        let chart = keep(one_of(lang, parameters, "chart", &ChartKind::ALL), &mut bad);
        if !bad.is_empty() {
            return Err(bad);
        }
        Ok(Self {
            indicator,
            component,
            year,
            basis,
            region,
            name,
            sort,
            downwards: dir.unwrap_or(sort.downwards()),
            chart,
            followed,
        })
    }
}

pub(crate) fn keep<T>(read: Result<Option<T>, BadParameter>, bad: &mut Vec<BadParameter>) -> Option<T> {
    read.unwrap_or_else(|problem| {
        bad.push(problem);
        None
    })
}

pub(crate) fn followed(
    snapshot: &Snapshot,
    lang: domain::Lang,
    text: &str,
    bad: &mut Vec<BadParameter>,
) -> Vec<ProvinceId> {
    let slugs: Vec<&str> = text
        .split(',')
        .filter(|slug| !slug.is_empty() && *slug != NO_PROVINCE)
        .collect();
    let found: Vec<ProvinceId> = slugs
        .iter()
        .filter_map(|slug| snapshot.catalogue.provinces.by_slug(slug))
        .collect();
    if found.len() != slugs.len() || found.len() > 5 {
        bad.push(BadParameter::new(lang, "highlight", text, m::EXPECT_PROVINCE));
    }
    found
}
