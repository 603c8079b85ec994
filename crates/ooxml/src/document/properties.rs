//! The properties of the file: title, author, date.

use domain::briefing::Briefing;

use super::types;
use crate::{package::Package, text::clean, words, xml::Xml};

pub(super) fn write(package: &mut Package, briefing: &Briefing) {
    let core = crate::properties::core(&clean(&briefing.title), briefing.published(), briefing.lang);
    package.core("docProps/core.xml", core);
    let space = (
        "xmlns",
        "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    );
    let app = Xml::part("Properties", &[space], |x| x.text("Application", &[], words::AUTHOR));
    package.part("docProps/app.xml", types::APP, app);
}
