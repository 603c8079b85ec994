//! All provinces of a table on one scale, from the worst to the best.

use domain::{
    Direction, Observation, ProvinceId, RankPolicy, Row, Table,
    chart::{ChartBody, ChartModel, Emphasis, Strip, StripMark, StripPoint, StripQuarter},
    last_place,
};
use messages::{Msg, arguments, common as m, fill, standing as w};

use crate::{ChartSize, charts, context::PageContext, findings::headline as finding, words};

/// Fewest provinces that make a scale.
const FEWEST: usize = 3;

/// Size of a strip in a card or a line of text, in CSS px.
const INLINE: ChartSize = ChartSize { width: 220, height: 28 };

/// A table as a strip, with what cards and titles say of it.
pub(crate) struct StripView<'a> {
    pub(crate) table: &'a Table,
    /// True when provinces are placed by rank because too few scores are known.
    pub(crate) by_rank: bool,
    pub(crate) strip: Strip,
    /// The label of the mark at the better end, and of that at the other, such as `Cao Bằng 52,99`.
    pub(crate) best: String,
    pub(crate) last: String,
    /// Labels of the followed provinces that have a mark.
    pub(crate) followed: Vec<String>,
    /// Followed provinces without one.
    pub(crate) without: Vec<String>,
    /// Provinces on which sources disagree: they have no mark.
    pub(crate) disputed: Vec<String>,
}

/// Name of a quarter, 1 (best) to 4; of a group, where the publisher gives groups.
pub(crate) fn quarter_name(cx: &PageContext, table: &Table, quarter: u8) -> String {
    let lang = cx.lang();
    let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
    if indicator.ranks == RankPolicy::Groups {
        let group = words::group(quarter).get(lang).to_lowercase();
        return fill!(w::QUARTER_GROUP, lang, group = &group);
    }
    quarter_words(quarter).get(lang).to_owned()
}

/// The quarter in words.
pub(crate) const fn quarter_words(quarter: u8) -> Msg {
    match quarter {
        1 => w::QUARTER_1,
        2 => w::QUARTER_2,
        3 => w::QUARTER_3,
        _ => w::QUARTER_4,
    }
}

/// The strip of a table; `None` when fewer than three provinces have a place on it, or all have the same.
pub(crate) fn of_table<'a>(cx: &'a PageContext, table: &'a Table, followed: &[ProvinceId]) -> Option<StripView<'a>> {
    Placing::new(cx, table, followed).view()
}

/// The same without labels and source, as small as a word: what it shows is said beside it.
pub(crate) fn inline(cx: &PageContext, strip: &Strip) -> String {
    small(cx, strip, ("d", INLINE.width))
}

fn small(cx: &PageContext, strip: &Strip, (id, width): (&str, u32)) -> String {
    let model = ChartModel {
        lang: cx.lang(),
        title: String::new(),
        subtitle: String::new(),
        source: String::new(),
        notes: Vec::new(),
        description: String::new(),
        body: ChartBody::StripSpark(strip.clone()),
    };
    cx.backend().chart(&model, id, ChartSize { width, ..INLINE })
}

