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

use std::{
    collections::{HashMap, HashSet},
    sync::atomic::{AtomicUsize, Ordering},
};

use domain::{Catalogue, Figure, IndicatorId, Table};
use polars::prelude::{DataFrame, DataType, PolarsResult};
use polars_lazy::prelude::{Expr, IntoLazy as _, JoinArgs, JoinType, LazyFrame, col, lit};

use keys::Keys;
pub(crate) use keys::{place as place_code, place_of};

/// Figures whose tables are computed at once. More are divided by indicators, as no rule concerns several of them: the
/// frames of a part are gone before those of the next one are made, and parts are computed side by side.
const MOST_AT_ONCE: usize = 250_000;

/// Computes all tables of an edition. Rows refer to the positions of the figures.
pub(crate) fn tables(catalogue: &Catalogue, figures: &[Figure]) -> PolarsResult<Vec<Table>> {
    let keys = Keys::new(figures);
    let parts = parts(catalogue, figures);
    let tables = side_by_side(&parts, |part| tables_of(catalogue, figures, (&keys, part)));
    let tables: Vec<Vec<Table>> = tables.into_iter().collect::<PolarsResult<_>>()?;
    Ok(tables.into_iter().flatten().collect())
}

/// Divides indicators so that those of a part have no more figures than are computed at once, if possible.
fn parts(catalogue: &Catalogue, figures: &[Figure]) -> Vec<HashSet<IndicatorId>> {
    let mut counts: HashMap<IndicatorId, usize> = HashMap::new();
    for figure in figures {
        *counts.entry(figure.key.indicator).or_default() += 1;
    }
    let (mut parts, mut size) = (vec![HashSet::new()], 0);
    for (id, _) in catalogue.indicators() {
        let count = counts.get(&id).copied().unwrap_or_default();
        if size > 0 && size + count > MOST_AT_ONCE {
            parts.push(HashSet::new());
            size = 0;
        }
        size += count;
        if let Some(part) = parts.last_mut() {
            part.insert(id);
        }
    }
    parts
}

/// Does the same work for all items, two at a time: while one of them is in a step that has one thread, the other uses
/// the other core. The results are in the order of the items.
pub(crate) fn side_by_side<I: Sync, T: Send>(items: &[I], work: impl Fn(&I) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let take_all = || {
        let mut done = Vec::new();
        while let Some((at, item)) =
            Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, items.get(at)?)))
        {
            done.push((at, work(item)));
        }
        done
    };
    if items.len() < 2 {
        return take_all().into_iter().map(|(_, done)| done).collect();
    }
    let mut done = std::thread::scope(|scope| {
        let other = scope.spawn(take_all);
        let mut done = take_all();
        match other.join() {
            Ok(others) => done.extend(others),
            Err(panic) => std::panic::resume_unwind(panic),
        }
        done
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, done)| done).collect()
}

/// Computes the tables of some indicators.
fn tables_of(
    catalogue: &Catalogue,
    figures: &[Figure],
    (keys, part): (&Keys, &HashSet<IndicatorId>),
) -> PolarsResult<Vec<Table>> {
    let newest = newest::figures(figures::frame(catalogue, figures, (keys, part))?)?;
    let coverage = coverage::coverage(catalogue, keys, &newest)?;
    let rows = order::rows(ranks::ranked(&newest.rows, &coverage.tables)?)?;
    let parts = assemble::Parts {
        catalogue,
        figures,
        keys,
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
