//! Atom feeds, and the page that lists them.

use super::error;
use crate::{Reply, models::Here, query::Parameters, reply};

pub(crate) fn feeds(here: &Here<'_>, _which: &[&str], _parameters: &Parameters) -> Reply {
    reply::fail(error::not_found(here, None), 404)
}
