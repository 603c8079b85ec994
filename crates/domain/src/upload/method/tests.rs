//! Tests of answers for years after, before and between the years of a catalogue.

use std::collections::BTreeSet;

use super::*;
use crate::{
    Component, ComponentId, Indicator, PairVerdict, Span, Verdict,
    test_parts::{component, indicator, method, text},
    upload::Choices,
};

/// An indicator with the years 2016–2017 and 2021–2022 under two methods.
fn catalogue() -> Indicator {
    let mut definition = indicator("x", &["overall", "land", "entry"]);
    definition.methods = vec![method("old", 2016, 2017), method("current", 2021, 2022)];
    definition.verdicts = vec![PairVerdict {
        from: 2017,
        to: 2021,
        verdict: Verdict::MethodChanged,
        reason: text("Two criteria were dropped."),
        decision: Some("7/QĐ".into()),
    }];
    definition.components[1].maxima = vec![(Span { from: 2021, to: 2022 }, 9.5)];
    definition
}

type Fields<'a> = &'a [(&'a str, &'a str)];

fn choices(fields: Fields<'_>) -> Choices {
    Choices::from_pairs(fields.iter().copied()).unwrap()
}

fn edit(definition: &Indicator, years: &[i32], fields: Fields<'_>) -> EditedIndicator {
    let contents = FileContents {
        years,
        ..FileContents::default()
    };
    let edited = edit_indicator(definition, &contents, &choices(fields));
    // The catalogue's loader requires that no year occurs twice and that every transition has a verdict.
    for pair in edited.indicator.methods.windows(2) {
        let (from, to) = (pair[0].span.to, pair[1].span.from);
        assert!(from < to, "{pair:?}");
        let verdicts = &edited.indicator.verdicts;
        assert!(verdicts.iter().any(|v| (v.from, v.to) == (from, to)), "{from} to {to}");
    }
    edited
}

/// Summarises methods with their years, and verdicts on pairs.
fn summary(definition: &Indicator) -> String {
    let methods = definition
        .methods
        .iter()
        .map(|m| format!("{} {}-{}", m.slug, m.span.from, m.span.to));
    let verdicts = definition.verdicts.iter().filter(|v| (v.from, v.to) != (2017, 2021));
    let verdicts = verdicts.map(|v| format!("{}>{} {:?}", v.from, v.to, v.verdict));
    let all: Vec<String> = methods.chain(verdicts).collect();
    all.join(", ")
}

#[test]
fn answers_for_every_kind_of_year() {
    let new = [
        ("method", "new"),
        ("method_name", "Bộ mới"),
        ("method_note", "Thêm hai tiêu chí."),
    ];
    let changed = [&new[..], &[("method_next", "changed")]].concat();
    let cases: &[(&[i32], Fields, &str)] = &[
        // After the last year.
        (&[2023], &[("method", "same")], "old 2016-2017, current 2021-2023"),
        (&[2023], &[("method", "same:2022")], "old 2016-2017, current 2021-2023"),
        (
            &[2023],
            &new,
            "old 2016-2017, current 2021-2022, 2023 2023-2023, 2022>2023 MethodChanged",
        ),
        (
            &[2023],
            &[("method", "unknown")],
            "old 2016-2017, current 2021-2022, 2023 2023-2023, 2022>2023 Unclear",
        ),
        // Not directly after it: the year in between has no answer.
        (
            &[2024],
            &[("method", "same")],
            "old 2016-2017, current 2021-2022, 2024 2024-2024, 2022>2024 SameMethod",
        ),
        // Before the first year.
        (&[2015], &[("method", "same")], "old 2015-2017, current 2021-2022"),
        (
            &[2015],
            &new,
            "2015 2015-2015, old 2016-2017, current 2021-2022, 2015>2016 MethodChanged",
        ),
        (
            &[2015],
            &[("method", "unknown")],
            "2015 2015-2015, old 2016-2017, current 2021-2022, 2015>2016 Unclear",
        ),
        (
            &[2013],
            &[("method", "same")],
            "2013 2013-2013, old 2016-2017, current 2021-2022, 2013>2016 SameMethod",
        ),
        // Between: next to the earlier years, in the middle, next to the later ones.
        (
            &[2018],
            &[("method", "same")],
            "old 2016-2018, current 2021-2022, 2018>2021 MethodChanged",
        ),
        (
            &[2020],
            &[("method", "same:2021")],
            "old 2016-2017, current 2020-2022, 2017>2020 MethodChanged",
        ),
        (
            &[2019],
            &[("method", "same")],
            "old 2016-2017, 2019 2019-2019, current 2021-2022, 2017>2019 SameMethod, 2019>2021 MethodChanged",
        ),
        (
            &[2019],
            &new,
            "old 2016-2017, 2019 2019-2019, current 2021-2022, 2017>2019 MethodChanged, 2019>2021 Unclear",
        ),
        (
            &[2019],
            &changed,
            "old 2016-2017, 2019 2019-2019, current 2021-2022, 2017>2019 MethodChanged, 2019>2021 MethodChanged",
        ),
        (
            &[2018],
            &[("method", "unknown")],
            "old 2016-2017, 2018 2018-2018, current 2021-2022, 2017>2018 Unclear, 2018>2021 Unclear",
        ),
        // Several years in one file.
        (
            &[2018, 2019, 2020],
            &[("method", "same:2017")],
            "old 2016-2020, current 2021-2022, 2018>2021 MethodChanged, 2019>2021 MethodChanged, 2020>2021 MethodChanged",
        ),
        (
            &[2023, 2024],
            &new,
            "old 2016-2017, current 2021-2022, 2023 2023-2024, 2022>2023 MethodChanged",
        ),
        (
            &[2023, 2024],
            &[("method", "same"), ("method.2024", "unknown")],
            "old 2016-2017, current 2021-2023, 2024 2024-2024, 2023>2024 Unclear",
        ),
        // Years that the catalogue lists need no answer.
        (&[2022], &new, "old 2016-2017, current 2021-2022"),
    ];
    for (years, fields, expected) in cases {
        let edited = edit(&catalogue(), years, fields);
        assert_eq!(edited.problems, [], "{years:?} {fields:?}");
        assert_eq!(summary(&edited.indicator), *expected, "{years:?} {fields:?}");
    }
}

