//! What is said about how far apart the provinces are.

use domain::{
    ComponentId, Dispersion, IndicatorId, Table, Unit,
    chart::{Break, ChartBody, ChartModel, Emphasis, Note, Trend, TrendPoint, TrendSeries},
    number,
};
use messages::{Msg, common as m, dispersion as w, fill};

use crate::{
    charts::{breaks, source_of},
    context::PageContext,
    findings::{
        comparison::{self, VerdictNote},
        headline as finding,
    },
};

/// The dispersion of one year.
pub(crate) struct DispersionYear<'a> {
    pub(crate) table: &'a Table,
    pub(crate) dispersion: Dispersion,
}

/// How far apart the provinces are in the years with complete tables, ascending; at least one.
pub(crate) struct DispersionView<'a> {
    pub(crate) indicator: IndicatorId,
    pub(crate) years: Vec<DispersionYear<'a>>,
    /// Years with figures whose table is not complete.
    pub(crate) without: Vec<i32>,
    /// Position of the earliest year that the newest one may be compared with, if it is an earlier one.
    from: Option<usize>,
}

/// Computes the view. `None` without a complete table of scores.
pub(crate) fn dispersion<'a>(cx: &'a PageContext, indicator: IndicatorId) -> Option<DispersionView<'a>> {
    let found = cx.snapshot().dispersions(indicator)?;
    let year = |(table, dispersion)| DispersionYear { table, dispersion };
    Some(DispersionView {
        indicator,
        years: found.years.into_iter().map(year).collect(),
        without: found.without,
        from: found.from,
    })
}

