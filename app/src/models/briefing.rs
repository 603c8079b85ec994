//! A briefing: one province, one region or the country on one to two pages.
