//! Reads `[[wholes]]` of an indicator's file: counts that are the sum of other counts.

use domain::{ComponentId, Indicator, Whole};
use toml::Spanned;

use super::{
    indicator_file::WholeFile,
    indicators::{Reader, span},
};

const FIELD: &str = "wholes";

impl Reader<'_> {
    /// Reads the wholes. A whole and its parts are distinct components of the indicator that exist in the first of the
    /// years.
    pub(super) fn wholes(&mut self, files: &[Spanned<WholeFile>], indicator: &Indicator) -> Vec<Whole> {
        let mut wholes = Vec::with_capacity(files.len());
        for spanned in files {
            let (file, offset) = (spanned.get_ref(), spanned.span().start);
            let whole = self.resolve_component(&file.whole, (file, offset), indicator);
            let parts: Vec<Option<ComponentId>> = file
                .parts
                .iter()
                .map(|name| self.resolve_component(name, (file, offset), indicator))
                .collect();
            let (Some(whole), Some(parts)) = (whole, parts.into_iter().collect::<Option<Vec<_>>>()) else {
                continue;
            };
            let mut all = parts.clone();
            all.push(whole);
            all.sort_unstable();
            all.dedup();
            if parts.len() < 2 || all.len() != parts.len() + 1 {
                let found = format!("{} of {}", file.parts.join(", "), file.whole);
                self.problem(
                    offset,
                    FIELD,
                    found,
                    "at least two parts, each once, and a whole that is none of them",
                    "list the components that are counted in the whole",
                );
                continue;
            }
            wholes.push(Whole {
                span: span(file.from, file.to),
                whole,
                parts,
            });
        }
        wholes
    }

    fn resolve_component(
        &mut self,
        name: &str,
        (file, offset): (&WholeFile, usize),
        indicator: &Indicator,
    ) -> Option<ComponentId> {
        let found = indicator.component_by_slug(name);
        let found = found.filter(|id| indicator.component(*id).exists_in(file.from));
        if found.is_none() {
            self.problem(
                offset,
                FIELD,
                name.to_owned(),
                "a component that exists in these years",
                "write the id of one of the `[[components]]`",
            );
        }
        found
    }
}
