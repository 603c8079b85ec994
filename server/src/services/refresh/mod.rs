//! Brings an uploaded deck up to an edition: finds out where its slides come from, makes them anew, puts them in.

mod file;
mod newest;

use std::collections::BTreeSet;

use app::{
    SharedBackend,
    export::{RefreshChanges, RefreshOutcome, RefreshReport, RefreshedSlide, cited_in},
};
use domain::Lang;
use ooxml::refresh::{self, FoundSlide, Fresh, Kind, Origin, RefreshError, SlideReport, Upload};

pub(crate) use file::{refused, report_slide};
use newest::{Newest, Renewed};

/// Most earlier editions that are looked up for one deck.
const MOST_EDITIONS: usize = 6;

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    /// Language of the report.
    pub(crate) lang: Lang,
    /// Number of the edition; the newest if `None`.
    pub(crate) edition: Option<u32>,
    /// Whether a slide at the end says what changed.
    pub(crate) report_slide: bool,
}

/// A deck that was read.
#[derive(Debug)]
pub(crate) struct ReadDeck {
    upload: Upload,
    origins: Vec<Option<Found>>,
}

/// Where a slide comes from.
#[derive(Clone, Debug)]
struct Found {
    origin: Origin,
    /// Whether its mark has fingerprints that can be used.
    marked: bool,
}

/// A refreshed deck.
#[derive(Debug)]
pub(crate) struct RefreshedDeck {
    pub(crate) bytes: Vec<u8>,
    pub(crate) report: RefreshReport,
    /// Whether anything in the file changed.
    pub(crate) changed: bool,
}

/// Reads a deck.
///
/// # Errors
/// [`RefreshError`] if it is none.
pub(crate) fn read(bytes: Vec<u8>) -> Result<ReadDeck, RefreshError> {
    let upload = refresh::open(bytes)?;
    let shape = upload.shape();
    let origins = upload.slides().iter().map(|slide| found(slide, shape)).collect();
    Ok(ReadDeck { upload, origins })
}

fn found(slide: &FoundSlide, shape: ooxml::Shape) -> Option<Found> {
    if let Some(origin) = &slide.origin {
        return Some(Found {
            origin: origin.clone(),
            marked: slide.fingerprinted,
        });
    }
    let cited = slide.addresses.iter().find_map(|address| cited_in(address));
    let (lang, view, edition) = cited?;
    let named = format!("edition={edition}");
    let frozen = slide
        .addresses
        .iter()
        .any(|address| cited_in(address).is_none() && address.contains(&named));
    let origin = Origin {
        kind: Kind::Chart,
        view,
        deck: String::new(),
        edition,
        lang,
        shape,
        frozen,
        title: true,
        remarks: true,
    };
    Some(Found { origin, marked: false })
}

impl ReadDeck {
    /// Returns where its readers reach the site on which it was made, as its speaker notes say.
    pub(crate) fn site(&self) -> Option<String> {
        let mut addresses = self.upload.slides().iter().flat_map(|slide| &slide.addresses);
        let cited = addresses.find(|address| cited_in(address).is_some())?;
        let (scheme, rest) = cited.split_once("://")?;
        Some(format!("{scheme}://{}", rest.split('/').next()?))
    }

    /// Returns the numbers of the editions that its slides show, and that of the wanted one: they are to be in memory.
    pub(crate) fn editions(&self, wanted: &Wanted) -> BTreeSet<u32> {
        let shown = self.origins.iter().flatten().map(|found| found.origin.edition);
        shown.take(MOST_EDITIONS).chain(wanted.edition).collect()
    }

    /// Refreshes it; `None` without the wanted edition.
    ///
    /// # Errors
    /// [`RefreshError`] if a part of it is damaged, or the file cannot be written.
    pub(crate) fn refresh(
        self,
        backend: &SharedBackend,
        wanted: &Wanted,
    ) -> Result<Option<RefreshedDeck>, RefreshError> {
        let (Some(target), Some(newest)) = (backend.snapshot(wanted.edition), backend.snapshot(None)) else {
            return Ok(None);
        };
        let edition = target.edition.number;
        let origins = self.origins.iter().flatten().map(|found| &found.origin);
        let mut renew = Newest::new(backend, (edition, newest.edition.number), origins);
        let titles: Vec<String> = self.upload.slides().iter().map(|slide| slide.title.clone()).collect();
        let planned: Vec<Plan> = self
            .origins
            .iter()
            .zip(&titles)
            .map(|(found, title)| plan(&mut renew, found.as_ref(), title, (edition, wanted.edition.is_none())))
            .collect();
        let fresh: Vec<Option<Fresh>> = planned.iter().map(Plan::fresh).collect();
        let (mut upload, reports, mut edited) = self.upload.refresh(&fresh)?;
        let slides = self.origins.iter().zip(titles).zip(planned.into_iter().zip(reports));
        let slides = slides.map(|((found, title), (plan, report))| RefreshedSlide {
            title,
            view: found
                .as_ref()
                .map(|found| found.origin.view.clone())
                .unwrap_or_default(),
            edition: found.as_ref().map(|found| found.origin.edition),
            outcome: plan.outcome(report),
        });
        let report = RefreshReport {
            lang: wanted.lang,
            edition,
            published: target.edition.published,
            slides: slides.collect(),
        };
        let (_, changed) = report.counts();
        if wanted.report_slide {
            let (deck, origin) = report_slide(&report, upload.shape());
            upload.append(&deck, &origin, &mut edited)?;
        }
        Ok(Some(RefreshedDeck {
            bytes: upload.write(edited)?,
            report,
            changed: changed > 0 || wanted.report_slide,
        }))
    }
}

/// What is to be done with a slide.
enum Plan {
    Renew(Box<Renewed>),
    Leave(RefreshOutcome),
}

fn plan(renew: &mut Newest<'_>, found: Option<&Found>, title: &str, (edition, by_default): (u32, bool)) -> Plan {
    let Some(found) = found else {
        return Plan::Leave(RefreshOutcome::NotOurs);
    };
    if found.origin.edition == edition {
        return Plan::Leave(RefreshOutcome::Newest);
    }
    if found.origin.edition > edition && by_default {
        return Plan::Leave(RefreshOutcome::Later);
    }
    match renew.slide(&found.origin, title, found.marked) {
        Ok(renewed) => Plan::Renew(Box::new(renewed)),
        Err(gone) => Plan::Leave(RefreshOutcome::Gone(gone)),
    }
}

impl Plan {
    fn fresh(&self) -> Option<Fresh> {
        match self {
            Self::Renew(renewed) => Some(renewed.fresh.clone()),
            Self::Leave(_) => None,
        }
    }

    fn outcome(self, report: Option<SlideReport>) -> RefreshOutcome {
        let renewed = match self {
            Self::Leave(outcome) => return outcome,
            Self::Renew(renewed) => renewed,
        };
        let report = report.unwrap_or_default();
        let kept: Vec<_> = report.kept.into_iter().collect();
        if report.changed.is_empty() {
            return if kept.is_empty() {
                RefreshOutcome::Newest
            } else {
                RefreshOutcome::Kept(kept)
            };
        }
        let (before, after) = report.titles;
        let is_new = before != after && report.changed.contains(&domain::refresh::Piece::Title);
        RefreshOutcome::Refreshed(RefreshChanges {
            title: is_new.then_some(after),
            figures: report.figures,
            changed: report.changed.into_iter().collect(),
            kept,
            verdict: renewed.verdict,
        })
    }
}
