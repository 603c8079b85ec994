//! Tile maps for the tests.

use domain::chart::*;

use crate::cases::{model, name};

/// Positions of the tiles: a long and narrow country with this many provinces, and two places at sea.
const SHAPE_63: [&str; 15] = [
    "..####....",
    ".#######..",
    "######.#..",
    ".######...",
    "..####....",
    "...##.....",
    "...##.....",
    "....##...p",
    "....##....",
    "....###...",
    ".....##...",
    "....###...",
    "..######..",
    ".######..p",
    "..##......",
];
const SHAPE_34: [&str; 11] = [
    ".##....", "######.", "#####..", ".##....", ".##....", "..##...", "..##..p", "..##...", ".###...", "####..p",
    ".#.....",
];

fn map(shape: &[&str], classes: usize, diverging: bool) -> ChartModel {
    let mut tiles: Vec<Tile> = Vec::new();
    for (row, line) in shape.iter().enumerate() {
        for (column, sign) in line.chars().enumerate().filter(|(_, sign)| *sign != '.') {
            let index = tiles.len();
            let name = if sign == 'p' && row < 8 {
                "Hoàng Sa".to_owned()
            } else if sign == 'p' {
                "Trường Sa".to_owned()
            } else {
                name(index)
            };
            let initials: String = name.split_whitespace().filter_map(|word| word.chars().next()).collect();
            let no_data = index % 17 == 16;
            let fill = match sign {
                'p' => TileFill::Place,
                _ if no_data => TileFill::NoData,
                _ => TileFill::Class(index * 7 % classes),
            };
            tiles.push(Tile {
                column: column as u8 + 2,
                row: row as u8 + 1,
                short: initials.chars().filter(|c| c.is_alphabetic()).take(4).collect(),
                name,
                text: match fill {
                    TileFill::Class(_) => format!("{},{:02}", 50 + index % 20, index % 100),
                    TileFill::NoData => "Không công bố".into(),
                    TileFill::Place => String::new(),
                },
                fill,
                marked: index == 20,
            });
        }
    }
    let count = |fill: TileFill| tiles.iter().filter(|tile| tile.fill == fill).count();
    let class = |at: usize| TileClass {
        label: if diverging {
            ["giảm trên 2", "giảm đến 2", "không đổi", "tăng đến 2", "tăng trên 2"][at].into()
        } else {
            format!("{},5–{}", 50 + at * 5, 55 + at * 5)
        },
        count: count(TileFill::Class(at)),
    };
    model(ChartBody::Tiles(Tiles {
        classes: (0..classes).map(class).collect(),
        diverging,
        no_data: "Không có số liệu".into(),
        no_data_count: count(TileFill::NoData),
        tiles,
    }))
}

pub(crate) fn map_63() -> ChartModel {
    map(&SHAPE_63, 5, false)
}

pub(crate) fn map_34() -> ChartModel {
    map(&SHAPE_34, 5, true)
}

/// Two classes, one tile far from the other, and labels as wide as possible.
pub(crate) fn sparse() -> ChartModel {
    let mut model = map(&["#.........#", "...........", "p.........#"], 2, false);
    if let ChartBody::Tiles(tiles) = &mut model.body {
        tiles.tiles[0].short = "MWẴĐ".into();
        tiles.tiles[1].text = "−1.234,56 điểm".into();
        tiles.classes[0].label = "Một mức có tên rất dài mà không ai nên viết như vậy trong chú giải".into();
    }
    model
}
