//! From headers and contents to roles.

use std::collections::BTreeMap;

use domain::{
    ComponentId, Indicator, IndicatorId, Text,
    upload::{Arg, CellRef, Confidence, Field, Issue, IssueKind, Role},
};

use super::{Assigned, Columns, Content, Heading, Kind, choose, fit::rank_fits};
use crate::{layout::Table, names::Names, places::Book};

/// Everything that decides what columns are read as.
pub(crate) struct Context<'c, 'a> {
    pub(crate) table: &'c Table<'a>,
    pub(crate) headings: &'c [Heading],
    pub(crate) contents: &'c [Content],
    pub(crate) indicator: Option<(IndicatorId, &'c Indicator)>,
    /// Year of the table; nothing when it is unknown or differs from column to column.
    pub(crate) year: Option<i32>,
    /// Headers name several years.
    pub(crate) many_years: bool,
    pub(crate) chosen: &'c BTreeMap<u32, Role>,
    pub(crate) names: &'c Names<'c>,
}

#[derive(Clone, Debug)]
struct Draft {
    role: Option<Role>,
    confidence: Confidence,
    /// A field whose component the header does not say.
    open: Option<Field>,
    listed: bool,
    /// Not the column of the component in that year.
    not_then: Option<ComponentId>,
}

/// What every column of the table is read as.
pub(crate) fn assign(context: &Context<'_, '_>, book: &Book<'_, '_>) -> Columns {
    let mut work = Work {
        context,
        drafts: Vec::new(),
        issues: Vec::new(),
    };
    for column in 0..context.table.view.width() {
        let draft = work.first_look(column, book);
        work.drafts.push(draft);
    }
    work.row_names();
    work.plain_values();
    work.neighbours();
    work.suggestions();
    work.only_number();
    work.twice();
    work.finish()
}

struct Work<'c, 'a> {
    context: &'c Context<'c, 'a>,
    drafts: Vec<Draft>,
    issues: Vec<Issue>,
}

impl Work<'_, '_> {
    fn first_look(&mut self, column: usize, book: &Book<'_, '_>) -> Draft {
        let context = self.context;
        let (heading, content) = (&context.headings[column], &context.contents[column]);
        let mut draft = Draft {
            role: None,
            confidence: Confidence::Certain,
            open: None,
            listed: !heading.name.is_empty() || content.filled > 0,
            not_then: None,
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
        draft.role = self.by_kind(column, book);
        if draft.role.is_some() {
            return draft;
        }
        self.figure(column, draft)
    }

    /// A role that a person chose.
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
                Some(id) if year.is_some_and(|year| !indicator.component(id).span.holds(year)) => {
                    draft.not_then = Some(id);
                    role = Role::Ignore;
                }
                Some(_) => {}
                None => role = Role::Ignore,
            }
        }
        draft.role = Some(role);
        draft
    }

    /// Columns that hold no figures.
    fn by_kind(&self, column: usize, book: &Book<'_, '_>) -> Option<Role> {
        let (heading, content) = (&self.context.headings[column], &self.context.contents[column]);
        let table = self.context.table;
        match heading.kind {
            Some(Kind::Number) => Some(Role::Number),
            Some(Kind::Code) => {
                let codes = table.body.clone().take(200).filter(|row| {
                    let code = crate::layout::shown(table.view.get(*row, column));
                    !book.index().code(&code).is_empty()
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

    /// A column of figures: its component where the header says it.
    fn figure(&mut self, column: usize, mut draft: Draft) -> Draft {
        let context = self.context;
        let (heading, content) = (&context.headings[column], &context.contents[column]);
        let field = heading.field.unwrap_or(Field::Value);
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
        if let Some((id, indicator)) = context.indicator {
            let then = year.or(context.year);
            if let Some(choice) = choose(&heading.targets, id, indicator, then, heading.percent) {
                draft.confidence = choice.confidence;
                if choice.then {
                    draft.role = Some(role(indicator, field, choice.component, year));
                } else {
                    draft.not_then = Some(choice.component);
                    draft.role = Some(Role::Ignore);
                }
                return draft;
            }
        } else if let Some(target) = heading.targets.first() {
            let indicator = context.names.catalogue.indicator(target.indicator);
            draft.role = Some(role(indicator, field, target.component, year));
            return draft;
        }
        if heading.field.is_some() || heading.generic {
            draft.open = Some(field);
        }
        draft
    }

    fn year_of(&self, heading: &Heading) -> Option<i32> {
        match heading.years[..] {
            [year] if self.context.many_years => Some(year),
            _ => None,
        }
    }

    /// A column of texts in a table with one column of numbers may name what they are of.
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

    /// "Score" with nothing else is the headline figure, or the one that the row names.
    fn plain_values(&mut self) {
        let context = self.context;
        for column in 0..self.drafts.len() {
            if self.drafts[column].open != Some(Field::Value) {
                continue;
            }
            let year = self.year_of(&context.headings[column]);
            let plain = Role::Figure {
                field: Field::Value,
                component: String::new(),
                year,
            };
            let own = context.headings[column].field.is_some();
            if self.drafts.iter().any(|d| d.role.as_ref() == Some(&plain)) && !own {
                self.drafts[column].open = None;
                continue;
            }
            let draft = &mut self.drafts[column];
            draft.role = Some(plain);
            draft.confidence = if own { Confidence::Certain } else { Confidence::High };
            draft.open = None;
        }
    }

    /// Ranks, tiers and intervals belong to a value column beside them.
    fn neighbours(&mut self) {
        for column in 0..self.drafts.len() {
            let Some(field) = self.drafts[column].open else {
                continue;
            };
            let heading = &self.context.headings[column];
            let (target, confidence) = self.neighbour(column, field, self.year_of(heading));
            let (component, year) = target.unwrap_or((String::new(), self.year_of(heading)));
            let draft = &mut self.drafts[column];
            draft.role = Some(Role::Figure { field, component, year });
            draft.confidence = confidence;
            draft.open = None;
        }
    }

    fn neighbour(&self, column: usize, field: Field, year: Option<i32>) -> (Option<(String, Option<i32>)>, Confidence) {
        let values: Vec<(usize, (String, Option<i32>))> = self
            .drafts
            .iter()
            .enumerate()
            .filter_map(|(at, draft)| match &draft.role {
                Some(Role::Figure {
                    field: Field::Value,
                    component,
                    year,
                }) => Some((at, (component.clone(), *year))),
                _ => None,
            })
            .filter(|(_, (_, of))| year.is_none() || of.is_none() || *of == year)
            .collect();
        let left = values.iter().rev().find(|(at, _)| *at < column);
        let Some(nearest) = left.or_else(|| values.first()) else {
            return (None, Confidence::High);
        };
        let sure = Confidence::High;
        if field == Field::Tier {
            // A tier beside a rank is of the same figure.
            let rank = (0..column).rev().find_map(|at| match &self.drafts[at].role {
                Some(Role::Province) => None,
                Some(Role::Figure {
                    field: Field::Rank,
                    component,
                    year,
                }) => Some(Some((component.clone(), *year))),
                _ => Some(None),
            });
            return (rank.flatten().or(Some(nearest.1.clone())), sure);
        }
        if field != Field::Rank || values.len() == 1 || self.context.table.sorted {
            return (Some(nearest.1.clone()), sure);
        }
        self.fitting(column, nearest, &values, sure)
    }

    /// Of several value columns, the one whose order the ranks give.
    fn fitting(
        &self,
        column: usize,
        nearest: &(usize, (String, Option<i32>)),
        values: &[(usize, (String, Option<i32>))],
        sure: Confidence,
    ) -> (Option<(String, Option<i32>)>, Confidence) {
        let table = self.context.table;
        if rank_fits(table, column, nearest.0) >= 0.8 {
            return (Some(nearest.1.clone()), sure);
        }
        let best = values
            .iter()
            .map(|value| (rank_fits(table, column, value.0), value))
            .max_by(|a, b| a.0.total_cmp(&b.0));
        match best {
            Some((share, value)) if share >= 0.9 => (Some(value.1.clone()), Confidence::High),
            Some((share, _)) if share > 0.0 => (Some(nearest.1.clone()), Confidence::Low),
            _ => (Some(nearest.1.clone()), sure),
        }
    }

    /// Columns of numbers whose headers are nearly the names of components that no other
    /// column is of.
    fn suggestions(&mut self) {
        let Some((id, indicator)) = self.context.indicator else {
            return;
        };
        for column in 0..self.drafts.len() {
            let (heading, content) = (&self.context.headings[column], &self.context.contents[column]);
            let draft = &self.drafts[column];
            if draft.role.is_some() || heading.name.is_empty() || !content.numeric() {
                continue;
            }
            let year = self.year_of(heading);
            let then = year.or(self.context.year);
            let near = self.context.names.nearly(&heading.name, id);
            let near = near.iter().find(|(_, t)| then.is_none_or(|year| t.span.holds(year)));
            let Some((share, target)) = near else { continue };
            let role = role(indicator, Field::Value, target.component, year);
            if self.drafts.iter().any(|d| d.role.as_ref() == Some(&role)) {
                continue;
            }
            let draft = &mut self.drafts[column];
            draft.role = Some(role);
            draft.confidence = if *share >= 0.88 {
                Confidence::High
            } else {
                Confidence::Low
            };
        }
    }

    /// A table with one column of numbers and no word about it.
    fn only_number(&mut self) {
        let has_figures = self.drafts.iter().any(|d| matches!(d.role, Some(Role::Figure { .. })));
        let numbers: Vec<usize> = (0..self.drafts.len())
            .filter(|c| self.drafts[*c].role.is_none() && self.context.contents[*c].numeric())
            .collect();
        if let ([column], false) = (&numbers[..], has_figures) {
            let draft = &mut self.drafts[*column];
            draft.role = Some(Role::Figure {
                field: Field::Value,
                component: String::new(),
                year: None,
            });
            draft.confidence = Confidence::Low;
        }
    }

    /// Two columns of the same field: the surer one stays; of two that are alike, the
    /// first when they say the same, else a person chooses.
    fn twice(&mut self) {
        for later in 1..self.drafts.len() {
            let Some(
                role @ (Role::Figure { .. } | Role::Year | Role::Component | Role::Indicator | Role::AsOf | Role::Code),
            ) = self.drafts[later].role.clone()
            else {
                continue;
            };
            let Some(first) = (0..later).find(|c| self.drafts[*c].role.as_ref() == Some(&role)) else {
                continue;
            };
            let (a, b) = (self.drafts[first].confidence, self.drafts[later].confidence);
            if a != b && a.min(b) < Confidence::Certain {
                let weaker = if a < b { first } else { later };
                self.drafts[weaker].role = None;
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

    fn finish(mut self) -> Columns {
        let mut list = Vec::new();
        for column in 0..self.drafts.len() {
            let draft = self.drafts[column].clone();
            if !draft.listed {
                continue;
            }
            if let Some(id) = draft.not_then
                && let Some((_, indicator)) = self.context.indicator
            {
                let year = self
                    .year_of(&self.context.headings[column])
                    .or(self.context.year)
                    .unwrap_or(0);
                let name = Arg::Both(indicator.component(id).name.clone());
                self.issue(IssueKind::ComponentNotInYear, column, vec![name, Arg::Year(year)]);
            } else if draft.role.is_none() || draft.role == Some(Role::Ignore) && draft.confidence != Confidence::Chosen
            {
                let said = self.issues.iter().any(|i| i.at == self.place(column));
                if !said {
                    self.issue(IssueKind::UnknownColumn, column, Vec::new());
                }
            }
            if let Some(role @ Role::Figure { .. }) = &draft.role {
                let name = self.field_name(role);
                if draft.confidence == Confidence::Low {
                    self.issue(IssueKind::UnsureColumn, column, vec![name]);
                } else if self.context.contents[column].filled == 0
                    && self.context.headings[column].field != Some(Field::Value)
                    && !is_own(role, &self.context.headings[column].name)
                {
                    self.issue(IssueKind::EmptyColumn, column, vec![name]);
                }
            }
            list.push(Assigned {
                column,
                role: draft.role.unwrap_or(Role::Ignore),
                confidence: draft.confidence,
            });
        }
        Columns {
            list,
            issues: self.issues,
        }
    }

    fn place(&self, column: usize) -> CellRef {
        let table = self.context.table;
        let mut header = table.header.clone();
        // The name of a line stands first, that of a column last, next to the figures.
        let row = if table.view.across() {
            header.next()
        } else {
            header.next_back()
        };
        row.map_or_else(|| table.view.whole(column), |row| table.view.at(row, column))
    }

    fn name(&self, column: usize) -> Arg {
        Arg::Text(self.context.headings[column].name.as_str().into())
    }

    fn issue(&mut self, kind: IssueKind, column: usize, args: Vec<Arg>) {
        let found = self.context.headings[column].name.clone();
        self.issues.push(Issue::new(kind, self.place(column), &found, args));
    }

    /// What a role is called: the component's name, or that of the field.
    fn field_name(&self, role: &Role) -> Arg {
        let Role::Figure { field, component, .. } = role else {
            return Arg::Text(role.to_string().into());
        };
        let named = self.context.indicator.map(|(_, indicator)| {
            let id = indicator.component_by_slug(component).unwrap_or(ComponentId::TOTAL);
            if id == ComponentId::TOTAL {
                indicator.short.clone()
            } else {
                indicator.component(id).name.clone()
            }
        });
        match (named, field) {
            (Some(name), Field::Value) => Arg::Both(name),
            (Some(name), field) => Arg::Both(Text::new(
                format!("{} ({})", name.vi, field.code()),
                format!("{} ({})", name.en, field.code()),
            )),
            (None, field) => Arg::Text(field.code().into()),
        }
    }
}

/// Our own files have all columns, most of them empty.
fn is_own(role: &Role, name: &str) -> bool {
    matches!(role, Role::Figure { field, .. } if field.code() == name)
}

fn role(indicator: &Indicator, field: Field, component: ComponentId, year: Option<i32>) -> Role {
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
