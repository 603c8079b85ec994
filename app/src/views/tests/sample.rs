//! Three provinces, one indicator, two years.

use std::sync::{Arc, LazyLock};

use domain::{
    Catalogue, Claim, Component, ComponentId, Date, Direction, Edition, Figure, FigureKey, Indicator, IndicatorId,
    Kind, Listed, MapTile, Place, Province, ProvinceId, ProvinceList, Provinces, Quantity, RankPolicy, Region,
    RegionId, Snapshot, Source, SourceId, SourceKind, Span, Text, TileMap, TileSubject, Unit, chart::ChartModel,
};

use crate::{Assets, Backend, ChartSize, SharedBackend};

/// A name that needs care in HTML, Markdown and addresses.
pub(crate) const TRAP: &str = "Ẵ \"ỷ\" <b>&[x]";

/// One edition, number 7, with drawings that have a size and nothing else.
pub(crate) struct Small(Assets, Arc<Snapshot>);

impl Backend for Small {
    fn snapshot(&self, edition: Option<u32>) -> Option<Arc<Snapshot>> {
        edition.is_none_or(|n| n == 7).then(|| Arc::clone(&self.1))
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

pub(crate) fn backend() -> SharedBackend {
    Arc::new(Small(Assets::default(), Arc::clone(&SNAPSHOT)))
}

/// The same with another catalogue.
pub(crate) fn with_catalogue(change: impl FnOnce(&mut Catalogue)) -> SharedBackend {
    let mut catalogue = Catalogue::clone(&SNAPSHOT.catalogue);
    change(&mut catalogue);
    let edition = SNAPSHOT.edition.clone();
    let snapshot = Snapshot::new(edition, Arc::new(catalogue), SNAPSHOT.figures.clone());
    Arc::new(Small(Assets::default(), Arc::new(snapshot)))
}

/// The same with another edition's figures.
pub(crate) fn with_snapshot(snapshot: Arc<Snapshot>) -> SharedBackend {
    Arc::new(Small(Assets::default(), snapshot))
}

pub(crate) fn both(text: &str) -> Text {
    Text::new(text, text)
}

pub(crate) fn indicator() -> Indicator {
    let span = Span { from: 2006, to: 2030 };
    let component = |slug: &str, parent| Component {
        slug: slug.into(),
        name: both(slug),
        names: Vec::new(),
        aliases: Vec::new(),
        headings: Vec::new(),
        parent,
        block: false,
        span,
        again: Vec::new(),
        maxima: Vec::new(),
        direction: None,
        decimals: None,
        unit: None,
        scale: None,
        description: None,
    };
    Indicator {
        slug: "pci".into(),
        kind: Kind::Score,
        unit: Unit::Point,
        scale: Some((0.0, 100.0)),
        direction: Direction::Higher,
        decimals: 2,
        ranks: RankPolicy::PublishedOrComputed,
        name: both("Năng lực cạnh tranh"),
        short: both("PCI"),
        description: Text::default(),
        publisher: both("VCCI"),
        licence: Text::default(),
        citation: Text::default(),
        counted_as: None,
        aliases: Vec::new(),
        components: vec![
            component("overall", None),
            component("land", Some(ComponentId::TOTAL)),
            component("entry", Some(ComponentId::TOTAL)),
        ],
        methods: Vec::new(),
        bands: Vec::new(),
        verdicts: Vec::new(),
        enough: None,
        sums: Vec::new(),
        wholes: Vec::new(),
    }
}

fn province((slug, code, name): (&str, &str, &str)) -> Province {
    Province {
        slug: slug.into(),
        code: code.into(),
        listed: Listed::Both,
        city: false,
        name: both(name),
        earlier_names: Vec::new(),
        from: None,
        to: None,
        successor: None,
        region: RegionId(0),
        regions: vec![RegionId(0)],
    }
}

/// A figure with a value and without a rank.
pub(crate) fn figure(year: i32, province: u16, value: f64) -> Figure {
    let first = figures().remove(0);
    let key = FigureKey {
        place: Place::Province(ProvinceId(province)),
        year: Some(year),
        ..first.key
    };
    let mut claim = first.claims[0].clone();
    let digits = 2;
    claim.value = Some(Quantity {
        value,
        digits,
        approx: None,
    });
    claim.rank = None;
    Figure::new(key, vec![claim])
}

pub(crate) fn figures() -> Vec<Figure> {
    let mut all = Vec::new();
    for year in [2015, 2016] {
        for (place, at) in [(0, 60.0), (1, 70.0), (2, 55.5)] {
            for component in 0..3 {
                let key = FigureKey {
                    indicator: IndicatorId(0),
                    component: ComponentId(component),
                    place: Place::Province(ProvinceId(place)),
                    basis: ProvinceList::Before2025,
                    year: Some(year),
                    as_of: None,
                };
                let value = at + f64::from(year - 2015) - f64::from(component);
                let claim = Claim {
                    value: Some(Quantity {
                        value,
                        digits: 2,
                        approx: None,
                    }),
                    of: None,
                    rank: Some(place + 1),
                    rank_of: Some(63),
                    tier: None,
                    interval: None,
                    missing: None,
                    source: SourceId(0),
                    origin: String::new(),
                    note: None,
                };
                all.push(Figure::new(key, vec![claim]));
            }
        }
    }
    all
}

/// A map of the 63 with a named place; the last province stands on none.
fn tiles() -> TileMap {
    let tile = |column, short: &str, subject| MapTile {
        basis: ProvinceList::Before2025,
        subject,
        short: short.into(),
        column,
        row: 0,
    };
    let place = TileSubject::Place {
        name: both("Hoàng Sa"),
        of: ProvinceId(1),
    };
    TileMap::new(vec![
        tile(0, "TR", TileSubject::Province(ProvinceId(0))),
        tile(1, "NA", TileSubject::Province(ProvinceId(1))),
        tile(3, "HS", place),
    ])
}

pub(super) static SNAPSHOT: LazyLock<Arc<Snapshot>> = LazyLock::new(|| Arc::new(snapshot(7, figures())));

/// An edition with these figures.
pub(crate) fn snapshot(number: u32, figures: Vec<Figure>) -> Snapshot {
    snapshot_of(number, indicator(), figures)
}

/// The same of another indicator.
pub(crate) fn snapshot_of(number: u32, indicator: Indicator, figures: Vec<Figure>) -> Snapshot {
    let provinces = [
        ("trap", "90", TRAP),
        ("nghe-an", "40", "Nghệ An"),
        ("ha-noi", "01", "Hà Nội"),
    ];
    let region = Region {
        slug: "bac-bo".into(),
        scheme: "six-63".into(),
        name: both("Bắc Bộ"),
    };
    let source = Source {
        slug: "pci".into(),
        title: "Báo cáo".into(),
        publisher: "VCCI".into(),
        url: "https://pcivietnam.vn".into(),
        published: "2017-03-14".into(),
        kind: SourceKind::Publisher,
        note: String::new(),
    };
    let catalogue = Catalogue {
        indicators: vec![indicator],
        provinces: Provinces::new(provinces.map(province).into(), vec![region], Vec::new()),
        sources: vec![source],
        left_out: Vec::new(),
        tiles: tiles(),
    };
    let edition = Edition {
        number,
        published: Date::new(2026, 11, 21).unwrap(),
        note: Text::default(),
        rows: figures.len(),
    };
    Snapshot::new(edition, Arc::new(catalogue), figures)
}

/// A country of many units, each with a rank and a value in two years; the first is the best.
pub(crate) fn many_units(count: u16) -> SharedBackend {
    let unit = |at: u16| {
        let (slug, code) = (format!("xa-{at}"), format!("{at:05}"));
        province((&slug, &code, &format!("Xã {at:04}")))
    };
    let values = (0..count).flat_map(|at| {
        let value = 90.0 - f64::from(at) / 100.0;
        [2015, 2016].map(|year| figure(year, at, value))
    });
    let mut catalogue = Catalogue::clone(&SNAPSHOT.catalogue);
    let regions: Vec<Region> = catalogue
        .provinces
        .regions()
        .map(|(_, region)| region.clone())
        .collect();
    catalogue.provinces = Provinces::new((0..count).map(unit).collect(), regions, Vec::new());
    let snapshot = Snapshot::new(SNAPSHOT.edition.clone(), Arc::new(catalogue), values.collect());
    with_snapshot(Arc::new(snapshot))
}
