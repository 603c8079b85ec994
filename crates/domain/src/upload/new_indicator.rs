//! New indicators, as described in the form of a draft.

use super::method::both;
use crate::{
    Catalogue, Component, Direction, Indicator, IndicatorId, Kind, RankPolicy, Span, Text, Unit, fold, slug, tidy,
};

/// The value of the indicator field for a new indicator.
pub const NEW_INDICATOR: &str = "new";

/// A new indicator, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewIndicator {
    /// Full name in Vietnamese; required.
    pub name: String,
    /// Full name in English; the Vietnamese one if empty.
    pub name_en: String,
    /// Short name; required.
    pub short: String,
    /// Who publishes it; required.
    pub publisher: String,
    /// `point`, `percent` or `count`; required.
    pub unit: String,
    /// Lowest possible value; may be empty.
    pub scale_min: String,
    /// Highest possible value; may be empty.
    pub scale_max: String,
    /// `higher`, `lower` or `neutral`; required.
    pub direction: String,
    /// `published`, `published_or_computed`, `groups` or `none`; required.
    pub ranks: String,
}

impl NewIndicator {
    /// Returns its form fields with their names.
    #[must_use]
    pub fn fields(&self) -> [(&'static str, &str); 9] {
        [
            ("indicator_name", &self.name),
            ("indicator_name_en", &self.name_en),
            ("indicator_short", &self.short),
            ("indicator_publisher", &self.publisher),
            ("indicator_unit", &self.unit),
            ("indicator_scale_min", &self.scale_min),
            ("indicator_scale_max", &self.scale_max),
            ("indicator_direction", &self.direction),
            ("indicator_ranks", &self.ranks),
        ]
    }

    /// Sets a form field. Returns false if the field is not part of this form.
    pub(super) fn take(&mut self, name: &str, value: &str) -> bool {
        let field = match name {
            "indicator_name" => &mut self.name,
            "indicator_name_en" => &mut self.name_en,
            "indicator_short" => &mut self.short,
            "indicator_publisher" => &mut self.publisher,
            "indicator_unit" => &mut self.unit,
            "indicator_scale_min" => &mut self.scale_min,
            "indicator_scale_max" => &mut self.scale_max,
            "indicator_direction" => &mut self.direction,
            "indicator_ranks" => &mut self.ranks,
            _ => return false,
        };
        value.clone_into(field);
        true
    }

    /// Returns true if nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fields().iter().all(|(_, value)| value.is_empty())
    }

    /// Returns the names of the fields that are missing or cannot be parsed. Empty if the indicator can be created.
    #[must_use]
    pub fn problems(&self) -> Vec<&'static str> {
        let required = [
            ("indicator_name", &self.name),
            ("indicator_short", &self.short),
            ("indicator_publisher", &self.publisher),
        ];
        let missing = required.into_iter().filter(|(_, value)| tidy(value).is_empty());
        let mut found: Vec<&'static str> = missing.map(|(name, _)| name).collect();
        let checks = [
            (self.unit().is_none(), "indicator_unit"),
            (self.direction().is_none(), "indicator_direction"),
            (self.ranks().is_none(), "indicator_ranks"),
            (self.scale().is_err(), "indicator_scale_max"),
        ];
        found.extend(checks.into_iter().filter(|(failed, _)| *failed).map(|(_, name)| name));
        found
    }

    fn unit(&self) -> Option<Unit> {
        match self.unit.as_str() {
            "point" => Some(Unit::Point),
            "percent" => Some(Unit::Percent),
            "count" => Some(Unit::Count),
            _ => None,
        }
    }

    fn direction(&self) -> Option<Direction> {
        match self.direction.as_str() {
            "higher" => Some(Direction::Higher),
            "lower" => Some(Direction::Lower),
            "neutral" => Some(Direction::Neutral),
            _ => None,
        }
    }

    fn ranks(&self) -> Option<RankPolicy> {
        match self.ranks.as_str() {
            "published" => Some(RankPolicy::Published),
            "published_or_computed" => Some(RankPolicy::PublishedOrComputed),
            "groups" => Some(RankPolicy::Groups),
            "none" => Some(RankPolicy::None),
            _ => None,
        }
    }

    /// Parses the scale: `None` if both ends are empty, an error if they are not valid. An empty minimum is 0.
    fn scale(&self) -> Result<Option<(f64, f64)>, ()> {
        let read = |text: &str| {
            text.trim()
                .replace(',', ".")
                .parse::<f64>()
                .ok()
                .filter(|n| n.is_finite())
        };
        match (self.scale_min.trim(), self.scale_max.trim()) {
            ("", "") => Ok(None),
            (min, max) => match (read(if min.is_empty() { "0" } else { min }), read(max)) {
                (Some(min), Some(max)) if min < max => Ok(Some((min, max))),
                _ => Err(()),
            },
        }
    }

    /// Creates the indicator, with the headline figure as its only component. `None` if the form has problems.
    #[must_use]
    pub fn indicator(&self, catalogue: &Catalogue) -> Option<Indicator> {
        if !self.problems().is_empty() {
            return None;
        }
        let unit = self.unit()?;
        let kind = if unit == Unit::Count { Kind::Count } else { Kind::Score };
        let short = both(&self.short, "");
        let publisher = both(&self.publisher, "");
        let cite = |year: &str| format!("{}, {} {year}", publisher.vi, short.vi);
        Some(Indicator {
            slug: indicator_slug(catalogue, &self.short),
            kind,
            unit,
            scale: self.scale().ok()?,
            direction: self.direction()?,
            decimals: if kind == Kind::Count { 0 } else { 2 },
            ranks: self.ranks()?,
            name: both(&self.name, &self.name_en),
            description: both(&self.name, &self.name_en),
            licence: Text::new(
                format!(
                    "Số liệu là dữ kiện do {} công bố; khi sử dụng lại phải ghi nguồn.",
                    publisher.vi
                ),
                format!(
                    "The figures are facts published by {}; cite the publisher when reusing them.",
                    publisher.en
                ),
            ),
            citation: Text::new(format!("{}.", cite("năm {year}")), format!("{}.", cite("{year}"))),
            short,
            publisher,
            counted_as: (kind == Kind::Count).then(|| Text::new("số lượng", "items")),
            aliases: Vec::new(),
            components: vec![headline()],
            methods: Vec::new(),
            bands: Vec::new(),
            verdicts: Vec::new(),
            enough: None,
            sums: Vec::new(),
            wholes: Vec::new(),
        })
    }

    /// Returns the indicator in the catalogue with this short name, so that submitting the form again has the same
    /// result. `None` if there is none.
    #[must_use]
    pub fn known(&self, catalogue: &Catalogue) -> Option<IndicatorId> {
        let wanted = fold(&self.short);
        let mut all = catalogue.indicators();
        let found = all.find(|(_, indicator)| !wanted.is_empty() && fold(&indicator.short.vi) == wanted);
        found.map(|(id, _)| id)
    }
}

