//! Components that continue, end or start in the years of a file.

use std::collections::BTreeSet;

use strum::{EnumString, IntoStaticStr};

use super::{edit::FileContents, years::both};
use crate::{Component, ComponentId, Indicator, Span, Text, fold, slug, tidy, upload::Choices};

/// Whether a component of the catalogue continues in the years of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum ComponentChoice {
    /// It exists in these years as well.
    Continue,
    /// It ended with the previous year.
    End,
}

impl ComponentChoice {
    /// Returns its name in forms.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Returns the choice with this name. `None` if there is none.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }
}

/// The user's answer for a column, or a name in the rows, that may become a new component, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComponentPart {
    /// True if it becomes a component.
    pub on: bool,
    /// Its name in Vietnamese; empty for the heading.
    pub name: String,
    /// Its name in English; empty for the name in Vietnamese.
    pub name_en: String,
    /// The slug of the component that it is a part of; empty for none, `None` for the one in the file.
    pub parent: Option<String>,
}

/// A component that starts with the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewComponent {
    /// Its key in the form: the number of a column, or a name in the rows.
    pub of: String,
    /// Its slug.
    pub slug: String,
    /// The year in the heading of its column, if the file has several.
    pub year: Option<i32>,
}

/// Continues components in the years of the file in which they do not exist.
pub(super) fn continue_components(indicator: &mut Indicator, years: &[i32], choices: &Choices) {
    let listed = all_years(indicator);
    for (slug, choice) in &choices.components {
        let Some(id) = indicator
            .component_by_slug(slug)
            .filter(|_| *choice == ComponentChoice::Continue)
        else {
            continue;
        };
        for year in years {
            if !indicator.component(id).exists_in(*year) && !starts_a_sum(indicator, id, *year) {
                continue_in(&mut indicator.components[usize::from(id.0)], *year, &listed);
            }
        }
    }
}

/// Returns true if a component is a domain and a sum rule starts in the year: the rule lists the domains of its
/// first year, so another one would contradict the catalogue.
fn starts_a_sum(indicator: &Indicator, id: ComponentId, year: i32) -> bool {
    let component = indicator.component(id);
    let domain = component.parent.is_none() && !component.block;
    domain && indicator.sums.iter().any(|rule| rule.span.from == year)
}

/// Adds a year to the spans of a component.
fn continue_in(component: &mut Component, year: i32, listed: &BTreeSet<i32>) {
    let newest = listed.range(year + 1..).next().is_none();
    let until = if newest { i32::MAX } else { year };
    let span = component.span;
    // Without a listed year in between, there is no gap.
    if year > span.to && listed.range(span.to + 1..year).next().is_none() && component.again.is_empty() {
        component.span.to = until;
    } else if year < span.from && listed.range(year + 1..span.from).next().is_none() {
        component.span.from = year;
    } else if let Some(last) = component.again.last_mut().filter(|last| last.to + 1 == year) {
        last.to = until;
    } else {
        component.again.push(Span { from: year, to: until });
        component.again.sort_by_key(|span| span.from);
    }
}

/// Ends components with the last listed year before the file, unless the file or a later year has them.
pub(super) fn end_components(indicator: &mut Indicator, contents: &FileContents<'_>, choices: &Choices) {
    let Some(first) = contents.years.first().copied() else {
        return;
    };
    let listed = all_years(indicator);
    let Some(last) = listed.range(..first).next_back().copied() else {
        return;
    };
    let ended = choices
        .components
        .iter()
        .filter(|(_, choice)| **choice == ComponentChoice::End);
    for (slug, _) in ended {
        let Some(id) = indicator.component_by_slug(slug).filter(|id| *id != ComponentId::TOTAL) else {
            continue;
        };
        let later = listed.range(first + 1..).next().is_some();
        let component = &mut indicator.components[usize::from(id.0)];
        let stays = contents.present.contains(&id) || later || component.span.from > last;
        if !stays && component.span.to > last {
            component.span.to = last;
        }
    }
}

/// Returns the components of the last listed year before the file that have no figures in it, because a new method
/// may have ended them. Empty unless the file is newer than all listed years.
#[must_use]
pub fn may_end(indicator: &Indicator, contents: &FileContents<'_>) -> Vec<ComponentId> {
    let listed = all_years(indicator);
    let Some(first) = contents.years.first().copied() else {
        return Vec::new();
    };
    let newer = listed.range(first..).next().is_none();
    let Some(before) = listed.range(..first).next_back().filter(|_| newer) else {
        return Vec::new();
    };
    let existed = indicator
        .components()
        .skip(1)
        .filter(|(_, component)| component.exists_in(*before) && component.exists_in(first));
    existed
        .map(|(id, _)| id)
        .filter(|id| !contents.present.contains(id))
        .collect()
}

