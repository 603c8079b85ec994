//! Frames of the catalogue that the rows of the files are joined with.

use domain::{AsOf, Catalogue, Indicator};
use polars::prelude::{DataFrame, NamedFrom as _, PolarsResult, Series, StringChunked};

use crate::frames::place_code;

/// The catalogue's names with their codes.
pub(super) struct References {
    /// `province`, as the column names any place, and `unit`.
    pub(super) places: DataFrame,
    /// `source` and `source_id`.
    pub(super) sources: DataFrame,
}

impl References {
    pub(super) fn new(catalogue: &Catalogue) -> PolarsResult<Self> {
        let provinces = &catalogue.provinces;
        let units = provinces.alphabetical().map(|(_, province)| province.slug.clone());
        let regions = provinces.regions().map(|(_, region)| format!("region:{}", region.slug));
        let names = units.chain(regions).chain(["vn".to_owned()]);
        let known = names.filter_map(|name| provinces.place(&name).map(|place| (name, place_code(place))));
        let mut known: Vec<(String, u32)> = known.collect();
        known.sort();
        known.dedup();
        let sources = catalogue.sources.iter().map(|source| source.slug.as_str());
        Ok(Self {
            places: pairs("province", "unit", known)?,
            sources: pairs("source", "source_id", numbered(sources))?,
        })
    }
}

/// Returns the frame of an indicator's components: `component` and `component_id`.
pub(super) fn components(indicator: &Indicator) -> PolarsResult<DataFrame> {
    let slugs = indicator.components().map(|(_, component)| component.slug.as_str());
    pairs("component", "component_id", numbered(slugs))
}

/// The different moments of a file; 0 is none.
pub(super) struct Moments {
    /// `as_of` and `moment_id`.
    pub(super) frame: DataFrame,
    list: Vec<AsOf>,
}

impl Moments {
    /// Reads each text once. `None` if one is not a moment.
    pub(super) fn new(texts: &StringChunked) -> PolarsResult<Option<Self>> {
        let mut unique: Vec<&str> = texts.iter().flatten().collect();
        unique.sort_unstable();
        unique.dedup();
        let Some(list) = unique
            .iter()
            .map(|text| text.parse().ok())
            .collect::<Option<Vec<AsOf>>>()
        else {
            return Ok(None);
        };
        let ids = (1..).zip(&unique).map(|(id, text)| ((*text).to_owned(), id));
        let frame = pairs("as_of", "moment_id", ids.collect())?;
        Ok(Some(Self { frame, list }))
    }

    pub(super) fn get(&self, id: u32) -> Option<AsOf> {
        let at = usize::try_from(id).ok()?.checked_sub(1)?;
        self.list.get(at).copied()
    }
}

/// Numbers names by their first occurrence, as ids do. Ids have 16 bits.
fn numbered<'a>(names: impl Iterator<Item = &'a str>) -> Vec<(String, u32)> {
    let numbered = (0..=u32::from(u16::MAX)).zip(names);
    let mut numbered: Vec<(String, u32)> = numbered.map(|(id, name)| (name.to_owned(), id)).collect();
    numbered.sort();
    numbered.dedup_by(|later, first| later.0 == first.0);
    numbered
}

fn pairs(name: &str, id: &str, pairs: Vec<(String, u32)>) -> PolarsResult<DataFrame> {
    let (names, ids): (Vec<String>, Vec<u32>) = pairs.into_iter().unzip();
    DataFrame::new(
        ids.len(),
        vec![
            Series::new(name.into(), names).into(),
            Series::new(id.into(), ids).into(),
        ],
    )
}
