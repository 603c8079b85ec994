//! What the rules of the summary look at: figures without pages.

use domain::{
    AsOf, Change, ComponentId, Date, IndicatorId, Interval, Kind, Lang, Observation, PublishedRank, Rank, RankPolicy,
    Snapshot, TableKey, Unit, number,
};

use super::model::Comparison;
use crate::{context::PageContext, words};

/// What is known of a province's value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Seen {
    /// One exact value.
    Exact(f64),
    /// A value that its source gives as "about" or "nearly", as read.
    Inexact(String),
    /// The sources disagree.
    Disputed,
    /// A rank without a value; it is among the ranks.
    RankOnly,
    /// Nothing, with the reason as read.
    Missing(String),
}

/// One province.
#[derive(Clone, Debug)]
pub(crate) struct Stand {
    pub(crate) name: String,
    pub(crate) seen: Seen,
    pub(crate) rank: Option<Rank>,
    /// The change since the earlier year.
    pub(crate) change: Option<Change>,
    pub(crate) moment: Option<AsOf>,
    /// The published interval of confidence.
    pub(crate) interval: Option<Interval>,
    /// Its group of four, 1 (highest) to 4.
    pub(crate) group: Option<u8>,
}

/// One component; its values stand in the order of the provinces.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) decimals: u8,
    pub(crate) max: Option<f64>,
    /// Exact values of one moment.
    pub(crate) values: Vec<Option<f64>>,
}

/// How many years all have a figure, and who alone was highest most often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct YearsLed {
    pub(crate) name: String,
    pub(crate) led: usize,
    pub(crate) of: usize,
    pub(crate) first: i32,
    pub(crate) last: i32,
    /// True if not all of these years are comparable: each was led by another measure.
    pub(crate) across_break: bool,
}

/// Everything that the rules look at.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    pub(crate) lang: Lang,
    pub(crate) short: String,
    pub(crate) kind: Kind,
    pub(crate) unit: Unit,
    /// Unit in words, such as `dịch vụ`.
    pub(crate) unit_words: String,
    pub(crate) decimals: u8,
    /// True if the publisher's ranks, or ours, may be shown.
    pub(crate) ranked: bool,
    pub(crate) year: i32,
    pub(crate) from: Option<i32>,
    pub(crate) stands: Vec<Stand>,
    pub(crate) parts: Vec<Part>,
    pub(crate) years: Option<YearsLed>,
}

impl Facts {
    /// A value as read.
    pub(crate) fn read(&self, value: f64) -> String {
        let text = number::format(self.lang, value, self.decimals);
        if self.unit == Unit::Percent {
            format!("{text}%")
        } else {
            text
        }
    }

    /// The exact values with whose they are.
    pub(crate) fn exact(&self) -> Vec<(&str, f64)> {
        let known = self.stands.iter().filter_map(|stand| match stand.seen {
            Seen::Exact(value) => Some((stand.name.as_str(), value)),
            _ => None,
        });
        known.collect()
    }

    /// True when the exact values describe one moment.
    pub(crate) fn one_moment(&self) -> bool {
        let exact = self.stands.iter().filter(|stand| matches!(stand.seen, Seen::Exact(_)));
        let mut moments = exact.map(|stand| stand.moment);
        let first = moments.next();
        moments.all(|moment| Some(moment) == first)
    }
}

/// The facts of a comparison.
pub(crate) fn facts(cx: &PageContext, compared: &Comparison<'_>) -> Facts {
    let (snapshot, lang, key) = (cx.snapshot(), cx.lang(), compared.key());
    let indicator = snapshot.catalogue.indicator(key.indicator);
    let policy = matches!(indicator.ranks, RankPolicy::Published | RankPolicy::PublishedOrComputed);
    Facts {
        lang,
        short: crate::findings::headline::measure(snapshot, lang, compared.table),
        kind: indicator.kind,
        unit: indicator.unit(key.component),
        unit_words: words::unit(lang, indicator, key.component),
        decimals: indicator.decimals(key.component),
        ranked: policy && !compared.table.mixed,
        year: key.year,
        from: compared.from,
        stands: compared.shown.iter().map(|id| stand(cx, compared, *id)).collect(),
        parts: parts(cx, compared),
        years: years(cx, compared),
    }
}

fn stand(cx: &PageContext, compared: &Comparison<'_>, id: domain::ProvinceId) -> Stand {
    let (snapshot, lang, key) = (cx.snapshot(), cx.lang(), compared.key());
    let indicator = snapshot.catalogue.indicator(key.indicator);
    let row = compared.table.row(id);
    let figure = row.map(|row| snapshot.figure(row.figure));
    let absent = || {
        let stated = compared.table.absent.iter().find(|(other, _)| *other == id);
        let reason = stated.map_or(domain::Missing::NotFound, |(_, reason)| *reason);
        Seen::Missing(words::missing(reason).get(lang).to_owned())
    };
    let seen = match figure.map(|figure| (figure.value, figure.rank)) {
        None => absent(),
        Some((Observation::Known(q), _)) if q.approx.is_none() => Seen::Exact(q.value),
        Some((Observation::Known(q), _)) => Seen::Inexact(words::quantity(lang, indicator, key.component, q)),
        Some((Observation::Conflict, _)) => Seen::Disputed,
        Some((Observation::Missing(_), PublishedRank::Known { .. })) => Seen::RankOnly,
        Some((Observation::Missing(reason), _)) => Seen::Missing(words::missing(reason).get(lang).to_owned()),
    };
    Stand {
        name: compared.name(cx, id),
        seen,
        rank: row.and_then(|row| row.rank),
        change: compared.from.map(|from| snapshot.change(key, from, id)),
        moment: figure.and_then(|figure| figure.key.as_of),
        interval: figure.and_then(domain::Figure::interval),
        group: row.and_then(|row| row.group),
    }
}

