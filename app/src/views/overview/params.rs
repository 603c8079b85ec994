//! What the overview's address asks for.

use domain::ProvinceId;
use messages::common as m;

use crate::{
    context::PageContext,
    query::{BadParameter, Parameters},
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
    pub(crate) fn read(cx: &PageContext<'_>, parameters: &Parameters) -> Result<Self, Vec<BadParameter>> {
        let mut bad = Vec::new();
        let province = parameters.get("province").and_then(|slug| {
            let found = cx.snapshot.catalogue.provinces.by_slug(slug);
            if found.is_none() {
                bad.push(BadParameter::new(cx.lang(), "province", slug, m::EXPECT_PROVINCE));
            }
            found
        });
        let mut heat = HeatQuery::read(cx, parameters, &mut bad);
        if heat.followed.is_empty() {
            heat.followed.extend(province);
        }
        if bad.is_empty() {
            Ok(Self { province, heat })
        } else {
            Err(bad)
        }
    }
}
