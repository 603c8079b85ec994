//! Two columns that changed places: each fits the published years of the other far better than its own.

use std::{collections::BTreeMap, rc::Rc};

use domain::{IndicatorId, ProvinceId, upload::IssueKind};

use super::{
    columns::Whole,
    findings::Findings,
    numbers::{count, rank_correlation},
};

/// A component with fewer published years has no usual level and order to be recognised by.
const FEWEST_YEARS: usize = 4;
/// By how much the exchanged reading must fit better. It is a difference of squared deviations, each in
/// units of what is usual; over all pairs of columns of all bundled years with enough history the largest
/// of sound files is 4.2 with all other years known and 10.3 with the years before, and 19 of 20 exchanged
/// pairs lie above 12.
const BETTER: f64 = 12.0;
/// Usual deviations of the logarithm of the spread and of one less the rank correlation.
const OF_SPREAD: f64 = 0.4;
const OF_ORDER: f64 = 0.25;
/// The least usual deviation of the median: so much of it.
const OF_LEVEL: f64 = 0.1;

/// What a component's published years look like from the file's.
struct Portrait {
    median: f64,
    /// Usual step of the median from year to year.
    step: f64,
    spread: f64,
    order: Rc<BTreeMap<ProvinceId, f64>>,
}

/// Compares all columns of one indicator and year with one another. A table of provinces has some 40
/// columns; the catalogue bounds their number.
pub(super) fn check(columns: &[Whole<'_>], findings: &mut Findings) {
    let mut groups: BTreeMap<(IndicatorId, i32), Vec<(&Whole<'_>, Portrait)>> = BTreeMap::new();
    for whole in columns
        .iter()
        .filter(|whole| whole.history.columns.len() >= FEWEST_YEARS)
    {
        if let Some(portrait) = portrait(whole) {
            let group = (whole.table.key.indicator, whole.column.year);
            groups.entry(group).or_default().push((whole, portrait));
        }
    }
    for group in groups.values() {
        let own: Vec<Distance> = group
            .iter()
            .map(|(whole, portrait)| distance(whole, portrait))
            .collect();
        for (at, (a, of_a)) in group.iter().enumerate() {
            for (nth, (b, of_b)) in group.iter().enumerate().skip(at + 1) {
                let own = (own[at], own[nth]);
                // Where both fit themselves nothing can fit so much better.
                if own.0.sum() + own.1.sum() <= BETTER {
                    continue;
                }
                let exchanged = (distance(a, of_b), distance(b, of_a));
                let orders = |pair: (Distance, Distance)| pair.0.agreement + pair.1.agreement;
                let gain = own.0.sum() + own.1.sum() - exchanged.0.sum() - exchanged.1.sum();
                // A level may have moved; that the orders fit better as well makes it an exchange.
                if gain > BETTER && orders(exchanged) > orders(own) {
                    let args = vec![a.name(), b.name()];
                    findings.add(IssueKind::SwappedColumns, a.at, "", args);
                }
            }
        }
    }
}

fn portrait(whole: &Whole<'_>) -> Option<Portrait> {
    let near = whole.history.nearest(whole.column.year)?;
    // After a gap, or on another scale, levels have moved anyway.
    if near.year.abs_diff(whole.column.year) > 1 || !near.same_scale(&whole.column) {
        return None;
    }
    let steps: Vec<f64> = whole
        .history
        .steps()
        .map(|(from, to)| to.median - from.median)
        .collect();
    // Two steps of the usual size are assumed beside the published ones, so that a few quiet years do not
    // make the slightest move a wonder.
    let assumed = 2.0 * (OF_LEVEL * near.median).powi(2);
    let squares: f64 = steps.iter().map(|step| step * step).sum();
    Some(Portrait {
        median: near.median,
        step: ((squares + assumed) / (count(steps.len()) + 2.0)).sqrt().max(1e-9),
        spread: near.spread.max(1e-9),
        order: whole.history.usual_order(whole.column.year),
    })
}

#[derive(Clone, Copy)]
struct Distance {
    level: f64,
    spread: f64,
    agreement: f64,
}

impl Distance {
    fn sum(self) -> f64 {
        self.level.powi(2) + (self.spread / OF_SPREAD).powi(2) + ((1.0 - self.agreement) / OF_ORDER).powi(2)
    }
}

fn distance(whole: &Whole<'_>, portrait: &Portrait) -> Distance {
    let column = &whole.column;
    let values = column.values.iter();
    let pairs: Vec<(f64, f64)> = values
        .filter_map(|(province, value)| Some((*value, *portrait.order.get(province)?)))
        .collect();
    Distance {
        level: (column.median - portrait.median) / portrait.step,
        spread: (column.spread.max(1e-9) / portrait.spread).ln(),
        agreement: rank_correlation(&pairs),
    }
}
