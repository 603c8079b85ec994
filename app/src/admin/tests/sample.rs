//! A small catalogue, figures, and a file with everything that can be said of one.

use std::sync::{Arc, LazyLock};

use domain::{
    Approx, Catalogue, Claim, Component, ComponentId, Date, Direction, Edition, Figure, FigureKey, Indicator,
    IndicatorId, Kind, Listed, Missing, Moment, Place, Province, ProvinceId, ProvinceList, Provinces, Quantity,
    RankPolicy, Region, RegionId, Snapshot, Source, SourceId, SourceKind, Span, TableKey, Text, TileMap, Unit,
    chart::ChartModel,
    upload::{
        AnswerProblem, Arg, Axis, CellRef, Choices, Column, Confidence, Counts, Decimal, Difference, Encoding, Entry,
        FigureChange, FileColumn, FileFacts, FileKind, Issue, IssueKind, Kind as Change, Layout, MatchedBy, Mode,
        Moved, PlaceMatch, Questions, RankMove, Reading, Role as ColumnRole, Shape, SheetFacts, SourceChoice,
    },
};

use crate::{Assets, Backend, ChartSize};

const NAMES: [(&str, &str, &str); 8] = [
    ("an-giang-63", "89", "An Giang"),
    ("bac-ninh-63", "27", "Bắc Ninh"),
    ("da-nang-63", "48", "Đà Nẵng"),
    ("ha-noi", "01", "Hà Nội"),
    ("ho-chi-minh-63", "79", "Thành phố Hồ Chí Minh"),
    ("nghe-an", "40", "Nghệ An"),
    ("quang-ninh", "22", "Quảng Ninh"),
    ("thua-thien-hue", "46", "Thừa Thiên Huế"),
];

fn text(vi: &str, en: &str) -> Text {
    Text::new(vi, en)
}

const SPAN: Span = Span { from: 2006, to: 2030 };

fn component(slug: &str, vi: &str, en: &str, parent: Option<ComponentId>) -> Component {
    Component {
        slug: slug.into(),
        name: text(vi, en),
        names: Vec::new(),
        aliases: Vec::new(),
        headings: Vec::new(),
        parent,
        block: false,
        span: SPAN,
        again: Vec::new(),
        maxima: Vec::new(),
        direction: None,
        decimals: None,
        unit: None,
        scale: None,
        description: None,
    }
}

fn catalogue() -> Catalogue {
    let pci = Indicator {
        slug: "pci".into(),
        kind: Kind::Score,
        unit: Unit::Point,
        scale: Some((0.0, 100.0)),
        direction: Direction::Higher,
        decimals: 2,
        ranks: RankPolicy::PublishedOrComputed,
        name: text(
            "Chỉ số năng lực cạnh tranh cấp tỉnh",
            "Provincial Competitiveness Index",
        ),
        short: text("PCI", "PCI"),
        description: Text::default(),
        publisher: text("VCCI", "VCCI"),
        licence: Text::default(),
        citation: Text::default(),
        counted_as: None,
        aliases: Vec::new(),
        components: vec![
            component("overall", "PCI", "PCI", None),
            component("entry", "Gia nhập thị trường", "Entry costs", Some(ComponentId::TOTAL)),
            component("land", "Tiếp cận đất đai", "Land access", Some(ComponentId::TOTAL)),
        ],
        methods: Vec::new(),
        bands: Vec::new(),
        verdicts: Vec::new(),
        enough: None,
        sums: Vec::new(),
        wholes: Vec::new(),
    };
    let provinces = NAMES.map(|(slug, code, name)| Province {
        slug: slug.into(),
        code: code.into(),
        listed: if slug.ends_with("-63") {
            Listed::Before2025
        } else {
            Listed::Both
        },
        city: false,
        name: text(name, name),
        earlier_names: Vec::new(),
        from: None,
        to: Date::new(2025, 6, 30).filter(|_| slug.ends_with("-63")),
        successor: None,
        region: RegionId(0),
        regions: vec![RegionId(0)],
    });
    let region = Region {
        slug: "bac-bo".into(),
        scheme: "six-63".into(),
        name: text("Bắc Bộ", "The North"),
    };
    let source = |slug: &str, title: &str, kind| Source {
        slug: slug.into(),
        title: title.into(),
        publisher: "VCCI".into(),
        url: "https://pcivietnam.vn".into(),
        published: "2017-03-14".into(),
        kind,
        note: String::new(),
    };
    Catalogue {
        indicators: vec![pci],
        provinces: Provinces::new(provinces.into(), vec![region], Vec::new()),
        sources: vec![
            source("pci-2016", "Báo cáo PCI 2016", SourceKind::Publisher),
            source("bao-2017", "Bảng xếp hạng PCI 2016 (báo)", SourceKind::Press),
        ],
        left_out: Vec::new(),
        tiles: TileMap::default(),
    }
}

