//! A small country in which two provinces became one.

use std::sync::{Arc, LazyLock};

use domain::{
    Catalogue, Claim, Component, ComponentId, Date, Edition, Figure, FigureKey, Indicator, IndicatorId, Kind, Listed,
    Missing, Place, Population, Province, ProvinceId, ProvinceList, Provinces, Quantity, RankPolicy, Region, RegionId,
    Snapshot, Source, SourceId, SourceKind, Text, Unit, chart::ChartModel,
};

use crate::{
    Assets, Backend, Body, ChartSize, Request, SharedBackend,
    export::{self, Export, ExportParts},
    views::tests::{
        attribute,
        sample::{both, indicator},
        tags,
    },
};

/// Provinces in the order of their ids.
pub(super) const UNITS: [(&str, &str, &str, Listed); 5] = [
    ("lao-cai", "15", "Lào Cai", Listed::Since2025),
    ("lao-cai-63", "10", "Lào Cai", Listed::Before2025),
    ("yen-bai", "15", "Yên Bái", Listed::Before2025),
    ("ha-noi", "01", "Hà Nội", Listed::Both),
    ("ha-tay", "28", "Hà Tây", Listed::Before2025),
];

pub(super) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(super) fn province((slug, code, name, listed): (&str, &str, &str, Listed)) -> Province {
    let (from, to) = match (slug, listed) {
        ("ha-tay", _) => (None, Some(day("2008-07-31"))),
        (_, Listed::Before2025) => (None, Some(day("2025-06-30"))),
        (_, Listed::Since2025) => (Some(day("2025-07-01")), None),
        (_, Listed::Both) => (None, None),
    };
    let successor = match slug {
        "lao-cai-63" | "yen-bai" => Some(ProvinceId(0)),
        "ha-tay" => Some(ProvinceId(3)),
        _ => None,
    };
    let region = RegionId(u16::from(listed == Listed::Since2025));
    Province {
        slug: slug.into(),
        code: code.into(),
        listed,
        city: false,
        name: both(name),
        earlier_names: Vec::new(),
        from,
        to,
        successor,
        region,
        regions: if listed == Listed::Both {
            vec![RegionId(0), RegionId(2)]
        } else {
            vec![region]
        },
    }
}

pub(super) fn services() -> Indicator {
    let all = indicator();
    let total = Component {
        parent: None,
        ..all.components[0].clone()
    };
    Indicator {
        slug: "services".into(),
        kind: Kind::Count,
        unit: Unit::Count,
        scale: None,
        decimals: 0,
        ranks: RankPolicy::None,
        short: both("Dịch vụ"),
        name: both("Dịch vụ"),
        counted_as: Some(both("dịch vụ")),
        components: vec![total],
        ..all
    }
}

pub(super) fn figure(of: u16, place: u16, year: i32, value: Option<f64>, as_of: Option<&str>) -> Figure {
    let key = FigureKey {
        indicator: IndicatorId(of),
        component: ComponentId::TOTAL,
        place: Place::Province(ProvinceId(place)),
        basis: ProvinceList::Before2025,
        year: Some(year),
        as_of: as_of.map(|text| text.parse().unwrap()),
    };
    let scored = of == 0;
    let claim = Claim {
        value: value.map(|value| Quantity {
            value,
            digits: 2,
            approx: None,
        }),
        of: None,
        rank: (scored && year == 2016 && value.is_some()).then_some(place),
        rank_of: scored.then_some(63),
        tier: None,
        interval: None,
        missing: value.is_none().then_some(Missing::NotSurveyed),
        source: SourceId(0),
        origin: String::new(),
        note: None,
    };
    Figure::new(key, vec![claim])
}

pub(super) fn figures() -> Vec<Figure> {
    vec![
        figure(0, 1, 2015, Some(62.5), None),
        figure(0, 2, 2015, Some(56.0), None),
        figure(0, 1, 2016, Some(63.49), None),
        figure(0, 2, 2016, Some(57.99), None),
        figure(0, 3, 2016, Some(60.0), None),
        figure(0, 1, 2007, Some(50.0), None),
        figure(0, 3, 2007, Some(55.5), None),
        figure(0, 4, 2007, Some(41.25), None),
        figure(0, 2, 2007, None, None),
        figure(1, 1, 2020, Some(1000.0), Some("2020-12")),
        figure(1, 2, 2020, Some(217.0), Some("2020-12")),
        figure(1, 3, 2020, Some(300.0), Some("2020-12")),
        figure(1, 1, 2021, Some(1000.0), Some("2021-06")),
        figure(1, 2, 2021, Some(217.0), Some("2021-12")),
    ]
}

