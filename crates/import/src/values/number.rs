//! Reads numbers as people write them: decimal commas and points, thousands separators, units, denominators.

use domain::{Approx, upload::Decimal};

use super::footnote::without_mark;

/// The decimal mark that a number's own separators imply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// No decimal mark is implied.
    None,
    /// The decimal mark is a comma.
    Comma,
    /// The decimal mark is a point.
    Point,
}

/// A number read from a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    pub(crate) value: f64,
    pub(crate) digits: u8,
    pub(crate) approx: Option<Approx>,
    /// The number after a slash.
    pub(crate) of: Option<f64>,
    /// Whether a per cent sign follows.
    pub(crate) percent: bool,
    pub(crate) mark: Mark,
}

/// The result of reading a text as a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Parsed {
    /// A number.
    Number(Number),
    /// A single mark before three digits: it separates decimals or thousands.
    Ambiguous { decimals: Number, thousands: Number },
    /// Not a number.
    NotANumber,
}

/// Reads a number. If a single mark before three digits is ambiguous, `decimal` decides.
pub(crate) fn parse(text: &str, decimal: Option<Decimal>) -> Parsed {
    match RawNumber::scan(text) {
        Some(raw) => raw.parsed(decimal),
        None => parse_words(text, decimal),
    }
}

/// Reads a number with words, signs or a denominator around it.
fn parse_words(text: &str, decimal: Option<Decimal>) -> Parsed {
    let lower = text.to_lowercase();
    // `=60.74` is a constant that a program wrote as a formula.
    let constant = lower.trim();
    let mut rest = constant.strip_prefix('=').map_or(constant, str::trim_start);
    let approx = strip_approx(&mut rest);
    let percent = strip_unit(&mut rest);
    let (left, right) = match rest.split_once('/') {
        Some((left, right)) => (left.trim(), Some(right.trim())),
        None => (rest, None),
    };
    let of = match right {
        None => None,
        Some(right) => match RawNumber::scan(right).map(|raw| raw.parsed(decimal)) {
            Some(Parsed::Number(of) | Parsed::Ambiguous { thousands: of, .. }) if of.value > 0.0 => Some(of.value),
            _ => return Parsed::NotANumber,
        },
    };
    let with_context = |number: Number| Number {
        approx,
        of,
        percent,
        ..number
    };
    match RawNumber::scan(left).map(|raw| raw.parsed(decimal)) {
        Some(Parsed::Number(number)) => Parsed::Number(with_context(number)),
        Some(Parsed::Ambiguous { decimals, thousands }) => Parsed::Ambiguous {
            decimals: with_context(decimals),
            thousands: with_context(thousands),
        },
        _ => exponent(left).map_or(Parsed::NotANumber, |number| Parsed::Number(with_context(number))),
    }
}

/// Reads `5.3E+01` or `5,3E+01`, as programs write very large and very small numbers.
fn exponent(text: &str) -> Option<Number> {
    let (mantissa, power) = text.split_once('e')?;
    let plain = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit() || b"+-.,".contains(&b));
    let marks = mantissa.matches([',', '.']).count() + power.matches([',', '.']).count();
    // The mantissa has at most one decimal mark; the exponent has none.
    let fits = plain(mantissa) && plain(power) && marks == mantissa.matches([',', '.']).count().min(1);
    let value: f64 = fits.then(|| text.replace(',', ".").parse().ok())??;
    let mark = match mantissa.find([',', '.']).map(|at| mantissa.as_bytes()[at]) {
        Some(b',') => Mark::Comma,
        Some(_) => Mark::Point,
        None => Mark::None,
    };
    if value.abs() > 1e15 {
        return None;
    }
    let rounded = domain::number::round(value, 9);
    value.is_finite().then_some(Number {
        value: rounded,
        digits: (0..9)
            .find(|d| domain::number::round(rounded, *d).to_bits() == rounded.to_bits())
            .unwrap_or(9),
        approx: None,
        of: None,
        percent: false,
        mark,
    })
}

fn strip_approx(rest: &mut &str) -> Option<Approx> {
    const WORDS: [(&str, Approx); 22] = [
        ("khoảng", Approx::About),
        ("khoang", Approx::About),
        ("xấp xỉ", Approx::About),
        ("ước đạt", Approx::About),
        ("ước", Approx::About),
        ("about", Approx::About),
        ("approx.", Approx::About),
        ("~", Approx::About),
        ("≈", Approx::About),
        ("hơn", Approx::Over),
        ("hon ", Approx::Over),
        ("trên", Approx::Over),
        ("over", Approx::Over),
        ("more than", Approx::Over),
        (">", Approx::Over),
        ("gần", Approx::Under),
        ("gan ", Approx::Under),
        ("dưới", Approx::Under),
        ("nearly", Approx::Under),
        ("under", Approx::Under),
        ("almost", Approx::Under),
        ("<", Approx::Under),
    ];
    let (word, approx) = WORDS.into_iter().find(|(word, _)| rest.starts_with(word))?;
    *rest = rest.get(word.len()..).unwrap_or_default().trim_start();
    Some(approx)
}

