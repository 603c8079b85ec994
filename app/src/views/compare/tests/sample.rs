//! Twelve provinces of which two merge, an indicator with everything, a sparse one and a count.

use std::sync::{Arc, LazyLock};

use domain::{
    AsOf, Bands, Catalogue, Claim, Component, ComponentId, Date, Direction, Edition, Figure, FigureKey, Indicator,
    IndicatorId, Kind, Listed, Method, Missing, PairVerdict, Place, Province, ProvinceId, ProvinceList, Provinces,
    Quantity, RankPolicy, Region, RegionId, Snapshot, Source, SourceId, SourceKind, Span, Text, Unit, Verdict,
    chart::ChartModel,
};

pub(crate) use crate::{Assets, Backend, ChartSize, SharedBackend};

/// One edition, number 7.
pub(super) struct Merged(Assets);

impl Backend for Merged {
    fn snapshot(&self, edition: Option<u32>) -> Option<Arc<Snapshot>> {
        edition.is_none_or(|n| n == 7).then(|| Arc::clone(&SNAPSHOT))
    }

    fn chart(&self, _: &ChartModel, _: &str, size: ChartSize) -> String {
        format!(r#"<svg viewBox="0 0 {} 300"></svg>"#, size.width)
    }

    fn origin(&self) -> &str {
        "https://thuocdo.example.vn"
    }

    fn assets(&self) -> &Assets {
        &self.0
    }
}

pub(super) fn backend() -> SharedBackend {
    Arc::new(Merged(Assets::default()))
}

fn both(text: &str) -> Text {
    Text::new(text, text)
}

const SPAN: Span = Span { from: 2006, to: 2030 };

fn component(slug: &str, scale: Option<(f64, f64)>) -> Component {
    Component {
        slug: slug.into(),
        name: both(slug),
        names: Vec::new(),
        aliases: Vec::new(),
        headings: Vec::new(),
        parent: None,
        block: false,
        span: SPAN,
        again: Vec::new(),
        maxima: Vec::new(),
        direction: None,
        decimals: None,
        unit: None,
        scale,
        description: None,
    }
}

fn indicator(slug: &str, ranks: RankPolicy, components: Vec<Component>) -> Indicator {
    let method = |slug: &str, from, to| Method {
        slug: slug.into(),
        span: Span { from, to },
        name: both(slug),
        decision: None,
        decided: None,
        summary: Text::default(),
    };
    Indicator {
        slug: slug.into(),
        kind: Kind::Score,
        unit: Unit::Point,
        scale: Some((0.0, 100.0)),
        direction: Direction::Higher,
        decimals: 2,
        ranks,
        name: both(slug),
        short: both(&slug.to_uppercase()),
        description: Text::default(),
        publisher: both("VCCI"),
        licence: Text::default(),
        citation: Text::default(),
        counted_as: None,
        aliases: Vec::new(),
        components,
        enough: None,
        sums: Vec::new(),
        wholes: Vec::new(),
        methods: vec![method("old", 2006, 2017), method("new", 2018, 2030)],
        bands: vec![Bands {
            span: SPAN,
            cuts: vec![("A".into(), 67.0), ("B".into(), 0.0)],
        }],
        verdicts: vec![PairVerdict {
            from: 2017,
            to: 2018,
            verdict: Verdict::MethodChanged,
            reason: both("thang mới"),
            decision: None,
        }],
    }
}

fn indicators() -> Vec<Indicator> {
    let ten = Some((0.0, 10.0));
    let pci = vec![
        component("overall", None),
        component("land", ten),
        component("entry", ten),
    ];
    let services = Indicator {
        kind: Kind::Count,
        unit: Unit::Count,
        direction: Direction::Neutral,
        decimals: 0,
        scale: None,
        counted_as: Some(both("dịch vụ")),
        bands: Vec::new(),
        ..indicator("dvc", RankPolicy::None, vec![component("total", None)])
    };
    vec![
        indicator("pci", RankPolicy::PublishedOrComputed, pci),
        indicator("par", RankPolicy::Published, vec![component("overall", None)]),
        services,
    ]
}

/// `t01` to `t10` in both lists, `cu-a` and `cu-b` until they became `moi`. The third has a trap for a name.
fn provinces() -> Provinces {
    let end = Date::new(2025, 6, 30);
    let province = |slug: &str, name: &str, listed, region: u16| Province {
        slug: slug.into(),
        code: "01".into(),
        listed,
        city: slug <= "t02" && slug.starts_with('t'),
        name: both(name),
        earlier_names: Vec::new(),
        from: None,
        to: None,
        successor: None,
        region: RegionId(region),
        regions: vec![RegionId(region)],
    };
    let mut all: Vec<Province> = (1..=10)
        .map(|n| {
            let name = if n == 3 {
                crate::views::tests::sample::TRAP.to_owned()
            } else {
                format!("Tỉnh {n:02}")
            };
            let mut one = province(&format!("t{n:02}"), &name, Listed::Both, u16::from(n == 10));
            one.regions.push(RegionId(2));
            one
        })
        .collect();
    for name in ["Cũ A", "Cũ B"] {
        let slug = if name.ends_with('A') { "cu-a" } else { "cu-b" };
        all.push(Province {
            to: end,
            successor: Some(ProvinceId(12)),
            ..province(slug, name, Listed::Before2025, 1)
        });
    }
    all.push(Province {
        from: Date::new(2025, 7, 1),
        ..province("moi", "Mới", Listed::Since2025, 2)
    });
    let region = |slug: &str, scheme: &str| Region {
        slug: slug.into(),
        scheme: scheme.into(),
        name: both(slug),
    };
    let regions = vec![
        region("bac", "six-63"),
        region("nam", "six-63"),
        region("moi", "six-34"),
    ];
    Provinces::new(all, regions, Vec::new())
}

struct Given {
    indicator: u16,
    component: u16,
    place: u16,
    year: i32,
    value: Option<f64>,
    rank: Option<u16>,
    as_of: Option<AsOf>,
}

fn figure(given: &Given) -> Figure {
    let basis = if given.year >= 2025 {
        ProvinceList::Since2025
    } else {
        ProvinceList::Before2025
    };
    let key = FigureKey {
        indicator: IndicatorId(given.indicator),
        component: ComponentId(given.component),
        place: Place::Province(ProvinceId(given.place)),
        basis,
        year: Some(given.year),
        as_of: given.as_of,
    };
    let quantity = |value| Quantity {
        value,
        digits: 2,
        approx: None,
    };
    let claim = Claim {
        value: given.value.map(quantity),
        of: None,
        rank: given.rank,
        rank_of: given.rank.map(|_| 12),
        tier: None,
        interval: None,
        missing: given.value.is_none().then_some(Missing::NotFound),
        source: SourceId(0),
        origin: String::new(),
        note: None,
    };
    Figure::new(key, vec![claim])
}

/// Province n has 70 − n in every year, but the fifth rises by 2.5 in 2017; complete from 2016 to 2018
/// in the list of 63 and in 2025 in that of 34.
fn figures() -> Vec<Figure> {
    let mut all = Vec::new();
    for year in [2016, 2017, 2018, 2025] {
        let places =
            (0..13u16).filter(|place| (year < 2025 && *place < 12) || (year == 2025 && !(10..12).contains(place)));
        for place in places {
            for component in 0..3u16 {
                let rise = if place == 4 && year >= 2017 { 2.5 } else { 0.0 };
                let value = match component {
                    0 => 70.0 - f64::from(place) + rise,
                    1 => 9.0 - f64::from(place) * 0.5,
                    _ => 5.0 + f64::from(place) * 0.1,
                };
                all.push(figure(&Given {
                    indicator: 0,
                    component,
                    place,
                    year,
                    value: Some(value),
                    rank: None,
                    as_of: None,
                }));
            }
        }
    }
    let sparse = [
        (0, 2023, Some(90.0), Some(1)),
        (1, 2023, None, Some(2)),
        (4, 2023, Some(80.0), None),
        (6, 2023, Some(79.0), Some(9)),
        (0, 2022, Some(89.0), Some(2)),
    ];
    all.extend(sparse.map(|(place, year, value, rank)| {
        figure(&Given {
            indicator: 1,
            component: 0,
            place,
            year,
            value,
            rank,
            as_of: None,
        })
    }));
    let counted = [(0, 120.0, AsOf::Mid(2021)), (1, 20.0, AsOf::End(2021))];
    all.extend(counted.map(|(place, value, moment)| {
        figure(&Given {
            indicator: 2,
            component: 0,
            place,
            year: 2021,
            value: Some(value),
            rank: None,
            as_of: Some(moment),
        })
    }));
    all
}

static SNAPSHOT: LazyLock<Arc<Snapshot>> = LazyLock::new(|| {
    let source = Source {
        slug: "pci".into(),
        title: "Báo cáo".into(),
        publisher: "VCCI".into(),
        url: String::new(),
        published: String::new(),
        kind: SourceKind::Publisher,
        note: String::new(),
    };
    let catalogue = Catalogue {
        indicators: indicators(),
        provinces: provinces(),
        sources: vec![source],
        ..Catalogue::default()
    };
    let edition = Edition {
        number: 7,
        published: Date::new(2026, 11, 21).unwrap(),
        note: Text::default(),
        rows: 1,
    };
    Arc::new(Snapshot::new(edition, Arc::new(catalogue), figures()))
});
