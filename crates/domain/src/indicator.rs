//! Indicators: what is measured, by which rules and in which years, and which years are comparable.

use crate::{Text, why::SumRule};

/// Index of an indicator in the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorId(pub u16);

/// Index of a component in its indicator; 0 is the headline figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ComponentId(pub u16);

impl ComponentId {
    /// The headline figure of an indicator.
    pub const TOTAL: Self = Self(0);
}

/// The kind of number that an indicator gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A score on a scale. Never averaged into another score.
    Score,
    /// A count; may be added up.
    Count,
    /// A count out of a total.
    Coverage,
}

/// The unit of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Points of a score.
    Point,
    /// Per cent.
    Percent,
    /// Counted things, named by [`Indicator::counted_as`].
    Count,
}

/// Which direction is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Higher is better.
    Higher,
    /// Lower is better.
    Lower,
    /// Neither: a count that by itself is no measure of quality.
    Neutral,
}

/// Where an indicator's ranks come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RankPolicy {
    /// Published ranks only.
    Published,
    /// Published ranks; computed ones if the publisher gave none and the table is complete.
    PublishedOrComputed,
    /// The publisher gives four groups and does not rank: groups are computed from the complete table and shown
    /// first, ranks second.
    Groups,
    /// The values have no ranking.
    None,
}

/// A span of years, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First year.
    pub from: i32,
    /// Last year; `i32::MAX` if open-ended.
    pub to: i32,
}

impl Span {
    /// Returns true if the span contains the year.
    #[must_use]
    pub const fn holds(self, year: i32) -> bool {
        self.from <= year && year <= self.to
    }
}

/// One part of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Component {
    /// Its name in URLs and files, such as `procedures`.
    pub slug: String,
    /// Its name.
    pub name: Text,
    /// Names that it had in certain years.
    pub names: Vec<(Span, Text)>,
    /// Other names for it in files.
    pub aliases: Vec<String>,
    /// Column headings, including numbering, in files of certain years; the same heading may mean another component
    /// in other years.
    pub headings: Vec<(Span, String)>,
    /// The component that it is part of; `None` for the headline figure and for domains.
    pub parent: Option<ComponentId>,
    /// True for a block of points that is not one of the indicator's domains.
    pub block: bool,
    /// Years in which it exists.
    pub span: Span,
    /// Further spans of years in which it exists, before or after `span`.
    pub again: Vec<Span>,
    /// Highest possible value by span of years, in the unit of the indicator.
    pub maxima: Vec<(Span, f64)>,
    /// Direction, if it differs from the indicator's.
    pub direction: Option<Direction>,
    /// Decimals, if they differ from the indicator's.
    pub decimals: Option<u8>,
    /// Unit, if it differs from the indicator's.
    pub unit: Option<Unit>,
    /// Scale, if it differs from the indicator's.
    pub scale: Option<(f64, f64)>,
    /// What it measures, if described.
    pub description: Option<Text>,
}

impl Component {
    /// Returns true if the component exists in the year.
    #[must_use]
    pub fn exists_in(&self, year: i32) -> bool {
        self.span.holds(year) || self.again.iter().any(|span| span.holds(year))
    }

    /// Iterates over all its spans of years.
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        std::iter::once(self.span).chain(self.again.iter().copied())
    }

    /// Returns the name in a year.
    #[must_use]
    pub fn name_in(&self, year: Option<i32>) -> &Text {
        year.and_then(|year| self.names.iter().find(|(span, _)| span.holds(year)))
            .map_or(&self.name, |(_, name)| name)
    }

    /// Returns the highest possible value in a year. `None` if it is not known.
    #[must_use]
    pub fn max_in(&self, year: i32) -> Option<f64> {
        self.maxima
            .iter()
            .find(|(span, _)| span.holds(year))
            .map(|(_, max)| *max)
            .or(self.scale.map(|(_, max)| max))
    }
}

