//! The axes of a chart.

use super::{Drawing, MIN_SIZE, run_properties, text_properties, text_properties_with};
use crate::{
    plot::{Axis, Form},
    text::{number, width},
    theme::slot,
    xml::Xml,
};

/// Ids of the category axes, first and second.
pub(super) const CATEGORIES: (&str, &str) = ("111111101", "111111103");

/// Ids of the value axes, first and second.
pub(super) const VALUES: (&str, &str) = ("111111102", "111111104");

impl Drawing<'_> {
    pub(super) fn axes(&self, x: &mut Xml) {
        let plot = self.plot;
        self.categories(x, (CATEGORIES.0, VALUES.0), &plot.axis, false);
        self.values(x, (VALUES.0, CATEGORIES.0), &plot.axis, false);
        if let Some(secondary) = &plot.secondary {
            self.categories(x, (CATEGORIES.1, VALUES.1), secondary, true);
            self.values(x, (VALUES.1, CATEGORIES.1), secondary, true);
        }
    }

    fn categories(&self, x: &mut Xml, ids: (&str, &str), values: &Axis, hidden: bool) {
        let is_horizontal = self.plot.form.is_horizontal();
        x.within("c:catAx", &[], |x| {
            x.val("c:axId", ids.0);
            x.within("c:scaling", &[], |x| {
                x.val("c:orientation", if is_horizontal { "maxMin" } else { "minMax" });
            });
            x.val("c:delete", u8::from(hidden));
            x.val("c:axPos", if is_horizontal { "l" } else { "b" });
            x.leaf("c:numFmt", &[("formatCode", "General"), ("sourceLinked", "0")]);
            x.val("c:majorTickMark", "none");
            x.val("c:minorTickMark", "none");
            // "nextTo" would put names over the bars below zero; on a reversed axis "low" is the
            // upper end.
            let position = if self.plot.has_names_inside() {
                "none"
            } else if values.reversed {
                "nextTo"
            } else {
                "low"
            };
            x.val("c:tickLblPos", position);
            axis_line(x, "tx2");
            let (size, rotation) = self.category_font();
            text_properties_with(x, self.plot, (size, "tx1"), &[("rot", rotation), ("vert", "horz")]);
            x.val("c:crossAx", ids.1);
            // On a reversed axis, the largest value is at the bottom.
            x.val("c:crosses", if values.reversed { "max" } else { "autoZero" });
            x.val("c:auto", 0);
            x.val("c:lblAlgn", "ctr");
            x.val("c:lblOffset", 50);
            if is_horizontal {
                // Shows every name: by default programs skip some if there are many.
                x.val("c:tickLblSkip", 1);
            }
            x.val("c:noMultiLvlLbl", 1);
        });
    }

    /// Returns font size and rotation of the category names: years are vertical if they would
    /// touch. By default, programs would skip some of them.
    fn category_font(&self) -> (f64, &'static str) {
        if self.plot.form.is_horizontal() {
            return (self.size, "0");
        }
        let available = self.frame.width * self.inner.w / number(self.plot.categories.len().max(1));
        let longest = self
            .plot
            .categories
            .iter()
            .map(|name| width(name, 1.0))
            .fold(1.0, f64::max);
        let size = (available / (longest + 0.4)).floor();
        let least = self.size.min(MIN_SIZE);
        if size < least {
            // Lines that touch would be left out.
            (least.min((available / 1.25).floor()).max(7.0), "-5400000")
        } else {
            (size.min(self.size), "0")
        }
    }

    fn values(&self, x: &mut Xml, ids: (&str, &str), axis: &Axis, secondary: bool) {
        let is_horizontal = self.plot.form.is_horizontal();
        x.within("c:valAx", &[], |x| {
            x.val("c:axId", ids.0);
            x.within("c:scaling", &[], |x| {
                x.val("c:orientation", if axis.reversed { "maxMin" } else { "minMax" });
                x.val("c:max", axis.max);
                x.val("c:min", axis.min);
            });
            x.val("c:delete", u8::from(axis.hidden));
            x.val(
                "c:axPos",
                if is_horizontal {
                    "b"
                } else if secondary {
                    "r"
                } else {
                    "l"
                },
            );
            if axis.grid && !axis.hidden {
                x.within("c:majorGridlines", &[], grid_line);
            }
            self.title(x, axis, (is_horizontal, secondary));
            x.leaf("c:numFmt", &[("formatCode", &axis.tick_format), ("sourceLinked", "0")]);
            x.val("c:majorTickMark", "none");
            x.val("c:minorTickMark", "none");
            x.val("c:tickLblPos", "nextTo");
            x.raw("<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>");
            text_properties(x, self.plot, self.size, "tx2");
            x.val("c:crossAx", ids.1);
            // The first category of horizontal bars is on top, so the other end is at the bottom.
            x.val("c:crosses", if is_horizontal || secondary { "max" } else { "autoZero" });
            x.val("c:crossBetween", "between");
            if let Some(unit) = axis.tick_distance {
                x.val("c:majorUnit", unit);
            }
        });
    }

    fn title(&self, x: &mut Xml, axis: &Axis, (is_horizontal, secondary): (bool, bool)) {
        if axis.title.is_empty() {
            return;
        }
        let rotation = if is_horizontal { "0" } else { "-5400000" };
        x.within("c:title", &[], |x| {
            x.within("c:tx", &[], |x| {
                x.within("c:rich", &[], |x| {
                    x.leaf("a:bodyPr", &[("rot", rotation), ("vert", "horz")]);
                    x.leaf("a:lstStyle", &[]);
                    x.within("a:p", &[], |x| {
                        x.within("a:pPr", &[], |x| {
                            run_properties(x, "a:defRPr", self.plot, self.size, "tx2");
                        });
                        x.within("a:r", &[], |x| {
                            run_properties(x, "a:rPr", self.plot, self.size, "tx2");
                            x.text("a:t", &[], &axis.title);
                        });
                    });
                });
            });
            if self.plot.form == Form::Combined {
                title_layout(x, secondary);
            }
            x.val("c:overlay", 0);
        });
    }
}

/// Places the title of an axis in the half of the chart that shows its figures.
fn title_layout(x: &mut Xml, upper: bool) {
    let (left, top) = if upper { ("0.97", "0.2") } else { ("0.005", "0.7") };
    x.within("c:layout", &[], |x| {
        x.within("c:manualLayout", &[], |x| {
            x.val("c:xMode", "edge");
            x.val("c:yMode", "edge");
            x.val("c:x", left);
            x.val("c:y", top);
        });
    });
}

fn axis_line(x: &mut Xml, colour: &str) {
    x.within("c:spPr", &[], |x| {
        x.within("a:ln", &[("w", "9525")], |x| slot(x, colour));
    });
}

fn grid_line(x: &mut Xml) {
    x.within("c:spPr", &[], |x| {
        x.within("a:ln", &[("w", "6350")], |x| {
            x.within("a:solidFill", &[], |x| {
                x.within("a:schemeClr", &[("val", "bg1")], |x| x.val("a:lumMod", "90000"));
            });
        });
    });
}
