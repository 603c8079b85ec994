//! Cells as numbers, ranks and marks for "no figure".
