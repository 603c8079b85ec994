//! Corrections of one figure, through reading, preview and files like every upload.

use domain::{
    Figure, Observation, PublishedRank, Snapshot,
    upload::{Choices, CorrectionError, CorrectionForm, Severity, Subject},
};
use import::{DataFiles, apply, correction, difference, preview, preview_counts, read};
use proptest::prelude::*;
use spreadsheet::Limits;

use crate::shared::{data_files, edition, edition_of};

fn form(fields: &[(&str, &str)]) -> CorrectionForm {
    CorrectionForm::from_pairs(fields.iter().copied())
}

/// Publishes a correction as the administration pages do, and checks that the result is as previewed.
fn publish(files: &DataFiles, current: &Snapshot, fields: &[(&str, &str)]) -> (DataFiles, Snapshot) {
    let corrected = correction(&form(fields), current).unwrap_or_else(|wrong| panic!("{fields:?}: {wrong:?}"));
    let workbook = spreadsheet::open(
        &corrected.bytes,
        &corrected.name,
        &corrected.choices,
        &Limits::default(),
    )
    .unwrap();
    let reading = read(&workbook, &corrected.choices, current);
    let errors = reading
        .issues
        .iter()
        .filter(|issue| issue.kind.severity() == Severity::Error);
    assert_eq!(errors.count(), 0, "{fields:?}: {:?}", reading.issues);
    assert_eq!(reading.entries.len(), 1);
    let shown = preview(current, &reading, &corrected.choices);
    assert_eq!(shown.difference.changes.len(), 1, "{fields:?}: {:?}", shown.difference);
    let counts = preview_counts(current, &reading, &corrected.choices);
    let counted = counts
        .iter()
        .find(|(mode, _)| *mode == corrected.choices.mode)
        .unwrap()
        .1;
    assert_eq!(counted, shown.difference.counts);
    let changed = apply(files, &reading, &corrected.choices, current, &corrected.name).unwrap();
    let mut after = files.clone();
    after.extend(changed);
    let published = edition_of(&after);
    let differences = difference(&shown.snapshot, &published);
    assert!(differences.changes.is_empty(), "{fields:?}: {:?}", differences.changes);
    // Publishing it again changes nothing.
    let again = apply(&after, &reading, &corrected.choices, &published, &corrected.name).unwrap();
    assert!(again.is_empty(), "{fields:?}: {:?}", again.keys());
    (after, published)
}

fn figure<'a>(snapshot: &'a Snapshot, fields: &[(&str, &str)]) -> &'a Figure {
    Subject::of(&form(fields), snapshot).unwrap().figure(snapshot).unwrap()
}

const HA_NOI: [(&str, &str); 3] = [("indicator", "pci"), ("province", "ha-noi"), ("year", "2016")];
const DISPUTED: [(&str, &str); 3] = [
    ("indicator", "par_index"),
    ("province", "hai-phong-63"),
    ("year", "2023"),
];
const GIVEN: [(&str, &str); 2] = [("source", "vcci-pci-2016"), ("reason", "Báo cáo gốc ghi khác")];

fn fields_of<'a>(parts: &[&[(&'a str, &'a str)]]) -> Vec<(&'a str, &'a str)> {
    parts.concat()
}

#[test]
fn one_row_replaces_one() {
    let files = data_files();
    let (after, published) = publish(
        files,
        edition(),
        &fields_of(&[&HA_NOI, &GIVEN, &[("value", "61,25"), ("rank", "13/63")]]),
    );
    let now = figure(&published, &HA_NOI);
    assert_eq!(now.value.value(), Some(61.25));
    assert_eq!(now.rank, PublishedRank::Known { rank: 13, of: Some(63) });
    assert_eq!(now.claims[0].note.as_ref().unwrap().vi, "Báo cáo gốc ghi khác");
    assert_eq!(published.edition.rows, edition().edition.rows);
    let differing: Vec<&String> = after.keys().filter(|path| after[*path] != files[*path]).collect();
    assert_eq!(differing, ["bundled/pci.csv"]);
    let rows = |files: &DataFiles| -> Vec<String> {
        String::from_utf8(files["bundled/pci.csv"].clone())
            .unwrap()
            .lines()
            .map(str::to_owned)
            .collect()
    };
    let (now, before) = (rows(&after), rows(files));
    let changed: Vec<(&String, &String)> = now.iter().zip(&before).filter(|(a, b)| a != b).collect();
    assert_eq!(
        changed.len(),
        1,
        "every other row keeps its place and its bytes: {changed:?}"
    );

    // No rank, no figure, and a figure again.
    let (after, published) = publish(
        &after,
        &published,
        &fields_of(&[&HA_NOI, &GIVEN, &[("value", "61,25")]]),
    );
    assert_eq!(figure(&published, &HA_NOI).rank, PublishedRank::None);
    let (after, published) = publish(
        &after,
        &published,
        &fields_of(&[&HA_NOI, &GIVEN, &[("missing", "not_published")]]),
    );
    assert!(matches!(
        figure(&published, &HA_NOI).value,
        Observation::Missing(domain::Missing::NotPublished)
    ));
    let (_, published) = publish(
        &after,
        &published,
        &fields_of(&[&HA_NOI, &GIVEN, &[("value", "60.74"), ("rank", "14")]]),
    );
    assert_eq!(figure(&published, &HA_NOI).claims.len(), 1);
}

