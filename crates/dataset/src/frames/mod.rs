//! Tables, ranks, groups, coverage and changes of a whole edition at once, as queries over one frame of all figures.
//!
//! The rules are those of `domain`, which computes one table after the other; a property test compares the two.
//! Where a rule concerns a single row (the difference of two standings, the verdict on two years) or is inherently
//! sequential (which provinces contradict their ranks), the queries find the rows and `domain` decides.

mod assemble;
mod coverage;
mod figures;
mod keys;
mod newest;
mod order;
mod ranks;

use domain::{Catalogue, Figure, Table};
use polars::prelude::{DataFrame, DataType, PolarsResult};
use polars_lazy::prelude::{Expr, IntoLazy as _, JoinArgs, JoinType, LazyFrame, col, lit};

use keys::Keys;
pub(crate) use keys::{place as place_code, place_of};

/// Computes all tables of an edition. Rows refer to the positions of the figures.
pub(crate) fn tables(catalogue: &Catalogue, figures: &[Figure]) -> PolarsResult<Vec<Table>> {
    let keys = Keys::new(figures);
    let newest = newest::figures(figures::frame(catalogue, figures, &keys)?)?;
    let coverage = coverage::coverage(catalogue, &keys, &newest)?;
    let rows = order::rows(ranks::ranked(&newest.rows, &coverage.tables)?)?;
    let parts = assemble::Parts {
        catalogue,
        figures,
        keys: &keys,
        coverage: &coverage,
        contradictory: order::contradictory(&rows)?,
        rows: &order::with_bases(&rows)?,
        newest: &newest,
    };
    parts.tables()
}

/// Runs queries on a thread of their own. Polars' planner announces to tokio that it blocks, which a runtime of a single
/// thread answers with a panic if the caller is on it; a new thread belongs to none.
pub(crate) fn on_own_thread<T: Send>(queries: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| match scope.spawn(queries).join() {
        Ok(result) => result,
        Err(panic) => std::panic::resume_unwind(panic),
    })
}

/// Returns the rows of a frame with the columns of another one, in the order of the first. Nulls match nothing.
pub(crate) fn left_join<const N: usize>(left: LazyFrame, right: LazyFrame, on: [&str; N]) -> LazyFrame {
    left_join_on(left, right, on, on)
}

fn left_join_on<const N: usize>(
    left: LazyFrame,
    right: LazyFrame,
    left_on: [&str; N],
    right_on: [&str; N],
) -> LazyFrame {
    let mut args = JoinArgs::new(JoinType::Left);
    args.maintain_order = polars::prelude::MaintainOrderJoin::Left;
    left.join(right, left_on.map(col), right_on.map(col), args)
}

pub(crate) fn select(frame: &DataFrame, names: &[&str]) -> LazyFrame {
    let columns: Vec<Expr> = names.iter().map(|name| col(*name)).collect();
    frame.clone().lazy().select(columns)
}

/// Whether a condition holds for a row of the table. A maximum, because Polars computes that for all groups at once.
fn any(condition: Expr) -> PolarsResult<Expr> {
    let held = condition.cast(DataType::UInt32).max().over(["table"])?;
    Ok(held.eq(lit(1)))
}

/// Whether a condition holds for all rows of the table.
fn all(condition: Expr) -> PolarsResult<Expr> {
    let held = condition.cast(DataType::UInt32).min().over(["table"])?;
    Ok(held.eq(lit(1)))
}