fn headline() -> Component {
    Component {
        slug: "overall".to_owned(),
        name: Text::new("Tổng hợp", "Overall"),
        names: Vec::new(),
        aliases: Vec::new(),
        headings: Vec::new(),
        parent: None,
        block: false,
        span: Span {
            from: i32::MIN,
            to: i32::MAX,
        },
        again: Vec::new(),
        maxima: Vec::new(),
        direction: None,
        decimals: None,
        unit: None,
        scale: None,
        description: None,
    }
}

/// Returns a unique slug: the ASCII words of the short name joined by underscores, numbered if it is taken. The
/// slug `new` is reserved for forms.
fn indicator_slug(catalogue: &Catalogue, short: &str) -> String {
    let words = slug(short);
    let plain: Vec<&str> = words
        .split('-')
        .filter(|word| !word.is_empty() && word.is_ascii())
        .collect();
    let mut plain: String = plain.join("_").chars().take(48).collect();
    if plain.is_empty() || plain == NEW_INDICATOR || !plain.starts_with(|c: char| c.is_ascii_lowercase()) {
        plain = format!("indicator_{plain}").trim_end_matches('_').to_owned();
    }
    // Also taken: files in the data folder that do not belong to an indicator.
    let taken = |slug: &str| matches!(slug, "sources" | "left-out") || catalogue.indicator_by_slug(slug).is_some();
    if !taken(&plain) {
        return plain;
    }
    let numbered = |n: usize| format!("{plain}_{n}");
    (2..).map(numbered).find(|slug| !taken(slug)).unwrap_or(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fields: &[(&str, &str)]) -> NewIndicator {
        let mut form = NewIndicator::default();
        for (name, value) in fields {
            assert!(form.take(name, value), "{name}");
        }
        form
    }

    #[test]
    fn a_form_gives_an_indicator() {
        let catalogue = Catalogue::default();
        let typed = form(&[
            ("indicator_name", "Chỉ số xanh cấp tỉnh"),
            ("indicator_short", "PGI"),
            ("indicator_publisher", "VCCI"),
            ("indicator_scale_max", "40"),
            ("indicator_unit", "point"),
            ("indicator_direction", "higher"),
            ("indicator_ranks", "published"),
        ]);
        let indicator = typed.indicator(&catalogue).unwrap();
        assert_eq!(
            (indicator.slug.as_str(), indicator.scale, indicator.unit),
            ("pgi", Some((0.0, 40.0)), Unit::Point)
        );
        assert_eq!(indicator.citation.vi, "VCCI, PGI năm {year}.");
        let count = NewIndicator {
            unit: "count".into(),
            direction: "neutral".into(),
            ranks: "none".into(),
            ..typed
        };
        let indicator = count.indicator(&catalogue).unwrap();
        assert_eq!(
            (indicator.kind, indicator.direction, indicator.ranks),
            (Kind::Count, Direction::Neutral, RankPolicy::None)
        );
    }

    #[test]
    fn missing_and_invalid_fields_are_reported() {
        let none = NewIndicator::default().problems();
        let texts = ["indicator_name", "indicator_short", "indicator_publisher"];
        let choices = ["indicator_unit", "indicator_direction", "indicator_ranks"];
        assert_eq!(none, [texts, choices].concat());
        let invalid = form(&[
            ("indicator_name", "A"),
            ("indicator_short", "new"),
            ("indicator_publisher", "B"),
            ("indicator_scale_min", "10"),
            ("indicator_scale_max", "5"),
            ("indicator_unit", "kg"),
            ("indicator_direction", "lower"),
            ("indicator_ranks", "none"),
        ]);
        assert_eq!(invalid.problems(), ["indicator_unit", "indicator_scale_max"]);
        assert_eq!(indicator_slug(&Catalogue::default(), "new"), "indicator_new");
    }
}
