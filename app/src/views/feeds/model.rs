//! What feeds tell: an entry for each edition that changes something for those who follow.

use domain::{
    Date, EditionChanges, EditionNews, IndicatorChanges, IndicatorId, Lang, Province, ProvinceChange, ProvinceId,
    TableChanges,
};
use messages::{arguments, feeds as w, fill};

use super::lines::{self, MOST_YEARS};
use crate::{context::PageContext, words};

/// Most indicators that a title names for one topic.
const MOST_TOPICS: usize = 4;

/// What is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Followed {
    All,
    Province(ProvinceId),
    Indicator(IndicatorId),
}

/// A feed, before it is written.
pub(crate) struct Feed {
    pub(crate) title: String,
    /// Its own address, below the language.
    pub(crate) path: String,
    /// The page about what is followed, below the language.
    pub(crate) page: String,
    pub(crate) updated: Date,
    /// The newest first.
    pub(crate) entries: Vec<Entry>,
}

/// One edition as those see it who follow.
pub(crate) struct Entry {
    pub(crate) number: u32,
    pub(crate) title: String,
    pub(crate) published: Date,
    pub(crate) lines: Vec<String>,
}

impl Followed {
    /// Its page and its feed, below the language.
    pub(crate) fn paths(self, cx: &PageContext) -> (String, String) {
        let catalogue = &cx.snapshot().catalogue;
        let page = match self {
            Self::All => return (String::new(), "/feeds/all.atom".to_owned()),
            Self::Province(id) => format!("/provinces/{}", catalogue.provinces.get(id).slug),
            Self::Indicator(id) => format!("/indicators/{}", catalogue.indicator(id).slug),
        };
        let feed = format!("/feeds{page}.atom");
        (page, feed)
    }

    /// Its name; nothing for all editions.
    pub(crate) fn name(self, cx: &PageContext) -> Option<String> {
        let (lang, catalogue) = (cx.lang(), &cx.snapshot().catalogue);
        match self {
            Self::All => None,
            Self::Province(id) => Some(words::province(lang, catalogue.provinces.get(id))),
            Self::Indicator(id) => Some(catalogue.indicator(id).short.get(lang).to_owned()),
        }
    }
}

/// The feed of what is followed, up to the edition that is read.
pub(crate) fn feed(cx: &PageContext, followed: Followed) -> Feed {
    let lang = cx.lang();
    let name = followed.name(cx);
    let (page, path) = followed.paths(cx);
    let newest = cx.snapshot().edition.number;
    let news = cx.backend().news().into_iter();
    let entries: Vec<Entry> = news
        .filter(|news| news.edition.number <= newest)
        .filter_map(|news| entry(cx, followed, &news))
        .collect();
    Feed {
        title: name.map_or_else(
            || w::FEED_ALL.get(lang).to_owned(),
            |name| fill!(w::FEED_OF, lang, name = &name),
        ),
        path,
        page,
        updated: entries.first().map_or(cx.snapshot().edition.published, |e| e.published),
        entries,
    }
}

