//! Writes a slide with a chart.

use domain::chart::ChartBody;

use super::{
    Writer,
    arrange::{PageLayout, Rect},
    heat, map,
    master::{self, Layout},
    shapes::{Placeholder, Run, place, tree},
    strip, types,
};
use crate::{
    OfficeError, Rows, Slide,
    chart::{self, Frame, Measures},
    package::Rels,
    plot::{self, Form, Plot},
    sheet::{self, Grid},
    text::{clean, link, number},
    theme::{DRAWING, RELATIONS, SLIDES},
    words,
    xml::Xml,
};

/// Maximum number of charts side by side, and of rows in one of them.
const MAX_CHARTS: usize = 3;
const MAX_PANEL_ROWS: usize = 21;

/// Minimum height of a row of a ranking, in points: that of its text.
const MIN_ROW_HEIGHT: f64 = 14.5;

/// Minimum height of maps, strips and heat maps, in points.
const SHAPES_HEIGHT: f64 = 330.0;

/// Maximum height of a bar, in points.
const MAX_BAR_HEIGHT: f64 = 44.0;

/// A chart that was written, and its position on the slide.
struct PlacedChart {
    rel: String,
    rect: Rect,
    name: String,
    description: String,
}

/// The content of a slide between its texts.
enum Content<'a> {
    Charts(Vec<PlacedChart>),
    /// A model that is drawn as shapes, and its area.
    Shapes(&'a ChartBody, Rect),
}

impl Content<'_> {
    fn is_empty(&self) -> bool {
        match self {
            Self::Charts(charts) => charts.is_empty(),
            Self::Shapes(body, _) => match body {
                ChartBody::Tiles(tiles) => tiles.tiles.is_empty(),
                ChartBody::Strip(strip) => strip.marks.is_empty(),
                ChartBody::Spine(spine) => spine.rows.is_empty(),
                ChartBody::Heat(heat) => heat.rows().next().is_none(),
                _ => true,
            },
        }
    }

    fn write(&self, x: &mut Xml, slide: &Slide) {
        match self {
            Self::Charts(charts) => {
                for (index, chart) in charts.iter().enumerate() {
                    graphic(x, 10 + index, chart);
                }
            }
            Self::Shapes(..) if self.is_empty() => {}
            Self::Shapes(body, room) => match body {
                ChartBody::Tiles(tiles) => map::write(x, &slide.model, tiles, *room),
                ChartBody::Strip(it) => strip::write(x, &slide.model, it, *room),
                ChartBody::Spine(spine) => strip::spine(x, &slide.model, spine, *room),
                ChartBody::Heat(it) => heat::write(x, &slide.model, it, *room),
                _ => {}
            },
        }
    }
}

/// The texts of a slide.
struct Texts {
    title: String,
    subtitle: String,
    remarks: Vec<String>,
    source: String,
    link: Option<String>,
}

