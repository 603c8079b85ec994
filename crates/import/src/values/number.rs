//! Numbers written by people: decimal commas and points, thousands, units, denominators.

use domain::{Approx, upload::Decimal};

use super::footnote::without_mark;

/// What a number's own marks say of the decimal mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// It has none.
    None,
    /// The comma stands before decimals.
    Comma,
    /// The point stands before decimals.
    Point,
}

/// A number as a text gives it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    pub(crate) value: f64,
    pub(crate) digits: u8,
    pub(crate) approx: Option<Approx>,
    /// What follows a slash.
    pub(crate) of: Option<f64>,
    /// A per cent sign stood behind it.
    pub(crate) percent: bool,
    pub(crate) mark: Mark,
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Parsed {
    /// A number.
    Number(Number),
    /// One mark before three digits: decimals, or thousands.
    Unsure { decimals: Number, thousands: Number },
    /// Something else.
    Not,
}

/// Reads a number. Where a single mark before three digits could be either, `decimal`
/// settles it.
pub(crate) fn parse(text: &str, decimal: Option<Decimal>) -> Parsed {
    match Core::scan(text) {
        Some(core) => core.parsed(decimal),
        None => parse_words(text, decimal),
    }
}

/// A number with words, signs or a denominator around it.
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
        Some(right) => match Core::scan(right).map(|core| core.parsed(decimal)) {
            Some(Parsed::Number(of) | Parsed::Unsure { thousands: of, .. }) if of.value > 0.0 => Some(of.value),
            _ => return Parsed::Not,
        },
    };
    let dress = |number: Number| Number {
        approx,
        of,
        percent,
        ..number
    };
    match Core::scan(left).map(|core| core.parsed(decimal)) {
        Some(Parsed::Number(number)) => Parsed::Number(dress(number)),
        Some(Parsed::Unsure { decimals, thousands }) => Parsed::Unsure {
            decimals: dress(decimals),
            thousands: dress(thousands),
        },
        _ => exponent(left).map_or(Parsed::Not, |number| Parsed::Number(dress(number))),
    }
}

/// `5.3E+01` or `5,3E+01`, as programs write very large and very small numbers.
fn exponent(text: &str) -> Option<Number> {
    let (mantissa, power) = text.split_once('e')?;
    let plain = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit() || b"+-.,".contains(&b));
    let marks = mantissa.matches([',', '.']).count() + power.matches([',', '.']).count();
    // A number has one decimal mark at most; a power has none.
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
    let kept = domain::number::round(value, 9);
    value.is_finite().then_some(Number {
        value: kept,
        digits: (0..9)
            .find(|d| domain::number::round(kept, *d).to_bits() == kept.to_bits())
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

/// Takes units and footnote marks off the end; tells whether a per cent sign was among them.
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

/// Digits and marks of a number, without memory of its own.
struct Core {
    digits: [u8; 24],
    len: usize,
    negative: bool,
    /// Marks and the number of digits before each.
    marks: [(char, usize); 6],
    mark_count: usize,
}

impl Core {
    fn scan(text: &str) -> Option<Self> {
        let mut core = Self {
            digits: [0; 24],
            len: 0,
            negative: false,
            marks: [(' ', 0); 6],
            mark_count: 0,
        };
        for (at, c) in text.trim().chars().enumerate() {
            match c {
                '-' | '\u{2212}' if at == 0 => core.negative = true,
                '+' if at == 0 => {}
                '0'..='9' => core.digit(c as u8)?,
                '\u{ff10}'..='\u{ff19}' => core.digit(b'0' + u8::try_from(u32::from(c) - 0xff10).ok()?)?,
                '.' | '\u{ff0e}' => core.mark('.')?,
                ',' | '\u{ff0c}' => core.mark(',')?,
                ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’' => core.mark(' ')?,
                _ => return None,
            }
        }
        (core.len > 0).then_some(core)
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

    /// True when the first `count` marks part the digits before `end` into thousands.
    fn grouped(&self, count: usize, end: usize) -> bool {
        let marks = &self.marks[..count];
        let first = marks.first().map_or(end, |(_, at)| *at);
        let ends = marks.iter().skip(1).map(|(_, at)| *at).chain([end]);
        (1..=3).contains(&first) && marks.iter().zip(ends).all(|((_, from), to)| to - from == 3)
    }

    fn parsed(&self, decimal: Option<Decimal>) -> Parsed {
        let number = |whole: usize, mark: Mark| self.number(whole, mark).map_or(Parsed::Not, Parsed::Number);
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
            return if grouped { number(self.len, mark) } else { Parsed::Not };
        }
        let one_kind = before.iter().all(|(mark, _)| *mark == before[0].0);
        if last == ' ' || at == self.len || !one_kind || !self.grouped(before.len(), at) {
            return Parsed::Not;
        }
        number(at, as_decimal)
    }

    /// A single comma or point.
    fn one_mark(&self, at: usize, as_decimal: Mark, decimal: Option<Decimal>) -> Parsed {
        let behind = self.len - at;
        if behind == 0 {
            return Parsed::Not;
        }
        let Some(decimals) = self.number(at, as_decimal) else {
            return Parsed::Not;
        };
        if behind != 3 || !(1..=3).contains(&at) || self.digits[0] == b'0' {
            return Parsed::Number(decimals);
        }
        let other = if as_decimal == Mark::Comma {
            Mark::Point
        } else {
            Mark::Comma
        };
        let Some(thousands) = self.number(self.len, other) else {
            return Parsed::Not;
        };
        match (decimal, as_decimal) {
            (None, _) => Parsed::Unsure { decimals, thousands },
            (Some(Decimal::Comma), Mark::Comma) | (Some(Decimal::Point), Mark::Point) => Parsed::Number(decimals),
            (Some(_), _) => Parsed::Number(thousands),
        }
    }

    /// The number whose first `whole` digits stand before the decimals.
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
        // So many decimals are a program's, not a person's.
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
            assert_eq!(parse(text, None), Parsed::Not, "{text}");
        }
    }

    #[test]
    fn one_mark_before_three_digits_is_not_guessed() {
        for text in ["1.217", "1,217", "12.345", "khoảng 1.200"] {
            assert!(matches!(parse(text, None), Parsed::Unsure { .. }), "{text}");
        }
        assert_eq!(value("1.217", Some(Decimal::Comma)), Some((1217.0, 0)));
        assert_eq!(value("1.217", Some(Decimal::Point)), Some((1.217, 3)));
        assert_eq!(value("1,217", Some(Decimal::Comma)), Some((1.217, 3)));
    }

    #[test]
    fn words_around_a_number_are_kept() {
        let of = |text| match parse(text, Some(Decimal::Comma)) {
            Parsed::Number(n) => (n.value, n.of, n.approx, n.percent),
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(of("12,38/13 điểm"), (12.38, Some(13.0), None, false));
        assert_eq!(of("19/20"), (19.0, Some(20.0), None, false));
        assert_eq!(of("gần 2.000"), (2000.0, None, Some(Approx::Under), false));
        assert_eq!(of("hơn 1.200 dịch vụ"), (1200.0, None, Some(Approx::Over), false));
        assert_eq!(of("86,67 %"), (86.67, None, None, true));
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
