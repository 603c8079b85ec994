//! Converts a plot into a chart of `rust_xlsxwriter`.

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

/// Returns the chart of the table at `grid` in the sheet with this name.
pub(crate) fn chart(plot: &Plot, grid: Grid, sheet: &str) -> Chart {
    let kind = match plot.form {
        Form::Bars => ChartType::Bar,
        Form::Stacked => ChartType::BarStacked,
        Form::Lines => ChartType::Line,
        Form::Combined => ChartType::Column,
    };
    let mut chart = Chart::new(kind);
    let mut overlay = Chart::new(ChartType::Line);
    for (index, data) in plot.series.iter().enumerate() {
        let target = if data.secondary { &mut overlay } else { &mut chart };
        // Filled in place: adding a finished series would drop its markers.
        series(target.add_series(), plot, grid, (index, data), sheet);
    }
    axes(plot, &mut chart);
    if let Some(secondary) = &plot.secondary {
        value_axis(chart.y2_axis(), secondary, false);
        chart.combine(&overlay);
    }
    chart.title().set_hidden();
    if plot.series.iter().any(|data| data.labels == Labels::Name) {
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

/// Formats both axes. For horizontal bars, `rust_xlsxwriter` calls the value axis x, since it is horizontal.
fn axes(plot: &Plot, chart: &mut Chart) {
    let is_horizontal = plot.form.is_horizontal();
    let names = if is_horizontal { chart.y_axis() } else { chart.x_axis() };
    names.set_font(&font());
    names.set_major_tick_type(ChartAxisTickType::None);
    names.set_major_gridlines(false);
    if is_horizontal {
        // The first category on top, with the value axis still at the bottom.
        names.set_reverse();
        names.set_crossing(ChartAxisCrossing::Max);
        names.set_label_interval(1);
    }
    if !plot.axis.reversed {
        names.set_label_position(ChartAxisLabelPosition::Low);
    }
    let values = if is_horizontal { chart.x_axis() } else { chart.y_axis() };
    value_axis(values, &plot.axis, true);
    if plot.axis.reversed {
        values.set_crossing(ChartAxisCrossing::Max);
    }
}

fn value_axis(target: &mut ChartAxis, axis: &Axis, first: bool) {
    target
        .set_min(axis.min)
        .set_max(axis.max)
        .set_num_format(&axis.tick_format);
    target.set_font(&font());
    let grid = first && axis.grid && !axis.hidden;
    target.set_major_gridlines(grid);
    if grid {
        target.set_major_gridlines_line(ChartLine::new().set_color(GRID).set_width(0.5));
    }
    target.set_major_tick_type(ChartAxisTickType::None);
    if let Some(unit) = axis.tick_distance {
        target.set_major_unit(unit);
    }
    if axis.reversed {
        target.set_reverse();
    }
    if axis.hidden {
        target.set_hidden(true);
    }
    if !axis.title.is_empty() {
        target.set_name(axis.title.as_str());
        target.set_name_font(&font());
    }
}

fn excel_range(sheet: &str, (a, b, c, d): Range) -> (&str, u32, u16, u32, u16) {
    (sheet, a, b, c, d)
}

fn series(out: &mut ChartSeries, plot: &Plot, grid: Grid, (index, data): (usize, &Series), sheet: &str) {
    let count = plot.categories.len();
    let (row, column) = grid.name(index);
    out.set_name((sheet, row, column))
        .set_categories(excel_range(sheet, grid.categories(count)))
        .set_values(excel_range(sheet, grid.values(index, count)));
    if plot.form == Form::Lines || data.secondary {
        line(out, data);
    } else {
        bar(plot, out, data);
    }
    if data.secondary {
        out.set_secondary_axis(true);
    }
    labels(plot, out, data);
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

fn bar(plot: &Plot, out: &mut ChartSeries, data: &Series) {
    out.set_format(&mut filled(data.tone));
    out.set_gap(if plot.series.len() > 1 { 50 } else { 30 });
    let last = data.point_tones.iter().map(|(index, _)| *index).max();
    if let Some(last) = last {
        let tone = |point: usize| {
            data.point_tones
                .iter()
                .find(|(index, _)| *index == point)
                .map_or(data.tone, |(_, tone)| *tone)
        };
        let points: Vec<ChartPoint> = (0..=last)
            .map(|index| ChartPoint::new().set_format(&mut filled(tone(index))))
            .collect();
        out.set_points(&points);
    }
}

fn line(out: &mut ChartSeries, data: &Series) {
    let is_context = data.tone == Tone::Context;
    let mut format = ChartFormat::new();
    if data.joined {
        let width = if is_context { 0.75 } else { 2.25 };
        format.set_line(ChartLine::new().set_color(data.tone.rgb()).set_width(width));
    } else {
        format.set_no_line();
    }
    out.set_format(&mut format);
    let mut marker = ChartMarker::new();
    marker
        .set_type(ChartMarkerType::Circle)
        .set_size(if is_context { 3 } else { 6 })
        .set_format(&mut filled(data.tone));
    out.set_marker(&marker);
}

fn labels(plot: &Plot, out: &mut ChartSeries, data: &Series) {
    let axis = plot.secondary.as_ref().filter(|_| data.secondary).unwrap_or(&plot.axis);
    let mut label = ChartDataLabel::new();
    if data.labels == Labels::Values {
        // Only here: for custom labels, `rust_xlsxwriter` writes the format where the schema does not
        // allow it. Those take the format of their cells.
        label.set_num_format(axis.format.code());
    }
    let position = match (data.labels, plot.form, data.secondary) {
        // Only slides have the other labels.
        (Labels::None | Labels::Category | Labels::Texts, _, _) => return,
        (Labels::Values, Form::Bars, _) => ChartDataLabelPosition::OutsideEnd,
        (Labels::Values, Form::Stacked, _) => ChartDataLabelPosition::Center,
        (Labels::Values, _, true) => ChartDataLabelPosition::Above,
        (Labels::Values, _, false) => ChartDataLabelPosition::InsideBase,
        (Labels::Name | Labels::Ends, _, _) => ChartDataLabelPosition::Right,
    };
    let mut label_font = font();
    if position == ChartDataLabelPosition::InsideBase {
        label_font.set_color(0x00FF_FFFF_u32);
    }
    label.set_position(position).set_font(&label_font);
    match data.labels {
        Labels::Values => label.show_value(),
        Labels::Ends => label.show_series_name().show_value(),
        Labels::Name | Labels::None | Labels::Category | Labels::Texts => label.show_series_name(),
    };
    out.set_data_label(&label);
    if data.labels == Labels::Values {
        return;
    }
    // Only the last point has a label.
    let end = data.values.iter().rposition(Option::is_some).unwrap_or(0);
    let hidden = || {
        let mut label = ChartDataLabel::new();
        label.set_hidden();
        label
    };
    let custom: Vec<ChartDataLabel> = (0..data.values.len())
        .map(|index| if index == end { label.clone() } else { hidden() })
        .collect();
    out.set_custom_data_labels(&custom);
}