impl Writer<'_> {
    /// Adds the slide of a chart.
    pub(super) fn page(&mut self, slide: &Slide) -> Result<(), OfficeError> {
        if plot::drawn_as_shapes(&slide.model)? {
            let body = &slide.model.body;
            return self.slide_with(slide, (&[], &[], SHAPES_HEIGHT), |_, room, _| {
                Ok(Content::Shapes(body, room))
            });
        }
        let plot = shown(slide, &Plot::new(slide)?);
        let rows = if plot.form.is_horizontal() {
            panel_rows(&plot)
        } else {
            0
        };
        let needed = MIN_ROW_HEIGHT * number(rows);
        self.slide_with(
            slide,
            (&plot.remarks, &plot.speaker_notes, needed),
            |writer, room, rels| Ok(Content::Charts(writer.charts(slide, &plot, room, rels)?)),
        )
    }

    /// Adds a slide with its texts and the content that `draw` returns for the area between them.
    fn slide_with<'a>(
        &mut self,
        slide: &Slide,
        (remarks, speaker_notes, needed): (&[String], &[String], f64),
        draw: impl FnOnce(&mut Self, Rect, &mut Rels) -> Result<Content<'a>, OfficeError>,
    ) -> Result<(), OfficeError> {
        let lang = slide.model.lang;
        self.slides += 1;
        let mut rels = Rels::default();
        rels.add("slideLayout", Layout::Chart.file());
        let mut texts = texts(slide, remarks, &mut rels);
        let footer = format!("{} {}", texts.source, words::OPEN_PAGE.get(lang));
        let head = slide.title.then_some((texts.title.as_str(), texts.subtitle.as_str()));
        let page_layout = self.slide_size.page_layout(head, &texts.remarks, &footer, needed);
        // What has no room on the slide is among the speaker notes.
        let left_out = texts.remarks.split_off(page_layout.remark_count);
        let content = draw(self, page_layout.chart, &mut rels)?;
        let notes: Vec<String> = slide
            .notes
            .iter()
            .map(|line| clean(line))
            .chain(speaker_notes.iter().cloned())
            .collect();
        let left_out = left_out.into_iter().filter(|line| !notes.contains(line));
        let notes: Vec<String> = notes.iter().cloned().chain(left_out).collect();
        rels.add("notesSlide", format!("../notesSlides/notesSlide{}.xml", self.slides));
        self.notes(lang, &notes, &slide.link);
        let xml = self.page_xml(slide, &page_layout, &texts, &content);
        self.add_slide(xml, &rels);
        Ok(())
    }

    /// Writes the charts of a slide, each with its workbook.
    fn charts(
        &mut self,
        slide: &Slide,
        plot: &Plot,
        room: Rect,
        rels: &mut Rels,
    ) -> Result<Vec<PlacedChart>, OfficeError> {
        if plot.is_empty() {
            return Ok(Vec::new());
        }
        let single_series = plot.form == Form::Bars && plot.series.len() == 1;
        let mut pieces = plot.split(panels(plot));
        let count = pieces.len();
        let tallest = pieces.iter().map(|p| p.categories.len()).max().unwrap_or(0);
        let room = if single_series {
            Rect {
                h: room.h.min(MAX_BAR_HEIGHT * number(tallest)),
                ..room
            }
        } else {
            room
        };
        let lang = slide.model.lang;
        let columns = room.columns(count);
        let frame = Frame {
            width: columns[0].w,
            height: room.h,
        };
        let share = Measures::of(&pieces, frame).names_share(frame);
        for piece in &mut pieces {
            piece.label_rows();
            piece.name_inside(share);
        }
        let measures = Measures::of(&pieces, frame);
        let mut placed = Vec::new();
        for (part_number, (piece, rect)) in (1..).zip(pieces.iter().zip(columns)) {
            let (mut name, mut description) = (clean(&slide.model.title), clean(&slide.model.description));
            if count > 1 {
                let part = format!("{} {part_number}/{count}", words::PART.get(lang));
                let ends = [piece.categories.first(), piece.categories.last()];
                let ends = ends.into_iter().flatten().cloned().collect::<Vec<_>>().join(" – ");
                description = format!("{description} ({part}: {ends})");
                name = format!("{name} ({part})");
            }
            let target = self.chart(piece, slide, rect, measures)?;
            placed.push(PlacedChart {
                rel: rels.add("chart", target),
                rect,
                name,
                description,
            });
        }
        Ok(placed)
    }

    /// Writes a chart and its workbook; returns the path of the chart relative to a slide.
    fn chart(&mut self, plot: &Plot, slide: &Slide, rect: Rect, measures: Measures) -> Result<String, OfficeError> {
        self.charts += 1;
        let n = self.charts;
        let grid = Grid::new(plot, 0)?;
        let frame = Frame {
            width: rect.w,
            height: rect.h,
        };
        let mut rels = Rels::default();
        let book = rels.add("package", format!("../embeddings/workbook{n}.xlsx"));
        let drawing = format!("drawings/drawing{n}.xml");
        let mut with_overlay = rels.clone();
        let over = with_overlay.add("chartUserShapes", format!("../{drawing}"));
        let parts = chart::parts(plot, grid, frame, measures, (&book, &over));
        let path = format!("ppt/charts/chart{n}.xml");
        if let Some(overlay) = parts.overlay {
            rels = with_overlay;
            self.package.part(format!("ppt/{drawing}"), types::OVERLAY, overlay);
        }
        self.package.rels(&path, &rels);
        self.package.part(path, types::CHART, parts.chart);
        let book = sheet::embedded(plot, slide, self.deck.published)?;
        self.package.workbook(format!("ppt/embeddings/workbook{n}.xlsx"), book);
        Ok(format!("../charts/chart{n}.xml"))
    }

    fn page_xml(&self, slide: &Slide, page_layout: &PageLayout, texts: &Texts, content: &Content<'_>) -> Vec<u8> {
        let lang = slide.model.lang;
        let number = self.slides;
        Xml::part("p:sld", &[DRAWING, RELATIONS, SLIDES], |x| {
            x.within("p:cSld", &[], |x| {
                tree(x, |x| {
                    // Outlines and screen readers need the title even if it is not visible.
                    let title = placeholder(2, "Title", master::TITLE, page_layout.title);
                    title.lines(x, lang, std::slice::from_ref(&texts.title));
                    if slide.title && !texts.subtitle.is_empty() {
                        let subtitle = placeholder(3, "Subtitle", master::SUBTITLE, page_layout.subtitle);
                        subtitle.lines(x, lang, std::slice::from_ref(&texts.subtitle));
                    }
                    content.write(x, slide);
                    let mut remarks = texts.remarks.clone();
                    if content.is_empty() {
                        remarks.insert(0, words::EMPTY.get(lang).to_owned());
                    }
                    if !remarks.is_empty() {
                        let place = if content.is_empty() {
                            (page_layout.chart.top(96.0), 14.0)
                        } else {
                            page_layout.remarks
                        };
                        placeholder(4, "Remarks", master::REMARKS, place).lines(x, lang, &remarks);
                    }
                    footer(x, slide, page_layout, texts);
                    let page = Placeholder {
                        place: None,
                        size: None,
                        ..placeholder(6, "Slide number", master::NUMBER, page_layout.footer)
                    };
                    page.number(x, lang, number);
                });
            });
            x.raw("<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>");
        })
    }
}