/// The rules that apply to a span of years.
#[derive(Clone, Debug, PartialEq)]
pub struct Method {
    /// Its name in URLs and files.
    pub slug: String,
    /// Years in which these rules apply.
    pub span: Span,
    /// Its name.
    pub name: Text,
    /// Number of the official decision, such as `876/QĐ-BNV`.
    pub decision: Option<String>,
    /// Date of the decision.
    pub decided: Option<crate::Date>,
    /// Summary of the rules, in one sentence.
    pub summary: Text,
}

/// Labels for ranges of the score, which apply to certain years only.
#[derive(Clone, Debug, PartialEq)]
pub struct Bands {
    /// Years in which these cut-offs apply.
    pub span: Span,
    /// Label and lowest value of each band, best first.
    pub cuts: Vec<(String, f64)>,
}

/// Whether a pair of years is comparable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The same rules: changes are meaningful.
    SameMethod,
    /// The rules changed: a difference is not a real change.
    MethodChanged,
    /// The sources do not state whether the rules stayed the same: treated as not comparable.
    Unclear,
    /// The provinces changed: a rank out of 63 is not comparable with a rank out of 34.
    UnitsChanged,
}

impl Verdict {
    /// Returns true if the two years are comparable.
    #[must_use]
    pub const fn comparable(self) -> bool {
        matches!(self, Self::SameMethod)
    }
}

/// The catalogue's verdict on one pair of years.
#[derive(Clone, Debug, PartialEq)]
pub struct PairVerdict {
    /// The earlier year.
    pub from: i32,
    /// The later year.
    pub to: i32,
    /// The verdict.
    pub verdict: Verdict,
    /// The reason, in one sentence.
    pub reason: Text,
    /// Number of the official decision that introduced the change.
    pub decision: Option<String>,
}

/// An indicator with its components, methods and verdicts.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Its name in URLs and files, such as `par_index`.
    pub slug: String,
    /// The kind of number that it gives.
    pub kind: Kind,
    /// Unit of its values.
    pub unit: Unit,
    /// Lowest and highest possible value of the headline figure.
    pub scale: Option<(f64, f64)>,
    /// Which direction is better.
    pub direction: Direction,
    /// Number of decimals shown.
    pub decimals: u8,
    /// Where its ranks come from.
    pub ranks: RankPolicy,
    /// The share of the coverage of its best-covered year that a year must reach to be the default year, 0 to 1;
    /// `None` for [`ENOUGH`](crate::ENOUGH).
    pub enough: Option<f64>,
    /// Full name.
    pub name: Text,
    /// Short name.
    pub short: Text,
    /// What it measures, and what it does not.
    pub description: Text,
    /// Who publishes it.
    pub publisher: Text,
    /// Terms of use of the figures.
    pub licence: Text,
    /// How to cite it.
    pub citation: Text,
    /// What is counted ("dịch vụ"), for counts and coverages.
    pub counted_as: Option<Text>,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// Components; the first is the headline figure.
    pub components: Vec<Component>,
    /// Methods in order of their years.
    pub methods: Vec<Method>,
    /// Bands by span of years.
    pub bands: Vec<Bands>,
    /// Verdicts on pairs of years.
    pub verdicts: Vec<PairVerdict>,
    /// How the headline figure is computed from the domains, by span of years.
    pub sums: Vec<SumRule>,
    /// Components whose counts add up to that of another, by span of years.
    pub wholes: Vec<Whole>,
}

/// A count that is the sum of others: every procedure is available online fully, partly, or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// Years in which this applies.
    pub span: Span,
    /// The component that is the sum.
    pub whole: ComponentId,
    /// The components that add up to it, at least two, in the order in which they are shown.
    pub parts: Vec<ComponentId>,
}

impl Indicator {
    /// Returns the component with this id.
    ///
    /// # Panics
    /// May panic if the id is from another indicator.
    #[must_use]
    pub fn component(&self, id: ComponentId) -> &Component {
        &self.components[usize::from(id.0)]
    }

    /// Returns the component with this slug. `None` if there is none.
    #[must_use]
    pub fn component_by_slug(&self, slug: &str) -> Option<ComponentId> {
        let at = self.components.iter().position(|c| c.slug == slug)?;
        u16::try_from(at).ok().map(ComponentId)
    }

