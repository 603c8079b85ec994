//! The briefing on screen.

use super::error;
use crate::{Reply, models::Here, query::Parameters, reply};

pub(crate) fn briefing(here: &Here<'_>, _place: domain::Place, _parameters: &Parameters) -> Reply {
    reply::fail(error::not_found(here, None), 404)
}
