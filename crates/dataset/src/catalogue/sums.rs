//! Reads `[[sums]]` of an indicator's file: how the headline figure is computed from the domains.

use domain::{
    ComponentId, Indicator,
    why::{SumKind, SumRule},
};
use toml::Spanned;

use super::{
    indicator_file::{SumFile, SumWord},
    indicators::{Reader, span, to_text},
};

const FIELD: &str = "sums";

impl Reader<'_> {
    /// Reads the rules. There is at most one per year; a weighted sum names all domains of its years and nothing else.
    pub(super) fn sums(&mut self, files: &[Spanned<SumFile>], indicator: &Indicator) -> Vec<SumRule> {
        let mut rules: Vec<SumRule> = Vec::with_capacity(files.len());
        for spanned in files {
            let (file, offset) = (spanned.get_ref(), spanned.span().start);
            let span = span(file.from, file.to);
            let kind = match file.kind {
                SumWord::Plain => SumKind::Plain,
                SumWord::Weighted => SumKind::Weighted,
                SumWord::NotReproduced => SumKind::NotReproduced,
            };
            if rules.iter().any(|r| r.span.from <= span.to && span.from <= r.span.to) {
                let found = format!("{} to {} a second time", span.from, span.to);
                self.problem(
                    offset,
                    FIELD,
                    found,
                    "one rule per year",
                    "let one end before the other begins",
                );
            }
            let domains: Vec<ComponentId> = indicator.domains(file.from).map(|(id, _)| id).collect();
            let weights = match kind {
                SumKind::Plain => domains.iter().map(|id| (*id, 1.0)).collect(),
                SumKind::Weighted => self.weights(file, offset, indicator, &domains),
                SumKind::NotReproduced => Vec::new(),
            };
            if kind != SumKind::Weighted && !file.weights.is_empty() {
                self.problem(
                    offset,
                    FIELD,
                    "weights".to_owned(),
                    "no weights, because the kind is not `weighted`",
                    "leave them out, or write kind = \"weighted\"",
                );
            }
            if file.computes && kind != SumKind::Plain {
                self.problem(
                    offset,
                    FIELD,
                    "computes".to_owned(),
                    "a plain sum",
                    "compute totals only by the publisher's rule",
                );
            }
            rules.push(SumRule {
                span,
                kind,
                weights,
                within: file.within,
                computes: file.computes,
                note: to_text(&file.note),
            });
        }
        rules
    }

    fn weights(
        &mut self,
        file: &SumFile,
        offset: usize,
        indicator: &Indicator,
        domains: &[ComponentId],
    ) -> Vec<(ComponentId, f64)> {
        let slug = |id: &ComponentId| indicator.component(*id).slug.as_str();
        for name in file
            .weights
            .keys()
            .filter(|name| !domains.iter().any(|id| slug(id) == *name))
        {
            let expected = "a domain of these years";
            self.problem(
                offset,
                FIELD,
                format!("`{name}`"),
                expected,
                "correct the name or leave it out",
            );
        }
        let mut weights = Vec::with_capacity(domains.len());
        for id in domains {
            match file.weights.get(slug(id)).filter(|weight| weight.is_finite()) {
                Some(weight) => weights.push((*id, *weight)),
                None => {
                    let found = format!("no weight of `{}`", slug(id));
                    self.problem(offset, FIELD, found, "a number for every domain", "add it");
                }
            }
        }
        weights
    }
}
