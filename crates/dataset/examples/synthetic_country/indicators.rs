//! Indicators: their files, and the values of their components.

use crate::{LAST_YEAR, Options, Points, Random};

/// Number of years under one method.
const METHOD_YEARS: u32 = 5;
/// Highest value of a component without parts, in hundredths of a point.
const PART_MAXIMUM: u32 = 1000;

/// An indicator with a headline, its domains, and two parts of each domain as far as the components suffice.
pub(super) struct Indicator {
    /// From 1.
    pub(super) number: u32,
    pub(super) id: String,
    /// Parts follow what they are added to; the headline is the first.
    pub(super) components: Vec<Component>,
}

pub(super) struct Component {
    pub(super) number: u32,
    pub(super) id: String,
    /// Position of the component that this one is added to; the headline has none.
    parent: Option<usize>,
    /// Weight in that component.
    weight: u32,
    maximum: Points,
    pub(super) has_parts: bool,
}

impl Indicator {
    pub(super) fn new(options: &Options, number: u32) -> Self {
        let (each, rest) = (
            options.components / options.indicators,
            options.components % options.indicators,
        );
        let mut components: Vec<Component> = Vec::new();
        let mut domain = 0;
        for at in 0..each + u32::from(number <= rest) {
            let group = at.saturating_sub(1) / 3 + 1;
            let (id, parent) = match at.checked_sub(1).map(|after| after % 3) {
                None => ("total".to_owned(), None),
                Some(0) => (format!("domain_{group}"), Some(0)),
                Some(part) => (format!("domain_{group}_{part}"), Some(domain)),
            };
            if parent == Some(0) {
                domain = components.len();
            }
            components.push(Component {
                number: at,
                id,
                parent,
                weight: if is_weighted(number) && parent == Some(0) {
                    group % 2 + 1
                } else {
                    1
                },
                maximum: Points(PART_MAXIMUM),
                has_parts: false,
            });
        }
        add_up_maxima(&mut components);
        let id = format!("gia_lap_{number}");
        Self { number, id, components }
    }

    /// Returns the values of all components of a unit.
    pub(super) fn values(&self, unit: u32, year: u32) -> Vec<Points> {
        let mut random = Random::new(&[1, self.number, unit, year]);
        let level = 300 + Random::new(&[2, unit]).below(500);
        let progress = year % METHOD_YEARS * 15;
        let mut values = vec![Points(0); self.components.len()];
        for (at, component) in self.components.iter().enumerate().rev() {
            if !component.has_parts {
                values[at] = Points((level + progress + random.below(160)).min(PART_MAXIMUM));
            }
            if let Some(parent) = component.parent {
                values[parent].0 += values[at].0 * component.weight;
            }
        }
        values
    }

    pub(super) fn to_toml(&self, options: &Options) -> String {
        let Self { number, id, .. } = self;
        let ranks = if is_weighted(*number) {
            "published_or_computed"
        } else {
            "published"
        };
        let mut text = format!(
            r#"id = "{id}"
order = {number}
kind = "score"
unit = "point"
scale = [0, {}]
direction = "higher"
decimals = 2
ranks = "{ranks}"
total = "total"
aliases = ["GL{number}"]
name = {{ vi = "Chỉ số giả lập {number}", en = "Synthetic index {number}" }}
short = {{ vi = "GL{number}", en = "GL{number}" }}
description = {{ vi = "Số liệu giả lập để đo chương trình.", en = "Synthetic figures, to measure the program." }}
publisher = {{ vi = "Nhà công bố giả lập", en = "Synthetic publisher" }}
licence = {{ vi = "Số liệu giả lập, không dùng lại.", en = "Synthetic figures, not to be reused." }}
citation = {{ vi = "Số liệu giả lập {number}, năm {{year}}.", en = "Synthetic figures {number}, {{year}}." }}
"#,
            self.components[0].maximum
        );
        for component in &self.components {
            text += &self.component_toml(component);
        }
        text += &methods_toml(options);
        text + &self.sum_toml(options)
    }

    fn component_toml(&self, component: &Component) -> String {
        let Component { id, maximum, .. } = component;
        let (vi, en) = match id.strip_prefix("domain_") {
            None => ("Tổng điểm giả lập".to_owned(), "Synthetic total".to_owned()),
            Some(group) => {
                let group = group.replace('_', ".");
                (format!("Nội dung giả lập {group}"), format!("Synthetic domain {group}"))
            }
        };
        let text = format!(
            r#"
[[components]]
id = "{id}"
name = {{ vi = "{vi}", en = "{en}" }}
scale = [0, {maximum}]
"#
        );
        match component.parent {
            Some(parent) if parent > 0 => format!("{text}parent = \"{}\"\n", self.components[parent].id),
            _ => text,
        }
    }

    fn sum_toml(&self, options: &Options) -> String {
        let kind = if is_weighted(self.number) {
            let domains = self.components.iter().filter(|component| component.parent == Some(0));
            let weights: Vec<String> = domains
                .map(|domain| format!("{} = {}", domain.id, domain.weight))
                .collect();
            format!("kind = \"weighted\"\nweights = {{ {} }}", weights.join(", "))
        } else {
            "kind = \"plain\"".to_owned()
        };
        format!(
            r#"
[[sums]]
from = {}
{kind}
within = 0.001
note = {{ vi = "Quy tắc giả lập.", en = "A synthetic rule." }}
"#,
            options.years().start()
        )
    }
}

/// Whether the headline is a weighted sum, and ranks of components are computed.
const fn is_weighted(number: u32) -> bool {
    number.is_multiple_of(2)
}

fn add_up_maxima(components: &mut [Component]) {
    for at in (0..components.len()).rev() {
        if let Some(parent) = components[at].parent {
            let added = components[at].maximum.0 * components[at].weight;
            let whole = &mut components[parent];
            whole.maximum.0 = added + if whole.has_parts { whole.maximum.0 } else { 0 };
            whole.has_parts = true;
        }
    }
}

/// A method for each five years. The years of two methods do not compare, or it is unclear whether they do.
fn methods_toml(options: &Options) -> String {
    let (first, mut text) = (*options.years().start(), String::new());
    for from in options.years().step_by(METHOD_YEARS as usize) {
        let to = (from + METHOD_YEARS - 1).min(LAST_YEAR);
        text += &format!(
            r#"
[[methods]]
id = "{from}"
from = {from}
to = {to}
name = {{ vi = "Cách tính giả lập {from}", en = "Synthetic method of {from}" }}
summary = {{ vi = "Cách tính giả lập.", en = "A synthetic method." }}
"#
        );
        if from > first {
            let is_even = ((from - first) / METHOD_YEARS).is_multiple_of(2);
            text += &format!(
                r#"
[[verdicts]]
from = {}
to = {from}
verdict = "{}"
reason = {{ vi = "Cách tính giả lập thay đổi.", en = "The synthetic method changes." }}
"#,
                from - 1,
                if is_even { "unclear" } else { "method_changed" }
            );
        }
    }
    text
}
