//! Indicators: what is measured, by which rules, in which years, and what may be compared.

use crate::{Text, why::SumRule};

/// An indicator in the catalogue's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorId(pub u16);

/// A component of one indicator; 0 is the headline figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ComponentId(pub u16);

impl ComponentId {
    /// The headline figure of an indicator.
    pub const TOTAL: Self = Self(0);
}

/// What kind of number an indicator is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A score on a scale. Never averaged into another score.
    Score,
    /// A number of things; may be added up.
    Count,
    /// So many of so many.
    Coverage,
}

/// The unit of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Points of a score.
    Point,
    /// Per cent.
    Percent,
    /// Pieces; [`Indicator::counted_as`] names them.
    Count,
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Higher is better.
    Higher,
    /// Lower is better.
    Lower,
    /// Neither: a count that says nothing about quality by itself.
    Neutral,
}

/// Where an indicator's ranks come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RankPolicy {
    /// Only ranks that the publisher gave.
    Published,
    /// Published ranks; computed ones where the publisher gave none and the table is complete.
    PublishedOrComputed,
    /// The publisher gives four groups and declines to rank: groups are computed from the
    /// complete table and shown first, the order within it second.
    Groups,
    /// No order exists.
    None,
}

/// Years from and to, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First year.
    pub from: i32,
    /// Last year; `i32::MAX` while it lasts.
    pub to: i32,
}

impl Span {
    /// True when the year lies inside.
    #[must_use]
    pub const fn holds(self, year: i32) -> bool {
        self.from <= year && year <= self.to
    }
}

/// One part of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Component {
    /// Its name in addresses and files, such as `procedures`.
    pub slug: String,
    /// Its name.
    pub name: Text,
    /// Names that it bore in certain years.
    pub names: Vec<(Span, Text)>,
    /// Other names that files call it by.
    pub aliases: Vec<String>,
    /// Headings that files of certain years print above it, with their numbers; the same
    /// heading may mean another component in other years.
    pub headings: Vec<(Span, String)>,
    /// The component that it is part of; the headline figure has none.
    pub parent: Option<ComponentId>,
    /// A block of points that is not one of the indicator's domains.
    pub block: bool,
    /// Years in which it exists.
    pub span: Span,
    /// Years in which it exists again after it had ended, or existed long before.
    pub again: Vec<Span>,
    /// Highest possible value by years, in the unit of the indicator.
    pub maxima: Vec<(Span, f64)>,
    /// Direction, where it differs from the indicator's.
    pub direction: Option<Direction>,
    /// Decimals, where they differ from the indicator's.
    pub decimals: Option<u8>,
    /// Unit, where it differs from the indicator's.
    pub unit: Option<Unit>,
    /// Scale, where it differs from the indicator's.
    pub scale: Option<(f64, f64)>,
    /// What it measures, where there is something to say.
    pub description: Option<Text>,
}

impl Component {
    /// True in the years in which it exists.
    #[must_use]
    pub fn exists_in(&self, year: i32) -> bool {
        self.span.holds(year) || self.again.iter().any(|span| span.holds(year))
    }

    /// All its spans of years.
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        std::iter::once(self.span).chain(self.again.iter().copied())
    }

    /// The name in a year.
    #[must_use]
    pub fn name_in(&self, year: Option<i32>) -> &Text {
        year.and_then(|year| self.names.iter().find(|(span, _)| span.holds(year)))
            .map_or(&self.name, |(_, name)| name)
    }

    /// The highest possible value in a year, where it is known.
    #[must_use]
    pub fn max_in(&self, year: i32) -> Option<f64> {
        self.maxima
            .iter()
            .find(|(span, _)| span.holds(year))
            .map(|(_, max)| *max)
            .or(self.scale.map(|(_, max)| max))
    }
}

/// The rules that held for a span of years.
#[derive(Clone, Debug, PartialEq)]
pub struct Method {
    /// Its name in addresses and files.
    pub slug: String,
    /// Years under these rules.
    pub span: Span,
    /// Its name.
    pub name: Text,
    /// Number of the decision, such as `876/QĐ-BNV`.
    pub decision: Option<String>,
    /// Day of the decision, ISO.
    pub decided: Option<crate::Date>,
    /// What the rules are, in a sentence.
    pub summary: Text,
}

/// Labels for ranges of the score, valid for certain years only.
#[derive(Clone, Debug, PartialEq)]
pub struct Bands {
    /// Years of these cut-offs.
    pub span: Span,
    /// Label and lowest value, from the best down.
    pub cuts: Vec<(String, f64)>,
}

/// What may be said about a pair of years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The same rules: changes mean something.
    SameMethod,
    /// The rules changed: a difference is not a movement.
    MethodChanged,
    /// The sources read do not say whether the rules stayed: not held to be comparable.
    Unclear,
    /// The provinces changed: a rank of 63 is not a rank of 34.
    UnitsChanged,
}

impl Verdict {
    /// True when a change between the two years may be read as a movement.
    #[must_use]
    pub const fn comparable(self) -> bool {
        matches!(self, Self::SameMethod)
    }
}

/// The catalogue's word on one pair of years.
#[derive(Clone, Debug, PartialEq)]
pub struct PairVerdict {
    /// The earlier year.
    pub from: i32,
    /// The later year.
    pub to: i32,
    /// The verdict.
    pub verdict: Verdict,
    /// Why, in a sentence.
    pub reason: Text,
    /// Number of the decision that made the change.
    pub decision: Option<String>,
}

