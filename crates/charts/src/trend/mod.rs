//! Line and bump charts: series over years, interrupted where the method changed.

mod axes;
mod breaks;
mod ends;
pub(crate) mod gaps;
mod layout;
mod marks;
mod ticks;
mod value_axis;
mod years;

pub(crate) use self::layout::{Layout, Panel};
pub(crate) use self::value_axis::{Kind, scale};
pub(crate) use self::years::joined_points;
use crate::RenderError;
use crate::area::Area;
use crate::body::Body;
use crate::surface::Surface;

impl Body for Layout<'_> {
    fn height(&self) -> f64 {
        self.natural_height()
    }

    fn min_height(&self) -> f64 {
        self.least_height()
    }

    fn draw(&self, surface: &Surface, area: Area) -> Result<(), RenderError> {
        let inner = self.plot_area(area);
        let mut chart = axes::chart(self, surface, inner)?;
        axes::bands(self, surface, &mut chart)?;
        axes::draw(self, surface, &mut chart, area, inner)?;
        self.context(surface, &mut chart)?;
        for end in self.ends.iter().rev() {
            self.highlighted(surface, &mut chart, end)?;
        }
        self.labels(surface, inner)
    }
}