pub(super) fn key(province: u16, component: u16) -> FigureKey {
    FigureKey {
        indicator: IndicatorId(0),
        component: ComponentId(component),
        place: Place::Province(ProvinceId(province)),
        basis: ProvinceList::Before2025,
        year: Some(2016),
        as_of: None,
    }
}

pub(super) fn claim(value: f64, rank: Option<u16>) -> Claim {
    Claim {
        value: Some(Quantity {
            value,
            digits: 2,
            approx: None::<Approx>,
        }),
        of: None,
        rank,
        rank_of: rank.map(|_| 63),
        tier: None,
        interval: None,
        missing: None,
        source: SourceId(0),
        origin: String::new(),
        note: None,
    }
}

fn snapshot(number: u32, values: &[f64]) -> Snapshot {
    let figures = values
        .iter()
        .zip(0..)
        .map(|(value, at)| Figure::new(key(at, 0), vec![claim(*value, None)]));
    let edition = Edition {
        number,
        published: Date::new(2026, 11, 21).unwrap(),
        note: text("Bổ sung PCI 2016", "PCI 2016 added"),
        rows: values.len(),
    };
    Snapshot::new(edition, Arc::new(catalogue()), figures.collect())
}

pub(super) static NOW: LazyLock<Snapshot> = LazyLock::new(|| snapshot(7, &[57.1, 60.2, 70.0, 60.74, 61.72]));
pub(super) static AFTER: LazyLock<Snapshot> =
    LazyLock::new(|| snapshot(8, &[57.1, 60.35, 70.0, 60.74, 61.72, 58.45, 65.6]));

/// Nothing but an empty bundle.
pub(super) struct Bare(pub(super) Assets);

impl Backend for Bare {
    fn snapshot(&self, _: Option<u32>) -> Option<Arc<Snapshot>> {
        None
    }

    fn chart(&self, _: &ChartModel, _: &str, _: ChartSize) -> String {
        String::new()
    }

    fn origin(&self) -> &str {
        "http://127.0.0.1:3000"
    }

    fn assets(&self) -> &Assets {
        &self.0
    }
}

fn column(at: u32, name: &str, samples: &[&str], role: &str, confidence: Confidence) -> Column {
    Column {
        at,
        name: name.into(),
        part_of: None,
        samples: samples.iter().map(|s| (*s).to_owned()).collect(),
        filled: 63,
        role: role.parse::<ColumnRole>().unwrap(),
        confidence,
    }
}

fn place(found: &str, row: u32, place: Option<u16>, how: MatchedBy, near: &[u16]) -> PlaceMatch {
    PlaceMatch {
        found: found.into(),
        at: CellRef {
            sheet: 1,
            row,
            column: 2,
        },
        count: 1,
        place: place.map(|id| Place::Province(ProvinceId(id))),
        how,
        near: near.iter().map(|id| ProvinceId(*id)).collect(),
    }
}

pub(super) fn issue(kind: IssueKind, row: u32, column: u32, found: &str, args: Vec<Arg>) -> Issue {
    Issue::new(kind, CellRef { sheet: 1, row, column }, found, args)
}

/// A workbook with three errors, warnings, and names to decide.
pub(super) fn reading() -> Reading {
    let sheet = |name: &str, fit, year, hidden| SheetFacts {
        name: name.into(),
        hidden,
        rows: 70,
        columns: 14,
        fit,
        year,
    };
    let both = |text: &str| Arg::Text(text.into());
    Reading {
        file: Some(FileFacts {
            kind: FileKind::Xlsx,
            encoding: None,
            separator: None,
            decimal: Some(Decimal::Comma),
        }),
        sheets: vec![
            sheet("Bìa", 0, None, false),
            sheet("Tổng hợp 2016", 189, Some(2016), false),
            sheet("Nháp 2015", 180, Some(2015), true),
        ],
        sheet: Some(1),
        layout: Some(Layout {
            shape: Shape::Wide,
            axis: Axis::Columns,
            header: 4,
            header_rows: 2,
            rows: (6, 68),
            titles: vec!["Chỉ số năng lực cạnh tranh cấp tỉnh năm 2016".into()],
        }),
        further: Vec::new(),
        columns: vec![
            column(1, "TT", &["1", "2", "3"], "number", Confidence::Certain),
            column(
                2,
                "Tỉnh/Thành phố",
                &["An Giang", "Bắc Ninh", "Đà Nẵng"],
                "province",
                Confidence::Certain,
            ),
            column(
                3,
                "Điểm tổng hợp PCI",
                &["57,10", "60,35", "70,00"],
                "value:overall:",
                Confidence::High,
            ),
            column(
                4,
                "Gia nhập TT",
                &["8,30", "8,71", "9,10"],
                "value:entry:",
                Confidence::Low,
            ),
            column(5, "Ghi chú nội bộ", &["đã rà soát"], "ignore", Confidence::High),
            column(6, "Đất đai", &["6,20", "5,95"], "value:land:", Confidence::Chosen),
        ],
        indicator: Some(IndicatorId(0)),
        years: vec![2016],
        places: vec![
            place("An Giang", 6, Some(0), MatchedBy::Exact, &[]),
            place("Bac Ninh", 7, Some(1), MatchedBy::Folded, &[]),
            place("Nghệ Án", 9, None, MatchedBy::Near, &[5, 0]),
            place("Tỉnh Hà Tây cũ", 10, None, MatchedBy::Nothing, &[]),
            place("Tp. HCM", 11, Some(4), MatchedBy::Chosen, &[]),
            place("Tổng", 69, None, MatchedBy::Chosen, &[]),
        ],
        absent: vec![ProvinceId(6), ProvinceId(7)],
        entries: (0..6)
            .map(|at| Entry {
                key: key(at, 0),
                claim: claim(60.0, None),
                at: CellRef::default(),
            })
            .collect(),
        issues: vec![
            issue(IssueKind::NotANumber, 14, 3, "86,6a", Vec::new()),
            issue(
                IssueKind::OutOfScale,
                20,
                3,
                "865,0",
                vec![Arg::Number(0.0, 0), Arg::Number(100.0, 0)],
            ),
            issue(IssueKind::NearProvince, 9, 2, "Nghệ Án", vec![both("Nghệ An")]),
            issue(IssueKind::AbsentProvince, 0, 0, "", vec![both("Quảng Ninh")]),
            issue(
                IssueKind::Jump,
                30,
                3,
                "70,00",
                vec![Arg::Number(58.0, 2), Arg::Year(2015), both("Đà Nẵng")],
            ),
            issue(IssueKind::UnknownColumn, 4, 5, "Ghi chú nội bộ", Vec::new()),
            issue(IssueKind::TitleRows, 1, 0, "", vec![Arg::Number(3.0, 0)]),
        ],
        questions: Questions {
            years: vec![2016],
            problems: vec![(2016, AnswerProblem::NotAnswered)],
            unknown: vec![FileColumn {
                of: "9".into(),
                name: "Chuyển đổi <số>".into(),
                year: None,
                parent: None,
            }],
            ..Questions::default()
        },
    }
}

