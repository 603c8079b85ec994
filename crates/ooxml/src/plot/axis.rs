//! Value axes with round ends and ticks, and texts of values in the language of the document.
//!
//! Programs format numbers by the settings of the computer, not by the language of the document. So the texts of a
//! slide are written out: a label is a text, and the ticks of an axis are whole numbers below a thousand, which look
//! the same everywhere, or texts in the number format itself, of which the file format allows three.

use domain::{Lang, number};

use super::Series;

/// Maximum number of intervals of an axis with ticks, of one whose ticks are texts, and of one that is not shown.
const INTERVALS: f64 = 6.0;
const TEXT_INTERVALS: f64 = 2.0;
const HIDDEN_INTERVALS: f64 = 20.0;

/// Ticks from this value on would have digit groups.
const GROUPED: f64 = 1000.0;

/// How the values of an axis are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ValueFormat {
    pub(crate) decimals: u8,
    /// Whether positive values have a sign.
    pub(crate) signed: bool,
    /// Whether there are values of a thousand and more.
    pub(crate) grouped: bool,
}

impl ValueFormat {
    /// The format of ranks.
    pub(crate) const WHOLE: Self = Self {
        decimals: 0,
        signed: false,
        grouped: false,
    };

    /// Creates the format of unsigned values up to `largest`.
    pub(crate) fn new(decimals: u8, largest: f64) -> Self {
        Self {
            decimals,
            signed: false,
            grouped: largest.abs() >= GROUPED,
        }
    }

    /// Returns the number format of cells, such as `0.00`.
    pub(crate) fn code(self) -> String {
        let whole = if self.grouped { "#,##0" } else { "0" };
        let digits = match self.decimals {
            0 => whole.to_owned(),
            n => format!("{whole}.{}", "0".repeat(usize::from(n))),
        };
        if self.signed {
            format!("+{digits};-{digits};{digits}")
        } else {
            digits
        }
    }

    /// Returns a value as text.
    pub(crate) fn text(self, lang: Lang, value: f64) -> String {
        if self.signed {
            number::format_signed(lang, value, self.decimals)
        } else {
            number::format(lang, value, self.decimals)
        }
    }
}

/// A value axis.
#[derive(Clone, Debug)]
pub(crate) struct Axis {
    pub(crate) min: f64,
    pub(crate) max: f64,
    /// Distance between ticks; `None` leaves it to the program.
    pub(crate) tick_distance: Option<f64>,
    /// Whether small values are on top.
    pub(crate) reversed: bool,
    /// Empty if there is no title.
    pub(crate) title: String,
    pub(crate) hidden: bool,
    /// Whether grid lines are drawn at the ticks.
    pub(crate) grid: bool,
    /// Number format of the ticks.
    pub(crate) tick_format: String,
    /// How the values are written.
    pub(crate) format: ValueFormat,
}

impl Axis {
    /// Creates an axis from `a` to `b`, extended to include all values and to round ends, and never of zero length.
    pub(crate) fn new(lang: Lang, (a, b): (f64, f64), series: &[Series], format: ValueFormat) -> Self {
        let values = || series.iter().flat_map(|s| s.values.iter().flatten().copied());
        let min = values().fold(a.min(b), f64::min);
        let max = values().fold(a.max(b), f64::max);
        let axis = Self {
            min,
            max: if max > min { max } else { min + 1.0 },
            tick_distance: None,
            reversed: false,
            title: String::new(),
            hidden: false,
            grid: true,
            tick_format: "0".into(),
            format,
        };
        axis.rounded(lang)
    }

    /// Rounds the ends away from the values, and chooses ticks.
    fn rounded(self, lang: Lang) -> Self {
        if !(self.min.is_finite() && self.max.is_finite()) {
            return self;
        }
        let step = round_step((self.min, self.max), INTERVALS);
        let [min, max] = ends((self.min, self.max), step);
        if step >= 1.0 && min.abs().max(max.abs()) < GROUPED {
            return Self {
                min,
                max,
                tick_distance: Some(step),
                ..self
            };
        }
        let step = round_step((self.min, self.max), TEXT_INTERVALS);
        let [min, max] = ends((self.min, self.max), step);
        Self {
            min,
            max,
            tick_distance: Some(step),
            tick_format: text_ticks(lang, min, step),
            ..self
        }
    }

