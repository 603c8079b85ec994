//! A list or a page that a button of the form opened. It stands in the address, so that it is there again after
//! saving and without JavaScript.

/// What is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// All that a column can be read as; its number in the file.
    Column(u32),
    /// A page of all columns, from 1.
    Columns(usize),
    /// All places that a spelling may mean.
    Place(String),
    /// All sources of the catalogue.
    Sources,
}

/// Longest spelling that an address carries.
const LONGEST: usize = 200;

impl Asked {
    pub(super) fn parse(code: &str) -> Option<Self> {
        if code == "sources" {
            return Some(Self::Sources);
        }
        let (kind, of) = code.split_once('.')?;
        match kind {
            "column" => of.parse().ok().map(Self::Column),
            "columns" => of.parse().ok().map(Self::Columns),
            "place" if (1..=LONGEST).contains(&of.len()) => Some(Self::Place(of.to_owned())),
            _ => None,
        }
    }

    /// As it stands in the address.
    pub(super) fn code(&self) -> String {
        match self {
            Self::Column(at) => format!("column.{at}"),
            Self::Columns(page) => format!("columns.{page}"),
            Self::Place(found) => format!("place.{found}"),
            Self::Sources => "sources".to_owned(),
        }
    }

    /// Id of the element that it is in.
    fn id(&self) -> String {
        match self {
            Self::Column(at) => format!("c-{at}"),
            Self::Columns(_) => "columns-all".to_owned(),
            Self::Place(_) => "provinces".to_owned(),
            Self::Sources => "source".to_owned(),
        }
    }
}

/// Where on a draft's page a thing is that a button opened; nothing for what no button says.
#[must_use]
pub fn opened_at(code: &str) -> Option<String> {
    Asked::parse(code).map(|asked| asked.id())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_comes_back() {
        for asked in [
            Asked::Column(12),
            Asked::Columns(2),
            Asked::Place("Tp. HCM".into()),
            Asked::Sources,
        ] {
            assert_eq!(Asked::parse(&asked.code()), Some(asked));
        }
        for code in [
            "",
            "column.",
            "column.x",
            "place.",
            "other.1",
            &format!("place.{}", "x".repeat(201)),
        ] {
            assert_eq!(opened_at(code), None, "{code}");
        }
    }
}
