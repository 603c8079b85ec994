//! Names that are nearly those of provinces.

use domain::ProvinceId;

/// The units whose names lie nearest to a folded name, at most three; nothing when none
/// is near enough to be worth a question.
pub(super) fn nearest<'a>(key: &str, names: impl Iterator<Item = (&'a str, &'a [ProvinceId])>) -> Vec<ProvinceId> {
    let letters: Vec<char> = key.chars().take(40).collect();
    let most = match letters.len() {
        0..=2 => return Vec::new(),
        3..=5 => 1,
        6..=11 => 2,
        _ => 3,
    };
    let mut found: Vec<(usize, &str, &[ProvinceId])> = names
        .filter(|(name, _)| name.len().abs_diff(letters.len()) <= most)
        .map(|(name, units)| (distance(&letters, name), name, units))
        .filter(|(far, _, _)| *far <= most)
        .collect();
    found.sort_unstable_by_key(|(far, name, _)| (*far, *name));
    let mut units: Vec<ProvinceId> = Vec::new();
    for unit in found.iter().flat_map(|(_, _, units)| units.iter()) {
        if !units.contains(unit) {
            units.push(*unit);
        }
    }
    // Two units may share each of the three names.
    units.truncate(6);
    units
}

/// Damerau-Levenshtein distance: letters put in, left out, exchanged or transposed.
fn distance(a: &[char], b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let exchanged = last[j] + usize::from(x != y);
            let mut best = exchanged.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        let far = |a: &str, b: &str| distance(&a.chars().collect::<Vec<_>>(), b);
        assert_eq!(
            (far("hanoi", "hanoi"), far("haoni", "hanoi"), far("hanam", "hanoi")),
            (0, 1, 2)
        );
        assert_eq!((far("", "abc"), far("abc", "")), (3, 3));
    }
}
