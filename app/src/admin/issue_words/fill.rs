//! The arguments of sentences about issues.

use domain::{
    Lang, number, tidy,
    upload::{Arg, Encoding, Field, Issue, IssueKind, Role, separator_from_code},
};
use messages::{Argument, Message, admin::names as w};

use super::names;

/// Longer texts of a file are cut: a sentence stays one that people read.
const LONGEST: usize = 80;

/// A sentence about an issue; parts whose arguments are not known are left out.
pub(super) fn fill(lang: Lang, message: Message, issue: &Issue) -> String {
    let names = issue.kind.arguments();
    let texts: Vec<(&str, Value)> = message
        .arguments()
        .iter()
        .map(|name| (*name, value(lang, names, name, issue)))
        .collect();
    message.fill(lang, |name| {
        let value = texts.iter().find(|(other, _)| *other == name);
        match value.map(|(_, value)| value) {
            Some(Value::Text(text)) => Argument::Text(text),
            Some(Value::Count(count)) => Argument::Count(*count),
            Some(Value::Absent) | None => Argument::Absent,
        }
    })
}

/// The value of an argument of a sentence.
enum Value {
    Text(String),
    Count(u64),
    Absent,
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::Absent, Self::Text)
    }
}

fn value(lang: Lang, names: &[&str], name: &str, issue: &Issue) -> Value {
    if name == "found" {
        return found(lang, issue).into();
    }
    let Some(at) = names.iter().position(|other| *other == name) else {
        return Value::Absent;
    };
    // The last name stands for all arguments from there on.
    let args = match issue.args.get(at..) {
        Some(rest) if at + 1 == names.len() => rest,
        Some([first, ..]) => std::slice::from_ref(first),
        Some([]) | None => return Value::Absent,
    };
    if let [Arg::Number(value, 0)] = args
        && let Some(count) = count(*value)
    {
        return Value::Count(count);
    }
    let all: Vec<String> = args.iter().filter_map(|arg| words(lang, issue.kind, arg)).collect();
    Some(all.join(", ")).filter(|text| !text.is_empty()).into()
}

fn found(lang: Lang, issue: &Issue) -> Option<String> {
    if issue.kind == IssueKind::MoreIssues {
        return IssueKind::from_code(&issue.found).map(|kind| names::title(lang, kind).to_owned());
    }
    as_number(lang, issue.kind, &issue.found).or_else(|| shown(&issue.found))
}

/// A whole number from zero upwards.
fn count(value: f64) -> Option<u64> {
    let whole = value >= 0.0 && value.fract() == 0.0 && value < 9e15;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole and in range"
    )]
    whole.then_some(value as u64)
}

/// An argument in words; `None` if it says nothing.
fn words(lang: Lang, kind: IssueKind, arg: &Arg) -> Option<String> {
    match arg {
        Arg::Number(value, decimals) => value.is_finite().then(|| number::format(lang, *value, *decimals)),
        Arg::Year(year) => Some(year.to_string()),
        Arg::Row(row) => Some(row.to_string()),
        Arg::Both(text) => of_a_figure(lang, text.get(lang)).or_else(|| shown(text.get(lang))),
        Arg::Text(text) => named(lang, kind, text).or_else(|| shown(text)),
    }
}

/// What a text names by its code: an encoding, a separator, a field.
fn named(lang: Lang, kind: IssueKind, text: &str) -> Option<String> {
    match kind {
        IssueKind::BrokenText | IssueKind::Converted | IssueKind::LegacyFont | IssueKind::UnsureEncoding => {
            Encoding::from_code(text).map(|encoding| names::encoding_name(lang, encoding).to_owned())
        }
        IssueKind::LookAlike if lang == Lang::En => others_than_provinces(text).map(str::to_owned),
        IssueKind::SeparatorFound => {
            separator_from_code(text).map(|separator| names::separator_name(lang, separator).to_owned())
        }
        IssueKind::UnsureColumn | IssueKind::TwoColumns | IssueKind::EmptyColumn | IssueKind::BlankValue => {
            let field = Field::from_code(text);
            let role = || text.parse::<Role>().ok();
            field
                .map(|f| names::field_name(lang, f).to_owned())
                .or_else(|| role().map(|role| names::role_name(lang, &role, None)))
        }
        _ => as_number(lang, kind, text),
    }
}

/// What tables are made of when not of provinces: the reader of files names them in Vietnamese.
fn others_than_provinces(text: &str) -> Option<&'static str> {
    let known = [
        w::LOOKS_LIKE_MINISTRIES,
        w::LOOKS_LIKE_DISTRICTS,
        w::LOOKS_LIKE_COMMUNES,
        w::LOOKS_LIKE_DEPARTMENTS,
        w::LOOKS_LIKE_MINISTRY_UNITS,
    ];
    let named = known.into_iter().find(|name| name.get(Lang::Vi) == text)?;
    Some(named.get(Lang::En))
}

/// `PCI (rank)`, as columns are named where a field other than the value is meant, in words.
fn of_a_figure(lang: Lang, text: &str) -> Option<String> {
    let (name, code) = text.strip_suffix(')')?.rsplit_once(" (")?;
    let field = Field::from_code(code)?;
    Some(format!("{}: {name}", names::field_name(lang, field)))
}

/// The checks hand over values as they were understood, with a point: beside a number of
/// ours they need the decimal mark of the language.
fn as_number(lang: Lang, kind: IssueKind, text: &str) -> Option<String> {
    if !matches!(
        kind,
        IssueKind::OutOfScale | IssueKind::NotWhole | IssueKind::DuplicateDiffers | IssueKind::Jump
    ) {
        return None;
    }
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    let decimals = u8::try_from(fraction.len()).ok()?;
    (!whole.is_empty() && plain(whole) && plain(fraction) && decimals < 16).then_some(())?;
    text.parse().ok().map(|value| number::format(lang, value, decimals))
}

/// A text of the file as it can stand in a sentence: in one line, not too long.
fn shown(text: &str) -> Option<String> {
    let text = tidy(text);
    if text.is_empty() {
        return None;
    }
    if text.chars().count() <= LONGEST {
        return Some(text);
    }
    let cut: String = text.chars().take(LONGEST).collect();
    Some(format!("{}…", cut.trim_end()))
}
