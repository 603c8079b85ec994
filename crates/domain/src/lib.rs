//! Domain types and rules: provinces, indicators, figures, ranks and changes.
//!
//! Pure and synchronous: no I/O, no clock, no HTTP and no database, so that the crate also compiles to
//! WebAssembly.

#![warn(missing_docs)]

pub mod benchmark;
pub mod briefing;
mod by_rule;
mod catalogue;
pub mod chart;
pub mod classes;
mod comparison;
pub mod data_table;
mod date;
mod default_year;
mod dispersion;
mod edition_changes;
mod figure;
mod finding;
mod indicator;
mod lang;
mod merger;
mod moment;
pub mod number;
mod profile;
mod province;
mod quarters;
mod ranking;
pub mod refresh;
pub mod revision;
mod search;
pub mod similar;
mod snapshot;
mod source;
mod spellings;
mod tables;
#[cfg(test)]
mod test_parts;
#[cfg(test)]
mod test_tables;
mod text;
mod tile_map;
pub mod trend;
pub mod upload;
mod wholes;
pub mod why;

pub use catalogue::{Catalogue, LeftOut};
pub use comparison::YearComparison;
pub use date::{AsOf, Date, NotADate};
pub use default_year::ENOUGH;
pub use dispersion::{Dispersion, Dispersions};
pub use edition_changes::{
    Counts, EditionChanges, EditionNews, IndicatorChanges, ProvinceChange, RuleChange, TableChanges, changes_between,
};
pub use figure::{
    Approx, Claim, DECISION_COLUMNS, Decision, FIGURE_COLUMNS, Figure, FigureKey, Interval, Missing, Observation,
    Place, PublishedRank, Quantity, ValueOrigin,
};
pub use finding::{BeforeStreak, Lead, Mover};
pub use indicator::{
    Bands, Comparability, Component, ComponentId, Direction, Indicator, IndicatorId, Kind, Method, PairVerdict,
    RankPolicy, Span, Unit, Verdict, Whole,
};
pub use lang::{Lang, Text};
pub use merger::{
    Addable, Addend, Indicative, NoSum, NotAddable, NotIndicative, Part, Population, Rebased, RebasedFigure,
    RebasedRow, Spread, Sum, Weight,
};
pub use moment::Moment;
pub use profile::{Profile, ProfilePart, Strength};
pub use province::{Alias, Listed, Province, ProvinceId, ProvinceList, Provinces, Region, RegionId};
pub use quarters::last_place;
pub use ranking::{Change, Gap, Rank, RankOrigin, Standing, competition_ranks, quartile_groups};
pub use search::{Hit, NotUnderstood, SearchQuery};
pub use snapshot::{Edition, Row, Rows, Snapshot, Table, TableKey};
pub use source::{Source, SourceId, SourceKind};
pub use text::{collation_key, fold, fold_prepared, name_key, slug, tidy};
pub use tile_map::{MapTile, TileMap, TileSubject};
pub use wholes::{Division, DivisionRow};
