//! Derives the roles of columns from headers and contents.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::{
    ComponentId, Indicator, IndicatorId,
    upload::{Confidence, Field, Issue, IssueKind, Role},
};

use super::{Columns, Content, Heading, Kind, PublishedValues, choose};
use crate::{layout::Table, names::Names, places::Spellings, read::Part};

/// The context in which roles are assigned.
pub(crate) struct Context<'c, 'a> {
    pub(crate) table: &'c Table<'a>,
    pub(crate) headings: &'c [Heading],
    pub(crate) contents: &'c [Content],
    pub(crate) indicator: Option<(IndicatorId, &'c Indicator)>,
    /// Year of the table; `None` if it is unknown or differs between columns.
    pub(crate) year: Option<i32>,
    /// Whether headers name several years.
    pub(crate) many_years: bool,
    pub(crate) chosen: &'c BTreeMap<u32, Role>,
    /// The part of the indicator that the titles name.
    pub(crate) part: Part,
    pub(crate) names: &'c Names<'c>,
    /// The edition's values.
    pub(crate) known: &'c PublishedValues<'c>,
}

/// The provisional role of a column.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) role: Option<Role>,
    pub(super) confidence: Confidence,
    /// A field whose component the header does not state.
    pub(super) open: Option<Field>,
    pub(super) listed: bool,
    /// The component that the header names but that does not exist in that year.
    pub(super) not_in_year: Option<ComponentId>,
}

/// Assigns a role to every column of the table.
pub(crate) fn assign(context: &Context<'_, '_>, spellings: &Spellings<'_, '_>) -> Columns {
    let mut assignment = Assignment {
        context,
        drafts: Vec::new(),
        issues: Vec::new(),
    };
    for column in 0..context.table.view.width() {
        let draft = assignment.initial_draft(column, spellings);
        assignment.drafts.push(draft);
    }
    assignment.row_names();
    assignment.plain_values();
    assignment.suggestions();
    assignment.by_values();
    assignment.neighbours();
    assignment.only_number();
    assignment.resolve_duplicates();
    assignment.finish()
}

/// The state of assigning roles to the columns of a table.
pub(super) struct Assignment<'c, 'a> {
    pub(super) context: &'c Context<'c, 'a>,
    pub(super) drafts: Vec<Draft>,
    pub(super) issues: Vec<Issue>,
}

impl Assignment<'_, '_> {
    fn initial_draft(&mut self, column: usize, spellings: &Spellings<'_, '_>) -> Draft {
        let context = self.context;
        let (heading, content) = (&context.headings[column], &context.contents[column]);
        let mut draft = Draft {
            role: None,
            confidence: Confidence::Certain,
            open: None,
            listed: !heading.name.is_empty() || content.filled > 0,
            not_in_year: None,
        };
        if let Some(role) = context.chosen.get(&context.table.view.number(column)) {
            draft.listed = true;
            return self.chosen(role, draft);
        }
        if context.table.places.contains(&column) {
            let codes = heading.kind == Some(Kind::Code);
            draft.role = Some(if codes { Role::Code } else { Role::Province });
            if heading.kind.is_none() {
                draft.confidence = Confidence::High;
            }
            return draft;
        }
        draft.role = self.by_kind(column, spellings);
        if draft.role.is_some() {
            return draft;
        }
        self.figure(column, draft)
    }

    /// Applies a role that the user chose.
    fn chosen(&self, role: &Role, mut draft: Draft) -> Draft {
        draft.confidence = Confidence::Chosen;
        let mut role = role.clone();
        if let (Role::Figure { component, year, .. }, Some((_, indicator))) = (&mut role, self.context.indicator)
            && !component.is_empty()
        {
            let id = indicator.component_by_slug(component);
            let year = year.or(self.context.year);
            match id {
                Some(ComponentId::TOTAL) => component.clear(),
                Some(id) if year.is_some_and(|year| !indicator.component(id).exists_in(year)) => {
                    draft.not_in_year = Some(id);
                    role = Role::Ignore;
                }
                Some(_) => {}
                None => role = Role::Ignore,
            }
        }
        draft.role = Some(role);
        draft
    }