#[test]
fn an_added_source_disagrees_until_one_is_chosen() {
    let new = [
        ("source_title", "Công văn của VCCI"),
        ("reason", "Theo công văn"),
        ("value", "61,25"),
    ];
    let (files, beside) = publish(
        data_files(),
        edition(),
        &fields_of(&[&HA_NOI, &new, &[("how", "beside")]]),
    );
    let now = figure(&beside, &HA_NOI);
    assert!(now.value == Observation::Conflict && now.decision.is_none());
    assert!(!files.contains_key("bundled/decisions.csv"));
    let show = [("show", "cong-van-cua-vcci"), ("reason", "Công văn mới hơn")];
    let (files, chosen) = publish(&files, &beside, &fields_of(&[&HA_NOI, &show]));
    let now = figure(&chosen, &HA_NOI);
    assert_eq!((now.value.value(), now.claims.len()), (Some(61.25), 2));
    assert_eq!(now.decision.as_ref().unwrap().reason.vi, "Công văn mới hơn");
    // Another reason is a change by itself.
    let (files, chosen) = publish(
        &files,
        &chosen,
        &fields_of(&[&HA_NOI, &[("show", "vcci-pci-2016"), ("reason", "Báo cáo")]]),
    );
    assert_eq!(figure(&chosen, &HA_NOI).value.value(), Some(60.741));
    let (files, open) = publish(
        &files,
        &chosen,
        &fields_of(&[&HA_NOI, &[("show", "all"), ("reason", "Chờ đính chính")]]),
    );
    assert_eq!(figure(&open, &HA_NOI).value, Observation::Conflict);
    assert_eq!(
        files["bundled/decisions.csv"]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count(),
        1
    );
    // In one step.
    let (_, shown) = publish(
        data_files(),
        edition(),
        &fields_of(&[&HA_NOI, &new, &[("how", "shown")]]),
    );
    assert_eq!(figure(&shown, &HA_NOI).value.value(), Some(61.25));
}

#[test]
fn a_choice_ends_with_the_row_that_was_chosen() {
    let now = figure(edition(), &DISPUTED);
    let codes: Vec<String> = now
        .claims
        .iter()
        .map(|claim| domain::upload::claim_code(edition(), &now.claims, claim))
        .collect();
    let show = [("show", codes[0].as_str()), ("reason", "Quyết định của Bộ")];
    let (files, chosen) = publish(data_files(), edition(), &fields_of(&[&DISPUTED, &show]));
    assert!(!figure(&chosen, &DISPUTED).conflicting());
    // Adding a third source keeps the choice.
    let third = [
        ("value", "12,5"),
        ("source_title", "Báo khác"),
        ("reason", "Báo khác đưa"),
        ("how", "beside"),
    ];
    let (files, three) = publish(&files, &chosen, &fields_of(&[&DISPUTED, &third]));
    let decided = figure(&three, &DISPUTED);
    assert!(decided.decision.is_some() && decided.claims.len() == now.claims.len() + 1);
    // Rows that contradict a replacement are removed, and the choice with them.
    let fixed = [
        ("value", "80"),
        ("source", codes[1].split('|').next().unwrap()),
        ("reason", "Đính chính"),
    ];
    let (_, replaced) = publish(&files, &three, &fields_of(&[&DISPUTED, &fixed]));
    let replaced = figure(&replaced, &DISPUTED);
    assert!(replaced.decision.is_none());
    assert_eq!(replaced.value.value(), Some(80.0));
}

/// Typed fields, and the fields that are wrong.
type Case<'a> = (&'a [(&'a str, &'a str)], &'a [(&'a str, CorrectionError)]);

