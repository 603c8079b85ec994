//! What would follow if components were different.

use super::error;
use crate::{Reply, models::Here, query::Parameters, reply};

pub(crate) fn what_if(
    here: &Here<'_>,
    _of: (domain::ProvinceId, domain::IndicatorId),
    _parameters: &Parameters,
) -> Reply {
    reply::fail(error::not_found(here, None), 404)
}