    /// Returns the role of columns that hold no figures.
    fn by_kind(&self, column: usize, spellings: &Spellings<'_, '_>) -> Option<Role> {
        let (heading, content) = (&self.context.headings[column], &self.context.contents[column]);
        let table = self.context.table;
        match heading.kind {
            Some(Kind::Number) => Some(Role::Number),
            Some(Kind::Code) => {
                let codes = table.body.clone().take(200).filter(|row| {
                    let code = crate::layout::cell_text(table.view.get(*row, column));
                    !spellings.index().code(&code).is_empty()
                });
                let rows = (content.filled.min(200)) as usize;
                Some(if codes.count() * 10 >= rows * 6 && rows > 0 {
                    Role::Code
                } else {
                    Role::Number
                })
            }
            Some(Kind::Year) if content.years * 2 >= content.numbers && content.numbers + content.texts > 0 => {
                Some(Role::Year)
            }
            Some(Kind::AsOf) => Some(Role::AsOf),
            Some(Kind::Indicator) if !content.numeric() => Some(Role::Indicator),
            Some(Kind::Component) if !content.numeric() => Some(Role::Component),
            Some(Kind::Change | Kind::Scale) => Some(Role::Ignore),
            None if heading.name.is_empty() && content.running => Some(Role::Number),
            _ => None,
        }
    }

    /// Assigns a column of figures to the component that the header states.
    fn figure(&mut self, column: usize, mut draft: Draft) -> Draft {
        let context = self.context;
        let (heading, content) = (&context.headings[column], &context.contents[column]);
        let mut field = heading.field.unwrap_or(Field::Value);
        // The content of a column outweighs one word of its heading: "Nhóm chỉ tiêu …" above scores is not a tier.
        let scores = matches!(field, Field::Tier | Field::Rank) && content.fractional();
        if scores {
            field = Field::Value;
        }
        let texts = matches!(
            field,
            Field::Tier
                | Field::Approx
                | Field::Missing
                | Field::NoteVi
                | Field::NoteEn
                | Field::Source
                | Field::Origin
        );
        if heading.name.is_empty() || (!texts && content.texts > 0 && !content.numeric()) {
            return draft;
        }
        let year = self.year_of(heading);
        let whole_name;
        let targets = if scores {
            // The word is part of the name.
            whole_name = context.names.find(&heading.name);
            if whole_name.is_empty() {
                &heading.targets
            } else {
                &whole_name
            }
        } else {
            &heading.targets
        };
        if let Some((id, indicator)) = context.indicator {
            let target_year = year.or(context.year);
            if let Some(choice) = choose(targets, id, indicator, target_year, heading.percent) {
                draft.confidence = choice.confidence;
                if choice.exists {
                    draft.role = Some(role(indicator, field, choice.component, year));
                } else {
                    draft.not_in_year = Some(choice.component);
                    draft.role = Some(Role::Ignore);
                }
                return draft;
            }
        } else if let Some(target) = targets.first() {
            let indicator = context.names.catalogue.indicator(target.indicator);
            draft.role = Some(role(indicator, field, target.component, year));
            return draft;
        }
        if (heading.field.is_some() && !scores) || heading.generic {
            draft.open = Some(field);
        }
        draft
    }

    /// Returns the year of a heading if columns of several years are side by side.
    pub(super) fn year_of(&self, heading: &Heading) -> Option<i32> {
        match heading.years[..] {
            [year] if self.context.many_years => Some(year),
            _ => None,
        }
    }

    /// In a table with one column of numbers, a column of texts may name their indicators or components.
    fn row_names(&mut self) {
        if self
            .drafts
            .iter()
            .any(|d| matches!(d.role, Some(Role::Component | Role::Indicator)))
        {
            return;
        }
        let context = self.context;
        for (column, draft) in self.drafts.iter_mut().enumerate() {
            let content = &context.contents[column];
            if draft.role.is_some() || draft.open.is_some() || content.texts < 2 || content.numbers > 0 {
                continue;
            }
            let rows = || {
                context
                    .table
                    .body
                    .clone()
                    .take(100)
                    .map(|row| context.table.view.text(row, column))
            };
            let texts = rows().filter(|t| !t.is_empty()).count();
            let most = |known: usize| known * 10 >= texts * 7 && known > 0;
            let names = context.names;
            if most(rows().filter(|t| names.indicator(t).is_some()).count()) {
                draft.role = Some(Role::Indicator);
                draft.confidence = Confidence::High;
                return;
            }
            if most(rows().filter(|t| !t.is_empty() && !names.find(t).is_empty()).count()) {
                draft.role = Some(Role::Component);
                draft.confidence = Confidence::High;
                return;
            }
        }
    }

