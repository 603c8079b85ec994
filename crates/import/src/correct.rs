//! Turns the correction of one figure into the file and the choices of an upload, so that it is read, checked,
//! compared, approved, published and undone like any table.

use domain::{
    Claim, FIGURE_COLUMNS, Figure, FigureKey, Missing, Place, Quantity, Snapshot, Text, Unit, tidy,
    upload::{
        Choices, CorrectionChoice, CorrectionError, CorrectionForm, CorrectionProblem, Encoding, Entry, How, Mode,
        SHOW_ALL, SourceChoice, Subject, claim_code,
    },
};

use crate::{
    apply::{files::Writer, files::figure_row, sources::usable},
    values::{Number, Parsed, no_figure, parse, rank},
};

/// A correction that is ready to be uploaded.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// Name of the file.
    pub name: String,
    /// Content of the file: one row of an indicator's file.
    pub bytes: Vec<u8>,
    /// Choices to upload it with.
    pub choices: Choices,
    /// Reason for the correction, which becomes the note of the edition.
    pub reason: String,
}

/// Creates the file and the choices of a correction.
///
/// # Errors
/// Returns all invalid fields, in the order of the form.
pub fn correction(form: &CorrectionForm, current: &Snapshot) -> Result<Correction, Vec<CorrectionProblem>> {
    let subject = Subject::of(form, current)?;
    let mut checked = Checked {
        form,
        current,
        subject,
        figure: subject.figure(current),
        problems: Vec::new(),
    };
    let show = form.get("show");
    let correction = if show.is_empty() {
        checked.figure_given()
    } else {
        checked.choice_given(show)
    };
    let reason = tidy(form.get("reason"));
    if reason.is_empty() {
        checked.problem("reason", CorrectionError::Needed);
    }
    match correction.filter(|_| checked.problems.is_empty()) {
        Some((claim, choices)) => Ok(checked.finish(&claim, choices, reason)),
        None => Err(checked.problems),
    }
}

struct Checked<'a> {
    form: &'a CorrectionForm,
    current: &'a Snapshot,
    subject: Subject,
    figure: Option<&'a Figure>,
    problems: Vec<CorrectionProblem>,
}