impl DispersionView<'_> {
    /// The newest year.
    pub(crate) fn newest(&self) -> &DispersionYear<'_> {
        &self.years[self.years.len() - 1]
    }

    /// A value as it is read.
    pub(crate) fn text(&self, cx: &PageContext, value: f64) -> String {
        let indicator = cx.snapshot().catalogue.indicator(self.indicator);
        number::format(cx.lang(), value, indicator.decimals(ComponentId::TOTAL))
    }

    /// The finding: how far apart the middle half is, and was in the earliest year that compares.
    pub(crate) fn title(&self, cx: &PageContext) -> String {
        let lang = cx.lang();
        let newest = self.newest();
        let indicator = cx.snapshot().catalogue.indicator(self.indicator);
        let unit = match indicator.unit {
            Unit::Percent => w::PERCENT_POINTS,
            Unit::Point | Unit::Count => m::UNIT_POINT,
        };
        let (apart, unit) = (self.text(cx, newest.dispersion.between_quartiles()), unit.get(lang));
        let text = match self.from.map(|at| &self.years[at]) {
            Some(earlier) => fill!(
                w::TITLE_SINCE,
                lang,
                difference = &apart,
                unit = unit,
                difference_before = &self.text(cx, earlier.dispersion.between_quartiles()),
                from = &earlier.table.key.year.to_string()
            ),
            None => fill!(w::TITLE, lang, difference = &apart, unit = unit),
        };
        finding::titled(cx.snapshot(), lang, newest.table, &text)
    }

    /// Whether the newest year compares with the earliest of the title, or with the year before.
    pub(crate) fn verdict(&self, cx: &PageContext) -> VerdictNote {
        let newest = self.newest().table;
        match self.from {
            Some(at) => comparison::since(cx, newest, self.years[at].table.key.year),
            None => comparison::with_year_before(cx, newest),
        }
    }

    /// What must be said with it: comparability, how it is computed, years that are left out.
    pub(crate) fn notes(&self, cx: &PageContext) -> Vec<Note> {
        let lang = cx.lang();
        let mut notes = vec![self.verdict(cx).marked(lang), w::HOW.get(lang).into()];
        notes.extend(self.left_out(cx).map(Note::from));
        notes
    }

    /// The years without a complete table.
    pub(crate) fn left_out(&self, cx: &PageContext) -> Option<String> {
        let years: Vec<String> = self.without.iter().map(ToString::to_string).collect();
        (!years.is_empty()).then(|| fill!(w::LEFT_OUT, cx.lang(), years = &years.join(", ")))
    }

    /// Measure and period.
    pub(crate) fn subtitle(&self, cx: &PageContext) -> String {
        let measure = finding::measure(cx.snapshot(), cx.lang(), self.newest().table);
        format!("{measure}, {}", self.span())
    }

    /// The years: `2006–2021`.
    pub(crate) fn span(&self) -> String {
        let [first, last] = [&self.years[0], self.newest()].map(|of| of.table.key.year);
        if first == last {
            last.to_string()
        } else {
            format!("{first}–{last}")
        }
    }

    /// Lines of the highest and lowest value, the quartiles and the median.
    pub(crate) fn chart(&self, cx: &PageContext) -> ChartModel {
        let lang = cx.lang();
        let axis: Vec<i32> = (self.years[0].table.key.year..=self.newest().table.key.year).collect();
        let series = LINES.map(|(label, emphasis, value)| TrendSeries {
            label: label.get(lang).to_owned(),
            emphasis,
            points: self.years.iter().map(|of| self.point(cx, of, value)).collect(),
        });
        let low = self
            .years
            .iter()
            .map(|of| of.dispersion.lowest)
            .fold(f64::INFINITY, f64::min);
        let high = self
            .years
            .iter()
            .map(|of| of.dispersion.highest)
            .fold(f64::NEG_INFINITY, f64::max);
        let room = if high > low {
            (high - low) * 0.1
        } else {
            high.abs().max(1.0)
        };
        let newest = self.newest();
        let ends =
            LINES.map(|(label, _, value)| format!("{}: {}", label.get(lang), self.text(cx, value(&newest.dispersion))));
        ChartModel {
            lang,
            title: self.title(cx),
            subtitle: self.subtitle(cx),
            source: source_of(cx, self.indicator),
            notes: Vec::new(),
            description: fill!(
                w::CHART_TEXT,
                lang,
                year = &newest.table.key.year.to_string(),
                values = &ends.join("; ")
            ),
            body: ChartBody::Lines(Trend {
                breaks: self.breaks(cx, &axis),
                years: axis,
                series: series.into(),
                min: (low - room).max(0.0),
                max: high + room,
            }),
        }
    }

    fn point(&self, cx: &PageContext, of: &DispersionYear<'_>, value: fn(&Dispersion) -> f64) -> TrendPoint {
        let value = value(&of.dispersion);
        TrendPoint {
            year: of.table.key.year,
            value,
            text: self.text(cx, value),
        }
    }

    /// Breaks of method, and the year in which the list of provinces became another.
    fn breaks(&self, cx: &PageContext, axis: &[i32]) -> Vec<Break> {
        let mut all = breaks(cx, self.indicator, axis);
        let other_list = self
            .years
            .windows(2)
            .filter(|pair| pair[0].table.key.basis != pair[1].table.key.basis);
        for before in other_list.map(|pair| pair[1].table.key.year) {
            if all.iter().all(|known| known.before != before) {
                all.push(Break {
                    before,
                    label: m::UNITS_CHANGED.get(cx.lang()).to_owned(),
                });
            }
        }
        all.sort_by_key(|known| known.before);
        all
    }
}

/// A line: its name, how it is drawn, its value in a year.
type Line = (Msg, Emphasis, fn(&Dispersion) -> f64);

/// The lines with their names, from the highest down.
pub(crate) const LINES: [Line; 5] = [
    (w::HIGHEST, Emphasis::Highlight(2), |dispersion| dispersion.highest),
    (w::UPPER, Emphasis::Highlight(1), |dispersion| dispersion.upper),
    (w::MEDIAN, Emphasis::Highlight(0), |dispersion| dispersion.median),
    (w::LOWER, Emphasis::Highlight(1), |dispersion| dispersion.lower),
    (w::LOWEST, Emphasis::Highlight(2), |dispersion| dispersion.lowest),
];
