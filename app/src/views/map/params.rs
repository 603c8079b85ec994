//! What a map's address asks for.

use domain::{ComponentId, IndicatorId, ProvinceId, ProvinceList};
use messages::{fill, map as w};

use crate::{
    context::PageContext,
    export::ViewForm,
    query::{BadParameter, BadParameters, Parameters, one_of},
    views::parameters as shared,
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
    /// Reads the parameters. Unknown parameters are ignored.
    ///
    /// # Errors
    /// Every parameter that cannot be used.
    pub(crate) fn read(
        cx: &PageContext,
        (indicator, year): (IndicatorId, i32),
        parameters: &Parameters,
    ) -> Result<Self, BadParameters> {
        let mut bad = BadParameters::default();
        let component = bad.keep(shared::component(cx, indicator, parameters));
        let component = component.unwrap_or(ComponentId::TOTAL);
        let kind = bad.keep(one_of(cx.lang(), parameters, "kind", &MapKind::ALL));
        let basis = bad.keep(shared::basis(cx, parameters));
        let from = bad.keep(from(cx, (indicator, component, year), parameters));
        let followed = bad.keep(shared::provinces(cx, "highlight", parameters));
        bad.or(Self {
            indicator,
            year,
            kind,
            component,
            basis,
            from,
            followed,
        })
    }
}

/// Years with figures before a year, the newest first.
pub(super) fn earlier(cx: &PageContext, indicator: IndicatorId, component: ComponentId, year: i32) -> Vec<i32> {
    let mut years = cx.snapshot().years(indicator, component);
    years.retain(|earlier| *earlier < year);
    years.reverse();
    years
}

fn from(
    cx: &PageContext,
    (indicator, component, year): (IndicatorId, ComponentId, i32),
    parameters: &Parameters,
) -> Result<Option<i32>, BadParameter> {
    let years = earlier(cx, indicator, component, year);
    shared::year_of("from", &years, parameters, |listed| {
        let year = year.to_string();
        if listed.is_empty() {
            fill!(w::EXPECT_NO_EARLIER, cx.lang(), year = &year)
        } else {
            fill!(w::EXPECT_FROM, cx.lang(), year = &year, years = listed)
        }
    })
}
