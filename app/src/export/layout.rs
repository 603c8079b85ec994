//! Layouts of typed tables. A frozen address returns the same bytes for ever, so what a table gains comes in a new layout:
//! addresses that follow the newest edition have the newest, frozen ones the one that they name.

use messages::export as w;

use crate::{
    context::PageContext,
    query::{BadParameter, Parameters},
};

/// The layout of a table's columns and rows, in the order in which they came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum TableLayout {
    /// What frozen addresses without a layout return.
    First,
    /// With a row for each year without a value, the country's rows, the choice of rows of a ranking's page, and the
    /// observation status of SDMX.
    #[default]
    Second,
}

impl TableLayout {
    /// Its parameter.
    pub(crate) const NAME: &'static str = "layout";

    /// The layout of an address.
    ///
    /// # Errors
    /// The parameter, if there is no such layout.
    pub(crate) fn read(cx: &PageContext, parameters: &Parameters) -> Result<Self, BadParameter> {
        let named = parameters.named(cx.lang(), Self::NAME, w::EXPECT_LAYOUT, |text| match text {
            "1" => Some(Self::First),
            "2" => Some(Self::Second),
            _ => None,
        })?;
        let frozen = cx.links.edition.is_some();
        Ok(named.unwrap_or(if frozen { Self::First } else { Self::Second }))
    }

    /// Its value in an address; empty if the address has it anyway.
    pub(crate) const fn word(self, frozen: bool) -> &'static str {
        match (self, frozen) {
            (Self::First, true) | (Self::Second, false) => "",
            (Self::First, false) => "1",
            (Self::Second, true) => "2",
        }
    }

    /// Whether files with this ending have one: those with a typed table. A table's frame has one, too.
    pub(crate) fn is_of(ending: &str) -> bool {
        const TYPED: [&str; 6] = [".csv", ".csv-metadata.json", ".json", ".parquet", ".html", ".xlsx"];
        TYPED.iter().any(|typed| ending.ends_with(typed)) && !ending.ends_with(".csl.json")
    }
}
