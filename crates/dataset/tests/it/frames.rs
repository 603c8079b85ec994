//! Holds what Polars computes for all tables at once equal to what `domain` computes for one after the other.

use std::sync::{Arc, LazyLock};

use dataset::Loaded;
use domain::{
    Approx, AsOf, Catalogue, Claim, ComponentId, Date, Direction, Edition, Figure, FigureKey, Indicator, IndicatorId,
    Kind, Listed, Missing, Place, Province, ProvinceId, ProvinceList, Provinces, Quantity, RankPolicy, RegionId,
    Snapshot, SourceId, Text,
};
use proptest::prelude::*;

use crate::shared::{files, snapshot};

/// Number of provinces in generated catalogues.
const PROVINCES: u16 = 9;
const POLICIES: [RankPolicy; 4] = [
    RankPolicy::PublishedOrComputed,
    RankPolicy::Groups,
    RankPolicy::Published,
    RankPolicy::None,
];

fn edition() -> Edition {
    Edition {
        number: 1,
        published: Date::new(2026, 11, 21).unwrap(),
        note: Text::default(),
        rows: 0,
    }
}

/// Fails at the first table that differs, with both versions.
fn assert_equal(catalogue: &Arc<Catalogue>, figures: &[Figure]) -> usize {
    let specified = Snapshot::new(edition(), Arc::clone(catalogue), figures.to_vec());
    let loaded = Loaded {
        catalogue: Arc::clone(catalogue),
        figures: figures.to_vec(),
        rows: figures.len(),
    };
    let derived = loaded.snapshot(edition()).unwrap();
    assert_eq!(derived.figures, specified.figures);
    for (derived, specified) in derived.all_tables().zip(specified.all_tables()) {
        assert_eq!(derived, specified);
    }
    assert_eq!(derived.all_tables().len(), specified.all_tables().len());
    assert_eq!(dataset::coverage(&derived), dataset::coverage(&specified));
    derived
        .all_tables()
        .filter(|table| table.rows.iter().any(|row| row.rank.is_some()))
        .count()
}

#[test]
fn all_bundled_tables_are_those_of_the_domain() {
    let loaded = dataset::load(&files()).unwrap();
    assert!(
        assert_equal(&loaded.catalogue, &loaded.figures) > 200,
        "tables with ranks"
    );
}

/// The bundled indicators with other policies, and a few provinces: some in both lists, some that ended or began, two
/// with the same name.
static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| {
    let bundled = snapshot().catalogue;
    let (_, example) = bundled.provinces.alphabetical().next().unwrap();
    let province = |number: u16| Province {
        slug: format!("p{number}"),
        name: if number == 4 { text(3) } else { text(PROVINCES - number) },
        listed: match number % 3 {
            0 => Listed::Before2025,
            1 => Listed::Both,
            _ => Listed::Since2025,
        },
        from: (number == 6).then(|| Date::new(2008, 1, 1).unwrap()),
        to: (number == 3).then(|| Date::new(2009, 6, 30).unwrap()),
        ..example.clone()
    };
    let regions = bundled.provinces.regions().map(|(_, region)| region.clone()).collect();
    let indicators = bundled.indicators.iter().zip(POLICIES.iter().cycle()).enumerate();
    let indicators = indicators.map(|(at, (indicator, policy))| Indicator {
        ranks: *policy,
        direction: if at % 2 == 0 {
            Direction::Higher
        } else {
            Direction::Lower
        },
        kind: if at % 5 == 4 { Kind::Count } else { Kind::Score },
        ..indicator.clone()
    });
    Arc::new(Catalogue {
        indicators: indicators.collect(),
        provinces: Provinces::new((0..PROVINCES).map(province).collect(), regions, Vec::new()),
        sources: bundled.sources.clone(),
        ..Catalogue::default()
    })
});

fn text(number: u16) -> Text {
    Text::new(format!("Tỉnh {number}"), format!("Province {number}"))
}

