//! What the app asks the program for.

use std::sync::Arc;

use app::{Assets, Backend, ChartSize};
use charts::{Options, Size, Theme};
use domain::{Snapshot, chart::ChartModel};
use store::Editions;

/// Figures from the shelf of editions, charts in the page's own colours.
#[derive(Debug)]
pub struct Program {
    editions: Editions,
    assets: Assets,
    origin: String,
}

impl Program {
    /// Joins the figures and the addresses of the bundled files.
    #[must_use]
    pub fn new(editions: Editions, assets: Assets) -> Self {
        Self {
            editions,
            assets,
            origin: "http://127.0.0.1:3000".to_owned(),
        }
    }

    /// The same, reached by readers at this address (without a slash at the end).
    #[must_use]
    pub fn reached_at(mut self, origin: String) -> Self {
        self.origin = origin;
        self
    }

    /// The shelf.
    #[must_use]
    pub fn editions(&self) -> &Editions {
        &self.editions
    }

    /// The number of the newest edition.
    #[must_use]
    pub fn newest(&self) -> u32 {
        self.editions.newest()
    }
}

impl Backend for Program {
    fn snapshot(&self, edition: Option<u32>) -> Option<Arc<Snapshot>> {
        self.editions.get(edition)
    }

    fn chart(&self, model: &ChartModel, id: &str, size: ChartSize) -> String {
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

    fn origin(&self) -> &str {
        &self.origin
    }

    fn assets(&self) -> &Assets {
        &self.assets
    }
}
