//! What requests of the administration bring, as the OpenAPI document describes it.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::{IntoParams, ToSchema};

/// What is chosen with a file.
#[derive(Serialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct UploadAsked {
    /// Name of the file.
    #[param(value_type = String, required = false, example = "pci-2016.csv")]
    name: Option<String>,
    /// The indicator that the file is of; tables of other indicators are not read then.
    #[param(value_type = String, required = false, example = "pci")]
    indicator: Option<String>,
    /// The year of its figures; tables of other years are not read then.
    #[param(value_type = i32, required = false, minimum = 1900, maximum = 2100)]
    year: Option<i32>,
    /// What happens to figures that the edition has already.
    #[param(value_type = ModeCode, required = false, inline)]
    mode: Option<ModeCode>,
    /// Which method applies to a year that the catalogue does not list: `same` (as the year before), `same:YEAR`,
    /// `new` (with `method_name`, `method_note`, `method_decision`, `method_date`) or `unknown`.
    #[param(value_type = String, required = false, example = "same")]
    method: Option<String>,
}

/// What happens to figures that the edition has already.
#[derive(Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(dead_code, reason = "only described: `domain::upload::Mode` is what is read")]
pub(super) enum ModeCode {
    /// New figures are added; those that are there stay.
    Add,
    /// The file's figures take the place of those that are there; all others stay.
    Update,
    /// All figures of the indicator in the file's years go, and the file's come.
    ReplaceYear,
    /// The file is one more source: where the two disagree both are shown.
    Beside,
}

/// The draft that is meant.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
#[expect(dead_code, reason = "read by axum")]
pub(super) struct Id {
    /// Name of the draft, from the answer to the upload.
    id: String,
}

/// The edition that is meant.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
#[expect(dead_code, reason = "read by axum")]
pub(super) struct Number {
    /// Number of the edition to restore.
    #[param(minimum = 1, example = 2)]
    number: u32,
}

/// The upload that is meant.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
#[expect(dead_code, reason = "read by axum")]
pub(super) struct UploadId {
    /// Name of the upload, from the answer to it.
    id: String,
}

/// Which part of a list.
#[derive(Serialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Part {
    /// The first of the part, from 0.
    #[param(value_type = u64, required = false, example = 0)]
    from: Option<u64>,
    /// How many, at most 500.
    #[param(value_type = u64, required = false, minimum = 1, maximum = 500)]
    limit: Option<u64>,
}

/// A table as it was sent: CSV or a workbook.
#[derive(ToSchema)]
#[schema(value_type = String, format = Binary)]
#[expect(dead_code, reason = "only described")]
pub(super) struct Uploaded(Vec<u8>);

/// Names and values.
#[derive(ToSchema)]
#[schema(example = json!({"revision": 1, "base": 1, "note": "PCI 2016", "place.Thủ đô": "ha-noi"}))]
#[expect(dead_code, reason = "only described: `pairs` is what reads it")]
pub(super) struct Fields(BTreeMap<String, Field>);

/// One value; an empty text takes a choice back.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
#[expect(dead_code, reason = "only described")]
pub(super) enum Field {
    Text(String),
    Number(f64),
    Truth(bool),
}
