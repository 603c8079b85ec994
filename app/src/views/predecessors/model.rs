//! What stood before a province that the merger formed: the figures of its former units, side by side.

use domain::{
    ComponentId, IndicatorId, Part, ProvinceId, ProvinceList, PublishedRank, RebasedFigure, RebasedRow, Table,
    TableKey,
    chart::{ChartBody, ChartModel, Emphasis, Note, Trend, TrendPoint, TrendSeries},
    data_table::DataKind,
    number,
};
use messages::{common as m, export, fill, mergers as w};

use crate::{
    charts::{breaks, source_of},
    context::PageContext,
    export::{
        DerivedView, ViewContent, ViewForm,
        tables::{
            Sources, TypedTable, column, end_cells, end_columns, number as cell, rank_cells, rank_columns, text,
            value_column, whole,
        },
    },
    views::{
        ranking::rows::SourceList,
        rebased::{
            lines::{self, PartLine},
            model as rebased,
        },
    },
    words,
};

/// One indicator of the former units.
pub(crate) struct Before {
    pub(crate) indicator: IndicatorId,
    pub(crate) slug: String,
    pub(crate) short: String,
    /// Former units: name in addresses, and name.
    pub(crate) units: Vec<(String, String)>,
    /// Scores, the newest first.
    pub(crate) years: Vec<BeforeYear>,
    /// Counts and coverage, the newest first.
    pub(crate) counts: Vec<BeforeCount>,
    pub(crate) lines: Option<ChartModel>,
}

/// One year of scores.
pub(crate) struct BeforeYear {
    pub(crate) year: i32,
    pub(crate) link: String,
    /// In the order of [`Before::units`].
    pub(crate) parts: Vec<PartLine>,
    /// The lowest and the highest, or why they are not given.
    pub(crate) spread: Vec<String>,
    /// The indication by population, where the catalogue has the people of that year.
    pub(crate) indicative: Option<String>,
}

/// One component of a count in one year.
pub(crate) struct BeforeCount {
    pub(crate) component: String,
    pub(crate) year: i32,
    pub(crate) parts: Vec<PartLine>,
    /// The sum, or why there is none.
    pub(crate) sum: String,
    /// What the sum is made of.
    pub(crate) made_of: String,
}

/// Tables of the 63 in which a former unit of the province has a figure, with what they say, by year.
fn told(
    cx: &PageContext,
    indicator: IndicatorId,
    component: ComponentId,
    province: ProvinceId,
) -> Vec<(&Table, RebasedRow)> {
    let snapshot = cx.snapshot();
    let tables = snapshot.tables(indicator, component);
    tables
        .filter(|table| table.key.basis == ProvinceList::Before2025)
        .filter_map(|table| Some((table, snapshot.rebased_of(table.key, province)?)))
        .filter(|(_, row)| row.says != RebasedFigure::Nothing)
        .collect()
}

/// All indicators of the former units of a province that the merger formed; none for another.
pub(crate) fn before(cx: &PageContext, province: ProvinceId, sources: &mut SourceList) -> Vec<Before> {
    let lang = cx.lang();
    let provinces = &cx.snapshot().catalogue.provinces;
    let units = provinces.merged_from(province);
    if units.is_empty() {
        return Vec::new();
    }
    let named: Vec<(String, String)> = units
        .iter()
        .map(|id| {
            (
                provinces.get(*id).slug.clone(),
                words::province(lang, provinces.get(*id)),
            )
        })
        .collect();
    let indicators = cx.snapshot().catalogue.indicators();
    indicators
        .map(|(id, indicator)| {
            let scored = lines::scored(cx, id);
            Before {
                indicator: id,
                slug: indicator.slug.clone(),
                short: indicator.short.get(lang).to_owned(),
                units: named.clone(),
                years: if scored {
                    years(cx, id, province, sources)
                } else {
                    Vec::new()
                },
                counts: if scored {
                    Vec::new()
                } else {
                    counts(cx, id, province, sources)
                },
                lines: lines(cx, id, province),
            }
        })
        .filter(|one| !one.years.is_empty() || !one.counts.is_empty())
        .collect()
}

fn years(cx: &PageContext, id: IndicatorId, province: ProvinceId, sources: &mut SourceList) -> Vec<BeforeYear> {
    let (snapshot, lang) = (cx.snapshot(), cx.lang());
    let indicator = snapshot.catalogue.indicator(id);
    let highlight = &snapshot.catalogue.provinces.get(province).slug;
    let mut all = told(cx, id, ComponentId::TOTAL, province);
    all.reverse();
    all.into_iter()
        .map(|(table, row)| {
            let parameters = [("basis", "rebased"), ("highlight", highlight.as_str())];
            let indicative = snapshot.indicative(table.key, &row).ok();
            for source in indicative.iter().flat_map(domain::Indicative::sources) {
                sources.number(source);
            }
            let decimals = indicator.decimals(ComponentId::TOTAL);
            BeforeYear {
                year: table.key.year,
                link: cx.links.ranking_with(&indicator.slug, table.key.year, &parameters),
                spread: rebased::says(cx, table.key, &row),
                parts: parts(cx, table, &row, sources),
                indicative: indicative.map(|one| {
                    fill!(
                        w::INDICATIVE_CELL,
                        lang,
                        value = &number::format(lang, one.value(), decimals)
                    )
                }),
            }
        })
        .collect()
}

