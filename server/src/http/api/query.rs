//! Parameters of a request: each is known, given once, and has a value that it can have.

use axum::http::StatusCode;

use super::problem::{BoxedProblem, Problem};

/// The first and the last year that a request may name.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;
/// The most values of one list.
const LONGEST_LIST: usize = 200;

/// Names and values of a query, decoded.
#[derive(Debug)]
pub(super) struct Query(Vec<(String, String)>);

/// What a parameter takes.
#[derive(Debug)]
pub(super) struct Expected {
    words: String,
    known: Vec<String>,
}

impl Expected {
    /// In words.
    pub(super) fn words(words: impl Into<String>) -> Self {
        let (words, known) = (words.into(), Vec::new());
        Self { words, known }
    }

    /// One of some names.
    pub(super) fn names<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            words: "one of the names under `known`".to_owned(),
            known: names.into_iter().map(str::to_owned).collect(),
        }
    }

    fn list(mut self) -> Self {
        self.words.push_str(", or several with commas between them");
        self
    }

    fn refuse<T>(self, name: &str, found: &str) -> Result<T, BoxedProblem> {
        let title = "A parameter has a value that it cannot have";
        Problem::new(StatusCode::BAD_REQUEST, title)
            .parameter(name)
            .found(found)
            .expected(self.words)
            .known(self.known)
            .refuse()
    }
}

