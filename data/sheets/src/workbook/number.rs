//! Numbers of workbooks that are shown otherwise than stored.

/// True when a number format shows a number times 100 with a per cent sign: one that is
/// neither quoted nor escaped, in the part for positive numbers.
pub(crate) fn shows_percent(format: &str) -> bool {
    let mut letters = format.chars();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\\' | '_' | '*' => {
                letters.next();
            }
            ';' => return false,
            '%' => return true,
            _ => {}
        }
    }
    false
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