#[test]
fn an_unknown_method_can_be_answered_later() {
    for year in [2015, 2018, 2019, 2023] {
        let before = edit(&catalogue(), &[year], &[("method", "unknown")]).indicator;
        assert_eq!(unknown_years(&before, &[2016, year]), [year]);
        for answer in ["same", "new"] {
            let fields = [("method", answer), ("method_name", "A"), ("method_note", "B")];
            let later = edit(&before, &[year], &fields).indicator;
            assert_eq!(later, edit(&catalogue(), &[year], &fields).indicator, "{year} {answer}");
        }
        assert_eq!(edit(&before, &[year], &[("method", "unknown")]).indicator, before);
        assert_eq!(edit(&before, &[year], &[]).indicator, before);
        // An answer for another year of the file does not apply to this one.
        let open = if year == 2023 { 2024 } else { 2023 };
        let both = edit(&before, &[year, open], &[("method", "same:2022")]).indicator;
        assert_eq!(unknown_years(&both, &[year]), [year]);
    }
}

#[test]
fn incomplete_answers_are_reported() {
    let cases: &[(Fields, &[AnswerProblem])] = &[
        (&[], &[AnswerProblem::NotAnswered]),
        (&[("method", "same:2017")], &[AnswerProblem::NoSuchYear]),
        (&[("method", "new")], &[AnswerProblem::NoName, AnswerProblem::NoNote]),
        (
            &[
                ("method", "new"),
                ("method_name", "A"),
                ("method_note", "B"),
                ("method_date", "31/2/2025"),
            ],
            &[AnswerProblem::BadDate],
        ),
        (
            &[("method_name", "A"), ("method_note", "B"), ("method_date", "6/4/2025")],
            &[],
        ),
    ];
    for (fields, expected) in cases {
        let edited = edit(&catalogue(), &[2023], fields);
        let found: Vec<AnswerProblem> = edited.problems.iter().map(|(_, problem)| *problem).collect();
        assert_eq!(found, *expected, "{fields:?}");
        assert_eq!(edited.indicator == catalogue(), !expected.is_empty());
    }
}

#[test]
fn a_new_method_has_texts_in_both_languages() {
    let fields = [
        ("method", "new"),
        ("method_name", " Bộ  chỉ số 2023 "),
        ("method_decision", "999/QĐ-BNV"),
        ("method_date", "06/04/2023"),
        ("method_note", "Thêm hai tiêu chí."),
        ("method_note_en", "Two criteria were added."),
    ];
    let edited = edit(&catalogue(), &[2023], &fields).indicator;
    let method = edited.method(2023).unwrap();
    assert_eq!(
        (method.name.vi.as_str(), method.name.en.as_str()),
        ("Bộ chỉ số 2023", "Bộ chỉ số 2023")
    );
    assert_eq!(method.decided.map(crate::Date::iso).as_deref(), Some("2023-04-06"));
    let compared = edited.compare(2022, 2023).pair.unwrap();
    assert_eq!(compared.reason.en, "Two criteria were added.");
    assert_eq!(compared.decision.as_deref(), Some("999/QĐ-BNV"));
}

