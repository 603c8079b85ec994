//! Strips, position charts, heat maps and stacked bars for the tests.

use domain::chart::*;

use crate::cases::{emphasis, model, name};

/// Values of `count` provinces, crowded in the middle.
fn value(index: usize, count: usize) -> f64 {
    let share = index as f64 / (count - 1) as f64;
    70.0 - share * 17.0 - (share * 9.0).sin() * 1.5
}

fn formatted(value: f64) -> String {
    format!("{value:.2}").replace('.', ",")
}

/// All provinces of a table; `followed` provinces are highlighted and have a slightly lower earlier value.
pub(crate) fn strip_of(count: usize, followed: &[usize], quarters: bool) -> Strip {
    let mark = |index: usize| {
        let (value, is_followed) = (value(index, count), followed.contains(&index));
        let end = index == 0 || index + 1 == count;
        let text = formatted(value);
        StripMark {
            says: if is_followed || end {
                format!("{} {text}", name(index))
            } else {
                String::new()
            },
            label: name(index),
            value,
            emphasis: emphasis(followed, index),
            before: is_followed.then(|| StripPoint {
                label: "2015".into(),
                value: value - 1.25,
                text: formatted(value - 1.25),
            }),
            text,
        }
    };
    let cuts = [51.5, 57.5, 61.0, 64.5, 70.5];
    let names = [
        "một phần tư thấp nhất",
        "một phần tư thứ ba",
        "một phần tư thứ hai",
        "một phần tư cao nhất",
    ];
    let quarter = |at: usize| StripQuarter {
        from: cuts[at],
        to: cuts[at + 1],
        label: names[at].into(),
    };
    Strip {
        left: 51.5,
        right: 70.5,
        ranks: false,
        marks: (0..count).map(mark).collect(),
        quarters: if quarters {
            (0..4).map(quarter).collect()
        } else {
            Vec::new()
        },
        reference: Some(Reference {
            value: 58.89,
            label: "Trung bình 58,89".into(),
        }),
    }
}

pub(crate) fn strip(count: usize, followed: &[usize]) -> ChartModel {
    model(ChartBody::Strip(strip_of(count, followed, true)))
}

/// By rank, from the last rank at the left; both ends have the same long name.
pub(crate) fn strip_ranks() -> ChartModel {
    let mark = |place: usize| {
        let text = format!("{place}/63");
        let named = place == 4 || place == 61;
        let label = if named {
            "Bà Rịa - Vũng Tàu và 12 tỉnh, thành khác".to_owned()
        } else {
            name(place)
        };
        StripMark {
            says: if named {
                format!("{label}, hạng {text}")
            } else {
                String::new()
            },
            label,
            value: place as f64,
            text,
            ..StripMark::default()
        }
    };
    model(ChartBody::Strip(Strip {
        left: 63.0,
        right: 1.0,
        ranks: true,
        marks: [4, 9, 12, 30, 55, 61].map(mark).to_vec(),
        ..Strip::default()
    }))
}

pub(crate) fn strip_spark() -> ChartModel {
    model(ChartBody::StripSpark(strip_of(12, &[3], true)))
}

/// Rows of each kind: up, down, unchanged, not comparable, without a strip.
pub(crate) fn spine(rows: usize) -> ChartModel {
    let labels = [
        "SIPAS",
        "PAR INDEX",
        "PAPI",
        "PCI",
        "Chuyển đổi số cấp tỉnh (DTI)",
        "Đ ợ Ẵ ỷ <b>",
    ];
    let signs = [
        (ChangeSign::Up, "2", "lên 2 bậc"),
        (ChangeSign::Down, "11", "xuống 11 bậc"),
        (ChangeSign::Apart, "", "không so sánh được"),
        (ChangeSign::Same, "", "giữ nguyên hạng"),
        (ChangeSign::None, "", "chưa có số năm 2022 để so sánh"),
    ];
    let row = |index: usize| {
        let (sign, text, words) = signs[index % signs.len()];
        let without_strip = index % 6 == 5;
        SpineRow {
            label: labels[index % labels.len()].into(),
            year: (2019 + index % 5).to_string(),
            value: if index.is_multiple_of(3) {
                "chưa có điểm".into()
            } else {
                "59,45".into()
            },
            rank: if index % 4 == 2 {
                "37/61 (tính)".into()
            } else {
                format!("{}/63", index + 12)
            },
            change: SpineChange {
                sign,
                text: text.into(),
                words: words.into(),
            },
            strip: if without_strip {
                Strip::default()
            } else {
                strip_of(63, &[index * 9 % 63], !index.is_multiple_of(4))
            },
            note: if without_strip {
                "số lượng, không nói lên tốt hay kém".into()
            } else {
                String::new()
            },
        }
    };
    model(ChartBody::Spine(Spine {
        heads: ["Chỉ số", "Năm", "Giá trị", "Hạng", "Thay đổi hạng"].map(String::from),
        rows: (0..rows).map(row).collect(),
        worse: "kém hơn".into(),
        better: "tốt hơn".into(),
        hollow: "Chấm rỗng: vị trí năm trước, chỉ khi so sánh được".into(),
    }))
}