/// A claim with few different values, so that values tie, agree and conflict.
fn claim() -> impl Strategy<Value = Claim> {
    let value = prop_oneof![
        8 => (-1i32..6, 0u8..3).prop_map(|(value, digits)| Some((f64::from(value) * 0.5, digits))),
        1 => Just(Some((-0.0, 1))),
        1 => Just(None),
    ];
    let approx = prop_oneof![9 => Just(None), 1 => Just(Some(Approx::About)), 1 => Just(Some(Approx::Over))];
    let rank = prop_oneof![4 => Just(None), 1 => (1u16..5).prop_map(Some)];
    let rank_of = prop_oneof![3 => Just(None), 1 => (5u16..8).prop_map(Some)];
    let missing = prop_oneof![
        Just(None),
        Just(Some(Missing::NotPublished)),
        Just(Some(Missing::NotFound))
    ];
    (value, approx, rank, rank_of, missing, 0u16..3).prop_map(|(value, approx, rank, rank_of, missing, source)| Claim {
        value: value.map(|(value, digits)| Quantity { value, digits, approx }),
        of: None,
        rank,
        rank_of,
        tier: None,
        interval: None,
        missing,
        source: SourceId(source),
        origin: String::new(),
        note: None,
    })
}

/// A claim as complete tables have: a value, no rank.
fn plain_claim() -> impl Strategy<Value = Claim> {
    (claim(), 0u8..12).prop_map(|(claim, value)| Claim {
        value: Some(Quantity {
            value: f64::from(value) * 0.25,
            digits: 2,
            approx: None,
        }),
        rank: None,
        ..claim
    })
}

/// The claims about the places of one table, which is complete, ranked by value or anything.
fn claims() -> impl Strategy<Value = Vec<Vec<Claim>>> {
    let cells = usize::from(PROVINCES);
    let anything = prop::collection::vec(prop::collection::vec(claim(), 0..4), cells);
    let complete = || prop::collection::vec(prop::collection::vec(plain_claim(), 1..2), cells);
    let ranked = (complete(), 0usize..20).prop_map(|(mut cells, wrong)| {
        let values: Vec<f64> = cells.iter().map(|claims| claims[0].value.unwrap().value).collect();
        for (at, claims) in cells.iter_mut().enumerate().skip(1) {
            let ahead = values.iter().filter(|value| **value > values[at]).count();
            claims[0].rank = u16::try_from(ahead + 1 + usize::from(at == wrong)).ok();
        }
        cells
    });
    prop_oneof![2 => anything, 2 => complete(), 1 => ranked]
}

fn moment() -> impl Strategy<Value = Option<AsOf>> {
    prop_oneof![
        12 => Just(None),
        1 => Just(Some(AsOf::Mid(2009))),
        1 => Just(Some(AsOf::Undated)),
        1 => Just(Some(AsOf::Quarter(2025, 3))),
        1 => Just(Some(AsOf::Year(2010))),
    ]
}

/// The figures of one table, and sometimes those of its country and of a region.
fn figures() -> impl Strategy<Value = Vec<Figure>> {
    let basis = prop_oneof![3 => Just(ProvinceList::Before2025), 1 => Just(ProvinceList::Since2025)];
    let year = prop_oneof![5 => (2007i32..2011).prop_map(Some), 2 => (2024i32..2027).prop_map(Some), 1 => Just(None)];
    let key = (0u16..5, 0u16..2, basis, year, moment());
    let others = (any::<bool>(), any::<bool>(), moment(), 0usize..30, claim());
    (key, claims(), others).prop_map(|((indicator, component, basis, year, as_of), cells, others)| {
        let components = CATALOGUE.indicator(IndicatorId(indicator)).components().count();
        let key = FigureKey {
            indicator: IndicatorId(indicator),
            component: ComponentId(component % u16::try_from(components).unwrap()),
            place: Place::Nation,
            basis,
            year,
            as_of,
        };
        let (nation, region, moment, at, claim) = others;
        let provinces = (0u16..).map(|number| Place::Province(ProvinceId(number)));
        let mut figures: Vec<Figure> = provinces
            .zip(cells)
            .filter(|(_, claims)| !claims.is_empty())
            .map(|(place, claims)| Figure::new(FigureKey { place, ..key }, claims))
            .collect();
        // One of another moment, and figures of the country and of a region.
        if let Some(figure) = figures.get(at).cloned() {
            let key = FigureKey {
                as_of: moment,
                ..figure.key
            };
            figures.push(Figure::new(key, figure.claims));
        }
        for (wanted, place) in [(nation, Place::Nation), (region, Place::Region(RegionId(1)))] {
            if wanted {
                figures.push(Figure::new(FigureKey { place, ..key }, vec![claim.clone()]));
            }
        }
        figures
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn generated_tables_are_those_of_the_domain(tables in prop::collection::vec(figures(), 0..14)) {
        let figures: Vec<Figure> = tables.into_iter().flatten().collect();
        assert_equal(&CATALOGUE, &figures);
    }
}
