//! What the overview's address asks for.

use domain::ProvinceId;
use messages::common as m;

use crate::{
    context::PageContext,
    query::{BadParameters, Parameters},
    views::heat::model::HeatQuery,
};

/// The overview as asked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OverviewQuery {
    /// The reader's own province.
    pub(crate) province: Option<ProvinceId>,
    /// Columns, list and order of the heat map.
    pub(crate) heat: HeatQuery,
}

impl OverviewQuery {
    /// Reads the parameters. Unknown parameters are ignored.
    ///
    /// # Errors
    /// Every parameter that cannot be used.
    pub(crate) fn read(cx: &PageContext, parameters: &Parameters) -> Result<Self, BadParameters> {
        let mut bad = BadParameters::default();
        let find = |name: &str| cx.snapshot().province_named(name);
        let province = bad.keep(parameters.named(cx.lang(), "province", m::EXPECT_PROVINCE, find));
        let mut heat = bad.keep(HeatQuery::read(cx, parameters));
        if heat.followed.is_empty() {
            heat.followed.extend(province);
        }
        bad.or(Self { province, heat })
    }
}
