//! Finds provinces with similar names.

use domain::ProvinceId;

/// Returns the units whose names are most similar to a folded name, at most six; empty if none is similar enough to be
/// suggested.
pub(super) fn nearest<'a>(key: &str, names: impl Iterator<Item = (&'a str, &'a [ProvinceId])>) -> Vec<ProvinceId> {
    let characters: Vec<char> = key.chars().take(40).collect();
    let max_distance = match characters.len() {
        0..=2 => return Vec::new(),
        3..=5 => 1,
        6..=11 => 2,
        _ => 3,
    };
    let mut found: Vec<(usize, &str, &[ProvinceId])> = names
        .filter(|(name, _)| name.len().abs_diff(characters.len()) <= max_distance)
        .map(|(name, units)| (distance(&characters, name), name, units))
        .filter(|(far, _, _)| *far <= max_distance)
        .collect();
    found.sort_unstable_by_key(|(far, name, _)| (*far, *name));
    let mut units: Vec<ProvinceId> = Vec::new();
    for unit in found.iter().flat_map(|(_, _, units)| units.iter()) {
        if !units.contains(unit) {
            units.push(*unit);
        }
    }
    // Two units may share each of three names.
    units.truncate(6);
    units
}

/// Returns the Damerau–Levenshtein distance (optimal string alignment): characters inserted, deleted, replaced or
/// transposed.
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
