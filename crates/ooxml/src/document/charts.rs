//! Writes charts: native ones with their workbooks, and images of what no native chart type fits.

use domain::{
    briefing::{BriefChart, Phrase},
    chart::ChartModel,
};

use super::{Picture, body::Body, page::WIDTH, types};
use crate::{
    OfficeError, Rows, Slide,
    chart::{self, Frame, Measures},
    package::Rels,
    plot::{self, Plot},
    sheet::{self, Grid},
    slides::page::shown,
    text::{clean, number},
    xml::Xml,
};

/// Points and English Metric Units in a CSS px.
const POINTS: f64 = 0.75;
const EMU: f64 = 9_525.0;

/// Largest font size in charts, in points.
const SIZE: f64 = 10.0;

/// Height of a chart without a height of its own: of one with horizontal bars by their number, and of others, in points.
const BAR: f64 = 16.0;
const AROUND_BARS: f64 = 34.0;
const HEIGHT: f64 = 210.0;

/// Greatest height of an image, in CSS px: less than half a page.
const HIGHEST: f64 = 480.0;

const CHARTS: (&str, &str) = ("xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart");
const PICTURES: (&str, &str) = ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture");

impl Body<'_, '_> {
    /// Writes a chart with its title above and its source below.
    pub(super) fn chart(&mut self, x: &mut Xml, chart: &BriefChart) -> Result<(), OfficeError> {
        let model = &chart.model;
        if plot::drawn_as_shapes(model)? {
            if let Some(picture) = (self.draw)(model, (chart.width, chart.height)) {
                self.titles(x, model);
                // The source is part of the image.
                self.picture(x, model, picture);
                self.notes(x, model, &[]);
            }
            return Ok(());
        }
        let slide = slide(chart);
        let mut plot = shown(&slide, &Plot::new(&slide)?);
        if plot.is_empty() {
            return Ok(());
        }
        self.titles(x, model);
        self.native(x, &slide, &mut plot, chart)?;
        self.notes(x, model, &plot.remarks);
        if !model.source.is_empty() {
            self.paragraph(x, "Small", &Phrase::plain(model.source.clone()));
        }
        Ok(())
    }

    fn titles(&mut self, x: &mut Xml, model: &ChartModel) {
        self.paragraph(x, "Caption", &Phrase::plain(model.title.clone()));
        self.paragraph(x, "ChartSubtitle", &Phrase::plain(model.subtitle.clone()));
    }

    fn notes(&mut self, x: &mut Xml, model: &ChartModel, remarks: &[String]) {
        let notes = model.notes.iter().map(|note| note.text.as_str());
        for line in remarks.iter().map(String::as_str).chain(notes) {
            self.paragraph(x, "Small", &Phrase::plain(line));
        }
    }

    fn native(&mut self, x: &mut Xml, slide: &Slide, plot: &mut Plot, chart: &BriefChart) -> Result<(), OfficeError> {
        let width = (f64::from(chart.width) * POINTS).min(f64::from(WIDTH) / 20.0);
        let rows = number(plot.categories.len() * plot.series.len().max(1));
        let height = match chart.height {
            0 if plot.form.is_horizontal() => AROUND_BARS + BAR * rows,
            0 => HEIGHT,
            height => f64::from(height) * POINTS,
        };
        let frame = Frame { width, height };
        let share = Measures::of(std::slice::from_ref(plot), frame)
            .at_most(SIZE)
            .names_share(frame);
        plot.label_rows();
        plot.name_inside(share);
        let measures = Measures::of(std::slice::from_ref(plot), frame).at_most(SIZE);
        self.drawings += 1;
        let n = self.drawings;
        let mut rels = Rels::default();
        let book = rels.add("package", format!("../embeddings/workbook{n}.xlsx"));
        let mut with_overlay = rels.clone();
        let over = with_overlay.add("chartUserShapes", format!("../drawings/drawing{n}.xml"));
        let parts = chart::parts(plot, Grid::new(plot, 0)?, frame, measures, (&book, &over));
        if let Some(overlay) = parts.overlay {
            rels = with_overlay;
            self.package
                .part(format!("word/drawings/drawing{n}.xml"), types::OVERLAY, overlay);
        }
        let path = format!("word/charts/chart{n}.xml");
        self.package.rels(&path, &rels);
        self.package.part(path, types::CHART, parts.chart);
        let workbook = sheet::embedded(plot, slide, self.briefing.published())?;
        self.package
            .workbook(format!("word/embeddings/workbook{n}.xlsx"), workbook);
        let rel = self.rels.add("chart", format!("charts/chart{n}.xml"));
        let size = [width, height].map(|points| emu(points / POINTS));
        inline(x, (n, &slide.model, &size), |x| {
            x.within("a:graphicData", &[("uri", CHARTS.1)], |x| {
                x.leaf("c:chart", &[CHARTS, ("r:id", &rel)]);
            });
        });
        Ok(())
    }