/// An indicator with everything known about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Its name in addresses and files, such as `par_index`.
    pub slug: String,
    /// What kind of number it is.
    pub kind: Kind,
    /// Unit of its values.
    pub unit: Unit,
    /// Lowest and highest possible value of the headline figure.
    pub scale: Option<(f64, f64)>,
    /// Which way is better.
    pub direction: Direction,
    /// Decimals shown.
    pub decimals: u8,
    /// Where its ranks come from.
    pub ranks: RankPolicy,
    /// The share of its best-covered year that a year must reach to be shown first, 0 to 1, where it is not
    /// [`ENOUGH`](crate::ENOUGH).
    pub enough: Option<f64>,
    /// Full name.
    pub name: Text,
    /// Short name.
    pub short: Text,
    /// What it measures and what it does not.
    pub description: Text,
    /// Who publishes it.
    pub publisher: Text,
    /// Terms of use of the figures.
    pub licence: Text,
    /// How to cite it.
    pub citation: Text,
    /// What is counted ("dịch vụ"), for counts and coverage.
    pub counted_as: Option<Text>,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// Components; the first is the headline figure.
    pub components: Vec<Component>,
    /// Methods in order of their years.
    pub methods: Vec<Method>,
    /// Bands by years.
    pub bands: Vec<Bands>,
    /// Verdicts on pairs of years.
    pub verdicts: Vec<PairVerdict>,
    /// How the headline figure follows from the domains, by years.
    pub sums: Vec<SumRule>,
    /// Components whose counts make up that of another, by years.
    pub wholes: Vec<Whole>,
}

/// A count that others make up: every procedure is online in full, in part, or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// Years in which it holds.
    pub span: Span,
    /// The component that is made up.
    pub whole: ComponentId,
    /// The components that make it up, at least two, in the order in which they are shown.
    pub parts: Vec<ComponentId>,
}

impl Indicator {
    /// The component with this id. Ids come only from this indicator.
    #[must_use]
    pub fn component(&self, id: ComponentId) -> &Component {
        &self.components[usize::from(id.0)]
    }

    /// The component with this name in addresses.
    #[must_use]
    pub fn component_by_slug(&self, slug: &str) -> Option<ComponentId> {
        let at = self.components.iter().position(|c| c.slug == slug)?;
        u16::try_from(at).ok().map(ComponentId)
    }

    /// All components with their ids.
    pub fn components(&self) -> impl Iterator<Item = (ComponentId, &Component)> {
        self.components
            .iter()
            .enumerate()
            .filter_map(|(i, c)| u16::try_from(i).ok().map(|i| (ComponentId(i), c)))
    }

    /// Direct parts of a component.
    pub fn parts(&self, of: ComponentId) -> impl Iterator<Item = (ComponentId, &Component)> {
        self.components().filter(move |(_, c)| c.parent == Some(of))
    }

    /// The method of a year.
    #[must_use]
    pub fn method(&self, year: i32) -> Option<&Method> {
        self.methods.iter().find(|m| m.span.holds(year))
    }

    /// The parts that the headline figure is made of or stands beside, in a year: not the
    /// parts of parts, and not blocks of points counted another way.
    pub fn domains(&self, year: i32) -> impl Iterator<Item = (ComponentId, &Component)> {
        self.components()
            .skip(1)
            .filter(move |(_, c)| c.parent.is_none() && !c.block && c.exists_in(year))
    }

    /// Decimals of a component's values.
    #[must_use]
    pub fn decimals(&self, component: ComponentId) -> u8 {
        self.component(component).decimals.unwrap_or(self.decimals)
    }

    /// Unit of a component's values.
    #[must_use]
    pub fn unit(&self, component: ComponentId) -> Unit {
        self.component(component).unit.unwrap_or(self.unit)
    }

    /// Direction of a component.
    #[must_use]
    pub fn direction(&self, component: ComponentId) -> Direction {
        self.component(component).direction.unwrap_or(self.direction)
    }

    /// Scale of a component in a year, where it is known.
    #[must_use]
    pub fn scale(&self, component: ComponentId, year: i32) -> Option<(f64, f64)> {
        let part = self.component(component);
        match part.max_in(year) {
            Some(max) => Some((part.scale.map_or(0.0, |(min, _)| min), max)),
            None if component == ComponentId::TOTAL => self.scale,
            None => None,
        }
    }

    /// The band of a headline value in a year, where bands were published for that year.
    #[must_use]
    pub fn band(&self, year: i32, value: f64) -> Option<&str> {
        let bands = self.bands.iter().find(|b| b.span.holds(year))?;
        bands
            .cuts
            .iter()
            .find(|(_, min)| value >= *min)
            .map(|(label, _)| label.as_str())
    }

    /// What may be said about two years, the earlier first.
    ///
    /// A verdict of the catalogue on that very pair counts first. Otherwise the first break
    /// between the two years decides. Without one they are comparable: the catalogue is
    /// checked to hold a verdict on every step from one method to the next.
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

/// The verdict on a pair of years, with what there is to say about it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparability<'a> {
    /// The verdict.
    pub verdict: Verdict,
    /// The catalogue's words, where it has them.
    pub pair: Option<&'a PairVerdict>,
    /// The method of both years, or of the later one.
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
