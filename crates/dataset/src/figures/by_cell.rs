//! Reads a file of figures cell by cell and reports each problem with its line and column.

use std::collections::{HashMap, hash_map::Entry};

use domain::{
    AsOf, Catalogue, Claim, ComponentId, FIGURE_COLUMNS, Figure, FigureKey, Indicator, IndicatorId, Place, Provinces,
    Quantity, SourceId,
};

use crate::{
    cells::{approx, integer, interval, missing, note, number},
    files::Files,
    problem::Problems,
    sheet::{Row, Sheet},
};

/// Reads the file of one indicator.
pub(super) struct Reader<'a> {
    catalogue: &'a Catalogue,
    indicator: &'a Indicator,
    id: IndicatorId,
    sources: &'a HashMap<&'a str, SourceId>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, id: IndicatorId, sources: &'a HashMap<&'a str, SourceId>) -> Self {
        Self {
            catalogue,
            indicator: catalogue.indicator(id),
            id,
            sources,
        }
    }

    /// Returns the figures of a file, in the order of their first rows, and the number of rows.
    pub(super) fn file(&self, files: &Files, path: &str, problems: &mut Problems) -> (Vec<Figure>, usize) {
        let Some(sheet) = Sheet::read(files, path, &FIGURE_COLUMNS, problems) else {
            return (Vec::new(), 0);
        };
        let mut figures: Vec<(FigureKey, Vec<Claim>)> = Vec::new();
        let mut indices: HashMap<FigureKey, usize> = HashMap::new();
        for (key, claim) in sheet.rows().filter_map(|row| self.figure(row, problems)) {
            match indices.entry(key) {
                Entry::Occupied(index) => figures[*index.get()].1.push(claim),
                Entry::Vacant(vacant) => {
                    vacant.insert(figures.len());
                    figures.push((key, vec![claim]));
                }
            }
        }
        let figures = figures.into_iter().map(|(key, claims)| Figure::new(key, claims));
        (figures.collect(), sheet.len())
    }

    fn figure(&self, row: Row<'_, '_>, problems: &mut Problems) -> Option<(FigureKey, Claim)> {
        let before = problems.0.len();
        let component = self.component(row, problems);
        let place = place(row, &self.catalogue.provinces, problems);
        let year = integer::<i32>(row, "year", problems);
        let as_of = as_of(row, problems);
        self.check_year(row, component, year, problems);
        let value = self.value(row, component, year, problems);
        let claim = Claim {
            value,
            of: number(row, "of", problems).map(|q| q.value),
            rank: integer(row, "rank", problems),
            rank_of: integer(row, "rank_of", problems),
            tier: Some(row.get("tier")).filter(|t| !t.is_empty()).map(domain::tidy),
            interval: interval(row, problems),
            missing: missing(row, problems),
            source: self.source(row, problems)?,
            origin: row.get("origin").to_owned(),
            note: note(row, problems),
        };
        self.check_claim(row, &claim, problems);
        let (component, place) = component.zip(place)?;
        if problems.0.len() > before {
            return None;
        }
        let key = FigureKey {
            indicator: self.id,
            component,
            place,
            basis: self.catalogue.provinces.basis(place, year, as_of, claim.rank_of),
            year,
            as_of,
        };
        Some((key, claim))
    }

    fn component(&self, row: Row<'_, '_>, problems: &mut Problems) -> Option<ComponentId> {
        let found = row.get("component");
        let id = self.indicator.component_by_slug(found);
        if id.is_none() {
            let expected = format!("a component of `{}`", self.indicator.slug);
            problems.add(
                &row.location("component"),
                format!("`{found}`"),
                expected,
                "correct it, or add it to the catalogue",
            );
        }
        id
    }

    /// Checks that the year is covered by a method and is one in which the component exists.
    fn check_year(&self, row: Row<'_, '_>, component: Option<ComponentId>, year: Option<i32>, problems: &mut Problems) {
        let Some(year) = year else { return };
        if self.indicator.method(year).is_none() {
            let expected = format!("a year under a method of `{}`", self.indicator.slug);
            problems.add(
                &row.location("year"),
                year.to_string(),
                expected,
                "correct the year, or add the method to the catalogue",
            );
        }
        if let Some(part) = component
            .map(|id| self.indicator.component(id))
            .filter(|part| !part.exists_in(year))
        {
            let expected = format!("a year in which `{}` exists", part.slug);
            problems.add(
                &row.location("year"),
                year.to_string(),
                expected,
                "correct the year, or the component's `from` and `to`",
            );
        }
    }

    /// Returns the value and checks that it is within the scale; `None` if the cell is empty or invalid.
    fn value(
        &self,
        row: Row<'_, '_>,
        component: Option<ComponentId>,
        year: Option<i32>,
        problems: &mut Problems,
    ) -> Option<Quantity> {
        let approx = approx(row, problems);
        let quantity = number(row, "value", problems)?;
        let scale = component.and_then(|id| self.indicator.scale(id, year.unwrap_or(0)));
        if let Some((min, max)) = scale.filter(|(min, max)| !(*min..=*max).contains(&quantity.value)) {
            let found = quantity.value.to_string();
            problems.add(
                &row.location("value"),
                found,
                format!("{min} to {max}"),
                "correct the value, or the scale in the catalogue",
            );
        }
        Some(Quantity { approx, ..quantity })
    }

    fn source(&self, row: Row<'_, '_>, problems: &mut Problems) -> Option<SourceId> {
        let found = row.get("source");
        let source = self.sources.get(found).copied();
        if source.is_none() {
            problems.add(
                &row.location("source"),
                format!("`{found}`"),
                "a source of sources.csv",
                "add the source there: every figure needs one",
            );
        }
        source
    }

    fn check_claim(&self, row: Row<'_, '_>, claim: &Claim, problems: &mut Problems) {
        if claim.value.is_none() && claim.rank.is_none() && claim.tier.is_none() && claim.missing.is_none() {
            problems.add(
                &row.location("missing"),
                "neither a value, a rank nor a reason",
                "one of them",
                "give the reason: not_found, not_published, not_surveyed or not_ranked",
            );
        }
        if let Some((rank, of)) = claim
            .rank
            .zip(claim.rank_of)
            .filter(|(rank, of)| rank > of || *rank == 0)
        {
            problems.add(
                &row.location("rank"),
                format!("{rank} of {of}"),
                "a rank from 1 to the number ranked",
                "correct the rank or rank_of",
            );
        }
        if let Some((value, of)) = claim.value.zip(claim.of).filter(|(value, of)| value.value > *of) {
            problems.add(
                &row.location("of"),
                format!("{} of {of}", value.value),
                "at most the denominator",
                "correct the value or its denominator",
            );
        }
    }
}

/// Returns the place that a row names; `None`, with a problem, if it is unknown.
pub(crate) fn place(row: Row<'_, '_>, provinces: &Provinces, problems: &mut Problems) -> Option<Place> {
    let found = row.get("province");
    let place = provinces.place(found);
    if place.is_none() {
        let expected = "a unit of provinces.csv, `vn`, or `region:` and a region of regions.csv";
        problems.add(
            &row.location("province"),
            format!("`{found}`"),
            expected,
            "correct the name",
        );
    }
    place
}

/// Returns the moment that a row names; `None` if the cell is empty or, with a problem, invalid.
pub(crate) fn as_of(row: Row<'_, '_>, problems: &mut Problems) -> Option<AsOf> {
    let found = row.get("as_of");
    if found.is_empty() {
        return None;
    }
    let moment = found.parse().ok();
    if moment.is_none() {
        let expected = "YYYY, YYYY-MM, YYYY-MM-DD, YYYY-mid, YYYY-end, YYYY-Q1, after:YYYY-MM-DD or undated";
        problems.add(
            &row.location("as_of"),
            format!("`{found}`"),
            expected,
            "write the moment in one of these forms",
        );
    }
    moment
}
