//! Tests of the store with SQLite and PostgreSQL. `contract` and `damage` test the behaviour both must share.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "clippy treats only test functions as tests, not their helpers"
)]

mod accounts;
mod backup;
mod contract;
mod damage;
mod drafts;
mod postgres;
mod schema;
mod sqlite;
mod world;