    /// Iterates over all components with their ids.
    pub fn components(&self) -> impl Iterator<Item = (ComponentId, &Component)> {
        self.components
            .iter()
            .enumerate()
            .filter_map(|(i, c)| u16::try_from(i).ok().map(|i| (ComponentId(i), c)))
    }

    /// Iterates over the direct parts of a component.
    pub fn parts(&self, of: ComponentId) -> impl Iterator<Item = (ComponentId, &Component)> {
        self.components().filter(move |(_, c)| c.parent == Some(of))
    }

    /// Returns the method of a year.
    #[must_use]
    pub fn method(&self, year: i32) -> Option<&Method> {
        self.methods.iter().find(|m| m.span.holds(year))
    }

    /// Iterates over the domains in a year: the top-level components next to the headline figure, without their parts
    /// and without blocks of points that are counted differently.
    pub fn domains(&self, year: i32) -> impl Iterator<Item = (ComponentId, &Component)> {
        self.components()
            .skip(1)
            .filter(move |(_, c)| c.parent.is_none() && !c.block && c.exists_in(year))
    }

    /// Returns the number of decimals of a component's values.
    #[must_use]
    pub fn decimals(&self, component: ComponentId) -> u8 {
        self.component(component).decimals.unwrap_or(self.decimals)
    }

    /// Returns the unit of a component's values.
    #[must_use]
    pub fn unit(&self, component: ComponentId) -> Unit {
        self.component(component).unit.unwrap_or(self.unit)
    }

    /// Returns which direction is better for a component.
    #[must_use]
    pub fn direction(&self, component: ComponentId) -> Direction {
        self.component(component).direction.unwrap_or(self.direction)
    }

    /// Returns the lowest and the highest possible value of a component in a year. `None` if they are not known.
    #[must_use]
    pub fn scale(&self, component: ComponentId, year: i32) -> Option<(f64, f64)> {
        let part = self.component(component);
        match part.max_in(year) {
            Some(max) => Some((part.scale.map_or(0.0, |(min, _)| min), max)),
            None if component == ComponentId::TOTAL => self.scale,
            None => None,
        }
    }

    /// Returns the band of a headline value in a year. `None` if no bands apply to the year or the value is below all.
    #[must_use]
    pub fn band(&self, year: i32, value: f64) -> Option<&str> {
        let bands = self.bands.iter().find(|b| b.span.holds(year))?;
        bands
            .cuts
            .iter()
            .find(|(_, min)| value >= *min)
            .map(|(label, _)| label.as_str())
    }

    /// Returns whether two years are comparable, the earlier first.
    ///
    /// A verdict of the catalogue on exactly this pair takes precedence. Otherwise the first break between the two
    /// years decides. Without a break they are comparable if both have a method: the catalogue is validated to have a
    /// verdict on every transition between methods.
    #[must_use]
    pub fn compare(&self, from: i32, to: i32) -> Comparability<'_> {
        if let Some(pair) = self.verdicts.iter().find(|v| v.from == from && v.to == to) {
            return Comparability::of(pair);
        }
        let between = |v: &&PairVerdict| from <= v.from && v.to <= to && !v.verdict.comparable();
        if let Some(first) = self.verdicts.iter().filter(between).min_by_key(|v| v.from) {
            return Comparability::of(first);
        }
        let methods = self.method(from).zip(self.method(to));
        Comparability {
            verdict: methods.map_or(Verdict::MethodChanged, |_| Verdict::SameMethod),
            pair: None,
            method: self.method(to),
        }
    }
}

/// The verdict on a pair of years, with its explanation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparability<'a> {
    /// The verdict.
    pub verdict: Verdict,
    /// The catalogue's verdict, if it decided.
    pub pair: Option<&'a PairVerdict>,
    /// The method of both years, or of the later one; `None` if `pair` is given.
    pub method: Option<&'a Method>,
}

impl<'a> Comparability<'a> {
    const fn of(pair: &'a PairVerdict) -> Self {
        Self {
            verdict: pair.verdict,
            pair: Some(pair),
            method: None,
        }
    }
}
