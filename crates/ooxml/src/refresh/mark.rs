//! The mark of a slide: what it shows, and fingerprints of what was written on it, in PowerPoint's custom tags.

use std::collections::BTreeMap;

use domain::Lang;

use super::{
    RefreshError,
    archive::Parts,
    book,
    chart::overlay_texts,
    data::Data,
    read::SlideParts,
    tree::{canonical, is, parse, print},
};
use crate::{
    Shape,
    theme::{DRAWING, RELATIONS, SLIDES},
    xml::Xml,
};

/// The names of the tags. PowerPoint writes names in capitals.
const KIND: &str = "THUOCDO_KIND";
const VIEW: &str = "THUOCDO_VIEW";
const DECK: &str = "THUOCDO_DECK";
const EDITION: &str = "THUOCDO_EDITION";
const LANGUAGE: &str = "THUOCDO_LANGUAGE";
const OPTIONS: &str = "THUOCDO_OPTIONS";
const LINK: &str = "THUOCDO_LINK";
const PRINTS: &str = "THUOCDO_PRINTS";

/// How fingerprints are taken. Those of another way are of no use: what they are of is written again. To be raised
/// whenever the same content gets another fingerprint.
const WAY: &str = "1";
const WAY_KEY: &str = "way";

/// What a slide of ours is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A slide with a chart.
    Chart,
    /// The title slide of a deck.
    Title,
    /// The table of the most important figures.
    Summary,
    /// A slide with sources: its number and how many there are.
    Sources(u16, u16),
}

/// Where a slide comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// What it is.
    pub kind: Kind,
    /// The address of its view as decks name it; empty for slides without one.
    pub view: String,
    /// The ready deck to which it belongs, such as `provinces/nghe-an`; empty for other decks.
    pub deck: String,
    /// Number of the edition that it shows.
    pub edition: u32,
    /// Language of its texts.
    pub lang: Lang,
    /// Shape of the slides.
    pub shape: Shape,
    /// Whether its address named the edition.
    pub frozen: bool,
    /// Whether title and subtitle are on the slide.
    pub title: bool,
    /// Whether the notes of the model are on the slide.
    pub remarks: bool,
}

/// The mark of a slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) origin: Origin,
    /// The address that the slide links to.
    pub(super) link: String,
    pub(super) prints: Prints,
}

/// Fingerprints by what they are of, such as `text.Title.1` or `data.1`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Prints(pub(super) BTreeMap<String, String>);

impl Kind {
    fn code(self) -> String {
        match self {
            Self::Chart => "chart".to_owned(),
            Self::Title => "title".to_owned(),
            Self::Summary => "summary".to_owned(),
            Self::Sources(page, pages) => format!("sources {page}/{pages}"),
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        match code {
            "chart" => Some(Self::Chart),
            "title" => Some(Self::Title),
            "summary" => Some(Self::Summary),
            code => {
                let (page, pages) = code.strip_prefix("sources ")?.split_once('/')?;
                Some(Self::Sources(page.parse().ok()?, pages.parse().ok()?))
            }
        }
    }
}

impl Prints {
    /// Returns the fingerprint of a piece; empty if there is none.
    pub(super) fn get(&self, key: &str) -> &str {
        self.0.get(key).map_or("", String::as_str)
    }

    pub(super) fn set(&mut self, key: impl Into<String>, value: String) {
        self.0.insert(key.into(), value);
    }

    /// Returns whether they were taken as fingerprints are taken now.
    pub(super) fn are_comparable(&self) -> bool {
        self.get(WAY_KEY) == WAY
    }

