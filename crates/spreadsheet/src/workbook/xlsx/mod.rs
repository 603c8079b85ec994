//! XLSX, read part by part. Not by calamine: its reader gives up on the whole workbook for
//! an error value it does not know (`#SPILL!`) and for references to whole columns, joins
//! superscript footnote marks to the figures they belong to, reads the stored zero of a
//! formula that was never calculated as a number, and does not know the strict variant of
//! the format (ISO/IEC 29500); and its memory cannot be limited from outside.

mod sheet;
mod styles;

use std::collections::HashMap;

use domain::upload::{FileKind, Issue};

use super::package::Package;
use super::strings::Strings;
use super::xml::{attribute, is_set, local};
use super::{Builder, DAYS_TO_1904};
use crate::budget::Budget;
use crate::{Workbook, issues};

/// What all sheets of a workbook share.
struct Shared {
    strings: Strings,
    styles: Vec<super::NumberFormat>,
    /// Days from the workbook's own epoch to 30/12/1899.
    epoch: f64,
}

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    hidden: bool,
    relation: String,
}

/// Opens a workbook.
///
/// # Errors
/// The one issue that keeps it from being read.
pub(crate) fn open(bytes: &[u8], budget: &Budget) -> Result<Workbook, Issue> {
    let mut package = Package::open(bytes, budget)?;
    let (main, relations) = package.main_part("xl/workbook.xml")?;
    let mut builder = Builder::new(budget);
    let mut listed = Vec::new();
    let mut epoch = 0.0;
    let Some(mut xml) = package.xml(&main)? else {
        return Err(issues::not_readable("the package has no workbook"));
    };
    xml.each(|element, _| {
        match local(element) {
            "workbookPr" if is_set(element, "date1904") => epoch = DAYS_TO_1904,
            "calcPr" => builder.formulas.calculate_on_load |= is_set(element, "fullCalcOnLoad"),
            "sheet" => listed.push(Listed {
                name: attribute(element, "name").unwrap_or_default(),
                hidden: matches!(attribute(element, "state").as_deref(), Some("hidden" | "veryHidden")),
                relation: attribute(element, "id").unwrap_or_default(),
            }),
            _ => {}
        }
        Ok(())
    })?;
    drop(xml);
    let part = |kind: &str| relations.iter().find(|r| r.kind == kind).map(|r| r.target.clone());
    let strings = part("sharedStrings").unwrap_or_else(|| "xl/sharedStrings.xml".into());
    let styles = part("styles").unwrap_or_else(|| "xl/styles.xml".into());
    let shared = Shared {
        strings: Strings::read(&mut package, &strings)?,
        styles: styles::read(&mut package, &styles)?,
        epoch,
    };
    let sheets: HashMap<&str, &str> = relations
        .iter()
        .filter(|r| r.kind == "worksheet")
        .map(|r| (r.id.as_str(), r.target.as_str()))
        .collect();
    for sheet in &listed {
        // Chart sheets and macro sheets have relationships of other kinds.
        let Some(target) = sheets.get(sheet.relation.as_str()) else {
            continue;
        };
        let Some(mut xml) = package.xml(target)? else {
            return Err(issues::not_readable("a sheet of the workbook is missing"));
        };
        builder.begin_sheet(&sheet.name, sheet.hidden);
        sheet::read(&mut xml, &shared, &mut builder)?;
    }
    builder.finish(FileKind::Xlsx)
}
