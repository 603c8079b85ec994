//! The map as a chart: title, tiles, what must be said with it.

use domain::{
    Kind, MapTile, ProvinceId, ProvinceList, RankOrigin, RegionId, TileSubject,
    chart::{ChartBody, ChartModel, Note, Tile, TileClass, TileFill, Tiles},
    classes::MOST_CLASSES,
    number,
};
use messages::{export, fill, map as w};

use super::{
    model::MapKind,
    readings::{Classified, Making, Reading},
};
use crate::{
    charts,
    findings::{
        comparison::{self, VerdictNote},
        headline as finding,
    },
    views::ranking::model as ranking,
    words,
};

impl Making<'_> {
    /// What is said about the comparison with the earlier year: of a change, or of the year before.
    pub(super) fn verdict(&self) -> VerdictNote {
        match self.kind {
            MapKind::Change => comparison::since(self.cx, self.table, self.from),
            _ => comparison::with_year_before(self.cx, self.table),
        }
    }

    /// True if the two years of a change may not be compared.
    pub(super) fn apart(&self) -> bool {
        self.cx
            .snapshot()
            .comparison(self.table.key, self.from)
            .verdict()
            .is_some_and(|verdict| !verdict.comparable())
    }

    /// The finding.
    pub(super) fn title(&self, made: &Classified, refused: bool, apart: bool) -> String {
        let (snapshot, lang, key) = (self.cx.snapshot(), self.cx.lang(), self.table.key);
        let measure = finding::measure(snapshot, lang, self.table);
        let year = key.year.to_string();
        if self.kind == MapKind::Change {
            if apart {
                return fill!(w::TITLE_APART, lang, to = &year, from = &self.from.to_string());
            }
            if !refused {
                return self.moved(made);
            }
        }
        if refused {
            return fill!(w::TITLE_NOTHING, lang, measure = &format!("{measure}, {year}"));
        }
        match self.top_region(made).filter(|_| self.table.complete) {
            Some((region, inside, of)) => {
                let region = snapshot.catalogue.provinces.region(region).name.get(lang);
                let class = made.classes.last().map_or("", |class| class.label.as_str());
                let text = fill!(
                    w::TITLE_REGION,
                    lang,
                    region = region,
                    count = &inside.to_string(),
                    total = &of.to_string(),
                    class = class
                );
                finding::titled(snapshot, lang, self.table, &text)
            }
            None => finding::title(snapshot, lang, self.table, None),
        }
    }

    /// How many rose and fell, as read.
    fn moved(&self, made: &Classified) -> String {
        let lang = self.cx.lang();
        let decimals = self.indicator().decimals(self.table.key.component);
        let changes = made
            .readings
            .iter()
            .filter(|reading| reading.tiled)
            .filter_map(|reading| reading.value);
        let changes: Vec<f64> = changes.map(|change| number::round(change, decimals)).collect();
        let many = |test: fn(&&f64) -> bool| changes.iter().filter(test).count();
        let counts = [many(|c| **c > 0.0), many(|c| **c < 0.0), many(|c| **c == 0.0)];
        let measure = finding::measure(self.cx.snapshot(), lang, self.table);
        let years = [self.table.key.year, self.from].map(|year| year.to_string());
        fill!(
            w::TITLE_CHANGE,
            lang,
            measure = &measure,
            to = &years[0],
            from = &years[1],
            total = changes.len(),
            up = counts[0],
            down = counts[1],
            unchanged = counts[2]
        )
    }

    /// The region with most provinces in the highest class; among equals that with the larger share, then
    /// the catalogue's order.
    fn top_region(&self, made: &Classified) -> Option<(RegionId, usize, usize)> {
        let provinces = &self.cx.snapshot().catalogue.provinces;
        let last = made.classes.len().checked_sub(1)?;
        let mut counts: std::collections::BTreeMap<RegionId, (usize, usize)> = std::collections::BTreeMap::new();
        for reading in made.readings.iter().filter(|reading| reading.class.is_some()) {
            let region = provinces.region_in(reading.province, self.table.key.basis);
            let count = counts.entry(region).or_default();
            count.0 += usize::from(reading.class == Some(last));
            count.1 += 1;
        }
        let inside = |of: &(RegionId, (usize, usize))| of.1.0;
        let best = counts.iter().map(|(id, count)| (*id, *count)).max_by(|a, b| {
            let share = (a.1.0 * b.1.1).cmp(&(b.1.0 * a.1.1));
            inside(a).cmp(&inside(b)).then(share).then(b.0.cmp(&a.0))
        });
        best.filter(|best| inside(best) > 1)
            .map(|(id, (inside, of))| (id, inside, of))
    }

    /// What the tiles show, in a few words.
    fn what(&self) -> messages::Msg {
        let score = ranking::is_score(self.cx, self.table);
        let mut ranks = self.table.rows.iter().filter_map(|row| row.rank);
        let computed = ranks.any(|rank| rank.origin == RankOrigin::Computed);
        match self.kind {
            MapKind::Score | MapKind::Change if score => w::WHAT_SCORE,
            MapKind::Score | MapKind::Change => w::WHAT_COUNT,
            MapKind::Band if self.published_bands().is_some() => w::WHAT_BAND,
            MapKind::Band => w::WHAT_GROUP,
            MapKind::Rank if computed => w::WHAT_RANK_COMPUTED,
            MapKind::Rank => w::WHAT_RANK_PUBLISHED,
        }
    }

    /// Measure, year, what is shown, scale and direction.
    pub(super) fn subtitle(&self) -> String {
        let (snapshot, lang) = (self.cx.snapshot(), self.cx.lang());
        let measure = finding::measure(snapshot, lang, self.table);
        let year = self.table.key.year.to_string();
        let first = match self.kind {
            MapKind::Change => fill!(
                w::SUBTITLE_CHANGE,
                lang,
                measure = &measure,
                from = &self.from.to_string(),
                to = &year
            ),
            _ => fill!(
                w::SUBTITLE,
                lang,
                measure = &measure,
                year = &year,
                kind = self.what().get(lang)
            ),
        };
        let mut parts = vec![first];
        if self.kind != MapKind::Rank {
            parts.extend(finding::scale_and_direction(snapshot, lang, self.table));
        }
        parts.join(", ")
    }

    /// What must be said wherever the map goes; the licence is added where it leaves the page.
    pub(super) fn notes(&self, made: &Classified) -> Vec<Note> {
        let lang = self.cx.lang();
        let coverage = fill!(
            export::COVERED,
            lang,
            coverage = &ranking::coverage(self.cx, self.table)
        );
        let mut notes = vec![self.verdict().marked(lang), Note::from(coverage)];
        if matches!(self.kind, MapKind::Rank | MapKind::Band) {
            notes.push(ranking::rank_note(self.cx, self.table).into());
        } else {
            notes.extend(ranking::by_rule(self.cx, self.table).map(|words| words.get(lang).into()));
        }
        notes.push(made.rule.clone().into());
        let off: Vec<String> = made
            .readings
            .iter()
            .filter(|reading| !reading.tiled && reading.value.is_some())
            .map(|reading| format!("{} ({})", self.name(reading.province), reading.text))
            .collect();
        if !off.is_empty() {
            notes.push(fill!(w::OFF_MAP, lang, list = &words::list(lang, &off)).into());
        }
        notes.push(w::TILE_NOTE.get(lang).into());
        notes.extend(self.places().map(Note::from));
        notes.retain(|note| !note.text.is_empty());
        notes
    }

    /// "Hoàng Sa (thuộc Đà Nẵng) và Trường Sa (thuộc Khánh Hòa): …".
    fn places(&self) -> Option<String> {
        let (snapshot, lang) = (self.cx.snapshot(), self.cx.lang());
        let places: Vec<String> = snapshot
            .catalogue
            .tiles
            .of(self.table.key.basis)
            .filter_map(|tile| match &tile.subject {
                TileSubject::Place { name, of } => Some(fill!(
                    w::PLACE_OF,
                    lang,
                    name = name.get(lang),
                    province = &self.name(*of)
                )),
                TileSubject::Province(_) => None,
            })
            .collect();
        (!places.is_empty()).then(|| fill!(w::PLACES, lang, list = &words::list(lang, &places)))
    }

    pub(super) fn name(&self, province: ProvinceId) -> String {
        finding::name(self.cx.snapshot(), self.cx.lang(), province, self.table.key)
    }

    /// The picture.
    pub(super) fn model(&self, made: &Classified, title: &str, followed: &[ProvinceId]) -> ChartModel {
        let lang = self.cx.lang();
        let tiles = self.tiles(made, followed);
        let provinces = made.readings.iter().filter(|reading| reading.tiled).count();
        let mut said: Vec<String> = made
            .classes
            .iter()
            .map(|class| {
                fill!(
                    w::CLASS_COUNT,
                    lang,
                    class = &class.label,
                    count = &class.count.to_string()
                )
            })
            .collect();
        if tiles.no_data_count > 0 {
            said.push(fill!(
                w::CLASS_COUNT,
                lang,
                class = &tiles.no_data,
                count = &tiles.no_data_count.to_string()
            ));
        }
        ChartModel {
            lang,
            title: title.to_owned(),
            subtitle: self.subtitle(),
            source: charts::source_line(self.cx, self.table),
            notes: Vec::new(),
            description: fill!(
                w::DESCRIPTION,
                lang,
                count = &provinces.to_string(),
                details = &format!("{}.", said.join("; "))
            ),
            body: ChartBody::Tiles(tiles),
        }
    }

    fn tiles(&self, made: &Classified, followed: &[ProvinceId]) -> Tiles {
        let lang = self.cx.lang();
        let basis: ProvinceList = self.table.key.basis;
        let all = self.cx.snapshot().catalogue.tiles.of(basis);
        let reading = |id: ProvinceId| made.readings.iter().find(|reading| reading.province == id);
        let place = |tile: &MapTile| match &tile.subject {
            TileSubject::Province(id) => {
                let reading = reading(*id);
                let class = reading.and_then(|reading: &Reading| reading.class);
                Tile {
                    column: tile.column,
                    row: tile.row,
                    short: tile.short.clone(),
                    name: self.name(*id),
                    text: reading.map(|reading| reading.text.clone()).unwrap_or_default(),
                    fill: class.map_or(TileFill::NoData, TileFill::Class),
                    marked: followed.contains(id),
                }
            }
            TileSubject::Place { name, of } => Tile {
                column: tile.column,
                row: tile.row,
                short: tile.short.clone(),
                name: name.get(lang).to_owned(),
                text: fill!(w::PART_OF, lang, province = &self.name(*of)),
                fill: TileFill::Place,
                marked: false,
            },
        };
        let tiles: Vec<Tile> = all.map(place).collect();
        let classes = made.classes.iter().take(MOST_CLASSES).map(|class| TileClass {
            label: class.label.clone(),
            count: class.count,
        });
        Tiles {
            no_data_count: tiles.iter().filter(|tile| tile.fill == TileFill::NoData).count(),
            classes: classes.collect(),
            tiles,
            diverging: self.kind == MapKind::Change,
            no_data: if self.kind == MapKind::Change && self.apart() {
                w::NOT_COMPARED.get(lang).to_owned()
            } else {
                w::NO_DATA.get(lang).to_owned()
            },
        }
    }

    /// The name of a kind of map of this indicator.
    pub(super) fn kind_name(&self, kind: MapKind) -> messages::Msg {
        let score = self.indicator().kind == Kind::Score;
        match kind {
            MapKind::Score if score => w::KIND_SCORE,
            MapKind::Score => w::KIND_COUNT,
            MapKind::Band if self.published_bands().is_some() => w::KIND_BAND,
            MapKind::Band => w::KIND_GROUP,
            MapKind::Rank => w::KIND_RANK,
            MapKind::Change => w::KIND_CHANGE,
        }
    }
}