/// Adds the components that start with the file. A column whose name is already in the catalogue is that component,
/// so that applying the same draft again adds nothing.
pub(super) fn begin_components(
    indicator: &mut Indicator,
    contents: &FileContents<'_>,
    choices: &Choices,
) -> Vec<NewComponent> {
    let Some(first) = contents.years.first().copied() else {
        return Vec::new();
    };
    let listed = all_years(indicator);
    let last = contents.years.last().copied().unwrap_or(first);
    let until = if listed.range(last + 1..).next().is_some() {
        last
    } else {
        i32::MAX
    };
    let mut begun = Vec::new();
    for column in &contents.columns {
        let Some(part) = choices.begin.get(&column.of).filter(|part| part.on) else {
            continue;
        };
        let name = match tidy(&part.name) {
            typed if typed.is_empty() => both(&column.name, &part.name_en),
            typed => both(&typed, &part.name_en),
        };
        if name.vi.is_empty() {
            continue;
        }
        let slug = match same_name(indicator, &name) {
            Some(id) => indicator.component(id).slug.clone(),
            None => {
                let span = Span { from: first, to: until };
                let mut component = component(indicator, name, &column.name, span);
                set_parent(
                    &mut component,
                    indicator,
                    part.parent.as_ref().or(column.parent.as_ref()),
                );
                let slug = component.slug.clone();
                indicator.components.push(component);
                slug
            }
        };
        begun.push(NewComponent {
            of: column.of.clone(),
            slug,
            year: column.year,
        });
    }
    begun
}

/// Makes a component a part of another. A part is not a domain, so sums need not list it.
fn set_parent(component: &mut Component, indicator: &Indicator, parent: Option<&String>) {
    component.parent = parent
        .and_then(|slug| indicator.component_by_slug(slug))
        .filter(|id| *id != ComponentId::TOTAL && indicator.component(*id).parent.is_none());
    component.block &= component.parent.is_none();
}

/// Returns the component with this name. `None` if there is none.
fn same_name(indicator: &Indicator, name: &Text) -> Option<ComponentId> {
    let wanted = fold(&name.vi);
    let mut parts = indicator.components();
    parts.find(|(_, part)| fold(&part.name.vi) == wanted).map(|(id, _)| id)
}

/// Creates a new component.
fn component(indicator: &Indicator, name: Text, heading: &str, span: Span) -> Component {
    let heading = tidy(heading);
    let aliases = if heading.is_empty() || fold(&heading) == fold(&name.vi) {
        Vec::new()
    } else {
        vec![heading]
    };
    // It cannot be one of the domains with which a sum rule was verified.
    let block = indicator.sums.iter().any(|rule| span.holds(rule.span.from));
    Component {
        slug: component_slug(indicator, &name.vi),
        name,
        names: Vec::new(),
        aliases,
        headings: Vec::new(),
        parent: None,
        block,
        span,
        again: Vec::new(),
        maxima: Vec::new(),
        direction: None,
        decimals: None,
        unit: None,
        scale: None,
        description: None,
    }
}

/// The maximum length of a component's slug, in bytes.
const MAX_SLUG_LENGTH: usize = 48;

/// Returns a unique slug: the ASCII words of the name joined by underscores, numbered if it is taken.
fn component_slug(indicator: &Indicator, name: &str) -> String {
    let mut plain = String::new();
    for word in slug(name).split('-').filter(|word| !word.is_empty() && word.is_ascii()) {
        if plain.len() + word.len() >= MAX_SLUG_LENGTH {
            break;
        }
        if !plain.is_empty() {
            plain.push('_');
        }
        plain.push_str(word);
    }
    if plain.is_empty() {
        plain.push_str("component");
    }
    let taken = |slug: &str| indicator.component_by_slug(slug).is_some();
    if !taken(&plain) {
        return plain;
    }
    let numbered = |n: usize| format!("{plain}_{n}");
    (2..).map(numbered).find(|slug| !taken(slug)).unwrap_or(plain)
}

/// Returns all years with a method.
fn all_years(indicator: &Indicator) -> BTreeSet<i32> {
    let years = indicator.methods.iter();
    // Open-ended methods are followed up to the last year that can be chosen.
    years
        .flat_map(|method| method.span.from..=method.span.to.min(2100))
        .collect()
}
