//! Tests of choices as form fields.

use super::*;
use crate::upload::{MethodAnswer, MethodChoice, MethodDetails};

#[test]
fn choices_round_trip_as_form_fields() {
    let choices = Choices {
        sheet: Some("Tổng hợp".into()),
        rows: Some((12, 80)),
        also: [
            (2, ":PCI: 2016".parse().unwrap()),
            (3, "90-170:Tổng hợp".parse().unwrap()),
        ]
        .into(),
        header: Some((3, 2)),
        encoding: Some(Encoding::Tcvn3),
        separator: Some('\t'),
        decimal: Some(Decimal::Comma),
        indicator: Some("pci".into()),
        year: Some(2016),
        as_of: "2021-Q2".parse().ok(),
        fractions: true,
        columns: [(3, "value:entry:".parse().unwrap()), (4, Role::Ignore)].into(),
        places: [
            ("Tp. HCM".into(), "ho-chi-minh-63".into()),
            ("Tổng".into(), String::new()),
        ]
        .into(),
        mode: Mode::ReplaceYear,
        absent: [("quang-ninh".into(), Missing::NotPublished)].into(),
        reasons: [(IssueKind::Jump, "Đã đối chiếu báo cáo gốc".into())].into(),
        source: Some(SourceChoice::New(NewSource {
            title: "PCI 2016".into(),
            publisher: "VCCI".into(),
            url: String::new(),
            published: "2017-03-14".into(),
            kind: SourceKind::Publisher,
        })),
        new_indicator: NewIndicator {
            name: "Chỉ số mới".into(),
            scale_max: "mười".into(),
            ..NewIndicator::default()
        },
        method: method_answers(),
        components: [
            ("bias".into(), ComponentChoice::Continue),
            ("land".into(), ComponentChoice::End),
        ]
        .into(),
        begin: [
            ("7".into(), part(true, "Chuyển đổi số")),
            ("Môi trường".into(), part(true, "")),
        ]
        .into(),
        correction: Some(CorrectionChoice::Show("Báo cáo gốc".into())),
    };
    let pairs = choices.to_pairs();
    let read = Choices::from_pairs(pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())));
    assert_eq!(read, Ok(choices));
    assert_eq!(Choices::from_pairs([]), Ok(Choices::default()));
}

#[test]
fn corrections_round_trip_as_form_fields() {
    for choice in [
        CorrectionChoice::Figure,
        CorrectionChoice::Show("Vì thế".into()),
        CorrectionChoice::ShowAll,
    ] {
        let pairs = choice.pairs();
        let read = Choices::from_pairs(pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())));
        assert_eq!(read.unwrap().correction, Some(choice));
    }
    // A choice between sources needs a reason.
    for bad in [vec![("correction", "show")], vec![("correction", "x")]] {
        assert_eq!(Choices::from_pairs(bad).unwrap_err()[0].name, "correction");
    }
}

fn part(on: bool, name: &str) -> ComponentPart {
    ComponentPart {
        on,
        name: name.to_owned(),
        name_en: String::new(),
        parent: on.then(|| "land".to_owned()),
    }
}

fn method_answers() -> MethodAnswers {
    let all = MethodAnswer {
        choice: Some(MethodChoice::New),
        details: MethodDetails {
            name: "Bộ chỉ số mới".into(),
            decision: "999/QĐ-BNV".into(),
            date: "32/13/2025".into(),
            note: "Thêm hai tiêu chí".into(),
            next_changed: true,
            ..MethodDetails::default()
        },
    };
    let same = MethodAnswer {
        choice: Some(MethodChoice::Same(Some(2016))),
        details: MethodDetails::default(),
    };
    MethodAnswers {
        all,
        years: [(2017, same)].into(),
    }
}

#[test]
fn a_typed_method_is_not_lost() {
    let read = |pairs: &[(&str, &str)]| Choices::from_pairs(pairs.iter().copied()).unwrap().method.all;
    let typed = read(&[("method_name", "Bộ chỉ số mới")]);
    assert_eq!(typed.choice, Some(MethodChoice::New));
    let other = read(&[("method", "unknown"), ("method_name", "Bộ chỉ số mới")]);
    assert_eq!(
        (other.choice, other.details.name.as_str()),
        (Some(MethodChoice::Unknown), "Bộ chỉ số mới")
    );
    let bad = Choices::from_pairs([("method", "old"), ("method.2017", "same:x"), ("component.land", "stop")]);
    let names: Vec<String> = bad.unwrap_err().into_iter().map(|b| b.name).collect();
    assert_eq!(names, ["method", "method.2017", "component.land"]);
}

#[test]
fn bad_fields_are_reported() {
    let read = Choices::from_pairs([("year", "20x6"), ("mode", "delete"), ("place.Hue", "?"), ("other", "1")]);
    let names: Vec<String> = read.unwrap_err().into_iter().map(|b| b.name).collect();
    assert_eq!(names, ["year", "mode"]);
}

#[test]
fn a_typed_source_takes_precedence_over_the_list() {
    let read = |pairs: &[(&str, &str)]| Choices::readable(pairs.iter().copied());
    for list in ["", "new"] {
        let (choices, bad) = read(&[
            ("source", list),
            ("source_title", "PCI 2024"),
            ("source_published", "6/4/2025"),
        ]);
        let Some(SourceChoice::New(new)) = choices.source else {
            panic!("{list}: a new source");
        };
        assert_eq!((new.title.as_str(), new.published.as_str()), ("PCI 2024", "2025-04-06"));
        assert_eq!(bad, []);
    }
    let (choices, bad) = read(&[("source", "vcci-2016"), ("source_title", "")]);
    assert_eq!(choices.source, Some(SourceChoice::Known("vcci-2016".into())));
    assert_eq!(bad, []);
    // With both, the form does not guess which is meant, and keeps what was typed.
    let (choices, bad) = read(&[("source", "vcci-2016"), ("source_title", "PCI 2024")]);
    assert!(matches!(choices.source, Some(SourceChoice::New(_))));
    assert_eq!((bad[0].name.as_str(), bad[0].found.as_str()), ("source", "vcci-2016"));
}

#[test]
fn publication_dates_are_parsed_in_common_notations() {
    for (typed, read) in [
        ("06/04/2025", Some("2025-04-06")),
        ("6-4-2025", Some("2025-04-06")),
        ("6.4.2025", Some("2025-04-06")),
        ("2025-04-06", Some("2025-04-06")),
        ("4/2025", Some("2025-04")),
        ("2025-04", Some("2025-04")),
        ("2025", Some("2025")),
        ("29/02/2024", Some("2024-02-29")),
        ("29/02/2025", None),
        ("04/16/2025", None),
        ("06/04/25", None),
        ("tháng 4", None),
        ("13/2025", None),
    ] {
        let (choices, bad) = Choices::readable([("source_title", "PCI"), ("source_published", typed)]);
        let Some(SourceChoice::New(new)) = choices.source else {
            panic!("{typed}: a new source");
        };
        assert_eq!(new.published, read.unwrap_or(typed), "{typed}");
        assert_eq!(bad.is_empty(), read.is_some(), "{typed}");
    }
}
