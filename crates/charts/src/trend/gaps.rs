//! Years without any data: the labelled band, and one break per gap.

use domain::Lang;
use domain::chart::Trend;
use messages::{Msg, charts};

use crate::RenderError;
use crate::area::Area;
use crate::fonts;
use crate::style::{Anchor, TextStyle};
use crate::surface::Surface;
use crate::theme::Token;

/// Font size of the text in a band, in CSS px.
const FONT_SIZE: f64 = 12.0;
/// Distance from the bottom of a band to its text.
const BOTTOM_DISTANCE: f64 = 8.0;
/// The text of a band, the same in more and shorter lines.
const NO_DATA: [Msg; 3] = [charts::GAP, charts::GAP_TWO_LINES, charts::GAP_THREE_LINES];

/// Consecutive years in which no series has data.
pub(crate) struct Gap {
    /// Ends on the year axis: half a year around the empty years, within the axis.
    pub(crate) from: f64,
    pub(crate) to: f64,
    /// Lines of the band's text; empty if the band is too narrow.
    lines: Vec<&'static str>,
    /// Width of the longest line, in CSS px.
    text_width: f64,
}

fn text_style() -> TextStyle {
    TextStyle::new(FONT_SIZE, Token::Soft)
}

/// Returns the indices of the years in which any series has data, ascending.
pub(crate) fn filled(trend: &Trend) -> Vec<usize> {
    let mut has_data = vec![false; trend.years.len()];
    for point in trend.series.iter().flat_map(|series| &series.points) {
        if let Some(index) = trend.years.iter().position(|year| *year == point.year) {
            has_data[index] = true;
        }
    }
    (0..has_data.len()).filter(|index| has_data[*index]).collect()
}

/// Returns the gaps of an axis with `years` years, without texts.
pub(crate) fn gaps(filled: &[usize], years: usize) -> Vec<Gap> {
    let mut result = Vec::new();
    // There is a gap before each year with data that does not directly follow the previous one, and after the last.
    let mut next = 0;
    for index in filled.iter().copied().chain([years]) {
        if index > next {
            result.push(Gap {
                from: (next as f64 - 0.5).max(0.0),
                to: (index as f64 - 0.5).min(years as f64 - 1.0),
                lines: Vec::new(),
                text_width: 0.0,
            });
        }
        next = index + 1;
    }
    result.retain(|gap| gap.to > gap.from);
    result
}

/// Returns the positions of the rules of breaks on the axis, with their labels. There is at most one between two years
/// with data: several breaks in between separate the same values and become one rule in the middle. A break before the
/// first or after the last year with data separates nothing and is dropped.
pub(crate) fn rules(trend: &Trend, filled: &[usize]) -> Vec<(f64, String)> {
    let mut result = Vec::new();
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
            result.push((place, label));
        }
    }
    result
}

impl Gap {
    /// Chooses the text for a band of this width, in CSS px.
    pub(crate) fn choose_text(&mut self, lang: Lang, width: f64) -> Result<(), RenderError> {
        let style = text_style();
        self.lines = Vec::new();
        for text in NO_DATA {
            let lines: Vec<&str> = text.get(lang).lines().collect();
            let text_width = fonts::widest(lines.iter().copied(), style.face, style.size)?;
            if text_width <= width - 4.0 {
                (self.lines, self.text_width) = (lines, text_width);
                break;
            }
        }
        Ok(())
    }

    /// Returns the area of the text in a band around `middle` that ends at `bottom`; `None` if there is no text.
    pub(crate) fn text_area(&self, middle: f64, bottom: f64) -> Option<Area> {
        (!self.lines.is_empty()).then(|| Area {
            left: middle - self.text_width / 2.0,
            right: middle + self.text_width / 2.0,
            top: bottom - BOTTOM_DISTANCE - self.lines.len() as f64 * text_style().leading(),
            bottom: bottom - BOTTOM_DISTANCE,
        })
    }

    /// Draws the text into its area; texts are anchored in the middle by the group.
    pub(crate) fn draw(&self, surface: &Surface, text_area: Area) -> Result<(), RenderError> {
        let style = text_style().anchor(Anchor::Middle);
        let x = f64::midpoint(text_area.left, text_area.right);
        for (index, line) in self.lines.iter().enumerate() {
            let y = text_area.top + (index as f64 + 0.5) * style.leading();
            surface.text(line, (x, y), style)?;
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
    fn gaps_are_the_years_without_data_in_any_series() {
        assert_eq!(ends(&[0, 1, 2], 3), []);
        assert_eq!(ends(&[0, 3, 4], 5), [(0.5, 2.5)]);
        assert_eq!(ends(&[1, 3], 6), [(0.0, 0.5), (1.5, 2.5), (3.5, 5.0)]);
        assert_eq!(ends(&[], 4), [(0.0, 3.0)]);
        assert_eq!(ends(&[0], 1), []);
    }

    #[test]
    fn a_band_shows_the_text_that_fits() {
        let mut gap = gaps(&[0, 3], 4).remove(0);
        let mut lines = |lang, width| {
            gap.choose_text(lang, width).unwrap();
            gap.text_area(0.0, 100.0).map_or(0, |_| gap.lines.len())
        };
        assert_eq!(
            [120.0, 60.0, 48.0, 20.0].map(|width| lines(Lang::Vi, width)),
            [1, 2, 3, 0]
        );
        assert_eq!([120.0, 50.0, 20.0].map(|width| lines(Lang::En, width)), [1, 2, 0]);
    }

    #[test]
    fn years_with_data_are_separated_by_at_most_one_rule() {
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
        let result = rules(&trend, &filled);
        assert_eq!(
            result,
            [(13.0, "mẫu mới; chỉ số mới".to_owned()), (15.5, String::new())]
        );
    }
}
