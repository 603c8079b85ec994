//! What the catalogue calls indicators and components.
