//! The one port of the app: what it needs from the program around it.

use std::{collections::HashMap, sync::Arc};

use domain::{EditionNews, ProvinceId, Snapshot, TableKey, chart::ChartModel};

/// Most editions that a feed tells of.
pub const NEWS: usize = 20;

/// The word-sized trends of a table, as inline SVG.
pub type Sparks = HashMap<ProvinceId, String>;

/// The backend as pages, exports and the program share it.
pub type SharedBackend = Arc<dyn Backend>;

/// What pages need. The program implements it; tests give a small one.
pub trait Backend: Send + Sync {
    /// The newest edition of the figures, or the one with this number.
    fn snapshot(&self, edition: Option<u32>) -> Option<Arc<Snapshot>>;

    /// The newest published edition, where [`Backend::snapshot`] gives the figures of a draft.
    fn published(&self) -> Option<Arc<Snapshot>> {
        self.snapshot(None)
    }

    /// What editions changed, the newest first: as many as feeds tell of, down to the last one that is known.
    fn news(&self) -> Vec<Arc<EditionNews>> {
        let newest = self.snapshot(None).map_or(0, |s| s.edition.number);
        let of = |number: u32| {
            let new = self.snapshot(Some(number))?;
            let before = number.checked_sub(1).and_then(|before| self.snapshot(Some(before)));
            Some(Arc::new(EditionNews::of(&new, before.as_deref())))
        };
        (1..=newest).rev().take(NEWS).map_while(of).collect()
    }

    /// What editions changed, the newest first, as far as it is known without looking: for pages that tell of
    /// corrections. It becomes known soon after an edition is shown.
    fn known_news(&self) -> Vec<Arc<EditionNews>> {
        self.news()
    }

    /// The number of editions whose changes are known so far: with each, pages that tell of corrections are others.
    fn editions_told(&self) -> usize {
        0
    }

    /// A chart as inline SVG whose colours follow the page (`var(--ink)` and so on).
    /// `id` is unique on the page. A chart that cannot be drawn is an empty string: the
    /// table beside it says the same.
    fn chart(&self, model: &ChartModel, id: &str, size: ChartSize) -> String;

    /// The word-sized trends of a table, which are the same in all its pages and in both languages: those that `draw`
    /// made before for these figures, where they are kept.
    fn sparks(&self, _: &Arc<Snapshot>, _: TableKey, draw: &dyn Fn() -> Sparks) -> Arc<Sparks> {
        Arc::new(draw())
    }

    /// Where readers reach this program, such as `https://thuocdo.example.vn`, without a slash at
    /// the end: for addresses that leave the pages.
    fn origin(&self) -> &str;

    /// Addresses of the files that every page links to.
    fn assets(&self) -> &Assets;
}

/// Room for a chart in a page, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChartSize {
    /// Width.
    pub width: u32,
    /// Height; 0 lets the chart choose.
    pub height: u32,
}

/// Addresses of the bundled files, with their hashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assets {
    /// The stylesheet, such as `/assets/main.1a2b3c4d.css`.
    pub stylesheet: String,
    /// The module that wakes the islands; empty when no wasm was bundled.
    pub script: String,
    /// Files worth loading early together with the script (modules and wasm).
    pub preload: Vec<String>,
    /// Fonts worth loading early.
    pub fonts: Vec<String>,
    /// The icon; may be empty.
    pub icon: String,
    /// The stylesheet of pages in frames on other sites.
    pub embed_stylesheet: String,
    /// The script of those pages, which tells the site around them how high they are.
    pub embed_script: String,
    /// The script of walls, which moves them on and reconnects.
    pub wall_script: String,
}