impl Query {
    /// Reads a query. Programs misspell: a name that is not known is refused, not ignored.
    pub(super) fn read(raw: &str, known: &[String]) -> Result<Self, BoxedProblem> {
        let mut pairs: Vec<(String, String)> = Vec::new();
        for pair in raw.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let name = decode(name).map_err(|found| not_utf8("").found(&found))?;
            if !known.contains(&name) {
                return Problem::new(StatusCode::BAD_REQUEST, "There is no such parameter here")
                    .parameter(&name.chars().take(80).collect::<String>())
                    .known(known)
                    .refuse();
            }
            let value = decode(value).map_err(|found| not_utf8(&name).found(&found))?;
            if pairs.iter().any(|(other, _)| *other == name) {
                return Problem::new(StatusCode::BAD_REQUEST, "A parameter is given twice")
                    .parameter(&name)
                    .found(&value)
                    .expected("each parameter once; several values with commas between them where it takes several")
                    .refuse();
            }
            pairs.push((name, value));
        }
        Ok(Self(pairs))
    }

    /// The value of a parameter as it was given.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// One value.
    pub(super) fn one<T>(
        &self,
        name: &str,
        expected: impl Fn() -> Expected,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, BoxedProblem> {
        let Some(text) = self.text(name) else { return Ok(None) };
        match read(text) {
            Some(value) => Ok(Some(value)),
            None => expected().refuse(name, text),
        }
    }

    /// One value that must be given.
    pub(super) fn needed<T>(
        &self,
        name: &str,
        expected: impl Fn() -> Expected,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, BoxedProblem> {
        match self.one(name, &expected, read)? {
            Some(value) => Ok(value),
            None => {
                let expected = expected();
                Problem::new(StatusCode::BAD_REQUEST, "A parameter is missing")
                    .parameter(name)
                    .expected(expected.words)
                    .known(expected.known)
                    .refuse()
            }
        }
    }

    /// One or several values with commas between them; empty when the parameter is not given.
    pub(super) fn list<T>(
        &self,
        name: &str,
        expected: impl Fn() -> Expected,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Vec<T>, BoxedProblem> {
        let Some(text) = self.text(name) else {
            return Ok(Vec::new());
        };
        if text.split(',').count() > LONGEST_LIST {
            return Expected::words(format!("at most {LONGEST_LIST} values")).refuse(name, text);
        }
        let values = text.split(',').map(|one| read(one).ok_or(one));
        values
            .collect::<Result<_, _>>()
            .or_else(|found| expected().list().refuse(name, found))
    }

    /// A year.
    pub(super) fn year(&self, name: &str) -> Result<Option<i32>, BoxedProblem> {
        self.one(name, years, year)
    }

    /// A whole number between two.
    pub(super) fn number(&self, name: &str, from: u32, to: u32) -> Result<Option<u32>, BoxedProblem> {
        let expected = || Expected::words(format!("a whole number from {from} to {to}"));
        self.one(name, expected, |text| number(text).filter(|n| (from..=to).contains(n)))
    }

    /// The same query with another value for one parameter, as part of an address.
    pub(super) fn with(&self, name: &str, value: &str) -> String {
        let mut written = form_urlencoded::Serializer::new(String::new());
        for (other, kept) in self.0.iter().filter(|(other, _)| other != name) {
            written.append_pair(other, kept);
        }
        written.append_pair(name, value).finish()
    }
}

/// What a year looks like.
pub(super) fn years() -> Expected {
    Expected::words(format!("a year from {} to {}", YEARS.start(), YEARS.end()))
}

/// A year in digits.
pub(super) fn year(text: &str) -> Option<i32> {
    let year = number(text).and_then(|n| i32::try_from(n).ok());
    year.filter(|year| YEARS.contains(year))
}

/// A whole number in digits alone: no sign, no zeros in front, no fraction.
pub(super) fn number(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let plain = text == "0" || !text.starts_with('0');
    (digits && plain).then(|| text.parse().ok()).flatten()
}

fn not_utf8(name: &str) -> Problem {
    let problem = Problem::new(StatusCode::BAD_REQUEST, "The address is no text in UTF-8");
    if name.is_empty() {
        problem
    } else {
        problem.parameter(name)
    }
}

/// Undoes `+` and `%41`. Bytes that are no UTF-8 are an error with what can be read of them: a
/// replacement character would look like something that was asked for.
fn decode(text: &str) -> Result<String, String> {
    let mut bytes = Vec::with_capacity(text.len());
    let raw = text.as_bytes();
    let digit = |at: usize| raw.get(at).and_then(|b| char::from(*b).to_digit(16));
    let mut at = 0;
    while let Some(byte) = raw.get(at) {
        let pair = digit(at + 1).zip(digit(at + 2));
        let decoded = pair.and_then(|(high, low)| u8::try_from(high * 16 + low).ok());
        match (byte, decoded) {
            (b'%', Some(decoded)) => {
                bytes.push(decoded);
                at += 2;
            }
            (b'+', _) => bytes.push(b' '),
            (other, _) => bytes.push(*other),
        }
        at += 1;
    }
    String::from_utf8(bytes).map_err(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &str) -> Result<Query, BoxedProblem> {
        Query::read(raw, &["year".to_owned(), "indicator".to_owned()])
    }

    fn json(refusal: &Problem) -> serde_json::Value {
        serde_json::to_value(refusal).unwrap()
    }

    #[test]
    fn what_is_not_known_or_given_twice_is_named() {
        for (raw, parameter) in [
            ("yaer=2016", "yaer"),
            ("year=1&year=2", "year"),
            ("year=%ff", "year"),
            ("%79ear=2016&%79ear=2016", "year"),
        ] {
            let refusal = json(&read(raw).unwrap_err());
            assert_eq!(refusal["parameter"], parameter, "{raw}");
            assert_eq!(refusal["status"], 400);
        }
        assert_eq!(json(&read("%ff=1").unwrap_err())["status"], 400);
        assert!(read("").is_ok() && read("&&year=2016&").is_ok());
    }

    #[test]
    fn years_are_digits_in_a_range() {
        for bad in [
            "",
            "x",
            "NaN",
            "-2016",
            "+2016",
            " 2016",
            "2016.0",
            "02016",
            "1899",
            "2101",
            "99999999999999999999",
            "2016\0",
            "２０１６",
        ] {
            let query = Query(vec![("year".to_owned(), bad.to_owned())]);
            let refusal = json(&query.year("year").unwrap_err());
            assert_eq!(refusal["found"], bad);
            assert_eq!(refusal["expected"], "a year from 1900 to 2100");
        }
        assert_eq!(read("year=%32016").unwrap().year("year"), Ok(Some(2016)));
        assert_eq!(read("").unwrap().year("year"), Ok(None));
    }

    #[test]
    fn lists_name_the_value_that_is_wrong() {
        let expected = || Expected::names(["a", "b"]);
        let known = |text: &str| ["a", "b"].contains(&text).then(|| text.to_owned());
        let list = |raw: &str| read(raw).unwrap().list("indicator", expected, known);
        assert_eq!(list("indicator=a,b").unwrap(), ["a", "b"]);
        assert_eq!(list("indicator=a%2Cb").unwrap(), ["a", "b"]);
        assert!(list("").unwrap().is_empty());
        for (raw, found) in [("indicator=a,c", "c"), ("indicator=", ""), ("indicator=a,,b", "")] {
            let refusal = json(&list(raw).unwrap_err());
            assert_eq!((&refusal["found"], &refusal["known"][1]), (&found.into(), &"b".into()));
        }
        let many = format!("indicator={}", vec!["a"; 201].join(","));
        assert_eq!(json(&list(&many).unwrap_err())["expected"], "at most 200 values");
    }

    #[test]
    fn another_page_keeps_the_rest_of_the_query() {
        let query = read("indicator=a%26b&year=2016").unwrap();
        assert_eq!(query.with("year", "1-5"), "indicator=a%26b&year=1-5");
    }
}