    /// Returns the component of a column headed only "score", and whether it needs confirmation.
    pub(super) fn plain(&self) -> (String, bool) {
        let named_by_rows = |d: &Draft| matches!(d.role, Some(Role::Component | Role::Indicator));
        if self.drafts.iter().any(named_by_rows) {
            return (String::new(), false);
        }
        match (self.context.part, self.context.indicator) {
            (Part::Component(component), Some((_, indicator))) => (indicator.component(component).slug.clone(), false),
            (part, _) => (String::new(), part == Part::Unknown),
        }
    }

    /// Assigns columns headed only "score": to the headline figure, the part that the titles name, or the one that the
    /// row names.
    fn plain_values(&mut self) {
        let context = self.context;
        let mut taken: HashSet<Role> = self.drafts.iter().filter_map(|draft| draft.role.clone()).collect();
        let (component, unsure) = self.plain();
        for column in 0..self.drafts.len() {
            if self.drafts[column].open != Some(Field::Value) {
                continue;
            }
            let year = self.year_of(&context.headings[column]);
            let value_role = |component: &str| Role::Figure {
                field: Field::Value,
                component: component.to_owned(),
                year,
            };
            // If that part already has a column, it is the headline figure.
            let plain = Some(value_role(&component)).filter(|role| !taken.contains(role));
            let plain = plain.unwrap_or_else(|| value_role(""));
            let names_field = context.headings[column].field.is_some();
            if taken.contains(&plain) && !names_field {
                self.drafts[column].open = None;
                continue;
            }
            taken.insert(plain.clone());
            let draft = &mut self.drafts[column];
            draft.role = Some(plain);
            draft.confidence = match names_field {
                _ if unsure => Confidence::Low,
                true => Confidence::Certain,
                false => Confidence::High,
            };
            draft.open = None;
        }
    }

    /// Resolves duplicate fields: the column with higher confidence stays; of two equally confident ones, the first if
    /// both have the same content, else the user chooses.
    fn resolve_duplicates(&mut self) {
        let mut firsts: HashMap<Role, usize> = HashMap::new();
        for later in 0..self.drafts.len() {
            let Some(
                role @ (Role::Figure { .. } | Role::Year | Role::Component | Role::Indicator | Role::AsOf | Role::Code),
            ) = self.drafts[later].role.clone()
            else {
                continue;
            };
            let Some(first) = firsts.get(&role).copied() else {
                firsts.insert(role, later);
                continue;
            };
            let (a, b) = (self.drafts[first].confidence, self.drafts[later].confidence);
            if a != b && a.min(b) < Confidence::Certain {
                let weaker = if a < b { first } else { later };
                self.drafts[weaker].role = None;
                if weaker == first {
                    firsts.insert(role, later);
                }
                continue;
            }
            let view = &self.context.table.view;
            let same = self
                .context
                .table
                .body
                .clone()
                .take(2_000)
                .all(|row| view.get(row, first) == view.get(row, later));
            let (kind, args) = if same {
                (IssueKind::SameHeader, vec![self.name(first)])
            } else {
                (IssueKind::TwoColumns, vec![self.field_name(&role), self.name(first)])
            };
            self.issue(kind, later, args);
            self.drafts[later].role = Some(Role::Ignore);
        }
    }
}

pub(super) fn role(indicator: &Indicator, field: Field, component: ComponentId, year: Option<i32>) -> Role {
    let slug = if component == ComponentId::TOTAL {
        String::new()
    } else {
        indicator.component(component).slug.clone()
    };
    Role::Figure {
        field,
        component: slug,
        year,
    }
}
