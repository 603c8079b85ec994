//! The comparison of provinces.

use super::error;
use crate::{Reply, models::Here, query::Parameters, reply};

pub(crate) fn compare(here: &Here<'_>, _parameters: &Parameters) -> Reply {
    reply::fail(error::not_found(here, None), 404)
}
