//! Text that exports add around cells: constants as formulas, apostrophes, quotes, damage.

use domain::upload::IssueKind;

use super::{
    assert_all_same,
    tables::{Line, pci, table, text},
    upload,
};

const PCI: &[(&str, &str)] = &[("indicator", "pci"), ("year", "2016")];

#[test]
fn constants_written_as_formulas_are_their_texts() {
    let lines = pci();
    let doubled = |t: &str| format!("\"=\"\"{t}\"\"\"");
    let plain = |t: &str| format!("=\"{t}\"");
    let all = |head: &str, cut: &str, wrap: &dyn Fn(&str) -> String| {
        text(head, &lines, |_, l: &Line| {
            [&l.code, &l.name, &l.value, &l.rank].map(|t| wrap(t)).join(cut)
        })
        .into_bytes()
    };
    let codes = text("Mã;Tỉnh;Điểm PCI;Xếp hạng", &lines, |_, l| {
        format!("=\"{}\";{};{};{}", l.code, l.name, l.comma(), l.rank)
    });
    let numbers = text("Mã;Tỉnh;Điểm PCI;Xếp hạng", &lines, |_, l| {
        format!("{};{};={};={}", l.code, l.name, l.value, l.rank)
    });
    let spaced = text("Mã;Tỉnh;Điểm PCI;Xếp hạng", &lines, |_, l| {
        format!("= \"{}\";{}; =\"{}\" ;{}", l.code, l.name, l.comma(), l.rank)
    });
    assert_all_same(&[
        ("a.csv", all("Mã,Tỉnh,Điểm PCI,Xếp hạng", ",", &plain), PCI, 63),
        ("b.csv", all("Mã,Tỉnh,Điểm PCI,Xếp hạng", ",", &doubled), PCI, 63),
        ("c.tsv", all("Mã\tTỉnh\tĐiểm PCI\tXếp hạng", "\t", &plain), PCI, 63),
        (
            "d.csv",
            all("=\"Mã\";=\"Tỉnh\";=\"Điểm PCI\";=\"Xếp hạng\"", ";", &plain),
            PCI,
            63,
        ),
        ("e.csv", codes.into_bytes(), PCI, 63),
        ("f.csv", numbers.into_bytes(), PCI, 63),
        ("g.csv", spaced.into_bytes(), PCI, 63),
    ]);
}

#[test]
fn guarding_apostrophes_are_not_part_of_a_cell() {
    let lines = pci();
    let guarded = text("'Mã;'Tỉnh;'Điểm PCI;'Xếp hạng", &lines, |_, l| {
        format!("'{};'{};'{};'{}", l.code, l.name, l.comma(), l.rank)
    });
    let curly = text("Mã;Tỉnh;Điểm PCI;Xếp hạng", &lines, |_, l| {
        format!("’{};{};’{};{}", l.code, l.name, l.comma(), l.rank)
    });
    let quoted = text("Mã,Tỉnh,Điểm PCI,Xếp hạng", &lines, |_, l| {
        format!("\"'{}\",\"{}\",\"'{}\",'{}", l.code, l.name, l.comma(), l.rank)
    });
    let tab = text("Mã;Tỉnh;Điểm PCI;Xếp hạng", &lines, |_, l| {
        format!("\"\t{}\";{};\"\t{}\";{}", l.code, l.name, l.comma(), l.rank)
    });
    let papi = table("papi", "total", 2018);
    let dashes = text("'Tỉnh;'PAPI 2018", &papi, |_, l| {
        let value = if l.value.is_empty() { "'-".to_owned() } else { l.comma() };
        format!("{};{value}", l.name)
    });
    assert_all_same(&[
        ("a.csv", guarded.into_bytes(), PCI, 63),
        ("b.csv", curly.into_bytes(), PCI, 63),
        ("c.csv", quoted.into_bytes(), PCI, 63),
        ("d.csv", tab.into_bytes(), PCI, 63),
        ("e.csv", dashes.into_bytes(), &[("indicator", "papi")], papi.len()),
    ]);
}

