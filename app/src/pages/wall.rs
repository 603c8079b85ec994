//! A rotation of views for the screen of a meeting room.

use super::error;
use crate::{Reply, models::Here, query::Parameters, reply};

pub(crate) fn wall(here: &Here<'_>, _parameters: &Parameters) -> Reply {
    reply::fail(error::not_found(here, None), 404)
}
