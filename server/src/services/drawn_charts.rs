//! Charts of pages that were drawn, kept in memory: pages that differ in their order, filter or marks share them.

use std::{
    hash::{BuildHasher, Hash, Hasher, RandomState},
    sync::Arc,
};

use app::ChartSize;
use domain::chart::{ChartBody, ChartModel};
use quick_cache::{Weighter, sync};

/// Charts that are kept, and the bytes that they may take all together. A ranking has one small chart per line.
const MOST_CHARTS: usize = 32_768;
const MOST_BYTES: u64 = 16 << 20;

/// A bounded number of drawings; what was not asked for lately goes first.
#[derive(Debug)]
pub(super) struct DrawnCharts {
    drawn: sync::Cache<u64, Arc<Drawn>, Weight>,
    /// Keys of what was drawn once and is not kept: most marks that readers choose are never asked for again, and
    /// keeping a chart costs as much as drawing half of it.
    once: sync::Cache<u64, ()>,
    keys: RandomState,
}

/// A drawing and all that it was made of.
#[derive(Debug)]
struct Drawn {
    model: ChartModel,
    id: String,
    size: ChartSize,
    svg: String,
}

#[derive(Clone, Debug)]
struct Weight;

impl Weighter<u64, Arc<Drawn>> for Weight {
    fn weight(&self, _: &u64, drawn: &Arc<Drawn>) -> u64 {
        // A model is about as large as its drawing; the rest is the map's.
        u64::try_from(2 * drawn.svg.len() + 256).unwrap_or(u64::MAX)
    }
}

impl Default for DrawnCharts {
    fn default() -> Self {
        Self {
            drawn: sync::Cache::with_weighter(MOST_CHARTS, MOST_BYTES, Weight),
            once: sync::Cache::new(MOST_CHARTS),
            keys: RandomState::new(),
        }
    }
}

impl DrawnCharts {
    /// The drawing of exactly this model, kept or made by `draw`; kept from the second time on. Figures of a draft have models of their own, and
    /// never the drawing of what is published.
    pub(super) fn get(
        &self,
        model: &ChartModel,
        (id, size): (&str, ChartSize),
        draw: impl FnOnce() -> String,
    ) -> String {
        let key = self.key(model, (id, size));
        if let Some(drawn) = self.drawn.get(&key)
            && drawn.size == size
            && drawn.id == id
            && drawn.model == *model
        {
            return drawn.svg.clone();
        }
        let svg = draw();
        if self.once.get(&key).is_none() {
            self.once.insert(key, ());
            return svg;
        }
        let drawn = Drawn {
            model: model.clone(),
            id: id.to_owned(),
            size,
            svg: svg.clone(),
        };
        self.drawn.insert(key, Arc::new(drawn));
        svg
    }

    /// Tells most charts apart. Two with the same key push each other out, and no more: models are compared.
    fn key(&self, model: &ChartModel, (id, size): (&str, ChartSize)) -> u64 {
        let mut key = self.keys.build_hasher();
        (id, size.width, size.height, model.body.kind()).hash(&mut key);
        (&model.title, &model.subtitle, &model.description, &model.source).hash(&mut key);
        // A sparkline has nothing but its points.
        if let ChartBody::Spark(trend) = &model.body {
            for point in trend.series.iter().flat_map(|series| &series.points) {
                (point.year, point.value.to_bits()).hash(&mut key);
            }
        }
        key.finish()
    }
}

#[cfg(test)]
mod tests {
    use domain::{
        Lang,
        chart::{Trend, TrendPoint, TrendSeries},
    };

    use super::*;

    fn spark(values: &[f64]) -> ChartModel {
        let point = |(year, value): (i32, &f64)| TrendPoint {
            year,
            value: *value,
            text: String::new(),
        };
        let series = TrendSeries {
            label: String::new(),
            emphasis: domain::chart::Emphasis::Highlight(0),
            points: (2011..).zip(values).map(point).collect(),
        };
        ChartModel {
            lang: Lang::Vi,
            title: String::new(),
            subtitle: String::new(),
            source: String::new(),
            notes: Vec::new(),
            description: String::new(),
            body: ChartBody::Spark(Trend {
                series: vec![series],
                ..Trend::default()
            }),
        }
    }

    #[test]
    fn a_drawing_is_kept_and_never_serves_another_model() {
        let charts = DrawnCharts::default();
        let size = ChartSize { width: 66, height: 20 };
        let get = |model: &ChartModel, id, size| {
            let mut made = false;
            let svg = charts.get(model, (id, size), || {
                made = true;
                format!("{:?}{id}{size:?}", model.body)
            });
            (svg, made)
        };
        let one = spark(&[1.0, 2.0]);
        let (svg, made) = get(&one, "s", size);
        assert!(made && get(&one, "s", size).1, "the second time it is kept");
        assert_eq!(get(&one, "s", size), (svg.clone(), false));
        // The same points on another axis have the same key.
        let mut other = one.clone();
        if let ChartBody::Spark(trend) = &mut other.body {
            trend.max = 63.0;
        }
        assert_ne!(get(&other, "s", size).0, svg);
        assert_eq!(get(&one, "s", size).0, svg);
        for (model, id, size) in [
            (spark(&[1.0, 3.0]), "s", size),
            (one.clone(), "t", size),
            (one.clone(), "s", ChartSize { width: 67, ..size }),
        ] {
            let (found, made) = get(&model, id, size);
            assert!(made && found != svg);
        }
    }
}