impl Checked<'_> {
    fn problem(&mut self, field: &'static str, error: CorrectionError) {
        self.problems.push(CorrectionProblem::of(self.form, field, error));
    }

    /// Handles the choice to show one of the sources that disagree, or all of them again.
    fn choice_given(&mut self, show: &str) -> Option<(Claim, Choices)> {
        let Some(figure) = self.figure.filter(|figure| figure.disputed()) else {
            self.problem("show", CorrectionError::NoConflict);
            return None;
        };
        if ["value", "rank", "missing"]
            .iter()
            .any(|field| !self.form.get(field).is_empty())
        {
            self.problem("show", CorrectionError::TwoAnswers);
        }
        let claims = &figure.claims;
        let named = |claim: &&Claim| claim_code(self.current, claims, claim) == show;
        let (claim, choice) = match show {
            SHOW_ALL => (claims.first(), CorrectionChoice::ShowAll),
            _ => {
                let reason = tidy(self.form.get("reason"));
                let at = claims.iter().position(|claim| named(&claim));
                let settles = at.filter(|at| figure.settled_by(*at));
                (settles.map(|at| &claims[at]), CorrectionChoice::Show(reason))
            }
        };
        let Some(claim) = claim else {
            self.problem("show", CorrectionError::NotThere);
            return None;
        };
        let source = SourceChoice::Known(self.current.catalogue.source(claim.source).slug.clone());
        let choices = self.choices(Mode::Beside, choice, Some(source));
        Some((claim.clone(), choices))
    }

    /// Handles another value, another rank, another source, or a missing figure.
    fn figure_given(&mut self) -> Option<(Claim, Choices)> {
        let mut claim = self.carried_over();
        self.value(&mut claim);
        self.rank(&mut claim);
        self.missing(&mut claim);
        let source = self.source();
        let Some(how) = self.form.how() else {
            self.problem("how", CorrectionError::Unknown);
            return None;
        };
        let reason = tidy(self.form.get("reason"));
        let (mode, choice) = match how {
            How::Replace => (Mode::Update, CorrectionChoice::Figure),
            How::Beside => (Mode::Beside, CorrectionChoice::Figure),
            How::Shown => (Mode::Beside, CorrectionChoice::Show(reason.clone())),
        };
        // The reason for a choice is shown next to the choice, so it is not also a note.
        claim.note = (how != How::Shown).then(|| Text::new(&reason, &reason));
        let choices = self.choices(mode, choice, source);
        Some((claim, choices))
    }

    /// Returns what the figure's only source states besides value and rank and the form does not ask for.
    fn carried_over(&self) -> Claim {
        let only = match self.figure.map(|figure| &figure.claims[..]) {
            Some([only]) => Some(only),
            _ => None,
        };
        let ranked = self
            .figure
            .and_then(|f| f.claims.iter().find_map(|claim| claim.rank_of));
        Claim {
            value: only.and_then(|claim| claim.value),
            of: only.and_then(|claim| claim.of),
            rank: None,
            rank_of: ranked,
            tier: only.and_then(|claim| claim.tier.clone()),
            interval: only.and_then(|claim| claim.interval),
            missing: None,
            source: Entry::OWN_SOURCE,
            origin: String::new(),
            note: None,
        }
    }

    /// Reads the value. Properties of the previous value (an interval, "about") do not apply to a different one.
    fn value(&mut self, claim: &mut Claim) {
        let before = claim.value.take();
        let text = self.form.get("value");
        if text.is_empty() || no_figure(text).is_some() {
            (claim.of, claim.interval) = (None, None);
            return;
        }
        let number = match parse(text, None) {
            Parsed::Number(number) => number,
            Parsed::Ambiguous { decimals, thousands } => match self.resolve_ambiguous(decimals, thousands) {
                Some(number) => number,
                None => return self.problem("value", CorrectionError::Ambiguous),
            },
            Parsed::NotANumber => return self.problem("value", CorrectionError::NotANumber),
        };
        let given = Quantity {
            value: number.value,
            digits: number.digits,
            approx: number.approx,
        };
        let same = before.is_some_and(|before| (before.value, before.digits) == (given.value, given.digits));
        if !same {
            claim.interval = None;
        }
        claim.of = number.of.or(claim.of).filter(|of| given.value <= *of);
        claim.value = Some(match before {
            Some(before) if same && given.approx.is_none() => before,
            _ => given,
        });
    }

    /// Returns the only interpretation that the scale allows; `None` if it allows both or neither.
    fn resolve_ambiguous(&self, decimals: Number, thousands: Number) -> Option<Number> {
        let indicator = self.current.catalogue.indicator(self.subject.indicator);
        let component = self.subject.component;
        if indicator.unit(component) == Unit::Count {
            return Some(thousands);
        }
        let (low, high) = indicator.scale(component, self.subject.year?)?;
        let fits = |number: Number| (low..=high).contains(&number.value);
        match (fits(decimals), fits(thousands)) {
            (true, false) => Some(decimals),
            (false, true) => Some(thousands),
            _ => None,
        }
    }

    fn rank(&mut self, claim: &mut Claim) {
        let text = self.form.get("rank");
        if text.is_empty() || no_figure(text).is_some() {
            claim.rank_of = None;
            return;
        }
        match rank(text).filter(|(rank, _)| *rank > 0) {
            Some((rank, of)) if matches!(self.subject.place, Place::Province(_)) => {
                claim.rank = Some(rank);
                claim.rank_of = of.or(claim.rank_of);
            }
            _ => self.problem("rank", CorrectionError::NotARank),
        }
    }

    fn missing(&mut self, claim: &mut Claim) {
        let text = self.form.get("missing");
        let found = if text.is_empty() {
            no_figure(self.form.get("value"))
        } else {
            Missing::from_code(text)
        };
        // Input that cannot be read has been reported already.
        let unread = self
            .problems
            .iter()
            .any(|problem| ["value", "rank"].contains(&problem.field));
        match found {
            None if !text.is_empty() => self.problem("missing", CorrectionError::Unknown),
            // A value may be assessed and not ranked.
            Some(Missing::NotRanked) if claim.rank.is_none() => claim.missing = found,
            Some(_) if claim.value.is_some() || claim.rank.is_some() => self.problem("missing", CorrectionError::Both),
            Some(_) => {
                claim.missing = found;
                claim.tier = None;
            }
            None if claim.value.is_none() && claim.rank.is_none() && !unread => {
                self.problem("value", CorrectionError::Needed);
            }
            None => {}
        }
    }

    fn source(&mut self) -> Option<SourceChoice> {
        let fields = self.form.pairs().filter(|(name, _)| name.starts_with("source"));
        let (choices, bad) = Choices::readable(fields);
        for field in &bad {
            match field.name.as_str() {
                "source" => self.problem("source", CorrectionError::TwoSources),
                "source_published" => self.problem("source_published", CorrectionError::BadDay),
                _ => self.problem("source_kind", CorrectionError::Unknown),
            }
        }
        match &choices.source {
            None => self.problem("source", CorrectionError::Needed),
            Some(SourceChoice::Known(slug)) => {
                if !self.current.catalogue.sources.iter().any(|source| source.slug == *slug) {
                    self.problem("source", CorrectionError::Unknown);
                }
            }
            Some(SourceChoice::New(new)) if tidy(&new.title).is_empty() => {
                self.problem("source_title", CorrectionError::Needed);
            }
            Some(SourceChoice::New(new)) if !usable(new) => self.problem("source_url", CorrectionError::BadAddress),
            Some(SourceChoice::New(_)) => {}
        }
        choices.source
    }

    fn choices(&self, mode: Mode, choice: CorrectionChoice, source: Option<SourceChoice>) -> Choices {
        Choices {
            // A single row gives too little evidence to detect how the file is written.
            header: Some((1, 1)),
            encoding: Some(Encoding::Utf8),
            separator: Some(','),
            indicator: Some(self.current.catalogue.indicator(self.subject.indicator).slug.clone()),
            mode,
            source,
            correction: Some(choice),
            ..Choices::default()
        }
    }

    fn finish(&self, claim: &Claim, choices: Choices, reason: String) -> Correction {
        let catalogue = &self.current.catalogue;
        let key = FigureKey {
            indicator: self.subject.indicator,
            component: self.subject.component,
            place: self.subject.place,
            basis: catalogue
                .provinces
                .basis(self.subject.place, self.subject.year, self.subject.as_of, claim.rank_of),
            year: self.subject.year,
            as_of: self.subject.as_of,
        };
        let source = match &choices.source {
            Some(SourceChoice::Known(slug)) => slug.clone(),
            _ => String::new(),
        };
        let row = figure_row(catalogue, &key, claim, &source);
        let mut writer = Writer::new();
        writer.row(FIGURE_COLUMNS);
        writer.row(&row);
        let [component, place, year, as_of, ..] = &row;
        let when = if as_of.is_empty() { year } else { as_of };
        let parts = [&catalogue.indicator(key.indicator).slug, component, place, when];
        let name = parts.map(|part| part.replace(':', "-")).join("-");
        Correction {
            name: format!("{name}.csv"),
            bytes: writer.bytes(),
            choices,
            reason,
        }
    }
}
