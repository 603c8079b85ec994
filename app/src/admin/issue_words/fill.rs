//! Filling the blanks of a sentence.

use domain::{
    Lang, number, tidy,
    upload::{Arg, Encoding, Field, Issue, IssueKind, Role, separator_from_code},
};

use super::names;

/// Longer texts of a file are cut: a sentence stays one that people read.
const LONGEST: usize = 80;

/// A sentence with its blanks filled from an issue; parts in brackets that cannot be
/// filled are left out.
pub(in crate::admin) fn fill(lang: Lang, template: &'static str, issue: &Issue) -> String {
    let mut text = String::with_capacity(template.len() + 40);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('[') {
        let (part, after) = after.split_once(']').unwrap_or((after, ""));
        text.push_str(before);
        text.push_str(&filled(lang, part, issue).unwrap_or_default());
        rest = after;
    }
    text.push_str(rest);
    text
}

/// A part with its blanks filled; `None` if one cannot be.
fn filled(lang: Lang, part: &str, issue: &Issue) -> Option<String> {
    let mut text = String::new();
    let mut rest = part;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}')?;
        text.push_str(before);
        text.push_str(&blank(lang, name, issue)?);
        rest = after;
    }
    text.push_str(rest);
    Some(text)
}

fn blank(lang: Lang, name: &str, issue: &Issue) -> Option<String> {
    if name == "found" && issue.kind == IssueKind::MoreIssues {
        let kind = IssueKind::from_code(&issue.found)?;
        return Some(names::title(lang, kind).to_owned());
    }
    if name == "found" {
        return as_number(lang, issue.kind, &issue.found).or_else(|| shown(&issue.found));
    }
    if name == "*" {
        let all: Vec<String> = issue.args.iter().filter_map(|a| words(lang, issue.kind, a)).collect();
        return Some(all.join(", ")).filter(|text| !text.is_empty());
    }
    if let Some((at, forms)) = name.split_once('|') {
        let (one, many) = forms.split_once('|')?;
        let Arg::Number(value, _) = argument(issue, at)? else {
            return Some(many.to_owned());
        };
        return Some(if *value == 1.0 { one } else { many }.to_owned());
    }
    if let Some(at) = name.strip_suffix('#') {
        return match argument(issue, at)? {
            Arg::Number(value, _) if value.is_finite() => Some(format!("{value:.0}")),
            other => words(lang, issue.kind, other),
        };
    }
    words(lang, issue.kind, argument(issue, name)?)
}

fn argument<'a>(issue: &'a Issue, at: &str) -> Option<&'a Arg> {
    issue.args.get(at.parse::<usize>().ok()?)
}

/// An argument in words; `None` if it says nothing.
fn words(lang: Lang, kind: IssueKind, arg: &Arg) -> Option<String> {
    match arg {
        Arg::Number(value, decimals) => value.is_finite().then(|| number::format(lang, *value, *decimals)),
        Arg::Year(year) => Some(year.to_string()),
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
            let field = Field::ALL.into_iter().find(|f| f.code() == text);
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
    Some(match text {
        "bộ, cơ quan ngang bộ" => "ministries",
        "quận, huyện" => "districts",
        "xã, phường" => "communes and wards",
        "sở, ban, ngành" => "provincial departments",
        "đơn vị thuộc bộ" => "units of a ministry",
        _ => return None,
    })
}

/// `PCI (rank)`, as columns are named where a field other than the value is meant, in words.
fn of_a_figure(lang: Lang, text: &str) -> Option<String> {
    let (name, code) = text.strip_suffix(')')?.rsplit_once(" (")?;
    let field = Field::ALL.into_iter().find(|field| field.code() == code)?;
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
