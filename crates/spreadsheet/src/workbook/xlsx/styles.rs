//! Number formats of the cell styles of XLSX.

use std::collections::HashMap;

use domain::upload::Issue;

use crate::workbook::NumberFormat;
use crate::workbook::package::Package;
use crate::workbook::xml::{XmlEvent, attribute, end_name, local_name};

/// Maximum number of cell styles; Excel allows 65,490.
const STYLES: usize = 70_000;

/// Returns the number format of each cell style, by index; empty if the part does not exist.
///
/// # Errors
/// If the part is malformed or the budget is exceeded.
pub(super) fn read(package: &mut Package<'_>, part: &str) -> Result<Vec<NumberFormat>, Issue> {
    let mut formats: HashMap<u16, NumberFormat> = HashMap::new();
    let mut styles = Vec::new();
    let mut in_cell_formats = false;
    let Some(mut xml) = package.xml(part)? else {
        return Ok(styles);
    };
    loop {
        match xml.next()? {
            XmlEvent::Start(element) => match local_name(&element) {
                "numFmt" => {
                    let id = attribute(&element, "numFmtId").and_then(|id| id.parse().ok());
                    let format = attribute(&element, "formatCode").map(|code| NumberFormat::of(&code));
                    formats.extend(id.zip(format));
                }
                "cellXfs" => in_cell_formats = true,
                "xf" if in_cell_formats => {
                    let id = attribute(&element, "numFmtId")
                        .and_then(|id| id.parse().ok())
                        .unwrap_or(0);
                    let format = formats.get(&id).cloned();
                    styles.push(format.unwrap_or_else(|| NumberFormat::built_in(id)));
                    if styles.len() > STYLES {
                        return Err(xml.budget().limit_issue());
                    }
                }
                _ => {}
            },
            XmlEvent::End(element) if end_name(&element) == "cellXfs" => return Ok(styles),
            XmlEvent::Eof => return Ok(styles),
            _ => {}
        }
    }
}
