//! What stands on each tile, and its class.

use domain::{
    ComponentId, Gap, Indicator, Kind, Missing, Observation, ProvinceId, ProvinceList, PublishedRank, RankOrigin,
    RankPolicy, Row, Table, TableKey,
    classes::{Class, Classes, around_zero, by_cuts, equal_counts, rank_steps},
    number,
};
use messages::{common as m, export, fill, map as w};

use super::model::MapKind;
use crate::{context::PageContext, words};

/// What is said of one province.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    pub(crate) province: ProvinceId,
    /// Position in [`Table::rows`], where it has a row.
    pub(crate) row: Option<usize>,
    /// Value in the measure of the map; `None` if there is none, or none that may be shown.
    pub(crate) value: Option<f64>,
    /// The value as read, or why there is none.
    pub(crate) text: String,
    /// Position of its class, the lowest first.
    pub(crate) class: Option<usize>,
    /// False when the map has no tile for it.
    pub(crate) tiled: bool,
}

/// One class with its ends as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NamedClass {
    pub(crate) label: String,
    pub(crate) count: usize,
}

/// All provinces and the classes that they fall into.
#[derive(Clone, Debug, Default)]
pub(crate) struct Classified {
    /// By the alphabet.
    pub(crate) readings: Vec<Reading>,
    pub(crate) classes: Vec<NamedClass>,
    /// How the classes were made, in a sentence.
    pub(crate) rule: String,
}

/// A map that is being made.
pub(crate) struct Making<'a> {
    pub(super) cx: &'a PageContext,
    pub(super) table: &'a Table,
    pub(super) kind: MapKind,
    /// The earlier year of a change.
    pub(super) from: i32,
}

