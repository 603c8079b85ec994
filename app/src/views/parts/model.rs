//! Counts beside the whole that they make up: of every procedure, whether it is online in full, in part, or not.

use domain::{
    Division, DivisionRow, IndicatorId, Lang, ProvinceId, ProvinceList,
    chart::{ChartBody, ChartModel, Emphasis, Stacked, StackedPiece, StackedRow},
    number,
};
use messages::{fill, parts as w};

use crate::{
    charts,
    context::PageContext,
    findings::headline as finding,
    query::{BadParameters, Parameters},
    views::parameters as shared,
    words::list,
};

/// Parts of a whole as an address asks for them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PartsQuery {
    pub(crate) indicator: IndicatorId,
    pub(crate) year: i32,
    pub(crate) basis: Option<ProvinceList>,
    /// The provinces that are drawn; empty for all.
    pub(crate) only: Vec<ProvinceId>,
    pub(crate) followed: Vec<ProvinceId>,
}

impl PartsQuery {
    /// Reads `basis`, `provinces` and `highlight`.
    ///
    /// # Errors
    /// Every parameter that cannot be used.
    pub(crate) fn read(
        cx: &PageContext,
        (indicator, year): (IndicatorId, i32),
        parameters: &Parameters,
    ) -> Result<Self, BadParameters> {
        let mut bad = BadParameters::default();
        let [only, followed] = ["provinces", "highlight"].map(|name| bad.keep(shared::provinces(cx, name, parameters)));
        let basis = bad.keep(shared::basis(cx, parameters));
        bad.or(Self {
            indicator,
            year,
            basis,
            only,
            followed,
        })
    }

    /// The parameters that change what it says, in one order.
    pub(crate) fn state(&self, cx: &PageContext) -> Vec<(&'static str, String)> {
        let slugs = |ids: &[ProvinceId]| {
            let slugs = ids
                .iter()
                .map(|id| cx.snapshot().catalogue.provinces.get(*id).slug.as_str());
            slugs.collect::<Vec<_>>().join(",")
        };
        let mut state = Vec::new();
        state.extend(self.basis.map(|basis| ("basis", basis.code().to_owned())));
        state.push(("provinces", slugs(&self.only)));
        state.push(("highlight", slugs(&self.followed)));
        state.retain(|(_, text)| !text.is_empty());
        state
    }
}

/// The parts of a year, computed.
pub(crate) struct Parts<'a> {
    pub(crate) query: PartsQuery,
    pub(crate) basis: ProvinceList,
    pub(crate) division: Division<'a>,
}

/// `None` where no province has all parts of a whole.
pub(crate) fn parts<'a>(cx: &'a PageContext, query: PartsQuery) -> Option<Parts<'a>> {
    let of = |basis| Some((basis, cx.snapshot().division(query.indicator, (basis, query.year))?));
    let (basis, mut division) = match query.basis {
        Some(basis) => of(basis)?,
        None => {
            let found = [ProvinceList::Before2025, ProvinceList::Since2025]
                .into_iter()
                .filter_map(of);
            found.max_by_key(|(_, division)| division.rows.len())?
        }
    };
    if !query.only.is_empty() {
        division.rows.retain(|row| query.only.contains(&row.province));
        division.uneven.retain(|province| query.only.contains(province));
    }
    (!division.rows.is_empty()).then_some(Parts { query, basis, division })
}

