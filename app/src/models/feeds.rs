//! What changed from edition to edition, for those who follow a province or an indicator.
