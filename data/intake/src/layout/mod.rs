//! Where a table stands in a sheet.
