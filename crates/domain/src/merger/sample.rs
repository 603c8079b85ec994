//! Small province registers and figures for tests.

use std::sync::Arc;

use crate::{
    Approx, AsOf, Catalogue, Claim, ComponentId, Date, Figure, FigureKey, Indicator, IndicatorId, Kind, Listed, Place,
    Province, ProvinceId, ProvinceList, Provinces, Quantity, RankPolicy, Snapshot, Source, SourceKind, Unit,
    test_parts,
    test_parts::{edition, region},
};

pub(super) use crate::test_parts::text;

pub(super) const YEAR: i32 = 2020;

pub(super) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(super) fn indicator(kind: Kind, unit: Unit) -> Indicator {
    Indicator {
        kind,
        unit,
        ..test_parts::indicator("measure", &["overall"])
    }
}

pub(super) fn unit(slug: &str, code: &str, listed: Listed) -> Province {
    let (from, to) = match listed {
        Listed::Before2025 => (None, Some(day("2025-06-30"))),
        Listed::Since2025 => (Some(day("2025-07-01")), None),
        Listed::Both => (None, None),
    };
    Province {
        code: code.into(),
        listed,
        // "a-63" and "a" have the same name, as the former and the present Lào Cai do.
        name: text(slug.trim_end_matches("-63")),
        from,
        to,
        ..test_parts::province(slug)
    }
}

/// A register in which present province `g` has `groups[g]` former units; 1 means that it was left unchanged.
pub(super) fn register(groups: &[usize]) -> Provinces {
    let mut list = Vec::new();
    for (g, size) in groups.iter().enumerate() {
        let new = ProvinceId(u16::try_from(list.len()).unwrap());
        if *size == 1 {
            list.push(unit(&format!("p{g}"), &format!("{g:02}"), Listed::Both));
            continue;
        }
        list.push(unit(&format!("p{g}"), &format!("{g:02}"), Listed::Since2025));
        for old in 0..*size {
            let slug = if old == 0 {
                format!("p{g}-63")
            } else {
                format!("a{g}x{old}")
            };
            let mut part = unit(&slug, &format!("{g}{old}"), Listed::Before2025);
            part.successor = Some(new);
            list.push(part);
        }
    }
    Provinces::new(list, vec![region()], Vec::new())
}

#[derive(Clone, Copy)]
/// The claim of a test figure.
pub(super) struct TestClaim {
    pub(super) value: f64,
    pub(super) of: Option<f64>,
    pub(super) approx: Option<Approx>,
    pub(super) as_of: Option<AsOf>,
}

pub(super) fn exact(value: f64) -> TestClaim {
    TestClaim {
        value,
        of: None,
        approx: None,
        as_of: None,
    }
}

pub(super) fn figure(province: ProvinceId, test_claim: TestClaim) -> Figure {
    let key = FigureKey {
        indicator: IndicatorId(0),
        component: ComponentId::TOTAL,
        place: Place::Province(province),
        basis: ProvinceList::Before2025,
        year: Some(YEAR),
        as_of: test_claim.as_of,
    };
    let claim = Claim {
        value: Some(Quantity {
            value: test_claim.value,
            digits: 0,
            approx: test_claim.approx,
        }),
        of: test_claim.of,
        ..test_parts::claim(None)
    };
    Figure::new(key, vec![claim])
}

pub(super) fn snapshot(indicator: Indicator, provinces: Provinces, figures: Vec<Figure>) -> Snapshot {
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
        indicators: vec![indicator],
        provinces,
        sources: vec![source],
        ..Catalogue::default()
    };
    Snapshot::new(edition(1, figures.len()), Arc::new(catalogue), figures)
}

pub(super) fn count() -> Indicator {
    Indicator {
        ranks: RankPolicy::None,
        ..indicator(Kind::Count, Unit::Count)
    }
}