#[test]
fn wrong_fields_are_named() {
    use CorrectionError as E;
    let base = fields_of(&[&HA_NOI, &GIVEN]);
    let cases: &[Case<'_>] = &[
        (&[], &[("value", E::Needed)]),
        (&[("value", "sáu mươi")], &[("value", E::NotANumber)]),
        (&[("value", "61,5"), ("rank", "0")], &[("rank", E::NotARank)]),
        (&[("value", "61,5"), ("rank", "mười")], &[("rank", E::NotARank)]),
        (&[("value", "61,5"), ("missing", "not_found")], &[("missing", E::Both)]),
        (&[("missing", "whatever")], &[("missing", E::Unknown)]),
        (&[("value", "61,5"), ("how", "delete")], &[("how", E::Unknown)]),
        (&[("value", "61,5"), ("source", "nobody")], &[("source", E::Unknown)]),
        (&[("value", "61,5"), ("source", "")], &[("source", E::Needed)]),
        (
            &[("value", "61,5"), ("source_title", "Báo mới")],
            &[("source", E::TwoSources)],
        ),
        (
            &[
                ("value", "61,5"),
                ("source", "new"),
                ("source_title", "Báo"),
                ("source_url", "x.vn"),
            ],
            &[("source_url", E::BadAddress)],
        ),
        (
            &[
                ("value", "61,5"),
                ("source", "new"),
                ("source_title", "Báo"),
                ("source_published", "hôm qua"),
            ],
            &[("source_published", E::BadDay)],
        ),
        (
            &[("value", "61,5"), ("source", "new"), ("source_publisher", "Báo")],
            &[("source_title", E::Needed)],
        ),
        (&[("value", "61,5"), ("reason", " ")], &[("reason", E::Needed)]),
        (&[("show", "vcci-pci-2016")], &[("show", E::NoConflict)]),
        (&[("indicator", "nothing")], &[("indicator", E::Unknown)]),
        (&[("province", "nowhere")], &[("province", E::Unknown)]),
        (&[("year", "1850")], &[("year", E::Unknown)]),
        (&[("year", "2099")], &[("year", E::NoMethod)]),
        (&[("component", "nothing")], &[("component", E::Unknown)]),
        (&[("province", "lao-cai")], &[("province", E::NotThen)]),
        (
            &[("indicator", ""), ("province", ""), ("year", "")],
            &[("indicator", E::Needed), ("province", E::Needed), ("year", E::Needed)],
        ),
    ];
    for (change, expected) in cases {
        let fields = fields_of(&[&base, change]);
        let wrong = correction(&form(&fields), edition()).err().unwrap_or_default();
        let found: Vec<(&str, E)> = wrong.iter().map(|problem| (problem.field, problem.error)).collect();
        assert_eq!(found, *expected, "{change:?}");
    }
}

#[test]
fn values_are_read_as_people_write_them() {
    let read = |fields: &[(&str, &str)], value: &str| {
        let corrected = correction(&form(&fields_of(&[fields, &GIVEN, &[("value", value)]])), edition());
        corrected
            .map(|corrected| {
                let text = String::from_utf8(corrected.bytes).unwrap();
                text.lines().nth(1).unwrap().split(',').nth(4).unwrap().to_owned()
            })
            .map_err(|wrong| wrong[0].error)
    };
    for (typed, written) in [
        ("61,25", "61.25"),
        ("61.25", "61.25"),
        ("61,50", "61.50"),
        ("61", "61"),
        (" 61,25 điểm ", "61.25"),
        // The PCI is never sixty-one thousand.
        ("61,250", "61.250"),
        ("61.250", "61.250"),
    ] {
        assert_eq!(read(&HA_NOI, typed).as_deref(), Ok(written), "{typed}");
    }
    let models = [
        ("indicator", "mass_mobilisation_models"),
        ("province", "ha-noi"),
        ("year", "2022"),
    ];
    if Subject::of(&form(&models), edition()).is_ok() {
        assert_eq!(read(&models, "1.217").as_deref(), Ok("1217"), "a count has no decimals");
    }
}

#[test]
fn a_table_is_not_a_correction_whatever_its_choices() {
    let corrected = correction(&form(&fields_of(&[&HA_NOI, &GIVEN, &[("value", "61,25")]])), edition()).unwrap();
    let mut text = String::from_utf8(corrected.bytes).unwrap();
    let second = text
        .lines()
        .nth(1)
        .unwrap()
        .replace("ha-noi", "nghe-an")
        .replace("61.25", "62.25");
    text.push_str(&second);
    text.push('\n');
    let workbook = spreadsheet::open(text.as_bytes(), "a.csv", &corrected.choices, &Limits::default()).unwrap();
    let reading = read(&workbook, &corrected.choices, edition());
    let shown = preview(edition(), &reading, &corrected.choices);
    let plain = Choices {
        correction: None,
        ..corrected.choices
    };
    assert_eq!(shown.difference, preview(edition(), &reading, &plain).difference);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn any_input_is_read_or_rejected(
        value in "[0-9a-zđ.,/ -]{0,8}", rank in "[0-9/ a-z]{0,5}", missing in "(not_found|not_ranked|x|)",
        how in "(replace|beside|shown|x|)", show in "(all|vcci-pci-2016|)",
    ) {
        let typed = [
            ("value", value.as_str()), ("rank", &rank), ("missing", &missing), ("how", &how), ("show", &show),
        ];
        let fields = fields_of(&[&HA_NOI, &GIVEN, &typed]);
        if let Ok(corrected) = correction(&form(&fields), edition()) {
            let workbook = spreadsheet::open(&corrected.bytes, &corrected.name, &corrected.choices, &Limits::default()).unwrap();
            let reading = read(&workbook, &corrected.choices, edition());
            prop_assert!(reading.entries.len() <= 1);
            let pairs = corrected.choices.to_pairs();
            let again = Choices::from_pairs(pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())));
            prop_assert_eq!(again.unwrap(), corrected.choices);
        }
    }
}
