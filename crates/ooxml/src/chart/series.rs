//! Writes the series of a chart: names, marks and values.

use super::Drawing;
use crate::{
    plot::{Form, Series, Tone},
    sheet::formula,
    theme::{fill, slot},
    words,
    xml::Xml,
};

impl Drawing<'_> {
    /// Writes the series that `filter` selects.
    pub(super) fn series(
        &self,
        x: &mut Xml,
        filter: impl Fn(&Series) -> bool,
        marks: impl Fn(&Self, &mut Xml, usize, &Series),
    ) {
        let all = self.plot.series.iter().enumerate();
        for (index, series) in all.filter(|(_, series)| filter(series)) {
            x.within("c:ser", &[], |x| {
                x.val("c:idx", index);
                x.val("c:order", index);
                self.series_name(x, index, series);
                marks(self, x, index, series);
                self.category_data(x);
                self.value_data(x, index, series);
                if self.plot.form == Form::Lines || series.overlay || series.secondary {
                    x.val("c:smooth", 0);
                }
                self.label_range(x, index, series);
            });
        }
    }

    pub(super) fn bar(&self, x: &mut Xml, index: usize, series: &Series) {
        x.within("c:spPr", &[], |x| fill(x, series.tone));
        x.val("c:invertIfNegative", 0);
        for (point, tone) in &series.point_tones {
            x.within("c:dPt", &[], |x| {
                x.val("c:idx", point);
                x.val("c:invertIfNegative", 0);
                x.val("c:bubble3D", 0);
                x.within("c:spPr", &[], |x| fill(x, *tone));
            });
        }
        self.labels(x, index, series);
    }

    pub(super) fn line(&self, x: &mut Xml, index: usize, series: &Series) {
        let is_context = series.tone == Tone::Context;
        let (width, dot) = if is_context { ("9525", 3) } else { ("28575", 7) };
        x.within("c:spPr", &[], |x| {
            x.within("a:ln", &[("w", width), ("cap", "rnd")], |x| {
                if series.joined {
                    fill(x, series.tone);
                    x.leaf("a:round", &[]);
                } else {
                    x.leaf("a:noFill", &[]);
                }
            });
        });
        x.within("c:marker", &[], |x| {
            x.val("c:symbol", "circle");
            x.val("c:size", dot);
            x.within("c:spPr", &[], |x| {
                fill(x, series.tone);
                x.within("a:ln", &[("w", "6350")], |x| slot(x, "bg1"));
            });
        });
        self.labels(x, index, series);
    }

    fn sheet(&self) -> &'static str {
        words::FIGURES.get(self.plot.lang)
    }

    fn series_name(&self, x: &mut Xml, index: usize, series: &Series) {
        let (row, column) = self.grid.name(index);
        x.within("c:tx", &[], |x| {
            x.within("c:strRef", &[], |x| {
                x.text("c:f", &[], &formula(self.sheet(), (row, column, row, column)));
                x.within("c:strCache", &[], |x| {
                    x.val("c:ptCount", 1);
                    point(x, 0, &series.name);
                });
            });
        });
    }

    fn category_data(&self, x: &mut Xml) {
        let names = &self.plot.categories;
        x.within("c:cat", &[], |x| {
            x.within("c:strRef", &[], |x| {
                x.text("c:f", &[], &formula(self.sheet(), self.grid.categories(names.len())));
                x.within("c:strCache", &[], |x| {
                    x.val("c:ptCount", names.len());
                    for (index, name) in names.iter().enumerate() {
                        point(x, index, name);
                    }
                });
            });
        });
    }

    /// Writes the values; gaps have no point. A number has the fewest digits that still parse to the same value.
    fn value_data(&self, x: &mut Xml, index: usize, series: &Series) {
        let range = self.grid.values(index, series.values.len());
        let axis = self.plot.secondary.as_ref().filter(|_| series.secondary);
        x.within("c:val", &[], |x| {
            x.within("c:numRef", &[], |x| {
                x.text("c:f", &[], &formula(self.sheet(), range));
                x.within("c:numCache", &[], |x| {
                    x.text("c:formatCode", &[], &axis.unwrap_or(&self.plot.axis).format.code());
                    x.val("c:ptCount", series.values.len());
                    for (index, value) in series.values.iter().enumerate() {
                        if let Some(value) = value {
                            point(x, index, &value.to_string());
                        }
                    }
                });
            });
        });
    }
}

fn point(x: &mut Xml, index: usize, value: &str) {
    x.within("c:pt", &[("idx", &index.to_string())], |x| x.text("c:v", &[], value));
}
