//! The store against SQLite and PostgreSQL. `contract` and `damage` hold what both must do alike.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "clippy sees only the test functions as tests, not the functions that they share"
)]

mod accounts;
mod backup;
mod contract;
mod damage;
mod desk;
mod postgres;
mod schema;
mod sqlite;
mod world;
