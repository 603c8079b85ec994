//! The tile map.

use super::error;
use crate::{Reply, models::Here, query::Parameters, reply};

pub(crate) fn map(here: &Here<'_>, _of: (domain::IndicatorId, i32), _parameters: &Parameters) -> Reply {
    reply::fail(error::not_found(here, None), 404)
}