#[test]
fn the_same_method_has_the_same_maxima() {
    let maximum = |years: &[i32], answer: &str| {
        let edited = edit(&catalogue(), years, &[("method", answer)]).indicator;
        edited.components[1].max_in(years[0])
    };
    assert_eq!(maximum(&[2023], "same"), Some(9.5));
    assert_eq!(maximum(&[2024], "same"), Some(9.5));
    assert_eq!(maximum(&[2020], "same:2021"), Some(9.5));
    assert_eq!(maximum(&[2018], "same"), None);
    assert_eq!(maximum(&[2023], "unknown"), None);
}

#[test]
fn an_inherited_reason_does_not_grow() {
    let mut definition = catalogue();
    for year in [2018, 2019, 2020] {
        definition = edit(&definition, &[year], &[("method", "same")]).indicator;
    }
    let reason = &definition.compare(2020, 2021).pair.unwrap().reason;
    assert_eq!(
        reason.en,
        "2020 follows the method of 2019. Between 2017 and 2021: Two criteria were dropped."
    );
    assert_eq!(
        reason.vi,
        "Năm 2020 theo phương pháp của năm 2019. Về hai năm 2017 và 2021: Two criteria were dropped."
    );
}

fn with_span(slug: &str, from: i32, to: i32) -> Component {
    Component {
        span: Span { from, to },
        ..component(slug)
    }
}

#[test]
fn components_continue_end_and_start() {
    let mut definition = catalogue();
    definition.components.push(with_span("gone", 2016, 2017));
    definition.components.push(with_span("last", 2021, 2022));
    let years = [2023];
    let column = |of: &str, name: &str| FileColumn {
        of: of.into(),
        name: name.into(),
        year: None,
        parent: None,
    };
    let contents = FileContents {
        years: &years,
        present: BTreeSet::from([ComponentId(1)]),
        columns: vec![
            column("7", "Chuyển đổi số"),
            column("8", "Land"),
            column("9", "Môi trường"),
        ],
    };
    assert_eq!(may_end(&definition, &contents), [ComponentId(2)]);
    let fields = [
        ("method", "same"),
        ("component.gone", "continue"),
        ("component.last", "continue"),
        ("component.entry", "end"),
        // This one has figures in the file.
        ("component.land", "end"),
        ("begin.7", "on"),
        ("begin_name_en.7", "Digital transformation"),
        // This one is already in the catalogue.
        ("begin.8", "on"),
        // Not switched on.
        ("begin_name.9", "Môi trường"),
    ];
    let edited = edit_indicator(&definition, &contents, &choices(&fields));
    let component = |slug: &str| {
        let id = edited.indicator.component_by_slug(slug).unwrap();
        edited.indicator.component(id)
    };
    let open = i32::MAX;
    assert_eq!(component("gone").again, [Span { from: 2023, to: open }]);
    assert!(!component("gone").exists_in(2021) && component("gone").exists_in(2024));
    assert_eq!(component("last").span, Span { from: 2021, to: open });
    assert_eq!(component("entry").span.to, 2022);
    assert_eq!(component("land").span.to, open);
    let begun: Vec<(&str, &str)> = edited.begun.iter().map(|b| (b.of.as_str(), b.slug.as_str())).collect();
    assert_eq!(begun, [("7", "chuyen_doi_so"), ("8", "land")]);
    let new = component("chuyen_doi_so");
    assert_eq!(
        (new.span, new.name.en.as_str()),
        (Span { from: 2023, to: open }, "Digital transformation")
    );
    // Applying the same answers again changes nothing.
    let again = edit_indicator(&edited.indicator, &contents, &choices(&fields));
    assert_eq!(again.indicator, edited.indicator);
}

#[test]
fn a_component_continued_in_a_year_between_stays_in_that_year() {
    let mut definition = catalogue();
    definition.components.push(with_span("early", 2016, 2017));
    definition.components.push(with_span("late", 2021, i32::MAX));
    let span = |year: i32, slug: &str| {
        let field = format!("component.{slug}");
        let edited = edit(&definition, &[year], &[("method", "unknown"), (&field, "continue")]).indicator;
        let id = edited.component_by_slug(slug).unwrap();
        let part = edited.component(id).clone();
        (part.span.from, part.span.to, part.again.len())
    };
    assert_eq!(span(2018, "early"), (2016, 2018, 0));
    assert_eq!(span(2019, "early"), (2016, 2019, 0));
    assert_eq!(span(2020, "late"), (2020, i32::MAX, 0));
    assert_eq!(span(2015, "late"), (2021, i32::MAX, 1));
}
