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
    OfficeError, Slide,
    chart::{self, Frame},
    package::Rels,
    plot::{self, Form, Plot},
    sheet::{self, Grid},
    text::{clean, link, number},
    theme::{DRAWING, RELATIONS, SLIDES},
    words,
    xml::Xml,
};

/// Maximum number of bars in a chart; more are split into charts side by side, because
/// the text must be legible from the back of a room.
const MAX_BARS: usize = 22;

/// The same for bars of several series, which are thinner; and the maximum number of charts side by side.
const MAX_THIN_BARS: usize = 48;
const MAX_CHARTS: usize = 3;

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
            return self.slide_with(slide, (&[], &[]), |_, room, _| Ok(Content::Shapes(body, room)));
        }
        let plot = Plot::new(slide)?;
        self.slide_with(slide, (&plot.remarks, &plot.speaker_notes), |writer, room, rels| {
            Ok(Content::Charts(writer.charts(slide, &plot, room, rels)?))
        })
    }

    /// Adds a slide with its texts and the content that `draw` returns for the area between them.
    fn slide_with<'a>(
        &mut self,
        slide: &Slide,
        (remarks, speaker_notes): (&[String], &[String]),
        draw: impl FnOnce(&mut Self, Rect, &mut Rels) -> Result<Content<'a>, OfficeError>,
    ) -> Result<(), OfficeError> {
        let lang = slide.model.lang;
        self.slides += 1;
        let mut rels = Rels::default();
        rels.add("slideLayout", Layout::Chart.file());
        let texts = texts(slide, remarks, &mut rels);
        let footer = format!("{} {}", texts.source, words::OPEN_PAGE.get(lang));
        let head = slide.title.then_some((texts.title.as_str(), texts.subtitle.as_str()));
        let page_layout = self.slide_size.page_layout(head, &texts.remarks, &footer);
        let content = draw(self, page_layout.chart, &mut rels)?;
        let notes: Vec<String> = slide
            .notes
            .iter()
            .map(|line| clean(line))
            .chain(speaker_notes.iter().cloned())
            .collect();
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
        let marks = plot.categories.len() * plot.series.len();
        let pieces = plot.split(match plot.form {
            Form::Bars if single_series => plot.categories.len().div_ceil(MAX_BARS),
            Form::Bars => marks.div_ceil(MAX_THIN_BARS).min(MAX_CHARTS),
            _ => 1,
        });
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
        let mut placed = Vec::new();
        for (part_number, (piece, rect)) in (1..).zip(pieces.iter().zip(room.columns(count))) {
            let (mut name, mut description) = (clean(&slide.model.title), clean(&slide.model.description));
            if count > 1 {
                let part = format!("{} {part_number}/{count}", words::PART.get(lang));
                let ends = [piece.categories.first(), piece.categories.last()];
                let ends = ends.into_iter().flatten().cloned().collect::<Vec<_>>().join(" – ");
                description = format!("{description} ({part}: {ends})");
                name = format!("{name} ({part})");
            }
            let target = self.chart(piece, slide, rect)?;
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
    fn chart(&mut self, plot: &Plot, slide: &Slide, rect: Rect) -> Result<String, OfficeError> {
        self.charts += 1;
        let n = self.charts;
        let grid = Grid::new(plot, 0)?;
        let frame = Frame {
            width: rect.w,
            height: rect.h,
        };
        let mut rels = Rels::default();
        let book = rels.add("package", format!("../embeddings/workbook{n}.xlsx"));
        let path = format!("ppt/charts/chart{n}.xml");
        self.package.rels(&path, &rels);
        self.package
            .part(path, types::CHART, chart::part(plot, grid, frame, &book));
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
