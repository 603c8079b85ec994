//! What each column of a table holds.
