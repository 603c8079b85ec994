//! The data files that ship with the product, and what broken ones are told.

mod broken;
mod real;
