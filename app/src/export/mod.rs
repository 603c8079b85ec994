//! What leaves the pages: charts and tables by address, for pictures, slides, embeds and
//! files. One [`Export`] feeds them all, so that they cannot disagree.

pub(crate) mod charts;
mod content;
pub(crate) mod data;
mod deck;
mod derived;
mod embed;
mod facts;
mod image_options;
mod item;
mod layout;
mod limits;
mod make;
mod preview;
mod ready;
mod refresh;
mod sources;
mod summary;
pub(crate) mod tables;
mod view;
mod view_tables;
mod years;

use domain::{Date, Lang, chart::ChartModel, data_table::DataTable};
use messages::{export as w, fill};

use crate::links::with_query;

pub use crate::views::cited::address::cited_in;
pub(crate) use content::ViewContent;
pub use deck::{Deck, DeckItem, deck, deck_is_full, full_deck};
pub(crate) use derived::{DerivedView, ViewForm, ViewKind, since_view};
pub use embed::{
    NARROWEST_FRAME, SizeOf, embed, embed_address, frame_height, snippet, usual_height, view_of, want as frame_wants,
};
pub use image_options::{ImageOptions, Shape};
pub use layout::TableLayout;
pub use limits::{DECK_KEPT_FOR, LARGEST_DECK, MOST_CHARTS};
pub(crate) use make::from_afar;
pub use make::{ExportParts, export, item_of, no_such_format, no_view};
pub use preview::{PreviewAbout, preview, preview_ended};
pub use ready::{Ready, ready};
pub(crate) use ready::{has_charts, region_has_charts};
pub use refresh::{Gone, RefreshChanges, RefreshOutcome, RefreshReport, RefreshedSlide, at_edition, newest_view};
pub use sources::{SourceLine, short_sources};
pub use summary::Summary;
pub(crate) use view::{ProvinceKind, RankingKind, View};
pub(crate) use years::Series;

/// A chart or a table as its address asks for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Export {
    /// Language of all texts.
    pub lang: Lang,
    /// Number of the edition that it shows.
    pub edition: u32,
    /// Day on which that edition was published.
    pub published: Date,
    /// True when its address names the edition: it will never change.
    pub frozen: bool,
    /// Path of the view, such as `rankings/pci/2016/bars`.
    pub view: String,
    /// The year that its address names, if it does.
    pub year: Option<i32>,
    /// True if the view has no picture.
    pub is_table: bool,
    /// Parameters that change what it says, without language and edition, in one order.
    pub state: Vec<(&'static str, String)>,
    /// Layout of its table.
    pub layout: TableLayout,
    /// How it looks.
    pub look: ImageOptions,
    /// True if a slide shows all rows of a long ranking.
    pub all_rows: bool,
    /// What is drawn; nothing for a table, or when only the table was wanted.
    pub model: Option<ChartModel>,
    /// The typed table; `None` if only the picture was wanted.
    pub table: Option<DataTable>,
    /// Decimals of its values.
    pub decimals: u8,
    /// What it shows, in one short sentence.
    pub title: String,
    /// Who published the figures.
    pub publisher: String,
    /// Where the figures were published.
    pub sources: Vec<SourceLine>,
    /// How to cite it.
    pub citation: domain::data_table::Citation,
    /// What a speaker says to it: the finding, the verdict on the method, where it comes from.
    pub speaker: Vec<String>,
    /// Name of its file, without the ending, such as `pci-2016-bars`.
    pub name: String,
    /// The page that shows it, with language, edition (if frozen) and place on the page.
    pub page: String,
}

impl Export {
    /// Its address below a prefix such as `/charts`, with an ending such as `.png` (or none):
    /// in this language, under the edition when `frozen`, in this look.
    #[must_use]
    pub fn address(&self, prefix: &str, ending: &str, frozen: bool, look: &ImageOptions) -> String {
        let edition = if frozen {
            self.edition.to_string()
        } else {
            String::new()
        };
        let lang = if self.lang == Lang::default() {
            ""
        } else {
            self.lang.code()
        };
        let layout = if TableLayout::is_of(ending) || (self.is_table && ending.is_empty()) {
            self.layout.word(frozen)
        } else {
            ""
        };
        let mut all: Vec<(&str, &str)> = self.state.iter().map(|(n, v)| (*n, v.as_str())).collect();
        all.extend(look.parameters());
        all.extend([("lang", lang), ("edition", &edition), (TableLayout::NAME, layout)]);
        with_query(&format!("{prefix}/{}{ending}", self.view), &all)
    }

    /// The same without prefix and look: how a deck names it.
    #[must_use]
    pub fn item(&self) -> String {
        item::item(&self.view, &self.state)
    }

    /// Gives it another title, in every text.
    pub(crate) fn retitle(&mut self, title: &str) {
        if let Some(model) = &mut self.model {
            title.clone_into(&mut model.title);
        }
        if let Some(first) = self.speaker.first_mut() {
            title.clone_into(first);
        }
        title.clone_into(&mut self.title);
    }

    /// Says in every text that these are figures of a draft.
    pub fn mark_as_draft(&mut self) {
        let title = fill!(w::DRAFT_TITLE, self.lang, title = &self.title);
        if let Some(model) = &mut self.model {
            title.clone_into(&mut model.title);
            model.source = fill!(w::DRAFT_SOURCE, self.lang, source = &model.source);
        }
        let not_cited = w::DRAFT_NOT_CITED.get(self.lang);
        not_cited.clone_into(&mut self.citation.text);
        self.citation.url.clear();
        self.speaker.insert(0, not_cited.to_owned());
        if let Some(table) = &mut self.table {
            title.clone_into(&mut table.title);
            table.citation = self.citation.clone();
        }
        self.title = title;
    }

    /// Whether it is a chart; a table otherwise.
    #[must_use]
    pub fn is_chart(&self) -> bool {
        !self.is_table
    }
}