pub(super) fn snapshot(populations: Vec<Population>) -> Arc<Snapshot> {
    let region = |slug: &str, scheme: &str, name: &str| Region {
        slug: slug.into(),
        scheme: scheme.into(),
        name: both(name),
    };
    let regions = vec![
        region("bac-63", "six-63", "Bắc cũ"),
        region("bac-34", "six-34", "Tây Bắc mới"),
        region("hong-34", "six-34", "Sông Hồng mới"),
    ];
    let source = |slug: &str, title: &str| Source {
        slug: slug.into(),
        title: title.into(),
        publisher: String::new(),
        url: String::new(),
        published: String::new(),
        kind: SourceKind::Publisher,
        note: String::new(),
    };
    let provinces = Provinces::new(UNITS.map(province).into(), regions, Vec::new());
    let catalogue = Catalogue {
        indicators: vec![indicator(), services()],
        provinces: provinces.with_populations(populations),
        sources: vec![source("pci", "Báo cáo"), source("census", "Tổng điều tra (bịa để thử)")],
        ..Catalogue::default()
    };
    let edition = Edition {
        number: 7,
        published: day("2026-11-21"),
        note: Text::default(),
        rows: 14,
    };
    Arc::new(Snapshot::new(edition, Arc::new(catalogue), figures()))
}

pub(crate) struct Merged(Arc<Snapshot>, Assets);

impl Backend for Merged {
    fn snapshot(&self, edition: Option<u32>) -> Option<Arc<Snapshot>> {
        edition.is_none_or(|n| n == 7).then(|| Arc::clone(&self.0))
    }

    fn chart(&self, _: &ChartModel, _: &str, size: ChartSize) -> String {
        format!(r#"<svg viewBox="0 0 {} 300"></svg>"#, size.width)
    }

    fn origin(&self) -> &str {
        "https://thuocdo.example.vn"
    }

    fn assets(&self) -> &Assets {
        &self.1
    }
}

pub(super) static PLAIN: LazyLock<Arc<Snapshot>> = LazyLock::new(|| snapshot(Vec::new()));

pub(crate) fn backend() -> SharedBackend {
    Arc::new(Merged(Arc::clone(&PLAIN), Assets::default()))
}

/// With people made up for the test.
pub(super) fn peopled() -> SharedBackend {
    let people = |place, people| Population {
        province: ProvinceId(place),
        year: 2016,
        people,
        source: SourceId(1),
    };
    Arc::new(Merged(
        snapshot(vec![people(1, 100), people(2, 300)]),
        Assets::default(),
    ))
}

pub(super) fn asked_of(backend: &SharedBackend, address: &str) -> (u16, String) {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let response = crate::render(backend, &Request { path, query });
    let (Body::Html(text) | Body::Fragment(text) | Body::Feed(text) | Body::Redirect(text)) = response.body;
    (response.status, text)
}

pub(super) fn page(address: &str) -> String {
    let (status, html) = asked_of(&backend(), address);
    assert_eq!(status, 200, "{address}");
    html
}

/// What a reader reads: without tags, white space in one piece.
pub(super) fn read(html: &str) -> String {
    let mut text = String::new();
    let main = html.split_once("<main").map_or(html, |(_, main)| main);
    for piece in main.split('<').skip(1) {
        if let Some((tag, rest)) = piece.split_once('>') {
            if !matches!(tag, "b" | "/b" | "small" | "/small" | "span class=\"rank\"") {
                text.push(' ');
            }
            text.push_str(rest);
        }
    }
    let text = text.replace("&amp;", "&").replace("&quot;", "\"");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn says(html: &str, words: &str) -> bool {
    read(html).contains(words)
}

pub(super) fn links(html: &str) -> Vec<String> {
    let main = html.split_once("<main").unwrap().1;
    tags(main, "a")
        .iter()
        .filter_map(|tag| attribute(tag, "href"))
        .collect()
}

pub(super) fn made(backend: &SharedBackend, view: &str, query: &str) -> Export {
    export::export(backend, view, query, ExportParts::Both)
        .unwrap_or_else(|response| panic!("{view}: {}", response.status))
}