impl Making<'_> {
    pub(super) fn indicator(&self) -> &Indicator {
        self.cx.snapshot().catalogue.indicator(self.table.key.indicator)
    }

    fn decimals(&self) -> u8 {
        self.indicator().decimals(self.table.key.component)
    }

    /// Reads every province and puts it into its class. If `refused`, none gets a value: the reason
    /// stands in its place.
    pub(super) fn classify(&self, refused: Option<String>) -> Classified {
        let mut readings = self.readings();
        if let Some(reason) = refused {
            for reading in &mut readings {
                reading.value = None;
                reading.text.clone_from(&reason);
            }
            return Classified {
                readings,
                ..Classified::default()
            };
        }
        let with: Vec<usize> = (0..readings.len())
            .filter(|at| readings[*at].tiled && readings[*at].value.is_some())
            .collect();
        let values: Vec<f64> = with.iter().filter_map(|at| readings[*at].value).collect();
        let (made, labels, rule) = self.classes(&values);
        for (at, class) in with.into_iter().zip(made.of) {
            readings[at].class = Some(class);
        }
        let named = labels.into_iter().zip(made.classes);
        Classified {
            readings,
            classes: named
                .map(|(label, class)| NamedClass {
                    label,
                    count: class.count,
                })
                .collect(),
            rule,
        }
    }

    fn readings(&self) -> Vec<Reading> {
        let (snapshot, key) = (self.cx.snapshot(), self.table.key);
        let tiles = &snapshot.catalogue.tiles;
        let row = |id| self.table.rows.iter().position(|row| row.province == id);
        let all = snapshot.catalogue.provinces.alphabetical();
        let shown = all.filter(|(id, _)| tiles.tile(key.basis, *id).is_some() || row(*id).is_some());
        let reading = |id: ProvinceId| {
            let at = row(id);
            let read = match at.map(|at| &self.table.rows[at]) {
                Some(row) => self.of_row(row),
                None => Err(self.absent(id)),
            };
            let (value, text) = read.map_or_else(|why| (None, why), |(value, text)| (Some(value), text));
            Reading {
                province: id,
                row: at,
                value,
                text,
                class: None,
                tiled: tiles.tile(key.basis, id).is_some(),
            }
        };
        shown.map(|(id, _)| reading(id)).collect()
    }

    /// Why a province is not in the table.
    fn absent(&self, province: ProvinceId) -> String {
        let (lang, key) = (self.cx.lang(), self.table.key);
        let other = match key.basis {
            ProvinceList::Before2025 => ProvinceList::Since2025,
            ProvinceList::Since2025 => ProvinceList::Before2025,
        };
        let elsewhere = self.cx.snapshot().table(TableKey { basis: other, ..key });
        if elsewhere.is_some_and(|table| table.row(province).is_some()) {
            return fill!(m::IN_OTHER_LIST, lang, count = other.code());
        }
        let stated = self.table.absent.iter().find(|(id, _)| *id == province);
        let reason = stated.map_or(Missing::NotFound, |(_, reason)| *reason);
        words::missing(reason).get(lang).to_owned()
    }

    fn of_row(&self, row: &Row) -> Result<(f64, String), String> {
        match self.kind {
            MapKind::Score => self.value(row),
            MapKind::Band => self.band(row),
            MapKind::Rank => self.rank(row),
            MapKind::Change => self.change(row),
        }
    }

    fn value(&self, row: &Row) -> Result<(f64, String), String> {
        let (lang, figure) = (self.cx.lang(), self.cx.snapshot().figure(row.figure));
        match figure.value {
            Observation::Known(known) => {
                let text = words::value(lang, self.indicator(), figure).unwrap_or_default();
                Ok((known.value, text))
            }
            Observation::Conflict => Err(export::CELL_CONFLICT.get(lang).to_owned()),
            Observation::Missing(reason) => Err(words::missing(reason).get(lang).to_owned()),
        }
    }

    fn band(&self, row: &Row) -> Result<(f64, String), String> {
        let lang = self.cx.lang();
        let (value, text) = self.value(row)?;
        let label = match self.published_bands() {
            Some(_) => self.indicator().band(self.table.key.year, value).map(str::to_owned),
            None => row.group.map(|group| words::group(group).get(lang).to_owned()),
        };
        Ok((
            value,
            label.map_or_else(
                || text.clone(),
                |label| fill!(w::VALUE_AND_BAND, lang, value = &text, band = &label),
            ),
        ))
    }

    fn rank(&self, row: &Row) -> Result<(f64, String), String> {
        let lang = self.cx.lang();
        let published = self.cx.snapshot().figure(row.figure).rank;
        match (row.rank, published) {
            (Some(rank), _) => {
                let text = words::rank(rank);
                let text = match rank.origin {
                    RankOrigin::Published => text,
                    RankOrigin::Computed => fill!(w::RANK_COMPUTED, lang, rank = &text),
                };
                Ok((f64::from(rank.place), text))
            }
            (None, PublishedRank::Conflict) => Err(m::RANK_CONFLICT.get(lang).to_owned()),
            (None, _) => Err(m::UNKNOWN_RANK.get(lang).to_owned()),
        }
    }

    fn change(&self, row: &Row) -> Result<(f64, String), String> {
        let (lang, key) = (self.cx.lang(), self.table.key);
        let change = self.cx.snapshot().change(key, self.from, row.province);
        let cell = words::points(lang, &change, self.decimals(), key.year);
        match (change.comparable_points(), change.points) {
            (Some(points), _) => Ok((points, cell.text)),
            (None, Err(Gap::NoFigure)) => match self.value(row) {
                Err(why) => Err(why),
                Ok(_) => Err(cell.words),
            },
            (None, _) => Err(cell.words),
        }
    }

    /// Lowest values of the bands published for the year, the best first.
    pub(super) fn published_bands(&self) -> Option<&[(String, f64)]> {
        let key = self.table.key;
        if key.component != ComponentId::TOTAL {
            return None;
        }
        let bands = self.indicator().bands.iter().find(|bands| bands.span.holds(key.year))?;
        Some(&bands.cuts)
    }

    /// Classes with their names and the rule in words.
    fn classes(&self, values: &[f64]) -> (Classes, Vec<String>, String) {
        let lang = self.cx.lang();
        match self.kind {
            MapKind::Score => {
                let made = equal_counts(values, self.decimals());
                let labels = made.classes.iter().map(|class| self.range(class)).collect();
                (made, labels, w::RULE_FIFTHS.get(lang).to_owned())
            }
            MapKind::Band => self.bands(values),
            MapKind::Rank => {
                let among = self
                    .table
                    .rows
                    .iter()
                    .filter_map(|row| row.rank)
                    .map(|rank| rank.of)
                    .max();
                let among = among.unwrap_or(1);
                let made = rank_steps(&ranks(values), among);
                let label = |class: &Class| {
                    let ends = [class.low, class.high].map(|end| number::format(lang, end, 0));
                    if ends[0] == ends[1] {
                        fill!(w::RANKS_ONE, lang, rank = &ends[0])
                    } else {
                        fill!(w::RANKS_FROM_TO, lang, first = &ends[0], last = &ends[1])
                    }
                };
                let labels = made.classes.iter().map(label).collect();
                (made, labels, fill!(w::RULE_RANKS, lang, last = &among.to_string()))
            }
            MapKind::Change => {
                let made = around_zero(values, self.decimals());
                let label = |class: &Class| {
                    let ends = [class.low, class.high].map(|end| number::format_signed(lang, end, self.decimals()));
                    fill!(w::CHANGE_FROM_TO, lang, low = &ends[0], high = &ends[1])
                };
                let labels = made.classes.iter().map(label).collect();
                (made, labels, w::RULE_CHANGE.get(lang).to_owned())
            }
        }
    }

    fn bands(&self, values: &[f64]) -> (Classes, Vec<String>, String) {
        let (lang, year) = (self.cx.lang(), self.table.key.year.to_string());
        let number = |value: f64| self.number(value);
        if let Some(cuts) = self.published_bands() {
            let lowest: Vec<f64> = cuts.iter().map(|(_, lowest)| *lowest).collect();
            let made = by_cuts(values, &lowest).unwrap_or_default();
            let label = |class: &Class| {
                let letter = cuts.iter().find(|(_, lowest)| lowest.total_cmp(&class.low).is_eq());
                match letter {
                    None => fill!(w::BAND_BELOW, lang, high = &number(class.high)),
                    Some((letter, lowest)) if class.high.is_infinite() => {
                        fill!(w::BAND_FROM, lang, band = letter, low = &number(*lowest))
                    }
                    Some((letter, lowest)) => {
                        fill!(
                            w::BAND_BETWEEN,
                            lang,
                            band = letter,
                            low = &number(*lowest),
                            high = &number(class.high)
                        )
                    }
                }
            };
            let labels = made.classes.iter().map(label).collect();
            return (made, labels, fill!(w::RULE_BANDS, lang, year = &year));
        }
        let made = self.groups(values);
        let groups = [4, 3, 2, 1].map(|group| words::group(group).get(lang));
        let name =
            |(class, group): (&Class, &str)| fill!(w::GROUP_RANGE, lang, group = group, range = &self.range(class));
        let labels = made.classes.iter().zip(groups).map(name).collect();
        (made, labels, w::RULE_GROUPS.get(lang).to_owned())
    }

    /// The four groups of a complete table, the lowest first.
    fn groups(&self, values: &[f64]) -> Classes {
        let group: Vec<usize> = domain::quartile_groups(values)
            .into_iter()
            .map(|group| usize::from(4 - group.clamp(1, 4)))
            .collect();
        let class = |at: usize| {
            let inside = || {
                values
                    .iter()
                    .zip(&group)
                    .filter(|(_, own)| **own == at)
                    .map(|(value, _)| *value)
            };
            Class {
                low: inside().fold(f64::INFINITY, f64::min),
                high: inside().fold(f64::NEG_INFINITY, f64::max),
                count: inside().count(),
            }
        };
        Classes {
            classes: (0..4).map(class).collect(),
            of: group,
        }
    }

    fn range(&self, class: &Class) -> String {
        let lang = self.cx.lang();
        let ends = [class.low, class.high].map(|end| number::format(lang, end, self.decimals()));
        let mut text = if ends[0] == ends[1] {
            ends[0].clone()
        } else {
            fill!(w::FROM_TO, lang, low = &ends[0], high = &ends[1])
        };
        if self.indicator().unit(self.table.key.component) == domain::Unit::Percent {
            text.push('%');
        }
        text
    }

    /// A cut-off without decimals that say nothing.
    fn number(&self, value: f64) -> String {
        let decimals = if value.fract() == 0.0 { 0 } else { self.decimals() };
        number::format(self.cx.lang(), value, decimals)
    }

    /// Why there is nothing that the tiles could show.
    pub(super) fn nothing(&self) -> Option<String> {
        let (lang, table) = (self.cx.lang(), self.table);
        let ranks = self.indicator().ranks;
        let why = match self.kind {
            MapKind::Score if table.with_value > 0 => return None,
            MapKind::Score => w::NO_SCORES,
            MapKind::Band if self.has_bands() => return None,
            MapKind::Band => w::NO_BANDS,
            MapKind::Rank if ranks == RankPolicy::None => w::NO_RANKS_COUNT,
            MapKind::Rank if ranks == RankPolicy::Groups => w::NO_RANKS_GROUPS,
            MapKind::Rank if table.rows.iter().any(|row| row.rank.is_some()) => return None,
            MapKind::Rank => w::NO_RANKS,
            MapKind::Change => return None,
        };
        Some(why.get(lang).to_owned())
    }

    /// Bands published for the year, or groups of the complete table.
    pub(super) fn has_bands(&self) -> bool {
        let groups = self.table.rows.iter().any(|row| row.group.is_some());
        let bands = self.indicator().kind == Kind::Score && self.published_bands().is_some();
        self.table.with_value > 0 && (groups || bands)
    }
}

/// Ranks are whole numbers from 1.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "these values were made of ranks"
)]
fn ranks(values: &[f64]) -> Vec<u16> {
    values.iter().map(|rank| *rank as u16).collect()
}
