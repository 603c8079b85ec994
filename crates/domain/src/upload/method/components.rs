//! Components that continue, end or begin with the years of a file.

use std::collections::BTreeSet;

use super::{edit::FileContents, years::both};
use crate::{Component, ComponentId, Indicator, Span, Text, fold, slug, tidy, upload::Choices};

/// What becomes of a component of the catalogue in the years of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComponentChoice {
    /// It exists in these years as well.
    Continue,
    /// It ended with the year before.
    End,
}

impl ComponentChoice {
    /// Its name in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Continue => "continue",
            Self::End => "end",
        }
    }

    /// The choice with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Continue, Self::End]
            .into_iter()
            .find(|choice| choice.code() == code)
    }
}

/// A column, or a name in the rows, that is to become a new component. Names are as typed; the heading is
/// the name if they are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComponentPart {
    /// It becomes one.
    pub on: bool,
    /// Its name in Vietnamese; empty: the heading.
    pub name: String,
    /// Its name in English; empty: the name in Vietnamese.
    pub name_en: String,
    /// The component that it is a part of, by its name in files; empty: none. `None`: the one that the file
    /// says.
    pub parent: Option<String>,
}

/// A component that begins with the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewComponent {
    /// What the form calls it: the number of a column, or a name in the rows.
    pub of: String,
    /// Its name in files.
    pub slug: String,
    /// The year that the heading of its column names, if the file has several.
    pub year: Option<i32>,
}

/// Lets components continue in the years of the file in which they do not exist.
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

/// A weighted sum names the domains of its first year: another one there would contradict the catalogue.
fn starts_a_sum(indicator: &Indicator, id: ComponentId, year: i32) -> bool {
    let component = indicator.component(id);
    let domain = component.parent.is_none() && !component.block;
    domain && indicator.sums.iter().any(|rule| rule.span.from == year)
}

fn continue_in(component: &mut Component, year: i32, listed: &BTreeSet<i32>) {
    let newest = listed.range(year + 1..).next().is_none();
    let until = if newest { i32::MAX } else { year };
    let span = component.span;
    // Without a listed year between, it never was away.
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

/// Components that existed before the file's first year and that it has no figures of: what a new method
/// may have ended. Empty unless the file is newer than all listed years.
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

/// Adds the components that begin with the file. A column whose name the catalogue knows already is that
/// component, so that the same draft a second time adds nothing.
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
                put_below(
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

/// Makes a component a part of another. A part is no domain: sums need not name it.
fn put_below(component: &mut Component, indicator: &Indicator, parent: Option<&String>) {
    component.parent = parent
        .and_then(|slug| indicator.component_by_slug(slug))
        .filter(|id| *id != ComponentId::TOTAL && indicator.component(*id).parent.is_none());
    component.block &= component.parent.is_none();
}

fn same_name(indicator: &Indicator, name: &Text) -> Option<ComponentId> {
    let wanted = fold(&name.vi);
    let mut parts = indicator.components();
    parts.find(|(_, part)| fold(&part.name.vi) == wanted).map(|(id, _)| id)
}

fn component(indicator: &Indicator, name: Text, heading: &str, span: Span) -> Component {
    let heading = tidy(heading);
    let aliases = if heading.is_empty() || fold(&heading) == fold(&name.vi) {
        Vec::new()
    } else {
        vec![heading]
    };
    // It cannot be one of the parts that a known sum was checked with.
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

/// Longest name of a component in files, in bytes.
const LONGEST: usize = 48;

/// The name's words in ASCII, joined by underscores; numbered if another component has them.
fn component_slug(indicator: &Indicator, name: &str) -> String {
    let mut plain = String::new();
    for word in slug(name).split('-').filter(|word| !word.is_empty() && word.is_ascii()) {
        if plain.len() + word.len() >= LONGEST {
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

/// Years that have a method.
fn all_years(indicator: &Indicator) -> BTreeSet<i32> {
    let years = indicator.methods.iter();
    // A method without an end is followed as far as years can be chosen.
    years
        .flat_map(|method| method.span.from..=method.span.to.min(2100))
        .collect()
}
