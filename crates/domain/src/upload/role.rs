//! How a column (or a row, if provinces are in columns) is interpreted.

use std::{fmt, str::FromStr};

use strum::{EnumString, IntoStaticStr, VariantArray};

/// A field of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Field {
    /// The value.
    Value,
    /// The published rank.
    Rank,
    /// The number of ranked places.
    RankOf,
    /// The total of a coverage, or the maximum.
    Of,
    /// The published tier or group.
    Tier,
    /// The qualifier of an inexact value: about, over, under.
    Approx,
    /// Lower end of the interval.
    Low,
    /// Upper end of the interval.
    High,
    /// Standard error.
    #[strum(serialize = "se")]
    StandardError,
    /// Why there is no value.
    Missing,
    /// Remark in Vietnamese.
    NoteVi,
    /// Remark in English.
    NoteEn,
    /// Source, by its slug in `sources.csv`.
    Source,
    /// Row in the original file.
    Origin,
}

impl Field {
    /// All fields.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// Returns its name in files and forms.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Returns the field with this name. `None` if there is none.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }
}

/// How a column is interpreted. As text: `ignore`, `number`, `province`, `code`, `indicator`, `component`, `year`,
/// `as_of`, or a field with the component and the year in the header, such as `value:entry:2016` or `rank::`
/// (headline component, the file's year).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Not imported.
    Ignore,
    /// Row numbers ("TT").
    Number,
    /// Names of provinces. In tables with independently sorted columns, each value column has its own to the left.
    Province,
    /// Codes of the statistics office.
    Code,
    /// Names of indicators, one per row.
    Indicator,
    /// Names of components, one per row.
    Component,
    /// Years, one per row.
    Year,
    /// Moments, one per row.
    AsOf,
    /// A field of a figure.
    Figure {
        /// The field.
        field: Field,
        /// The component's slug; empty for the headline one, or for the one named in the row.
        component: String,
        /// The year; `None` for the file's year, or for the one named in the row.
        year: Option<i32>,
    },
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ignore => f.write_str("ignore"),
            Self::Number => f.write_str("number"),
            Self::Province => f.write_str("province"),
            Self::Code => f.write_str("code"),
            Self::Indicator => f.write_str("indicator"),
            Self::Component => f.write_str("component"),
            Self::Year => f.write_str("year"),
            Self::AsOf => f.write_str("as_of"),
            Self::Figure { field, component, year } => {
                let year = year.map(|y| y.to_string()).unwrap_or_default();
                write!(f, "{}:{component}:{year}", field.code())
            }
        }
    }
}

impl FromStr for Role {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.split(':');
        let first = parts.next().unwrap_or_default();
        let simple = match first {
            "ignore" => Some(Self::Ignore),
            "number" => Some(Self::Number),
            "province" => Some(Self::Province),
            "code" => Some(Self::Code),
            "indicator" => Some(Self::Indicator),
            "component" => Some(Self::Component),
            "year" => Some(Self::Year),
            "as_of" => Some(Self::AsOf),
            _ => None,
        };
        if let Some(role) = simple {
            return parts.next().is_none().then_some(role).ok_or(());
        }
        let field = Field::from_code(first).ok_or(())?;
        let component = parts.next().unwrap_or_default().to_owned();
        let year = match parts.next().unwrap_or_default() {
            "" => None,
            text => Some(text.parse().map_err(|_| ())?),
        };
        parts
            .next()
            .is_none()
            .then_some(Self::Figure { field, component, year })
            .ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_round_trip_as_text() {
        for text in [
            "ignore",
            "province",
            "as_of",
            "value:entry:2016",
            "rank::",
            "tier:overall:",
        ] {
            assert_eq!(text.parse::<Role>().unwrap().to_string(), text);
        }
        for text in ["", "values", "value:entry:x", "ignore:2", "value:a:2016:b"] {
            assert!(text.parse::<Role>().is_err(), "{text}");
        }
    }
}