/// Removes units and footnote marks from the end; returns whether a per cent sign was among them.
fn strip_unit(rest: &mut &str) -> bool {
    const UNITS: [&str; 17] = [
        "điểm phần trăm",
        "phần trăm",
        "điểm",
        "diem",
        "đ",
        "points",
        "point",
        "pts",
        "dịch vụ công",
        "dịch vụ",
        "dvc",
        "dvctt",
        "thủ tục",
        "mô hình",
        "percent",
        "*",
        "(%)",
    ];
    let mut percent = false;
    loop {
        *rest = rest.trim_end();
        if let Some(cut) = rest.strip_suffix(['%', '％']) {
            percent = true;
            *rest = cut;
        } else if let Some(cut) = without_mark(rest).or_else(|| UNITS.iter().find_map(|unit| rest.strip_suffix(unit))) {
            *rest = cut;
        } else {
            return percent;
        }
    }
}

/// Digits and separators of a number, without heap allocation.
struct RawNumber {
    digits: [u8; 24],
    len: usize,
    negative: bool,
    /// Separators with the number of digits before each.
    marks: [(char, usize); 6],
    mark_count: usize,
}

impl RawNumber {
    fn scan(text: &str) -> Option<Self> {
        let mut raw = Self {
            digits: [0; 24],
            len: 0,
            negative: false,
            marks: [(' ', 0); 6],
            mark_count: 0,
        };
        for (at, c) in text.trim().chars().enumerate() {
            match c {
                '-' | '\u{2212}' if at == 0 => raw.negative = true,
                '+' if at == 0 => {}
                '0'..='9' => raw.digit(c as u8)?,
                '\u{ff10}'..='\u{ff19}' => raw.digit(b'0' + u8::try_from(u32::from(c) - 0xff10).ok()?)?,
                '.' | '\u{ff0e}' => raw.mark('.')?,
                ',' | '\u{ff0c}' => raw.mark(',')?,
                ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’' => raw.mark(' ')?,
                _ => return None,
            }
        }
        (raw.len > 0).then_some(raw)
    }

    fn digit(&mut self, digit: u8) -> Option<()> {
        *self.digits.get_mut(self.len)? = digit;
        self.len += 1;
        Some(())
    }

    fn mark(&mut self, mark: char) -> Option<()> {
        *self.marks.get_mut(self.mark_count)? = (mark, self.len);
        self.mark_count += 1;
        Some(())
    }

    /// Returns true if the first `count` marks separate the digits before `end` into thousands.
    fn grouped(&self, count: usize, end: usize) -> bool {
        let marks = &self.marks[..count];
        let first = marks.first().map_or(end, |(_, at)| *at);
        let ends = marks.iter().skip(1).map(|(_, at)| *at).chain([end]);
        (1..=3).contains(&first) && marks.iter().zip(ends).all(|((_, from), to)| to - from == 3)
    }

    fn parsed(&self, decimal: Option<Decimal>) -> Parsed {
        let number = |whole: usize, mark: Mark| self.number(whole, mark).map_or(Parsed::NotANumber, Parsed::Number);
        let Some((last, at)) = self.mark_count.checked_sub(1).map(|i| self.marks[i]) else {
            return number(self.len, Mark::None);
        };
        let before = &self.marks[..self.mark_count - 1];
        let as_decimal = if last == ',' { Mark::Comma } else { Mark::Point };
        if before.iter().all(|(mark, _)| *mark == last) {
            if before.is_empty() && last != ' ' {
                return self.one_mark(at, as_decimal, decimal);
            }
            let mark = match last {
                ' ' => Mark::None,
                ',' => Mark::Point,
                _ => Mark::Comma,
            };
            let grouped = self.grouped(self.mark_count, self.len);
            return if grouped {
                number(self.len, mark)
            } else {
                Parsed::NotANumber
            };
        }
        let one_kind = before.iter().all(|(mark, _)| *mark == before[0].0);
        if last == ' ' || at == self.len || !one_kind || !self.grouped(before.len(), at) {
            return Parsed::NotANumber;
        }
        number(at, as_decimal)
    }

    /// Reads a number with a single comma or point.
    fn one_mark(&self, at: usize, as_decimal: Mark, decimal: Option<Decimal>) -> Parsed {
        let decimals_len = self.len - at;
        if decimals_len == 0 {
            return Parsed::NotANumber;
        }
        let Some(decimals) = self.number(at, as_decimal) else {
            return Parsed::NotANumber;
        };
        if decimals_len != 3 || !(1..=3).contains(&at) || self.digits[0] == b'0' {
            return Parsed::Number(decimals);
        }
        let other = if as_decimal == Mark::Comma {
            Mark::Point
        } else {
            Mark::Comma
        };
        let Some(thousands) = self.number(self.len, other) else {
            return Parsed::NotANumber;
        };
        match (decimal, as_decimal) {
            (None, _) => Parsed::Ambiguous { decimals, thousands },
            (Some(Decimal::Comma), Mark::Comma) | (Some(Decimal::Point), Mark::Point) => Parsed::Number(decimals),
            (Some(_), _) => Parsed::Number(thousands),
        }
    }