    /// Hides the axis; its ends can then be closer to the values.
    pub(crate) fn hidden(self, (min, max): (f64, f64)) -> Self {
        let low = min.min(0.0);
        let step = round_step((low, max.max(low + f64::EPSILON)), HIDDEN_INTERVALS);
        let [min, max] = ends((low, max), step);
        Self {
            min,
            max: if max > min { max } else { min + step },
            tick_distance: Some(step),
            hidden: true,
            ..self
        }
    }

    /// Extends the hidden axis below zero by at least a share of its length.
    pub(crate) fn extended_below(&self, share: f64) -> Self {
        let step = self.tick_distance.unwrap_or(1.0);
        let room = self.max * share / (1.0 - share);
        Self {
            min: -rounded((room / step).ceil() * step, step),
            ..self.clone()
        }
    }

    /// Turns it into an axis of ranks, 1 on top, from an unlabelled 0 to beyond the last rank.
    pub(crate) fn ranks(mut self, last: f64) -> Self {
        let step = super::tick_distance(last, 7);
        self.min = self.min.min(0.0);
        self.reversed = true;
        // A tick beyond the last rank would label one that no province has.
        self.max = ((last / step).floor() + 1.0) * step;
        self.tick_format = format!("[>{last}]\"\";[>0]0;\"\"");
        self.tick_distance = Some(step);
        self
    }

    /// Extends it upwards by a factor. Ticks above the scale have no meaning, so they are not labelled.
    pub(crate) fn extended(self, lang: Lang, largest: f64, factor: f64) -> Self {
        let whole = (4.0..GROUPED).contains(&largest);
        let step = if whole {
            super::tick_distance(largest, 4)
        } else {
            step_below(largest)
        };
        let tick_format = if whole {
            format!("[<={largest}]0;\"\"")
        } else {
            let text = number::format(lang, step, decimals_of(step));
            let [first, second] = [0.5, 1.5].map(|n| rounded(n * step, step / 10.0));
            format!("[<{first}]\"0\";[<{second}]\"{text}\";\"\"")
        };
        Self {
            min: rounded((self.min / step).floor() * step, step),
            max: rounded((largest * factor / step).ceil() * step, step),
            tick_distance: Some(step),
            tick_format,
            ..self
        }
    }

    /// Returns where a value is, as a fraction of the length from the start of the axis.
    pub(crate) fn share(&self, value: f64) -> f64 {
        (value - self.min) / (self.max - self.min)
    }
}

/// Returns the number format that writes three ticks from `min` on as texts.
fn text_ticks(lang: Lang, min: f64, step: f64) -> String {
    let decimals = decimals_of(step);
    let text = |n: f64| number::format(lang, n.mul_add(step, min), decimals);
    let limit = |n: f64| rounded(n.mul_add(step, min), step / 10.0);
    format!(
        "[<{}]\"{}\";[<{}]\"{}\";\"{}\"",
        limit(0.5),
        text(0.0),
        limit(1.5),
        text(1.0),
        text(2.0)
    )
}

/// Returns the smallest of 1, 2, 5, 10, … (and 0.5, 0.2, …) at whose multiples an axis has at most this number of intervals.
fn round_step((min, max): (f64, f64), most: f64) -> f64 {
    let fits = |step: &f64| (max / step - 1e-9).ceil() - (min / step + 1e-9).floor() <= most;
    let steps = (-9..=15).flat_map(|power| [1.0, 2.0, 5.0].map(|digit| power_of_ten(digit, power)));
    steps.into_iter().find(fits).unwrap_or(1.0)
}

/// Returns the largest of 1, 2, 5, … that is not larger than the value.
fn step_below(value: f64) -> f64 {
    let steps = (-9..=15).flat_map(|power| [1.0, 2.0, 5.0].map(|digit| power_of_ten(digit, power)));
    steps
        .into_iter()
        .take_while(|step| *step <= value)
        .last()
        .unwrap_or(1.0)
}