    fn picture(&mut self, x: &mut Xml, model: &ChartModel, picture: Picture) {
        self.drawings += 1;
        let n = self.drawings;
        let widest = f64::from(WIDTH) / 20.0 / POINTS;
        let (width, height) = (f64::from(picture.size.0), f64::from(picture.size.1));
        let scale = (widest / width.max(1.0)).min(HIGHEST / height.max(1.0)).min(1.0);
        let size = [width * scale, height * scale].map(emu);
        self.package.image(format!("word/media/image{n}.png"), picture.png);
        let rel = self.rels.add("image", format!("media/image{n}.png"));
        let id = n.to_string();
        let name = clean(&model.title);
        inline(x, (n, model, &size), |x| {
            x.within("a:graphicData", &[("uri", PICTURES.1)], |x| {
                x.within("pic:pic", &[PICTURES], |x| {
                    x.within("pic:nvPicPr", &[], |x| {
                        x.leaf("pic:cNvPr", &[("id", &id), ("name", &name)]);
                        x.leaf("pic:cNvPicPr", &[]);
                    });
                    x.within("pic:blipFill", &[], |x| {
                        x.leaf("a:blip", &[("r:embed", &rel)]);
                        x.raw("<a:stretch><a:fillRect/></a:stretch>");
                    });
                    x.within("pic:spPr", &[], |x| {
                        x.within("a:xfrm", &[], |x| {
                            x.leaf("a:off", &[("x", "0"), ("y", "0")]);
                            x.leaf("a:ext", &[("cx", &size[0]), ("cy", &size[1])]);
                        });
                        x.raw("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>");
                    });
                });
            });
        });
    }
}

/// A paragraph with a drawing and its alternative text.
fn inline(x: &mut Xml, (n, model, size): (usize, &ChartModel, &[String; 2]), graphic: impl FnOnce(&mut Xml)) {
    x.within("w:p", &[], |x| {
        x.within("w:pPr", &[], |x| x.leaf("w:pStyle", &[("w:val", "Chart")]));
        x.within("w:r", &[], |x| {
            x.within("w:drawing", &[], |x| {
                let around = [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")];
                x.within("wp:inline", &around, |x| {
                    x.leaf("wp:extent", &[("cx", &size[0]), ("cy", &size[1])]);
                    x.leaf("wp:effectExtent", &[("l", "0"), ("t", "0"), ("r", "0"), ("b", "0")]);
                    let (name, description) = (clean(&model.title), clean(&model.description));
                    x.leaf(
                        "wp:docPr",
                        &[("id", &n.to_string()), ("name", &name), ("descr", &description)],
                    );
                    x.leaf("wp:cNvGraphicFramePr", &[]);
                    x.within("a:graphic", &[], graphic);
                });
            });
        });
    });
}

/// The same chart as a slide has it: plots are made from slides.
fn slide(chart: &BriefChart) -> Slide {
    Slide {
        model: chart.model.clone(),
        decimals: chart.decimals,
        notes: Vec::new(),
        link: String::new(),
        title: false,
        rows: Rows::Ends,
        remarks: false,
    }
}

fn emu(px: f64) -> String {
    format!("{:.0}", px * EMU)
}
