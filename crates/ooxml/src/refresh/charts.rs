//! Puts the newest edition into the charts of a slide.

use std::collections::BTreeMap;

use super::{
    RefreshError, book,
    chart::{self, ChartXml},
    data::Data,
    mark::chart_look,
    merge::Merge,
    read::ChartFile,
    rels::{Rels, path_of},
    remap::remapped,
    report::{Kept, Piece},
    tree::{Edits, canonical, inside, parse, print},
};

const CHART_TYPE: &str = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const OVERLAY_TYPE: &str = "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml";

/// How a chart of the user can take the newest figures.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// It is as it was written: the newest takes its place.
    Replace,
    /// It was formatted: its figures change in place.
    Edit,
}

impl Merge<'_> {
    /// Refreshes the charts; returns the ids of their relationships by those of the newest slide.
    pub(super) fn charts(&mut self) -> Result<BTreeMap<String, String>, RefreshError> {
        let old = std::mem::take(&mut self.slide.charts);
        let mut ids = BTreeMap::new();
        let fresh = self.fresh;
        let mut pairs = old.into_iter();
        for (n, new) in (1..).zip(&fresh.charts) {
            match pairs.next() {
                Some(chart) => {
                    ids.insert(new.id.clone(), chart.id.clone());
                    self.chart(n, chart, new)?;
                }
                None => {
                    let id = self.add_chart(new)?;
                    ids.insert(new.id.clone(), id);
                }
            }
        }
        for chart in pairs {
            self.remove_chart(&chart)?;
        }
        Ok(ids)
    }

    fn chart(&mut self, n: usize, mut chart: ChartFile, new: &ChartFile) -> Result<(), RefreshError> {
        let keys: Vec<String> = ["chart", "data", "labels", "axes", "over", "said", "book"]
            .map(|key| format!("{key}.{n}"))
            .to_vec();
        let of = |key: &str| self.prints().get(&format!("{key}.{n}")).to_owned();
        let document = parse(&chart.path, &chart.xml)?;
        let fresh = parse(&new.path, &new.xml)?;
        let data = Data::of(&document);
        if data.print() != of("data") {
            self.keep(Piece::Chart, Kept::Edited, &keys);
            return Ok(());
        }
        if chart
            .book
            .as_ref()
            .is_some_and(|(_, bytes)| book::cells(bytes) != of("book"))
        {
            self.keep(Piece::Workbook, Kept::Edited, &keys);
            return Ok(());
        }
        let way = if chart_look(&document) == of("chart") {
            Way::Replace
        } else {
            Way::Edit
        };
        let labelled = data.series.iter().any(|series| !series.labels.is_empty());
        if way == Way::Edit && labelled && data.labels_print() != of("labels") {
            self.keep(Piece::Chart, Kept::Edited, &keys);
            return Ok(());
        }
        let scales = data.axes_print() == of("axes");
        let edits = chart::refresh(
            ChartXml {
                source: &chart.xml,
                document: &document,
            },
            ChartXml {
                source: &new.xml,
                document: &fresh,
            },
            (chart.book.is_some(), scales),
        );
        let Some(edits) = edits.or_else(|| (way == Way::Replace).then(Edits::default)) else {
            self.keep(Piece::Chart, Kept::OtherShape, &keys);
            return Ok(());
        };
        let differing = data.differing(&Data::of(&fresh));
        let edited = (way == Way::Edit).then(|| edits.apply(&chart.xml));
        if way == Way::Edit {
            self.keep_prints(&[format!("chart.{n}")]);
        }
        let over = self.overlay(n, &mut chart, new)?;
        let xml = match edited {
            Some(xml) => match over {
                Over::Same => xml,
                Over::Added(id) => with_overlay(&chart.path, &xml, Some(&id))?,
                Over::Removed => with_overlay(&chart.path, &xml, None)?,
            },
            None => remapped(&new.path, &new.xml, &chart.ids_for(new))?,
        };
        self.report.figures += differing;
        let path = chart.path.clone();
        if self.write(&path, chart.xml.as_bytes(), xml.into_bytes()) {
            self.report.changed.insert(Piece::Chart);
        }
        if let (Some((path, old)), Some((_, bytes))) = (&chart.book, &new.book)
            && self.write(path, old, bytes.clone())
        {
            self.report.changed.insert(Piece::Workbook);
        }
        self.write_rels(chart.rels);
        Ok(())
    }

    fn keep_prints(&mut self, keys: &[String]) {
        for key in keys {
            let before = self.base.prints.get(key).to_owned();
            self.mark.prints.set(key.clone(), before);
        }
    }

    /// Refreshes the lines and texts over a chart.
    fn overlay(&mut self, n: usize, chart: &mut ChartFile, new: &ChartFile) -> Result<Over, RefreshError> {
        let key = format!("over.{n}");
        let base = self.prints().get(&key).to_owned();
        match (&chart.overlay, &new.overlay) {
            (None, None) => Ok(Over::Same),
            (None, Some(_)) if !base.is_empty() => {
                self.keep(Piece::Overlay, Kept::Removed, &[key]);
                Ok(Over::Same)
            }
            (None, Some((_, xml))) => {
                let path = self.parts.path("ppt/drawings/drawing", ".xml", Some(OVERLAY_TYPE));
                let id = chart.rels.add("chartUserShapes", &path, false)?;
                self.changes.written.insert(path, xml.clone().into_bytes());
                self.report.changed.insert(Piece::Overlay);
                Ok(Over::Added(id))
            }
            (Some((path, old)), None) => {
                if canonical(parse(path, old)?.root_element(), |_| false) != base {
                    self.keep(Piece::Overlay, Kept::Edited, &[key]);
                    return Ok(Over::Same);
                }
                let rel = chart.rels.first("chartUserShapes").map(|rel| rel.id.clone());
                chart.rels.remove(&rel.unwrap_or_default())?;
                self.changes.removed.insert(path.clone());
                self.report.changed.insert(Piece::Overlay);
                Ok(Over::Removed)
            }
            (Some((path, old)), Some((_, new))) => {
                let (path, old) = (path.clone(), old.clone());
                self.both_overlays((&key, &base), (&path, &old), new)?;
                Ok(Over::Same)
            }
        }
    }

    fn both_overlays(
        &mut self,
        (key, base): (&str, &str),
        (path, old): (&str, &str),
        new: &str,
    ) -> Result<(), RefreshError> {
        let (before, after) = (parse(path, old)?, parse(path, new)?);
        let xml = if canonical(before.root_element(), |_| false) == base {
            Some(new.to_owned())
        } else {
            let said = print(chart::overlay_texts(&before)) == self.prints().get(&key.replace("over", "said"));
            let edits = chart::refresh_overlay(
                ChartXml {
                    source: old,
                    document: &before,
                },
                ChartXml {
                    source: new,
                    document: &after,
                },
            );
            self.keep_prints(&[key.to_owned()]);
            edits.filter(|_| said).map(|edits| edits.apply(old))
        };
        match xml {
            Some(xml) => {
                if self.write(path, old.as_bytes(), xml.into_bytes()) {
                    self.report.changed.insert(Piece::Overlay);
                }
            }
            None => self.keep(Piece::Overlay, Kept::Edited, &[key.to_owned()]),
        }
        Ok(())
    }

    fn add_chart(&mut self, new: &ChartFile) -> Result<String, RefreshError> {
        let path = self.parts.path("ppt/charts/chart", ".xml", Some(CHART_TYPE));
        let id = self.slide.rels.add("chart", &path, false)?;
        let mut rels = Rels::empty(&path);
        let mut ids = BTreeMap::new();
        if let Some((_, bytes)) = &new.book {
            let book = self.parts.path("ppt/embeddings/workbook", ".xlsx", None);
            let fresh = new.rels.first("package").map(|rel| rel.id.clone()).unwrap_or_default();
            ids.insert(fresh, rels.add("package", &book, false)?);
            self.changes.written.insert(book, bytes.clone());
        }
        if let Some((_, xml)) = &new.overlay {
            let overlay = self.parts.path("ppt/drawings/drawing", ".xml", Some(OVERLAY_TYPE));
            let fresh = new
                .rels
                .first("chartUserShapes")
                .map(|rel| rel.id.clone())
                .unwrap_or_default();
            ids.insert(fresh, rels.add("chartUserShapes", &overlay, false)?);
            self.changes.written.insert(overlay, xml.clone().into_bytes());
        }
        self.changes
            .written
            .insert(path.clone(), remapped(&new.path, &new.xml, &ids)?.into_bytes());
        self.write_rels(rels);
        self.report.changed.insert(Piece::Chart);
        Ok(id)
    }

    fn remove_chart(&mut self, chart: &ChartFile) -> Result<(), RefreshError> {
        self.slide.rels.remove(&chart.id)?;
        self.report.changed.insert(Piece::Chart);
        if self.parts.uses.get(&chart.path).copied().unwrap_or(0) > 1 {
            return Ok(());
        }
        let own = [&chart.path, &path_of(&chart.path)].map(Clone::clone);
        self.changes.removed.extend(own);
        self.changes
            .removed
            .extend(chart.overlay.iter().map(|(path, _)| path.clone()));
        self.changes
            .removed
            .extend(chart.book.iter().map(|(path, _)| path.clone()));
        Ok(())
    }
}

/// What became of the reference to what is over a chart.
enum Over {
    Same,
    Added(String),
    Removed,
}

impl ChartFile {
    /// Returns the ids of own relationships by those of the newest chart.
    fn ids_for(&self, new: &Self) -> BTreeMap<String, String> {
        let pairs = new.rels.rows.iter().filter_map(|rel| {
            let own = self.rels.first(&rel.kind)?;
            Some((rel.id.clone(), own.id.clone()))
        });
        pairs.collect()
    }
}

/// Returns a chart with or without the reference to what is over it, its last element.
fn with_overlay(path: &str, xml: &str, id: Option<&str>) -> Result<String, RefreshError> {
    let document = parse(path, xml)?;
    let root = document.root_element();
    let mut edits = Edits::default();
    if let Some(node) = super::tree::child(root, "userShapes") {
        edits.replace(node.range(), "");
    }
    if let (Some(id), Some(range)) = (id, inside(xml, root)) {
        let name = super::tree::prefix(xml, root);
        let space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        edits.insert(
            range.end,
            format!("<{name}userShapes xmlns:r=\"{space}\" r:id=\"{id}\"/>"),
        );
    }
    Ok(edits.apply(xml))
}
