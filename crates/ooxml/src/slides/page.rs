//! One chart on its slide.

use domain::chart::ChartBody;

use super::{
    Writer,
    arrange::{Places, Rect},
    heat, map,
    master::{self, Layout},
    shapes::{Holder, Run, place, tree},
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
    words::{self, say},
    xml::Xml,
};

/// Up to so many bars stand under each other; more are split into charts side by side, because
/// letters must be read from the back of a room.
const BARS: usize = 22;

/// The same for bars of several series, which are thinner; and most charts side by side.
const THIN_BARS: usize = 48;
const MOST_CHARTS: usize = 3;

/// A bar is not taller than this, in points.
const THICK: f64 = 44.0;

/// A chart that was written, and where it stands.
struct Placed {
    rel: String,
    rect: Rect,
    name: String,
    description: String,
}

/// What stands between the texts of a slide.
enum Drawn<'a> {
    Charts(Vec<Placed>),
    /// Shapes of the model itself.
    Shapes(&'a ChartBody, Rect),
}

impl Drawn<'_> {
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
                for (at, chart) in charts.iter().enumerate() {
                    graphic(x, 10 + at, chart);
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
        if plot::in_shapes(&slide.model)? {
            let body = &slide.model.body;
            return self.filled(slide, (&[], &[]), |_, room, _| Ok(Drawn::Shapes(body, room)));
        }
        let plot = Plot::new(slide)?;
        self.filled(slide, (&plot.remarks, &plot.spoken), |writer, room, rels| {
            Ok(Drawn::Charts(writer.charts(slide, &plot, room, rels)?))
        })
    }

    /// Adds a slide with its texts around what `draw` puts into the room between them.
    fn filled<'a>(
        &mut self,
        slide: &Slide,
        (remarks, spoken): (&[String], &[String]),
        draw: impl FnOnce(&mut Self, Rect, &mut Rels) -> Result<Drawn<'a>, OfficeError>,
    ) -> Result<(), OfficeError> {
        let lang = slide.model.lang;
        self.slides += 1;
        let mut rels = Rels::default();
        rels.add("slideLayout", Layout::Chart.file());
        let texts = texts(slide, remarks, &mut rels);
        let footer = format!("{} {}", texts.source, say(lang, words::OPEN));
        let head = slide.title.then_some((texts.title.as_str(), texts.subtitle.as_str()));
        let places = self.room.places(head, &texts.remarks, &footer);
        let drawn = draw(self, places.chart, &mut rels)?;
        let notes: Vec<String> = slide
            .notes
            .iter()
            .map(|line| clean(line))
            .chain(spoken.iter().cloned())
            .collect();
        rels.add("notesSlide", format!("../notesSlides/notesSlide{}.xml", self.slides));
        self.notes(lang, &notes, &slide.link);
        let xml = self.page_xml(slide, &places, &texts, &drawn);
        self.add_slide(xml, &rels);
        Ok(())
    }

    /// Writes the charts of a slide, each with its workbook.
    fn charts(&mut self, slide: &Slide, plot: &Plot, room: Rect, rels: &mut Rels) -> Result<Vec<Placed>, OfficeError> {
        if plot.is_empty() {
            return Ok(Vec::new());
        }
        let lying = plot.form == Form::Bars && plot.series.len() == 1;
        let marks = plot.categories.len() * plot.series.len();
        let pieces = plot.split(match plot.form {
            Form::Bars if lying => plot.categories.len().div_ceil(BARS),
            Form::Bars => marks.div_ceil(THIN_BARS).min(MOST_CHARTS),
            _ => 1,
        });
        let count = pieces.len();
        let tallest = pieces.iter().map(|p| p.categories.len()).max().unwrap_or(0);
        let room = if lying {
            Rect {
                h: room.h.min(THICK * number(tallest)),
                ..room
            }
        } else {
            room
        };
        let lang = slide.model.lang;
        let mut placed = Vec::new();
        for (at, (piece, rect)) in (1..).zip(pieces.iter().zip(room.columns(count))) {
            let (mut name, mut description) = (clean(&slide.model.title), clean(&slide.model.description));
            if count > 1 {
                let part = format!("{} {at}/{count}", say(lang, words::PART));
                let ends = [piece.categories.first(), piece.categories.last()];
                let ends = ends.into_iter().flatten().cloned().collect::<Vec<_>>().join(" – ");
                description = format!("{description} ({part}: {ends})");
                name = format!("{name} ({part})");
            }
            let target = self.chart(piece, slide, rect)?;
            placed.push(Placed {
                rel: rels.add("chart", target),
                rect,
                name,
                description,
            });
        }
        Ok(placed)
    }

    /// Writes a chart and its workbook; gives the address of the chart from a slide.
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

    fn page_xml(&self, slide: &Slide, places: &Places, texts: &Texts, drawn: &Drawn<'_>) -> Vec<u8> {
        let lang = slide.model.lang;
        let number = self.slides;
        Xml::part("p:sld", &[DRAWING, RELATIONS, SLIDES], |x| {
            x.within("p:cSld", &[], |x| {
                tree(x, |x| {
                    // The title is there for lists of slides even when it is not to be seen.
                    let title = holder(2, "Title", master::TITLE, places.title);
                    title.lines(x, lang, std::slice::from_ref(&texts.title));
                    if slide.title && !texts.subtitle.is_empty() {
                        let subtitle = holder(3, "Subtitle", master::SUBTITLE, places.subtitle);
                        subtitle.lines(x, lang, std::slice::from_ref(&texts.subtitle));
                    }
                    drawn.write(x, slide);
                    let mut remarks = texts.remarks.clone();
                    if drawn.is_empty() {
                        remarks.insert(0, say(lang, words::EMPTY).to_owned());
                    }
                    if !remarks.is_empty() {
                        let place = if drawn.is_empty() {
                            (places.chart.top(96.0), 14.0)
                        } else {
                            places.remarks
                        };
                        holder(4, "Remarks", master::REMARKS, place).lines(x, lang, &remarks);
                    }
                    footer(x, slide, places, texts);
                    let page = Holder {
                        place: None,
                        size: None,
                        ..holder(6, "Slide number", master::NUMBER, places.footer)
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
        remarks.extend(model.notes.iter().map(|line| clean(line)));
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

fn holder(id: usize, name: &'static str, kind: crate::xml::Attrs<'static>, place: (Rect, f64)) -> Holder<'static> {
    Holder {
        id,
        name,
        kind,
        place: Some(place.0),
        size: Some(place.1),
    }
}

/// Source and edition, and the way back to the page.
fn footer(x: &mut Xml, slide: &Slide, places: &Places, texts: &Texts) {
    let lang = slide.model.lang;
    let plain = |text| Run { text, link: None };
    let mut runs = vec![plain(texts.source.as_str())];
    if let Some(id) = &texts.link {
        runs.push(plain(" "));
        runs.push(Run {
            text: say(lang, words::OPEN),
            link: Some(id),
        });
    }
    holder(5, "Footer", master::FOOTER, places.footer).paragraphs(x, lang, &[&runs]);
}

fn graphic(x: &mut Xml, id: usize, chart: &Placed) {
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