fn entry(cx: &PageContext, followed: Followed, news: &EditionNews) -> Option<Entry> {
    let lang = cx.lang();
    let (lines, topics) = match (followed, &news.changes) {
        (Followed::All, changes) => of_all(cx, news, changes.as_ref()),
        (_, None) => (Vec::new(), Vec::new()),
        (Followed::Province(id), Some(changes)) => {
            of_province(cx, cx.snapshot().catalogue.provinces.get(id), news, changes)
        }
        (Followed::Indicator(id), Some(changes)) => {
            let slug = &cx.snapshot().catalogue.indicator(id).slug;
            let own = changes.indicators.iter().find(|of| of.slug == *slug);
            own.map(|own| of_indicator(cx, news, own)).unwrap_or_default()
        }
    };
    if lines.is_empty() {
        return None;
    }
    let edition = fill!(w::EDITION, lang, edition = &news.edition.number.to_string());
    let topics = if topics.is_empty() {
        vec![w::TOPIC_NONE.get(lang).to_owned()]
    } else {
        topics
    };
    let about = match followed.name(cx) {
        Some(name) => format!("{name}, {}", lower_first(&edition)),
        None => edition,
    };
    Some(Entry {
        number: news.edition.number,
        title: fill!(w::ENTRY_TITLE, lang, subject = &about, topics = &topics.join("; ")),
        published: news.edition.published,
        lines,
    })
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

/// Lines of an entry and the topics of its title.
type Said = (Vec<String>, Vec<String>);

fn of_all(cx: &PageContext, news: &EditionNews, changes: Option<&EditionChanges>) -> Said {
    let lang = cx.lang();
    let edition = &news.edition;
    let note = match edition.note.get(lang).trim_end_matches('.') {
        "" => String::new(),
        note => format!("{note}."),
    };
    let day = edition.published.format(lang);
    let mut all = vec![
        fill!(w::HOLDS, lang, note = &note, count = edition.rows, date = &day)
            .trim()
            .to_owned(),
    ];
    let Some(changes) = changes else {
        all.push(w::NOTHING_TOLD.get(lang).to_owned());
        return (all, vec![w::TOPIC_UNKNOWN.get(lang).to_owned()]);
    };
    for of in &changes.indicators {
        all.push(lines::of_indicator_in_short(lang, of, news.edition.number == 1));
    }
    let of: Vec<&IndicatorChanges> = changes.indicators.iter().collect();
    (all, topics(lang, &of, &|_| true, news.edition.number == 1))
}

fn of_indicator(cx: &PageContext, news: &EditionNews, own: &IndicatorChanges) -> Said {
    let lang = cx.lang();
    let first = news.edition.number == 1;
    let mut all = lines::tables(lang, own);
    if !own.parts.is_empty() {
        all.push(fill!(w::PARTS, lang, changes = &lines::counts(lang, own.parts)));
    }
    if !first {
        all.extend(own.rules.iter().map(|rule| lines::rule(lang, rule)));
    }
    (all, topics(lang, &[own], &|_| true, first))
}

fn of_province(cx: &PageContext, province: &Province, news: &EditionNews, changes: &EditionChanges) -> Said {
    let lang = cx.lang();
    let first = news.edition.number == 1;
    let own = |change: &ProvinceChange| change.slug == province.slug;
    let id = cx.snapshot().catalogue.provinces.by_slug(&province.slug);
    let mut all = Vec::new();
    let mut touched = Vec::new();
    for of in &changes.indicators {
        let found: Vec<(&TableChanges, &ProvinceChange)> = of
            .tables
            .iter()
            .filter_map(|table| Some((table, table.provinces.iter().find(|p| own(p))?)))
            .collect();
        let measured = id.is_some_and(|id| measured(cx, &of.slug, id));
        let rules = !first && measured && !of.rules.is_empty();
        if found.is_empty() && !rules {
            continue;
        }
        touched.push(of);
        let short = of.short.get(lang);
        if found.len() > MOST_YEARS && found.iter().all(|(_, change)| change.before.is_none()) {
            all.extend(lines::years(cx, of, &found));
        } else {
            all.extend(
                found
                    .iter()
                    .map(|(table, change)| lines::province(cx, of, table, change)),
            );
        }
        if rules {
            let told = of.rules.iter().map(|rule| lines::rule(lang, rule));
            all.extend(told.map(|told| {
                fill!(
                    w::INDICATOR_LINE,
                    lang,
                    indicator = short,
                    changes = told.trim_end_matches('.')
                )
            }));
        }
    }
    (all, topics(lang, &touched, &own, first))
}

/// Whether an indicator has any figure of a province.
fn measured(cx: &PageContext, slug: &str, province: ProvinceId) -> bool {
    let indicator = cx.snapshot().catalogue.indicator_by_slug(slug);
    indicator.is_some_and(|id| {
        let mut tables = cx.snapshot().tables(id, domain::ComponentId::TOTAL);
        tables.any(|table| table.row(province).is_some())
    })
}

/// What an entry is about, in its title: new figures, changed ranks, corrections, methods.
fn topics(lang: Lang, of: &[&IndicatorChanges], own: &dyn Fn(&ProvinceChange) -> bool, first: bool) -> Vec<String> {
    if first {
        return vec![w::TOPIC_FIRST.get(lang).to_owned()];
    }
    let named = |kept: &dyn Fn(&ProvinceChange) -> bool| {
        let mut names = Vec::new();
        for indicator in of {
            let years: Vec<i32> = indicator
                .tables
                .iter()
                .filter(|table| table.provinces.iter().any(|p| own(p) && kept(p)))
                .map(|table| table.year)
                .collect();
            names.extend(lines::span(indicator.short.get(lang), &years));
        }
        names
    };
    let kinds: [(messages::Template, Vec<String>); 5] = [
        (w::TOPIC_NEW, named(&|p| p.before.is_none())),
        (w::TOPIC_RANK, named(&ProvinceChange::rank_changed)),
        (
            w::TOPIC_CORRECTED,
            named(&|p| p.before.is_some() && p.after.is_some() && !p.rank_changed()),
        ),
        (w::TOPIC_GONE, named(&|p| p.after.is_none())),
        (
            w::TOPIC_METHOD,
            of.iter()
                .filter(|of| !of.rules.is_empty())
                .map(|of| of.short.get(lang).to_owned())
                .collect(),
        ),
    ];
    let told = kinds.into_iter().filter(|(_, names)| !names.is_empty());
    told.map(|(topic, names)| topic.fill(lang, &arguments![indicators = &some(lang, &names)]))
        .collect()
}

/// The first names, and how many more there are: a title is one line in a list.
fn some(lang: Lang, names: &[String]) -> String {
    if names.len() <= MOST_TOPICS + 1 {
        return names.join(", ");
    }
    let (shown, rest) = names.split_at(MOST_TOPICS);
    fill!(
        w::TOPIC_MORE,
        lang,
        indicators = &shown.join(", "),
        count = &rest.len().to_string()
    )
}
