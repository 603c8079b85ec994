//! Media types of the files that are given out.

pub(crate) const BYTES: &str = "application/octet-stream";
pub(crate) const CSV: &str = "text/csv; charset=utf-8";
pub(crate) const TSV: &str = "text/tab-separated-values; charset=utf-8";
pub(crate) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