    /// Returns the number with `whole` digits before the decimal mark.
    fn number(&self, whole: usize, mark: Mark) -> Option<Number> {
        let mut text = [0u8; 26];
        let mut len = 0;
        for (i, digit) in self.digits[..self.len].iter().enumerate() {
            if i == whole {
                text[len] = b'.';
                len += 1;
            }
            text[len] = *digit;
            len += 1;
        }
        let mut value: f64 = std::str::from_utf8(&text[..len]).ok()?.parse().ok()?;
        let mut digits = self.len - whole.min(self.len);
        // More decimals come from a program's arithmetic.
        if digits > 9 {
            value = domain::number::round(value, 9);
            digits = 9;
        }
        Some(Number {
            value: if self.negative { -value } else { value },
            digits: u8::try_from(digits).ok()?,
            approx: None,
            of: None,
            percent: false,
            mark,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Lang, number};
    use proptest::prelude::*;

    fn value(text: &str, decimal: Option<Decimal>) -> Option<(f64, u8)> {
        match parse(text, decimal) {
            Parsed::Number(n) => Some((n.value, n.digits)),
            _ => None,
        }
    }

    #[test]
    fn numbers_as_people_write_them() {
        for (text, expected) in [
            ("86,67", (86.67, 2)),
            ("86.67", (86.67, 2)),
            ("1 234,5", (1234.5, 1)),
            ("1.234.567", (1_234_567.0, 0)),
            ("1,234,567.8", (1_234_567.8, 1)),
            ("1.234,5", (1234.5, 1)),
            ("86,67%", (86.67, 2)),
            ("90,10 điểm", (90.1, 2)),
            ("0.487", (0.487, 3)),
            ("1234.567", (1234.567, 3)),
            ("８６．６７", (86.67, 2)),
            ("-0,15", (-0.15, 2)),
            ("\u{2212}0,15", (-0.15, 2)),
            ("86,67 (1)", (86.67, 2)),
            ("86,67*", (86.67, 2)),
            ("14", (14.0, 0)),
            (".5", (0.5, 1)),
            ("5.3E+01", (53.0, 0)),
        ] {
            assert_eq!(value(text, None), Some(expected), "{text}");
        }
        for text in [
            "",
            "Tốt",
            "1.2.3",
            "12,34,56",
            "1.234,56.7",
            "12.",
            "86,67 tỷ",
            "٨٦",
            "1/0",
            "a/b",
            "2019-2020",
        ] {
            assert_eq!(parse(text, None), Parsed::NotANumber, "{text}");
        }
    }

    #[test]
    fn one_mark_before_three_digits_is_not_guessed() {
        for text in ["1.217", "1,217", "12.345", "khoảng 1.200"] {
            assert!(matches!(parse(text, None), Parsed::Ambiguous { .. }), "{text}");
        }
        assert_eq!(value("1.217", Some(Decimal::Comma)), Some((1217.0, 0)));
        assert_eq!(value("1.217", Some(Decimal::Point)), Some((1.217, 3)));
        assert_eq!(value("1,217", Some(Decimal::Comma)), Some((1.217, 3)));
    }

    #[test]
    fn words_around_a_number_are_read() {
        let parts = |text| match parse(text, Some(Decimal::Comma)) {
            Parsed::Number(n) => (n.value, n.of, n.approx, n.percent),
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(parts("12,38/13 điểm"), (12.38, Some(13.0), None, false));
        assert_eq!(parts("19/20"), (19.0, Some(20.0), None, false));
        assert_eq!(parts("gần 2.000"), (2000.0, None, Some(Approx::Under), false));
        assert_eq!(parts("hơn 1.200 dịch vụ"), (1200.0, None, Some(Approx::Over), false));
        assert_eq!(parts("86,67 %"), (86.67, None, None, true));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(value in -1_000_000f64..1_000_000f64, decimals in 0u8..5) {
            let expected = number::round(value, decimals);
            for (lang, mark) in [(Lang::Vi, Decimal::Comma), (Lang::En, Decimal::Point)] {
                let text = number::format(lang, value, decimals);
                let Parsed::Number(read) = parse(&text, Some(mark)) else {
                    return Err(TestCaseError::fail(format!("{text} is not read")));
                };
                prop_assert!((read.value - expected).abs() < 1e-9, "{} read as {}", text, read.value);
                prop_assert_eq!(read.digits, decimals);
            }
        }

        #[test]
        fn no_text_breaks_it(text in ".{0,40}") {
            let _ = parse(&text, None);
        }
    }
}
