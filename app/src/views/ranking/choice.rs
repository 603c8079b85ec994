//! Which rows of a ranking are shown, and in which order.

use domain::{Catalogue, RegionId, name_key};
use messages::{Msg, common as m, export as w, fill};

use crate::context::PageContext;

/// Columns that a ranking can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    Rank,
    Name,
    Score,
    Points,
    Places,
}

impl Sort {
    pub(crate) const ALL: [(&'static str, Self); 5] = [
        ("rank", Self::Rank),
        ("name", Self::Name),
        ("score", Self::Score),
        ("points", Self::Points),
        ("places", Self::Places),
    ];

    pub(crate) fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, s)| *s == self).map_or("", |(word, _)| word)
    }

    /// The direction in which a first click sorts: ranks and names upwards, figures downwards.
    pub(crate) const fn downwards(self) -> bool {
        matches!(self, Self::Score | Self::Points | Self::Places)
    }

    /// The heading of the column in files.
    const fn label(self) -> Msg {
        match self {
            Self::Rank => w::COL_RANK,
            Self::Name => m::PROVINCE,
            Self::Score => m::VALUE,
            Self::Points => w::COL_POINTS,
            Self::Places => w::COL_PLACES,
        }
    }
}

/// Rows chosen by region and name, and their order.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RowChoice {
    pub(crate) region: Option<RegionId>,
    /// Part of a name; empty for all.
    pub(crate) name: String,
    pub(crate) sort: Sort,
    pub(crate) downwards: bool,
}

impl RowChoice {
    /// Whether rows are left out.
    pub(crate) fn filters(&self) -> bool {
        self.region.is_some() || !name_key(&self.name).is_empty()
    }

    /// Whether it is more than all rows by rank.
    pub(crate) fn is_any(&self) -> bool {
        self.filters() || self.sort != Sort::Rank || self.downwards
    }

    /// Its parameters, in one order; without those that every ranking has.
    pub(crate) fn state(&self, catalogue: &Catalogue) -> Vec<(&'static str, String)> {
        let region = self
            .region
            .map(|id| ("region", catalogue.provinces.region(id).slug.clone()));
        let name = (!name_key(&self.name).is_empty()).then(|| ("q", self.name.clone()));
        let by_rank = self.sort == Sort::Rank && !self.downwards;
        let sort = (!by_rank).then(|| ("sort", self.sort.word().to_owned()));
        let turned = self.downwards != self.sort.downwards();
        let direction = turned.then(|| ("dir", if self.downwards { "desc" } else { "asc" }.to_owned()));
        [region, name, sort, direction].into_iter().flatten().collect()
    }

    /// The choice in words, such as "vùng Đông Nam Bộ; sắp xếp theo Giá trị, giảm dần".
    pub(crate) fn says(&self, cx: &PageContext) -> String {
        let lang = cx.lang();
        let mut parts = Vec::new();
        if let Some(region) = self.region {
            let region = cx.snapshot().catalogue.provinces.region(region).name.get(lang);
            parts.push(fill!(w::REGION_ONLY, lang, region = region));
        }
        if !name_key(&self.name).is_empty() {
            parts.push(fill!(w::CHOICE_NAME, lang, name = &self.name));
        }
        if self.sort != Sort::Rank || self.downwards {
            let column = self.sort.label().get(lang);
            parts.push(if self.downwards {
                fill!(w::CHOICE_DOWN, lang, column = column)
            } else {
                fill!(w::CHOICE_UP, lang, column = column)
            });
        }
        parts.join("; ")
    }

    /// The choice as part of the name of a file, such as `-34-dong-nam-bo-score-desc`.
    pub(crate) fn file_name(&self, catalogue: &Catalogue) -> String {
        let direction = if self.downwards { "desc" } else { "asc" };
        let mut parts: Vec<String> = Vec::new();
        parts.extend(self.region.map(|id| catalogue.provinces.region(id).slug.clone()));
        parts.push(domain::slug(&self.name));
        if self.sort != Sort::Rank || self.downwards {
            parts.extend([self.sort.word().to_owned(), direction.to_owned()]);
        }
        parts
            .iter()
            .filter(|part| !part.is_empty())
            .map(|part| format!("-{part}"))
            .collect()
    }
}