/// What an editor chose for it.
pub(super) fn choices() -> Choices {
    Choices {
        header: Some((4, 2)),
        columns: [(6, "value:land:".parse().unwrap()), (40, ColumnRole::Ignore)].into(),
        places: [
            ("Tp. HCM".into(), "ho-chi-minh-63".into()),
            ("Tổng".into(), String::new()),
            ("Không còn trong tệp".into(), "nghe-an".into()),
        ]
        .into(),
        absent: [
            ("*".into(), Missing::NotPublished),
            ("quang-ninh".into(), Missing::NotSurveyed),
        ]
        .into(),
        reasons: [(IssueKind::Jump, "Đã đối chiếu với báo cáo gốc".into())].into(),
        source: Some(SourceChoice::Known("pci-2016".into())),
        encoding: Some(Encoding::Utf8),
        ..Choices::default()
    }
}

pub(super) fn difference() -> Difference {
    let change = |province, kind, before: Option<f64>, after: Option<f64>| FigureChange {
        key: key(province, 0),
        kind,
        before: before.map(|v| claim(v, Some(9))).into_iter().collect(),
        after: after.map(|v| claim(v, Some(7))).into_iter().collect(),
    };
    Difference {
        counts: Counts {
            added: 2,
            changed: 1,
            removed: 1,
            unchanged: 1685,
            kept: 4,
        },
        changes: vec![
            change(5, Change::Added, None, Some(58.45)),
            change(6, Change::Added, None, Some(65.6)),
            change(1, Change::Changed, Some(60.2), Some(60.35)),
            change(7, Change::Removed, Some(59.68), None),
        ],
        movers: vec![Moved { change: 2, by: 0.15 }],
        ranks: vec![
            RankMove {
                table: TableKey {
                    indicator: IndicatorId(0),
                    component: ComponentId::TOTAL,
                    basis: ProvinceList::Before2025,
                    year: 2016,
                },
                province: ProvinceId(1),
                before: Some(9),
                after: Some(7),
                bands: Some((Some("Khá".into()), Some("Tốt".into()))),
            },
            RankMove {
                table: TableKey {
                    indicator: IndicatorId(0),
                    component: ComponentId::TOTAL,
                    basis: ProvinceList::Before2025,
                    year: 2016,
                },
                province: ProvinceId(5),
                before: None,
                after: Some(25),
                bands: None,
            },
        ],
        files: vec!["catalogue/aliases.csv".into()],
    }
}

pub(super) fn modes() -> Vec<(Mode, Counts)> {
    let counts = |added, changed, removed, kept| Counts {
        added,
        changed,
        removed,
        unchanged: 1685,
        kept,
    };
    vec![
        (Mode::Add, counts(2, 0, 0, 4)),
        (Mode::Update, counts(2, 1, 0, 0)),
        (Mode::ReplaceYear, counts(2, 1, 1, 0)),
        (Mode::Beside, counts(2, 1, 0, 0)),
    ]
}

pub(super) const AT: Moment = Moment(1_795_230_000_000);
