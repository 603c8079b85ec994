//! What would follow if components were different.

use super::Here;
use crate::{
    query::{BadParameter, Parameters},
    shared::{Own, OwnView},
};

/// The view at an address; nothing where there are no figures for it.
pub(crate) fn own(
    _here: &Here<'_>,
    _view: OwnView,
    _parameters: &Parameters,
    _bad: &mut Vec<BadParameter>,
) -> Option<Own> {
    None
}