/// The components that a comparison of this component is about: its own parts, or the domains of the total.
pub(crate) fn components(snapshot: &Snapshot, key: TableKey) -> Vec<ComponentId> {
    let indicator = snapshot.catalogue.indicator(key.indicator);
    let of_total = key.component == ComponentId::TOTAL;
    let domains = indicator.domains(key.year).filter(|_| of_total).map(|(id, _)| id);
    let mut found: Vec<ComponentId> = domains.collect();
    if found.is_empty() {
        let parts = indicator
            .parts(key.component)
            .filter(|(_, part)| part.exists_in(key.year));
        found.extend(parts.map(|(id, _)| id));
    }
    let filled = |id: &ComponentId| {
        let table = snapshot.table(TableKey { component: *id, ..key });
        table.is_some_and(|table| !table.rows.is_empty())
    };
    found.retain(filled);
    found
}

fn parts(cx: &PageContext, compared: &Comparison<'_>) -> Vec<Part> {
    let (snapshot, key) = (cx.snapshot(), compared.key());
    let indicator = snapshot.catalogue.indicator(key.indicator);
    let part = |component: ComponentId| {
        let table = snapshot.table(TableKey { component, ..key })?;
        let figures = compared
            .shown
            .iter()
            .map(|id| Some(snapshot.figure(table.row(*id)?.figure)));
        let exact: Vec<Option<(f64, Option<AsOf>)>> = figures
            .map(|figure| match figure?.value {
                Observation::Known(q) if q.approx.is_none() => Some((q.value, figure?.key.as_of)),
                _ => None,
            })
            .collect();
        let moments: Vec<Option<AsOf>> = exact.iter().flatten().map(|(_, moment)| *moment).collect();
        let one = moments.windows(2).all(|pair| pair[0] == pair[1]);
        let max = indicator.scale(component, key.year).map(|(_, max)| max);
        Some(Part {
            name: indicator
                .component(component)
                .name_in(Some(key.year))
                .get(cx.lang())
                .to_owned(),
            decimals: indicator.decimals(component),
            max: max.filter(|max| *max > 0.0),
            values: exact
                .into_iter()
                .map(|v| v.filter(|_| one).map(|(value, _)| value))
                .collect(),
        })
    };
    components(snapshot, key).into_iter().filter_map(part).collect()
}

/// Who alone was highest in most of the years in which all have an exact value of one moment; nothing
/// if no single one leads that count, or where there are fewer than three such years.
fn years(cx: &PageContext, compared: &Comparison<'_>) -> Option<YearsLed> {
    let key = compared.key();
    let indicator = cx.snapshot().catalogue.indicator(key.indicator);
    if indicator.kind != Kind::Score || compared.shown.len() < 2 {
        return None;
    }
    let decimals = indicator.decimals(key.component);
    let (mut all, mut led) = (Vec::new(), vec![0usize; compared.shown.len()]);
    for table in tables(cx.snapshot(), key.indicator, key) {
        let values = compared.shown.iter().map(|id| {
            let figure = cx.snapshot().figure(table.row(*id)?.figure);
            match figure.value {
                Observation::Known(q) if q.approx.is_none() => Some(number::round(q.value, decimals)),
                _ => None,
            }
        });
        let Some(values) = values.collect::<Option<Vec<f64>>>().filter(|_| !table.mixed) else {
            continue;
        };
        all.push(table.key.year);
        let top = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mut holders = values.iter().enumerate().filter(|(_, v)| **v >= top);
        if let (Some((at, _)), None) = (holders.next(), holders.next()) {
            led[at] += 1;
        }
    }
    let most = led.iter().copied().max()?;
    let mut holders = led.iter().enumerate().filter(|(_, n)| **n == most);
    let (Some((at, _)), None) = (holders.next(), holders.next()) else {
        return None;
    };
    if all.len() < 3 {
        return None;
    }
    let comparable = |pair: &[i32]| indicator.compare(pair[0], pair[1]).verdict.comparable();
    let across_break = !all.windows(2).all(comparable);
    Some(YearsLed {
        name: compared.name(cx, compared.shown[at]),
        led: most,
        of: all.len(),
        first: *all.first()?,
        last: *all.last()?,
        across_break,
    })
}

/// All tables of a comparison's list and component that may be drawn, by year.
pub(crate) fn tables(
    snapshot: &Snapshot,
    indicator: IndicatorId,
    key: TableKey,
) -> impl Iterator<Item = &domain::Table> {
    let all = snapshot.tables(indicator, key.component);
    all.filter(move |table| table.key.basis == key.basis && !table.rows.is_empty())
}

/// A moment in words: the day, or the year.
pub(crate) fn moment(lang: Lang, moment: Option<AsOf>, year: i32) -> String {
    moment.map_or_else(|| Date::year_end(year).year().to_string(), |moment| moment.format(lang))
}