    /// Fingerprints everything on a slide.
    pub(super) fn of(slide: &SlideParts) -> Result<Self, RefreshError> {
        let mut prints = Self::default();
        prints.set(WAY_KEY, WAY.to_owned());
        let content = slide.content()?;
        prints.set("slide", content.whole);
        for text in content.texts {
            prints.set(format!("text.{}", text.key), text.print);
        }
        for (n, drawing) in (1..).zip(content.drawings) {
            prints.set(format!("look.{n}"), drawing.look);
            prints.set(format!("drawn.{n}"), print(&drawing.texts));
            prints.set(format!("said of.{n}"), print([drawing.name, drawing.description]));
        }
        for (n, frame) in (1..).zip(content.frames) {
            prints.set(format!("name.{n}"), print([frame.name]));
            prints.set(format!("alt.{n}"), print([frame.description]));
        }
        for (n, chart) in (1..).zip(&slide.charts) {
            let document = parse(&chart.path, &chart.xml)?;
            let data = Data::of(&document);
            prints.set(format!("chart.{n}"), chart_look(&document));
            prints.set(format!("data.{n}"), data.print());
            prints.set(format!("labels.{n}"), data.labels_print());
            prints.set(format!("axes.{n}"), data.axes_print());
            if let Some((path, xml)) = &chart.overlay {
                let overlay = parse(path, xml)?;
                prints.set(format!("over.{n}"), canonical(overlay.root_element(), |_| false));
                prints.set(format!("said.{n}"), print(overlay_texts(&overlay)));
            }
            if let Some((_, bytes)) = &chart.book {
                prints.set(format!("book.{n}"), book::cells(bytes));
            }
        }
        if let Some(notes) = &slide.notes {
            prints.set("notes", notes.whole()?);
            prints.set("spoken", notes.body()?.map(|body| body.print).unwrap_or_default());
        }
        Ok(prints)
    }
}

/// Returns the fingerprint of a chart with all formatting.
pub(super) fn chart_look(document: &roxmltree::Document<'_>) -> String {
    canonical(document.root_element(), |_| false)
}

impl Mark {
    /// Returns the part with the tags.
    pub(super) fn part(&self) -> Vec<u8> {
        let origin = &self.origin;
        let (kind, edition) = (origin.kind.code(), origin.edition.to_string());
        let prints: Vec<String> = self
            .prints
            .0
            .iter()
            .map(|(key, print)| format!("{key}={print}"))
            .collect();
        let mut options = Vec::new();
        options.extend(origin.frozen.then_some("frozen"));
        options.extend(origin.title.then_some("title"));
        options.extend(origin.remarks.then_some("remarks"));
        options.extend((origin.shape == Shape::Standard).then_some("4x3"));
        let rows = [
            (KIND, kind.as_str()),
            (VIEW, &origin.view),
            (DECK, &origin.deck),
            (EDITION, &edition),
            (LANGUAGE, origin.lang.code()),
            (OPTIONS, &options.join(" ")),
            (LINK, &self.link),
            (PRINTS, &prints.join("; ")),
        ];
        Xml::part("p:tagLst", &[DRAWING, RELATIONS, SLIDES], |x| {
            for (name, value) in rows {
                x.leaf("p:tag", &[("name", name), ("val", value)]);
            }
        })
    }

    /// Reads a part with tags; `None` if they are not ours.
    pub(super) fn read(xml: &str) -> Option<Self> {
        let document = parse("", xml).ok()?;
        let tags = document.descendants().filter(|node| is(*node, "tag"));
        let tags: BTreeMap<String, &str> = tags
            .filter_map(|node| Some((node.attribute("name")?.to_uppercase(), node.attribute("val")?)))
            .collect();
        let get = |name: &str| tags.get(name).copied();
        let options: Vec<&str> = get(OPTIONS)?.split(' ').collect();
        let prints = get(PRINTS)?.split("; ").filter_map(|row| row.split_once('='));
        Some(Self {
            origin: Origin {
                kind: Kind::from_code(get(KIND)?)?,
                view: get(VIEW)?.to_owned(),
                deck: get(DECK)?.to_owned(),
                edition: get(EDITION)?.parse().ok()?,
                lang: Lang::from_code(get(LANGUAGE)?)?,
                shape: if options.contains(&"4x3") {
                    Shape::Standard
                } else {
                    Shape::Wide
                },
                frozen: options.contains(&"frozen"),
                title: options.contains(&"title"),
                remarks: options.contains(&"remarks"),
            },
            link: get(LINK)?.to_owned(),
            prints: Prints(prints.map(|(key, print)| (key.to_owned(), print.to_owned())).collect()),
        })
    }
}

/// Returns the mark of a slide and the part in which it is.
pub(super) fn of_slide(slide: &SlideParts) -> Option<(String, Mark)> {
    slide
        .tags
        .iter()
        .find_map(|(path, xml)| Some((path.clone(), Mark::read(xml)?)))
}

/// Returns the mark of a slide that was just written.
pub(super) fn stamp(
    parts: &mut impl Parts,
    path: &str,
    (origin, link): (Origin, String),
) -> Result<Mark, RefreshError> {
    let slide = SlideParts::read(parts, path, true)?;
    Ok(Mark {
        origin,
        link,
        prints: Prints::of(&slide)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_as_they_were_written() {
        let origin = Origin {
            kind: Kind::Sources(2, 3),
            view: "rankings/pci/2016/bars?highlight=nghe-an&x=\"1\"".into(),
            deck: "provinces/nghe-an".into(),
            edition: 7,
            lang: Lang::En,
            shape: Shape::Standard,
            frozen: true,
            title: true,
            remarks: false,
        };
        let prints = Prints(BTreeMap::from([("text.Title.1".to_owned(), "00ff".to_owned())]));
        let mark = Mark {
            origin,
            link: "https://thuocdo.example/vi?x=1&y=2".into(),
            prints,
        };
        let xml = String::from_utf8(mark.part()).unwrap();
        assert_eq!(Mark::read(&xml), Some(mark));
        assert_eq!(
            Mark::read("<p:tagLst xmlns:p='x'><p:tag name='A' val='B'/></p:tagLst>"),
            None
        );
    }
}
