//! What a map's address asks for.

use domain::{ComponentId, IndicatorId, ProvinceId, ProvinceList};
use messages::{common as m, fill, map as w};

use crate::{
    context::PageContext,
    export::ViewForm,
    query::{BadParameter, Parameters, one_of},
    views::ranking::params as ranking_query,
};

/// What the tiles show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MapKind {
    Score,
    Band,
    Rank,
    Change,
}

impl MapKind {
    pub(crate) const ALL: [(&'static str, Self); 4] = [
        ("score", Self::Score),
        ("band", Self::Band),
        ("rank", Self::Rank),
        ("change", Self::Change),
    ];

    pub(crate) fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, kind)| *kind == self)
            .map_or("", |(word, _)| word)
    }

    /// What a view of this kind is shown as.
    pub(crate) const fn form(self) -> ViewForm {
        match self {
            Self::Score => ViewForm::Score,
            Self::Band => ViewForm::Band,
            Self::Rank => ViewForm::Rank,
            Self::Change => ViewForm::Change,
        }
    }

    /// The kind that a view is shown as; `None` for its table.
    pub(super) fn of_form(form: ViewForm) -> Option<Self> {
        let known = Self::ALL.iter().find(|(_, kind)| kind.form() == form);
        known.map(|(_, kind)| *kind)
    }
}

/// A map as asked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct MapQuery {
    pub(crate) indicator: IndicatorId,
    pub(crate) year: i32,
    pub(crate) kind: Option<MapKind>,
    pub(crate) component: ComponentId,
    pub(crate) basis: Option<ProvinceList>,
    /// The earlier year of a change.
    pub(crate) from: Option<i32>,
    pub(crate) followed: Vec<ProvinceId>,
}

impl MapQuery {
    /// Reads the parameters; what cannot be used is added to `bad`. Unknown parameters are ignored.
    pub(crate) fn read(
        cx: &PageContext<'_>,
        (indicator, year): (IndicatorId, i32),
        parameters: &Parameters,
        bad: &mut Vec<BadParameter>,
    ) -> Self {
        let lang = cx.lang();
        let about = cx.snapshot.catalogue.indicator(indicator);
        let component = parameters.get("component").map_or(ComponentId::TOTAL, |slug| {
            about.component_by_slug(slug).unwrap_or_else(|| {
                bad.push(BadParameter::new(lang, "component", slug, m::EXPECT_COMPONENT));
                ComponentId::TOTAL
            })
        });
        let kind = ranking_query::keep(one_of(lang, parameters, "kind", &MapKind::ALL), bad);
        let bases = [("63", ProvinceList::Before2025), ("34", ProvinceList::Since2025)];
        let basis = ranking_query::keep(one_of(lang, parameters, "basis", &bases), bad);
        let highlight = parameters.get("highlight").unwrap_or_default();
        Self {
            indicator,
            year,
            kind,
            component,
            basis,
            from: from(cx, (indicator, component, year), parameters, bad),
            followed: ranking_query::followed(cx.snapshot, lang, highlight, bad),
        }
    }
}

/// Years with figures before a year, the newest first.
pub(super) fn earlier(cx: &PageContext<'_>, indicator: IndicatorId, component: ComponentId, year: i32) -> Vec<i32> {
    let mut years = cx.snapshot.years(indicator, component);
    years.retain(|earlier| *earlier < year);
    years.reverse();
    years
}

fn from(
    cx: &PageContext<'_>,
    (indicator, component, year): (IndicatorId, ComponentId, i32),
    parameters: &Parameters,
    bad: &mut Vec<BadParameter>,
) -> Option<i32> {
    let text = parameters.get("from")?;
    let years = earlier(cx, indicator, component, year);
    let found = text.parse().ok().filter(|asked| years.contains(asked));
    if found.is_none() {
        let list: Vec<String> = years.iter().map(ToString::to_string).collect();
        let year = year.to_string();
        let expected = if list.is_empty() {
            fill!(w::EXPECT_NO_EARLIER, cx.lang(), year = &year)
        } else {
            fill!(w::EXPECT_FROM, cx.lang(), year = &year, years = &list.join(", "))
        };
        bad.push(BadParameter {
            name: "from",
            found: text.to_owned(),
            expected,
        });
    }
    found
}
