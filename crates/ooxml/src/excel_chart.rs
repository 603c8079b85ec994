//! A plot as a chart of the spreadsheet writer.

use rust_xlsxwriter::{
    Chart, ChartAxis, ChartAxisCrossing, ChartAxisLabelPosition, ChartAxisTickType, ChartDataLabel,
    ChartDataLabelPosition, ChartFont, ChartFormat, ChartLayout, ChartLegendPosition, ChartLine, ChartMarker,
    ChartMarkerType, ChartPatternFill, ChartPatternFillType, ChartPoint, ChartSeries, ChartSolidFill, ChartType,
};

use crate::{
    plot::{Axis, Form, Labels, Plot, Series, Tone},
    sheet::{Grid, Range},
    theme::FONT,
};

/// Colour of grid lines.
const GRID: u32 = 0x00E5_E5E5;

/// The chart of the table at `grid` in the sheet with this name.
pub(crate) fn chart(plot: &Plot, grid: Grid, sheet: &str) -> Chart {
    let kind = match plot.form {
        Form::Bars => ChartType::Bar,
        Form::Stacked => ChartType::BarStacked,
        Form::Lines => ChartType::Line,
        Form::Combined => ChartType::Column,
    };
    let mut chart = Chart::new(kind);
    let mut over = Chart::new(ChartType::Line);
    for (at, it) in plot.series.iter().enumerate() {
        let target = if it.second { &mut over } else { &mut chart };
        // A series that is added complete would lose its markers.
        series(target.add_series(), plot, grid, (at, it), sheet);
    }
    axes(plot, &mut chart);
    if let Some(second) = &plot.second {
        value_axis(chart.y2_axis(), second, false);
        chart.combine(&over);
    }
    chart.title().set_hidden();
    if plot.series.iter().any(|it| it.labels == Labels::Name) {
        // Room for the names at the ends of the lines.
        let layout = ChartLayout::new().set_offset(0.06, 0.04).set_dimensions(0.7, 0.85);
        chart.plot_area().set_layout(&layout);
    }
    if plot.legend {
        chart.legend().set_position(ChartLegendPosition::Top);
        chart.legend().set_font(&font());
    } else {
        chart.legend().set_hidden();
    }
    chart
}

fn font() -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name(FONT).set_size(9);
    font
}

/// In lying bars the writer calls the axis of the values x, since it is the horizontal one.
fn axes(plot: &Plot, chart: &mut Chart) {
    let lying = plot.form.lying();
    let names = if lying { chart.y_axis() } else { chart.x_axis() };
    names.set_font(&font());
    names.set_major_tick_type(ChartAxisTickType::None);
    names.set_major_gridlines(false);
    if lying {
        // The first on top, and the values' axis still below.
        names.set_reverse();
        names.set_crossing(ChartAxisCrossing::Max);
        names.set_label_interval(1);
    }
    if !plot.axis.reversed {
        names.set_label_position(ChartAxisLabelPosition::Low);
    }
    let values = if lying { chart.x_axis() } else { chart.y_axis() };
    value_axis(values, &plot.axis, true);
    if plot.axis.reversed {
        values.set_crossing(ChartAxisCrossing::Max);
    }
}

fn value_axis(to: &mut ChartAxis, axis: &Axis, first: bool) {
    to.set_min(axis.min).set_max(axis.max).set_num_format(&axis.ticks);
    to.set_font(&font());
    let grid = first && axis.grid && !axis.hidden;
    to.set_major_gridlines(grid);
    if grid {
        to.set_major_gridlines_line(ChartLine::new().set_color(GRID).set_width(0.5));
    }
    to.set_major_tick_type(ChartAxisTickType::None);
    if let Some(unit) = axis.unit {
        to.set_major_unit(unit);
    }
    if axis.reversed {
        to.set_reverse();
    }
    if axis.hidden {
        to.set_hidden(true);
    }
    if !axis.title.is_empty() {
        to.set_name(axis.title.as_str());
        to.set_name_font(&font());
    }
}

fn place(sheet: &str, (a, b, c, d): Range) -> (&str, u32, u16, u32, u16) {
    (sheet, a, b, c, d)
}

