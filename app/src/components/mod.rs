//! Pieces that several pages are made of.

pub(crate) mod added;
pub(crate) mod chart;
pub(crate) mod corrections;
pub(crate) mod dataset_ld;
pub(crate) mod figure;
pub(crate) mod follow;
pub(crate) mod html_document;
pub(crate) mod layout;
pub(crate) mod paging;
pub(crate) mod province_options;
pub(crate) mod quick_share;
pub(crate) mod shapes;
pub(crate) mod share;
pub(crate) mod snippets;
pub(crate) mod sources;
pub(crate) mod text_area;
pub(crate) mod ways;
pub(crate) mod years;