fn power_of_ten(digit: f64, power: i32) -> f64 {
    // Division is exact where a negative power is not.
    if power < 0 {
        digit / 10_f64.powi(-power)
    } else {
        digit * 10_f64.powi(power)
    }
}

/// Returns the multiples of a step that enclose a range.
fn ends((min, max): (f64, f64), step: f64) -> [f64; 2] {
    [
        rounded((min / step + 1e-9).floor() * step, step),
        rounded((max / step - 1e-9).ceil() * step, step),
    ]
}

/// Removes the noise of binary fractions from a multiple of a step.
fn rounded(value: f64, step: f64) -> f64 {
    number::round(value, decimals_of(step))
}

/// Returns the number of decimals of a step such as 0.05.
fn decimals_of(step: f64) -> u8 {
    (0..9)
        .find(|n| (step * 10_f64.powi(i32::from(*n)) - (step * 10_f64.powi(i32::from(*n))).round()).abs() < 1e-6)
        .unwrap_or(9)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(min: f64, max: f64) -> Axis {
        Axis::new(Lang::Vi, (min, max), &[], ValueFormat::new(2, max))
    }

    #[test]
    fn ends_and_ticks_are_round() {
        for (min, max, expected) in [
            (33.92056, 48.33828, (30.0, 50.0, 5.0)),
            (40.0, 80.0, (40.0, 80.0, 10.0)),
            (0.0, 100.0, (0.0, 100.0, 20.0)),
            (58.16962, 61.2, (58.0, 62.0, 1.0)),
            (0.41, 0.72, (0.4, 0.8, 0.2)),
            (-3.2, 4.7, (-4.0, 6.0, 2.0)),
            (0.0, 1839.0, (0.0, 2000.0, 1000.0)),
        ] {
            let axis = axis(min, max);
            assert_eq!(
                (axis.min, axis.max, axis.tick_distance.unwrap()),
                expected,
                "{min} {max}"
            );
        }
    }

    #[test]
    fn ticks_that_are_not_small_whole_numbers_are_texts() {
        assert_eq!(axis(0.41, 0.72).tick_format, "[<0.5]\"0,4\";[<0.7]\"0,6\";\"0,8\"");
        assert_eq!(axis(0.0, 1839.0).tick_format, "[<500]\"0\";[<1500]\"1.000\";\"2.000\"");
        assert_eq!(axis(33.9, 48.3).tick_format, "0");
        let free = axis(0.0, 0.83).extended(Lang::En, 0.83, 2.25);
        assert_eq!(
            (free.max, free.tick_format.as_str()),
            (2.0, "[<0.25]\"0\";[<0.75]\"0.5\";\"\"")
        );
    }

    #[test]
    fn an_axis_of_ranks_labels_no_rank_that_does_not_exist() {
        let ranks = axis(1.0, 63.0).ranks(63.0);
        assert_eq!((ranks.min, ranks.max, ranks.tick_distance), (0.0, 70.0, Some(10.0)));
        assert_eq!(ranks.tick_format, "[>63]\"\";[>0]0;\"\"");
    }

    #[test]
    fn room_below_zero_ends_at_a_multiple_of_the_step() {
        let axis = axis(0.0, 100.0).hidden((0.0, 100.0)).extended_below(0.25);
        assert_eq!((axis.min, axis.max), (-35.0, 100.0));
    }

    #[test]
    fn formats_keep_the_published_decimals() {
        assert_eq!(ValueFormat::new(2, 100.0).code(), "0.00");
        assert_eq!(ValueFormat::new(0, 12_000.0).code(), "#,##0");
        let signed = ValueFormat {
            signed: true,
            ..ValueFormat::new(1, 5.0)
        };
        assert_eq!(signed.code(), "+0.0;-0.0;0.0");
        assert_eq!(signed.text(Lang::Vi, 2.25), "+2,3");
        assert_eq!(ValueFormat::new(2, 5000.0).text(Lang::En, 1234.5), "1,234.50");
    }
}
