//! Number formats: what a number of a workbook is shown as.

/// A number format, as far as it matters here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct NumberFormat {
    /// Shows a number times 100 with a per cent sign.
    pub(crate) percent: bool,
    /// Shows a date or a time.
    pub(crate) date: bool,
    /// The code, kept only where some numbers are not shown as such.
    special: Option<Box<str>>,
}

/// What the reader of the sheet sees in place of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// The number.
    Number,
    /// A text of the format, such as `-`.
    Text(String),
    /// Nothing.
    Blank,
}

impl NumberFormat {
    /// The format of a code such as `0.00%` or `#,##0;-#,##0;"-"`.
    pub(crate) fn of(code: &str) -> Self {
        let percent = shows_percent(code);
        let date = !percent && shows_date(code);
        let plain = !date
            && sections(code)
                .iter()
                .all(|part| has(part.body, |c| matches!(c, '0' | 'G' | 'g' | '@')));
        Self {
            percent,
            date,
            special: (!plain && !date).then(|| code.into()),
        }
    }

    /// The format of numbers that are shown as per cent.
    pub(crate) fn percent() -> Self {
        Self {
            percent: true,
            ..Self::default()
        }
    }

    /// The format with one of the numbers that are built into Excel (ECMA-376, 18.8.30).
    pub(crate) fn built_in(id: u16) -> Self {
        match id {
            9 | 10 => Self::percent(),
            14..=22 | 27..=36 | 45..=47 | 50..=58 => Self {
                date: true,
                ..Self::default()
            },
            41..=44 => Self::of(r#"_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)"#),
            _ => Self::default(),
        }
    }

    /// What a number is shown as.
    pub(crate) fn shown(&self, value: f64) -> Shown {
        let Some(code) = &self.special else {
            return Shown::Number;
        };
        let Some(part) = section_for(code, value) else {
            return Shown::Number;
        };
        let digits = |c: char| matches!(c, '0' | 'G' | 'g' | '@') || (value != 0.0 && matches!(c, '#' | '?'));
        if part.trim().is_empty() && !code.contains(';') || has(part, digits) {
            return Shown::Number;
        }
        match literals(part) {
            text if text.is_empty() => Shown::Blank,
            text => Shown::Text(text),
        }
    }
}

/// One part of a format and the numbers it is for.
struct Section<'a> {
    condition: Option<(&'a str, f64)>,
    body: &'a str,
}

/// The parts of a format between semicolons, without conditions and colours in brackets.
fn sections(code: &str) -> Vec<Section<'_>> {
    let mut cuts = Vec::new();
    each(code, |at, letter| {
        if letter == ';' {
            cuts.push(at);
        }
    });
    let mut start = 0;
    let mut found = Vec::new();
    for end in cuts.into_iter().chain([code.len()]) {
        let mut body = &code[start..end];
        let mut condition = None;
        while let Some((inside, rest)) = body.strip_prefix('[').and_then(|b| b.split_once(']')) {
            let at = inside.find(|c: char| c.is_ascii_digit() || c == '-');
            if inside.starts_with(['<', '>', '='])
                && let Some((operator, number)) = at.map(|at| inside.split_at(at))
            {
                condition = number.trim().parse().ok().map(|number| (operator, number));
            } else if inside.starts_with(['h', 'm', 's', 'H', 'M', 'S']) {
                break;
            }
            body = rest;
        }
        found.push(Section { condition, body });
        start = end + 1;
    }
    found
}

/// The part of a format that a number is shown with; `None` when no part is for it.
fn section_for(code: &str, value: f64) -> Option<&str> {
    let parts = sections(code);
    let numeric = &parts[..parts.len().min(3)];
    if numeric.iter().any(|part| part.condition.is_some()) {
        let holds = |part: &&Section<'_>| match part.condition {
            None => true,
            Some((operator, number)) => match operator {
                "=" => value == number,
                "<" => value < number,
                ">" => value > number,
                "<=" => value <= number,
                ">=" => value >= number,
                "<>" => value != number,
                _ => true,
            },
        };
        return numeric.iter().find(holds).map(|part| part.body);
    }
    let at = match (numeric.len(), value) {
        (3, 0.0) => 2,
        (2 | 3, v) if v < 0.0 => 1,
        _ => 0,
    };
    numeric.get(at).map(|part| part.body)
}

/// Shows each letter of a code that is neither quoted nor escaped, and where it is.
fn each(code: &str, mut show: impl FnMut(usize, char)) {
    let mut letters = code.char_indices();
    let mut quoted = false;
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\\' | '_' | '*' => {
                letters.next();
            }
            _ => show(at, letter),
        }
    }
}

fn has(code: &str, wanted: impl Fn(char) -> bool) -> bool {
    let mut found = false;
    each(code, |_, letter| found |= wanted(letter));
    found
}