impl Parts<'_> {
    /// A component's name in the year that is shown.
    pub(crate) fn component<'h>(&self, cx: &'h PageContext, id: domain::ComponentId) -> &'h str {
        let indicator = cx.snapshot().catalogue.indicator(self.query.indicator);
        indicator.component(id).name_in(Some(self.query.year)).get(cx.lang())
    }

    pub(crate) fn name(&self, cx: &PageContext, province: ProvinceId) -> String {
        let key = domain::TableKey {
            indicator: self.query.indicator,
            component: self.division.whole.whole,
            basis: self.basis,
            year: self.query.year,
        };
        finding::name(cx.snapshot(), cx.lang(), province, key)
    }

    /// "Nghệ An 889/2.180".
    fn said(&self, cx: &PageContext, row: &DivisionRow) -> String {
        let first = row.parts.first().map_or_else(String::new, |at| counted(cx, *at));
        format!("{} {first}/{}", self.name(cx, row.province), counted(cx, row.whole))
    }

    /// From the fewest to the most of the first part; of one province what it has.
    pub(crate) fn title(&self, cx: &PageContext) -> String {
        let lang = cx.lang();
        let short = cx.snapshot().catalogue.indicator(self.query.indicator).short.get(lang);
        let year = self.query.year.to_string();
        let first = self
            .division
            .whole
            .parts
            .first()
            .map_or("", |id| self.component(cx, *id));
        let rows = &self.division.rows;
        let ends = rows.first().zip(rows.last());
        match ends {
            Some((most, fewest)) if most.province != fewest.province => fill!(
                w::TITLE,
                lang,
                indicator = short,
                year = &year,
                component = &first.to_lowercase(),
                lowest = &self.said(cx, fewest),
                highest = &self.said(cx, most)
            ),
            Some((only, _)) => fill!(
                w::TITLE_ONE,
                lang,
                indicator = short,
                year = &year,
                component = &first.to_lowercase(),
                figure = &self.said(cx, only)
            ),
            None => short.to_owned(),
        }
    }

    /// What is divided into what, and when it was counted.
    pub(crate) fn subtitle(&self, cx: &PageContext) -> String {
        let lang = cx.lang();
        let parts = self.division.whole.parts.iter();
        let parts: Vec<String> = parts.map(|id| self.component(cx, *id).to_lowercase()).collect();
        let whole = self.component(cx, self.division.whole.whole);
        fill!(
            w::SUBTITLE,
            lang,
            whole = whole,
            components = &list(lang, &parts),
            dates = &self.moments(cx).join(", ")
        )
    }

    /// The moments of what is shown, each once.
    fn moments(&self, cx: &PageContext) -> Vec<String> {
        let mut moments: Vec<String> = Vec::new();
        for row in &self.division.rows {
            let figure = cx.snapshot().figure(row.whole);
            let year = || self.query.year.to_string();
            let moment = figure.key.as_of.map_or_else(year, |as_of| as_of.format(cx.lang()));
            if !moments.contains(&moment) {
                moments.push(moment);
            }
        }
        moments
    }

    /// The picture.
    pub(crate) fn chart(&self, cx: &PageContext) -> ChartModel {
        let lang = cx.lang();
        let row = |row: &DivisionRow| {
            let followed = self.query.followed.iter().position(|id| *id == row.province);
            StackedRow {
                label: self.name(cx, row.province),
                pieces: row.parts.iter().map(|at| piece(cx, *at)).collect(),
                text: counted(cx, row.whole),
                emphasis: match followed.and_then(|at| u8::try_from(at).ok()) {
                    Some(at) => Emphasis::Highlight(at),
                    None => Emphasis::Context,
                },
            }
        };
        let name = |id: &domain::ComponentId| self.component(cx, *id).to_owned();
        let rows: Vec<StackedRow> = self.division.rows.iter().map(row).collect();
        let told: Vec<String> = self
            .division
            .rows
            .iter()
            .take(3)
            .map(|row| self.said(cx, row))
            .collect();
        ChartModel {
            lang,
            title: self.title(cx),
            subtitle: self.subtitle(cx),
            source: charts::source_of(cx, self.query.indicator),
            notes: Vec::new(),
            description: fill!(
                w::TEXT,
                lang,
                subtitle = &self.subtitle(cx),
                count = rows.len(),
                list = &list(lang, &told)
            ),
            body: ChartBody::Stacked(Stacked {
                parts: self.division.whole.parts.iter().map(name).collect(),
                whole: name(&self.division.whole.whole),
                rows,
            }),
        }
    }

    /// What must be said wherever it goes.
    pub(crate) fn notes(&self, cx: &PageContext) -> Vec<String> {
        let lang = cx.lang();
        let expected = cx
            .snapshot()
            .catalogue
            .provinces
            .existing(self.query.year, self.basis)
            .count();
        let mut notes = Vec::new();
        if self.query.only.is_empty() {
            let count = self.division.rows.len();
            notes.push(fill!(w::COVERED, lang, count = count, total = expected));
        }
        if self.moments(cx).len() > 1 {
            notes.push(w::MOMENTS.get(lang).to_owned());
        }
        let uneven: Vec<String> = self.division.uneven.iter().map(|id| self.name(cx, *id)).collect();
        if !uneven.is_empty() {
            notes.push(fill!(w::UNEVEN, lang, provinces = &list(lang, &uneven)));
        }
        notes.push(w::NO_JUDGEMENT.get(lang).to_owned());
        notes
    }
}

fn counted(cx: &PageContext, at: usize) -> String {
    let value = cx.snapshot().figure(at).value.value();
    value.map_or_else(String::new, |value| whole(cx.lang(), value))
}

fn whole(lang: Lang, value: f64) -> String {
    number::format(lang, value, 0)
}

fn piece(cx: &PageContext, at: usize) -> StackedPiece {
    let value = cx.snapshot().figure(at).value.value().unwrap_or_default();
    StackedPiece {
        value,
        text: whole(cx.lang(), value),
    }
}

/// The parts that the page of a table shows beside it: those of its year and list, where the table is of one of them
/// or of the headline.
pub(crate) fn beside<'a>(cx: &'a PageContext, key: domain::TableKey, followed: &[ProvinceId]) -> Option<Parts<'a>> {
    let query = PartsQuery {
        indicator: key.indicator,
        year: key.year,
        basis: Some(key.basis),
        only: Vec::new(),
        followed: followed.to_vec(),
    };
    let found = parts(cx, query)?;
    let whole = found.division.whole;
    let told = key.component == whole.whole || whole.parts.contains(&key.component);
    (told || key.component == domain::ComponentId::TOTAL).then_some(found)
}

/// The newest parts that a province has.
pub(crate) fn newest<'a>(cx: &'a PageContext, indicator: IndicatorId, province: ProvinceId) -> Option<Parts<'a>> {
    let wholes = &cx.snapshot().catalogue.indicator(indicator).wholes;
    let mut years: Vec<i32> = Vec::new();
    for whole in wholes {
        years.extend(cx.snapshot().years(indicator, whole.whole));
    }
    years.sort_unstable();
    years.dedup();
    let of = |year: i32, basis: ProvinceList| {
        let query = PartsQuery {
            indicator,
            year,
            basis: Some(basis),
            only: vec![province],
            followed: Vec::new(),
        };
        parts(cx, query)
    };
    let newest = years.into_iter().rev();
    newest
        .flat_map(|year| [ProvinceList::Since2025, ProvinceList::Before2025].map(|basis| (year, basis)))
        .find_map(|(year, basis)| of(year, basis))
}
