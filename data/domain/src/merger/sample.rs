//! Small registers and figures for tests.

use std::sync::Arc;

use crate::{
    Approx, AsOf, Basis, Catalogue, Claim, Component, ComponentId, Date, Direction, Edition, Figure, FigureKey,
    Indicator, IndicatorId, Kind, Listed, Place, Province, ProvinceId, Provinces, Quantity, RankPolicy, Region,
    RegionId, Snapshot, Source, SourceId, SourceKind, Span, Text, Unit,
};

pub(super) const YEAR: i32 = 2020;

pub(super) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(super) fn text(text: &str) -> Text {
    Text::new(text, text)
}

pub(super) fn indicator(kind: Kind, unit: Unit) -> Indicator {
    let component = Component {
        slug: "overall".into(),
        name: text("overall"),
        names: Vec::new(),
        aliases: Vec::new(),
        headings: Vec::new(),
        parent: None,
        block: false,
        span: Span { from: 2000, to: 2030 },
        maxima: Vec::new(),
        direction: None,
        decimals: None,
        unit: None,
        scale: None,
        description: None,
    };
    Indicator {
        slug: "measure".into(),
        kind,
        unit,
        scale: None,
        direction: Direction::Higher,
        decimals: 2,
        ranks: RankPolicy::PublishedOrComputed,
        name: text("Measure"),
        short: text("Measure"),
        description: Text::default(),
        publisher: Text::default(),
        licence: Text::default(),
        citation: Text::default(),
        counted_as: None,
        aliases: Vec::new(),
        components: vec![component],
        methods: Vec::new(),
        bands: Vec::new(),
        verdicts: Vec::new(),
        sums: Vec::new(),
    }
}

pub(super) fn unit(slug: &str, code: &str, listed: Listed) -> Province {
    let (from, to) = match listed {
        Listed::Of63 => (None, Some(day("2025-06-30"))),
        Listed::Of34 => (Some(day("2025-07-01")), None),
        Listed::Both => (None, None),
    };
    Province {
        slug: slug.into(),
        code: code.into(),
        listed,
        city: false,
        // "a-63" and "a" bear one name, as Lào Cai and Lào Cai do.
        name: text(slug.trim_end_matches("-63")),
        earlier_names: Vec::new(),
        from,
        to,
        successor: None,
        region: RegionId(0),
        regions: vec![RegionId(0)],
    }
}

/// A register in which group `g` has so many old units: one means that it stayed as it was.
pub(super) fn register(groups: &[usize]) -> Provinces {
    let mut list = Vec::new();
    for (g, size) in groups.iter().enumerate() {
        let new = ProvinceId(u16::try_from(list.len()).unwrap());
        if *size == 1 {
            list.push(unit(&format!("p{g}"), &format!("{g:02}"), Listed::Both));
            continue;
        }
        list.push(unit(&format!("p{g}"), &format!("{g:02}"), Listed::Of34));
        for old in 0..*size {
            let slug = if old == 0 {
                format!("p{g}-63")
            } else {
                format!("a{g}x{old}")
            };
            let mut part = unit(&slug, &format!("{g}{old}"), Listed::Of63);
            part.successor = Some(new);
            list.push(part);
        }
    }
    let region = Region {
        slug: "all".into(),
        scheme: "six-63".into(),
        name: text("All"),
    };
    Provinces::new(list, vec![region], Vec::new())
}

#[derive(Clone, Copy)]
pub(super) struct Said {
    pub(super) value: f64,
    pub(super) of: Option<f64>,
    pub(super) approx: Option<Approx>,
    pub(super) as_of: Option<AsOf>,
}

pub(super) fn exact(value: f64) -> Said {
    Said {
        value,
        of: None,
        approx: None,
        as_of: None,
    }
}

pub(super) fn figure(province: ProvinceId, said: Said) -> Figure {
    let key = FigureKey {
        indicator: IndicatorId(0),
        component: ComponentId::TOTAL,
        place: Place::Province(province),
        basis: Basis::Of63,
        year: Some(YEAR),
        as_of: said.as_of,
    };
    let claim = Claim {
        value: Some(Quantity {
            value: said.value,
            digits: 0,
            approx: said.approx,
        }),
        of: said.of,
        rank: None,
        rank_of: None,
        tier: None,
        interval: None,
        missing: None,
        source: SourceId(0),
        origin: String::new(),
        note: None,
    };
    Figure::new(key, vec![claim])
}

pub(super) fn snapshot(about: Indicator, provinces: Provinces, figures: Vec<Figure>) -> Snapshot {
    let source = Source {
        slug: "s".into(),
        title: "S".into(),
        publisher: String::new(),
        url: String::new(),
        published: String::new(),
        kind: SourceKind::Publisher,
        note: String::new(),
    };
    let catalogue = Catalogue {
        indicators: vec![about],
        provinces,
        sources: vec![source],
        ..Catalogue::default()
    };
    let edition = Edition {
        number: 1,
        published: day("2026-11-21"),
        note: Text::default(),
        rows: figures.len(),
    };
    Snapshot::new(edition, Arc::new(catalogue), figures)
}

pub(super) fn count() -> Indicator {
    Indicator {
        ranks: RankPolicy::None,
        ..indicator(Kind::Count, Unit::Count)
    }
}
