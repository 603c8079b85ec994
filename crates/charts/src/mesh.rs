//! Grid lines and tick labels of charts, drawn as meshes of plotters.

use plotters::chart::LabelAreaPosition;
use plotters::coord::ranged1d::{Ranged, ValueFormatter};
use plotters::style::TRANSPARENT;

use crate::RenderError;
use crate::elements::stroke;
use crate::style::TextStyle;
use crate::surface::{Chart, Surface, draw_error};
use crate::theme::Token;
use crate::units::units;

/// The axis whose ticks are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ticks {
    /// The horizontal axis: vertical lines, labels above and below.
    X,
    /// The vertical axis: horizontal lines, labels at the left.
    Y,
}

/// Draws the grid lines of several charts, such as those of the parts of an interrupted one, as one path.
pub(crate) fn grid<X, Y, XT, YT>(
    surface: &Surface,
    charts: &mut [Chart<X, Y>],
    ticks: Ticks,
    color: Token,
) -> Result<(), RenderError>
where
    X: Ranged<ValueType = XT> + ValueFormatter<XT>,
    Y: Ranged<ValueType = YT> + ValueFormatter<YT>,
{
    surface.one_mesh(|| {
        for chart in charts {
            let mut mesh = chart.configure_mesh();
            mesh.disable_axes()
                .max_light_lines(0)
                .bold_line_style(stroke(color, 1.0));
            match ticks {
                Ticks::X => mesh.disable_y_mesh(),
                Ticks::Y => mesh.disable_x_mesh(),
            };
            mesh.draw().map_err(draw_error)?;
        }
        Ok(())
    })
}

/// Draws the tick labels of an axis on the sides of the chart that have space for them; `distance` from the plot is in
/// CSS px.
pub(crate) fn labels<X, Y, XT, YT>(
    chart: &mut Chart<X, Y>,
    ticks: Ticks,
    distance: f64,
    style: TextStyle,
) -> Result<(), RenderError>
where
    X: Ranged<ValueType = XT> + ValueFormatter<XT>,
    Y: Ranged<ValueType = YT> + ValueFormatter<YT>,
{
    let sides = match ticks {
        Ticks::X => [LabelAreaPosition::Top, LabelAreaPosition::Bottom],
        Ticks::Y => [LabelAreaPosition::Left, LabelAreaPosition::Right],
    };
    let mut mesh = chart.configure_mesh();
    // Plotters draws a label only with the line of its axis and a tick mark, half as long as the label is away. Ours
    // have neither.
    mesh.disable_mesh().max_light_lines(0).axis_style(TRANSPARENT);
    for side in sides {
        mesh.set_tick_mark_size(side, units(distance / 2.0));
    }
    match ticks {
        Ticks::X => mesh.disable_y_axis(),
        Ticks::Y => mesh.disable_x_axis(),
    };
    mesh.label_style(style.for_plotters()?).draw().map_err(draw_error)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::area::Area;
    use crate::axis::Axis;
    use crate::canvas::TextMode;
    use crate::style::Anchor;
    use crate::surface::LabelSpace;
    use crate::theme::Theme;

    /// Draws a chart from 20 to 80 px and 10 to 50 px with two ticks on each axis.
    fn drawn(draw: impl FnOnce(&Surface, &mut [Chart<Axis, Axis>])) -> String {
        let surface = Surface::new(100.0, 70.0, Theme::Page, TextMode::Text);
        let area = Area {
            left: 20.0,
            top: 10.0,
            right: 80.0,
            bottom: 50.0,
        };
        let space = LabelSpace {
            left: 10.0,
            above: 0.0,
            below: 10.0,
        };
        let axis = || Axis::new(0.0, 1.0).ticks(vec![(0.0, "không".into()), (1.0, "một".into())]);
        let chart = surface.chart_with_labels(area, space, axis(), axis()).unwrap();
        draw(&surface, &mut [chart]);
        surface.take().unwrap()
    }

    #[test]
    fn the_lines_of_a_mesh_are_one_path_from_edge_to_edge() {
        let svg = drawn(|surface, charts| grid(surface, charts, Ticks::X, Token::Line).unwrap());
        let expected = r#"<path fill="none" stroke="var(--line)" stroke-width="4" d="m80 40v160m240-160v160"/>"#;
        assert_eq!(svg, expected);
        let svg = drawn(|surface, charts| grid(surface, charts, Ticks::Y, Token::Line).unwrap());
        assert!(svg.contains(r#"d="m80 40h240m-240 160h240"/>"#), "{svg}");
    }

    #[test]
    fn tick_labels_are_next_to_the_plot_without_axis_lines() {
        let style = TextStyle::new(12.0, Token::Soft);
        let svg = drawn(|_, charts| labels(&mut charts[0], Ticks::Y, 6.0, style).unwrap());
        let text = |x: i32, y: i32, anchor: Anchor, text: &str| {
            let anchor = anchor.name();
            format!(r#"<text x="{x}" y="{y}" fill="var(--soft)" font-size="48" text-anchor="{anchor}">{text}</text>"#)
        };
        // Six px to the left, with capitals centred on the tick.
        assert_eq!(
            svg,
            text(56, 216, Anchor::End, "không") + &text(56, 56, Anchor::End, "một")
        );
        let svg = drawn(|_, charts| labels(&mut charts[0], Ticks::X, 6.0, style).unwrap());
        // Six px below, and the height of capitals down to the baseline.
        assert_eq!(
            svg,
            text(80, 257, Anchor::Middle, "không") + &text(320, 257, Anchor::Middle, "một")
        );
    }
}
