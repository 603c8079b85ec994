//! The briefing of a province.

use domain::{
    Date, IndicatorId, Listed, ProfilePart, Province, ProvinceId, ProvinceList, Strength, TableKey,
    briefing::{Block, BriefColumn, BriefTable, Phrase},
};
use messages::{arguments, briefing as w, common as m, fill};

use super::{
    charts, gaps,
    model::{Body, section},
    needs, peers, phrases,
    standing::{self, Standing},
    verdicts,
};
use crate::{context::PageContext, views::ranking::rows::SourceList, words};

pub(super) fn body(cx: &PageContext, id: ProvinceId, sources: &mut SourceList) -> Body {
    let lang = cx.lang();
    let about = cx.snapshot().catalogue.provinces.get(id);
    let rows = standing::standings(cx, id);
    let loose = standing::loose(cx, id, &rows);
    let standing = standing::table(cx, &rows, &loose, sources);
    let before: Vec<Block> = predecessors(cx, id, about, sources).into_iter().collect();
    let strengths: Vec<Block> = strengths(cx, id, sources).into_iter().collect();
    let mut peers: Vec<Block> = peers::table(cx, &rows, id, sources).into_iter().collect();
    peers.extend(peers::alike(cx, id));
    let needs = needs::blocks(cx, &rows, id, sources);
    let conflicts = gaps::conflicts_of_province(cx, id, &rows, sources);
    let sections = vec![
        section(cx, "short", w::SHORT, 0, short(cx, id, about, (&rows, &loose))),
        section(cx, "standing", w::STANDING, 0, standing.into_iter().collect()),
        section(
            cx,
            "years",
            w::YEARS_HEAD,
            4,
            charts::over_years(cx, id, &rows).into_iter().collect(),
        ),
        section(cx, "before", w::BEFORE, 0, before),
        section(cx, "strengths", w::STRENGTHS, 2, strengths),
        section(cx, "peers", w::PEERS, 3, peers),
        section(cx, "needs", w::NEEDS, 2, needs),
        section(cx, "conflicts", w::CONFLICTS, 4, conflicts),
        section(
            cx,
            "missing",
            w::MISSING,
            5,
            gaps::missing_of_province(cx, id, &rows, &loose),
        ),
    ];
    let kind = if about.city { m::PROVINCE_CITY } else { m::PROVINCE_KIND };
    let provinces = &cx.snapshot().catalogue.provinces;
    let basis = match about.listed {
        Listed::Before2025 => ProvinceList::Before2025,
        Listed::Since2025 | Listed::Both => ProvinceList::Since2025,
    };
    let region = provinces.region(provinces.region_in(id, basis)).name.get(lang);
    Body {
        name: words::province(lang, about),
        slug: about.slug.clone(),
        about: fill!(w::ABOUT_PROVINCE, lang, kind = kind.get(lang), region = region),
        sections,
    }
}

