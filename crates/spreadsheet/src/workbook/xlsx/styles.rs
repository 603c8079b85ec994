//! Number formats of the cell styles of XLSX.

use std::collections::HashMap;

use domain::upload::Issue;

use crate::workbook::NumberFormat;
use crate::workbook::package::Package;
use crate::workbook::xml::{Met, attribute, ended, local};

/// More styles than Excel allows (65,490).
const STYLES: usize = 70_000;

/// The number format of each cell style, by its number; none if the part is not there.
///
/// # Errors
/// A part that is broken, or more than the budget.
pub(super) fn read(package: &mut Package<'_>, part: &str) -> Result<Vec<NumberFormat>, Issue> {
    let mut codes: HashMap<u16, NumberFormat> = HashMap::new();
    let mut styles = Vec::new();
    let mut in_cells = false;
    let Some(mut xml) = package.xml(part)? else {
        return Ok(styles);
    };
    loop {
        match xml.next()? {
            Met::Start(element) => match local(&element) {
                "numFmt" => {
                    let id = attribute(&element, "numFmtId").and_then(|id| id.parse().ok());
                    let format = attribute(&element, "formatCode").map(|code| NumberFormat::of(&code));
                    codes.extend(id.zip(format));
                }
                "cellXfs" => in_cells = true,
                "xf" if in_cells => {
                    let id = attribute(&element, "numFmtId")
                        .and_then(|id| id.parse().ok())
                        .unwrap_or(0);
                    let format = codes.get(&id).cloned();
                    styles.push(format.unwrap_or_else(|| NumberFormat::built_in(id)));
                    if styles.len() > STYLES {
                        return Err(xml.budget().too_much());
                    }
                }
                _ => {}
            },
            Met::End(element) if ended(&element) == "cellXfs" => return Ok(styles),
            Met::Eof => return Ok(styles),
            _ => {}
        }
    }
}
