//! What the overview's address asks for.

use domain::ProvinceId;

use crate::{
    messages as m,
    models::Here,
    query::{BadParameter, Parameters},
};

/// The overview as asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct OverviewQuery {
    /// The reader's own province.
    pub(crate) province: Option<ProvinceId>,
}

impl OverviewQuery {
    /// Reads the parameters. Unknown parameters are ignored.
    ///
    /// # Errors
    /// A province that is not in the catalogue.
    pub(crate) fn read(here: &Here<'_>, parameters: &Parameters) -> Result<Self, Vec<BadParameter>> {
        let Some(slug) = parameters.get("province") else {
            return Ok(Self::default());
        };
        match here.snapshot.catalogue.provinces.by_slug(slug) {
            Some(id) => Ok(Self { province: Some(id) }),
            None => Err(vec![BadParameter::new(
                here.lang(),
                "province",
                slug,
                m::EXPECT_PROVINCE,
            )]),
        }
    }
}