/// What a part of a format shows beside digits: quoted and escaped letters, and dashes.
fn literals(code: &str) -> String {
    let mut out = String::new();
    let mut letters = code.chars();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' => quoted = !quoted,
            _ if quoted => out.push(letter),
            '\\' => out.extend(letters.next()),
            // A space as wide as the next letter, and a letter that fills the cell.
            '_' | '*' => {
                letters.next();
            }
            '-' | '–' | '—' | '/' | '(' | ')' | '+' => out.push(letter),
            _ => {}
        }
    }
    let shown = out.trim();
    // Brackets alone are what is left of a negative number's form.
    if shown.chars().all(|c| matches!(c, '(' | ')' | '+')) {
        return String::new();
    }
    shown.to_owned()
}

/// True when a number format shows a number times 100 with a per cent sign: one that is
/// neither quoted nor escaped, in the part for positive numbers.
pub(crate) fn shows_percent(format: &str) -> bool {
    sections(format)
        .first()
        .is_some_and(|part| has(part.body, |letter| letter == '%'))
}

/// True when a number format shows dates or times: letters of their parts, neither quoted
/// nor in brackets, and no digits. `General` and exponents have letters of their own.
fn shows_date(format: &str) -> bool {
    let parts = sections(format);
    let Some(part) = parts.first() else {
        return false;
    };
    let body = part.body.to_ascii_lowercase().replace("general", "");
    let dates = |c: char| matches!(c, 'd' | 'm' | 'y' | 'h' | 's');
    has(&body, dates) && !has(&body, |c| matches!(c, '#' | '?' | 'e'))
}

/// A number times 100, moved in its shortest decimal form: 0.8667 gives exactly 86.67, which
/// a multiplication does not.
pub(crate) fn times_100(value: f64) -> f64 {
    let shortest = format!("{value:e}");
    let moved = shortest
        .split_once('e')
        .and_then(|(digits, power)| Some(format!("{digits}e{}", power.parse::<i32>().ok()? + 2)));
    moved.and_then(|text| text.parse().ok()).unwrap_or(value * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percents_are_told_by_their_format() {
        for (format, percent) in [
            ("0%", true),
            ("0.00%", true),
            ("#,##0.0 %;-0.0%", true),
            ("0.00", false),
            ("0.00\"%\"", false),
            ("0\\%", false),
            ("General", false),
            ("0;0%", false),
        ] {
            assert_eq!(shows_percent(format), percent, "{format}");
        }
    }

    #[test]
    fn dates_are_told_by_their_format() {
        for (format, date) in [
            ("dd/mm/yyyy", true),
            ("[$-42A]dd mmmm yyyy", true),
            ("h:mm:ss", true),
            ("[h]:mm", true),
            ("mm:ss.0", true),
            ("yyyy", true),
            ("General", false),
            ("0.00E+00", false),
            ("0.00\" điểm\"", false),
            ("#,##0\\ \"đ\"", false),
            ("@", false),
            ("[Red]0.00", false),
        ] {
            assert_eq!(NumberFormat::of(format).date, date, "{format}");
        }
    }

    #[test]
    fn what_is_shown_counts() {
        let text = |t: &str| Shown::Text(t.into());
        for (format, value, shown) in [
            (r#"_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)"#, 0.0, text("-")),
            (
                r#"_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)"#,
                60.7,
                Shown::Number,
            ),
            (
                r#"_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)"#,
                -2.0,
                Shown::Number,
            ),
            ("0.00;-0.00;", 0.0, Shown::Blank),
            ("0.00;-0.00;;@", 0.0, Shown::Blank),
            ("0.00;-0.00;;@", 3.0, Shown::Number),
            ("0.00;-0.00;-", 0.0, text("-")),
            ("0.00;-0.00;\\–", 0.0, text("–")),
            ("#,###", 0.0, Shown::Blank),
            ("#,###", 12.0, Shown::Number),
            ("#,##0", 0.0, Shown::Number),
            ("General", 0.0, Shown::Number),
            ("General;-General;\"KCDL\"", 0.0, text("KCDL")),
            ("[=0]\"-\";General", 0.0, text("-")),
            ("[=0]\"-\";General", 5.0, Shown::Number),
            ("[>0]0.0;\"-\"", 0.0, text("-")),
            ("[Red]0.00;[Blue]-0.00;[Black]0.00", 0.0, Shown::Number),
            (";;;", 5.0, Shown::Blank),
            ("@", 0.0, Shown::Number),
            ("", 0.0, Shown::Number),
        ] {
            assert_eq!(NumberFormat::of(format).shown(value), shown, "{format} {value}");
        }
        assert_eq!(NumberFormat::built_in(43).shown(0.0), text("-"));
        assert_eq!(NumberFormat::built_in(2).shown(0.0), Shown::Number);
    }

    #[test]
    fn a_percent_is_exact() {
        for (stored, shown) in [
            (0.8667, 86.67),
            (1.0, 100.0),
            (0.07, 7.0),
            (-0.29, -29.0),
            (0.0, 0.0),
            (0.5763, 57.63),
        ] {
            assert_eq!(times_100(stored), shown);
        }
        assert!(times_100(f64::NAN).is_nan());
    }
}
