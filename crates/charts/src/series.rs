//! The colour of a series and the name in its label.

use domain::chart::Emphasis;

use crate::theme::Token;

/// Returns the colour of a highlighted series; `None` for a context series.
pub(crate) fn series_color(emphasis: Emphasis) -> Option<Token> {
    match emphasis {
        Emphasis::Context => None,
        Emphasis::Highlight(number) => Token::SERIES.get(usize::from(number % 5)).copied(),
    }
}

/// Returns the name in a direct label such as `25. Nghệ An`. The rank is that of the last year, so it must not be shown
/// with the values of other years.
pub(crate) fn name_of(label: &str) -> &str {
    label
        .split_once(". ")
        .filter(|(rank, _)| !rank.is_empty() && rank.bytes().all(|b| b.is_ascii_digit()))
        .map_or(label, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::name_of;

    #[test]
    fn rank_is_not_part_of_the_name() {
        assert_eq!(name_of("25. Nghệ An"), "Nghệ An");
        assert_eq!(name_of("TP. Hồ Chí Minh"), "TP. Hồ Chí Minh");
        assert_eq!(name_of("7. TP. Hồ Chí Minh"), "TP. Hồ Chí Minh");
    }
}
