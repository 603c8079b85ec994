//! Number formats: how numbers of a workbook are displayed.

/// The relevant properties of a number format.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct NumberFormat {
    /// Displays a number times 100 with a per cent sign.
    pub(crate) percent: bool,
    /// Displays a date or a time.
    pub(crate) date: bool,
    /// The format code, stored only if some numbers are not displayed as numbers.
    special: Option<Box<str>>,
}

/// What a spreadsheet displays for a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// The number itself.
    Number,
    /// A literal text of the format, such as `-`.
    Text(String),
    /// An empty cell.
    Blank,
}

impl NumberFormat {
    /// Parses a format code such as `0.00%` or `#,##0;-#,##0;"-"`.
    pub(crate) fn of(code: &str) -> Self {
        let percent = shows_percent(code);
        let date = !percent && shows_date(code);
        let plain = !date
            && sections(code)
                .iter()
                .all(|section| has(section.body, |c| matches!(c, '0' | 'G' | 'g' | '@')));
        Self {
            percent,
            date,
            special: (!plain && !date).then(|| code.into()),
        }
    }

    /// Returns the format of percentages.
    pub(crate) fn percent() -> Self {
        Self {
            percent: true,
            ..Self::default()
        }
    }

    /// Returns the built-in format of Excel with this ID (ECMA-376, 18.8.30).
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

    /// Returns what is displayed for a number.
    pub(crate) fn shown(&self, value: f64) -> Shown {
        let Some(code) = &self.special else {
            return Shown::Number;
        };
        let Some(section) = section_for(code, value) else {
            return Shown::Number;
        };
        let digits = |c: char| matches!(c, '0' | 'G' | 'g' | '@') || (value != 0.0 && matches!(c, '#' | '?'));
        if section.trim().is_empty() && !code.contains(';') || has(section, digits) {
            return Shown::Number;
        }
        match literals(section) {
            text if text.is_empty() => Shown::Blank,
            text => Shown::Text(text),
        }
    }
}

/// A section of a format code and the condition on the numbers it applies to.
struct Section<'a> {
    condition: Option<(&'a str, f64)>,
    body: &'a str,
}

/// Splits a format code at semicolons, without the conditions and colours in brackets.
fn sections(code: &str) -> Vec<Section<'_>> {
    let mut separators = Vec::new();
    for_each_unquoted(code, |at, character| {
        if character == ';' {
            separators.push(at);
        }
    });
    let mut start = 0;
    let mut found = Vec::new();
    for end in separators.into_iter().chain([code.len()]) {
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

/// Returns the section that applies to a number; `None` if no section does.
fn section_for(code: &str, value: f64) -> Option<&str> {
    let all = sections(code);
    let numeric = &all[..all.len().min(3)];
    if numeric.iter().any(|section| section.condition.is_some()) {
        let applies = |section: &&Section<'_>| match section.condition {
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
        return numeric.iter().find(applies).map(|section| section.body);
    }
    let at = match (numeric.len(), value) {
        (3, 0.0) => 2,
        (2 | 3, v) if v < 0.0 => 1,
        _ => 0,
    };
    numeric.get(at).map(|section| section.body)
}

/// Calls `visit` for each character of a code that is neither quoted nor escaped, with its position.
fn for_each_unquoted(code: &str, mut visit: impl FnMut(usize, char)) {
    let mut characters = code.char_indices();
    let mut quoted = false;
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\\' | '_' | '*' => {
                characters.next();
            }
            _ => visit(at, character),
        }
    }
}

fn has(code: &str, predicate: impl Fn(char) -> bool) -> bool {
    let mut found = false;
    for_each_unquoted(code, |_, character| found |= predicate(character));
    found
}

/// Returns the literal text of a section: quoted and escaped characters, and dashes.
fn literals(code: &str) -> String {
    let mut out = String::new();
    let mut characters = code.chars();
    let mut quoted = false;
    while let Some(character) = characters.next() {
        match character {
            '"' => quoted = !quoted,
            _ if quoted => out.push(character),
            '\\' => out.extend(characters.next()),
            // A space as wide as the next character, or a character that fills the cell.
            '_' | '*' => {
                characters.next();
            }
            '-' | '–' | '—' | '/' | '(' | ')' | '+' => out.push(character),
            _ => {}
        }
    }
    let shown = out.trim();
    // Parentheses alone are the remainder of a negative number's form.
    if shown.chars().all(|c| matches!(c, '(' | ')' | '+')) {
        return String::new();
    }
    shown.to_owned()
}

/// Returns true if a number format multiplies by 100 and shows a per cent sign: one that is neither quoted nor
/// escaped, in the section for positive numbers.
pub(crate) fn shows_percent(format: &str) -> bool {
    sections(format)
        .first()
        .is_some_and(|section| has(section.body, |character| character == '%'))
}

/// Returns true if a number format shows dates or times: their letters, neither quoted nor in brackets, and no digit
/// placeholders. `General` and exponents contain such letters too.
fn shows_date(format: &str) -> bool {
    let all = sections(format);
    let Some(section) = all.first() else {
        return false;
    };
    let body = section.body.to_ascii_lowercase().replace("general", "");
    let dates = |c: char| matches!(c, 'd' | 'm' | 'y' | 'h' | 's');
    has(&body, dates) && !has(&body, |c| matches!(c, '#' | '?' | 'e'))
}

/// Multiplies a number by 100 by shifting its shortest decimal form: 0.8667 gives exactly 86.67, which a
/// multiplication does not.
pub(crate) fn times_100(value: f64) -> f64 {
    let shortest = format!("{value:e}");
    let shifted = shortest
        .split_once('e')
        .and_then(|(digits, power)| Some(format!("{digits}e{}", power.parse::<i32>().ok()? + 2)));
    shifted.and_then(|text| text.parse().ok()).unwrap_or(value * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_recognised_by_their_format() {
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
    fn dates_are_recognised_by_their_format() {
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
    fn numbers_are_displayed_by_their_format() {
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
    fn percentages_are_exact() {
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
