//! The series of a chart: names, marks and values.

use super::Drawing;
use crate::{
    plot::{Form, Series, Tone},
    sheet::formula,
    theme::{fill, slot},
    words::{self, say},
    xml::Xml,
};

impl Drawing<'_> {
    /// Some of the series.
    pub(super) fn series(
        &self,
        x: &mut Xml,
        which: impl Fn(&Series) -> bool,
        marks: impl Fn(&Self, &mut Xml, usize, &Series),
    ) {
        let all = self.plot.series.iter().enumerate();
        for (at, series) in all.filter(|(_, series)| which(series)) {
            x.within("c:ser", &[], |x| {
                x.val("c:idx", at);
                x.val("c:order", at);
                self.name(x, at, series);
                marks(self, x, at, series);
                self.categories_of(x);
                self.values_of(x, at, series);
                if self.plot.form == Form::Lines || series.over || series.second {
                    x.val("c:smooth", 0);
                }
            });
        }
    }

    pub(super) fn bar(&self, x: &mut Xml, at: usize, series: &Series) {
        x.within("c:spPr", &[], |x| fill(x, series.tone));
        x.val("c:invertIfNegative", 0);
        for (point, tone) in &series.lit {
            x.within("c:dPt", &[], |x| {
                x.val("c:idx", point);
                x.val("c:invertIfNegative", 0);
                x.val("c:bubble3D", 0);
                x.within("c:spPr", &[], |x| fill(x, *tone));
            });
        }
        self.labels(x, at, series);
    }

    pub(super) fn line(&self, x: &mut Xml, at: usize, series: &Series) {
        let context = series.tone == Tone::Quiet;
        let (width, dot) = if context { ("9525", 3) } else { ("28575", 7) };
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
        self.labels(x, at, series);
    }

    fn sheet(&self) -> &'static str {
        say(self.plot.lang, words::FIGURES)
    }

    fn name(&self, x: &mut Xml, at: usize, series: &Series) {
        let (row, column) = self.grid.name(at);
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

    fn categories_of(&self, x: &mut Xml) {
        let names = &self.plot.categories;
        x.within("c:cat", &[], |x| {
            x.within("c:strRef", &[], |x| {
                x.text("c:f", &[], &formula(self.sheet(), self.grid.categories(names.len())));
                x.within("c:strCache", &[], |x| {
                    x.val("c:ptCount", names.len());
                    for (at, name) in names.iter().enumerate() {
                        point(x, at, name);
                    }
                });
            });
        });
    }

    /// Gaps have no point. Numbers are as short as they can be and still the same number.
    fn values_of(&self, x: &mut Xml, at: usize, series: &Series) {
        let range = self.grid.values(at, series.values.len());
        let axis = self.plot.second.as_ref().filter(|_| series.second);
        x.within("c:val", &[], |x| {
            x.within("c:numRef", &[], |x| {
                x.text("c:f", &[], &formula(self.sheet(), range));
                x.within("c:numCache", &[], |x| {
                    x.text("c:formatCode", &[], &axis.unwrap_or(&self.plot.axis).format);
                    x.val("c:ptCount", series.values.len());
                    for (at, value) in series.values.iter().enumerate() {
                        if let Some(value) = value {
                            point(x, at, &value.to_string());
                        }
                    }
                });
            });
        });
    }
}

fn point(x: &mut Xml, at: usize, value: &str) {
    x.within("c:pt", &[("idx", &at.to_string())], |x| x.text("c:v", &[], value));
}
