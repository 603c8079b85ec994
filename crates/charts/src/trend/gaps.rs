//! Years without any figure: the band that says so, and one break for each gap.

use domain::Lang;
use domain::chart::Trend;

use crate::RenderError;
use crate::fonts;
use crate::surface::{Area, Surface, Type};
use crate::theme::Token;

/// Size of the words in a band, in CSS px.
const SMALL: f64 = 12.0;
/// From the foot of a band to its words.
const FOOT: f64 = 8.0;
/// What a band says, broken where it reads well: in one line, in two, in three.
const NONE_VI: [&[&str]; 3] = [
    &["không có số liệu"],
    &["không có", "số liệu"],
    &["không", "có", "số liệu"],
];
const NONE_EN: [&[&str]; 2] = [&["no figures"], &["no", "figures"]];

/// Years next to each other in which no series has a figure.
pub(crate) struct Gap {
    /// Ends on the axis of years: half a year around the empty ones, inside the axis.
    pub(crate) from: f64,
    pub(crate) to: f64,
    /// What the band says; empty where it is too narrow for words.
    lines: &'static [&'static str],
    /// Width of the longest line, in CSS px.
    wide: f64,
}

fn look() -> Type {
    Type::new(SMALL, Token::Soft)
}

/// Which years have a figure in any series, as positions on the axis, ascending.
pub(crate) fn filled(trend: &Trend) -> Vec<usize> {
    let mut seen = vec![false; trend.years.len()];
    for point in trend.series.iter().flat_map(|series| &series.points) {
        if let Some(index) = trend.years.iter().position(|year| *year == point.year) {
            seen[index] = true;
        }
    }
    (0..seen.len()).filter(|index| seen[*index]).collect()
}

/// The gaps of an axis with `years` years, without words.
pub(crate) fn gaps(filled: &[usize], years: usize) -> Vec<Gap> {
    let mut found = Vec::new();
    // A gap lies before each year with a figure that does not follow the one before it,
    // and after the last.
    let mut next = 0;
    for index in filled.iter().copied().chain([years]) {
        if index > next {
            found.push(Gap {
                from: (next as f64 - 0.5).max(0.0),
                to: (index as f64 - 0.5).min(years as f64 - 1.0),
                lines: &[],
                wide: 0.0,
            });
        }
        next = index + 1;
    }
    found.retain(|gap| gap.to > gap.from);
    found
}

/// Where the rules of breaks are on the axis, with their labels. Between two years with
/// figures is at most one: several breaks between them part the same figures, and are one
/// rule in the middle. A break before the first figure, or after the last, parts nothing.
pub(crate) fn rules(trend: &Trend, filled: &[usize]) -> Vec<(f64, String)> {
    let mut found = Vec::new();
    for pair in filled.windows(2) {
        let (before, after) = (pair[0], pair[1]);
        let (mut count, mut place, mut label) = (0, 0.0, String::new());
        for br in &trend.breaks {
            let Some(index) = trend.years.iter().position(|year| *year >= br.before) else {
                continue;
            };
            if index <= before || index > after {
                continue;
            }
            count += 1;
            place = index as f64 - 0.5;
            if !br.label.is_empty() && !label.contains(&br.label) {
                if !label.is_empty() {
                    label.push_str("; ");
                }
                label.push_str(&br.label);
            }
        }
        if count > 1 {
            place = (before + after) as f64 / 2.0;
        }
        if count > 0 {
            found.push((place, label));
        }
    }
    found
}

impl Gap {
    /// Chooses words for a band of this width, in CSS px.
    pub(crate) fn say(&mut self, lang: Lang, width: f64) -> Result<(), RenderError> {
        let ways: &[&'static [&'static str]] = match lang {
            Lang::Vi => &NONE_VI,
            Lang::En => &NONE_EN,
        };
        let look = look();
        self.lines = &[];
        for lines in ways {
            let wide = fonts::widest(lines.iter().copied(), look.face, look.size)?;
            if wide <= width - 4.0 {
                (self.lines, self.wide) = (lines, wide);
                break;
            }
        }
        Ok(())
    }

    /// The box of the words in a band around `middle` that ends at `bottom`.
    pub(crate) fn words(&self, middle: f64, bottom: f64) -> Option<Area> {
        (!self.lines.is_empty()).then(|| Area {
            left: middle - self.wide / 2.0,
            right: middle + self.wide / 2.0,
            top: bottom - FOOT - self.lines.len() as f64 * look().leading(),
            bottom: bottom - FOOT,
        })
    }

    /// Draws the words into their box; texts are anchored in the middle by the group.
    pub(crate) fn write(&self, surface: &Surface, words: Area) -> Result<(), RenderError> {
        let look = look().anchor(crate::canvas::Anchor::Middle);
        let x = f64::midpoint(words.left, words.right);
        for (index, line) in self.lines.iter().enumerate() {
            let y = words.top + (index as f64 + 0.5) * look.leading();
            surface.text(line, (x, y), look)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use domain::chart::{Break, TrendPoint, TrendSeries};

    use super::*;

    fn ends(filled: &[usize], years: usize) -> Vec<(f64, f64)> {
        gaps(filled, years).iter().map(|gap| (gap.from, gap.to)).collect()
    }

    #[test]
    fn gaps_are_the_years_that_no_series_has() {
        assert_eq!(ends(&[0, 1, 2], 3), []);
        assert_eq!(ends(&[0, 3, 4], 5), [(0.5, 2.5)]);
        assert_eq!(ends(&[1, 3], 6), [(0.0, 0.5), (1.5, 2.5), (3.5, 5.0)]);
        assert_eq!(ends(&[], 4), [(0.0, 3.0)]);
        assert_eq!(ends(&[0], 1), []);
    }

    #[test]
    fn a_band_says_as_much_as_it_has_room_for() {
        let mut gap = gaps(&[0, 3], 4).remove(0);
        let mut lines = |lang, width| {
            gap.say(lang, width).unwrap();
            gap.words(0.0, 100.0).map_or(0, |_| gap.lines.len())
        };
        assert_eq!(
            [120.0, 60.0, 48.0, 20.0].map(|wide| lines(Lang::Vi, wide)),
            [1, 2, 3, 0]
        );
        assert_eq!([120.0, 50.0, 20.0].map(|wide| lines(Lang::En, wide)), [1, 2, 0]);
    }

    #[test]
    fn years_with_figures_are_parted_by_one_rule_at_most() {
        let point = |year| TrendPoint {
            year,
            value: 1.0,
            text: String::new(),
        };
        let br = |before: i32, label: &str| Break {
            before,
            label: label.into(),
        };
        let trend = Trend {
            years: (2005..=2022).collect(),
            series: vec![TrendSeries {
                label: String::new(),
                emphasis: domain::chart::Emphasis::Context,
                points: (2006..=2016).chain(2020..=2022).map(point).collect(),
            }],
            breaks: vec![
                br(2006, "không chia gì"),
                br(2017, ""),
                br(2018, "mẫu mới"),
                br(2019, "mẫu mới"),
                br(2020, "chỉ số mới"),
                br(2021, ""),
            ],
            ..Trend::default()
        };
        let filled = filled(&trend);
        let found = rules(&trend, &filled);
        assert_eq!(found, [(13.0, "mẫu mới; chỉ số mới".to_owned()), (15.5, String::new())]);
    }
}
