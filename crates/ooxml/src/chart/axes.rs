//! The axes of a chart.

use super::{Drawing, letter, letters_of, text};
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
        if let Some(second) = &plot.second {
            self.categories(x, (CATEGORIES.1, VALUES.1), second, true);
            self.values(x, (VALUES.1, CATEGORIES.1), second, true);
        }
    }

    fn categories(&self, x: &mut Xml, ids: (&str, &str), values: &Axis, hidden: bool) {
        let lying = self.plot.form.lying();
        x.within("c:catAx", &[], |x| {
            x.val("c:axId", ids.0);
            x.within("c:scaling", &[], |x| {
                x.val("c:orientation", if lying { "maxMin" } else { "minMax" });
            });
            x.val("c:delete", u8::from(hidden));
            x.val("c:axPos", if lying { "l" } else { "b" });
            x.leaf("c:numFmt", &[("formatCode", "General"), ("sourceLinked", "0")]);
            x.val("c:majorTickMark", "none");
            x.val("c:minorTickMark", "none");
            // Next to the axis, names would stand in the bars below zero; on an axis that runs
            // downwards "low" is the upper end.
            x.val("c:tickLblPos", if values.reversed { "nextTo" } else { "low" });
            line(x, "tx2");
            let (size, turned) = self.names_at();
            letters_of(x, self.plot, (size, "tx1"), &[("rot", turned), ("vert", "horz")]);
            x.val("c:crossAx", ids.1);
            // Where values run downwards, their largest is at the bottom.
            x.val("c:crosses", if values.reversed { "max" } else { "autoZero" });
            x.val("c:auto", 0);
            x.val("c:lblAlgn", "ctr");
            x.val("c:lblOffset", 50);
            if lying {
                // Every name is written, however many there are.
                x.val("c:tickLblSkip", 1);
            }
            x.val("c:noMultiLvlLbl", 1);
        });
    }

    /// Size of the letters of categories and their turn: years stand upright where they would
    /// meet. Left to themselves, programs leave some out.
    fn names_at(&self) -> (f64, &'static str) {
        if self.plot.form.lying() {
            return (self.size, "0");
        }
        let place = self.frame.width * self.inner.w / number(self.plot.categories.len().max(1));
        let longest = self
            .plot
            .categories
            .iter()
            .map(|name| width(name, 1.0))
            .fold(1.0, f64::max);
        let size = (place / (longest + 0.4)).floor();
        if size < 8.0 {
            (9.0, "-5400000")
        } else {
            (size.min(self.size), "0")
        }
    }

    fn values(&self, x: &mut Xml, ids: (&str, &str), axis: &Axis, second: bool) {
        let lying = self.plot.form.lying();
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
                if lying {
                    "b"
                } else if second {
                    "r"
                } else {
                    "l"
                },
            );
            if axis.grid && !axis.hidden {
                x.within("c:majorGridlines", &[], grid_line);
            }
            self.title(x, axis, (lying, second));
            x.leaf("c:numFmt", &[("formatCode", &axis.ticks), ("sourceLinked", "0")]);
            x.val("c:majorTickMark", "none");
            x.val("c:minorTickMark", "none");
            x.val("c:tickLblPos", "nextTo");
            x.raw("<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>");
            text(x, self.plot, self.size, "tx2");
            x.val("c:crossAx", ids.1);
            // The first category of lying bars is on top: the other end is at the bottom.
            x.val("c:crosses", if lying || second { "max" } else { "autoZero" });
            x.val("c:crossBetween", "between");
            if let Some(unit) = axis.unit {
                x.val("c:majorUnit", unit);
            }
        });
    }

    fn title(&self, x: &mut Xml, axis: &Axis, (lying, second): (bool, bool)) {
        if axis.title.is_empty() {
            return;
        }
        let turned = if lying { "0" } else { "-5400000" };
        x.within("c:title", &[], |x| {
            x.within("c:tx", &[], |x| {
                x.within("c:rich", &[], |x| {
                    x.leaf("a:bodyPr", &[("rot", turned), ("vert", "horz")]);
                    x.leaf("a:lstStyle", &[]);
                    x.within("a:p", &[], |x| {
                        x.within("a:pPr", &[], |x| letter(x, "a:defRPr", self.plot, self.size, "tx2"));
                        x.within("a:r", &[], |x| {
                            letter(x, "a:rPr", self.plot, self.size, "tx2");
                            x.text("a:t", &[], &axis.title);
                        });
                    });
                });
            });
            if self.plot.form == Form::Combined {
                half(x, second);
            }
            x.val("c:overlay", 0);
        });
    }
}

/// The title of an axis in the half in which its figures are.
fn half(x: &mut Xml, upper: bool) {
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

fn line(x: &mut Xml, colour: &str) {
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