/// Groups of rows with every kind of cell; the last column has values instead of ranks.
pub(crate) fn heat(groups: &[usize], columns: usize) -> ChartModel {
    let names = [
        "SIPAS",
        "PAR INDEX",
        "PAPI",
        "PCI",
        "DTI",
        "Mức độ cung cấp dịch vụ công trực tuyến",
        "Một cửa",
        "ICT",
    ];
    let mut next = 0;
    let mut row = || {
        next += 1;
        let cell = |column: usize| {
            let rank = (next * (7 + 2 * column)) % 63 + 1;
            let fill = match (next + column) % 11 {
                0 => HeatFill::NoData,
                _ if column + 1 == columns && columns > 2 => HeatFill::Plain,
                _ => HeatFill::Quarter((rank / 16 + 1).min(4) as u8),
            };
            HeatCell {
                text: match fill {
                    HeatFill::NoData => String::new(),
                    HeatFill::Plain => "1.059,45%".into(),
                    HeatFill::Quarter(_) => rank.to_string(),
                },
                says: format!("hạng {rank}/63"),
                fill,
            }
        };
        HeatRow {
            label: name(next - 1),
            cells: (0..columns).map(cell).collect(),
            marked: next == 5,
        }
    };
    let regions = [
        "Trung du và miền núi phía Bắc",
        "Bắc Trung Bộ và duyên hải miền Trung",
        "",
    ];
    let groups = groups.iter().enumerate().map(|(at, rows)| HeatGroup {
        label: if groups.len() == 1 {
            String::new()
        } else {
            regions[at % 2].into()
        },
        rows: (0..*rows).map(|_| row()).collect(),
    });
    let groups: Vec<HeatGroup> = groups.collect();
    model(ChartBody::Heat(Heat {
        columns: (0..columns)
            .map(|column| HeatColumn {
                label: names[column % names.len()].into(),
                year: (2020 + column).to_string(),
            })
            .collect(),
        groups,
        quarters: [
            "một phần tư cao nhất",
            "một phần tư thứ hai",
            "một phần tư thứ ba",
            "một phần tư thấp nhất",
        ]
        .map(String::from),
        no_data: "chưa có số".into(),
        plain: "có số, chưa chia được phần tư".into(),
    }))
}

/// Counts of `count` provinces in three parts, the first of which gets smaller; `followed` provinces are highlighted.
pub(crate) fn stacked(count: usize, followed: &[usize]) -> ChartModel {
    let formatted_count = |value: usize| format!("{value}");
    let row = |index: usize| {
        let parts = [1100 - index * 25, 900 + index * 17, 6 + index * 9 % 300];
        StackedRow {
            label: name(index),
            pieces: parts
                .map(|value| StackedPiece {
                    value: value as f64,
                    text: formatted_count(value),
                })
                .into(),
            text: formatted_count(parts.iter().sum()),
            emphasis: emphasis(followed, index),
        }
    };
    model(ChartBody::Stacked(Stacked {
        parts: ["Toàn trình", "Một phần", "Thủ tục chưa cung cấp trực tuyến"]
            .map(str::to_owned)
            .into(),
        whole: "Tổng số thủ tục hành chính".into(),
        rows: (0..count).map(row).collect(),
    }))
}

/// Returns all strips, position charts, heat maps and stacked bars.
pub(crate) fn all() -> Vec<(&'static str, ChartModel)> {
    vec![
        ("strip-63", strip(63, &[24])),
        ("strip-none", strip(63, &[])),
        ("strip-five", strip(63, &[20, 21, 22, 23, 24])),
        ("strip-ends", strip(63, &[0, 62])),
        ("strip-3", strip(3, &[1])),
        ("strip-ranks", strip_ranks()),
        ("strip-plain", model(ChartBody::Strip(strip_of(34, &[5], false)))),
        ("spine-5", spine(5)),
        ("spine-10", spine(10)),
        ("spine-1", spine(1)),
        ("heat-63", heat(&[11, 14, 14, 5, 6, 13], 5)),
        ("heat-34", heat(&[34], 5)),
        ("heat-wide", heat(&[11, 6], 8)),
        ("heat-one", heat(&[3], 1)),
        ("stacked-34", stacked(34, &[20])),
        ("stacked-1", stacked(1, &[])),
    ]
}
