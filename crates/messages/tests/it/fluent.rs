//! What the build refuses.

use std::collections::BTreeMap;

use crate::{check, read};

fn read(text: &str) -> Vec<read::Message> {
    read::messages("x", text).unwrap()
}

fn differences(vi: &str, en: &str) -> Vec<String> {
    let catalogue = |text| BTreeMap::from([("x".to_owned(), read(text))]);
    check::same(&catalogue(vi), &catalogue(en)).err().unwrap_or_default()
}

#[test]
fn both_languages_have_the_same_messages_and_arguments() {
    assert!(
        differences(
            "a = { $n } dòng\n",
            "a = { $n ->\n    [one] one row\n   *[other] { $n } rows\n}\n"
        )
        .is_empty()
    );
    assert_eq!(
        differences("a = A\n", "b = B\n"),
        ["en/x.ftl: a is missing", "vi/x.ftl: b is missing"]
    );
    assert_eq!(
        differences("a = A { $year }\n", "a = A { $yaer }\n"),
        ["x.ftl: a has the arguments [\"year\"] in Vietnamese and [\"yaer\"] in English"]
    );
    assert_eq!(
        differences("a = A\n    .fix = B { $n }\n", "a = A\n    .fix = B\n"),
        ["x.ftl: a-fix has the arguments [\"n\"] in Vietnamese and [] in English"]
    );
    assert_eq!(differences("a = A\na = B\n", "a = A\n"), ["vi/x.ftl: a is there twice"]);
    let missing = check::same(&BTreeMap::from([("x".to_owned(), Vec::new())]), &BTreeMap::new());
    assert_eq!(missing.unwrap_err(), ["en/x.ftl is missing"]);
}

#[test]
fn a_text_that_cannot_be_compiled_is_named_with_its_line() {
    for (text, expected) in [
        ("a = A\nb = { $n\n", "x:3: "),
        ("a = {\"\"}\n", "x: a: the text is empty"),
        ("-a = A\n", "x: -a: terms are not compiled"),
        ("a = { other }\n", "x: a: only arguments"),
        (
            "a = { NUMBER($n) ->\n   *[other] b\n}\n",
            "x: a: a selection is made by",
        ),
        (
            "a = { $n ->\n    [several] b\n   *[other] c\n}\n",
            "x: a: [several] is not a plural category",
        ),
        (
            "a = { $n ->\n    [1.5] b\n   *[other] c\n}\n",
            "x: a: [1.5] is not a whole number",
        ),
        ("a = Hue\u{302}\u{301}\n", "x: the text is not in Unicode form NFC"),
    ] {
        let errors = read::messages("x", text).unwrap_err();
        assert!(errors[0].starts_with(expected), "{text:?}: {errors:?}");
    }
}

#[test]
fn spaces_and_braces_are_kept_where_they_are_quoted() {
    let message = &read("a = {\" \"}b{\"{\"}{ $n }{\"\\u000A\"}\n")[0];
    let expected = [
        read::Piece::Text(" b{".into()),
        read::Piece::Argument("n".into()),
        read::Piece::Text("\n".into()),
    ];
    assert_eq!(message.pieces, expected);
}