impl StripView<'_> {
    /// The strip in the height of a line of text; the width is in CSS px.
    pub(crate) fn line(&self, cx: &PageContext, width: u32) -> String {
        small(cx, &self.strip, ("l", width))
    }

    /// The strip in the height of a line of text.
    pub(crate) fn inline(&self, cx: &PageContext) -> String {
        inline(cx, &self.strip)
    }

    /// The picture.
    pub(crate) fn chart(&self, cx: &PageContext, followed: &[ProvinceId]) -> ChartModel {
        let (snapshot, lang) = (cx.snapshot(), cx.lang());
        ChartModel {
            lang,
            title: finding::title(snapshot, lang, self.table, followed.first().copied()),
            subtitle: self.subtitle(cx),
            source: charts::source_line(cx, self.table),
            notes: Vec::new(),
            description: self.description(cx),
            body: ChartBody::Strip(self.strip.clone()),
        }
    }

    fn subtitle(&self, cx: &PageContext) -> String {
        let (snapshot, lang, key) = (cx.snapshot(), cx.lang(), self.table.key);
        let measure = finding::measure(snapshot, lang, self.table);
        let mut parts = vec![fill!(
            m::BARS_SUBTITLE,
            lang,
            measure = &measure,
            year = &key.year.to_string()
        )];
        if self.by_rank {
            parts.push(w::BY_RANK.get(lang).to_owned());
        } else {
            parts.extend(finding::scale_and_direction(snapshot, lang, self.table));
        }
        if !self.disputed.is_empty() {
            parts.push(fill!(
                m::NOT_DRAWN,
                lang,
                provinces = &words::list(lang, &self.disputed)
            ));
        }
        if !self.without.is_empty() {
            parts.push(fill!(
                w::NO_FIGURE_OF,
                lang,
                provinces = &words::list(lang, &self.without)
            ));
        }
        parts.join(", ")
    }

    fn description(&self, cx: &PageContext) -> String {
        let lang = cx.lang();
        let count = self.strip.marks.len().to_string();
        let mut sentences = vec![fill!(
            w::STRIP_TEXT,
            lang,
            count = &count,
            last = &self.last,
            first = &self.best
        )];
        let lit = self
            .strip
            .marks
            .iter()
            .filter(|mark| mark.emphasis != Emphasis::Context);
        for mark in lit {
            let says = match &mark.before {
                Some(before) => fill!(
                    w::STRIP_BEFORE,
                    lang,
                    standing = &mark.says,
                    year_before = &before.label,
                    figure_before = &before.text
                ),
                None => mark.says.clone(),
            };
            sentences.push(format!("{says}."));
        }
        if let Some(reference) = &self.strip.reference {
            sentences.push(format!("{}.", reference.label));
        }
        sentences.join(" ")
    }
}

/// A strip under way.
struct Placing<'a, 'h> {
    cx: &'a PageContext,
    table: &'a Table,
    followed: &'h [ProvinceId],
    by_rank: bool,
    direction: Direction,
}

impl<'a, 'h> Placing<'a, 'h> {
    fn new(cx: &'a PageContext, table: &'a Table, followed: &'h [ProvinceId]) -> Self {
        let indicator = cx.snapshot().catalogue.indicator(table.key.indicator);
        let ranked = table.rows.iter().filter(|row| row.rank.is_some()).count();
        Self {
            cx,
            table,
            followed,
            by_rank: ranked > table.with_value,
            direction: indicator.direction(table.key.component),
        }
    }

