//! Why a province moved.

use super::error;
use crate::{Reply, models::Here, query::Parameters, reply};

pub(crate) fn why(here: &Here<'_>, _of: (domain::ProvinceId, domain::IndicatorId), _parameters: &Parameters) -> Reply {
    reply::fail(error::not_found(here, None), 404)
}