/// Returns the plot as it is shown on a slide: with the rows that the slide asks for.
pub(crate) fn shown(slide: &Slide, plot: &Plot) -> Plot {
    let mut shown = match slide.rows {
        Rows::Ends => plot.ends(),
        Rows::All => plot.all_with_gaps(MAX_CHARTS * MAX_PANEL_ROWS),
    };
    // The label of a line that is drawn is at the line.
    if let Some(reference) = &shown.reference {
        let label = clean(&reference.label);
        shown.remarks.retain(|line| *line != label);
    }
    let left_out = plot.left_out(&shown);
    let lang = slide.model.lang;
    if left_out > 0 {
        let drawn = plot.categories.len() - left_out;
        shown.remarks.insert(
            0,
            messages::fill!(words::ROWS_LEFT_OUT, lang, drawn = drawn, total = plot.categories.len()),
        );
    } else if shown.has_gaps() {
        shown.remarks.insert(0, words::RANKS_LEFT_OUT.get(lang).to_owned());
    }
    shown
}

/// Returns the number of charts side by side that a plot needs.
fn panels(plot: &Plot) -> usize {
    if plot.row_marks.is_empty() || plot.categories.len() <= MAX_PANEL_ROWS {
        return 1;
    }
    plot.categories.len().div_ceil(MAX_PANEL_ROWS).min(MAX_CHARTS)
}

/// Returns the number of rows of each of these charts.
fn panel_rows(plot: &Plot) -> usize {
    plot.categories.len().div_ceil(panels(plot))
}

fn texts(slide: &Slide, remarks: &[String], rels: &mut Rels) -> Texts {
    let model = &slide.model;
    let mut remarks = remarks.to_vec();
    if slide.remarks {
        remarks.extend(model.notes.iter().map(|note| clean(&note.text)));
    }
    remarks.retain(|line| !line.is_empty());
    Texts {
        title: clean(&model.title),
        subtitle: clean(&model.subtitle),
        remarks,
        source: clean(&model.source),
        link: link(&slide.link).map(|target| rels.link(target)),
    }
}

fn placeholder(
    id: usize,
    name: &'static str,
    kind: crate::xml::Attrs<'static>,
    place: (Rect, f64),
) -> Placeholder<'static> {
    Placeholder {
        id,
        name,
        kind,
        place: Some(place.0),
        size: Some(place.1),
    }
}

/// Writes the footer: source and edition, and a link to the page.
fn footer(x: &mut Xml, slide: &Slide, page_layout: &PageLayout, texts: &Texts) {
    let lang = slide.model.lang;
    let plain = |text| Run { text, link: None };
    let mut runs = vec![plain(texts.source.as_str())];
    if let Some(id) = &texts.link {
        runs.push(plain(" "));
        runs.push(Run {
            text: words::OPEN_PAGE.get(lang),
            link: Some(id),
        });
    }
    placeholder(5, "Footer", master::FOOTER, page_layout.footer).paragraphs(x, lang, &[&runs]);
}

/// Writes the frame that shows a chart part.
fn graphic(x: &mut Xml, id: usize, chart: &PlacedChart) {
    const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    x.within("p:graphicFrame", &[], |x| {
        x.within("p:nvGraphicFramePr", &[], |x| {
            let attrs = [
                ("id", &*id.to_string()),
                ("name", &chart.name),
                ("descr", &chart.description),
            ];
            x.leaf("p:cNvPr", &attrs);
            x.within("p:cNvGraphicFramePr", &[], |x| {
                x.leaf("a:graphicFrameLocks", &[("noGrp", "1")]);
            });
            x.leaf("p:nvPr", &[]);
        });
        place(x, "p:xfrm", chart.rect);
        x.within("a:graphic", &[], |x| {
            x.within("a:graphicData", &[("uri", CHART)], |x| {
                x.leaf("c:chart", &[("xmlns:c", CHART), ("r:id", &chart.rel)]);
            });
        });
    });
}