/// What is said first: what became of the unit, three verdicts, one chart, and what else must be known.
fn short(
    cx: &PageContext,
    id: ProvinceId,
    about: &Province,
    (rows, loose): (&[Standing<'_>], &[&domain::Figure]),
) -> Vec<Block> {
    let lang = cx.lang();
    let dates = dates(cx, id, about)
        .into_iter()
        .map(|text| Block::Text(Phrase::plain(text)));
    let mut blocks: Vec<Block> = dates.collect();
    blocks.extend(verdicts::list(verdicts::verdicts(cx, id, rows)));
    blocks.extend(verdicts::chart(cx, id));
    let mut said = vec![coverage(cx, (rows, loose))];
    said.extend(moves(cx, rows));
    let disputed = rows.iter().filter(|row| row.figure(cx).conflicting()).count()
        + loose.iter().filter(|figure| figure.conflicting()).count();
    if disputed > 0 {
        said.push(fill!(w::SHORT_DISPUTED, lang, count = &disputed.to_string()));
    }
    blocks.extend(verdicts::list(said));
    blocks
}

/// How many indicators have figures of it, and the newest year.
fn coverage(cx: &PageContext, (rows, loose): (&[Standing<'_>], &[&domain::Figure])) -> String {
    let lang = cx.lang();
    let mut indicators: Vec<IndicatorId> = rows.iter().map(|row| row.id).collect();
    indicators.extend(loose.iter().map(|figure| figure.key.indicator));
    indicators.dedup();
    let years = rows.iter().map(|row| row.table.key.year);
    let loose_years = loose
        .iter()
        .filter_map(|f| f.key.as_of?.latest_day().map(Date::year).or(f.key.year));
    match years.chain(loose_years).max() {
        None if indicators.is_empty() => w::SHORT_NONE.get(lang).to_owned(),
        year => fill!(
            w::SHORT_FIGURES,
            lang,
            count = &indicators.len().to_string(),
            total = &cx.snapshot().catalogue.indicators.len().to_string(),
            year = &year.map(|year| year.to_string()).unwrap_or_default()
        ),
    }
}

/// When it was formed, and when it ended.
fn dates(cx: &PageContext, id: ProvinceId, about: &Province) -> Vec<String> {
    let lang = cx.lang();
    let provinces = &cx.snapshot().catalogue.provinces;
    let mut said = Vec::new();
    if let Some(from) = about.from.filter(|_| about.listed == Listed::Since2025) {
        let names: Vec<String> = merged(cx, id)
            .into_iter()
            .map(|(_, p)| words::province(lang, p))
            .collect();
        said.push(fill!(
            w::SHORT_FORMED,
            lang,
            date = &from.format(lang),
            provinces = &words::list(lang, &names)
        ));
    }
    if let Some((to, successor)) = about.to.zip(about.successor) {
        let name = words::province(lang, provinces.get(successor));
        said.push(fill!(w::SHORT_ENDED, lang, date = &to.format(lang), province = &name));
    }
    said
}

/// The units that a new province was formed from.
fn merged(cx: &PageContext, id: ProvinceId) -> Vec<(ProvinceId, &Province)> {
    let provinces = &cx.snapshot().catalogue.provinces;
    let before = provinces.predecessors(id);
    before
        .filter(|(_, p)| p.to.is_some_and(|to| to.year() == 2025))
        .collect()
}

/// Who rose, fell and cannot be compared, each with its indicator.
fn moves(cx: &PageContext, rows: &[Standing<'_>]) -> Vec<String> {
    let lang = cx.lang();
    let places = |row: &Standing<'_>| {
        let places = row.row.change.comparable_places()?;
        phrases::ranked(cx, row.table).then_some(places)
    };
    let named = |keep: &dyn Fn(i32) -> bool| -> Vec<String> {
        let kept = rows
            .iter()
            .filter_map(|row| Some((row, places(row).filter(|p| keep(*p))?)));
        kept.map(|(row, p)| match p {
            0 => row.dated(cx),
            _ => {
                let cell = words::places(lang, &row.row.change, row.row.rank, row.table.key.year);
                fill!(w::NAMED_RANK, lang, name = &row.dated(cx), detail = &cell.words)
            }
        })
        .collect()
    };
    let mut said = Vec::new();
    for (words, list) in [
        (w::SHORT_UP, named(&|p| p > 0)),
        (w::SHORT_DOWN, named(&|p| p < 0)),
        (w::SHORT_SAME, named(&|p| p == 0)),
        (
            w::SHORT_BROKEN,
            rows.iter()
                .filter(|row| standing::is_broken(row))
                .map(|row| row.dated(cx))
                .collect(),
        ),
    ] {
        if !list.is_empty() {
            said.push(words.fill(lang, &arguments![indicators = &list.join(", ")]));
        }
    }
    said
}

/// The units that a new province was formed from, side by side; nothing is added up.
fn predecessors(cx: &PageContext, id: ProvinceId, about: &Province, sources: &mut SourceList) -> Option<Block> {
    if about.listed != Listed::Since2025 {
        return None;
    }
    let lang = cx.lang();
    let units = merged(cx, id);
    let own: Vec<Vec<Standing<'_>>> = units.iter().map(|(unit, _)| standing::standings(cx, *unit)).collect();
    let mut lines = Vec::new();
    for (indicator, about) in cx.snapshot().catalogue.indicators() {
        let rows: Vec<Option<&Standing<'_>>> = own
            .iter()
            .map(|rows| rows.iter().find(|row| row.id == indicator))
            .collect();
        let Some(year) = rows.iter().flatten().map(|row| row.table.key.year).max() else {
            continue;
        };
        let mut line = vec![Phrase::plain(super::model::dated(cx, about, year))];
        for row in rows {
            line.push(row.map_or_else(|| Phrase::plain("–"), |row| beside(cx, row, year, sources)));
        }
        lines.push(line);
    }
    if lines.is_empty() {
        return None;
    }
    let mut columns = vec![BriefColumn::text(w::COL_INDICATOR.get(lang))];
    columns.extend(units.iter().map(|(_, p)| BriefColumn::text(words::province(lang, p))));
    let ranks: Vec<_> = own.iter().flatten().map(|row| (row.table, row.row.rank)).collect();
    let mut notes = vec![m::SEE_PARTS.get(lang).to_owned(), w::NOTE_ABSENT.get(lang).to_owned()];
    notes.extend(phrases::rank_notes(cx, &ranks));
    notes.sort();
    notes.dedup();
    Some(Block::Table(BriefTable {
        caption: w::CAPTION_BEFORE.get(lang).to_owned(),
        columns,
        rows: lines,
        notes,
    }))
}

/// A unit's value and rank; its year where it is another.
fn beside(cx: &PageContext, row: &Standing<'_>, year: i32, sources: &mut SourceList) -> Phrase {
    let lang = cx.lang();
    let mut phrase = phrases::value(cx, row.figure(cx), sources);
    let known = row.figure(cx).value.value().is_some();
    if let Some(rank) = row.row.rank {
        let rank = format!("{} {}", m::RANK.get(lang).to_lowercase(), phrases::rank(cx, rank));
        phrase.text = if known {
            format!("{}, {rank}", phrase.text)
        } else {
            rank
        };
    }
    if row.table.key.year != year {
        phrase.text = fill!(
            w::YEAR_OF,
            lang,
            value = &phrase.text,
            year = &row.table.key.year.to_string()
        );
    }
    phrase
}

/// The three strongest and weakest components of each indicator that has an order of them.
fn strengths(cx: &PageContext, id: ProvinceId, sources: &mut SourceList) -> Option<Block> {
    let lang = cx.lang();
    let mut lines = Vec::new();
    let mut notes: Vec<String> = Vec::new();
    for (indicator, about) in cx.snapshot().catalogue.indicators() {
        let Some((basis, year)) = cx.snapshot().profile_year(indicator, id) else {
            continue;
        };
        let Some(profile) = cx.snapshot().profile(indicator, (basis, year), id) else {
            continue;
        };
        let name = super::model::dated(cx, about, year);
        let mut three = |parts: &mut dyn Iterator<Item = &ProfilePart>| {
            let mut phrase = Phrase::default();
            let mut texts = Vec::new();
            for part in parts.take(3) {
                texts.push(component(cx, (indicator, year), part, profile.by));
                let key = TableKey {
                    indicator,
                    component: part.component,
                    basis,
                    year,
                };
                let row = cx.snapshot().table(key).and_then(|table| table.row(id));
                if let Some(row) = row {
                    phrase
                        .sources
                        .extend(phrases::cited(cx, cx.snapshot().figure(row.figure), sources));
                }
            }
            phrase.sources.sort_unstable();
            phrase.sources.dedup();
            phrase.text = texts.join("; ");
            phrase
        };
        let strong = three(&mut profile.parts.iter());
        let weak = three(&mut profile.parts.iter().rev());
        lines.push(vec![Phrase::plain(name.clone()), strong, weak]);
        let how = match profile.by {
            Strength::Rank => m::BY_RANK,
            Strength::Share => m::BY_SHARE,
        };
        notes.push(fill!(w::NOTE_BY, lang, indicator = &name, method = how.get(lang)));
    }
    (!lines.is_empty()).then(|| {
        Block::Table(BriefTable {
            caption: w::CAPTION_STRENGTHS.get(lang).to_owned(),
            columns: [w::COL_INDICATOR, w::COL_STRONG, w::COL_WEAK]
                .map(|heading| BriefColumn::text(heading.get(lang)))
                .into(),
            rows: lines,
            notes,
        })
    })
}

fn component(cx: &PageContext, (id, year): (IndicatorId, i32), part: &ProfilePart, by: Strength) -> String {
    let lang = cx.lang();
    let about = cx.snapshot().catalogue.indicator(id);
    let name = about.component(part.component).name_in(Some(year)).get(lang);
    let text = match (by, part.rank, part.share) {
        (Strength::Rank, Some(rank), _) => words::rank(rank),
        (_, _, Some(share)) => format!("{}%", domain::number::format(lang, share * 100.0, 0)),
        _ => return name.to_owned(),
    };
    fill!(w::NAMED_RANK, lang, name = name, detail = &text)
}
