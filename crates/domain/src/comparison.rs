//! Whether the figures of a table and of an earlier year may be compared, and what decides it.

use crate::{Comparability, Snapshot, TableKey, Verdict};

/// What decides whether a table and an earlier year may be compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum YearComparison<'a> {
    /// The earlier year has no figures of provinces.
    NoBaseYear,
    /// The provinces changed, and the earlier year has no figures of those of the table.
    UnitsChanged,
    /// The methods of the two years.
    Methods(Comparability<'a>),
}

impl YearComparison<'_> {
    /// Returns the verdict. `None` without figures of the earlier year.
    #[must_use]
    pub fn verdict(self) -> Option<Verdict> {
        match self {
            Self::NoBaseYear => None,
            Self::UnitsChanged => Some(Verdict::UnitsChanged),
            Self::Methods(methods) => Some(methods.verdict),
        }
    }

    /// Returns true if the years may be compared.
    #[must_use]
    pub fn comparable(self) -> bool {
        self.verdict().is_some_and(Verdict::comparable)
    }
}

impl Snapshot {
    /// Returns what decides whether the provinces of a table may be compared with an earlier year: whether there are
    /// figures, then the list of provinces, then the method. Figures of one list or of the country, for which the list
    /// is settled, follow [`Indicator::compare`](crate::Indicator::compare) alone.
    #[must_use]
    pub fn comparison(&self, key: TableKey, from: i32) -> YearComparison<'_> {
        if !self.years(key.indicator, key.component).contains(&from) {
            return YearComparison::NoBaseYear;
        }
        if self.units_changed_since(key, from) {
            return YearComparison::UnitsChanged;
        }
        YearComparison::Methods(self.catalogue.indicator(key.indicator).compare(from, key.year))
    }
}
