//! The sources of the edition: which of them a reader asks for, and how many figures each gave.

use messages::fill;
use std::collections::{HashMap, HashSet};

use domain::{IndicatorId, LeftOut, Source, SourceId, fold};

use crate::{
    context::PageContext,
    query::{BadParameters, Parameters},
    views::parameters as shared,
};

/// The longest text that is searched for, in characters.
const LONGEST: usize = 120;

/// What a reader asks for.
#[derive(Clone, Debug, Default)]
pub(crate) struct SourceFilter {
    /// As typed.
    pub(crate) text: String,
    pub(crate) indicator: Option<IndicatorId>,
}

impl SourceFilter {
    /// Parameters that make a list a page of its own.
    pub(crate) const KEPT: &[&str] = &["q", "indicator"];

    /// Reads the parameters of the form.
    ///
    /// # Errors
    /// Every parameter that cannot be used.
    pub(crate) fn read(cx: &PageContext, parameters: &Parameters) -> Result<Self, BadParameters> {
        let text = parameters.get("q").unwrap_or_default();
        Ok(Self {
            text: text.chars().take(LONGEST).collect(),
            indicator: shared::indicator(cx, parameters)?,
        })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.indicator.is_none()
    }

    /// True if the source has every word of the text, in any order and without regard to diacritics.
    fn names(&self, source: &Source) -> bool {
        let all = [
            &source.title,
            &source.publisher,
            &source.url,
            &source.published,
            &source.note,
        ];
        let all = fold(&all.map(String::as_str).join(" "));
        fold(&self.text).split_whitespace().all(|word| all.contains(word))
    }

    /// "của PCI có “nghe an”": the end of a sentence about what was found.
    pub(crate) fn said(&self, cx: &PageContext) -> String {
        let lang = cx.lang();
        let indicator = self.indicator.map(|id| {
            let short = cx.snapshot().catalogue.indicator(id).short.get(lang);
            fill!(messages::sources::OF_INDICATOR, lang, indicator = short)
        });
        let words = (!self.text.is_empty()).then(|| fill!(messages::sources::WITH_WORDS, lang, query = &self.text));
        indicator.into_iter().chain(words).collect::<Vec<_>>().join(" ")
    }
}

/// What the filter leaves.
pub(crate) struct Listed<'a> {
    /// Sources in the order of the catalogue, each with the number of figures that it gave.
    pub(crate) sources: Vec<(usize, &'a Source)>,
    /// Rows that are not among the figures.
    pub(crate) left_out: Vec<&'a LeftOut>,
}

/// Sources and rows left out that fit the filter; with an indicator, the numbers are of its figures only.
pub(crate) fn listed<'a>(cx: &'a PageContext, filter: &SourceFilter) -> Listed<'a> {
    let catalogue = &cx.snapshot().catalogue;
    let of_indicator = |id: IndicatorId| filter.indicator.is_none_or(|wanted| wanted == id);
    let mut uses: HashMap<SourceId, usize> = HashMap::new();
    let figures = cx.snapshot().figures.iter().filter(|f| of_indicator(f.key.indicator));
    // A row that only says why a figure is missing is no figure.
    let claims = figures.flat_map(|f| &f.claims);
    for claim in claims.filter(|c| c.value.is_some() || c.rank.is_some() || c.tier.is_some()) {
        *uses.entry(claim.source).or_default() += 1;
    }
    let slug = filter.indicator.map(|id| catalogue.indicator(id).slug.as_str());
    let rows = catalogue.left_out.iter();
    let left_out: Vec<&LeftOut> = rows
        .filter(|row| slug.is_none_or(|slug| row.as_found[0] == slug))
        .collect();
    let of_rows: HashSet<SourceId> = left_out.iter().filter_map(|row| row.source).collect();
    let mut kept = HashSet::new();
    let mut sources = Vec::new();
    for (at, source) in catalogue.sources.iter().enumerate() {
        let Ok(id) = u16::try_from(at).map(SourceId) else { break };
        let used = uses.get(&id).copied().unwrap_or_default();
        let fits = filter.indicator.is_none() || used > 0 || of_rows.contains(&id);
        if fits && filter.names(source) {
            kept.insert(id);
            sources.push((used, source));
        }
    }
    let of_kept = |row: &&LeftOut| filter.text.is_empty() || row.source.is_some_and(|id| kept.contains(&id));
    Listed {
        left_out: left_out.into_iter().filter(of_kept).collect(),
        sources,
    }
}
