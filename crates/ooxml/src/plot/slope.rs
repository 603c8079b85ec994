//! Two years, one line a province.

use domain::chart::{ChartModel, Emphasis, Slope, SlopeRow};

use super::{Axis, Form, Labels, Plot, Series, Tone, value_format};
use crate::{
    text::clean,
    words::{self, say},
};

/// Up to here all lines are named, above only the highlighted ones.
const ALL_NAMED: usize = 15;

/// Up to here those without a line are named under the chart, above in the speaker notes.
const NAMED_UNDER: usize = 8;

pub(super) fn plot(model: &ChartModel, slope: &Slope, decimals: u8) -> Plot {
    let lit = |row: &&SlopeRow| row.emphasis != Emphasis::Context;
    let order = slope.rows.iter().filter(|row| !lit(row));
    let order = order.chain(slope.rows.iter().filter(lit));
    let series: Vec<Series> = order
        .map(|row| Series {
            name: clean(&row.label),
            values: vec![Some(row.left), Some(row.right)],
            tone: Tone::of(row.emphasis),
            lit: Vec::new(),
            second: false,
            over: false,
            joined: slope.joined,
            labels: if lit(&row) || slope.rows.len() <= ALL_NAMED {
                Labels::Ends
            } else {
                Labels::None
            },
        })
        .collect();
    let format = if slope.ranks {
        "0".to_owned()
    } else {
        value_format(decimals, false, slope.max.abs())
    };
    let (remarks, spoken) = words(model, slope);
    let mut axis = Axis::new(slope.min, slope.max, &series, &format);
    // Grid lines would run through the names; where all are named, the values say it all.
    axis.grid = false;
    axis.hidden = slope.rows.len() <= ALL_NAMED;
    Plot {
        lang: model.lang,
        corner: say(model.lang, words::NAME).into(),
        categories: vec![clean(&slope.left), clean(&slope.right)],
        series,
        extra: Vec::new(),
        form: Form::Lines,
        by_rows: true,
        axis: if slope.ranks { axis.ranks() } else { axis },
        second: None,
        legend: false,
        remarks,
        spoken,
    }
}

/// The sentences for under the chart, and those for the speaker notes.
fn words(model: &ChartModel, slope: &Slope) -> (Vec<String>, Vec<String>) {
    let (mut remarks, mut spoken) = (Vec::new(), Vec::new());
    if !slope.joined {
        remarks.push(say(model.lang, words::APART).to_owned());
    }
    let count = slope.without.len();
    if count > 0 {
        let names: Vec<String> = slope.without.iter().map(|name| clean(name)).collect();
        let head = say(model.lang, words::WITHOUT);
        let all = format!("{head}: {}.", names.join(", "));
        if count > NAMED_UNDER {
            remarks.push(format!("{head}: {count}."));
            spoken.push(all);
        } else {
            remarks.push(all);
        }
    }
    (remarks, spoken)
}
