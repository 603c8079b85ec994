//! The figure that is meant, by its keys.

use domain::{Figure, Snapshot, upload::Subject};

use crate::admin::{FigureView, changes, context::At};

/// A figure that is meant, and what is published of it.
#[derive(Clone, Copy)]
pub(super) struct Meant<'a> {
    pub(crate) at: &'a At<'a>,
    pub(crate) view: &'a FigureView<'a>,
    pub(crate) subject: Subject,
    pub(crate) figure: Option<&'a Figure>,
}

/// "PCI 2016: Gia nhập thị trường, Hà Nội".
pub(super) fn named(at: &At<'_>, snapshot: &Snapshot, subject: &Subject) -> String {
    changes::named(at.lang(), snapshot, &subject.key(snapshot))
}
