//! `[[wholes]]` of an indicator's file: counts that others make up.

use domain::{ComponentId, Indicator, Whole};
use toml::Spanned;

use super::{
    indicator_file::WholeFile,
    indicators::{Reader, span},
};

const FIELD: &str = "wholes";

impl Reader<'_> {
    /// Whole and parts are different components of the indicator, all of which exist in the first of the years.
    pub(super) fn wholes(&mut self, files: &[Spanned<WholeFile>], indicator: &Indicator) -> Vec<Whole> {
        let mut wholes = Vec::with_capacity(files.len());
        for spanned in files {
            let (file, place) = (spanned.get_ref(), spanned.span().start);
            let whole = self.counted(&file.whole, (file, place), indicator);
            let parts: Vec<Option<ComponentId>> = file
                .parts
                .iter()
                .map(|name| self.counted(name, (file, place), indicator))
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
                    place,
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

    fn counted(
        &mut self,
        name: &str,
        (file, place): (&WholeFile, usize),
        indicator: &Indicator,
    ) -> Option<ComponentId> {
        let found = indicator.component_by_slug(name);
        let found = found.filter(|id| indicator.component(*id).exists_in(file.from));
        if found.is_none() {
            self.problem(
                place,
                FIELD,
                name.to_owned(),
                "a component that exists in these years",
                "write the id of one of the `[[components]]`",
            );
        }
        found
    }
}
