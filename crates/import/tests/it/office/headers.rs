//! Headers with two and three rows: merged dimensions above their parts, each with a total.

use domain::ComponentId;

use super::{
    tables::table,
    upload,
    workbook_builder::{Sheet, WorkbookBuilder, letters},
};
use crate::shared::{edition, indicator};

/// The layout that a writer chooses for the same header.
#[derive(Clone, Copy, Debug)]
struct Style {
    /// Whether the total is before the parts.
    total_first: bool,
    /// The name of a dimension's total; `{}` is replaced by the dimension.
    total: &'static str,
    /// Whether dimensions are numbered ("1. ").
    numbered: bool,
    /// Whether dimension headings are merged cells; otherwise only the first cell is filled.
    merged: bool,
    english: bool,
}

const PLAIN: Style = Style {
    total_first: false,
    total: "Tổng điểm",
    numbered: true,
    merged: true,
    english: false,
};

/// Returns a year of PAPI, with dimensions above sub-dimensions, and its number of figures.
fn papi(year: i32, style: Style) -> (Vec<u8>, usize) {
    let papi = edition().catalogue.indicator(indicator("papi"));
    let name = |id: ComponentId| {
        let name = &papi.component(id).name;
        if style.english {
            name.en.clone()
        } else {
            name.vi.clone()
        }
    };
    let exists = |id: ComponentId| papi.component(id).exists_in(year);
    let dimensions = papi
        .components()
        .filter(|(id, part)| *id != ComponentId::TOTAL && part.parent.is_none() && !part.block && exists(*id));
    let mut sheet = Sheet::new(&format!("PAPI {year}"));
    sheet.text(1, 0, &format!("Kết quả chỉ số PAPI năm {year}"));
    let place = if style.english {
        "Province"
    } else {
        "Tỉnh/Thành phố"
    };
    sheet.text(2, 0, "STT").text(2, 1, place).merge("A2:A3").merge("B2:B3");
    let mut columns: Vec<ComponentId> = Vec::new();
    for (number, (dimension, _)) in (1..).zip(dimensions) {
        let parts: Vec<ComponentId> = papi
            .components()
            .filter(|(id, part)| part.parent == Some(dimension) && exists(*id))
            .map(|(id, _)| id)
            .collect();
        let number_of = |at: usize| {
            if style.numbered {
                format!("{number}.{at} ")
            } else {
                String::new()
            }
        };
        let head = if style.numbered {
            format!("{number}. {}", name(dimension))
        } else {
            name(dimension)
        };
        let first = 2 + columns.len();
        sheet.text(2, first, &head);
        let mut below: Vec<(ComponentId, String)> = (1..)
            .zip(&parts)
            .map(|(at, id)| (*id, format!("{}{}", number_of(at), name(*id))))
            .collect();
        let total = (dimension, style.total.replace("{}", &name(dimension)));
        if style.total_first {
            below.insert(0, total);
        } else {
            below.push(total);
        }
        for (at, (id, text)) in below.iter().enumerate() {
            sheet.text(3, first + at, text);
            columns.push(*id);
        }
        if style.merged {
            sheet.merge(&format!("{}2:{}2", letters(first), letters(first + below.len() - 1)));
        }
    }
    let last = 2 + columns.len();
    sheet.text(
        2,
        last,
        if style.english {
            "PAPI score"
        } else {
            "Chỉ số PAPI tổng hợp"
        },
    );
    sheet.merge(&format!("{0}2:{0}3", letters(last)));
    columns.push(ComponentId::TOTAL);
    let mut read = 0;
    for (column, id) in (2..).zip(&columns) {
        for (row, line) in (4..).zip(table("papi", &papi.component(*id).slug, year)) {
            sheet
                .number(row, 0, &(row - 3).to_string())
                .text(row, 1, &line.name)
                .number(row, column, &line.value);
            read += 1;
        }
    }
    (WorkbookBuilder::of(sheet).bytes(), read)
}

