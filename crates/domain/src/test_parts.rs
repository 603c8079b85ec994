//! Minimal indicators, provinces, claims and editions, so that tests specify only what matters to them.

use crate::{
    Claim, Component, Date, Direction, Edition, Indicator, Kind, Listed, Method, Province, Quantity, RankPolicy,
    Region, RegionId, SourceId, Span, Text, Unit,
};

/// A text that is the same in both languages.
pub(crate) fn text(text: &str) -> Text {
    Text::new(text, text)
}

/// A component that exists in all years.
pub(crate) fn component(slug: &str) -> Component {
    Component {
        slug: slug.into(),
        name: text(slug),
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

/// A method for a span of years.
pub(crate) fn method(slug: &str, from: i32, to: i32) -> Method {
    Method {
        slug: slug.into(),
        span: Span { from, to },
        name: text(slug),
        decision: None,
        decided: None,
        summary: Text::default(),
    }
}

/// A ranked score without methods.
pub(crate) fn indicator(slug: &str, components: &[&str]) -> Indicator {
    Indicator {
        slug: slug.into(),
        kind: Kind::Score,
        unit: Unit::Point,
        scale: None,
        direction: Direction::Higher,
        decimals: 2,
        ranks: RankPolicy::PublishedOrComputed,
        name: text(slug),
        short: text(slug),
        description: Text::default(),
        publisher: Text::default(),
        licence: Text::default(),
        citation: Text::default(),
        counted_as: None,
        aliases: Vec::new(),
        components: components.iter().map(|slug| component(slug)).collect(),
        methods: Vec::new(),
        bands: Vec::new(),
        verdicts: Vec::new(),
        enough: None,
        sums: Vec::new(),
        wholes: Vec::new(),
    }
}

/// A province in both lists, in the region of [`region`].
pub(crate) fn province(slug: &str) -> Province {
    Province {
        slug: slug.into(),
        code: slug.into(),
        listed: Listed::Both,
        city: false,
        name: text(slug),
        earlier_names: Vec::new(),
        from: None,
        to: None,
        successor: None,
        region: RegionId(0),
        regions: vec![RegionId(0)],
    }
}

/// The only region.
pub(crate) fn region() -> Region {
    Region {
        slug: "all".into(),
        scheme: "six-63".into(),
        name: text("All"),
    }
}

/// A claim with a value of two decimals, or without a value.
pub(crate) fn claim(value: Option<f64>) -> Claim {
    Claim {
        value: value.map(|value| Quantity {
            value,
            digits: 2,
            approx: None,
        }),
        of: None,
        rank: None,
        rank_of: None,
        tier: None,
        interval: None,
        missing: None,
        source: SourceId(0),
        origin: String::new(),
        note: None,
    }
}

/// An edition with a number of rows.
pub(crate) fn edition(number: u32, rows: usize) -> Edition {
    Edition {
        number,
        published: Date::new(2026, 11, 21).unwrap(),
        note: Text::default(),
        rows,
    }
}