fn parts(cx: &PageContext, table: &Table, row: &RebasedRow, sources: &mut SourceList) -> Vec<PartLine> {
    row.parts
        .iter()
        .map(|part| rebased::part_line(cx, table, part, sources))
        .collect()
}

fn counts(cx: &PageContext, id: IndicatorId, province: ProvinceId, sources: &mut SourceList) -> Vec<BeforeCount> {
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(id);
    let mut all: Vec<BeforeCount> = Vec::new();
    for (component, part) in indicator.components() {
        for (table, row) in told(cx, id, component, province) {
            let year = table.key.year;
            let (sum, made_of) = match &row.says {
                RebasedFigure::Sum(sum) => (
                    rebased::sum_says(cx, table.key, sum),
                    rebased::spelled_out(cx, table.key, sum),
                ),
                _ => (rebased::says(cx, table.key, &row).join("; "), String::new()),
            };
            all.push(BeforeCount {
                component: part.name_in(Some(year)).get(lang).to_owned(),
                year,
                parts: parts(cx, table, &row, sources),
                sum,
                made_of,
            });
        }
    }
    all.sort_by_key(|count| std::cmp::Reverse(count.year));
    all
}

/// A line a former unit; nothing unless one of them has two years.
fn lines(cx: &PageContext, id: IndicatorId, province: ProvinceId) -> Option<ChartModel> {
    if !lines::scored(cx, id) {
        return None;
    }
    let (snapshot, lang) = (cx.snapshot(), cx.lang());
    let about = snapshot.catalogue.indicator(id);
    let decimals = about.decimals(ComponentId::TOTAL);
    let provinces = &snapshot.catalogue.provinces;
    let all = told(cx, id, ComponentId::TOTAL, province);
    let point = |table: &Table, part: &Part| {
        let value = part.value.value()?;
        Some(TrendPoint {
            year: table.key.year,
            value,
            text: number::format(lang, value, decimals),
        })
    };
    let points = |unit: ProvinceId| -> Vec<TrendPoint> {
        let own = all.iter().filter_map(|(table, row)| {
            let part = row.parts.iter().find(|part| part.province == unit)?;
            point(table, part)
        });
        own.collect()
    };
    let series: Vec<TrendSeries> = provinces
        .merged_from(province)
        .into_iter()
        .enumerate()
        .map(|(at, unit)| TrendSeries {
            label: words::province(lang, provinces.get(unit)),
            emphasis: Emphasis::Highlight(u8::try_from(at).unwrap_or(4).min(4)),
            points: points(unit),
        })
        .filter(|series| !series.points.is_empty())
        .collect();
    if series.iter().all(|series| series.points.len() < 2) {
        return None;
    }
    let every = || series.iter().flat_map(|series| &series.points);
    let (first, last) = every().map(|p| p.year).min().zip(every().map(|p| p.year).max())?;
    let years: Vec<i32> = (first..=last).collect();
    let ends: Vec<String> = series
        .iter()
        .filter_map(|series| {
            let end = series.points.iter().find(|point| point.year == last)?;
            Some(format!("{} {}", series.label, end.text))
        })
        .collect();
    let values = || every().map(|point| point.value);
    let (low, high) = values().reduce(f64::min).zip(values().reduce(f64::max))?;
    let breaks = breaks(cx, id, &years);
    let name = provinces.get(province).name.get(lang);
    let short = about.short.get(lang);
    let (from, to) = (first.to_string(), last.to_string());
    let mut subtitle = fill!(
        w::BEFORE_SUBTITLE,
        lang,
        indicator = short,
        province = name,
        from = &from,
        to = &to
    );
    if !breaks.is_empty() {
        subtitle = format!("{subtitle}; {}", m::BREAKS_NOTE.get(lang));
    }
    let told = words::list(lang, &ends);
    let description = fill!(
        w::BEFORE_TEXT,
        lang,
        from = &from,
        to = &to,
        description = &format!("{told} ({to}).")
    );
    Some(ChartModel {
        lang,
        title: fill!(w::BEFORE_TITLE, lang, indicator = short, list = &told, year = &to),
        subtitle,
        source: source_of(cx, id),
        notes: Vec::new(),
        description,
        body: ChartBody::Lines(Trend {
            min: (low - (high - low) * 0.15).max(0.0),
            max: high + (high - low) * 0.1,
            years,
            series,
            breaks,
        }),
    })
}

