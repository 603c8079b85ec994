//! What the app asks the program for.

use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, RwLock},
};

use app::{Assets, Backend, ChartSize, NEWS, Sparks};
use charts::{Options, Size, Theme};
use domain::{EditionNews, Snapshot, TableKey, chart::ChartModel};
use store::Editions;

use super::{drawn_charts::DrawnCharts, kept_sparks::KeptSparks};

/// Figures from memory of editions, charts in the page's own colours.
#[derive(Debug)]
pub struct Program {
    editions: Editions,
    assets: Assets,
    origin: String,
    /// What editions changed, by number; nothing for those that cannot be shown. Editions never change.
    news: RwLock<BTreeMap<u32, Option<Arc<EditionNews>>>>,
    charts: DrawnCharts,
    sparks: KeptSparks,
}

impl Program {
    /// Joins the figures and the addresses of the bundled files.
    #[must_use]
    pub fn new(editions: Editions, assets: Assets) -> Self {
        Self {
            editions,
            assets,
            origin: "http://127.0.0.1:3000".to_owned(),
            news: RwLock::default(),
            charts: DrawnCharts::default(),
            sparks: KeptSparks::default(),
        }
    }

    /// The same, reached by readers at this address (without a slash at the end).
    #[must_use]
    pub fn reached_at(mut self, origin: String) -> Self {
        self.origin = origin;
        self
    }

    /// The edition cache.
    #[must_use]
    pub fn editions(&self) -> &Editions {
        &self.editions
    }

    /// The number of the newest edition.
    #[must_use]
    pub fn newest(&self) -> u32 {
        self.editions.newest()
    }

    /// The editions of which feeds tell and whose changes are not known yet, the newest first.
    pub(crate) fn without_news(&self) -> Vec<u32> {
        let known = self.news.read().unwrap_or_else(PoisonError::into_inner);
        let all = (1..=self.newest()).rev().take(NEWS);
        all.filter(|number| !known.contains_key(number)).collect()
    }

    /// Keeps what an edition changed; nothing for one that cannot be shown.
    pub(crate) fn remember(&self, number: u32, news: Option<EditionNews>) {
        let mut known = self.news.write().unwrap_or_else(PoisonError::into_inner);
        known.insert(number, news.map(Arc::new));
        while known.len() > NEWS {
            known.pop_first();
        }
    }
}

impl Backend for Program {
    fn snapshot(&self, edition: Option<u32>) -> Option<Arc<Snapshot>> {
        self.editions.get(edition)
    }

    fn news(&self) -> Vec<Arc<EditionNews>> {
        let known = self.news.read().unwrap_or_else(PoisonError::into_inner);
        let newest = self.newest();
        let of = |number: u32| match known.get(&number) {
            Some(news) => news.clone(),
            // Without a store it was not looked up: the cache has to do.
            None => {
                let new = self.snapshot(Some(number))?;
                let before = number.checked_sub(1).and_then(|before| self.snapshot(Some(before)));
                Some(Arc::new(EditionNews::of(&new, before.as_deref())))
            }
        };
        (1..=newest).rev().take(NEWS).map_while(of).collect()
    }

    fn known_news(&self) -> Vec<Arc<EditionNews>> {
        let known = self.news.read().unwrap_or_else(PoisonError::into_inner);
        known.values().rev().flatten().cloned().collect()
    }

    fn editions_told(&self) -> usize {
        self.news.read().unwrap_or_else(PoisonError::into_inner).len()
    }

    fn chart(&self, model: &ChartModel, id: &str, size: ChartSize) -> String {
        self.charts.get(model, (id, size), || draw(model, id, size))
    }

    fn sparks(&self, snapshot: &Arc<Snapshot>, table: TableKey, draw: &dyn Fn() -> Sparks) -> Arc<Sparks> {
        self.sparks.get(snapshot, table, draw)
    }

    fn origin(&self) -> &str {
        &self.origin
    }

    fn assets(&self) -> &Assets {
        &self.assets
    }
}

fn draw(model: &ChartModel, id: &str, size: ChartSize) -> String {
    let options = Options {
        id: id.to_owned(),
        size: Size {
            width: size.width,
            height: size.height,
        },
        theme: Theme::Page,
        frame: false,
    };
    charts::svg(model, &options).unwrap_or_else(|error| {
        tracing::warn!(chart.id = id, %error, "a chart could not be drawn");
        String::new()
    })
}