fn series(out: &mut ChartSeries, plot: &Plot, grid: Grid, (at, it): (usize, &Series), sheet: &str) {
    let count = plot.categories.len();
    let (row, column) = grid.name(at);
    out.set_name((sheet, row, column))
        .set_categories(place(sheet, grid.categories(count)))
        .set_values(place(sheet, grid.values(at, count)));
    if plot.form == Form::Lines || it.second {
        line(out, it);
    } else {
        bar(plot, out, it);
    }
    if it.second {
        out.set_secondary_axis(true);
    }
    labels(plot, out, it);
}

fn filled(tone: Tone) -> ChartFormat {
    let mut format = ChartFormat::new();
    match tone {
        Tone::Hidden => format.set_no_fill(),
        Tone::Hatched => format.set_pattern_fill(
            ChartPatternFill::new()
                .set_pattern(ChartPatternFillType::DiagonalStripesWideUpwards)
                .set_foreground_color(tone.rgb())
                .set_background_color(0x00FF_FFFF_u32),
        ),
        tone => format.set_solid_fill(ChartSolidFill::new().set_color(tone.rgb())),
    };
    format
}

fn bar(plot: &Plot, out: &mut ChartSeries, it: &Series) {
    out.set_format(&mut filled(it.tone));
    out.set_gap(if plot.series.len() > 1 { 50 } else { 30 });
    let last = it.lit.iter().map(|(at, _)| *at).max();
    if let Some(last) = last {
        let tone = |at: usize| {
            it.lit
                .iter()
                .find(|(lit, _)| *lit == at)
                .map_or(it.tone, |(_, tone)| *tone)
        };
        let points: Vec<ChartPoint> = (0..=last)
            .map(|at| ChartPoint::new().set_format(&mut filled(tone(at))))
            .collect();
        out.set_points(&points);
    }
}

fn line(out: &mut ChartSeries, it: &Series) {
    let context = it.tone == Tone::Quiet;
    let mut format = ChartFormat::new();
    if it.joined {
        let width = if context { 0.75 } else { 2.25 };
        format.set_line(ChartLine::new().set_color(it.tone.rgb()).set_width(width));
    } else {
        format.set_no_line();
    }
    out.set_format(&mut format);
    let mut marker = ChartMarker::new();
    marker
        .set_type(ChartMarkerType::Circle)
        .set_size(if context { 3 } else { 6 })
        .set_format(&mut filled(it.tone));
    out.set_marker(&marker);
}

fn labels(plot: &Plot, out: &mut ChartSeries, it: &Series) {
    let axis = plot.second.as_ref().filter(|_| it.second).unwrap_or(&plot.axis);
    let mut label = ChartDataLabel::new();
    if it.labels == Labels::Values {
        // The writer puts the format of single labels where the schema does not allow it; these
        // take the format of their cells.
        label.set_num_format(&axis.format);
    }
    let position = match (it.labels, plot.form, it.second) {
        (Labels::None, _, _) => return,
        (Labels::Values, Form::Bars, _) => ChartDataLabelPosition::OutsideEnd,
        (Labels::Values, Form::Stacked, _) => ChartDataLabelPosition::Center,
        (Labels::Values, _, true) => ChartDataLabelPosition::Above,
        (Labels::Values, _, false) => ChartDataLabelPosition::InsideBase,
        (Labels::Name | Labels::Ends, _, _) => ChartDataLabelPosition::Right,
    };
    let mut letters = font();
    if position == ChartDataLabelPosition::InsideBase {
        letters.set_color(0x00FF_FFFF_u32);
    }
    label.set_position(position).set_font(&letters);
    match it.labels {
        Labels::Values => label.show_value(),
        Labels::Ends => label.show_series_name().show_value(),
        Labels::Name | Labels::None => label.show_series_name(),
    };
    out.set_data_label(&label);
    if it.labels == Labels::Values {
        return;
    }
    // Named at the last point only.
    let end = it.values.iter().rposition(Option::is_some).unwrap_or(0);
    let hidden = || {
        let mut label = ChartDataLabel::new();
        label.set_hidden();
        label
    };
    let custom: Vec<ChartDataLabel> = (0..it.values.len())
        .map(|at| if at == end { label.clone() } else { hidden() })
        .collect();
    out.set_custom_data_labels(&custom);
}
