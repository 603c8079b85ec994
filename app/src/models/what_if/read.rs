//! Supposed scores as an address gives them: one parameter a component (the page's form), or all in `set`
//! (addresses of pictures and tables, whose parameters have fixed names).

use domain::{ComponentId, Indicator, TableKey, number};

use super::words as w;
use crate::{models::Here, query::Parameters};

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
    here: &Here<'_>,
    key: TableKey,
    parameters: &Parameters,
) -> Result<Vec<(ComponentId, f64)>, Vec<Wrong>> {
    let lang = here.lang();
    let indicator = here.snapshot.catalogue.indicator(key.indicator);
    let known: Vec<ComponentId> = parts(indicator, key.year);
    let slugs: Vec<&str> = known.iter().map(|id| indicator.component(*id).slug.as_str()).collect();
    let mut wrong = Vec::new();
    let mut pairs: Vec<(String, String)> = Vec::new();
    for pair in parameters
        .get("set")
        .unwrap_or_default()
        .split(',')
        .filter(|pair| !pair.trim().is_empty())
    {
        match pair.split_once(':') {
            Some((slug, value)) => pairs.push((slug.trim().to_owned(), value.trim().to_owned())),
            None => wrong.push(Wrong {
                name: "set".to_owned(),
                found: pair.to_owned(),
                expected: w::EXPECT_SET.fill(lang, &[slugs.first().copied().unwrap_or_default()]),
            }),
        }
    }
    // A box of the form counts more than the address that the form came from.
    let boxes = indicator
        .components()
        .filter_map(|(_, part)| Some((part.slug.clone(), parameters.get(&part.slug)?.to_owned())));
    pairs.extend(boxes);
    let mut given: Vec<(ComponentId, f64)> = Vec::new();
    for (slug, text) in pairs {
        let Some(id) = known.iter().copied().find(|id| indicator.component(*id).slug == slug) else {
            let expected = w::EXPECT_PART.fill(lang, &[&key.year.to_string(), &slugs.join(", ")]);
            wrong.push(Wrong {
                name: slug,
                found: text,
                expected,
            });
            continue;
        };
        let scale = indicator.scale(id, key.year);
        let value = score(&text).filter(|value| scale.is_some_and(|(min, max)| (min..=max).contains(value)));
        match value {
            Some(value) => {
                given.retain(|(other, _)| *other != id);
                given.push((id, value));
            }
            None => {
                let name = indicator.component(id).name_in(Some(key.year)).get(lang);
                let ends = scale.map(|(min, max)| [min, max]).unwrap_or_default();
                let [min, max] = ends.map(|end| number::format(lang, end, 0));
                let expected = w::EXPECT_SCORE.fill(lang, &[name, &min, &max]);
                wrong.push(Wrong {
                    name: slug,
                    found: text,
                    expected,
                });
            }
        }
    }
    if wrong.is_empty() { Ok(given) } else { Err(wrong) }
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
