//! From headers and contents to roles.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::{
    ComponentId, Indicator, IndicatorId,
    upload::{Confidence, Field, Issue, IssueKind, Role},
};

use super::{Columns, Content, Heading, Kind, Known, choose, known};
use crate::{
    layout::Table,
    names::{Names, Target},
    places::Book,
    read::Part,
};

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
    /// What the titles say the table is of.
    pub(crate) part: Part,
    pub(crate) names: &'c Names<'c>,
    /// What the edition already has.
    pub(crate) known: &'c Known<'c>,
}

/// The share of words in common from which a name is meant without a question.
const SURE: f64 = 0.85;
/// Columns whose values are compared with published ones.
const MOST_BY_VALUES: usize = 1_000;

#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) role: Option<Role>,
    pub(super) confidence: Confidence,
    /// A field whose component the header does not say.
    pub(super) open: Option<Field>,
    pub(super) listed: bool,
    /// Not the column of the component in that year.
    pub(super) not_then: Option<ComponentId>,
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
    work.suggestions();
    work.by_values();
    work.neighbours();
    work.only_number();
    work.twice();
    work.finish()
}

pub(super) struct Work<'c, 'a> {
    pub(super) context: &'c Context<'c, 'a>,
    pub(super) drafts: Vec<Draft>,
    pub(super) issues: Vec<Issue>,
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
                Some(id) if year.is_some_and(|year| !indicator.component(id).exists_in(year)) => {
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
        let mut field = heading.field.unwrap_or(Field::Value);
        // What a column holds outweighs one word of its heading: "Nhóm chỉ tiêu …" over scores is no tier.
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
            // The word belongs to the name.
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
            let then = year.or(context.year);
            if let Some(choice) = choose(targets, id, indicator, then, heading.percent) {
                draft.confidence = choice.confidence;
                if choice.then {
                    draft.role = Some(role(indicator, field, choice.component, year));
                } else {
                    draft.not_then = Some(choice.component);
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

    pub(super) fn year_of(&self, heading: &Heading) -> Option<i32> {
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

    /// The component of a column that says "score" and nothing more, and whether it is to be confirmed.
    fn plain(&self) -> (String, bool) {
        let named_by_rows = |d: &Draft| matches!(d.role, Some(Role::Component | Role::Indicator));
        if self.drafts.iter().any(named_by_rows) {
            return (String::new(), false);
        }
        match (self.context.part, self.context.indicator) {
            (Part::Component(component), Some((_, indicator))) => (indicator.component(component).slug.clone(), false),
            (part, _) => (String::new(), part == Part::Unknown),
        }
    }

    /// "Score" with nothing else is the headline figure, the part that the titles name, or the one that the
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
            let of = |component: &str| Role::Figure {
                field: Field::Value,
                component: component.to_owned(),
                year,
            };
            // Beside a column of that part it is the headline figure again.
            let plain = Some(of(&component)).filter(|role| !taken.contains(role));
            let plain = plain.unwrap_or_else(|| of(""));
            let own = context.headings[column].field.is_some();
            if taken.contains(&plain) && !own {
                self.drafts[column].open = None;
                continue;
            }
            taken.insert(plain.clone());
            let draft = &mut self.drafts[column];
            draft.role = Some(plain);
            draft.confidence = match own {
                _ if unsure => Confidence::Low,
                true => Confidence::Certain,
                false => Confidence::High,
            };
            draft.open = None;
        }
    }

    /// Columns of numbers whose headers are nearly the names of components that no other
    /// column is of.
    fn suggestions(&mut self) {
        let Some((id, indicator)) = self.context.indicator else {
            return;
        };
        let mut taken: HashSet<Role> = self.drafts.iter().filter_map(|draft| draft.role.clone()).collect();
        for column in 0..self.drafts.len() {
            let (heading, content) = (&self.context.headings[column], &self.context.contents[column]);
            let draft = &self.drafts[column];
            if draft.role.is_some() || draft.open.is_some() || heading.name.is_empty() || !content.numeric() {
                continue;
            }
            let year = self.year_of(heading);
            let then = year.or(self.context.year);
            // Below a dimension the lowest part is the name; the words of the dimension are in all of them.
            let below = heading.above.iter().any(|target| target.indicator == id);
            let name = if below { &heading.last } else { &heading.name };
            let near = self.context.names.nearly(name, id, if below { 0.4 } else { 0.6 });
            let part_of = |target: &&Target| {
                let parent = indicator.component(target.component).parent;
                !below || heading.above.iter().any(|above| Some(above.component) == parent)
            };
            let holds = |target: &Target| then.is_none_or(|year| target.span.holds(year));
            let ended = near.iter().find(|(_, t)| !holds(t) && part_of(&t)).copied();
            let mut near = near.iter().filter(|(_, t)| holds(t) && part_of(&t));
            let best = near.next();
            // A component that the catalogue ended is said to have ended, not to be unknown.
            if let Some((share, target)) = ended.filter(|(share, _)| *share >= SURE)
                && best.is_none_or(|(of_best, _)| *of_best < share)
            {
                let draft = &mut self.drafts[column];
                draft.not_then = Some(target.component);
                draft.role = Some(Role::Ignore);
                continue;
            }
            let Some((share, target)) = best else { continue };
            // Of the few parts of a dimension, the only one that shares words is meant.
            let rival = near
                .find(|(_, other)| other.component != target.component)
                .map_or(0.0, |(share, _)| *share);
            let alone = below && *share - rival >= 0.25;
            let role = role(indicator, Field::Value, target.component, year);
            if !taken.insert(role.clone()) {
                continue;
            }
            let draft = &mut self.drafts[column];
            draft.role = Some(role);
            draft.confidence = if *share >= SURE || alone {
                Confidence::High
            } else {
                Confidence::Low
            };
        }
    }

    /// The edition may have these very values for this year: they say more than a heading that is only
    /// nearly a name. A suggestion that they contradict is dropped.
    fn by_values(&mut self) {
        let Some((id, indicator)) = self.context.indicator else {
            return;
        };
        let known = self.context.known;
        for column in 0..self.drafts.len().min(MOST_BY_VALUES) {
            let (heading, draft) = (&self.context.headings[column], &self.drafts[column]);
            let Some(year) = self.year_of(heading).or(self.context.year) else {
                continue;
            };
            let suggested = match &draft.role {
                None if draft.open.is_none() && draft.listed => None,
                // The heading is that of a component of other years.
                Some(Role::Ignore) if draft.not_then.is_some() && draft.confidence != Confidence::Chosen => None,
                Some(Role::Figure {
                    field: Field::Value,
                    component,
                    ..
                }) if draft.confidence < Confidence::Certain => {
                    Some(indicator.component_by_slug(component).unwrap_or(ComponentId::TOTAL))
                }
                _ => continue,
            };
            if !self.context.contents[column].fractional() {
                continue;
            }
            let share = |component| known.share(self.context.table, column, (id, component), year);
            let own = suggested.and_then(share);
            if let Some(own) = own.filter(|own| *own >= known::IS_NOT) {
                // Nothing is left to confirm where the values are the published ones.
                if own >= known::IS {
                    self.drafts[column].confidence = Confidence::High;
                }
                continue;
            }
            let components = indicator.components().map(|(component, _)| component);
            let found = components
                .filter(|component| Some(*component) != suggested)
                .find(|component| share(*component).is_some_and(|share| share >= known::IS));
            let of_column = self.year_of(heading);
            let draft = &mut self.drafts[column];
            if let Some(component) = found {
                draft.role = Some(role(indicator, Field::Value, component, of_column));
                draft.confidence = Confidence::High;
                draft.not_then = None;
            } else if own.is_some() {
                draft.role = None;
            }
        }
    }

    /// A table with one column of numbers and no word about it.
    fn only_number(&mut self) {
        let has_figures = self.drafts.iter().any(|d| matches!(d.role, Some(Role::Figure { .. })));
        let numbers: Vec<usize> = (0..self.drafts.len())
            .filter(|c| self.drafts[*c].role.is_none() && self.context.contents[*c].numeric())
            .collect();
        if let ([column], false) = (&numbers[..], has_figures) {
            let (component, _) = self.plain();
            let draft = &mut self.drafts[*column];
            draft.role = Some(Role::Figure {
                field: Field::Value,
                component,
                year: None,
            });
            draft.confidence = Confidence::Low;
        }
    }

    /// Two columns of the same field: the surer one stays; of two that are alike, the
    /// first when they say the same, else a person chooses.
    fn twice(&mut self) {
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
