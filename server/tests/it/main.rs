//! The program from outside: what it answers, and how it starts and ends.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "clippy sees only the test functions as tests, not the functions that they share"
)]

mod accounts;
mod answers;
mod api;
mod briefings;
mod calls;
mod comparisons;
mod correct;
mod drafts;
mod embeds;
mod every_page;
mod every_picture;
mod exports;
mod fake;
mod hostile;
mod import;
mod keeping;
mod killed;
mod modules;
mod new_year;
mod news;
mod oembed;
mod office;
mod open_api;
mod process;
mod public_api;
mod public_api_rules;
mod refresh;
mod roles;
mod several;
mod shares;
mod standings;
mod starting;
mod tables;
mod trouble;
mod undo;
mod uploads;