#[test]
fn totals_under_dimensions_are_those_of_the_dimensions() {
    let styles = [
        PLAIN,
        Style {
            total: "Tổng", ..PLAIN
        },
        Style {
            total: "Tổng điểm nội dung",
            ..PLAIN
        },
        Style {
            total: "Điểm", ..PLAIN
        },
        Style {
            total: "Điểm chung",
            ..PLAIN
        },
        Style {
            total: "Tổng điểm {}",
            ..PLAIN
        },
        Style {
            total: "Cộng", ..PLAIN
        },
        Style {
            total: "Điểm nội dung",
            total_first: true,
            ..PLAIN
        },
        Style {
            total_first: true,
            ..PLAIN
        },
        Style {
            numbered: false,
            ..PLAIN
        },
        Style { merged: false, ..PLAIN },
        Style {
            english: true,
            total: "Total",
            ..PLAIN
        },
        Style {
            english: true,
            total: "Dimension score",
            ..PLAIN
        },
        Style {
            english: true,
            total: "Overall",
            total_first: true,
            numbered: false,
            ..PLAIN
        },
    ];
    let mut wrong = Vec::new();
    for year in [2017, 2015] {
        for style in styles {
            let (bytes, figures) = papi(year, style);
            let outcome = upload("papi.xlsx", &bytes, &[("indicator", "papi")]);
            if !outcome.is_same(figures) {
                wrong.push(format!("{style:?} {figures}\n{}", outcome.summary()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n\n"));
}

/// A question about an unknown column names the dimension above it, and the column becomes a part of that.
#[test]
fn a_new_part_is_offered_below_its_dimension() {
    let papi = edition().catalogue.indicator(indicator("papi"));
    let year = papi.methods.first().unwrap().span.from - 1;
    let mut sheet = Sheet::new("PAPI");
    sheet.text(1, 0, &format!("Kết quả chỉ số PAPI năm {year}"));
    sheet
        .texts(2, &["Tỉnh/Thành phố", "2. Công khai, minh bạch trong ra quyết định"])
        .merge("B2:D2");
    for (column, head) in [
        (1, "2.1 Danh sách hộ nghèo"),
        (2, "2.9 Nước sạch nông thôn"),
        (3, "Tổng điểm"),
    ] {
        sheet.text(3, column, head);
    }
    let lines = table("papi", "transparency", 2012);
    for (row, line) in (4..).zip(&lines) {
        let other = format!("1.{row:02}");
        sheet
            .text(row, 0, &line.name)
            .number(row, 1, &other)
            .number(row, 2, &other)
            .number(row, 3, &line.value);
    }
    let bytes = WorkbookBuilder::of(sheet).bytes();
    let fields = [("indicator", "papi"), ("method", "same")];
    let questions = upload("papi.xlsx", &bytes, &fields).reading.questions.unknown;
    assert_eq!(questions.len(), 1, "{questions:?}");
    assert_eq!(
        (questions[0].name.as_str(), questions[0].of.as_str()),
        ("Nước sạch nông thôn", "3")
    );
    assert_eq!(questions[0].parent.as_deref(), Some("transparency"));
    for (parent, expected) in [
        (None, Some("transparency")),
        (Some("accountability"), Some("accountability")),
        (Some(""), None),
    ] {
        let mut fields = [&fields[..], &[("begin.3", "on")]].concat();
        fields.extend(parent.map(|parent| ("begin_parent.3", parent)));
        let outcome = upload("papi.xlsx", &bytes, &fields);
        assert_eq!(outcome.reading.entries.len(), 3 * lines.len(), "{}", outcome.summary());
        let (_, edited) = outcome.reading.questions.edited.as_ref().unwrap();
        let part = edited.components.last().unwrap();
        let found = part.parent.map(|id| edited.component(id).slug.as_str());
        assert_eq!((part.name.vi.as_str(), found), ("Nước sạch nông thôn", expected));
    }
}
