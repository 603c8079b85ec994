//! Supposed scores as an address gives them: one parameter a component (the page's form), or all in `set`
//! (addresses of pictures and tables, whose parameters have fixed names).

use domain::{ComponentId, Indicator, TableKey, number};
use messages::{fill, what_if as w};

use crate::{context::PageContext, query::Parameters};

/// A score that cannot be supposed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Wrong {
    /// The parameter or component, as found.
    pub(crate) name: String,
    pub(crate) found: String,
    pub(crate) expected: String,
}

/// The scores that an address gives, each possible by itself.
pub(super) fn given(
    cx: &PageContext,
    key: TableKey,
    parameters: &Parameters,
) -> Result<Vec<(ComponentId, f64)>, Vec<Wrong>> {
    let indicator = cx.snapshot().catalogue.indicator(key.indicator);
    let known = parts(indicator, key.year);
    let mut wrong = Vec::new();
    let mut given: Vec<(ComponentId, f64)> = Vec::new();
    for pair in pairs(cx, indicator, &known, parameters) {
        match pair.and_then(|(slug, text)| one(cx, (indicator, key.year), &known, slug, text)) {
            // A box of the form counts more than the address that the form came from.
            Ok((id, value)) => {
                given.retain(|(other, _)| *other != id);
                given.push((id, value));
            }
            Err(refused) => wrong.push(refused),
        }
    }
    if wrong.is_empty() { Ok(given) } else { Err(wrong) }
}

/// Components and scores as written: those of `set` first, then those of the form.
fn pairs(
    cx: &PageContext,
    indicator: &Indicator,
    known: &[ComponentId],
    parameters: &Parameters,
) -> Vec<Result<(String, String), Wrong>> {
    let first = known.first().map_or("", |id| &indicator.component(*id).slug);
    let set = parameters.get("set").unwrap_or_default().split(',');
    let of_set = set.filter(|pair| !pair.trim().is_empty()).map(|pair| {
        let refused = || Wrong {
            name: "set".to_owned(),
            found: pair.to_owned(),
            expected: fill!(w::EXPECT_SET, cx.lang(), component = first),
        };
        let (slug, value) = pair.split_once(':').ok_or_else(refused)?;
        Ok((slug.trim().to_owned(), value.trim().to_owned()))
    });
    let of_form = indicator
        .components()
        .filter_map(|(_, part)| Some(Ok((part.slug.clone(), parameters.get(&part.slug)?.to_owned()))));
    of_set.chain(of_form).collect()
}

/// One component's score, when the year has the component and its scale the score.
fn one(
    cx: &PageContext,
    (indicator, year): (&Indicator, i32),
    known: &[ComponentId],
    name: String,
    found: String,
) -> Result<(ComponentId, f64), Wrong> {
    let lang = cx.lang();
    let slug = |id: &ComponentId| indicator.component(*id).slug.as_str();
    let Some(id) = known.iter().copied().find(|id| slug(id) == name) else {
        let slugs: Vec<&str> = known.iter().map(slug).collect();
        let expected = fill!(
            w::EXPECT_PART,
            lang,
            year = &year.to_string(),
            components = &slugs.join(", ")
        );
        return Err(Wrong { name, found, expected });
    };
    let (min, max) = indicator.scale(id, year).unwrap_or_default();
    if let Some(value) = score(&found).filter(|value| (min..=max).contains(value)) {
        return Ok((id, value));
    }
    let ends = [min, max].map(|end| number::format(lang, end, 0));
    let component = indicator.component(id).name_in(Some(year)).get(lang);
    let expected = fill!(
        w::EXPECT_SCORE,
        lang,
        component = component,
        low = &ends[0],
        high = &ends[1]
    );
    Err(Wrong { name, found, expected })
}

fn parts(indicator: &Indicator, year: i32) -> Vec<ComponentId> {
    indicator
        .sum_rule(year)
        .map(|rule| rule.weights.iter().map(|(id, _)| *id).collect())
        .unwrap_or_default()
}

/// A plain number with a comma or a point; nothing else is guessed at.
fn score(text: &str) -> Option<f64> {
    let plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
    let one = text.chars().filter(|c| matches!(c, ',' | '.')).count() <= 1;
    let ends = text.chars().next().zip(text.chars().last());
    let digits = ends.is_some_and(|(a, b)| a.is_ascii_digit() && b.is_ascii_digit());
    if plain && one && digits && text.len() <= 12 {
        text.replace(',', ".").parse().ok()
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::score;

    #[test]
    fn scores_are_read_with_comma_or_point() {
        for (text, value) in [
            ("7,5", Some(7.5)),
            ("7.5", Some(7.5)),
            ("10", Some(10.0)),
            ("6,0234", Some(6.0234)),
            ("0", Some(0.0)),
            ("1.234,5", None),
            ("-1", None),
            ("\u{2212}1", None),
            ("7,", None),
            (",5", None),
            ("1e1", None),
            ("NaN", None),
            ("inf", None),
            ("", None),
            ("7 5", None),
            ("1234567890123", None),
        ] {
            assert_eq!(score(text), value, "{text}");
        }
    }
}
