//! Reads XLSX part by part. calamine is not used: its reader fails on the whole workbook for an unknown error value
//! (`#SPILL!`) or a reference to a whole column, joins superscript footnote marks to the figures they belong to, reads
//! the cached zero of a formula that was never calculated as a number, and does not support the strict variant of the
//! format (ISO/IEC 29500); and its memory use cannot be limited by the caller.

mod sheet;
mod styles;

use std::collections::HashMap;

use domain::upload::{FileKind, Issue};

use super::package::Package;
use super::strings::Strings;
use super::xml::{attribute, is_set, local_name};
use super::{Builder, DAYS_TO_1904};
use crate::budget::Budget;
use crate::{Workbook, issues};

/// Data shared by all sheets of a workbook.
struct Shared {
    strings: Strings,
    styles: Vec<super::NumberFormat>,
    /// Days from 30/12/1899 to the workbook's epoch.
    epoch: f64,
}

/// A sheet as listed in the workbook part.
struct SheetEntry {
    name: String,
    hidden: bool,
    relation: String,
}

/// Opens a workbook.
///
/// # Errors
/// Returns the issue that prevents the workbook from being read.
pub(crate) fn open(bytes: &[u8], budget: &Budget) -> Result<Workbook, Issue> {
    let mut package = Package::open(bytes, budget)?;
    let (main, relations) = package.main_part("xl/workbook.xml")?;
    let mut builder = Builder::new(budget);
    let mut entries = Vec::new();
    let mut epoch = 0.0;
    let Some(mut xml) = package.xml(&main)? else {
        return Err(issues::not_readable("the package has no workbook"));
    };
    xml.for_each_start(|element, _| {
        match local_name(element) {
            "workbookPr" if is_set(element, "date1904") => epoch = DAYS_TO_1904,
            "calcPr" => builder.formulas.calculate_on_load |= is_set(element, "fullCalcOnLoad"),
            "sheet" => entries.push(SheetEntry {
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
    for sheet in &entries {
        // Chart sheets and macro sheets have relationships of other types.
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