/// The view at an address; `None` if the former units have no figures.
pub(crate) fn own(cx: &PageContext, view: DerivedView) -> Option<ViewContent> {
    let (lang, province, id) = (cx.lang(), view.province?, view.indicator?);
    let catalogue = &cx.snapshot().catalogue;
    let about = catalogue.provinces.get(province);
    if catalogue.provinces.merged_from(province).is_empty() {
        return None;
    }
    let indicator = catalogue.indicator(id);
    let (typed, sources, years) = typed(cx, id, province);
    let (first, last) = years.iter().min().zip(years.iter().max())?;
    let model = if view.form == ViewForm::Lines {
        Some(lines(cx, id, province)?)
    } else {
        None
    };
    let short = indicator.short.get(lang);
    let (name, from, to) = (about.name.get(lang), first.to_string(), last.to_string());
    let scored = lines::scored(cx, id);
    let how = if scored {
        format!("{} {}", w::NO_SCORE.get(lang), w::NO_SCORE_HOW.get(lang))
    } else {
        w::SUM_HOW.get(lang).to_owned()
    };
    let not_across = model.as_ref().filter(|model| match &model.body {
        ChartBody::Lines(trend) => !trend.breaks.is_empty(),
        _ => false,
    });
    let mut notes = vec![Note::from(how)];
    notes.extend(not_across.map(|_| Note::comparability(format!("{}.", m::BREAKS_NOTE.get(lang)))));
    let years = if from == to {
        from.clone()
    } else {
        format!("{from}–{to}")
    };
    Some(ViewContent {
        cited: vec![(id, years)],
        component: ComponentId::TOTAL,
        title: model.as_ref().map_or_else(
            || fill!(w::BEFORE_TABLE_TITLE, lang, indicator = short, province = name),
            |model| model.title.clone(),
        ),
        subtitle: fill!(
            w::BEFORE_SUBTITLE,
            lang,
            indicator = short,
            province = name,
            from = &from,
            to = &to
        ),
        model,
        notes,
        typed,
        readme: Vec::new(),
        sources,
        state: Vec::new(),
        page: format!("/provinces/{}", about.slug),
        page_state: Vec::new(),
        place: format!("{}-before", indicator.slug),
        name: format!("{}-{}-before", about.slug, indicator.slug.replace('_', "-")),
    })
}

/// A row a year and former unit (and component, for counts), the oldest first; with the years told.
fn typed(cx: &PageContext, id: IndicatorId, province: ProvinceId) -> (TypedTable, Sources, Vec<i32>) {
    let lang = cx.lang();
    let catalogue = &cx.snapshot().catalogue;
    let indicator = catalogue.indicator(id);
    let scored = lines::scored(cx, id);
    let key = TableKey {
        indicator: id,
        component: ComponentId::TOTAL,
        basis: ProvinceList::Before2025,
        year: 0,
    };
    let mut columns = vec![column("year", m::YEAR.get(lang), DataKind::Whole)];
    columns.extend((!scored).then(|| column("component", export::COL_COMPONENT.get(lang), DataKind::Text)));
    columns.push(column("old_unit", w::COL_OLD.get(lang), DataKind::Text));
    columns.push(value_column(cx, key));
    columns.extend(rank_columns(cx));
    columns.push(column("as_of", export::COL_AS_OF.get(lang), DataKind::Text));
    columns.extend(end_columns(cx));
    let components = indicator
        .components()
        .filter(|(id, _)| !scored || *id == ComponentId::TOTAL);
    let mut all: Vec<(&Table, RebasedRow)> = components
        .flat_map(|(component, _)| told(cx, id, component, province))
        .collect();
    all.sort_by_key(|(table, _)| table.key.year);
    let (mut rows, mut sources, mut years) = (Vec::new(), Sources::default(), Vec::new());
    for (table, row) in all {
        let year = table.key.year;
        years.push(year);
        for part in &row.parts {
            let figure = part.figure.map(|at| cx.snapshot().figure(at));
            let mut cells = vec![whole(Some(year))];
            let name = || indicator.component(table.key.component).name_in(Some(year)).get(lang);
            cells.extend((!scored).then(|| text(name())));
            cells.push(text(lines::old_name(
                lang,
                catalogue.provinces.get(part.province),
                year,
            )));
            cells.push(cell(part.value.value()));
            cells.extend(rank_cells(
                cx,
                part.rank,
                figure.map_or(PublishedRank::None, |f| f.rank),
            ));
            let moment = figure.and_then(|figure| figure.key.as_of);
            cells.push(text(moment.map_or_else(String::new, |moment| moment.format(lang))));
            cells.extend(match (figure, part.value) {
                (Some(figure), _) => end_cells(cx, figure, &mut sources),
                (None, domain::Observation::Missing(why)) => [text(words::missing(why).get(lang)), text("")],
                (None, _) => [text(""), text("")],
            });
            rows.push(cells);
        }
    }
    (TypedTable { columns, rows }, sources, years)
}
