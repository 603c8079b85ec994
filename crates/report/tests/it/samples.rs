//! Handwritten briefings.

use domain::{
    Date, Lang,
    briefing::{Block, BriefColumn, BriefSource, BriefTable, Briefing, Paper, Phrase, Section},
    data_table::Citation,
};
use report::Fonts;

pub(crate) const FONTS: Fonts = Fonts {
    regular: include_bytes!("../../../../style/fonts/ttf/SourceSans3_400Regular.ttf"),
    semibold: include_bytes!("../../../../style/fonts/ttf/SourceSans3_600SemiBold.ttf"),
    fallback: include_bytes!("../../../../style/fonts/cjk/NotoSansCJKsc-Regular.otf"),
};

/// A long name, as a hostile file might contain.
pub(crate) const LONG: &str = "Tỉnh có tên rất dài được nhập nhầm từ một bảng tính không ai kiểm tra lại";

pub(crate) fn table(rows: usize, name: &str) -> Block {
    let cell = |text: String| Phrase::plain(text);
    Block::Table(BriefTable {
        caption: "Số mới nhất của từng chỉ số".into(),
        columns: vec![
            BriefColumn::text("Chỉ số"),
            BriefColumn::number("Giá trị"),
            BriefColumn::number("Hạng"),
            BriefColumn::text("So với năm trước"),
        ],
        rows: (1..=rows)
            .map(|row| {
                vec![
                    cell(format!("{name} {row}")),
                    Phrase::sourced(format!("{row},25"), vec![1, 2]),
                    cell(format!("{row}/63 (tính)")),
                    cell("≠ không so sánh được với năm 2018".into()),
                ]
            })
            .collect(),
        notes: vec!["Hạng ghi “tính” là do Thước Đo tính từ bảng đầy đủ.".into()],
    })
}

pub(crate) fn section(id: &'static str, heading: &str, yields: u8, blocks: Vec<Block>) -> Section {
    Section {
        id,
        heading: heading.into(),
        yields,
        blocks,
    }
}

pub(crate) fn sources(count: usize) -> Section {
    let source = |n| BriefSource {
        text: format!("Báo cáo số {n} của Bộ Nội vụ (2024)"),
        url: if n % 2 == 0 {
            String::new()
        } else {
            format!("https://example.vn/{n}")
        },
    };
    section(
        "sources",
        "Nguồn",
        1,
        vec![Block::Sources((1..=count).map(source).collect())],
    )
}

/// A typical province's briefing: title, text, list, table, sources.
pub(crate) fn usual() -> Briefing {
    let points = [
        "Nghệ An lên 7 bậc ở PCI 2016.",
        "Ẵ ỷ Đ ợ: Hà Nội – Đắk Lắk, Thừa Thiên Huế",
    ];
    briefing(vec![
        section(
            "short",
            "Tóm tắt",
            0,
            vec![
                Block::Text(Phrase::plain("Có số của 8/10 chỉ số.")),
                Block::List(points.map(Phrase::plain).into()),
            ],
        ),
        section("standing", "Vị trí hiện tại", 0, vec![table(9, "Chỉ số thứ")]),
        section(
            "conflicts",
            "Nguồn không thống nhất",
            2,
            vec![Block::Small("Không có.".into())],
        ),
        sources(4),
    ])
}

pub(crate) fn briefing(sections: Vec<Section>) -> Briefing {
    Briefing {
        lang: Lang::Vi,
        title: "Nghệ An: bản tóm tắt".into(),
        subtitle: "Tỉnh, Bắc Trung Bộ. Bản dữ liệu số 1, công bố ngày 30/6/2025.".into(),
        sections,
        paper: Paper {
            head: "Nghệ An. Thước Đo, bản dữ liệu số 1, 30/6/2025".into(),
            foot: "https://thuocdo.example.vn/vi/provinces/nghe-an/briefing?edition=1".into(),
        },
        citation: Citation {
            key: "thuocdo-nghe-an-briefing-1".into(),
            author: "Thước Đo".into(),
            title: "Nghệ An".into(),
            publisher: "Thước Đo".into(),
            edition: 1,
            published: Date::new(2025, 6, 30).unwrap(),
            url: "https://thuocdo.example.vn/vi/provinces/nghe-an/briefing?edition=1".into(),
            text: "Thước Đo, bản dữ liệu số 1.".into(),
        },
        frozen: true,
        page: "https://thuocdo.example.vn/vi/provinces/nghe-an/briefing?edition=1".into(),
        name: "nghe-an-briefing".into(),
    }
}

pub(crate) fn briefing_in(lang: Lang) -> Briefing {
    Briefing { lang, ..usual() }
}
