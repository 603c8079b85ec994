//! What fields, roles of columns, encodings and separators are called, and the headings of issues.

use domain::{
    Lang,
    upload::{Encoding, Field, IssueKind, Role},
};
use messages::{Message, admin::names as w, find, issues};

/// Heading over all issues of a kind. Every kind has one (tested).
#[must_use]
pub fn title(lang: Lang, kind: IssueKind) -> &'static str {
    match find(issues::ALL, kind.code()) {
        Some(Message::Plain(title)) => title.get(lang),
        Some(Message::Filled(_)) | None => kind.code(),
    }
}

/// A field of a figure.
#[must_use]
pub const fn field_name(lang: Lang, field: Field) -> &'static str {
    let both = match field {
        Field::Value => w::FIELD_VALUE,
        Field::Rank => w::FIELD_RANK,
        Field::RankOf => w::FIELD_RANK_OF,
        Field::Of => w::FIELD_OF,
        Field::Tier => w::FIELD_TIER,
        Field::Approx => w::FIELD_APPROX,
        Field::Low => w::FIELD_LOW,
        Field::High => w::FIELD_HIGH,
        Field::StandardError => w::FIELD_STANDARD_ERROR,
        Field::Missing => w::FIELD_MISSING,
        Field::NoteVi => w::FIELD_NOTE_VI,
        Field::NoteEn => w::FIELD_NOTE_EN,
        Field::Source => w::FIELD_SOURCE,
        Field::Origin => w::FIELD_ORIGIN,
    };
    both.get(lang)
}

/// What a column is read as. `component_name` is the name of the component that the role
/// names, where the catalogue has one.
#[must_use]
pub fn role_name(lang: Lang, role: &Role, component_name: Option<&str>) -> String {
    let both = match role {
        Role::Ignore => w::ROLE_IGNORE,
        Role::Number => w::ROLE_NUMBER,
        Role::Province => w::ROLE_PROVINCE,
        Role::Code => w::ROLE_CODE,
        Role::Indicator => w::ROLE_INDICATOR,
        Role::Component => w::ROLE_COMPONENT,
        Role::Year => w::ROLE_YEAR,
        Role::AsOf => w::ROLE_AS_OF,
        Role::Figure { field, component, year } => {
            let mut name = field_name(lang, *field).to_owned();
            let component = component_name.unwrap_or(component);
            if !component.is_empty() {
                name = format!("{name}: {component}");
            }
            if let Some(year) = year {
                name = format!("{name} ({year})");
            }
            return name;
        }
    };
    both.get(lang).to_owned()
}

/// An encoding, with the fonts by which people know it.
#[must_use]
pub const fn encoding_name(lang: Lang, encoding: Encoding) -> &'static str {
    let both = match encoding {
        Encoding::Utf8 => w::ENCODING_UTF8,
        Encoding::Utf16Le => w::ENCODING_UTF16_LE,
        Encoding::Utf16Be => w::ENCODING_UTF16_BE,
        Encoding::Windows1258 => w::ENCODING_WINDOWS1258,
        Encoding::Tcvn3 => w::ENCODING_TCVN3,
        Encoding::Vni => w::ENCODING_VNI,
    };
    both.get(lang)
}

/// What stands between the cells of a text file.
#[must_use]
pub const fn separator_name(lang: Lang, separator: char) -> &'static str {
    let both = match separator {
        ',' => w::SEPARATOR_COMMA,
        ';' => w::SEPARATOR_SEMICOLON,
        '\t' => w::SEPARATOR_TAB,
        '|' => w::SEPARATOR_BAR,
        _ => w::SEPARATOR_OTHER,
    };
    both.get(lang)
}