#[test]
fn characters_lost_to_question_marks_are_reported_once() {
    let lines = pci();
    let lost = |t: &str| {
        t.chars()
            .map(|c| if c.is_ascii() { c } else { '?' })
            .collect::<String>()
    };
    let latin = |t: &str| {
        t.chars()
            .map(|c| if u32::from(c) < 256 { c } else { '?' })
            .collect::<String>()
    };
    let black = |t: &str| {
        t.chars()
            .map(|c| if c.is_ascii() { c } else { '\u{FFFD}' })
            .collect::<String>()
    };
    let whole = text("Tỉnh, thành phố;Điểm PCI;Xếp hạng", &lines, |_, l| {
        format!("{};{};{}", l.name, l.comma(), l.rank)
    });
    for damaged in [lost(&whole), latin(&whole), black(&whole)] {
        let outcome = upload("a.csv", damaged.as_bytes(), PCI);
        let reported = outcome.issues(IssueKind::DamagedText).len() + outcome.issues(IssueKind::BrokenText).len();
        assert_eq!(reported, 1, "{}", outcome.summary());
        assert!(
            outcome.changes.is_empty() && outcome.reading.issues.len() < 4,
            "{}",
            outcome.summary()
        );
    }
    // A remark that ends with a question mark is not damage.
    let with_question = whole + "Số liệu này đúng chưa?;;\r\n";
    upload("a.csv", with_question.as_bytes(), PCI).assert_same(63);
}

#[test]
fn titles_with_commas_and_padded_rows() {
    let lines = pci();
    let body = text(
        "TT,\"Tỉnh, thành phố\",Điểm PCI,Xếp hạng",
        &lines,
        |at, l| format!("{},{},{},{}", at + 1, l.name, l.value, l.rank),
    );
    let empty = ",,,\r\n".repeat(40);
    let title = "Bảng 3.1, Chỉ số năng lực cạnh tranh, cấp tỉnh, năm 2016\r\n";
    let quoted = "\"Bảng 3.1, Chỉ số năng lực cạnh tranh cấp tỉnh (PCI), năm 2016\"\r\n";
    let long = "Bảng 3.1, Chỉ số năng lực, cạnh tranh, cấp tỉnh, của, các tỉnh, năm 2016\r\n";
    let source = "Nguồn: VCCI, Báo cáo PCI 2016, trang 12, công bố ngày 14/3/2017\r\n";
    let note = "Ghi chú: Điểm càng cao, chất lượng điều hành càng tốt\r\n";
    let fields: &[(&str, &str)] = &[("indicator", "pci")];
    let padded = body.replace("\r\n", ",,,\r\n");
    assert_all_same(&[
        (
            "a.csv",
            format!("{title}\r\n{body}{empty}{source}").into_bytes(),
            fields,
            63,
        ),
        (
            "b.csv",
            format!("{quoted}{body}{source}{note}").into_bytes(),
            fields,
            63,
        ),
        (
            "c.csv",
            format!("{long}{body}\r\n{note}\r\n{source}{empty}").into_bytes(),
            fields,
            63,
        ),
        (
            "d.csv",
            format!("{quoted},,,\r\n{padded}{empty}").into_bytes(),
            fields,
            63,
        ),
        (
            "e.csv",
            format!("{quoted}(Đơn vị tính: điểm)\r\n{body}\r\nNguồn: VCCI.\r\n").into_bytes(),
            fields,
            63,
        ),
        (
            "f.csv",
            format!("{quoted}{body}{source}Tổng hợp: Hà Nội, ngày 14/3/2017\r\n").into_bytes(),
            fields,
            63,
        ),
    ]);
}

#[test]
fn numbers_with_exponents_and_grouped_thousands() {
    let lines = pci();
    let exponent = |l: &Line, comma: bool| {
        let value: f64 = l.value.parse().unwrap();
        let text = format!("{value:.6e}").to_uppercase();
        let (mantissa, power) = text.split_once('E').unwrap();
        let text = format!("{mantissa}E+{power:0>2}");
        if comma { text.replace('.', ",") } else { text }
    };
    let with = |f: &dyn Fn(&Line) -> String| {
        text("Tỉnh;Điểm PCI;Xếp hạng", &lines, |_, l| {
            format!("{};{};{}", l.name, f(l), l.rank)
        })
        .into_bytes()
    };
    assert_all_same(&[
        ("a.csv", with(&|l| exponent(l, true)), PCI, 63),
        ("b.csv", with(&|l| exponent(l, false)), PCI, 63),
        ("c.csv", with(&|l| exponent(l, true).to_lowercase()), PCI, 63),
        ("d.csv", with(&|l| format!("{} điểm", l.comma())), PCI, 63),
    ]);
}