    fn view(&self) -> Option<StripView<'a>> {
        let mut marks: Vec<(ProvinceId, StripMark)> = self.table.rows.iter().filter_map(|row| self.mark(row)).collect();
        let mut strip = self.scale(&marks)?;
        self.label_ends(&strip, &mut marks);
        let (last, best) = (self.end(&strip, &marks, 0.0), self.end(&strip, &marks, 1.0));
        let named = |id: &ProvinceId| finding::name(self.cx.snapshot(), self.cx.lang(), *id, self.table.key);
        let placed = |id: &ProvinceId| marks.iter().any(|(own, _)| own == id);
        let without = self.followed.iter().filter(|id| !placed(id)).map(named).collect();
        let conflict = |row: &&Row| self.cx.snapshot().figure(row.figure).value == Observation::Conflict;
        let disputed = self.table.rows.iter().filter(conflict);
        let disputed = disputed.map(|row| row.province).filter(|id| !placed(id));
        let disputed: Vec<String> = disputed.map(|id| named(&id)).collect();
        strip.quarters = self.quarters(&strip);
        strip.marks = marks.into_iter().map(|(_, mark)| mark).collect();
        let lit = strip.marks.iter().filter(|mark| mark.emphasis != Emphasis::Context);
        Some(StripView {
            table: self.table,
            by_rank: self.by_rank,
            best,
            last,
            followed: lit.map(|mark| mark.says.clone()).collect(),
            without,
            disputed,
            strip,
        })
    }

    /// A province where its place is known.
    fn mark(&self, row: &Row) -> Option<(ProvinceId, StripMark)> {
        let (snapshot, lang, key) = (self.cx.snapshot(), self.cx.lang(), self.table.key);
        let (value, text) = self.position(row)?;
        let label = finding::name(snapshot, lang, row.province, key);
        let lit = self.followed.iter().position(|id| *id == row.province);
        let mark = StripMark {
            says: lit.map_or_else(String::new, |_| self.says(&label, &text)),
            label,
            value,
            text,
            emphasis: lit.map_or(Emphasis::Context, |at| {
                Emphasis::Highlight(u8::try_from(at).unwrap_or(4))
            }),
            before: lit.and_then(|_| self.before(row)),
        };
        Some((row.province, mark))
    }

    fn position(&self, row: &Row) -> Option<(f64, String)> {
        if self.by_rank {
            let rank = row.rank?;
            return Some((f64::from(rank.place), words::rank(rank)));
        }
        let figure = self.cx.snapshot().figure(row.figure);
        let indicator = self.cx.snapshot().catalogue.indicator(self.table.key.indicator);
        let text = words::value(self.cx.lang(), indicator, figure)?;
        Some((figure.value.value()?, text))
    }

    /// Where it stood the year before, only where the two may be compared.
    fn before(&self, row: &Row) -> Option<StripPoint> {
        let change = &row.change;
        let (lang, key) = (self.cx.lang(), self.table.key);
        let label = change.year.to_string();
        if self.by_rank {
            change.comparable_places()?;
            let rank = change.rank?;
            return Some(StripPoint {
                label,
                value: f64::from(rank.place),
                text: words::rank(rank),
            });
        }
        change.comparable_points()?;
        let base = self.cx.snapshot().base_row(key, change.year, row.province)?;
        let indicator = self.cx.snapshot().catalogue.indicator(key.indicator);
        Some(StripPoint {
            label,
            value: change.value?,
            text: words::value(lang, indicator, self.cx.snapshot().figure(base.figure))?,
        })
    }

    fn says(&self, name: &str, text: &str) -> String {
        let words = if self.by_rank { w::AT_RANK } else { w::AT_VALUE };
        words.fill(self.cx.lang(), &arguments![name = name, figure = text])
    }

    /// The scale with its reference line; `None` without a length.
    fn scale(&self, marks: &[(ProvinceId, StripMark)]) -> Option<Strip> {
        if marks.len() < FEWEST {
            return None;
        }
        let values = || marks.iter().map(|(_, mark)| mark.value);
        let (low, high) = ends(values())?;
        if low >= high {
            return None;
        }
        let earlier = marks.iter().filter_map(|(_, mark)| Some(mark.before.as_ref()?.value));
        if self.by_rank {
            let of = self.table.rows.iter().filter_map(|row| row.rank).map(|rank| rank.of);
            let last = of.map(f64::from).chain(earlier).fold(high, f64::max);
            return Some(Strip {
                left: last,
                right: 1.0,
                ranks: true,
                ..Strip::default()
            });
        }
        let reference = charts::reference(self.cx, self.table);
        let line = reference.as_ref().map(|reference| reference.value);
        let (low, high) = ends([low, high].into_iter().chain(earlier).chain(line))?;
        let (left, right) = match self.direction {
            Direction::Lower => (high, low),
            Direction::Higher | Direction::Neutral => (low, high),
        };
        Some(Strip {
            left,
            right,
            reference,
            ..Strip::default()
        })
    }

    /// Positions of the marks farthest to the left and to the right: those share the same place.
    fn at_end<'m>(strip: &Strip, marks: &'m [(ProvinceId, StripMark)], end: f64) -> Vec<&'m StripMark> {
        let away = |mark: &StripMark| (strip.share(mark.value) - end).abs();
        let nearest = marks.iter().map(|(_, mark)| away(mark)).fold(f64::INFINITY, f64::min);
        let same = |mark: &&StripMark| away(mark) <= nearest;
        marks.iter().map(|(_, mark)| mark).filter(same).collect()
    }

    fn end(&self, strip: &Strip, marks: &[(ProvinceId, StripMark)], end: f64) -> String {
        let lang = self.cx.lang();
        match Self::at_end(strip, marks, end)[..] {
            [] => String::new(),
            [only] => self.says(&only.label, &only.text),
            [first, _] => self.says(&fill!(w::AND_ONE, lang, province = &first.label), &first.text),
            [first, .., _] => {
                let others = Self::at_end(strip, marks, end).len() - 1;
                let names = fill!(w::AND_OTHERS, lang, province = &first.label, count = others);
                self.says(&names, &first.text)
            }
        }
    }

    /// Writes the label of each end at its first mark, unless a followed province stands there and says it.
    fn label_ends(&self, strip: &Strip, marks: &mut [(ProvinceId, StripMark)]) {
        for end in [0.0, 1.0] {
            let says = self.end(strip, marks, end);
            let there = Self::at_end(strip, marks, end);
            if there.iter().any(|mark| mark.emphasis != Emphasis::Context) {
                continue;
            }
            let Some(first) = there.first().map(|mark| (*mark).clone()) else {
                continue;
            };
            if let Some((_, mark)) = marks.iter_mut().find(|(_, mark)| *mark == first) {
                mark.says = says;
            }
        }
    }

    /// The quarters from left to right, where the table allows them and values fall with them.
    fn quarters(&self, strip: &Strip) -> Vec<StripQuarter> {
        let cuts = if self.by_rank {
            self.rank_cuts()
        } else {
            self.value_cuts()
        };
        let Some(cuts) = cuts else { return Vec::new() };
        let edges = [strip.left, cuts[2], cuts[1], cuts[0], strip.right];
        let quarter = |at: usize, quarter: u8| StripQuarter {
            from: edges[at],
            to: edges[at + 1],
            label: quarter_name(self.cx, self.table, quarter),
        };
        vec![quarter(0, 4), quarter(1, 3), quarter(2, 2), quarter(3, 1)]
    }

    /// Between quarters 1 and 2, 2 and 3, 3 and 4: half a place after the last rank of each.
    fn rank_cuts(&self) -> Option<[f64; 3]> {
        self.cx.snapshot().quarters(self.table).into_iter().flatten().next()?;
        let mut of = self.table.rows.iter().filter_map(|row| row.rank).map(|rank| rank.of);
        let field = of.next()?;
        let same = of.all(|other| other == field) && field >= 8;
        same.then(|| [1, 2, 3].map(|quarter| f64::from(last_place(field, quarter)) + 0.5))
    }

    /// The same on the scale of values: half way between the neighbours, if no quarter reaches into the next.
    fn value_cuts(&self) -> Option<[f64; 3]> {
        let snapshot = self.cx.snapshot();
        if !self.table.complete || self.table.rows.len() < 8 {
            return None;
        }
        let quarters = snapshot.quarters(self.table);
        let ends_of = |quarter: u8| {
            let rows = self.table.rows.iter().zip(&quarters);
            let own = rows.filter(|(_, of)| **of == Some(quarter));
            ends(own.filter_map(|(row, _)| snapshot.figure(row.figure).value.value()))
        };
        let [first, second, third, last] = [ends_of(1)?, ends_of(2)?, ends_of(3)?, ends_of(4)?];
        let between = |better: (f64, f64), worse: (f64, f64)| match self.direction {
            Direction::Lower => (better.1 <= worse.0).then(|| f64::midpoint(better.1, worse.0)),
            Direction::Higher | Direction::Neutral => (worse.1 <= better.0).then(|| f64::midpoint(worse.1, better.0)),
        };
        Some([between(first, second)?, between(second, third)?, between(third, last)?])
    }
}

/// The least and the greatest.
fn ends(values: impl IntoIterator<Item = f64>) -> Option<(f64, f64)> {
    let mut found: Option<(f64, f64)> = None;
    for value in values {
        let (low, high) = found.unwrap_or((value, value));
        found = Some((low.min(value), high.max(value)));
    }
    found
}
