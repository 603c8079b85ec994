//! The order of the provinces in a column against their usual one: values that were sorted without their
//! names, names without their values, or either moved by a row.

use domain::upload::{Arg, IssueKind};

use super::{columns::Whole, findings::Findings};

/// With fewer provinces an order agrees or disagrees by chance.
const FEWEST: usize = 20;
/// How far below the least published agreement a new one must lie. Held against nothing but the years before
/// it, a published year falls short of those by up to 0.22.
const BELOW: f64 = 0.25;
/// So many published years show how steady a component is; with fewer only an order that is turned around
/// is certain.
const ENOUGH_YEARS: usize = 5;
/// Of fewer provinces than this the chance part is larger.
const MOST: usize = 40;
const OF_FEW_PROVINCES: f64 = 0.1;
/// The agreement below which an order is turned around. With fewer years only that is told.
const TURNED: f64 = -0.2;

/// Warns when the order agrees with the usual one by far less than in any published year.
pub(super) fn check(whole: &Whole<'_>, findings: &mut Findings) {
    let history = &whole.history;
    let Some(agreement) = history.agreement(&whole.column, FEWEST) else {
        return;
    };
    let few = if whole.column.values.len() < MOST {
        OF_FEW_PROVINCES
    } else {
        0.0
    };
    let below = match history.columns.len() {
        ENOUGH_YEARS.. => BELOW + few,
        _ => 2.0 * BELOW + few,
    };
    let turned = history.columns.len() < ENOUGH_YEARS;
    if turned && agreement >= TURNED {
        return;
    }
    // One published year that agrees as little is enough: the others need not be looked at.
    let mut least = 1.0;
    for column in history.columns.iter().rev().filter(|_| history.columns.len() > 1) {
        if let Some(published) = history.agreement(column, FEWEST) {
            least = f64::min(least, published);
            if agreement >= least - below {
                return;
            }
        }
    }
    let args = vec![whole.name(), Arg::Number(agreement, 2), Arg::Number(least, 2)];
    findings.add(IssueKind::OrderUnlike, whole.at, "", args);
}
